"""What is judged, what is said of it, and what a run says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from licencecheck.model.comparison import Comparison, Lookup, Original
from licencecheck.model.facts import Fact, Location
from licencecheck.model.pages import Page, RepostDecision, Unreadable
from licencecheck.model.sites import ASKED_OF_SITE, SiteProfile
from licencecheck.model.terms import Rule, RuleSet
from licencecheck.model.words import Level, Outcome

_GRAVE = {
    "error": frozenset({Level.ERROR}),
    "warning": frozenset({Level.ERROR, Level.WARNING}),
    "note": frozenset({Level.ERROR, Level.WARNING, Level.NOTE}),
    "review": frozenset({Level.ERROR, Level.WARNING, Level.NOTE}),
    "never": frozenset[Level](),
}
"""The levels that fail a run, by the least finding that does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """All that a requirement judges by: a page under a rule set, for a site, on a day."""

    page: Page
    ruleset: RuleSet
    rule: Rule
    profile: SiteProfile
    original: Original
    today: date
    comparison: Comparison | None = None
    """With the original, where its text is given."""

    def asks(self, names: Iterable[str]) -> tuple[str, ...]:
        """Name what is asked as `Verdict.asks` does; a question without rule set is one of this rule set."""
        return tuple(dict.fromkeys(n if n in ASKED_OF_SITE or "/" in n else f"{self.ruleset.id}/{n}" for n in names))


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a requirement says about a page."""

    outcome: Outcome
    message: str
    """fail: `Expected <thing>, found <what>`; review: `Check that <thing>: <why>`; pass: `Found <thing>`."""
    location: Location
    """Where the thing is, or where it was expected."""
    evidence: tuple[Fact, ...] = ()
    """What was looked at; empty means that nothing was found."""
    lacks_original: bool = False
    """Whether a person must decide only because the page of the original is not at hand."""
    paste: str | None = None
    """A line to paste, in the markup of the page; what is not known stands in it as a named gap, `{url}`."""
    asks: tuple[str, ...] = ()
    """What a person can answer: keys of the profile, and questions as `ruleset/question`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A verdict with the rule it answers and its level."""

    rule: Rule
    level: Level
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Excused:
    """A finding that does not count, and why."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReport:
    """What a run says of one page."""

    path: str
    repost: RepostDecision
    rulesets: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    excused: tuple[Excused, ...] = ()
    """What an `ignore` of the configuration or the baseline accepts, or is said once of the theme."""
    comparison: Comparison | None = None
    original: Lookup | None = None
    """Where the original was looked for; None where nobody asked to."""
    built: str | None = None
    """Path of the built page that was judged, where `path` is the post from which it was made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementType:
    """A type of duty, explained to those who get a report."""

    id: str
    summary: str
    """What it asks, without full stop."""
    documentation: str
    """Its page, Markdown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a run says."""

    today: date
    pages: tuple[PageReport, ...] = ()
    rulesets: tuple[RuleSet, ...] = ()
    """Those that judged at least one page, by id."""
    types: tuple[RequirementType, ...] = ()
    """Those that the rules of the findings name, by id."""
    unread: tuple[Unreadable, ...] = ()
    """By path."""
    skipped: tuple[Unreadable, ...] = ()
    """Empty files in folders, and unreadable pages that the configuration accepts, by path: named, but no trouble."""
    templates: tuple[PageReport, ...] = ()
    """What the theme drops of that which posts state, said once for all pages."""
    upkeep: tuple[PageReport, ...] = ()
    """What is to be mended in files that are no pages: the configuration and the baseline."""
    notes: tuple[str, ...] = ()
    """What else the user should know of the run, one plain sentence each."""
    interrupted: bool = False
    """Whether the user broke off the run: there were more pages."""
    fail_on: str = "error"
    """The least finding that fails the run: a level, `review` or `never`."""

    @property
    def files(self) -> tuple[PageReport, ...]:
        """The pages by path, and after them the other files of which something is found."""
        return (*sorted(self.pages, key=lambda page: page.path), *self.templates, *self.upkeep)

    @property
    def findings(self) -> Iterator[Finding]:
        """What is found of all files."""
        return (finding for file in self.files for finding in file.findings)

    def is_failed_by(self, finding: Finding) -> bool:
        """Whether a finding is as grave as `fail_on`."""
        asked = self.fail_on == "review" and finding.verdict.outcome is Outcome.REVIEW
        return asked or finding.level in _GRAVE[self.fail_on]
