"""The parts of a page that credit an article: what they say and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Slot(StrEnum):
    """Where a part stands."""

    HEAD = "head"
    """The HTML head, or the front matter of a post."""
    TOP = "top"
    BYLINE = "byline"
    BOTTOM = "bottom"
    ASIDE = "aside"
    COMMENT = "comment"


class Kind(StrEnum):
    """What a part is for."""

    CREDIT = "credit"
    """Names and links the source."""
    LINE = "line"
    """Prescribed words beside the credit."""
    CITATION = "citation"
    """Names author and source as a bibliography does."""
    BYLINE = "byline"
    HEADLINE = "headline"
    NOTICE = "notice"
    """Copyright."""
    LICENCE = "licence"
    META = "meta"
    """`name: value` of the head: `canonical`, `robots` or the name of a meta element."""
    PICTURE = "picture"
    """Its words are the alternative text, its address the link."""
    IMAGE = "image"
    """A counter, as `SCRIPT`: its words are its address."""
    SCRIPT = "script"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words, and where they link to."""

    text: str
    href: str | None = None
    rel: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A sentence, a piece of metadata or an image of a page."""

    kind: Kind
    slot: Slot
    pieces: tuple[Piece, ...] = ()
    name: str = ""
    """Of metadata."""
    template: str | None = None
    """Id of the credit template that its words are."""

    @property
    def text(self) -> str:
        """Its words; the value of metadata, the address of an image or script."""
        return "".join(piece.text for piece in self.pieces)
