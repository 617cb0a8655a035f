"""`disclaimer-kept`: the disclaimers and disclosures of the original stand on the copy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licencecheck.model import Case, Verdict
from licencecheck.requirements.kept import kept
from licencecheck.requirements.requirement import Requirement, Schema, parameters


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclaimerKept(Requirement):
    """Whoever disclaims or discloses something under the original does so under the copy, in the same words."""

    id: ClassVar[str] = "disclaimer-kept"
    summary: ClassVar[str] = "Keep the disclaimers of the original"
    schema: ClassVar[Schema] = parameters()

    def check(self, case: Case) -> Verdict:
        """Judge the disclaimers of the original, line by line; where it has none, none is asked for."""
        original = case.original.page
        lines = [block for block in original.blocks if "disclosure" in block.signals] if original else []
        return kept(case, "the disclaimer", lines)
