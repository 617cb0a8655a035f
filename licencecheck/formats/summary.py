"""The counts of a report."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from licencecheck.model import Level, Outcome, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """How many pages, and how many findings of each outcome and level."""

    pages: int
    reposts: int
    outcomes: Counter[Outcome]
    levels: Counter[Level]
    unread: int
    skipped: int
    excused: int


def summarise(report: Report) -> Summary:
    """Count what `report` holds; unread pages are not among the pages."""
    findings = list(report.findings)
    return Summary(
        pages=len(report.pages),
        reposts=sum(page.repost.is_repost for page in report.pages),
        outcomes=Counter(finding.verdict.outcome for finding in findings),
        levels=Counter(finding.level for finding in findings),
        unread=len(report.unread),
        skipped=len(report.skipped),
        excused=sum(len(page.excused) for page in report.files),
    )
