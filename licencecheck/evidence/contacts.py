"""Ways to reach the people behind the site, as any page of it may show them."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from lxml import etree

from licencecheck.documents.document import Document
from licencecheck.model import Link, Place, Role, Target
from licencecheck.text import excerpt, squeeze
from licencecheck.urls import target_of

_MAY_BE: Any = etree.XPath(
    "//a[starts-with(@href, 'mailto:') or starts-with(@href, 'tel:') or contains(@href, 'onta')"
    " or contains(@href, 'mpressum')]"
)
_ADDRESS = re.compile(r"mailto:[^?@\s]+@[^?@\s]+|tel:\+?[\d ().-]{5,}", re.IGNORECASE)
_PAGE = re.compile(
    r"(?:^|[/?=#_-])(?:contacts?|contact-us|contactez-nous|contacto|contato|contatti|kontakt|kontakty|impressum)"
    r"(?:[/?#_.]|$)",
    re.IGNORECASE,
)
_MOST, _LONGEST = 3, 500


def contacts_of(document: Document) -> list[Link]:
    """The first links to a mail address, a telephone or a contact page; mails to be sent to friends are none."""
    linked = islice(_MAY_BE(document.tree), 500)
    found = (a for a in linked if _ADDRESS.match(a.get("href")) or _PAGE.search(a.get("href")[:_LONGEST]))
    return [
        Link(
            text=excerpt(squeeze("".join(a.itertext())[:300])), location=document.element_at(a, "href"),
            role=Role.CHROME, place=Place.ASIDE, href=a.get("href"),
            url=target_of(a.get("href"), base=document.url)[1], target=Target.OTHER,
        )
        for a in islice(found, _MOST)
    ]  # fmt: skip
