"""`embargo`: the copy appears only some time after the original."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from licencecheck.model import Case, Place, Verdict
from licencecheck.requirements.requirement import Requirement, Schema, check_that, expected, found, parameters

_DAY = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Embargo(Requirement):
    """Between the day of the original and that of the page lies the time that the terms ask for."""

    id: ClassVar[str] = "embargo"
    summary: ClassVar[str] = "Wait before reposting"
    schema: ClassVar[Schema] = {
        **parameters(
            hours={"description": "Hours to wait after the original appeared", "type": "integer", "minimum": 1},
            days={"description": "Days to wait after the original appeared", "type": "integer", "minimum": 1},
        ),
        "oneOf": [{"required": ["hours"]}, {"required": ["days"]}],
    }
    hours: int | None = None
    days: int | None = None

    @property
    def wait(self) -> str:
        """How long, in words."""
        return f"{self.days} days" if self.days else f"{self.hours} hours"

    def first_day(self, original: date) -> date:
        """The first day on which a copy may appear; where hours are counted, at least late on it."""
        return original + timedelta(days=self.days or -(-(self.hours or 0) // _DAY))

    def check(self, case: Case) -> Verdict:
        """Judge by days, which leave hours open: pages give no hour that could be trusted."""
        page, original = case.page, case.original.published
        place = page.expected_at(Place.TOP)
        if original is None:
            why = "When was the original published?"
            return check_that(f"the page waited {self.wait} after the original", why, place)
        first = self.first_day(original)
        thing = f"a copy at least {self.wait} after the original of {original.isoformat()}"
        if case.today < first:
            return expected(thing, f"one on {case.today.isoformat()}", place)
        if page.published is None or page.published <= original:
            why = "the page gives no day of its own"
            return check_that(f"the page waited {self.wait} after the original of {original.isoformat()}", why, place)
        if page.published < first:
            return expected(thing, f"one on {page.published.isoformat()}", place)
        if self.hours and ((page.published - original).days - 1) * _DAY < self.hours:
            why = f"on {page.published.isoformat()} it depends on the hour"
            return check_that(f"the page waited {self.wait} after the original of {original.isoformat()}", why, place)
        return found(f"{thing}, on {page.published.isoformat()}", location=place)
