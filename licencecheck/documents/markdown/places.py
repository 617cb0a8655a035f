"""From the rendered post back to the Markdown it was written in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from html import unescape
from itertools import accumulate
from typing import Any

from lxml import etree
from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token

from licencecheck.documents.document import Part
from licencecheck.documents.markdown.block_text import BlockText, Spot, TableRow
from licencecheck.documents.markdown.dialect import destination
from licencecheck.documents.markdown.inline_places import InlinePlaces
from licencecheck.documents.markdown.rendering import PAGE_START, first_pieces
from licencecheck.documents.positions import Positions
from licencecheck.lines import Lines

_HTML = frozenset({"html_inline", "html_block"})
_CELLS = frozenset({"th_open", "td_open"})
_DEFINITION = re.compile(r"\[((?:[^\[\]\\]|\\.)++)\]:[ \t]*+(<?)", re.DOTALL)


class PostPlaces:
    """Places in a post.

    The place of a node in the rendered HTML leads to the piece that holds it, the piece to the token that it was
    rendered from, and the token to the source.
    """

    def __init__(
        self,
        lines: Lines,
        first_line: int,
        positions: Positions,
        tokens: Sequence[Token],
        pieces: Sequence[str],
        definitions: Mapping[str, Mapping[str, Any]],
    ) -> None:
        """Take the post that begins in `first_line` of the file, as parsed, rendered and read as HTML."""
        self._lines = lines
        self._first_line = first_line
        self._positions = positions
        self._tokens = tokens
        self._pieces = pieces
        self._definitions = definitions
        self._first_pieces = first_pieces(tokens)
        self._begins = list(accumulate(map(len, pieces), initial=len(PAGE_START)))
        self._inline: dict[int, InlinePlaces] = {}
        self._rows: dict[int, TableRow] = {}
        self._cells: dict[int, int] = {}

    def element(self, node: etree._Element) -> Spot:
        """Give the place where what became a node begins."""
        return self._spot(self._positions.start(node))

    def attribute(self, node: etree._Element, name: str) -> Spot:
        """Give the place of the value of an attribute that is written in the post."""
        offset = self._positions.attribute(node, name)
        number = self._piece(offset)
        if offset is None or number is None:
            return Spot()
        block, child = self._leaf(number)
        token = self._token(number)
        if token.type in _HTML:
            return self._spot(offset)
        if child is None or token.type not in {"link_open", "image"}:
            return Spot()
        inline = self._inline_places(block)
        if name in {"href", "src"}:
            at = inline.destination(child)
            return self._in_block(block, at) if at is not None else self._definition(block, child)
        at = inline.title(child) if name == "title" else inline.description(child)
        return self._in_block(block, at) if at is not None else Spot()

    def text(self, node: etree._Element, part: Part, index: int) -> Spot:
        """Give the place of a character of a node's text."""
        return self._spot(self._positions.text(node, part, index))

    def _piece(self, offset: int | None) -> int | None:
        """Give the number of the piece of HTML that holds an offset."""
        number = bisect_right(self._begins, offset) - 1 if offset is not None else -1
        return number if 0 <= number < len(self._pieces) else None

    def _leaf(self, number: int) -> tuple[int, int | None]:
        """Give the index of the block token that became piece `number`, and of an inline block that of its child."""
        block = bisect_right(self._first_pieces, number) - 1
        return block, number - self._first_pieces[block] if self._tokens[block].type == "inline" else None

    def _token(self, number: int) -> Token:
        block, child = self._leaf(number)
        token = self._tokens[block]
        return token if child is None or token.children is None else token.children[child]

    def _spot(self, offset: int | None) -> Spot:
        """Give the place of what is at an offset of the HTML: a character of text, or the beginning of a tag."""
        number = self._piece(offset)
        if offset is None or number is None:
            return Spot()
        block, child = self._leaf(number)
        token = self._token(number)
        inside = offset - self._begins[number]
        if token.type not in _HTML:
            tags = self._pieces[number].rfind("<code", 0, inside)
            opening = self._pieces[number].find(">", tags) + 1 if tags >= 0 else 0
            is_tag = inside < opening or self._pieces[number].startswith("<", inside)
            inside = len(unescape(self._pieces[number][opening:inside]))
            if is_tag:
                return self._beginning(block, child)
        if child is not None:
            return self._in_block(block, self._inline_places(block).text(child, inside))
        return self._in_block(block, inside) if token.content else self._beginning(block, child)

    def _beginning(self, block: int, child: int | None) -> Spot:
        """Give the place where a token begins."""
        if child is not None:
            return self._in_block(block, self._inline_places(block).starts[child])
        token = self._tokens[block]
        if block + 1 < len(self._tokens) and self._tokens[block + 1].type == "inline" and token.tag[0] in "pt":
            return self._in_block(block + 1, 0)
        if token.map is None:
            return Spot()
        line = self._first_line + token.map[0]
        text = self._lines[line]
        return Spot(line, len(text) - len(text.lstrip()) + 1 if token.level == 0 else None)

    def _inline_places(self, block: int) -> InlinePlaces:
        if block not in self._inline:
            token = self._tokens[block]
            self._inline[block] = InlinePlaces(token.content, token.children or ())
        return self._inline[block]

    def _in_block(self, block: int, offset: int | None) -> Spot:
        """Give the place of the character at `offset` of the text of a block."""
        token, before = self._tokens[block], self._tokens[block - 1]
        first = self._first_line + (token.map[0] if token.map else 0)
        if token.type == "inline" and before.type in _CELLS:
            number = self._cell_numbers()[block]
            if first not in self._rows:
                # Between the texts of two cells stand the end of one and the start of the next.
                leading = self._tokens[block - 3 * number]
                self._rows[first] = TableRow(first, self._lines, leading.content)
            return self._rows[first].spot(number, token.content, offset)
        heading = token.type == "inline" and before.markup.startswith("#")
        return BlockText(token, self._lines, first + (token.type == "fence"), heading=heading).spot(offset)

    def _cell_numbers(self) -> dict[int, int]:
        """Give for the block of each table cell its number in its row."""
        if not self._cells:
            number = 0
            for block, token in enumerate(self._tokens):
                if token.type == "tr_open":
                    number = 0
                elif token.type in _CELLS:
                    self._cells[block + 1] = number
                    number += 1
        return self._cells

    def _definition(self, block: int, child: int) -> Spot:
        """Give the place of the URL in the definition that a link names, `[1]: https://...`."""
        label = self._inline_places(block).definition(child)
        name = normalizeReference(label) if label is not None else ""
        definition = self._definitions.get(name)
        if definition is None:
            return Spot()
        first, behind = (self._first_line + line for line in definition["map"])
        for line in range(first, behind):
            text = self._lines[line]
            for match in _DEFINITION.finditer(text):
                url = destination(text, match.start(2), len(text))
                if normalizeReference(match[1]) == name and url.ok and url.str == definition["href"]:
                    return Spot(line, match.end() + 1)
        return Spot()
