"""Write the page of a trial, as HTML and as a Markdown post."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from licencecheck.trials.parts import Kind, Part, Piece, Slot
from licencecheck.trials.sample import AUTHOR, INSTITUTION, PUBLISHED, SITE, Sample

_KEYS = {"canonical": "canonical_url"}
"""Front-matter keys of metadata that has another name in HTML."""
_COMMENT = "What a good idea, we should ask about ours."


def html(parts: Sequence[Part], sample: Sample) -> bytes:
    """Write a page of a blog with menu, sidebar, comments and footer."""
    article = sample.article
    text = f"""<!DOCTYPE html>
<html lang="{sample.language}">
<head><meta charset="utf-8">
<title>{escape(_headline(parts))} - {SITE}</title>
<meta property="og:site_name" content="{SITE}">
{_joined(_head(part) for part in parts if part.slot is Slot.HEAD)}
</head>
<body>
<header><a href="/">{SITE}</a> <nav><a href="/news/">News</a> <a href="/about/">About us</a></nav></header>
<main><article>
<h1>{escape(_headline(parts))}</h1>
{_paragraphs(parts, Slot.TOP)}
{_joined(f'<p class="byline">{_marked(part)}</p>' for part in parts if part.slot is Slot.BYLINE)}
{_joined(f"<p>{escape(paragraph)}</p>" for paragraph in article.text)}
{_paragraphs(parts, Slot.BOTTOM)}
</article></main>
<aside><h2>Most read</h2><ul><li><a href="/news/market/">The market moves indoors</a></li></ul>
{_paragraphs(parts, Slot.ASIDE)}</aside>
<section id="comments" class="comments"><h2>Comments</h2>
<div class="comment"><p>{_COMMENT}</p>{_paragraphs(parts, Slot.COMMENT)}</div></section>
<footer><p>© 2026 {SITE}</p></footer>
</body></html>
"""
    return text.encode()


def markdown(parts: Sequence[Part], sample: Sample) -> bytes:
    """Write a post with front matter."""
    article = sample.article
    keys = _joined(f"{_KEYS.get(part.name, part.name)}: {part.text}" for part in parts if part.slot is Slot.HEAD)
    body = [
        *(_line(part) for part in parts if part.slot in {Slot.TOP, Slot.BYLINE} and part.kind is not Kind.HEADLINE),
        *article.text,
        *(_line(part) for part in parts if part.slot is Slot.BOTTOM),
    ]
    return "\n".join(["---", f"title: {_headline(parts)}", keys, "---", "", "\n\n".join(body), ""]).encode()


def original(sample: Sample) -> bytes:
    """Write the page of the original."""
    name, article = escape(sample.site.name), sample.article
    text = f"""<!DOCTYPE html>
<html lang="{sample.language}">
<head><meta charset="utf-8">
<title>{escape(article.title)} | {name}</title>
<meta property="og:site_name" content="{name}">
<meta name="author" content="{AUTHOR}">
<meta property="article:published_time" content="{PUBLISHED}">
<link rel="canonical" href="{escape(sample.url)}">
</head>
<body>
<header><a href="/">{name}</a></header>
<main><article>
<h1>{escape(article.title)}</h1>
<p class="byline">{escape(article.by.replace("{author}", AUTHOR))}, {INSTITUTION}</p>
<time datetime="{PUBLISHED}">{PUBLISHED}</time>
{_joined(f"<p>{escape(paragraph)}</p>" for paragraph in article.text)}
</article></main>
<footer><p>© {PUBLISHED.year} {name}</p></footer>
</body></html>
"""
    return text.encode()


def _headline(parts: Iterable[Part]) -> str:
    return next((part.text for part in parts if part.kind is Kind.HEADLINE), "")


def _paragraphs(parts: Iterable[Part], slot: Slot) -> str:
    return _joined(_paragraph(part) for part in parts if part.slot is slot and part.kind is not Kind.HEADLINE)


def _paragraph(part: Part) -> str:
    embedded = part.kind in {Kind.IMAGE, Kind.SCRIPT}
    return _marked(part) if embedded else f"<p>{_marked(part)}</p>"


def _marked(part: Part) -> str:
    if part.kind is Kind.IMAGE:
        return f'<img src="{escape(part.text)}" width="1" height="1" alt="">'
    if part.kind is Kind.PICTURE:
        return "".join(f'<img src="{escape(piece.href or "")}" alt="{escape(piece.text)}">' for piece in part.pieces)
    if part.kind is Kind.SCRIPT:
        return f'<script src="{escape(part.text)}" async></script>'
    return "".join(_html(piece) for piece in part.pieces)


def _html(piece: Piece) -> str:
    if piece.href is None:
        return escape(piece.text)
    rel = f' rel="{piece.rel}"' if piece.rel else ""
    return f'<a href="{escape(piece.href)}"{rel}>{escape(piece.text)}</a>'


def _head(part: Part) -> str:
    if part.name == "canonical":
        return f'<link rel="canonical" href="{escape(part.text)}">'
    return f'<meta name="{part.name}" content="{escape(part.text)}">'


def _line(part: Part) -> str:
    if part.kind in {Kind.IMAGE, Kind.SCRIPT, Kind.PICTURE}:
        return _marked(part)
    return "".join(piece.text if piece.href is None else f"[{piece.text}]({piece.href})" for piece in part.pieces)


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(lines)
