"""`licence-link`: the licence of the article is linked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licencecheck.model import Case, Confidence, LicenceStatement, Scope, Statement, Verdict
from licencecheck.requirements.licences import LICENCE_SCHEMA, accepted, deed_of, is_same, name_of
from licencecheck.requirements.paste import fill
from licencecheck.requirements.requirement import (
    Requirement,
    Schema,
    check_that,
    expected,
    found,
    not_applicable,
    parameters,
)
from licencecheck.requirements.wording import belongs, listed, quoted, wanted_at

_LINKED = frozenset({Statement.LINK, Statement.BADGE})


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceLink(Requirement):
    """A link leads to the text or the deed of the licence, in its version and port."""

    id: ClassVar[str] = "licence-link"
    summary: ClassVar[str] = "Link the licence of the article"
    schema: ClassVar[Schema] = parameters(licence=LICENCE_SCHEMA)
    licence: tuple[str, ...] = ()

    def check(self, case: Case) -> Verdict:
        """Judge the licence links that speak of the article."""
        page, wanted = case.page, accepted(case, self.licence)
        if not wanted:
            return not_applicable("The terms name no licence", wanted_at(page, "bottom"))
        thing = f"a link to the licence {listed(map(name_of, wanted), 'or')}"
        paste = fill("{licence|licence_url}", _known(wanted[0]), page.format)
        stated = [s for s in page.licences if s.scope is Scope.ARTICLE and belongs(s)]
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


def _is_linked(statement: LicenceStatement) -> bool:
    return statement.url is not None and not _LINKED.isdisjoint(statement.by)


def _known(licence: str) -> dict[str, str]:
    deed = deed_of(licence)
    return {"licence": name_of(licence)} | ({"licence_url": deed} if deed else {})
