"""`translation`: a translation is permitted, and says what it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from licencecheck.attestations import affirms, answer_to, in_force
from licencecheck.model import Case, CreditForm, Fact, Relation, Verdict
from licencecheck.requirements.answers import expired, place_of, recorded
from licencecheck.requirements.credit_line import CreditLine
from licencecheck.requirements.requirement import (
    Requirement,
    Schema,
    check_that,
    expected,
    found,
    not_applicable,
    parameters,
)
from licencecheck.requirements.wording import belongs, quoted, wanted_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation(Requirement):
    """The terms or a person permit it; the page calls itself a translation and names who made it."""

    id: ClassVar[str] = "translation"
    summary: ClassVar[str] = "Translate only as the terms allow"
    answerable: ClassVar[bool] = True
    schema: ClassVar[Schema] = {
        **parameters(
            is_={"description": "Whether the terms permit translations", "enum": ["granted", "on-request", "denied"]},
            of={"description": "Who must permit one that is on request", "enum": ["publisher", "author"]},
            notice={"description": "Whether the page must say that it is one; or the id of the line under `credit:`",
                    "type": ["boolean", "string"]},
            translator={"description": "Whether the translator must be named", "type": "boolean"},
            full={"description": "Whether only the whole article may be translated", "type": "boolean"},
        ),
        "required": ["is"],
    }  # fmt: skip
    is_: Literal["granted", "on-request", "denied"]
    of: Literal["publisher", "author"] = "publisher"
    notice: bool | str = False
    translator: bool = False
    full: bool = False

    def check(self, case: Case) -> Verdict:
        """Judge pages that are translations: by what they say, or by their language against the original's."""
        page, original = case.page, case.original.page
        differs = original is not None and page.language and original.language and page.language != original.language
        if not differs and page.repost.relation is not Relation.TRANSLATION:
            return not_applicable("The page is no translation, as far as it says", place_of(case))
        verdicts = filter(None, (self._permitted(case), self._said(case), self._named(case), self._whole(case)))
        return next(verdicts, found("a translation as the terms allow", location=place_of(case)))

    def _permitted(self, case: Case) -> Verdict | None:
        place, thing = place_of(case), "a permission for this translation"
        answer = answer_to(case, case.rule.id)
        if answer is not None and in_force(answer, case):
            return None if affirms(answer) else expected(thing, recorded(answer), place)
        if self.is_ == "denied":
            return expected("no translation", "one", place)
        if self.is_ == "on-request":
            why = expired(case) or "nobody has said so"
            return check_that(f"the {self.of} permits this translation", why, place, asks=case.asks([case.rule.id]))
        return None

    def _said(self, case: Case) -> Verdict | None:
        if isinstance(self.notice, str):
            verdict = CreditLine(template=self.notice).check(case)
            return None if verdict.outcome == "pass" else verdict
        if not self.notice or any(translation_notes(case)):
            return None
        return expected("a note that this is a translation", "none", wanted_at(case.page, "bottom"))

    def _named(self, case: Case) -> Verdict | None:
        named = [translator for translator in case.page.translators if belongs(translator)]
        notes = list(translation_notes(case))
        if not self.translator or named:
            return None
        if notes:
            why = "the page does not say it in words that a machine knows"
            return check_that(f"{quoted(notes[0].text)} names the translator", why, notes[0].location, notes[0])
        return expected("the translator's name", "none", wanted_at(case.page, "bottom"))

    def _whole(self, case: Case) -> Verdict | None:
        answer = answer_to(case, case.rule.id)
        if not self.full or (answer is not None and in_force(answer, case)):
            return None
        why = "texts in two languages are not compared"
        return check_that("the whole article is translated, accurately", why, place_of(case))


def translation_notes(case: Case) -> Iterator[Fact]:
    """Lines beside the article that call it a translation."""
    yield from (credit for credit in case.page.credits if belongs(credit) and credit.form is CreditForm.TRANSLATION)
    yield from (block for block in case.page.blocks if belongs(block) and "translation" in block.signals)
