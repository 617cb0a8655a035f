"""`share-alike`: an adaptation stands under the licence of the original, or one like it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar, Literal

from licencecheck.model import Case, LicenceStatement, Scope, Verdict
from licencecheck.requirements.licences import LICENCE_SCHEMA, LicenceDuty, is_same, name_of
from licencecheck.requirements.requirement import Schema, check_that, expected, found, parameters
from licencecheck.requirements.wording import belongs, listed, quoted, wanted_at

_CC_SA = re.compile(r"(?:LicenseRef-)?CC-(BY(?:-NC)?-SA)-(\d\.\d)(?:-[A-Z]+)?", re.IGNORECASE)
_COMPATIBLE = {"BY-SA-4.0": ("LAL-1.3", "GPL-3.0-only", "GPL-3.0-or-later")}
"""Other licences that Creative Commons accepts for adaptations (creativecommons.org/compatiblelicenses)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareAlike(LicenceDuty):
    """The licence that the page states for the article is the original's, or a later or compatible one."""

    id: ClassVar[str] = "share-alike"
    summary: ClassVar[str] = "Put an adaptation under the same licence"
    schema: ClassVar[Schema] = parameters(
        same={"description": "Whether a compatible licence is enough: a later version or a port, or one so declared",
              "enum": ["identical", "compatible"]},
        licence={**LICENCE_SCHEMA, "description": "Licences of the original; left out, those of the rule set"},
    )  # fmt: skip
    same: Literal["identical", "compatible"] = "compatible"

    def judge(self, case: Case, wanted: tuple[str, ...]) -> Verdict:
        """Judge the licence of the article as the page states it."""
        page = case.page
        place = wanted_at(page, "bottom")
        kind = "a licence compatible with" if self.same == "compatible" else "the licence"
        thing = f"{kind} {listed(map(name_of, wanted), 'or')} for the adaptation"
        stated = [s for s in page.licences if s.scope is Scope.ARTICLE and belongs(s)]
        good = next((s for s in stated if any(self._fits(s, one) for one in wanted)), None)
        if good is not None:
            return found(f"{thing}: {quoted(name_of(good.id))}", good)
        if stated:
            return expected(thing, quoted(name_of(stated[0].id)), stated[0].location, stated[0])
        site = next((s for s in page.licences if s.scope is Scope.SITE and any(self._fits(s, w) for w in wanted)), None)
        if site is not None:
            why = f"{quoted(site.text)} is the licence of the site"
            return check_that(f"the adaptation is under {quoted(name_of(site.id))}", why, site.location, site)
        return expected(thing, "none", place)

    def _fits(self, statement: LicenceStatement, wanted: str) -> bool:
        if is_same(statement.id, wanted):
            return True
        if self.same == "identical":
            return False
        own, other = _CC_SA.fullmatch(wanted), _CC_SA.fullmatch(statement.id)
        if own and other:
            return own[1].upper() == other[1].upper() and other[2] >= own[2]
        return own is not None and statement.id in _COMPATIBLE.get(f"{own[1].upper()}-{own[2]}", ())
