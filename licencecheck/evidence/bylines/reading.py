"""Authors of the article: the credit first, then byline and author box, then what data says."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from licencecheck.evidence import outlets
from licencecheck.evidence.bylines.bios import authors_presented, authors_said_of, is_at_end
from licencecheck.evidence.bylines.lines import authors_of_line, marked_authors, reporters_in
from licencecheck.evidence.bylines.names import (
    author_in,
    is_full_name,
    names_after_office,
    names_in,
    names_other,
    outlet_behind,
)
from licencecheck.evidence.bylines.signatories import signatories
from licencecheck.evidence.credits.names import link_behind_author
from licencecheck.evidence.data import load
from licencecheck.evidence.identity import extends_own, is_own
from licencecheck.evidence.layout.containers import OUTSIDE
from licencecheck.evidence.layout.fields import fields_around
from licencecheck.evidence.layout.layout import Layout
from licencecheck.evidence.layout.runs import Run
from licencecheck.evidence.phrases.matcher import Hit, Span
from licencecheck.model import Byline, Confidence, Location, Place, Role
from licencecheck.text import excerpt, fold, same_name
from licencecheck.urls import is_profile

_LED = 12
"""Characters, such as "By", that may stand before the author in a byline with an institution."""
_BEGINNING = 40
"""Characters of a line in which the wording of its byline begins."""
_LABEL = 24
"""Characters before a name that may say what somebody did."""
_BESIDE = 2
"""Runs between the credit and a line about its author."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LONGEST_LINE = 400
_LONGEST_SHOWING = 300
"""Characters of a line that may show the name of an author."""
_CREDITING = frozenset(
    {"credit_first", "republished", "translation", "read_original", "byline", "credit_label", "permitted"}
)
_BYLINE = frozenset({"byline"})
_WORDED = "byline wording"
_AUTHOR = frozenset({"byline", "author"})
"""Category and slot of a wording that names the author."""
_BEFORE, _AFTER = 200, 300
_ARTICLE_BEFORE = re.compile(r"\b(?:the|der|die|das|dem|den|het)\s+$", re.IGNORECASE)
"""What stands before no person, but before an outlet."""


def bylines_of(
    layout: Layout,
    credited: Sequence[Run],
    parties: Collection[str],
    more: Iterable[tuple[str, Location, str]],
    publishers: Collection[str] = (),
) -> list[Byline]:
    """Authors of the original, the surest first.

    Who is named in the credit itself (`credited` are its runs) is the author, and other names are the translator's or
    the uploader's; so is who is presented beside it. Else the visible byline counts, then `more`: names from data that
    no reader sees, with place and signal. `parties` are the names of those who are credited, `publishers` those of
    known publishers, folded: they are no authors in a credit, nor behind another name.
    """
    crediting = {excerpt(run.text) for run in credited}
    ends = [run for run in layout.near() if is_at_end(layout, run)]
    beside = [run for run in ends if any(abs(run.index - one.index) <= _BESIDE for one in credited)]
    lines = [run for run in ends if run.element.tag not in _HEADINGS]
    for source in (
        _in_credit(layout, credited),
        _in_fields(layout, credited),
        _said_of(layout, beside),
        _worded(layout),
        _credited_persons(layout, credited),
        _after_title(layout),
        _reporters(layout, ends),
        _together(_marked(layout, lines)),
        _together(_in_lines(layout, lines, credited, parties)),
        _said_of(layout, ends),
        _with_profile(layout, ends),
        _from_data(layout, more),
    ):
        found = [
            byline
            for place, byline in enumerate(_persons(layout, source))
            if not (fold(byline.name) in publishers and (place or byline.text in crediting))
        ]
        if found:
            return [*found, *_signed_too(layout, found)]
    return []


def _persons(layout: Layout, bylines: Iterable[Byline]) -> list[Byline]:
    """Each person once, without the site itself."""
    found: list[Byline] = []
    for byline in bylines:
        seen = byline.place is not Place.META and not outlets.has_outlet_form(byline.name)
        own = is_own(layout.identity, name=byline.name)
        if (not seen and own) or extends_own(layout.identity, byline.name):
            continue
        if own and byline.place is Place.ASIDE:  # the blogger, or what the blog is called
            byline = replace(byline, confidence=Confidence.LOW)
        if not any(same_name(byline.name, known.name) for known in found):
            found.append(byline)
    return found


def _signed_too(layout: Layout, found: Sequence[Byline]) -> Iterator[Byline]:
    """The bylines in words of those who are `found` elsewhere, as in the credit."""
    places = {byline.location for byline in found}
    for byline in _worded(layout):
        known = next((one for one in found if same_name(one.name, byline.name)), None)
        if known is not None and byline.location not in places:
            yield replace(byline, name=known.name)


def _in_credit(layout: Layout, credited: Iterable[Run]) -> Iterator[Byline]:
    for run in credited:
        hits = [h for h in layout.hits(run) if h.category in _CREDITING]
        named = [hit.slots["author"] for hit in hits if "author" in hit.slots]
        for slot in named:
            for name, offset in _named_in(run, slot):
                yield _byline(layout, run, offset, name, "named in the credit", Confidence.HIGH)
        for party in (hit.slots["source"] for hit in hits if "source" in hit.slots):
            if link_behind_author(run, party.text, party.end):
                yield _byline(layout, run, party.start, party.text, "named in the credit", Confidence.HIGH)
        led = list(_led_in_credit(layout, run, hits))
        for name, offset in led:
            yield _byline(layout, run, offset, name, "named in the credit", Confidence.MEDIUM)


def _in_fields(layout: Layout, credited: Iterable[Run]) -> Iterator[Byline]:
    """Authors in the other fields of a table or list of terms that credits: "Author | A. Author"."""
    for run in credited:
        for label, value in fields_around(layout.runs, run):
            said = f"{label.text.rstrip(' :：')}:{value.text}"
            slots = (hit.slots["author"] for hit in layout.hits_in(said) if {hit.category, *hit.slots} >= _AUTHOR)
            for slot in slots if len(said) <= _LONGEST_LINE else ():
                for name in names_in(slot.text):
                    start = max(value.text.find(name), 0)
                    yield _byline(layout, value, start, name, _WORDED, Confidence.HIGH)


def _credited_persons(layout: Layout, credited: Iterable[Run]) -> Iterator[Byline]:
    """Parties whom the credit calls the author, and those who gave the permission and may be persons.

    Any other party of a credit is its source, whatever form the name has.
    """
    for run in credited:
        for hit in layout.hits(run):
            party = hit.slots.get("source")
            if party is None or not _is_plain_name(party.text):
                continue
            before = run.text[max(0, party.start - _LABEL) : party.start]
            if _called_author(layout.language).search(before):
                yield _byline(layout, run, party.start, party.text, "named in the credit", Confidence.HIGH)
            elif hit.category == "permitted" and not _ARTICLE_BEFORE.search(before):
                linked = [layout.target(a.element)[1] for a in run.links if a.start < party.end and party.start < a.end]
                sure = Confidence.MEDIUM if any(map(is_profile, linked)) else Confidence.LOW
                yield _byline(layout, run, party.start, party.text, "gave the permission", sure)


def _led_in_credit(layout: Layout, run: Run, hits: Sequence[Hit]) -> Iterator[tuple[str, int]]:
    """Names behind "by" in or beside the statement, but for those of other parties."""
    start = min((h.start for h in hits), default=0)
    slots = (span for h in hits for slot, span in h.slots.items() if slot in {"translator", "source"})
    parties = [span for span in slots if outlet_behind(span.text) is None]
    for led in _by(layout.language).finditer(run.text, max(0, start - _BEFORE), start + _AFTER):
        names, end = names_after_office(run.text, led.end())
        before = run.text[max(0, led.start() - _LABEL) : led.start()]
        is_party = any(span.start < end and led.end() < span.end for span in parties)
        if (not is_party or _work().search(before)) and not names_other(before[-_LED:]):
            yield from names


def _is_plain_name(party: str) -> bool:
    """Whether a credited party is a person: "Courrier du Fleuve" has the form of a name, but is an outlet."""
    return is_full_name(party) and not any(word.islower() for word in party.split())


@cache
def _called_author(language: str | None) -> re.Pattern[str]:
    """The word for the author directly before a name: "with the permission of the author, A. Author"."""
    table = load("bylines/words.yaml")["author"]
    words = "|".join([*table["en"], *table.get(language, ())])
    return re.compile(rf"(?<!\w)(?:{words})[,:]?\s+$", re.IGNORECASE)


@cache
def _work() -> re.Pattern[str]:
    """The word for a text before "by": who is behind it has written that."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(load('bylines/words.yaml')['works'])})\s+$", re.IGNORECASE)


@cache
def _by(language: str | None) -> re.Pattern[str]:
    table = load("bylines/words.yaml")["by_name"]
    words = "|".join([*table["en"], *table.get(language, ())])
    return re.compile(rf"\b(?:{words})\s+")


def _worded(layout: Layout) -> Iterator[Byline]:
    worded = layout.saying(_BYLINE)
    for run in layout.near():
        if run.index not in worded:
            continue
        place, role = layout.place(run), layout.role(run)
        if place is Place.BODY or (role in OUTSIDE and role is not Role.CAPTION) or len(run.text) > _LONGEST_LINE:
            continue
        hits = (hit for hit in layout.hits(run, _BYLINE) if hit.category == "byline" and "author" in hit.slots)
        hit = next((hit for hit in hits if hit.start <= _BEGINNING), None)
        for name, offset in _signing(run, hit.slots["author"]) if hit else ():
            yield _byline(layout, run, offset, name, _WORDED, Confidence.HIGH)


def _signing(run: Run, slot: Span) -> Iterator[tuple[str, int]]:
    """The names in the slot of a byline, and those that the line signs behind them."""
    names = [*_named_in(run, slot)]
    yield from names
    for one in signatories(run.text, slot.start):
        if not any(same_name(one.name, name) for name, _ in names):
            names.append((one.name, one.offset))
            yield names[-1]


def _named_in(run: Run, slot: Span) -> Iterator[tuple[str, int]]:
    """The names in a slot, with their offsets; of one that is not there as it is written, that of the slot."""
    marked = [name for _, name, _ in marked_authors([run])]
    for name in names_in(slot.text):
        yield _as_marked(name, marked), max(slot.start, run.text.find(name, slot.start, slot.end))


def _as_marked(name: str, marked: Iterable[str]) -> str:
    """The name as the markup ends it: "A. Author", not "A. Author in Diary"."""
    return next((one for one in marked if name.startswith(f"{one} ")), name)


def _after_title(layout: Layout) -> Iterator[Byline]:
    """ "Title of the article by A. Author", as the credits of Creative Commons have it."""
    for run in layout.near() if layout.title else ():
        before, title, after = run.text.partition(layout.title or "")
        led = _by(layout.language).search(after, 0, _LED) if title and len(before) <= _LED else None
        if led is not None and layout.role(run) not in OUTSIDE:
            start = len(before) + len(title)
            for name, offset in names_after_office(run.text, start + led.end())[0]:
                yield _byline(layout, run, offset, name, "named after the title", Confidence.MEDIUM)


def _reporters(layout: Layout, runs: Iterable[Run]) -> Iterator[Byline]:
    for run in runs if layout.language == "zh" else ():
        for name, offset in reporters_in(run.text):
            yield _byline(layout, run, offset, name, _WORDED, Confidence.HIGH)


_Found = tuple[int, Byline]
"""Index of the run that names the author."""


def _together(found: Iterable[_Found]) -> Iterator[Byline]:
    """The first of the bylines and those of the next lines: others are of other pages."""
    last = None
    for index, byline in found:
        if last is not None and index > last + _BESIDE:
            return
        yield byline
        last = index


def _marked(layout: Layout, runs: Iterable[Run]) -> Iterator[_Found]:
    for run, name, offset in marked_authors(runs):
        yield run.index, _byline(layout, run, offset, name, "marked as the author", Confidence.MEDIUM)


def _in_lines(
    layout: Layout, runs: Iterable[Run], credited: Iterable[Run], parties: Collection[str]
) -> Iterator[_Found]:
    crediting = {run.index for run in credited}
    for run in runs:
        for name, offset in authors_of_line(layout, run, parties):
            if run.index in crediting and any(same_name(name, party) for party in parties):
                continue  # "first published on 3 May by Outlet"
            yield run.index, _byline(layout, run, offset, name, "name beside date or outlet", Confidence.MEDIUM)


def _said_of(layout: Layout, runs: Iterable[Run]) -> Iterator[Byline]:
    for run in runs:
        for name, offset in authors_said_of(layout, run):
            yield _byline(layout, run, offset, name, "said of the author", Confidence.MEDIUM)
        for one, name, offset in authors_presented(layout, run):
            yield _byline(layout, one, offset, name, "presented as the author", Confidence.MEDIUM)


def _with_profile(layout: Layout, runs: Iterable[Run]) -> Iterator[Byline]:
    """A line that begins with a name which links a profile on another site."""
    for run in runs:
        if len(run.text) > _LONGEST_LINE or not any(is_profile(layout.target(a)[1]) for a in run.anchors):
            continue
        for link in run.links if run.links and run.links[0].start <= _LED else ():
            url = layout.target(link.element)[1]
            name = run.text[link.start : link.end].strip()
            if is_profile(url) and not is_own(layout.identity, url=url) and is_full_name(name):
                yield _byline(layout, run, link.start, name, "links a profile", Confidence.MEDIUM)


def _byline(layout: Layout, run: Run, offset: int, name: str, signal: str, confidence: Confidence) -> Byline:
    place = layout.place(run)
    return Byline(
        text=excerpt(run.text),
        location=layout.location(run, offset),
        role=layout.role(run) if place is Place.ASIDE else Role.BYLINE,
        place=place,
        confidence=confidence,
        signals=(signal,),
        name=name,
        institution=_institution_of(name, run.text, offset if signal == _WORDED else 0),
    )


def _institution_of(name: str, text: str, start: int) -> str | None:
    """The institution of `name` in a line of authors, which begins near the start of `text` or at `start`."""
    for begin in dict.fromkeys([*range(min(_LED, len(text)) + 1), start]):
        if text[begin : begin + 1].isupper() and (signed := signatories(text, begin)):
            institution = next((one.institution for one in signed if one.name == name), None)
            if institution or begin >= start:
                return institution
    return None


def _from_data(layout: Layout, more: Iterable[tuple[str, Location, str]]) -> Iterator[Byline]:
    stated = [(name, *each) for each in more for name in author_in(each[0])]
    short = [(fold(run.text), run) for run in layout.near() if len(run.text) <= _LONGEST_SHOWING] if stated else []
    for name, text, location, signal in stated:
        wanted = fold(name)
        showing = [run for folded, run in short if wanted in folded]
        if showing and all(_is_other(layout, run, name) for run in showing):
            continue
        lines = (run for run in showing if layout.place(run) is not Place.BODY)
        shown = next((run for run in lines if not _discloses(layout.language, run.text)), None)
        if shown is not None:
            offset = fold(shown.text).find(wanted) if len(fold(shown.text)) == len(shown.text) else 0
            yield _byline(layout, shown, offset, name, signal, Confidence.MEDIUM)
        else:
            yield Byline(
                text=excerpt(text), location=location, role=Role.HEAD, place=Place.META,
                confidence=Confidence.MEDIUM, signals=(signal,), name=name, institution=_institution_of(name, text, 0),
            )  # fmt: skip


@cache
def _disclosing(language: str | None) -> re.Pattern[str]:
    table = load("bylines/words.yaml")["discloses"]
    return re.compile("|".join([*table["en"], *table.get(language, ())]), re.IGNORECASE)


def _discloses(language: str | None, text: str) -> bool:
    """Whether a line says for whom an author does not work: that is no byline."""
    return _disclosing(language).search(text) is not None


def _is_other(layout: Layout, run: Run, name: str) -> bool:
    """Whether a run names somebody for another part: "Web editor: A. Author"; who writes may take the picture too."""
    before, found, _ = run.text.partition(name)
    return bool(found) and layout.role(run) is not Role.CAPTION and names_other(before[-_LABEL:])
