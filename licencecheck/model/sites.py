"""What the re-poster says of the own site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from licencecheck.errors import UsageError
from licencecheck.model.facts import Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Attestation:
    """An answer that a person gave to a question of a rule set."""

    id: str
    """`ruleset/question` or a bare question id."""
    answer: str
    who: str
    on: date
    until: date | None = None
    applies_to: str | None = None
    """A rule set id, page path or original URL; None: everywhere."""
    location: Location | None = field(default=None, compare=False, repr=False)
    """Of the entry in the configuration, if it stands there; no part of what is answered."""


ASKED_OF_SITE = frozenset({"kind", "commercial", "ads", "paywall", "country"})
"""Keys of the profile on which terms depend, and which nobody but the site can tell."""


MEDIA = ("web", "print", "book", "radio", "audio", "video", "app")
"""Where a site publishes."""


SITE_KINDS = ("personal", "community", "news", "company", "education", "government", "seo", "ad-network", "other")
"""What a site can be: "seo" is made for search engines, "ad-network" for advertisements."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteProfile:
    """What the re-poster declares about itself; None is "not said"."""

    names: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    base_url: str | None = None
    medium: str | None = None
    """One of `MEDIA`."""
    kind: str | None = None
    """One of `SITE_KINDS`."""
    commercial: bool | None = None
    ads: bool | None = None
    paywall: bool | None = None
    country: str | None = None
    languages: tuple[str, ...] = ()
    attestations: tuple[Attestation, ...] = ()
    declined: Mapping[str, str] = field(default_factory=dict)
    """Requirement id -> reason: these duties answer `review`, never `pass`."""
    front_matter: Mapping[str, str] = field(default_factory=dict)
    """Own front-matter keys, folded -> what they say, one of the roles that the reader of front matter knows."""

    def __post_init__(self) -> None:
        """Refuse what no condition of a rule set would understand.

        Raises:
            UsageError: medium or kind is no known one, or a switch is neither true, false nor None.
        """
        for name, words in (("medium", MEDIA), ("kind", SITE_KINDS)):
            if getattr(self, name) not in {None, *words}:
                raise UsageError(f"{name}: expected one of {', '.join(words)}, found {getattr(self, name)!r}")
        for name in ("commercial", "ads", "paywall"):
            if not isinstance(getattr(self, name), bool | None):
                raise UsageError(f"{name}: expected True, False or None, found {getattr(self, name)!r}")
