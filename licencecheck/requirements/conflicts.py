"""What a page states and contradicts itself: no duty passes by it."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from licencecheck.model import Fact, Page, Verdict
from licencecheck.requirements.requirement import check_that, found


def found_undisputed(thing: str, claim: str, fact: Fact, page: Page, about: Literal["origin", "licence"]) -> Verdict:
    """Pass by `fact`, or ask for review of `claim` if the page contradicts the fact; both places are listed then."""
    conflict = next((c for c in page.conflicts if c.about == about and fact.location in c.between), None)
    if conflict is None:
        return found(thing, fact)
    why = f"the page contradicts itself ({conflict.text})"
    other = replace(conflict, location=conflict.between[-1])
    return check_that(claim, why, fact.location, fact, *([other] if other.location != fact.location else []))
