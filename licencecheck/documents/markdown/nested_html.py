"""HTML that is indented within an element that an earlier block of HTML has opened.

CommonMark ends a block of HTML at an empty line and takes what is indented below it for code; kramdown, and whoever
writes a box into a post, means HTML as far as the box reaches.
"""

from __future__ import annotations

import re
from itertools import takewhile

from markdown_it.rules_block import StateBlock

_BOX = re.compile(
    r"<(?P<closes>/)?(?:article|aside|blockquote|center|details|div|figure|footer|header|main|ol|section|table|ul)\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"</?[a-z][\w-]*[\s/>]", re.IGNORECASE)


def nested_html(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read indented lines that begin with a tag as HTML up to an empty line, where a box is open around them."""
    at = state.bMarks[start] + state.tShift[start]
    if silent or not (state.is_code_block(start) and state.src.startswith("<", at) and _BEGINS.match(state.src, at)):
        return False
    opened = _open_boxes(state)
    if opened <= 0:
        return False
    after = next((line for line in range(start, end) if state.isEmpty(line)), end)
    token = state.push("html_block", "", 0)
    token.map = [start, after]
    token.content = state.getLines(start, after, state.blkIndent, True)
    token.meta = {"open": opened + _opened_in(token.content)}
    state.line = after
    return True


def _open_boxes(state: StateBlock) -> int:
    """How many boxes the blocks of HTML right above leave open; each block is counted once."""
    opened = 0
    for token in takewhile(lambda token: token.type == "html_block", reversed(state.tokens)):
        if "open" in token.meta:
            return opened + int(token.meta["open"])
        opened += _opened_in(token.content)
    return opened


def _opened_in(html: str) -> int:
    return sum(-1 if tag["closes"] else 1 for tag in _BOX.finditer(html))
