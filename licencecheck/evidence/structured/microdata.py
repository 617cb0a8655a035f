"""Microdata and RDFa Lite: properties set into the markup (HTML standard, section 5; W3C RDFa Lite 1.1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import islice
from typing import Any, NamedTuple

from lxml import etree

from licencecheck.evidence.structured.nodes import LONGEST, Literal, Node, literal, local_name

_MOST_PROPERTIES = 5_000
_MOST_REFERRING = 20
_PIECES = 500
_NAMING = frozenset(["name", "headline", "author", "creator", "publisher", "copyrightholder", "sourceorganization"])
_ATTRIBUTE_OF = {
    "a": "href",
    "area": "href",
    "link": "href",
    "img": "src",
    "audio": "src",
    "video": "src",
    "iframe": "src",
    "source": "src",
    "embed": "src",
    "object": "data",
    "meta": "content",
    "time": "datetime",
    "data": "value",
    "meter": "value",
}


class _Words(NamedTuple):
    """The attributes by which a syntax marks things and their properties."""

    syntax: str
    scope: str
    type: str
    identifier: str
    property: str
    marked: Any
    signs: tuple[str, ...]
    """Spellings of the scope attribute in the source."""


_MICRODATA = _Words(
    "microdata",
    "itemscope",
    "itemtype",
    "itemid",
    "itemprop",
    etree.XPath("//*[@itemprop or @itemscope]"),
    ("itemscope", "itemScope"),
)
_RDFA = _Words(
    "rdfa",
    "typeof",
    "typeof",
    "resource",
    "property",
    etree.XPath("//*[@property or @typeof]"),
    ("typeof=",),
)


def microdata_nodes(tree: etree._Element, source: str | None = None) -> list[Node]:
    """Read the items below `tree` that are no value of another item's property, in page order.

    The text from which the tree was parsed, if given, tells cheaply that there are none.
    """
    return _nodes(tree, _MICRODATA, source)


def rdfa_nodes(tree: etree._Element, source: str | None = None) -> list[Node]:
    """Read the things below `tree` that are no value of another thing's property; `source` as for microdata."""
    return _nodes(tree, _RDFA, source)


def _nodes(tree: etree._Element, words: _Words, source: str | None) -> list[Node]:
    if source is not None and not any(sign in source for sign in words.signs):
        return []
    elements: Sequence[etree._Element] = words.marked(tree)[:_MOST_PROPERTIES]
    scopes = {element: _node(element, words) for element in elements if element.get(words.scope) is not None}
    if not scopes:
        return []
    owners = _Owners(tree, scopes)
    values = set()
    for element in elements:
        names = [name for name in element.get(words.property, "").split() if _is_known(name)]
        for owner in owners.of(element) if names else ():
            value = scopes.get(element) or _literal(element, names)
            values.add(element)
            for name in names:
                owner.add(name, value)
    return [node for element, node in scopes.items() if element not in values]


def _is_known(name: str) -> bool:
    """Whether a name is of schema.org: bare, prefixed or whole; pages mix in those of other vocabularies."""
    return ":" not in name or name.lower().startswith(("schema:", "http://schema.org/", "https://schema.org/"))


def _node(element: etree._Element, words: _Words) -> Node:
    identifier = element.get(words.identifier, "").strip()
    return Node(
        element,
        words.syntax,
        types=frozenset(map(local_name, element.get(words.type, "").split())),
        identifier=literal(identifier, element, words.identifier) if identifier else None,
    )


def _literal(element: etree._Element, names: Sequence[str]) -> Literal:
    """The value of a property by the rules for its element, with two habits of authors.

    `content` counts on every element, and a link that is said to be a name means its text.
    """
    attribute = "content" if element.get("content") is not None else _ATTRIBUTE_OF.get(str(element.tag))
    value = element.get(attribute) if attribute else None
    text = "".join(map(str, islice(element.itertext(), _PIECES)))[:LONGEST]
    if value is None or (attribute == "href" and text.strip() and not _NAMING.isdisjoint(map(local_name, names))):
        return literal(text, element)
    return literal(value, element, attribute)


class _Owners:
    """Finds the items to which a property belongs: the nearest around its element, and those that refer to it."""

    def __init__(self, tree: etree._Element, scopes: dict[etree._Element, Node]) -> None:
        self._scopes = scopes
        self._referring: dict[etree._Element, list[Node]] = defaultdict(list)
        self._known: dict[etree._Element, list[Node]] = {}
        referred = {element: element.get("itemref", "").split() for element in scopes if element.get("itemref")}
        if referred:
            by_id = {element.get("id"): element for element in tree.iter() if element.get("id")}
            for element, names in referred.items():
                for name in names:
                    if name in by_id and len(self._referring[by_id[name]]) < _MOST_REFERRING:
                        self._referring[by_id[name]].append(scopes[element])

    def of(self, element: etree._Element) -> list[Node]:
        """The items to which a property on `element` belongs."""
        path = []
        owners = list(self._referring.get(element, ()))
        node = element.getparent() if not owners else None
        while node is not None and node not in self._known:
            path.append(node)
            if node in self._scopes:
                self._known[node] = [self._scopes[node]]
            elif node in self._referring:
                self._known[node] = self._referring[node]
            else:
                node = node.getparent()
        owners += self._known[node] if node is not None else []
        for step in path:
            self._known.setdefault(step, owners)
        return owners
