"""Where in the HTML source the elements, attributes and texts of a tree stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from lxml import etree

from licencecheck.documents.document import Part
from licencecheck.documents.gaps import Gap
from licencecheck.documents.markup import (
    COMMENT,
    VOID,
    Head,
    attribute_value,
    end_tags,
    head_name,
    head_names,
    heads,
    markup_at,
)
from licencecheck.documents.parsing import parse_again

_IMPLIED = frozenset({"html", "head", "body", "p"})
_EMPTY_COMMENTS = ("<!-->", "<!--->", "<!---->", "<!----!>")


class Positions:
    """The places of one tree in its source, as 0-based offsets; what cannot be told is None.

    The parser tells no offsets. Where the tags of the source are those of the tree, one by one, nothing more is
    needed. Else each tag gets a numbered attribute, and the parser reads the source once more: since an attribute
    changes nothing in the shape of a tree, the n-th node of the second tree bears the number of the tag that the n-th
    node of the first came from, and elements that the parser added bear none.
    """

    def __init__(self, source: str, tree: etree._Element) -> None:
        """Align the nodes of `tree` with the tags of `source`, from which it was parsed."""
        self._source = source
        self._heads = heads(source)
        self._nodes = _nodes(tree)
        self._index = {node: at for at, node in enumerate(self._nodes)}
        self._written: Sequence[int] = ()
        """Indices of the nodes that are in the source, ascending."""
        self._numbers: Sequence[int] = ()
        """Of each of them the number of its tag."""
        self._align()
        self._gaps: dict[int, Gap] = {}

    def start(self, node: etree._Element) -> int | None:
        """Give the offset of a tag or comment; of an element that is not in the source, that of its first content."""
        at = self._index.get(node)
        if at is None:
            return None
        if head := self._head(at):
            return head[0]
        if node.tag not in _IMPLIED or node.attrib:
            return None
        end = self._end(node)
        following = bisect_right(self._written, at)
        first = self._written[following] if following < len(self._written) else end
        for added in self._nodes[at : min(first, end)]:
            if added.text:
                return self.text(added, "text")
        return self._heads[self._numbers[following]][0] if first < end else None

    def inside(self, node: etree._Element) -> int | None:
        """Give the offset just behind a start tag."""
        head = self._head(self._index.get(node))
        return None if head is None else markup_at(self._source, head).end

    def end(self, node: etree._Element) -> int | None:
        """Give the offset just behind an end tag or comment; of an element without end tag, where its content ends."""
        head = self._head(self._index.get(node))
        if head is None:
            return None
        last = bisect_left(self._written, self._end(node)) - 1
        deepest = self._nodes[self._written[last]]
        tag = markup_at(self._source, self._heads[self._numbers[last]])
        if deepest is node and (node.tag in VOID or not isinstance(node.tag, str)):
            return tag.close
        following = last + 1 < len(self._written)
        stop = self._heads[self._numbers[last + 1]][0] if following else len(self._source)
        path = [deepest, *deepest.iterancestors()]
        open_tags = [step.tag for step in reversed(path) if isinstance(step.tag, str) and step.tag not in VOID]
        counts = Counter(open_tags)
        outside = sum(1 for _ in node.iterancestors())
        for end_tag in end_tags(self._source, tag.close, stop):
            if not counts[end_tag.name]:
                continue
            while (closed := open_tags.pop()) != end_tag.name:
                counts[closed] -= 1
            counts[closed] -= 1
            if len(open_tags) == outside:
                return end_tag.end
            if len(open_tags) < outside:
                stop = end_tag.start
                break
        return tag.close + len(self._source[tag.close : stop].rstrip())

    def attribute(self, node: etree._Element, name: str) -> int | None:
        """Give the offset of the first character of an attribute's value."""
        head = self._head(self._index.get(node))
        return None if head is None else attribute_value(self._source, markup_at(self._source, head), name)

    def text(self, node: etree._Element, part: Part, index: int = 0) -> int | None:
        """Give the offset of character `index` of a node's text or tail."""
        at = self._index.get(node)
        if at is None:
            return None
        if part == "text" and not isinstance(node.tag, str):
            return self._in_comment(at, index)
        return self._gap_of(at, part).offset(at, part, index)

    def interruptions(self, node: etree._Element, part: Part) -> list[int]:
        """Give the indices in a node's text or tail where its source is interrupted by markup or a reference."""
        at = self._index.get(node)
        return [] if at is None else self._gap_of(at, part).interruptions(at, part)

    def _head(self, at: int | None) -> Head | None:
        """Give the head of the tag from which the node at an index came."""
        number = bisect_left(self._written, at) if at is not None else len(self._written)
        found = number < len(self._written) and self._written[number] == at
        return self._heads[self._numbers[number]] if found else None

    def _in_comment(self, at: int, index: int) -> int | None:
        head = self._head(at)
        if head is None:
            return None
        text = self._nodes[at].text or ""
        return head[1] + index if self._source.startswith(text[: index + 1], head[1]) and index < len(text) else None

    def _align(self) -> None:
        """Find out which nodes came from which tags."""
        kinds = [node.tag if isinstance(node.tag, str) else COMMENT for node in self._nodes]
        if kinds == head_names(self._source, self._heads):
            self._written = self._numbers = range(len(kinds))
            return
        import hashlib

        label = "l" + hashlib.blake2b(self._source.encode(), digest_size=8).hexdigest()
        labelled = parse_again(_label(self._source, self._heads, label))
        twins = _nodes(labelled) if labelled is not None else []
        if kinds != [twin.tag if isinstance(twin.tag, str) else COMMENT for twin in twins]:
            return
        written: list[int] = []
        numbers: list[int] = []
        following = len(self._heads)
        for at in reversed(range(len(twins))):
            number = _number(twins[at], label)
            # A second <html> or <body> gives its attributes to the first one, so its number can stand too early.
            if number is not None and number < following:
                following = number
                written.append(at)
                numbers.append(number)
        self._written, self._numbers = written[::-1], numbers[::-1]

    def _end(self, node: etree._Element) -> int:
        """Give the index just after the last node inside `node`."""
        up: etree._Element | None = node
        while up is not None:
            following = up.getnext()
            if following is not None:
                return self._index[following]
            up = up.getparent()
        return len(self._nodes)

    def _gap_of(self, at: int, part: Part) -> Gap:
        """Give the source in which the text or tail of the node at an index stands."""
        last = at if part == "text" else self._end(self._nodes[at]) - 1
        return self._gap(bisect_right(self._written, last) - 1)

    def _gap(self, number: int) -> Gap:
        """Give the source between the tags of two successive nodes that are in the source."""
        if number not in self._gaps:
            first, last, end = 0, len(self._nodes), len(self._source)
            tag = None
            if number >= 0:
                first = self._written[number]
                tag = markup_at(self._source, self._heads[self._numbers[number]])
            if number + 1 < len(self._written):
                last = self._written[number + 1]
                end = self._heads[self._numbers[number + 1]][0]
            self._gaps[number] = Gap(self._source, tag, end, self._texts(first, last))
        return self._gaps[number]

    def _texts(self, first: int, last: int) -> Iterator[tuple[int, Part, str]]:
        """Give the texts of the tree from one node up to another, in the order of the source."""
        for at in range(first, last):
            node: etree._Element | None = self._nodes[at]
            following = self._nodes[at + 1].getparent() if at + 1 < len(self._nodes) else None
            if node is not None and isinstance(node.tag, str) and node.text:
                yield at, "text", node.text
            while node is not None and node is not following:
                if node.tail:
                    yield self._index[node], "tail", node.tail
                node = node.getparent()


def _nodes(tree: etree._Element) -> list[etree._Element]:
    """Give the elements and comments of a page in document order, with the comments around its root."""
    before = list(tree.itersiblings(preceding=True))
    return [*reversed(before), *tree.iter(), *tree.itersiblings()]


def _label(source: str, found: Sequence[Head], label: str) -> str:
    """Write the number of each tag into it, and of each comment that is not empty."""
    pieces: list[str] = []
    at = 0
    for number, head in enumerate(found):
        if head_name(source, head) != COMMENT or not source.startswith(_EMPTY_COMMENTS, head[0]):
            pieces += source[at : head[1]], f" {label}={number} "
            at = head[1]
    return "".join([*pieces, source[at:]])


def _number(node: etree._Element, label: str) -> int | None:
    if isinstance(node.tag, str):
        number = node.get(label, "")
    else:
        name, _, rest = (node.text or "").strip().partition("=")
        number = rest.partition(" ")[0] if name == label else ""
    return int(number) if number.isdecimal() else None
