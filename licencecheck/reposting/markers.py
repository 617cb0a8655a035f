"""Markers: what an article says for or against a grant of this one article."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from licencecheck.documents import Document
from licencecheck.drafting import reserves_rights
from licencecheck.evidence.outlets import names_agency
from licencecheck.evidence.phrases.matcher import phrases
from licencecheck.model import CreditPart, Page, Party, Scope
from licencecheck.parties import is_credit_to
from licencecheck.requirements.licences import name_of
from licencecheck.text import fold

_MOST_LINKS = 5_000
_LONGEST_CREDIT = 400
"""Characters of a line."""


def markers_of(document: Document, page: Page, publisher: Party | None) -> Iterator[str]:
    """Say what speaks for or against a grant of the article, each in a sentence."""
    yield from _others(page, publisher)
    for notice in page.notices:
        if notice.scope is Scope.ARTICLE and reserves_rights(notice.text):
            yield "The article says that all rights are reserved"
    if _has_button(document):
        yield "The page has a button to republish it"
    for licence in page.licences:
        if licence.scope is Scope.ARTICLE:
            yield f"The article states the licence {name_of(licence.id)}"
        elif licence.scope is Scope.SITE:
            yield f"The licence of the whole site is {name_of(licence.id)}"
    if page.published is None:
        yield "The page gives no date of publication"


def _others(page: Page, publisher: Party | None) -> Iterator[str]:
    """Name agencies and partners, who may not have granted what the publisher grants."""
    for byline in page.bylines:
        if names_agency(byline.name) or (byline.institution and names_agency(byline.institution)):
            yield f"The byline names an agency, {byline.name}, whose own terms may hold"
    for credit in page.chain:
        own = publisher is not None and is_credit_to(publisher, credit)
        if not own and credit.part is not CreditPart.GRANTOR and credit.name and names_agency(credit.name):
            yield f"It comes from an agency, {credit.name}, whose own terms may hold"
    for partner in _partners(page):
        if publisher is None or not fold(partner).startswith(fold(publisher.name)):
            yield f"It was published together with {partner}, whose own terms may hold"


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
