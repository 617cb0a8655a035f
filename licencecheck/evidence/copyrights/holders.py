"""Who holds a copyright: the names in the words after a copyright sign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from licencecheck.evidence.data import load
from licencecheck.evidence.phrases.folding import Folded, fold
from licencecheck.text import squeeze

_LONGEST = 100
"""Characters of the longest name."""
_MOST_WORDS = 12
_EDGES = " .,:;-|·•*_=&+/~®™"
_PAIRS = {"(": ")", "[": "]", '"': '"', "'": "'"}
_PLACEHOLDER = re.compile(r"[\[\]{}<>$%]|https?:")
_APPOSITION = re.compile(r"(?:an?|the|part|eine?|une?|una|member|all|registered) ")
_DIGIT = re.compile(r"[0-9]")
_LEADING = re.compile(r"[ ,]*(?:and|und|et|og|och|en) ")
_TRAILING = re.compile(r" (?:and|und|et|og|och|y|e|en)[ ,]*$")
_SEPARATOR = re.compile(r" ?[(<]https?://[^()<>\s]{1,200}[)>],? ?| ?[,、] ?| ?(?<!\b[a-z])/(?!s\b) ?| \| ")
_SMALL = re.compile(r"\b(?:of|for|the|fur|der|des|die|de|du|la|van|von)\b")


def names(folded: Folded, start: int, end: int) -> tuple[str, ...]:
    """Read the holders named in the range `start` to `end` of a folded text, as they are written there.

    "Jane Doe, River Post" are two, "Example, Inc." and "News and Media Limited" are one, "the author(s)" is nobody.
    """
    found = []
    for first, last in _parts(folded.text, start, end):
        first, last = _stripped(folded.text, first, last)
        if first < last and _is_name(folded.text[first:last]):
            begin, stop = folded.original(first, last)
            name = squeeze(folded.source[begin:stop])
            found += [] if _is_prose(name) else [name]
    return tuple(dict.fromkeys(found))


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split at commas, slashes, addresses in brackets and "and" where these separate names."""
    borders = [start]
    for separator in _SEPARATOR.finditer(text, start, end):
        if _suffix().match(text, separator.end(), end):
            continue
        borders += [separator.start(), separator.end()]
    borders.append(end)
    pieces = list(zip(borders[::2], borders[1::2], strict=True))
    for first, last in pieces:
        # "Example Media, a division of Example, 11 West Street": neither a name nor anything after it
        if first != start and (_APPOSITION.match(text, first, last) or _DIGIT.search(text, first, last)):
            return
        yield from _couple(text, first, last, is_list=len(pieces) > 1)


def _couple(text: str, start: int, end: int, *, is_list: bool) -> Iterator[tuple[int, int]]:
    """Split "Jane Doe and John Roe", but not "News and Media Limited"."""
    for word in _and().finditer(text, start, end):
        left, right = text[start : word.start()], text[word.end() : end]
        if _nobody().fullmatch(right.strip(_EDGES)):
            yield start, word.start()
            return
        is_full = all(len(side.split()) >= (1 if is_list or not side.isascii() else 2) for side in (left, right))
        if (
            is_full
            and not left.endswith("-")
            and not _SMALL.search(left)
            and not _suffix().match(right.partition(" ")[2])
        ):
            yield start, word.start()
            yield word.end(), end
            return
    if text[start:end].strip():
        yield start, end


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """Take off what surrounds a name; the full stop of an abbreviation stays."""
    leading, trailing = _LEADING.match(text, start, end), _TRAILING.search(text, start, end)
    start, end = leading.end() if leading else start, trailing.start() if trailing else end
    while start < end:
        if text[start] in _EDGES:
            start += 1
        elif _is_loose(text, start, end):
            end -= 1
        elif end - start > 1 and _PAIRS.get(text[start]) == text[end - 1]:
            start, end = start + 1, end - 1
        else:
            break
    return start, end


def _is_loose(text: str, start: int, end: int) -> bool:
    """Whether the last character does not belong to the name."""
    last = text[end - 1]
    if last == ")":
        return "(" not in text[start:end]
    return last in _EDGES and not (last == "." and _keeps_stop(text, end - 1))


def _is_name(name: str) -> bool:
    if len(name) > _LONGEST or not any(map(str.isalpha, name)) or _PLACEHOLDER.search(name):
        return False
    return not _nobody().fullmatch(name)


def _is_prose(name: str) -> bool:
    """Whether it rather is a sentence: long, or mostly of small words after a small one."""
    words = name.split()
    small = [word for word in words if word[0].islower()]
    return len(words) > _MOST_WORDS or (len(words) > 3 and words[0][0].islower() and len(small) > len(words) / 2)


def ends_abbreviated(text: str, at: int) -> bool:
    """Whether the full stop at `at` belongs to an abbreviation or initial: "Inc.", "S.A.", "J."."""
    word = _word_before(text, at)
    return _keeps_stop(text, at) or (len(word) == 1 and word.isalpha())


def _keeps_stop(text: str, at: int) -> bool:
    word = _word_before(text, at)
    pieces = word.split(".")
    return word in _abbreviations() or (len(pieces) > 1 and all(0 < len(piece) <= 2 for piece in pieces))


def _word_before(text: str, at: int) -> str:
    return re.split(r"[ ,(/]", text[max(0, at - 20) : at])[-1]


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(load("copyrights/notices.yaml")["abbreviations"])


@cache
def _suffix() -> re.Pattern[str]:
    return re.compile(rf"(?:{load('copyrights/notices.yaml')['suffixes']})\.?(?= ?(?:$|[,)(;/|-]|and |und |& ))")


@cache
def _and() -> re.Pattern[str]:
    words = "|".join(sorted(set(load("copyrights/notices.yaml")["and"])))
    return re.compile(rf" (?:{words}) | ?[和與与及] ?")


@cache
def _nobody() -> re.Pattern[str]:
    return re.compile("|".join(fold(pattern).text for pattern in load("copyrights/notices.yaml")["nobody"]))
