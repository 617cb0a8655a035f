"""The requirement types: an explicit registry, and how a rule becomes a verdict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import Any, cast

from licencecheck.conditions import UNLESS, joined
from licencecheck.model import Case, Outcome, RequirementType, Rule, Verdict
from licencecheck.requirements.requirement import Facet, Requirement, check_that

__all__ = [
    "REQUIREMENTS",
    "Requirement",
    "build",
    "declined",
    "documentation",
    "explained",
    "facets",
    "is_answerable",
    "judge",
    "requirement_type",
]

REQUIREMENTS = (
    "additional-reporting-note",
    "attestation",
    "author-bio-kept",
    "author-credit",
    "author-link",
    "body-links-kept",
    "canonical-link",
    "change-notice",
    "cite-format",
    "copyright-notice",
    "credit-line",
    "disclaimer-kept",
    "embargo",
    "embeds-kept",
    "excerpt-limit",
    "grant-scope",
    "head-meta",
    "hotlink",
    "identifier",
    "image-credit",
    "images",
    "licence-link",
    "licence-notice",
    "licence-text",
    "link-quality",
    "logo",
    "noindex",
    "noncommercial",
    "original-link",
    "page-counter",
    "permission",
    "publication-date",
    "share-alike",
    "site-contact",
    "source-credit",
    "time-limit",
    "title-credit",
    "title-unchanged",
    "translation",
    "verbatim-text",
)
"""Ids of the types; `original-link` is the class `OriginalLink` in the module `original_link`."""
_FACET = "facet"
"""Parameter that names the facet which alone a rule judges."""


@cache
def requirement_type(name: str) -> type[Requirement]:
    """Load the type with the id `name`; others stay unloaded, since loading is what a start costs.

    Raises:
        KeyError: there is no such type.
    """
    if name not in REQUIREMENTS:
        raise KeyError(name)
    module = import_module(f"{__name__}.{name.replace('-', '_')}")
    return cast("type[Requirement]", getattr(module, name.title().replace("-", "")))


def judge(case: Case) -> Verdict:
    """Say what the requirement of the case's rule says of its page, declined duties included."""
    return declined(case, build(case.rule).check(case))


def build(rule: Rule) -> Requirement:
    """Make the requirement that `rule` asks for, with its parameters as the schema of the type has accepted them.

    Raises:
        KeyError: the rule asks for a type that is not in `REQUIREMENTS`.
    """
    kind = requirement_type(rule.requires)
    arguments = {_field(name): _value(value) for name, value in rule.parameters.items() if name != _FACET}
    facet = rule.parameters.get(_FACET)
    if facet is None:
        return kind(**arguments)
    plain = {name: value for name, value in arguments.items() if name != _field(str(facet))}
    return Facet(duty=kind(**plain), whole=kind(**arguments))


def is_answerable(rule: Rule) -> bool:
    """Whether the recorded answer of a person decides, as for no alternatives as a whole."""
    return rule.requires in REQUIREMENTS and requirement_type(rule.requires).answerable


def facets(rule: Rule) -> tuple[Rule, ...]:
    """Split a rule: itself without the facets that have a level of their own, and one rule `<id>-<facet>` for each.

    `at: {place: top, level: should}` is such a facet. Its rule is silent unless the rule itself is fulfilled.
    """
    if rule.otherwise is not None:
        whole, *parts = facets(replace(rule, otherwise=None))
        other, *others = facets(rule.otherwise)
        contrary = {UNLESS: [rule.when or {}]}
        others = [replace(part, when=joined(part.when, contrary)) for part in others]
        return (replace(whole, otherwise=other), *parts, *others)
    own = {name: value for name, value in rule.parameters.items() if isinstance(value, Mapping) and "level" in value}
    if not own:
        return (rule,)
    plain = {name: value for name, value in rule.parameters.items() if name not in own}
    return (
        replace(rule, parameters=plain),
        *(
            replace(
                rule,
                id=f"{rule.id}-{name}",
                level=str(value["level"]),
                parameters={**plain, name: _value(value), _FACET: name},
            )
            for name, value in own.items()
        ),
    )


def declined(case: Case, verdict: Verdict) -> Verdict:
    """Turn the verdict on a duty that the site declines into a review that gives the reason; it never passes."""
    reasons = case.profile.declined
    reason = next((reasons[key] for key in (case.rule.name, case.rule.id, case.rule.requires) if key in reasons), None)
    if reason is None or verdict.outcome is Outcome.NOT_APPLICABLE:
        return verdict
    thing = f"the duty `{case.rule.id}` may be declined"
    review = check_that(thing, f'the reason that is given is "{reason}"', verdict.location, *verdict.evidence)
    return replace(review, paste=verdict.paste)


def documentation(requirement: str) -> str:
    """Give the documentation of the type `requirement`, Markdown.

    Raises:
        KeyError: there is no such type.
    """
    if requirement not in REQUIREMENTS:
        raise KeyError(requirement)
    return Path(__file__).with_name(f"{requirement.replace('-', '_')}.md").read_text(encoding="utf-8")


def explained(rules: Iterable[Rule]) -> tuple[RequirementType, ...]:
    """Explain the types of `rules` and of their alternatives, each once and by id."""
    named = {part.requires for rule in rules for part in (rule, *rule.any_of)}
    return tuple(
        RequirementType(id=name, summary=requirement_type(name).summary, documentation=documentation(name))
        for name in REQUIREMENTS
        if name in named
    )


def _field(name: str) -> str:
    """Name of the field of a parameter: Python keeps `as`, `from` and `is` for itself."""
    return f"{name}_" if iskeyword(name) else name.replace("-", "_")


def _value(value: object) -> Any:
    """Read a parameter as its field holds it: lists as tuples, a facet with its own level as what it asks."""
    if isinstance(value, list | tuple):
        return tuple(value)
    if isinstance(value, Mapping) and "level" in value:
        return next(each for key, each in value.items() if key != "level")
    return value
