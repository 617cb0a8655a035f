"""The two ends of the article: what stands there, and where what is missing should stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from licencecheck.evidence.attribution import each_once, statement_in
from licencecheck.evidence.credits.candidate import Candidate
from licencecheck.evidence.layout.containers import OUTSIDE
from licencecheck.evidence.layout.layout import Layout
from licencecheck.evidence.layout.runs import Run
from licencecheck.evidence.phrases.matcher import Span
from licencecheck.model import Block, Location, Place, Role

_ENDS = frozenset({Place.TOP, Place.BYLINE, Place.BOTTOM})
_KINDS = ("bio", "disclosure", "translation")
"""What lines beside the article may be for, by the category of their wording."""
SAID_BESIDE = frozenset({*_KINDS, "changes"})
"""What is looked up for all that asks of such lines, once."""
_LONGEST_LINE = 400
_ASKED = 3
"""Runs before the last one that are asked for their place, where that has none."""


def blocks_of(layout: Layout, attribution: Mapping[int, Role], used: Sequence[Candidate]) -> Iterator[Block]:
    """The `attribution`, and what else stands at the ends: taglines, terms, bios.

    Of a line that a statement `used` as credit shares with other things, only what speaks of it.
    """
    once = each_once(layout, attribution)
    for run in layout.near():
        if run.index in attribution and run.index not in once:
            continue
        role = attribution.get(run.index)
        if role is None and not (run.text and layout.place(run) in _ENDS and layout.role(run) not in OUTSIDE):
            continue
        said = statement_in(layout, run, used) if role else Span(run.text, 0, len(run.text))
        yield Block(
            text=said.text,
            location=layout.location(run, said.start),
            role=role or Role.BODY,
            place=layout.place(run),
            signals=_kinds(layout, run),
        )


def _kinds(layout: Layout, run: Run) -> tuple[str, ...]:
    """Of what kinds a run beside the article is, by its words or its container."""
    if layout.place(run) is Place.BODY or len(run.text) > _LONGEST_LINE:
        return ()
    said = {
        hit.category
        for hit in layout.hits(run, SAID_BESIDE)
        if hit.strength >= 2 and (hit.start == 0 or hit.category != "bio")
    }
    if layout.role(run) is Role.BIO:
        said.add("bio")
    return tuple(kind for kind in _KINDS if kind in said)


def ends_of(layout: Layout) -> dict[Place, Location]:
    """Where a missing thing should have stood: at the top or the bottom of the article, or in the head."""
    document = layout.document
    ends: dict[Place, Location] = {}
    if layout.runs:
        ends[Place.TOP] = ends[Place.BYLINE] = layout.location(layout.runs[layout.first])
        # The last run may be an image of no words, which has no place in a post
        last = layout.runs[max(layout.first, layout.last - _ASKED) : layout.last + 1][::-1]
        places = (place for run in last if (place := layout.location(run)).line)
        ends[Place.BOTTOM] = next(places, None) or layout.location(last[0])
    else:
        ends[Place.BOTTOM] = document.end()
    head = document.tree.find("head")
    ends[Place.META] = document.front_matter_at() or (
        document.element_at(head) if head is not None else Location(document.path)
    )
    return ends
