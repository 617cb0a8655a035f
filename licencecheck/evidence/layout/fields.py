"""Fields: what a table of two columns or a list of terms says of the text, each a label and its value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from lxml import etree

from licencecheck.evidence.layout.runs import Run

CELLS = frozenset({"th", "td"})
_FIELDS = CELLS | {"dt", "dd"}
_LEVELS = 3
"""Elements between a line and its cell."""
_REACH = 16
"""Lines of a table on each side of one that are looked at."""


def fields_around(runs: Sequence[Run], run: Run) -> Iterator[tuple[Run, Run]]:
    """Label and value of each field beside `run` in its table or list, those of `run` left out."""
    cell = _cell(run)
    box = _box(cell)
    if cell is None or box is None:
        return
    around = runs[max(0, run.index - _REACH) : run.index + _REACH]
    for label, value in pairwise(around):
        over, under = _cell(label), _cell(value)
        if over is None or _box(over) is not box or not _is_field(over, under):
            continue
        if run.index not in {label.index, value.index}:
            yield label, value


def _cell(run: Run) -> etree._Element | None:
    around = (run.element, *islice(run.element.iterancestors(), _LEVELS))
    return next((each for each in around if each.tag in _FIELDS), None)


def _box(cell: etree._Element | None) -> etree._Element | None:
    """The body of the table or the list that holds a cell."""
    row = None if cell is None else cell.getparent()
    return row.getparent() if row is not None and row.tag == "tr" else row


def _is_field(over: etree._Element, under: etree._Element | None) -> bool:
    """Whether one cell is the label of the other: the two of a row, a term and what follows it."""
    if under is None or over.getnext() is not under:
        return False
    if over.tag == "dt":
        return under.tag == "dd"
    return over.tag in CELLS and under.tag == "td" and over.getprevious() is None and under.getnext() is None
