"""A draft as the data of a rule file, to be edited by a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from licencecheck.evidence.identity import latin
from licencecheck.model import Draft, DraftedCase, DraftedRule, Identity, Party, Proof
from licencecheck.schema import rule_file_schema
from licencecheck.text import bare, words
from licencecheck.urls import site_of

UNKNOWN = "unknown publisher"
_LONGEST_ID = 40
_TELLING = 4
"""Letters of a host that tell."""
_ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)
_NEEDED = {"images": {"mode": "excluded"}, "translation": {"is": "on-request"}}
"""Parameters without which a rule says nothing."""

_LINE = "credit-line"
_QUOTED = re.compile(r"[“\"«„「]([^“”\"«»„「」]{12,180})[”\"»“」]")


def rule_file(draft: Draft, publisher: Party | None, url: str | None, today: date) -> dict[str, Any]:
    """Give what a rule file says of `draft`; `url` is where the terms stand.

    Each rule is marked as read by machine. A duty that a rule cannot state without more facts becomes a note.
    """
    party = publisher or Party(name=UNKNOWN)
    lines = [match[1] for rule in draft.rules if rule.requires == _LINE and (match := _QUOTED.search(rule.quote))]
    rules, notes = _rules(draft, has_line=bool(lines))
    return {
        "id": _id(party),
        "publisher": {"name": party.name, **({"domains": list(party.domains)} if party.domains else {})},
        "terms": {"url": url, "as_of": today.isoformat(), "compiled": today.isoformat(), "coverage": "partial"},
        **({"permission": [_case(case) for case in draft.cases]} if draft.cases else {}),
        **({"rules": rules} if rules else {}),
        **({"credit": [{"text": _literal(line)} for line in lines]} if lines else {}),
        **({"notes": notes} if notes else {}),
    }


def _literal(line: str) -> str:
    """A line as a template: braces and bars would be gaps and links in it."""
    return line.translate(str.maketrans("{}|", "()/"))


def _rules(draft: Draft, *, has_line: bool) -> tuple[list[dict[str, Any]], list[str]]:
    from jsonschema import Draft202012Validator

    schema = rule_file_schema()
    validator = Draft202012Validator({"$ref": "#/$defs/rule", "$defs": schema["$defs"]})
    rules: list[dict[str, Any]] = []
    notes: list[str] = []
    for drafted in draft.rules:
        rule = _rule(drafted, sum(bool(other.get("any-of")) for other in rules))
        if validator.is_valid(rule) and (has_line or drafted.requires != _LINE):
            rules.append(rule)
        elif drafted.requires != "permission":
            notes.append(f"{drafted.requires}: “{drafted.quote}” asks for this; no rule says it without more facts")
    return rules, notes


def _rule(drafted: DraftedRule, choices: int) -> dict[str, Any]:
    if drafted.any_of:
        ways = [{"requires": requires, **_NEEDED.get(requires, {})} for requires in drafted.any_of]
        duty: dict[str, Any] = {"id": f"choice-{choices + 1}", "any-of": ways}
    else:
        duty = {"requires": drafted.requires, **_NEEDED.get(drafted.requires, {}), **drafted.parameters}
    return {**duty, "level": drafted.level, "quote": drafted.quote, "proof": Proof.MACHINE.value}


def _case(case: DraftedCase) -> dict[str, Any]:
    return {
        **({"when": dict(case.when)} if case.when else {}),
        "is": case.answer,
        **({"contact": case.contact} if case.contact else {}),
        "quote": case.quote,
        "proof": Proof.MACHINE.value,
    }


def _id(party: Party) -> str:
    """The publisher's name, or else its host, as the id of a rule set."""
    for name in (party.name, *party.domains):
        parts = [part for word in words(name) if (part := latin(word)).isascii()]
        slug = "-".join(parts)[:_LONGEST_ID].strip("-")
        if slug:
            return slug
    return "draft"


def publisher_of(identity: Identity) -> Party | None:
    """The publisher of a page: its own site, by the first of its names or a plainer form of that."""
    sites = tuple(dict.fromkeys(site_of(host) for host in identity.hosts))
    if not (identity.names or sites):
        return None
    names = [name for name in identity.names if not _ADDRESS.match(name)]
    return Party(name=_plainest(names, sites) if names else (*sites, *identity.names)[0], domains=sites)


def _plainest(names: Sequence[str], sites: Iterable[str]) -> str:
    """The first of the names; where that is the host with a slogan, as an account or as an address, a better one."""
    labels = [label for site in sites if len(label := bare(site.partition(".")[0])) >= _TELLING]
    of_host = [name for name in names if any(label in latin(name) for label in labels)]

    def fault(name: str) -> int:
        letters = latin(name)
        return name == letters or 2 * any(label in letters and len(letters) > 3 * len(label) for label in labels)

    return min(of_host, key=fault) if names[0] in of_host else names[0]
