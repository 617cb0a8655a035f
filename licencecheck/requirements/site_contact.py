"""`site-contact`: readers can reach the people behind the site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licencecheck.model import Case, Place, Verdict
from licencecheck.requirements.answers import answered, expired
from licencecheck.requirements.requirement import Requirement, Schema, check_that, found, parameters
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
        if verdict := answered(case, "{}: readers can reach the site", "a way to reach the site", place):
            return verdict
        why = expired(case) or "this page shows none, another one may"
        return check_that("readers can reach the site", why, place, asks=case.asks([case.rule.id]))
