"""What publishers and licences ask: parties, terms, rules, credit lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

STATED = "the terms on the page"
"""In place of a file, where a rule set was read by machine from the page of an article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A publisher: names and hosts by which it is known."""

    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    """Registrable domains or hosts; `*.example.org` for every host below."""
    was: tuple[Party, ...] = ()
    """Former names and domains."""


class Proof(StrEnum):
    """What proves a rule."""

    POLICY = "policy"
    LICENCE = "licence"
    SECONDARY = "secondary"
    PARAPHRASE = "paraphrase"
    PRACTICE = "practice"
    MACHINE = "machine"
    """The words are the publisher's, but only a machine has read what they ask."""

    @property
    def literal(self) -> bool:
        """Whether the quote is the publisher's own sentence and may be shown in quotation marks."""
        return self not in {Proof.PARAPHRASE, Proof.PRACTICE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Where and when a publisher's terms were read."""

    url: str | None
    as_of: str
    """When the terms were seen to say so: a year, month or day, or `unknown`."""
    compiled: str
    """When the rule file was written, ISO date."""
    coverage: str = "full"
    """`full`, `quoted` (seen as others quote them) or `partial`."""
    confidence: str = "high"
    """How sure we are to have understood them: `high` or `medium`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One line of a publisher's terms."""

    id: str
    """Name within its rule set (default: the requirement type)."""
    ruleset: str
    requires: str
    """Id of the requirement type, or `any-of`."""
    level: str = "must"
    """`must` fails as error, `should` as warning."""
    parameters: Mapping[str, object] = field(default_factory=dict)
    when: Mapping[str, object] | None = None
    """Facts under which the rule applies; see `conditions`."""
    otherwise: Rule | None = None
    """What is asked where `when` does not hold; None: nothing."""
    any_of: tuple[Rule, ...] = ()
    """Alternatives; the best outcome wins."""
    quote: str = ""
    proof: Proof = Proof.POLICY
    terms: Terms
    """Of the file that states the rule (a licence's own terms, where a publisher's set extends it)."""

    @property
    def name(self) -> str:
        """`ruleset/rule`: what findings, ignores and reports call it."""
        return f"{self.ruleset}/{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditTemplate:
    """A credit line that a publisher prescribes or proposes; `{text|target}` in it is a link."""

    id: str
    texts: tuple[str, ...]
    """Accepted wordings, the preferred first."""
    lang: str = "en"
    at: str = "anywhere"
    match: str = "near"
    dates: str = "long"
    """How `{date}` is written: `long` in the words of `lang`, `iso`, or a CLDR pattern (`dd.MM.yyyy`)."""
    when: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """What terms allow that others forbid; never a finding."""

    use: str
    """One plain sentence without full stop."""
    edit: str | None = None
    """The class of edits that is allowed, in the words of `verbatim-text`."""
    when: Mapping[str, object] | None = None
    quote: str = ""
    proof: Proof = Proof.POLICY


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A fact of the terms that no rule says."""

    text: str
    """The fact, and why no rule says it."""
    about: str | None = None
    """What it is about, kebab-case (`no-bulk`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """One file of `rules/`: the terms of one publisher or licence, with what they extend already merged in."""

    id: str
    path: str
    """Of the file, for messages, or STATED."""
    publisher: Party
    terms: Terms
    layer: str = "publisher"
    """`licence`, `network`, `publisher` or `platform`."""
    licence: tuple[str, ...] = ()
    """Licence ids of which one must be stated; empty: none asked for."""
    rules: tuple[Rule, ...] = ()
    """In order: `grant-scope` and `permission` first, where the file has `covers:` and `permission:`."""
    credit: tuple[CreditTemplate, ...] = ()
    allows: tuple[Allowance, ...] = ()
    notes: tuple[Note, ...] = ()
    questions: Mapping[str, str] = field(default_factory=dict)
    """What persons answer for conditions (`attested: ID`), by id."""
