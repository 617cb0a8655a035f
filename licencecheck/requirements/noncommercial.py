"""`noncommercial`: the article is not used for commercial advantage, as the publisher reads it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from licencecheck.conditions import facts_of, question
from licencecheck.model import Case, Verdict
from licencecheck.requirements.answers import answered, expired, place_of
from licencecheck.requirements.requirement import Requirement, Schema, check_that, expected, found, parameters

Reading = Literal["allowed", "forbidden"]
_READING: Schema = {"enum": ["allowed", "forbidden"]}
_WORDS = {"commercial": "a commercial site", "ads": "advertisements", "paywall": "a paywall"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Noncommercial(Requirement):
    """The site is not commercial, or only in the ways that the publisher allows."""

    id: ClassVar[str] = "noncommercial"
    summary: ClassVar[str] = "Use the article for no commercial advantage"
    answerable: ClassVar[bool] = True
    schema: ClassVar[Schema] = parameters(
        commercial={**_READING, "description": "Whether commercial sites may use it; forbidden unless `ads` may be"},
        ads={**_READING, "description": "Whether the page may carry advertisements"},
        paywall={**_READING, "description": "Whether the page may be behind a paywall"},
        resale={**_READING, "description": "Whether the article may be sold"},
    )  # fmt: skip
    commercial: Reading | None = None
    ads: Reading | None = None
    paywall: Reading | None = None
    resale: Reading | None = None

    def check(self, case: Case) -> Verdict:
        """Judge what the profile says of the site; a person's recorded answer comes first."""
        place = place_of(case)
        if verdict := answered(case, "{}: the use is noncommercial", "a noncommercial use", place):
            return verdict
        facts = facts_of(case)
        forbidden = list(self._forbidden())
        broken = [name for name in forbidden if facts[name] is True]
        if broken:
            what = " and ".join(_WORDS[name] for name in broken)
            return expected("a noncommercial use", f"{what} in the profile", place)
        why = [question({name: False}, facts) for name in forbidden]
        if self.resale == "forbidden" and facts["commercial"] is not False:
            why.append("Is the article sold, alone or with others?")
        why.append(expired(case) or "")
        if any(why):
            asked = [name for name in forbidden if facts[name] is None] or [case.rule.id]
            return check_that("the use is noncommercial", " ".join(filter(None, why)), place, asks=case.asks(asked))
        return found("a noncommercial use in the profile", location=place)

    def _forbidden(self) -> Iterator[str]:
        """Facts of the profile that break the duty."""
        if (self.commercial or ("allowed" if self.ads == "allowed" else "forbidden")) == "forbidden":
            yield "commercial"
        if self.ads == "forbidden":
            yield "ads"
        if self.paywall == "forbidden":
            yield "paywall"
