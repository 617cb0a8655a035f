"""`author-credit`: the page names the author of the article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licencecheck.model import Block, Byline, Case, Confidence, Page, Party, Role, Verdict
from licencecheck.parties import mentions
from licencecheck.requirements.bylines import byline_of
from licencecheck.requirements.paste import fill
from licencecheck.requirements.requirement import Requirement, Schema, check_that, expected, found, parameters
from licencecheck.requirements.unseen import perhaps_shown
from licencecheck.requirements.wording import (
    AT_SCHEMA,
    at_words,
    belongs,
    is_at,
    is_seen,
    listed,
    quoted,
    wanted_at,
    where,
)
from licencecheck.text import bare, same_name


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorCredit(Requirement):
    """The author, all authors, their institution, in a set form or place."""

    id: ClassVar[str] = "author-credit"
    summary: ClassVar[str] = "Name the author of the article"
    schema: ClassVar[Schema] = parameters(
        institution={"description": "Whether the author's institution must stand beside the name", "type": "boolean"},
        at=AT_SCHEMA,
        form={"description": "Form of the byline, with `{author}`: `{author}, River Post`", "type": "string"},
        all={"description": "Whether every author must be named, not only one", "type": "boolean"},
        if_supplied={"description": "Whether it is asked only where the original names an author", "type": "boolean"},
    )
    institution: bool = False
    at: str = "anywhere"
    form: str | None = None
    all: bool = False
    if_supplied: bool = False

    def check(self, case: Case) -> Verdict:
        """Judge the bylines: against the original's authors where they are known, else that there is one."""
        page, authors = case.page, case.original.authors
        seen = [b for b in page.bylines if belongs(b)]
        named = [b for b in seen if not authors or any(same_name(b.name, author) for author in authors)]
        missing = [author for author in authors if not any(same_name(b.name, author) for b in named)]
        if not named or (self.all and missing):
            given = [credit for author in missing for credit in _credits_of(author, page) if is_at(credit, self.at)]
            plain = not self.institution and self.form is None
            if plain and missing and len(given) >= (len(missing) if self.all else 1):
                return found(f"the author {listed(authors, 'and')}", *named, *given)
            return self._missing(case, missing, seen)
        placed = [b for b in named if is_at(b, self.at)]
        if not placed:
            thing, what = f"the author{at_words(self.at)}", f"it {where(named[0], page)}"
            if self.at == "byline" and page.format == "markdown":
                why = f"found {what}, and the theme may print a byline or not"
                return check_that(f"the page names {thing}", why, named[0].location, *named)
            return expected(thing, what, named[0].location, *named)
        placed.sort(key=lambda b: b.confidence is Confidence.LOW)
        if placed[0].confidence is Confidence.LOW:
            why = f"{quoted(placed[0].text)} may be somebody else"
            return check_that("the page names the author", why, placed[0].location, *placed)
        return self._in_form(case, placed)

    def _in_form(self, case: Case, bylines: list[Byline]) -> Verdict:
        first = bylines[0]
        if self.form is not None:
            forms = [fill(self.form, {"author": byline.name}) for byline in bylines]
            if not any(bare(form) in bare(b.text) for form, b in zip(forms, bylines, strict=True)):
                thing, paste = f"the byline {quoted(forms[0])}", byline_of(case, self.form)
                return expected(thing, quoted(first.text), first.location, first, paste=paste)
        if self.institution and not any(byline.institution for byline in bylines):
            bio = next((block for block in case.page.blocks if block.role is Role.BIO), None)
            if bio is not None:
                why = f"it may stand in {quoted(bio.text)}"
                return check_that("the page names the author's institution", why, bio.location, first, bio)
            paste = byline_of(case, self.form)
            return expected("the author's institution", quoted(first.text), first.location, first, paste=paste)
        if self.all and not case.original.authors:
            why = "the authors of the original are not known"
            return check_that("every author is named", why, first.location, *bylines)
        return found(f"the author {listed(dict.fromkeys(byline.name for byline in bylines), 'and')}", *bylines)

    def _missing(self, case: Case, missing: list[str], seen: list[Byline]) -> Verdict:
        page = case.page
        thing = f"the author {listed(missing, 'and')}" if missing else "the author's name"
        thing += at_words(self.at)
        location = wanted_at(page, "byline")
        paste = byline_of(case, self.form)
        named = [b for b in page.bylines if not missing or any(same_name(b.name, author) for author in missing)]
        hidden = next((b for b in named if not is_seen(b)), None)
        beside = next((b for b in named if is_seen(b) and not belongs(b)), None)
        if seen:
            return expected(thing, quoted(seen[0].text), seen[0].location, *seen, paste=paste)
        if hidden is not None and (verdict := perhaps_shown(thing, hidden, page, paste=paste)):
            return verdict
        near = beside or hidden
        if near is not None and near.confidence is Confidence.LOW:
            why = f"found {quoted(near.name)} only {where(near, page)}, which may be what the site is called"
            whom = f"the author{at_words(self.at)}" if not missing else thing
            return check_that(f"the page names {whom}", why, near.location, near)
        if near is not None:
            return expected(thing, f"it only {where(near, page)}", location, near, paste=paste)
        if self.if_supplied and not case.original.authors:
            why = "the page names none, and it is asked only where the original does"
            return check_that("the original names no author", why, location)
        return expected(thing, "none", location, paste=paste)


def _credits_of(author: str, page: Page) -> list[Block]:
    """Give the first attribution block that names `author`, other than as the owner of the copyright."""
    owned = {notice.location.line for notice in page.notices}
    given = [b for b in page.blocks if b.role in {Role.CREDIT, Role.NOTICE} and belongs(b)]
    return [b for b in given if b.location.line not in owned and mentions(Party(name=author), b.text)][:1]
