"""What a run is asked to do."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from licencecheck.model import SiteProfile

MAX_BYTES = 20_000_000
MAX_ELEMENTS = 500_000


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
    profile: SiteProfile = field(default_factory=SiteProfile)
    rule_folders: tuple[str, ...] = ()
    """Folders of own rule files; they come before the bundled ones."""
    fail_on: str = "error"
    """`error`, `warning`, `note`, `review` or `never`."""
    max_bytes: int = MAX_BYTES
    """Larger files are not read."""
    max_elements: int = MAX_ELEMENTS
    jobs: int | None = None
    """Worker processes; None: as many as there are cores."""
