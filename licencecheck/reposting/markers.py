"""Markers: what an article says of its terms, and what makes it doubtful that a grant covers it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from licencecheck.documents import Document
from licencecheck.drafting import reserves_rights
from licencecheck.evidence.outlets import names_agency
from licencecheck.evidence.phrases.matcher import phrases
from licencecheck.model import CreditPart, Page, Party, Relation, Scope
from licencecheck.parties import is_credit_to
from licencecheck.requirements.licences import name_of
from licencecheck.text import fold

_MOST_LINKS = 5_000
_LONGEST_CREDIT = 400
"""Characters of a line."""
_OWN = frozenset({Relation.SELF_CROSSPOST, Relation.SAME_GROUP})


def markers_of(document: Document, page: Page) -> Iterator[str]:
    """Say what of the page bears on its terms, each in a sentence."""
    if _has_button(document):
        yield "The page has a button to republish it"
    for licence in page.licences:
        if licence.scope is Scope.ARTICLE:
            yield f"The article states the licence {name_of(licence.id)}"
        elif licence.scope is Scope.SITE:
            yield f"The licence of the whole site is {name_of(licence.id)}"
    if page.published is None:
        yield "The page gives no date of publication"


def doubts_of(page: Page, granting: Sequence[Party]) -> Iterator[str]:
    """Say what speaks against a grant of this article, each once in a sentence: others may own it, or keep all rights.

    `granting` are those whose terms hold. The page is as read: whether it is a repost itself decides how far its
    credits count.
    """
    told = [*_reserved(page), *_of_others(page, granting), *_perhaps_copied(page)]
    yield from dict.fromkeys(told)


def _reserved(page: Page) -> Iterator[str]:
    for notice in page.notices:
        if notice.scope is Scope.ARTICLE and reserves_rights(notice.text):
            yield "The article says that all rights are reserved"


def _of_others(page: Page, granting: Sequence[Party]) -> Iterator[str]:
    """Name agencies, sources and partners, who may not have granted what others grant."""
    for byline in page.bylines:
        if names_agency(byline.name) or (byline.institution and names_agency(byline.institution)):
            yield f"The byline names an agency, {byline.name}, whose own terms may hold"
    for credit in page.chain if page.repost.is_repost else ():
        if any(is_credit_to(party, credit) for party in granting):
            continue
        if credit.part is not CreditPart.GRANTOR and credit.name:
            agency = "an agency, " if names_agency(credit.name) else ""
            yield f"It comes from {agency}{credit.name}, whose own terms may hold"
    for partner in _partners(page):
        if not any(fold(partner).startswith(fold(party.name)) for party in granting):
            yield f"It was published together with {partner}, whose own terms may hold"


def _perhaps_copied(page: Page) -> Iterator[str]:
    decision = page.repost
    if decision.signals and not decision.is_repost and decision.relation not in _OWN:
        yield f"It may be a copy itself: {decision.reason}"


def _partners(page: Page) -> Iterator[str]:
    """Name with whom the publisher made the article: "co-published with the Harbour Gazette"."""
    for block in page.blocks:
        if len(block.text) <= _LONGEST_CREDIT:
            hits = phrases(page.language).hits(block.text)
            yield from (hit.slots["partner"].text for hit in hits if hit.strength > 1 and "partner" in hit.slots)


def _has_button(document: Document) -> bool:
    for count, element in enumerate(document.tree.iter("a", "button")):
        if count > _MOST_LINKS:
            return False
        if "republish" in fold(" ".join(etree.ElementTextIterator(element)))[:100]:
            return True
    return False
