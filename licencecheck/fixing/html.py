"""Places in an HTML page: the two ends of the article, and the head."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import islice, takewhile
from operator import itemgetter

from lxml import etree

from licencecheck.documents.html import HtmlDocument
from licencecheck.evidence.article.region import Region, is_prose, region_of
from licencecheck.evidence.layout.containers import OUTSIDE
from licencecheck.evidence.layout.cutting import runs_of
from licencecheck.evidence.layout.runs import Run
from licencecheck.fixing.edits import Edit
from licencecheck.fixing.obstacles import Obstacle
from licencecheck.fixing.source import line_end_at

_MOST_BELOW = 24
"""Runs below the last paragraph among which its credit is looked for."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_IN_HEAD = frozenset(["title", "meta", "link", "base", "style", "script", "noscript", "template", etree.Comment])
"""What can stand in a head."""
_CLOSED = _HEADINGS | frozenset(
    ["p", "pre", "ul", "ol", "dl", "li", "dt", "dd", "blockquote", "figure", "figcaption", "table", "caption", "thead",
     "tbody", "tfoot", "tr", "th", "address", "details", "summary", "fieldset", "form", "button"]
)  # fmt: skip
"""Elements in which no paragraph of the article's own can stand, or that are one thing of its text."""


class HtmlPlaces:
    """Where in a page a line can be written, so that it stands in the article and nowhere else."""

    def __init__(self, document: HtmlDocument, attribution: Iterable[int], below: Iterable[int]) -> None:
        """Look at a page in whose lines about its origin stand the offsets `attribution`.

        Of them `below` are those of the credits below the article: they tell better than all else where it ends.
        """
        self._document = document
        self._positions = document.positions
        self._text = document.source
        self._attribution = tuple(attribution)
        self._below = tuple(below)

    def at_byline(self, block: str) -> Edit:
        """Write a block in front of the article and of what is said of its origin there.

        Raises:
            Obstacle: its place in the file cannot be told.
        """
        first = self._first_paragraph
        above = (run for run in self._inside if run.index in self._attributed and run.element.tag not in _HEADINGS)
        return self._before(min(first, next(above, first), key=lambda run: run.index), block)

    def before_article(self, block: str) -> Edit:
        """Write a block in front of the first paragraph of the article.

        Raises:
            Obstacle: its place in the file cannot be told.
        """
        return self._before(self._first_paragraph, block)

    def _before(self, run: Run, block: str) -> Edit:
        element = self._block(run)
        start = self._first(run) if element is None else self._positions.start(element)
        if start is None:
            raise Obstacle("where the article begins cannot be told")
        indent = self._indent(start)
        return Edit(start, start, block if indent is None else block + line_end_at(self._text, start) + indent)

    def after_article(self, block: str) -> Edit:
        """Write a block behind the last paragraph of the article, and behind what is said of its origin there.

        Raises:
            Obstacle: its place in the file cannot be told.
        """
        run = self._last
        element = self._block(run)
        start = self._first(run) if element is None else self._positions.start(element)
        end = self._behind(run) if element is None else self._positions.end(element)
        if start is None or end is None:
            raise Obstacle("where the article ends cannot be told")
        return self._following(start, end, block)

    def in_head(self, element: str) -> Edit:
        """Write an element at the end of the head, which is made where there is none.

        Raises:
            Obstacle: its place in the file cannot be told.
        """
        head = self._document.tree.find("head")
        # Behind what can be no part of a head, browsers are in the body
        children = takewhile(lambda child: child.tag in _IN_HEAD, () if head is None else head)
        for child in reversed(list(children)):
            start, end = self._positions.start(child), self._positions.end(child)
            if start is not None and end is not None:
                return self._following(start, end, element)
        inside = self._positions.inside(head) if head is not None else None
        if inside is not None:
            return Edit(inside, inside, element)
        return self._in_new_head(element)

    def _in_new_head(self, element: str) -> Edit:
        """Begin a head behind `<html>` or before `<body>`; before other content the element makes one by itself."""
        body = self._document.tree.find("body")
        inside = self._positions.inside(self._document.tree)
        start = inside if inside is not None or body is None else self._positions.start(body)
        if start is None:
            raise Obstacle("where the head of the page belongs cannot be told")
        line_end = line_end_at(self._text, start)
        if inside is not None:
            return Edit(start, start, f"{line_end}<head>{element}</head>")
        is_written = body is not None and self._positions.inside(body) is not None
        return Edit(start, start, (f"<head>{element}</head>" if is_written else element) + line_end)

    @cached_property
    def _runs(self) -> list[Run]:
        return runs_of(self._document.tree)

    @cached_property
    def _inside(self) -> list[Run]:
        """The runs of the article, without the boxes within it."""
        runs = self._region.runs_in(self._runs) or self._runs
        return [run for run in runs if run.text and self._region.containers.role_of(run.element) not in OUTSIDE]

    @cached_property
    def _region(self) -> Region:
        return region_of(self._runs)

    @cached_property
    def _prose(self) -> list[Run]:
        """Its paragraphs; where there are none, all that it says."""
        plain = [run for run in self._inside if run.element.tag not in _HEADINGS]
        prose = [run for run in plain if is_prose(run)]
        if not (found := prose or plain):
            raise Obstacle("the page has no text")
        return found

    @property
    def _first_paragraph(self) -> Run:
        return next((run for run in self._prose if run.index not in self._attributed), self._prose[0])

    @property
    def _last(self) -> Run:
        credited = self._holding(self._below)
        last = next((run for run in reversed(self._inside) if run.index in credited), self._prose[-1])
        below = islice((run for run in self._inside if run.index > last.index), _MOST_BELOW)
        return next((run for run in reversed(list(below)) if run.index in self._attributed), last)

    @cached_property
    def _attributed(self) -> frozenset[int]:
        """Indices of the runs that say something of the origin."""
        return self._holding(self._attribution)

    def _holding(self, offsets: Iterable[int]) -> frozenset[int]:
        """Indices of the runs in which any of `offsets` stands."""
        at = (bisect_right(self._begins, offset, key=itemgetter(0)) for offset in offsets)
        return frozenset(self._begins[behind - 1][1] for behind in at if behind)

    @cached_property
    def _begins(self) -> list[tuple[int, int]]:
        """Where each run begins, and its index."""
        sources = ((run.index, run.source_of(0)) for run in self._runs)
        begins = [(self._positions.text(*source), index) for index, source in sources if source is not None]
        return sorted((begin, index) for begin, index in begins if begin is not None)

    def _block(self, run: Run) -> etree._Element | None:
        """The element beside which a paragraph can stand; None where the text stands bare in the box of the article."""
        box = self._region.box
        path = [run.element]
        while path[-1] is not box and (parent := path[-1].getparent()) is not None:
            path.append(parent)
        if len(path) == 1 and path[0].tag not in _CLOSED:
            return None
        within = path[:-1] if len(path) > 1 and path[-1].tag not in _CLOSED else path
        element = next((step for step in reversed(within) if step.tag in _CLOSED), run.element)
        while (parent := element.getparent()) is not None and parent.tag in _CLOSED:
            element = parent
        return element

    def _first(self, run: Run) -> int | None:
        """Where bare text begins, or the inline element with which it begins."""
        _, element, part, raw = run.pieces[0]
        child = self._child(element, run)
        if child is not None and (part == "text" or child is not element):
            return self._positions.start(child)
        return self._positions.text(element, part, len(raw) - len(raw.lstrip()))

    def _behind(self, run: Run) -> int | None:
        """Where bare text ends, or the inline element with which it ends."""
        _, element, part, raw = run.pieces[-1]
        child = self._child(element, run)
        if child is not None and (part == "text" or child is not element):
            return self._positions.end(child)
        last = self._positions.text(element, part, len(raw.rstrip()) - 1)
        if last is None or not self._text.startswith("&", last):
            return last and last + 1
        return self._text.find(";", last) + 1 or None

    def _child(self, element: etree._Element, run: Run) -> etree._Element | None:
        """The child of the run's block in which `element` stands, or which it is; None for the block itself."""
        while element is not run.element:
            parent = element.getparent()
            if parent is None or parent is run.element:
                return element
            element = parent
        return None

    def _following(self, start: int, end: int, block: str) -> Edit:
        """Write behind what stands from `start` to `end`: on a line of its own, if that has one."""
        indent = self._indent(start)
        return Edit(end, end, block if indent is None else line_end_at(self._text, end) + indent + block)

    def _indent(self, offset: int) -> str | None:
        """The white space before what begins a line; None where it stands within one."""
        line = max(self._text.rfind("\n", 0, offset), self._text.rfind("\r", 0, offset)) + 1
        before = self._text[line:offset]
        return None if before.strip() else before
