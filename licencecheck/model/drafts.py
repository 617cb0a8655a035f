"""What is told before reposting: terms read from a page, credits to paste."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from licencecheck.model.pages import Page
from licencecheck.model.reports import Finding
from licencecheck.model.terms import RuleSet
from licencecheck.model.words import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedRule:
    """A duty read by machine from a publisher's own words."""

    requires: str
    """Id of the requirement type, or `any-of`."""
    level: str
    """`must` or `should`."""
    quote: str
    """The words of the page that say so, white space folded, at most 200 characters."""
    any_of: tuple[str, ...] = ()
    """Requirement types of which one is enough."""
    parameters: Mapping[str, int | str] = field(default_factory=dict)
    """What else a rule says of it: the hours of an embargo, the place of a credit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedCase:
    """What a publisher's own words say of one kind of use, read by machine."""

    answer: str
    """`granted`, `on-request` or `denied`."""
    quote: str
    when: Mapping[str, object] = field(default_factory=dict)
    """Facts of the use; none: every other use."""
    contact: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The terms that a page states, read by machine."""

    permission: str | None
    """`granted`, `on-request`, `none` (every case is denied) or `mixed` (cases differ); None: nothing is said."""
    cases: tuple[DraftedCase, ...] = ()
    """The first that holds counts."""
    rules: tuple[DraftedRule, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedCredit:
    """What of a credit stands at one place."""

    at: str
    """`top` or `bottom` of the article, or `anywhere`."""
    html: str
    markdown: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Credits:
    """The credit to paste, with what is known of the article filled in; an unknown part is a named gap, `{url}`."""

    placed: tuple[PlacedCredit, ...]
    """One for each place, from the top: two where the terms want something at both ends of the article."""
    front_matter: str
    """YAML lines for the front matter of a post, with a line break after each."""
    head: tuple[str, ...] = ()
    """Elements for the HTML head."""
    gaps: tuple[str, ...] = ()
    """Names of the gaps that are left."""
    notes: tuple[str, ...] = ()
    """What becomes of it where renderers of Markdown do not keep HTML, one plain sentence each without full stop."""

    @property
    def html(self) -> str:
        """All of it, also what belongs to another place, each line once."""
        return "\n".join(dict.fromkeys(each.html for each in self.placed))

    @property
    def markdown(self) -> str:
        """As `html`."""
        return "\n\n".join(dict.fromkeys(each.markdown for each in self.placed))

    @property
    def text(self) -> str:
        """As `html`, without markup."""
        return "\n\n".join(dict.fromkeys(each.text for each in self.placed))


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalTerms:
    """What holds for an article that somebody wants to repost."""

    page: Page
    today: date
    publisher: str | None
    """Who publishes the page, as far as it tells."""
    origin: tuple[str, ...] = ()
    """From whom they have it, the first publisher first."""
    rulesets: tuple[RuleSet, ...] = ()
    """Whose terms hold."""
    markers: tuple[str, ...] = ()
    """What of the page bears on its terms, one plain sentence each without full stop."""
    doubts: tuple[str, ...] = ()
    """What speaks against a grant of this one article, in the same form: whatever is granted, ask then."""
    grants: tuple[Finding, ...] = ()
    """Whether the grant covers this article, and whether it permits this use."""
    conditions: tuple[Finding, ...] = ()
    """What a repost must do; the message says what is expected of a page that does nothing yet, or what it must keep
    to."""
    questions: tuple[Finding, ...] = ()
    """What a person must confirm."""
    not_asked: tuple[Finding, ...] = ()
    """The other duties of the terms; the message says why they do not concern this copy, or are fulfilled."""
    not_before: date | None = None
    """The first day on which the terms allow a copy, where that is yet to come: until then the answer is `no`."""
    credits: Credits
    draft: Draft | None = None
    """The terms that the page itself states, where its publisher has no rule set; None where it states none."""

    @property
    def answer(self) -> Literal["yes", "no", "ask"]:
        """Whether the site may repost it: not where anything denies it, and only where nothing leaves a doubt."""
        return self._answer(self.grants)

    @property
    def answer_then(self) -> Literal["yes", "no", "ask"]:
        """The same for the day `not_before`."""
        return self._answer(finding for finding in self.grants if finding.rule.requires != "embargo")

    def _answer(self, grants: Iterable[Finding]) -> Literal["yes", "no", "ask"]:
        outcomes = {finding.verdict.outcome for finding in grants} - {Outcome.NOT_APPLICABLE}
        if Outcome.FAIL in outcomes:
            return "no"
        return "yes" if outcomes == {Outcome.PASS} and not self.doubts else "ask"
