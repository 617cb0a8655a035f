"""`copyright-notice`: the page carries the copyright line of the article."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import ClassVar

from licencecheck.model import Case, Confidence, Fact, Location, Page, Party, Role, Scope, Verdict
from licencecheck.model import CopyrightNotice as Notice
from licencecheck.parties import is_named, mentions, original_of, publisher_of
from licencecheck.requirements.paste import as_found, fill, has_gap, known
from licencecheck.requirements.requirement import (
    Requirement,
    Schema,
    check_that,
    expected,
    found,
    not_applicable,
    parameters,
)
from licencecheck.requirements.unseen import perhaps_shown
from licencecheck.requirements.wording import belongs, is_seen, listed, quoted, wanted_at, where
from licencecheck.text import same_name

_SIGN = re.compile("©|copyright", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyrightNotice(Requirement):
    """A notice of the author, the first publisher or the publisher, of the article's year."""

    id: ClassVar[str] = "copyright-notice"
    summary: ClassVar[str] = "Carry the copyright notice of the article"
    schema: ClassVar[Schema] = parameters(
        form={"description": "Form of the notice to paste, with `{author}`, `{original}`, `{publisher}`, `{year}`",
              "type": "string"},
        if_supplied={"description": "Whether it is asked only where the original has a notice", "type": "boolean"},
    )  # fmt: skip
    form: str = "Copyright © {author}, {original}, {year}"
    if_supplied: bool = False

    def check(self, case: Case) -> Verdict:
        """Judge the notices of the article, never those of the site that shows it."""
        page, holders = case.page, _Holders(case)
        thing = f"a copyright notice of {holders.words}"
        paste = fill(self.form, known(case), page.format)
        notices = [n for n in page.notices if n.scope is Scope.ARTICLE and belongs(n)]
        years = _years(case)
        fitting = sorted((n for n in notices if holders.fit(n)), key=lambda n: not _is_of(n, years))
        if not fitting:
            return self._missing(case, thing, holders, paste)
        notice = fitting[0]
        if not _is_of(notice, years):
            year = " or ".join(map(str, sorted(years)))
            if case.original.published is None and (self.if_supplied or _may_be_older(notice, page)):
                why = f"the page is of {year}, and the year of the original is not known"
                return check_that(f"{quoted(notice.text)} names the right year", why, notice.location, notice)
            return expected(f"a copyright notice of {year}", quoted(notice.text), notice.location, notice, paste=paste)
        if has_gap(notice.text):
            return expected(thing, as_found(notice.text), notice.location, notice, paste=paste)
        if notice.confidence is Confidence.LOW:
            why = "it may be the notice of something else"
            return check_that(f"{quoted(notice.text)} is that of the article", why, notice.location, notice)
        return found(f"the copyright notice {quoted(notice.text)}", notice)

    def _missing(self, case: Case, thing: str, holders: _Holders, paste: str) -> Verdict:
        page = case.page
        near = next(_near(case, holders), None)
        location = near[0].location if near and belongs(near[0]) else wanted_at(page, "bottom")
        proof = (near[0],) if near else ()
        if self.if_supplied and case.original.page is not None:
            return _supplied(case, case.original.page, location)
        if self.if_supplied:
            why = f"one that it has is to be kept, and this page has {near[1] if near else 'none'}"
            return check_that(f"the original has no copyright notice of {holders.words}", why, location, *proof)
        if near is None:
            return expected(thing, "none", location, paste=paste)
        fact, what = near
        if isinstance(fact, Notice) and holders.fit(fact):
            if verdict := perhaps_shown(thing, fact, page, paste=paste):
                return verdict
            if belongs(fact):
                why = "it stands among the notices of the site"
                return check_that(f"{quoted(fact.text)} is that of the article", why, fact.location, fact, paste=paste)
        return expected(thing, what, location, fact, paste=paste)


def _supplied(case: Case, original: Page, location: Location) -> Verdict:
    """Ask for the notice that the original has; its site's own may be meant for the article too."""
    notices = [notice for notice in original.notices if notice.scope in {Scope.ARTICLE, Scope.SITE}]
    notice = min(notices, key=lambda notice: notice.scope is Scope.SITE, default=None)
    if notice is None:
        return not_applicable("The original has no copyright notice", location)
    paste = fill("{notice}", {"notice": notice.text}, case.page.format)
    if notice.scope is Scope.ARTICLE:
        return expected(f"the copyright notice {quoted(notice.text)}", "none", location, paste=paste)
    why = f"the original has only {quoted(notice.text)} of its whole site"
    return check_that("no copyright notice is to be carried", why, location, paste=paste)


class _Holders:
    """Who may own the article: its authors, the first publisher, the publisher."""

    def __init__(self, case: Case) -> None:
        # A notice cannot prove itself: the origin that only a notice tells is left out
        parties = (original_of(case.page, by_notice=False), publisher_of(case))
        self.parties: tuple[Party, ...] = tuple(party for party in parties if party is not None)
        self.authors = case.original.authors or case.page.authors

    @property
    def words(self) -> str:
        """Words for a message."""
        names = [self.parties[0].name] if self.parties else list(self.authors)
        return listed(names, "or") if names else "the article"

    def fit(self, notice: Notice) -> bool:
        """Whether a notice is one to carry: of a publisher of the article, or of nobody but its authors.

        Where the page does not say who wrote the article or where it comes from, any holder may be the right one.
        """
        if any(is_named(party, holder) for party in self.parties for holder in notice.holders):
            return True
        if not self.parties and not self.authors:
            return True
        return bool(notice.holders) and all(any(same_name(h, a) for a in self.authors) for h in notice.holders)


def _near(case: Case, holders: _Holders) -> Iterator[tuple[Fact, str]]:
    """What comes nearest to the missing notice, with words for it."""
    page = case.page
    notices = [n for n in page.notices if n.scope is not Scope.IMAGE]
    for notice in notices:
        if holders.fit(notice):
            yield notice, f"it only {where(notice, page)}"
    for notice in notices:
        if notice.scope is Scope.ARTICLE and belongs(notice):
            yield notice, quoted(notice.text)
    for notice in notices:
        if is_seen(notice) and any(same_name(h, own) for own in page.identity.names for h in notice.holders):
            yield notice, f"only the site's own {quoted(notice.text)}"
    for block in page.blocks:
        if not belongs(block) and _SIGN.search(block.text) and any(mentions(p, block.text) for p in holders.parties):
            yield block, f"it only {where(block, page)}"


def _is_of(notice: Notice, years: Collection[int]) -> bool:
    """Whether a notice may be of one of `years`: it says no other."""
    return not (years and notice.years) or any(min(notice.years) <= year <= max(notice.years) for year in years)


def _may_be_older(notice: Notice, page: Page) -> bool:
    """Whether the notice may be right, because the page only tells when the article was posted here, years later."""
    credited = any(day.role is Role.CREDIT for day in page.days)
    return not credited and page.published is not None and max(notice.years) < page.published.year


def _years(case: Case) -> frozenset[int]:
    """The year of the original; where it is not known, those of the dates on the page."""
    if case.original.published:
        return frozenset([case.original.published.year])
    days = (case.page.published, *(stated.day for stated in case.page.days))
    return frozenset(day.year for day in days if day)
