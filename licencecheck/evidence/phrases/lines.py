"""The folded lines of a page, and which of them hold a word or a piece of one."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, chain

from licencecheck import text as names
from licencecheck.evidence.phrases.folding import beyond_ascii, fold_lines
from licencecheck.evidence.phrases.templates import spread
from licencecheck.text import is_unspaced, squeeze

_TOGETHER = 200
"""Lines whose words are parted at once: those of a huge page would be copied whole."""
_DOT_WITHIN = re.compile(r"\.(?<=[^\W_]\.)[^\W_]")


class FoldedLines:
    """Texts folded to a line each; all are looked at together, which is quicker than one by one.

    What may be read in two ways is held in both: "A.F.P." and "AFP", `ß` and `ss`.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        """Fold the `texts`, which hold no line breaks and single spaces only."""
        joined = "\n".join(texts)
        beyond = beyond_ascii(joined)
        self._folded = fold_lines(joined, beyond)
        self.text = _with_readings(self._folded, texts, beyond)
        """All lines, joined by line breaks."""
        self._holding: dict[frozenset[str], frozenset[int]] = {}
        self._naming: dict[frozenset[str], frozenset[int]] = {}

    def line(self, index: int) -> str:
        """One line alone, in one reading."""
        return squeeze(self._lines[index])

    @cached_property
    def _lines(self) -> list[str]:
        return self._folded.split("\n")

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of all lines, and the colon if one holds it."""
        return frozenset(self._by_word)

    def naming(self, words: frozenset[str]) -> frozenset[int]:
        """Indices of the lines that hold one of `words`."""
        if words not in self._naming:
            self._naming[words] = frozenset(chain(*map(self._by_word.__getitem__, words & self.words)))
        return self._naming[words]

    def holding(self, pieces: frozenset[str]) -> frozenset[int]:
        """Indices of the lines in which one of `pieces` stands, whole words or parts of them."""
        if pieces not in self._holding:
            self._holding[pieces] = frozenset(chain(*map(self._found, filter(self._may_hold, pieces))))
        return self._holding[pieces]

    def matching(self, pattern: re.Pattern[str]) -> frozenset[int]:
        """Indices of the lines in which `pattern`, which matches no line break, is found."""
        return frozenset(self._line_at(match.start()) for match in pattern.finditer(self.text))

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        """By each word, the indices of the lines that hold it."""
        found: dict[str, list[int]] = defaultdict(list)
        lines = self.text.split("\n")
        for first in range(0, len(lines), _TOGETHER):
            for at, line in enumerate(spread("\n".join(lines[first : first + _TOGETHER])).split("\n"), first):
                for word in line.split():
                    found[word].append(at)
        return found

    @cached_property
    def _ends(self) -> list[int]:
        return list(accumulate(len(line) + 1 for line in self.text.split("\n")))

    def _line_at(self, index: int) -> int:
        return bisect_right(self._ends, index)

    @cached_property
    def _vocabulary(self) -> str:
        return "\n".join(self._by_word)

    def _may_hold(self, piece: str) -> bool:
        """Whether the words of the page do not rule out that `piece` stands on it: they are a third of its text."""
        if piece.isascii():
            return piece in self._vocabulary or not piece.isalnum()
        if self.text.isascii():
            return False
        unspaced = _first_unspaced(piece)
        return unspaced in self._by_word if unspaced else piece in self._vocabulary or not piece.isalnum()

    def _found(self, piece: str) -> Iterator[int]:
        at = self.text.find(piece)
        while at >= 0:
            line = self._line_at(at)
            yield line
            at = self.text.find(piece, self._ends[line])


@lru_cache(maxsize=1024)
def _first_unspaced(piece: str) -> str | None:
    return next(filter(is_unspaced, piece), None)


def _with_readings(lines: str, texts: Sequence[str], beyond: Iterable[str]) -> str:
    """The folded `lines` of the `texts`, those that may be read in two ways with the other reading behind.

    `beyond` are the characters of the texts that are none of ASCII.
    """
    others = [char for char in beyond if _stands_for_others(char)]
    if not others and not _DOT_WITHIN.search(lines):
        return lines
    found = lines.split("\n")
    for at, text in enumerate(texts):
        if others and any(char in text for char in others):
            found[at] += f" {fold_lines(names.fold(text))}"
        if "." in found[at] and _DOT_WITHIN.search(found[at]):
            found[at] += f" {found[at].replace('.', '')}"
    return "\n".join(found)


@lru_cache(maxsize=4096)
def _stands_for_others(char: str) -> bool:
    """Whether names that are compared as written hold other letters in its place: `ß`, ligatures, circled letters."""
    plain, others = fold_lines(char), fold_lines(names.fold(char))
    return any(map(unicodedata.combining, plain)) or _letters(plain) != _letters(others)


def _letters(text: str) -> list[str]:
    return [char for char in text if char.isalnum()]
