"""Places in a Markdown post: the two ends of its body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from licencecheck.documents.markdown import MarkdownDocument
from licencecheck.fixing.edits import Edit
from licencecheck.fixing.obstacles import Obstacle
from licencecheck.fixing.source import line_end_at

_BLANK_LINES = re.compile(r"(?:[ \t]*(?:\r\n?|\n))*")
_LINE = re.compile(r"[^\r\n]*")


class MarkdownPlaces:
    """Where in a post a line can be written, so that it is a paragraph of its own."""

    def __init__(self, document: MarkdownDocument, attribution: Iterable[int]) -> None:
        """Look at a post in whose lines about its origin stand the offsets `attribution`."""
        self._text = document.source
        self._document = document
        self._attribution = tuple(attribution)
        self._body = _behind(_BLANK_LINES, self._text, document.body)

    def at_byline(self, line: str) -> Edit:
        """Write a line above the text and what is said of its origin there, below its title.

        Raises:
            Obstacle: the post has no text.
        """
        return self._before(self._behind_title(attribution=()), line)

    def before_article(self, line: str) -> Edit:
        """Write a line above the text, below its title and what is said of its origin there.

        Raises:
            Obstacle: the post has no text.
        """
        return self._before(self._behind_title(attribution=self._attribution), line)

    def _before(self, start: int, line: str) -> Edit:
        if not self._text[start:].strip():
            return self.after_article(line)
        return Edit(start, start, line + 2 * line_end_at(self._text, start))

    def after_article(self, line: str) -> Edit:
        """Write a line below the text.

        Raises:
            Obstacle: the post has no text.
        """
        if not self._text[self._body :].strip():
            raise Obstacle("the page has no text")
        end = _behind(_LINE, self._text, len(self._text.rstrip()))
        return Edit(end, end, 2 * line_end_at(self._text, end) + line)

    def _behind_title(self, attribution: Sequence[int]) -> int:
        """Where the blocks behind the title begin, and behind the paragraphs that hold an offset of `attribution`."""
        lines = self._document.post_lines()
        first_line, _ = lines.place(self._document.body)
        start = self._body
        for token in self._document.tokens:
            if token.level or token.map is None:
                continue
            begin, behind = first_line + token.map[0], first_line + token.map[1]
            end = lines.start(behind)
            says_origin = any(lines.start(begin) <= offset < end for offset in attribution)
            is_title = token.type == "heading_open" and token.tag == "h1"
            if not is_title and not (token.type == "paragraph_open" and says_origin):
                break
            start = _behind(_BLANK_LINES, self._text, end)
        return start


def _behind(pattern: re.Pattern[str], text: str, offset: int) -> int:
    match = pattern.match(text, offset)
    return match.end() if match else offset
