"""`title-unchanged`: the title is that of the original, or, where the terms say so, another one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from licencecheck.model import Case, Edit, Form, Verdict
from licencecheck.requirements.edits import LISTED, compared, of_kinds, told
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
from licencecheck.requirements.wording import quoted, wanted_at
from licencecheck.text import bare


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleUnchanged(Requirement):
    """The page's title compared with that of the original."""

    id: ClassVar[str] = "title-unchanged"
    summary: ClassVar[str] = "Keep the title of the original, or change it where the terms ask for that"
    schema: ClassVar[Schema] = parameters(
        title={
            "description": "Whether to `keep` the title, whether it `may-change`, or whether it `must-change`",
            "enum": ["keep", "may-change", "must-change"],
        },
        subheadings={"description": "Whether the headings within the text must stay too", "type": "boolean"},
    )
    title: Literal["keep", "may-change", "must-change"] = "keep"
    subheadings: bool = False

    def check(self, case: Case) -> Verdict:
        """Judge the title by that of the original, where it is known; then the headings within the text."""
        original, title, top = case.original.title, case.page.title, wanted_at(case.page, "top")
        if self.title == "may-change":
            return found("a title, which the terms let you choose", location=top)
        if case.comparison is not None and case.comparison.form is Form.TRANSLATION:
            return not_applicable("The title of a translation is another one", top)
        thing = "the title is as the terms ask"
        if not original and case.original.page is None:
            return lacking(case, thing, top)
        if not original or not title:
            return check_that(thing, f"the title of the {'original' if title else 'page'} is not known", top)
        same = bare(original) == bare(title)
        if self.title == "must-change":
            if same:
                return expected(f"another title than {quoted(original)}", "the same", top)
            return found(f"another title than {quoted(original)}", location=top)
        if not same:
            return expected(f"the title {quoted(original)}", quoted(title), top)
        return self._subheadings(case) if self.subheadings else found(f"the title {quoted(original)}", location=top)

    def _subheadings(self, case: Case) -> Verdict:
        top = wanted_at(case.page, "top")
        comparison = compared(case, "the headings within the text are those of the original", top)
        if isinstance(comparison, Verdict):
            return comparison
        changes = of_kinds(comparison, {Edit.SUBHEADING})
        if changes:
            return expected("the subheadings of the original", told(changes), changes[0].location, *changes[:LISTED])
        return found("the title and the subheadings of the original", location=top)
