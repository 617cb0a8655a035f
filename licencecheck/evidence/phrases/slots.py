"""Cut names out of the words that follow or precede a wording."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from licencecheck.evidence.phrases.folding import Folded
from licencecheck.evidence.phrases.grammar import Grammar
from licencecheck.text import compiled, may_be_unspaced

_REACH = 200
"""How many characters after or before a wording are looked at."""

_MAX_NAME = 100
_MAX_WORDS = 14
_MAX_LEADS = 4
_QUOTE_NEAR = 30
_PARTIES = frozenset({"source", "author", "translator", "holder", "partner", "org"})
_PEOPLE = frozenset({"author", "translator"})
_PUBLICATIONS = frozenset({"source", "partner", "org"})
_EDGE = " '()[]<>*_,;:|/=@#©◎◆●▲■□☆★→»·•…-"
_END = re.compile(r"[.!?…](?=[\"')\]]*(?: |$))|[。！？]")
_BETWEEN = r" (?:-{1,3}|/|\\|·|•|~|>|→) |[|;()•→、]|,(?!\d)| -$"
_BETWEEN_UNSPACED = _BETWEEN + r"|(?<=[\u3040-\u9fff]) (?=[\u3040-\u9fff])"
_BETWEEN_PEOPLE = r" (?:-{1,3}|\\|·|•|~|>|→) |[|;(•→]| -$"
_ABBREVIATIONS = frozenset(
    {"bros", "co", "corp", "dept", "dr", "gen", "gov", "hon", "inc", "ing", "jr", "lt", "ltd", "mr", "mrs", "ms", "no"}
    | {"nr", "prof", "sr", "sra", "st", "ste", "ul", "univ", "vol", "vs"}
)
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"'|]+|(?:[\w-]+\.)+[a-z]{2,}(?![\w@-])(?:/[^\s<>\"'|]*)?")
_QUOTED = re.compile(r'"([^"]{2,100})"')
_MONTHS = frozenset(["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"])
_DAY_AFTER = re.compile(r" \d{1,2}(?!\d)")
_WORD_BEFORE = re.compile(r"[^\W_]+\Z")
_DAY = r"\d{1,2}(?:st|nd|rd|th|er|\.|o|a|e)?"
_YEAR = r"(?:1[89]|20)\d\d(?!\d)(?: ?(?:г\.|году?\b|года\b|році\b|року\b))?"
_NO_LEAD = re.compile(r",(?! )|[\u3040-\u9fff](?![^\W_])")
"""A comma as Chinese sets it, for behind others the name may follow; a lone character, which ends a name."""
_AND = r" (?:and|und|et|y|e|en|i|и|ve|και|dan) "
_NUMERIC = (
    r"\d{1,2}[./-] ?\d{1,2}[./-] ?(?:\d{4}|\d\d)(?!\d)|"
    r"\d{4} ?[./年년-] ?\d{1,2}(?: ?[./月월-] ?\d{1,2} ?[日일]?| ?[月월])?(?!\d)|\d{4} ?[年년]|"
    r"\d{1,2}[:h.]\d\d(?::\d\d)?(?: ?[ap]\.?m\b\.?| uhr\b| ?h\b)?(?![\d./-])"
)


class Name(NamedTuple):
    """The range of a name in a folded text; empty if nothing stands where it was looked for, or a whole sentence."""

    start: int
    end: int
    is_date: bool = False
    """Only a date or time stands where the name was looked for."""
    is_plain: bool = False
    """Begins in lower case and is no host: perhaps no name at all."""


class Slots:
    """Where names begin and end in one language."""

    def __init__(self, lists: Mapping[str, Sequence[str]], grammar: Grammar) -> None:
        """Take the language's lists: the words before, after and in place of a name, and those that make a date."""

        def listed(name: str) -> str:
            return grammar.pattern(lists.get(name, ()))

        self._lead, self._kind, self._tail = listed("lead") + " ?", listed("kind") + " ?", listed("tail") + r"\Z"
        self._borders = [listed("cut")]
        self._borders_of_people = [listed("cut"), listed("cut_author")]
        self._pronoun, self._nobody = listed("pronouns") + "(?!')", listed("nobody")
        months, days, before = listed("months"), listed("days"), listed("before_date")
        of = r"(?:(?:de|del|of|di|d') ?)?"
        year = rf"(?:,? {of}{_YEAR})?"
        date = (
            rf"{_NUMERIC}|(?:{days},? )?"
            rf"(?:{_DAY} {of}{months}\.?{year}|{months}\.?,? (?:{_DAY}(?![\d:]){year}|{of}{_YEAR}))"
        )
        loose = rf"(?:{months}|{days}|{_YEAR})"
        unspaced = r"\d{4} ?[年년] ?\d{1,2} ?[月월]"
        self._date = rf"(?<![^\W_])(?:(?:{before} ?)?(?:{date})|{before} ?{loose})|{unspaced}"
        self._date_alone = rf"(?:{before} ?){{0,3}}(?:{date}|{loose}(?= ?(?:[.,;:)\"]|$)|{_AND}))"

    def after(self, folded: Folded, start: int, end: int, slot: str) -> Name | None:
        """Name that begins at `start`, at most up to `end`; None if no name but a pronoun stands there."""
        return self._name(folded, start, min(end, start + _REACH), slot)

    def before(self, folded: Folded, end: int, slot: str) -> Name | None:
        """Name that stands before `end`, back to the start of its sentence or part."""
        low = max(0, end - _REACH)
        borders = [mark.end() for mark in _ends(folded.text, low, end)]
        if slot in _PARTIES:
            borders += [mark.end() for mark in compiled(_BETWEEN_PEOPLE).finditer(folded.text, low, end)]
        return self._name(folded, max(borders, default=low), end, slot)

    def crosses_sentences(self, folded: Folded, start: int, end: int, slot: str) -> bool:
        """Whether a sentence ends between `start` and `end`; titles may ask and exclaim."""
        return any(m.end() < end and (slot != "title" or m.group() in ".。") for m in _ends(folded.text, start, end))

    def _name(self, folded: Folded, start: int, end: int, slot: str) -> Name | None:
        text = folded.text
        start, _ = _strip(text, start, end)
        if slot in _PARTIES or slot == "date":
            date = compiled(self._date_alone).match(text, start, end)
            if date or slot == "date":
                return Name(start, date.end(), is_date=True) if date else None
        address = _ADDRESS.match(text, start, end)
        if address:
            return Name(start, start + len(address.group().rstrip(".,;:!?)]")))
        end = next((mark.start() for mark in _ends(text, start, end)), end)
        start, end = self._party(folded, start, end, slot) if slot in _PARTIES else _strip(text, start, end)
        if start >= end or end - start > _MAX_NAME or text.count(" ", start, end) >= _MAX_WORDS:
            return Name(start, start)
        if slot not in _PARTIES:
            return Name(start, end)
        if compiled(self._date_alone).fullmatch(text, start, end):
            return Name(start, end, is_date=True)  # behind words that lead to a name: "this text on 3 May"
        first = _first(folded, start)
        if compiled(self._nobody).fullmatch(text, start, end):
            return None
        if not first.isupper() and compiled(self._pronoun).match(text, start, end):
            return None
        quoted = start > 0 and text[start - 1] == '"'
        return Name(start, end, is_plain=first.islower() and not quoted)

    def _party(self, folded: Folded, start: int, end: int, slot: str) -> tuple[int, int]:
        text = folded.text
        start = self._after_leads(folded, start, end)
        is_publication = slot in _PUBLICATIONS
        between = _BETWEEN_UNSPACED if may_be_unspaced(text) else _BETWEEN
        borders = [between, *self._borders] if is_publication else [_BETWEEN_PEOPLE, *self._borders_of_people]
        for border in (*borders, self._date):
            found = compiled(border).search(text, start + 1, end)
            end = found.start() if found else end
        quoted = _QUOTED.search(text, start, end) if is_publication else None
        if quoted and quoted.start() - start <= _QUOTE_NEAR:
            return _strip(text, *quoted.span(1))
        start, end = _strip(text, start, end, _EDGE + '"')
        tail = compiled(self._tail).search(text, start + 1, end) if slot not in _PEOPLE else None
        return _strip(text, start, tail.start() if tail else end, _EDGE + '"')

    def _after_leads(self, folded: Folded, start: int, end: int) -> int:
        """Where the name begins after articles and kinds of publications; a capital article is part of the name."""
        for _ in range(_MAX_LEADS):
            lead = compiled(self._kind).match(folded.text, start, end)
            if not lead and not _first(folded, start).isupper():
                lead = compiled(self._lead).match(folded.text, start, end)
            if not lead or lead.end() >= end or _NO_LEAD.match(folded.text, lead.end()):
                break
            start, _ = _strip(folded.text, lead.end(), end)
        return start


def _first(folded: Folded, start: int) -> str:
    """The character as given that stands at `start`, which may be the end of the text."""
    return folded.source[folded.original(start, start + 1)[0]] if start < len(folded.text) else ""


def _strip(text: str, start: int, end: int, edge: str = _EDGE) -> tuple[int, int]:
    while start < end and text[start] in edge:
        start += 1
    while start < end and text[end - 1] in edge:
        end -= 1
    return start, end


def _ends(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Ends of sentences between `start` and `end`: not the dots of initials, abbreviations, ordinal numbers, months."""
    for mark in _END.finditer(text, start, end):
        word = _WORD_BEFORE.search(text, max(start, mark.start() - 6), mark.start())
        if mark.group() != "." or mark.end() >= end or word is None or not _abbreviates(word.group(), text, mark.end()):
            yield mark


def _abbreviates(word: str, text: str, end: int) -> bool:
    """Whether the dot before `end` belongs to `word`; to a month where a day follows."""
    if word in _MONTHS and _DAY_AFTER.match(text, end):
        return True
    return len(word) == 1 or word in _ABBREVIATIONS or (len(word) == 2 and word.isdigit())
