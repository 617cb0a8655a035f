"""Articles as pages of two sites: other markup, typography, line breaks and surroundings, but the same words."""

from __future__ import annotations

import html
import random
import textwrap
from collections.abc import Collection, Sequence

from licencecheck import documents
from licencecheck.evidence.page import page_of
from licencecheck.model import Page, Unreadable

_ORIGINAL = """<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{title} | Valley Post</title>
<meta property="og:site_name" content="Valley Post"><link rel="canonical" href="https://valley.example/2024/story"></head>
<body><header><nav><a href="/">Home</a> <a href="/news">News</a></nav></header><main><article><h1>{title}</h1>
<p class="byline">By Ada Moss</p>
{body}
</article></main><footer>&copy; Valley Post</footer></body></html>"""
_HOSTS = (
    """<html lang="{language}"><head><title>{title} - Evening Bell</title></head><body><div id="menu"><ul><li>
<a href="/a">Start</a></ul></div><div class="post"><h1>{title}</h1><div class="entry-content">{body}
<p><em>This article was first published by
<a href="https://valley.example/2024/story">Valley Post</a>.</em></p></div></div>
<div class="sidebar"><h3>Recent posts</h3><ul><li>
<a href="/b">Another story of the town</a></ul></div></body></html>""",
    """<html lang="{language}"><head><title>{title}</title></head><body><article><header><h1>{title}</h1></header>
<p>Republished from <a href="https://valley.example/2024/story">Valley Post</a>.</p>{body}
<div class="share"><a href="https://social.example/share">Share</a></div></article></body></html>""",
)
_POST = """---
title: {title!r}
lang: {language}
canonical_url: https://valley.example/2024/story
---

{body}

*This article was first published by [Valley Post](https://valley.example/2024/story).*
"""
_STRAIGHT = str.maketrans("“”‘’„", '""\'\'"')
_AMID = (
    '<figure><img src="/boat.jpg" alt="boat"><figcaption>The quay in spring. Photo: Ada Moss</figcaption></figure>',
    '<p class="ad">Advertisement</p>',
    '<p><a href="/other">Read more: What the town wants</a></p>',
    '<aside class="newsletter"><p>Sign up for our newsletter and never miss a story.</p></aside>',
)


def original_page(language: str, title: str, paragraphs: Sequence[str], headings: Collection[int]) -> Page:
    """Read the article as its publisher shows it."""
    body = "\n".join(
        f"<{'h2' if at in headings else 'p'}>{html.escape(text, quote=False)}</{'h2' if at in headings else 'p'}>"
        for at, text in enumerate(paragraphs)
    )
    return _read("original.html", _ORIGINAL.format(language=language, title=html.escape(title), body=body))


def copied_page(language: str, title: str, paragraphs: Sequence[str], headings: Collection[int], seed: str) -> Page:
    """Read the article as another site shows it: with other typography, wrapped anew, amid other things."""
    choice = random.Random(seed)
    texts = [(at in headings, text) for at, text in enumerate(paragraphs) if text.strip()]
    if choice.random() < 0.5:
        texts = [(heading, text.translate(_STRAIGHT)) for heading, text in texts]
    if choice.random() < 0.3:
        texts = [(heading, text.replace("—", " – ").replace("'", "’")) for heading, text in texts]
    if choice.random() < 0.3:
        body = "\n\n".join(
            ("## " if heading else "")
            + textwrap.fill(_escaped(text), 72, break_long_words=False, break_on_hyphens=False)
            for heading, text in texts
        )
        return _read("post.md", _POST.format(language=language, title=title, body=body))
    if choice.random() < 0.3:
        texts = _merged(texts, choice)
    blocks = [
        f"<{'h3' if heading else 'p'}>{_marked(text, choice)}</{'h3' if heading else 'p'}>" for heading, text in texts
    ]
    for extra in choice.sample(_AMID, choice.randint(0, 2)):
        blocks.insert(choice.randint(1, len(blocks)), extra)
    sentences = [text for heading, text in texts if not heading and len(text.split()) > 20]
    if sentences and choice.random() < 0.2:
        quote = " ".join(choice.choice(sentences).split()[2:14])
        blocks.insert(
            choice.randint(1, len(blocks)), f'<blockquote class="pullquote"><p>{html.escape(quote)}</p></blockquote>'
        )
    page = choice.choice(_HOSTS).format(language=language, title=html.escape(title), body="\n".join(blocks))
    return _read("copy.html", page)


def _merged(texts: list[tuple[bool, str]], choice: random.Random) -> list[tuple[bool, str]]:
    """Join two paragraphs here and there."""
    merged: list[tuple[bool, str]] = []
    for heading, text in texts:
        if merged and not heading and not merged[-1][0] and choice.random() < 0.4:
            merged[-1] = (False, f"{merged[-1][1]} {text}")
        else:
            merged.append((heading, text))
    return merged


def _marked(text: str, choice: random.Random) -> str:
    """Write text as HTML, with entities, soft hyphens, markup and line breaks here and there."""
    words = [html.escape(word, quote=False) for word in text.split(" ")]
    for at, word in enumerate(words):
        dice = choice.random()
        if dice < 0.02 and len(word) > 8 and word.isalpha():
            words[at] = f"{word[:4]}&shy;{word[4:]}"
        elif dice < 0.04 and word.isalpha():
            words[at] = f"<em>{word}</em>"
        elif dice < 0.05:
            words[at] = "\n" + word
        elif dice < 0.06 and at and words[at - 1].isdigit():
            words[at - 1 : at + 1] = [words[at - 1], word]
    return " ".join(words).replace("“", "&ldquo;" if choice.random() < 0.3 else "“")


def _escaped(text: str) -> str:
    return text.replace("*", r"\*").replace("_", r"\_").replace("[", r"\[").replace("<", "&lt;")


def _read(path: str, text: str) -> Page:
    document = documents.read(path, text.encode(), url=None)
    assert not isinstance(document, Unreadable)
    return page_of(document, main_text=True, thorough=True)
