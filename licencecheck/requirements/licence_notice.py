"""`licence-notice`: the page says under which licence the article stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from licencecheck.model import Case, Confidence, LicenceStatement, Scope, Verdict
from licencecheck.requirements.conflicts import found_undisputed
from licencecheck.requirements.licences import (
    LICENCE_SCHEMA,
    UNSPECIFIED,
    LicenceDuty,
    is_same,
    is_unversioned,
    name_of,
    speaks_of_article,
)
from licencecheck.requirements.paste import credit_line, licence_line
from licencecheck.requirements.requirement import Schema, check_that, expected, parameters
from licencecheck.requirements.unseen import perhaps_shown
from licencecheck.requirements.wording import belongs, is_seen, listed, quoted, wanted_at, where

_SPEAKS_OF_LICENCE = re.compile(r"creative\s?commons|licen|lizenz|\bCC\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceNotice(LicenceDuty):
    """The licence is named in words, by a badge or by its link."""

    id: ClassVar[str] = "licence-notice"
    summary: ClassVar[str] = "Say under which licence the article stands"
    schema: ClassVar[Schema] = parameters(licence=LICENCE_SCHEMA)

    def judge(self, case: Case, wanted: tuple[str, ...]) -> Verdict:
        """Judge what is stated of the article; licences of the site, of images and of code say nothing of it."""
        page = case.page
        thing = f"the licence {listed(map(name_of, wanted), 'or')}"
        stated = [s for s in page.licences if speaks_of_article(s, wanted)]
        stated.sort(key=lambda s: (not belongs(s), s.confidence is Confidence.LOW))
        same = next((s for s in stated if any(is_same(s.id, one) for one in wanted)), None)
        if same is None:
            return self._other(case, wanted, thing, stated)
        if verdict := perhaps_shown(thing, same, page):
            return verdict
        if not belongs(same):
            what = f"it only {where(same, page)}"
            return expected(thing, what, wanted_at(page, "bottom"), same, paste=_line(case, wanted))
        if same.confidence is Confidence.LOW:
            why = "it may speak of something else"
            return check_that(f"{quoted(same.text)} is the licence of the article", why, same.location, same)
        stated_as = f"the licence {quoted(name_of(same.id))}"
        return found_undisputed(stated_as, f"{stated_as} is that of the article", same, page, "licence")

    def _other(self, case: Case, wanted: tuple[str, ...], thing: str, stated: list[LicenceStatement]) -> Verdict:
        page, paste = case.page, _line(case, wanted)
        shown = [s for s in stated if belongs(s)]
        for statement in shown:
            if any(is_unversioned(statement.id, one) for one in wanted):
                why = "it names no version"
                return check_that(
                    f"{quoted(statement.text)} means {listed(map(name_of, wanted), 'or')}",
                    why, statement.location, statement,
                )  # fmt: skip
        if shown:
            what = f"only {quoted(shown[0].text)}" if shown[0].id == UNSPECIFIED else quoted(name_of(shown[0].id))
            return expected(thing, what, shown[0].location, shown[0], paste=paste)
        site = next((s for s in page.licences if s.scope is Scope.SITE and is_seen(s)), None)
        if site is not None:
            what = f"only the site's own {quoted(name_of(site.id))}"
            return expected(thing, what, wanted_at(page, "bottom"), site, paste=paste)
        return expected(thing, "none", wanted_at(page, "bottom"), paste=paste)


def _line(case: Case, wanted: tuple[str, ...]) -> str:
    """The credit line if it speaks of a licence, else the licence alone."""
    line = credit_line(case)
    return line if _SPEAKS_OF_LICENCE.search(line) else licence_line(wanted[0], case.page.format)
