"""Element paths, `/html/body/article/p[3]`: XPath by names and numbers."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from lxml import etree

_PLAIN_NAME = re.compile(r"[A-Za-z_][\w.-]*")


class ElementPaths:
    """Paths of the nodes of one tree; lxml's own `getpath` counts all siblings anew for each."""

    def __init__(self) -> None:
        """Begin with no path known."""
        self._steps: dict[etree._Element, str] = {}
        self._paths: dict[etree._Element, str] = {}

    def path(self, node: etree._Element) -> str:
        """Give the path from the root; a node that is alone of its name among its siblings has no number."""
        if node in self._paths:
            return self._paths[node]
        unknown: list[etree._Element] = []
        at: etree._Element | None = node
        while at is not None and at not in self._paths:
            unknown.append(at)
            at = at.getparent()
        path = "" if at is None else self._paths[at]
        for step in reversed(unknown):
            if step not in self._steps:
                parent = step.getparent()
                self._learn([step] if parent is None else list(parent))
            self._paths[step] = path = f"{path}/{self._steps[step]}"
        return path

    def _learn(self, siblings: list[etree._Element]) -> None:
        names = [_name(node) for node in siblings]
        if len(set(names)) == len(names):
            self._steps.update(zip(siblings, names, strict=True))
            return
        total = Counter(names)
        seen: Counter[str] = Counter()
        for node, name in zip(siblings, names, strict=True):
            seen[name] += 1
            self._steps[node] = name if total[name] == 1 else f"{name}[{seen[name]}]"


def _name(node: etree._Element) -> str:
    tag = node.tag
    if not isinstance(tag, str):
        return "comment()" if tag is etree.Comment else "processing-instruction()"
    return _name_of(tag)


@lru_cache(maxsize=256)
def _name_of(tag: str) -> str:
    return tag if _PLAIN_NAME.fullmatch(tag) else f"*[name()='{tag}']"
