"""Markdown posts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from markdown_it.token import Token

from licencecheck.documents.document import Document, Part
from licencecheck.documents.front_matter import read_front_matter
from licencecheck.documents.markdown.block_text import Spot
from licencecheck.documents.markdown.dialect import dialect
from licencecheck.documents.markdown.places import PostPlaces
from licencecheck.documents.markdown.rendering import PAGE_END, PAGE_START, render
from licencecheck.documents.parsing import parse
from licencecheck.documents.positions import Positions
from licencecheck.documents.unreadable import UnreadableError
from licencecheck.lines import Lines
from licencecheck.model import Location

_MOST_LINES = 50_000


@dataclass(slots=True, kw_only=True)
class MarkdownDocument(Document):
    """A post, rendered as a page without style; places are looked up when the first one is asked for."""

    html: str
    """The rendered post as parsed."""
    pieces: list[str]
    """The HTML of each token, behind the opening tags of the page."""
    tokens: list[Token]
    definitions: dict[str, dict[str, Any]]
    """Link definitions by folded label, as the parser keeps them."""
    body: int
    """Offset in the source at which the post begins."""
    _post_lines: Lines | None = field(default=None, init=False, repr=False)
    _places: PostPlaces | None = field(default=None, init=False, repr=False)

    def element_at(self, element: etree._Element, attribute: str | None = None) -> Location:
        """Place of what became the element or, with `attribute`, of the first character of that attribute's value."""
        places = self._post_places()
        return self._location(element, places.attribute(element, attribute) if attribute else places.element(element))

    def text_at(self, element: etree._Element, part: Part, index: int = 0) -> Location:
        """Place of character `index` of `element.text` or `element.tail`."""
        return self._location(element, self._post_places().text(element, part, index))

    def post_lines(self) -> Lines:
        """Give the lines as the parser counts them."""
        if self._post_lines is None:
            self._post_lines = Lines(self.source, commonmark=True)
        return self._post_lines

    def _post_places(self) -> PostPlaces:
        if self._places is None:
            lines = self.post_lines()
            first_line, _ = lines.place(self.body)
            positions = Positions(self.html, self.tree)
            self._places = PostPlaces(lines, first_line, positions, self.tokens, self.pieces, self.definitions)
        return self._places

    def _location(self, element: etree._Element, spot: Spot) -> Location:
        if spot.line is None:
            return Location(self.path, element=self._paths.path(element))
        offset = self.post_lines().start(spot.line) + (spot.column or 1) - 1
        line, column = self.lines.place(offset)
        return Location(self.path, line, spot.column and column, self._paths.path(element))


def read_markdown(path: str, text: str, url: str | None, max_elements: int) -> MarkdownDocument:
    """Parse a post once, and what it renders to once. Raises UnreadableError where it cannot be read in full."""
    front_matter = read_front_matter(path, text)
    body = front_matter.body if front_matter else 0
    if max(text.count("\n"), text.count("\r")) > _MOST_LINES:
        raise UnreadableError(f"The post has more than {_MOST_LINES:,} lines")
    environment: dict[str, Any] = {}
    try:
        tokens = dialect().parse(text[body:], environment)
        pieces = render(tokens)
    except RecursionError:
        raise UnreadableError(
            "The post could not be read in full: its links or pictures are nested too deeply"
        ) from None
    tree, html = parse("".join([PAGE_START, *pieces, PAGE_END]), max_elements)
    return MarkdownDocument(
        path=path,
        url=url,
        format="markdown",
        tree=tree,
        front_matter=front_matter.entries if front_matter else {},
        source=text,
        html=html,
        pieces=pieces,
        tokens=tokens,
        definitions=environment.get("references", {}),
        body=body,
    )
