"""TOML front matter: read by tomllib, placed by its lines."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from typing import Any

from licencecheck.documents.front_matter.value import MOST_VALUES, Scalar, Value

_NAME = r"""(?:[A-Za-z0-9_-]++|"(?:[^"\\\r\n]|\\.)*+"|'[^'\r\n]*+')"""
_KEY = rf"{_NAME}(?:[ \t]*+\.[ \t]*+{_NAME})*+"
_LINE = re.compile(
    rf"^[ \t]*+(?:(?P<table>\[\[?)[ \t]*+(?P<path>{_KEY})[ \t]*+\]|(?P<key>{_KEY})[ \t]*+=[ \t]*+(?P<value>[^\r\n]*+))",
    re.MULTILINE,
)
_DATE = re.compile(r"[0-9][0-9:TtZz.+ -]*[0-9Zz]")
_QUOTES = re.compile(r'"""|\'\'\'|["\']|\[(?:[ \t\r\n]|#[^\r\n]*+)*+(?:"""|\'\'\'|["\'])?')
"""What stands before the words of a value: quotes, and in a list what comes before its first item."""

_NEW_LINE = re.compile(r"(?:\r\n?|\n)(?=.)", re.DOTALL)


def toml_values(block: str) -> list[Value] | None:
    """Read a TOML document; None where the grammar rejects it."""
    try:
        table = tomllib.loads(block.replace("\r\n", "\n"), parse_float=str)
    except (ValueError, RecursionError):
        return None
    places = _places(block)
    values: list[Value] = []
    for key, value in _flat(table, ""):
        offset, exact = _place(places, key)
        if isinstance(value, str | bool | int | tuple | None):
            written: Scalar | tuple[str, ...] = value
        else:
            written = _date(block, offset if exact else None, value)
        values.append(Value(key, written, offset, exact))
        if len(values) == MOST_VALUES:
            break
    return values


def _flat(value: Any, key: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for name, child in value.items():
            yield from _flat(child, f"{key}.{name}" if key else name)
    elif isinstance(value, list) and any(isinstance(item, dict | list) for item in value):
        for number, item in enumerate(value):
            yield from _flat(item, f"{key}.{number}")
    else:
        yield key, tuple(map(str, value)) if isinstance(value, list) else value


def _places(block: str) -> dict[str, int | None]:
    """Map keys to the offset of their value; None where two lines look like the same key (one is inside a text)."""
    places: dict[str, int | None] = {}
    tables: Counter[str] = Counter()
    prefix = ""
    for line in _LINE.finditer(block):
        if line["table"]:
            prefix = _dotted(line["path"]) + "."
            if line["table"] == "[[":
                prefix += f"{tables[prefix]}."
                tables[_dotted(line["path"]) + "."] += 1
            continue
        key = prefix + _dotted(line["key"])
        opening = _QUOTES.match(block, line.start("value"))
        offset = opening.end() if opening else line.start("value")
        if first := _NEW_LINE.match(block, offset):
            offset = first.end()
        places[key] = None if key in places else offset
    return places


def _place(places: dict[str, int | None], key: str) -> tuple[int | None, bool]:
    """Find a key or, inside an inline table, the key whose line begins it."""
    if key in places:
        return places[key], True
    while "." in key:
        key = key.rpartition(".")[0]
        if key in places:
            return places[key], False
    return None, False


def _dotted(path: str) -> str:
    return ".".join(part.strip("\"'") for part in re.findall(_NAME, path))


def _date(block: str, offset: int | None, value: Any) -> str:
    """Give a date as written, which tomllib does not keep."""
    written = _DATE.match(block, offset) if offset is not None else None
    return written[0] if written else str(value)
