"""Ids of the licences that addresses, badges, words and metadata values state."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from licencecheck.evidence.creative_commons import ELEMENTS, UNSPECIFIED, LicenceId, tool, tools
from licencecheck.evidence.data import load
from licencecheck.evidence.licence_names import of_pieces
from licencecheck.evidence.licence_words import LicenceMatch, licences_in_text, refines, with_version
from licencecheck.urls import host_of, unwrap

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
"""Characters of an address or value that are looked at."""

_ENDS = " \t\r\n<>\"'.,;:!?)]}。，\u200b\ufeff"
_CREATIVE_COMMONS = (["creativecommons", "org"], ["creativecommons", "net"])
_TERMS_FILE = re.compile(r"(?:/license\.xml|\.rsl)(?=$|[?#])", re.IGNORECASE)
_TERMS = LicenceId("LicenseRef-RSL", "ai-terms")
_TOOL = re.compile(r"/(?:international/[a-z]{2}/)?(?:licen[cs]es?|publicdomain)/(.+)")
_VERSION = re.compile(r"v?([1-9]\.[0-9])")
_PORT = re.compile(r"[a-z]{2}|igo|scotland")
_BUTTON = re.compile(r"(?:licensebuttons\.net|creativecommons\.org)/(?:i/)?[lp]/(.+)")
_BUTTON_FILE = re.compile(
    r"(?:^|[/_.%-])cc[-_.]?((?:by|zero|0|pdm?|publicdomain)(?:[-_.](?:nc|nd|sa))*)(?:[-_.]?v?([1-4]\.[0-9]))?(?![a-z0-9])"
    r"|/buttons/[0-9x]+/(?:svg|png)/((?:by|zero|pdm?|publicdomain)(?:[-_](?:nc|nd|sa))*)"
)
_SHIELD = re.compile(r"shields\.io/badge/")
_OLD_BUTTON = re.compile(r"creativecommons\.org/(?:images|img)/public/(?:somerights|norights|nolaw)")
_ICON = re.compile(
    r"(?:creative-commons|(?:^|[ /_-])(?:ai|icon|bi|mdi|si)-cc|/img/cc)(?:[-_](by|nc|nd|sa|zero|pd))?(?![a-z])"
    r"|presskit/icons/(by|nc|nd|sa|zero|pd)?|(?:^|[ /_])cc[-_](by|nc|nd|sa|zero)(?![a-z])"
)
_MARKDOWN_LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]*)[^)]*\)")
_HTML_LINK = re.compile(r"""<a\s[^>]*?href\s*=\s*["']?([^"'\s>]+)[^>]*>([^<]*)""", re.IGNORECASE)
_SWITCHES = frozenset(["", "true", "false", "yes", "no", "on", "off", "none", "null", "~"])
_RESERVED = frozenset(["copyright", "arr", "proprietary", "all-rights-reserved", "c", "©"])


def licence_of_url(href: str) -> LicenceId | None:
    """Say which licence an address is the text or deed of, also out of archives; None where it is of none.

    Uncertain for pages about a licence, versions that do not exist, and addresses that lead to whatever is current.
    """
    return _of_url(href[:_LONGEST])


@lru_cache(maxsize=2048)
def _of_url(href: str) -> LicenceId | None:
    url = unwrap(href.replace("&amp;", "&").strip(_ENDS))
    labels = host_of(url).split(".")
    addresses = [row for i in range(len(labels) - 1) for row in _addresses().get(".".join(labels[i:]), ())]
    if addresses:
        path = _path(url)
        match = _TOOL.fullmatch(path) if labels[-2:] in _CREATIVE_COMMONS else None
        licence = _of_tool_path(match[1]) if match else None
        return licence or next((_of_address(row, path) for row in addresses if row.path.fullmatch(path)), None)
    return _TERMS if _TERMS_FILE.search(url) else None


def _path(url: str) -> str:
    """Lower-case path, decoded, without query, fragment, doubled slashes and what the text left at its end."""
    rest = re.sub(r"^(?:[a-z]+:)?//", "", url, flags=re.IGNORECASE)
    path = unquote(re.split(r"[?#]", rest, maxsplit=1)[0]).lower()
    return "/" + re.sub("/{2,}", "/", path).partition("/")[2].rstrip(_ENDS)


class _Address(NamedTuple):
    """Addresses of a licence on one host."""

    path: re.Pattern[str]
    licence: LicenceId
    current: str | None
    """The version that an address without version leads to."""


def _of_address(address: _Address, path: str) -> LicenceId | None:
    match = address.path.fullmatch(path)
    groups = match.groupdict() if match else {}
    if "id" in groups:
        return licence_of_value(groups["id"])
    if address.current and not groups.get("version"):
        return replace(with_version(address.licence, {"version": address.current}), certain=False)
    return with_version(address.licence, groups)


@cache
def _addresses() -> Mapping[str, list[_Address]]:
    """The addresses by host."""
    addresses: dict[str, list[_Address]] = {}
    rows = [{"id": "", "kind": "", "urls": load("licences.yaml")["pointers"]}, *load("licences.yaml")["licences"]]
    for row in rows:
        for key, is_certain in (("urls", True), ("hint_urls", False)):
            for url in row.get(key, ()):
                host, slash, path = url.partition("/")
                licence = LicenceId(row["id"], row["kind"], certain=is_certain)
                addresses.setdefault(host, []).append(_Address(re.compile(slash + path), licence, row.get("current")))
    return addresses


def _of_tool_path(path: str) -> LicenceId | None:
    """Read `by-nc/3.0/de/deed.en`, what follows `licenses/` or `publicdomain/`; None for what is no such tool."""
    unit, *rest = [part for part in path.split("/") if part]
    version = next((match[1] for match in map(_VERSION.fullmatch, rest[:1]) if match), None)
    port = next((part for part in rest[1:2] if version and _PORT.fullmatch(part)), "")
    if unit in {"publicdomain", "certification"}:
        return tools()["certification", "1.0", "us"]
    if unit in {"zero", "mark"}:
        return tools()[unit, "1.0", ""]
    elements = set(re.split(r"[-_ ]", unit))
    if elements <= set(ELEMENTS):
        return tool(elements, version, port)
    odd = unit.replace(" ", "+").replace("plus", "+") if "sampling" in unit else unit
    return tools().get((odd, version or "", port))


def licence_of_badge(src: str, alt: str = "", classes: Collection[str] = ()) -> LicenceId | None:
    """Say which licence an image or icon stands for, by its address, its alternative text and its class names.

    An address of Creative Commons' own buttons is as good as a link; file names and icons are uncertain.
    """
    src = unquote(src[:_LONGEST]).lower()
    button = _BUTTON.search(src)
    licence = _of_tool_path(button[1]) if button else None
    if licence:
        return licence
    icons = [*classes, src] if "creativecommons.org" in src else classes
    found = [_of_file(src), *(match.licence for match in licences_in_text(alt[:_LONGEST])), licence_of_icons(icons)]
    known = [replace(licence, certain=False) for licence in found if licence]
    if not known and _OLD_BUTTON.search(src):
        return replace(UNSPECIFIED, certain=False)
    return max(known, key=lambda licence: (licence.id != UNSPECIFIED.id, len(licence.id)), default=None)


def _of_file(src: str) -> LicenceId | None:
    if _SHIELD.search(src):
        words = src.replace("--", "\0").replace("-", " ").replace("_", " ").replace("\0", "-")
        return next((match.licence for match in licences_in_text(words)), None)
    match = _BUTTON_FILE.search(src)
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
    found = (_ICON.search(unquote(icon[:_LONGEST]).lower()) for icon in icons)
    pieces = {match[1] or match[2] or match[3] or "cc" for match in found if match}
    if "pd" in pieces:
        return replace(tools()["mark", "1.0", ""], certain=False)
    if not pieces:
        return None
    spelt = of_pieces(pieces) if pieces & {"by", "zero"} else UNSPECIFIED
    return replace(spelt, certain=False)


@cache
def _known() -> Mapping[str, LicenceId]:
    """Licences by lower-case id, with and without `LicenseRef-`."""
    rows = load("licences.yaml")["licences"]
    licences = [
        *tools().values(),
        *(LicenceId(row["id"], row["kind"]) for row in rows if "cc-" not in row["id"].lower()),
    ]
    return {name: licence for licence in licences for name in (licence.id.lower(), _bare(licence.id))}


def _bare(licence_id: str) -> str:
    return licence_id.lower().removeprefix("licenseref-")


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
    known = _known().get(folded)
    if known:
        return known
    markdown, anchor = _MARKDOWN_LINK.search(value), _HTML_LINK.search(value)
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
