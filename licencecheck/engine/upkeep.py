"""Findings on files that are no pages: the configuration, the baseline and the templates of the theme."""

from __future__ import annotations

from collections.abc import Iterable

from licencecheck.model import (
    Confidence,
    Finding,
    Level,
    Location,
    Outcome,
    PageReport,
    RepostDecision,
    Rule,
    Terms,
    Verdict,
)

RULESET = "configuration"
"""What stands in place of a rule set."""
NO_TERMS = Terms(url=None, as_of="unknown", compiled="unknown")
"""Of what no publisher asks."""
_SETTINGS = "Settings of this check, no page; mend them as follows"


def to_mend(name: str, level: Level, message: str, location: Location) -> Finding:
    """Say by the rule `name` that something in a file of the user at `location` is to be mended."""
    rule = Rule(id=name, ruleset=RULESET, requires=RULESET, terms=NO_TERMS)
    return Finding(rule=rule, level=level, verdict=Verdict(outcome=Outcome.FAIL, message=message, location=location))


def by_file(findings: Iterable[Finding], reason: str = _SETTINGS) -> tuple[PageReport, ...]:
    """Sort what is to be mended by file; `reason` says what these files are, without full stop."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.verdict.location.path, []).append(finding)
    no_page = RepostDecision(is_repost=False, confidence=Confidence.HIGH, reason=reason)
    return tuple(PageReport(path=path, repost=no_page, findings=tuple(each)) for path, each in sorted(found.items()))
