"""Edits of a text: what is replaced or inserted where, and what has become of the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters from `start` up to `end` become `text`; where both are one offset, it is inserted there."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Revision:
    """A text, and the edits that were made to it."""

    original: str
    edits: tuple[Edit, ...] = ()
    """Ascending and apart from each other, in offsets of the original."""

    @cached_property
    def text(self) -> str:
        """The text with all edits."""
        pieces: list[str] = []
        at = 0
        for edit in self.edits:
            pieces += self.original[at : edit.start], edit.text
            at = edit.end
        return "".join([*pieces, self.original[at:]])

    def origin_of(self, offset: int) -> int:
        """Give the offset in the original of one in the present text; within an edit, where that begins."""
        growth = 0
        for edit in self.edits:
            begin = edit.start + growth
            if offset < begin:
                break
            if offset < begin + len(edit.text):
                return edit.start
            growth += _growth([edit])
        return offset - growth

    def edited(self, later: Edit) -> Revision:
        """Make one more edit, in offsets of the present text; edits that touch become one."""
        before: list[Edit] = []
        touched: list[Edit] = []
        after: list[Edit] = []
        start, end = later.start, later.end
        for edit in self.edits:
            begin = edit.start + _growth([*before, *touched])
            finish = begin + len(edit.text)
            if finish < later.start:
                before.append(edit)
            elif begin > later.end:
                after.append(edit)
            else:
                touched.append(edit)
                start, end = min(start, begin), max(end, finish)
        text = self.text[start : later.start] + later.text + self.text[later.end : end]
        first, behind = start - _growth(before), end - _growth([*before, *touched])
        return Revision(self.original, (*before, Edit(first, behind, text), *after))


def _growth(edits: Iterable[Edit]) -> int:
    return sum(len(edit.text) - (edit.end - edit.start) for edit in edits)
