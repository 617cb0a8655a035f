"""Runs: the text of a page between block borders and line breaks, with its links."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from lxml import etree

from licencecheck.documents.document import Part
from licencecheck.evidence.layout.joints import Joint
from licencecheck.evidence.layout.visible import texts_from

_SHORT = 220
"""Characters up to which a run is a line of its own."""
_WIDE_SPACE = re.compile(r"\s{2,}")
_FOLDED_SPACE = re.compile(rf"{_WIDE_SPACE.pattern}|[^\S ]")

Mark = tuple[int, Literal["open", "close", "image"], etree._Element]  # noqa: SLF001 - lxml names no other type
"""A link that begins or ends, or a picture, and the number of texts of the run before it."""


@dataclass(slots=True)
class RunLink:
    """A link within a run: characters `start` to `end` of the run's text."""

    element: etree._Element
    start: int
    end: int

    @property
    def href(self) -> str | None:
        """Its address as written."""
        return self.element.get("href")


class Run:
    """The text between two borders; offsets count characters of `text`.

    Of most runs no more than the text is ever looked at: links and pieces are measured when they are asked for.
    """

    __slots__ = (
        "_anchors", "_begin", "_count", "_links", "_marks", "_pieces", "_texts", "after_break", "element", "index",
        "joints", "text",
    )  # fmt: skip

    def __init__(
        self,
        index: int,
        element: etree._Element,
        begin: tuple[etree._Element, Part] | None,
        texts: Sequence[str],
        marks: Sequence[Mark],
        *,
        after_break: bool,
        joints: Sequence[Joint] | None,
    ) -> None:
        """Join the raw `texts` of the nodes that follow each other from `begin` on, within the block `element`.

        `joints` are the places where inline boxes meet.
        """
        self.index = index
        self.element = element
        """The nearest block element around it."""
        self.joints = joints
        """Where boxes meet in it."""
        self.text = " ".join("".join(_with_gaps(texts, self._gaps) if joints else texts).split())
        """White space folded, stripped."""
        self.after_break = after_break
        """True if only a `<br>` parts it from the run before."""
        self._begin = begin
        self._count = len(texts)
        # on a page of prose, the raw texts of all runs would be a second copy of it
        self._texts = texts if marks or joints else ()
        self._marks = marks or ()
        self._pieces: list[tuple[int, etree._Element, Part, str]] | None = None
        self._links: list[RunLink] | None = None
        self._anchors: list[etree._Element] | None = None

    def as_label_of(self, other: Run) -> Run:
        """This line and the `other` after it read as one, with the links of the other alone."""
        run = Run(
            self.index, self.element, None, (self.text, " ", other.text), (), after_break=self.after_break, joints=None
        )
        shift = len(self.text) + 1
        run._links = [RunLink(link.element, link.start + shift, link.end + shift) for link in other.links]
        run._pieces = [
            *self.pieces,
            *((start + shift, element, part, raw) for start, element, part, raw in other.pieces),
        ]
        return run

    @property
    def is_marked(self) -> bool:
        """Whether a link or a picture is in it, or reaches into it."""
        return bool(self._marks)

    @property
    def images(self) -> list[etree._Element]:
        """The pictures in it."""
        return [element for _, kind, element in self._marks if kind == "image"]

    @property
    def anchors(self) -> list[etree._Element]:
        """The elements of its links, and of empty ones: many questions need no more, and these are not measured."""
        if self._anchors is None:
            self._anchors = [element for _, kind, element in self._marks if kind == "open"]
        return self._anchors

    @property
    def links(self) -> list[RunLink]:
        """The links that hold words or pictures of the run."""
        if self._links is None:
            self._links = self._measured_links() if self.anchors else []
        return self._links

    @property
    def pieces(self) -> list[tuple[int, etree._Element, Part, str]]:
        """Offset in `text` where each text node begins, the node, and its raw text."""
        if self._pieces is None:
            nodes = list(islice(texts_from(*self._begin), self._count)) if self._begin else []
            extents = _extents((raw for _, _, raw in nodes), self._gaps)
            self._pieces = [
                (start, element, part, raw)
                for (start, _), (element, part, raw) in zip(extents, nodes, strict=True)
                if not raw.isspace()
            ]
        return self._pieces

    @property
    def borders(self) -> frozenset[int]:
        """Offsets in `text` at which a box begins that says its own thing; none in a paragraph."""
        numbers = {joint.number for joint in self.joints or () if joint.is_border}
        if not numbers or len(self.text) > _SHORT:
            return frozenset()
        starts = (start for number, (start, _) in enumerate(_extents(self._texts, self._gaps)) if number in numbers)
        return frozenset(start + self.text.startswith(" ", start) for start in starts)

    @property
    def parted(self) -> str:
        """`text` with a bar in place of the space before each of these boxes: "4 May|Source: Post"."""
        borders = self.borders
        return "".join("|" if at + 1 in borders else char for at, char in enumerate(self.text))

    @property
    def _gaps(self) -> frozenset[int]:
        return frozenset(joint.number for joint in self.joints or () if joint.is_glued)

    def _measured_links(self) -> list[RunLink]:
        links: list[RunLink] = []
        opened: list[tuple[etree._Element, int]] = []
        ends = [0, *(end for _, end in _extents(self._texts, self._gaps))]
        pictured = False
        for count, kind, element in self._marks:
            if kind == "open":
                opened.append((element, ends[count]))
            elif kind == "image":
                pictured = True
            # where the markup is broken, the link ends with the run
            elif opened and opened[-1][0] is element:
                _, start = opened.pop()
                if ends[count] > start or pictured:
                    links.append(RunLink(element, start, ends[count]))
        links += [RunLink(element, start, ends[-1]) for element, start in opened if ends[-1] > start or pictured]
        for span in links:
            span.start, span.end = _trim(self.text, span.start, span.end)
        return links

    def source_of(self, offset: int) -> tuple[etree._Element, Part, int] | None:
        """Find the text node and the index in it that hold the character at `offset`."""
        at = bisect_right(self.pieces, offset, key=lambda piece: piece[0])
        if not at:
            return None
        start, element, part, raw = self.pieces[at - 1]
        return element, part, _raw_index(raw, offset - start, self._first(start, raw))

    def seams(
        self, interruptions: Callable[[etree._Element, Part], Iterable[int]]
    ) -> dict[int, tuple[etree._Element, Part, int]]:
        """Offsets in `text` where columns may jump, each with its text node and index in it.

        That is where a text node begins, where folded white space ends, and where `interruptions` of a text node says
        that its source is interrupted.
        """
        found: dict[int, tuple[etree._Element, Part, int]] = {}
        for start, element, part, raw in self.pieces:
            folded = self._first(start, raw)
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

    def _first(self, start: int, raw: str) -> int:
        """Index in the `raw` text of a piece of the character that stands at its `start` in `text`."""
        return 0 if self.text.startswith(" ", start) else len(raw) - len(raw.lstrip())


def _with_gaps(texts: Sequence[str], gaps: frozenset[int]) -> Iterator[str]:
    return (f" {raw}" if number in gaps else raw for number, raw in enumerate(texts))


def _extents(texts: Iterable[str], gaps: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Where in the text of a run each of its `texts` begins and ends, with white space that is not folded away."""
    length, spaced = 0, True
    for number, raw in enumerate(texts):
        if number in gaps:
            length, spaced = length + 1, True
        start = length
        if raw.isspace():
            length += not spaced
            spaced = True
        else:
            length += len(" ".join(raw.split())) + (raw[0].isspace() and not spaced)
            spaced = raw[-1].isspace()
            length += spaced
        yield start, length


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
