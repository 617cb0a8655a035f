"""The words of a text with their places, folded so that typography does not count."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from licencecheck.comparison.vocabulary import Vocabulary
from licencecheck.model import Location, Paragraph
from licencecheck.text import excerpt

_MARKS = "\u0300-\u036f\u064b-\u0652\u00ad\u200b-\u200d\u2060\ufeff"
"""Accents on their own, vowel signs and what nobody sees: parts of a word."""
_APOSTROPHES = "'\u2019\u02bc"
_APOSTROPHE = re.compile(f"[{_APOSTROPHES}]")
_WORD = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}"
    rf"|\d+(?:[.,:]\d+|[{_APOSTROPHES}\u00a0\u202f]\d{{3}}(?!\d))*"
    rf"|[\u3040-\u30ff\u3400-\u9fff]"
    rf"|[^\W\d_\u3040-\u30ff\u3400-\u9fff](?:[^\W\d_\u3040-\u30ff\u3400-\u9fff]|[{_MARKS}]"
    rf"|[{_APOSTROPHES}](?=[^\W\d_]))*"
    r"|[%‰$€£¥₹₺&°№]"
)
_OPENING, _CLOSING = "“„«‹「『", "”»›」』"
_QUOTES = re.compile(r"[“”„«»‹›「」『』\"]|(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…])['’](?!\w)")
_SENTENCE_END = re.compile(r"[.!?…:]['’”\"»)\]]*\s|[。！？]")
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
    skipped: Collection[int] = ()
    """Indices of paragraphs that are left out."""

    def __len__(self) -> int:
        """Count the words."""
        return len(self.keys)

    def surface(self, index: int) -> str:
        """The word as written."""
        return self.paragraphs[self.at[index]].text[self.starts[index] : self.ends[index]]

    def text(self, start: int, end: int) -> str:
        """The words from `start` up to `end` as written, shortened, with the punctuation that ends them."""
        if start >= end:
            return ""
        paragraphs = (at for at in range(self.at[start], self.at[end - 1] + 1) if at not in self.skipped)
        return excerpt(" ".join(self._piece(paragraph, start, end) for paragraph in paragraphs))

    def gap(self, index: int) -> str:
        """What stands between a word and the one before it in its paragraph."""
        begins = index == 0 or self.at[index - 1] != self.at[index]
        text = self.paragraphs[self.at[index]].text
        return text[0 if begins else self.ends[index - 1] : self.starts[index]]

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


def words_of(paragraphs: Sequence[Paragraph], vocabulary: Vocabulary, skipped: Collection[int] = ()) -> Words:
    """Read the words of `paragraphs` but for those whose indices are `skipped`."""
    words = Words(paragraphs, skipped=skipped)
    for number, paragraph in enumerate(paragraphs):
        if number in skipped:
            continue
        first = len(words)
        for start, end in _spans(paragraph.text, vocabulary):
            words.keys.append(vocabulary.key(paragraph.text[start:end]))
            words.starts.append(start)
            words.ends.append(end)
            words.at.append(number)
        _mark_sentences(words, first, paragraph.text)
        _mark_quotations(words, first, paragraph.text)
    return words


def _spans(text: str, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    for match in _WORD.finditer(text):
        start, end = match.span()
        if cut := vocabulary.cut(_APOSTROPHE.sub("'", match[0])):
            yield start, start + cut
            start += cut
        yield start, end


def _mark_sentences(words: Words, first: int, text: str) -> None:
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    position = 0
    for index in range(first, len(words)):
        if index == first:
            words.firsts.add(index)
        while position < len(ends) and ends[position] <= words.starts[index]:
            words.firsts.add(index)
            position += 1


def _mark_quotations(words: Words, first: int, text: str) -> None:
    """Mark the words of `text` between quotation marks; a mark that nothing closes opens nothing."""
    index = first
    for opening, closing in _quotations(text):
        while index < len(words) and words.starts[index] < opening:
            index += 1
        while index < len(words) and words.ends[index] <= closing:
            words.quoted.add(index)
            index += 1


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the outermost pairs of quotation marks, of whatever form; a paragraph may end within a quotation."""
    opened: int | None = None
    mark = ""
    for match in _QUOTES.finditer(text):
        sign = match[0]
        if opened is None:
            if sign in _CLOSING + "’":
                continue
            opened, mark = match.start(), sign
        elif _closes(sign, mark):
            yield opened, match.start()
            opened = None
    if opened is not None and mark in _OPENING:
        yield opened, len(text)


def _closes(sign: str, mark: str) -> bool:
    pairs = {"„": "“”", "«": "»", "»": "«", "‹": "›", "「": "」", "『": "』", "“": "”", '"': '"', "‘": "’'", "'": "'’"}
    return sign in pairs.get(mark, "”")
