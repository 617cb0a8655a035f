"""What a page does not fulfil, in the order in which it is mended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from licencecheck.conditions import facts_of, holds
from licencecheck.model import Canonical, Case, HeadMeta, Outcome, Robots, Verdict
from licencecheck.reposting.credits import LINE
from licencecheck.requirements import judge
from licencecheck.requirements.bylines import is_in_byline

STATED = frozenset({"canonical-link", "noindex", "head-meta"})
"""Duties that the head or the front matter fulfils."""
_FIRST = ("credit-line", *sorted(LINE - {"credit-line"}))
_LAST = ("page-counter", *sorted(STATED))
"""The order in which failures are mended is the order in which lines come to stand."""
_THINGS = {
    "copyright-notice": "the copyright notice",
    "licence-notice": "the licence",
    "licence-link": "the licence",
    "page-counter": "the page counter",
    "canonical-link": "the canonical link",
    "noindex": "the robots directive",
    "publication-date": "the date of the original",
    "cite-format": "the citation",
    **dict.fromkeys(LINE, "the credit"),
}


@dataclass(frozen=True, slots=True)
class Failure:
    """One duty that a page does not fulfil: a rule, or one of its alternatives."""

    rule: str
    """Name of the rule, `ruleset/rule`."""
    case: Case
    """Of the rule, or of its alternative."""
    verdict: Verdict

    @property
    def kind(self) -> str:
        """Id of the requirement type."""
        return self.case.rule.requires

    @property
    def thing(self) -> str:
        """What is missing, in words."""
        return "the byline" if self.is_byline else _THINGS.get(self.kind, f"what `{self.case.rule.id}` asks")

    @property
    def is_byline(self) -> bool:
        """Whether a byline is wanted, or something in it."""
        return self.kind == "author-credit" or is_in_byline(self.case)

    @property
    def statements(self) -> list[Canonical | HeadMeta | Robots]:
        """What the page states in place of what is wanted, to everybody and not to one search engine."""
        return [
            fact
            for fact in self.verdict.evidence
            if isinstance(fact, Canonical | HeadMeta) or (isinstance(fact, Robots) and fact.agent == "robots")
        ]

    @property
    def turn(self) -> tuple[int, int]:
        """When it is mended: who wants most in a line comes first."""
        if self.is_byline:
            return -1, {"form", "institution"}.isdisjoint(self.case.rule.parameters)
        if self.kind in _FIRST:
            return 0, _FIRST.index(self.kind)
        return (2, _LAST.index(self.kind)) if self.kind in _LAST else (1, 0)


def failures_of(case: Case, rule: str) -> Iterator[Failure]:
    """Give what fails of the `rule` of `case`: of alternatives, each one, for mending one is enough."""
    for alternative in case.rule.any_of:
        if holds(alternative.when, facts_of(case)) is not False:
            yield from failures_of(replace(case, rule=alternative), rule)
    if not case.rule.any_of:
        verdict = judge(case)
        if verdict.outcome is Outcome.FAIL:
            yield Failure(rule, case, verdict)
