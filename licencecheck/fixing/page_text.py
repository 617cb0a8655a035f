"""A page that is being mended: where things can be written into its text."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cached_property
from html import unescape

from licencecheck.documents.document import Document
from licencecheck.documents.front_matter import read_front_matter
from licencecheck.documents.html import HtmlDocument
from licencecheck.documents.markdown import MarkdownDocument
from licencecheck.fixing.edits import Edit
from licencecheck.fixing.front_matter import with_entry, with_entry_changed
from licencecheck.fixing.html import HtmlPlaces
from licencecheck.fixing.markdown import MarkdownPlaces
from licencecheck.fixing.obstacles import Obstacle
from licencecheck.fixing.values import with_value
from licencecheck.lines import Lines
from licencecheck.model import Fact, Location, Place, Role

_ELEMENT = re.compile(r'<(?:link|meta) (?:rel|name|property)="([^"]*)" (?:href|content)="([^"]*)"')
_FENCES = ("---", "+++")
_KEYS = {"canonical": "canonical_url"}
"""Front-matter keys of what has another name in HTML."""


class PageText:
    """One state of the text of a page, and the edits that it can take."""

    def __init__(self, document: Document, text: str, attribution: Collection[Fact]) -> None:
        """Take the text of `document`, in which `attribution` says something of its origin."""
        self._document = document
        self.text = text
        self._attribution = attribution

    def with_line(self, place: Place, line: str) -> Edit:
        """Write a line, in the markup of the page, at the top, the byline or the bottom of the article.

        Raises:
            Obstacle: there is no such place.
        """
        if place is Place.BOTTOM:
            return self._places.after_article(line)
        return self._places.at_byline(line) if place is Place.BYLINE else self._places.before_article(line)

    def with_statement(self, line: str) -> Edit:
        """State what `line` says, an element of the head or an entry of the front matter.

        Raises:
            Obstacle: there is no head, or the front matter cannot take it.
        """
        if isinstance(self._places, HtmlPlaces) and not self._begins_with_front_matter:
            return self._places.in_head(line)
        name, value = stated(line)
        return with_entry(self._document.path, self.text, _KEYS.get(name, name), value)

    def with_value(self, location: Location, old: str, new: str) -> Edit:
        """Write `new` in place of the address or value `old` at `location`.

        Raises:
            Obstacle: it does not stand there.
        """
        entry = self._document.front_matter.get(location.element or "")
        if entry is not None and entry.location == location:
            return with_entry_changed(self._document.path, self.text, entry, new)
        return with_value(self.text, self.offset(location), old, new, self._document.format)

    def offset(self, location: Location) -> int:
        """Give the offset of a place in the text.

        Raises:
            Obstacle: the place is not known.
        """
        if location.line is None or location.column is None:
            raise Obstacle("its place in the file cannot be told")
        return self._lines.start(location.line) + location.column - 1

    def text_at(self, location: Location, most: int) -> str:
        """Give the text from a place on, at most so many characters.

        Raises:
            Obstacle: the place is not known.
        """
        start = self.offset(location)
        return self.text[start : start + most]

    @property
    def _begins_with_front_matter(self) -> bool:
        """Whether an HTML page is a template: its generator writes the head."""
        return self.text.startswith(_FENCES) and read_front_matter(self._document.path, self.text) is not None

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.text)

    @cached_property
    def _places(self) -> HtmlPlaces | MarkdownPlaces:
        told = [fact for fact in self._attribution if fact.location.line and fact.location.column]
        attribution = [self.offset(fact.location) for fact in told]
        if isinstance(self._document, HtmlDocument):
            below = [fact for fact in told if fact.role is Role.CREDIT and fact.place is Place.BOTTOM]
            return HtmlPlaces(self._document, attribution, [self.offset(fact.location) for fact in below])
        if isinstance(self._document, MarkdownDocument):
            return MarkdownPlaces(self._document, attribution)
        raise TypeError(self._document.format)


def stated(line: str) -> tuple[str, str]:
    """Give name and value of a statement that is to be pasted: an element of the head, or `name: value`."""
    element = _ELEMENT.match(line)
    if element:
        return unescape(element[1]), unescape(element[2])
    name, _, value = line.partition(": ")
    return name, value
