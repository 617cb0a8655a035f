"""The article of a publisher as its own page shows it, and what is told of it before it is reposted."""

from __future__ import annotations

from datetime import date
from html import escape
from pathlib import Path
from typing import Any

import licencecheck
from licencecheck.model import Credits, OriginalTerms

TODAY = date(2026, 11, 22)
TEXT = (
    "The old ferry crossed the harbour again on Friday morning, for the first time in eleven years. About two hundred "
    "people stood on the quay, and the captain had painted the name anew."
)
MORE = (
    "Nobody knows who paid for the paint. The mayor says that it was not the town, and the harbour master that it was "
    "not the harbour; the children who waved from the upper deck said nothing, and went home in time for supper."
)
ORIGINAL = """<!doctype html><html lang="en"><head><title>The ferry is back</title>
<meta property="og:site_name" content="{name}"><meta name="author" content="Jane Doe">
<link rel="canonical" href="{url}"><meta property="og:url" content="{url}">
<meta property="article:published_time" content="2024-05-03"></head><body><article><h1>The ferry is back</h1>
<p>By Jane Doe</p>{text}</article></body></html>"""
ADDRESSES = {"wikipedia": "https://en.wikipedia.org/wiki/Ferry", "cc-by-4.0": "https://river.example/ferry-224106"}


def address_of(ruleset: str) -> str:
    """Where the article of a rule set's publisher stands."""
    domains = licencecheck.load_rules().ruleset(ruleset).publisher.domains
    home = next((domain.removeprefix("*.") for domain in domains), "river.example")
    return ADDRESSES.get(ruleset, f"https://{home}/2024/05/the-ferry-is-back-224106")


def original_of(ruleset: str, folder: Path, text: str = f"<p>{TEXT}</p>") -> Path:
    """Write the page of the article."""
    publisher = licencecheck.load_rules().ruleset(ruleset).publisher
    name = publisher.name if publisher.domains else "River Post"
    page = folder / f"{ruleset}.html"
    html = ORIGINAL.format(name=escape(name), url=escape(address_of(ruleset)), text=text)
    page.write_text(html, encoding="utf-8")
    return page


def told_of(ruleset: str, folder: Path, text: str = f"<p>{TEXT}</p>", **more: Any) -> OriginalTerms:
    """Tell the terms of the article."""
    page = original_of(ruleset, folder, text)
    known: dict[str, Any] = {"url": address_of(ruleset), "publishers": [ruleset], "today": TODAY}
    found = licencecheck.terms(page, **(known | more))
    assert isinstance(found, OriginalTerms)
    return found


def credit_of(ruleset: str, folder: Path) -> Credits:
    """Write the credit of the article."""
    return told_of(ruleset, folder).credits
