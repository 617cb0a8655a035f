"""What place, links and name say for or against a statement being a credit."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from licencecheck.evidence import outlets
from licencecheck.evidence.credits.candidate import LONG, SHORT
from licencecheck.evidence.credits.linked import Linked
from licencecheck.evidence.credits.names import HOST
from licencecheck.evidence.layout.containers import OUTSIDE
from licencecheck.evidence.layout.layout import NEAR, Layout
from licencecheck.evidence.layout.runs import Run
from licencecheck.model import Place, Role, Target
from licencecheck.text import fold


def signals_of_place(layout: Layout, run: Run, start: int) -> Iterator[str]:
    """How near to the article, and how much by itself, a statement stands that begins at `start` of a run."""
    role, place, distance = layout.role(run), layout.place(run), abs(layout.distance(run))
    own_box = (role is Role.ASIDE and not distance) or (role is Role.RELATED and layout.is_in_source_box(run))
    if own_box and len(run.text) <= SHORT:
        yield "in a box within the article"
    elif role in OUTSIDE:
        yield "in a box beside the article"
    elif distance > 4 * NEAR:
        yield "far from the article"
    elif place in {Place.TOP, Place.BYLINE, Place.BOTTOM}:
        yield "at the top or bottom of the article"
    else:
        yield "within the text"
    if start <= 3:
        yield "begins the paragraph"
    if len(run.text) <= SHORT:
        yield "paragraph of its own"
    elif len(run.text) > LONG and layout.place(run) is Place.BODY:
        yield "deep in a long paragraph"


def signals_of_links(links: Sequence[Linked]) -> Iterator[str]:
    """Where the first link leads."""
    best = links[0].target if links else None
    yield {
        None: "links nothing",
        Target.ARTICLE: "links an article elsewhere",
        Target.HOMEPAGE: "links a home page elsewhere",
        Target.DEAD: "link is dead",
        Target.RELATIVE: "links the own site",
    }.get(best, "links nothing")


def signals_of_name(name: str | None, known: Collection[str], *, quoted: bool = False) -> Iterator[str]:
    """What speaks for `name` being that of a party; in quotation marks it may begin in lower case."""
    if name is None:
        return
    if outlets.names_agency(name) or fold(name) in known:
        yield "known publisher or agency"
    first = name[0]
    if (
        quoted
        or first.isupper()
        or HOST.match(name.split()[0].rstrip(",;"))
        or not (first.islower() or first.isdigit())
    ):
        yield "has the form of a name"
    elif first.islower():
        yield "name is no name"
