"""JSON-LD, as much of it as pages use: what they state in `<script type="application/ld+json">` (W3C JSON-LD 1.1)."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from lxml import etree

from licencecheck.evidence.structured.json_places import JsonPlace, JsonText
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
            data, text = _parsed(script.text or "")
            nodes += _tops(data, script, JsonPlace(text) if text else None)
        except (ValueError, RecursionError):
            broken.append(script)
    return nodes, broken


def _parsed(text: str) -> tuple[Any, JsonText | None]:
    """Parse JSON, mending what people break most: comment signs around it, escaped quotes, a last comma too much.

    With it comes the text that was parsed, unless its characters stand elsewhere than in the script.

    Raises:
        ValueError: it is no JSON, or too long.
        RecursionError: it is nested too deep.
    """
    if len(text) > _MOST_CHARACTERS:
        raise ValueError("too long")
    before = len(text) - len(text.lstrip())
    text = text.strip().rstrip(";")
    if not text:
        return [], None
    try:
        return json.loads(text, strict=False), JsonText(text, before)
    except ValueError:
        mended = _WRAPPING.sub(_blank, text)
        escaped = "&quot;" in mended or "&#34;" in mended
        mended = _LAST_COMMA.sub(" ", html.unescape(mended) if escaped else mended).rstrip().rstrip(";")
        return json.loads(mended, strict=False), None if escaped else JsonText(mended, before)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _tops(data: Any, script: etree._Element, place: JsonPlace | None, depth: int = 0) -> Iterator[Node]:
    if isinstance(data, list) and depth < _MOST_DEPTH:
        for number, item in enumerate(data):
            yield from _tops(item, script, _below(place, number), depth + 1)
    elif isinstance(data, dict):
        node = _node(data, script, place, depth)
        if node.properties:
            yield node
        yield from _tops(data.get("@graph"), script, _below(place, "@graph"), depth + 1)


def _below(place: JsonPlace | None, key: str | int) -> JsonPlace | None:
    return place and place.below(key)


def _node(data: dict[str, Any], script: etree._Element, place: JsonPlace | None, depth: int) -> Node:
    identifier = stated.strip() if isinstance(stated := data.get("@id"), str) else ""
    types = data.get("@type")
    names = types if isinstance(types, list) else [types]
    node = Node(
        script,
        "json-ld",
        types=frozenset(local_name(name) for name in names if isinstance(name, str)),
        identifier=literal(identifier, script, place=_below(place, "@id")) if identifier else None,
    )
    if depth < _MOST_DEPTH:
        for name, value in data.items():
            if not name.startswith("@"):
                _add(node, name, value, _below(place, name), depth + 1)
    return node


def _add(node: Node, name: str, value: Any, place: JsonPlace | None, depth: int) -> None:
    if depth > _MOST_DEPTH:
        return
    if isinstance(value, list):
        for number, item in enumerate(value):
            _add(node, name, item, _below(place, number), depth + 1)
    elif isinstance(value, dict):
        plain = value.get("@value")
        if isinstance(plain, str):
            node.add(name, literal(plain, node.element, place=_below(place, "@value")))
        else:
            node.add(name, _node(value, node.element, place, depth))
    elif isinstance(value, str | int | float):
        text = str(value).lower() if isinstance(value, bool) else str(value)
        if text.strip():
            node.add(name, literal(text, node.element, place=place))
