"""Credits in teasers are those of the pages of which these tell."""

from __future__ import annotations

from pathlib import Path

import pytest

import licencecheck
from licencecheck.model import Page

TEXT = "The ferry came back to the old harbour on a grey morning, and half of the town stood on the quay."
CREDIT = 'This article was originally published by <a href="https://orig.example/ferry">River Post</a>.'
LISTS = {
    "items": '<ul>{}</ul>|<li><a href="/{}/">A title</a> <p>{}</p></li>',
    "articles": '{}|<article><time>4 March 2024</time><h2><a href="/{}/">A title</a></h2><p>{}</p></article>',
    "cards": '{}|<div><a href="https://blog.example/{}/"><h3>A title</h3></a><div><p>{}</p></div></div>',
}
PAGE = """<html lang="en"><head><title>{title}</title><meta property="og:url" content="https://blog.example/ferry/">
<link rel="canonical" href="https://blog.example/ferry/"></head><body><main>{main}</main></body></html>"""


def page(folder: Path, main: str, title: str = "My blog") -> Page:
    """Read a page."""
    path = folder / "page.html"
    path.write_text(PAGE.format(title=title, main=main), encoding="utf-8")
    [found] = licencecheck.extract(path)
    assert isinstance(found, Page)
    return found


def listed(kind: str, credited: bool = True) -> str:
    """Write three teasers of a kind, of which one may show a credit."""
    around, _, each = LISTS[kind].partition("|")
    shown = (TEXT, CREDIT if credited else TEXT, TEXT)
    return around.format("".join(each.format(f"post-{index}", text) for index, text in enumerate(shown)))


@pytest.mark.parametrize("kind", LISTS)
def test_a_list_of_posts_is_no_repost(kind: str, tmp_path: Path) -> None:
    """Whatever one of them credits."""
    assert not page(tmp_path, listed(kind)).repost.is_repost


@pytest.mark.parametrize("kind", LISTS)
@pytest.mark.parametrize("heading", ["Ferry", '<a href="/ferry/">Ferry</a>'])
def test_a_repost_beside_teasers_is_one(kind: str, heading: str, tmp_path: Path) -> None:
    """Also a short one that links itself."""
    main = f"<article><h1>{heading}</h1><p>{TEXT}</p><p>{CREDIT}</p></article>{listed(kind, credited=False)}"
    assert page(tmp_path, main, title="Ferry - My blog").repost.is_repost


@pytest.mark.parametrize(
    "main",
    [
        f"<ul><li>{TEXT}</li><li>{TEXT}</li><li>{CREDIT}</li></ul>",
        f'<div><a href="/jane/">Jane</a>. {CREDIT}</div><div><a href="/a/">{TEXT}</a></div>' * 3,
        f'<ul><li><a href="/x/">Ferries</a></li><li><a href="/y/">Harbours</a></li><li>{CREDIT}</li></ul>',
    ],
    ids=["items without links", "boxes without headings", "tags"],
)
def test_other_lists_are_no_teasers(main: str, tmp_path: Path) -> None:
    """What begins with no link, or is no part of its own, may be the article's."""
    assert page(tmp_path, f"<p>{TEXT}</p>{main}").repost.is_repost


def test_a_program_credits_nobody(tmp_path: Path) -> None:
    """Its origin and its licence are its own."""
    code = "# Originally published at https://beans.example/valve\n# Copyright 2023 Beans"
    found = page(tmp_path, f"<h1>Beans</h1><p>{TEXT}</p><pre><code>{code}</code></pre><p>{TEXT}</p>")
    assert not found.repost.is_repost
