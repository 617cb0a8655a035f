"""Days as pages write them."""

from __future__ import annotations

import re
from datetime import date

_LONGEST = 60
_ABBREVIATED = 4
_YEARS = range(1990, 2100)
_ISO = re.compile(r"(?<!\d)(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?!\d)")
_CJK = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)")
_DAY_NAME_YEAR = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?\s(?:de\s|of\s)?([^\W\d_]{3,12})\.?,?\s(?:de\s)?(\d{4})(?!\d)"
)
_NAME_DAY_YEAR = re.compile(r"\b([^\W\d_]{3,12})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})(?!\d)")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january januar janvier enero janeiro gennaio januari января stycznia",
            "february februar février fevrier febrero fevereiro febbraio februari февраля lutego",
            "march märz marz mars marzo março marco maart марта marca",
            "april avril abril aprile апреля kwietnia",
            "may mai mayo maio maggio mei мая maja",
            "june juni juin junio junho giugno июня czerwca",
            "july juli juillet julio julho luglio июля lipca",
            "august août aout agosto augustus августа sierpnia",
            "september septembre septiembre setembro settembre сентября września wrzesnia",
            "october oktober octobre octubre outubro ottobre октября października pazdziernika",
            "november novembre noviembre novembro ноября listopada",
            "december dezember décembre decembre diciembre dezembro dicembre декабря grudnia",
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


def date_of(text: str) -> date | None:
    """Read the first day in a short text: ISO 8601 with or without time, `20.11.2019`, or with the month's name.

    Days are as written, in whatever time zone. None where no order of day and month is certain, or no such day exists.
    """
    text = text[:_LONGEST]
    if match := _ISO.search(text) or _CJK.search(text):
        groups = match.groups()
        return _day(groups[0], groups[-2], groups[-1])
    if match := _DAY_FIRST.search(text):
        return _day(match[3], match[2], match[1])
    if match := _DAY_NAME_YEAR.search(text):
        return _day(match[3], _month(match[2]), match[1])
    if match := _NAME_DAY_YEAR.search(text):
        return _day(match[3], _month(match[1]), match[2])
    return None


def _month(name: str) -> int:
    name = name.lower()
    return _MONTHS.get(name) or (_SHORT_MONTHS.get(name[:3], 0) if len(name) <= _ABBREVIATED else 0)


def _day(year: str, month: str | int, day: str) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if found.year in _YEARS else None
