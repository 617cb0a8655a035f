"""Front matter that its own grammar rejects, read line by line: unquoted `:` and `@`, tabs, duplicate keys."""

from __future__ import annotations

import re

from licencecheck.documents.front_matter.value import MOST_VALUES, Value, plain_scalar

_LINE = re.compile(r"^(?P<indent>[ \t]*)(?P<item>-[ \t]+)?(?P<rest>[^ \t\r\n][^\r\n]*)", re.MULTILINE)
_KEY = re.compile(r"""(?P<key>"[^"\r\n]*"|'[^'\r\n]*'|[^:=\s][^:=\r\n]*)(?::(?=[ \t]|\Z)|=)[ \t]*""")


def plain_values(block: str) -> list[Value]:
    """Read `key: value` and `key = value` lines; indented keys belong to the key above, `- x` lines to a list."""
    values: dict[str, Value] = {}
    open_keys: list[tuple[int, str]] = []
    for line in _LINE.finditer(block):
        if len(values) == MOST_VALUES or line["rest"].startswith("#"):
            continue
        indent = len(line["indent"])
        if line["item"]:
            _append(values, open_keys, line)
            continue
        while open_keys and open_keys[-1][0] >= indent:
            open_keys.pop()
        key = _KEY.match(line["rest"])
        if key is None:
            continue
        name = ".".join([*(name for _, name in open_keys), _unquoted(key["key"].strip())[0]])
        written, inside = _unquoted(line["rest"][key.end() :].rstrip())
        value = written if inside else plain_scalar(written)
        values[name] = Value(name, value, line.start("rest") + key.end() + inside)
        open_keys.append((indent, name.rpartition(".")[2]))
    return list(values.values())


def _append(values: dict[str, Value], open_keys: list[tuple[int, str]], line: re.Match[str]) -> None:
    name = ".".join(name for _, name in open_keys)
    before = values.get(name)
    if before is None:
        return
    written, inside = _unquoted(line["rest"].rstrip())
    offset = line.start("rest") + inside
    if isinstance(before.value, tuple):
        values[name] = before._replace(value=(*before.value, written))
    elif before.value is None:
        values[name] = Value(name, (written,), offset)


def _unquoted(written: str) -> tuple[str, int]:
    """Take off a pair of quotation marks, and say how many characters stood before the text."""
    if len(written) > 1 and written[0] == written[-1] and written[0] in "\"'":
        return written[1:-1], 1
    return written, 0
