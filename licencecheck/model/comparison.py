"""A page against its original."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from licencecheck.model.facts import Fact
from licencecheck.model.pages import Page


class Edit(StrEnum):
    """What a change of the text is; the first three are house style, from `number` on the meaning is at stake."""

    SPELLING = "spelling"
    PUNCTUATION = "punctuation"
    NUMBER_FORM = "number-form"
    TIME = "time"
    """A day said as seen from another day: "today" for "on Monday"."""
    LOCATION = "location"
    """A place said as seen from elsewhere: "in Australia" for "here"."""
    TITLE = "title"
    SUBHEADING = "subheading"
    CUT = "cut"
    ADDITION = "addition"
    NOTE = "note"
    """An addition that is marked as the republisher's own."""
    MOVED = "moved"
    NUMBER = "number"
    NAME = "name"
    NEGATION = "negation"
    QUOTATION = "quotation"
    DATE = "date"
    WORDING = "wording"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Fact):
    """Words of the original that stand otherwise on the page; `text` is what the page has, empty for a cut."""

    kind: Edit
    original: str
    """What the original has, at most 300 characters; empty for an addition."""
    before: str = ""
    """The words before it on the page."""
    after: str = ""


class Form(StrEnum):
    """What a page is of its original."""

    FULL = "full"
    PART = "part"
    """Most of it, but not all."""
    EXCERPT = "excerpt"
    TRANSLATION = "translation"
    OTHER = "other"
    """The two texts have little in common."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How the main text of a page differs from that of its original."""

    form: Form
    share: float
    """How much of the original's words the page reproduces, 0 to 1."""
    words: int
    """Words of the original that the page reproduces."""
    characters: int
    """Their characters, with a space after each word."""
    paragraphs: tuple[int, ...]
    """Indices of the original's paragraphs of which the page reproduces at least half."""
    from_start: bool
    """Whether what is reproduced is the beginning of the original."""
    changes: tuple[Change, ...] = ()
    """In page order."""
    unlisted: int = 0
    """Further changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """Where the page of the original was looked for, and what came of it."""

    path: str | None
    """The file, folder or address; None where nothing tells one."""
    trouble: str | None = None
    """Why there is no page to compare with, in words that follow a colon."""
    is_gone: bool = False
    """Whether its server has it no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """What is known of the original article, from its page or from that of the copy."""

    url: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    author_url: str | None = None
    """The page about its one author, where it links one."""
    published: date | None = None
    page: Page | None = None
    """The original as read, with its main text, where it was given."""
    lookup: Lookup | None = None
    """None where nobody asked to look for its page."""

    @property
    def lacking(self) -> str:
        """Why there is no page to compare with."""
        return (self.lookup and self.lookup.trouble) or "the original is not given"
