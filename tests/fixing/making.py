"""An article of our own, its publisher's terms, and pages that repost it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import licencecheck
from licencecheck.model import FixedPage, SiteProfile, Unreadable

TODAY = date(2026, 11, 22)
PROSE = (
    "The tide comes in twice a day, and twice a day it goes, whatever the harbour master writes on his board.",
    "Since spring the ferry has waited for it, because the new jetty is too short by the length of a rope.",
    "Nobody minds much; the bakery opens later now, and the children have learned to read the moon.",
)
URL = "https://river.example/tides-2024-778"
ORIGINAL = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Tides and ropes</title>
<meta property="og:site_name" content="River Post"><meta name="author" content="Ann Roe">
<meta property="article:published_time" content="2024-03-12"><link rel="canonical" href="{URL}"></head>
<body><article><h1>Tides and ropes</h1><p>By Ann Roe</p>{"".join(f"<p>{one}</p>" for one in PROSE)}</article>
</body></html>
"""
RULES = """id: river
publisher: {name: River Post, domains: [river.example]}
terms: {url: "https://river.example/terms", as_of: 2026, compiled: 2026-11-22}
rules:
  - {requires: source-credit, quote: "name us"}
  - {requires: original-link, quote: "link us"}
"""
COUNTER = "counter.theconversation.com/content"
MORE = {
    "author": '  - {requires: author-credit, quote: "name the author"}\n',
    "copyright": '  - {requires: copyright-notice, quote: "keep the copyright"}\n',
    "canonical": '  - {requires: canonical-link, quote: "set the canonical"}\n',
    "noindex": '  - {requires: noindex, quote: "keep it out"}\n',
    "title": '  - {requires: title-credit, quote: "name the title"}\n',
    "place": '  - {id: place, requires: source-credit, at: {place: top, level: should}, quote: "best at the top"}\n',
    "byline": '  - {id: byline, requires: source-credit, at: byline, quote: "our name beside the author"}\n',
    "script": "  - requires: page-counter\n"
    '    any-of: [{script: river.example/counter.js}]\n    quote: "keep the counter"\n',
    "licence": "  - {requires: licence-link, licence: [CC-BY-4.0], quote: 'link the licence'}\n",
    "line": '  - {requires: credit-line, quote: "print this"}\n'
    'credit: [{text: "This story was first published by {River Post|url}. Sign up for its letters here."}]\n',
    "counter": "  - requires: page-counter\n"
    f'    any-of: [{{image: "{COUNTER}/{{article-id}}/count.gif"}}]\n'
    '    article-id: {from: url, take: last-digits}\n    quote: "keep the counter"\n',
}
CREDIT = f'This article was originally published by <a href="{URL}">River Post</a>.'
MARKDOWN_CREDIT = f"This article was originally published by [River Post]({URL})."
Fixer = Callable[..., FixedPage | Unreadable]
"""Mends a page under the terms of River Post and those of `MORE` that are named."""


def terms(folder: Path, *more: str) -> dict[str, Any]:
    """Write the terms and the original into `folder`; what to call `fix` and `check` with."""
    rules = folder / "rules"
    rules.mkdir(exist_ok=True)
    (rules / "river.yaml").write_text(RULES + "".join(MORE[one] for one in more), encoding="utf-8")
    (folder / "original.html").write_text(ORIGINAL, encoding="utf-8")
    profile = SiteProfile(names=("My blog",), hosts=("blog.example",))
    original = str(folder / "original.html")
    return {"original": original, "today": TODAY, "rule_folders": [rules], "profile": profile}


def fixer(folder: Path) -> Fixer:
    """Mend pages that are written into `folder`."""

    def fix(content: str | bytes, *more: str, name: str = "page.html", **options: Any) -> FixedPage | Unreadable:
        page = folder / name
        page.write_bytes(content if isinstance(content, bytes) else content.encode())
        [fixed] = licencecheck.fix(page, **(terms(folder, *more) | options))
        return fixed

    return fix
