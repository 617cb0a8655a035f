"""`time-limit`: the copy appears, or stays, only within some days of the original."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar, Literal

from licencecheck.model import Case, Place, Verdict
from licencecheck.requirements.requirement import Requirement, Schema, check_that, expected, found, parameters


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLimit(Requirement):
    """The page was posted, or is there, no later than so many days after the original."""

    id: ClassVar[str] = "time-limit"
    summary: ClassVar[str] = "Keep within the time that the terms allow"
    schema: ClassVar[Schema] = {
        **parameters(
            days={"description": "Days after the original appeared", "type": "integer", "minimum": 1},
            limits={
                "description": "What must happen within them: `posting` the copy, or all of its `keeping`",
                "enum": ["posting", "keeping"],
            },
        ),
        "required": ["days"],
    }
    days: int
    limits: Literal["posting", "keeping"] = "posting"

    def last_day(self, original: date) -> date:
        """The last day on which a copy may be posted, or be there."""
        return original + timedelta(days=self.days)

    def check(self, case: Case) -> Verdict:
        """Judge the day of the page, or for `keeping` the day of the run."""
        page, original = case.page, case.original.published
        place = page.expected_at(Place.TOP)
        verb = "was posted" if self.limits == "posting" else "is taken off"
        if original is None:
            why = "When was the original published?"
            return check_that(f"the copy {verb} within {self.days} days of the original", why, place)
        last = self.last_day(original)
        if case.today <= last:
            return found(f"a copy within {self.days} days of the original of {original.isoformat()}", location=place)
        if self.limits == "keeping":
            return expected(f"the copy taken off after {last.isoformat()}", "it still there", place)
        thing = f"a copy posted by {last.isoformat()}"
        if page.published is None or page.published <= original:
            why = "the page gives no day of its own"
            return check_that(f"the copy was posted by {last.isoformat()}", why, place)
        if page.published > last:
            return expected(thing, f"one of {page.published.isoformat()}", place)
        return found(f"{thing}, on {page.published.isoformat()}", location=place)
