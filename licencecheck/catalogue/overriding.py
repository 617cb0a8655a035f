"""Change an inherited rule as `override:` says: `off`, `{off: {when: ...}}`, or the keys that differ.

A change with a condition of its own leaves the rule as it was where the condition does not hold.
"""

from __future__ import annotations

from dataclasses import replace

from licencecheck.catalogue.parts import FRAME, condition, mapping, proof, terms
from licencecheck.conditions import UNLESS, joined
from licencecheck.model import Rule
from licencecheck.strict_yaml.reading import Source, Value

OVERRIDE = "override"
_OFF = "off"


def overridden(rule: Rule, change: Value, source: Source) -> Rule | None:
    """Give `rule` as the file `source` changes it; None where the file takes it off."""
    if change is None:
        return rule
    if change == _OFF:
        return None
    said = mapping(change)
    if _OFF in said:
        return replace(rule, when=joined(rule.when, {UNLESS: [condition(mapping(said[_OFF])) or {}]}))
    own = condition(said)
    changed = replace(
        rule,
        level=str(said.get("level", rule.level)),
        parameters={**rule.parameters, **{key: value for key, value in said.items() if key not in FRAME}},
        when=joined(rule.when, own),
        otherwise=rule if own else rule.otherwise,
    )
    if "quote" not in said:
        return changed
    return replace(changed, quote=str(said["quote"]), proof=proof(said), terms=terms(source.data.get("terms")))
