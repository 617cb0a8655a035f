"""The main text block by block, each with its places, its links and what its words are for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import pairwise

from licencecheck.evidence.article.reading import Article
from licencecheck.evidence.layout.containers import OUTSIDE
from licencecheck.evidence.layout.layout import Layout
from licencecheck.evidence.layout.runs import Run
from licencecheck.model import Location, Paragraph, Role

_HEADING = re.compile(r"h[1-6]")
_SHORT = 400
"""Longest paragraph, in characters, of which one wording tells what all of it is for."""
_ROLES = {
    "image_credit": Role.CAPTION,
    "bio": Role.BIO,
    "related": Role.RELATED,
    "share": Role.CHROME,
    "credit_first": Role.CREDIT,
    "republished": Role.CREDIT,
    "read_original": Role.CREDIT,
    "changes": Role.NOTICE,
    "reuse_terms": Role.NOTICE,
    "permission": Role.NOTICE,
    "disclosure": Role.NOTICE,
    "reserved": Role.NOTICE,
    "history": Role.NOTICE,
}
"""By what category of wordings."""
_TELLING = frozenset(_ROLES)


def paragraphs_of(layout: Layout, article: Article, without: Collection[int] = ()) -> Iterator[Paragraph]:
    """Give the paragraphs of the article, except for the runs whose `index` is in `without`."""
    for run in article.paragraphs:
        if run.text and run.index not in without:
            yield Paragraph(
                text=run.text,
                places=_places(layout, run),
                role=_role(layout, run),
                is_heading=bool(_HEADING.fullmatch(str(run.element.tag))),
                links=tuple(layout.link(run, span) for span in run.links),
            )


def _places(layout: Layout, run: Run) -> tuple[tuple[int, Location], ...]:
    """The places from which columns count on with the text."""
    document, length = layout.document, len(run.text)
    seams = run.seams(document.interruptions)
    places: list[tuple[int, Location]] = []
    for start, end in pairwise([*sorted(seam for seam in seams if seam < length), length]):
        place = document.text_at(*seams[start])
        # HTML tells all its interruptions, the source of a post does not
        pieces = [(start, place)] if document.format == "html" else _straight(layout, run, start, end, place)
        for offset, place in pieces:
            if not places or not _counts_on(*places[-1], offset, place):
                places.append((offset, place))
    return tuple(places)


def _straight(layout: Layout, run: Run, start: int, end: int, place: Location) -> Iterator[tuple[int, Location]]:
    """Halve what stands between two seams until columns count on within each piece."""
    if end - start <= 1 or _counts_on(start, place, end - 1, layout.location(run, end - 1)):
        yield start, place
        return
    middle = (start + end) // 2
    yield from _straight(layout, run, start, middle, place)
    yield from _straight(layout, run, middle, end, layout.location(run, middle))


def _counts_on(start: int, first: Location, end: int, last: Location) -> bool:
    if first.line is None or first.column is None or last.column is None:
        return first.line == last.line and first.column is last.column
    return first.line == last.line and last.column - first.column == end - start


def _role(layout: Layout, run: Run) -> Role:
    """What a paragraph is for: where the article holds a box, it is a quotation."""
    role = layout.role(run)
    if role not in {Role.BODY, *OUTSIDE}:
        return role
    if len(run.text) > _SHORT:
        return Role.BODY
    told = [_ROLES[hit.category] for hit in layout.hits(run, _TELLING) if hit.strength == 3 and hit.category in _ROLES]
    return next(iter(told), Role.BODY)
