"""`grant-scope`: the grant of the terms covers this article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licencecheck.conditions import facts_of
from licencecheck.model import Case, Verdict
from licencecheck.requirements.answers import answered, expired, place_of
from licencecheck.requirements.cases import TermsCase, cases_schema, condition, open_facts, possible, questions, said
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
        terms = f"the terms of {case.ruleset.publisher.name}"
        wanted = f"an article that {terms} cover"
        if verdict := answered(case, "{}: the terms cover this article", wanted, place):
            return verdict
        facts = facts_of(case)
        cases = possible(self.covers, facts)
        answers = {str(one["is"]) for one in cases}
        if answers == {"covered"}:
            return found("a grant that covers this article", *proof, location=place)
        if answers == {"excluded"}:
            what = f"one that they exclude {condition(cases, case.ruleset.questions)}".rstrip()
            return expected(wanted, what, place, *proof)
        asks = [one for one in cases if one["is"] == "ask"]
        asked: list[str] = []
        if len(answers) > 1:
            why, asked = questions(cases, facts), open_facts(cases, facts)
        else:
            why = said(asks, "question") or said(asks, "quote") or "the terms do not speak of articles like this"
        why = " ".join(filter(None, (in_question(case, why), expired(case))))
        asks_for = case.asks(asked or [case.rule.id])
        return check_that(f"{terms} cover this article", why, place, *proof, asks=asks_for)
