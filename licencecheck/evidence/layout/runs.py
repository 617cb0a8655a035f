"""Cut the visible text of a page into runs: the text between block borders and line breaks, with its links."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from licencecheck.documents.document import Part

_INLINE = frozenset(
    ["a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
     "ins", "kbd", "label", "mark", "nobr", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike",
     "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"]
)  # fmt: skip
_SILENT = frozenset(
    ["audio", "button", "canvas", "datalist", "embed", "iframe", "map", "math", "noscript", "object", "option",
     "script", "select", "style", "svg", "template", "textarea", "title", "video"]
)  # fmt: skip
_MAY_HIDE: Any = etree.XPath("//*[@hidden or contains(@style, 'none') or contains(@style, 'hidden')]")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(slots=True)
class RunLink:
    """A link within a run: characters `start` to `end` of the run's text."""

    element: etree._Element
    start: int
    end: int


@dataclass(slots=True)
class Run:
    """The text between two borders; offsets count characters of `text`."""

    index: int
    element: etree._Element
    """The nearest block element around it."""
    text: str = ""
    """White space folded, stripped."""
    pieces: list[tuple[int, etree._Element, Part, str]] = field(default_factory=list)
    """Offset in `text` where each text node begins, the node, and its raw text."""
    links: list[RunLink] = field(default_factory=list)
    images: list[etree._Element] = field(default_factory=list)
    after_break: bool = False
    """True if only a `<br>` parts it from the run before."""

    def source_of(self, offset: int) -> tuple[etree._Element, Part, int] | None:
        """Find the text node and the index in it that hold the character at `offset`."""
        best = None
        for piece in self.pieces:
            if piece[0] > offset:
                break
            best = piece
        if best is None:
            return None
        start, element, part, raw = best
        return element, part, _raw_index(raw, offset - start, led=self.text[start : start + 1] == " ")


def _raw_index(raw: str, wanted: int, *, led: bool) -> int:
    """Index in `raw` of character `wanted` of its folded form, which begins with a space if `led`."""
    index = 0 if led else len(raw) - len(raw.lstrip())
    for _ in range(wanted):
        if index >= len(raw):
            break
        if raw[index].isspace():
            while index + 1 < len(raw) and raw[index + 1].isspace():
                index += 1
        index += 1
    return min(index, max(len(raw) - 1, 0))


class _Cutter:
    """Collects text nodes into the current run and closes it at borders."""

    def __init__(self, root: etree._Element) -> None:
        self.runs: list[Run] = []
        self.run = Run(0, root)
        self._parts: list[str] = []
        self._length = 0
        self._spaced = True
        self._open_links: list[tuple[etree._Element, int]] = []

    def text(self, element: etree._Element, part: Part, raw: str) -> None:
        """Add a text node to the run."""
        words = raw.split()
        if not words:
            if not self._spaced:
                self._parts.append(" ")
                self._length += 1
                self._spaced = True
            return
        folded = " ".join(words)
        if raw[0].isspace() and not self._spaced:
            folded = " " + folded
        self._spaced = raw[-1].isspace()
        if self._spaced:
            folded += " "
        self.run.pieces.append((self._length, element, part, raw))
        self._parts.append(folded)
        self._length += len(folded)

    def open_link(self, element: etree._Element) -> None:
        """A link begins here."""
        self._open_links.append((element, self._length))

    def close_link(self, element: etree._Element) -> None:
        """The link ends here, unless its markup is broken."""
        if self._open_links and self._open_links[-1][0] is element:
            self._add_link(*self._open_links.pop())

    def _add_link(self, element: etree._Element, start: int) -> None:
        if self._length > start or self.run.images:
            self.run.links.append(RunLink(element, start, self._length))

    def border(self, element: etree._Element, *, is_break: bool = False) -> None:
        """Close the current run; the next one stands in `element`."""
        run = self.run
        if not run.pieces and not run.images:
            run.element, run.after_break = element, run.after_break or is_break
            if self._length:
                self._parts, self._length, self._spaced = [], 0, True
                self._open_links = [(link, 0) for link, _ in self._open_links]
            return
        if self._open_links:
            for link, start in self._open_links:
                self._add_link(link, start)
            self._open_links = [(link, 0) for link, _ in self._open_links]
        run.text = "".join(self._parts).rstrip(" ")
        for span in run.links:
            span.start, span.end = _trim(run.text, span.start, span.end)
        self.runs.append(run)
        self._parts, self._length, self._spaced = [], 0, True
        self.run = Run(len(self.runs), element, after_break=is_break)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    end = min(end, len(text))
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return start, end


def runs_of(tree: etree._Element) -> list[Run]:
    """Cut the page below `tree` (its root element) into runs in document order; hidden elements are left out."""
    cutter = _Cutter(tree)
    blocks = [tree]
    hidden = {element for element in _MAY_HIDE(tree) if _is_hidden(element)}
    text, border = cutter.text, cutter.border
    walk = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if tag in _SILENT or element in hidden:
                walk.skip_subtree()
                continue
            if tag not in _INLINE:
                if tag == "br":
                    border(blocks[-1], is_break=True)
                else:
                    blocks.append(element)
                    border(element)
            elif tag == "a":
                cutter.open_link(element)
            elif tag == "img":
                cutter.run.images.append(element)
            if raw := element.text:
                text(element, "text", raw)
            continue
        if tag == "a":
            cutter.close_link(element)
        elif blocks[-1] is element and len(blocks) > 1:
            blocks.pop()
            border(blocks[-1])
        if raw := element.tail:
            text(element, "tail", raw)
    border(tree)
    return cutter.runs


def _is_hidden(element: etree._Element) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN_STYLE.search(element.get("style", "")))
