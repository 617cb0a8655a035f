"""HTML pages."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from licencecheck.documents.decoding import Decoded
from licencecheck.documents.document import Document, Part
from licencecheck.documents.front_matter import read_front_matter
from licencecheck.documents.parsing import parse
from licencecheck.documents.positions import Positions
from licencecheck.model import Location

_NOT_LINE_END = re.compile(r"[^\r\n]")
_SPACES = re.compile(r"\s*")


def read_html(path: str, data: bytes, decoded: Decoded, url: str | None, max_elements: int) -> HtmlDocument:
    """Parse a page once. Raises UnreadableError where it cannot be read in full."""
    source = decoded.text
    front_matter = read_front_matter(path, source) if source.startswith(("---", "+++")) else None
    if front_matter:
        source = _NOT_LINE_END.sub(" ", source[: front_matter.body]) + source[front_matter.body :]
    untouched = source is decoded.text and decoded.encoding == "utf-8"
    tree, source = parse(source, max_elements, data.removeprefix(BOM_UTF8) if untouched else None)
    return HtmlDocument(
        path=path,
        url=url,
        format="html",
        tree=tree,
        front_matter=front_matter.entries if front_matter else {},
        source=source,
    )


@dataclass(slots=True, kw_only=True)
class HtmlDocument(Document):
    """An HTML page, whose source is as parsed; places are looked up when the first one is asked for."""

    _positions: Positions | None = field(default=None, init=False, repr=False)

    def element_at(self, element: etree._Element, attribute: str | None = None) -> Location:
        """Place of the first character of a start tag or, with `attribute`, of that attribute's value without space."""
        positions = self.positions
        offset = positions.attribute(element, attribute) if attribute else positions.start(element)
        spaces = _SPACES.match(self.source, offset) if offset is not None else None
        return self._location(element, spaces.end() if spaces else None)

    def text_at(self, element: etree._Element, part: Part, index: int = 0) -> Location:
        """Place of character `index` of `element.text` or `element.tail`."""
        return self._location(element, self.positions.text(element, part, index))

    def interruptions(self, element: etree._Element, part: Part) -> Sequence[int]:
        """Indices in `element.text` or `element.tail` where markup or a character reference stands."""
        return self.positions.interruptions(element, part)

    @property
    def positions(self) -> Positions:
        """Offsets in the source, for those who write into it."""
        if self._positions is None:
            self._positions = Positions(self.source, self.tree)
        return self._positions

    def _location(self, element: etree._Element, offset: int | None) -> Location:
        line, column = self.lines.place(offset) if offset is not None else (None, None)
        return Location(self.path, line, column, self._paths.path(element))
