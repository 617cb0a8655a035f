"""Credits without wording: told by the form of a line and where it stands."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from licencecheck.evidence import outlets
from licencecheck.evidence.copyrights.notices import NoticeMatch, copyright_notices, near_words
from licencecheck.evidence.copyrights.scope import runs_noting
from licencecheck.evidence.credits.candidate import LONG, Candidate
from licencecheck.evidence.credits.links import links_of
from licencecheck.evidence.credits.names import HOST, URL, clean_name, is_original, original_near
from licencecheck.evidence.credits.signals import signals_of_links, signals_of_name, signals_of_place
from licencecheck.evidence.identity import is_own, names_own
from licencecheck.evidence.layout.containers import OUTSIDE
from licencecheck.evidence.layout.layout import NEAR, Layout
from licencecheck.evidence.layout.runs import Run, RunLink
from licencecheck.evidence.phrases.matcher import Span
from licencecheck.model import CreditForm, Place, Target
from licencecheck.text import fold, same_name
from licencecheck.urls import host_of

_AUTHOR = re.compile(
    r"[\s,–—-]*(?:[Bb]y|[Vv]on|[Pp]ar|de|di|[Pp]or|door|автор:?|作者[:：]?)\s+[^\W\d_a-z][^.!?]{2,50}$"
)
_SIGNING, _SIGNING_UNSPACED = frozenset({"by", "von", "par", "de", "di", "por", "door", "автор"}), frozenset({"作者"})
"""Words, folded, of which every such line holds one."""
_SCHEMES = frozenset({"http", "www."})
_LICENSED = re.compile(r"\bCC[ -](?:BY|0)|creative commons|licen[sc]|lizen|лиценз|lisans|许可|許諾", re.IGNORECASE)
_LICENSED_NEAR = frozenset({"cc", "creative commons", "licen", "lizen", "лиценз", "lisans", "许可", "許諾"})
"""Pieces of words, folded, of which every such line holds one."""
_PIECE = re.compile(r"[^,|/()（）\[\]【】·•\n]+")
_BY = re.compile(r"^\s*(?:by|from|von|par|de|por|di)\s+", re.IGNORECASE)
_SIGNED = re.compile(
    r"(?:^|\s)(?:by|von|par|de|por|di)\s+[^,|(]{3,60}[,|(]\s*(?:from|for)?\s*$|^\s*(?:by|from|von|par|de|por|di)\s+$",
    re.IGNORECASE,
)
"""What stands before an outlet that is named with the author, or in the author's place."""
_SIGNER = re.compile(r"\b(?:by|from|von|par|de|por|di)\s", re.IGNORECASE)
"""A word of which every such beginning holds one: quicker to look for."""
_LINE, _NAME = 120, 40
_BESIDE = 2
"""Runs between a name and its date."""
_ELSEWHERE = frozenset({Target.ARTICLE, Target.HOMEPAGE})
_LISTED = 3
"""Lines of the same words from which on they stand in a list."""
_HEAD = frozenset({Place.TOP, Place.BYLINE})
_MESSAGE = re.compile(r"\b[a-z]{2,5}:\d{6}-\d{2,3}-\d{3,8}\b", re.IGNORECASE)
"""Number of an agency's message: `dpa:210312-99-123456/3`."""
_COPYRIGHT = frozenset({"copyright"})
_LABEL = frozenset({"credit_label"})
_TOP = 8
"""Runs from either end of the article within which a line without wording may name its source."""


def runs_by_form(layout: Layout, known: Collection[str]) -> Iterator[Run]:
    """The runs that may credit without wording: words and links of all others rule that out wherever they stand."""
    lines = layout.lines
    agencies, media, others = (
        outlets.lines_naming(lines, names)
        for names in (outlets.names_of_agencies(), outlets.marks_of_outlets(), frozenset(known))
    )
    named = agencies | media | others

    def those(indices: Iterable[int]) -> Iterator[Run]:
        return (layout.runs[index] for index in indices)

    yield from (run for run in those(agencies | media) if outlets.agency_in_dateline(run.text))
    yield from (run for run in those(agencies) if any(_agencies_in(run)))
    yield from (run for run in those(others) if any(_signed_by(run, known)))
    for run in those(_beside_dates(layout)):
        if (run.index in named or layout.is_in_source_box(run)) and _name_of(layout, run, known):
            yield run
    yield from filter(_title_by_author, those(lines.naming(_SIGNING) | lines.holding(_SIGNING_UNSPACED)))
    yield from (run for run in those(lines.holding(_SCHEMES)) if URL.match(run.text) and run.links)
    yield from (run for run in those(lines.holding(original_near())) if any(_originals(run)))
    yield from (run for run in those(lines.holding(_LICENSED_NEAR)) if _licensed_title(layout, run))


def _beside_dates(layout: Layout) -> Iterator[int]:
    beside = {at + step for at in layout.dated for step in range(-_BESIDE, _BESIDE + 1)}
    return (at for at in beside if 0 <= at < len(layout.runs) and len(layout.runs[at].text) <= _LINE)


def by_form(layout: Layout, run: Run, known: Collection[str]) -> Iterator[Candidate]:
    """Credits without wording: agency in the dateline, outlet beside the date, a bare address as the last line."""
    top = run.index <= layout.first + _TOP
    if not (top or run.index >= layout.last - _TOP):
        return
    dateline = list(_agency_in_dateline(layout, run)) if layout.first <= run.index <= layout.first + 2 else []
    yield from dateline
    if not dateline and len(run.text) <= _LINE:
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
        named = [(layout.link(run, s), s) for s in run.links if s.start < agency.end and s.end > agency.start]
        links = [(link, s) for link, s in named if link.target in _ELSEWHERE]
        signals = ["agency in the dateline", "at the top or bottom of the article"]
        signals += signals_of_links(links) if links else []
        found = [link for link, _ in links]
        yield Candidate(run, agency.start, agency.end, CreditForm.DATELINE, signals, agency.text, found)


def _original_as_anchor(layout: Layout, run: Run) -> Iterator[Candidate]:
    """A link to an article elsewhere whose anchor is nothing but "Original"."""
    for span in _originals(run):
        target, url = layout.target(span.element)
        if target is Target.ARTICLE and not is_own(layout.identity, url=url) and layout.role(run) not in OUTSIDE:
            link = layout.link(run, span)
            signals = [
                "may call to read the original",
                *signals_of_place(layout, run, span.start),
                "links an article elsewhere",
            ]
            name = host_of(url or "")
            yield Candidate(run, span.start, span.end, CreditForm.READ_ORIGINAL, signals, name, [link])
            return


def _originals(run: Run) -> Iterator[RunLink]:
    return (span for span in run.links if is_original(run.text[span.start : span.end]))


def _own_title_with_licence(layout: Layout, run: Run) -> Iterator[Candidate]:
    """ "Title by A. Author is licensed under CC BY 4.0": the article's own title, linked to where it first stood.

    The credit that Creative Commons recommends, https://wiki.creativecommons.org/wiki/Recommended_practices_for_attribution
    """
    span = _licensed_title(layout, run)
    if span is None or layout.role(run) in OUTSIDE:
        return
    link = layout.link(run, span)
    if link.target is Target.ARTICLE and not is_own(layout.identity, url=link.url):
        signals = ["own title linked elsewhere", *signals_of_place(layout, run, 0), "links an article elsewhere"]
        yield Candidate(run, 0, len(run.text), CreditForm.READ_ORIGINAL, signals, host_of(link.url or ""), [link])


def _licensed_title(layout: Layout, run: Run) -> RunLink | None:
    if layout.title is None or not _LICENSED.search(run.text) or not run.links:
        return None
    span = run.links[0]
    return span if same_name(run.text[span.start : span.end], layout.title) else None


def _bare_address(layout: Layout, run: Run) -> Iterator[Candidate]:
    """A line that is nothing but the address of an article elsewhere."""
    if not run.links:
        return
    target, url = layout.target(run.links[0].element)
    if target is Target.ARTICLE and url and not is_own(layout.identity, url=url):
        links = [(layout.link(run, span), span) for span in run.links]
        signals = ["bare address at the end", "paragraph of its own", *signals_of_links(links)]
        found = [link for link, _ in links]
        yield Candidate(run, 0, len(run.text), CreditForm.BARE_URL, signals, host_of(url), found)


def _agency_as_author(layout: Layout, run: Run) -> Iterator[Candidate]:
    """ "By the Agency", "A. Author, Agency", or the agency alone on its line."""
    for match, name in _agencies_in(run):
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


def _agencies_in(run: Run) -> Iterator[tuple[re.Match[str], str]]:
    for match in _PIECE.finditer(run.text) if len(run.text) <= _LINE else ():
        name = _BY.sub("", match[0]).strip(" .")
        if outlets.is_agency(name):
            yield match, name


def _is_listed(layout: Layout, run: Run) -> bool:
    """Whether lines of the same words stand all over the page."""
    same = (other for other in layout.runs if other.text == run.text)
    return len(list(islice(same, _LISTED))) == _LISTED


def _follows_picture(layout: Layout, run: Run) -> bool:
    return run.index > 0 and bool(layout.runs[run.index - 1].images)


def _by_title_and_author(layout: Layout, run: Run) -> Iterator[Candidate]:
    """A first line that is another article's title, linked, with its author: "Title by A. Author"."""
    span = _title_by_author(run) if run.index <= layout.first + 2 else None
    if span is None:
        return
    link = layout.link(run, span)
    if link.target is Target.ARTICLE:
        signals = [
            "title and author of another article",
            *signals_of_place(layout, run, 0),
            "links an article elsewhere",
        ]
        yield Candidate(run, 0, len(run.text), CreditForm.FIRST_PUBLISHED, signals, host_of(link.url or ""), [link])


def _title_by_author(run: Run) -> RunLink | None:
    if len(run.text) > _LINE or not _AUTHOR.search(run.text) or len(run.links) != 1:
        return None
    span = run.links[0]
    return span if span.start <= 3 and _AUTHOR.match(run.text, span.end) else None


def _is_noted_below(layout: Layout, run: Run) -> bool:
    """Whether words of copyright stand in a run below the article's text."""
    noted = any(hit.category == "copyright" for hit in layout.hits(run, _COPYRIGHT))
    return noted and layout.place(run) is Place.BOTTOM


def runs_by_copyright(layout: Layout, known: Collection[str]) -> Iterator[Run]:
    """The runs that hold a copyright notice of an outlet, wherever they stand."""
    runs = (run for run in runs_noting(layout) if len(run.text) <= LONG)
    return (run for run in runs if any(_notices_of_outlets(run.text, known)))


def by_copyright(layout: Layout, run: Run, known: Collection[str]) -> Iterator[Candidate]:
    """A copyright line of an outlet beside the article: often the only credit of wire copy."""
    if run.index not in layout.holding(near_words()) or abs(layout.distance(run)) > NEAR or len(run.text) > LONG:
        return
    at_ends = run.index <= layout.first + _TOP or run.index >= layout.last - 2 * _TOP
    if not (at_ends or _is_noted_below(layout, run)) or layout.role(run) in OUTSIDE:
        return
    for notice, name in _notices_of_outlets(run.text, known):
        if is_own(layout.identity, name=name) or names_own(layout.identity, name):
            continue
        links = [(k, s) for k, s in links_of(layout, run, notice.start, notice.end) if k.target in _ELSEWHERE]
        signals = [
            "copyright line of another holder",
            *signals_of_place(layout, run, notice.start),
            *signals_of_links(links),
            *signals_of_name(name, known),
        ]
        found = [link for link, _ in links]
        yield Candidate(run, notice.start, notice.end, CreditForm.COPYRIGHT, signals, name, found)
        return


def _notices_of_outlets(text: str, known: Collection[str]) -> Iterator[tuple[NoticeMatch, str]]:
    """The notices in a text, with each of their holders that is an agency, an outlet or a host."""
    for notice in copyright_notices(text):
        if not notice.years and not notice.reserved and not _MESSAGE.search(text):
            continue
        for name in filter(None, map(clean_name, notice.holders)):
            if outlets.is_agency(name) or fold(name) in known or outlets.has_outlet_form(name) or HOST.match(name):
                yield notice, name


def _at_the_top(layout: Layout, run: Run, known: Collection[str]) -> Iterator[Candidate]:
    yield from _outlet_as_author(layout, run, known)
    yield from _bare_name(layout, run, known)
    yield from _by_title_and_author(layout, run)


def _outlet_as_author(layout: Layout, run: Run, known: Collection[str]) -> Iterator[Candidate]:
    """ "By A. Author, Outlet": a known one that is linked to an article; unlinked, it may be where the author works."""
    for span in _signed_by(run, known):
        name = run.text[span.start : span.end]
        target, url = layout.target(span.element)
        if target is Target.ARTICLE and not is_own(layout.identity, name=name, url=url):
            signals = ["agency in the byline", *signals_of_place(layout, run, span.start), "links an article elsewhere"]
            yield Candidate(run, span.start, span.end, CreditForm.BYLINE, signals, name, [layout.link(run, span)])
            return


def _signed_by(run: Run, known: Collection[str]) -> Iterator[RunLink]:
    return (
        span
        for span in (run.links if len(run.text) <= _LINE and _SIGNER.search(run.text) else ())
        if fold(run.text[span.start : span.end]) in known and _SIGNED.search(run.text[: span.start])
    )


def _bare_name(layout: Layout, run: Run, known: Collection[str]) -> Iterator[Candidate]:
    found = _name_of(layout, run, known)
    if found is None:
        return
    span, name = found
    if is_own(layout.identity, name=name) or names_own(layout.identity, name):
        return
    links = [(layout.link(run, s), s) for s in run.links if s.start < span.end and s.end > span.start]
    signals = [
        "name of an outlet beside the date",
        *signals_of_links(links),
        *signals_of_name(name, known),
        "paragraph of its own",
    ]
    signals += ["stands in a box named for the source"] * layout.is_in_source_box(run)
    yield Candidate(run, span.start, span.end, CreditForm.DATELINE, signals, name, [link for link, _ in links])


def _name_of(layout: Layout, run: Run, known: Collection[str]) -> tuple[Span, str] | None:
    """The outlet that is all that a line names, beside a date."""
    dated = outlets.beside_date(run.text) if run.index in layout.dated else None
    span = dated or Span(run.text, 0, len(run.text))
    if len(span.text) > _NAME or not (
        dated or layout.dated.intersection(range(run.index - _BESIDE, run.index + _BESIDE + 1))
    ):
        return None
    name = clean_name(span.text)
    if name is None or layout.hits(run, _LABEL):
        return None
    familiar = outlets.is_agency(name) or fold(name) in known or layout.is_in_source_box(run)
    return (span, name) if familiar or outlets.has_outlet_form(name) else None
