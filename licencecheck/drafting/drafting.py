"""From the sentences of a page to the draft of its terms."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from licencecheck.drafting.duties import Duty, duties
from licencecheck.drafting.passages import Sentence
from licencecheck.drafting.reading import Reading, Stance
from licencecheck.drafting.stances import Said, answer, stances
from licencecheck.drafting.tables import languages, table
from licencecheck.evidence.licences.creative_commons import UNSPECIFIED
from licencecheck.model import Draft, DraftedCase, DraftedRule

_END = 100_000
"""How many characters at each end of an overlong text are read."""
_REACH = 4
"""So many sentences behind one about the use of articles, a duty still belongs to it."""
_LONG_REACH = 25
"""The same behind a heading about it."""
_HEADING = 60
"""Characters of a heading."""
_EITHER = 25
"""Characters between the first of two duties and the "or" behind it."""

_QUESTION = ("?", "？", "؟")
_ANY = "any-of"
_CHOICES = frozenset(["source-credit", "author-credit", "original-link"])
_NARROW = frozenset(["personal", "education", "organisation"])
"""Limits under which a grant is none for all."""

_ELEMENTS = {"CC": "licence-notice", "NC": "noncommercial", "ND": "verbatim-text", "SA": "share-alike"}
"""What the elements of a Creative Commons licence ask."""

_FACTS: dict[str, tuple[str, object]] = {
    "community": ("kind", "community"),
    "personal": ("kind", "personal"),
    "education": ("kind", "education"),
    "noncommercial": ("commercial", False),
    "commercial": ("commercial", True),
    "print": ("medium", "print"),
    "excerpt": ("form", "excerpt"),
}
"""Limits of a stance as facts of a rule file."""

_ANSWERS = {
    Stance.GRANTS: "granted",
    Stance.IMPLIES: "granted",
    Stance.ASKS: "on-request",
    Stance.DENIES: "denied",
    Stance.RESERVES: "denied",
    Stance.QUALIFIES: "denied",
}
_MAIL = re.compile(r"[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}")


def draft(sentences: Iterable[Sentence]) -> Draft:
    """Read the terms that a page states."""
    return _Reader().read(sentences)


def _ends(sentences: Iterable[Sentence]) -> Iterator[tuple[int, Sentence]]:
    """The sentences, each with its number; of an overlong text those at both ends."""
    last: deque[tuple[int, Sentence]] = deque()
    length = kept = 0
    for number, sentence in enumerate(sentences):
        length += len(sentence.text)
        if length <= _END:
            yield number, sentence
            continue
        last.append((number, sentence))
        kept += len(sentence.text)
        while kept > _END:
            kept -= len(last.popleft()[1].text)
    yield from last


def reserves_rights(text: str) -> bool:
    """Whether a line says that all rights are reserved, in any language that we know words of."""
    tables = [table(language) for language in languages()]
    return Reading.of(Sentence(text, text), tables).has("reserved")


@dataclass(slots=True)
class _Reader:
    """Reads one page."""

    cases: dict[tuple[Stance, frozenset[str]], DraftedCase] = field(default_factory=dict)
    rules: dict[tuple[str, tuple[str, ...]], tuple[tuple[bool, int], DraftedRule]] = field(default_factory=dict)
    """By requirement type and alternatives, with how clearly each is asked for."""
    until: int = -1
    """Number of the last sentence that stands within terms."""
    question: int = -_REACH
    """Number of the last question about the use of articles."""
    lead: Stance | None = None
    licensed: bool = False
    closed: bool = False
    """Whether only some kinds of publishers are admitted."""

    def read(self, sentences: Iterable[Sentence]) -> Draft:
        """Read every sentence, then say what all say together."""
        tables = [table(language) for language in languages()]
        for number, sentence in _ends(sentences):
            if not sentence.item:
                self.lead = None
            self._read(number, Reading.of(sentence, tables))
        permission = self._permission()
        found = tuple(rule for _, rule in self.rules.values())
        proof = self._proof() if permission not in {None, "granted"} else ()
        return Draft(permission=permission, cases=tuple(self._cases()), rules=(*proof, *found))

    def _read(self, number: int, reading: Reading) -> None:
        if reading.sentence.text.endswith(_QUESTION):
            if reading.has("act") and not reading.foreign and (reading.has("work") or not reading.has("image")):
                self.question, self.until = number, max(self.until, number + _REACH)
            return
        own = list(stances(reading, lead=self.lead))
        if not own and number == self.question + 1:
            own = list(answer(reading))
        for said in own:
            self._case(reading, said)
        self._lead(reading)
        self._license(number, reading)
        heading = reading.sentence.title and reading.has("act", "organisation") and not reading.foreign
        if own or heading:
            self.until = max(self.until, number + (_LONG_REACH if heading else _REACH))
        if number > self.until:
            return
        self.closed |= reading.has("organisation") and reading.has("demand")
        weight = 3 * bool(own) + 2 * reading.has("provided") + reading.has("demand") + reading.has("act")
        found = list(duties(reading, lead=self.lead))
        choice = _choice(reading, found)
        for duty in found:
            name = _ANY if duty.requires in choice else duty.requires
            self._rule(name, reading, duty, weight=weight, choice=choice)
            self.until = max(self.until, number + _REACH)

    def _case(self, reading: Reading, said: Said) -> None:
        limits = said.limits & {"commercial"} if said.stance is Stance.QUALIFIES else said.limits
        if (said.stance, limits) not in self.cases and (limits or said.stance is not Stance.QUALIFIES):
            facts = dict(_FACTS[limit] for limit in sorted(limits & _FACTS.keys()))
            if said.stance in {Stance.ASKS, Stance.DENIES} and len(facts) > 1:
                facts = {}  # "in print or on commercial sites": each of them, not both at once
            mail = _MAIL.search(reading.sentence.source) if said.stance is Stance.ASKS else None
            self.cases[said.stance, limits] = DraftedCase(
                answer=_ANSWERS[said.stance],
                quote=reading.quote(said.start, said.end),
                when=facts,
                contact=mail[0] if mail else None,
            )

    def _lead(self, reading: Reading) -> None:
        """Keep what the lead of a list says of its items."""
        text = reading.sentence.text.strip()
        if text.endswith((":", "：")) or (reading.sentence.title and len(text) <= _HEADING and not reading.has("act")):
            if reading.has("deny"):
                self.lead = Stance.ASKS if reading.has("without", "ask") else Stance.DENIES
            elif reading.has("may", "can"):
                self.lead = Stance.GRANTS

    def _license(self, number: int, reading: Reading) -> None:
        """What a licence asks that the sentence states for more than a picture."""
        of_image = reading.has("image") and not reading.has("work")
        for match in () if reading.foreign or of_image else reading.licences:
            if match.licence.kind == "content" and match.licence.certain and match.licence.id != UNSPECIFIED.id:
                self.licensed = True
                self.until = max(self.until, number + _REACH)
                elements = match.licence.id.split("-")
                for duty in [_ELEMENTS[element] for element in elements if element in _ELEMENTS]:
                    self._rule(duty, reading, Duty(duty, *reading.folded_range(match.start, match.end)))

    def _rule(self, name: str, reading: Reading, duty: Duty, *, weight: int = 0, choice: tuple[str, ...] = ()) -> None:
        """Keep the sentence that says most clearly that a duty is asked for."""
        level = "should" if reading.has("wish") else "must"
        rank, ways = (level == "must", weight), choice if name == _ANY else ()
        if (name, ways) not in self.rules or rank > self.rules[name, ways][0]:
            quote = reading.quote(duty.start, duty.end)
            rule = DraftedRule(requires=name, level=level, quote=quote, any_of=ways, parameters=duty.parameters)
            self.rules[name, ways] = rank, rule

    def _permission(self) -> str | None:
        """What all stances say together."""
        said = {stance for stance, _ in self.cases} - {Stance.QUALIFIES}
        asks, denies = Stance.ASKS in said, Stance.DENIES in said
        grants = self._grants()
        if grants or self.licensed:
            if denies and not asks and grants and all("personal" in limits for limits in grants):
                return "none"
            narrow = grants and all(limits & _NARROW and "noncommercial" not in limits for limits in grants)
            return "mixed" if asks or denies or narrow or self.closed else "granted"
        if asks:
            return "on-request"
        if denies or (said and not self.rules):
            return "none"
        return ("mixed" if self.closed else "granted") if self.rules else None

    def _grants(self) -> list[frozenset[str]]:
        """To what the grants are limited.

        To quote is one where only the whole is closed. Beside a demand to ask for all, that of excerpts is implied.
        """
        against = [limits for stance, limits in self.cases if stance in {Stance.ASKS, Stance.DENIES}]
        quoting = against and all("whole" in limits for limits in against)
        granted = [limits for stance, limits in self.cases if stance is Stance.GRANTS]
        granted = [limits for limits in granted if quoting or "citing" not in limits]
        implied = [limits for stance, limits in self.cases if stance is Stance.IMPLIES]
        if (Stance.ASKS, frozenset()) in self.cases:
            implied = [limits for limits in implied if "excerpt" in limits]
        return granted or implied

    def _cases(self) -> Iterator[DraftedCase]:
        """Cases with conditions first, and of those without any the most careful one."""
        careful = (Stance.ASKS, Stance.DENIES, Stance.GRANTS, Stance.IMPLIES, Stance.RESERVES)
        stated = [case for (stance, _), case in self.cases.items() if case.when and stance is not Stance.RESERVES]
        rest = [(careful.index(stance), case) for (stance, _), case in self.cases.items() if not case.when]
        yield from stated
        yield from (case for _, case in sorted(rest, key=lambda pair: pair[0])[:1])

    def _proof(self) -> Iterator[DraftedRule]:
        """The sentence that says whom to ask, or else what is denied."""
        order = (Stance.ASKS, Stance.DENIES, Stance.RESERVES, Stance.GRANTS, Stance.IMPLIES)
        cases = [(order.index(stance), case) for (stance, _), case in self.cases.items() if stance in order]
        for _, case in sorted(cases, key=lambda pair: pair[0])[:1]:
            yield DraftedRule(requires="permission", level="must", quote=case.quote)


def _choice(reading: Reading, found: Iterable[Duty]) -> tuple[str, ...]:
    """Two duties of which one is enough: "credit the author or link the article"."""
    named = sorted((duty for duty in found if duty.requires in _CHOICES), key=lambda duty: duty.end)
    for first, second in pairwise(named):
        ors = [hit for hit in reading.all("or") if first.end <= hit.start < second.end]
        if first.requires != second.requires and ors and ors[0].start - first.end <= _EITHER:
            return first.requires, second.requires
    return ()
