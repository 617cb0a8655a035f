"""`change-notice`: where the text was changed, the page says so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from licencecheck.model import Case, ChangeNote, Edit, Form, Verdict
from licencecheck.requirements.edits import LISTED, compared, of_kinds, told
from licencecheck.requirements.requirement import (
    Requirement,
    Schema,
    check_that,
    expected,
    found,
    not_applicable,
    parameters,
)
from licencecheck.requirements.translation import translation_notes
from licencecheck.requirements.wording import belongs, quoted, wanted_at
from licencecheck.text import bare

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_UNNOTICED = frozenset({Edit.PUNCTUATION})


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeNotice(Requirement):
    """A statement beside the article that it was changed."""

    id: ClassVar[str] = "change-notice"
    summary: ClassVar[str] = "Say that the text was changed"
    schema: ClassVar[Schema] = parameters(
        name={"description": "Whether the notice must say who changed it", "type": "boolean"},
        date={"description": "Whether the notice must say when", "type": "boolean"},
        reason={"description": "Whether the notice must say what was changed, or why", "type": "boolean"},
    )
    name: bool = False
    date: bool = False
    reason: bool = False

    def check(self, case: Case) -> Verdict:
        """Judge what the page says of changes, where there are any."""
        bottom = wanted_at(case.page, "bottom")
        notes = [note for note in case.page.changes if belongs(note)]
        if notes:
            return self._judge(notes[0], case)
        comparison = compared(case, "the page says so if the text was changed", bottom)
        if isinstance(comparison, Verdict):
            return comparison
        if comparison.form is Form.TRANSLATION:
            return self._of_translation(case)
        changes = of_kinds(comparison, frozenset(Edit) - _UNNOTICED)
        if not changes:
            return not_applicable("The text was not changed", bottom)
        what = f"none for {told(changes, comparison.unlisted)}"
        return expected("a notice that the text was changed", what, bottom, *changes[:LISTED])

    def _of_translation(self, case: Case) -> Verdict:
        said = next(translation_notes(case), None)
        if said is not None:
            return found("a notice that it is a translation", said)
        return expected("a notice that the text was translated", "none", wanted_at(case.page, "bottom"))

    def _judge(self, note: ChangeNote, case: Case) -> Verdict:
        """Judge what else the terms want a notice to say; whether it gives the reason, only a person can tell."""
        names = (*case.profile.names, *case.page.identity.names)
        is_named = any(bare(name) and bare(name) in bare(note.text) for name in names)
        lacking = {
            "who changed the text": self.name and not is_named,
            "when": self.date and not _YEAR.search(note.text),
            "what was changed, or why": self.reason,
        }
        asked = " and ".join(thing for thing, is_lacking in lacking.items() if is_lacking)
        if asked:
            return check_that(f"the notice says {asked}", f"it says {quoted(note.text)}", note.location, note)
        return found(f"the notice {quoted(note.text)}", note)
