"""Recorded answers before a run: each must be to a question that there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from licencecheck.catalogue import Catalogue
from licencecheck.errors import UsageError
from licencecheck.model import Attestation, Rule, RuleSet
from licencecheck.nearest import did_you_mean
from licencecheck.requirements import REQUIREMENTS

_ANSWERABLE = frozenset(requirement.id for requirement in REQUIREMENTS if requirement.answerable)


def check_answers(attestations: Iterable[Attestation], catalogue: Catalogue) -> None:
    """See that each answer to `ruleset/question` names a rule set and one of its questions.

    Raises:
        UsageError: there is no such rule set or question; the message names the nearest one.
    """
    for attestation in attestations:
        name, slash, question = attestation.id.partition("/")
        if not slash:
            continue
        questions = set(_questions(catalogue.ruleset(name)))
        if question not in questions:
            known = ", ".join(sorted(questions)) or "none"
            hint = did_you_mean(question, questions)
            raise UsageError(f"rule set '{name}' asks no question '{question}'{hint} (its questions: {known})")


def _questions(ruleset: RuleSet) -> Iterator[str]:
    for rule in ruleset.rules:
        yield from _asked_by(rule)


def _asked_by(rule: Rule) -> Iterator[str]:
    if rule.requires in _ANSWERABLE:
        yield rule.id
    yield from _attested(rule.when)
    yield from _attested(rule.parameters)
    for alternative in rule.any_of:
        yield from _asked_by(alternative)


def _attested(terms: object) -> Iterator[str]:
    """Questions that conditions ask for, `attested: ID`, at any depth of the terms."""
    if isinstance(terms, Mapping):
        for name, value in terms.items():
            if name == "attested" and isinstance(value, str):
                yield value.rpartition("/")[2]
            yield from _attested(value)
    elif isinstance(terms, list | tuple):
        for value in terms:
            yield from _attested(value)
