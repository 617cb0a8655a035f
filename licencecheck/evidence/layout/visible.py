"""What of a page readers see: elements that show their text, and those that show none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from licencecheck.documents.document import Part

_INLINE = frozenset(
    ["a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
     "ins", "kbd", "label", "mark", "nobr", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike",
     "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"]
)  # fmt: skip
_SILENT = frozenset(
    ["audio", "button", "canvas", "datalist", "embed", "iframe", "map", "math", "noembed", "noframes", "noscript",
     "object", "option", "script", "select", "style", "svg", "template", "textarea", "title", "video"]
)  # fmt: skip
KINDS = {**dict.fromkeys(_INLINE, "inline"), **dict.fromkeys(_SILENT, "silent"), "a": "a", "img": "img", "br": "br"}
"""What the walk does at an element; all others are blocks."""
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def texts_from(element: etree._Element, part: Part) -> Iterator[tuple[etree._Element, Part, str]]:
    """The visible text nodes of the page from that one on."""
    node: etree._Element | None = element
    while node is not None:
        raw = node.text if part == "text" else node.tail
        if raw:
            yield node, part, raw
        following = next(node.iterchildren(), None) if part == "text" else node.getnext()
        if following is not None:
            node, part = following, "tail" if _is_left_out(following) else "text"
        else:
            node, part = node if part == "text" else node.getparent(), "tail"


def _is_left_out(element: etree._Element) -> bool:
    """Whether a node holds nothing to see: a comment, a script, what is hidden."""
    if not isinstance(element.tag, str) or KINDS.get(element.tag) == "silent" or element.get("hidden") is not None:
        return True
    style = element.get("style")
    return style is not None and HIDDEN_STYLE.search(style) is not None
