"""`permission`: the terms permit this use, or the publisher has."""

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
class Permission(Requirement):
    """The medium, the kind of site and its commerce are such as the terms permit."""

    id: ClassVar[str] = "permission"
    summary: ClassVar[str] = "Have the permission for this use"
    answerable: ClassVar[bool] = True
    schema: ClassVar[Schema] = parameters(
        permission=cases_schema("Which uses are permitted", ("granted", "on-request", "denied")),
    )
    permission: tuple[TermsCase, ...] = ()

    def check(self, case: Case) -> Verdict:
        """Judge by the permission that a person recorded, else by the first case of the terms that holds."""
        place = place_of(case)
        if verdict := answered(case, "a permission: {}", "a permission for this use", place):
            return verdict
        facts = facts_of(case)
        cases = possible(self.permission, facts)
        answers = {str(one["is"]) for one in cases}
        if answers == {"granted"}:
            return found("a permission for this use in the terms", location=place)
        if answers == {"denied"}:
            return expected("a use that the terms permit", "one that they deny", place)
        asked = questions(cases, facts) if len(answers) > 1 else said(cases, "question")
        why = (
            asked,
            _request(cases, after=asked),
            None if cases else "the terms speak of other uses only",
            expired(case),
        )
        claims = (note for note in case.page.permissions if note.claims)
        thing = f"{case.ruleset.publisher.name} permits this use"
        return check_that(thing, in_question(case, " ".join(filter(None, why))), place, *claims)


def _request(cases: list[TermsCase], after: str | None) -> str | None:
    """Say whom to ask, where one of `cases` is on request, `after` a question or none."""
    contact = said([one for one in cases if one["is"] == "on-request"], "contact")
    if not any(one["is"] == "on-request" for one in cases):
        return None
    only = len({str(one["is"]) for one in cases}) == 1
    start = "Otherwise it is on request" if not only else "It is on request" if after else "it is on request"
    return f"{start} from {contact}" if contact else start
