"""The sentences of a page, each with its words as they stand there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from licencecheck.text import squeeze

LONGEST = 600
"""Characters of a sentence; a longer one is read in parts."""
LONGEST_QUOTE = 200
"""Characters of a quote, as the schema of rule files has it."""

_CLAUSE = re.compile(r"[,;:(—–、，]\s*")
_MOST = 12
"""So many borders of clauses on each side of the words are tried as the ends of a quote."""


_BLOCK = re.compile(
    r"</?(?:p|div|li|ul|ol|h[1-6]|td|tr|section|article|footer|header|title|[a-z]*section)\b[^<>]{0,300}>",
    re.IGNORECASE,
)
_INLINE = re.compile(
    r"<[!/a-z][^<>]{0,300}>|&(?:[a-z]{2,8}|#[0-9]{1,5});|\]\([^()\s]{0,300}\)|\*\*|__|`|^[ \t]*>[ \t>]*|^[ \t]*#{1,6} ",
    re.IGNORECASE | re.MULTILINE,
)
_ESCAPED = re.compile(r"\\[nrt]")
_PARAGRAPHS = re.compile(r"\n[ \t]*\n|\0")
_ITEM = re.compile(r"[ \t]*(?:[-*•·●▪※]|\(?[a-z0-9ivx]{1,3}[.)）]|[①-⑳])\s+|[ \t]*(?:[①-⑳]|[0-9]+[、．])")
_LINE = re.compile(
    r"\n(?=[ \t]*(?:[-*•·●▪※]|\(?[a-z0-9ivx]{1,3}[.)）]|[①-⑳])\s)"
    r"|(?<=[.!?:：。！？])[ \t\"'”»]{0,3}\n"
    r"|\n(?=[^\n]{1,60}[:：][ \t]*(?:\n|$))"
)
"""A break before an item, behind the end of a sentence, or before the lead of a list."""
_END = re.compile(
    r"[.!?…]+(?:[\"'”»)\]]*(?=\s|$)|[\"'”»]+(?=,))|[。！？]+[」』）)]*|[؟۔;；](?=\s|$)|；|(?<=[:：])(?=\s*$)"
)
_ABBREVIATED = re.compile(
    r"^\s*[0-9]{1,2}\.$|(?:^|[\s(])(?:[A-Za-z]|e\.g|i\.e|etc|inc|ltd|co|no|vol|pp?|art|dr|mr|mrs|ms|prof|st|vs|z\.B|bzw|ggf|usw|d\.h|u\.a|S|Abs|Nr|p\.ej|ej|Sr|Sra|ex|n[ºo]|т\.е|т\.д|т\.п|г|np|tzw|m\.in|itp|itd|bijv|dll|dsb|vb|vs)\.$"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a page; `text` and `source` have the same length."""

    text: str
    """What is read: markup replaced by spaces."""
    source: str
    """The same characters as written."""
    item: bool = False
    """Whether it stands in a list."""
    title: bool = False
    """Whether it ends without a full stop: a heading, the lead of a list."""
    paragraph: int = 0

    def quote(self, start: int, end: int) -> str:
        """The words at `start` to `end` with as much of the sentence around them as a quote may hold."""
        lows = [0, *(border.end() for border in _CLAUSE.finditer(self.text, 0, start)), start]
        highs = [len(self.text), *(border.start() for border in _CLAUSE.finditer(self.text, end)), end]
        quotes = [squeeze(self.source[low:high]) for low in lows[-_MOST:] for high in highs[:1] + highs[1:][-_MOST:]]
        fitting = [quote for quote in quotes if len(quote) <= LONGEST_QUOTE]
        return max(fitting, key=len, default=squeeze(self.source[start : start + LONGEST_QUOTE]))


def sentences_of(paragraphs: Iterable[tuple[str, bool]]) -> Iterator[Sentence]:
    """Cut paragraphs, each with whether it is an item of a list, into sentences."""
    for number, (text, item) in enumerate(paragraphs):
        yield from _cut(text, text, number, item=item)


def plain_sentences(source: str) -> Iterator[Sentence]:
    """Cut plain text into sentences; markup that it holds is looked through, and stands in the quotes."""
    masked = _BLOCK.sub(lambda tag: ("\1" if tag[0][:3].lower() == "<li" else "\0").ljust(len(tag[0])), source)
    masked = _INLINE.sub(lambda mark: " " * len(mark[0]), masked)
    masked = _ESCAPED.sub("\0 ", masked)
    start = number = 0
    for border in [*(_PARAGRAPHS.finditer(masked)), None]:
        end = border.start() if border else len(masked)
        for low, high in _lines(masked, start, end):
            text = masked[low:high]
            item = bool(_ITEM.match(text.lstrip("\n"))) or "\1" in text
            yield from _cut(text.replace("\1", " "), source[low:high], number, item=item)
            number += 1
        start = border.end() if border else end


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines of a paragraph that stand for themselves: items, and what follows a line that ends a sentence."""
    for border in _LINE.finditer(text, start, end):
        yield start, border.end()
        start = border.end()
    yield start, end


def _cut(text: str, source: str, paragraph: int, *, item: bool) -> Iterator[Sentence]:
    start = 0
    ends = [
        end.end()
        for end in _END.finditer(text)
        if not _ABBREVIATED.search(text, max(0, end.start() - 12), end.start() + 1)
    ]
    for end in [*ends, len(text)]:
        while start < end:
            stop = (
                end
                if end - start <= LONGEST
                else max(text.rfind(" ", start + 1, start + LONGEST), start + LONGEST // 2)
            )
            part = text[start:stop]
            low, high = start + len(part) - len(part.lstrip()), start + len(part.rstrip())
            if low < high:
                closed = text[low:high].rstrip("\"'”»’)")[-1:] in set(".!?。！？;；؟")
                yield Sentence(text[low:high], source[low:high], item, not closed, paragraph)
            start = stop
