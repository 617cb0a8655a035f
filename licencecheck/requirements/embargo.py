"""`embargo`: the copy appears only some time after the original."""

from __future__ import annotations

from dataclasses import dataclass
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

    def check(self, case: Case) -> Verdict:
        """Judge by days, which leave hours open: pages give no hour that could be trusted."""
        page, original = case.page, case.original.published
        place = page.expected_at(Place.TOP)
        wait = f"{self.days} days" if self.days else f"{self.hours} hours"
        if original is None:
            why = "When was the original published?"
            return check_that(f"the page waited {wait} after the original", why, place)
        wanted = self.days or -(-(self.hours or 0) // _DAY)
        thing = f"a copy at least {wait} after the original of {original.isoformat()}"
        if (case.today - original).days < wanted:
            return expected(thing, f"one on {case.today.isoformat()}", place)
        if page.published is None or page.published <= original:
            why = "the page gives no day of its own"
            return check_that(f"the page waited {wait} after the original of {original.isoformat()}", why, place)
        waited = (page.published - original).days
        if waited < wanted:
            return expected(thing, f"one on {page.published.isoformat()}", place)
        if self.hours and (waited - 1) * _DAY < self.hours:
            why = f"on {page.published.isoformat()} it depends on the hour"
            return check_that(f"the page waited {wait} after the original of {original.isoformat()}", why, place)
        return found(f"{thing}, on {page.published.isoformat()}", location=place)
