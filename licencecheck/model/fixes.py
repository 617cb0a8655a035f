"""What mending a page comes to."""

from __future__ import annotations

from dataclasses import dataclass

from licencecheck.model.facts import Location
from licencecheck.model.reports import Finding, PageReport


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """One thing that is mended."""

    rules: tuple[str, ...]
    """The rules that complain no longer, `ruleset/rule`."""
    what: str
    """What is done, without full stop: `Add the credit after the article`."""
    location: Location
    """Where it is done, in the file as it was read."""
    safe: bool
    """Whether nothing that the page says is replaced or lost by it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfixed:
    """A failure that is left, and why."""

    finding: Finding
    reason: str
    """One plain clause without full stop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedPage:
    """A page, mended as far as can be."""

    report: PageReport
    """What `check` says of the page with all fixes."""
    content: bytes
    """The file with all fixes; without any, as it was read."""
    fixes: tuple[Fix, ...] = ()
    unfixed: tuple[Unfixed, ...] = ()
    """The failures that are left, in the order of the findings, at their places in the file as it is: without the
    fixes unless they are `written`."""
    diff: str = ""
    """What the fixes change, as a unified diff; empty without any."""
    written: bool = False
    """Whether the file holds the fixes."""

    @property
    def path(self) -> str:
        """As given by the user, with `/`; `-` for standard input."""
        return self.report.path
