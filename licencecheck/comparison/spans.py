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
_CHANCE = 2
"""Words that two sentences may have in common, one after the other, without being one."""
_MOST_SHIFTS = 200
_PAUSES = frozenset(",;:—–(")
"""Signs behind which a part of a sentence begins."""


class Span(NamedTuple):
    """Words `a` to `b` of the original stand as words `c` to `d` of the page."""

    a: int
    b: int
    c: int
    d: int


def spans_of(original: Words, page: Words, blocks: Sequence[Block]) -> list[Span]:
    """Give the stretches between `blocks`, in page order."""
    kept = _without_islands(_without_chance(blocks, original), len(original), len(page))
    spans = [_trimmed(span, original.keys, page.keys) for span in _between(kept, len(original), len(page))]
    spans = _slid(spans, original.keys, page.keys)
    ends = [Span(0, 0, 0, 0), *spans, Span(len(original), 0, len(page), 0)]
    return [
        part
        for before, span, after in zip(ends, spans, ends[2:], strict=False)
        for whole in _parts(span, original, page, span.a - before.b, after.a - span.b)
        for part in _sentences(whole, original, page)
    ]


def same_between(spans: Sequence[Span], length: int) -> Iterator[Block]:
    """Give the blocks of the same words between `spans`; `length` counts the words of the original."""
    a = c = 0
    for span in (*spans, Span(length, length, -1, -1)):
        if span.a > a:
            yield Block(a, c, span.a - a)
        a, c = span.b, span.d


def _trimmed(span: Span, first: Sequence[str], second: Sequence[str]) -> Span:
    """Take off the words that are the same at either end: an island may have been closer."""
    a, b, c, d = span
    while a < b and c < d and first[a] == second[c]:
        a, c = a + 1, c + 1
    while a < b and c < d and first[b - 1] == second[d - 1]:
        b, d = b - 1, d - 1
    return Span(a, b, c, d)


def _slid(spans: Sequence[Span], first: Sequence[str], second: Sequence[str]) -> list[Span]:
    """Make one of two additions, or two cuts, where the words between them are those with which the latter ends."""
    found: list[Span] = []
    for span in spans:
        a, b, c, d = found[-1] if found else Span(0, 0, 0, 0)
        gap = span.a - b
        if found and a == b and span.a == span.b and second[d : d + gap] == second[max(span.c, span.d - gap) : span.d]:
            found[-1] = Span(a, b, c, span.d - gap)
        elif found and c == d and span.c == span.d and first[b : b + gap] == first[max(span.a, span.b - gap) : span.b]:
            found[-1] = Span(a, span.b - gap, c, d)
        else:
            found.append(span)
    return found


def _between(blocks: Sequence[Block], length: int, other: int) -> list[Span]:
    spans: list[Span] = []
    a = c = 0
    for first, second, words in (*blocks, Block(length, other, 0)):
        if first > a or second > c:
            spans.append(Span(a, first, c, second))
        a, c = first + words, second + words
    return spans


def _without_chance(blocks: Sequence[Block], original: Words) -> list[Block]:
    """Leave out the few words that a sentence has in common with another one, as `the` and `of a`."""
    lengths: Counter[int] = Counter()
    longest: Counter[int] = Counter()
    total: Counter[int] = Counter()
    numbers = original.sentences()
    for number in numbers:
        lengths[number] += 1
    pieces = [piece for block in blocks for piece in _by_sentence(block, numbers)]
    for block in pieces:
        number = numbers[block.first]
        total[number] += block.length
        longest[number] = max(longest[number], block.length)
    by_chance = {
        number
        for number, length in lengths.items()
        if length >= _REWRITTEN and longest[number] <= _CHANCE and total[number] < _ALIKE * length
    }
    return [block for block in pieces if numbers[block.first] not in by_chance]


def _by_sentence(block: Block, numbers: Sequence[int]) -> Iterator[Block]:
    """Cut a block where a sentence of the original ends."""
    start = block.first
    for index in range(block.first + 1, block.first + block.length + 1):
        if index == block.first + block.length or numbers[index] != numbers[start]:
            yield Block(start, block.second + start - block.first, index - start)
            start = index


def _without_islands(blocks: Sequence[Block], length: int, other: int) -> list[Block]:
    """Leave out words that are the same by chance, as `of the` amid a new sentence."""
    kept: list[Block] = []
    for index, block in enumerate(blocks):
        after = blocks[index + 1] if index + 1 < len(blocks) else Block(length, other, 0)
        before = kept[-1] if kept else Block(0, 0, 0)
        left = max(block.first - before.first - before.length, block.second - before.second - before.length)
        right = max(after.first - block.first - block.length, after.second - block.second - block.length)
        if 2 * block.length >= min(left, right):
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


def _sentences(span: Span, original: Words, page: Words) -> Iterator[Span]:
    """Part whole sentences that only one of the texts has from a new wording beside them."""
    a, b, c, d = span
    if a == b or c == d:
        yield span
    elif _begins(original, a) and _begins(original, b) and _begins(page, c) and _begins(page, d):
        is_other = min(b - a, d - c) > _CHANCE and _likeness(original.keys[a:b], page.keys[c:d]) < _ALIKE
        is_other = is_other and not (original.is_heading(a, b) and page.is_heading(c, d))
        yield from (Span(a, b, c, c), Span(b, b, c, d)) if is_other else (span,)
    elif (inner := _whole(original, a, b)) and not _whole(page, c, d):
        start, end = inner
        parts = (Span(a, start, c, d), Span(start, b, d, d)) if end == b else (Span(a, end, c, c), Span(end, b, c, d))
        yield from parts
    elif (inner := _whole(page, c, d)) and not _whole(original, a, b):
        start, end = inner
        parts = (Span(a, b, c, start), Span(b, b, start, d)) if end == d else (Span(a, a, c, end), Span(a, b, end, d))
        yield from parts
    else:
        yield span


def _begins(words: Words, index: int) -> bool:
    return index == len(words) or index in words.firsts


def _whole(words: Words, start: int, end: int) -> tuple[int, int] | None:
    """The whole sentences at the end of a stretch, else those at its beginning, beside a part of another."""
    firsts = [index for index in range(start + 1, end) if index in words.firsts]
    if not firsts:
        return None
    if _begins(words, end):
        return firsts[0], end
    return (start, firsts[-1]) if _begins(words, start) else None


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
    if text.begins(index):
        return 3
    if index in text.firsts:
        return 2
    return int(not _PAUSES.isdisjoint(text.gap(index)))
