"""`grant-scope`: the grant of the terms covers this article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licencecheck.conditions import facts_of
from licencecheck.model import Case, Verdict
from licencecheck.requirements.answers import answered, expired, place_of
from licencecheck.requirements.cases import TermsCase, cases_schema, possible, questions, said
from licencecheck.requirements.paste import in_question
from licencecheck.requirements.requirement import Requirement, Schema, check_that, expected, found, parameters


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantScope(Requirement):
    """The terms speak of this article: not of another's, of another time or section."""

    id: ClassVar[str] = "grant-scope"
    summary: ClassVar[str] = "Repost only what the grant covers"
    answerable: ClassVar[bool] = True
    schema: ClassVar[Schema] = parameters(
        covers=cases_schema("Which articles the grant covers", ("covered", "excluded", "ask")),
    )
    covers: tuple[TermsCase, ...] = ()

    def check(self, case: Case) -> Verdict:
        """Judge by the recorded answer of a person, else by the first case of the terms that holds."""
        place, proof = place_of(case), case.page.chain[:1]
        if verdict := answered(case, "{}: the grant covers this article", "an article that the grant covers", place):
            return verdict
        facts = facts_of(case)
        cases = possible(self.covers, facts)
        answers = {str(one["is"]) for one in cases}
        if answers == {"covered"}:
            return found("a grant that covers this article", *proof, location=place)
        if answers == {"excluded"}:
            return expected("an article that the grant covers", "one that it excludes", place, *proof)
        asks = [one for one in cases if one["is"] == "ask"]
        if len(answers) > 1:
            why = questions(cases, facts)
        else:
            why = said(asks, "question") or said(asks, "quote") or "the terms do not speak of articles like this"
        why = " ".join(filter(None, (in_question(case, why), expired(case))))
        return check_that("the grant covers this article", why, place, *proof)
