"""The links of a page that lead to other sites, and near the article those that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from licencecheck.evidence.layout.layout import NEAR, Layout
from licencecheck.model import Link, Target

_LEADING_OUT = frozenset({Target.ARTICLE, Target.HOMEPAGE})


def links_of(layout: Layout) -> Iterator[Link]:
    """Those links, in page order."""
    for run in layout.near(len(layout.runs)):
        if not run.anchors:
            continue
        is_near = abs(layout.distance(run)) <= 4 * NEAR
        wanted = _LEADING_OUT | {Target.DEAD} if is_near else _LEADING_OUT
        targets = {a: layout.target(a)[0] for a in run.anchors if is_near or _may_lead_out(a.get("href"))}
        if not wanted.isdisjoint(targets.values()):
            yield from (layout.link(run, span) for span in run.links if targets.get(span.element) in wanted)


def _may_lead_out(href: str | None) -> bool:
    """Whether an address may be one of another site: it names its scheme or host."""
    return href is not None and (":" in href or "//" in href)
