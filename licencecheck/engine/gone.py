"""What a server says of the link to an original that it has no more."""

from __future__ import annotations

from collections.abc import Iterator

from licencecheck.engine.upkeep import NO_TERMS
from licencecheck.model import Finding, Level, Location, Lookup, Outcome, Page, Rule, Verdict
from licencecheck.urls import same_url

_RULE = Rule(id="original-link", ruleset="online", requires="original-link", terms=NO_TERMS)
"""Stands where a server has the last word, whatever the terms say."""


def gone(page: Page, lookup: Lookup | None) -> Iterator[Finding]:
    """Ask a person to look where the credit of `page` links, if the original is gone."""
    if lookup is None or lookup.path is None or not lookup.is_gone:
        return
    links = [link for credit in page.chain for link in credit.links if link.url and same_url(link.url, lookup.path)]
    verdict = Verdict(
        outcome=Outcome.REVIEW,
        message=f"Check that the link still leads to the original: {lookup.trouble}",
        location=links[0].location if links else Location(page.path),
        evidence=tuple(links[:1]),
    )
    yield Finding(rule=_RULE, level=Level.NONE, verdict=verdict)
