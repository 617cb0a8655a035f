"""Addresses of licences."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from licencecheck.evidence.data import load
from licencecheck.evidence.licences.creative_commons import ELEMENTS, LicenceId, tool, tools
from licencecheck.text import compiled
from licencecheck.urls import host_of, unwrap

_LONGEST = 2000
"""Characters of an address that are looked at."""

_ENDS = " \t\r\n<>\"'.,;:!?)]}。，\u200b\ufeff"
_CREATIVE_COMMONS = (["creativecommons", "org"], ["creativecommons", "net"])
_TERMS_FILE = re.compile(r"(?:/license\.xml|\.rsl)(?=$|[?#])", re.IGNORECASE)
_TERMS = LicenceId("LicenseRef-RSL", "ai-terms")
_TOOL = re.compile(r"/(?:international/[a-z]{2}/)?(?:licen[cs]es?|publicdomain)/(.+)")
_VERSION = re.compile(r"v?([1-9]\.[0-9])")
_PORT = re.compile(r"[a-z]{2}|igo|scotland")


def licence_of_url(href: str) -> LicenceId | None:
    """Say which licence an address is the text or deed of, also out of archives; None where it is of none.

    Uncertain for pages about a licence, versions that do not exist, and addresses that lead to whatever is current.
    """
    href = href[:_LONGEST]
    return _of_url(href) if _may_be(href) else None


@lru_cache(maxsize=1024)
def _of_url(href: str) -> LicenceId | None:
    url = unwrap(href.replace("&amp;", "&").strip(_ENDS))
    labels = host_of(url).split(".")
    addresses = [row for i in range(len(labels) - 1) for row in _addresses().get(".".join(labels[i:]), ())]
    if addresses:
        path = _path(url)
        match = _TOOL.fullmatch(path) if labels[-2:] in _CREATIVE_COMMONS else None
        licence = tool_of_path(match[1]) if match else None
        return licence or next(
            (_of_address(row, path) for row in addresses if compiled(row.path).fullmatch(path)), None
        )
    return _TERMS if _TERMS_FILE.search(url) else None


def _may_be(href: str) -> bool:
    """Whether the host of a licence, or a mark of its file, stands in an address: few do, and to read it takes long."""
    low = href.lower()
    if _may_hide_host(low):
        return True
    if "." in low:
        for piece in low.split("/"):
            # every mark holds a dot and none a slash, and the pages of a site link few hosts and files
            if "." in piece and _tells(piece):
                return True
    return False


def _may_hide_host(href: str) -> bool:
    """Whether other signs may stand for the dots of a host: encoded ones, the hyphens of the translator."""
    return not (href.isascii() and href.isprintable()) or " " in href or "%" in href or ".goog" in href


@lru_cache(maxsize=2048)
def _tells(piece: str) -> bool:
    return any(mark in piece for mark in _telling())


@cache
def _telling() -> tuple[str, ...]:
    """The last two labels of every host that holds licences, which no form of an address parts, and other marks."""
    return (*{".".join(host.split(".")[-2:]) for host in _addresses()}, "license.xml", ".rsl")


def _path(url: str) -> str:
    """Lower-case path, decoded, without query, fragment, doubled slashes and what the text left at its end."""
    rest = re.sub(r"^(?:[a-z]+:)?//", "", url, flags=re.IGNORECASE)
    path = unquote(re.split(r"[?#]", rest, maxsplit=1)[0]).lower()
    return "/" + re.sub("/{2,}", "/", path).partition("/")[2].rstrip(_ENDS)


class _Address(NamedTuple):
    """Addresses of a licence on one host."""

    path: str
    licence: LicenceId
    current: str | None
    """The version that an address without version leads to."""


def _of_address(address: _Address, path: str) -> LicenceId | None:
    match = compiled(address.path).fullmatch(path)
    groups = match.groupdict() if match else {}
    if "id" in groups:
        return licence_by_id(groups["id"])
    if address.current and not groups.get("version"):
        return replace(with_version(address.licence, {"version": address.current}), certain=False)
    return with_version(address.licence, groups)


@cache
def _addresses() -> Mapping[str, list[_Address]]:
    """The addresses by host."""
    addresses: dict[str, list[_Address]] = {}
    rows = [
        {"id": "", "kind": "", "urls": load("licences/licences.yaml")["pointers"]},
        *load("licences/licences.yaml")["licences"],
    ]
    for row in rows:
        for key, is_certain in (("urls", True), ("hint_urls", False)):
            for url in row.get(key, ()):
                host, slash, path = url.partition("/")
                licence = LicenceId(row["id"], row["kind"], certain=is_certain)
                addresses.setdefault(host, []).append(_Address(slash + path, licence, row.get("current")))
    return addresses


def tool_of_path(path: str) -> LicenceId | None:
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


def with_version(licence: LicenceId, groups: Mapping[str, str | None]) -> LicenceId:
    """Append to an id what the groups `version`, `no_invariants` and `or_later` of a pattern matched."""
    version = groups.get("version")
    parts = [licence.id, f"{version}.0" if version and "." not in version else version]
    parts += [name.replace("_", "-") for name in ("no_invariants", "or_later") if groups.get(name)]
    return replace(licence, id="-".join(part for part in parts if part))


def licence_by_id(licence_id: str) -> LicenceId | None:
    """Find a licence by its id in any letter case, with or without `LicenseRef-`."""
    return _by_id().get(licence_id.lower())


@cache
def _by_id() -> Mapping[str, LicenceId]:
    rows = (row for row in load("licences/licences.yaml")["licences"] if not row["id"].startswith("CC"))
    licences = [*tools().values(), *(LicenceId(row["id"], row["kind"]) for row in rows)]
    names = {name: licence for licence in licences for name in (licence.id, licence.id.removeprefix("LicenseRef-"))}
    return {name.lower(): licence for name, licence in names.items()}
