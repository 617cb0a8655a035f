"""Sentences about permission: what this copy claims for itself, and what its host asks of the next republisher."""

from __future__ import annotations

from collections.abc import Iterator

from licencecheck.evidence.layout.layout import NEAR, Layout
from licencecheck.evidence.layout.runs import Run
from licencecheck.model import Confidence, PermissionNote, Role
from licencecheck.text import excerpt

_SAID = frozenset({"permitted", "reuse_terms"})


def permissions_of(layout: Layout) -> list[PermissionNote]:
    """Claims and terms near the article, in page order."""
    return [note for run in layout.near() if layout.role(run) is not Role.COMMENT for note in _of_run(layout, run)]


def _of_run(layout: Layout, run: Run) -> Iterator[PermissionNote]:
    if abs(layout.distance(run)) > 6 * NEAR:
        return
    for hit in layout.hits(run, _SAID):
        claims = hit.category == "permitted"
        if claims or (hit.category == "reuse_terms" and hit.strength == 3):
            yield PermissionNote(
                text=excerpt(run.text[hit.start :]),
                location=layout.location(run, hit.start),
                role=layout.role(run),
                place=layout.place(run),
                confidence=Confidence.HIGH if hit.strength == 3 else Confidence.MEDIUM,
                signals=(hit.category,),
                claims=claims,
            )
