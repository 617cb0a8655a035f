"""The chain of credits: which of the statements on a page name the original, and which a party in between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from licencecheck.evidence.credits.candidate import Candidate
from licencecheck.evidence.credits.linked import facts_of
from licencecheck.evidence.credits.links import BEST_FIRST
from licencecheck.evidence.credits.reading import credit_of
from licencecheck.evidence.credits.weights import confidence_of
from licencecheck.evidence.layout.layout import Layout
from licencecheck.model import (
    Confidence,
    Credit,
    CreditForm,
    CreditPart,
    Link,
    Location,
    Place,
    Role,
    Target,
)
from licencecheck.text import excerpt, same_name
from licencecheck.urls import host_of, is_profile, site_of, url_key

_MOST = 60
"""Statements that are joined to a chain, the best first: no honest page has as many."""
_BESIDE = 2
"""Runs between two statements that speak of the same credit."""
_WEAKER = 2.75
"""How much less a second statement may weigh than the best one and still stand."""
_FORM_ORDER = (
    CreditForm.FIRST_PUBLISHED,
    CreditForm.REPUBLISHED,
    CreditForm.TRANSLATION,
    CreditForm.LABEL,
    CreditForm.READ_ORIGINAL,
    CreditForm.DATELINE,
    CreditForm.BYLINE,
    CreditForm.BARE_NAME,
    CreditForm.COPYRIGHT,
    CreditForm.BARE_URL,
    CreditForm.METADATA,
)
_BOXED = "in a box beside the article"
_WORDLESS = frozenset({CreditForm.DATELINE, CreditForm.BYLINE, CreditForm.BARE_NAME, CreditForm.COPYRIGHT})
"""Forms that name an outlet without saying that the article comes from it first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """An origin that data names which no reader sees: canonical, structured data, front matter."""

    name: str | None
    href: str | None
    url: str | None
    target: Target
    location: Location
    signal: str
    confidence: Confidence
    address_location: Location | None = None
    """Of the address, where it is only a part of what stands at `location`."""


def chain_of(
    layout: Layout, candidates: Iterable[Candidate], origins: Sequence[Origin]
) -> tuple[list[Credit], list[Candidate]]:
    """The credits, original first, then the others in page order; and the statements that they were made from."""
    standing = _standing(_agreeing(list(candidates), origins))
    chain: list[Credit] = []
    used: list[Candidate] = []
    for group in _groups(standing):
        credit = _merged(layout, group)
        if credit is not None:
            chain.append(credit)
            used += group if credit.confidence is not Confidence.LOW else []
    if not any(c.confidence is not Confidence.LOW for c in chain):
        chain += [_from_data(origin) for origin in origins]
    return [_with_address(credit, origins) for credit in _in_order(chain)], used


def _with_address(credit: Credit, origins: Sequence[Origin]) -> Credit:
    """Add the address that the data gives to an original credit that links nothing: the theme may print it."""
    linked = any(
        link.target in {Target.ARTICLE, Target.HOMEPAGE, Target.RELATIVE, Target.DEAD} for link in credit.links
    )
    sure = [o for o in origins if o.href and o.confidence is not Confidence.LOW]
    if linked or credit.part is not CreditPart.ORIGINAL or not sure:
        return credit
    return replace(credit, links=(*credit.links, *_from_data(sure[0]).links))


def _agreeing(candidates: list[Candidate], origins: Sequence[Origin]) -> list[Candidate]:
    """Strengthen the statements that the metadata bears out."""
    sites = {site_of(host_of(o.url)) for o in origins if o.url}
    for candidate in candidates:
        hosts = {site_of(host_of(link.url)) for link in candidate.links if link.url}
        named = any(o.name and candidate.name and same_name(o.name, candidate.name) for o in origins)
        if named or not sites.isdisjoint(hosts):
            candidate.signals.append("agrees with the metadata")
    return candidates


def _standing(candidates: list[Candidate]) -> list[Candidate]:
    """Those for which enough speaks, the best first; much weaker ones fall beside a sure one, known parties stay."""
    kept = [c for c in candidates if confidence_of(c.score) is not None]
    kept.sort(key=lambda c: (-c.score, _FORM_ORDER.index(c.form), c.run.index))
    if not kept:
        return []
    floor = kept[0].score - _WEAKER
    worded = any(c.form is not CreditForm.BARE_URL for c in kept)
    return [
        c
        for c in kept[:_MOST]
        if (c.score >= floor or c.part_via or "known publisher or agency" in c.signals)
        and not (worded and c.form is CreditForm.BARE_URL)
    ]


def _groups(standing: list[Candidate]) -> list[list[Candidate]]:
    """Statements that speak of one party: of one name, or nameless beside it; the best first in each."""
    groups: list[list[Candidate]] = []
    for candidate in standing:
        for group in groups:
            if _belongs(candidate, group):
                group.append(candidate)
                break
        else:
            groups.append([candidate])
    return groups


def _belongs(candidate: Candidate, group: list[Candidate]) -> bool:
    if any((_BOXED in c.signals) is not (_BOXED in candidate.signals) for c in group):
        return False  # what the sidebar says must not carry off a link of the article
    names = [c.name for c in group if c.name]
    beside = any(abs(candidate.run.index - c.run.index) <= _BESIDE for c in group)
    if candidate.name and names and any(same_name(candidate.name, n) for n in names):
        return True
    keys = {url_key(link.url) for c in group for link in c.links if link.url and link.target is Target.ARTICLE}
    own = {url_key(link.url) for link in candidate.links if link.url and link.target is Target.ARTICLE}
    if not keys.isdisjoint(own):
        return True
    return beside and (
        candidate.form is CreditForm.READ_ORIGINAL or group[0].form is CreditForm.READ_ORIGINAL or not candidate.name
    )


def _merged(layout: Layout, group: list[Candidate]) -> Credit | None:
    best = group[0]
    if best.form in {CreditForm.READ_ORIGINAL, CreditForm.COPYRIGHT}:
        best = next(
            (c for c in group if c.form not in {CreditForm.READ_ORIGINAL, CreditForm.COPYRIGHT} and c.name), best
        )
    elif best.name in (hosts := {host_of(link.url) for link in best.links if link.url}):
        # "published by Outlet, reproduced with permission": the surer statement may name nobody
        named = (c for c in group if c.run is best.run and c.name and "name is no name" not in c.signals)
        best = next((c for c in named if c.name not in hosts), best)
    credit = credit_of(layout, best)
    if credit is None:
        return None
    links = tuple(dict.fromkeys(link for c in group for link in facts_of(layout, c.links)))
    part = CreditPart.VIA if best.part_via else CreditPart.ORIGINAL
    again = tuple(other for c in group if c is not best and c.name and (other := credit_of(layout, c)) is not None)
    return replace(credit, links=_best_first(links), part=part, again=again)


def _best_first(links: tuple[Link, ...]) -> tuple[Link, ...]:
    return tuple(sorted(links, key=lambda link: (is_profile(link.url), BEST_FIRST.index(link.target))))


def _from_data(origin: Origin) -> Credit:
    link = Link(
        text="", location=origin.address_location or origin.location, role=Role.HEAD, place=Place.META,
        href=origin.href, url=origin.url, target=origin.target,
    ) if origin.href else None  # fmt: skip
    return Credit(
        text=excerpt(origin.href or origin.name or ""),
        location=origin.location,
        role=Role.HEAD,
        place=Place.META,
        confidence=origin.confidence,
        signals=(origin.signal,),
        name=origin.name or (host_of(origin.url) if origin.url else None),
        form=CreditForm.METADATA,
        links=(link,) if link else (),
    )


def _in_order(credited: list[Credit]) -> list[Credit]:
    """Original first: where one party is credited with the first publication, others granted or passed it on."""
    originals = [c for c in credited if c.part is CreditPart.ORIGINAL]
    if credited and not originals:
        first, *others = credited
        return [replace(first, part=CreditPart.ORIGINAL), *others]  # "via" alone names where the article comes from
    if len(originals) < 2:
        return sorted(credited, key=lambda c: c.part is not CreditPart.ORIGINAL)
    originals.sort(key=lambda c: (c.form in _WORDLESS, -c.confidence.rank, _FORM_ORDER.index(c.form)))
    first, *others = originals
    grantors = [replace(c, part=CreditPart.GRANTOR) for c in others]
    vias = [c for c in credited if c.part is CreditPart.VIA]
    return [first, *vias, *grantors]
