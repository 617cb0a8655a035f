"""One wording, and the places of a text where it is looked for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from enum import Enum
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from licencecheck.evidence.phrases.folding import beyond_ascii
from licencecheck.text import UNSPACED, compiled

WORD = re.compile(r"[^\W_]+|:")
"""What is looked up to tell which templates can match."""

_ASCII_MARKS = str.maketrans({chr(code): " " for code in range(128) if not chr(code).isalnum()})

_MARKS_IN_LINES = bytes(32 if code in _ASCII_MARKS and chr(code) not in "\n:" else code for code in range(256))

Needs = tuple[frozenset[str], ...]
"""Of each set at least one word occurs in every text that matches; the rarest set first."""

_LETTER = re.compile(r"[^\W_]")
_SEPARATORS = r":;|/()\[\]\"_*>•·。！？、"
_PART = re.compile(
    # the set of all first characters lets `re` skip to the next of them
    rf"[{_SEPARATORS}.!?'-](?:(?<=[{_SEPARATORS}]) ?|(?<=[.!?-]) |(?<=['-])(?<!\w['-]))"
)
"""What stands before a part of a text: the end of a sentence, a separator, a hyphen or quote before a word."""

_PART_UNSPACED = _PART.pattern + r"|[ ,]|(?<=\d)(?=[\u3040-\u9fff])"

_ALL_UNSPACED = f"{UNSPACED}+"
_LAST_SPACED = "\u303f"
"""The last character before the scripts in which no space parts the words."""

WHOLE = 600
"""Texts up to this length, in characters, are examined in full; of longer ones the surroundings of telling words."""

_BESIDE = 300
_SPOTS = 8
_PARTS = 40
_MATCHES = 8


class Anchor(Enum):
    """Where a wording must begin."""

    NONE = "anywhere"
    TEXT = "at the start of the text"
    PART = "at the start of a part"


class Template(NamedTuple):
    """One wording."""

    category: str
    strength: int
    anchor: Anchor
    pattern: str
    """Regular expression of all but the slots at both ends."""
    opens: bool
    """Whether it begins with a letter or digit, and so must not match within a word."""
    lead: str | None
    """Name of the slot that stands before the pattern."""
    trail: str | None
    """Name of the slot that follows the pattern."""
    needs: Needs

    @property
    def has_colon(self) -> bool:
        """Whether it is a label."""
        return frozenset(":") in self.needs

    def matches(self, places: Places) -> Iterator[re.Match[str]]:
        """Matches of the pattern in the text, at most eight at each place."""
        regex, text = compiled(self.pattern), places.text
        if self.anchor is Anchor.NONE:
            for start, end in places.windows:
                for match in islice(regex.finditer(text, start, end), _MATCHES):
                    # a look-behind in the pattern would keep `re` from skipping to the first letters
                    if not (self.opens and match.start() and text[match.start() - 1].isalnum()):
                        yield match
            return
        for start in places.parts if self.anchor is Anchor.PART else (places.start,):
            anchored = regex.match(text, start)
            if anchored:
                yield anchored


def words_of(text: str) -> set[str]:
    """The words of a folded text, and the colon if it holds one."""
    words = set(text.translate(_ASCII_MARKS).split() if text.isascii() else WORD.findall(text))
    if ":" in text:
        words.add(":")
    return words


def spread(lines: str) -> str:
    """Folded lines with spaces around their words and colons; a Chinese or Japanese character is a word of its own."""
    text = lines.replace(":", " : ")
    chars = beyond_ascii(text)
    for mark in chars:
        if not mark.isalnum():
            text = text.replace(mark, " ")
    text = text.encode().translate(_MARKS_IN_LINES).decode()  # `str.translate` is slow beyond ASCII
    return compiled(_ALL_UNSPACED).sub(_parted, text) if max(chars, default="") > _LAST_SPACED else text


def _parted(unspaced: re.Match[str]) -> str:
    return f" {' '.join(unspaced[0])} "


class Places:
    """The places of a folded text at which wordings are looked for: bounded in number, whatever the text holds."""

    def __init__(self, text: str, telling: Collection[str], *, spaced: bool) -> None:
        """Take the text, those of its words by which templates were found, and whether spaces part its words."""
        self.text = text
        self._telling = telling
        self._part = _PART if spaced else compiled(_PART_UNSPACED)

    @cached_property
    def windows(self) -> list[tuple[int, int]]:
        """The ranges to examine: the whole of a short text, else what is around the first and last telling words."""
        if len(self.text) <= WHOLE:
            return [(0, len(self.text))]
        spots: set[int] = set()
        for word in self._telling:
            first, last = -1, len(self.text)
            for _ in range(_SPOTS):
                first = self.text.find(word, first + 1)
                last = self.text.rfind(word, 0, max(last, 0))
                spots |= {first, last}
        places = sorted(spots - {-1})
        windows: list[tuple[int, int]] = []
        for spot in dict.fromkeys(places[:_SPOTS] + places[-_SPOTS:]):
            start, end = max(0, spot - _BESIDE), min(len(self.text), spot + _BESIDE)
            if windows and start <= windows[-1][1]:
                start, _ = windows.pop()
            windows.append((start, end))
        return windows

    @cached_property
    def start(self) -> int:
        """Index of the first letter or digit."""
        first = _LETTER.search(self.text)
        return first.start() if first else 0

    @cached_property
    def parts(self) -> list[int]:
        """Where parts begin, in the windows: the first and the last forty."""
        starts = {part.end() for window in self.windows for part in self._part.finditer(self.text, *window)}
        listed = sorted(starts | {0, self.start})
        return listed if len(listed) <= 2 * _PARTS else listed[:_PARTS] + listed[-_PARTS:]
