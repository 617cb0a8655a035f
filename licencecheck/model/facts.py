"""Facts read from a page, each with the place that proves it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from licencecheck.model.words import Confidence, Place, Role, Scope, Target


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file."""

    path: str
    """As given by the user, with `/`; `-` for standard input."""
    line: int | None = None
    column: int | None = None
    element: str | None = None
    """Element path in the parsed page (`/html/body/article/p[3]`) or front-matter key (`source.url`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something read from a page, with the place that proves it."""

    text: str
    """The words as written on the page, white space folded, at most 300 characters."""
    location: Location
    role: Role = Role.BODY
    place: Place = Place.BODY
    confidence: Confidence = Confidence.HIGH
    signals: tuple[str, ...] = ()
    """Names of the signals that made this fact, strongest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Fact):
    """A run of text between block borders; its signals tell lines about the author, disclosures, translations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Fact):
    """A hyperlink; `text` is its anchor text and its location is that of its href."""

    href: str
    """As written."""
    url: str | None
    """Absolute and unwrapped from redirectors and archives, or None."""
    target: Target
    rel: frozenset[str] = frozenset()


class CreditPart(StrEnum):
    """The part that a credited party has in the chain by which the article came here."""

    ORIGINAL = "original"
    VIA = "via"
    GRANTOR = "grantor"


class CreditForm(StrEnum):
    """The form in which a credit is given."""

    FIRST_PUBLISHED = "first-published"
    LABEL = "label"
    REPUBLISHED = "republished"
    READ_ORIGINAL = "read-original"
    TRANSLATION = "translation"
    DATELINE = "dateline"
    BYLINE = "byline"
    BARE_NAME = "bare-name"
    BARE_URL = "bare-url"
    COPYRIGHT = "copyright"
    METADATA = "metadata"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit(Fact):
    """A statement that the article comes from another party."""

    name: str | None
    """The party as named; None where the credit only links ("Read the original")."""
    form: CreditForm
    part: CreditPart = CreditPart.ORIGINAL
    links: tuple[Link, ...] = ()
    """Links that belong to the credit, the best first."""
    again: tuple[Credit, ...] = ()
    """Other places of the page that give this credit too."""

    @property
    def visible(self) -> bool:
        """Whether a reader sees it (front matter and head are not seen)."""
        return self.place is not Place.META


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline(Fact):
    """An author of the original."""

    name: str
    institution: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyrightNotice(Fact):
    """A copyright line; `text` is the line as written."""

    holders: tuple[str, ...]
    years: tuple[int, ...]
    """First and last year of every range, ascending."""
    scope: Scope = Scope.ARTICLE
    reserves: bool = False
    """Whether it says that all rights are reserved."""


class Statement(StrEnum):
    """By what a licence is stated."""

    LINK = "link"
    BADGE = "badge"
    WORDS = "words"
    METADATA = "metadata"


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceStatement(Fact):
    """A licence stated on the page."""

    id: str
    """SPDX id, else a `LicenseRef-` id; without version as stated (`CC-BY`);
    `CC-unspecified` for "a Creative Commons licence"."""
    url: str | None
    """Where the words or badge of the licence lead, as written: its text or deed, or a page of the site."""
    scope: Scope
    by: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PermissionNote(Fact):
    """A sentence that claims a permission ("republished with permission") or grants or denies one to others."""

    claims: bool
    """True: this copy claims to be permitted; False: terms for the next republisher."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Canonical(Fact):
    """`rel=canonical` or its front-matter key."""

    href: str
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots(Fact):
    """A robots directive of the page."""

    agent: str
    """`robots` for all, else the bot's name."""
    directives: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter(Fact):
    """A republication counter (not the site's own analytics)."""

    url: str
    """Address of the image or script as written."""
    family: str
    article_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Beacon(Fact):
    """A script or an image of one pixel from a named host: whether it counts readers, only its address can tell."""

    url: str
    """As written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Image(Fact):
    """An image that a reader sees; `text` is its caption, else its alternative text."""

    src: str
    """Address as written, behind lazy loading too."""
    url: str | None
    """Absolute, or None."""
    alt: str = ""
    caption: str = ""
    """Words of its figure, or of the short line that goes with it."""
    small: bool = False
    """Whether the page declares it smaller than 50 pixels: an icon."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed(Fact):
    """A frame, video or sound within the article; `text` is its address."""

    url: str
    """Absolute where the page says where it stands, else as written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadMeta(Fact):
    """A `meta` element with name or property, or an entry of the front matter; `text` is its value."""

    name: str
    """In lower case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedDay(Fact):
    """A day that a reader sees beside the article; `text` is the line that gives it."""

    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict(Fact):
    """Two statements of the page that contradict each other; `text` says which."""

    about: Literal["origin", "licence"]
    between: tuple[Location, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeNote(Fact):
    """A statement beside the article that its text was changed, or reported further."""
