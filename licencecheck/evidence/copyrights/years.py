"""The years of a copyright notice."""

from __future__ import annotations

import re

from licencecheck.evidence.data import load
from licencecheck.evidence.phrases.folding import Folded, fold

_YEAR = r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])"
_ROMAN = r"(?<![^\W_])(?:mcm[dclxvi]{0,9}|mm[clxvi]{1,9})(?![^\W_])"
_NUMBER = re.compile(rf"(?P<year>{_YEAR})|(?P<roman>{_ROMAN})|(?<![0-9])[0-9]{{2}}(?![0-9])")
_ROMAN_VALUES = {"m": 1000, "d": 500, "c": 100, "l": 50, "x": 10, "v": 5, "i": 1}
_DIGITS = {zero + digit: str(digit) for zero in (0x660, 0x6F0, 0x966, 0x9E6, 0xE50) for digit in range(10)}


def with_plain_digits(folded: Folded) -> Folded:
    """Write Arabic, Persian, Indian and Thai digits as 0 to 9."""
    if folded.text.isascii():
        return folded
    return Folded(folded.source, folded.text.translate(_DIGITS), folded.offsets)


def pattern() -> str:
    """Give the pattern, with a group `years`, of a year, a date, or a range or list of years in folded text."""
    now = "|".join(
        sorted((re.escape(fold(word).text) for word in load("copyrights/notices.yaml")["now"]), key=len, reverse=True)
    )
    link = r" ?(?:-|/|,|&|\+|to|bis|a|au|al|do|and|und|et) ?"
    date = r"(?:[0-9]{1,2}[./-] ?){0,2}"
    more = rf"(?:{link}(?:{_YEAR}|[0-9]{{2}}(?![0-9.])|{now})){{0,20}}"
    return rf"(?P<years>{date}(?:{_YEAR}|{_ROMAN})(?:-[0-9]{{2}}-[0-9]{{2}}(?![0-9])|{more})年?)"


def years_in(folded: Folded, start: int, end: int) -> set[int]:
    """First and last year of every range in a part of a folded text, 1900 to 2099; "2012-14" ends in 2014."""
    years: set[int] = set()
    for number in _NUMBER.finditer(folded.text[start:end]):
        if number["year"]:
            years.add(int(number[0]))
        elif number["roman"]:
            first, last = folded.original(start + number.start(), start + number.end())
            years |= {_roman(number[0])} if folded.source[first:last].isupper() else set()
        elif years and max(years) % 100 <= int(number[0]):
            years.add(max(years) // 100 * 100 + int(number[0]))
    return {year for year in years if 1900 <= year <= 2099}


def _roman(numeral: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    return sum(-value if value < max(values[i:]) else value for i, value in enumerate(values))
