"""Rules that read most of a post at a glance, and find what the parser's own rules would find at length."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, text
from markdown_it.token import Token

InlineRule = Callable[[StateInline, bool], bool]
SIGNS = re.compile(r"[\[\]!*_~`<&\\{:\n]")
"""What a rule within a block begins with, and the end of a link's words."""
_PAIRED = re.compile(r"[*_~]")
"""Marks of emphasis and strikethrough."""
_STARTS = frozenset("`~>#<|:=+-*_{0123456789")
"""What a line may begin with that ends a paragraph or makes another thing of it."""
_END = re.compile(r"[*+-] +[^ \t\n]|#{1,6} |>")
"""An item of a list, a heading or a quotation, which end every paragraph."""


def prose(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    """Read a paragraph, as most are, in which no line begins like anything else: no other rule need look at it."""
    if silent or state.is_code_block(start):
        return False
    source, marks, shifts, indents = state.src, state.bMarks, state.tShift, state.sCount
    first = source[marks[start] + shifts[start]]
    if first in _STARTS or first == "[":
        return False
    behind = start + 1
    while behind < state.lineMax and not state.isEmpty(behind):
        # what is indented deep, or follows a quotation without its sign, goes on with the paragraph
        if 0 <= indents[behind] <= state.blkIndent + 3 and source[at := marks[behind] + shifts[behind]] in _STARTS:
            if _END.match(source, at) and indents[behind] < state.listIndent + 4:
                break
            return False
        behind += 1
    state.line = behind
    state.push("paragraph_open", "p", 1).map = [start, behind]
    words = state.push("inline", "", 0)
    words.content = state.getLines(start, behind, state.blkIndent, False).strip()
    words.map = [start, behind]
    state.push("paragraph_close", "p", -1)
    return True


def inline(state: StateCore) -> None:
    """Read what stands within the blocks; where no sign stands, it is text, and without marks nothing is paired."""
    parser = state.md.inline
    for token in state.tokens:
        if token.type != "inline":
            continue
        content = token.content
        if _PAIRED.search(content):
            token.children = parser.parse(content, state.md, state.env, [])
        elif SIGNS.search(content):
            parser.tokenize(reading := StateInline(content, state.md, state.env, []))
            token.children = reading.tokens
        else:
            token.children = [Token("text", "", 0, content=content)] if content else []


def by_sign(rules: Mapping[str, Sequence[InlineRule]]) -> InlineRule:
    """Make one rule of the `rules` by sign, that asks only those that begin with the sign at hand."""

    def signed(state: StateInline, silent: bool) -> bool:
        signing = rules.get(state.src[state.pos])
        if signing is None:
            return text(state, silent)
        for rule in signing:  # noqa: SIM110 - asked at every sign of a post: no generator for each
            if rule(state, silent):
                return True
        return False

    return signed
