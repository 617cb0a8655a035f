"""Words and names: normalise, fold, compare."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

EXCERPT = 300
"""Longest excerpt of a page, in characters, that may leave the process."""

_DASHES = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-")
_QUOTES = dict.fromkeys("\u2018\u2019\u201b\u02bc\u0060\u00b4", "'") | dict.fromkeys(
    "\u201c\u201d\u201e\u00ab\u00bb", '"'
)
_INVISIBLE = dict.fromkeys(
    map(chr, [0x00AD, *range(0x200B, 0x2010), 0x2060, 0xFEFF, *range(0x064B, 0x0653), 0x0640]), ""
)
_PLAIN = _DASHES | _QUOTES | _INVISIBLE
_NOT_ALNUM = dict.fromkeys(code for code in range(128) if not chr(code).isalnum())
_SPACED = dict.fromkeys(_NOT_ALNUM, " ")
UNSPACED = r"[\u3040-\u30ff\u3400-\u9fff]"
"""A character of a script that parts no words: kana and Chinese characters."""
_BEYOND_ALPHABETS = re.compile(r"[^\0-\u303f]")
_WORD = r"[^\W_]+"
_WORD_OR_UNSPACED = rf"{UNSPACED}|{_WORD}"
_ARTICLES = frozenset(
    ["a", "an", "das", "de", "der", "die", "el", "het", "il", "la", "le", "les", "lo", "los", "o", "the"]
)
_SAME_SHARE = 0.6


@cache
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Compile `pattern` when it is first needed: most of those that a language or a rare case asks for never are."""
    return re.compile(pattern, flags)


def may_be_unspaced(text: str) -> bool:
    """Whether `text` holds a character that stands behind all alphabets, as those of `UNSPACED` do.

    Patterns that name so many characters take long to compile; of other text a pattern without them is asked.
    """
    return not text.isascii() and _BEYOND_ALPHABETS.search(text) is not None


def is_unspaced(character: str) -> bool:
    """Whether a character is one of `UNSPACED`."""
    return "\u3040" <= character <= "\u30ff" or "\u3400" <= character <= "\u9fff"


def squeeze(text: str) -> str:
    """Fold every run of white space to one space and strip."""
    return " ".join(text.split())


def excerpt(text: str, length: int = EXCERPT) -> str:
    """Shorten `text` to `length` characters with an ellipsis, white space folded."""
    text = squeeze(text)
    return text if len(text) <= length else text[: length - 1].rstrip() + "\u2026"


def enumerated(things: Iterable[str], conjunction: str) -> str:
    """List things as a sentence does: `A, B or C`."""
    *others, last = things
    return f"{', '.join(others)} {conjunction} {last}" if others else last


def plain(text: str) -> str:
    """NFKC with plain dashes, quotes and spaces and no invisible characters; keeps case.

    Not of the same length as `text`: offsets do not carry over.
    """
    if text.isascii():
        return squeeze(text.replace("`", "'"))
    text = unicodedata.normalize("NFKC", text)
    for char in _PLAIN.keys() & set(text):  # few of them: quicker than to translate every character
        text = text.replace(char, _PLAIN[char])
    return squeeze(text)


def fold(text: str) -> str:
    """`plain` text for comparing: case folded, without the dot of the Turkish capital."""
    return plain(text).casefold().replace("\u0307", "")


def words(text: str) -> list[str]:
    """Folded words without punctuation; each CJK character is a word of its own."""
    if text.isascii():
        return text.lower().translate(_SPACED).split()
    text = fold(text)
    return compiled(_WORD_OR_UNSPACED if may_be_unspaced(text) else _WORD).findall(text)


def bare(text: str) -> str:
    """Folded letters and digits only, accents stripped: `The Bürger-Post` -> `theburgerpost`."""
    if text.isascii():
        return text.lower().translate(_NOT_ALNUM)
    text = unicodedata.normalize("NFD", fold(text))
    return "".join(filter(str.isalnum, text))


@lru_cache(maxsize=1024)
def _words_of_name(name: str) -> frozenset[str]:
    return frozenset(words(name)) - _ARTICLES


def same_name(a: str, b: str) -> bool:
    """Whether two names are of the same party or person.

    True for equal word sets (so "DOE, Jane" is "Jane Doe"), for names that differ only by a leading article, and for
    names of which one holds all words of the other and these are at least three fifths of it.
    """
    first, second = _words_of_name(a), _words_of_name(b)
    if not first or not second:
        return bool(words(a)) and words(a) == words(b)
    if first == second or bare(a) == bare(b):
        return True
    return (first <= second or second <= first) and len(first & second) / len(first | second) >= _SAME_SHARE
