"""Judge one page by one rule set: a finding for every rule, none of them stronger than what is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from licencecheck.catalogue.parts import GATES
from licencecheck.conditions import UNLESS, answer_for, asked, facts_of, holds, in_words, question
from licencecheck.model import (
    Case,
    Comparison,
    Confidence,
    Finding,
    Level,
    Location,
    Original,
    Outcome,
    Page,
    Proof,
    Rule,
    RuleSet,
    Verdict,
)
from licencecheck.options import Options
from licencecheck.requirements import declined, facets, judge
from licencecheck.requirements.cases import possible
from licencecheck.requirements.credit_line import without_lines

_BEST_FIRST = (Outcome.PASS, Outcome.REVIEW, Outcome.FAIL, Outcome.NOT_APPLICABLE)
_WORST_FIRST = (Outcome.FAIL, Outcome.REVIEW, Outcome.PASS, Outcome.NOT_APPLICABLE)
_CAPS = {Confidence.HIGH: Level.ERROR, Confidence.MEDIUM: Level.WARNING, Confidence.LOW: Level.NOTE}
"""The strongest level of a finding by how sure it is that the page is a repost."""
_GRAVEST_FIRST = (Level.ERROR, Level.WARNING, Level.NOTE)


def check(
    page: Page,
    ruleset: RuleSet,
    options: Options,
    original: Original | None = None,
    comparison: Comparison | None = None,
    *,
    believing: bool = False,
) -> tuple[Finding, ...]:
    """Judge `page` by every rule of `ruleset`, in their order; a facet with a level of its own has its own finding.

    The lines that the terms prescribe are no changes of the text. Where only a machine has read the terms, what they
    are found to miss is for review, unless `believing`.
    """
    comparison = comparison and without_lines(comparison, ruleset)
    return tuple(
        _finding(case_of(part, page, ruleset, options, original, comparison), believing=believing)
        for rule in ruleset.rules
        for part in facets(rule)
    )


def case_of(
    rule: Rule,
    page: Page,
    ruleset: RuleSet,
    options: Options,
    original: Original | None = None,
    comparison: Comparison | None = None,
) -> Case:
    """Give all that `rule` is judged by."""
    return Case(
        page=page,
        ruleset=ruleset,
        rule=rule,
        profile=options.profile,
        original=original or Original(url=options.original),
        today=options.today,
        comparison=comparison,
    )


def badness(findings: Sequence[Finding]) -> tuple[int, ...]:
    """Weigh the findings of one way to comply: by its grave failures, the lesser ones, then its questions."""
    levels = [finding.level for finding in findings]
    reviews = sum(finding.verdict.outcome is Outcome.REVIEW for finding in findings)
    return (*(levels.count(level) for level in _GRAVEST_FIRST), reviews)


def _finding(case: Case, *, believing: bool) -> Finding:
    rule, verdict = _answer(case)
    rule = _proven(case if rule is case.rule else replace(case, rule=rule))
    verdict = verdict if believing else _doubted(rule, verdict)
    return Finding(rule=rule, level=_level(rule, verdict, case.page), verdict=verdict)


def _doubted(rule: Rule, verdict: Verdict) -> Verdict:
    """Let a person look, where only a machine has read that the terms ask this."""
    if rule.proof is not Proof.MACHINE or verdict.outcome is not Outcome.FAIL:
        return verdict
    message = f"Check that the terms ask for `{rule.id}`: only a machine has read them. {verdict.message}"
    return replace(verdict, outcome=Outcome.REVIEW, message=message)


def _level(rule: Rule, verdict: Verdict, page: Page) -> Level:
    """`must` fails as error, `should` as warning; paraphrase and practice prove no more than a warning."""
    if verdict.outcome is not Outcome.FAIL:
        return Level.NONE
    own = Level.ERROR if rule.level == "must" and rule.proof.literal else Level.WARNING
    return min(own, _CAPS[page.repost.confidence], key=lambda level: level.rank)


def _answer(case: Case) -> tuple[Rule, Verdict]:
    """Judge by the rule of the case, or by what is asked where its condition does not hold."""
    rule, facts = case.rule, facts_of(case)
    applies = holds(rule.when, facts)
    if applies is False:
        return _otherwise(case)
    verdict = declined(case, _best_alternative(case)) if rule.any_of else judge(case)
    if applies:
        return rule, verdict
    other, other_verdict = _otherwise(case)
    if verdict.outcome is other_verdict.outcome:
        return rule, verdict
    if _WORST_FIRST.index(other_verdict.outcome) < _WORST_FIRST.index(verdict.outcome):
        return other, _perhaps(case, {UNLESS: [rule.when]}, other_verdict)
    return rule, _perhaps(case, rule.when or {}, verdict)


def _otherwise(case: Case) -> tuple[Rule, Verdict]:
    rule = case.rule
    if rule.otherwise is not None:
        return _answer(replace(case, rule=rule.otherwise))
    condition = in_words(rule.when, case.ruleset.questions)
    message, place = f"Asked {'only ' if condition.startswith('if') else ''}{condition}", Location(case.page.path)
    return rule, Verdict(outcome=Outcome.NOT_APPLICABLE, message=message, location=place)


def _best_alternative(case: Case) -> Verdict:
    verdicts = [_answer(replace(case, rule=alternative))[1] for alternative in case.rule.any_of]
    return min(verdicts, key=lambda verdict: _BEST_FIRST.index(verdict.outcome))


def _perhaps(case: Case, when: Mapping[str, object], verdict: Verdict) -> Verdict:
    """Say what follows where it is not known whether a rule applies: only a failure depends on it."""
    if verdict.outcome is not Outcome.FAIL:
        return verdict
    facts, questions = facts_of(case), case.ruleset.questions
    why = f"{question(when, facts)} {answer_for(when, facts, questions)}: {verdict.message}"
    message = f"Check that this rule does not apply: {why}"
    return replace(verdict, outcome=Outcome.REVIEW, message=message, asks=case.asks(asked(when, facts)))


def _proven(case: Case) -> Rule:
    """Quote the sentence of the case of the terms that may hold, where a rule has several."""
    rule = case.rule
    section = next((section for section, requirement in GATES.items() if requirement == rule.requires), None)
    cases = rule.parameters.get(section) if section else None
    if not isinstance(cases, list):
        return rule
    quoted = next((each for each in possible(cases, facts_of(case)) if each.get("quote")), None)
    if quoted is None:  # what stands beside another case says nothing of this one
        return replace(rule, quote="")
    return replace(rule, quote=str(quoted["quote"]), proof=Proof(str(quoted.get("proof", Proof.POLICY))))
