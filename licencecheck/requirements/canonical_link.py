"""`canonical-link`: the page names the original as its canonical address."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import ClassVar, Literal

from licencecheck.model import Case, Confidence, Party, Place, Verdict
from licencecheck.parties import is_address_of, party_of
from licencecheck.requirements.paste import fill, known, to_replace
from licencecheck.requirements.requirement import Requirement, Schema, check_that, expected, found, parameters
from licencecheck.requirements.wording import quoted
from licencecheck.urls import host_of, same_url

_PASTE = {"html": '<link rel="canonical" href="{0}">', "markdown": "canonical_url: {0}"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CanonicalLink(Requirement):
    """`rel=canonical`, or its key in the front matter, leads to the original."""

    id: ClassVar[str] = "canonical-link"
    summary: ClassVar[str] = "Name the original as the canonical address"
    schema: ClassVar[Schema] = parameters(
        to={
            "description": "The article that it must name: `url` (the publisher's) or `original_url` (the first)",
            "enum": ["url", "original_url"],
        },
    )
    to: Literal["url", "original_url"] = "url"

    def check(self, case: Case) -> Verdict:
        """Judge the canonical address, by the article's where it is known, else by whose it is."""
        page, canonical = case.page, case.page.canonical
        party = party_of(case, "publisher" if self.to == "url" else "original")
        values = known(case)
        wanted = values.get(self.to)
        thing = f"a canonical link to the {party.name.removeprefix('The ') if party else 'original'} article"
        address = fill(f"{{{self.to}}}", values)
        paste = _PASTE[page.format].format(escape(address) if page.format == "html" else address)
        if canonical is None:
            return expected(thing, "none", page.expected_at(Place.META), paste=paste)
        if not self._leads(canonical.url, wanted, party):
            return expected(thing, to_replace(canonical.href), canonical.location, canonical, paste=paste)
        if wanted is None and not (party and party.domains):
            own = canonical.url and page.url and host_of(canonical.url) == host_of(page.url)
            if own:
                return expected(thing, to_replace(canonical.href), canonical.location, canonical, paste=paste)
            why = "the address of the original is not known"
            return check_that(f"{quoted(canonical.href)} is the original", why, canonical.location, canonical)
        if canonical.confidence is Confidence.LOW:
            why = "search engines may not read it there"
            return check_that(f"{quoted(canonical.href)} works as a canonical link", why, canonical.location, canonical)
        return found(thing, canonical)

    def _leads(self, url: str | None, wanted: str | None, party: Party | None) -> bool:
        if url is None:
            return False
        if wanted is not None:
            return same_url(url, wanted)
        return party is None or not party.domains or is_address_of(party, url)
