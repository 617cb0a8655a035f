"""`permission`: the terms permit this use, or the publisher has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licencecheck.conditions import facts_of
from licencecheck.model import Case, Verdict
from licencecheck.requirements.answers import answered, expired, place_of
from licencecheck.requirements.cases import (
    TermsCase,
    cases_schema,
    condition,
    lacking_for,
    open_facts,
    possible,
    questions,
    said,
)
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
        facts, asking = facts_of(case), case.ruleset.questions
        publisher = case.ruleset.publisher.name
        cases = possible(self.permission, facts)
        answers = {str(one["is"]) for one in cases}
        if answers == {"granted"}:
            return found("a permission for this use in the terms", location=place)
        lacking = lacking_for("granted", self.permission, facts, asking)
        if answers == {"denied"}:
            what = f"one that it denies {condition(cases, asking)}".rstrip()
            only = f"; it is permitted only {lacking}" if lacking else ""
            return expected(f"a use that {publisher} permits", f"{what}{only}", place)
        asked = questions(cases, facts) if len(answers) > 1 else said(cases, "question")
        request = _request(cases, after=asked)
        why = (
            asked,
            f"{request}; without a request it is permitted only {lacking}" if request and lacking else request,
            None if cases else "the terms speak of other uses only",
            expired(case),
        )
        claims = (note for note in case.page.permissions if note.claims)
        reasons = in_question(case, " ".join(filter(None, why)))
        asks = case.asks(open_facts(cases, facts) or [case.rule.id])
        return check_that(f"{publisher} permits this use", reasons, place, *claims, asks=asks)


def _request(cases: list[TermsCase], after: str | None) -> str | None:
    """Say whom to ask, where one of `cases` is on request, `after` a question or none."""
    contact = said([one for one in cases if one["is"] == "on-request"], "contact")
    if not any(one["is"] == "on-request" for one in cases):
        return None
    only = len({str(one["is"]) for one in cases}) == 1
    start = "Otherwise it is on request" if not only else "It is on request" if after else "it is on request"
    return f"{start} from {contact}" if contact else start
