"""The words in which terms are written: one YAML file for each language, and where they stand in a sentence.

A file names concepts (`act`, `may`, `deny`, `source`, ...; README.md in the folder says what each means) and for each
the entries that express it, on text as `evidence.phrases.folding` leaves it:

    (a|b)   one of these          [a|b]   one of these, or nothing; carries its own space
    stem*   any ending            <list>  one of the file's list
    #       a number in digits    …       up to 40 characters of the same sentence

Every entry begins with letters of its own or with a number, so that a text is matched word by word, in time linear in
its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from licencecheck.evidence.phrases.folding import fold
from licencecheck.text import compiled

_FOLDER = Path(__file__).parent / "languages"
_WORD = re.compile(r"[^\W_]+")
_DIGITS = frozenset("0123456789")
_MOST = 90
"""Concepts of one sentence that are looked at."""
_KEY, _SHORTEST = 12, 3
"""Letters by which the entries that can begin with a word are looked up, and the fewest of a stem."""
_UNSPACED_KEY = 2
_NUMBER = "#"
"""The key of every number."""
_REMEMBERED = 1 << 17
"""Words for which it is remembered what can begin with them."""

_ALWAYS = frozenset(
    ["act", "work", "personal", "education", "community", "organisation", "print", "and", "or", "not", "credit",
     "name", "source-credit", "author-credit", "original-link", "beyond", "otherwise",
     "verbatim-text", "top", "bottom", "wait"]
)  # fmt: skip
"""Concepts that also count within longer ones, and hide none."""

_SPANS = frozenset(["hours", "days", "weeks"])
"""Concepts whose numbers may be written in words too."""

_PATTERNS = {
    "(": "(?:",
    ")": ")",
    "[": "(?:",
    "]": ")?",
    "|": "|",
    "*": r"[^\W_]{0,20}",
    "#": r"[0-9]{1,3}(?:[.,\u00a0 ]?[0-9]{3})?",
    "…": r"[^.;!?。；]{0,40}?",
}


class Hit(NamedTuple):
    """A concept in a folded sentence, characters `start` to `end`."""

    start: int
    end: int
    concept: str


@dataclass(frozen=True, slots=True)
class Table:
    """The concepts of one language."""

    language: str
    spaced: bool
    """Whether words are parted by spaces and bear no prefixes."""
    entries: Mapping[str, Sequence[tuple[str, str]]]
    """Concept and pattern by a whole word, which a space follows, or the first letters of one."""

    def hits(self, text: str, places: Places) -> list[Hit]:
        """The concepts in a folded sentence, in its order; what lies within another longer one is left out."""
        found = sorted(self._all(text, places.words if self.spaced else places.characters), key=_by_place)[:_MOST]
        kept: list[Hit] = []
        for hit in found:
            if hit.concept in _ALWAYS or not any(
                hit.end <= other.end and hit[:2] != other[:2] and other.concept not in _ALWAYS for other in kept[-8:]
            ):
                kept.append(hit)
        return kept

    def _all(self, text: str, places: Iterable[tuple[int, str]]) -> Iterator[Hit]:
        for start, word in places:
            ends: dict[str, int] = {}
            for concept, pattern in _starting(self.language, word):
                match = compiled(pattern).match(text, start)
                if match:
                    ends[concept] = max(match.end(), ends.get(concept, 0))
            yield from (Hit(start, end, concept) for concept, end in ends.items())


class Places:
    """Where concepts can begin in a folded sentence, each with the word or the first letters there."""

    def __init__(self, text: str) -> None:
        """Take the folded sentence."""
        self.words = [(word.start(), _known(word[0])) for word in _WORD.finditer(text)]
        ends = range(_UNSPACED_KEY, len(text) + _UNSPACED_KEY)
        pairs = ((at, text[at:end]) for at, end in enumerate(ends)) if not text.isascii() else ()
        self.characters = [(at, _known(pair)) for at, pair in pairs if pair[0].isalnum()]


def _known(word: str) -> str:
    return _NUMBER if word[0] in _DIGITS else word


def _by_place(hit: Hit) -> tuple[int, int]:
    return hit.start, -hit.end


@cache
def languages() -> tuple[str, ...]:
    """Languages that have a file, in order of their codes."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yaml")))


@cache
def table(language: str) -> Table:
    """Read the table of a known language.

    Raises:
        ValueError: an entry does not begin with letters, names no list of the file, or does not close its brackets.
    """
    data = _data(language)
    spaced: bool = data["spaced"]
    lists = {name: "(" + "|".join(_entries(text)) + ")" for name, text in data.get("lists", {}).items()}
    lists["number"] = "(" + "|".join([_NUMBER, *data.get("numbers", {})]) + ")"
    entries: dict[str, list[tuple[str, str]]] = {}
    for concept, texts in data["concepts"].items():
        texts = texts.replace(_NUMBER, "<number>") if concept in _SPANS else texts
        for key, pattern in compiled_entries(texts, lists, spaced=spaced):
            entries.setdefault(key, []).append((concept, pattern))
    return Table(language, spaced, entries)


@lru_cache(maxsize=_REMEMBERED)
def _starting(language: str, word: str) -> tuple[tuple[str, str], ...]:
    """The entries of a language that can begin with a word."""
    entries = table(language).entries
    keys = (f"{word} ", *(word[:length] for length in range(1, min(len(word), _KEY) + 1)))
    return tuple(entry for key in keys for entry in entries.get(key, ()))


def compiled_entries(texts: str, lists: Mapping[str, str], *, spaced: bool) -> Iterator[tuple[str, str]]:
    """Give for each of the entries in `texts`, parted by `;`, how it begins and its pattern; see `table`.

    It begins with a whole word, which a space follows, or with the first letters of one.
    """
    for entry in _entries(texts):
        plain = _plain(entry, lists)
        pattern = _pattern(plain, spaced=spaced)
        yield from ((key, pattern) for key in sorted(_keys(plain, spaced=spaced)))


@cache
def numbers() -> Mapping[str, int]:
    """The numbers that are written in words, folded, of all languages."""
    named = (_data(language).get("numbers", {}) for language in languages())
    return {_folded(word): number for words in named for word, number in words.items()}


def examples(language: str) -> Sequence[Mapping[str, Any]]:
    """Sentences of the project's own with what must be read from them: `text`, `permission`, `requires`."""
    found: Sequence[Mapping[str, Any]] = _data(language)["examples"]
    return found


def _entries(text: str) -> list[str]:
    return [entry for part in text.split(";") if (entry := part.strip())]


@cache
def _data(language: str) -> dict[str, Any]:
    from licencecheck.safe_yaml import table_of

    data: dict[str, Any] = table_of(_FOLDER / f"{language}.yaml")
    return data


def _plain(text: str, lists: Mapping[str, str]) -> str:
    """The entry folded, with its lists written out."""
    while found := re.search(r"<(\w+)>", text):
        if found[1] not in lists:
            raise ValueError(f"{text}: there is no list <{found[1]}>")
        text = text[: found.start()] + lists[found[1]] + text[found.end() :]
    parts = re.split(r"([()\[\]|*…#])", text)
    return "".join(part if part in _PATTERNS else _folded(part) for part in parts)


def _folded(part: str) -> str:
    """Fold, but keep the spaces at both ends."""
    return fold(f"({part})").text[1:-1] if part else ""


def _pattern(plain: str, *, spaced: bool) -> str:
    parts = re.split(r"([()\[\]|*…#])", plain)
    pattern = "".join(_PATTERNS.get(part) or re.escape(part).replace(r"\ ", " ") for part in parts)
    return pattern + (r"(?![^\W_])" if spaced else "")


def _keys(plain: str, *, spaced: bool) -> set[str]:
    """How a text that matches can begin."""
    if plain[:1] in {"(", "["}:
        options, rest = _options(plain)
        beginnings = [option + rest for option in options] + ([rest] if plain[0] == "[" else [])
        return set[str]().union(*(_keys(beginning, spaced=spaced) for beginning in beginnings))
    if plain.startswith(_NUMBER):
        return {_NUMBER}
    word = _WORD.match(plain)
    stem = plain[word.end() : word.end() + 1] in {"*", "[", "("} if word else False
    if not word or (spaced and stem and len(word[0]) < _SHORTEST):
        raise ValueError(f"{plain}: does not begin with a word")
    if spaced:
        return {word[0][:_KEY] if stem or len(word[0]) > _KEY else f"{word[0]} "}
    return {word[0][:_UNSPACED_KEY]}


def _options(plain: str) -> tuple[list[str], str]:
    """The options of the group with which `plain` begins, and what follows it."""
    depth, start, options = 0, 1, []
    for at, char in enumerate(plain):
        depth += (char in "([") - (char in ")]")
        if (char == "|" and depth == 1) or depth == 0:
            options.append(plain[start:at])
            start = at + 1
        if depth == 0:
            return options, plain[start:]
    raise ValueError(f"{plain}: brackets do not match")
