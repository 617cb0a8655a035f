"""Compare the main texts of a page and its original."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from licencecheck.comparison.alignment import Block, blocks_of
from licencecheck.comparison.changes import changes_of, title_changes
from licencecheck.comparison.furniture import furniture_of, surroundings_of
from licencecheck.comparison.kinds import Kinds
from licencecheck.comparison.moves import moves_of
from licencecheck.comparison.spans import spans_of
from licencecheck.comparison.vocabulary import Vocabulary, vocabulary_of
from licencecheck.comparison.words import Words, words_of
from licencecheck.model import Change, Comparison, Edit, Form, Page, Paragraph

_MOST = 500
"""Changes that are listed."""
_FULL, _EXCERPT, _SAME = 0.9, 0.6, 0.1
"""Share of the original from which on a page is its full text; below which it is an excerpt; and has little of it."""
_LITTLE = 0.3
"""Share of the page's own words below which it is about something else, or in another language."""
_LONG = 8
"""Words of a stretch that nobody writes a second time by chance."""
_MOSTLY = 0.7
_SLACK = 1.25
"""An excerpt from the start may skip this much within it."""


def compare(page: Page, original: Page) -> Comparison:
    """Say what `page` reproduces of `original` and what it changes.

    Both are pages with their main text; one that was read without it counts as empty.
    """
    language = original.language or page.language
    vocabulary = vocabulary_of(language)
    old, new, blocks = _aligned(original, page, vocabulary)
    kinds = Kinds(old, new, vocabulary, language)
    spans = list(kinds.joined(spans_of(old, new, blocks)))
    moves = moves_of(spans, old, new)
    lacking = [index for span in spans for index in range(span.a, span.b)]
    words = min(len(old) - len(lacking) + sum(move.addition.d - move.addition.c for move in moves), len(old))
    share = words / len(old) if len(old) else 0.0
    form = _form(page, original, share, words / len(new) if len(new) else 0.0, blocks)
    changes: list[Change] = []
    if form not in {Form.OTHER, Form.TRANSLATION}:
        changes = [*title_changes(page, original, vocabulary), *changes_of(kinds, spans, moves, form)]
    listed = _listed(changes)
    letters = sum(old.ends[index] - old.starts[index] + 1 for index in range(len(old)))
    return Comparison(
        form=form,
        share=share,
        words=words,
        characters=round(letters * share),
        paragraphs=_reproduced(old, lacking),
        from_start=_from_start(blocks, words),
        changes=listed,
        unlisted=len(changes) - len(listed),
    )


def _aligned(original: Page, page: Page, vocabulary: Vocabulary) -> tuple[Words, Words, list[Block]]:
    """Align the two texts, and once more without what turns out to be no part of the article."""
    old, new = words_of(_paragraphs(original), vocabulary), words_of(_paragraphs(page), vocabulary)
    blocks = blocks_of(old.keys, new.keys)
    surroundings = surroundings_of(original, page)
    matched = _indices((block.first, block.length) for block in blocks)
    first = furniture_of(original, old, matched, surroundings, is_copy=False)
    matched = _indices((block.second, block.length) for block in blocks)
    second = furniture_of(page, new, matched, surroundings, is_copy=True)
    pairs = {block.first + step: block.second + step for block in blocks for step in range(block.length)}
    bare_old = _unnumbered(old, new, pairs)
    bare_new = _unnumbered(new, old, {second: first for first, second in pairs.items()})
    if not (first or second or bare_old or bare_new):
        return old, new, blocks
    old = words_of(old.paragraphs, vocabulary, first, bare_old)
    new = words_of(new.paragraphs, vocabulary, second, bare_new)
    return old, new, blocks_of(old.keys, new.keys)


def _unnumbered(words: Words, other: Words, pairs: Mapping[int, int]) -> frozenset[int]:
    """The paragraphs that are numbered entries of a list in this text only."""

    def is_alone(entry: int) -> bool:
        following = pairs.get(entry + 1)
        return entry not in pairs and following is not None and following - 1 not in other.entries

    return frozenset(words.at[entry] for entry in words.entries if is_alone(entry))


def _paragraphs(page: Page) -> Sequence[Paragraph]:
    return page.main_text.paragraphs if page.main_text else ()


def _indices(stretches: Iterator[tuple[int, int]]) -> Iterator[int]:
    return (index for start, length in stretches for index in range(start, start + length))


def _form(page: Page, original: Page, share: float, own: float, blocks: Sequence[Block]) -> Form:
    """Tell what the page is; `own` is the share of its words that are of the original."""
    if page.language and original.language and page.language != original.language and share < _LITTLE:
        return Form.TRANSLATION
    if share >= _FULL:
        return Form.FULL
    if share < _SAME and own < _LITTLE:
        return Form.OTHER
    in_long = sum(block.length for block in blocks if block.length >= _LONG)
    if share < _EXCERPT and in_long >= _MOSTLY * sum(block.length for block in blocks):
        return Form.EXCERPT
    return Form.OTHER if share < 2 * _SAME else Form.PART


def _reproduced(old: Words, lacking: Sequence[int]) -> tuple[int, ...]:
    totals, missing = Counter(old.at), Counter(old.at[index] for index in lacking)
    return tuple(at for at in sorted(totals) if 2 * missing[at] <= totals[at])


def _from_start(blocks: Sequence[Block], words: int) -> bool:
    last = max((block.first + block.length for block in blocks if block.length >= _LONG), default=0)
    return last <= _SLACK * words + _LONG


def _listed(changes: Sequence[Change]) -> tuple[Change, ...]:
    """The changes that are listed: of too many, those of mere punctuation are left out first."""
    if len(changes) <= _MOST:
        return tuple(changes)
    telling = [change for change in changes if change.kind is not Edit.PUNCTUATION]
    return tuple(telling[:_MOST])
