"""`excerpt-limit`: no more of the text is taken than the terms allow."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from licencecheck.model import Case, Comparison, Form, Verdict
from licencecheck.requirements.edits import compared, percent
from licencecheck.requirements.requirement import (
    Requirement,
    Schema,
    check_that,
    expected,
    found,
    not_applicable,
    parameters,
)
from licencecheck.requirements.wording import quoted, wanted_at

_COUNTED = ("words", "characters", "paragraphs", "ratio")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExcerptLimit(Requirement):
    """How much of the original the page reproduces, and from where."""

    id: ClassVar[str] = "excerpt-limit"
    summary: ClassVar[str] = "Take no more of the text than the terms allow"
    schema: ClassVar[Schema] = parameters(
        at_most={
            "description": "The most that may be taken: numbers of `words`, `characters` and `paragraphs`, and "
            "`ratio`, a share of the original's words or, with `of: characters`, of its characters; `take: min` "
            "(the default) asks for all of them, `take: max` for any",
            "type": "object",
            "additionalProperties": False,
            "minProperties": 1,
            "properties": {
                "words": {"type": "integer", "minimum": 1},
                "characters": {"type": "integer", "minimum": 1},
                "paragraphs": {"type": "integer", "minimum": 1},
                "ratio": {
                    "description": "A share between 0 and 1: 0.25",
                    "type": "number",
                    "exclusiveMinimum": 0,
                    "maximum": 1,
                },
                "of": {"enum": ["words", "characters"]},
                "take": {"enum": ["min", "max"]},
            },
        },
        portion={
            "description": "A limit in words that nobody can count, as in `no principal part`: a person decides",
            "type": "string",
        },
        from_={"description": "`start`: only the beginning may be taken", "enum": ["start", "anywhere"]},
        extracts={
            "description": "Whether an excerpt is `allowed`, `on-request` or `forbidden`",
            "enum": ["allowed", "on-request", "forbidden"],
        },
        full_text={
            "description": "Whether the whole text is `allowed` or `forbidden`",
            "enum": ["allowed", "forbidden"],
        },
    )
    at_most: Mapping[str, object] = field(default_factory=dict)
    portion: str | None = None
    from_: Literal["start", "anywhere"] = "anywhere"
    extracts: Literal["allowed", "on-request", "forbidden"] = "allowed"
    full_text: Literal["allowed", "forbidden"] = "allowed"

    def check(self, case: Case) -> Verdict:
        """Judge what the page reproduces of the original by every limit."""
        top = wanted_at(case.page, "top")
        thing = "no more of the text is taken than the terms allow"
        comparison = compared(case, thing, top)
        if isinstance(comparison, Verdict):
            return comparison
        taken = f"{comparison.words} words, {percent(comparison.share)} of the original"
        if comparison.form is Form.TRANSLATION:
            return not_applicable("A translation is judged by the terms for translations", top)
        if comparison.form is Form.EXCERPT and self.extracts == "forbidden":
            return expected("the whole text or none of it", f"an excerpt of {taken}", top)
        if comparison.form is Form.FULL and self.full_text == "forbidden":
            return expected("an excerpt", "the whole text", top)
        if wanted := self._exceeded(comparison, case):
            return expected(f"at most {wanted} of the original", taken, top)
        if self.from_ == "start" and not comparison.from_start:
            return expected("only the beginning of the original", f"other parts of it ({taken})", top)
        if comparison.form is Form.EXCERPT and self.extracts == "on-request":
            return check_that("the excerpt is permitted", f"it is on request ({taken})", top)
        if self.portion is not None:
            return check_that(f"the page takes {quoted(self.portion)}", f"it takes {taken}", top)
        return found(f"no more of the original than allowed: {taken}", location=top)

    def _exceeded(self, comparison: Comparison, case: Case) -> str | None:
        """Words for the limits, where the page exceeds them."""
        answers = [(words, over) for words, over in self._limits(comparison, case)]
        join: Callable[[list[bool]], bool] = any if self.at_most.get("take", "min") == "min" else all
        if not answers or not join([over for _, over in answers]):
            return None
        word = "and" if join is any else "or"
        return f" {word} ".join(words for words, _ in answers)

    def _limits(self, comparison: Comparison, case: Case) -> Iterator[tuple[str, bool]]:
        for name in _COUNTED:
            limit = self.at_most.get(name)
            if not isinstance(limit, int | float):
                continue
            if name == "ratio":
                yield f"{percent(limit)} of the {self._unit()}", self._ratio(comparison, case) > limit
            else:
                taken = {
                    "words": comparison.words,
                    "characters": comparison.characters,
                    "paragraphs": len(comparison.paragraphs),
                }
                yield f"{limit} {name}", taken[name] > limit

    def _unit(self) -> str:
        return str(self.at_most.get("of", "words"))

    def _ratio(self, comparison: Comparison, case: Case) -> float:
        page = case.original.page
        if self._unit() == "words" or page is None or page.main_text is None:
            return comparison.share
        return comparison.characters / max(len(page.main_text.text), 1)
