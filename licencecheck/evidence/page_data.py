"""What a page says where no reader looks: head, structured data, front matter, and whose site it stands on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from lxml import etree

from licencecheck.documents.document import Document
from licencecheck.evidence.front_matter_keys import FrontMatterFacts, read_front_matter
from licencecheck.evidence.identity import identity_of
from licencecheck.evidence.metadata import Metadata, metadata_of
from licencecheck.evidence.structured import Structured, structured_of
from licencecheck.model import Identity, SiteProfile
from licencecheck.urls import host_of

_HREFS: Any = etree.XPath("//a/@href", smart_strings=False)
_MOST_HREFS = 400
_GIVEN, _STATED, _CANONICAL = 1_000, 5, 4
_MOST_VOTES = 20
"""Links to one host that count, two for a vote: menus with absolute addresses outvote a foreign canonical."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageData:
    """The data of one page."""

    metadata: Metadata
    structured: Structured
    front_matter: FrontMatterFacts
    identity: Identity


def page_data_of(document: Document, profile: SiteProfile) -> PageData:
    """Read the data of `document`; its own hosts and names come from the profile, then from what most of it says."""
    metadata = metadata_of(document.tree)
    structured = structured_of(document.tree, metadata, getattr(document, "source", None))
    publishers = [value.value for value in structured.of("publisher")]
    return PageData(
        metadata=metadata,
        structured=structured,
        front_matter=read_front_matter(document.front_matter),
        identity=identity_of(profile, _votes(document, metadata), [*metadata.site_names, *publishers], metadata.title),
    )


def _votes(document: Document, metadata: Metadata) -> Counter[str]:
    votes: Counter[str] = Counter()
    if document.url:
        votes[host_of(document.url)] += _GIVEN
    for meta in metadata.self_urls:
        votes[host_of(meta.value)] += _STATED
    for meta in metadata.canonicals:
        votes[host_of(meta.value)] += _CANONICAL
    if document.format == "html":
        hrefs = [href for href in _HREFS(document.tree)[:_MOST_HREFS] if href.startswith(("http", "//"))]
        for host, count in Counter(map(host_of, hrefs)).items():
            votes[host] += min(count, _MOST_VOTES) // 2
    del votes[""]
    return votes
