"""JSON as all formats write it: letters of every script readable, hidden characters by number."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TextIO

from licencecheck.formats.escaping import json_safe

Object = dict[str, Any]


def write(document: Object | list[Object], stream: TextIO) -> None:
    """Write `document` as indented JSON."""
    stream.writelines(line + "\n" for line in lines(document))


def lines(document: Object | list[Object]) -> Iterator[str]:
    """Yield the lines of `document` as indented JSON."""
    return map(json_safe, json.dumps(document, ensure_ascii=False, indent=2).split("\n"))


def one_line(document: Object) -> str:
    """Give `document` as one line of JSON, with its line feed."""
    return json_safe(json.dumps(document, ensure_ascii=False)) + "\n"
