"""Lines that may credit without wording, told by their words and links alone, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from licencecheck.evidence import outlets
from licencecheck.evidence.copyrights.notices import NoticeMatch, copyright_notices
from licencecheck.evidence.copyrights.scope import runs_noting
from licencecheck.evidence.credits.candidate import LONG
from licencecheck.evidence.credits.names import HOST, URL, clean_name, is_original, original_near
from licencecheck.evidence.dated_lines import beside_date
from licencecheck.evidence.layout.containers import words_of
from licencecheck.evidence.layout.layout import LINE, Layout
from licencecheck.evidence.layout.runs import Run, RunLink
from licencecheck.evidence.phrases.matcher import Span
from licencecheck.text import compiled, fold, same_name

_AUTHOR = re.compile(
    r"[\s,–—-]*(?:[Bb]y|[Vv]on|[Pp]ar|de|di|[Pp]or|door|автор:?|作者[:：]?)\s+[^\W\d_a-z][^.!?]{2,50}$"
)
_SIGNING, _SIGNING_UNSPACED = frozenset({"by", "von", "par", "de", "di", "por", "door", "автор"}), frozenset({"作者"})
"""Words, folded, of which every such line holds one."""
_SCHEMES = frozenset({"http", "www."})
_LICENSED = re.compile(r"\bCC[ -](?:BY|0)|creative commons|licen[sc]|lizen|лиценз|lisans|许可|許諾", re.IGNORECASE)
_LICENSED_WORD = frozenset({"cc"})
_LICENSED_NEAR = frozenset({"creative commons", "licen", "lizen", "лиценз", "lisans", "许可", "許諾"})
"""A word and pieces of words, folded, of which every such line holds one."""
_PIECE = re.compile(r"[^,|/()（）\[\]【】·•\n]+")
_BY = re.compile(r"^\s*(?:by|from|von|par|de|por|di)\s+", re.IGNORECASE)
_SIGNED = (
    r"(?i)(?:^|\s)(?:by|von|par|de|por|di)\s+[^,|(]{3,60}[,|(]\s*(?:from|for)?\s*$"
    r"|^\s*(?:by|from|von|par|de|por|di)\s+$"
)
"""What stands before an outlet that is named with the author, or in the author's place."""
_SIGNED_WITH_OUTLET = re.compile(r"(?:by|von|par|por|di|door)\s[^,/|]+[,/|]", re.IGNORECASE)
"""An author, and behind a mark the outlet that the author writes for."""
_SIGNER = re.compile(r"\b(?:by|from|von|par|de|por|di)\s", re.IGNORECASE)
"""A word of which every such beginning holds one: quicker to look for."""
_NAME = 40
_BESIDE = 2
"""Lines between a name and its date."""
_MESSAGE = r"(?i)\b[a-z]{2,5}:\d{6}-\d{2,3}-\d{3,8}\b"
"""Number of an agency's message: `dpa:210312-99-123456/3`."""
_TERMS = frozenset({"dt", "th"})
_SAYING = frozenset({"credit_label", "share"})
"""Categories of wordings that a line holds which is no bare name: "Source: Post", "Posted in News"."""
_NAMING = frozenset({"credit_first", "republished", "credit_label"})


class Told(NamedTuple):
    """A line that may credit, and why."""

    line: int
    name: str | None
    """The party that it names."""
    href: str | None = None
    """What it links as the original."""


def told_by_form(layout: Layout, known: Collection[str]) -> Iterator[Told]:
    """The lines that may credit without wording: words and links of all others rule that out."""
    yield from _told_by_name(layout, known)
    yield from _told_by_link(layout)


def _told_by_name(layout: Layout, known: Collection[str]) -> Iterator[Told]:
    agencies, media, others = (
        outlets.lines_naming(layout.lines, names)
        for names in (outlets.names_of_agencies(), outlets.marks_of_outlets(), frozenset(known))
    )
    for run in _runs(layout, agencies | media):
        if agency := outlets.agency_in_dateline(run.text):
            yield Told(run.index, agency.text)
    for run in _runs(layout, agencies):
        yield from (Told(run.index, name) for _, name in agencies_in(run.text))
    for run in _runs(layout, others):
        yield from (Told(run.index, run.text[link.start : link.end], link.href) for link in signed_by(run, known))
    named = agencies | media | others
    for run in _beside_dates(layout):
        if (run.index in named or layout.is_in_source_box(run)) and (found := name_beside_date(layout, run, known)):
            yield Told(run.index, found[1])


def _told_by_link(layout: Layout) -> Iterator[Told]:
    lines = layout.lines
    for run in _runs(layout, lines.naming(_SIGNING) | lines.holding(_SIGNING_UNSPACED)):
        if link := title_by_author(run):
            yield Told(run.index, None, link.href)
    for run in _runs(layout, lines.holding(_SCHEMES)):
        if URL.match(run.text) and run.links:
            yield Told(run.index, None, run.links[0].href)
    for run in _runs(layout, lines.holding(original_near())):
        yield from (Told(run.index, None, link.href) for link in links_to_original(run))
    for run in _runs(layout, lines.naming(_LICENSED_WORD) | lines.holding(_LICENSED_NEAR)):
        if link := licensed_title(run, layout.title):
            yield Told(run.index, None, link.href)


def told_by_copyright(layout: Layout, known: Collection[str]) -> Iterator[Told]:
    """The lines that hold a copyright notice of an outlet."""
    for run in runs_noting(layout):
        if len(run.text) <= LONG:
            yield from (Told(run.index, name) for _, name in notices_of_outlets(run.text, known))


def agencies_in(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """The agencies that are a part of a short line by themselves, each with that part."""
    begins_small = text[:1].islower() and not _SIGNER.match(text)
    for match in _PIECE.finditer(text) if len(text) <= LINE else ():
        if begins_small and match.start():
            return  # within a sentence
        name = _BY.sub("", match[0]).strip(" .")
        if outlets.is_agency(name) and not name.startswith("©"):
            yield match, name


def signed_by(run: Run, known: Collection[str]) -> Iterator[RunLink]:
    """The links that name a known outlet with the author: "By A. Author, Outlet"."""
    return (
        link
        for link in (run.links if len(run.text) <= LINE and _SIGNER.search(run.text) else ())
        if fold(run.text[link.start : link.end]) in known and compiled(_SIGNED).search(run.text[: link.start])
    )


def name_beside_date(layout: Layout, run: Run, known: Collection[str]) -> tuple[Span, str] | None:
    """The outlet that is all that a line names, beside a date."""
    dated = beside_date(run.text) if run.index in layout.dated else None
    span = dated or Span(run.text, 0, len(run.text))
    beside = range(run.index - _BESIDE, run.index + _BESIDE + 1)
    if len(span.text) > _NAME or not (dated or layout.dated.intersection(beside)):
        return None
    if _SIGNED_WITH_OUTLET.match(span.text) or len(run.links) > 1 or span.text.startswith("©"):
        return None  # a byline of the own site, the trail of its sections, a notice
    name = clean_name(span.text)
    if name is None:
        return None
    familiar = outlets.is_agency(name) or fold(name) in known or layout.is_in_source_box(run)
    named = familiar or (outlets.has_outlet_form(name) and not outlets.is_home(name))
    return (span, name) if named and not layout.hits(run, _SAYING) and not _is_labelled(layout, run) else None


def _is_labelled(layout: Layout, run: Run) -> bool:
    """Whether a line is the value of a field whose label does not call it the source: "Kind of text: News report"."""
    above = run.element.getprevious()
    if above is None or not run.index or layout.runs[run.index - 1].element is not above:
        return False
    label = layout.runs[run.index - 1]
    is_label = above.tag in _TERMS or "label" in words_of(above) or label.text.endswith((":", "："))
    return is_label and label.index not in layout.labels and not layout.hits(label, _NAMING)


def title_by_author(run: Run) -> RunLink | None:
    """The link of a line that is nothing but a linked title with its author."""
    if len(run.text) > LINE or not _AUTHOR.search(run.text) or len(run.links) != 1:
        return None
    link = run.links[0]
    return link if link.start <= 3 and _AUTHOR.match(run.text, link.end) else None


def links_to_original(run: Run) -> Iterator[RunLink]:
    """The links that say nothing but "Original"."""
    return (link for link in run.links if is_original(run.text[link.start : link.end]))


def licensed_title(run: Run, title: str | None) -> RunLink | None:
    """The first link of a line about a licence, if it holds the article's own `title`."""
    if title is None or not _LICENSED.search(run.text) or not run.links:
        return None
    link = run.links[0]
    return link if same_name(run.text[link.start : link.end], title) else None


def notices_of_outlets(text: str, known: Collection[str]) -> Iterator[tuple[NoticeMatch, str]]:
    """The notices in a text, with each of their holders that is an agency, an outlet or a host."""
    for notice in copyright_notices(text):
        if not notice.years and not notice.reserved and not compiled(_MESSAGE).search(text):
            continue
        for name in filter(None, map(clean_name, notice.holders)):
            if outlets.is_agency(name) or fold(name) in known or outlets.has_outlet_form(name) or HOST.match(name):
                yield notice, name


def _beside_dates(layout: Layout) -> Iterator[Run]:
    beside = {at + step for at in layout.dated for step in range(-_BESIDE, _BESIDE + 1)}
    within = beside.intersection(range(len(layout.runs)))
    return (run for run in _runs(layout, within) if len(run.text) <= LINE)


def _runs(layout: Layout, indices: Iterable[int]) -> Iterator[Run]:
    return (layout.runs[at] for at in indices)
