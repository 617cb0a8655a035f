"""The source between two successive tags, character by character, and the texts of a tree that it became."""

from __future__ import annotations

import html
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from licencecheck.documents.document import Part
from licencecheck.documents.markup import Markup, interruptions

_SPACE = "\t\n\f\r "


class Gap:
    """The text between two successive tags of nodes, and which texts of the tree it became."""

    def __init__(self, source: str, tag: Markup | None, end: int, texts: Iterator[tuple[int, Part, str]]) -> None:
        """Align the source from `tag` to the offset `end` with the `texts` of the tree."""
        self._decoded: list[int] = []
        self._offsets: list[int] = []
        self._literal: list[bool] = []
        self._begins: dict[tuple[int, Part], tuple[int, int]] = {}
        pieces = self._read(source, tag, end)
        self._place("".join(pieces).replace("\0", "\ufffd"), texts)

    def offset(self, node: int, part: Part, index: int) -> int | None:
        """Give the offset in the source of a character of a node's text."""
        begin, length = self._begins.get((node, part), (0, 0))
        if not 0 <= index < length:
            return None
        piece = bisect_right(self._decoded, begin + index) - 1
        return self._offsets[piece] + (begin + index - self._decoded[piece] if self._literal[piece] else 0)

    def interruptions(self, node: int, part: Part) -> list[int]:
        """Give the indices in a node's text at which another piece of the source begins."""
        begin, length = self._begins.get((node, part), (0, 0))
        first, last = bisect_right(self._decoded, begin), bisect_left(self._decoded, begin + length)
        return [start - begin for start in self._decoded[first:last]]

    def _read(self, source: str, tag: Markup | None, end: int) -> list[str]:
        """Read the text as a parser does: without markup, character references resolved, line ends as LF."""
        pieces: list[str] = []
        length = 0

        def add(text: str, offset: int, *, literal: bool) -> None:
            nonlocal length
            if text:
                self._decoded.append(length)
                self._offsets.append(offset)
                self._literal.append(literal)
                pieces.append(text)
                length += len(text)

        def read(at: int, stop: int, within: str) -> None:
            for match in interruptions(source, at, stop, within):
                add(source[at : match.start()], at, literal=True)
                at = match.end()
                if match[0].startswith("\r"):
                    add("\n", match.start(), literal=False)
                elif match[0].startswith("&"):
                    text = html.unescape(match[0])
                    # `&copyright` is a reference to one character and then literal text.
                    rest = text[1:] if match[0].endswith(text[1:]) else ""
                    for char in text.removesuffix(rest):
                        add(char, match.start(), literal=char == "&")
                    add(rest, at - len(rest), literal=True)
            add(source[at:stop], at, literal=True)

        if tag and tag.close > tag.end:
            read(tag.end, tag.close, tag.name)
        read(tag.close if tag else 0, end, "")
        return pieces

    def _place(self, read: str, texts: Iterator[tuple[int, Part, str]]) -> None:
        """Find the texts one behind the other; parsers drop white space here and there, but nothing else."""
        begins: dict[tuple[int, Part], tuple[int, int]] = {}
        at = 0
        for node, part, text in texts:
            if not read.startswith(text, at):
                visible = text.lstrip(_SPACE)
                if not visible:
                    continue
                at = max(at, _end_of_space(read, at) - (len(text) - len(visible)))
                if not read.startswith(text, at):
                    return
            begins[node, part] = at, len(text)
            at += len(text)
        if _end_of_space(read, at) == len(read):
            self._begins = begins


def _end_of_space(text: str, at: int) -> int:
    while at < len(text) and text[at] in _SPACE:
        at += 1
    return at
