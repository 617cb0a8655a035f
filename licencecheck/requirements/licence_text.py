"""`licence-text`: the text of the licence goes with the copy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licencecheck.model import Case, LicenceStatement, Scope, Target, Verdict
from licencecheck.requirements.licences import LICENCE_SCHEMA, LicenceDuty, is_same, name_of
from licencecheck.requirements.requirement import Schema, check_that, expected, found, parameters
from licencecheck.requirements.wording import belongs, listed, quoted, wanted_at
from licencecheck.urls import host_of, target_of


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceText(LicenceDuty):
    """A copy of the licence on the own site is linked; whether its full text stands on the page, a person says."""

    id: ClassVar[str] = "licence-text"
    summary: ClassVar[str] = "Pass on the text of the licence"
    schema: ClassVar[Schema] = parameters(licence=LICENCE_SCHEMA)

    def judge(self, case: Case, wanted: tuple[str, ...]) -> Verdict:
        """Judge where the licence statements of the page lead."""
        page = case.page
        names = listed(map(name_of, wanted), "or")
        thing = f"the text of the licence {names}, or a link to a copy of it on this site"
        stated = [s for s in page.licences if belongs(s) and s.scope in {Scope.ARTICLE, Scope.SITE}]
        same = [s for s in stated if any(is_same(s.id, one) for one in wanted)]
        if own := next((s for s in same if _is_own(s, case)), None):
            return found(f"a link to a copy of the licence on this site, {quoted(own.url or '')}", own)
        if linked := next((s for s in same if s.url), None):
            return expected(thing, f"a link to {quoted(linked.url or '')}", linked.location, linked)
        if same:
            why = "the licence is named, and its text may stand on this page"
            return check_that(f"the text of the licence {names} goes with the copy", why, same[0].location, same[0])
        return expected(thing, "none", wanted_at(page, "bottom"))


def _is_own(statement: LicenceStatement, case: Case) -> bool:
    target, url = target_of(statement.url, base=case.page.url, own_hosts=case.page.identity.hosts)
    own = {*case.page.identity.hosts, *([host_of(case.page.url)] if case.page.url else ())}
    return target is Target.RELATIVE or (url is not None and host_of(url) in own)
