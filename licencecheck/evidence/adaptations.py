"""Who translated the article, and what was changed in it, as lines beside it say."""

from __future__ import annotations

from collections.abc import Iterator

from licencecheck.evidence.ends import SAID_BESIDE
from licencecheck.evidence.front_matter.keys import FrontMatterFacts
from licencecheck.evidence.layout.containers import OUTSIDE
from licencecheck.evidence.layout.layout import Layout
from licencecheck.model import Byline, ChangeNote, Place, Role
from licencecheck.text import excerpt


def translators_of(layout: Layout, front_matter: FrontMatterFacts) -> Iterator[Byline]:
    """Translators that lines near the article name, and those of the front matter."""
    for run in layout.near():
        for hit in layout.hits(run, SAID_BESIDE) if layout.role(run) not in OUTSIDE else ():
            name = hit.slots.get("translator")
            if hit.category == "translation" and name:
                yield Byline(
                    text=excerpt(run.text), location=layout.location(run, name.start), role=layout.role(run),
                    place=layout.place(run), name=name.text,
                )  # fmt: skip
    for stated in front_matter.translators:
        yield Byline(
            text=stated.value, location=stated.entry.location, role=Role.HEAD, place=Place.META, name=stated.value
        )


def changes_of(layout: Layout) -> Iterator[ChangeNote]:
    """Notes near the article that it was changed, one of each line."""
    for run in layout.near():
        said = next((hit for hit in layout.hits(run, SAID_BESIDE) if hit.category == "changes"), None)
        if said and layout.role(run) not in OUTSIDE:
            text, place = excerpt(run.text[said.start :]), layout.location(run, said.start)
            yield ChangeNote(text=text, location=place, role=layout.role(run), place=layout.place(run))
