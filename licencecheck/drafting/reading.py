"""What one sentence of terms says in words that we know, and how near to each other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from licencecheck.drafting.passages import Sentence
from licencecheck.drafting.tables import Hit, Places, Table
from licencecheck.evidence.licences.words import LicenceMatch, licences_in_text
from licencecheck.evidence.phrases.folding import Folded, fold

AHEAD, BEHIND = 70, 55
"""How many characters before or behind a thing the word stands that asks for it."""
NEAR = 90
LISTED = 30
BESIDE = 14
_OBJECT = 25
"""Characters between a verb and its object."""

LIST = frozenset(",/、・")
_LINE = re.compile(r"(?:[“«„「『]\s?|(?<![^\s(\[:：])\")(?=\S)([^“”\"«»„「」『』]{16,300})(?:[”\"»“」』]|$)")
"""Words in quotation marks, long enough for a credit line; the sentence may end within them."""
_LINE_WORDS = ("source", "source-credit", "house", "author", "act", "credit", "rights", "photographer", "licence-name")
_ASKED = 80
"""Characters before a prescribed line within which it is asked for."""


class Stance(StrEnum):
    """What a clause says of the use of the article."""

    GRANTS = "grants"
    IMPLIES = "implies"
    """Says under which condition, and thereby that it may be used."""
    ASKS = "asks"
    """Permission is needed, or whom to ask."""
    DENIES = "denies"
    RESERVES = "reserves"
    """All rights reserved, no unauthorised use: nothing is said of asking."""
    QUALIFIES = "qualifies"
    """Forbids a manner of use only: in bulk, behind a paywall, for profit."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence with its concepts."""

    sentence: Sentence
    folded: Folded
    hits: tuple[Hit, ...]
    """Those within the name of a licence are one, `licence-name`."""
    licences: tuple[LicenceMatch, ...] = ()

    @classmethod
    def of(cls, sentence: Sentence, tables: Iterable[Table]) -> Reading:
        """Read `sentence` in the language of which it holds most."""
        folded = fold(sentence.text)
        places = Places(folded.text)
        found = [table.hits(folded.text, places) for table in tables]
        best = max(found, key=lambda hits: sum(hit.end - hit.start for hit in hits), default=[])
        licences = tuple(licences_in_text(sentence.text)) if best else ()
        whole = cls(sentence, folded, (), licences)
        names = [whole.folded_range(match.start, match.end) for match in licences if match.licence.kind == "content"]
        hits = [hit for hit in best if not any(low <= hit.start < high for low, high in names)]
        named = [Hit(low, high, "licence-name") for low, high in names] if hits else []
        return cls(sentence, folded, tuple(sorted([*hits, *named])), licences)

    def has(self, *concepts: str) -> bool:
        """Whether one of `concepts` stands in it."""
        return any(hit.concept in concepts for hit in self.hits)

    def all(self, *concepts: str) -> list[Hit]:
        """Where `concepts` stand in it."""
        return [hit for hit in self.hits if hit.concept in concepts]

    @property
    def foreign(self) -> bool:
        """Whether it speaks of something else than the article: what users submit, code, trademarks."""
        others = self.all("other")
        if self.has("submission") or not others:
            return self.has("submission")
        before = self.part(0, others[0].start).all("work", "act")
        if not before:
            return True
        return all(hit.concept == "act" for hit in before) and others[0].start - before[-1].end <= _OBJECT

    def quote(self, start: int, end: int) -> str:
        """The words of the page at a range of the folded sentence."""
        return self.sentence.quote(*self.folded.original(start, end))

    def folded_range(self, start: int, end: int) -> tuple[int, int]:
        """The range of the folded sentence that was made from characters `start` to `end` of the sentence."""
        offsets = self.folded.offsets
        if offsets is None:
            return start, end
        low = bisect_left(offsets, start)
        return low, max(low + 1, bisect_left(offsets, end))

    def part(self, low: int, high: int) -> Reading:
        """What begins at characters `low` to `high` of the folded sentence."""
        return Reading(self.sentence, self.folded, tuple(hit for hit in self.hits if low <= hit.start < high))

    def outside(self, low: int, high: int) -> Reading:
        """What begins neither at nor between characters `low` to `high` of the folded sentence."""
        return Reading(self.sentence, self.folded, tuple(hit for hit in self.hits if not low <= hit.start < high))

    def verb(self, thing: Hit, words: Iterable[str]) -> Hit | None:
        """The word before `thing` that governs it, or the one behind it with no use or clause between."""
        before = self.near(thing, words, after=-1)
        behind = None if before else self.near(thing, words, before=-1)
        if behind and self.part(thing.end, behind.start).has("act", "but", "provided", "may", "can"):
            return None
        return before or behind

    def near(self, hit: Hit, concepts: Iterable[str], after: int = BEHIND, before: int = AHEAD) -> Hit | None:
        """The nearest of `concepts` that ends up to `before` characters before `hit` or begins `after` behind it."""
        gaps = [
            (gap, other)
            for other in self.all(*concepts)
            if other.end <= hit.start or other.start >= hit.end or (other != hit and other[:2] == hit[:2])
            for gap in [hit.start - other.end if other.start < hit.start else other.start - hit.end]
            if gap <= (before if other.start < hit.start else after)
        ]
        return min(gaps, default=(0, None), key=lambda pair: pair[0])[1]

    def denial(self, hit: Hit, lead: Stance | None = None) -> Hit | None:
        """The word that forbids the thing or act `hit`: a mere "not" right before it, or else the lead of its list."""
        word = self.near(hit, ["not"], after=0, before=BESIDE)
        if word and any(may.start <= word.start < may.end for may in self.all("may")):
            word = None  # "no objection"
        return self.near(hit, ["deny"], NEAR, NEAR) or word or (hit if lead is Stance.DENIES else None)

    def joined(self, low: int, high: int) -> bool:
        """Whether what ends at `low` and begins at `high` are two of one list."""
        return self.part(low, high).has("and", "or") or not LIST.isdisjoint(self.folded.text[low:high])

    def prescribed(self) -> Iterator[tuple[int, int]]:
        """Where credits stand in quotation marks that a repost must carry."""
        for line in _LINE.finditer(self.sentence.text):
            low, high = self.folded_range(*line.span(1))
            before = self.part(max(0, low - _ASKED), low)
            if before.has("demand", "name", "bring", "credit", "provided") and self.part(low, high).has(*_LINE_WORDS):
                yield low, high
