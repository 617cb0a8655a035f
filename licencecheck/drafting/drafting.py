"""From the sentences of a page to the draft of a rule set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from licencecheck.drafting.passages import Sentence
from licencecheck.drafting.reading import Reading, Said, Stance, duties, stances
from licencecheck.drafting.tables import Table, languages, table
from licencecheck.evidence.licences.creative_commons import UNSPECIFIED
from licencecheck.model import Draft, DraftedRule

_REACH = 4
"""So many sentences behind one about the use of articles, a duty still belongs to it."""
_HEADING = 60
"""Characters of a heading."""
_LONG_REACH = 25
"""The same behind a heading about it."""

_NARROW = frozenset(["personal", "education", "organisation"])
_ELEMENTS = {"CC": "licence-notice", "NC": "noncommercial", "ND": "verbatim-text", "SA": "share-alike"}
"""What the elements of a Creative Commons licence ask."""


def draft(sentences: Iterable[Sentence]) -> Draft:
    """Read the terms that a page states."""
    return _Reader().read(sentences)


@dataclass(slots=True)
class _Reader:
    said: list[tuple[Reading, Said]] = field(default_factory=list)
    rules: dict[str, tuple[tuple[bool, int], DraftedRule]] = field(default_factory=dict)
    until: int = -1
    """Number of the last sentence that stands within terms."""
    lead: Stance | None = None
    licensed: bool = False
    closed: bool = False
    """Whether only some kinds of publishers are admitted."""

    def read(self, sentences: Iterable[Sentence]) -> Draft:
        tables = [table(language) for language in languages()]
        for number, sentence in enumerate(sentences):
            reading = Reading.of(sentence, tables)
            if not sentence.item:
                self.lead = None
            self._read(number, reading)
        permission = self._permission()
        return Draft(permission=permission, rules=(*self._proof(permission), *(rule for _, rule in self.rules.values())))

    def _read(self, number: int, reading: Reading) -> None:
        own = list(stances(reading, lead=self.lead))
        self.said += [(reading, said) for said in own]
        self._lead(reading)
        self._license(reading)
        heading = reading.sentence.title and reading.has("act", "organisation") and not reading.foreign
        if own or heading:
            self.until = max(self.until, number + (_LONG_REACH if heading else _REACH))
        if number > self.until:
            return
        self.closed |= reading.has("organisation") and reading.has("demand")
        weight = 3 * bool(own) + 2 * reading.has("provided") + reading.has("demand") + reading.has("act")
        for duty in duties(reading, allowed=self.lead is Stance.GRANTS):
            self._quote(duty.requires, reading.quote(duty.start, duty.end), reading.has("wish"), weight)
            self.until = max(self.until, number + _REACH)

    def _lead(self, reading: Reading) -> None:
        """Keep what the lead of a list says of its items."""
        text = reading.sentence.text.strip()
        if text.endswith((":", "：")) or (reading.sentence.title and len(text) <= _HEADING and not reading.has("act")):
            if reading.has("deny"):
                self.lead = Stance.ASKS if reading.has("without", "ask") else Stance.DENIES
            elif reading.has("may", "can"):
                self.lead = Stance.GRANTS

    def _license(self, reading: Reading) -> None:
        """What a licence asks that the sentence states."""
        if reading.foreign:
            return
        for match in reading.licences:
            if match.licence.kind == "content" and match.licence.certain and match.licence.id != UNSPECIFIED.id:
                self.licensed = True
                elements = match.licence.id.split("-")
                for element, duty in _ELEMENTS.items():
                    if element in elements:
                        self._quote(duty, reading.sentence.quote(match.start, match.end))

    def _quote(self, requires: str, quote: str, is_wish: bool = False, weight: int = 0) -> None:
        """Keep the sentence that says most clearly that `requires` is asked for."""
        rank = not is_wish, weight
        if requires not in self.rules or rank > self.rules[requires][0]:
            level = "should" if is_wish else "must"
            self.rules[requires] = rank, DraftedRule(requires=requires, level=level, quote=quote)

    def _permission(self) -> str | None:
        """What all stances say together."""
        stances = {said.stance for _, said in self.said}
        grants = [said.limits for _, said in self.said if said.stance is Stance.GRANTS and "citing" not in said.limits]
        grants = grants or [said.limits for _, said in self.said if said.stance is Stance.IMPLIES]
        asks, denies = Stance.ASKS in stances, Stance.DENIES in stances
        if grants or self.licensed:
            if denies and not asks and grants and all("personal" in limits for limits in grants):
                return "none"
            narrow = grants and all(limits & _NARROW and "noncommercial" not in limits for limits in grants)
            return "mixed" if asks or denies or narrow or self.closed else "granted"
        if asks:
            return "on-request"
        if denies:
            return "none"
        if self.rules:
            return "mixed" if self.closed else "granted"
        return "none" if stances else None

    def _proof(self, permission: str | None) -> Iterator[DraftedRule]:
        """The sentence that denies or says whom to ask."""
        if permission in {None, "granted"}:
            return
        order = (Stance.ASKS, Stance.DENIES, Stance.RESERVES, Stance.GRANTS, Stance.IMPLIES)
        for reading, said in sorted(self.said, key=lambda pair: order.index(pair[1].stance))[:1]:
            yield DraftedRule(requires="permission", level="must", quote=reading.quote(said.start, said.end))
