"""Licences that images and icons stand for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from urllib.parse import unquote

from licencecheck.evidence.licences.addresses import tool_of_path
from licencecheck.evidence.licences.creative_commons import UNSPECIFIED, LicenceId, of_pieces, tool, tools
from licencecheck.evidence.licences.words import LicenceMatch, licences_in_text
from licencecheck.text import compiled

_LONGEST = 2000
"""Characters of an address or text that are looked at."""

_CAPTION = 5
"""Words beside the licence from which on an alternative text describes a picture and no badge."""

_BUTTON = re.compile(r"(?:licensebuttons\.net|creativecommons\.org)/(?:i/)?[lp]/(.+)")
_BUTTON_FILE = (
    r"(?:^|[/_.%-])cc[-_.]?((?:by|zero|0|pdm?|publicdomain)(?:[-_.](?:nc|nd|sa))*)(?:[-_.]?v?([1-4]\.[0-9]))?(?![a-z0-9])"
    r"|/buttons/[0-9x]+/(?:svg|png)/((?:by|zero|pdm?|publicdomain)(?:[-_](?:nc|nd|sa))*)"
)
_SHIELD = re.compile(r"shields\.io/badge/")
_OLD_BUTTON = re.compile(r"creativecommons\.org/(?:images|img)/public/(?:somerights|norights|nolaw)")
_ICON = (
    r"(?:creative-commons|(?:^|[ /_-])(?:ai|icon|bi|mdi|si)-cc|/img/cc)(?:[-_](by|nc|nd|sa|zero|pd))?(?![a-z])"
    r"|presskit/icons/(by|nc|nd|sa|zero|pd)?|(?:^|[ /_])cc[-_](by|nc|nd|sa|zero)(?![a-z])"
)

_TELLING = ("cc", "commons", "licensebuttons.net", "/buttons/", "shields.io", "presskit/icons")
"""One of these stands in every address of a badge or icon."""


def licence_of_badge(src: str, alt: str = "", classes: Collection[str] = ()) -> LicenceId | None:
    """Say which licence an image or icon stands for, by its address, its alternative text and its class names.

    An address of Creative Commons' own buttons is as good as a link; file names and icons are uncertain.
    """
    src = unquote(src[:_LONGEST]).lower()
    if not (alt or classes or any(mark in src for mark in _TELLING)):
        return None
    button = _BUTTON.search(src)
    licence = tool_of_path(button[1]) if button else None
    if licence:
        return licence
    icons = [*classes, src] if "creativecommons.org" in src else classes
    drawn = [licence for licence in (_of_file(src), licence_of_icons(icons)) if licence]
    named = licences_in_text(alt[:_LONGEST])
    if not drawn and sum(len(piece.split()) for piece in _around(alt, named)) > _CAPTION:
        named = []  # of whom the picture is
    known = [replace(licence, certain=False) for licence in (*drawn, *(match.licence for match in named))]
    if not known and _OLD_BUTTON.search(src):
        return replace(UNSPECIFIED, certain=False)
    return max(known, key=lambda licence: (licence.id != UNSPECIFIED.id, len(licence.id)), default=None)


def _around(text: str, named: Iterable[LicenceMatch]) -> Iterator[str]:
    """What stands before, between and after the licences that a text names."""
    start = 0
    for match in named:
        yield text[start : match.start]
        start = match.end
    yield text[start:]


def _of_file(src: str) -> LicenceId | None:
    if _SHIELD.search(src):
        words = src.replace("--", "\0").replace("-", " ").replace("_", " ").replace("\0", "-")
        return next((match.licence for match in licences_in_text(words)), None)
    match = compiled(_BUTTON_FILE).search(src)
    if not match:
        return None
    unit = match[1] or match[3]
    if unit.startswith("p"):
        return tools()["mark", "1.0", ""]
    if unit in {"zero", "0"}:
        return tools()["zero", "1.0", ""]
    return tool(set(re.split("[-_.]", unit)), match[2])


def licence_of_icons(icons: Iterable[str]) -> LicenceId | None:
    """Say which licence a run of icons spells, each given by its address or class name; always uncertain."""
    found = (compiled(_ICON).search(unquote(icon[:_LONGEST]).lower()) for icon in icons)
    pieces = {match[1] or match[2] or match[3] or "cc" for match in found if match}
    if "pd" in pieces:
        return replace(tools()["mark", "1.0", ""], certain=False)
    if not pieces:
        return None
    spelt = of_pieces(pieces) if pieces & {"by", "zero"} else UNSPECIFIED
    return replace(spelt, certain=False)
