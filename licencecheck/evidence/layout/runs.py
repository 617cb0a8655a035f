"""Cut the visible text of a page into runs: the text between block borders and line breaks, with its links."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from licencecheck.documents.document import Part

_INLINE = frozenset(
    ["a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
     "ins", "kbd", "label", "mark", "nobr", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike",
     "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"]
)  # fmt: skip
_SILENT = frozenset(
    ["audio", "button", "canvas", "datalist", "embed", "iframe", "map", "math", "noembed", "noframes", "noscript",
     "object", "option", "script", "select", "style", "svg", "template", "textarea", "title", "video"]
)  # fmt: skip
_KINDS = {**dict.fromkeys(_INLINE, "inline"), **dict.fromkeys(_SILENT, "silent"), "a": "a", "img": "img", "br": "br"}
"""What the walk does at an element; all others are blocks."""
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


_WIDE_SPACE = re.compile(r"\s{2,}")
_FOLDED_SPACE = re.compile(rf"{_WIDE_SPACE.pattern}|[^\S ]")

_Node = tuple[Literal["text", "tail", "open", "close", "image"], etree._Element, str]  # noqa: SLF001 - lxml names no other type
"""What the walk met within a run: a text and its words, a link that begins or ends, a picture."""


@dataclass(slots=True)
class RunLink:
    """A link within a run: characters `start` to `end` of the run's text."""

    element: etree._Element
    start: int
    end: int


class Run:
    """The text between two borders; offsets count characters of `text`.

    Of most runs no more than the text is ever looked at: links and pieces are measured when they are asked for.
    """

    __slots__ = ("_anchors", "_links", "_nodes", "_pieces", "after_break", "element", "index", "text")

    def __init__(self, index: int, element: etree._Element, nodes: Sequence[_Node], *, after_break: bool) -> None:
        """Read the text of the `nodes` within the block `element`."""
        self.index = index
        self.element = element
        """The nearest block element around it."""
        self.text = " ".join("".join([raw for _, _, raw in nodes]).split())
        """White space folded, stripped."""
        self.after_break = after_break
        """True if only a `<br>` parts it from the run before."""
        self._nodes = nodes
        self._pieces: list[tuple[int, etree._Element, Part, str]] = []
        self._links: list[RunLink] | None = None
        self._anchors: list[etree._Element] | None = None

    @property
    def images(self) -> list[etree._Element]:
        """The pictures in it."""
        return [element for kind, element, _ in self._nodes if kind == "image"]

    @property
    def anchors(self) -> list[etree._Element]:
        """The elements of its links, and of empty ones: many questions need no more, and these are not measured."""
        if self._anchors is None:
            self._anchors = [element for kind, element, _ in self._nodes if kind == "open"]
        return self._anchors

    @property
    def links(self) -> list[RunLink]:
        """The links that hold words or pictures of the run."""
        if self._links is None and self.anchors:
            self._links = self._measured()
        return self._links or []

    @property
    def pieces(self) -> list[tuple[int, etree._Element, Part, str]]:
        """Offset in `text` where each text node begins, the node, and its raw text."""
        if self._links is None:
            self._links = self._measured()
        return self._pieces

    def _measured(self) -> list[RunLink]:
        """Note the pieces and give the links."""
        links: list[RunLink] = []
        opened: list[tuple[etree._Element, int]] = []
        length, spaced, pictured = 0, True, False
        for kind, element, raw in self._nodes:
            if kind == "open":
                opened.append((element, length))
            elif kind == "close":
                # where the markup is broken, the link ends with the run
                if opened and opened[-1][0] is element:
                    _, start = opened.pop()
                    if length > start or pictured:
                        links.append(RunLink(element, start, length))
            elif kind == "image":
                pictured = True
            elif raw.isspace():
                length += not spaced
                spaced = True
            else:
                length += raw[0].isspace() and not spaced
                self._pieces.append((length - (raw[0].isspace() and not spaced), element, kind, raw))
                spaced = raw[-1].isspace()
                length += len(" ".join(raw.split())) + spaced
        links += [RunLink(element, start, length) for element, start in opened if length > start or pictured]
        for span in links:
            span.start, span.end = _trim(self.text, span.start, span.end)
        return links

    def source_of(self, offset: int) -> tuple[etree._Element, Part, int] | None:
        """Find the text node and the index in it that hold the character at `offset`."""
        at = bisect_right(self.pieces, offset, key=lambda piece: piece[0])
        if not at:
            return None
        start, element, part, raw = self.pieces[at - 1]
        return element, part, _raw_index(raw, offset - start, self._begin(start, raw))

    def seams(
        self, interruptions: Callable[[etree._Element, Part], Iterable[int]]
    ) -> dict[int, tuple[etree._Element, Part, int]]:
        """Offsets in `text` where columns may jump, each with its text node and index in it.

        That is where a text node begins, where folded white space ends, and where `interruptions` of a text node says
        that its source is interrupted.
        """
        found: dict[int, tuple[etree._Element, Part, int]] = {}
        for start, element, part, raw in self.pieces:
            folded = self._begin(start, raw)
            shift = start - folded
            gaps = dict(gap.span() for gap in _FOLDED_SPACE.finditer(raw, folded))
            seams = {folded, *gaps.values(), *interruptions(element, part)}
            for index in sorted(seams.union(gaps)):
                # what stands within folded white space stands nowhere in `text`
                if index in seams and folded <= index < len(raw):
                    found[index + shift] = element, part, index
                if index in gaps:
                    folded = gaps[index]
                    shift -= folded - index - 1
        return found

    def _begin(self, start: int, raw: str) -> int:
        """Index in the `raw` text of a piece of the character that stands at its `start` in `text`."""
        return 0 if self.text.startswith(" ", start) else len(raw) - len(raw.lstrip())


def _raw_index(raw: str, wanted: int, begin: int) -> int:
    """Index in `raw` of the character that, white space folded, is number `wanted` of those from `begin` on."""
    index = begin + wanted
    for gap in _WIDE_SPACE.finditer(raw, begin):
        if gap.start() >= index:
            break
        index += gap.end() - gap.start() - 1
    return min(index, max(len(raw) - 1, 0))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    end = min(end, len(text))
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return start, end


class _Cutter:
    """Collects nodes into the current run and closes it at borders."""

    __slots__ = ("_after_break", "_blocks", "_links", "is_empty", "nodes", "runs")

    def __init__(self, root: etree._Element) -> None:
        self.runs: list[Run] = []
        self.nodes: list[_Node] = []
        self.is_empty = True
        """Whether the current run holds neither words nor pictures."""
        self._after_break = False
        self._blocks = [root]
        self._links: list[etree._Element] = []

    def begin(self, kind: str, element: etree._Element) -> None:
        """An element begins that is more than inline text."""
        if kind == "block":
            self.close()
            self._blocks.append(element)
        elif kind == "a":
            self._links.append(element)
            self.nodes.append(("open", element, ""))
        elif kind == "img":
            self.nodes.append(("image", element, ""))
            self.is_empty = False
        else:
            self.close()
            self._after_break = True

    def end(self, kind: str, element: etree._Element) -> None:
        """An element ends; one that was skipped never began."""
        if kind == "block":
            if self._blocks[-1] is element and len(self._blocks) > 1:
                self.close()
                self._blocks.pop()
        elif kind == "a" and self._links and self._links[-1] is element:
            self.nodes.append(("close", self._links.pop(), ""))

    def close(self) -> None:
        """Make the run that ends here; links that are still open reach into the next one."""
        if not self.is_empty:
            self.runs.append(Run(len(self.runs), self._blocks[-1], self.nodes, after_break=self._after_break))
            self.nodes = [("open", link, "") for link in self._links]
            self.is_empty, self._after_break = True, False


def runs_of(tree: etree._Element) -> list[Run]:
    """Cut the page below `tree` (its root element) into runs in document order; hidden elements are left out."""
    cutter = _Cutter(tree)
    part: Part
    walk = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        kind = _KINDS.get(element.tag, "block")
        if event == "start":
            style = element.get("style")
            if kind == "silent" or element.get("hidden") is not None or (style and _HIDDEN_STYLE.search(style)):
                walk.skip_subtree()
                continue
            if kind != "inline":
                cutter.begin(kind, element)
            part, raw = "text", element.text
        else:
            if kind != "inline":
                cutter.end(kind, element)
            part, raw = "tail", element.tail
        if raw and not (cutter.is_empty and raw.isspace()):
            cutter.nodes.append((part, element, raw))
            cutter.is_empty = False
    cutter.close()
    return cutter.runs
