"""The attribution blocks: which lines at the ends of an article are about its origin and terms and no words of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice

from licencecheck.evidence import outlets
from licencecheck.evidence.article.region import extent
from licencecheck.evidence.bylines.bios import authors_labelled
from licencecheck.evidence.bylines.names import names_in
from licencecheck.evidence.credits.candidate import Candidate
from licencecheck.evidence.credits.names import URL
from licencecheck.evidence.dated_lines import is_date
from licencecheck.evidence.identity import is_own
from licencecheck.evidence.layout.containers import OUTSIDE
from licencecheck.evidence.layout.layout import Layout
from licencecheck.evidence.layout.runs import Run
from licencecheck.evidence.licences.lines import licence_links
from licencecheck.evidence.licences.scope import speaks_of
from licencecheck.evidence.phrases.matcher import Span
from licencecheck.model import Byline, CopyrightNotice, CreditForm, LicenceStatement, Place, Role, Scope, Target
from licencecheck.text import compiled, fold, same_name

_BESIDE = 2
"""Runs between two lines of one attribution."""
_LONGEST, _LINE = 400, 150
_LED = 3
"""Characters, such as a dash or bracket, before words that open a line."""
_NOTE = 20
"""Characters of "Note of the editors:"."""
_MOST_LINES, _MOST_COMPANIONS = 6, 12
_LABEL = re.compile(r"\w ?[:：|｜丨]")
_SAID = frozenset({"republished", "read_original", "translation", "permitted"})
_TERMS = frozenset({"reuse_terms"})
_BYLINE = frozenset({"byline"})
_SEPARATOR = r"\s+[|·•]\s+"
_SPACE = re.compile(" ")
_AGENCY = 3
"""Words of which the names of agencies consist."""


def attribution_of(
    layout: Layout,
    used: Sequence[Candidate],
    notices: Iterable[CopyrightNotice],
    licences: Iterable[LicenceStatement],
    bylines: Sequence[Byline],
) -> dict[int, Role]:
    """The runs that make up the attribution, by index and in page order, with what each is.

    The statements `used` for the chain of credits come first, then notices and licences of the article, lines about
    its translator, the institution of one of the `bylines` and what a credited party allows, and what stands beside
    these: authors, permissions, the other lines of a small block.
    """
    roles: dict[int, Role] = {}
    for c in used:
        if not _is_paragraph(c):
            roles |= dict.fromkeys(range(c.run.index, c.run.index + c.lines), Role.CREDIT)
    own = [licence for licence in licences if licence.scope is Scope.ARTICLE]
    stated = [notice.location for notice in notices if notice.scope is Scope.ARTICLE]
    places = {(place.line, place.column) for place in (*stated, *(licence.location for licence in own))}
    for run in layout.near():
        if run.index in roles or not run.text or layout.role(run) in OUTSIDE or layout.place(run) is Place.BODY:
            continue
        if "translation" in _said(layout, run) or _presents(run, bylines) or _gives_agency(layout, run, bylines):
            roles[run.index] = Role.CREDIT
        elif (
            (places and _holds_statement(layout, run, places)) or _links_licence(run, own) or _allows(layout, run, used)
        ):
            roles[run.index] = Role.NOTICE
    _add_companions(layout, roles)
    for index in list(roles):
        for line in _lines_beside(layout, layout.runs[index]):
            roles.setdefault(line.index, roles[index])
    return dict(sorted(roles.items()))


def _holds_statement(layout: Layout, run: Run, places: Collection[tuple[int | None, int | None]]) -> bool:
    spots = [layout.location(run), *(layout.link(run, span).location for span in run.links)]
    return any((spot.line, spot.column) in places for spot in spots)


def statement_in(layout: Layout, run: Run, used: Iterable[Candidate]) -> Span:
    """What a run of the attribution states, without date and buttons at its ends: "3 May | Source: X | Print"."""
    pieces = _pieces(run.text)
    spans = [(hit.start, hit.end) for hit in layout.hits(run)] + [(link.start, link.end) for link in run.links]
    spans += [(c.start, c.end) for c in used if c.run is run]
    telling = [piece for piece in pieces if any(start < piece[1] and piece[0] < end for start, end in spans)]
    start, end = (telling[0][0], telling[-1][1]) if telling else (0, len(run.text))
    return Span(run.text[start:end], start, end)


def _pieces(text: str) -> list[tuple[int, int]]:
    borders = [mark.span() for mark in compiled(_SEPARATOR).finditer(text)]
    starts, ends = [0, *(end for _, end in borders)], [*(start for start, _ in borders), len(text)]
    return list(zip(starts, ends, strict=True))


def _is_paragraph(candidate: Candidate) -> bool:
    """Whether the statement is only the opening of a paragraph of the article: a dateline."""
    return candidate.form is CreditForm.DATELINE and extent(candidate.run.text) > _LINE


def _said(layout: Layout, run: Run) -> set[str]:
    """What a short run says for sure of the origin; nothing where it speaks of a picture."""
    if len(run.text) > _LONGEST:
        return set()
    said = {
        hit.category
        for hit in layout.hits(run, _SAID)
        if hit.strength == 3 or (hit.strength == 2 and hit.start <= _LED)
    }
    return set() if "image_credit" in said else said & _SAID


def _presents(run: Run, bylines: Sequence[Byline]) -> bool:
    """Whether a line gives office and institution of an author of the article."""
    if not bylines or len(run.text) > _LONGEST:
        return False
    return any(same_name(name, byline.name) for name, _ in authors_labelled(run.text) for byline in bylines)


def _gives_agency(layout: Layout, run: Run, bylines: Sequence[Byline]) -> bool:
    """Whether a line below the name of an author begins with the agency that the author writes for: "AP Writer"."""
    above = layout.runs[run.index - 1].text if run.index else ""
    return (
        len(run.text) <= _LINE
        and any(byline.name in above for byline in bylines)
        and any(outlets.is_agency(run.text[: end.start()]) for end in islice(_SPACE.finditer(run.text), _AGENCY))
    )


def _allows(layout: Layout, run: Run, used: Iterable[Candidate]) -> bool:
    """Whether a line says what a credited party allows or forbids: "Reprint free of charge; copy to the Outlet"."""
    if len(run.text) > _LONGEST or not any(
        hit.category == "reuse_terms" and hit.strength == 3 for hit in layout.hits(run, _TERMS)
    ):
        return False
    return any(candidate.name and fold(candidate.name) in fold(run.text) for candidate in used)


def _links_licence(run: Run, licences: Collection[LicenceStatement]) -> bool:
    linked = {licence.id for _, licence in licence_links(run)} if licences and run.anchors else ()
    return any(licence.id in linked for licence in licences)


def _add_companions(layout: Layout, roles: dict[int, Role]) -> None:
    """Add the lines beside those known, and those beside these, that say who wrote, allowed or translated."""
    waiting = sorted(roles)
    for _ in range(_MOST_COMPANIONS):
        if not waiting:
            return
        index = waiting.pop(0)
        for run in layout.runs[max(0, index - _BESIDE) : index + _BESIDE + 1]:
            if run.index not in roles and _is_companion(layout, run):
                roles[run.index] = Role.CREDIT
                waiting.append(run.index)


def _is_companion(layout: Layout, run: Run) -> bool:
    if not run.text or layout.role(run) in OUTSIDE:
        return False
    signed = len(run.text) <= _LINE and any(
        hit.category == "byline" and hit.start <= _LED and "author" in hit.slots and names_in(hit.slots["author"].text)
        for hit in layout.hits(run, _BYLINE)
    )
    said = bool(_said(layout, run)) or _notes_original(run)
    return signed or said or _is_address(layout, run) or any(authors_labelled(run.text))


def _notes_original(run: Run) -> bool:
    """Whether a line is a note about the original: "Note: the original has been deleted"."""
    label = _LABEL.search(run.text, 0, _NOTE)
    return label is not None and len(run.text) <= _LINE and speaks_of("original", run.text[label.end() :])


def _is_address(layout: Layout, run: Run) -> bool:
    """Whether a line is nothing but the address of an article elsewhere."""
    if not run.links or not URL.match(run.text):
        return False
    target, url = layout.target(run.links[0].element)
    return target is Target.ARTICLE and not is_own(layout.identity, url=url)


def _lines_beside(layout: Layout, run: Run) -> Iterator[Run]:
    """The other lines of a short block of lines or list: author, source and translator of an article often stand so."""
    runs = layout.runs
    first = last = run.index
    while first > 0 and _go_together(runs[first - 1], runs[first]):
        first -= 1
    while last + 1 < len(runs) and _go_together(runs[last], runs[last + 1]):
        last += 1
    lines = runs[first : last + 1]
    if len(lines) <= _MOST_LINES and all(len(line.text) <= _LINE for line in lines):
        yield from (line for line in lines if any(map(str.isalpha, line.text)) and not is_date(line.text))


def _go_together(one: Run, other: Run) -> bool:
    """Whether two runs are lines of one paragraph, or labelled items of one list."""
    if other.after_break:
        return True
    items = one.element.tag == other.element.tag == "li" and one.element.getparent() is other.element.getparent()
    return items and bool(_LABEL.search(one.text) and _LABEL.search(other.text))


def each_once(layout: Layout, attribution: Iterable[int]) -> set[int]:
    """Those of the runs whose words do not stand in a longer one as well."""
    texts: dict[str, int] = {}
    for index in sorted(attribution, key=lambda index: -len(layout.runs[index].text)):
        text = layout.runs[index].text
        if text and not any(text in longer for longer in texts):
            texts[text] = index
    return set(texts.values())
