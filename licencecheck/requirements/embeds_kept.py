"""`embeds-kept`: the frames, videos and sounds of the original stand on the copy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licencecheck.model import Case, Place, Verdict
from licencecheck.requirements.requirement import (
    Requirement,
    Schema,
    expected,
    found,
    lacking,
    not_applicable,
    parameters,
)
from licencecheck.requirements.wording import quoted
from licencecheck.urls import same_url


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedsKept(Requirement):
    """Every address that the original embeds is embedded here."""

    id: ClassVar[str] = "embeds-kept"
    summary: ClassVar[str] = "Keep what the original embeds"
    schema: ClassVar[Schema] = parameters()

    def check(self, case: Case) -> Verdict:
        """Judge by addresses, without what only tracks readers."""
        page, original = case.page, case.original.page
        place = page.expected_at(Place.TOP)
        if original is None:
            thing = "the page has every frame, video and sound of the original"
            return lacking(case, thing, place, *page.embeds)
        if not original.embeds:
            return not_applicable("The original embeds nothing", place)
        for wanted in original.embeds:
            if not any(same_url(wanted.url, embed.url) for embed in page.embeds):
                thing = f"{quoted(wanted.url)}, which the original embeds"
                return expected(thing, "none" if not page.embeds else "others only", place, *page.embeds)
        return found("what the original embeds", *page.embeds)
