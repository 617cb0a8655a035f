"""The front matter of a post: where it ends, and its entries with their places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from licencecheck.documents.document import Entry
from licencecheck.documents.front_matter.plain_block import plain_values
from licencecheck.documents.front_matter.value import Value
from licencecheck.documents.written import Written
from licencecheck.lines import Lines
from licencecheck.model import Location

_OPENING = re.compile(r"\s*+(?:(---|\+\+\+)[ \t]*(?:\r\n?|\n)|\{)")
_CLOSING = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*(?:\r\n?|\n|\Z)", re.MULTILINE),
}
_LONGEST = 256_000
"""Characters of front matter that are read by their grammar; more is read line by line."""
_HEAD = 65_536


class FrontMatter(NamedTuple):
    """Entries by key as written, and the offset at which the body begins."""

    entries: dict[str, Entry]
    body: int


def read_front_matter(path: str, text: str) -> FrontMatter | None:
    """Read YAML between `---`, TOML between `+++`, or a JSON object, at the beginning of `text`.

    What its grammar rejects is read line by line. None where `text` begins without front matter.
    """
    opening = _OPENING.match(text)
    if opening is None:
        return None
    if opening[1] is None:
        from licencecheck.documents.front_matter.json_block import json_values

        found = json_values(text)
        return FrontMatter(_entries(path, text[: found.end], found.values), found.end) if found else None
    closing = _CLOSING[opening[1]].search(text, opening.end())
    if closing is None:
        return None
    values = _values(opening[1], text[opening.end() : closing.start()])
    if values is None:
        return None
    begin = opening.end()
    return FrontMatter(_entries(path, text[: closing.end()], (_moved(value, begin) for value in values)), closing.end())


def entries_of(path: str) -> Mapping[str, Entry]:
    """Read the front matter within the first 65,536 characters of a file; no entries where it has none to be read."""
    try:
        with Path(path).open(encoding="utf-8-sig", errors="replace", newline="") as file:
            found = read_front_matter(path, file.read(_HEAD))
    except (OSError, ValueError):
        return {}
    return found.entries if found else {}


def _values(fence: str, block: str) -> list[Value] | None:
    """Read what stands between two fences; None where that is prose between two rules."""
    values: list[Value] | None = None
    if len(block) > _LONGEST:
        return plain_values(block)
    if fence == "+++":
        from licencecheck.documents.front_matter.toml_block import toml_values

        values = toml_values(block)
    else:
        from licencecheck.documents.front_matter.yaml_block import NoMappingError, yaml_values

        try:
            values = yaml_values(block)
        except NoMappingError:
            return None
    return plain_values(block) or None if values is None else values


def _moved(value: Value, by: int) -> Value:
    """The value with its place in the file instead of that in the block."""
    if value.offset is None:
        return value
    return value._replace(offset=value.offset + by, end=None if value.end is None else value.end + by)


def _entries(path: str, text: str, values: Iterable[Value]) -> dict[str, Entry]:
    lines = Lines(text)
    entries: dict[str, Entry] = {}
    values = list(values)
    starts = sorted({value.offset for value in values if value.offset is not None})
    ends = dict(pairwise([*starts, len(text)]))
    for value in values:
        line = column = written = None
        if value.offset is not None:
            line, column = lines.place(value.offset)
            written = Written(text, lines, value.offset, value.end or ends[value.offset])
        location = Location(path, line, column if value.exact else None, value.key)
        entries[value.key] = Entry(key=value.key, value=value.value, location=location, written=written)
    return entries
