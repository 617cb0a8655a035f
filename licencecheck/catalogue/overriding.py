"""Change an inherited rule as `override:` says: `off`, `{off: {when: ...}}`, or the keys that differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from licencecheck.catalogue.parts import FRAME, condition, mapping, proof, terms
from licencecheck.model import Rule
from licencecheck.strict_yaml.reading import Source, Value

OVERRIDE = "override"
_OFF = "off"


def overridden(rule: Rule, change: Value, source: Source) -> Rule | None:
    """Give `rule` as the file `source` changes it; None where the file takes it off.

    Raises:
        RuleSetError: the change cannot be expressed.
    """
    if change is None:
        return rule
    if change == _OFF:
        return None
    said = mapping(change)
    if _OFF in said:
        return replace(rule, when=_unless(rule, condition(mapping(said[_OFF])) or {}, source))
    rule = replace(
        rule,
        level=str(said.get("level", rule.level)),
        parameters={**rule.parameters, **{key: value for key, value in said.items() if key not in FRAME}},
        when=condition(said) or rule.when,
    )
    if "quote" not in said:
        return rule
    return replace(rule, quote=str(said["quote"]), proof=proof(said), terms=terms(source.data.get("terms")))


def _unless(rule: Rule, when: Mapping[str, object], source: Source) -> Mapping[str, object]:
    """Join to the condition of `rule` that `when`, which names one fact, does not hold."""
    steps = (OVERRIDE, rule.id, _OFF)
    if len(when) != 1:
        raise source.error("`off: {when: ...}` names exactly one fact; state the rule anew for anything else", *steps)
    fact, value = next(iter(when.items()))
    if fact in (rule.when or {}):
        raise source.error(f"the rule '{rule.id}' already has a condition on '{fact}'; state the rule anew", *steps)
    contrary = value["not"] if isinstance(value, Mapping) and "not" in value else {"not": value}
    return {**(rule.when or {}), fact: contrary}
