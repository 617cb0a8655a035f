"""YAML front matter: read as nodes, so that dates stay text and every value knows its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from licencecheck.documents.front_matter.value import MOST_VALUES, Scalar, Value, plain_scalar
from licencecheck.safe_yaml import LOADER

_MOST_NODES = 20_000
_DEEPEST_KEY = 20
_MOST_OPENERS = 500
"""What opens a level, written so often, could nest too deeply for the composer of YAML nodes."""
_OPENERS = ("[", "{", "- -", "? ?")
_PROPERTIES = re.compile(r"(?:[&!]\S*+\s++){0,2}")
"""Anchor and tag, which may stand before a value (YAML 1.2.2, 6.9)."""


class NoMappingError(Exception):
    """The block holds prose, so it is no front matter."""


def yaml_values(block: str) -> list[Value] | None:
    """Read a YAML mapping; None where the grammar rejects it. Raises NoMappingError where it is something else."""
    if any(block.count(opener) > _MOST_OPENERS for opener in _OPENERS):
        return None
    try:
        root = yaml.compose(block, Loader=LOADER)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    if root is None:
        return []
    if not isinstance(root, yaml.MappingNode):
        raise NoMappingError
    found: dict[str, Value] = {}
    for value in _Walk(block).values(root, ""):
        found[value.key] = value
        if len(found) == MOST_VALUES:
            break
    return list(found.values())


class _Walk:
    """A walk over the nodes of one block; aliases let a line stand for millions or for itself, so it counts."""

    def __init__(self, block: str) -> None:
        self._block = block
        self._visited = 0

    def values(self, node: yaml.Node, key: str) -> Iterator[Value]:
        self._visited += 1 if isinstance(node, yaml.ScalarNode) else 1 + len(node.value)
        if self._visited > _MOST_NODES or key.count(".") > _DEEPEST_KEY:
            return
        if isinstance(node, yaml.ScalarNode):
            yield Value(key, _scalar(node), self._offset(node), end=int(node.end_mark.index))
        elif isinstance(node, yaml.MappingNode):
            for name, child in node.value:
                if isinstance(name, yaml.ScalarNode):
                    yield from self.values(child, f"{key}.{name.value}" if key else name.value)
        elif all(isinstance(item, yaml.ScalarNode) for item in node.value):
            items = tuple(item.value for item in node.value)
            yield Value(key, items, self._offset(node.value[0] if items else node), end=int(node.end_mark.index))
        else:
            for number, item in enumerate(node.value):
                yield from self.values(item, f"{key}.{number}")

    def _offset(self, node: yaml.Node) -> int:
        """Give the place of the first character of the value itself, behind anchor, quotation mark, block indicator."""
        properties = _PROPERTIES.match(self._block, int(node.start_mark.index))
        offset = min(properties.end() if properties else 0, int(node.end_mark.index))
        style = node.style if isinstance(node, yaml.ScalarNode) else None
        if style in {'"', "'"}:
            return offset + 1
        if style in {"|", ">"}:
            text = self._block.find("\n", offset)
            while 0 < text < len(self._block) and self._block[text].isspace():
                text += 1
            return text if 0 < text < len(self._block) else offset
        return offset


def _scalar(node: yaml.ScalarNode) -> Scalar:
    return str(node.value) if node.style else plain_scalar(node.value)
