"""The changes of a text as facts: what each is, both wordings, and where it stands."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence

from licencecheck.comparison.alignment import Block, blocks_of
from licencecheck.comparison.kinds import Kinds
from licencecheck.comparison.moves import Move
from licencecheck.comparison.spans import Span, same_between, spans_of
from licencecheck.comparison.vocabulary import Vocabulary
from licencecheck.comparison.words import Words, words_of
from licencecheck.model import Change, Edit, Form, Location, Page, Paragraph, Place, Role
from licencecheck.text import bare, excerpt

_STYLE = frozenset({Edit.SPELLING, Edit.PUNCTUATION, Edit.NUMBER_FORM})
_GONE = 0.8
"""Share of a cut that stands elsewhere, from which on it is none."""


def changes_of(kinds: Kinds, spans: Sequence[Span], moves: Sequence[Move], form: Form) -> list[Change]:
    """Give the changes of the main text in page order: those of `spans`, and of form within the same words."""
    found = [*_of_spans(kinds, spans, moves, form), *_of_form(kinds, spans)]
    return [change for _, change in sorted(found, key=lambda each: each[0])]


def title_changes(page: Page, original: Page, vocabulary: Vocabulary) -> Iterator[Change]:
    """Give the change of the title: another title, or mere house style; a credit beside the title is none."""
    old, new = original.title, page.title
    if not old or not new or bare(old) == bare(new) or _is_credited_beside(bare(old), bare(new), page):
        return
    place = page.expected_at(Place.TOP)
    first, second = (words_of([Paragraph(text=text, places=((0, place),))], vocabulary) for text in (old, new))
    kinds = Kinds(first, second, vocabulary)
    blocks = blocks_of(first.keys, second.keys)
    parts = [kinds.kind_of(span) for span in spans_of(first, second, blocks)]
    is_style = all(kind in _STYLE for kind in parts)
    yield Change(
        text=excerpt(new),
        original=excerpt(old),
        kind=Edit.SPELLING if is_style else Edit.TITLE,
        location=place,
        role=Role.TITLE,
        place=Place.TOP,
    )


def _is_credited_beside(old: str, new: str, page: Page) -> bool:
    """Whether a title is the old one with whose it is: "Reposted from River Post: The ferry returns"."""
    before, title, after = new.partition(old)
    names = (bare(credit.name) for credit in page.chain if credit.name)
    return bool(title) and any(name and name in f"{before} {after}" for name in names)


def _of_spans(kinds: Kinds, spans: Sequence[Span], moves: Sequence[Move], form: Form) -> Iterator[tuple[int, Change]]:
    moved: Counter[Span] = Counter()
    cut_of = {move.addition: move.cut for move in moves}
    for move in moves:
        moved[move.cut] += move.addition.d - move.addition.c
    for span in spans:
        if moved[span] >= _GONE * (span.b - span.a) > 0:
            continue
        if form is Form.EXCERPT and _is_selection(kinds, span):
            continue
        if span in cut_of:
            cut = cut_of[span]
            whole = Span(cut.a, cut.b, span.c, span.d)
            yield span.c, _change(kinds, whole, Edit.MOVED)
            yield from ((s.c, _change(kinds, s, kinds.kind_of(s))) for s in _within(kinds, whole))
        else:
            yield span.c, _change(kinds, span, kinds.kind_of(span))


def _within(kinds: Kinds, moved: Span) -> Iterator[Span]:
    """The changes within what was moved, but not what surrounds it."""
    a, b, c, d = moved
    blocks = blocks_of(kinds.original.keys[a:b], kinds.page.keys[c:d])
    for first, second in itertools.pairwise(blocks):
        yield Span(a + first.first + first.length, a + second.first, c + first.second + first.length, c + second.second)


def _is_selection(kinds: Kinds, span: Span) -> bool:
    """Whether a change only selects what an excerpt takes, or adds words before or after it."""
    a, b, c, d = span
    if a < b and c < d:
        return False
    return a == 0 or b == len(kinds.original) if a < b else c == 0 or d == len(kinds.page)


def _of_form(kinds: Kinds, spans: Sequence[Span]) -> Iterator[tuple[int, Change]]:
    """What differs in the form of words that count as the same, and in the punctuation between them."""
    old, new = kinds.original, kinds.page
    for block in same_between(spans, len(old)):
        for a, c in _written_otherwise(old, new, block):
            if (kind := kinds.form(a, c)) is not None:
                yield c, _change(kinds, Span(a, a + 1, c, c + 1), kind)
            if a > block.first and kinds.is_punctuated(a, c):
                yield c, _change(kinds, Span(a - 1, a + 1, c - 1, c + 1), Edit.PUNCTUATION)


def _written_otherwise(old: Words, new: Words, block: Block) -> Iterator[tuple[int, int]]:
    """The words of a block, or the gaps before them, that are not the same character by character."""
    stretches = [block]
    while stretches:
        a, c, length = stretches.pop()
        if old.is_verbatim(a, new, c, length):
            continue
        if length == 1:
            yield a, c
        else:
            half = length // 2
            stretches += [Block(a + half, c + half, length - half), Block(a, c, half)]


def _change(kinds: Kinds, span: Span, kind: Edit) -> Change:
    a, b, c, d = span
    page = kinds.page
    return Change(
        text=page.text(c, d),
        original=kinds.original.text(a, b),
        kind=kind,
        location=_place(page, c),
        before=page.before(c),
        after=page.after(d),
    )


def _place(page: Words, index: int) -> Location:
    """Where a change stands: at its first word, or at the word that follows a cut."""
    return page.place(min(index, len(page) - 1))
