"""Licences stated on the page, by link, badge, words or metadata, and what each of them covers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from licencecheck.evidence.layout.layout import Layout
from licencecheck.evidence.layout.runs import Run, RunLink
from licencecheck.evidence.licences.ids import (
    LicenceId,
    combine,
    licence_of_badge,
    licence_of_icons,
    licence_of_url,
    licence_of_value,
    refines,
)
from licencecheck.evidence.licences.scope import TALKED_ABOUT, scope_of
from licencecheck.evidence.licences.words import licences_in_text, near_words
from licencecheck.model import Conflict, LicenceStatement, Location, Place, Role, Scope, Statement
from licencecheck.text import excerpt

_ICONS = ("i", "span")
_MOST_ICONS = 20
"""Elements of a block among which icons are looked for."""


@dataclass(slots=True)
class _Found:
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


def licences_of(
    layout: Layout, stated_in_data: Iterable[tuple[str, Location, str]]
) -> tuple[list[LicenceStatement], list[Conflict]]:
    """Statements in page order, those of the data last, each licence once per scope; and their contradictions.

    One statement may contradict itself, by its words, link and badge, and what readers see may contradict the data.

    `stated_in_data` are values that no reader sees: the value, its place, and what it is called.
    """
    worded = layout.holding(near_words())
    runs = (run for run in layout.near(len(layout.runs)) if run.is_marked or run.index in worded)
    found = [f for run in runs for f in _of_run(layout, run, worded)]
    found = _joined(found)
    for value, location, name in stated_in_data:
        licence = licence_of_value(value)
        if licence is not None and licence.kind not in TALKED_ABOUT | {"reserved"}:
            url = value if value.startswith(("http://", "https://", "//")) else None
            found.append(
                _Found(
                    licence,
                    url,
                    (Statement.METADATA,),
                    f"{name}: {value}",
                    location,
                    Scope.ARTICLE,
                    Place.META,
                    Role.HEAD,
                )
            )
    statements = [_statement(f) for f in _once(_explained(found))]
    conflicts = [*(_within(f) for f in found if f.conflict), *_between(found)]
    return statements, conflicts


def _told(said: Mapping[str, LicenceId | None]) -> str:
    """ "words: CC-BY-4.0, link: CC-BY-SA-4.0"."""
    return ", ".join(f"{by}: {licence.id}" for by, licence in said.items() if licence)


def _within(found: _Found) -> Conflict:
    """The contradiction of one statement in itself."""
    return Conflict(
        text=excerpt(found.conflict or ""), location=found.location, role=found.role, place=found.place,
        about="licence", between=(found.location,), signals=("words, link and badge differ",),
    )  # fmt: skip


def _between(found: Iterable[_Found]) -> Iterator[Conflict]:
    """The contradictions between what readers see of the article's licence and what the data says of it."""
    stated = [f for f in found if f.scope is Scope.ARTICLE and f.licence.kind == "content"]
    seen = [f for f in stated if f.place is not Place.META]
    for data in (f for f in stated if f.place is Place.META):
        if seen and not any(_agree(data.licence, one.licence) for one in seen):
            first = seen[0]
            yield Conflict(
                text=excerpt(f"page: {first.licence.id}, {data.text.partition(':')[0]}: {data.licence.id}"),
                location=first.location, role=first.role, place=first.place,
                about="licence", between=(first.location, data.location), signals=("page and data differ",),
            )  # fmt: skip


def _agree(one: LicenceId, other: LicenceId) -> bool:
    return refines(one, other) or refines(other, one)


def _of_run(layout: Layout, run: Run, worded: Collection[int]) -> Iterator[_Found]:
    """Licences that `run` states; `worded` are the indices of the runs in which words may."""
    links = licence_links(run)
    badge = _badge(run.images) or (_icons(run.element) if run.index in worded else None)
    in_words = licences_in_text(run.text) if run.index in worded else []
    in_words = [m for m in in_words if m.licence.kind != "reserved"]  # reserves rights, licenses nothing
    if not (links or badge or in_words) or layout.role(run) is Role.COMMENT:
        return
    kinds = {m.licence.kind for m in in_words} | {licence.kind for _, licence in links}
    if (
        len({licence.id for _, licence in links}) > 1
        or len({m.licence.id for m in in_words if m.licence.kind == "content"}) > 2
    ):
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
    yield _Found(
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


def _several(layout: Layout, run: Run, links: list[tuple[RunLink, LicenceId]]) -> Iterator[_Found]:
    """Several licences in one paragraph: each link by itself; none of them is said to be the article's."""
    for span, licence in links:
        scope = scope_of(layout, run, licence, span.start, {licence.kind}, certain=True)
        yield _Found(
            licence, span.element.get("href"), (Statement.LINK,), run.text,
            layout.document.element_at(span.element, "href"),
            Scope.MENTION if scope is Scope.ARTICLE else scope, layout.place(run), layout.role(run),
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


def _explained(found: list[_Found]) -> list[_Found]:
    """A badge alone covers what a sentence elsewhere on the page says of the same licence."""
    told = {f.licence.id: f.scope for f in found if Statement.WORDS in f.by}
    for item in found:
        if item.by == (Statement.BADGE,) or (item.wordless and item.scope is Scope.ARTICLE):
            item.scope = told.get(item.licence.id, item.scope)
    return found


def _joined(found: list[_Found]) -> list[_Found]:
    """Join a badge with the sentence beside it: the snippet of the licence chooser is two lines."""
    joined: list[_Found] = []
    for item in found:
        last = joined[-1] if joined else None
        same = last and (last.licence.id == item.licence.id or _family(last.licence.id) == _family(item.licence.id))
        if last and same and last.scope is item.scope and last.place is item.place and last.by != item.by:
            better = item if len(item.licence.id) >= len(last.licence.id) else last
            last.licence, last.url = better.licence, last.url or item.url
            last.by = tuple(dict.fromkeys((*last.by, *item.by)))
            if last.wordless:
                last.text, last.location, last.wordless = item.text, item.location, item.wordless
        else:
            joined.append(item)
    return joined


def _family(licence_id: str) -> str:
    return re.sub(r"-[0-9].*", "", licence_id.removeprefix("LicenseRef-"))


def _once(found: list[_Found]) -> list[_Found]:
    seen: set[tuple[str, Scope]] = set()
    kept = []
    specific = {(f.licence.id, f.scope) for f in found}
    for item in found:
        key = (item.licence.id, item.scope)
        vague = item.licence.id == "CC-unspecified" or not re.search(r"\d", item.licence.id)
        told_better = vague and any(
            other != key
            and other[1] is item.scope
            and (
                (item.licence.id == "CC-unspecified" and other[0].removeprefix("LicenseRef-").startswith("CC"))
                or _family(other[0]) == item.licence.id
            )
            for other in specific
        )
        if key not in seen and not told_better:
            seen.add(key)
            kept.append(item)
    return kept


def _statement(found: _Found) -> LicenceStatement:
    return LicenceStatement(
        text=excerpt(found.text), location=found.location, role=found.role, place=found.place,
        id=found.licence.id, url=found.url, scope=found.scope, by=found.by, signals=tuple(b.value for b in found.by),
    )  # fmt: skip
