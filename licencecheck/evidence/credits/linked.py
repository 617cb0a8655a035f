"""A link as a statement is weighed by: what it says and where it leads, not where in the file it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from licencecheck.evidence.layout.layout import Layout
from licencecheck.evidence.layout.runs import Run, RunLink
from licencecheck.model import Link, Target
from licencecheck.text import squeeze


@dataclass(frozen=True, slots=True)
class Linked:
    """A link of a line that may credit: most such lines do not, so that its place is told only when it is a fact."""

    run: Run
    span: RunLink
    target: Target
    url: str | None

    @property
    def href(self) -> str:
        """Its address as written."""
        return self.span.href or ""

    @property
    def words(self) -> str:
        """Its words, or those that stand for the picture in it."""
        alternatives = (image.get("alt", "") for image in self.span.element.iter("img"))
        return self.run.text[self.span.start : self.span.end] or squeeze(" ".join(alternatives))


def linked(layout: Layout, run: Run, span: RunLink) -> Linked:
    """A link of `run` and where it leads."""
    return Linked(run, span, *layout.target(span.element))


def facts_of(layout: Layout, links: Iterable[Linked]) -> Iterator[Link]:
    """The links of a line that does credit, each with its place."""
    return (layout.link(link.run, link.span) for link in links)
