"""The Markdown that blogs are written in: CommonMark with tables, strikethrough, bare URLs and template tags."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkDestination, parseLinkLabel, parseLinkTitle
from markdown_it.rules_block import StateBlock, lheading, reference
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import (
    StateInline,
    autolink,
    backtick,
    emphasis,
    entity,
    escape,
    html_inline,
    image,
    link,
    newline,
    strikethrough,
)

from licencecheck.documents.markdown.nested_html import nested_html
from licencecheck.documents.markdown.shortcuts import SIGNS, InlineRule, by_sign, inline, prose
from licencecheck.documents.unreadable import UnreadableError

DEEPEST = 30
"""Levels of blocks in blocks; markdown-it drops what is deeper."""
_MOST_SIGNS = 10_000
_MOST_SIGNS_IN_ALL = 200_000
"""Markup characters in one paragraph and in a post: each can cost some microseconds for each level."""

_OUTPUT = r"\{\{(?![<%])[^{}]{0,500}\}\}"
_ACTION = "|".join(
    rf"{opening}(?:(?!{opening}).){{0,1000}}?{closing}"
    for opening, closing in [(r"\{\{<", r">\}\}"), (r"\{\{%", r"%\}\}"), (r"\{%", r"%\}"), (r"\{/\*", r"\*/\}")]
)
_ACTION += r"|\{[:#.][^{}\n]{0,200}\}"
_TEMPLATE = re.compile(rf"(?P<output>{_OUTPUT})|{_ACTION}", re.DOTALL)
_ACTION_LINES = re.compile(rf"(?:(?:{_ACTION})[ \t]*)+(?:\n|\Z)", re.DOTALL)
_MODULE_LINE = re.compile(r"(?:import\s.{0,200}?\sfrom\s*|import\s*)[\"']|export\s+(?:default|const|let|function)\s")
_DIRECTIVE = re.compile(r":{3,}[ \t]*[\w-]*[ \t]*(?:\{[^}\n]*\})?[ \t]*\n?")
_LONGEST_TAG = 1_200
_URL = re.compile(r"//[^\s<>\"`|\\\u3000-\u303f\uff00-\uffef]+")
_DESTINATION = re.compile(r"[^\x00-\x20\x7f<>()\\&{]+(?=[)\x00-\x20]|\Z)")
"""A link destination without anything to unescape or to count."""
_NO_END_OF_URL = "?!.,:;*_~'\"]}\u2019\u201d"


@cache
def dialect() -> MarkdownIt:
    """Give the parser; it holds no state between posts."""
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": DEEPEST}).enable(["table", "strikethrough"])
    parser.disable("text_join")
    parser.core.ruler.before("inline", "measure", _measure)
    parser.block.ruler.at("reference", _reference)
    parser.block.ruler.at("lheading", _underlined_heading)
    parser.block.ruler.before(
        "table", "machinery", _machinery, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )
    parser.block.ruler.before("table", "prose", prose)
    parser.block.ruler.before("code", "nested_html", nested_html)
    parser.core.ruler.at("inline", inline)
    parser.inline.ruler.enableOnly([])
    parser.inline.ruler.push("by_sign", by_sign(_inline_rules()))
    parser.inline.terminator_re = SIGNS
    parser.normalizeLink = parser.normalizeLinkText = _as_written  # type: ignore[method-assign, assignment]
    parser.validateLink = _always  # type: ignore[method-assign, assignment]
    parser.helpers = _Helpers  # type: ignore[assignment]
    return parser


def _inline_rules() -> dict[str, tuple[InlineRule, ...]]:
    """Give the rules for what stands within a block, by the sign that each begins with."""
    return {
        "\n": (newline,),
        "{": (_template,),
        ":": (_bare_url,),
        "\\": (escape,),
        "`": (backtick,),
        "~": (strikethrough.tokenize,),
        "*": (emphasis.tokenize,),
        "_": (emphasis.tokenize,),
        "[": (_with_end(link),),
        "!": (_with_end(image),),
        "<": (autolink, html_inline),
        "&": (entity,),
    }


def _as_written(url: str) -> str:
    return url


def _always(_url: str) -> bool:
    return True


def _measure(state: StateCore) -> None:
    """Refuse what is all markup, before it costs minutes."""
    total = 0
    for token in state.tokens:
        if token.nesting > 0 and token.level + 1 >= DEEPEST:
            raise UnreadableError(f"The post could not be read in full: it is nested deeper than {DEEPEST} levels")
        if token.type == "inline" and len(state.src) > _MOST_SIGNS:
            signs = len(SIGNS.findall(token.content))
            total += signs
            if signs > _MOST_SIGNS or total > _MOST_SIGNS_IN_ALL:
                raise UnreadableError("The post holds more markup characters than any post needs")


def _reference(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read link definitions, but leave footnotes, `[^1]: text`, as text."""
    at = state.bMarks[start] + state.tShift[start]
    return not state.src.startswith("[^", at) and reference(state, start, end, silent)


def _underlined_heading(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a heading underlined with = or -, where a line begins with these: the rule looks for it at length."""
    for line in range(start + 1, end):
        if state.isEmpty(line):
            return False
        if state.src[state.bMarks[line] + state.tShift[line]] in "=-":
            return lheading(state, start, end, silent)
    return False


def _machinery(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Skip lines that no reader sees: template tags, MDX modules, the fences of directives."""
    at = state.bMarks[start] + state.tShift[start]
    first = state.src[at : at + 1]
    if first == "{":
        lines = _tag_lines(state, start, end, at)
    elif first == ":":
        lines = int(_DIRECTIVE.fullmatch(state.src, at, state.eMarks[start]) is not None)
    elif first in {"i", "e"} and not silent and _MODULE_LINE.match(state.src, at, state.eMarks[start]):
        lines = next((n for n in range(1, end - start) if state.isEmpty(start + n)), end - start)
    else:
        return False
    if not lines or state.is_code_block(start):
        return False
    if not silent:
        state.line = start + lines
    return True


def _tag_lines(state: StateBlock, start: int, end: int, at: int) -> int:
    """Count the lines, from the first one, that hold template tags and nothing else."""
    match = _ACTION_LINES.match(state.src, at, at + _LONGEST_TAG)
    if match is None or "\n\n" in match[0]:
        return 0
    return min(match[0].rstrip("\n").count("\n") + 1, end - start)


def _with_end(rule: InlineRule) -> InlineRule:
    """Make a rule note where in the text of its block a link or image ends."""

    def noting(state: StateInline, silent: bool) -> bool:
        found = rule(state, silent)
        if found and not silent:
            state.tokens[-1].meta = {"end": state.pos}
        return found

    return noting


def _template(state: StateInline, silent: bool) -> bool:
    """Read a Liquid, Go or Jinja tag: what would print something stays as text, all else vanishes."""
    match = _TEMPLATE.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "{" else None
    if match is None:
        return False
    if not silent:
        token = state.push("template", "", 0)
        token.markup = match[0]
        token.content = match["output"] or ""
    state.pos = match.end()
    return True


def _bare_url(state: StateInline, silent: bool) -> bool:
    """Make `https://...` in text a link, as GFM does; but not in a Markdown link that is broken."""
    at = state.pos
    if silent or state.linkLevel or state.src[at] != ":":
        return False
    match = _URL.match(state.src, at + 1, state.posMax)
    scheme = next((name for name in ("https", "http") if state.pending.lower().endswith(name)), None)
    if match is None or scheme is None:
        return False
    before = state.pending[: -len(scheme)]
    if before[-1:].isalnum() or before.endswith("]("):
        return False
    rest = _without_punctuation(match[0])
    if len(rest) <= len("//"):
        return False
    url = f"{state.pending[-len(scheme) :]}:{rest}"
    state.pending = before
    opening = state.push("link_open", "a", 1)
    opening.attrs = {"href": url}
    opening.markup = "linkify"
    state.push("text", "", 0).content = url
    state.push("link_close", "a", -1).markup = "linkify"
    state.pos = at + 1 + len(rest)
    return True


def _without_punctuation(url: str) -> str:
    """Take off what ends the sentence rather than the URL, and brackets that the URL does not open."""
    end = len(url)
    surplus = url.count(")") - url.count("(")
    while end and (url[end - 1] in _NO_END_OF_URL or (url[end - 1] == ")" and surplus > 0)):
        end -= 1
        surplus -= url[end] == ")"
    return url[:end]


class _Destination(NamedTuple):
    """What the rules of the parser ask of a destination."""

    ok: bool
    pos: int
    str: str


def destination(text: str, start: int, end: int) -> Any:
    """Read a link destination in which template tags may hold spaces and brackets."""
    if simple := _DESTINATION.match(text, start, end):
        return _Destination(True, simple.end(), simple[0])
    if text.find("{", start, end) < 0:
        return parseLinkDestination(text, start, end)
    plain = text[:start] + _TEMPLATE.sub(lambda tag: "x" * len(tag[0]), text[start:end])
    result = parseLinkDestination(plain, start, end)
    if result.ok and result.str == plain[start : result.pos]:
        result.str = text[start : result.pos]
    return result


class _Helpers:
    """What the rules of the parser call by these names."""

    parseLinkDestination = staticmethod(destination)  # noqa: N815
    parseLinkLabel = staticmethod(parseLinkLabel)  # noqa: N815
    parseLinkTitle = staticmethod(parseLinkTitle)  # noqa: N815
