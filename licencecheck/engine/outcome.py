"""How a run ends: its exit code."""

from __future__ import annotations

from licencecheck.model import Finding, Level, Outcome, Report

_DONE, _FOUND, _NOT_DONE, _INTERRUPTED = 0, 1, 2, 130
_THRESHOLDS = {
    "error": frozenset({Level.ERROR}),
    "warning": frozenset({Level.ERROR, Level.WARNING}),
    "note": frozenset({Level.ERROR, Level.WARNING, Level.NOTE}),
    "review": frozenset({Level.ERROR, Level.WARNING, Level.NOTE}),
    "never": frozenset[Level](),
}


def exit_code(report: Report) -> int:
    """Give 130 if the run was broken off, 2 if a page could not be read, 1 if a finding fails the run, else 0."""
    if report.interrupted:
        return _INTERRUPTED
    if report.unread:
        return _NOT_DONE
    return _FOUND if any(_counts(finding, report.fail_on) for finding in report.findings) else _DONE


def _counts(finding: Finding, fail_on: str) -> bool:
    asked = fail_on == "review" and finding.verdict.outcome is Outcome.REVIEW
    return asked or finding.level in _THRESHOLDS[fail_on]
