"""One value of a front matter as its grammar gives it, before it is placed in the file."""

from __future__ import annotations

import re
from typing import NamedTuple

Scalar = str | bool | int | float | None
MOST_VALUES = 2_000
"""More values than any post has; the rest is not read."""

_SWITCHES = {"true": True, "false": False, "null": None, "~": None, "": None}
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,17}")
_DECIMAL = re.compile(r"-?[0-9]{1,9}\.[0-9]{1,9}")


class Value(NamedTuple):
    """A value and where it stands."""

    key: str
    """Dotted, as written: `source.url`, `authors.0.name`."""
    value: Scalar | tuple[str, ...]
    offset: int | None
    """Of its first character in the block or, unless `exact`, of any in the line of its key."""
    exact: bool = True
    end: int | None = None
    """Where it ends in the block; None where it may reach up to the next value."""


def plain_scalar(written: str) -> Scalar:
    """Read an unquoted scalar: switches and numbers that print as written; dates and all else stay text."""
    folded = written.lower()
    if folded in _SWITCHES:
        return _SWITCHES[folded]
    if _INTEGER.fullmatch(written):
        return int(written)
    if _DECIMAL.fullmatch(written) and str(float(written)) == written:
        return float(written)
    return written
