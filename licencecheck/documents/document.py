"""One input as read: the pristine tree, the front matter, and where in the file each part stands."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from lxml import etree

from licencecheck.documents.paths import ElementPaths
from licencecheck.documents.written import Written
from licencecheck.lines import Lines
from licencecheck.model import Location

Part = Literal["text", "tail"]
Kind = Literal["html", "markdown"]
"""The markup of a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One front-matter value that is no mapping: scalars, lists of scalars; nested keys are joined by dots."""

    key: str
    """As written, `source.url`; the n-th item of a list of mappings is `authors.0.name`."""
    value: str | bool | int | float | tuple[str, ...] | None
    """Dates stay strings as written."""
    location: Location
    """Of the value's first character where it can be told, else of the key's line."""
    written: Written | None = field(default=None, compare=False, repr=False)
    """From there up to the next value."""

    def place_of(self, said: str, number: int) -> Location:
        """Where the words `said` stand that the value holds: for the time with this `number`, from 0; else no line."""
        value = "\n".join(self.value) if isinstance(self.value, tuple) else str(self.value)
        place = self.written.place_of(said, number, value.count(said)) if self.written else None
        line, column = place or (None, None)
        return Location(self.location.path, line, column, self.key)


@dataclass(slots=True, kw_only=True)
class Document(ABC):
    """One page as read; `tree` must not be changed by any reader."""

    path: str
    url: str | None
    format: Kind
    tree: etree._Element
    """The root `html` element. For Markdown: the rendered post in `html/body`, without the front matter."""
    front_matter: Mapping[str, Entry] = field(default_factory=dict)
    """Entries by key as written."""
    source: str
    """The text of the file, or one of the same length in which every character has its place."""
    _lines: Lines | None = field(default=None, init=False, repr=False)
    _paths: ElementPaths = field(default_factory=ElementPaths, init=False, repr=False)

    @abstractmethod
    def element_at(self, element: etree._Element, attribute: str | None = None) -> Location:
        """Place of the first character of a start tag or, with `attribute`, of that attribute's value."""

    @abstractmethod
    def text_at(self, element: etree._Element, part: Part, index: int = 0) -> Location:
        """Place of character `index` of `element.text` or `element.tail`."""

    def interruptions(self, element: etree._Element, part: Part) -> Sequence[int]:  # noqa: ARG002 - for those that know
        """Indices in `element.text` or `element.tail` where markup or a character reference is known to stand."""
        return ()

    def end(self) -> Location:
        """Place of the last line of the file that holds text."""
        lines = self.lines
        return Location(self.path, *lines.place(lines.last()))

    def front_matter_at(self) -> Location | None:
        """Place of the front matter's first line, or None where there is none."""
        return Location(self.path, 1, 1) if self.front_matter else None

    @property
    def lines(self) -> Lines:
        """The lines of the file, found when they are first asked for."""
        if self._lines is None:
            self._lines = Lines(self.source)
        return self._lines
