"""Copyright notices with what they cover: the article's own, told from the host's footer and from picture credits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from licencecheck.evidence.identity import is_own
from licencecheck.evidence.layout import NEAR, Layout
from licencecheck.evidence.notices import NoticeMatch, copyright_notices
from licencecheck.evidence.runs import Run
from licencecheck.model import Confidence, CopyrightNotice, Role, Scope
from licencecheck.text import excerpt

_FOOTER = frozenset({Role.CHROME, Role.ASIDE, Role.RELATED})
_FAR = 3 * NEAR
_LONGEST = 1_500
_SITE_LINKS = re.compile(r"privacy|terms of (?:use|service)|impressum|cookie|sitemap|contact us|powered by|theme", re.IGNORECASE)


def notices_of(layout: Layout) -> list[CopyrightNotice]:
    """All notices of the page in page order; those of scope `article` are about the article alone."""
    found = []
    for run in layout.runs:
        if layout.role(run) is not Role.COMMENT and len(run.text) <= _LONGEST:
            found += _of_run(layout, run)
    return found


def _of_run(layout: Layout, run: Run) -> Iterator[CopyrightNotice]:
    for match in copyright_notices(run.text):
        if not match.holders and not match.years:
            continue
        yield CopyrightNotice(
            text=excerpt(run.text[match.start :]),
            location=layout.location(run, match.start),
            role=layout.role(run),
            place=layout.place(run),
            confidence=Confidence.HIGH if match.holders else Confidence.MEDIUM,
            signals=("copyright words",),
            holders=match.holders,
            years=match.years,
            scope=_scope(layout, run, match),
        )


def _scope(layout: Layout, run: Run, match: NoticeMatch) -> Scope:
    role, distance = layout.role(run), layout.distance(run)
    if role is Role.CAPTION or _is_picture_credit(layout, run, match):
        return Scope.IMAGE
    if any(is_own(layout.identity, name=holder) for holder in match.holders):
        return Scope.SITE
    if role in _FOOTER or distance > _FAR or distance < -_FAR:
        return Scope.SITE
    if _SITE_LINKS.search(run.text) or len(run.links) > 4:
        return Scope.SITE
    return Scope.ARTICLE


def _is_picture_credit(layout: Layout, run: Run, match: NoticeMatch) -> bool:
    if any(h.category == "image_credit" and h.start <= match.start for h in layout.hits(run)):
        return True
    return match.start > 0 and not match.years and len(run.text) < 120
