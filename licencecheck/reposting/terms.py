"""What the terms of an article ask of whoever reposts it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from licencecheck.catalogue import ANY_REPOST, Catalogue
from licencecheck.catalogue.merging import GATES, ways
from licencecheck.documents import Document
from licencecheck.documents.opening import opened
from licencecheck.drafting import draft, page_sentences, publisher_of, rule_file
from licencecheck.engine.judging import check
from licencecheck.engine.originals import original_from
from licencecheck.errors import RuleSetError
from licencecheck.evidence.page import page_of
from licencecheck.model import (
    Case,
    Confidence,
    CreditPart,
    Draft,
    Finding,
    OriginalTerms,
    Outcome,
    Page,
    Party,
    Place,
    Proof,
    Relation,
    RepostDecision,
    Rule,
    RuleSet,
    Scope,
    SiteProfile,
    Unreadable,
)
from licencecheck.options import Options
from licencecheck.parties import is_credit_to
from licencecheck.reposting.credits import credits_of, with_origin
from licencecheck.reposting.markers import markers_of

_REPOSTED = RepostDecision(
    is_repost=True, confidence=Confidence.HIGH, reason="It is to be reposted", relation=Relation.THIRD_PARTY
)


def terms_of(path: str, options: Options, catalogue: Catalogue) -> OriginalTerms | Unreadable:
    """Say under which terms the article at `path` (a file, `-` or an address) may be reposted by the site of `options`.

    Raises:
        UsageError: `options` name a rule set that is not there.
        RuleSetError: a rule file cannot be used.
    """
    source = opened(path, url=options.url, max_bytes=options.max_bytes)
    if isinstance(source, Unreadable):
        return source
    document = source.document(max_bytes=options.max_bytes)
    if isinstance(document, Unreadable):
        return document
    # Whose page it is must be told without the profile, which speaks of the site that reposts
    page = page_of(document, profile=SiteProfile(), known=catalogue.names, main_text=True)
    page = replace(page, repost=_REPOSTED)
    names = options.publishers or catalogue.of_site(page.identity.names, [url for url in (page.url,) if url])
    own = replace(options, publishers=names, original=None)
    rulesets = catalogue.for_page(_licensed(page), own, original_from(page))
    drafted: Draft | None = None
    if all(ruleset.id == ANY_REPOST for ruleset in rulesets):
        drafted = draft(page_sentences(document))
        if drafted.permission is not None:
            rulesets = (_ruleset(drafted, publisher_of(page.identity), page.url, options),)
    chosen = {ruleset.id: ruleset for ruleset in reversed(rulesets)}
    return _told(document, page, tuple(reversed(chosen.values())), drafted, options)


def _licensed(page: Page) -> Page:
    """The page as one whose article stands under the licence of its site, unless it states one of its own."""
    if any(licence.scope is Scope.ARTICLE for licence in page.licences):
        return page
    whole = (replace(one, scope=Scope.ARTICLE) for one in page.licences if one.scope is Scope.SITE)
    return replace(page, licences=tuple(whole))


def _told(
    document: Document, page: Page, rulesets: tuple[RuleSet, ...], drafted: Draft | None, options: Options
) -> OriginalTerms:
    publisher = _publisher(page, rulesets)
    page = with_origin(page, publisher)
    original = original_from(page)
    own = replace(options, original=None)
    found = [
        finding
        for ruleset in rulesets
        for judged, gate in ((page, True), (_uncredited(page), False))
        for finding in check(judged, ruleset, own, original)
        if (finding.rule.requires in GATES.values()) is gate
    ]
    grants = [finding for finding in found if finding.rule.requires in GATES.values()]
    conditions = [finding for finding in found if finding not in grants and _is_condition(finding)]
    settled = [*grants, *conditions]
    questions = [each for each in found if each.verdict.outcome is Outcome.REVIEW and each not in settled]
    first = rulesets[0]
    case = Case(
        page=page, ruleset=first, rule=_no_rule(first), profile=options.profile, original=original, today=options.today
    )  # fmt: skip
    return OriginalTerms(
        page=page,
        today=options.today,
        publisher=publisher.name if publisher else None,
        origin=tuple(_origin(page, publisher)),
        rulesets=rulesets,
        markers=tuple(dict.fromkeys(markers_of(document, page, publisher))),
        grants=tuple(grants),
        conditions=tuple(conditions),
        questions=tuple(questions),
        credits=credits_of(case, conditions),
        draft=drafted,
    )


def _publisher(page: Page, rulesets: tuple[RuleSet, ...]) -> Party | None:
    """Who publishes the page: its own site, else whoever grants on it."""
    known = rulesets[0].publisher
    if rulesets[0].layer != "licence" and known.domains:
        return known
    grantor = next((credit.name for credit in page.chain if credit.part is CreditPart.GRANTOR and credit.name), None)
    return publisher_of(page.identity) or (Party(name=grantor) if grantor else None)


def _uncredited(page: Page) -> Page:
    """The article as a copy that credits nobody yet; from whom it comes is still known."""
    aside = tuple(replace(credit, place=Place.ASIDE) for credit in page.credits)
    return replace(
        page,
        credits=aside,
        links=(),
        bylines=(),
        notices=(),
        licences=(),
        permissions=(),
        blocks=(),
        canonical=None,
        robots=(),
        counters=(),
        conflicts=(),
    )


def _is_condition(finding: Finding) -> bool:
    """Whether a copy that does nothing yet lacks it, surely or as a machine has read the terms, or is to be kept."""
    verdict = finding.verdict
    by_machine = verdict.outcome is Outcome.REVIEW and finding.rule.proof is Proof.MACHINE
    return verdict.outcome is Outcome.FAIL or by_machine or verdict.lacks_original


def _origin(page: Page, publisher: Party | None) -> Iterator[str]:
    for credit in page.chain:
        others = credit.part in {CreditPart.ORIGINAL, CreditPart.VIA}
        if others and credit.name and not (publisher and is_credit_to(publisher, credit)):
            yield credit.name


def _ruleset(drafted: Draft, publisher: Party | None, url: str | None, options: Options) -> RuleSet:
    """The drafted terms as a rule set to judge by."""
    import yaml

    from licencecheck.strict_yaml.reading import read as read_yaml

    text = yaml.safe_dump(rule_file(drafted, publisher, url, options.today), allow_unicode=True)
    return ways(read_yaml(text, "the drafted terms", RuleSetError), lambda _: None)[0].ruleset


def _no_rule(ruleset: RuleSet) -> Rule:
    return Rule(id="credit-line", ruleset=ruleset.id, requires="credit-line", terms=ruleset.terms)
