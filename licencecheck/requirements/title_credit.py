"""`title-credit`: the page names the title of the original."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licencecheck.model import Case, Fact, Verdict
from licencecheck.requirements.asked_line import line_of
from licencecheck.requirements.credit_line import prescribed
from licencecheck.requirements.requirement import (
    Requirement,
    Schema,
    check_that,
    expected,
    found,
    lacking,
    not_applicable,
    parameters,
)
from licencecheck.requirements.wording import belongs, quoted, wanted_at
from licencecheck.text import bare


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleCredit(Requirement):
    """The original's title stands over the article or in the credit."""

    id: ClassVar[str] = "title-credit"
    summary: ClassVar[str] = "Name the title of the original"
    schema: ClassVar[Schema] = parameters(
        if_supplied={"description": "Whether it is asked only where the original has a title", "type": "boolean"},
    )
    if_supplied: bool = False

    def check(self, case: Case) -> Verdict:
        """Judge the headline and the credits by the original's title, where it is known."""
        page, title = case.page, case.original.title
        wanted = title or page.title
        credit = next((fact for fact in _credits(case) if wanted and bare(wanted) in bare(fact.text)), None)
        if wanted and bare(wanted) and credit is not None:
            return found(f"the title {quoted(wanted)}", credit)
        top = wanted_at(page, "top")
        if self.if_supplied and title is None and case.original.page is not None:
            return not_applicable("The original has no title", top)
        if title is None:
            headline = f"the headline {quoted(page.title)}" if page.title else "the page"
            thing = f"{headline} names the title of the original"
            return lacking(case, thing, top) if case.original.page is None else check_that(thing, "it has none", top)
        if page.title and bare(title) in bare(page.title):
            return found(f"the title {quoted(title)}", location=top)
        what = quoted(page.title) if page.title else "none"
        return expected(f"the title {quoted(title)}", what, top, paste=line_of(case))


def _credits(case: Case) -> list[Fact]:
    page = case.page
    return [fact for fact in (*page.credits, *page.licences, *page.permissions, *prescribed(case)) if belongs(fact)]
