"""What a page says where no reader looks: head, structured data, front matter, and whose site it stands on."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from licencecheck.documents.document import Document
from licencecheck.evidence.front_matter.keys import read_front_matter
from licencecheck.evidence.head.metadata import metadata_of
from licencecheck.evidence.head.titles import without_site
from licencecheck.evidence.identity import hosts_of, identity_of
from licencecheck.evidence.own_site import names_of, votes_in_data, votes_of
from licencecheck.evidence.structured.reading import Structured, structured_of
from licencecheck.model import Identity, SiteProfile
from licencecheck.urls import host_of

_MARKS_OF_ORIGIN = ("sBasedOn", "ranslationOf", ":source")
_ENTRY, _MARKS_OF_ENTRIES = "h-entry", ("repost-of", "p-canonical")
"""What a page that holds an entry of microformats may call its origin; others are not searched for it."""
_MARKS_OF_COUNTERS = ("counter.theconversation.", "pixel.propublica.org", "republication-")


class PageData:
    """The data of one page; what costs time is read when it is asked for."""

    def __init__(self, document: Document, profile: SiteProfile) -> None:
        """Read head and front matter of `document`; `profile` declares whose site it stands on."""
        self._document = document
        self._profile = profile
        self.metadata = metadata_of(document.tree)
        self.front_matter = read_front_matter(document.front_matter, profile.front_matter)

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses that the page states as its own: canonical link, `og:url`, front matter."""
        metas = (*self.metadata.canonicals, *self.metadata.self_urls)
        stated = [*(meta.value for meta in metas), *(each.value for each in self.front_matter.canonicals)]
        return tuple(dict.fromkeys(address for address in stated if host_of(address)))

    @cached_property
    def structured(self) -> Structured:
        """What is stated for machines."""
        return structured_of(self._document.tree, self.metadata, getattr(self._document, "source", None))

    @cached_property
    def hosts(self) -> tuple[str, ...]:
        """Own hosts of the page."""
        votes = votes_of(self._document, self.metadata)
        own = hosts_of(self._profile, votes)
        return own or hosts_of(self._profile, votes + votes_in_data(self.structured))

    @cached_property
    def identity(self) -> Identity:
        """Own hosts and names of the page."""
        return self._identity_of(self._own_names)

    @cached_property
    def stated_identity(self) -> Identity:
        """Own hosts of the page, and the names that its head states: no more than `identity`, and quicker told."""
        return self._identity_of(self.metadata.site_names)

    def _identity_of(self, names: Iterable[str]) -> Identity:
        # A post's own title never names its site, that of a page mostly does
        title = self.metadata.title if self._document.format == "html" else None
        return identity_of(self._profile, self.hosts, names, title)

    @cached_property
    def title(self) -> str | None:
        """Title of the article, without the name of the site."""
        title = self.metadata.title
        return title and without_site(title, self._own_names)

    @cached_property
    def _own_names(self) -> tuple[str, ...]:
        stated = [*self.structured.sites, *(value.value for value in self.structured.of("publisher"))]
        return (*self.metadata.site_names, *stated, *names_of(self._document.tree, self.hosts))

    @cached_property
    def states_origin(self) -> bool:
        """Whether the structured data may name an origin: most pages hold no such word."""
        return self._holds(_MARKS_OF_ORIGIN) or (self._holds((_ENTRY,)) and self._holds(_MARKS_OF_ENTRIES))

    @cached_property
    def may_count(self) -> bool:
        """Whether the page may hold a republication counter: few do."""
        return self._holds(_MARKS_OF_COUNTERS)

    def _holds(self, marks: tuple[str, ...]) -> bool:
        source = getattr(self._document, "source", "")
        return any(mark in source for mark in marks)
