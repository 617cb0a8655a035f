"""Find the wordings by which texts state source, author, licence and terms; the wordings stand in `languages/`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from typing import NamedTuple

from licencecheck.evidence.phrases.folding import Folded, fold
from licencecheck.evidence.phrases.grammar import Grammar
from licencecheck.evidence.phrases.index import Index
from licencecheck.evidence.phrases.labels import Labels
from licencecheck.evidence.phrases.languages import Wordings, known, wordings
from licencecheck.evidence.phrases.lines import FoldedLines
from licencecheck.evidence.phrases.sayings import Sayings
from licencecheck.evidence.phrases.slots import Name, Slots
from licencecheck.evidence.phrases.templates import Places, Template, words_of

_SHORT_LABEL = 3
_LABELS = ("label", "label_of_via")
"""Lists of the words that may stand alone on a line that a party follows."""
_DATED = frozenset({"credit_first", "republished"})
_SAID_WITHOUT_COLON = _DATED | {"read_original", "translation", "permitted"}
_SAID_WITHOUT_NAME = _SAID_WITHOUT_COLON | {"credit_label"}
"""Categories of hits that hold without a name, which may be a picture or stand in the next block."""


class Span(NamedTuple):
    """Characters `start` to `end` of a text."""

    text: str
    start: int
    end: int


class Hit(NamedTuple):
    """A wording found in a text; `start` and `end` count characters of the text as given."""

    category: str
    strength: int
    """3 speaks for itself, 2 needs a second sign, 1 counts only beside another hit."""
    start: int
    end: int
    slots: Mapping[str, Span]
    """What stands in its slots: `source`, `author`, ...; `date` in place of `source` where only a date stands."""

    def overlaps(self, other: Hit) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


class Phrases:
    """The wordings of a language, and always those of English."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        """Load the wordings of `languages`, each of which has a file."""
        known_wordings = [wordings(language) for language in languages]
        self._tables = [_Table(data) for data in known_wordings]
        self.labels = Labels(
            chain.from_iterable(data.lists.get(name, ()) for data in known_wordings for name in _LABELS)
        )
        """What the source is called where it stands without a sentence."""

    def sayings(self, lines: FoldedLines) -> Sayings:
        """What may stand in `lines`, told without `hits`, which also looks at the names beside the wordings."""
        return Sayings((table.index for table in self._tables), lines)

    def labels_alone(self, lines: FoldedLines) -> frozenset[int]:
        """Indices of the `lines` that are nothing but a label of the source, with or without a colon."""
        return self.labels.alone_in(lines)

    def hits(self, text: str) -> list[Hit]:
        """All wordings in `text` (one block), in order of place; per category the best where several overlap."""
        folded = fold(text)
        words = words_of(folded.text)
        found = [hit for table in self._tables for hit in table.hits(folded, words)]
        return _best(found) if found else []


@cache
def phrases(language: str | None) -> Phrases:
    """Wordings for texts in `language` (primary subtag): English alone if nothing is known of it."""
    return Phrases((language, "en") if language in known() and language != "en" else ("en",))


class _Table:
    """The templates of one language, found by the rarest words that they need."""

    def __init__(self, data: Wordings) -> None:
        grammar = Grammar(data.lists, data.common, spaced=data.spaced)
        self._spaced = data.spaced
        self._slots = Slots(data.slots, grammar)
        templates = [
            grammar.template(text, category, strength)
            for category, by_strength in data.categories.items()
            for strength, texts in by_strength.items()
            for text in texts
        ]
        self.index = Index(templates, spaced=data.spaced)

    def hits(self, folded: Folded, words: set[str]) -> Iterator[Hit]:
        """All wordings of this language in `folded`, whose words are `words`."""
        text = folded.text
        telling = self.index.telling(text, words)
        if not telling:
            return
        places = Places(text, telling, spaced=self._spaced)
        for template in self.index.naming(telling):
            if self._can_match(template, text, words):
                for match in template.matches(places):
                    hit = self._hit(folded, template, match)
                    if hit:
                        yield hit

    def _can_match(self, template: Template, text: str, words: set[str]) -> bool:
        if self._spaced:
            return not any(map(words.isdisjoint, template.needs))
        return all(any(word in text for word in need) for need in template.needs)

    def _hit(self, folded: Folded, template: Template, match: re.Match[str]) -> Hit | None:
        start, end = match.span()
        names: dict[str, Name | None] = {}
        for group in match.re.groupindex:
            slot, low, high = group.rpartition("_")[0], *match.span(group)
            if low >= 0:
                if self._slots.crosses_sentences(folded, low, high, slot):
                    return None
                names[slot] = self._slots.after(folded, low, high, slot)
        if template.lead:
            names[template.lead] = name = self._slots.before(folded, start, template.lead)
            start = name.start if name and name.end > name.start else start
        if template.trail:
            names[template.trail] = name = self._slots.after(folded, end, len(folded.text), template.trail)
            end = max(end, name.end) if name else end
        return _judge(folded, template, folded.original(start, end), names)


def _judge(folded: Folded, template: Template, place: tuple[int, int], names: Mapping[str, Name | None]) -> Hit | None:
    """The hit that a match makes: weaker if a slot is empty or holds no proper name; history if it holds a date."""
    category, strength = template.category, template.strength
    slots: dict[str, Span] = {}
    for slot, name in names.items():
        if name is None:
            return None
        if name.start == name.end:
            if category not in (_SAID_WITHOUT_NAME if template.has_colon else _SAID_WITHOUT_COLON):
                return None
            strength = 1
            continue
        if name.is_date and slot != "date":
            if category not in _DATED:
                return None
            category, slot = "history", "date"
        start, end = folded.original(name.start, name.end)
        slots[slot] = Span(folded.source[start:end], start, end)
        labelled = category == "credit_label" and slots[slot].text.count(" ") < _SHORT_LABEL
        strength = max(1, strength - (name.is_plain and not labelled))
    return Hit(category, strength, *place, slots)


def _best(found: list[Hit]) -> list[Hit]:
    """Of hits that overlap within a category the one that says most; no history where a source is named."""
    kept: list[Hit] = []
    for hit in sorted(found, key=_rank):
        rivals = (hit.category, *_DATED) if hit.category == "history" else (hit.category,)
        if not any(k.category in rivals and k.overlaps(hit) for k in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: (hit.start, hit.end, hit.category))


def _rank(hit: Hit) -> tuple[bool, int, bool, int, int, int]:
    """Histories last; then the strongest first, of these one that names a source, fills more slots, is longer."""
    length = hit.end - hit.start
    return hit.category == "history", -hit.strength, "source" not in hit.slots, -len(hit.slots), -length, hit.start
