"""Where two texts differ: stretches of words between those that are the same, cut as a reader would cut them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from licencecheck.comparison.alignment import Block
from licencecheck.comparison.words import Words

_REWRITTEN = 8
"""Words from which on a replaced stretch may be a cut beside an addition."""
_ALIKE = 0.3
"""Share of common words below which the one is no new wording of the other."""
_MOST_SHIFTS = 200


class Span(NamedTuple):
    """Words `a` to `b` of the original stand as words `c` to `d` of the page."""

    a: int
    b: int
    c: int
    d: int


def spans_of(original: Words, page: Words, blocks: Sequence[Block]) -> list[Span]:
    """Give the stretches between `blocks`, in page order."""
    spans = _between(_without_islands(blocks, len(original), len(page)), len(original), len(page))
    ends = [Span(0, 0, 0, 0), *spans, Span(len(original), 0, len(page), 0)]
    return [
        part
        for before, span, after in zip(ends, spans, ends[2:], strict=False)
        for part in _parts(span, original, page, span.a - before.b, after.a - span.b)
    ]


def _between(blocks: Sequence[Block], length: int, other: int) -> list[Span]:
    spans: list[Span] = []
    a = c = 0
    for first, second, words in (*blocks, Block(length, other, 0)):
        if first > a or second > c:
            spans.append(Span(a, first, c, second))
        a, c = first + words, second + words
    return spans


def _without_islands(blocks: Sequence[Block], length: int, other: int) -> list[Block]:
    """Leave out words that are the same by chance, as `of the` amid a new sentence."""
    kept: list[Block] = []
    for index, block in enumerate(blocks):
        after = blocks[index + 1] if index + 1 < len(blocks) else Block(length, other, 0)
        before = kept[-1] if kept else Block(0, 0, 0)
        left = max(block.first - before.first - before.length, block.second - before.second - before.length)
        right = max(after.first - block.first - block.length, after.second - block.second - block.length)
        if 2 * block.length > min(left, right):
            kept.append(block)
    return kept


def _parts(span: Span, original: Words, page: Words, before: int, after: int) -> Iterator[Span]:
    """Tell a cut beside an addition from a new wording; `before` and `after` count the same words around it."""
    a, b, c, d = span
    if a == b or c == d:
        shift = _natural(page, c, d, before, after) if a == b else _natural(original, a, b, before, after)
        yield Span(a + shift, b + shift, c + shift, d + shift)
    elif min(b - a, d - c) >= _REWRITTEN and _likeness(original.keys[a:b], page.keys[c:d]) < _ALIKE:
        yield Span(a, b, c, c)
        yield Span(b, b, c, d)
    else:
        yield span


def _likeness(first: Sequence[str], second: Sequence[str]) -> float:
    common = (Counter(first) & Counter(second)).total()
    return common / max(len(first), len(second), 1)


def _natural(text: Words, start: int, end: int, before: int, after: int) -> int:
    """By how many words to shift a stretch, where those around it repeat its own, to where a sentence begins."""
    best, shift = _rank(text, start), 0
    for step in _shifts(text.keys, start, end, before, after):
        rank = _rank(text, start + step)
        if rank > best:
            best, shift = rank, step
    return shift


def _shifts(keys: Sequence[str], start: int, end: int, before: int, after: int) -> Iterator[int]:
    for step in range(1, min(before, _MOST_SHIFTS) + 1):
        if keys[start - step] != keys[end - step]:
            break
        yield -step
    for step in range(min(after, _MOST_SHIFTS)):
        if keys[start + step] != keys[end + step]:
            break
        yield step + 1


def _rank(text: Words, index: int) -> int:
    """How natural it is that a change begins at a word."""
    if index >= len(text):
        return 2
    begins = index == 0 or text.at[index - 1] != text.at[index]
    return 3 if begins else 2 if index in text.firsts else 1 if any(c in text.gap(index) for c in ",;:—–(") else 0
