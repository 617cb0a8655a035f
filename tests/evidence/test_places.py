"""Where facts stand: at the first character of what they say, wherever that is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from licencecheck.model import Block, Fact, Page
from tests.evidence.making import html, page

MARK = "¦"
Part = Callable[[Page], Fact]


def byline(number: int = 0) -> Part:
    return lambda read: read.bylines[number]


def credit(read: Page) -> Fact:
    return read.credits[0]


def licence(read: Page) -> Fact:
    return read.licences[0]


def translator(read: Page) -> Fact:
    return read.translators[0]


def stated(read: Page) -> Fact:
    return next(meta for meta in read.head if meta.name == "description")


def block(read: Page) -> Fact:
    blocks: Sequence[Block] = read.blocks
    return next(block for block in blocks if block.text.startswith("Source:"))


JSON_LD = (
    '<script type="application/ld+json">\n{"@type": "NewsArticle", "headline": "Water for the valley",\n{}}</script>'
)
CASES = [
    pytest.param(html(top="<p>By Ann Nováková, ¦Reuters</p>"), credit, id="an agency behind the author"),
    pytest.param(html(top="<p>By ¦Ann Nováková and Bo Lind</p>"), byline(), id="the first of two authors"),
    pytest.param(html(top="<p>By Ann Nováková and ¦Bo Lind</p>"), byline(1), id="the second of two authors"),
    pytest.param(
        html(bottom='<p>This article by ¦Ann Nováková was first published by <a href="https://o.example/a">O</a>.</p>'),
        byline(),
        id="an author named in the credit",
    ),
    pytest.param(html(head='<meta name="author" content="¦Ann Nováková">'), byline(), id="a meta element"),
    pytest.param(html(head='<meta name="description" content="\n ¦Water.">'), stated, id="space before a value"),
    pytest.param(
        html(head=JSON_LD.replace("{}", '"author": {"name": "¦Ann Nováková"}')), byline(), id="an author in JSON-LD"
    ),
    pytest.param(
        html(head=JSON_LD.replace("{}", '"author": "¦Ann Nov\\u00e1kov\\u00e1"')),
        byline(),
        id="an author in escaped JSON-LD",
    ),
    pytest.param(
        html(head=JSON_LD.replace("{}", '"license": "¦https:\\/\\/creativecommons.org\\/licenses\\/by\\/4.0\\/"')),
        licence,
        id="a licence in JSON-LD",
    ),
    pytest.param(
        html(bottom='<p><span></span>\n¦<img src="https://licensebuttons.net/l/by/4.0/88x31.png"></p>'),
        licence,
        id="a badge",
    ),
    pytest.param(
        html(bottom='<p>Translated into English by ¦Cleo Marr</p>'), translator, id="a translator"
    ),
    pytest.param(
        html(bottom='<p>12 May 2020 | ¦Source: <a href="https://o.example/a">River Post</a></p>'),
        block,
        id="a credit behind a date",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "part"), CASES)
def test_place_of(text: str, part: Part) -> None:
    """Line and column are those of the mark."""
    before, _, after = text.partition(MARK)
    line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    location = part(page(before + after)).location
    assert (line, column) == (location.line, location.column)


def test_badge_says_its_words() -> None:
    """A badge without words beside it is told by those for its picture, else by its address."""
    button = "https://licensebuttons.net/l/by/4.0/88x31.png"
    assert ["CC BY", button] == [
        page(html(bottom=f"<p><img src='{button}' {alt}></p>")).licences[0].text for alt in ("alt='CC BY'", "")
    ]
