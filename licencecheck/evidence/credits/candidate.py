"""A statement that may be a credit, with what speaks for and against it."""

from __future__ import annotations

from dataclasses import dataclass, field

from licencecheck.evidence.credits.linked import Linked
from licencecheck.evidence.credits.weights import weigh
from licencecheck.evidence.layout.runs import Run
from licencecheck.model import CreditForm

SHORT, LONG = 220, 450
"""Characters up to which a run is a line of its own, and from which on it is a long paragraph."""


@dataclass(slots=True)
class Candidate:
    """A statement that may be a credit, with what speaks for and against it."""

    run: Run
    start: int
    end: int
    form: CreditForm
    signals: list[str]
    name: str | None = None
    links: list[Linked] = field(default_factory=list)
    part_via: bool = False
    lines: int = 1
    """Lines of the page that `run` was read from: two, where a label stands above the name."""

    @property
    def score(self) -> float:
        """Sum of the weights of its signals."""
        return weigh(self.signals)
