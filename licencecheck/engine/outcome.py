"""How a run ends: its exit code."""

from __future__ import annotations

from licencecheck.model import Report

_DONE, _FOUND, _NOT_DONE, _INTERRUPTED = 0, 1, 2, 130


def exit_code(report: Report) -> int:
    """Give 130 if the run was broken off, 2 if a page could not be read, 1 if a finding fails the run, else 0."""
    if report.interrupted:
        return _INTERRUPTED
    if report.unread:
        return _NOT_DONE
    return _FOUND if any(map(report.is_failed_by, report.findings)) else _DONE
