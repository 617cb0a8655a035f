"""What readability leaves out of an article and what it lets in: rules about structure, not about sites."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from lxml import etree

from licencecheck.evidence.article.region import IN_TEXT, Region, extent, linked
from licencecheck.evidence.layout.containers import OUTSIDE
from licencecheck.evidence.layout.runs import Run
from licencecheck.model import Role
from licencecheck.text import compiled
from licencecheck.urls import host_of, site_of

_PARAGRAPH = 40
_PROSE = 80
_BESIDE = 2
_NEAR = 2
_CLIMB = 6
_MOST_LINKED = 0.6
_ONLY_LINKED = 0.8
_OPENING = 150
_DATE_LINE = 60
_PROMOTION = 200
_HEADINGS = frozenset("h2 h3 h4 h5 h6".split())  # noqa: SIM905
_MAY_HOLD_QUOTES = frozenset([Role.ASIDE, Role.CHROME])
_BARE_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?:19|20)\d\d年")
_FURNITURE = (
    r"(?i)\W*(?:"
    # en
    r"(?:read (?:more|also|next)|subscribe|sign up|see (?:also|more)|also (?:read|see)|follow us|click here|share this"
    r"|sharing is|more (?:from|on)|don.t miss|you (?:may|might) also like|like this (?:story|article)|filed under)\b"
    r"|(?:related|more|tags?):|related (?:articles?|stories|posts?|coverage)\b"
    r"|(?:advert(?:isement)?|comments?|related)\W*$"
    # de
    r"|lesen sie auch|lies auch|mehr zum thema|auch interessant|siehe auch|anzeige\W*$|werbung\W*$|jetzt abonnieren"
    # fr
    r"|(?:à )?lire (?:aussi|également)|voir aussi|sur le même (?:sujet|thème)|publicité\W*$|abonnez-vous|partage[rz]\b"
    # es, pt, it
    r"|le[ea] también|lee también|te puede interesar|ver también|publicidad\W*$|suscríbete"
    r"|leia (?:também|mais)|veja também|publicidade\W*$|compartilhe|leggi anche|pubblicità\W*$|condividi"
    # nl, pl
    r"|lees ook|lees meer|czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również)|reklama\W*$|udostępnij"
    # ru, uk
    r"|читайте (?:также|также:|ещё|також)|см\. также|подпис(?:ывайтесь|аться)|реклама\W*$|поделиться|поділитися"
    # zh, ja
    r"|相关阅读|相關閱讀|延伸阅读|延伸閱讀|推荐阅读|推薦閱讀|相关文章|相關文章|あわせて読みたい|関連記事|シェアする"
    r")"
)


def with_lost_runs(kept: Sequence[Run], runs: Sequence[Run], region: Region, own_site: str) -> list[Run]:
    """Add to `kept` what stands among its paragraphs: quotations, lists, headings, and prose beside its two ends."""
    if not kept:
        return []
    found = {run.index for run in kept}
    spans = _spans(kept)
    begin = min((first for first, _ in spans.values()), default=0)
    end = max((last for _, last in spans.values()), default=0)
    quoted = _quoted(kept[0].element.getroottree())
    lost: dict[etree._Element, _Lost] = defaultdict(_Lost)
    for run in runs:
        if run.index in found or not run.text:
            continue
        if _is_prose_beside(run, kept, region):
            found.add(run.index)
        if not (begin < run.index < end or run.element in quoted):
            continue
        place = _place_among(spans, run.element)
        if place is None:
            continue
        first, last = spans[place.container]
        if place.is_quoted or (first < run.index < last and place.child.tag in IN_TEXT):
            lost[place.child].runs.append(run)
            lost[place.child].is_quoted |= place.is_quoted
    for group in lost.values():
        if group.belongs(region, own_site):
            found.update(run.index for run in group.runs)
    return [run for run in runs if run.index in found]


@dataclass(slots=True)
class _Lost:
    """Runs that one child of a container of paragraphs holds."""

    runs: list[Run] = field(default_factory=list)
    is_quoted: bool = False

    def belongs(self, region: Region, own_site: str) -> bool:
        """Whether it is part of the article: a quotation, or text that is more than links into the own site."""
        role = region.containers.role_of(self.runs[0].element)
        if role in OUTSIDE and not (self.is_quoted and role in _MAY_HOLD_QUOTES):
            return False
        if self.is_quoted or sum(map(linked, self.runs)) <= _MOST_LINKED * sum(len(run.text) for run in self.runs):
            return True
        return all(_leads_out(run, own_site) for run in self.runs if run.links)


def _spans(kept: Sequence[Run]) -> dict[etree._Element, tuple[int, int]]:
    """First and last index of the paragraphs that each container holds as its children."""
    spans: dict[etree._Element, tuple[int, int]] = {}
    for run in kept:
        parent = run.element.getparent()
        if parent is not None and extent(run.text) >= _PARAGRAPH and run.element.tag in IN_TEXT:
            spans[parent] = (spans.get(parent, (run.index,))[0], run.index)
    return spans


def _quoted(tree: etree._ElementTree) -> set[etree._Element]:
    """The quotations of a page and all in them."""
    quoted: set[etree._Element] = set()
    for quotation in tree.iter("blockquote"):
        if quotation not in quoted:
            quoted.update(quotation.iter())
    return quoted


class _Place(NamedTuple):
    container: etree._Element
    child: etree._Element
    """That of the container which the element is or stands in."""
    is_quoted: bool
    """Whether a quotation stands between the container and the element, or is the element."""


def _place_among(spans: Mapping[etree._Element, object], element: etree._Element) -> _Place | None:
    """Find the nearest container of paragraphs a few levels above `element`."""
    is_quoted = False
    for _ in range(_CLIMB):
        parent = element.getparent()
        if parent is None:
            break
        is_quoted = is_quoted or element.tag == "blockquote"
        if parent in spans:
            return _Place(parent, element, is_quoted)
        element = parent
    return None


def _is_prose_beside(run: Run, kept: Sequence[Run], region: Region) -> bool:
    if not kept[0].index - _BESIDE <= run.index <= kept[-1].index + _BESIDE:
        return False
    end = kept[0] if run.index < kept[0].index else kept[-1]
    return (
        extent(run.text) >= _PROSE
        and linked(run) <= _MOST_LINKED / 2 * len(run.text)
        and region.containers.role_of(run.element) is Role.BODY
        and region.holds(run.element)
        and not _around(run, _NEAR + 1).isdisjoint(_around(end, _NEAR))
    )


def _around(run: Run, levels: int) -> set[etree._Element]:
    return set(islice(run.element.iterancestors(), levels))


def without_furniture(kept: Sequence[Run], region: Region, own_site: str) -> list[Run]:
    """Take out captions, side boxes, teasers, the title, and the lines above the text that name author and date."""
    titles = sum(run.element.tag == "h1" for run in kept)
    text: list[Run] = []
    has_begun = False
    for run in kept:
        role = region.containers.role_of(run.element)
        if role is Role.BIO or (role in OUTSIDE and not (role in _MAY_HOLD_QUOTES and _is_quoted(run))):
            continue
        if _is_teaser(run, own_site) or (len(run.text) < _PROMOTION and compiled(_FURNITURE).match(run.text)):
            continue
        if run.element.tag == "h1" and (titles == 1 or not has_begun):
            continue
        if not has_begun and (role is Role.BYLINE or _is_date_line(run)):
            continue
        has_begun = has_begun or extent(run.text) > _OPENING
        text.append(run)
    return text


def _is_quoted(run: Run) -> bool:
    return run.element.tag == "blockquote" or any(a.tag == "blockquote" for a in run.element.iterancestors())


def _is_teaser(run: Run, own_site: str) -> bool:
    """Whether a run is nothing but links into the own site; a bare address is a reference that the author gave."""
    if linked(run) <= _ONLY_LINKED * len(run.text) or _BARE_ADDRESS.fullmatch(run.text):
        return False
    return not _leads_out(run, own_site)


def _leads_out(run: Run, own_site: str) -> bool:
    """Whether every link of a run leads to another site."""
    hosts = [
        host_of(href) if (href := link.element.get("href", "")).startswith(("http", "//")) else "" for link in run.links
    ]
    return bool(own_site and hosts) and all(host and site_of(host) != own_site for host in hosts)


def _is_date_line(run: Run) -> bool:
    return (
        len(run.text) < _DATE_LINE
        and run.element.tag not in _HEADINGS
        and not run.text.endswith((".", "!", "?", "。", ":"))
        and bool(_YEAR.search(run.text))
    )
