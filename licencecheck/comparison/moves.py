"""Stretches that stand in both texts, but in another place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from licencecheck.comparison.spans import Span
from licencecheck.comparison.words import Words

_LEAST = 8
"""Words from which on a stretch is known again."""
_GRAM = 4
_KNOWN = 0.6
"""Share of its word sequences that a moved stretch has in common with what was cut elsewhere."""


class Move(NamedTuple):
    """What was cut in one place and added in another."""

    cut: Span
    addition: Span


def moves_of(spans: Sequence[Span], original: Words, page: Words) -> list[Move]:
    """Find among `spans` the additions that were cut elsewhere."""
    cuts = [span for span in spans if span.c == span.d and span.b - span.a >= _LEAST]
    grams: dict[tuple[str, ...], int] = {}
    for number, cut in enumerate(cuts):
        for gram in _grams(original, cut.a, cut.b):
            grams.setdefault(gram, number)
    moves = []
    for span in spans:
        if span.a == span.b and span.d - span.c >= _LEAST:
            found = Counter(grams[gram] for gram in _grams(page, span.c, span.d) if gram in grams)
            number, count = found.most_common(1)[0] if found else (0, 0)
            if count >= _KNOWN * (span.d - span.c - _GRAM + 1):
                moves.append(Move(cuts[number], span))
    return moves


def _grams(words: Words, start: int, end: int) -> list[tuple[str, ...]]:
    return [tuple(words.keys[at : at + _GRAM]) for at in range(start, end - _GRAM + 1)]
