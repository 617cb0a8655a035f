"""Ids of the licences that addresses, badges, words and metadata values state."""

from __future__ import annotations

import re

from licencecheck.evidence.licences.addresses import licence_by_id, licence_of_url
from licencecheck.evidence.licences.badges import licence_of_badge, licence_of_icons
from licencecheck.evidence.licences.creative_commons import UNSPECIFIED, LicenceId
from licencecheck.evidence.licences.words import LicenceMatch, licences_in_text, refines
from licencecheck.text import compiled

__all__ = [
    "LicenceId",
    "LicenceMatch",
    "combine",
    "licence_of_badge",
    "licence_of_icons",
    "licence_of_url",
    "licence_of_value",
    "licences_in_text",
    "refines",
]

_LONGEST = 2000
"""Characters of a value that are looked at."""

_MARKDOWN_LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]*)[^)]*\)")
_HTML_LINK = r"""(?i)<a\s[^>]*?href\s*=\s*["']?([^"'\s>]+)[^>]*>([^<]*)"""
_SWITCHES = frozenset(["", "true", "false", "yes", "no", "on", "off", "none", "null", "~"])
_RESERVED = frozenset(["copyright", "arr", "proprietary", "all-rights-reserved", "c", "©"])


def licence_of_value(value: str) -> LicenceId | None:
    """Say which licence a metadata or front-matter value names: id, address, name, link in Markdown or HTML.

    Switches of a theme (`true`, `false`) name none.
    """
    value = value[:_LONGEST].strip(" \t\r\n\"'")
    folded = re.sub(r"[\s_]+", "-", value.lower())
    if folded in _SWITCHES:
        return None
    if folded in _RESERVED:
        return LicenceId("LicenseRef-ARR", "reserved")
    if folded in {"pd", "public-domain"}:
        return LicenceId("LicenseRef-PublicDomain")
    known = licence_by_id(folded)
    if known:
        return known
    markdown, anchor = _MARKDOWN_LINK.search(value), compiled(_HTML_LINK).search(value)
    if markdown or anchor:
        words, href = (markdown[1], markdown[2]) if markdown else (anchor[2], anchor[1]) if anchor else ("", "")
        link, named = licence_of_url(href), licence_of_value(words)
        return combine(named, link, None)[0] if link or named else None
    return licence_of_url(value) or _of_words(value)


def _of_words(value: str) -> LicenceId | None:
    stated = [match.licence for match in licences_in_text(value)]
    # among such values "BY-NC-SA" and "Attribution 4.0" need no "Creative Commons"
    supplied = [match.licence for match in licences_in_text(f"Creative Commons {value}")][:1]
    named = [licence for licence in supplied if licence.id != UNSPECIFIED.id and licence.certain]
    if not stated and value.lower() in {"cc", "creative-commons"}:
        return UNSPECIFIED
    return next(iter([*stated, *named]), None)


def combine(words: LicenceId | None, link: LicenceId | None, badge: LicenceId | None) -> tuple[LicenceId, bool]:
    """Join what one statement says in words, by its link and by its badge; True where these contradict each other.

    The linked text is the legal one; words and badge add what it leaves open, such as the version. Raises ValueError
    where nothing was stated.
    """
    stated = [licence for licence in (link, words, badge) if licence is not None]
    if not stated:
        raise ValueError("no licence was stated")
    licence = next((licence for licence in stated if licence.certain), stated[0])
    conflict = False
    for other in stated:
        if refines(licence, other):
            continue
        if refines(other, licence) and not (licence is link and licence.id[-1].isdigit()):
            licence = other
        else:
            # a version that was only presumed gives way
            conflict |= other.certain or _without_version(other) != _without_version(licence)
    return licence, conflict


def _without_version(licence: LicenceId) -> str:
    return re.sub(r"-[0-9].*", "", licence.id)
