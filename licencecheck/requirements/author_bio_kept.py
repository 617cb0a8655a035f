"""`author-bio-kept`: what the original says of its author stands on the copy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licencecheck.model import Case, Verdict
from licencecheck.requirements.kept import kept
from licencecheck.requirements.requirement import Requirement, Schema, parameters


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorBioKept(Requirement):
    """The author box of the original is there unchanged."""

    id: ClassVar[str] = "author-bio-kept"
    summary: ClassVar[str] = "Keep the lines about the author"
    schema: ClassVar[Schema] = parameters()

    def check(self, case: Case) -> Verdict:
        """Judge the author boxes of the original, line by line."""
        original = case.original.page
        lines = [block for block in original.blocks if "bio" in block.signals] if original else []
        return kept(case, "the lines about the author", lines)
