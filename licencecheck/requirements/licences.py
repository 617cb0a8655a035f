"""Licence ids as rules and pages write them: which are asked for, their everyday name, their deed."""

from __future__ import annotations

import re

from licencecheck.model import Case

LICENCE_SCHEMA = {
    "description": "Ids of the licences of which one must be stated; left out, those of the rule set",
    "type": "array",
    "minItems": 1,
    "items": {"type": "string"},
}
UNSPECIFIED = "CC-unspecified"
"""Id of "a Creative Commons licence"."""
_CC = re.compile(r"(?:LicenseRef-)?CC-(BY(?:-(?:NC|ND|SA))*)-(\d\.\d)(?:-([A-Z]{2,3}))?", re.IGNORECASE)
_CC0 = re.compile(r"CC0-(\d\.\d)", re.IGNORECASE)


def accepted(case: Case, own: tuple[str, ...]) -> tuple[str, ...]:
    """Say of which licences one must be stated: the rule's `own`, else those of the rule set."""
    return own or case.ruleset.licence


def name_of(licence: str) -> str:
    """Write a licence id as people do: `CC-BY-ND-4.0` is `CC BY-ND 4.0`, ids of others stay."""
    if licence == UNSPECIFIED:
        return "Creative Commons"
    if match := _CC.fullmatch(licence):
        return " ".join(part for part in ("CC", match[1].upper(), match[2], (match[3] or "").upper()) if part)
    match = _CC0.fullmatch(licence)
    return f"CC0 {match[1]}" if match else licence


def deed_of(licence: str) -> str | None:
    """Give the address of the deed of a Creative Commons licence, None for others."""
    if match := _CC.fullmatch(licence):
        port = f"{match[3].lower()}/" if match[3] else ""
        return f"https://creativecommons.org/licenses/{match[1].lower()}/{match[2]}/{port}"
    match = _CC0.fullmatch(licence)
    return f"https://creativecommons.org/publicdomain/zero/{match[1]}/" if match else None


def is_same(a: str, b: str) -> bool:
    """Whether two ids are of one licence."""
    return a.casefold() == b.casefold()


def is_unversioned(stated: str, wanted: str) -> bool:
    """Whether `stated` is `wanted` without its version: `CC-BY-ND` of `CC-BY-ND-4.0`."""
    return _CC.fullmatch(wanted) is not None and re.match(rf"{re.escape(stated)}-\d", wanted, re.IGNORECASE) is not None
