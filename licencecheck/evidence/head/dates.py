"""Days as pages write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

_LONGEST = 60
_ABBREVIATED = 4
_YEARS = range(1990, 2100)
_ISO = re.compile(r"(?<!\d)(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?!\d)")
_CJK = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)")
_SLASHED = re.compile(r"(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?![\d/-])")
_DAY_BEFORE_MONTH = frozenset({"ar", "de", "el", "es", "fr", "hi", "id", "it", "nl", "pl", "pt", "ru", "tr"})
"""Languages that write `01/10/2026` for the first of October, wherever they are spoken."""
_DAY_NAME_YEAR = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?\s(?:de\s|of\s)?([^\W\d_]{3,12})\.?,?\s(?:de\s)?(\d{4})(?!\d)"
)
_NAME_DAY_YEAR = re.compile(r"\b([^\W\d_]{3,12})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})(?!\d)")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january januar janvier enero janeiro gennaio januari января stycznia січня ledna ianuarie",
            (
                "february februar février fevrier febrero fevereiro "
                "febbraio februari февраля lutego лютого února februarie"
            ),
            "march märz marz mars marzo março marco maart марта marca березня března marts martie",
            "april avril abril aprile апреля kwietnia квітня dubna aprilie",
            "may mai mayo maio maggio mei мая maja травня května maj",
            "june juni juin junio junho giugno июня czerwca червня června iunie",
            "july juli juillet julio julho luglio июля lipca липня července iulie",
            "august août aout agosto augustus августа sierpnia серпня srpna augusti",
            "september septembre septiembre setembro settembre сентября września wrzesnia вересня září septembrie",
            "october oktober octobre octubre outubro ottobre октября października pazdziernika жовтня října octombrie",
            "november novembre noviembre novembro ноября listopada листопада listopadu noiembrie",
            "december dezember décembre decembre diciembre dezembro dicembre декабря grudnia грудня prosince decembrie",
        ),
        start=1,
    )
    for name in names.split()
}
_SHORT_MONTHS = {name[:3]: number for name, number in _MONTHS.items() if name.isascii()} | {
    "mär": 3,
    "fév": 2,
    "déc": 12,
    "aoû": 8,
}


def date_of(text: str, language: str | None = None) -> date | None:
    """Read the first day in a short text: ISO 8601 with or without time, `20.11.2019`, or with the month's name.

    In a `language` that says the day first, also `20/11/2019`. Days are as written, in whatever time zone. None where
    no order of day and month is certain, or no such day exists.
    """
    return next((day for _, day in _written(text[:_LONGEST], language)), None)


def days_in(text: str, language: str | None = None) -> list[tuple[int, date]]:
    """Read every day in a text of any length with the offset at which it stands, in order, each once.

    `language` is as in `date_of`.
    """
    offsets: dict[date, int] = {}
    for match, day in _written(text, language):
        if day is not None:
            offsets[day] = min(match.start(), offsets.get(day, match.start()))
    return sorted((offset, day) for day, offset in offsets.items())


def _written(text: str, language: str | None) -> Iterator[tuple[re.Match[str], date | None]]:
    """What looks like a day in `text`, form by form; None where no such day exists."""
    for pattern in (_ISO, _CJK):
        for match in pattern.finditer(text):
            groups = match.groups()
            yield match, _day(groups[0], groups[-2], groups[-1])
    for match in _DAY_FIRST.finditer(text):
        yield match, _day(match[3], match[2], match[1])
    for match in _SLASHED.finditer(text) if language in _DAY_BEFORE_MONTH else ():
        yield match, _day(match[4], match[3], match[1])
    for match in _DAY_NAME_YEAR.finditer(text):
        yield match, _day(match[3], _month(match[2]), match[1])
    for match in _NAME_DAY_YEAR.finditer(text):
        yield match, _day(match[3], _month(match[1]), match[2])


def _month(name: str) -> int:
    name = name.lower()
    return _MONTHS.get(name) or (_SHORT_MONTHS.get(name[:3], 0) if len(name) <= _ABBREVIATED else 0)


def _day(year: str, month: str | int, day: str) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if found.year in _YEARS else None
