"""Where in the file the text of one Markdown block stands."""

from __future__ import annotations

import re
from typing import NamedTuple

from markdown_it.token import Token

from licencecheck.lines import Lines

_HEADING_SIGNS = re.compile(r"[^#]*+#{1,6}[ \t]++")
_PIPE = re.compile(r"\\.|\|")


class Spot(NamedTuple):
    """A 1-based line and column of the file; None where they cannot be told."""

    line: int | None = None
    column: int | None = None


class BlockText:
    """The text of a block: the parser has cut quotation signs, indents, list marks and cell borders off its lines."""

    def __init__(self, token: Token, lines: Lines, first: int, *, heading: bool = False) -> None:
        """Take the block whose text begins in the 1-based line `first`; `heading`: `#` signs stand before it."""
        self._content = token.content
        self._lines = lines
        self._first = first
        self._heading = heading

    def spot(self, offset: int | None) -> Spot:
        """Give the place of the character at `offset` of the text; without offset, the line if there is but one."""
        if offset is None:
            return Spot() if "\n" in self._content else Spot(self._first)
        line = self._first + self._content.count("\n", 0, offset)
        begin = self._content.rfind("\n", 0, offset) + 1
        row = self._content[begin:].partition("\n")[0]
        start = self._start(line, row.strip())
        if start is None:
            return Spot(line)
        return Spot(line, start + offset - begin - (len(row) - len(row.lstrip())) + 1)

    def _start(self, number: int, text: str) -> int | None:
        """Give the offset in a line of the file of the text that was left of it."""
        line = self._lines[number].replace("\0", "\ufffd")
        if self._heading:
            signs = _HEADING_SIGNS.match(line)
            return signs.end() if signs and line.startswith(text, signs.end()) else None
        line = line.rstrip()
        return len(line) - len(text) if line.endswith(text) else None


class TableRow:
    """The cells of a table row."""

    def __init__(self, number: int, lines: Lines, first: str) -> None:
        """Take the 1-based line of the file that holds the row, and the text of its first cell."""
        self._line = number
        line = lines[number].replace("\0", "\ufffd")
        borders = [match.start() for match in _PIPE.finditer(line) if match[0] == "|"]
        self._starts = [0, *(border + 1 for border in borders)]
        self._cells = [line[start:end] for start, end in zip(self._starts, [*borders, len(line)], strict=True)]
        bare = bool(first) and self._cells[0].rstrip().endswith(first)
        bordered = len(self._cells) > 1 and self._cells[1].strip() == first
        self._border = bordered if bare != bordered else None

    def spot(self, cell: int, text: str, offset: int | None) -> Spot:
        """Give the place of the character at `offset` of the `text` of a cell; the first cell has number 0."""
        at = cell + bool(self._border)
        if offset is None or self._border is None or at >= len(self._cells):
            return Spot(self._line)
        written = self._cells[at].rstrip()
        alone = written.lstrip() == text if at else written.endswith(text)
        return Spot(self._line, self._starts[at] + len(written) - len(text) + offset + 1 if alone else None)
