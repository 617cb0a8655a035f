"""Where the page of an article says more of its author."""

from __future__ import annotations

from itertools import islice
from urllib.parse import urljoin

from lxml import etree

from licencecheck.documents import Document
from licencecheck.model import Page
from licencecheck.text import bare

_MOST_LINKS = 5_000
"""Links that are looked at."""


def profile_of(document: Document, page: Page) -> str | None:
    """Give the address of the first link on the name of the page's one author."""
    if len(page.authors) != 1 or not (name := bare(page.authors[0])):
        return None
    for link in islice(document.tree.iter("a"), _MOST_LINKS):
        if bare(" ".join(islice(etree.ElementTextIterator(link), 5))) == name:
            try:
                url = urljoin(page.url or "", link.get("href", "").strip())
            except ValueError:
                continue
            if url.startswith(("https://", "http://")) and url != page.url:
                return url
    return None
