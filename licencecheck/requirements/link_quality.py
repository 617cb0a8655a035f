"""`link-quality`: the link to the original is a plain, direct, followed hyperlink."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licencecheck.model import Case, Link, Verdict
from licencecheck.parties import party_of
from licencecheck.requirements.links import Kind, leads_to
from licencecheck.requirements.requirement import Requirement, Schema, expected, found, not_applicable, parameters
from licencecheck.requirements.wording import listed, quoted, wanted_at
from licencecheck.urls import host_of

_JUDGED = frozenset({Kind.ARTICLE, Kind.PERHAPS, Kind.HOMEPAGE})


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkQuality(Requirement):
    """No link to the original hinders search engines or readers."""

    id: ClassVar[str] = "link-quality"
    summary: ClassVar[str] = "Let readers and search engines follow the link to the original"
    schema: ClassVar[Schema] = parameters(
        rel_forbidden={
            "description": "Values of `rel` that the link must not have",
            "type": "array",
            "items": {"type": "string"},
        },
        direct={"description": "Whether redirectors and shorteners are refused", "type": "boolean"},
    )
    rel_forbidden: tuple[str, ...] = ("nofollow", "ugc", "sponsored")
    direct: bool = True

    def check(self, case: Case) -> Verdict:
        """Judge every link to the party that counts; whether there is one at all is `original-link`'s question."""
        leads = leads_to(case, party_of(case, "publisher"))
        links = [lead.link for lead in leads if lead.counts and lead.kind in _JUDGED]
        for link in links:
            forbidden = sorted(link.rel & {word.casefold() for word in self.rel_forbidden})
            if forbidden:
                thing = f"a link without {listed((f'rel={word}' for word in forbidden), 'and')}"
                return expected(thing, f"it on {quoted(link.href)}", link.location, link)
            if self.direct and _redirects(link):
                return expected("a direct link to the original", quoted(link.href), link.location, link)
        if not links:
            return not_applicable(
                "The page has no link to the original that could be judged", wanted_at(case.page, "bottom")
            )
        return found("a direct link that may be followed", *links)


def _redirects(link: Link) -> bool:
    """Whether the address as written is that of a redirector: reading it gave the address on another host."""
    written = host_of(link.href) if "//" in link.href else None
    return bool(written and link.url and written != host_of(link.url))
