"""Dates in lines, as people write them: whether one stands there, and what stands beside it."""

from __future__ import annotations

import re
from functools import cache

from licencecheck.evidence.phrases.matcher import Span
from licencecheck.text import may_be_unspaced

_BEFORE_MONTH = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
    r"(?:\d{1,2}(?:st|nd|rd|th|\.|º)?\s+(?:de\s+)?)?"
)
_MONTH, _SPACED_MONTH = r"\b(?-i:[^\W\d_\u3040-\u9fff]){3,12}", r"\b[^\W\d_]{3,12}"
_AFTER_MONTH = (
    r"[.,]?\s+(?:de\s+)?(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?(?:19|20)\d\d\b"
    r"|\b\d{1,2}/\d{1,2}\s*[(（][月火水木金土日][)）]|\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d\b|(?<!\d)(?:19|20)\d\d\s*[./年-]\s*\d{1,2}\s*[./月-]\s*\d{1,2}\s*日?(?:\s*[(（][月火水木金土日](?:曜日?)?[)）])?"
)
DATE_NEAR = re.compile(r"\d(?:(?<=1)9\d\d|(?<=2)0\d\d|[./-]\d)")
"""A piece, folded, of which every text with a date holds one; begins with a digit, so that `re` skips to these."""
_DIGIT = re.compile(r"\d")
"""What every date holds: quicker to look for."""
_TIME = re.compile(r"(?<![^\W日])\d{1,2}[:：]\d\d(?:[:：]\d\d)?(?:\s*[ap]\.?m\.?)?(?:\s*[A-Z]{2,4}\b)?", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_EDGES = "配信更新 \t,;|·•/()[]（）【】-–—:："
_LONGEST = 40
"""Characters of a line that is nothing but a date."""


@cache
def _date(unspaced: bool) -> re.Pattern[str]:
    """Dates, in text that may be Chinese or Japanese or is not."""
    return re.compile(_BEFORE_MONTH + (_MONTH if unspaced else _SPACED_MONTH) + _AFTER_MONTH, re.IGNORECASE)


@cache
def _end_of_date(unspaced: bool) -> re.Pattern[str]:
    """Found in the same texts: what may stand before the month need not be looked for."""
    return re.compile((_MONTH if unspaced else _SPACED_MONTH) + _AFTER_MONTH, re.IGNORECASE)


def beside_date(text: str) -> Span | None:
    """What is left of a short line that holds a date: "Global Research, October 22, 2019" -> "Global Research"."""
    if len(text) > 120 or not _DIGIT.search(text):
        return None
    dates = list(_date(may_be_unspaced(text)).finditer(text))
    if not dates:
        return None
    borders = sorted([*dates, *_TIME.finditer(text)], key=lambda m: m.start())
    rest: list[Span] = []
    at = 0
    for start, end in [*((m.start(), m.end()) for m in borders), (len(text), len(text))]:
        piece = text[at:start] if start > at else ""
        stripped = piece.strip(_EDGES)
        if stripped and not _ADDRESS.fullmatch(stripped):
            begin = at + piece.index(stripped)
            rest.append(Span(stripped, begin, begin + len(stripped)))
        at = max(at, end)
    return rest[0] if len(rest) == 1 else None


def is_date(text: str) -> bool:
    """Whether a line is nothing but a date or time."""
    if len(text) > _LONGEST:
        return False
    return not _TIME.sub("", _date(may_be_unspaced(text)).sub("", text)).strip(_EDGES)


def holds_date(text: str) -> bool:
    """Whether a date stands in `text`."""
    opening = text[:300]
    return bool(_DIGIT.search(opening) and _end_of_date(may_be_unspaced(opening)).search(opening))
