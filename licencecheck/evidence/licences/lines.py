"""Licences that one line states, by link, badge or words, and what each of them covers."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from licencecheck.evidence.layout.layout import Layout
from licencecheck.evidence.layout.runs import Run, RunLink
from licencecheck.evidence.licences.ids import LicenceId, combine, licence_of_badge, licence_of_icons, licence_of_url
from licencecheck.evidence.licences.scope import scope_of
from licencecheck.evidence.licences.words import licences_in_text
from licencecheck.model import Location, Place, Role, Scope, Statement

_ICONS = ("i", "span")
_MOST_ICONS = 20
"""Elements of a block among which icons are looked for."""


@dataclass(slots=True, kw_only=True)
class Found:
    """What one run or element states."""

    licence: LicenceId
    url: str | None
    by: tuple[Statement, ...]
    text: str
    location: Location
    scope: Scope
    place: Place
    role: Role
    conflict: str | None = None
    """What its words, link and badge say of different licences."""
    wordless: bool = False


def stated_in(layout: Layout, run: Run, worded: Collection[int]) -> Iterator[Found]:
    """Licences that `run` states; `worded` are the indices of the runs in which words may."""
    links = licence_links(run)
    badge = _badge(run.images) or (_icons(run.element) if run.index in worded else None)
    in_words = licences_in_text(run.text) if run.index in worded else []
    in_words = [m for m in in_words if m.licence.kind != "reserved"]  # reserves rights, licenses nothing
    if not (links or badge or in_words) or layout.role(run) is Role.COMMENT:
        return
    kinds = {m.licence.kind for m in in_words} | {licence.kind for _, licence in links}
    linked = {licence.id for _, licence in links}
    named = {m.licence.id for m in in_words if m.licence.kind == "content"}
    if len(linked) > 1 or len(named) > 2:
        yield from _several(layout, run, links)
        return
    words = next((m for m in in_words if m.licence.kind == "content"), in_words[0] if in_words else None)
    link = links[0] if links else None
    said = {
        "words": words.licence if words else None,
        "link": link[1] if link else None,
        "badge": badge[1] if badge else None,
    }
    licence, conflict = combine(said["words"], said["link"], said["badge"])
    start = link[0].start if link else words.start if words else 0
    by = tuple(
        statement
        for statement, said in ((Statement.LINK, link), (Statement.BADGE, badge), (Statement.WORDS, words))
        if said is not None
    )
    if link:
        location = layout.document.element_at(link[0].element, "href")
    else:
        location = layout.location(run, start) if words or not badge else layout.document.element_at(badge[0])
    around = link[0] if link else next((s for s in run.links if words and s.start <= words.start < s.end), None)
    yield Found(
        licence=licence,
        url=around.element.get("href") if around else None,
        by=by,
        text=run.text or _without_words(run),
        location=location,
        scope=scope_of(layout, run, licence, start, kinds, certain=_is_certain(licence, link, badge)),
        place=layout.place(run),
        role=layout.role(run),
        conflict=_told(said) if conflict else None,
        wordless=not run.text,
    )


def _is_certain(licence: LicenceId, link: object, badge: object) -> bool:
    return link is not None or badge is not None or (licence.certain and licence.id != "CC-unspecified")


def _several(layout: Layout, run: Run, links: list[tuple[RunLink, LicenceId]]) -> Iterator[Found]:
    """Several licences in one paragraph: each link by itself; none of them is said to be the article's."""
    for span, licence in links:
        scope = scope_of(layout, run, licence, span.start, {licence.kind}, certain=True)
        yield Found(
            licence=licence, url=span.element.get("href"), by=(Statement.LINK,), text=run.text,
            location=layout.document.element_at(span.element, "href"),
            scope=Scope.MENTION if scope is Scope.ARTICLE else scope, place=layout.place(run), role=layout.role(run),
        )  # fmt: skip


def licence_links(run: Run) -> list[tuple[RunLink, LicenceId]]:
    """The links to licences; a run without any is not measured for it."""
    licences = {a: licence for a in run.anchors if (licence := licence_of_url(a.get("href") or ""))}
    return [(span, licences[span.element]) for span in run.links if span.element in licences] if licences else []


def _badge(pictures: Sequence[etree._Element]) -> tuple[etree._Element, LicenceId] | None:
    """The image that stands for a licence, or the first of several icons that do."""
    if not pictures:
        return None
    images = [(image, image.get("src") or image.get("data-src") or "") for image in pictures]
    icons = licence_of_icons([src for _, src in images]) if len(images) > 1 else None
    single = ((image, licence_of_badge(src, _words_for(image))) for image, src in images)
    return (pictures[0], icons) if icons else next(((i, licence) for i, licence in single if licence), None)


def _icons(block: etree._Element) -> tuple[etree._Element, LicenceId] | None:
    """The first of the icons of a font beside words about a licence, and the licence that they spell together."""
    drawn = [icon for icon in islice(block.iter(*_ICONS), _MOST_ICONS) if licence_of_icons([icon.get("class") or ""])]
    licence = licence_of_icons([icon.get("class") or "" for icon in drawn])
    return (drawn[0], licence) if licence else None


def _words_for(image: etree._Element) -> str:
    return image.get("alt") or image.get("title") or ""


def _without_words(run: Run) -> str:
    """What stands for the words in a run that has none: those for a picture, else an address."""
    addresses = [*(i.get("src") or "" for i in run.images), *(link.element.get("href") or "" for link in run.links)]
    return next(filter(None, [*map(_words_for, run.images), *addresses]), "")


def _told(said: Mapping[str, LicenceId | None]) -> str:
    """ "words: CC-BY-4.0, link: CC-BY-SA-4.0"."""
    return ", ".join(f"{by}: {licence.id}" for by, licence in said.items() if licence)
