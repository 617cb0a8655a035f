"""Markdown tokens to HTML, one piece for each token."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import accumulate

from markdown_it.token import Token

PAGE_START, PAGE_END = "<html><body>", "</body></html>"


def first_pieces(tokens: Sequence[Token]) -> list[int]:
    """Give for each block token how many pieces `render` makes of those before it."""
    return list(accumulate((_count(token) for token in tokens), initial=0))


def _count(token: Token) -> int:
    return len(token.children or ()) if token.type == "inline" else 1


def render(tokens: Sequence[Token]) -> list[str]:
    """Render block tokens; the pieces joined are the HTML of the post."""
    pieces: list[str] = []
    for token in tokens:
        if token.type == "inline":
            pieces += map(_piece, token.children or ())
        else:
            pieces.append(_piece(token))
    return pieces


def _piece(token: Token) -> str:
    kind = token.type
    if kind in {"text", "text_special", "template"}:
        return escape(token.content, quote=False)
    if kind in {"html_inline", "html_block"}:
        return token.content
    if kind == "softbreak":
        return "\n"
    if kind in {"code_inline", "code_block", "fence"}:
        return _code(token)
    if kind == "image":
        token.attrs["alt"] = _words(token.children or ())
    if token.hidden:
        return ""
    tag = f"</{token.tag}>" if token.nesting < 0 else f"<{token.tag}{_attributes(token)}>"
    return tag + "\n" if token.block and token.nesting <= 0 else tag


def _code(token: Token) -> str:
    code = escape(token.content, quote=False)
    if token.type == "code_inline":
        return f"<code>{code}</code>"
    language = token.info.split(maxsplit=1)[:1]
    kind = f' class="language-{escape(language[0])}"' if language else ""
    return f"<pre><code{kind}>{code}</code></pre>\n"


def _attributes(token: Token) -> str:
    return "".join(f' {name}="{escape(str(value))}"' for name, value in token.attrs.items())


def _words(tokens: Sequence[Token]) -> str:
    """Give the text of a picture's description without its markup."""
    words: list[str] = []
    for token in tokens:
        if token.type == "image":
            words.append(_words(token.children or ()))
        else:
            words.append(" " if token.type == "softbreak" else token.content)
    return "".join(words)
