"""Turn a rule file into rule sets: what it extends merged in, the nearest rule winning.

A file gives one rule set, or one for each way that it leaves to the re-poster: the branches of `choose:`, or the
licences of `licence: {from: original, among: [...]}`. The rule sets of one file share their id; the best result counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from licencecheck.catalogue.checking import wrong_overrides, wrong_questions, wrong_templates, wrong_with
from licencecheck.catalogue.families import settle, unported
from licencecheck.catalogue.overriding import OVERRIDE, overridden
from licencecheck.catalogue.parts import (
    GATES,
    allowance,
    condition,
    mapping,
    mappings,
    note,
    party,
    rule,
    template,
    terms,
    texts,
)
from licencecheck.errors import FileError
from licencecheck.model import CreditTemplate, Note, Rule, RuleSet
from licencecheck.nearest import did_you_mean
from licencecheck.strict_yaml.reading import Source, Steps, Value

LAYERS = ("licence", "network", "publisher", "platform")
"""Whose terms win over whose, the last over all before."""
_ORDER = {requirement: place for place, requirement in enumerate(GATES.values())}
Lookup = Callable[[str], RuleSet | None]


class Way(NamedTuple):
    """One way to comply with a rule file."""

    ruleset: RuleSet
    when: Mapping[str, object] | None = None
    """When the way is open, by the date or the licence of the original; None: always."""


def ways(source: Source, lookup: Lookup, names: Iterable[str] = ()) -> tuple[Way, ...]:
    """Build the rule sets of the file `source`; `lookup` gives what it extends by id, one of `names`, else None.

    Raises:
        RuleSetError: the file names a rule set, rule or template that is not there.
    """
    choices = [(choice, _bases(source, choice, lookup, names)) for choice in _choices(source.data, lookup)]
    found = tuple(Way(_ruleset(source, choice, bases), choice.when) for choice, bases in choices)
    for problem in _problems(source, choices, found):
        raise problem
    return found


def problems(source: Source, lookup: Lookup, names: Iterable[str] = ()) -> list[FileError]:
    """List all for which `ways` refuses the file `source`."""
    try:
        choices = [(choice, _bases(source, choice, lookup, names)) for choice in _choices(source.data, lookup)]
    except FileError as error:
        return [*wrong_with(source), error]
    found = tuple(Way(_ruleset(source, choice, bases), choice.when) for choice, bases in choices)
    return list(_problems(source, choices, found))


def _problems(
    source: Source, choices: Iterable[tuple[_Choice, Iterable[RuleSet]]], found: Iterable[Way]
) -> Iterator[FileError]:
    yield from wrong_overrides(source, {one.id for _, bases in choices for base in bases for one in base.rules})
    yield from wrong_with(source)
    for way in found:
        ruleset = way.ruleset
        yield from wrong_templates(source, ruleset.credit)
        yield from wrong_questions(source, {*ruleset.questions, *(one.id for one in ruleset.rules)})


class _Choice(NamedTuple):
    """What one way brings to the file."""

    licence: tuple[str, ...]
    extends: tuple[tuple[str, Steps], ...]
    """Ids, each with its place in the file."""
    when: dict[str, Value] | None = None


def _choices(data: Mapping[str, Value], lookup: Lookup) -> Iterator[_Choice]:
    licence, extends = data.get("licence"), data.get("extends")
    named = _named(extends, "extends") if not isinstance(extends, dict) else ()
    if isinstance(licence, dict):
        for one in texts(licence.get("among")):
            name = next(name.lower() for name in (one, unported(one)) if name == unported(one) or lookup(name.lower()))
            yield _Choice((one,), ((name, ("extends",)),) if isinstance(extends, dict) else named, {"licence": one})
        return
    branches = mappings(data.get("choose"))
    for index, branch in enumerate(branches):
        own = _named(branch.get("extends"), "choose", index, "extends")
        yield _Choice(texts(branch.get("licence")), own + named, condition(branch))
    if not branches:
        yield _Choice(texts(licence), named)


def _named(value: Value, *steps: str | int) -> tuple[tuple[str, Steps], ...]:
    return tuple((name, (*steps, index)) for index, name in enumerate(texts(value)))


def _bases(source: Source, choice: _Choice, lookup: Lookup, names: Iterable[str]) -> list[RuleSet]:
    """Look up what a way extends: rule sets of its own layer or one before."""
    bases: list[RuleSet] = []
    layer = str(source.data.get("layer", "publisher"))
    for name, steps in choice.extends:
        base = lookup(name)
        if base is None:
            near = did_you_mean(name, names) or "; `licencecheck rules list` names all"
            raise source.error(f"there is no rule set '{name}' to extend{near}", *steps)
        if LAYERS.index(base.layer) > LAYERS.index(layer):
            raise source.error(f"a {layer} cannot extend the {base.layer} '{name}'; it is the other way round", *steps)
        bases.append(base)
    return bases


def _ruleset(source: Source, choice: _Choice, bases: list[RuleSet]) -> RuleSet:
    licence = choice.licence or next((base.licence for base in bases if base.licence), ())
    own = RuleSet(
        id=str(source.data.get("id", "")),
        path=source.path,
        publisher=party(source.data.get("publisher")),
        terms=terms(source.data.get("terms")),
        layer=str(source.data.get("layer", "publisher")),
        licence=licence,
    )
    return replace(
        own,
        rules=tuple(_rules(source, own, bases, choice.when)),
        credit=_credit(source, licence, bases),
        allows=(*map(allowance, mappings(source.data.get("allows"))), *(one for base in bases for one in base.allows)),
        notes=(*_notes(source), *(one for base in bases for one in base.notes)),
        questions=_questions(source, bases),
    )


def _rules(source: Source, own: RuleSet, bases: Iterable[RuleSet], open_when: dict[str, Value] | None) -> list[Rule]:
    """List the sections, the file's own rules, then what is inherited and not stated anew, changed by `override:`."""
    stated = (rule(said, own.id, own.terms) for said in mappings(source.data.get("rules")))
    merged = {one.id: one for one in (*_gates(source, own, open_when), *stated)}
    changes = mapping(source.data.get(OVERRIDE))
    for one in (one for base in bases for one in base.rules):
        changed = overridden(one, changes.get(one.id), source)
        if changed is not None:
            merged.setdefault(one.id, _adopted(changed, own.id))
    settled = [one for one in (_settled(one, own.licence) for one in merged.values()) if one is not None]
    return sorted(settled, key=lambda one: _ORDER.get(one.requires, len(_ORDER)))


def _gates(source: Source, own: RuleSet, open_when: dict[str, Value] | None) -> Iterator[Rule]:
    """Yield the sections as rules: before their cases, a way covers no originals for which it is not open, and a
    network permits nothing to those who are no members of it.
    """
    members = mapping(source.data.get("members"))
    first: dict[str, tuple[dict[str, Value], str]] = {
        "covers": (open_when or {}, "excluded"),
        "permission": (members, "denied"),
    }
    for section, requirement in GATES.items():
        stated = mappings(source.data.get(section))
        when, answer = first[section]
        cases: list[Value] = [{"unless": when, "is": answer}] if when else []
        cases += stated or ([{"is": "covered"}] if section == "covers" and when else [])
        if cases:
            proven = next((entry for entry in stated if "quote" in entry), {})
            said: dict[str, Value] = {key: proven[key] for key in ("quote", "proof") if key in proven}
            yield rule({**said, "requires": requirement, section: cases}, own.id, own.terms)


def _adopted(one: Rule, ruleset: str) -> Rule:
    return replace(
        one,
        ruleset=ruleset,
        otherwise=one.otherwise and _adopted(one.otherwise, ruleset),
        any_of=tuple(_adopted(part, ruleset) for part in one.any_of),
    )


def _settled(one: Rule, licence: tuple[str, ...]) -> Rule | None:
    """Answer what the licence answers; None for a rule that this licence does not have."""
    otherwise = one.otherwise and _settled(one.otherwise, licence)
    possible, when = settle(one.when, licence)
    return replace(one, when=when, otherwise=otherwise) if possible else otherwise


def _notes(source: Source) -> Iterator[Note]:
    entries = source.data.get("notes")
    return map(note, entries) if isinstance(entries, list) else iter(())


def _questions(source: Source, bases: Iterable[RuleSet]) -> dict[str, str]:
    own = {name: str(text) for name, text in mapping(source.data.get("questions")).items()}
    return {name: text for base in bases for name, text in base.questions.items()} | own


def _credit(source: Source, licence: tuple[str, ...], bases: Iterable[RuleSet]) -> tuple[CreditTemplate, ...]:
    own = [template(said) for said in mappings(source.data.get("credit"))]
    stated = {entry.id for entry in own}
    inherited = [entry for base in bases for entry in base.credit if entry.id not in stated]
    settled = ((entry, *settle(entry.when, licence)) for entry in (*own, *inherited))
    return tuple(replace(entry, when=when) for entry, possible, when in settled if possible)
