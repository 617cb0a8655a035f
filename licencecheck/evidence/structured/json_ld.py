"""JSON-LD, as much of it as pages use: what they state in `<script type="application/ld+json">` (W3C JSON-LD 1.1)."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from lxml import etree

from licencecheck.evidence.structured.nodes import Node, literal, local_name

_MOST_SCRIPTS = 50
_MOST_CHARACTERS = 1_000_000
_MOST_DEPTH = 40
_WRAPPING = re.compile(r"<!--|-->|(?://|/\*)?\s?(?:<!\[CDATA\[|\]\]>)(?:\s?\*/)?")
_LAST_COMMA = re.compile(r",(?=\s*[}\]])")


def json_nodes(scripts: Iterable[etree._Element]) -> tuple[list[Node], list[etree._Element]]:
    """Read the nodes that stand on top of JSON-LD scripts, and name the scripts that cannot be read."""
    nodes: list[Node] = []
    broken: list[etree._Element] = []
    for script in islice(scripts, _MOST_SCRIPTS):
        try:
            nodes += _tops(_parsed(script.text or ""), script)
        except (ValueError, RecursionError):
            broken.append(script)
    return nodes, broken


def _parsed(text: str) -> Any:
    """Parse JSON, mending what people break most: comment signs around it, escaped quotes, a last comma too much.

    Raises:
        ValueError: it is no JSON, or too long.
        RecursionError: it is nested too deep.
    """
    if len(text) > _MOST_CHARACTERS:
        raise ValueError("too long")
    text = text.strip().rstrip(";")
    if not text:
        return []
    try:
        return json.loads(text, strict=False)
    except ValueError:
        text = _WRAPPING.sub("", text)
        text = html.unescape(text) if "&quot;" in text or "&#34;" in text else text
        return json.loads(_LAST_COMMA.sub("", text).strip().rstrip(";"), strict=False)


def _tops(data: Any, script: etree._Element, depth: int = 0) -> Iterator[Node]:
    if isinstance(data, list) and depth < _MOST_DEPTH:
        for item in data:
            yield from _tops(item, script, depth + 1)
    elif isinstance(data, dict):
        node = _node(data, script, depth)
        if node.properties:
            yield node
        yield from _tops(data.get("@graph"), script, depth + 1)


def _node(data: dict[str, Any], script: etree._Element, depth: int) -> Node:
    identifier, types = data.get("@id"), data.get("@type")
    names = types if isinstance(types, list) else [types]
    node = Node(
        script,
        "json-ld",
        types=frozenset(local_name(name) for name in names if isinstance(name, str)),
        identifier=identifier if isinstance(identifier, str) else None,
    )
    if depth < _MOST_DEPTH:
        for name, value in data.items():
            if not name.startswith("@"):
                _add(node, name, value, depth + 1)
    return node


def _add(node: Node, name: str, value: Any, depth: int) -> None:
    if depth > _MOST_DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            _add(node, name, item, depth + 1)
    elif isinstance(value, dict):
        plain = value.get("@value")
        node.add(name, literal(plain, node.element) if isinstance(plain, str) else _node(value, node.element, depth))
    elif isinstance(value, str | int | float):
        text = str(value).lower() if isinstance(value, bool) else str(value)
        if text.strip():
            node.add(name, literal(text, node.element))
