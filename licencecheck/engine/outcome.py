"""How a run ends: its exit code."""

from __future__ import annotations

from licencecheck.model import Level, Outcome, Report

_DONE, _FOUND, _NOT_DONE = 0, 1, 2
_THRESHOLDS = {
    "error": frozenset({Level.ERROR}),
    "warning": frozenset({Level.ERROR, Level.WARNING}),
    "note": frozenset({Level.ERROR, Level.WARNING, Level.NOTE}),
    "review": frozenset({Level.ERROR, Level.WARNING, Level.NOTE}),
    "never": frozenset[Level](),
}


def exit_code(report: Report) -> int:
    """Give 2 if a page could not be read, 1 if a finding is at or above the report's `fail_on`, else 0."""
    if report.unread:
        return _NOT_DONE
    grave = _THRESHOLDS[report.fail_on]
    for page in report.pages:
        for finding in page.findings:
            asked = report.fail_on == "review" and finding.verdict.outcome is Outcome.REVIEW
            if finding.level in grave or asked:
                return _FOUND
    return _DONE
