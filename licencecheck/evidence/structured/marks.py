"""Marks on single links and names: ccREL (W3C submission, 2008) and microformats (microformats.org)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import Any, NamedTuple

from lxml import etree

from licencecheck.evidence.structured.nodes import LONGEST
from licencecheck.text import squeeze

_MARKED: Any = etree.XPath("//*[contains(@property, ':')][not(self::meta)]")
_CLASSED: Any = etree.XPath(
    "//*[contains(@class, 'p-author') or contains(@class, 'p-canonical') or contains(@class, 'u-repost-of')]"
)
_MOST = 2_000
_PIECES = 200
_LEVELS = 20
_TOKENS = re.compile(r"[\s,]+")
_RELS = {
    "cc:attributionurl": "cc:attributionURL",
    "dct:source": "dct:source",
    "dc:source": "dct:source",
    "dcterms:source": "dct:source",
    "dct:creator": "dct:creator",
    "cc:license": "cc:license",
    "xhv:license": "cc:license",
    "dct:license": "cc:license",
    "cc:morepermissions": "cc:morePermissions",
}
_PROPERTIES = {
    "cc:attributionname": "cc:attributionName",
    "dct:title": "dct:title",
    "dc:title": "dct:title",
    "dcterms:title": "dct:title",
    "dct:creator": "dct:creator",
    "dc:creator": "dct:creator",
    "dct:rights": "dct:rights",
    "dct:rightsholder": "dct:rightsHolder",
    "cc:useguidelines": "cc:useGuidelines",
}
_CLASSES = frozenset(["u-repost-of", "p-canonical"])
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|svg|webp)(?:[?#].*)?$", re.IGNORECASE)


class Mark(NamedTuple):
    """A name or address that the markup says to be something."""

    property: str
    value: str
    syntax: str
    """`rdfa` or `microformats`."""
    element: etree._Element
    attribute: str | None
    """None: the text of the element."""


def marks_of(tree: etree._Element, source: str | None = None) -> Iterator[Mark]:
    """Read the marks below `tree` that are about the page and not about a picture on it.

    The text from which the tree was parsed, if given, tells cheaply that it holds no marks of a kind.
    """
    for link in tree.iter("a"):
        rel = link.get("rel") or ""
        names = {_RELS[token] for token in _TOKENS.split(rel.lower()) if token in _RELS} if ":" in rel else ()
        if names and not _is_about_picture(link):
            yield from (_address_mark(name, "rdfa", link) for name in sorted(names))
    if source is None or "cc:attributionName" in source:
        for element in _MARKED(tree)[:_MOST]:
            names = {_PROPERTIES[token] for token in element.get("property").lower().split() if token in _PROPERTIES}
            if names and not _is_about_picture(element):
                yield from (_text_mark(name, "rdfa", element) for name in sorted(names))
    if source is None or "h-entry" in source:
        for element in _CLASSED(tree)[:_MOST]:
            classes = element.get("class").split()
            if "p-author" in classes:
                yield _text_mark("p-author", "microformats", element)
            yield from (_address_mark(name, "microformats", element) for name in sorted(_CLASSES.intersection(classes)))


def _address_mark(name: str, syntax: str, link: etree._Element) -> Mark:
    return Mark(name, squeeze(link.get("href", "")[:LONGEST]), syntax, link, "href")


def _text_mark(name: str, syntax: str, element: etree._Element) -> Mark:
    content = element.get("content")
    if content is not None:
        return Mark(name, squeeze(content[:LONGEST]), syntax, element, "content")
    return Mark(name, squeeze("".join(map(str, islice(element.itertext(), _PIECES)))[:LONGEST]), syntax, element, None)


def _is_about_picture(element: etree._Element) -> bool:
    """Whether the nearest stated subject is a picture, or the element stands in a figure."""
    for node in islice(chain([element], element.iterancestors()), _LEVELS):
        if node.tag in {"figure", "figcaption"}:
            return True
        about = node.get("about")
        if about is not None:
            return bool(_PICTURE.search(about[:LONGEST]))
    return False
