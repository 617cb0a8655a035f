"""Findings about the configuration and the baseline themselves."""

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
_TERMS = Terms(url=None, as_of="unknown", compiled="unknown")
_NO_PAGE = RepostDecision(is_repost=False, confidence=Confidence.HIGH, reason="It says how the pages are checked")


def to_mend(name: str, level: Level, message: str, location: Location) -> Finding:
    """Say by the rule `name` that something in a file of the user at `location` is to be mended."""
    rule = Rule(id=name, ruleset=RULESET, requires=RULESET, terms=_TERMS)
    return Finding(rule=rule, level=level, verdict=Verdict(outcome=Outcome.FAIL, message=message, location=location))


def by_file(findings: Iterable[Finding]) -> tuple[PageReport, ...]:
    """Sort what is to be mended by file."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.verdict.location.path, []).append(finding)
    return tuple(PageReport(path=path, repost=_NO_PAGE, findings=tuple(each)) for path, each in sorted(found.items()))
