"""`publication-date`: the page says when the original appeared, or was last brought up to date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from licencecheck.model import Case, Role, Verdict
from licencecheck.requirements.requirement import Requirement, Schema, check_that, expected, found, parameters
from licencecheck.requirements.wording import AT_SCHEMA, at_words, is_at, wanted_at


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationDate(Requirement):
    """A day stands in the credit or the byline: that of the original, where it is known."""

    id: ClassVar[str] = "publication-date"
    summary: ClassVar[str] = "Give the date of the original"
    schema: ClassVar[Schema] = parameters(
        of={"description": "Which date: of first publication, or of the last update",
            "enum": ["published", "updated"]},
        at=AT_SCHEMA,
    )  # fmt: skip
    of: Literal["published", "updated"] = "published"
    at: str = "anywhere"

    def check(self, case: Case) -> Verdict:
        """Judge the days that a reader sees beside the article; a page has a day of its own as well."""
        page, published = case.page, case.original.published
        wanted = published if self.of == "published" else None
        which = "the date of the original" if self.of == "published" else "the date of the original's last update"
        thing = f"{which}{f', {wanted.isoformat()},' if wanted else ''}{at_words(self.at)}".rstrip(",")
        paste = wanted.isoformat() if wanted else "{date}"
        # A date above the text stands with the byline: plain posts do not mark it
        at = "top" if self.at == "byline" else self.at
        days = [day for day in page.days if is_at(day, at)]
        days.sort(key=lambda stated: stated.role is not Role.CREDIT)
        if wanted is not None:
            good = next((stated for stated in days if stated.day == wanted), None)
            if good is not None:
                return found(thing, good)
        elif days:
            first = days[0]
            if first.role is Role.CREDIT and (published is None or first.day >= published):
                return found(f"a date in the credit{at_words(self.at)}, {first.day.isoformat()}", first)
            why = "it may be the day of this page" if published else "the date of the original is not known"
            return check_that(f"{first.day.isoformat()} is {which}", why, first.location, first)
        if days or page.days:
            near = (days or page.days)[0]
            what = near.day.isoformat() if days else f"{near.day.isoformat()} elsewhere"
            return expected(thing, what, near.location, near, paste=paste)
        return expected(thing, "none", wanted_at(page, self.at), paste=paste)
