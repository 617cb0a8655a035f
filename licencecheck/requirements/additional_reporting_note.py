"""`additional-reporting-note`: where the republisher added to the text, a note says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from licencecheck.conditions import SUBSTANTIVE
from licencecheck.model import Case, Edit, Verdict
from licencecheck.requirements.edits import LISTED, compared, of_kinds, told
from licencecheck.requirements.paste import credit_line, fill, known, template_of
from licencecheck.requirements.requirement import Requirement, Schema, expected, found, not_applicable, parameters
from licencecheck.requirements.wording import belongs, quoted, wanted_at
from licencecheck.text import bare

_LINE = "Additional reporting by {reporter}."
"""The note for terms that propose none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdditionalReportingNote(Requirement):
    """A line like "Additional reporting by ..." beside an article that has additions."""

    id: ClassVar[str] = "additional-reporting-note"
    summary: ClassVar[str] = "Say who reported what was added"
    schema: ClassVar[Schema] = parameters(
        template={
            "description": 'Id of the line under `credit:`; left out, "Additional reporting by ..."',
            "type": "string",
        },
        edits={
            "description": "After which edits it is asked: `additions`, or all that are `substantive`",
            "enum": ["additions", "substantive"],
        },
    )
    template: str | None = None
    edits: Literal["additions", "substantive"] = "additions"

    def check(self, case: Case) -> Verdict:
        """Judge the lines beside the article by the first words of the note."""
        bottom = wanted_at(case.page, "bottom")
        template = template_of(case, self.template) if self.template else None
        line = fill(template.texts[0] if template else _LINE, known(case))
        words = bare(line.partition("{")[0])
        note = next((n for n in (*case.page.changes, *case.page.blocks) if belongs(n) and words in bare(n.text)), None)
        if note is not None:
            return found(f"the note {quoted(note.text)}", note)
        unedited = {
            "additions": "nothing was added to the text",
            "substantive": "the text was not changed in substance",
        }
        comparison = compared(case, unedited[self.edits], bottom)
        if isinstance(comparison, Verdict):
            return comparison
        kinds = SUBSTANTIVE if self.edits == "substantive" else {Edit.ADDITION}
        edits = of_kinds(comparison, kinds)
        if not edits:
            return not_applicable(unedited[self.edits].capitalize(), bottom)
        paste = credit_line(case, self.template) if template else fill(_LINE, known(case), case.page.format)
        return expected(f"the note {quoted(line)}", f"none, but {told(edits)}", bottom, *edits[:LISTED], paste=paste)
