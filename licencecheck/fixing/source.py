"""The text of a file and the bytes that it came from: what is not edited comes out as it went in."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Self

from licencecheck.documents.decoding import declared_codec, decode
from licencecheck.fixing.edits import Edit
from licencecheck.fixing.obstacles import Obstacle

_MARKS = frozenset(
    {
        b"",
        codecs.BOM_UTF8,
        codecs.BOM_UTF16_LE,
        codecs.BOM_UTF16_BE,
        codecs.BOM_UTF32_LE,
        codecs.BOM_UTF32_BE,
    }
)
_LINE_END = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text as a file holds it."""

    text: str
    """Without byte order mark."""
    encoding: str
    mark: bytes

    is_html: bool

    @classmethod
    def of(cls, data: bytes, *, is_html: bool) -> Self:
        """Decode `data`.

        Raises:
            Obstacle: it could not be written again as it is.
        """
        text, encoding = decode(data)
        encoded = text.encode(encoding, "replace")
        mark = data.removesuffix(encoded)
        if mark not in _MARKS or not data.endswith(encoded):
            raise Obstacle(f"the file holds bytes that are no text in {encoding}; save it in UTF-8 first")
        if is_html and not mark and data.isascii():
            encoding = _of_plain(data)
        return cls(text=text, encoding=encoding, mark=mark, is_html=is_html)

    def writable(self, edit: Edit) -> Edit:
        """The edit in characters of the encoding; in HTML others are written by their number.

        Raises:
            Obstacle: there are others, and the page is no HTML.
        """
        try:
            written = edit.text.encode(self.encoding, "xmlcharrefreplace" if self.is_html else "strict")
        except UnicodeEncodeError as error:
            character = edit.text[error.start]
            raise Obstacle(f"{self.encoding} has no “{character}”; save the file in UTF-8 first") from None
        return Edit(edit.start, edit.end, written.decode(self.encoding))

    def holds(self, text: str) -> bool:
        """Whether the bytes of `text` would be read as it."""
        return decode(self.encode(text)).text == text

    def encode(self, text: str) -> bytes:
        """Encode what `writable` edits have made of the text."""
        return self.mark + text.encode(self.encoding)


def _of_plain(data: bytes) -> str:
    """The encoding in which browsers read ASCII with what is added to it: as declared, else nobody knows."""
    declared = declared_codec(data)
    return declared if declared and data.decode(declared, "replace") == data.decode() else "ascii"


def line_end_at(text: str, offset: int) -> str:
    """Give the line end that is used at `offset`: the next one, else the last one before; LF in a single line."""
    following = _LINE_END.search(text, offset)
    if following is None:
        line = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset))
        following = _LINE_END.search(text, max(line - 1, 0))
    return following[0] if following else "\n"
