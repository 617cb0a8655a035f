"""What one sentence of terms asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from licencecheck.drafting.passages import LONGEST
from licencecheck.drafting.reading import BEHIND, BESIDE, LISTED, NEAR, Reading, Stance
from licencecheck.drafting.tables import Hit, numbers


class Duty(NamedTuple):
    """Something asked for; `start` and `end` are characters of the folded sentence."""

    requires: str
    start: int
    end: int
    parameters: Mapping[str, int | str] = MappingProxyType({})
    """What else a rule must say of it."""


_SAID = (
    ("source", "source-credit", {"credit", "uncredited", "name"}),
    ("house", "source-credit", {"credit", "uncredited"}),
    ("author", "author-credit", {"credit", "uncredited", "name", "keep"}),
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
     "link-quality", "share-alike", "licence-notice", "change-notice", "verbatim-text", "excerpt-limit"]
)  # fmt: skip
"""Concepts that are duties by themselves."""

_NAMED_OTHERWISE = frozenset(
    ["author", "title", "date", "photographer", "image", "copyright", "rights", "licence", "changes", "source", "house"]
)
_LIMITED = ("may", "can", "demand", "deny", "only", "act", "citing", "provided")
_NAME = re.compile(r"[^\W\d_][\w.'’-]*")
_JOINED = 14
"""Characters between two names of one list."""
_INITIALS = 2
"""Letters in capitals that are no name yet."""
_IMAGE_CREDIT = 20
"""Characters between a credit and the pictures behind it."""
_NUMBER = re.compile(r"[0-9]{1,3}|[^\W\d_]+")
_SPANS: Mapping[str, tuple[str, int]] = {"hours": ("hours", 1), "days": ("days", 1), "weeks": ("days", 7)}
"""How rules say a span of time, and how many of that it is."""
_PLACED = frozenset(["source-credit", "author-credit", "credit-line"])
"""Duties that may name a place."""
_MARK = 4
"""Characters of the mark of an item."""
_ADDRESS = re.compile(r"https?://[^\s/]{3,100}/[^\s]")


def duties(reading: Reading, *, lead: Stance | None = None) -> Iterator[Duty]:
    """What the sentence asks for; `lead` is what the lead of its list says."""
    if reading.foreign:
        return
    if not reading.has("insufficient"):
        yield from (_placed(reading, duty) for duty in named(reading))
    yield from _kept(reading, lead)
    yield from _limits(reading, lead)
    yield from _waits(reading)


def _placed(reading: Reading, duty: Duty) -> Duty:
    """The duty with the one end of the article at which it is to be fulfilled."""
    ends = reading.all("top", "bottom") if duty.requires in _PLACED else []
    near = any(hit.start - duty.end <= NEAR and duty.start - hit.end <= NEAR for hit in ends)
    concepts = {hit.concept for hit in ends}
    return duty._replace(parameters={"at": concepts.pop()}) if near and len(concepts) == 1 else duty


def named(reading: Reading) -> Iterator[Duty]:
    """What is to be named, linked or shown."""
    credited = list(_credited(reading))
    yield from credited
    for hit in reading.hits:
        if hit.concept in _PLAIN:
            of_title = hit.concept == "verbatim-text" and _is_title_of(reading, hit)
            yield Duty("title-unchanged" if of_title else hit.concept, hit.start, hit.end)
    yield from (Duty("credit-line", low, high) for low, high in reading.prescribed())
    yield from (Duty("licence-link", hit.start, hit.end) for hit in reading.all("link") if _is_of_licence(reading, hit))
    if reading.sentence.item:
        yield from (Duty("original-link", *hit[:2]) for hit in reading.all("link") if hit.start <= _MARK)
    for hit in reading.all("rights"):
        if reading.near(hit, ["credit"], BESIDE, BESIDE):
            yield Duty("copyright-notice", hit.start, hit.end)
    address = _ADDRESS.search(reading.folded.text)
    if address and any(duty.requires == "source-credit" for duty in credited):
        yield Duty("original-link", *address.span())


def _credited(reading: Reading) -> Iterator[Duty]:
    """Whom to credit, and all else that stands near a word for naming or keeping it."""
    yield from (Duty("source-credit", hit.start, hit.end) for hit in reading.all("source-credit"))
    for thing, duty, words in _SAID:
        for hit in reading.all(thing):
            word = reading.verb(hit, words)
            if word and not _is_of_licence(reading, hit) and not (thing == "title" and reading.has("edit")):
                of_images = thing in {"source", "author"} and _is_credit_of_images(reading, hit)
                yield Duty("image-credit" if of_images else duty, min(hit.start, word.start), max(hit.end, word.end))
                yield from _outlet_beside(reading, hit) if thing == "author" else ()
    if not reading.has("image"):
        yield from _outlet_named(reading)
    for hit in reading.all("credit", "uncredited"):
        other = reading.near(hit, _NAMED_OTHERWISE, after=40, before=BESIDE)
        alone = not other or "," in reading.folded.text[hit.end : other.start]
        if alone and not _is_credit_of_images(reading, hit):
            yield Duty("source-credit", hit.start, hit.end)


def _is_credit_of_images(reading: Reading, thing: Hit) -> bool:
    """Whether a sentence names pictures, and no text, before the one to be credited."""
    return reading.part(0, thing.start).has("image") and not reading.has("work")


def _outlet_beside(reading: Reading, author: Hit) -> Iterator[Duty]:
    """The outlet that is to be named with the author: "credit the author and River Post"; no word of our tables."""
    for low, high in [*_names(reading), *(hit[:2] for hit in reading.all("house"))]:
        first, second = (author.end, low) if low >= author.end else (high, author.start)
        if first <= second <= first + _JOINED and reading.joined(first, second):
            yield Duty("source-credit", min(low, author.start), max(high, author.end))


def _outlet_named(reading: Reading) -> Iterator[Duty]:
    """The outlet right behind the word for naming it: in quotation marks, of several words, or all in capitals."""
    text, names = reading.folded.text, _names(reading)
    starts = {low for low, _ in names}
    for low, high in names:
        low_there, high_there = reading.folded.original(low, high)
        capitals = high - low > _INITIALS and reading.sentence.text[low_there:high_there].isupper()
        marked = text[low - 1] == '"' or high + 1 in starts or capitals
        word = reading.near(Hit(low, high, "outlet"), ["name", "credit"], after=-1, before=_JOINED)
        if marked and word and not reading.part(word.end, low).hits and reading.has("demand", "provided", "credit"):
            yield Duty("source-credit", word.start, high)


def _names(reading: Reading) -> list[tuple[int, int]]:
    """Words with a capital letter, not the first ones, that no table knows."""
    names = [name for name in _NAME.finditer(reading.sentence.text, 1) if name[0][0].isupper()]
    ranges = [reading.folded_range(*name.span()) for name in names]
    return [pair for pair in ranges if not any(hit.start < pair[1] and pair[0] < hit.end for hit in reading.hits)]


def _is_of_licence(reading: Reading, hit: Hit) -> bool:
    return hit.concept == "link" and reading.near(hit, ["licence", "licence-name"], after=25, before=0) is not None


def _kept(reading: Reading, lead: Stance | None) -> Iterator[Duty]:
    """What is to be left as it is."""
    used = min((hit.start for hit in reading.all("act")), default=LONGEST)
    asked = reading.has("without", "ask")
    for hit in reading.all("edit"):
        word = reading.denial(hit, lead) or reading.near(hit, ["without", "ask"], NEAR, NEAR)
        among_uses = asked and (used < hit.start or _is_listed(reading, hit))
        distorts = reading.near(hit, ["distort"], after=40, before=40)
        only_distorts = distorts and not reading.part(hit.end, distorts.start).has("or")
        if word and not among_uses and not only_distorts:
            low, high = min(hit.start, word.start), max(hit.end, word.end)
            title, work = _title_at(reading, hit), reading.near(hit, ["work"])
            if title:
                yield Duty("title-unchanged", min(low, title.start), max(high, title.end))
            if not title or (work and _is_beside_work(reading, title)):
                yield Duty("verbatim-text", low, high)
    for hit in reading.all("title"):
        kept = reading.near(hit, ["keep"], after=-1, before=BEHIND)
        if kept and reading.has("demand", "provided") | (kept.start <= _MARK) and not _is_named(reading, kept):
            yield Duty("title-unchanged", kept.start, hit.end)
    for hit in reading.all("image"):
        word = (
            reading.denial(hit, lead)
            or reading.near(hit, ["without", "ask", "except", "check"], NEAR, NEAR)
            or reading.near(hit, ["not", "only"], LISTED, BESIDE)
        )
        if word and not is_enumerated(reading, hit):
            yield Duty("images", min(hit.start, word.start), max(hit.end, word.end))
        credit = reading.near(hit, ["credit"], after=BEHIND, before=_IMAGE_CREDIT)
        if credit and not reading.part(min(hit.end, credit.end), max(hit.start, credit.start)).has("work", "or"):
            yield Duty("image-credit", min(hit.start, credit.start), max(hit.end, credit.end))
    for hit in reading.all("translate"):
        word = reading.denial(hit, lead) or reading.near(hit, ["without", "ask", "may", "can"], NEAR, NEAR)
        if word and not (asked and used < hit.start) and not _is_listed(reading, hit):
            yield Duty("translation", min(hit.start, word.start), max(hit.end, word.end))


def _title_at(reading: Reading, edit: Hit) -> Hit | None:
    """The title, where that is what must not be changed, by itself or beside the text."""
    title = reading.near(edit, ["title"])
    if title is None or reading.part(min(edit.end, title.end), max(edit.start, title.start)).has("except", "but"):
        return None
    nearest = reading.near(edit, ["title", "work"])
    return title if nearest == title or _is_beside_work(reading, title) else None


def _is_title_of(reading: Reading, unchanged: Hit) -> bool:
    """Whether it is said of a title alone that it stays as it is: "the headline must remain unchanged"."""
    title = reading.near(unchanged, ["title"], after=BESIDE, before=BESIDE)
    if title is None or reading.joined(unchanged.end, title.start):
        return False
    return not _is_beside_work(reading, title)


def _is_beside_work(reading: Reading, title: Hit) -> bool:
    """Whether title and text are two of one list: "the text or the headline"."""
    between = [(min(title.end, work.end), max(title.start, work.start)) for work in reading.all("work")]
    return any(low <= high <= low + LISTED and reading.joined(low, high) for low, high in between)


def _is_named(reading: Reading, word: Hit) -> bool:
    """Whether a word for keeping is one for naming as well: "include"."""
    return any(hit.start < word.end and word.start < hit.end for hit in reading.all("name"))


def is_enumerated(reading: Reading, image: Hit) -> bool:
    """Whether images are only one kind of content among others: "texts, photos and videos"."""
    for work in reading.all("work"):
        low, high = min(image.end, work.end), max(image.start, work.start)
        if reading.joined(low, high) and high - low <= LISTED:
            return True
    return False


def _is_listed(reading: Reading, hit: Hit) -> bool:
    """Whether it is only one of several kinds of use: "copied, translated or shared"."""
    return reading.near(hit, ["act"], LISTED, LISTED) is not None


def _limits(reading: Reading, lead: Stance | None) -> Iterator[Duty]:
    """How much may be used, and for what."""
    asked = reading.has("without", "ask", "contact")
    for hit in reading.all("excerpt", "quotation"):
        limited = lead is Stance.GRANTS or reading.near(hit, _LIMITED, NEAR, NEAR)
        if limited and not reading.near(hit, ["edit"], BESIDE, BESIDE):
            yield Duty("excerpt-limit", hit.start, hit.end)
    for hit in reading.all("whole"):
        word = reading.denial(hit, lead)
        if word and not asked:
            yield Duty("excerpt-limit", min(hit.start, word.start), max(hit.end, word.end))
        elif not (word or asked) and reading.has("demand", "only", "provided"):
            yield Duty("verbatim-text", hit.start, hit.end)
    for hit in reading.all("commercial"):
        word = reading.near(hit, ["deny", "except"], LISTED, BEHIND)
        if word and not asked:
            yield Duty("noncommercial", min(hit.start, word.start), max(hit.end, word.end))
    for hit in reading.all("noncommercial"):
        if not (asked and reading.has("commercial")):
            yield Duty("noncommercial", hit.start, hit.end)


def _waits(reading: Reading) -> Iterator[Duty]:
    """How long to wait after the original."""
    spans = reading.all(*_SPANS)
    for hit in spans:
        number = _number_in(reading.folded.text[hit.start : hit.end])
        if number and reading.has("act", "may", "can", "demand", "deny", "provided", "wait"):
            unit, times = _SPANS[hit.concept]
            yield Duty("embargo", hit.start, hit.end, {unit: number * times})
    if not spans and reading.has("act"):
        yield from (Duty("embargo", hit.start, hit.end) for hit in reading.all("wait")[:1])


def _number_in(text: str) -> int | None:
    """The first number of a span of time, in digits or a word; scripts without spaces begin with it."""
    for written in _NUMBER.findall(text):
        if written.isdigit():
            return int(written)
        if written in numbers():
            return numbers()[written]
    return next((number for word, number in numbers().items() if not word.isascii() and text.startswith(word)), None)
