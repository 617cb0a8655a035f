"""A page as read: its facts, its text, whose it is and whether it is a repost."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any

from licencecheck.model.deferred import Deferred
from licencecheck.model.facts import (
    Beacon,
    Block,
    Byline,
    Canonical,
    ChangeNote,
    Conflict,
    CopyrightNotice,
    Counter,
    Credit,
    Embed,
    HeadMeta,
    Image,
    LicenceStatement,
    Link,
    Location,
    PermissionNote,
    Robots,
    StatedDay,
)
from licencecheck.model.words import Confidence, Place, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who the page's own site is: by this, self-credit is told from credit."""

    names: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    """Lower-case host names without `www.`."""


class Relation(StrEnum):
    """How the copy relates to its original; rules differ for them."""

    THIRD_PARTY = "third-party"
    TRANSLATION = "translation"
    EXCERPT = "excerpt"
    SELF_CROSSPOST = "self-crosspost"
    SAME_GROUP = "same-group"
    WIRE = "wire"
    PRESS_RELEASE = "press-release"


@dataclass(frozen=True, slots=True, kw_only=True)
class RepostDecision:
    """Whether the page reposts another's article, and why."""

    is_repost: bool
    """True from medium confidence on."""
    confidence: Confidence
    """Of the statement that it is a repost: low means perhaps, and no sign at all is low with an empty `signals`."""
    reason: str
    """One plain sentence without full stop."""
    signals: tuple[str, ...] = ()
    relation: Relation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A block of the main text, or a line of one."""

    text: str
    places: tuple[tuple[int, Location], ...]
    """Offsets in `text`, ascending from 0, each with its place; up to the next one, columns count on with the text."""
    role: Role = Role.BODY
    """`body`, unless its words or its container tell that it is no part of the article."""
    is_heading: bool = False
    links: tuple[Link, ...] = ()

    def place(self, offset: int) -> Location:
        """Where the character at `offset` of `text` stands in the file."""
        start, place = self.places[bisect_right(self.places, offset, key=lambda known: known[0]) - 1]
        return place if place.column is None else replace(place, column=place.column + offset - start)


@dataclass(frozen=True, slots=True, kw_only=True)
class MainText:
    """The article's own words, without attribution blocks."""

    text: str
    word_count: int
    paragraphs: Sequence[Paragraph] = ()
    """The same words, block by block, in page order."""
    beside: Sequence[str] = ()
    """The lines of all words in and around the article, captions, labels and buttons too."""
    elsewhere: Sequence[str] = ()
    """Those of menus, sidebars, comments and footers."""

    def whole(self) -> MainText:
        """Give the same with all that is `Deferred` read."""
        return replace(self, **_read(self))


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Everything read from one document: the only thing that a requirement may look at.

    Facts that may be `Deferred` are read when they are asked for; until then the page holds its document in memory.
    """

    path: str
    url: str | None
    """Where the page stands, if known (`--url`, own canonical, og:url)."""
    format: str
    """`html` or `markdown`."""
    identity: Identity
    repost: RepostDecision
    title: str | None = None
    language: str | None = None
    """Primary BCP 47 subtag (`en`), lower case."""
    published: date | None = None
    """The date that the page gives for the article."""
    blocks: Sequence[Block] = ()
    """The attribution blocks and, of role body, what else stands at the two ends of the article, in page order."""
    credits: tuple[Credit, ...] = ()
    """The chain, original first, then via, then grantor; after it those in boxes beside the
    article, which do not count."""
    links: Sequence[Link] = ()
    """Links outside the page's own site and dead links near the article, in page order."""
    bylines: Sequence[Byline] = ()
    translators: Sequence[Byline] = ()
    notices: Sequence[CopyrightNotice] = ()
    """Copyright notices of every scope, in page order; those of the front matter last."""
    licences: Sequence[LicenceStatement] = ()
    permissions: Sequence[PermissionNote] = ()
    canonical: Canonical | None = None
    robots: Sequence[Robots] = ()
    counters: Sequence[Counter] = ()
    beacons: Sequence[Beacon] = ()
    """What may be a counter of a form that only a publisher knows."""
    conflicts: Sequence[Conflict] = ()
    changes: Sequence[ChangeNote] = ()
    """What the page says of changes to the text, in page order."""
    images: Sequence[Image] = ()
    """In the article and near it, in page order; counters are none."""
    embeds: Sequence[Embed] = ()
    head: Sequence[HeadMeta] = ()
    """What the head and the front matter state by name."""
    days: Sequence[StatedDay] = ()
    """Days in the attribution and above the article."""
    contacts: Sequence[Link] = ()
    """Ways to reach the site: mail, telephone, contact pages."""
    original_file: str | None = None
    """The saved page of its original, as the front matter names it."""
    main_text: MainText | None = None
    """None unless it was asked for."""
    ends: Mapping[Place, Location] = field(default_factory=dict)
    """Where a missing thing should have stood: top, byline or bottom of the article, meta (head or front matter)."""
    has_text: bool = True
    """False for a page that holds only front matter or no words."""

    @property
    def chain(self) -> tuple[Credit, ...]:
        """The credits of the article itself."""
        return tuple(credit for credit in self.credits if credit.place is not Place.ASIDE)

    @property
    def authors(self) -> tuple[str, ...]:
        """Names of the authors, each once, the surest first."""
        return tuple(dict.fromkeys(byline.name for byline in self.bylines))

    def whole(self) -> Page:
        """Give the same page with every fact read, which holds no document."""
        return replace(self, main_text=self.main_text and self.main_text.whole(), **_read(self))

    def expected_at(self, place: Place) -> Location:
        """Say where a thing that is missing at `place` should have stood: at least the file."""
        return self.ends.get(place) or self.ends.get(Place.BOTTOM) or Location(self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """A page that could not be read in full, and therefore was not judged."""

    path: str
    reason: str
    """What is wrong and what to do, one plain sentence without full stop."""


def _read(record: Page | MainText) -> dict[str, Any]:
    """The fields that are deferred, as they are when they have been read."""
    parts = ((each.name, getattr(record, each.name)) for each in fields(record))
    return {name: part.items for name, part in parts if isinstance(part, Deferred)}
