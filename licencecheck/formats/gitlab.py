"""A report as GitLab code quality: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format."""

from __future__ import annotations

from typing import TextIO

from licencecheck.fingerprints import fingerprint_of_unread, fingerprints
from licencecheck.formats.escaping import quoted, visible
from licencecheck.formats.json_writing import Object, write
from licencecheck.formats.wording import SHOWN, terms_of, word_of
from licencecheck.model import Finding, Location, Report

_SEVERITIES = {"error": "major", "warning": "minor", "note": "info", "review": "info", "unread": "critical"}


def render(report: Report, stream: TextIO) -> None:
    """Write an array of issues; two with the same fingerprint would be shown as one."""
    issues = [
        _issue(word_of(finding), finding.rule.name, _description(finding), finding.verdict.location, fingerprint)
        for page in report.files
        for finding, fingerprint in zip(page.findings, fingerprints(page.path, page.findings), strict=True)
        if finding.verdict.outcome in SHOWN
    ]
    issues += [
        _issue("unread", "unread", quoted(unread.reason), Location(unread.path), fingerprint_of_unread(unread.path))
        for unread in report.unread
    ]
    write(issues, stream)


def _description(finding: Finding) -> str:
    """Say on one line what is found, what the publisher says, and what to paste: there is no other field for that."""
    terms, paste = terms_of(finding.rule), finding.verdict.paste
    parts = (quoted(finding.verdict.message), terms and f"terms: {terms}", paste and f"paste: {quoted(paste)}")
    return "; ".join(filter(None, parts))


def _issue(word: str, check: str, description: str, location: Location, fingerprint: str) -> Object:
    return {
        "description": description,
        "check_name": check,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[word],
        "location": {"path": visible(location.path), "lines": {"begin": location.line or 1}},
    }
