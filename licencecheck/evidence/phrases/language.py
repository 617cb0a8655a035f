"""Which language a text is in: by its script, else by its most frequent words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache

from licencecheck.evidence.phrases.folding import fold, fold_lines
from licencecheck.evidence.phrases.languages import known, marks
from licencecheck.text import compiled

_SAMPLE = 3_000
"""How many characters of a text are looked at."""

_WORD = re.compile(r"[^\W\d_]+")
_ONLY_LETTERS = dict.fromkeys((code for code in range(128) if not chr(code).isalpha()), " ")
_NO_WORDS = re.compile(r"https?://[!-~]+|<[^<>]{0,300}>")

_PRIMARY = re.compile(r"\s*([A-Za-z]{2,3})(?![A-Za-z])")
_SCRIPTS = {
    "kana": r"[\u3040-\u30ff]+",
    "han": r"[\u3400-\u9fff]+",
    "hangul": r"[\uac00-\ud7af]+",
    "cyrillic": r"[\u0400-\u04ff]+",
    "arabic": r"[\u0600-\u06ff]+",
    "hebrew": r"[\u0590-\u05ff]+",
    "devanagari": r"[\u0900-\u097f]+",
    "bengali": r"[\u0980-\u09ff]+",
    "thai": r"[\u0e00-\u0e7f]+",
    "greek": r"[\u0370-\u03ff\u1f00-\u1fff]+",
    "latin": r"[A-Za-z\u00c0-\u024f]+",
}
_NOT_LATIN = re.compile(r"[^\x00-\u036f\u2000-\u303f]")
_OTHER_SCRIPTS = r"[\u0370-\u06ff\u0900-\u09ff\u0e00-\u0e7f\u1f00-\u1fff\u3040-\u9fff\uac00-\ud7af]"
_WEIGHT = {"han": 3, "kana": 3, "hangul": 2}
"""One such character says as much as several letters."""

_KANA_SHARE = 0.05
_FAMILIES = {
    "han": ("zh", "yue"),
    "kana": ("ja",),
    "hangul": ("ko",),
    "cyrillic": ("ru", "be", "bg", "kk", "ky", "mk", "mn", "sr", "tg", "uk"),
    "arabic": ("ar", "ckb", "fa", "ps", "sd", "ug", "ur"),
    "greek": ("el",),
    "hebrew": ("he", "yi"),
    "devanagari": ("hi", "mr", "ne"),
    "bengali": ("bn", "as"),
    "thai": ("th",),
}
"""Languages of each script, the one to suppose first."""

_CALLED = {"nb": "no", "nn": "no", "iw": "he", "in": "id"}
"""Subtags of one written form, or of old, by that of the language."""
_MIN_WORDS = 12
_MIN_SHARE = 0.15
_CLEAR_SHARE = 0.3
"""From this share of stop words on, a text is in a known language even where an unknown one is declared."""

_CLOSE = 0.8
"""The declared language stands if its share is at least this part of the best."""


def language_of(declared: str | None, text: str) -> str | None:
    """Primary subtag of the language that `text` is in; `declared` decides where the text does not speak against it.

    `declared` may be a tag (`de-AT`, `pt_BR`) or nonsense, which counts as None. The first 3,000 characters are read.
    """
    said = _PRIMARY.match(declared or "")
    primary = said.group(1).lower() if said else None
    primary = _CALLED.get(primary or "", primary)
    sample = _NO_WORDS.sub(" ", text[:_SAMPLE])
    script = _script_of(sample)
    if script is None:
        return primary
    if script != "latin":
        family = _FAMILIES[script]
        return primary if primary in family else family[0]
    return _by_words(primary, sample)


def _script_of(sample: str) -> str | None:
    """The script of at least half of the letters; None without letters."""
    if sample.isascii() or not (_NOT_LATIN.search(sample) and compiled(_OTHER_SCRIPTS).search(sample)):
        return "latin" if compiled(_SCRIPTS["latin"]).search(sample) else None
    counts = {
        name: sum(map(len, compiled(letters).findall(sample))) * _WEIGHT.get(name, 1)
        for name, letters in _SCRIPTS.items()
    }
    if counts["kana"] >= _KANA_SHARE * (counts["kana"] + counts["han"]):
        counts["kana"] += counts.pop("han")
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else None


def _by_words(primary: str | None, sample: str) -> str | None:
    folded = fold_lines(sample)
    words = Counter(folded.translate(_ONLY_LETTERS).split() if folded.isascii() else _WORD.findall(folded))
    total = words.total()
    if total < _MIN_WORDS:
        return primary
    counts = dict.fromkeys(_judged(), 0)
    for word in words.keys() & _stop_words().keys():
        for language in _stop_words()[word]:
            counts[language] += words[word]
    shares = {language: count / total for language, count in counts.items()}
    best = max(shares, key=lambda language: shares[language])
    if primary in shares and shares[primary] >= _CLOSE * shares[best]:
        return primary
    enough = _MIN_SHARE if primary is None or primary in shares else _CLEAR_SHARE
    return best if shares[best] >= enough else primary


@cache
def _judged() -> tuple[str, ...]:
    """Languages in Latin script whose frequent words are known."""
    return tuple(language for language in known() if marks(language).stop_words and marks(language).script == "latin")


@cache
def _stop_words() -> Mapping[str, list[str]]:
    """By each frequent word, the languages that it is frequent in."""
    languages: dict[str, list[str]] = defaultdict(list)
    for language in _judged():
        for word in {fold(word).text for word in marks(language).stop_words}:
            languages[word].append(language)
    return dict(languages)
