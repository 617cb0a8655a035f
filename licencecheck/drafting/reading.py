"""What one sentence of terms says: which duties, and whether it grants, denies or makes one ask."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from licencecheck.drafting.passages import LONGEST, Sentence
from licencecheck.drafting.tables import Hit, Places, Table
from licencecheck.evidence.licences.words import LicenceMatch, licences_in_text
from licencecheck.evidence.phrases.folding import Folded, fold

_AHEAD, _BEHIND = 70, 55
"""How many characters before or behind a thing the word stands that asks for it."""

_NEAR = 90
_LISTED = 30
_BESIDE = 14
_IMAGE_CREDIT = 20


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


class Duty(NamedTuple):
    """Something asked for; `start` and `end` are characters of the folded sentence."""

    requires: str
    start: int
    end: int


_SAID = (
    ("source", "source-credit", {"credit", "uncredited", "name"}),
    ("house", "source-credit", {"credit", "uncredited"}),
    ("author", "author-credit", {"credit", "uncredited", "name"}),
    ("title", "title-credit", {"credit", "uncredited", "name"}),
    ("date", "publication-date", {"credit", "uncredited", "name"}),
    ("photographer", "image-credit", {"credit", "uncredited", "name"}),
    ("link", "original-link", {"credit", "uncredited", "name", "demand", "bring", "provided", "wish"}),
    ("copyright", "copyright-notice", {"name", "keep"}),
    ("licence", "licence-notice", {"credit", "name", "keep", "demand", "bring"}),
    ("changes", "change-notice", {"credit", "uncredited", "name"}),
    ("disclaimer", "disclaimer-kept", {"name", "keep", "demand", "bring"}),
    ("links", "body-links-kept", {"name", "keep", "demand", "bring"}),
    ("pixel", "page-counter", {"name", "keep", "demand", "bring", "provided", "act"}),
)
"""The thing, the duty to name it, and the words of which one must stand near it."""

_PLAIN = frozenset(
    ["source-credit", "author-credit", "original-link", "image-credit", "credit-line", "canonical-link", "noindex",
     "link-quality", "share-alike", "licence-notice", "change-notice", "verbatim-text"]
)  # fmt: skip
"""Concepts that are duties by themselves."""

_NAMED_OTHERWISE = frozenset(
    ["author", "title", "date", "photographer", "image", "copyright", "rights", "licence", "changes", "source", "house"]
)
_LIMITS = frozenset(["personal", "education", "community", "organisation", "noncommercial"])
_LIMITED = ("may", "can", "demand", "deny", "only", "act", "citing", "provided")
_LIST = frozenset(",/、・")
_LINE = re.compile(r"(?:[“«„「『]|(?<![^\s(\[:：])\")(?=\S)([^“”\"«»„「」『』]{16,300})(?:[”\"»“」』]|$)")
"""Words in quotation marks, long enough for a credit line; the sentence may end within them."""
_LINE_WORDS = ("source", "source-credit", "house", "author", "act", "credit", "rights", "photographer", "licence-name")
_ASKED = 80
"""Characters before a prescribed line within which it is asked for."""
_NAME = re.compile(r"[^\W\d_][\w.'’-]*")
_JOINED = 14
"""Characters between two names of one list."""
_ADDRESS = re.compile(r"https?://[^\s/]{3,100}/[^\s]")


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
        others, works = self.all("other"), self.all("work")
        return self.has("submission") or bool(others and not (works and works[0].start < others[0].start))

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

    def near(self, hit: Hit, concepts: Iterable[str], after: int = _BEHIND, before: int = _AHEAD) -> Hit | None:
        """The nearest of `concepts` that ends up to `before` characters before `hit` or begins `after` behind it."""
        gaps = [
            (gap, other)
            for other in self.all(*concepts)
            if other.end <= hit.start or other.start >= hit.end or (other != hit and other[:2] == hit[:2])
            for gap in [hit.start - other.end if other.start < hit.start else other.start - hit.end]
            if gap <= (before if other.start < hit.start else after)
        ]
        return min(gaps, default=(0, None), key=lambda pair: pair[0])[1]


def duties(reading: Reading, *, lead: Stance | None = None) -> Iterator[Duty]:
    """What the sentence asks for; `lead` is what the lead of its list says."""
    if reading.foreign:
        return
    if not reading.has("insufficient"):
        yield from _named(reading)
    yield from _kept(reading, lead)
    yield from _limits(reading, lead)


def _named(reading: Reading) -> Iterator[Duty]:
    """What is to be named, linked or shown."""
    yield from (Duty(hit.concept, hit.start, hit.end) for hit in reading.hits if hit.concept in _PLAIN)
    credited = [Duty("source-credit", hit.start, hit.end) for hit in reading.all("source-credit")]
    for thing, duty, words in _SAID:
        for hit in reading.all(thing):
            word = reading.verb(hit, words)
            if duty in {"source-credit", "author-credit"} and _is_credit_of_images(reading, hit):
                duty = "image-credit"
            if word and not _is_of_licence(reading, hit) and not (thing == "title" and reading.has("edit")):
                found = Duty(duty, min(hit.start, word.start), max(hit.end, word.end))
                outlet = _outlet_beside(reading, hit) if thing == "author" else None
                credited += [found] if duty == "source-credit" else []
                credited += [outlet] if outlet else []
                yield from (found, *([outlet] if outlet else []))
    yield from (Duty("credit-line", low, high) for low, high in _prescribed(reading))
    for hit in reading.all("rights"):
        if reading.near(hit, ["credit"], _BESIDE, _BESIDE):
            yield Duty("copyright-notice", hit.start, hit.end)
    yield from (Duty("licence-link", hit.start, hit.end) for hit in reading.all("link") if _is_of_licence(reading, hit))
    for hit in reading.all("credit", "uncredited"):
        if not reading.near(hit, _NAMED_OTHERWISE, after=40, before=_BESIDE):
            credited.append(Duty("source-credit", hit.start, hit.end))
            yield credited[-1]
    address = _ADDRESS.search(reading.folded.text)
    if credited and address:
        yield Duty("original-link", *address.span())


def _is_credit_of_images(reading: Reading, thing: Hit) -> bool:
    """Whether a sentence names pictures, and no text, before the one to be credited."""
    return reading.part(0, thing.start).has("image") and not reading.has("work")


def _outlet_beside(reading: Reading, author: Hit) -> Duty | None:
    """The outlet that is to be named with the author: "credit the author and River Post"; no word of our tables."""
    for name in _NAME.finditer(reading.sentence.text, 1):
        low, high = reading.folded_range(*name.span())
        first, second = (author.end, low) if low >= author.end else (high, author.start)
        joined = first <= second <= first + _JOINED and (
            reading.part(first, second).has("and") or not _LIST.isdisjoint(reading.folded.text[first:second])
        )
        if joined and name[0][0].isupper() and not any(hit.start < high and low < hit.end for hit in reading.hits):
            return Duty("source-credit", min(low, author.start), max(high, author.end))
    return None


def _prescribed(reading: Reading) -> Iterator[tuple[int, int]]:
    """Where credits stand in quotation marks that a repost must carry."""
    for line in _LINE.finditer(reading.sentence.text):
        low, high = reading.folded_range(*line.span(1))
        before = reading.part(max(0, low - _ASKED), low)
        if before.has("demand", "name", "bring", "credit", "provided") and reading.part(low, high).has(*_LINE_WORDS):
            yield low, high


def _is_of_licence(reading: Reading, hit: Hit) -> bool:
    return hit.concept == "link" and reading.near(hit, ["licence", "licence-name"], after=25, before=0) is not None


def _kept(reading: Reading, lead: Stance | None) -> Iterator[Duty]:
    """What is to be left as it is."""
    used = min((hit.start for hit in reading.all("act")), default=LONGEST)
    asked = reading.has("without", "ask")
    for hit in reading.all("edit"):
        word = _denial(reading, hit, lead) or reading.near(hit, ["without", "ask"], _NEAR, _NEAR)
        if word and not (asked and used < hit.start) and not reading.near(hit, ["distort"], after=40, before=40):
            yield Duty("verbatim-text", min(hit.start, word.start), max(hit.end, word.end))
    for hit in reading.all("image"):
        word = (
            _denial(reading, hit, lead)
            or reading.near(hit, ["without", "ask", "except", "check"], _NEAR, _NEAR)
            or reading.near(hit, ["not", "only"], _LISTED, _BESIDE)
        )
        if word and not _is_enumerated(reading, hit):
            yield Duty("images", min(hit.start, word.start), max(hit.end, word.end))
        credit = reading.near(hit, ["credit"], after=_BEHIND, before=_IMAGE_CREDIT)
        if credit and not reading.part(min(hit.end, credit.end), max(hit.start, credit.start)).has("work", "or"):
            yield Duty("image-credit", min(hit.start, credit.start), max(hit.end, credit.end))
    for hit in reading.all("translate"):
        word = _denial(reading, hit, lead) or reading.near(hit, ["without", "ask", "may", "can"], _NEAR, _NEAR)
        if word and not (asked and used < hit.start) and not _is_listed(reading, hit):
            yield Duty("translation", min(hit.start, word.start), max(hit.end, word.end))


def _denial(reading: Reading, hit: Hit, lead: Stance | None = None) -> Hit | None:
    """The word that forbids the thing or act `hit`: a mere "not" right before it, or else the lead of its list."""
    word = reading.near(hit, ["deny"], _NEAR, _NEAR) or reading.near(hit, ["not"], after=0, before=_BESIDE)
    return word or (hit if lead is Stance.DENIES else None)


def _is_enumerated(reading: Reading, image: Hit) -> bool:
    """Whether images are only one kind of content among others: "texts, photos and videos"."""
    for work in reading.all("work"):
        low, high = min(image.end, work.end), max(image.start, work.start)
        listed = reading.part(low, high).has("and", "or") or not _LIST.isdisjoint(reading.folded.text[low:high])
        if listed and high - low <= _LISTED:
            return True
    return False


def _is_listed(reading: Reading, hit: Hit) -> bool:
    """Whether it is only one of several kinds of use: "copied, translated or shared"."""
    return reading.near(hit, ["act"], _LISTED, _LISTED) is not None


def _limits(reading: Reading, lead: Stance | None) -> Iterator[Duty]:
    """How much may be used, and for what."""
    asked = reading.has("without", "ask", "contact")
    for hit in reading.all("excerpt", "quotation"):
        if lead is Stance.GRANTS or reading.near(hit, _LIMITED, _NEAR, _NEAR):
            yield Duty("excerpt-limit", hit.start, hit.end)
    for hit in reading.all("whole"):
        word = _denial(reading, hit, lead)
        if word and not asked:
            yield Duty("excerpt-limit", min(hit.start, word.start), max(hit.end, word.end))
        elif not (word or asked) and reading.has("demand", "only", "provided"):
            yield Duty("verbatim-text", hit.start, hit.end)
    for hit in reading.all("commercial"):
        word = reading.near(hit, ["deny", "except"], _LISTED, _BEHIND)
        if word and not asked:
            yield Duty("noncommercial", min(hit.start, word.start), max(hit.end, word.end))
    for hit in reading.all("noncommercial"):
        if not (asked and reading.has("commercial")):
            yield Duty("noncommercial", hit.start, hit.end)


_ANSWERED = ((Stance.ASKS, ("ask", "contact")), (Stance.GRANTS, ("assent",)), (Stance.DENIES, ("not", "deny")))


class Said(NamedTuple):
    """A stance with its place, and to what it is limited."""

    stance: Stance
    start: int
    end: int
    limits: frozenset[str] = frozenset()


def stances(reading: Reading, *, lead: Stance | None = None) -> Iterator[Said]:
    """What the clauses of the sentence say of the use of the article; `lead` is what the lead of its list says."""
    if reading.foreign or _is_of_changes(reading):
        return
    for low, high in _prescribed(reading):
        reading = reading.outside(low, high)
    borders = [hit.start for hit in reading.all("but")]
    for low, high in zip([0, *borders], [*borders, len(reading.folded.text)], strict=True):
        clause = reading.part(low, high)
        granted = min((hit.start for hit in clause.all("may", "can")), default=high)
        conditions = clause.all("provided", "credit", "source-credit")
        condition = min((hit.start for hit in conditions if hit.start > granted), default=high)
        said = _stance(clause, clause.part(low, condition), lead)
        if said:
            yield said


def answer(reading: Reading) -> Said | None:
    """What the answer to a question about the use of the article says."""
    for stance, concepts in _ANSWERED:
        hits = reading.all(*concepts)
        if hits and (stance is Stance.ASKS or hits[0].start <= _BESIDE):
            return Said(stance, hits[0].start, hits[0].end)
    return None


def _stance(clause: Reading, grant: Reading, lead: Stance | None) -> Said | None:
    """The stance of a clause, of which `grant` is the part before the conditions of a grant."""
    uses = [hit for hit in clause.all("act", "excerpt", "quotation", "citing") if not _is_of_images(clause, hit)]
    limits = frozenset(hit.concept for hit in grant.all(*_LIMITS, "commercial", "print", "excerpt"))
    if not any(hit.concept in {"act", "excerpt"} for hit in uses):
        limits |= {"citing"}

    def said(stance: Stance, *hits: Hit) -> Said:
        return Said(stance, min(h.start for h in hits), max(h.end for h in hits), limits)

    if clause.has("insufficient") and (uses or clause.has("credit", "source")):
        return said(Stance.ASKS, *clause.all("insufficient"))
    uses = uses or (clause.all("print", "commercial", "otherwise") if clause.has("ask", "contact") else [])
    reserved = clause.all("reserved") or (clause.all("unauthorised") if clause.has("deny") else [])
    if not uses or (clause.has("unauthorised") and not reserved):
        return said(Stance.RESERVES, *reserved) if reserved else None
    permits = [hit for use in uses if (hit := _permit(grant, use))]
    denials = [hit for use in uses if (hit := _denial(grant, use))]
    without = grant.all("without")
    if without and not (permits and not denials):
        return said(Stance.ASKS, uses[0], *without)
    if denials and clause.has("uncredited", "beyond"):
        limits |= {"excerpt"} if clause.has("beyond") else frozenset()
        return said(Stance.IMPLIES, uses[0], *denials)
    asks = [hit for hit in clause.all("ask") if not any(w.start <= hit.start < w.end for w in clause.all("without"))]
    asks = asks or ([] if permits or clause.has("notify") else clause.all("contact"))
    if denials and not asks and all(_is_qualified(clause, use) for use in uses if _denial(grant, use)):
        return said(Stance.QUALIFIES, uses[0], *denials)
    if asks:
        return said(Stance.ASKS, uses[0], *asks)
    if reserved:
        return said(Stance.RESERVES, *reserved)
    if denials:
        return said(Stance.DENIES, uses[0], *denials)
    if permits:
        return said(Stance.GRANTS, uses[0], *permits)
    if lead is Stance.DENIES and all(_is_qualified(clause, use) for use in uses):
        return said(Stance.QUALIFIES, uses[0])
    if lead:
        return said(lead, uses[0])
    named = clause.has("provided", "demand") and next(_named(clause), None)
    return said(Stance.IMPLIES, uses[0]) if named else None


def _is_qualified(clause: Reading, use: Hit) -> bool:
    """Whether it is about a manner of this use, or about profit, and about no other use before that."""
    manner = clause.near(use, ["manner", "commercial"], after=_BEHIND, before=0)
    if manner and manner.start > use.start:
        return not clause.part(use.end, manner.start).has("act", "or", "and")
    return bool(clause.near(use, ["manner"], after=0, before=_BESIDE)) or any(
        hit.start < use.end and use.start < hit.end for hit in clause.all("commercial")
    )


def _permit(clause: Reading, use: Hit) -> Hit | None:
    """The word that permits the use; a mere "can" behind the use must speak of a work: waves are reproduced too."""
    far = _BESIDE if use.concept == "citing" else _NEAR
    return clause.near(use, ["may"], far, far) or clause.near(use, ["can"], far if clause.has("work") else 0, far)


def _is_of_changes(reading: Reading) -> bool:
    """Whether it speaks of changed copies only: "translations must be approved before they are published"."""
    changes, uses = reading.all("edit", "translate"), reading.all("act")
    return bool(changes and uses and changes[0].start < uses[0].start) and not reading.has("may", "can")


def _is_of_images(reading: Reading, use: Hit) -> bool:
    image, work = (reading.near(use, [thing], _LISTED, _NEAR) for thing in ("image", "work"))
    if image is None or (work is not None and work.start < image.start):
        return False
    return not _is_enumerated(reading, image)
