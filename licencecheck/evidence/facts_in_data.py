"""Facts that head, structured data and front matter of a page state, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from licencecheck.documents.document import Document
from licencecheck.evidence.head.metadata import directives_of
from licencecheck.evidence.licences.comments import stated_in_comments
from licencecheck.evidence.page_data import PageData
from licencecheck.model import Canonical, Location, Place, Robots, Role, Target
from licencecheck.urls import host_of, target_of


def address_in(data: PageData) -> str | None:
    """The address of an article on an own host that the head gives for the page."""
    for meta in (*data.metadata.canonicals, *data.metadata.self_urls):
        target, url = target_of(meta.value)
        if url and target is Target.ARTICLE and host_of(url) in data.hosts:
            return url
    return None


def published_in(data: PageData) -> date | None:
    """The day of publication."""
    dates = (data.metadata.published, data.structured.published, data.front_matter.published)
    return next((day for day in dates if day), None)


def canonical_in(document: Document, data: PageData) -> Canonical | None:
    """The canonical address, that of the head before that of the front matter."""
    for meta in data.metadata.canonicals:
        _, url = target_of(meta.value, base=document.url)
        return Canonical(
            text=meta.value, location=document.element_at(meta.element, meta.attribute),
            role=Role.HEAD, place=Place.META, href=meta.value, url=url, signals=("rel=canonical",),
        )  # fmt: skip
    for stated in data.front_matter.canonicals:
        _, url = target_of(stated.value)
        return Canonical(
            text=stated.value, location=stated.entry.location, role=Role.HEAD, place=Place.META,
            href=stated.value, url=url, signals=(f"front matter `{stated.entry.key}`",),
        )  # fmt: skip
    return None


def robots_in(document: Document, data: PageData) -> Iterator[Robots]:
    """What search engines are told."""
    for meta in data.metadata.robots:
        yield Robots(
            text=meta.value, location=document.element_at(meta.element, meta.attribute),
            role=Role.HEAD, place=Place.META, agent=meta.name, directives=directives_of(meta),
        )  # fmt: skip
    for stated in data.front_matter.robots:
        yield Robots(
            text=stated.value, location=stated.entry.location, role=Role.HEAD, place=Place.META,
            agent="robots", directives=frozenset({"noindex"}),
        )  # fmt: skip


def licences_in(document: Document, data: PageData) -> Iterator[tuple[str, Location, str]]:
    """Addresses and names of licences, where they stand, and what states them."""
    rights = (meta for meta in data.metadata.copyrights if meta.weight > 1)  # others are the site's
    for meta in (*data.metadata.licences, *rights):
        yield meta.value, document.element_at(meta.element, meta.attribute), meta.name
    for value in data.structured.of("license"):
        yield value.value, value.location(document), f"{value.syntax} license"
    for stated in data.front_matter.licences:
        yield stated.value, stated.entry.location, stated.entry.key
    yield from stated_in_comments(document)


def authors_in(document: Document, data: PageData) -> Iterator[tuple[str, Location, str]]:
    """Names of the authors, where they stand, and what states them."""
    for stated in data.front_matter.authors:
        yield stated.value, stated.entry.location, f"front matter `{stated.entry.key}`"
    for author in data.structured.authors:
        if not author.is_organization:
            yield author.stated.value, author.stated.location(document), author.stated.syntax
    for meta in data.metadata.authors:
        yield meta.value, document.element_at(meta.element, meta.attribute), f"meta {meta.name}"
