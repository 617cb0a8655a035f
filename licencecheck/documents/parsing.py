"""HTML source to an lxml tree: whole, or not at all."""

from __future__ import annotations

import re
from itertools import takewhile

from lxml import etree

from licencecheck.documents.markup import crowded_tag, without_page_ends
from licencecheck.documents.unreadable import UnreadableError

_END = "licencecheck: end of page"
_END_MARK = f"<!--{_END}-->".encode()
_EMPTY = b"<html><body></body></html>"
_TAG = re.compile(r"<[a-zA-Z]")
_DEEPEST = 2_000
"""libxml2 drops what is nested deeper than 2,048 levels."""
_PARTS = frozenset({"head", "body", "frameset"})
_MACHINERY = frozenset({"script", "style", "link", "noscript"})
"""What generators set behind the body, and no reader misses there."""
_TAIL = 4_096
_AFTER_PAGE = re.compile(r"</html[^>]*+>(?:\s++|<!--(?:[^-]++|-(?!->))*+-->)*+", re.IGNORECASE)


def parse(source: str, max_elements: int, utf8: bytes | None = None) -> tuple[etree._Element, str]:
    """Parse HTML to its root element and the source that was parsed, of the same length as `source`.

    `utf8` is `source` as bytes, where the caller has it. Raises UnreadableError for a page with more than
    `max_elements` start tags and for one that the parser cannot read to its end.
    """
    _refuse_crowd(source, max_elements)
    tree, complete = _attempt(utf8 or source.encode())
    if tree is None or not complete or _goes_on_after_end(tree, source):
        source = without_page_ends(source)
        tree, complete = _attempt(source.encode())
    if tree is None or not complete or source.endswith("<"):
        raise UnreadableError(_why_incomplete(tree))
    return tree, source


def _refuse_crowd(source: str, max_elements: int) -> None:
    longest = max_elements * len("<p>")
    if len(source) > longest and sum(1 for _ in _TAG.finditer(source)) > max_elements:
        raise UnreadableError(f"The page has more than {max_elements:,} elements; give --max-elements to read it")
    if crowded_tag(source):
        raise UnreadableError("A tag of the page has more attributes than any page needs")


def parse_again(source: str) -> etree._Element | None:
    """Parse what `parse` has returned, or the like of it; None where that cannot be read in full."""
    tree, complete = _attempt(source.encode())
    return tree if complete else None


def _attempt(utf8: bytes) -> tuple[etree._Element | None, bool]:
    """Parse, and say whether the parser reached the end.

    A comment is set behind the page. Where the parser gives up (too deep), and where the page ends inside a tag,
    comment or script, it does not come out as a comment of the tree. The parser's own log holds only the first
    hundred errors, so it cannot tell.
    """
    tree = _fromstring(utf8 + _END_MARK)
    if tree is None:
        tree = _fromstring(utf8 + _EMPTY + _END_MARK)
    if tree is None:
        return None, False
    mark = _last(tree)
    if isinstance(mark.tag, str) or mark.text != _END:
        return tree, False
    etree.Element("removed").append(mark)
    return tree, True


def _fromstring(utf8: bytes) -> etree._Element | None:
    """Parse; None for a page that holds comments only."""
    root: etree._Element | None = etree.fromstring(
        utf8, etree.HTMLParser(encoding="utf-8", huge_tree=True, collect_ids=False)
    )
    return root


def _last(tree: etree._Element) -> etree._Element:
    """Give the last node of the page; behind the root stand comments, or what came after `</html>`."""
    node = tree
    while (following := node.getnext()) is not None:
        node = following
    while len(node):
        node = node[-1]
    return node


def _goes_on_after_end(tree: etree._Element, source: str) -> bool:
    """Whether content follows `</html>` or `</body>`, where libxml2 loses it or sets it beside the body."""
    behind_body = takewhile(lambda node: node.tag not in _PARTS, tree.iterchildren("*", reversed=True))
    if any(node.tag not in _MACHINERY or (node.tail or "").strip() for node in behind_body):
        return True
    if any(isinstance(node.tag, str) for node in tree.itersiblings()):
        return True
    end = max(source.rfind("</html"), source.rfind("</HTML", len(source) - _TAIL))
    return end >= 0 and not _AFTER_PAGE.fullmatch(source, end)


def _why_incomplete(tree: etree._Element | None) -> str:
    depth, node = 0, None if tree is None else _last(tree)
    while node is not None:
        depth, node = depth + 1, node.getparent()
    if depth > _DEEPEST:
        return f"The page could not be read in full: its elements are nested deeper than {_DEEPEST:,} levels"
    return "The page could not be read in full: it is cut off inside a tag, comment or script"
