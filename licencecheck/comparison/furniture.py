"""Which paragraphs of a main text are no part of the article, though they stand in it: told by the other text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from licencecheck.comparison.words import Words
from licencecheck.model import Page, Paragraph, Role
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
_WHOLLY = 0.9
_TELLING = 15
"""Letters of a statement from which on a paragraph that holds it is told by it."""
_CITED = 8
"""Letters of a title from which on it is known in a citation."""
_LINE = 100
"""Letters up to which the line of an author is no text of the article."""
_INITIALS = 2
"""Letters of a name that are too few to tell it."""
_SENTENCE = re.compile(r"[.!?…:;,。！？][\"'’”»)\]]*$")
_ASIDE = ("(", "[", "©", "→", "»", ">")
_ENTRY = re.compile(r"/(?:li|td|th|dt|dd|pre|blockquote)(?:\[\d+\])?(?:/|$)")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an original and its copy say beside the article; texts by their first letters."""

    names: frozenset[str]
    """Those of authors and publishers, who present themselves at the two ends."""
    statements: frozenset[str]
    """Titles, authors, credits, terms."""
    signatures: frozenset[str]
    """Lines that only name authors."""


def surroundings_of(original: Page, page: Page) -> Surroundings:
    """Collect what an original and its copy say beside the article."""
    names = [byline.name for byline in (*original.bylines, *page.bylines)]
    names += [*original.identity.names, *(credit.name for credit in page.credits if credit.name)]
    return Surroundings(
        names=frozenset(folded for name in names if len(folded := bare(name)) > _INITIALS),
        statements=_openings(chain(_beside(original), _beside(page))),
        signatures=_openings(chain(_signatures(original), _signatures(page))),
    )


def _beside(page: Page) -> Iterator[str]:
    yield page.title or ""
    yield from _signatures(page)
    yield from (block.text for block in page.blocks if block.role is not Role.BODY)
    yield from (fact.text for fact in (*page.credits, *page.licences, *page.notices, *page.permissions))


def _signatures(page: Page) -> Iterator[str]:
    return (byline.text for byline in page.bylines if len(byline.text) <= _LINE)


def _openings(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(folded[:_OPENING] for text in texts if (folded := bare(text)))


def furniture_of(
    page: Page, words: Words, matched: Iterable[int], around: Surroundings, *, is_copy: bool
) -> frozenset[int]:
    """Give the indices of the paragraphs that the other text lacks and that are captions, calls, notices, pull quotes.

    `words` are those of `page`, `matched` those that the other text has. What a copy links at its ends, of which the
    original says nothing, presents somebody. Lines of authors above and below the prose are no part of the article,
    even where the other text has them. Below the credit that closes a copy, the first that stands behind the text,
    stands what is no part of it. Amid the text, what the original says of copyright is a part of that, and so are short
    lines: entries of lists, headings in bold.
    """
    totals = Counter(words.at)
    found = Counter(words.at[index] for index in matched)
    lacking = {at for at in totals if found[at] < _FOUND * totals[at]}
    held = totals.keys() - lacking
    first, last = min(held, default=0), max(held, default=len(words.paragraphs))
    sequences = _sequences(words) if lacking else {}
    repeated = Counter(sequence for each in sequences.values() for sequence in each)
    captions = _openings(image.text for image in page.images)
    end = _line_of(words, last)
    credited = [credit.location.line or 0 for credit in page.chain] if is_copy and end else []
    closed = min((line for line in credited if end and line > end), default=None)

    def is_of_the_ends(paragraph: Paragraph) -> bool:
        is_linked = is_copy and bool(paragraph.links) and not paragraph.text.startswith("[")
        is_below = closed is not None and (paragraph.places[0][1].line or 0) > closed
        return is_below or is_linked or _presents(paragraph, around.names) or _holds(paragraph, around)

    def is_furniture(at: int) -> bool:
        paragraph, own = words.paragraphs[at], sequences.get(at, frozenset())
        opening, is_amid = bare(paragraph.text)[:_OPENING], first <= at <= last
        return (
            paragraph.role is not Role.BODY
            or opening in captions
            or (opening in around.statements and (is_copy or not is_amid))
            or (_is_label(paragraph, totals[at]) and (is_copy or not is_amid or _is_aside(paragraph)))
            or _is_teaser(paragraph)
            or (not is_amid and is_of_the_ends(paragraph))
            or (len(own) > 1 and sum(repeated[sequence] > 1 for sequence in own) >= _REPEATED * len(own))
        )

    return frozenset(filter(is_furniture, lacking)) | _signed(words, around.signatures)


def _signed(words: Words, signatures: Collection[str]) -> frozenset[int]:
    """The lines before and after all prose that only name the authors: what is asked of them is a matter of its own."""
    prose = [at for at in words.at if len(words.paragraphs[at].text) > _LINE]
    outside = {at for at in words.at if not (prose and prose[0] <= at <= prose[-1])}
    return frozenset(at for at in outside if bare(words.paragraphs[at].text)[:_OPENING] in signatures)


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
    return not (length > _LABEL or paragraph.is_heading or _SENTENCE.search(paragraph.text) or _is_entry(paragraph))


def _is_teaser(paragraph: Paragraph) -> bool:
    """Whether a heading, or a paragraph that is no entry of a list, is wholly a link to another page."""
    linked = sum(len(link.text) for link in paragraph.links if not link.href.startswith("#"))
    return linked >= _WHOLLY * len(paragraph.text) and (paragraph.is_heading or not _is_entry(paragraph))


def _is_entry(paragraph: Paragraph) -> bool:
    return _ENTRY.search(paragraph.places[0][1].element or "") is not None


def _is_aside(paragraph: Paragraph) -> bool:
    """Whether a short line is a link, or in brackets or behind a sign as credits of pictures are."""
    return bool(paragraph.links) or paragraph.text.startswith(_ASIDE)


def _holds(paragraph: Paragraph, around: Surroundings) -> bool:
    """Whether a paragraph holds one of the statements; a short one tells only beside a name, as citations have it."""
    text = bare(paragraph.text)
    held = {statement for statement in around.statements if statement in text}
    if any(len(statement) >= _TELLING for statement in held):
        return True
    cited = [statement for statement in held if len(statement) >= _CITED]
    return any(name in text.replace(statement, "") for statement in cited for name in around.names)


def _presents(paragraph: Paragraph, known: Collection[str]) -> bool:
    """Whether an author or publisher is presented: named first, or named and linked."""
    text = bare(paragraph.text)
    return any(text.startswith(name) for name in known) or (
        bool(paragraph.links) and any(name in text for name in known)
    )
