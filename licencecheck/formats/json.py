"""A report as JSON, described by `report.schema.json`: the record of every rule on every repost."""

from __future__ import annotations

from datetime import date
from typing import TextIO

from licencecheck.formats.age import age_note
from licencecheck.formats.json_writing import Object, write
from licencecheck.formats.summary import summarise
from licencecheck.model import (
    Canonical,
    Change,
    Comparison,
    Counter,
    Fact,
    Finding,
    Level,
    Link,
    Outcome,
    PageReport,
    Report,
    RuleSet,
    Unreadable,
)
from licencecheck.text import excerpt
from licencecheck.version import __version__

SCHEMA_VERSION = 1


def render(report: Report, stream: TextIO) -> None:
    """Write `report` to `stream`."""
    write(as_object(report), stream)


def as_object(report: Report) -> Object:
    """Give `report` as the schema describes it."""
    pages = sorted(report.pages, key=lambda page: page.path)
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "licencecheck", "version": __version__},
        "today": report.today.isoformat(),
        "rulesets": [_ruleset(ruleset, report.today) for ruleset in report.rulesets],
        "summary": _summary(report),
        "pages": [_page(page) for page in pages],
        "findings": [_finding(finding) for page in report.files for finding in page.findings],
        "excused": [
            {"finding": _finding(excused.finding), "reason": excerpt(excused.reason)}
            for page in report.files
            for excused in page.excused
        ],
        "unchecked": [_unreadable(page) for page in report.unread],
        "skipped": [_unreadable(page) for page in report.skipped],
        "notes": [excerpt(note) for note in report.notes],
        "interrupted": report.interrupted,
    }


def _ruleset(ruleset: RuleSet, today: date) -> Object:
    terms = ruleset.terms
    return {
        "id": ruleset.id,
        "publisher": ruleset.publisher.name,
        "layer": ruleset.layer,
        "terms": {
            "url": terms.url,
            "as_of": terms.as_of,
            "compiled": terms.compiled,
            "coverage": terms.coverage,
            "note": age_note(terms, today),
        },
    }


def _summary(report: Report) -> Object:
    counts = summarise(report)
    return {
        "pages": counts.pages,
        "reposts": counts.reposts,
        **{outcome.value: counts.outcomes[outcome] for outcome in Outcome},
        **{level.value: counts.levels[level] for level in Level if level is not Level.NONE},
        "unread": counts.unread,
        "skipped": counts.skipped,
        "excused": counts.excused,
    }


def _page(page: PageReport) -> Object:
    repost = page.repost
    return {
        "path": page.path,
        "repost": repost.is_repost,
        "repost_confidence": repost.confidence.value,
        "reason": excerpt(repost.reason),
        "relation": repost.relation.value if repost.relation else None,
        "rulesets": list(page.rulesets),
        **({"built": page.built} if page.built else {}),
    } | _original(page)


def _original(page: PageReport) -> Object:
    """What the page was compared with, or why with nothing, and what came of it."""
    lookup, comparison = page.original, page.comparison
    found = {"path": lookup.path, "trouble": lookup.trouble and excerpt(lookup.trouble)} if lookup else None
    return ({"original": found} if found else {}) | ({"comparison": _comparison(comparison)} if comparison else {})


def _comparison(comparison: Comparison) -> Object:
    return {
        "form": comparison.form.value,
        "share": round(comparison.share, 4),
        "words": comparison.words,
        "changes": [
            {"text": excerpt(change.text), "line": change.location.line, "column": change.location.column}
            | _change(change)
            for change in comparison.changes
        ],
        "unlisted": comparison.unlisted,
    }


def _change(change: Change) -> Object:
    return {
        "kind": change.kind.value,
        "original": excerpt(change.original),
        "before": excerpt(change.before),
        "after": excerpt(change.after),
    }


def _finding(finding: Finding) -> Object:
    rule, verdict = finding.rule, finding.verdict
    place = verdict.location
    return {
        "path": place.path,
        "rule": rule.name,
        "requirement": rule.requires,
        "outcome": verdict.outcome.value,
        "level": finding.level.value,
        "message": excerpt(verdict.message),
        "line": place.line,
        "column": place.column,
        "element": place.element,
        "evidence": [
            _evidence(fact) | ({"path": fact.location.path} if fact.location.path != place.path else {})
            for fact in verdict.evidence
        ],
        "quote": rule.quote,
        "proof": rule.proof.value,
        "terms": {"url": rule.terms.url, "as_of": rule.terms.as_of},
        "paste": verdict.paste,
        "asks": list(verdict.asks),
    }


def _evidence(fact: Fact) -> Object:
    return {
        "text": excerpt(fact.text),
        "href": _address(fact),
        "line": fact.location.line,
        "column": fact.location.column,
        "element": fact.location.element,
        "role": fact.role.value,
        "confidence": fact.confidence.value,
    } | ({"change": _change(fact)} if isinstance(fact, Change) else {})


def _address(fact: Fact) -> str | None:
    match fact:
        case Link() | Canonical():
            return excerpt(fact.href)
        case Counter():
            return excerpt(fact.url)
    return None


def _unreadable(page: Unreadable) -> Object:
    return {"path": page.path, "reason": excerpt(page.reason)}
