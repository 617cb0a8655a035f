"""Where in the file the text of one Markdown block stands."""

from __future__ import annotations

import re
from typing import NamedTuple

from markdown_it.token import Token

from licencecheck.documents.lines import Lines

_HEADING_SIGNS = re.compile(r"[^#]*+#{1,6}[ \t]++")
_PIPE = re.compile(r"\\.|\|")


class Spot(NamedTuple):
    """A 1-based line and column of the file; None where they cannot be told."""

    line: int | None = None
    column: int | None = None


class BlockText:
    """The text of a block: the parser has cut quotation signs, indents, list marks and cell borders off its lines."""

    def __init__(
        self, token: Token, lines: Lines, first: int, cell: int | None = None, *, heading: bool = False
    ) -> None:
        """Take the block whose text begins in the 1-based line `first`; `cell` is its number in a table row.

        `heading` says that `#` signs stand before the text.
        """
        self._rows = token.content.split("\n")
        self._lines = lines
        self._first = first
        self._cell = cell
        self._heading = heading

    def spot(self, offset: int | None) -> Spot:
        """Give the place of the character at `offset` of the text; without offset, the line if there is but one."""
        if offset is None:
            return Spot(self._first) if len(self._rows) == 1 else Spot()
        row = 0
        while row < len(self._rows) - 1 and offset > len(self._rows[row]):
            offset -= len(self._rows[row]) + 1
            row += 1
        line = self._first + row
        text = self._rows[row]
        start = self._start(self._lines[line].replace("\0", "\ufffd"), text.strip())
        if start is None:
            return Spot(line)
        return Spot(line, start + offset - (len(text) - len(text.lstrip())) + 1)

    def _start(self, line: str, text: str) -> int | None:
        """Give the offset in a line of the file of the text that was left of it."""
        if self._cell is not None:
            return _cell_start(line, text, self._cell)
        if self._heading:
            signs = _HEADING_SIGNS.match(line)
            return signs.end() if signs and line.startswith(text, signs.end()) else None
        line = line.rstrip()
        return len(line) - len(text) if line.endswith(text) else None


def _cell_start(line: str, text: str, number: int) -> int | None:
    """Give the offset of a cell of a table row, whether or not the row begins with a border."""
    borders = [match.start() for match in _PIPE.finditer(line) if match[0] == "|"]
    starts = [0, *(border + 1 for border in borders)]
    cells = [line[start:end] for start, end in zip(starts, [*borders, len(line)], strict=True)]
    led_by_border = not cells[0].strip(" \t>")
    at = number + led_by_border
    if at >= len(cells):
        return None
    cell = cells[at].rstrip()
    if at == 0:
        return len(cell) - len(text) if cell.endswith(text) else None
    return starts[at] + len(cell) - len(text) if cell.lstrip() == text else None
