"""Days that a reader sees beside the article: in the credit, the byline, the lines above it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date
from itertools import islice

from licencecheck.evidence.head.dates import date_of, days_in
from licencecheck.evidence.layout.containers import OUTSIDE
from licencecheck.evidence.layout.layout import NEAR, Layout
from licencecheck.evidence.layout.runs import Run
from licencecheck.model import Place, Role, StatedDay
from licencecheck.text import excerpt

_MOST = 50
_YEAR = re.compile(r"\d{4}")
_READ = 300
"""Characters of a run in which days are read."""
_LINE = 150
"""Characters up to which a line above or below the article is no paragraph of it, addresses aside."""
_ADDRESS = re.compile(r"https?://\S+")


def days_of(layout: Layout, attribution: Collection[int]) -> list[StatedDay]:
    """Days in the runs of the `attribution`, by index, and in short lines at the ends of the article, in page order."""
    return list(islice(_days(layout, attribution), _MOST))


def dateline_of(layout: Layout) -> date | None:
    """The day in a short line above the article."""
    for run in layout.near():
        if run.index > layout.first + NEAR:
            break
        if (
            len(run.text) <= _LINE
            and layout.role(run) not in OUTSIDE
            and (day := date_of(run.text, _language(run, layout)))
        ):
            return day
    return None


def _days(layout: Layout, attribution: Collection[int]) -> Iterator[StatedDay]:
    for run in layout.near():
        if run.index not in attribution and (not _is_line(run.text) or layout.role(run) in OUTSIDE):
            continue
        place = layout.place(run)
        if run.index not in attribution and place in {Place.BODY, Place.ASIDE}:
            continue
        role = Role.CREDIT if run.index in attribution else layout.role(run)
        for offset, day in days_in(run.text[:_READ], _language(run, layout)) if _YEAR.search(run.text) else ():
            yield StatedDay(
                text=excerpt(run.text), location=layout.location(run, offset), role=role, place=place, day=day
            )


def _is_line(text: str) -> bool:
    return len(text) <= _LINE or (len(text) <= _READ and len(_ADDRESS.sub("", text)) <= _LINE)


def _language(run: Run, layout: Layout) -> str | None:
    """The language that a line says of itself, or that of the page."""
    stated = run.element.get("lang")
    return stated.partition("-")[0].strip().lower() if stated else layout.language
