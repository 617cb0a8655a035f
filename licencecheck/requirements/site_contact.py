"""`site-contact`: readers can reach the people behind the site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licencecheck.attestations import affirms, answer_to, in_force
from licencecheck.model import Case, Place, Verdict
from licencecheck.requirements.answers import expired, recorded
from licencecheck.requirements.requirement import Requirement, Schema, check_that, expected, found, parameters
from licencecheck.requirements.wording import quoted


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteContact(Requirement):
    """A mail address, a telephone number or a contact page is linked, or a person says that the site has one."""

    id: ClassVar[str] = "site-contact"
    summary: ClassVar[str] = "Show a way to reach the site"
    answerable: ClassVar[bool] = True
    schema: ClassVar[Schema] = parameters()

    def check(self, case: Case) -> Verdict:
        """Judge the links of the page; the way may stand on another page of the site, so none is a question."""
        page = case.page
        if page.contacts:
            return found(f"a way to reach the site, {quoted(page.contacts[0].href)}", page.contacts[0])
        place = page.expected_at(Place.BOTTOM)
        answer = answer_to(case, case.rule.id)
        if answer is not None and in_force(answer, case):
            if affirms(answer):
                return found(f"{recorded(answer)}: readers can reach the site", location=place)
            return expected("a way to reach the site", recorded(answer), place)
        why = expired(answer, case) or "this page shows none, another one may"
        return check_that("readers can reach the site", why, place)
