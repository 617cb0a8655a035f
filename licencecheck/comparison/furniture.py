"""Which paragraphs of a main text are no part of the article, though they stand in it: told by the other text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from licencecheck.comparison.words import Words
from licencecheck.model import Location, Paragraph, Role
from licencecheck.text import bare

_FOUND = 0.5
"""Share of the words of a paragraph from which on it is found in the other text."""
_LABEL = 12
"""Most words of a caption, a call or a credit that is no sentence."""
_OPENING = 100
"""Letters by which a text is known again; facts hold no more than excerpts."""
_GRAM = 4
_REPEATED = 0.8
"""Share of its word sequences that a pull quote repeats of the text."""
_TELLING = 15
"""Letters of a statement from which on a paragraph that holds it is told by it."""
_INITIALS = 2
"""Letters of a name that are too few to tell it."""
_SENTENCE = re.compile(r"[.!?…:;,。！？][\"'’”»)\]]*$")
_ASIDE = ("(", "[", "©", "→", "»", ">")
_ENTRY = re.compile(r"/(?:li|td|th|dt|dd|pre|blockquote)(?:\[\d+\])?(?:/|$)")


def furniture_of(
    words: Words,
    matched: Iterable[int],
    names: Iterable[str],
    elsewhere: Iterable[str],
    credited: Iterable[Location] = (),
    *,
    is_copy: bool,
) -> frozenset[int]:
    """Give the indices of the paragraphs that the other text lacks and that are captions, calls, notices, pull quotes.

    `matched` are the words that the other text has; `names` those of authors and publishers, who present themselves
    at the two ends; `elsewhere` are texts that the pages have beside the main text: titles, credits, terms.
    What a copy links at its ends, of which the original says nothing, presents somebody too. Below the credit that
    closes a copy, the first of the places where it is `credited`, stands what is no part of it. Amid the text, what the
    original says of copyright is a part of that, and so are short lines: entries of lists, headings in bold.
    """
    totals = Counter(words.at)
    found = Counter(words.at[index] for index in matched)
    lacking = {at for at in totals if found[at] < _FOUND * totals[at]}
    held = totals.keys() - lacking
    first, last = min(held, default=0), max(held, default=len(words.paragraphs))
    sequences = _sequences(words) if lacking else {}
    repeated = Counter(sequence for each in sequences.values() for sequence in each)
    beside = {folded[:_OPENING] for text in elsewhere if (folded := bare(text))}
    known = {folded for name in names if len(folded := bare(name)) > _INITIALS}

    lines = [line for place in credited if (line := place.line) and line > (_line_of(words, last) or line)]
    closed = min(lines, default=None)

    def is_of_the_ends(paragraph: Paragraph) -> bool:
        is_linked = is_copy and bool(paragraph.links) and not paragraph.text.startswith("[")
        is_below = closed is not None and (paragraph.places[0][1].line or 0) > closed
        return is_below or is_linked or _presents(paragraph, known) or _holds(paragraph, beside)

    def is_furniture(at: int) -> bool:
        paragraph, own = words.paragraphs[at], sequences.get(at, frozenset())
        return (
            paragraph.role is not Role.BODY
            or ((is_copy or not first <= at <= last) and bare(paragraph.text)[:_OPENING] in beside)
            or (_is_label(paragraph, totals[at]) and (is_copy or not first <= at <= last or _is_aside(paragraph)))
            or (not first <= at <= last and is_of_the_ends(paragraph))
            or (len(own) > 1 and sum(repeated[sequence] > 1 for sequence in own) >= _REPEATED * len(own))
        )

    return frozenset(filter(is_furniture, lacking))


def _line_of(words: Words, at: int) -> int | None:
    """The line of a paragraph of the text, if there is one."""
    return words.paragraphs[at].places[0][1].line if at < len(words.paragraphs) else None


def _sequences(words: Words) -> dict[int, frozenset[tuple[str, ...]]]:
    """The sequences of a few words in each paragraph."""
    starts = dict(_starts(words))
    return {
        at: frozenset(tuple(words.keys[i : i + _GRAM]) for i in range(start, end - _GRAM + 1))
        for at, (start, end) in starts.items()
    }


def _starts(words: Words) -> Iterator[tuple[int, tuple[int, int]]]:
    start = 0
    for index in range(1, len(words) + 1):
        if index == len(words) or words.at[index] != words.at[start]:
            yield words.at[start], (start, index)
            start = index


def _is_label(paragraph: Paragraph, length: int) -> bool:
    """Whether a paragraph is a few words that are neither a sentence nor a heading nor an entry of a list."""
    element = paragraph.places[0][1].element or ""
    return not (length > _LABEL or paragraph.is_heading or _SENTENCE.search(paragraph.text) or _ENTRY.search(element))


def _is_aside(paragraph: Paragraph) -> bool:
    """Whether a short line is a link, or in brackets or behind a sign as credits of pictures are."""
    return bool(paragraph.links) or paragraph.text.startswith(_ASIDE)


def _holds(paragraph: Paragraph, statements: Collection[str]) -> bool:
    """Whether a paragraph holds one of the statements."""
    text = bare(paragraph.text)
    return any(statement in text for statement in statements if len(statement) >= _TELLING)


def _presents(paragraph: Paragraph, known: Collection[str]) -> bool:
    """Whether an author or publisher is presented: named first, or named and linked."""
    text = bare(paragraph.text)
    return any(text.startswith(name) for name in known) or (
        bool(paragraph.links) and any(name in text for name in known)
    )
