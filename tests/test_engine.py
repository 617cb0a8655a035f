"""Judging pages: every rule answers, and no finding is stronger than what is known."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from licencecheck.cli import exit_code
from licencecheck.engine import badness, check
from licencecheck.model import (
    Confidence,
    Finding,
    Level,
    Outcome,
    Page,
    PageReport,
    Proof,
    Report,
    RepostDecision,
    Rule,
    RuleSet,
    SiteProfile,
    Terms,
    Unreadable,
    Verdict,
)
from licencecheck.options import Options
from tests.requirements.making import RIVER_POST, at, byline, credit, link, page

TODAY = date(2026, 11, 22)
TERMS = Terms(url="https://river.example/republish", as_of="2026-01", compiled="2026-11-22")
PROPER = page(credits=(credit("River Post", 9, link()),), links=(link(),), bylines=(byline(),))
BARE = page()


def rule(requires: str, **more: Any) -> Rule:
    """Make a rule of the River Post."""
    known: dict[str, Any] = {"id": requires, "ruleset": "river-post", "quote": "do so", "terms": TERMS}
    return Rule(requires=requires, **(known | more))


def ruleset(*rules: Rule) -> RuleSet:
    """Make a rule set of the River Post."""
    return RuleSet(id="river-post", path="river-post.yaml", publisher=RIVER_POST, terms=TERMS, rules=rules)


def findings(judged: Page, *rules: Rule, **profile: Any) -> list[Finding]:
    """Judge a page by rules."""
    options = Options(today=TODAY, profile=SiteProfile(**profile))
    return list(check(judged, ruleset(*rules), options))


def said(judged: Page, *rules: Rule, **profile: Any) -> list[tuple[str, str, str]]:
    """Judge a page by rules: name, outcome and level."""
    return [
        (finding.rule.name, finding.verdict.outcome.value, finding.level.value)
        for finding in findings(judged, *rules, **profile)
    ]


def sure(confidence: Confidence) -> Page:
    """Make a page without credit that is a repost with `confidence`."""
    return page(repost=RepostDecision(is_repost=True, confidence=confidence, reason="said so"))


def report(*levels: Level, outcome: Outcome = Outcome.FAIL, fail_on: str = "error", **more: Any) -> Report:
    """Make a report with one finding of each level."""
    verdict = Verdict(outcome=outcome, message="m", location=at(1))
    found = tuple(Finding(rule=rule("noindex"), level=level, verdict=verdict) for level in levels)
    pages = (PageReport(path="page.html", repost=BARE.repost, findings=found),)
    return Report(today=TODAY, pages=pages, fail_on=fail_on, **more)


class TestCheck:
    """One page under one rule set."""

    def test_every_rule_answers(self) -> None:
        """Passes and what does not apply are findings too, in the order of the rules."""
        rules = (rule("source-credit"), rule("noindex"), rule("author-credit", when={"medium": "print"}))

        assert [
            ("river-post/source-credit", "pass", "none"),
            ("river-post/noindex", "fail", "error"),
            ("river-post/author-credit", "notApplicable", "none"),
        ] == said(PROPER, *rules)

    @pytest.mark.parametrize(
        ("level", "proof", "expected"),
        [
            ("must", Proof.POLICY, "error"),
            ("must", Proof.SECONDARY, "error"),
            ("must", Proof.PARAPHRASE, "warning"),
            ("must", Proof.PRACTICE, "warning"),
            ("should", Proof.POLICY, "warning"),
        ],
    )
    def test_levels_follow_rule_and_proof(self, level: str, proof: Proof, expected: str) -> None:
        """What no sentence of the publisher proves is at most a warning."""
        assert [("river-post/noindex", "fail", expected)] == said(BARE, rule("noindex", level=level, proof=proof))

    @pytest.mark.parametrize(
        ("confidence", "expected"),
        [(Confidence.HIGH, "error"), (Confidence.MEDIUM, "warning"), (Confidence.LOW, "note")],
    )
    def test_no_finding_is_stronger_than_the_decision_that_the_page_is_a_repost(
        self, confidence: Confidence, expected: str
    ) -> None:
        """A page that is probably a repost probably breaks the rule."""
        assert [("river-post/noindex", "fail", expected)] == said(sure(confidence), rule("noindex"))

    def test_a_facet_has_its_own_level(self) -> None:
        """The place of a credit may be a wish where the credit itself is a duty."""
        facet = rule("source-credit", parameters={"at": {"place": "top", "level": "should"}})

        assert [
            ("river-post/source-credit", "pass", "none"),
            ("river-post/source-credit-at", "fail", "warning"),
        ] == said(PROPER, facet)

    def test_an_unknown_fact_turns_a_failure_into_a_question(self) -> None:
        """Whether the rule applies decides, and nobody said."""
        (finding,) = findings(BARE, rule("noindex", when={"kind": "news"}))

        assert (Outcome.REVIEW, Level.NONE) == (finding.verdict.outcome, finding.level)
        assert finding.verdict.message.startswith("Check that this rule does not apply: What kind of site is this")
        assert finding.verdict.message.endswith(
            'If the site is of the kind news: Expected the robots directive "noindex", found none'
        )
        assert ("kind",) == finding.verdict.asks

    @pytest.mark.parametrize(
        ("when", "answer", "asks"),
        [
            ({"commercial": True}, "If so", "commercial"),
            ({"commercial": False}, "If not", "commercial"),
            ({"attested": "paid"}, "If so", "river-post/paid"),
            ({"unless": [{"attested": "paid"}]}, "If not", "river-post/paid"),
            ({"kind": {"not": "news"}, "country": "US"}, "If the site is not of the kind news and", "kind"),
        ],
        ids=str,
    )
    def test_a_question_says_which_answer_asks_for_what(self, when: dict[str, Any], answer: str, asks: str) -> None:
        """And what a person can answer, so that reports can say how."""
        (finding,) = findings(BARE, rule("noindex", when=when))

        assert f"? {answer}" in finding.verdict.message
        assert asks == finding.verdict.asks[0]

    def test_an_unknown_fact_does_not_matter_to_a_pass(self) -> None:
        """What is fulfilled is fulfilled, whether it is asked or not."""
        assert [("river-post/source-credit", "pass", "none")] == said(
            PROPER, rule("source-credit", when={"kind": "news"})
        )

    @pytest.mark.parametrize(
        ("profile", "outcome"),
        [({"kind": "news"}, "pass"), ({"kind": "community"}, "fail"), ({}, "review")],
    )
    def test_where_a_condition_does_not_hold_the_other_rule_is_asked(
        self, profile: dict[str, Any], outcome: str
    ) -> None:
        """An exception for some leaves the duty of the others; who it is must be known if it matters."""
        judged = page(credits=(credit("River Post", 9, link()),), links=(link(),))
        ways = rule("source-credit", when={"kind": "news"}, otherwise=rule("noindex", id="source-credit"))
        ((_, found, level),) = said(judged, ways, **profile)

        assert (outcome, "error" if outcome == "fail" else "none") == (found, level)

    def test_a_facet_of_the_other_rule_is_asked_where_that_is(self) -> None:
        """The place of a credit is wished for only outside the exception."""
        elsewhere = rule("source-credit", parameters={"at": {"place": "top", "level": "should"}})
        ways = rule("source-credit", when={"kind": "news"}, otherwise=elsewhere)

        assert [
            ("river-post/source-credit", "pass", "none"),
            ("river-post/source-credit-at", "notApplicable", "none"),
        ] == said(PROPER, ways, kind="news")
        assert ("river-post/source-credit-at", "fail", "warning") == said(PROPER, ways, kind="community")[1]

    def test_what_does_not_apply_says_when_it_would(self) -> None:
        """The condition is told in words."""
        (finding,) = findings(BARE, rule("noindex", when={"kind": {"not": ["news", "company"]}}), kind="news")

        assert "Asked only if the site is not of the kind news or company" == finding.verdict.message

    def test_what_is_excepted_says_so(self) -> None:
        """An exception is told in words."""
        when = {"medium": "web", "unless": [{"kind": "news", "ads": False}]}
        (finding,) = findings(BARE, rule("noindex", when=when), kind="news", ads=False)

        assert finding.verdict.message == (
            "Asked only if the medium is web, "
            "unless the site is of the kind news and the site carries no advertisements"
        )

    @pytest.mark.parametrize(
        ("alternatives", "outcome"),
        [
            (("noindex", "source-credit"), "pass"),
            (("noindex", "attestation"), "review"),
            (("noindex", "canonical-link"), "fail"),
        ],
    )
    def test_the_best_alternative_counts(self, alternatives: tuple[str, str], outcome: str) -> None:
        """One of several ways is enough: pass before review before fail."""
        parts = tuple(
            rule(name, parameters={"ask": "Is it so?"} if name == "attestation" else {}) for name in alternatives
        )
        level = "error" if outcome == "fail" else "none"

        assert [("river-post/ways", outcome, level)] == said(PROPER, rule("any-of", id="ways", any_of=parts))

    def test_an_alternative_that_does_not_apply_is_no_way(self) -> None:
        """Alternatives have conditions of their own."""
        parts = (rule("noindex"), rule("source-credit", when={"medium": "print"}))

        assert [("river-post/ways", "fail", "error")] == said(PROPER, rule("any-of", id="ways", any_of=parts))

    def test_a_declined_duty_is_a_question_that_never_passes(self) -> None:
        """The reason of the profile is told; also of a rule with alternatives."""
        ways = rule("any-of", id="ways", any_of=(rule("noindex"), rule("source-credit")))
        found = findings(PROPER, rule("source-credit"), ways, declined={"source-credit": "no", "ways": "privacy"})

        assert [Outcome.REVIEW, Outcome.REVIEW] == [finding.verdict.outcome for finding in found]
        assert 'the reason that is given is "privacy"' in found[1].verdict.message

    def test_the_sentence_is_that_of_the_case_of_the_terms_that_may_hold(self) -> None:
        """A permission with several cases quotes the one that speaks of this site."""
        cases = [
            {"when": {"kind": "community"}, "is": "granted", "quote": "communities may"},
            {"is": "on-request", "quote": "all others ask", "proof": "secondary"},
        ]
        asked = rule("permission", parameters={"permission": cases})

        assert [("communities may", Proof.POLICY)] == [
            (one.rule.quote, one.rule.proof) for one in findings(PROPER, asked, kind="community")
        ]
        assert [("all others ask", Proof.SECONDARY)] == [
            (one.rule.quote, one.rule.proof) for one in findings(PROPER, asked, kind="news")
        ]

    def test_the_best_of_several_ways_counts(self) -> None:
        """The fewest grave failures, then the fewest questions, then the first way."""
        failing = tuple(findings(BARE, rule("noindex")))
        asking = tuple(findings(BARE, rule("noindex", when={"kind": "news"})))
        passing = tuple(findings(PROPER, rule("source-credit")))

        assert passing == min([failing, asking, passing], key=badness)
        assert asking == min([failing, asking], key=badness)


class TestExitCode:
    """What a run leaves with."""

    @pytest.mark.parametrize(
        ("level", "fail_on", "code"),
        [
            (Level.ERROR, "error", 1),
            (Level.WARNING, "error", 0),
            (Level.WARNING, "warning", 1),
            (Level.NOTE, "warning", 0),
            (Level.NOTE, "note", 1),
            (Level.NOTE, "review", 1),
            (Level.ERROR, "never", 0),
        ],
    )
    def test_findings_at_or_above_the_threshold_give_one(self, level: Level, fail_on: str, code: int) -> None:
        """The threshold is the user's."""
        assert code == exit_code(report(level, fail_on=fail_on))

    def test_questions_give_one_only_if_asked_for(self) -> None:
        """A review is no failure, but a user may want to see none."""
        assert [0, 1] == [
            exit_code(report(Level.NONE, outcome=Outcome.REVIEW, fail_on=fail_on)) for fail_on in ("note", "review")
        ]

    @pytest.mark.parametrize("fail_on", ["error", "never"])
    def test_an_unread_page_gives_two(self, fail_on: str) -> None:
        """What could not be done outranks what was found."""
        unread = (Unreadable(path="a.html", reason="it is a picture"),)

        assert 2 == exit_code(report(Level.ERROR, fail_on=fail_on, unread=unread))

    def test_nothing_found_gives_nought(self) -> None:
        """Skipped files are no trouble."""
        assert 0 == exit_code(report(skipped=(Unreadable(path="a.html", reason="it is empty"),)))


def test_what_only_a_machine_has_read_fails_nobody() -> None:
    """A drafted rule gives a review; what fulfils it passes."""
    drafted = rule("source-credit", proof=Proof.MACHINE)

    assert [("river-post/source-credit", "review", "none")] == said(BARE, drafted)
    assert [("river-post/source-credit", "pass", "none")] == said(PROPER, drafted)
    assert "Check that the terms ask for `source-credit`: only a machine has read them. " in (
        findings(BARE, drafted)[0].verdict.message
    )
