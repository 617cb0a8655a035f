"""Entries of a front matter, written into it as text: order, comments and all other bytes stay."""

from __future__ import annotations

import json
import re

from licencecheck.documents.document import Entry
from licencecheck.documents.front_matter import FrontMatter, read_front_matter
from licencecheck.fixing.edits import Edit, Revision
from licencecheck.fixing.obstacles import Obstacle
from licencecheck.fixing.source import line_end_at
from licencecheck.lines import Lines

_TABLE = re.compile(r"^[ \t]*\[{1,2}[^\[\],\r\n]+\]{1,2}[ \t]*(?:#[^\r\n]*)?$", re.MULTILINE)
_INDENT = re.compile(r"^([ \t]*)[^\s#]", re.MULTILINE)
_LAST_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)?\Z")


def with_entry(path: str, text: str, key: str, value: str) -> Edit:
    """Write `key` with `value` behind the other entries; a post without front matter begins one, in YAML.

    Raises:
        Obstacle: the front matter would not be read as before.
    """
    block = read_front_matter(path, text)
    if block is None:
        line_end = line_end_at(text, 0)
        return Edit(0, 0, f"---{line_end}{key}: {_quoted(value)}{line_end}---{2 * line_end}")
    opening = text[: block.body].lstrip()[:3]
    if opening == "---":
        edit = _in_yaml(text, block, key, value)
    elif opening == "+++":
        edit = _in_toml(text, block, key, value)
    else:
        edit = _in_json(text, block, key, value)
    return _proven(path, text, block, edit, key, value)


def with_entry_changed(path: str, text: str, entry: Entry, value: str) -> Edit:
    """Write `value` as that of `entry`, a text on one line.

    Raises:
        Obstacle: it does not stand where it was read, or the front matter would not be read as before.
    """
    block, place, old = read_front_matter(path, text), entry.location, entry.value
    if block is None or place.line is None or place.column is None or not isinstance(old, str):
        raise Obstacle(f"where `{entry.key}` stands in the front matter cannot be told")
    offset = Lines(text).start(place.line) + place.column - 1
    if not text.startswith(old, offset):
        raise Obstacle(f"where `{entry.key}` stands in the front matter cannot be told")
    quote = text[offset - 1]
    written = {"'": value.replace("'", "''"), '"': _quoted(value)[1:-1]}.get(quote, _quoted(value))
    return _proven(path, text, block, Edit(offset, offset + len(old), written), entry.key, value)


def _in_yaml(text: str, block: FrontMatter, key: str, value: str) -> Edit:
    first = _INDENT.search(text, text.index("---") + 3, block.body)
    indent = first[1] if first else ""
    end = _start_of_last_line(text, block)
    return Edit(end, end, f"{indent}{key}: {_quoted(value)}{line_end_at(text, 0)}")


def _in_toml(text: str, block: FrontMatter, key: str, value: str) -> Edit:
    """Before the first table, to which the entry would belong otherwise."""
    end = _start_of_last_line(text, block)
    table = _TABLE.search(text, text.index("+++"), end)
    start = table.start() if table else end
    return Edit(start, start, f"{_toml_key(key)} = {_quoted(value)}{line_end_at(text, 0)}")


def _in_json(text: str, block: FrontMatter, key: str, value: str) -> Edit:
    """Behind the last entry, set in as that is."""
    end = text.rindex("}", 0, block.body)
    last = len(text[:end].rstrip())
    line = max(text.rfind("\n", 0, last), text.rfind("\r", 0, last)) + 1
    space = _INDENT.match(text, line)
    between = line_end_at(text, line) + space[1] if space and text[last:end].strip(" \t") else " "
    comma = "" if text[last - 1] == "{" else ","
    return Edit(last, last, f"{comma}{between}{json.dumps(key)}: {_quoted(value)}")


def _proven(path: str, text: str, block: FrontMatter, edit: Edit, key: str, value: str) -> Edit:
    """The edit, if with it the front matter says the same as before, and this."""
    after = read_front_matter(path, Revision(text).edited(edit).text)
    wanted = {name: entry.value for name, entry in block.entries.items()} | {key: value}
    if after is None or {name: entry.value for name, entry in after.entries.items()} != wanted:
        raise Obstacle(f"`{key}` cannot be written into this front matter")
    return edit


def _start_of_last_line(text: str, block: FrontMatter) -> int:
    """Where the closing fence begins."""
    fence = _LAST_LINE.search(text, 0, block.body)
    return fence.start() if fence else block.body


def _toml_key(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else _quoted(key)


def _quoted(value: str) -> str:
    """A text in quotation marks, as YAML, TOML and JSON read it."""
    return json.dumps(value, ensure_ascii=False)
