"""The requirement types: an explicit registry, and how a rule becomes a verdict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from importlib.resources import files
from keyword import iskeyword
from typing import Any

from licencecheck.conditions import UNLESS, joined
from licencecheck.model import Case, Outcome, RequirementType, Rule, Verdict
from licencecheck.requirements.additional_reporting_note import AdditionalReportingNote
from licencecheck.requirements.attestation import Attestation
from licencecheck.requirements.author_bio_kept import AuthorBioKept
from licencecheck.requirements.author_credit import AuthorCredit
from licencecheck.requirements.author_link import AuthorLink
from licencecheck.requirements.body_links_kept import BodyLinksKept
from licencecheck.requirements.canonical_link import CanonicalLink
from licencecheck.requirements.change_notice import ChangeNotice
from licencecheck.requirements.cite_format import CiteFormat
from licencecheck.requirements.copyright_notice import CopyrightNotice
from licencecheck.requirements.credit_line import CreditLine
from licencecheck.requirements.disclaimer_kept import DisclaimerKept
from licencecheck.requirements.embargo import Embargo
from licencecheck.requirements.embeds_kept import EmbedsKept
from licencecheck.requirements.excerpt_limit import ExcerptLimit
from licencecheck.requirements.grant_scope import GrantScope
from licencecheck.requirements.head_meta import HeadMeta
from licencecheck.requirements.hotlink import Hotlink
from licencecheck.requirements.identifier import Identifier
from licencecheck.requirements.image_credit import ImageCredit
from licencecheck.requirements.images import Images
from licencecheck.requirements.licence_link import LicenceLink
from licencecheck.requirements.licence_notice import LicenceNotice
from licencecheck.requirements.licence_text import LicenceText
from licencecheck.requirements.link_quality import LinkQuality
from licencecheck.requirements.logo import Logo
from licencecheck.requirements.noindex import Noindex
from licencecheck.requirements.noncommercial import Noncommercial
from licencecheck.requirements.original_link import OriginalLink
from licencecheck.requirements.page_counter import PageCounter
from licencecheck.requirements.permission import Permission
from licencecheck.requirements.publication_date import PublicationDate
from licencecheck.requirements.requirement import Facet, Requirement, check_that
from licencecheck.requirements.share_alike import ShareAlike
from licencecheck.requirements.site_contact import SiteContact
from licencecheck.requirements.source_credit import SourceCredit
from licencecheck.requirements.time_limit import TimeLimit
from licencecheck.requirements.title_credit import TitleCredit
from licencecheck.requirements.title_unchanged import TitleUnchanged
from licencecheck.requirements.translation import Translation
from licencecheck.requirements.verbatim_text import VerbatimText

__all__ = ["REQUIREMENTS", "Requirement", "build", "declined", "documentation", "explained", "facets", "judge"]

REQUIREMENTS: tuple[type[Requirement], ...] = (
    AdditionalReportingNote,
    Attestation,
    AuthorBioKept,
    AuthorCredit,
    AuthorLink,
    BodyLinksKept,
    CanonicalLink,
    ChangeNotice,
    CiteFormat,
    CopyrightNotice,
    CreditLine,
    DisclaimerKept,
    Embargo,
    EmbedsKept,
    ExcerptLimit,
    GrantScope,
    HeadMeta,
    Hotlink,
    Identifier,
    ImageCredit,
    Images,
    LicenceLink,
    LicenceNotice,
    LicenceText,
    LinkQuality,
    Logo,
    Noindex,
    Noncommercial,
    OriginalLink,
    PageCounter,
    Permission,
    PublicationDate,
    ShareAlike,
    SiteContact,
    SourceCredit,
    TimeLimit,
    TitleCredit,
    TitleUnchanged,
    Translation,
    VerbatimText,
)
_BY_ID = {requirement.id: requirement for requirement in REQUIREMENTS}
SUMMARIES = {requirement.id: requirement.summary for requirement in REQUIREMENTS}
"""What each type asks, by id."""
_FACET = "facet"
"""Parameter that names the facet which alone a rule judges."""


def judge(case: Case) -> Verdict:
    """Say what the requirement of the case's rule says of its page, declined duties included."""
    return declined(case, build(case.rule).check(case))


def build(rule: Rule) -> Requirement:
    """Make the requirement that `rule` asks for, with its parameters as the schema of the type has accepted them.

    Raises:
        KeyError: the rule asks for a type that is not in `REQUIREMENTS`.
    """
    kind = _BY_ID[rule.requires]
    arguments = {_field(name): _value(value) for name, value in rule.parameters.items() if name != _FACET}
    facet = rule.parameters.get(_FACET)
    if facet is None:
        return kind(**arguments)
    plain = {name: value for name, value in arguments.items() if name != _field(str(facet))}
    return Facet(duty=kind(**plain), whole=kind(**arguments))


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
    """Turn the verdict on a duty that the profile declines into a review that gives the reason; it never passes."""
    reasons = case.profile.declined
    reason = next((reasons[key] for key in (case.rule.name, case.rule.id, case.rule.requires) if key in reasons), None)
    if reason is None or verdict.outcome is Outcome.NOT_APPLICABLE:
        return verdict
    thing = f"the duty `{case.rule.id}` may be declined"
    review = check_that(thing, f'the profile says "{reason}"', verdict.location, *verdict.evidence)
    return replace(review, paste=verdict.paste)


def documentation(requirement: str) -> str:
    """Give the documentation of the type `requirement`, Markdown.

    Raises:
        KeyError: there is no such type.
    """
    name = _BY_ID[requirement].id.replace("-", "_")
    return files(__name__).joinpath(f"{name}.md").read_text(encoding="utf-8")


def explained(rules: Iterable[Rule]) -> tuple[RequirementType, ...]:
    """Explain the types of `rules` and of their alternatives, each once and by id."""
    named = {part.requires for rule in rules for part in (rule, *rule.any_of)}
    return tuple(
        RequirementType(id=kind.id, summary=kind.summary, documentation=documentation(kind.id))
        for kind in REQUIREMENTS
        if kind.id in named
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
