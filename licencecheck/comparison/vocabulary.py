"""What is known of a language for telling changes apart: the data files in `languages/`, and CLDR's calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from licencecheck.text import fold

_FOLDER = Path(__file__).parent / "languages"
_GROUPED = re.compile(r"\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?![\d])")
_YEARS = range(1000, 2200)


class Vocabulary:
    """The words of one language, folded; a language without data knows figures and the calendar only."""

    def __init__(self, language: str) -> None:
        """Load the data of `language`, a primary subtag."""
        self._data = _data(language)
        self._language = language
        self._keys: dict[str, str] = {}
        self._lists: dict[str, frozenset[str]] = {}
        self._forms = dict((*_calendar(language, "months"), *_calendar(language, "days"), *_forms(self._data)))
        self._patterns = [(re.compile(one), other) for one, other in self._data.get("patterns", ())]
        self._ordinal = re.compile(rf"(\d+)(?:{'|'.join(self._data.get('ordinal_endings', ['º', 'ª']))}|\.)?")
        self._enclitics = tuple(self._data.get("enclitics", ()))
        self._elisions = frozenset(self._data.get("elisions", ()))

    def key(self, surface: str) -> str:
        """What a word is compared by: without case and typography, one spelling and one form for all."""
        known = self._keys.get(surface)
        if known is None:
            word = _bare(surface)
            known = self._keys[surface] = self._form(word)
        return known

    def _form(self, word: str) -> str:
        if word[:1].isdigit():
            return self._figure(word)
        for pattern, other in self._patterns:
            word = pattern.sub(other, word)
        return self._forms.get(word, word)

    def _figure(self, word: str) -> str:
        """A number without marks of thousands, with a point for decimals."""
        if _GROUPED.fullmatch(word):
            return re.sub(r"\D", "", word)
        return word.replace(",", ".").replace(":", ".").rstrip(".")

    def cut(self, word: str) -> int:
        """Where a word with a straight apostrophe is cut in two, `do|n't` and `l'|auteur`, or 0."""
        at = word.find("'")
        if at < 0:
            return 0
        folded = word.casefold()
        ending = next((e for e in self._enclitics if folded.endswith(e) and len(folded) > len(e)), "")
        return len(word) - len(ending) if ending else at + 1 if folded[:at] in self._elisions else 0

    def joined(self, keys: Sequence[str]) -> str:
        """The form of several words written as one: `per cent` is `%`, `co-operate` is `cooperate`."""
        return self._form("".join(keys)) if len(keys) != 1 else keys[0]

    def expands(self, short: str, key: str) -> bool:
        """Whether a shortened word may stand for `key`: `'s` for `is`."""
        return key in self._short.get(short, ())

    def value(self, keys: Sequence[str]) -> tuple[str, ...] | None:
        """The numbers, days, months and units that `keys` say, in a form that compares; None if they say other things.

        Order counts for nothing: `June 3` is `3 June`, `$5` is `5 dollars`.
        """
        said: list[str] = []
        total: float | None = None
        for key in self._units_joined(keys):
            if (power := self._powers.get(key)) is not None:
                total = (1 if total is None else total) * 10**power
                continue
            number = self.number(key)
            if number is not None:
                if total is not None and 20 <= total < 100 and total % 10 == 0 and 0 < number < 10:
                    total += number
                    continue
                if total is not None:
                    said.append(f"{total:g}")
                total = number
                continue
            if key in self.small:
                continue
            if key not in self.months and key not in self.weekdays and key not in self._units:
                return None
            said.append(key)
        return tuple(sorted(said + ([] if total is None else [f"{total:.12g}"])))

    def _units_joined(self, keys: Sequence[str]) -> Iterator[str]:
        """The words with units of two words as one: `per cent`."""
        at = 0
        while at < len(keys):
            pair = self.joined(keys[at : at + 2])
            is_unit = at + 1 < len(keys) and pair in self._units
            yield pair if is_unit else keys[at]
            at += 2 if is_unit else 1

    def number(self, key: str) -> float | None:
        """The number that one word says."""
        if key in self._numbers:
            return self._numbers[key]
        match = self._ordinal.fullmatch(key)
        digits = match[1] if match else key
        try:
            return float(digits) if digits[:1].isdigit() and len(digits) <= 20 else None
        except ValueError:
            return None

    def is_year(self, key: str) -> bool:
        """Whether a figure may be a year."""
        return key.isdigit() and len(key) == 4 and int(key) in _YEARS

    def is_numeric(self, key: str) -> bool:
        """Whether a word says a number or a part of one."""
        return key[:1].isdigit() or key in self._numbers or key in self._powers

    @cached_property
    def months(self) -> frozenset[str]:
        """Names of months."""
        return frozenset(self.key(wide) for _, wide in _calendar(self._language, "months"))

    @cached_property
    def weekdays(self) -> frozenset[str]:
        """Names of days of the week."""
        return frozenset(self.key(wide) for _, wide in _calendar(self._language, "days"))

    @cached_property
    def places(self) -> frozenset[str]:
        """Single words of the names of countries, and what is told of them: `australia`, `australian`."""
        names = [*_territories(self._language), *self._data.get("places", ())]
        words = {self.key(word) for name in names for word in re.findall(r"\w+", name)}
        return frozenset(word for word in words if len(word) > 1) - self.small

    def words(self, name: str) -> frozenset[str]:
        """The words of a list of the data file."""
        if name not in self._lists:
            self._lists[name] = frozenset(self.key(word) for word in self._data.get(name, ()))
        return self._lists[name]

    @property
    def small(self) -> frozenset[str]:
        """Articles, prepositions and the like, which go with words of time and place."""
        return self.words("small")

    @cached_property
    def notes(self) -> tuple[str, ...]:
        """How notes of editors begin in the language and in English, folded."""
        return tuple(fold(note) for note in (*self._data.get("notes", ()), *_data("en")["notes"]))

    @cached_property
    def _short(self) -> Mapping[str, frozenset[str]]:
        return {self.key(word): frozenset(map(self.key, of)) for word, of in self._data.get("short", {}).items()}

    @cached_property
    def _numbers(self) -> Mapping[str, float]:
        return dict(self._named_numbers())

    def _named_numbers(self) -> Iterator[tuple[str, float]]:
        for name, first, step in (("numbers", 0, 1), ("tens", 20, 10), ("ordinals", 1, 1)):
            for index, word in enumerate(self._data.get(name, ())):
                yield self.key(word), first + index * step

    @cached_property
    def _powers(self) -> Mapping[str, int]:
        return {self.key(word): int(n) for n, words in self._data.get("powers", {}).items() for word in words}

    @cached_property
    def _units(self) -> frozenset[str]:
        return frozenset(self._form(_bare(group[0])) for group in self._data.get("same", ()))


@cache
def vocabulary_of(language: str | None) -> Vocabulary:
    """The vocabulary of a language, English where it is not known."""
    return Vocabulary(language or "en")


@cache
def _data(language: str) -> Mapping[str, Any]:
    from licencecheck.safe_yaml import table_of

    path = _FOLDER / f"{language}.yaml"
    data: Mapping[str, Any] = table_of(path) if language.isalpha() and path.is_file() else {}
    return data


def _bare(word: str) -> str:
    """A word of a text or of a data file, folded, without the marks at its ends; several words as one."""
    return fold(word).replace(" ", "").strip(".'")


def _forms(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for group in (*data.get("same", ()), *data.get("variants", ())):
        first, *others = (_bare(word) for word in group)
        for word in others:
            yield word, first


@cache
def _calendar(language: str, part: str) -> tuple[tuple[str, str], ...]:
    """Every form of a name of `months` or `days` that is a word, with its full name, folded."""
    from babel import Locale, UnknownLocaleError

    try:
        tables = getattr(Locale.parse(language), part)
    except (UnknownLocaleError, ValueError):
        return ()
    return tuple(
        (_bare(name), _bare(tables["format"]["wide"][number]))
        for context in ("format", "stand-alone")
        for width in ("abbreviated", "wide")
        for number, name in tables[context][width].items()
        if len(name) > 1
    )


@cache
def _territories(language: str) -> tuple[str, ...]:
    from babel import Locale, UnknownLocaleError

    try:
        return tuple(Locale.parse(language).territories.values())
    except (UnknownLocaleError, ValueError):
        return ()
