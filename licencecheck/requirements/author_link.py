"""`author-link`: the author's name is a link."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licencecheck.model import Byline, Case, Link, Party, Target, Verdict
from licencecheck.parties import is_address_of, publisher_of
from licencecheck.requirements.paste import as_found, has_gap
from licencecheck.requirements.requirement import Requirement, Schema, check_that, expected, found, parameters
from licencecheck.requirements.wording import belongs, listed, quoted, wanted_at
from licencecheck.text import bare
from licencecheck.urls import is_profile

_HISTORY = ("history", "contributors", "revisions")


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorLink(Requirement):
    """The name of every author that the page names leads to what the terms ask."""

    id: ClassVar[str] = "author-link"
    summary: ClassVar[str] = "Link the author's name"
    schema: ClassVar[Schema] = parameters(
        to={
            "description": "What the link may lead to, any of: `profile` (or biography), `history` of the page, `any`",
            "type": "array",
            "minItems": 1,
            "items": {"enum": ["profile", "history", "any"]},
        },
    )
    to: tuple[str, ...] = ("any",)

    def check(self, case: Case) -> Verdict:
        """Judge the links on the names of the authors."""
        page = case.page
        bylines = [byline for byline in page.bylines if belongs(byline)]
        names = case.original.authors or tuple(dict.fromkeys(byline.name for byline in bylines))
        thing = f"a link{self._target()} on the name of "
        if not names:
            return expected(f"{thing}the author", "no author", wanted_at(page, "byline"))
        party = publisher_of(case)
        links = [link for credit in page.credits for link in credit.links] + [*page.links]
        good: list[Link] = []
        for name in names:
            on_name = [link for link in links if belongs(link) and _is_on(link, name)]
            on_name.sort(key=lambda link: not self._leads(link, party))
            if not on_name:
                return _unlinked(case, f"{thing}{quoted(name)}", name, bylines)
            link = on_name[0]
            if link.target is Target.DEAD or not self._leads(link, party):
                what = as_found(link.href) if has_gap(link.href) else f"a link to {quoted(link.href)}"
                return expected(f"{thing}{quoted(name)}", what, link.location, link)
            if "any" not in self.to and "history" not in self.to and not is_profile(link.url):
                why = "its address does not say that it is about a person"
                return check_that(f"{quoted(link.href)} is the profile of {quoted(name)}", why, link.location, link)
            good.append(link)
        return found(f"{thing}{listed(names, 'and')}", *good)

    def _target(self) -> str:
        kinds = {"profile": "the author's profile", "history": "the page history"}
        words = " or ".join(kinds[kind] for kind in self.to if kind in kinds)
        return f" to {words}" if words and "any" not in self.to else ""

    def _leads(self, link: Link, party: Party | None) -> bool:
        if link.url is None or link.target is Target.DEAD:
            return False
        if "any" in self.to:
            return True
        if "history" in self.to and any(word in link.url.casefold() for word in _HISTORY):
            return True
        at_party = party is not None and is_address_of(party, link.url) and link.target is not Target.HOMEPAGE
        return "profile" in self.to and (at_party or is_profile(link.url))


def _is_on(link: Link, name: str) -> bool:
    return bool(bare(name)) and bare(name) in bare(link.text) and len(link.text) <= 3 * len(name)


def _unlinked(case: Case, thing: str, name: str, bylines: list[Byline]) -> Verdict:
    byline = next((b for b in bylines if bare(name) in bare(b.name) or bare(b.name) in bare(name)), None)
    if byline is None:
        return expected(thing, "none", wanted_at(case.page, "byline"))
    return expected(thing, "the name without link", byline.location, byline)
