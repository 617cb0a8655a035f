"""The Creative Commons tools and the ids by which they are reported."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from licencecheck.evidence.data import load


@dataclass(frozen=True, slots=True)
class LicenceId:
    """A licence, or a statement that stands where licences stand."""

    id: str
    """SPDX id, else a `LicenseRef-` id; without version as stated (`CC-BY`); `CC-unspecified`."""
    kind: str = "content"
    """`content`, `data`, `software`, `stock` (images), `statement` (grants nothing), `reserved` or `ai-terms`."""
    family: str | None = None
    """Of a port: the unported licence of the same kind and version. It is another text."""
    certain: bool = True
    """False where the licence is only pointed at: a page about it, an icon, a version that does not exist."""


UNSPECIFIED = LicenceId("CC-unspecified")
"""A Creative Commons licence, no matter which."""

ELEMENTS = ("by", "nc", "nd", "sa")


def table() -> Mapping[str, Any]:
    """Read the part of the licence table that is about Creative Commons."""
    tables: Mapping[str, Mapping[str, Any]] = load("licences/licences.yaml")
    return tables["creative_commons"]


@cache
def tools() -> Mapping[tuple[str, str, str], LicenceId]:
    """Every tool by unit (`by-nc`), version (`3.0`) and port (`de`, or empty)."""
    named = {}
    for path, licence_id in table()["named"].items():
        unit, version, port = (*path.split("/"), "")[:3]
        named[unit, version, port] = LicenceId(licence_id)
    return {key: tool for row in table()["tools"] for key, tool in _row(row)} | named


def _row(row: Mapping[str, Any]) -> Iterator[tuple[tuple[str, str, str], LicenceId]]:
    known = frozenset(table()["spdx"])
    for unit in row["units"]:
        for version, ports in row["versions"].items():
            base = f"CC-{unit.upper().replace('+', '-PLUS')}-{version}"
            is_unported_listed = base in known or (row.get("spdx", False) and ports.startswith("-"))
            for port in ports.split():
                name = base if port == "-" else f"{base}-{port.upper()}"
                is_listed = is_unported_listed if port == "-" else name in known
                family = base if port != "-" and is_unported_listed else None
                key = unit, version, "" if port == "-" else port
                yield key, LicenceId(name if is_listed else f"LicenseRef-{name}", family=family)


@cache
def _units() -> Mapping[frozenset[str], str]:
    units = {unit for unit, _, _ in tools()}
    return {frozenset(unit.split("-")): unit for unit in units if frozenset(unit.split("-")) <= set(ELEMENTS)}


def tool(elements: Collection[str], version: str | None, port: str = "") -> LicenceId:
    """Find the licence with these elements (`by`, `nc`, `nd`, `sa`, in any order), version and port.

    Without version it is the kind alone. A version or port that does not exist leaves the kind, a combination that does
    not exist leaves `CC-unspecified`, both uncertain: nothing is guessed. 4.0 has no ports.
    """
    unit = _units().get(frozenset(elements))
    if unit is None:
        return replace(UNSPECIFIED, certain=False)
    kind = LicenceId(f"CC-{unit.upper()}")
    if version is None:
        return kind
    return tools().get((unit, version, "" if version == "4.0" else port)) or replace(kind, certain=False)


def of_pieces(pieces: set[str]) -> LicenceId:
    """Find the licence that a run of signs or icons spells: `cc`, `by`, `nc`, `nd`, `sa`, `zero`."""
    return tools()["zero", "1.0", ""] if "zero" in pieces else tool(pieces & set(ELEMENTS), None)
