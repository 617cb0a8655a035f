"""Links of a page as leads to the original: what each one is, seen from the party whose article is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from licencecheck.model import (
    Case,
    Confidence,
    Credit,
    CreditForm,
    Link,
    Location,
    Page,
    Party,
    Place,
    Relation,
    Role,
    Target,
)
from licencecheck.parties import is_address_of, is_credit_to, stated_article
from licencecheck.requirements.paste import as_found, has_gap
from licencecheck.requirements.wording import belongs, quoted
from licencecheck.text import bare, words
from licencecheck.urls import host_of, path_of, same_url

_FORMS = tuple(CreditForm)
_SLUG, _TITLE = 3, 2
"""From so many long words on an address or a title can be compared."""
_LONG = 4
"""Shorter words, in letters, stand in any title."""
_MOST = 2_000
"""Links outside of credits that are read."""
_PEOPLE = (
    "author",
    "authors",
    "contributor",
    "contributors",
    "people",
    "profile",
    "profiles",
    "staff",
    "team",
    "writer",
)
_ARCHIVES = ("category", "feed", "member", "members", "search", "tag", "tags", "user", "users", "writers")
_AFFAIRS = ("about", "contact", "donate", "newsletter", "newsletters", "privacy", "republish", "subscribe", "terms")
_NO_ARTICLES = frozenset([*_PEOPLE, *_ARCHIVES, *_AFFAIRS])
"""First parts of addresses under which publishers keep no articles."""
_EDGES = frozenset({Place.TOP, Place.BYLINE, Place.BOTTOM})


class Kind(StrEnum):
    """What a link is, seen from the party whose article is wanted."""

    ARTICLE = "article"
    """The original, as far as can be told."""
    PERHAPS = "perhaps"
    """An article of the party that may be another than the original."""
    ANOTHER = "another"
    """An article of the party, but not the original."""
    HOMEPAGE = "homepage"
    DEAD = "dead"
    RELATIVE = "relative"
    FOREIGN = "foreign"
    """A page of another party."""
    OTHER = "other"
    """What can be no article: a page about its author, a share button, a shortened address."""


@dataclass(frozen=True, slots=True)
class Lead:
    """A link with the credit that it belongs to and what it is."""

    link: Link
    credit: Credit | None
    kind: Kind

    @property
    def counts(self) -> bool:
        """Whether a reader takes it for the link to the original: in a credit, or beside the article."""
        if not belongs(self.link) or (self.credit is not None and not belongs(self.credit)):
            return False
        return self.in_credit or self.kind in {Kind.ARTICLE, Kind.PERHAPS} or is_beside(self.link)

    @property
    def in_credit(self) -> bool:
        """Whether it is part of what credits the source."""
        return self.credit is not None or self.link.role is Role.CREDIT

    @property
    def sure(self) -> bool:
        """Whether it was read with some confidence."""
        return Confidence.LOW not in {self.link.confidence, self.credit.confidence if self.credit else None}

    @property
    def words(self) -> str:
        """Words for a message: `a link to the home page`."""
        href = quoted(self.link.href)
        if self.kind is Kind.DEAD and has_gap(self.link.href):
            return as_found(self.link.href)
        return {
            Kind.HOMEPAGE: "a link to the home page",
            Kind.ANOTHER: f"a link to another article, {href}",
            Kind.RELATIVE: f"a link into this site, {href}",
            Kind.FOREIGN: f"a link to {quoted(host_of(self.link.url or '') or self.link.href)}",
        }.get(self.kind, f"a link to {href}" if self.link.href.strip() else "a link without address")


def credits_for(page: Page, party: Party | None) -> list[Credit]:
    """Give the credits of the page: those to `party` first, and of these the clearest form."""
    return sorted(page.credits, key=lambda c: (party is not None and not is_credit_to(party, c), _FORMS.index(c.form)))


def leads_to(case: Case, party: Party | None) -> Iterator[Lead]:
    """Read every link of the page as a lead to the article of `party`: those of credits first, best first."""
    wanted = wanted_article(case, party)
    seen: set[tuple[Location, str]] = set()
    for link, credit in _links(case.page, party):
        if (link.location, link.href) not in seen:
            seen.add((link.location, link.href))
            yield _lead(link, credit, party, wanted, case)


def wanted_article(case: Case, party: Party | None) -> str | None:
    """Give the address that the link to the article of `party` must have: the user's, else that of the page's data."""
    return _named_article(case, party) or stated_article(case.page, party)


def _named_article(case: Case, party: Party | None) -> str | None:
    return case.original.url if party is None or _is_at(party, case.original.url) else None


def _links(page: Page, party: Party | None) -> Iterator[tuple[Link, Credit | None]]:
    """The links of the page, one after the other: who finds what is wanted in a credit need not read the others."""
    for credit in credits_for(page, party):
        yield from ((link, credit) for link in credit.links)
    yield from ((link, None) for link in page.links[:_MOST])


def _lead(link: Link, credit: Credit | None, party: Party | None, wanted: str | None, case: Case) -> Lead:
    lead, page = Lead(link, credit, _kind(link, credit, party, wanted)), case.page
    url = link.url or ""
    # A credit may know better than the page's data; another line does not
    by_data = lead.kind is Kind.ANOTHER and lead.in_credit and _named_article(case, party) is None
    if (lead.kind is Kind.ARTICLE and wanted is None) or by_data:
        return replace(lead, kind=Kind.OTHER if _is_no_article(url, page) else _likely(lead, page))
    return replace(lead, kind=Kind.OTHER) if lead.kind is Kind.ANOTHER and _is_no_article(url, page) else lead


def _kind(link: Link, credit: Credit | None, party: Party | None, wanted: str | None) -> Kind:
    if link.target in {Target.DEAD, Target.NONE}:
        return Kind.DEAD
    if link.url is not None and wanted is not None and same_url(link.url, wanted):
        return Kind.ARTICLE
    if link.target is Target.RELATIVE:
        return Kind.RELATIVE
    if link.target not in {Target.ARTICLE, Target.HOMEPAGE}:
        return Kind.OTHER
    if party is not None and party.domains:
        at_party = is_address_of(party, link.url)
    else:
        at_party = credit is not None and (party is None or is_credit_to(party, credit))
    if not at_party:
        return Kind.FOREIGN
    if link.target is Target.HOMEPAGE:
        return Kind.HOMEPAGE
    return Kind.ARTICLE if wanted is None else Kind.ANOTHER


def _likely(lead: Lead, page: Page) -> Kind:
    """Tell the original from other articles of the party, where its address is not known.

    A credit links the original unless the address spells another title; elsewhere it must spell the title of the page.
    """
    slug, title = _slug(lead.link.url or ""), _title(page)
    shared = len(slug & title)
    if lead.in_credit:
        comparable = page.repost.relation is not Relation.TRANSLATION and len(slug) >= _SLUG and len(title) >= _TITLE
        return Kind.PERHAPS if comparable and not shared else Kind.ARTICLE
    if len(slug) >= _SLUG and shared * 2 > len(slug):
        return Kind.ARTICLE
    return Kind.PERHAPS if is_beside(lead.link) else Kind.ANOTHER


def _is_no_article(url: str, page: Page) -> bool:
    """Whether an address is that of the author's page, of an archive or of the publisher's own affairs."""
    parts = _parts(url)
    last = set(words(parts[-1])) if parts else set()
    authors = (set(words(byline.name)) for byline in page.bylines)
    return bool(parts) and (parts[0].casefold() in _NO_ARTICLES or any(last and last <= name for name in authors))


def _slug(url: str) -> frozenset[str]:
    """Long words of the part of an address that spells a title."""
    return frozenset(max((_long_words(part) for part in _parts(url)), key=len, default=()))


def _parts(url: str) -> list[str]:
    return [part for part in path_of(url).split("/") if part]


def _title(page: Page) -> frozenset[str]:
    """Long words of the title as addresses spell them: none of it, if it is in another script."""
    return frozenset(word for word in _long_words(page.title or "") if word.isascii())


def _long_words(text: str) -> set[str]:
    return {bare(word) for word in words(text) if len(word) >= _LONG and word.isalpha()}


def is_beside(link: Link) -> bool:
    """Whether a link stands at an end of the article, where a reader looks for the original."""
    return link.place in _EDGES and link.role not in {Role.NOTICE, Role.BIO}


def _is_at(party: Party, url: str | None) -> bool:
    return url is not None and (not party.domains or is_address_of(party, url))
