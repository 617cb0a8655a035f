"""Lines and columns of a text."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

_LINE_END = re.compile(r"\r\n?|\n")


class Lines:
    """Where the lines of a text begin, as git and GitHub count them: LF ends a line, with CR before it or not.

    Where no LF is, CR does, as in files of old Macs; beside LF a CR alone is a stray character.
    """

    def __init__(self, text: str, *, commonmark: bool = False) -> None:
        """Find the lines, in one pass; as `commonmark` has them, each CR alone ends one too."""
        self._text = text
        if commonmark and text.count("\r") != text.count("\r\n"):
            self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
        else:
            ends = accumulate(len(line) + 1 for line in text.split("\n" if "\n" in text else "\r"))
            self._starts = [0, *ends][:-1]

    def place(self, offset: int) -> tuple[int, int]:
        """Give the 1-based line and column of the character at `offset`."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def start(self, line: int) -> int:
        """Give the offset at which the 1-based `line` begins; the end of the text for lines past the last one."""
        return self._starts[line - 1] if line <= len(self._starts) else len(self._text)

    def __getitem__(self, line: int) -> str:
        """Give the 1-based `line` without its end."""
        return self._text[self.start(line) : self.start(line + 1)].rstrip("\r\n")

    def last(self) -> int:
        """Give the offset of the first visible character of the last line that has one, or 0."""
        line = bisect_right(self._starts, len(self._text.rstrip()) - 1)
        start = self.start(max(1, line))
        text = self._text[start : self.start(line + 1)]
        return start + len(text) - len(text.lstrip())
