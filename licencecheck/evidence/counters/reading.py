"""Page counters that a text brings with it: images and scripts, lazy ones too, and addresses in front matter."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import islice

from lxml import etree

from licencecheck.documents.document import Document
from licencecheck.evidence.counters.families import counter_of
from licencecheck.model import Beacon, Counter, Location, Place, Role
from licencecheck.text import compiled, excerpt

_COUNTING = ("img", "amp-pixel", "script")
_ADDRESSES = ("src", "data-src", "data-lazy-src", "data-original", "srcset", "data-counter", "data-tracker")
_DATA = ("data-postid", "data-pluginsdir")
_MARKS = ("counter", "pixel", "parsely", "tracker", "vgwort", "prolitteris", "republication", "beacon")
_ABSOLUTE = re.compile(r"\s*(?:https?:)?//[^/]", re.IGNORECASE)
_SIDES = ("width", "height")
_PIXEL = re.compile(r"(?<![\w-])(width|height)\s*:\s*[01](?:px)?\s*(?=;|$)")
_MOST = 2_000
_LONGEST = 200_000
_SOCIETIES = r"(?i)(?:met\.vgwort\.de|owen\.prolitteris\.ch)/na/([\w.-]{8,64})"
"""Marks by which VG Wort and ProLitteris count the readers of one text for its author."""


def counters_of(document: Document, own_hosts: Collection[str]) -> list[Counter]:
    """Counters of the text in page order, each once; the site's own analytics are none."""
    found: dict[str, Counter] = {}
    for counter in (*_in_tree(document, own_hosts), *_in_front_matter(document, own_hosts)):
        found.setdefault(counter.url, counter)
    return list(found.values())


def beacons_of(document: Document) -> list[Beacon]:
    """Scripts and images of one pixel from a named host, in page order, each once."""
    found: dict[str, Beacon] = {}
    for element in islice(document.tree.iter(*_COUNTING), _MOST):
        attribute = next((name for name in _ADDRESSES if _ABSOLUTE.match(element.get(name) or "")), None)
        if attribute is not None and (element.tag != "img" or _is_pixel(element)):
            url = (element.get(attribute) or "").strip()
            location = document.element_at(element, attribute)
            found.setdefault(
                url, Beacon(text=excerpt(url), location=location, role=Role.BODY, place=Place.BODY, url=url)
            )
    return list(found.values())


def _is_pixel(image: etree._Element) -> bool:
    declared = f"width:{image.get('width', '')};height:{image.get('height', '')};{image.get('style', '')}"
    return len(set(_PIXEL.findall(declared.lower()))) == len(_SIDES)


def _in_tree(document: Document, own_hosts: Collection[str]) -> Iterator[Counter]:
    for element in document.tree.iter(*_COUNTING):
        stated = [*_statements(element)]
        matches = [(at, value, match) for at, value in stated if (match := counter_of(value, own_hosts)) is not None]
        # of a script and the address that it counts at, the one that tells the article
        best = next((found for found in matches if found[2].article_id), next(iter(matches), None))
        if best is not None:
            attribute, value, match = best
            url = value if attribute else element.get("id", match.family)
            yield _counter(url, match.family, match.article_id, document.element_at(element, attribute))
        elif stated and (attribute := stated[0][0]) and (mark := compiled(_SOCIETIES).search(value := stated[0][1])):
            yield _counter(value, "collecting-society", mark[1], document.element_at(element, attribute))


def _statements(element: etree._Element) -> Iterator[tuple[str | None, str]]:
    """The attribute or text by which an element may count, if any mark of a counter stands in it."""
    for attribute in _ADDRESSES:
        value = element.get(attribute)
        if value and _is_marked(value):
            yield attribute, value
    if element.tag == "script":
        data = [f'{name}="{value}"' for name in _DATA if (value := element.get(name))]
        said = " ".join((element.get("id", ""), *data, (element.text or "")[:_LONGEST]))
        if _is_marked(said):
            yield None, said


def _is_marked(text: str) -> bool:
    low = text.lower()
    for mark in _MARKS:  # noqa: SIM110 - scripts are many: in half the time of `any`
        if mark in low:
            return True
    return False


def _in_front_matter(document: Document, own_hosts: Collection[str]) -> Iterator[Counter]:
    for entry in document.front_matter.values():
        if isinstance(entry.value, str) and any(mark in entry.value for mark in _MARKS):
            match = counter_of(entry.value, own_hosts)
            if match is not None:
                yield _counter(entry.value, match.family, match.article_id, entry.location)


def _counter(url: str, family: str, article_id: str | None, location: Location) -> Counter:
    return Counter(
        text=excerpt(url), location=location, role=Role.BODY, place=Place.BODY, signals=(family,),
        url=url, family=family, article_id=article_id,
    )  # fmt: skip
