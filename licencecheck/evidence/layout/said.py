"""The lines of a page and what their words say, wherever they stand."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from functools import cached_property
from typing import Generic, Protocol, TypeVar

from licencecheck.evidence.outlets import DATE_NEAR, holds_date
from licencecheck.evidence.phrases.lines import FoldedLines
from licencecheck.evidence.phrases.matcher import Hit, Phrases

LINE = 120
"""Characters of a line that may be nothing but a name and a date."""


class LineLink(Protocol):
    """A link within a line: characters `start` to `end` of its text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def href(self) -> str | None: ...


LinkT = TypeVar("LinkT", bound=LineLink)
LinkT_co = TypeVar("LinkT_co", bound=LineLink, covariant=True)


class Line(Protocol[LinkT_co]):
    """The text between two borders of blocks, white space folded."""

    @property
    def index(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def links(self) -> Sequence[LinkT_co]: ...


class Said(ABC, Generic[LinkT]):
    """What the lines of a page say by their words; each question is answered once."""

    def __init__(self, texts: Sequence[str], vocabulary: Phrases) -> None:
        """Nothing is looked for before it is asked for."""
        self.texts = texts
        self.lines = FoldedLines(texts)
        """The texts folded, for a quick look at all of them."""
        self._vocabulary = vocabulary
        self._sayings = vocabulary.sayings(self.lines)
        self._hits: dict[int, list[Hit]] = {}
        self._saying: dict[frozenset[str], frozenset[int]] = {}

    @property
    @abstractmethod
    def title(self) -> str | None:
        """The title of the article."""

    @abstractmethod
    def line(self, index: int) -> Line[LinkT]:
        """One line with its links."""

    @abstractmethod
    def is_in_source_box(self, line: Line[LinkT]) -> bool:
        """Whether the block of `line`, or the one around it, is named for the source."""

    def hits(self, line: Line[LinkT], about: frozenset[str] | None = None) -> list[Hit]:
        """The wordings of attribution in `line`; none if its words alone rule out those of the categories `about`."""
        if about and line.index not in self.saying(about):
            return []
        known = self._hits.get(line.index)
        if known is None:
            known = self._hits[line.index] = self._vocabulary.hits(line.text)
        return known

    def saying(self, about: frozenset[str]) -> frozenset[int]:
        """Indices of the lines whose words do not rule out the wordings of the categories `about`."""
        if about not in self._saying:
            self._saying[about] = self._sayings.about(about)
        return self._saying[about]

    def holding(self, pieces: frozenset[str]) -> frozenset[int]:
        """Indices of the lines in whose folded text one of `pieces` stands, whole words or parts of them."""
        return self.lines.holding(pieces)

    @cached_property
    def dated(self) -> frozenset[int]:
        """Indices of the short lines that hold a date."""
        near = self.lines.matching(DATE_NEAR)
        return frozenset(at for at in near if len(self.texts[at]) <= LINE and holds_date(self.texts[at]))
