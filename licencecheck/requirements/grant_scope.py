"""`grant-scope`: the grant of the terms covers this article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licencecheck.conditions import facts_of
from licencecheck.model import Case, Fact, Page, Party, PermissionNote, Role, Scope, Verdict
from licencecheck.parties import mentions, original_of
from licencecheck.requirements.answers import answered, expired, place_of
from licencecheck.requirements.cases import TermsCase, cases_schema, condition, open_facts, possible, questions, said
from licencecheck.requirements.paste import in_question
from licencecheck.requirements.requirement import Requirement, Schema, check_that, expected, found, parameters
from licencecheck.requirements.wording import belongs, quoted


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
        why = in_question(case, why)
        # Where nobody's terms are known, the best that tells is what the page says beside the article
        stated = _stated(case.page) if case.ruleset.terms.url is None else None
        if stated is not None:
            why, place = f"{why}; the page says {quoted(stated.text)}", stated.location
        why = " ".join(filter(None, (why, expired(case))))
        asks_for = case.asks(asked or [case.rule.id])
        evidence = filter(None, (stated, *proof))
        return check_that(f"{terms} cover this article", why, place, *evidence, asks=asks_for)


def _stated(page: Page) -> Fact | None:
    """What the page says of the use of the article: a permission granted or denied, else that rights are reserved."""
    note = next((note for note in page.permissions if not note.claims and _is_of_article(note, page)), None)
    notices = (notice for notice in page.notices if notice.scope is Scope.ARTICLE and notice.reserves)
    return note or next(notices, None)


def _is_of_article(note: PermissionNote, page: Page) -> bool:
    """Whether a note is about the article, as a notice beside it is that does not name the site of the copy."""
    first, site = original_of(page), page.identity.names
    if first and mentions(first, note.text):
        return True
    is_beside = belongs(note) and note.role in {Role.NOTICE, Role.CREDIT}
    return is_beside and not any(mentions(Party(name=name), note.text) for name in site)
