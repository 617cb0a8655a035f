"""Tags and comments in HTML source, found in linear time by the tokeniser rules of the HTML standard (13.2.5)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from licencecheck.text import compiled

_SPACE = r"[\t\n\f\r ]"
_NAME = r"[a-zA-Z][^\t\n\f\r />]*+"
_VALUE = r"""(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\t\n\f\r >"'][^\t\n\f\r >]*+)"""
_ATTRIBUTE = r"[\t\n\f\r /]*+({key}[^\t\n\f\r />][^\t\n\f\r />=]*+)(?:{space}*+={space}*+({value}{quoted})?+)?+"
_PLAIN_ATTRIBUTE = _ATTRIBUTE.format(key="?:", value="?:", space=_SPACE, quoted=_VALUE)
_TAG_END = rf"(?:{_PLAIN_ATTRIBUTE})*+[\t\n\f\r /]*+(?:>|\Z)"
_COMMENT_END = r"(?:-?>|[^-]*+(?:-(?!-!?>)[^-]*+)*+(?:--!?>|\Z))"
_RAW = "script|style|xmp|iframe|noembed|noframes|title|textarea"

_MARKUP = re.compile(
    rf"(?P<head><(?:(?P<comment>!--)|(?P<raw>(?i:{_RAW}))(?=[\t\n\f\r />])|{_NAME}))"
    rf"(?(comment){_COMMENT_END}|(?:{_PLAIN_ATTRIBUTE})*+(?:(?P<closed>[\t\n\f\r /]*/>)|[\t\n\f\r /]*+(?:>|\Z))"
    rf"(?(raw)(?(closed)|(?P<text>[^<]*+(?:<(?!/(?i:(?P=raw))[\t\n\f\r />])[^<]*+)*+))|))"
)
_ATTRIBUTES = re.compile(_ATTRIBUTE.format(key="?P<key>", value="?P<value>", space=_SPACE, quoted=_VALUE))

_PROBE = 131_072
_MOST_ATTRIBUTES = 10_000
_REST = rf"(?:{_PLAIN_ATTRIBUTE})*+[\t\n\f\r /]*+"
_INSIDE_TAG = [
    f"(?:{state})?{_REST}"
    for state in (_SPACE, rf"{_SPACE}*+={_SPACE}*+{_VALUE}", rf"{_SPACE}*+{_VALUE}", r"[^\t\n\f\r >]*+")
]
_INSIDE_VALUE = {quote: f"[^{quote}]*+{quote}?{_REST}" for quote in "\"'"}
"""What the rest of a tag looks like from every state that a tokeniser can be in inside it."""
_BEGINNING = re.compile("<[a-zA-Z]")
_NEAR = 8 * _PROBE
"""How far before a probe a quote is looked for."""
_MOST_SPACES = 100

_NO_TEXT = rf"<!--{_COMMENT_END}|</?{_NAME}{_TAG_END}|<[!?/][^>]*+(?:>|\Z)"
_REFERENCE = r"&(?:#[0-9]++;?|#[xX][0-9a-fA-F]++;?|[a-zA-Z][a-zA-Z0-9]*+;?)"
_LINE_END = r"\r\n?"
_INTERRUPTION = re.compile(rf"{_NO_TEXT}|{_REFERENCE}|{_LINE_END}")
_INTERRUPTION_WITHIN = {
    **dict.fromkeys(_RAW.split("|"), re.compile(_LINE_END)),
    **dict.fromkeys(["title", "textarea"], re.compile(rf"{_REFERENCE}|{_LINE_END}")),
}
_MARKUP_OR_PAGE_END = rf"{_MARKUP.pattern}|(?P<page_end>(?i:</(?:html|body)(?=[\t\n\f\r />])){_TAG_END})"

_END_TAG = rf"<!--{_COMMENT_END}|</(?P<name>{_NAME}){_TAG_END}"
VOID = frozenset("area base br col embed frame hr img input link meta param source track wbr".split())  # noqa: SIM905
"""Elements that have no content and no end tag."""
COMMENT = "!--"
"""What stands for the name in the head of a comment."""


Head = tuple[int, int]
"""The beginning of a start tag or comment, `<name` or `<!--`: the offsets of its first character and behind it."""


class Markup(NamedTuple):
    """A start tag or comment; all numbers are offsets in the source."""

    head: Head
    name: str
    """Lower case, or COMMENT."""
    end: int
    """Just after the `>`."""
    close: int
    """Where the text ends in which no tags are read (`script`, `title`, ...); elsewhere `end`."""


class EndTag(NamedTuple):
    """An end tag; the numbers are offsets in the source."""

    name: str
    """Lower case."""
    start: int
    end: int


def heads(source: str) -> list[Head]:
    """Give the heads of the start tags and comments of `source` in order."""
    return [match.span("head") for match in _MARKUP.finditer(source)]


def head_name(source: str, head: Head) -> str:
    """Give the name of a tag, lower case, or COMMENT."""
    return source[head[0] + 1 : head[1]].lower()


def head_names(source: str, found: Iterable[Head]) -> list[str]:
    """Give the names of many tags as `head_name` does."""
    return [source[start + 1 : end].lower() for start, end in found]


def markup_at(source: str, head: Head) -> Markup:
    """Read the start tag or comment that begins with `head`."""
    match = _MARKUP.match(source, head[0])
    end = head[1] if match is None else match.end()
    content = end if match is None or match["text"] is None else match.start("text")
    return Markup(head, head_name(source, head), content, end)


def end_tags(source: str, start: int, stop: int) -> Iterator[EndTag]:
    """Give the end tags between two offsets between which no start tag stands."""
    for match in compiled(_END_TAG).finditer(source, start, stop):
        if match["name"]:
            yield EndTag(match["name"].lower(), match.start(), match.end())


def attribute_value(source: str, tag: Markup, name: str) -> int | None:
    """Give the offset of the first character of an attribute's value, or of its name if it has none.

    Of attributes with the same name the first one counts, as in every browser.
    """
    for match in _ATTRIBUTES.finditer(source, tag.head[1], tag.end - 1):
        if match["key"].lower() == name:
            value = match.start("value")
            if value < 0:
                return match.start("key")
            return value + (source[value] in "\"'")
    return None


def crowded_tag(source: str) -> bool:
    """Whether a tag has more attributes than a parser that is quadratic in them can bear.

    Only where one of the probes, set so close that no such tag lies between two, could lie inside a huge tag, are
    all tags read.
    """
    if not any(_may_be_inside_tag(source, probe) for probe in range(_PROBE, len(source) - _PROBE, _PROBE)):
        return False
    huge = (match for match in _MARKUP.finditer(source) if match.end() - match.start() > _PROBE)
    return any(_crowded(source, match.span("head")) for match in huge)


def _may_be_inside_tag(source: str, probe: int) -> bool:
    """Whether what stands from `probe` to the next one looks like the inside of a tag.

    So do long scripts and style sheets, unless looked at from before: a tag over `probe` begins behind the last `>`, or
    holds that in a quoted value.
    """
    stop = probe + _PROBE
    if any(
        _may_be_quoted(source, probe, quote) and compiled(state).fullmatch(source, probe, stop)
        for quote, state in _INSIDE_VALUE.items()
    ):
        return True
    close = source.rfind(">", 0, probe)
    may_begin = close < 0 or _BEGINNING.search(source, close, probe + 1) is not None
    if not (may_begin or any(_may_be_quoted(source, close, quote) for quote in _INSIDE_VALUE)):
        return False
    return any(compiled(state).fullmatch(source, probe, stop) for state in _INSIDE_TAG)


def _may_be_quoted(source: str, place: int, quote: str) -> bool:
    """Whether the last `quote` before a place could open the value of an attribute."""
    at = source.rfind(quote, max(0, place - _NEAR), place)
    before = source[max(0, at - _MOST_SPACES) : max(0, at)].rstrip("\t\n\f\r ")
    return not before or before.endswith("=")


def _crowded(source: str, head: Head) -> bool:
    tag = markup_at(source, head)
    attributes = _ATTRIBUTES.finditer(source, head[1], tag.end)
    return tag.name != COMMENT and next(islice(attributes, _MOST_ATTRIBUTES, None), None) is not None


def interruptions(source: str, start: int, end: int, within: str = "") -> Iterator[re.Match[str]]:
    """Give what is no literal text between two offsets: markup, character references, and CR or CR LF.

    `within` names the element, for in some (`script`, `title`) less is read than elsewhere.
    """
    return _INTERRUPTION_WITHIN.get(within, _INTERRUPTION).finditer(source, start, end)


def without_page_ends(source: str) -> str:
    """Blank out every `</body>` and `</html>` tag, keeping all offsets.

    By the standard what follows them still belongs to the body; libxml2 loses it.
    """
    pieces: list[str] = []
    at = 0
    for match in compiled(_MARKUP_OR_PAGE_END).finditer(source):
        if match.lastgroup == "page_end":
            pieces += source[at : match.start()], " " * len(match[0])
            at = match.end()
    return "".join([*pieces, source[at:]])
