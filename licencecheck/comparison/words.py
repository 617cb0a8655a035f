"""The words of a text with their places, folded so that typography does not count."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from licencecheck.comparison.vocabulary import Vocabulary
from licencecheck.model import Location, Paragraph
from licencecheck.text import excerpt

_MARKS = "\u0300-\u036f\u064b-\u0652\u00ad\u200b-\u200d\u2060\ufeff"
"""Accents on their own, vowel signs and what nobody sees: parts of a word."""
_APOSTROPHES = "'\u2019\u02bc"
_APOSTROPHE = re.compile(f"[{_APOSTROPHES}]")
_FOOTNOTE = "["
_WORD = re.compile(
    r"\[\d{1,3}\]|"
    rf"(?:[^\W\d_]\.){{2,}}"
    rf"|\d+(?:[.,:]\d+|[{_APOSTROPHES}\u00a0\u202f]\d{{3}}(?!\d))*"
    rf"|[\u3040-\u30ff\u3400-\u9fff]"
    rf"|[^\W\d_\u3040-\u30ff\u3400-\u9fff](?:[^\W\d_\u3040-\u30ff\u3400-\u9fff]|[{_MARKS}]"
    rf"|[{_APOSTROPHES}](?=[^\W\d_]))*"
    r"|[%‰$€£¥₹₺&°№]"
)
_OPENING, _CLOSING = "“„«‹「『", "”»›」』"
_ENDS = ".,!?…"
_CLOSED_BY = {
    "„": "“”",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "「": "」",
    "『": "』",
    '"': '"',
    "‘": "’'",
    "'": "'’",
}
"""What closes a quotation by what opens it; “ and all others end with ”."""
_QUOTES = re.compile(r"[“”„«»‹›「」『』\"]|(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…])['’](?!\w)")
_SENTENCE_END = re.compile(r"[.!?…:]['’”\"»)\]]*\s|[。！？]")
_ENTRY = re.compile(r"[(\[]?\d{1,2}[.)\]]\s")
CONTEXT = 5
"""Words of context on either side of a change."""


@dataclass(slots=True)
class Words:
    """The words of some paragraphs; indices count words, offsets count characters of a paragraph."""

    paragraphs: Sequence[Paragraph]
    keys: list[str] = field(default_factory=list)
    """What a word is compared by."""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    at: list[int] = field(default_factory=list)
    """Index of its paragraph."""
    quoted: set[int] = field(default_factory=set)
    """Words within quotation marks."""
    firsts: set[int] = field(default_factory=set)
    """Words that begin a sentence."""
    entries: set[int] = field(default_factory=set)
    """Words that are the number of a list entry, which markup may write or leave to the browser."""
    skipped: Collection[int] = ()
    """Indices of paragraphs that are left out."""

    def __len__(self) -> int:
        """Count the words."""
        return len(self.keys)

    def sentences(self) -> list[int]:
        """The number of the sentence in which each word stands."""
        return list(accumulate(index in self.firsts for index in range(len(self))))

    def surface(self, index: int) -> str:
        """The word as written."""
        return self.paragraphs[self.at[index]].text[self.starts[index] : self.ends[index]]

    def text(self, start: int, end: int) -> str:
        """The words from `start` up to `end` as written, shortened, with the punctuation that ends them."""
        if start >= end:
            return ""
        paragraphs = (at for at in range(self.at[start], self.at[end - 1] + 1) if at not in self.skipped)
        return excerpt(" ".join(self._piece(paragraph, start, end) for paragraph in paragraphs))

    def is_verbatim(self, start: int, other: Words, second: int, length: int) -> bool:
        """Whether `length` words and the gaps before them are the same characters in another text."""
        end, last = start + length - 1, second + length - 1
        if self.at[start] != self.at[end] or other.at[second] != other.at[last]:
            return False
        a = 0 if self.begins(start) else self.ends[start - 1]
        b = 0 if other.begins(second) else other.ends[second - 1]
        first, text = self.paragraphs[self.at[start]].text, other.paragraphs[other.at[second]].text
        return first[a : self.ends[end]] == text[b : other.ends[last]]

    def begins(self, index: int) -> bool:
        """Whether a word begins a paragraph."""
        return index == 0 or self.at[index - 1] != self.at[index]

    def is_heading(self, start: int, end: int) -> bool:
        """Whether words begin and end in a heading."""
        return all(self.paragraphs[self.at[index]].is_heading for index in {start, end - 1})

    def gap(self, index: int) -> str:
        """What stands between a word and the one before it in its paragraph."""
        text = self.paragraphs[self.at[index]].text
        return text[0 if self.begins(index) else self.ends[index - 1] : self.starts[index]]

    def tail(self, index: int) -> str:
        """What stands between a word and the next one in its paragraph."""
        ends = index + 1 == len(self) or self.at[index + 1] != self.at[index]
        text = self.paragraphs[self.at[index]].text
        return text[self.ends[index] : len(text) if ends else self.starts[index + 1]]

    def place(self, index: int) -> Location:
        """Where the word stands in the file."""
        return self.paragraphs[self.at[index]].place(self.starts[index])

    def before(self, index: int) -> str:
        """Some words before one, of the same paragraph."""
        here = self.at[index] if index < len(self) else -1
        start = index
        while start > max(index - CONTEXT, 0) and self.at[start - 1] == here:
            start -= 1
        return self.text(start, index)

    def after(self, index: int) -> str:
        """Some words from one on, of the same paragraph."""
        end = index
        while end < min(index + CONTEXT, len(self)) and self.at[end] == self.at[index]:
            end += 1
        return self.text(index, end)

    def _piece(self, paragraph: int, start: int, end: int) -> str:
        text = self.paragraphs[paragraph].text
        first = self.starts[start] if self.at[start] == paragraph else 0
        is_last = self.at[end - 1] == paragraph
        return text[first : self.ends[end - 1] if is_last else len(text)]


def words_of(
    paragraphs: Sequence[Paragraph],
    vocabulary: Vocabulary,
    skipped: Collection[int] = (),
    unnumbered: Collection[int] = (),
) -> Words:
    """Read the words of `paragraphs` but for those whose indices are `skipped`, and for numbers of list entries.

    Those are left out where the paragraph is among the `unnumbered`.
    """
    words = Words(paragraphs, skipped=skipped)
    for number, paragraph in enumerate(paragraphs):
        if number in skipped:
            continue
        first, text = len(words), paragraph.text
        entry = _ENTRY.match(text)
        spans = list(_spans(text, vocabulary, entry.end() if entry and number in unnumbered else 0))
        if entry and number not in unnumbered:
            words.entries.add(first)
        words.keys += [vocabulary.key(text[start:end]) for start, end in spans]
        words.starts += [start for start, _ in spans]
        words.ends += [end for _, end in spans]
        words.at += [number] * len(spans)
        _mark_sentences(words, first, text)
        _mark_quotations(words, first, text)
    return words


def _spans(text: str, vocabulary: Vocabulary, start: int) -> Iterator[tuple[int, int]]:
    """Where the words of a text stand from `start` on; those with an apostrophe may be two."""
    words = _WORD.finditer(text, start)
    spans = (match.span() for match in words if not match[0].startswith(_FOOTNOTE))
    if not _APOSTROPHE.search(text):
        yield from spans
        return
    for start, end in spans:
        cut = vocabulary.cut(_APOSTROPHE.sub("'", text[start:end]))
        if cut:
            yield start, start + cut
        yield start + cut, end


def _mark_sentences(words: Words, first: int, text: str) -> None:
    if first < len(words):
        words.firsts.add(first)
    for match in _SENTENCE_END.finditer(text):
        index = bisect_left(words.starts, match.end(), first)
        if index < len(words):
            words.firsts.add(index)


def _mark_quotations(words: Words, first: int, text: str) -> None:
    """Mark the words of `text` between quotation marks; a mark that nothing closes opens nothing."""
    for opening, closing in _quotations(text):
        start, end = bisect_left(words.starts, opening, first), bisect_right(words.ends, closing, first)
        words.quoted.update(range(start, end))


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the outermost pairs of quotation marks, of whatever form; a paragraph may end within a quotation."""
    marks = [(match.start(), match[0]) for match in _QUOTES.finditer(text)]
    last = {sign: at for at, sign in marks}
    opened: int | None = None
    closing = ""
    for at, sign in marks:
        if opened is not None:
            if sign in closing:
                yield opened, at
                opened = None
        elif _opens(text, at):
            closing = _CLOSED_BY.get(sign, "”")
            if any(last.get(each, -1) > at for each in closing):
                opened = at
            elif sign in _OPENING:
                yield at, len(text)
                return


def _opens(text: str, at: int) -> bool:
    """Whether a mark opens a quotation: guillemets point either way, a straight quote stands before its words."""
    before, sign, after = text[at - 1 : at] if at else "", text[at], text[at + 1 : at + 2]
    if sign in "»›":
        return not before.isalnum() and before not in _ENDS and after.isalnum()
    if sign in "«‹":
        return not (before.isalnum() or (before and before in _ENDS)) or after.isalnum()
    return after.isalnum() if sign == "'" else sign not in _CLOSING + "’"
