"""Fold a text for matching without losing the way back to its characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence
from functools import cache
from typing import NamedTuple

from licencecheck import text as names

_FOLDED = (
    *range(0xA0, 0x250),  # Latin
    *range(0x2B0, 0x300),
    *range(0x370, 0x460),  # Greek, Cyrillic
    *range(0x590, 0x600),  # Hebrew
    *range(0x600, 0x700),  # Arabic
    *range(0x900, 0xA00),  # Devanagari, Bengali
    *range(0x2000, 0x2070),  # spaces, dashes, quotes, invisible characters
    0x2212,
    *range(0x3000, 0x3040),  # CJK punctuation
    *range(0xFE50, 0xFE70),
    0xFEFF,
    *range(0xFF01, 0xFFF0),  # full and half width
)
END = 10_000
"""How many characters at each end of an overlong text are looked at."""

_ASCII = bytes(range(128))
_MARKS = (*range(0x300, 0x370), *range(0xFE00, 0xFE10))
_ALIKE = str.maketrans("łøđı‚‟《》〈〉「」『』【】〔〕ىٱ־۔।", "lodi'" + '"' * 9 + "[][]يا-..") | {
    **dict.fromkeys((*range(0x591, 0x5BE), *range(0x5BF, 0x5C8), 0x93C, 0x9BC), ""),  # Hebrew points, Indic dots below
    **{sign: chr(sign - 0x38) for sign in (*range(0x93E, 0x94D), *range(0x9BE, 0x9CD))},  # Indic vowels
    **dict.fromkeys((0x900, 0x901, 0x902, 0x981, 0x982), "\u0919"),
    **dict.fromkeys((0x94D, 0x9CD), "\u093d"),
}
"""What letters without a plain form, brackets, quotes and full stops become; Indic signs letters, as parts of words."""


class Folded(NamedTuple):
    """A text folded for matching; `original` says where each place of it stands in the text as given."""

    source: str
    text: str
    """Lower case without accents and invisible characters, plain quotes and dashes, single spaces, none at the ends."""
    offsets: Sequence[int] | None
    """Index in `source` of each character of `text`; None where both are the same."""

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Half-open range of `source` that the range `start` to `end` (not empty) of `text` was made from."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1


@cache
def _table() -> dict[int, str | None]:
    """What each character folds to: one character, or None if it is dropped; longer foldings are left alone."""
    table: dict[int, str | None] = dict.fromkeys(_MARKS)
    for code in _FOLDED:
        char = chr(code)
        whole = names.fold(char).translate(_ALIKE)
        plain = unicodedata.normalize("NFD", names.fold(char))[:1].translate(_ALIKE) or (
            " " if char.isspace() else None
        )
        if plain is None or (len(whole) <= 1 and plain != char):
            table[code] = plain
    return table


def fold(text: str) -> Folded:
    """Fold `text`; line breaks are white space like any other, and of an overlong text only both ends are kept."""
    if len(text) > 2 * END:
        return _fold_slowly(text, (*range(END), *range(len(text) - END, len(text))))
    flat = _plain(text).lower()
    if len(flat) == len(text) and _has_single_spaces(flat):
        return Folded(text, flat, None)
    return _fold_slowly(text, range(len(text)))


def _has_single_spaces(text: str) -> bool:
    """Whether no white space of a text would be folded away."""
    if text.isprintable() and "  " not in text:  # the common case, without a copy of all words
        return not (text.startswith(" ") or text.endswith(" "))
    return " ".join(text.split()) == text


def fold_lines(text: str, beyond: Collection[str] | None = None) -> str:
    """Fold a text without a way back, white space aside: quicker where it has many lines.

    `beyond` are its characters that are none of ASCII, where they are known already.
    """
    return _plain(text, beyond).lower()


def beyond_ascii(text: str) -> set[str]:
    """The characters of a text that are none of ASCII."""
    if text.isascii():
        return set()
    return set(text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass"))


def _plain(text: str, beyond: Collection[str] | None = None) -> str:
    """The text with each character replaced by what it folds to."""
    if text.isascii():
        return text
    table = _table()
    for char in beyond_ascii(text) if beyond is None else beyond:
        plain = table.get(ord(char), char)
        if plain != char:
            text = text.replace(char, plain or "")
    return text


def _fold_slowly(text: str, indices: Sequence[int]) -> Folded:
    table = _table()
    chars: list[str] = []
    offsets: list[int] = []
    for index in indices:
        plain = table.get(ord(text[index]), text[index])
        if plain is None:
            continue
        plain = " " if plain.isspace() else plain.lower()[:1]
        if plain == " " and (not chars or chars[-1] == " "):
            continue
        chars.append(plain)
        offsets.append(index)
    if chars and chars[-1] == " ":
        chars.pop()
        offsets.pop()
    return Folded(text, "".join(chars), offsets)
