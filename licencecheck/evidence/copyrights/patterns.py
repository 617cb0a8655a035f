"""How copyright notices are written: signs, words, years, reservations, and what ends them."""

from __future__ import annotations

import re
from functools import cache

from licencecheck.evidence.copyrights import years
from licencecheck.evidence.data import load
from licencecheck.evidence.phrases.folding import fold

_SIGN = r"©|ⓒ|℗|(?<![a-z0-9)])\(c\)(?!\()"
_ENGLISH = r"(?<![^\W_])(?:copyrights?|copr\.)(?![^\W_])"


@cache
def near_words() -> frozenset[str]:
    """Pieces of words, folded, of which every text with a notice holds one."""
    return frozenset(fold(word).text for word in load("copyrights/notices.yaml")["near"])


@cache
def near_in(ascii_only: bool) -> tuple[str, ...]:
    """Pieces of which every text with a notice, or every one in ASCII, holds one."""
    return tuple(word for word in load("copyrights/notices.yaml")["near"] if word.isascii() or not ascii_only)


@cache
def _words(key: str) -> str:
    return "|".join(sorted((fold(word).text for word in load("copyrights/notices.yaml")[key]), key=len, reverse=True))


@cache
def prose() -> frozenset[str]:
    """Words right after the sign that begin a text about copyright."""
    return frozenset(load("copyrights/notices.yaml")["prose"])


@cache
def belonging() -> tuple[re.Pattern[str], ...]:
    """Phrases that name the holder by themselves."""
    return tuple(map(re.compile, load("copyrights/notices.yaml")["belongs"]))


@cache
def _reservation() -> str:
    rows = load("licences/licences.yaml")["licences"]
    return "|".join(fold(words).text for row in rows if row["kind"] == "reserved" for words in row["words"])


@cache
def reserved() -> re.Pattern[str]:
    """All rights reserved."""
    return re.compile(_reservation())


@cache
def reserved_after() -> re.Pattern[str]:
    """The same behind a notice."""
    return re.compile(rf"[ .,;:|·•\-()]{{0,4}}(?:{_reservation()})")


@cache
def reserved_before() -> re.Pattern[str]:
    """The same before the sign."""
    return re.compile(rf"(?:{_reservation()})[ .,;:|·•\-()]{{0,4}}$")


@cache
def mark() -> re.Pattern[str]:
    """A sign or word of copyright."""
    return re.compile(rf"(?P<sign>{_SIGN})|(?P<english>{_ENGLISH})|(?P<word>{_words('marks')})")


@cache
def leading_years() -> re.Pattern[str]:
    """Years where they begin."""
    return re.compile(years.pattern())


@cache
def any_years() -> re.Pattern[str]:
    """Years anywhere."""
    return re.compile(rf"(?<![a-z0-9]){years.pattern()}")


@cache
def trailing_years() -> re.Pattern[str]:
    """Years at the end of what is looked at."""
    return re.compile(rf"(?<![a-z0-9]){years.pattern()}[ ).,:\-|·•]{{0,4}}$")


@cache
def head() -> re.Pattern[str]:
    """What may follow the first sign: years, another sign, a reservation, "by"."""
    return re.compile(
        rf"{years.pattern()}|(?P<sign>{_SIGN})|(?P<word>{_ENGLISH}|{_words('marks')})"
        rf"|\.?(?P<reserved>(?:{_reservation()})[ |·•\-]{{0,3}}(?![^\W_]))|(?P<by>(?:{_words('by')}):? )"
    )


@cache
def border() -> re.Pattern[str]:
    """What ends the words after a sign."""
    return re.compile(
        rf"[|·•♦►»;<。；！!?]|\.(?=[ \"')]|$)| - |{_SIGN}|{_reservation()}"
        rf"|(?<![^\W_])(?:{_words('after')}|copyrights?(?![^\W_]))"
    )
