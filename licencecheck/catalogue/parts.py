"""The parts of a rule file as the words of the model: parties, terms, credit templates, conditions, rules."""

from __future__ import annotations

from collections.abc import Mapping

from licencecheck.conditions import DATES, UNLESS
from licencecheck.model import Allowance, CreditTemplate, Note, Party, Proof, Rule, Terms
from licencecheck.strict_yaml.reading import Value

ANY_OF = "any-of"
FRAME = frozenset({"id", "requires", "level", "when", UNLESS, "valid", "quote", "proof"})
"""Keys of a rule that are no parameters of its requirement."""
GATES = {"covers": "grant-scope", "permission": "permission"}
"""Sections of a file that stand for one rule each, with the requirement that judges it."""
MAIN = "main"
"""Id of a credit template that names none."""


def texts(value: Value) -> tuple[str, ...]:
    """Read one text, a list of texts, or nothing."""
    if value is None:
        return ()
    return tuple(str(item) for item in value) if isinstance(value, list) else (str(value),)


def mapping(value: Value) -> dict[str, Value]:
    """Read a mapping, or nothing."""
    return value if isinstance(value, dict) else {}


def mappings(value: Value) -> list[dict[str, Value]]:
    """Read a list of mappings, or nothing."""
    return [mapping(item) for item in value] if isinstance(value, list) else []


def party(value: Value) -> Party:
    """Read `publisher:`."""
    said = mapping(value)
    return Party(
        name=str(said.get("name", "")),
        aliases=texts(said.get("aliases")),
        domains=tuple(domain.lower() for domain in texts(said.get("domains"))),
        was=tuple(party(former) for former in mappings(said.get("was"))),
    )


def terms(value: Value) -> Terms:
    """Read `terms:`."""
    said = mapping(value)
    url = said.get("url")
    return Terms(
        url=None if url is None else str(url),
        as_of=str(said.get("as_of", "unknown")),
        compiled=str(said.get("compiled", "")),
        coverage=str(said.get("coverage", "full")),
        confidence=str(said.get("confidence", "high")),
    )


def template(value: Mapping[str, Value]) -> CreditTemplate:
    """Read one entry of `credit:`."""
    return CreditTemplate(
        id=str(value.get("id", MAIN)),
        texts=texts(value.get("text")),
        lang=str(value.get("lang", "en")),
        at=str(value.get("at", "anywhere")),
        match=str(value.get("match", "near")),
        dates=str(value.get("dates", "long")),
        when=condition(value),
    )


def condition(value: Mapping[str, Value]) -> dict[str, Value] | None:
    """Join `when:`, `unless:` and `valid:` of a rule, a template or a branch; `valid` speaks of the original's date."""
    when = dict(mapping(value.get("when")))
    if UNLESS in value:
        when[UNLESS] = [mapping(value[UNLESS])]
    valid = mapping(value.get("valid"))
    if valid:
        when["original-date"] = {end: valid[key] for key, end in DATES.items() if key in valid}
    return when or None


def rule(value: Mapping[str, Value], ruleset: str, stated_in: Terms) -> Rule:
    """Read one rule of the rule set `ruleset`, whose file states `stated_in`.

    `any-of` in place of `requires` holds alternatives; beside it, forms of one duty, and so a parameter of it.
    """
    requires = str(value.get("requires", ANY_OF))
    alternatives = mappings(value.get(ANY_OF)) if "requires" not in value else []
    frame = FRAME | {ANY_OF} if alternatives else FRAME
    return Rule(
        id=name_of(value),
        ruleset=ruleset,
        requires=requires,
        level=str(value.get("level", "must")),
        parameters={key: part for key, part in value.items() if key not in frame},
        when=condition(value),
        any_of=tuple(rule(alternative, ruleset, stated_in) for alternative in alternatives),
        quote=str(value.get("quote", "")),
        proof=proof(value),
        terms=stated_in,
    )


def name_of(value: Mapping[str, Value]) -> str:
    """Read the name of a rule: that of its type, where it has none of its own."""
    return str(value.get("id", value.get("requires", ANY_OF)))


def allowance(value: Mapping[str, Value]) -> Allowance:
    """Read one entry of `allows:`."""
    edit = value.get("edit")
    return Allowance(
        use=str(value.get("use", f"Edits of class `{edit}`")),
        edit=None if edit is None else str(edit),
        when=condition(value),
        quote=str(value.get("quote", "")),
        proof=proof(value),
    )


def note(value: Value) -> Note:
    """Read one entry of `notes:`: a text, or a text under the name of what it is about."""
    if isinstance(value, dict):
        about, text = next(iter(value.items()))
        return Note(text=str(text), about=about)
    return Note(text=str(value))


def proof(value: Mapping[str, Value]) -> Proof:
    """Read `proof:`."""
    return Proof(str(value.get("proof", Proof.POLICY)))
