"""Copyright notices with what they cover: the article's own, told from the host's footer and from picture credits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from licencecheck.evidence.copyrights.notices import NoticeMatch, copyright_notices
from licencecheck.evidence.copyrights.patterns import near_words
from licencecheck.evidence.front_matter.keys import FrontMatterFacts, Stated
from licencecheck.evidence.identity import is_own, names_own
from licencecheck.evidence.layout.layout import NEAR, Layout
from licencecheck.evidence.layout.runs import Run
from licencecheck.evidence.licences.ids import licences_in_text
from licencecheck.model import Confidence, CopyrightNotice, Identity, Place, Role, Scope
from licencecheck.text import excerpt

_FOOTER = frozenset({Role.CHROME, Role.ASIDE, Role.RELATED})
_FAR = 3 * NEAR
_LONGEST, _SHORT = 1_500, 120
_MOST_LINKS = 4
_MOST_NOTICES = 200
"""Runs with words of copyright that are read from either end of a page."""
_SITE_LINKS = re.compile(
    r"privacy|terms of (?:use|service)|impressum|cookie|sitemap|contact us|powered by|theme", re.IGNORECASE
)


def notices_of(layout: Layout) -> list[CopyrightNotice]:
    """All notices of the page in page order; those of scope `article` are about the article alone."""
    runs = (run for run in runs_noting(layout) if len(run.text) <= _LONGEST)
    return [notice for run in runs for notice in _of_run(layout, run)]


def runs_noting(layout: Layout) -> list[Run]:
    """The runs that hold words of copyright, in page order; where no honest page has as many, those at both ends."""
    runs = [layout.runs[at] for at in sorted(layout.holding(near_words()))]
    return runs if len(runs) <= 2 * _MOST_NOTICES else runs[:_MOST_NOTICES] + runs[-_MOST_NOTICES:]


def notices_in(stated: FrontMatterFacts, identity: Identity) -> Iterator[CopyrightNotice]:
    """The notices that the front matter states, which the theme may print; the site's own is no article's."""
    for one in stated.copyrights:
        signed = copyright_notices(one.value) or copyright_notices(f"© {one.value}")
        yield from (_stated(one, identity, m.holders, m.years, reserves=m.reserved) for m in signed if m.holders)
    years = tuple(sorted({int(year.value) for year in stated.copyright_years}))
    yield from (_stated(one, identity, (one.value,), years) for one in stated.copyright_holders)


def _stated(
    stated: Stated, identity: Identity, holders: tuple[str, ...], years: tuple[int, ...], *, reserves: bool = False
) -> CopyrightNotice:
    own = any(is_own(identity, name=holder) or names_own(identity, holder) for holder in holders)
    return CopyrightNotice(
        text=excerpt(stated.value),
        location=stated.entry.location,
        role=Role.HEAD,
        place=Place.META,
        confidence=Confidence.MEDIUM,
        signals=(f"front matter `{stated.entry.key}`",),
        holders=holders,
        years=years,
        scope=Scope.SITE if own else Scope.ARTICLE,
        reserves=reserves,
    )


def _of_run(layout: Layout, run: Run) -> Iterator[CopyrightNotice]:
    for match in copyright_notices(run.text):
        if not match.holders and not match.years:
            continue
        credited = next(
            (h.slots["source"].text for h in layout.hits(run) if h.category == "credit_first" and "source" in h.slots),
            None,
        )
        yield CopyrightNotice(
            text=excerpt(run.text[match.start :]),
            location=layout.location(run, match.start),
            role=layout.role(run),
            place=layout.place(run),
            confidence=Confidence.HIGH if match.holders else Confidence.MEDIUM,
            signals=("copyright words",)
            if match.holders
            else ("copyright words", "holder named in the credit before it"),
            # "first published by X. Copyright 2015." names its holder in the sentence before
            holders=match.holders or ((credited,) if credited else ()),
            years=match.years,
            scope=_scope(layout, run, match),
            reserves=match.reserved,
        )


def _scope(layout: Layout, run: Run, match: NoticeMatch) -> Scope:
    role, distance = layout.role(run), abs(layout.distance(run))
    if role is Role.COMMENT or any(m.licence.kind == "software" for m in licences_in_text(run.text)):
        return Scope.MENTION
    if role is Role.CAPTION or _is_picture_credit(layout, run, match):
        return Scope.IMAGE
    if any(is_own(layout.identity, name=holder) or names_own(layout.identity, holder) for holder in match.holders):
        return Scope.SITE
    if role in _FOOTER or distance > _FAR or _SITE_LINKS.search(run.text) or len(run.links) > _MOST_LINKS:
        return Scope.SITE
    return Scope.ARTICLE


def _is_picture_credit(layout: Layout, run: Run, match: NoticeMatch) -> bool:
    hits = layout.hits(run)
    if any(hit.category == "image_credit" and hit.start <= match.start for hit in hits):
        return True
    labelled = any(hit.category in {"credit_label", "credit_first"} for hit in hits)
    return not (match.years or match.reserved or labelled) and len(run.text) < _SHORT
