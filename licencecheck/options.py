"""What a run is asked to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum

from licencecheck.model import Location, SiteProfile

MAX_BYTES = 20_000_000
MAX_ELEMENTS = 500_000
THEME = "theme"
"""In place of a rule set, a rule names what the theme of a site drops."""
UNREADABLE = "unreadable"
"""In place of a rule, an ignore names pages that cannot be read."""


def day_or_today(day: date | None = None) -> date:
    """Give the day that was asked for, else the one that it is in UTC; no other place looks at the calendar."""
    return day or datetime.now(UTC).date()


class FailOn(StrEnum):
    """The least finding for which a run fails."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    REVIEW = "review"
    NEVER = "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """What is different for some pages."""

    files: tuple[str, ...]
    """Patterns as in .gitignore, relative to `Options.root`."""
    profile: Mapping[str, object] = field(default_factory=dict)
    """Fields of the site profile."""
    declined: Mapping[str, str] = field(default_factory=dict)
    publishers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Include:
    """Pages that are checked."""

    pattern: str
    """As in .gitignore, relative to `Options.root`."""
    location: Location
    """Of the entry in the configuration."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignore:
    """Findings that the user accepts."""

    path: str
    """A pattern as in .gitignore, relative to `Options.root`."""
    rule: str
    """`ruleset/rule`, a requirement type, or `UNREADABLE`."""
    reason: str
    until: date | None
    """The last day on which it holds."""
    location: Location
    """Of the entry in the configuration."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The options of one run; the defaults are those of the command line."""

    today: date
    """The only clock."""
    publishers: tuple[str, ...] = ()
    """Rule set ids to judge by, in place of those found from the page."""
    url: str | None = None
    """Where the page stands (a saved page, standard input)."""
    original: str | None = None
    """The original article: the path of a saved page, or its URL."""
    originals: str | None = None
    """Folder of saved originals, which are found by their addresses."""
    online: bool = False
    """Whether originals are fetched from where the credits of the pages link them."""
    profile: SiteProfile = field(default_factory=SiteProfile)
    rule_folders: tuple[str, ...] = ()
    """Folders of own rule files; they come before the bundled ones."""
    root: str = "."
    """The folder to which patterns, ignores and the baseline are relative."""
    include: tuple[Include, ...] = ()
    """The pages that are checked; none: all."""
    exclude: tuple[str, ...] = ()
    """Patterns as in .gitignore of pages that are not checked."""
    gitignore: bool = True
    """Whether what git ignores is left out in folders."""
    sources: tuple[str, ...] = ()
    """Folders of the posts that pages are built from: what is found on a built page is shown in its post."""
    overrides: tuple[Override, ...] = ()
    """Later ones come before earlier ones."""
    ignores: tuple[Ignore, ...] = ()
    baseline: str | None = None
    """Path of the findings that are known; a file that is not there knows none."""
    changed_since: str | None = None
    """A revision of git: only what has changed since the branch left it is checked."""
    cache: str | None = None
    """Folder of what was said of pages before; None: nothing is kept."""
    fail_on: str = "error"
    """One of `FailOn`."""
    max_bytes: int = MAX_BYTES
    """Larger files are not read."""
    max_elements: int = MAX_ELEMENTS
    jobs: int | None = None
    """Worker processes; None: as many as there are cores."""
