"""What nobody knows: no rule of any rule set passes by it in silence, and each asks for it in plain words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from licencecheck.catalogue import ANY_REPOST, load_rules
from licencecheck.catalogue.parts import GATES
from licencecheck.conditions import facts_of, holds, question
from licencecheck.engine import check
from licencecheck.model import Case, Finding, Original, Outcome, Rule, RuleSet, SiteProfile
from licencecheck.options import Options
from licencecheck.requirements.cases import possible
from tests.requirements.making import page

TODAY = date(2026, 11, 22)
CATALOGUE = load_rules()
WAYS = [way.ruleset for name in CATALOGUE.files for way in CATALOGUE.ways(name)]
BARE = page()
"""A copy that credits nobody, on a site of which nothing is known; its original is not given."""

SETTLED = {
    "granted": Outcome.PASS,
    "covered": Outcome.PASS,
    "denied": Outcome.FAIL,
    "excluded": Outcome.FAIL,
    "on-request": Outcome.REVIEW,
    "ask": Outcome.REVIEW,
}
"""What a case means, where no other is open."""


def judged(ruleset: RuleSet) -> dict[str, Finding]:
    """Judge the bare copy: findings by rule."""
    return {one.rule.id: one for one in check(BARE, ruleset, Options(today=TODAY))}


def case(ruleset: RuleSet, rule: Rule) -> Case:
    """The case of one rule and the bare copy."""
    return Case(page=BARE, ruleset=ruleset, rule=rule, profile=SiteProfile(), original=Original(), today=TODAY)


def is_plain(asked: str) -> bool:
    """Whether a question is a sentence, and no word of the file."""
    return asked.endswith("?") and "{" not in asked and "Has a person confirmed" not in asked


@pytest.mark.parametrize("ruleset", WAYS, ids=lambda ruleset: ruleset.id)
def test_a_rule_that_may_apply_asks(ruleset: RuleSet) -> None:
    """Where its condition is open and the copy does not fulfil it, it is for review, with the question."""
    unconditional = replace(ruleset, rules=tuple(replace(rule, when=None) for rule in ruleset.rules))
    applied, found = judged(unconditional), judged(ruleset)
    for rule in ruleset.rules:
        facts = facts_of(case(ruleset, rule))
        if rule.otherwise is None and holds(rule.when, facts) is None:
            asked = question(rule.when, facts)
            assert is_plain(asked), (rule.name, asked)
            if applied[rule.id].verdict.outcome is Outcome.FAIL:
                assert found[rule.id].verdict.outcome is Outcome.REVIEW, rule.name
                assert asked in found[rule.id].verdict.message


@pytest.mark.parametrize("ruleset", WAYS, ids=lambda ruleset: ruleset.id)
def test_cases_that_may_differ_are_a_question(ruleset: RuleSet) -> None:
    """Whether the grant covers the article and permits the use passes only if every open case says so."""
    found = judged(ruleset)
    for rule in ruleset.rules:
        section = next((name for name in GATES if name in rule.parameters), None)
        if section is not None:
            cases = rule.parameters[section]
            assert isinstance(cases, list)
            answers = {str(one["is"]) for one in possible(cases, facts_of(case(ruleset, rule)))}
            verdict = found[rule.id].verdict
            wanted = SETTLED[answers.pop()] if len(answers) == 1 else Outcome.REVIEW
            assert (rule.name, wanted) == (rule.name, verdict.outcome)
            if wanted is Outcome.REVIEW and ruleset.id != ANY_REPOST:
                assert "?" in verdict.message or "on request" in verdict.message
            assert "{" not in verdict.message and "Has a person confirmed" not in verdict.message


@pytest.mark.parametrize("ruleset", WAYS, ids=lambda ruleset: ruleset.id)
def test_nobody_has_answered(ruleset: RuleSet) -> None:
    """A question to a person never passes without an answer."""
    for finding in judged(ruleset).values():
        if finding.rule.requires == "attestation":
            assert finding.verdict.outcome in {Outcome.REVIEW, Outcome.NOT_APPLICABLE}, finding.rule.name
