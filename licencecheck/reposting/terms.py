"""What the terms of an article ask of whoever reposts it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from licencecheck.catalogue import ANY_REPOST, Catalogue
from licencecheck.catalogue.merging import ways
from licencecheck.documents import Document
from licencecheck.documents.opening import opened
from licencecheck.drafting import publisher_of_site, rule_file
from licencecheck.engine.judging import case_of, check
from licencecheck.engine.originals import original_from
from licencecheck.engine.reading import surviving
from licencecheck.errors import RuleSetError
from licencecheck.evidence.page import page_of
from licencecheck.model import (
    STATED,
    Case,
    Confidence,
    CreditPart,
    Draft,
    Original,
    OriginalTerms,
    Page,
    Party,
    Place,
    Relation,
    RepostDecision,
    Rule,
    RuleSet,
    Scope,
    SiteProfile,
    Unreadable,
)
from licencecheck.options import Options
from licencecheck.parties import is_credit_to, linked_article, same_party
from licencecheck.parties import original_of as first_of
from licencecheck.reposting.authors import profile_of
from licencecheck.reposting.credits import credits_of, uncredited, with_origin
from licencecheck.reposting.duties import GRANTING, Part, not_before, told
from licencecheck.reposting.markers import doubts_of, markers_of
from licencecheck.reposting.stated import speaker_of, stated_terms
from licencecheck.requirements.licences import is_unversioned

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
    return surviving(document.path, lambda: _of_document(document, options, catalogue))


def _of_document(document: Document, options: Options, catalogue: Catalogue) -> OriginalTerms:
    """The terms of an article as read, whose facts are all read here: what is told may be asked for them later."""
    # Whose page it is must be told without the profile, which speaks of the site that reposts
    page = page_of(document, profile=SiteProfile(), known=catalogue.names, main_text=True).whole()
    names = options.publishers or catalogue.of_site(page.identity.names, [url for url in (page.url,) if url])
    publisher = next(filter(None, (_of_site(catalogue.ruleset(name)) for name in names)), None) or _publisher(page)
    reposted = _to_repost(page)
    rulesets = _rulesets(reposted, replace(options, publishers=names, original=None), catalogue)
    granting = [publisher, *(ruleset.publisher for ruleset in rulesets)]
    doubts = tuple(doubts_of(page, [party for party in granting if party]))
    stated = stated_terms(document, page) if rulesets[0].layer == "licence" or rulesets[0].id == ANY_REPOST else None
    if stated is not None and (stated := _beside(rulesets[0], stated)) is not None:
        own = _ruleset(stated, speaker_of(stated, page) or publisher, page.url, options)
        rulesets = (own,) if rulesets[0].id == ANY_REPOST else (*rulesets, own)
    return _told(document, with_origin(reposted, publisher), rulesets, publisher, doubts, stated, options)


def _of_site(ruleset: RuleSet) -> Party | None:
    """The publisher whose terms a rule set states; a licence has none."""
    return ruleset.publisher if ruleset.layer != "licence" and ruleset.publisher.domains else None


def _publisher(page: Page) -> Party | None:
    """Who publishes a page of which no rule set is known: its own site, else whoever grants on it."""
    grantor = next((credit.name for credit in page.chain if credit.part is CreditPart.GRANTOR and credit.name), None)
    return publisher_of_site(page.identity) or (Party(name=grantor) if grantor else None)


def _to_repost(page: Page) -> Page:
    """The page as one to repost; whom it credits counts only if it is surely a repost itself."""
    chain = page.chain if page.repost.is_repost else [c for c in page.chain if c.part is CreditPart.GRANTOR]
    aside = (credit for credit in page.credits if credit.place is Place.ASIDE)
    return replace(page, repost=_REPOSTED, credits=(*chain, *aside))


def _rulesets(page: Page, options: Options, catalogue: Catalogue) -> tuple[RuleSet, ...]:
    """The rule sets of the article, of each the first way to comply; those of its platform judge copies there."""
    licensed = _licensed(page)
    found = catalogue.for_page(licensed, options, original_from(page))
    own = [ruleset for ruleset in found if ruleset.layer != "platform"] or found
    chosen = {ruleset.id: _as_stated(ruleset, licensed) for ruleset in reversed(own)}
    return tuple(reversed(chosen.values()))


def _as_stated(ruleset: RuleSet, page: Page) -> RuleSet:
    """The rule set of a licence with its name as the page states it: without a version where it gives none."""
    if ruleset.layer != "licence":
        return ruleset
    stated = (licence.id for licence in page.licences if licence.scope is Scope.ARTICLE)
    bare = next((one for one in stated if any(is_unversioned(one, known) for known in ruleset.licence)), None)
    return replace(ruleset, licence=(bare,)) if bare else ruleset


def _licensed(page: Page) -> Page:
    """The page as one whose article stands under the licence of its site, unless it states one of its own."""
    if any(licence.scope is Scope.ARTICLE for licence in page.licences):
        return page
    whole = (replace(one, scope=Scope.ARTICLE) for one in page.licences if one.scope is Scope.SITE)
    return replace(page, licences=tuple(whole))


def _beside(ruleset: RuleSet, stated: Draft) -> Draft | None:
    """What the terms on the page add to `ruleset`: everything to none, to a licence what a grant asks beyond it."""
    if ruleset.id == ANY_REPOST:
        return stated if stated.permission is not None else None
    asked = {rule.requires for rule in ruleset.rules}
    more = tuple(rule for rule in stated.rules if rule.requires not in {*asked, "permission"})
    grants = any(case.answer == "granted" for case in stated.cases)
    return Draft(permission=None, rules=more) if grants and more else None


def _told(
    document: Document,
    page: Page,
    rulesets: tuple[RuleSet, ...],
    publisher: Party | None,
    doubts: tuple[str, ...],
    stated: Draft | None,
    options: Options,
) -> OriginalTerms:
    original = replace(_original(page, rulesets[0], publisher), author_url=profile_of(document, page))
    options = replace(options, original=None)
    to_come = replace(uncredited(page), published=options.today)
    found = [
        told(finding, case_of(finding.rule, judged, ruleset, options, original))
        for ruleset in rulesets
        for judged, gate in ((page, True), (to_come, False))
        for finding in check(judged, ruleset, options, original, believing=True)
        if (finding.rule.requires in GRANTING) is gate
    ]
    parts = {part: tuple(each.finding for each in found if each.part is part) for part in Part}
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
        markers=tuple(dict.fromkeys(markers_of(document, page))),
        doubts=doubts,
        grants=parts[Part.GRANT],
        conditions=parts[Part.CONDITION],
        questions=parts[Part.QUESTION],
        not_asked=parts[Part.NOT_ASKED],
        not_before=not_before(parts[Part.GRANT], original.published),
        credits=credits_of(case, [each.finding for each in found if each.is_lacking]),
        draft=stated,
    )


def _original(page: Page, ruleset: RuleSet, publisher: Party | None) -> Original:
    """The article that a repost credits: this page, or where the terms are another's, that from which it has it."""
    told, first = original_from(page), first_of(page)
    if first is None or publisher is None or same_party(publisher, first) or same_party(publisher, ruleset.publisher):
        return told
    return replace(told, url=linked_article(page, first), published=None)


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
    return ways(read_yaml(text, STATED, RuleSetError), lambda _: None)[0].ruleset


def _no_rule(ruleset: RuleSet) -> Rule:
    return Rule(id="credit-line", ruleset=ruleset.id, requires="credit-line", terms=ruleset.terms)
