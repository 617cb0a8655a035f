"""Things and their properties, as JSON-LD, microdata and RDFa Lite state them in the words of schema.org."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from licencecheck.evidence.structured.json_places import JsonPlace
from licencecheck.text import bare, squeeze
from licencecheck.urls import url_key

LONGEST = 1_000
"""Characters of a value that are read."""
_MOST_VALUES = 50
_MOST_NODES = 5_000
ARTICLES = frozenset(
    "article newsarticle reportagenewsarticle analysisnewsarticle opinionnewsarticle backgroundnewsarticle "  # noqa: SIM905
    "reviewnewsarticle askpublicnewsarticle advertisercontentarticle satiricalarticle blogposting liveblogposting "
    "socialmediaposting techarticle scholarlyarticle report".split()
)
PAGES = frozenset("webpage itempage creativework review translation mediaobject".split())  # noqa: SIM905
_AWAY = frozenset(
    "haspart itemlistelement comment citation image video mentions about review relatedlink significantlink "  # noqa: SIM905
    "breadcrumb logo thumbnail associatedmedia subjectof publisher author creator blogpost isbasedon isbasedonurl "
    "translationofwork worktranslation exampleofwork sameas".split()
)


class Literal(NamedTuple):
    """A plain value and where it stands."""

    text: str
    """White space folded."""
    element: etree._Element
    attribute: str | None = None
    """The attribute that holds it; None: the text of the element."""
    place: JsonPlace | None = None
    """In the JSON of a script."""


@dataclass(slots=True, eq=False)
class Node:
    """A thing with properties; names of types and properties are local and in lower case."""

    element: etree._Element
    syntax: str
    types: frozenset[str] = frozenset()
    identifier: Literal | None = None
    properties: dict[str, list[Node | Literal]] = field(default_factory=dict)

    def add(self, name: str, value: Node | Literal) -> None:
        """Add a value, unless the property has too many already."""
        values = self.properties.setdefault(local_name(name), [])
        if len(values) < _MOST_VALUES:
            values.append(value)

    def texts(self, *names: str) -> Iterator[Literal]:
        """Plain values of the properties `names`, in their order."""
        for name in names:
            for value in self.properties.get(name, ()):
                if isinstance(value, Literal):
                    yield value

    def first(self, *names: str) -> Literal | None:
        """The first plain value of the properties `names`."""
        return next(self.texts(*names), None)


def local_name(name: str) -> str:
    """Take a name out of its vocabulary: `https://schema.org/isBasedOn` and `schema:isBasedOn` are `isbasedon`."""
    return name.strip().rstrip("/").rpartition("/")[2].rpartition("#")[2].rpartition(":")[2].lower()


def literal(
    text: str, element: etree._Element, attribute: str | None = None, *, place: JsonPlace | None = None
) -> Literal:
    """Make a plain value, cut to a bounded length."""
    return Literal(squeeze(text[:LONGEST]), element, attribute, place)


def by_identifier(nodes: Iterable[Node]) -> dict[str, Node]:
    """The nodes with properties that have an identifier, among `nodes` and all that they hold."""
    found: dict[str, Node] = {}
    waiting = list(nodes)[::-1]
    for _ in range(_MOST_NODES):
        if not waiting:
            break
        node = waiting.pop()
        if node.identifier and node.properties:
            found.setdefault(node.identifier.text, node)
        waiting += [value for values in node.properties.values() for value in values if isinstance(value, Node)][::-1]
    return found


def about_this_page(tops: Iterable[Node], named: Mapping[str, Node]) -> list[Node]:
    """The nodes that are reached from `tops` other than as parts, comments, references, pictures or people.

    `named` resolves references by identifier.
    """
    found: dict[int, Node] = {}
    waiting = list(tops)[::-1]
    while waiting and len(found) < _MOST_NODES:
        node = resolved(waiting.pop(), named)
        if id(node) in found:
            continue
        found[id(node)] = node
        for name, values in node.properties.items():
            if name not in _AWAY:
                waiting += [value for value in reversed(values) if isinstance(value, Node)]
    return list(found.values())


def resolved(node: Node, named: Mapping[str, Node]) -> Node:
    """The node that a mere reference means."""
    return node if node.properties or node.identifier is None else named.get(node.identifier.text, node)


def best_article(nodes: Iterable[Node], title: str | None, urls: Collection[str]) -> Node | None:
    """The node of the article: of several, the one with the page's address, else with its title, else the first."""
    keys = {url_key(url) for url in urls}
    key = bare(title or "")

    def fitness(node: Node) -> tuple[bool, bool]:
        stated = [text.text for text in node.texts("url", "mainentityofpage", "@id")]
        stated += [
            v.identifier.text
            for v in node.properties.get("mainentityofpage", ())
            if isinstance(v, Node) and v.identifier
        ]
        headings = [bare(text.text) for text in node.texts("headline", "name")]
        return any(url_key(url) in keys for url in stated), any(h and key and (h in key or key in h) for h in headings)

    articles = [node for node in nodes if node.types & ARTICLES]
    return max(articles, key=fitness, default=None)
