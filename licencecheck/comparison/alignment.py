"""Which words of two texts are the same: blocks of equal words in both, found in about linear time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

_EXACT = 1 << 22
"""Product of lengths up to which two stretches are aligned word by word: a bit matrix of half a megabyte."""
_ANCHORS = (8, 4, 2, 1)
"""Lengths of word sequences that hold longer stretches together where they stand once in either text."""


class Block(NamedTuple):
    """`length` equal words, from `first` on in the one text and from `second` on in the other."""

    first: int
    second: int
    length: int


def blocks_of(words: Sequence[Hashable], others: Sequence[Hashable]) -> list[Block]:
    """Align two texts, given as their words; the blocks ascend in both and touch no other in both.

    What stands once in both texts holds them together (as in a patience diff); between, the longest common
    subsequence is taken. Long stretches of nothing but repetition are not aligned.
    """
    numbers = {word: number for number, word in enumerate(dict.fromkeys(chain(words, others)))}
    return _aligned([numbers[word] for word in words], [numbers[word] for word in others])


def _aligned(first: Sequence[int], second: Sequence[int]) -> list[Block]:
    found: list[Block] = []
    stretches = [(0, len(first), 0, len(second))]
    while stretches:
        a, b, c, d = stretches.pop()
        start, end = _common_ends(first, second, a, b, c, d)
        found += [Block(a, c, start), Block(b - end, d - end, end)]
        a, b, c, d = a + start, b - end, c + start, d - end
        if a == b or c == d:
            continue
        if (b - a) * (d - c) <= _EXACT:
            found += (Block(a + i, c + j, n) for i, j, n in _exact(first[a:b], second[c:d]))
            continue
        anchors = [Block(a + i, c + j, n) for i, j, n in _anchors(first[a:b], second[c:d])]
        found += anchors
        for i, j, n in anchors:
            stretches.append((a, i, c, j))
            a, c = i + n, j + n
        if anchors:
            stretches.append((a, b, c, d))
    return _joined(sorted(block for block in found if block.length))


def _common_ends(first: Sequence[int], second: Sequence[int], a: int, b: int, c: int, d: int) -> tuple[int, int]:
    """How many words the two stretches have in common at their start, and at their end behind that."""
    most = min(b - a, d - c)
    start = next((n for n in range(most) if first[a + n] != second[c + n]), most)
    most -= start
    return start, next((n for n in range(most) if first[b - 1 - n] != second[d - 1 - n]), most)


def _exact(first: Sequence[int], second: Sequence[int]) -> Iterator[Block]:
    from rapidfuzz.distance import LCSseq

    for code in LCSseq.opcodes(first, second):
        if code.tag == "equal":
            yield Block(code.src_start, code.dest_start, code.src_end - code.src_start)


def _anchors(first: Sequence[int], second: Sequence[int]) -> list[Block]:
    """The longest ascending chain of word sequences that stand once in either text, the longest sequences first."""
    for length in _ANCHORS:
        once = _once(second, length)
        pairs = [(at, once[words]) for words, at in _once(first, length).items() if words in once]
        if pairs:
            return _grown(_ascending(pairs), length)
    return []


def _once(text: Sequence[int], length: int) -> dict[tuple[int, ...], int]:
    """Where each sequence of `length` words stands that is not repeated, in order."""
    places: dict[tuple[int, ...], int] = {}
    for at, words in enumerate(zip(*(text[start:] for start in range(length)), strict=False)):
        places[words] = -1 if words in places else at
    return {words: at for words, at in places.items() if at >= 0}


def _ascending(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain of `pairs`, which ascend in the first text, that ascends in the second too."""
    ends: list[int] = []
    at_end: list[int] = []
    before: list[int] = []
    for index, (_, second) in enumerate(pairs):
        place = bisect_left(ends, second)
        before.append(at_end[place - 1] if place else -1)
        if place == len(ends):
            ends.append(second)
            at_end.append(index)
        else:
            ends[place], at_end[place] = second, index
    chain: list[tuple[int, int]] = []
    index = at_end[-1] if at_end else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]


def _grown(chain: Sequence[tuple[int, int]], length: int) -> list[Block]:
    """The blocks that overlapping anchors make up."""
    blocks: list[Block] = []
    start = other = end = 0
    for first, second in chain:
        if end and first - start == second - other and first <= end:
            end = first + length
        elif first >= end and second >= other + end - start:
            blocks.append(Block(start, other, end - start))
            start, other, end = first, second, first + length
    return [*blocks[1:], Block(start, other, end - start)]


def _joined(blocks: Sequence[Block]) -> list[Block]:
    """Join blocks that follow each other in both texts."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if last and last.first + last.length == block.first and last.second + last.length == block.second:
            joined[-1] = last._replace(length=last.length + block.length)
        else:
            joined.append(block)
    return joined
