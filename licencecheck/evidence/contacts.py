"""Ways to reach the people behind the site, as any page of it may show them."""

from __future__ import annotations

from itertools import islice

from lxml import etree

from licencecheck.documents.document import Document
from licencecheck.model import Link, Place, Role, Target
from licencecheck.text import compiled, excerpt, squeeze
from licencecheck.urls import target_of

_ADDRESS = r"(?i)mailto:[^?@\s]+@[^?@\s]+|tel:\+?[\d ().-]{5,}"
_PAGE = (
    r"(?i)(?:^|[/?=#_-])(?:contacts?|contact-us|contactez-nous|contacto|contato|contatti|kontakt|kontakty|impressum)"
    r"(?:[/?#_.]|$)"
)
_MOST, _LONGEST = 3, 500


def contacts_of(document: Document) -> list[Link]:
    """The first links to a mail address, a telephone or a contact page; mails to be sent to friends are none."""
    links = ((a, a.get("href") or "") for a in document.tree.iter("a"))
    likely = islice(((a, href) for a, href in links if _may_be(href)), 500)
    found = (
        (a, href) for a, href in likely if compiled(_ADDRESS).match(href) or compiled(_PAGE).search(href[:_LONGEST])
    )
    return [
        Link(
            text=excerpt(squeeze("".join(etree.ElementTextIterator(a))[:300])), location=document.element_at(a, "href"),
            role=Role.CHROME, place=Place.ASIDE, href=href,
            url=target_of(href, base=document.url)[1], target=Target.OTHER,
        )
        for a, href in islice(found, _MOST)
    ]  # fmt: skip


def _may_be(href: str) -> bool:
    """Whether an address may be one of these, by parts that few others hold."""
    return href.startswith(("mailto:", "tel:")) or "onta" in href or "mpressum" in href
