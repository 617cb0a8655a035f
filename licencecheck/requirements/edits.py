"""Words and verdicts that the types about changed text share."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from licencecheck.model import Case, Change, Comparison, Edit, Form, Location, Verdict
from licencecheck.requirements.requirement import check_that, lacking
from licencecheck.requirements.wording import quoted

LISTED = 10
"""Most changes that a verdict shows as evidence."""
HOUSE_STYLE = frozenset({Edit.SPELLING, Edit.PUNCTUATION, Edit.NUMBER_FORM})
_SHORT = 20
"""Characters of a cut that says little without the words around it."""
_THINGS = {
    Edit.TITLE: "the title",
    Edit.SUBHEADING: "the subheading",
    Edit.NUMBER: "the number",
    Edit.NAME: "the name",
    Edit.DATE: "the date",
    Edit.QUOTATION: "the quotation",
}


def compared(case: Case, thing: str, place: Location) -> Comparison | Verdict:
    """Give the comparison with the original, or ask a person: none is given, or it is not that of the page."""
    comparison = case.comparison
    if comparison is None:
        return lacking(case, thing, place)
    if comparison.form is Form.OTHER:
        return check_that(thing, f"only {percent(comparison.share)} of the given original stands on the page", place)
    return comparison


def percent(share: float) -> str:
    """A share in words, never rounded up to the whole."""
    return f"{int(share * 100)} %"


def told(changes: Sequence[Change], unlisted: int = 0) -> str:
    """Describe the first change and count the others: `"no further" changed to "further", and 2 other changes`."""
    others = len(changes) - 1 + unlisted
    rest = "" if not others else f", and {others} other change{'s' if others > 1 else ''}"
    return f"{_described(changes[0])}{rest}"


def of_kinds(comparison: Comparison, kinds: Collection[Edit]) -> tuple[Change, ...]:
    """Pick the changes of some kinds."""
    return tuple(change for change in comparison.changes if change.kind in kinds)


def _described(change: Change) -> str:
    if not change.text:
        before = f" before {quoted(change.after)}" if len(change.original) < _SHORT and change.after else ""
        return f"{quoted(change.original)} left out{before}"
    if not change.original:
        return f"{quoted(change.text)} added"
    if change.kind is Edit.MOVED:
        return f"{quoted(change.text)} moved"
    thing = _THINGS.get(change.kind)
    return f"{thing + ' ' if thing else ''}{quoted(change.original)} changed to {quoted(change.text)}"
