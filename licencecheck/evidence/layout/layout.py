"""The runs of a page with their roles and places relative to the article: what every evidence reader looks at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain

from lxml import etree

from licencecheck.documents.document import Document
from licencecheck.evidence.article.region import Region, region_of
from licencecheck.evidence.dated_lines import DATE_NEAR, holds_date
from licencecheck.evidence.layout.containers import is_named_for_source
from licencecheck.evidence.layout.runs import Run, RunLink
from licencecheck.evidence.page_data import PageData
from licencecheck.evidence.phrases.lines import FoldedLines
from licencecheck.evidence.phrases.matcher import Hit, Phrases
from licencecheck.model import Confidence, Identity, Link, Location, Place, Role, Target
from licencecheck.text import excerpt
from licencecheck.urls import target_of

NEAR = 3
"""Runs beside the first or last of the article that still count as its top or bottom (17 of 17 measured credits)."""
_BOILERPLATE = frozenset({"reuse_terms", "permission", "disclosure", "share", "related", "reserved"})
_END = 1_500
"""Runs at either end of an endless article that are read: none of 400 real pages holds more in all."""
_LOOKED_AT = 3_000
"""Runs at either end of an endless page whose words are looked up."""
_PROSE = 200
"""Characters from which on a run is a paragraph of prose."""
LINE = 120
"""Characters of a run that may be nothing but a name and a date."""
_TOP, _BOTTOM = 0.04, 0.08
"""Shares of the article's text within which a run is at its top or bottom: boilerplate often follows the credit."""


class Layout:
    """One page, cut and measured; readers ask it and never change it."""

    def __init__(
        self, document: Document, runs: Sequence[Run], data: PageData, vocabulary: Phrases, language: str | None
    ) -> None:
        """Nothing is measured before it is asked for; a post is all article."""
        self.document = document
        self.runs = runs
        self._data = data
        self.language = language
        self.lines = FoldedLines(_texts(runs))
        """The texts of the runs, for a quick look at all of them."""
        self._vocabulary = vocabulary
        self._sayings = vocabulary.sayings(self.lines)
        self._hits: dict[int, list[Hit]] = {}
        self._runs_saying: dict[frozenset[str], frozenset[int]] = {}
        self._roles: dict[int, Role] = {}
        self._places: dict[int, Place] = {}
        self._source_boxes: dict[etree._Element, bool] = {}
        self._links: dict[etree._Element, Link] = {}
        self._sums: list[tuple[int, int]] = []

    @property
    def first(self) -> int:
        """Index of the first run of the article's text."""
        return self._ends[0]

    @property
    def last(self) -> int:
        """Index of the last run of the article's text."""
        return self._ends[1]

    @cached_property
    def _ends(self) -> tuple[int, int]:
        within = None if self.document.format == "markdown" else self.region.ends_in(self.runs)
        return within or (0, max(len(self.runs) - 1, 0))

    @cached_property
    def region(self) -> Region:
        """The box of the article among the containers of the page."""
        return region_of(self.runs)

    @property
    def identity(self) -> Identity:
        """Whose site the page stands on."""
        return self._data.identity

    @property
    def stated_identity(self) -> Identity:
        """What the head alone says of whose site the page stands on: no more than `identity`, and quicker told."""
        return self._data.stated_identity

    @property
    def title(self) -> str | None:
        """The title of the article, as the page or the front matter gives it."""
        return self._data.metadata.title or next((stated.value for stated in self._data.front_matter.titles), None)

    @property
    def states_author(self) -> bool:
        """Whether the data of the page or the front matter names an author."""
        data = self._data
        return bool(data.front_matter.authors or data.metadata.authors or data.structured.authors)

    def hits(self, run: Run, about: frozenset[str] | None = None) -> list[Hit]:
        """The wordings of attribution in `run`; none if its words alone rule out those of the categories `about`."""
        if about and run.index not in self.saying(about):
            return []
        known = self._hits.get(run.index)
        if known is None:
            known = self._vocabulary.hits(run.parted) if run.joints else []
            known = self._hits[run.index] = known or self._vocabulary.hits(run.text)
        return known

    def saying(self, about: frozenset[str]) -> frozenset[int]:
        """Indices of the runs whose words do not rule out the wordings of the categories `about`."""
        if about not in self._runs_saying:
            self._runs_saying[about] = self._sayings.about(about)
        return self._runs_saying[about]

    def hits_in(self, text: str) -> list[Hit]:
        """The wordings of attribution in a text that is no run of the page."""
        return self._vocabulary.hits(text)

    @cached_property
    def labels(self) -> frozenset[int]:
        """Indices of the runs that are nothing but a label of the source, with or without a colon."""
        return self._vocabulary.labels_alone(self.lines)

    @cached_property
    def labelled_links(self) -> frozenset[int]:
        """Indices of the short runs that end with a label of the source and a link, both in a box of their own."""
        labels = self._vocabulary.labels
        runs = (self.runs[at] for at in labels.named_in(self.lines))
        linked = (run for run in runs if run.anchors and run.links and len(run.text) <= LINE)
        return frozenset(run.index for run in linked if labels.is_label(run.text[slice(*label_before_link(run))]))

    def holding(self, pieces: frozenset[str]) -> frozenset[int]:
        """Indices of the runs in whose folded text one of `pieces` stands, whole words or parts of them."""
        return self.lines.holding(pieces)

    @cached_property
    def dated(self) -> frozenset[int]:
        """Indices of the short runs that hold a date."""
        runs = (self.runs[at] for at in self.lines.matching(DATE_NEAR))
        return frozenset(run.index for run in runs if len(run.text) <= LINE and holds_date(run.text))

    def role(self, run: Run) -> Role:
        """What the containers around `run` say of it."""
        known = self._roles.get(run.index)
        if known is None:
            known = self._roles[run.index] = self.region.containers.role_of(run.element)
        return known

    def is_in_source_box(self, run: Run) -> bool:
        """Whether the block of `run`, or the one around it, is named for the source."""
        parent = run.element.getparent()
        boxes = (run.element,) if parent is None else (run.element, parent)
        for box in boxes:
            if box not in self._source_boxes:
                self._source_boxes[box] = is_named_for_source(box)
        return any(self._source_boxes[box] for box in boxes)

    def is_within(self, element: etree._Element) -> bool:
        """Whether `element` stands in the article; a post is all article."""
        return self.document.format == "markdown" or self.region.holds(element)

    def distance(self, run: Run) -> int:
        """Runs between `run` and the article: 0 within, negative before, positive after."""
        if run.index < self.first:
            return run.index - self.first
        return max(0, run.index - self.last)

    def place(self, run: Run) -> Place:
        """Where `run` stands relative to the article."""
        known = self._places.get(run.index)
        if known is None:
            known = self._places[run.index] = self._place_of(run)
        return known

    def _place_of(self, run: Run) -> Place:
        role = self.role(run)
        if role in {Role.ASIDE, Role.CHROME, Role.RELATED, Role.COMMENT} and self.distance(run):
            return Place.ASIDE
        before, after, paragraphs_before, paragraphs_after = self._around(run)
        at_top = run.index <= self.first + 2 or before <= _TOP or not paragraphs_before
        if run.index < self.first or (at_top and after > before):
            return Place.BYLINE if role is Role.BYLINE else Place.TOP
        if run.index >= self.last - 2 or after <= _BOTTOM or (paragraphs_after <= 1 < paragraphs_before):
            return Place.BOTTOM
        return Place.BODY

    def _around(self, run: Run) -> tuple[float, float, int, int]:
        """Shares of the article's text, and paragraphs of prose, that stand before and after `run`."""
        if not self._sums:
            length = paragraphs = 0
            perhaps = self.saying(_BOILERPLATE)
            for one in self.runs[self.first : self.last + 1]:
                self._sums.append((length, paragraphs))
                deep = self.first + _END <= one.index <= self.last - _END
                if deep or one.index not in perhaps or not self._is_boilerplate(one):
                    length += len(one.text)
                    paragraphs += len(one.text) >= _PROSE
            self._sums.append((length, paragraphs))
        at = min(max(run.index - self.first, 0), len(self._sums) - 1)
        (before, first), (after, second) = self._sums[at], self._sums[min(at + 1, len(self._sums) - 1)]
        total, paragraphs = self._sums[-1]
        return before / max(total, 1), (total - after) / max(total, 1), first, paragraphs - second

    def _is_boilerplate(self, run: Run) -> bool:
        """Whether a run within the article is no part of it: terms, disclaimers, calls to share or subscribe."""
        return any(hit.category in _BOILERPLATE and hit.strength >= 2 for hit in self.hits(run, _BOILERPLATE))

    def location(self, run: Run, offset: int = 0) -> Location:
        """Where in the file the character at `offset` of the run stands."""
        source = run.source_of(offset)
        if source is None:
            return self.document.element_at(run.element)
        return self.document.text_at(*source)

    def target(self, anchor: etree._Element) -> tuple[Target, str | None]:
        """Class and absolute address of a link, without its place."""
        return self.target_of(anchor.get("href"))

    def target_of(self, href: str | None) -> tuple[Target, str | None]:
        """What an address leads to, and the absolute one."""
        return target_of(href, base=self.document.url, own_hosts=self._data.hosts)

    def link(self, run: Run, span: RunLink) -> Link:
        """The link as a fact; the same object whenever it is asked for."""
        known = self._links.get(span.element)
        if known is None:
            known = self._links[span.element] = self._read_link(run, span)
        return known

    def _read_link(self, run: Run, span: RunLink) -> Link:
        element = span.element
        href = element.get("href")
        target, url = self.target(element)
        where = self.document.element_at(element, "href") if href is not None else self.document.element_at(element)
        return Link(
            text=excerpt(run.text[span.start : span.end]),
            location=where,
            role=self.role(run),
            place=self.place(run),
            confidence=Confidence.HIGH,
            href=href or "",
            url=url,
            target=target,
            rel=frozenset((element.get("rel") or "").lower().replace(",", " ").split()),
        )

    def near(self, reach: int = 8 * NEAR) -> Iterator[Run]:
        """Runs of the article and those within `reach` of its two ends, in page order; of an endless one, both ends."""
        start, stop = max(0, self.first - reach), min(len(self.runs), self.last + 1 + reach)
        if stop - start <= 2 * _END:
            return iter(self.runs[start:stop])
        return chain(self.runs[start : start + _END], self.runs[stop - _END : stop])


def label_before_link(run: Run) -> tuple[int, int]:
    """Where in a run its last words begin and end before the link with which it ends; nothing if it does not."""
    link = run.links[-1]
    begin = max((at for at in run.borders if at < link.start), default=0)
    is_last = link.end == len(run.text) and not any(begin <= other.start < link.start for other in run.links)
    return (begin, link.start) if is_last else (0, 0)


def _texts(runs: Sequence[Run]) -> list[str]:
    """The texts of the runs, empty between the two ends of an endless page."""
    middle = len(runs) - 2 * _LOOKED_AT
    if middle > 0:
        return [*_texts(runs[:_LOOKED_AT]), *[""] * middle, *_texts(runs[-_LOOKED_AT:])]
    return [run.parted if run.joints else run.text for run in runs]
