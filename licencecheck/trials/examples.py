"""The examples beside a rule set: pages that its author wrote, in folders that say how they are judged.

`river-post.yaml` has them in `river-post/pass`, `river-post/fail` and `river-post/review`. A page in `pass` leaves
nothing open, one in `review` has a question and no failure, one in `fail` a failure. An `expect.yaml` beside the three
folders may say more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from licencecheck.catalogue import Catalogue
from licencecheck.catalogue.files import RuleFile
from licencecheck.documents.folders import PAGE_ENDINGS
from licencecheck.engine.inputs import Input
from licencecheck.engine.pages import report_on
from licencecheck.model import Original, Outcome, PageReport, Unreadable, Verdict
from licencecheck.trials.expectations import NAME, Expectation, expectations
from licencecheck.trials.running import Wrong

_GRAVEST_FIRST = (Outcome.FAIL, Outcome.REVIEW, Outcome.PASS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One page, and how it is judged."""

    path: Path
    ruleset: str
    outcome: Outcome
    """The gravest of its findings, as its folder says."""
    expected: Expectation

    def judged(self, catalogue: Catalogue) -> PageReport | Unreadable:
        """Check the page as `licencecheck check` does, but fetch nothing."""
        page, original = str(self.path), Original(url=self.expected.address)
        find = (lambda _: original) if original.url else None
        return report_on(Input(page, named=True), self.expected.options(page), catalogue, find)

    def errors(self, catalogue: Catalogue) -> Iterator[Wrong]:
        """Yield what is judged otherwise than the folder and `expect.yaml` say."""
        report = self.judged(catalogue)
        if isinstance(report, Unreadable):
            yield self._wrong(self.ruleset, "a page", report.reason)
        elif report.rulesets != (self.ruleset,):
            others = " and ".join(report.rulesets) or "no rule set"
            found = f"that {others} judges the page; name it as `publisher:` in {NAME}, if it must be named"
            yield self._wrong(self.ruleset, "that it judges the page", found)
        else:
            yield from self._deviations(report)

    def _deviations(self, report: PageReport) -> Iterator[Wrong]:
        found = {finding.rule.id: finding.verdict for finding in report.findings}
        told = [(rule, verdict) for rule, verdict in found.items() if verdict.outcome in _GRAVEST_FIRST]
        rule, gravest = min(told, key=lambda one: _GRAVEST_FIRST.index(one[1].outcome), default=(self.ruleset, None))
        if (gravest.outcome if gravest else Outcome.PASS) is not self.outcome:
            said = f"{gravest.outcome}: {gravest.message}" if gravest else "that nothing is asked"
            yield self._wrong(rule, f"{self.outcome}, as the folder says", said)
        wanted = self.expected.findings()
        for rule in sorted(wanted.keys() | dict(told)) if wanted else ():
            verdict = found.get(rule)
            if verdict is None or wanted.get(rule) != (verdict.outcome, verdict.location.line):
                yield self._wrong(rule, _placed(wanted.get(rule)), _said(verdict))
        for rule, words in self.expected.words().items():
            if rule not in found or words not in found[rule].message:
                yield self._wrong(rule, f"the words “{words}”", _said(found.get(rule)))

    def _wrong(self, rule: str, expected: str, found: str) -> Wrong:
        name = rule if rule == self.ruleset else f"{self.ruleset}/{rule}"
        return Wrong(page=str(self.path), rule=name, expected=expected, found=found)


def _placed(wanted: tuple[Outcome, int | None] | None) -> str:
    """Words for what `expect.yaml` says of a rule."""
    if wanted is None:
        return f"nothing, as {NAME} does not name it"
    outcome, line = wanted
    return f"{outcome} in line {line}" if line else f"{outcome} in no line"


def _said(verdict: Verdict | None) -> str:
    if verdict is None:
        return "no such rule"
    return f"{_placed((verdict.outcome, verdict.location.line))}: {verdict.message}"


def folder_of(file: RuleFile) -> Path:
    """Where the examples of a rule file stand: beside it; of a bundled one in a checkout, in `fixtures`."""
    beside = file.path.with_suffix("")
    return beside if file.own or beside.is_dir() else file.path.parents[2] / "fixtures" / file.id


def examples_of(file: RuleFile) -> Iterator[Example]:
    """Yield every example of the rule set of `file`, by outcome and name.

    Raises:
        RuleSetError: `expect.yaml` cannot be used.
    """
    folder = folder_of(file)
    expected = expectations(folder)
    for outcome in reversed(_GRAVEST_FIRST):
        for path in sorted((folder / outcome.value).glob("*")):
            if path.suffix.lower() in PAGE_ENDINGS:
                said = expected.get(path.name, Expectation({}, folder))
                yield Example(path=path, ruleset=file.id, outcome=outcome, expected=said)
