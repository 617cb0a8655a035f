"""Names in the options of a run: each must be of a rule set, rule, requirement type or question that there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from licencecheck.attestations import affirms
from licencecheck.catalogue import Catalogue
from licencecheck.errors import UnknownNameError, UsageError
from licencecheck.model import Attestation, Rule, RuleSet
from licencecheck.nearest import did_you_mean
from licencecheck.options import THEME, UNREADABLE, Options
from licencecheck.requirements import REQUIREMENTS, facets, is_answerable


def check_names(options: Options, catalogue: Catalogue) -> None:
    """See that every name that `options` give is known, before all work.

    Raises:
        UnknownNameError: one is not; the message names the nearest one.
    """
    for name in options.publishers:
        catalogue.ruleset(name)
    _check_answers(options.profile.attestations, catalogue)
    _check_rules("declined", options.profile.declined, catalogue)
    for override in options.overrides:
        _check_rules("overrides", override.declined, catalogue)
        for name in override.publishers:
            _ruleset(name, "overrides", name, catalogue)
    _check_rules("ignore", (ignore.rule for ignore in options.ignores if ignore.rule != UNREADABLE), catalogue)


def _check_rules(key: str, names: Iterable[str], catalogue: Catalogue) -> None:
    """See that each name is one of a rule, `ruleset/rule`, or of a requirement type."""
    for name in names:
        owner, slash, rule = name.partition("/")
        if owner == THEME and slash:
            what, known = f"there is no requirement type '{rule}'{did_you_mean(rule, REQUIREMENTS)}", set(REQUIREMENTS)
        elif slash:
            known = set(_rule_ids(_ruleset(owner, key, name, catalogue)))
            what = f"rule set '{owner}' has no rule '{rule}'{did_you_mean(rule, known)}"
        else:
            rule, known = name, set(REQUIREMENTS)
            what = f"there is no requirement type '{name}'{did_you_mean(name, known)}; a rule is named RULESET/RULE"
        if rule not in known:
            raise UnknownNameError(what, key, name)


def _rule_ids(ruleset: RuleSet) -> Iterator[str]:
    for rule in ruleset.rules:
        yield from (part.id for part in ((rule,) if rule.any_of else facets(rule)))


def _ruleset(name: str, key: str, said: str, catalogue: Catalogue) -> RuleSet:
    try:
        return catalogue.ruleset(name)
    except UsageError as error:
        raise UnknownNameError(str(error), key, said) from error


def _check_answers(attestations: Iterable[Attestation], catalogue: Catalogue) -> None:
    """See that each answer to `ruleset/question` names a rule set and one of its questions, and answers it."""
    for attestation in attestations:
        name, slash, question = attestation.id.partition("/")
        if not slash:
            continue
        ruleset = _ruleset(name, "attestations", attestation.id, catalogue)
        questions = set(_questions(ruleset))
        if question not in questions:
            known = ", ".join(sorted(questions)) or "none"
            hint = did_you_mean(question, questions)
            message = f"rule set '{name}' asks no question '{question}'{hint} (its questions: {known})"
            raise UnknownNameError(message, "attestations", attestation.id)
        if affirms(attestation) is None and question not in set(_worded(ruleset)):
            message = f"the answer '{attestation.answer}' to {attestation.id} begins with neither yes nor no"
            raise UnknownNameError(message, "attestations", attestation.id)


def _worded(ruleset: RuleSet) -> Iterator[str]:
    """Questions that want other words than yes or no."""
    for rule in ruleset.rules:
        for one in (rule, *rule.any_of):
            if one.parameters.get("want", "yes") not in {"yes", "no"}:
                yield one.id


def _questions(ruleset: RuleSet) -> Iterator[str]:
    yield from ruleset.questions
    for rule in ruleset.rules:
        yield from _asked_by(rule)


def _asked_by(rule: Rule) -> Iterator[str]:
    if is_answerable(rule):
        yield rule.id
    for alternative in rule.any_of:
        yield from _asked_by(alternative)
