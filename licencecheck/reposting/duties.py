"""What becomes of each duty while the copy is still to come: it is asked, to be confirmed, decided, or not asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

from licencecheck.attestations import answer_to
from licencecheck.catalogue.in_words import sentence
from licencecheck.catalogue.parts import GATES
from licencecheck.conditions import facts_of, holds, in_words
from licencecheck.model import Case, Finding, Level, Outcome, Rule, RuleSet, Verdict
from licencecheck.requirements import build, is_answerable
from licencecheck.requirements.embargo import Embargo
from licencecheck.requirements.pictures import pictures
from licencecheck.requirements.time_limit import TimeLimit

GRANTING = frozenset([*GATES.values(), "noncommercial"])
"""Duties that the article and the site decide, whatever a page says."""
_OF_COPIES = frozenset({"link-quality", "translation", "change-notice", "additional-reporting-note"})
"""Duties of which only the copy shows whether they concern it."""
_OF_PICTURES = frozenset({"images", "image-credit", "hotlink"})
_OF_LINES = frozenset({"author-bio-kept", "disclaimer-kept", "credit-line"})
"""Duties to keep lines of the original, which a machine may overlook."""
_CHOSEN = ("form", "edits")
"""Facts that whoever makes the copy decides."""
_MAY = {("title-unchanged", "title", "may-change"), ("translation", "is", "granted")}
"""Rules that leave a choice and ask for nothing."""


class Part(Enum):
    """Where a duty is told."""

    GRANT = auto()
    CONDITION = auto()
    QUESTION = auto()
    NOT_ASKED = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A duty and where it is told; `is_lacking` of one that a copy without any credit fails."""

    part: Part
    finding: Finding
    is_lacking: bool = False


def told(finding: Finding, case: Case) -> Told:
    """Sort what is found of a copy that does nothing yet and is posted today."""
    rule, verdict = finding.rule, finding.verdict
    if rule.requires in GRANTING:
        return Told(part=Part.GRANT, finding=finding)
    if (timed := _timed(finding, case)) is not None:
        return timed
    facts = facts_of(case)
    applies = holds(rule.when, {**facts, **dict.fromkeys(_CHOSEN)})
    if verdict.lacks_original:
        return Told(part=Part.CONDITION, finding=_review(finding, _asked(rule, case, applies)), is_lacking=True)
    if verdict.outcome is Outcome.FAIL:
        return Told(part=Part.CONDITION, finding=finding, is_lacking=True)
    if verdict.outcome is Outcome.REVIEW:
        return Told(part=Part.QUESTION, finding=finding)
    if applies is False or _is_settled(finding, case) or not _concerns(finding, applies):
        return Told(part=Part.NOT_ASKED, finding=finding)
    if rule.requires in _OF_LINES and verdict.outcome is Outcome.NOT_APPLICABLE and holds(rule.when, facts):
        message = f"Check that `{rule.id}` is not asked here: {verdict.message}"
        return Told(part=Part.QUESTION, finding=_review(finding, message))
    part = Part.QUESTION if rule.requires == "attestation" else Part.CONDITION
    return Told(part=part, finding=_review(finding, _asked(rule, case, applies)))


def not_before(grants: Iterator[Finding] | tuple[Finding, ...], published: date | None) -> date | None:
    """The first day on which an embargo that is not over yet allows a copy."""
    waiting = [build(each.rule) for each in grants if each.verdict.outcome is Outcome.FAIL]
    days = [each.first_day(published) for each in waiting if isinstance(each, Embargo) and published]
    return max(days, default=None)


def _timed(finding: Finding, case: Case) -> Told | None:
    """Tell the day from which, or until which, a copy may be posted, where it is known."""
    rule, published = finding.rule, case.original.published
    if published is None or rule.any_of or finding.verdict.outcome not in {Outcome.PASS, Outcome.FAIL}:
        return None
    duty = build(rule) if rule.requires in {"embargo", "time-limit"} else None
    if isinstance(duty, Embargo):
        thing = f"a copy not before {duty.first_day(published).isoformat()}, {duty.wait} after the original"
    elif isinstance(duty, TimeLimit):
        verb = "posted by" if duty.limits == "posting" else "that is taken off after"
        thing = f"a copy {verb} {duty.last_day(published).isoformat()}, {duty.days} days after the original"
    else:
        return None
    is_over = finding.verdict.outcome is Outcome.FAIL
    what = f"Expected {thing}, found {case.today.isoformat()}" if is_over else f"Found {thing}"
    verdict = replace(finding.verdict, message=what)
    if rule.level == "must" and (is_over or isinstance(duty, Embargo)):
        return Told(part=Part.GRANT, finding=replace(finding, verdict=verdict))
    return Told(part=Part.CONDITION, finding=_review(finding, thing))


def _is_settled(finding: Finding, case: Case) -> bool:
    """Whether a person has answered, or nothing on the original is concerned."""
    rule = finding.rule
    if rule.requires in _OF_PICTURES and not pictures(case.page):
        return True
    if any((rule.requires, name, str(value)) in _MAY for name, value in rule.parameters.items()):
        return len(rule.parameters) == 1
    return is_answerable(rule) and answer_to(case, rule.id) is not None


def _concerns(finding: Finding, applies: bool | None) -> bool:
    """Whether a duty that a bare copy does not fail concerns one all the same: it may yet break it."""
    if finding.verdict.outcome is Outcome.PASS or applies is None:
        return True
    rule = finding.rule
    return "facet" in rule.parameters or rule.requires in _OF_COPIES or _keeps_lines(rule)


def _keeps_lines(rule: Rule) -> bool:
    return rule.requires in _OF_LINES and (rule.requires != "credit-line" or rule.parameters.get("from") == "original")


def _asked(rule: Rule, case: Case, applies: bool | None) -> str:
    """What a rule asks, and where that is not settled yet, when."""
    condition = "" if applies else in_words(rule.when, case.ruleset.questions)
    return f"{_in_words(rule, case.ruleset)}{', ' if condition else ''}{condition}"


def _in_words(rule: Rule, ruleset: RuleSet) -> str:
    if rule.any_of:
        return ", or: ".join(_in_words(each, ruleset) for each in rule.any_of)
    if rule.requires == "attestation":
        return f"{rule.parameters['ask']} It should be “{rule.parameters.get('want', 'yes')}”"
    return sentence(rule, ruleset)


def _review(finding: Finding, message: str) -> Finding:
    verdict: Verdict = replace(finding.verdict, outcome=Outcome.REVIEW, message=message, paste=None)
    return replace(finding, level=Level.NONE, verdict=verdict)
