"""Words of a page made safe to print: no control over terminals and build logs, no hidden or reordering characters."""

from __future__ import annotations

import re
from unicodedata import category

from licencecheck.text import excerpt, squeeze

_JOINERS = "\u200c\u200d"
"""Invisible, but letters and emoji are written with them, and they control nothing."""
_COMMAND = re.compile(r"#(?=#\w*\[)")
"""Build services obey `##[command]` and `##vso[command]` wherever in a line of the log they stand."""

_CALL = re.compile(r"^([ +-]\s*):(?=:[^:].*::)")
"""GitHub obeys `::command::` at the beginning of a line, white space aside."""


def visible(text: str) -> str:
    """Fold `text` to one `printable` line."""
    return printable(squeeze(text))


def printable(line: str) -> str:
    r"""Show what cannot be printed in a line by its number, as well as a call to a build service: a bell is `\u{7}`."""
    line = _COMMAND.sub(r"\\u{23}", line)
    return line if line.isprintable() else "".join(_numbered(character) for character in line)


def printable_line(line: str) -> str:
    """Show a line of a file as it is, with its white space, but for what would control a terminal or build service."""
    shown = "".join(c if c == "\t" or category(c) == "Zs" else _numbered(c) for c in line.removesuffix("\r"))
    shown = _CALL.sub(r"\1\\u{3a}", _COMMAND.sub(r"\\u{23}", shown))
    return shown + line[len(line.removesuffix("\r")) :]


def printable_path(path: str) -> str:
    """Show `path` on one `printable` line that starts no `::command` of a build service: a folder goes before it."""
    shown = printable(path)
    return f"./{shown}" if shown.startswith("::") else shown


def quoted(text: str) -> str:
    """`visible` text, shortened to the longest excerpt that a report may hold."""
    return visible(excerpt(text))


def json_safe(line: str) -> str:
    r"""Write what cannot be printed in a line of JSON as `\uXXXX`: the same data, nothing to obey for a terminal."""
    line = _COMMAND.sub(r"\\u0023", line)
    return line if line.isprintable() else "".join(_as_json(character) for character in line)


def _is_harmless(character: str) -> bool:
    return character.isprintable() or character in _JOINERS


def _numbered(character: str) -> str:
    return character if _is_harmless(character) else f"\\u{{{ord(character):x}}}"


def _as_json(character: str) -> str:
    if _is_harmless(character):
        return character
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i : i + 2].hex()}" for i in range(0, len(units), 2))
