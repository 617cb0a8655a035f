"""`verbatim-text`: the text is that of the original, but for the changes that the terms allow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from licencecheck.attestations import affirms, answer_to, in_force
from licencecheck.model import Case, Comparison, Edit, Form, Verdict
from licencecheck.requirements.answers import recorded
from licencecheck.requirements.edits import HOUSE_STYLE, LISTED, compared, of_kinds, percent, told
from licencecheck.requirements.requirement import (
    Requirement,
    Schema,
    check_that,
    expected,
    found,
    not_applicable,
    parameters,
)
from licencecheck.requirements.wording import wanted_at

_ALLOWABLE = {
    "house-style": HOUSE_STYLE,
    "time": frozenset({Edit.TIME}),
    "location": frozenset({Edit.LOCATION}),
    "title": frozenset({Edit.TITLE}),
    "subheadings": frozenset({Edit.SUBHEADING}),
    "cuts": frozenset({Edit.CUT}),
    "additions": frozenset({Edit.ADDITION}),
    "notes": frozenset({Edit.NOTE}),
    "clarity": frozenset[Edit](),
    "translation": frozenset[Edit](),
}
_DOUBTFUL = frozenset({Edit.TITLE, Edit.PUNCTUATION})
"""Which terms seldom speak of, and which a theme may change by itself."""
_CLARITY = frozenset({Edit.WORDING, Edit.MOVED})


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbatimText(Requirement):
    """Every change of the text is one that the terms allow."""

    id: ClassVar[str] = "verbatim-text"
    summary: ClassVar[str] = "Leave the text as it is"
    answerable: ClassVar[bool] = True
    schema: ClassVar[Schema] = parameters(
        allow={
            "description": "Changes that the terms allow, any of: `house-style` (spelling variants, punctuation, form "
            "of numbers), `time` and `location` (words that depend on when and where it is read), `title`, "
            "`subheadings`, `cuts`, `additions`, `notes` (additions marked as the republisher's), `clarity` (small "
            "rewordings), `translation`",
            "type": "array",
            "items": {"enum": list(_ALLOWABLE)},
        },
        ask={
            "description": "Who may allow other changes: a recorded yes to the rule's id says that they did",
            "enum": ["author", "publisher"],
        },
        full_text={"description": "Whether an excerpt counts as a change", "type": "boolean"},
    )
    allow: tuple[str, ...] = ()
    ask: Literal["author", "publisher"] | None = None
    full_text: bool = False

    def check(self, case: Case) -> Verdict:
        """Judge the changes that the comparison with the original found."""
        place = wanted_at(case.page, "top")
        thing = "the text is that of the original"
        comparison = compared(case, thing, place)
        if isinstance(comparison, Verdict):
            return comparison
        if self.ask and (answer := answer_to(case, case.rule.id)) and in_force(answer, case) and affirms(answer):
            return found(f"a permission for the changes: {recorded(answer)}", location=place)
        if comparison.form is Form.TRANSLATION:
            if "translation" in self.allow:
                return found("a translation, which the terms allow", location=place)
            return not_applicable("A translation is judged by the terms for translations", place)
        if comparison.form is Form.EXCERPT and self.full_text:
            share = f"an excerpt of {percent(comparison.share)}"
            return expected("the full text of the original", share, place, *comparison.changes[:LISTED])
        return self._judge(comparison, case)

    def _judge(self, comparison: Comparison, case: Case) -> Verdict:
        place = wanted_at(case.page, "top")
        allowed = frozenset(kind for name in self.allow for kind in _ALLOWABLE[name])
        changes = of_kinds(comparison, frozenset(Edit) - allowed)
        doubtful = _DOUBTFUL | (_CLARITY if "clarity" in self.allow else frozenset())
        wrong = [change for change in changes if change.kind not in doubtful]
        if wrong:
            where = next((change.location for change in wrong if change.location.line), place)
            what = told(wrong, comparison.unlisted)
            thing = "the text of the original" + (f" or a permission of the {self.ask}" if self.ask else "")
            return expected(thing, what, where, *wrong[:LISTED])
        if changes:
            where, what = changes[0].location, told(changes, comparison.unlisted)
            return check_that("the terms let this be changed", what, where, *changes[:LISTED])
        part = "" if comparison.form is Form.FULL else f" in the {percent(comparison.share)} of it that stand here"
        return found(f"the text of the original{part}", location=place)
