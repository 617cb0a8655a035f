"""Origins that the page's data names and no reader sees: canonical, structured data, front matter."""

from __future__ import annotations

from collections.abc import Iterator

from licencecheck.documents.document import Document
from licencecheck.evidence.counters.reading import counters_of
from licencecheck.evidence.credits.chain import Origin
from licencecheck.evidence.credits.names import clean_name
from licencecheck.evidence.front_matter.places import place_of_address
from licencecheck.evidence.front_matter.values import address_in, plain_of
from licencecheck.evidence.head.metadata import Meta
from licencecheck.evidence.identity import is_own
from licencecheck.evidence.page_data import PageData
from licencecheck.evidence.phrases.matcher import Phrases
from licencecheck.model import Confidence, Identity, Target
from licencecheck.urls import host_of, site_of, target_of

_CREDITING = frozenset({"credit_first", "republished", "translation"})
_COUNTING = frozenset({"the-conversation", "propublica", "republication-tracker-tool"})
"""Families of counters that publishers hand out with an article."""
_BASED_ON = {
    "isBasedOn": Confidence.MEDIUM,
    "translationOfWork": Confidence.HIGH,
    "dct:source": Confidence.MEDIUM,
    "u-repost-of": Confidence.HIGH,
    "p-canonical": Confidence.MEDIUM,
}


def origins_of(document: Document, data: PageData, vocabulary: Phrases) -> list[Origin]:
    """Other sites that the data calls the origin, the surest first; the page's own site is none."""
    found = [
        *_of_front_matter(data),
        *_of_statements(data, vocabulary),
        *_of_structured(document, data),
        *_of_head(document, data),
        *_of_counters(document, data),
    ]
    return sorted(found, key=lambda origin: -origin.confidence.rank)


def _is_own(data: PageData, url: str | None) -> bool:
    return is_own(Identity(hosts=data.hosts), url=url)


def _of_front_matter(data: PageData) -> Iterator[Origin]:
    facts = data.front_matter
    name = next((clean_name(s.value) for s in facts.sources), None)
    if name and is_own(data.identity, name=name):
        name = None
    urls = [(stated, f"front matter `{stated.entry.key}`") for stated in facts.original_urls]
    for stated, signal in urls:
        target, url = target_of(stated.value, own_hosts=data.hosts)
        if target in {Target.ARTICLE, Target.HOMEPAGE} and not _is_own(data, url):
            confidence = {3: Confidence.HIGH, 2: Confidence.MEDIUM}.get(stated.weight, Confidence.LOW)
            yield Origin(
                name=name, href=stated.value, url=url, target=target,
                location=stated.entry.location, signal=signal, confidence=confidence,
                address_location=place_of_address(stated.entry, stated.value),
            )  # fmt: skip


def _of_statements(data: PageData, vocabulary: Phrases) -> Iterator[Origin]:
    """Whole sentences in the front matter that the theme prints: `notice: This post first appeared on ...`."""
    for stated in data.front_matter.statements:
        hits = [h for h in vocabulary.hits(plain_of(stated.value)) if h.category in _CREDITING and h.strength > 1]
        slot = next((h.slots["source"].text for h in hits if "source" in h.slots), None)
        href = address_in(stated.value)
        target, url = target_of(href, own_hosts=data.hosts)
        name = clean_name(slot) or (host_of(url) if url else None)
        if not hits or name is None or target is Target.RELATIVE or is_own(data.identity, name=name, url=url):
            continue
        yield Origin(
            name=name, href=href, url=url, target=target, location=stated.entry.location,
            signal=f"front matter `{stated.entry.key}`",
            confidence=Confidence.HIGH if href and hits[0].strength > 2 else Confidence.MEDIUM,
            address_location=place_of_address(stated.entry, href) if href else None,
        )  # fmt: skip


def _of_structured(document: Document, data: PageData) -> Iterator[Origin]:
    for value in data.structured.of(*_BASED_ON) if data.states_origin else ():
        target, url = target_of(value.value, base=document.url, own_hosts=data.hosts)
        if target is Target.ARTICLE and not _is_own(data, url):
            yield Origin(
                name=clean_name(value.name), href=value.value, url=url, target=target,
                location=value.location(document), signal=f"{value.syntax} `{value.property}`",
                confidence=_BASED_ON[value.property],
            )  # fmt: skip


def _of_head(document: Document, data: PageData) -> Iterator[Origin]:
    canonicals = [meta for meta in data.metadata.canonicals if _is_elsewhere(meta, data)]
    for meta in (*canonicals, *(m for m in data.metadata.original_urls if m.weight > 1 and _is_elsewhere(m, data))):
        target, url = target_of(meta.value)
        sure = meta in canonicals and bool(data.hosts)
        yield Origin(
            name=None,
            href=meta.value,
            url=url,
            target=target,
            location=document.element_at(meta.element, meta.attribute),
            signal=f"`{meta.name}` of another site",
            confidence=Confidence.MEDIUM if sure else Confidence.LOW,
        )


def _is_elsewhere(meta: Meta, data: PageData) -> bool:
    target, url = target_of(meta.value)
    return target is Target.ARTICLE and bool(data.hosts) and not _is_own(data, url)


def _of_counters(document: Document, data: PageData) -> Iterator[Origin]:
    """Whose counter the page loads: one that tells an article comes with that; others come with data and tools too."""
    for counter in counters_of(document, data.hosts) if data.may_count else ():
        site = site_of(host_of(counter.url))
        if site and counter.family in _COUNTING and not _is_own(data, counter.url):
            yield Origin(
                name=site, href=None, url=None, target=Target.NONE, location=counter.location,
                signal=f"counter of {site}", confidence=Confidence.MEDIUM if counter.article_id else Confidence.LOW,
            )  # fmt: skip
