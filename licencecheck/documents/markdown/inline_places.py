"""Where in the text of one Markdown block its inline tokens stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from markdown_it.helpers import parseLinkTitle
from markdown_it.token import Token

from licencecheck.documents.markdown.dialect import destination

_BREAK = re.compile(r"[ \t]*+\\?\n[ \t]*+")
_SPACE = re.compile(r"[ \t\n]*+")
_LITERAL = frozenset({"text", "html_inline", "template"})
_MARKS = {"link_open": "[", "link_close": "]", "image": "!["}
_AUTOLINK_MARKS = {"link_open": "<", "link_close": ">"}


class Label(NamedTuple):
    """The square brackets of a link or picture: offsets of their text and its end, and of the end of the link."""

    start: int
    end: int
    link_end: int


class InlinePlaces:
    """Offsets of the inline tokens in the text of their block; what cannot be told is None.

    The parser notes only where links end. But each token says what it was read from, so going along the text token by
    token finds them all; where text and token disagree the way is lost up to the end of the next link.
    """

    def __init__(self, content: str, tokens: Sequence[Token]) -> None:
        """Go along `content` with its `tokens`."""
        self._content = content
        self._tokens = tokens
        self._labels: dict[int, Label] = {}
        self.starts: list[int | None] = []
        """Of each token: where it is written, markup included."""
        self._walk()

    def text(self, number: int, index: int) -> int | None:
        """Give the offset of character `index` of what a token says."""
        start, token = self.starts[number], self._tokens[number]
        if start is None or token.type in _LITERAL:
            return None if start is None else start + index
        if token.type != "code_inline":
            return start
        inside = start + len(token.markup)
        padding = not self._content.replace("\n", " ").startswith(token.content + token.markup, inside)
        return inside + padding + index

    def destination(self, number: int) -> int | None:
        """Give the offset of the URL of a link or picture; None where a definition elsewhere holds it."""
        token, start = self._tokens[number], self.starts[number]
        if token.markup in {"autolink", "linkify"}:
            return None if start is None else start + len(_written(token))
        at = self._inside_parentheses(number)
        return at + self._content.startswith("<", at) if at is not None else None

    def title(self, number: int) -> int | None:
        """Give the offset of the title of a link or picture."""
        at = self._inside_parentheses(number)
        if at is None:
            return None
        end = self._labels[number].link_end
        url = destination(self._content, at, end)
        at = self._after_space(url.pos if url.ok else at)
        return at + 1 if parseLinkTitle(self._content, at, end).ok else None

    def description(self, number: int) -> int | None:
        """Give the offset of the text between the brackets of a link or picture."""
        label = self._labels.get(number)
        return label.start if label else None

    def definition(self, number: int) -> str | None:
        """Give the label by which a link or picture names the definition of its URL, as written."""
        label = self._labels.get(number)
        if label is None or self._content.startswith("(", label.end + 1):
            return None
        return self._content[label.end + 2 : label.link_end - 1] or self._content[label.start : label.end]

    def _inside_parentheses(self, number: int) -> int | None:
        """Give the offset of the URL of a link or picture that has one there, with its `<` if any."""
        label = self._labels.get(number)
        if label is None or not self._content.startswith("(", label.end + 1):
            return None
        at = self._after_space(label.end + 2)
        url = destination(self._content, at, label.link_end)
        attributes = self._tokens[number].attrs
        return at if (url.str if url.ok else "") == attributes.get("href", attributes.get("src")) else None

    def _after_space(self, at: int) -> int:
        space = _SPACE.match(self._content, at)
        return space.end() if space else at

    def _walk(self) -> None:
        at: int | None = 0
        open_links: list[int] = []
        for number, token in enumerate(self._tokens):
            found = at is not None and self._content.startswith(_written(token), at)
            self.starts.append(at if found else None)
            if token.type == "link_open":
                open_links.append(number)
            opening = open_links.pop() if token.type == "link_close" else number
            at = self._behind(token, opening, at if found else None)

    def _behind(self, token: Token, opening: int, start: int | None) -> int | None:
        """Give the offset behind a token; the end of a link is known even where the way to it was lost."""
        if "end" in token.meta:
            begin = self.starts[opening]
            if start is not None and begin is not None:
                inside = begin + len(_written(self._tokens[opening]))
                end = start if token.type == "link_close" else inside + len(token.content)
                self._labels[opening] = Label(inside, end, token.meta["end"])
            return int(token.meta["end"])
        if start is None:
            return None
        if token.type in {"softbreak", "hardbreak"}:
            found = _BREAK.match(self._content, start)
            return found.end() if found else None
        if token.type == "code_inline":
            return self._end_of_code(start, token.markup)
        return start + len(_written(token))

    def _end_of_code(self, start: int, fence: str) -> int | None:
        closing = re.compile(rf"(?<!`){fence}(?!`)").search(self._content, start + len(fence))
        return closing.end() if closing else None


def _written(token: Token) -> str:
    """Give the text with which a token begins in the source."""
    if token.type in _LITERAL:
        return token.markup or token.content
    if token.markup == "linkify":
        return ""
    if token.type in _MARKS:
        return (_AUTOLINK_MARKS if token.markup == "autolink" else _MARKS)[token.type]
    return "" if token.type in {"softbreak", "hardbreak"} else token.markup
