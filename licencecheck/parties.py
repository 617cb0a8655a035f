"""Who is who: whether a name, an address or a credit is of a party, and from whom the article comes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from licencecheck.model import Case, Confidence, Credit, CreditForm, CreditPart, Link, Page, Party, Place, Target
from licencecheck.text import bare, same_name, words
from licencecheck.urls import host_of, on_domains, path_of, target_of

_SITE = re.compile(r"\s+[|·–—-]\s+")
_TITLE = 3
"""Words from which on a name that the address of the article spells is its title."""
_ORIGINS = frozenset({Target.ARTICLE, Target.HOMEPAGE})


def names_of(party: Party) -> tuple[str, ...]:
    """Every name of `party`, the present ones first."""
    return (party.name, *party.aliases, *(name for former in party.was for name in names_of(former)))


def domains_of(party: Party) -> tuple[str, ...]:
    """Every domain of `party`, the present ones first."""
    return (*party.domains, *(domain for former in party.was for domain in domains_of(former)))


def is_named(party: Party, name: str) -> bool:
    """Whether `name`, a name or a host, is one of `party`."""
    if "." in name and " " not in name and on_domains(name, domains_of(party)):
        return True
    return any(same_name(name, known) for known in names_of(party))


def is_address_of(party: Party, url: str | None) -> bool:
    """Whether `url` leads to a site of `party`."""
    return url is not None and on_domains(url, domains_of(party))


def is_credit_to(party: Party, credit: Credit) -> bool:
    """Whether `credit` is to `party`: by its name, or by its links where it names nobody."""
    name = party_in(credit)
    if name is not None:
        return is_named(party, name)
    return any(is_address_of(party, link.url) for link in credit.links)


def party_in(credit: Credit) -> str | None:
    """Give the party that `credit` names; None where it names none, or the article itself: its address spells that."""
    return None if credit.name is None or any(_is_title_of(link, credit.name) for link in credit.links) else credit.name


def same_party(a: Party, b: Party) -> bool:
    """Whether two parties are one."""
    return any(is_named(b, name) for name in names_of(a)) or any(on_domains(d, domains_of(b)) for d in domains_of(a))


def mentions(party: Party, text: str) -> bool:
    """Whether `text` holds a name of `party`, whatever it says of it."""
    folded = bare(text)
    return any(bare(name) and bare(name) in folded for name in names_of(party))


def original_of(page: Page, *, by_notice: bool = True) -> Party | None:
    """From whom the article comes first: the best original credit of the chain, or None where no credit tells.

    Without `by_notice` a copyright line alone does not tell it.
    """
    return next(_originals(page, by_notice=by_notice), None)


def first_publisher(case: Case) -> Party | None:
    """Who published the article first: as the page of the original says, else as the copy does.

    An original that credits nobody else comes from the publisher on whose site it stands, unless that is a network's or
    the copy surely credits another: pages leave out whence they have their articles.
    """
    original, publisher = case.original.page, case.ruleset.publisher
    stated = None if original is None else original_of(original)
    is_own = case.ruleset.layer != "network" and is_address_of(publisher, case.original.url)
    if original is not None and stated is None and is_own and not _credits_another(case.page, publisher):
        return publisher
    return stated or original_of(case.page)


def _credits_another(page: Page, publisher: Party) -> bool:
    """Whether a reader is surely told, in words, that an article comes first from another than `publisher`."""
    return any(
        credit.part is CreditPart.ORIGINAL
        and credit.form is CreditForm.FIRST_PUBLISHED
        and credit.confidence is not Confidence.LOW
        and party_in(credit) is not None
        and not is_credit_to(publisher, credit)
        for credit in page.chain
    )


def publisher_of(case: Case) -> Party | None:
    """Whose terms the rule set states; under the terms of a licence, which has no publisher, the original's."""
    return original_of(case.page) if case.ruleset.layer in {"licence", "platform"} else case.ruleset.publisher


def party_of(case: Case, word: str) -> Party | None:
    """The party that a rule calls `word`: `publisher`, `original` or a name; None where the page does not tell."""
    if word == "publisher":
        return publisher_of(case)
    return original_of(case.page) if word == "original" else Party(name=word)


def article_url(case: Case) -> str | None:
    """Give the address of the original article: as the user named it, else as a credit to its publisher links it."""
    return case.original.url or linked_article(case.page, publisher_of(case))


def linked_article(page: Page, party: Party | None) -> str | None:
    """Give the article of `party` to which a credit of `page` links, else that which the data of the page names."""
    links = (link for credit in _credits_to(page, party) for link in credit.links if link.url)
    linked = next((link.url for link in links if link.target is Target.ARTICLE), None)
    return linked or stated_article(page, party)


def stated_article(page: Page, party: Party | None) -> str | None:
    """Give the article of `party` that the data of `page` names as its origin: no reader sees it."""
    links = (link for credit in _credits_to(page, party) for link in credit.links if link.place is Place.META)
    linked = next((link.url for link in links if link.target is Target.ARTICLE), None)
    return linked or _canonical_at(page, party)


def _credits_to(page: Page, party: Party | None) -> list[Credit]:
    """Give the credits of the article that are to `party`."""
    return [credit for credit in page.chain if party and is_credit_to(party, credit)]


def _canonical_at(page: Page, party: Party | None) -> str | None:
    """The canonical address, where it is that of an article of `party`, of which the page is a copy."""
    url = page.canonical.url if page.canonical else None
    target, _ = target_of(url)
    return url if party and target is Target.ARTICLE and is_address_of(party, url) else None


def _originals(page: Page, *, by_notice: bool) -> Iterator[Party]:
    stated = [
        credit
        for credit in page.credits
        if credit.part is CreditPart.ORIGINAL and (by_notice or credit.form is not CreditForm.COPYRIGHT)
    ]
    # A copyright line names who owns, often the author; it tells the origin only where nothing else does
    stated.sort(key=lambda credit: (credit.form is CreditForm.COPYRIGHT, credit.confidence is Confidence.LOW))
    for credit in stated:
        links = [link for link in credit.links if link.target in _ORIGINS and host_of(link.url or "")]
        # Beside the link of the credited party stand links to a licence, an author, to who republished it before
        own = [link for link in links if credit.name and same_name(credit.name, link.text)] or links[:1]
        hosts = tuple(dict.fromkeys(host_of(link.url or "") for link in own))
        name = party_in(credit) or next(iter(hosts), None)
        is_author = credit.form is CreditForm.COPYRIGHT and any(same_name(name or "", b.name) for b in page.bylines)
        if name and not is_author:
            yield Party(name=name, domains=hosts)


def _is_title_of(link: Link, name: str) -> bool:
    """Whether the address of an article spells `name`, or what stands in it before a site: `The ferry | River Post`."""
    title, *site = _SITE.split(name, maxsplit=1)
    told = {bare(word) for word in words(title)}
    if link.target is not Target.ARTICLE or not told or (len(told) < _TITLE and not site):
        return False
    parts = [part for part in path_of(link.url or "").split("/") if part and not part.startswith("index.")]
    return bool(parts) and told <= set(words(parts[-1]))
