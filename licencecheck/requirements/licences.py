"""Licence ids as rules and pages write them: which are asked for, their everyday name, their deed."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass

from licencecheck.model import Case, LicenceStatement, Scope, Verdict
from licencecheck.requirements.requirement import Requirement, not_applicable
from licencecheck.requirements.wording import wanted_at
from licencecheck.text import compiled

LICENCE_SCHEMA = {
    "description": "Ids of the licences of which one must be stated; left out, those of the rule set",
    "type": "array",
    "minItems": 1,
    "items": {"type": "string"},
}
UNSPECIFIED = "CC-unspecified"
"""Id of "a Creative Commons licence"."""
_CC = r"(?i)(?:LicenseRef-)?CC-(BY(?:-(?:NC|ND|SA))*)(?:-(\d\.\d)(?:-([A-Z]{2,3}))?)?"
"""A licence of Creative Commons; pages often name it without its version."""
_UNLISTED = "licenseref-"
_CC0 = re.compile(r"CC0-(\d\.\d)", re.IGNORECASE)


_OTHERS: Mapping[str, tuple[str, str]] = {
    "CC-PDM-1.0": ("Public Domain Mark 1.0", "https://creativecommons.org/publicdomain/mark/1.0/"),
    "DL-DE-BY-2.0": ("Datenlizenz Deutschland – Namensnennung – Version 2.0", "https://www.govdata.de/dl-de/by-2-0"),
    "GFDL-1.3": ("GNU Free Documentation License 1.3", "https://www.gnu.org/licenses/fdl-1.3.html"),
    "LAL-1.3": ("Licence Art Libre 1.3", "https://artlibre.org/licence/lal/"),
    "NLOD-2.0": ("Norwegian Licence for Open Government Data 2.0", "https://data.norge.no/nlod/en/2.0"),
    "OGDL-Taiwan-1.0": ("Open Government Data License 1.0", "https://data.gov.tw/license"),
    "OGL-Canada-2.0": ("Open Government Licence – Canada", "https://open.canada.ca/en/open-government-licence-canada"),
    "OGL-UK-3.0": (
        "Open Government Licence v3.0",
        "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    ),
    "OPUBL-1.0": ("Open Publication License 1.0", "https://opencontent.org/openpub/"),
    "etalab-2.0": ("Licence Ouverte 2.0", "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"),
}
"""Name and address of licences that are not of Creative Commons."""


def speaks_of_article(statement: LicenceStatement, wanted: tuple[str, ...]) -> bool:
    """Whether a statement gives the article's licence: that of data, else but mentioned, does where terms want it."""
    if statement.scope is Scope.MENTION:
        return any(is_same(statement.id, one) for one in wanted if one in _OTHERS)
    return statement.scope is Scope.ARTICLE


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceDuty(Requirement):
    """A duty that concerns the licences of which one must be stated: silent where the terms name none."""

    licence: tuple[str, ...] = ()
    """Left out: those of the rule set."""

    def check(self, case: Case) -> Verdict:
        """Judge by the licences of the rule, else by those of the rule set."""
        wanted = self.licence or case.ruleset.licence
        if not wanted:
            return not_applicable("The terms name no licence", wanted_at(case.page, "bottom"))
        return self.judge(case, wanted)

    @abstractmethod
    def judge(self, case: Case, wanted: tuple[str, ...]) -> Verdict:
        """Judge the page by the `wanted` licences: at least one."""


def name_of(licence: str) -> str:
    """Write a licence as people do: `CC-BY-ND-4.0` is `CC BY-ND 4.0`; of a licence unknown here, its id."""
    if licence == UNSPECIFIED:
        return "Creative Commons"
    if match := compiled(_CC).fullmatch(licence):
        return " ".join(part for part in ("CC", match[1].upper(), match[2], (match[3] or "").upper()) if part)
    match = _CC0.fullmatch(licence)
    return f"CC0 {match[1]}" if match else _OTHERS.get(licence, (licence,))[0]


def deed_of(licence: str) -> str | None:
    """Give the address where a licence can be read, of Creative Commons its deed; None where it is not known."""
    if (match := compiled(_CC).fullmatch(licence)) and match[2]:
        port = f"{match[3].lower()}/" if match[3] else ""
        return f"https://creativecommons.org/licenses/{match[1].lower()}/{match[2]}/{port}"
    match = _CC0.fullmatch(licence)
    if match:
        return f"https://creativecommons.org/publicdomain/zero/{match[1]}/"
    return _OTHERS[licence][1] if licence in _OTHERS else None


def is_same(a: str, b: str) -> bool:
    """Whether two ids are of one licence; `LicenseRef-` marks a port that SPDX does not list."""
    return a.casefold().removeprefix(_UNLISTED) == b.casefold().removeprefix(_UNLISTED)


def is_unversioned(stated: str, wanted: str) -> bool:
    """Whether `stated` is `wanted` without its version: `CC-BY-ND` of `CC-BY-ND-4.0`."""
    return (
        compiled(_CC).fullmatch(wanted) is not None
        and re.match(rf"{re.escape(stated)}-\d", wanted, re.IGNORECASE) is not None
    )
