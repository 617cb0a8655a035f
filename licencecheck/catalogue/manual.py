"""Where more is told of a place in a rule file: the page of its requirement type."""

from __future__ import annotations

from licencecheck.catalogue.parts import GATES
from licencecheck.strict_yaml.reading import Source, Steps

_COMMAND = "licencecheck explain"


def manual(source: Source, steps: Steps) -> str | None:
    """Name the command that shows the page of the type of which `steps` are a part; None for no type.

    For a type that there is not, the command that lists all.
    """
    from licencecheck.requirements import REQUIREMENTS

    section = steps[0] if steps else None
    if section in GATES:
        return f"{_COMMAND} {GATES[str(section)]}"
    if section != "rules":
        return None
    stated = [source.value_at(steps[:end]) for end in range(2, len(steps) + 1) if source.holds(steps[:end])]
    named = [each.get("requires") for each in stated if isinstance(each, dict)]
    known = [name for name in named if isinstance(name, str) and name in REQUIREMENTS]
    return f"{_COMMAND} {known[-1]}" if known else _COMMAND
