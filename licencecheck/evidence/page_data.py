"""What a page says where no reader looks: head, structured data, front matter, and whose site it stands on."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import Any

from lxml import etree

from licencecheck.documents.document import Document
from licencecheck.evidence.front_matter.keys import read_front_matter
from licencecheck.evidence.head.metadata import Metadata, metadata_of
from licencecheck.evidence.identity import hosts_of, identity_of, names_of_home
from licencecheck.evidence.structured.reading import Structured, structured_of
from licencecheck.model import Identity, SiteProfile
from licencecheck.urls import host_of

_HREFS: Any = etree.XPath(
    "//a/@href[starts-with(., 'http://') or starts-with(., 'https://') or starts-with(., '//')]", smart_strings=False
)
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}", re.IGNORECASE)
_MOST_HREFS = 400
_MARKS_OF_ORIGIN = ("sBasedOn", "ranslationOf", ":source", "repost-of", "translation-of", "p-canonical")
_GIVEN, _NAMED, _STATED, _CANONICAL = 1_000, 12, 5, 4
_MOST_VOTES = 20
"""Links to one host that count, two for a vote: menus with absolute addresses outvote a foreign canonical."""


class PageData:
    """The data of one page; what costs time is read when it is asked for."""

    def __init__(self, document: Document, profile: SiteProfile) -> None:
        """Read head and front matter of `document`; `profile` declares whose site it stands on."""
        self._document = document
        self._profile = profile
        self.metadata = metadata_of(document.tree)
        self.front_matter = read_front_matter(document.front_matter, profile.front_matter)

    @cached_property
    def structured(self) -> Structured:
        """What is stated for machines."""
        return structured_of(self._document.tree, self.metadata, getattr(self._document, "source", None))

    @cached_property
    def hosts(self) -> tuple[str, ...]:
        """Own hosts of the page."""
        return hosts_of(self._profile, _votes(self._document, self.metadata))

    @cached_property
    def identity(self) -> Identity:
        """Own hosts and names of the page."""
        publishers = [value.value for value in self.structured.of("publisher")]
        names = [*self.metadata.site_names, *publishers, *names_of_home(self._document.tree, self.hosts)]
        return identity_of(self._profile, self.hosts, names, self.metadata.title)

    @cached_property
    def states_origin(self) -> bool:
        """Whether the structured data may name an origin: most pages hold no such word."""
        source = getattr(self._document, "source", "")
        return any(mark in source for mark in _MARKS_OF_ORIGIN)


def _votes(document: Document, metadata: Metadata) -> Counter[str]:
    votes: Counter[str] = Counter()
    if document.url:
        votes[host_of(document.url)] += _GIVEN
    for meta in metadata.self_urls:
        votes[host_of(meta.value)] += _STATED
    for meta in metadata.canonicals:
        votes[host_of(meta.value)] += _CANONICAL
    for name in metadata.site_names:
        if _HOST.fullmatch(name):
            votes[host_of(name)] += _NAMED
    if document.format == "html":
        places = Counter(href.split("/", 3)[2] for href in _HREFS(document.tree)[:_MOST_HREFS])
        for place, count in places.items():
            votes[host_of(place)] += min(count, _MOST_VOTES) // 2
    del votes[""]
    return votes
