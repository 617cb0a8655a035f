"""Authors of the article: the visible byline first, then the author box, structured data and front matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml import etree

from licencecheck.evidence import outlets
from licencecheck.evidence.identity import is_own
from licencecheck.evidence.layout.containers import OUTSIDE
from licencecheck.evidence.layout.layout import Layout
from licencecheck.evidence.layout.runs import Run
from licencecheck.model import Byline, Confidence, Location, Place, Role
from licencecheck.text import excerpt, fold, same_name, squeeze
from licencecheck.urls import is_profile

_NOBODY = re.compile(
    r"^(?:admin(?:istrator)?|staff(?: writer| reporter)?|editors?|editorial(?: team| staff)?|"
    r"guest(?: author| post| contributor)?|redaktion|redazione|r[ée]daction|redacci[óo]n|reda[cç][ãa]o|redakcja|"
    r"редакция|anonymous|unknown|webmaster|user|author|news ?desk|post(?:ed)?|view all posts.*|follow.*|more.*|sign.*|"
    r"share.*|comments?.*|\d.*)$",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"[.!?。！？](?:\s|$)|https?://|@|\b(?:is|was|are|has|have|will|said|ist|wurde|est|es|был)\b", re.IGNORECASE
)
_JOINT = re.compile(r"\s*(?:,|;|/|&|\||、)\s*|\s+(?:and|und|et|y|e|ed|en|oraz|i|и|ve|και|dan)\s+")
_TITLES = re.compile(r"^(?:by|von|par|por|di|door|dr\.?|prof\.?|автор:?)\s+", re.IGNORECASE)
_TRIM = " \t.,;:|·•\"'“”„«»()[]*_-–—"
_SLUG = re.compile(r"[a-z]{2,}(?:-[a-z]{2,}){1,2}")
_OFFICE = re.compile(
    r"\b(?:professor|lecturer|fellow|director|editor|researcher|scientist|candidate|phd|dean|chair|university|institute|"
    r"college|school|center|centre|universit\w+|professeur\w*|profesor\w*|institut\w*|catedr\w+|doctorant\w*)\b",
    re.IGNORECASE,
)
_INSTITUTION = re.compile(
    r"\b(?:universi\w+|institut\w*|college|school|academy|cent(?:er|re)|hochschule|école|facult\w+|laborator\w+|foundation)\b",
    re.IGNORECASE,
)
_LED = 12
"""Characters, such as "By", that may stand before the author in a byline with an institution."""
_MAX = 60
_LONGEST_BIO = 400
_CREDITING = frozenset(
    {"credit_first", "republished", "translation", "read_original", "byline", "credit_label", "permitted"}
)
_WORD = r"[^\W\d_a-zà-ÿа-я][\w'’.-]*"
_BY_NAME = re.compile(
    r"(?:\b(?:by|written by|author|por(?: el| la| o| a)?|pel[oa]|par|von|di|da|door|del autor:?|autor,?)\s+)"
    rf"((?:Dr\.? |Prof\.? )?{_WORD}(?:\s+(?:de |da |del |van |von |der )?{_WORD}){{1,3}})"
)
_BEFORE, _AFTER = 200, 300
_NAMING = frozenset({"credit_first", "credit_label"})
_FULL_NAME = re.compile(rf"(?:Dr\.? |Prof\.? )?{_WORD}(?:\s+{_WORD}){{1,2}}")


def names_in(text: str) -> list[str]:
    """Person names of a byline slot: of "A. Author and B. Author, Outlet, 3 May" the two authors."""
    text = squeeze(text)
    if len(text) > 160:
        return []
    if _SLUG.fullmatch(text):
        return [text]  # a key of the site's list of authors
    pieces = _JOINT.split(text)
    if any(_OFFICE.search(piece) for piece in pieces[1:]):
        pieces = pieces[:1]  # "A. Author, Professor, University"
    found = []
    for piece in pieces:
        name = _TITLES.sub("", piece.strip(_TRIM)).strip(_TRIM)
        if _is_person(name):
            found.append(name)
    return found


def institution_in(text: str) -> str | None:
    """The institution in "A. Author, Professor of Tides, River University", None where none is told from an office."""
    pieces = [piece.strip(_TRIM) for piece in text[:300].split(",")]
    return next((piece for piece in reversed(pieces[1:]) if _INSTITUTION.search(piece)), None)


def _is_person(name: str) -> bool:
    if not 2 <= len(name) <= _MAX or _NOBODY.match(name) or _VERB.search(name) or outlets.is_agency(name):
        return False
    if outlets.holds_date(name) or any(c.isdigit() for c in name):
        return False
    letters = [w for w in name.split() if w[0].isalpha()]
    if not letters or len(letters) > 5:
        return False
    return letters[0][0].isupper() or not letters[0][0].islower()


def bylines_of(
    layout: Layout, credited: Iterable[Run], more: Iterable[tuple[str, etree._Element | Location, str]]
) -> list[Byline]:
    """Authors of the original, the surest first.

    Who is named in the credit itself (`credited` are its runs) is the author, and other names are the translator's or
    the uploader's. Else the visible byline counts, then `more`: names from data that no reader sees, with place and
    signal.
    """
    for source in (
        _in_credit(layout, credited),
        _visible(layout),
        _in_bio(layout),
        _with_profile(layout),
        _from_data(layout, more),
    ):
        found: list[Byline] = []
        for byline in source:
            seen = byline.place is not Place.META and not outlets.has_outlet_form(byline.name)
            if not seen and is_own(layout.identity, name=byline.name):
                continue
            if not any(same_name(byline.name, known.name) for known in found):
                found.append(byline)
        if found:
            return found
    return []


def _in_credit(layout: Layout, credited: Iterable[Run]) -> Iterator[Byline]:
    for run in credited:
        hits = [h for h in layout.hits(run) if h.category in _CREDITING]
        for hit in hits:
            slot = hit.slots.get("author")
            granted = hit.slots.get("source") if hit.category in {"republished", "permitted", "translation"} else None
            if slot is None and granted is not None and _is_author(granted.text):
                slot = granted  # "reposted with permission from A. Author"
            if slot is not None:
                for name in names_in(slot.text):
                    yield _byline(layout, run, slot.start, name, "named in the credit", Confidence.HIGH)
        start = min((h.start for h in hits), default=0)
        parties = [
            span
            for h in hits
            for slot, span in h.slots.items()
            if slot == "translator" or (slot == "source" and h.category in _NAMING and not _is_author(span.text))
        ]
        for match in _BY_NAME.finditer(run.text, max(0, start - _BEFORE), start + _AFTER):
            if any(span.start < match.end(1) and match.start(1) < span.end for span in parties):
                continue
            for name in names_in(match[1]):
                yield _byline(layout, run, match.start(1), name, "named in the credit", Confidence.MEDIUM)


def _is_author(name: str) -> bool:
    """Whether a party may be a person: two or three capitalised words, none of them an outlet's."""
    return _FULL_NAME.fullmatch(name) is not None and not outlets.has_outlet_form(name) and not outlets.is_agency(name)


def _visible(layout: Layout) -> Iterator[Byline]:
    for run in layout.near():
        place, role = layout.place(run), layout.role(run)
        if place is Place.BODY or (role in OUTSIDE and role is not Role.CAPTION) or len(run.text) > 300:
            continue
        for hit in layout.hits(run):
            if hit.category == "byline" and "author" in hit.slots and hit.start <= 40:
                slot = hit.slots["author"]
                for name in names_in(slot.text):
                    yield _byline(layout, run, slot.start, name, "byline wording", Confidence.HIGH)
                break


def _in_bio(layout: Layout) -> Iterator[Byline]:
    """ "A. Author is a fellow at the Institute" or "A. Author, Professor, University" at an end of the article."""
    for run in layout.near():
        if layout.place(run) is Place.BODY or layout.role(run) in OUTSIDE or len(run.text) > _LONGEST_BIO:
            continue
        for hit in layout.hits(run):
            slot = hit.slots.get("author")
            if hit.category == "bio" and hit.strength >= 2 and slot is not None and _is_author(slot.text):
                byline = _byline(layout, run, slot.start, slot.text, "said of the author", Confidence.MEDIUM)
                institution = hit.slots.get("org")
                yield replace(byline, institution=institution.text if institution else None)


def _with_profile(layout: Layout) -> Iterator[Byline]:
    """A line that begins with a name which links a profile on another site, at an end of the article."""
    for run in layout.near():
        if not run.links or run.links[0].start > _LED or len(run.text) > _LONGEST_BIO:
            continue
        if layout.place(run) is Place.BODY or layout.role(run) in OUTSIDE:
            continue
        for link in run.links:
            url = layout.target(link)[1]
            name = run.text[link.start : link.end].strip()
            if is_profile(url) and not is_own(layout.identity, url=url) and _is_author(name):
                yield _byline(layout, run, link.start, name, "links a profile", Confidence.MEDIUM)


def _byline(layout: Layout, run: Run, offset: int, name: str, signal: str, confidence: Confidence) -> Byline:
    return Byline(
        text=excerpt(run.text),
        location=layout.location(run, offset),
        role=Role.BYLINE,
        place=layout.place(run),
        confidence=confidence,
        signals=(signal,),
        name=name,
        institution=institution_in(run.text[offset:]) if offset <= _LED else None,
    )


def _from_data(layout: Layout, more: Iterable[tuple[str, etree._Element | Location, str]]) -> Iterator[Byline]:
    for text, place, signal in more:
        for name in names_in(text):
            run = _shown(layout, name)
            if run is not None:
                yield _byline(
                    layout,
                    run,
                    fold(run.text).find(fold(name)) if len(fold(run.text)) == len(run.text) else 0,
                    name,
                    signal,
                    Confidence.MEDIUM,
                )
            else:
                location = place if isinstance(place, Location) else layout.document.element_at(place)
                yield Byline(
                    text=excerpt(text), location=location, role=Role.HEAD, place=Place.META,
                    confidence=Confidence.MEDIUM, signals=(signal,), name=name,
                )  # fmt: skip


def _shown(layout: Layout, name: str) -> Run | None:
    """The run by the article's ends that shows a name known from data."""
    wanted = fold(name)
    for run in layout.near():
        if layout.place(run) is not Place.BODY and len(run.text) <= 300 and wanted in fold(run.text):
            return run
    return None
