"""`attestation`: a person has confirmed what no page can show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from licencecheck.attestations import affirms, answer_to, in_force
from licencecheck.model import Case, Verdict
from licencecheck.requirements.answers import expired, place_of, recorded
from licencecheck.requirements.requirement import Requirement, Schema, check_that, expected, found, parameters
from licencecheck.requirements.wording import quoted
from licencecheck.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Attestation(Requirement):
    """The answer that the terms want is recorded in the profile; the rule's id is the id of the question."""

    id: ClassVar[str] = "attestation"
    summary: ClassVar[str] = "Let a person confirm what no page can show"
    answerable: ClassVar[bool] = True
    schema: ClassVar[Schema] = {
        **parameters(
            ask={"description": "The question, one plain sentence", "type": "string"},
            want={"description": "The answer that the terms want", "type": "string"},
            per={
                "description": "For what one answer counts: the `site`, the `publisher` or one `article`",
                "enum": ["site", "publisher", "article"],
            },
        ),
        "required": ["ask"],
    }
    ask: str
    want: str = "yes"
    per: Literal["site", "publisher", "article"] = "site"

    def check(self, case: Case) -> Verdict:
        """Judge the newest recorded answer that holds on the day of the run."""
        place, per_article = place_of(case), self.per == "article"
        answer = answer_to(case, case.rule.id, per_article=per_article)
        if answer is None or not in_force(answer, case):
            ended = expired(case, per_article=per_article) or ""
            why = f"{self.ask} {ended[:1].upper()}{ended[1:]}".rstrip()
            return check_that(f"the answer is {quoted(self.want)}", why, place, asks=case.asks([case.rule.id]))
        if _is(self.want, answer.answer, affirms(answer)):
            return found(f"{recorded(answer)} to {quoted(self.ask)}", location=place)
        return expected(f"the answer {quoted(self.want)} to {quoted(self.ask)}", recorded(answer), place)


def _is(want: str, answer: str, yes: bool | None) -> bool:
    """Whether an answer is the wanted one: for yes and no, whatever word says so."""
    if fold(want) in {"yes", "no"}:
        return yes is (fold(want) == "yes")
    return fold(want) == fold(answer)
