"""The runs of a page with their roles and places relative to the article: what every evidence reader looks at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from licencecheck.documents.document import Document
from licencecheck.evidence.containers import Containers
from licencecheck.evidence.runs import Run, RunLink
from licencecheck.model import Confidence, Identity, Link, Location, Place, Role
from licencecheck.text import excerpt
from licencecheck.urls import target_of

NEAR = 3
"""Runs beside the first or last of the article that still count as its top or bottom (17 of 17 measured credits)."""


@dataclass(slots=True)
class Layout:
    """One page, cut and measured; readers ask it and never change it."""

    document: Document
    runs: Sequence[Run]
    containers: Containers
    identity: Identity
    language: str
    first: int
    """Index of the first run of the article's text."""
    last: int
    title_run: int | None = None
    """Index of the run that holds the article's title."""
    _links: dict[etree._Element, Link] = field(default_factory=dict)

    def role(self, run: Run) -> Role:
        """What the containers around `run` say of it."""
        return self.containers.role_of(run.element)

    def distance(self, run: Run) -> int:
        """Runs between `run` and the article: 0 within, negative before, positive after."""
        if run.index < self.first:
            return run.index - self.first
        return max(0, run.index - self.last)

    def place(self, run: Run) -> Place:
        """Where `run` stands relative to the article."""
        role = self.role(run)
        if role in {Role.ASIDE, Role.CHROME, Role.RELATED, Role.COMMENT} and self.distance(run):
            return Place.ASIDE
        if run.index <= self.first + 2 and (run.index <= self.last - 3 or run.index < self.first):
            return Place.BYLINE if role is Role.BYLINE else Place.TOP
        if run.index >= self.last - 2:
            return Place.BOTTOM
        return Place.BODY

    def location(self, run: Run, offset: int = 0) -> Location:
        """Where in the file the character at `offset` of the run stands."""
        source = run.source_of(offset)
        if source is None:
            return self.document.element_at(run.element)
        return self.document.text_at(*source)

    def link(self, run: Run, span: RunLink) -> Link:
        """The link as a fact; the same object whenever it is asked for."""
        known = self._links.get(span.element)
        if known is None:
            known = self._links[span.element] = self._read_link(run, span)
        return known

    def _read_link(self, run: Run, span: RunLink) -> Link:
        element = span.element
        href = element.get("href")
        base = self.document.url or next((c.url for c in ()), None)
        target, url = target_of(href, base=base, own_hosts=self.identity.hosts)
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

    def near(self) -> Iterator[Run]:
        """Runs of the article and those within reach of its two ends, in page order."""
        start, stop = max(0, self.first - 4 * NEAR), min(len(self.runs), self.last + 1 + 8 * NEAR)
        return iter(self.runs[start:stop])
