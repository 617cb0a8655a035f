"""Credits without wording: told by the form of a line and where it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice

from licencecheck.evidence import outlets
from licencecheck.evidence.copyrights.patterns import near_words
from licencecheck.evidence.credits.candidate import LONG, Candidate
from licencecheck.evidence.credits.linked import Linked, linked
from licencecheck.evidence.credits.links import links_of
from licencecheck.evidence.credits.names import URL
from licencecheck.evidence.credits.signals import signals_of_links, signals_of_name, signals_of_place
from licencecheck.evidence.credits.telling import (
    agencies_in,
    licensed_title,
    links_to_original,
    name_beside_date,
    notices_of_outlets,
    signed_by,
    title_by_author,
)
from licencecheck.evidence.identity import is_own, names_own
from licencecheck.evidence.layout.containers import OUTSIDE
from licencecheck.evidence.layout.layout import LINE, NEAR, Layout
from licencecheck.evidence.layout.runs import Run
from licencecheck.model import CreditForm, Place, Target
from licencecheck.urls import host_of

_ELSEWHERE = frozenset({Target.ARTICLE, Target.HOMEPAGE})
_LISTED = 3
"""Lines of the same words from which on they stand in a list."""
_HEAD = frozenset({Place.TOP, Place.BYLINE})
_COPYRIGHT = frozenset({"copyright"})
_TOP = 8
"""Runs from either end of the article within which a line without wording may name its source."""


def by_form(layout: Layout, run: Run, known: Collection[str]) -> Iterator[Candidate]:
    """Credits without wording: agency in the dateline, outlet beside the date, a bare address as the last line."""
    top = run.index <= layout.first + _TOP
    if not (top or run.index >= layout.last - _TOP):
        return
    dateline = list(_agency_in_dateline(layout, run)) if layout.first <= run.index <= layout.first + 2 else []
    yield from dateline
    if not dateline and len(run.text) <= LINE:
        found = [*_agency_as_author(layout, run), *(_at_the_top(layout, run, known) if top else ())]
        # told last, because it takes a look at the whole article
        if found and layout.role(run) not in OUTSIDE:
            yield from (c for c in found if c.form is CreditForm.BYLINE or layout.place(run) in _HEAD)
    if URL.match(run.text):
        yield from _bare_address(layout, run)
    else:
        yield from _original_as_anchor(layout, run)
        yield from _own_title_with_licence(layout, run)


def _agency_in_dateline(layout: Layout, run: Run) -> Iterator[Candidate]:
    """ "CITY (Agency) -" at the start of the text."""
    agency = outlets.agency_in_dateline(run.text)
    if agency and not is_own(layout.identity, name=agency.text):
        named = (linked(layout, run, s) for s in run.links if s.start < agency.end and s.end > agency.start)
        links = [link for link in named if link.target in _ELSEWHERE]
        signals = ["agency in the dateline", "at the top or bottom of the article"]
        signals += signals_of_links(links) if links else []
        yield Candidate(run, agency.start, agency.end, CreditForm.DATELINE, signals, agency.text, links)


def _original_as_anchor(layout: Layout, run: Run) -> Iterator[Candidate]:
    """A link to an article elsewhere whose anchor is nothing but "Original"."""
    for span in links_to_original(run):
        link = linked(layout, run, span)
        if _is_elsewhere(layout, link) and layout.role(run) not in OUTSIDE:
            signals = [
                "may call to read the original",
                *signals_of_place(layout, run, span.start),
                "links an article elsewhere",
            ]
            name = host_of(link.url or "")
            yield Candidate(run, span.start, span.end, CreditForm.READ_ORIGINAL, signals, name, [link])
            return


def _own_title_with_licence(layout: Layout, run: Run) -> Iterator[Candidate]:
    """ "Title by A. Author is licensed under CC BY 4.0": the article's own title, linked to where it first stood.

    The credit that Creative Commons recommends, https://wiki.creativecommons.org/wiki/Recommended_practices_for_attribution
    """
    span = licensed_title(run, layout.title)
    if span is None or layout.role(run) in OUTSIDE:
        return
    link = linked(layout, run, span)
    if _is_elsewhere(layout, link):
        signals = ["own title linked elsewhere", *signals_of_place(layout, run, 0), "links an article elsewhere"]
        yield Candidate(run, 0, len(run.text), CreditForm.READ_ORIGINAL, signals, host_of(link.url or ""), [link])


def _bare_address(layout: Layout, run: Run) -> Iterator[Candidate]:
    """A line that is nothing but the address of an article elsewhere."""
    if not run.links:
        return
    links = [linked(layout, run, span) for span in run.links]
    if _is_elsewhere(layout, links[0]):
        signals = ["bare address at the end", "paragraph of its own", *signals_of_links(links)]
        yield Candidate(run, 0, len(run.text), CreditForm.BARE_URL, signals, host_of(links[0].url or ""), links)


def _is_elsewhere(layout: Layout, link: Linked) -> bool:
    """Whether a link leads to an article of another site."""
    return link.target is Target.ARTICLE and not is_own(layout.identity, url=link.url)


def _agency_as_author(layout: Layout, run: Run) -> Iterator[Candidate]:
    """ "By the Agency", "A. Author, Agency", or the agency alone on its line."""
    for match, name in agencies_in(run.text):
        if not is_own(layout.identity, name=name):
            alone = name == run.text.strip(" .()[]（）【】") and not _follows_picture(layout, run)
            if layout.role(run) in OUTSIDE or (layout.place(run) is Place.BOTTOM and not alone):
                return
            if alone and _is_listed(layout, run):
                return  # above each of a list of other articles
            start = match.end() - len(match[0].lstrip())
            signals = ["agency in the byline", *signals_of_place(layout, run, start), "links nothing"]
            yield Candidate(run, start, match.end(), CreditForm.BYLINE, signals, name)
            return


def _is_listed(layout: Layout, run: Run) -> bool:
    """Whether lines of the same words stand all over the page."""
    same = (other for other in layout.runs if other.text == run.text)
    return len(list(islice(same, _LISTED))) == _LISTED


def _follows_picture(layout: Layout, run: Run) -> bool:
    return run.index > 0 and bool(layout.runs[run.index - 1].images)


def _by_title_and_author(layout: Layout, run: Run) -> Iterator[Candidate]:
    """A first line that is another article's title, linked, with its author: "Title by A. Author"."""
    span = title_by_author(run) if run.index <= layout.first + 2 else None
    if span is None:
        return
    link = linked(layout, run, span)
    if link.target is Target.ARTICLE:
        signals = [
            "title and author of another article",
            *signals_of_place(layout, run, 0),
            "links an article elsewhere",
        ]
        yield Candidate(run, 0, len(run.text), CreditForm.FIRST_PUBLISHED, signals, host_of(link.url or ""), [link])


def _is_noted_below(layout: Layout, run: Run) -> bool:
    """Whether words of copyright stand in a run below the article's text."""
    noted = any(hit.category == "copyright" for hit in layout.hits(run, _COPYRIGHT))
    return noted and layout.place(run) is Place.BOTTOM


def by_copyright(layout: Layout, run: Run, known: Collection[str]) -> Iterator[Candidate]:
    """A copyright line of an outlet beside the article: often the only credit of wire copy."""
    if run.index not in layout.holding(near_words()) or abs(layout.distance(run)) > NEAR or len(run.text) > LONG:
        return
    at_ends = run.index <= layout.first + _TOP or run.index >= layout.last - 2 * _TOP
    if not (at_ends or _is_noted_below(layout, run)) or layout.role(run) in OUTSIDE:
        return
    for notice, name in notices_of_outlets(run.text, known):
        if is_own(layout.identity, name=name) or names_own(layout.identity, name):
            continue
        links = [k for k in links_of(layout, run, notice.start, notice.end) if k.target in _ELSEWHERE]
        signals = [
            "copyright line of another holder",
            *signals_of_place(layout, run, notice.start),
            *signals_of_links(links),
            *signals_of_name(name, known),
        ]
        yield Candidate(run, notice.start, notice.end, CreditForm.COPYRIGHT, signals, name, links)
        return


def _at_the_top(layout: Layout, run: Run, known: Collection[str]) -> Iterator[Candidate]:
    yield from _outlet_as_author(layout, run, known)
    yield from _bare_name(layout, run, known)
    yield from _by_title_and_author(layout, run)


def _outlet_as_author(layout: Layout, run: Run, known: Collection[str]) -> Iterator[Candidate]:
    """ "By A. Author, Outlet": a known one that is linked to an article; unlinked, it may be where the author works."""
    for span in signed_by(run, known):
        name = run.text[span.start : span.end]
        link = linked(layout, run, span)
        if link.target is Target.ARTICLE and not is_own(layout.identity, name=name, url=link.url):
            signals = ["agency in the byline", *signals_of_place(layout, run, span.start), "links an article elsewhere"]
            yield Candidate(run, span.start, span.end, CreditForm.BYLINE, signals, name, [link])
            return


def _bare_name(layout: Layout, run: Run, known: Collection[str]) -> Iterator[Candidate]:
    found = name_beside_date(layout, run, known)
    if found is None:
        return
    span, name = found
    if is_own(layout.identity, name=name) or names_own(layout.identity, name):
        return
    links = [linked(layout, run, s) for s in run.links if s.start < span.end and s.end > span.start]
    signals = [
        "name of an outlet beside the date",
        *signals_of_links(links),
        *signals_of_name(name, known),
        "paragraph of its own",
    ]
    signals += ["stands in a box named for the source"] * layout.is_in_source_box(run)
    yield Candidate(run, span.start, span.end, CreditForm.DATELINE, signals, name, links)
