"""`licence-link`: the licence of the article is linked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licencecheck.model import Case, Confidence, LicenceStatement, Link, Statement, Verdict
from licencecheck.requirements.licences import LICENCE_SCHEMA, LicenceDuty, is_same, name_of, speaks_of_article
from licencecheck.requirements.paste import licence_line
from licencecheck.requirements.requirement import Schema, check_that, expected, found, parameters
from licencecheck.requirements.wording import belongs, listed, quoted, wanted_at
from licencecheck.urls import same_url

_LINKED = frozenset({Statement.LINK, Statement.BADGE})


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceLink(LicenceDuty):
    """A link leads to the text or the deed of the licence, in its version and port."""

    id: ClassVar[str] = "licence-link"
    summary: ClassVar[str] = "Link the licence of the article"
    schema: ClassVar[Schema] = parameters(
        licence=LICENCE_SCHEMA,
        url={
            "description": "Addresses of the publisher's own pages about the licence, which are as good",
            "type": "array",
            "minItems": 1,
            "items": {"type": "string", "pattern": "^https?://"},
        },
    )
    url: tuple[str, ...] = ()

    def judge(self, case: Case, wanted: tuple[str, ...]) -> Verdict:
        """Judge the licence links that speak of the article."""
        page = case.page
        own = next((link for link in page.links if belongs(link) and _is_one_of(link, self.url)), None)
        if own is not None:
            return found(f"a link to the publisher's licence page {quoted(own.href)}", own)
        thing = f"a link to the licence {listed(map(name_of, wanted), 'or')}"
        paste = licence_line(wanted[0], page.format)
        stated = [s for s in page.licences if speaks_of_article(s, wanted) and belongs(s)]
        stated.sort(key=lambda s: s.confidence is Confidence.LOW)
        linked = [s for s in stated if _is_linked(s)]
        good = next((s for s in linked if any(is_same(s.id, one) for one in wanted)), None)
        if good is not None and good.confidence is Confidence.LOW:
            why = "it may speak of something else"
            return check_that(f"{quoted(good.text)} is the licence of the article", why, good.location, good)
        if good is not None:
            return found(f"a link to the licence {quoted(name_of(good.id))}", good)
        if linked:
            what = f"a link to {quoted(name_of(linked[0].id))}"
            return expected(thing, what, linked[0].location, linked[0], paste=paste)
        if stated:
            return expected(thing, f"{quoted(stated[0].text)} without it", stated[0].location, stated[0], paste=paste)
        return expected(thing, "none", wanted_at(page, "bottom"), paste=paste)


def _is_one_of(link: Link, urls: tuple[str, ...]) -> bool:
    return link.url is not None and any(same_url(link.url, url) for url in urls)


def _is_linked(statement: LicenceStatement) -> bool:
    return statement.url is not None and not _LINKED.isdisjoint(statement.by)
