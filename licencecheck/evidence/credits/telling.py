"""Lines that may credit without wording, told by their words and links alone, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from licencecheck.evidence import outlets
from licencecheck.evidence.copyrights.notices import NoticeMatch, copyright_notices
from licencecheck.evidence.copyrights.scope import lines_noting
from licencecheck.evidence.credits.candidate import LONG
from licencecheck.evidence.credits.names import HOST, URL, clean_name, is_original, original_near
from licencecheck.evidence.layout.said import LINE, Line, LinkT, Said
from licencecheck.evidence.phrases.matcher import Span
from licencecheck.text import fold, same_name

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
_SIGNED = re.compile(
    r"(?:^|\s)(?:by|von|par|de|por|di)\s+[^,|(]{3,60}[,|(]\s*(?:from|for)?\s*$|^\s*(?:by|from|von|par|de|por|di)\s+$",
    re.IGNORECASE,
)
"""What stands before an outlet that is named with the author, or in the author's place."""
_SIGNER = re.compile(r"\b(?:by|from|von|par|de|por|di)\s", re.IGNORECASE)
"""A word of which every such beginning holds one: quicker to look for."""
_NAME = 40
_BESIDE = 2
"""Lines between a name and its date."""
_MESSAGE = re.compile(r"\b[a-z]{2,5}:\d{6}-\d{2,3}-\d{3,8}\b", re.IGNORECASE)
"""Number of an agency's message: `dpa:210312-99-123456/3`."""
_LABEL = frozenset({"credit_label"})


class Told(NamedTuple):
    """A line that may credit, and why."""

    line: int
    name: str | None
    """The party that it names."""
    href: str | None = None
    """What it links as the original."""


def told_by_form(said: Said[LinkT], known: Collection[str]) -> Iterator[Told]:
    """The lines that may credit without wording: words and links of all others rule that out."""
    yield from _told_by_name(said, known)
    yield from _told_by_link(said)


def _told_by_name(said: Said[LinkT], known: Collection[str]) -> Iterator[Told]:
    agencies, media, others = (
        outlets.lines_naming(said.lines, names)
        for names in (outlets.names_of_agencies(), outlets.marks_of_outlets(), frozenset(known))
    )
    for at in agencies | media:
        if agency := outlets.agency_in_dateline(said.texts[at]):
            yield Told(at, agency.text)
    yield from (Told(at, name) for at in agencies for _, name in agencies_in(said.texts[at]))
    for line in map(said.line, others):
        yield from (Told(line.index, line.text[link.start : link.end], link.href) for link in signed_by(line, known))
    named = agencies | media | others
    for at in _beside_dates(said):
        if (at in named or said.is_in_source_box(said.line(at))) and (found := name_beside_date(said, at, known)):
            yield Told(at, found[1])


def _told_by_link(said: Said[LinkT]) -> Iterator[Told]:
    lines = said.lines
    for line in map(said.line, lines.naming(_SIGNING) | lines.holding(_SIGNING_UNSPACED)):
        if link := title_by_author(line):
            yield Told(line.index, None, link.href)
    for line in map(said.line, lines.holding(_SCHEMES)):
        if URL.match(line.text) and line.links:
            yield Told(line.index, None, line.links[0].href)
    for line in map(said.line, lines.holding(original_near())):
        yield from (Told(line.index, None, link.href) for link in links_to_original(line))
    for line in map(said.line, lines.naming(_LICENSED_WORD) | lines.holding(_LICENSED_NEAR)):
        if link := licensed_title(line, said.title):
            yield Told(line.index, None, link.href)


def told_by_copyright(said: Said[LinkT], known: Collection[str]) -> Iterator[Told]:
    """The lines that hold a copyright notice of an outlet."""
    for at in lines_noting(said):
        if len(said.texts[at]) <= LONG:
            yield from (Told(at, name) for _, name in notices_of_outlets(said.texts[at], known))


def agencies_in(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """The agencies that are a part of a short line by themselves, each with that part."""
    for match in _PIECE.finditer(text) if len(text) <= LINE else ():
        name = _BY.sub("", match[0]).strip(" .")
        if outlets.is_agency(name):
            yield match, name


def signed_by(line: Line[LinkT], known: Collection[str]) -> Iterator[LinkT]:
    """The links that name a known outlet with the author: "By A. Author, Outlet"."""
    return (
        link
        for link in (line.links if len(line.text) <= LINE and _SIGNER.search(line.text) else ())
        if fold(line.text[link.start : link.end]) in known and _SIGNED.search(line.text[: link.start])
    )


def name_beside_date(said: Said[LinkT], at: int, known: Collection[str]) -> tuple[Span, str] | None:
    """The outlet that is all that a line names, beside a date."""
    text = said.texts[at]
    dated = outlets.beside_date(text) if at in said.dated else None
    span = dated or Span(text, 0, len(text))
    if len(span.text) > _NAME or not (dated or said.dated.intersection(range(at - _BESIDE, at + _BESIDE + 1))):
        return None
    name, line = clean_name(span.text), said.line(at)
    if name is None:
        return None
    familiar = outlets.is_agency(name) or fold(name) in known or said.is_in_source_box(line)
    named = familiar or (outlets.has_outlet_form(name) and not outlets.is_home(name))
    return (span, name) if named and not said.hits(line, _LABEL) else None


def title_by_author(line: Line[LinkT]) -> LinkT | None:
    """The link of a line that is nothing but a linked title with its author."""
    if len(line.text) > LINE or not _AUTHOR.search(line.text) or len(line.links) != 1:
        return None
    link = line.links[0]
    return link if link.start <= 3 and _AUTHOR.match(line.text, link.end) else None


def links_to_original(line: Line[LinkT]) -> Iterator[LinkT]:
    """The links that say nothing but "Original"."""
    return (link for link in line.links if is_original(line.text[link.start : link.end]))


def licensed_title(line: Line[LinkT], title: str | None) -> LinkT | None:
    """The first link of a line about a licence, if it holds the article's own `title`."""
    if title is None or not _LICENSED.search(line.text) or not line.links:
        return None
    link = line.links[0]
    return link if same_name(line.text[link.start : link.end], title) else None


def notices_of_outlets(text: str, known: Collection[str]) -> Iterator[tuple[NoticeMatch, str]]:
    """The notices in a text, with each of their holders that is an agency, an outlet or a host."""
    for notice in copyright_notices(text):
        if not notice.years and not notice.reserved and not _MESSAGE.search(text):
            continue
        for name in filter(None, map(clean_name, notice.holders)):
            if outlets.is_agency(name) or fold(name) in known or outlets.has_outlet_form(name) or HOST.match(name):
                yield notice, name


def _beside_dates(said: Said[LinkT]) -> Iterator[int]:
    beside = {at + step for at in said.dated for step in range(-_BESIDE, _BESIDE + 1)}
    return (at for at in beside if 0 <= at < len(said.texts) and len(said.texts[at]) <= LINE)
