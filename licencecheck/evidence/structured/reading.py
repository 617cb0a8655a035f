"""What a page states of its article for machines: JSON-LD, microdata, RDFa and microformats."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from lxml import etree

from licencecheck.documents.document import Document
from licencecheck.evidence.head.dates import date_of
from licencecheck.evidence.head.metadata import Metadata
from licencecheck.evidence.structured.json_ld import json_nodes
from licencecheck.evidence.structured.json_places import JsonPlace
from licencecheck.evidence.structured.marks import marks_of
from licencecheck.evidence.structured.microdata import microdata_nodes, rdfa_nodes
from licencecheck.evidence.structured.nodes import (
    ARTICLES,
    PAGES,
    Literal,
    Node,
    about_this_page,
    best_article,
    by_identifier,
    resolved,
)
from licencecheck.model import Location

_NAMES = {
    "publisher": "publisher",
    "provider": "provider",
    "sourceorganization": "sourceOrganization",
    "copyrightholder": "copyrightHolder",
    "translator": "translator",
}
_TEXTS = {
    "headline": "headline",
    "datepublished": "datePublished",
    "inlanguage": "inLanguage",
    "copyrightyear": "copyrightYear",
    "copyrightnotice": "copyrightNotice",
    "credittext": "creditText",
    "isaccessibleforfree": "isAccessibleForFree",
}
_ADDRESSES = {
    "isbasedon": "isBasedOn",
    "isbasedonurl": "isBasedOn",
    "translationofwork": "translationOfWork",
    "exampleofwork": "exampleOfWork",
    "sameas": "sameAs",
    "license": "license",
    "usageinfo": "usageInfo",
    "acquirelicensepage": "acquireLicensePage",
    "mainentityofpage": "mainEntityOfPage",
    "url": "url",
}
_OF_PAGES = frozenset(
    "license copyrightholder copyrightyear copyrightnotice credittext isbasedon isbasedonurl translationofwork "  # noqa: SIM905
    "sourceorganization publisher usageinfo isaccessibleforfree".split()
)
_AUTHORS = ("author", "creator")
_INSTITUTIONS = ("affiliation", "worksfor", "memberof")
_ORGANIZATIONS = frozenset("organization newsmediaorganization corporation governmentorganization ngo".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Value:
    """One value that is stated of the article."""

    property: str
    """As the vocabulary writes it: `isBasedOn`, `cc:attributionURL`, `u-repost-of`."""
    value: str
    """White space folded, at most 1,000 characters; of a thing its address or name."""
    syntax: str
    """`json-ld`, `microdata`, `rdfa` or `microformats`."""
    element: etree._Element
    attribute: str | None = None
    """The attribute that holds the value; None: the text of the element."""
    place: JsonPlace | None = field(default=None, compare=False, repr=False)
    """In the JSON of a script."""
    name: str | None = None
    """Of the thing, where the value is its address."""

    def location(self, document: Document) -> Location:
        """Where in the file it stands; of what cannot be found in a script, where that begins."""
        index = self.place.offset if self.place else None
        if index is not None:
            return document.text_at(self.element, "text", index)
        return document.element_at(self.element, self.attribute)


class StatedAuthor(NamedTuple):
    """An author of the article; `stated` holds the name, or the address where no name is given."""

    stated: Value
    institution: str | None = None
    url: str | None = None
    is_organization: bool = False


class Structured(NamedTuple):
    """Everything that a page states of its article for machines."""

    values: tuple[Value, ...] = ()
    """JSON-LD first, then microdata, RDFa and microformats, each in page order."""
    authors: tuple[StatedAuthor, ...] = ()
    sites: tuple[str, ...] = ()
    """Names of the website that the page is part of."""
    unreadable: tuple[etree._Element, ...] = ()
    """JSON-LD scripts that are no JSON."""

    def of(self, *properties: str) -> tuple[Value, ...]:
        """The values of the properties with these names."""
        return tuple(value for value in self.values if value.property in properties)

    @property
    def published(self) -> date | None:
        """The first day that is stated as that of publication."""
        return next((day for value in self.of("datePublished") if (day := date_of(value.value))), None)


def structured_of(tree: etree._Element, metadata: Metadata, source: str | None = None) -> Structured:
    """Read what is stated below the root element `tree` about the article itself.

    Of several articles, the one with the address or title that `metadata` gives is meant. Parts, comments, references,
    pictures and lists of other articles are left out. The text from which the tree was parsed, if given as `source`,
    spares the search for syntaxes of which it holds no sign.
    """
    urls = [meta.value for meta in (*metadata.canonicals, *metadata.self_urls)]
    tops, broken = json_nodes(metadata.data_scripts)
    values: list[Value] = []
    authors: list[StatedAuthor] = []
    sites: list[str] = []
    for nodes in filter(None, (tops, microdata_nodes(tree, source), rdfa_nodes(tree, source))):
        named = by_identifier(nodes)
        related = about_this_page(nodes, named)
        sites += [name.text for node in related if "website" in node.types for name in node.texts("name")]
        article = best_article(related, metadata.title, urls)
        pages = [node for node in related if node.types & PAGES and not node.types & ARTICLES]
        if article is None and pages:
            article = pages.pop(0)
        if article is not None:
            values += _values(article, named, _NAMES.keys() | _TEXTS.keys() | _ADDRESSES.keys())
            authors += _authors(article, named)
        for page in pages:
            values += _values(page, named, _OF_PAGES)
    for mark in marks_of(tree, source):
        value = Value(mark.property, mark.value, mark.syntax, mark.element, mark.attribute)
        if not value.value:
            continue
        values.append(value)
        if mark.property in {"cc:attributionName", "p-author", "dct:creator"}:
            authors.append(StatedAuthor(value))
    return Structured(tuple(values), tuple(authors), tuple(sites), tuple(broken))


def _values(node: Node, named: Mapping[str, Node], names: Collection[str]) -> Iterator[Value]:
    for name, values in node.properties.items():
        for value in values if name in names else ():
            thing = resolved(value, named) if isinstance(value, Node) else value
            if name in _ADDRESSES:
                yield from _address(_ADDRESSES[name], thing, node.syntax)
            else:
                text = _name_of(thing)
                if text:
                    yield _value(_NAMES.get(name) or _TEXTS[name], text, node.syntax)


def _address(name: str, thing: Node | Literal, syntax: str) -> Iterator[Value]:
    """The address of a thing, with its name; only its name where it has no address."""
    if isinstance(thing, Literal):
        yield _value(name, thing, syntax)
        return
    called = _name_of(thing)
    address = thing.first("url", "sameas")
    if address is None and thing.identifier and "://" in thing.identifier.text:
        address = thing.identifier
    if address:
        yield _value(name, address, syntax, called.text if called else None)
    elif called:
        yield _value(name, called, syntax)


def _name_of(thing: Node | Literal) -> Literal | None:
    if isinstance(thing, Literal):
        return thing if thing.text else None
    stated = thing.first("name", "legalname", "headline", "alternatename")
    given, family = thing.first("givenname"), thing.first("familyname")
    if stated is None and given and family:
        return Literal(f"{given.text} {family.text}", given.element, given.attribute, given.place)
    return stated or given or family


def _authors(article: Node, named: Mapping[str, Node]) -> Iterator[StatedAuthor]:
    for name in _AUTHORS:
        for value in article.properties.get(name, ()):
            thing = resolved(value, named) if isinstance(value, Node) else value
            if isinstance(thing, Literal):
                yield StatedAuthor(_value("author", thing, article.syntax))
                continue
            called, address = _name_of(thing), thing.first("url", "sameas")
            stated = called or address
            if stated is None:
                continue
            yield StatedAuthor(
                _value("author", stated, article.syntax),
                institution=_institution_of(thing, named),
                url=address.text if address else None,
                is_organization=bool(thing.types & _ORGANIZATIONS),
            )


def _institution_of(person: Node, named: Mapping[str, Node]) -> str | None:
    for name in _INSTITUTIONS:
        for value in person.properties.get(name, ()):
            called = _name_of(resolved(value, named) if isinstance(value, Node) else value)
            if called:
                return called.text
    return None


def _value(name: str, text: Literal, syntax: str, called: str | None = None) -> Value:
    return Value(name, text.text, syntax, text.element, text.attribute, text.place, called)
