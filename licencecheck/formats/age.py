"""How old the terms are that a rule set states."""

from __future__ import annotations

import re
from datetime import date

from licencecheck.model import Terms

_AS_OF = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_YEARS = 2


def day_of(terms: Terms) -> str:
    """Say when the terms were seen: `2023-09`, or `date unknown`."""
    return terms.as_of if _AS_OF.fullmatch(terms.as_of) else f"date {terms.as_of}"


def age_note(terms: Terms, today: date) -> str | None:
    """Say that `terms` are undated, or were last seen over two years before `today`; None where they are fresh.

    A year or month without day counts from its first day.
    """
    match = _AS_OF.fullmatch(terms.as_of)
    if match is None:
        return "undated"
    year, month, day = (int(part or 1) for part in match.groups())
    return "over two years old" if (year + _YEARS, month, day) < (today.year, today.month, today.day) else None
