"""A draft as the data of a rule file, to be edited by a person."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from licencecheck.evidence.identity import latin
from licencecheck.model import Draft, DraftedCase, DraftedRule, Party, Proof
from licencecheck.requirements.paste import literal
from licencecheck.schema.rule_files import rule_file_schema
from licencecheck.text import words

UNKNOWN = "unknown publisher"
_LONGEST_ID = 40
_NEEDED = {"images": {"mode": "excluded"}, "translation": {"is": "on-request"}}
"""Parameters without which a rule says nothing."""

_LINE = "credit-line"
_QUOTED = re.compile(r"[“\"«„「]([^“”\"«»„「」]{12,180})[”\"»“」]")


def rule_file(draft: Draft, publisher: Party | None, url: str | None, today: date) -> dict[str, Any]:
    """Give what a rule file says of `draft`; `url` is where the terms stand.

    Each rule is marked as read by machine. A duty that a rule cannot state without more facts becomes a note.
    """
    party = publisher or Party(name=UNKNOWN)
    lines = [
        {**rule.parameters, "text": literal(match[1])}
        for rule in draft.rules
        if rule.requires == _LINE and (match := _QUOTED.search(rule.quote))
    ]
    rules, notes = _rules(draft, has_line=bool(lines))
    return {
        "id": _id(party),
        "publisher": {"name": party.name, **({"domains": list(party.domains)} if party.domains else {})},
        "terms": {"url": url, "as_of": today.isoformat(), "compiled": today.isoformat(), "coverage": "partial"},
        **({"permission": [_case(case) for case in draft.cases]} if draft.cases else {}),
        **({"rules": rules} if rules else {}),
        **({"credit": lines} if lines else {}),
        **({"notes": notes} if notes else {}),
    }


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
