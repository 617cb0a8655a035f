"""The page as a whole: places, ends, main text without attribution, and how little is read without any sign."""

from __future__ import annotations

from datetime import date

import pytest

from licencecheck.documents import read
from licencecheck.documents.document import Document
from licencecheck.evidence.page import page_of
from licencecheck.model import Page, Place, Role, Target
from tests.evidence.making import PARAGRAPHS, html, markdown, page

CREDIT = 'Originally published by <a href="https://orig.example/water">River Post</a>.'
SAID = "Originally published by River Post."


def quick(text: str) -> Page:
    """Read a page as a check does: no further than it needs."""
    document = read("page.html", text.encode())
    assert isinstance(document, Document)
    return page_of(document)


def test_a_page_without_a_sign_is_read_no_further() -> None:
    """No facts are read where nothing says that the page is a repost."""
    found = quick(html(top='<p class="byline">By Jane Doe</p>'))

    assert not found.repost.is_repost
    assert ((), (), ()) == (found.bylines, found.notices, found.blocks)
    assert found.has_text


def test_a_sign_makes_the_page_be_read_in_full() -> None:
    """A credit is reason enough to read everything."""
    found = quick(html(top='<p class="byline">By Jane Doe</p>', bottom=f"<p>{CREDIT}</p>"))

    assert found.repost.is_repost
    assert ["Jane Doe"] == [byline.name for byline in found.bylines]
    assert found.main_text is None


@pytest.mark.parametrize("end", ["top", "bottom"])
@pytest.mark.parametrize("form", ["html", "markdown"])
def test_main_text_is_without_attribution(end: str, form: str) -> None:
    """The article's own words are all there, and the credit is not."""
    text = html(**{end: f"<p>{CREDIT}</p>"}) if form == "html" else markdown(**{end: CREDIT})
    found = page(text, main_text=True)

    assert found.main_text is not None
    assert SAID not in found.main_text.text
    assert all(paragraph in found.main_text.text for paragraph in PARAGRAPHS)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(f"<p>{CREDIT}</p>", id="paragraph"),
        pytest.param(f"<div class='notice'><em>{CREDIT}</em></div>", id="box"),
        pytest.param(f"<blockquote><p>{CREDIT}</p></blockquote>", id="quote"),
        pytest.param(f"<footer><p>{CREDIT}</p></footer>", id="footer of the article"),
    ],
)
def test_the_credit_is_an_attribution_block(line: str) -> None:
    """The block of the credit is told with its role and place."""
    blocks = [b for b in page(html(bottom=line)).blocks if b.role is Role.CREDIT]

    assert [(SAID, Place.BOTTOM)] == [(block.text, block.place) for block in blocks]


def test_dateline_paragraph_stays_in_the_main_text() -> None:
    """Where only the opening of a paragraph is the credit, its words are the article's."""
    found = page(html(top=f"<p>VALLEY (Reuters) - {PARAGRAPHS[3]}</p>"), main_text=True)

    assert found.main_text is not None
    assert f"VALLEY (Reuters) - {PARAGRAPHS[3]}" in found.main_text.text


@pytest.mark.parametrize(("end", "place"), [("top", Place.TOP), ("bottom", Place.BOTTOM)])
def test_place_of_a_credit(end: str, place: Place) -> None:
    """A credit is told at which end of the article it stands, and in which line of the file."""
    text = html(**{end: f"<p>{CREDIT}</p>"})
    credit = page(text).chain[0]
    line = next(n for n, words in enumerate(text.splitlines(), 1) if "Originally" in words)

    assert (place, line) == (credit.place, credit.location.line)


def test_a_missing_thing_is_expected_at_the_end() -> None:
    """A page without a credit says where one should have stood."""
    text = html()
    last = next(n for n, words in enumerate(text.splitlines(), 1) if PARAGRAPHS[-1] in words)

    assert last == page(text).expected_at(Place.BOTTOM).line


def test_links_near_the_article() -> None:
    """Links to other sites and dead ones are told, links within the site are not."""
    line = '<p>See <a href="https://orig.example/a">A</a>, <a href="/b">B</a> and <a href="#">C</a>.</p>'
    links = page(html(bottom=f"<p>{CREDIT}</p>{line}")).links

    assert ["https://orig.example/water", "https://orig.example/a", "#"] == [link.href for link in links]
    assert [Target.ARTICLE, Target.ARTICLE, Target.DEAD] == [link.target for link in links]


def test_date_of_the_article() -> None:
    """A line above the article tells its day where no data does."""
    assert date(2019, 10, 22) == page(html(top="<p>Global Gazette, October 22, 2019</p>")).published


def test_own_address() -> None:
    """The page stands where its own canonical address says; a foreign one says nothing of it."""
    foreign = html(head='<link rel="canonical" href="https://orig.example/water">', bottom=f"<p>{CREDIT}</p>")

    assert "https://host.example/water" == page(html(bottom=f"<p>{CREDIT}</p>")).url
    assert "https://host.example/water" == page(foreign).url


def test_permission_that_the_copy_claims() -> None:
    """A claimed permission and terms for others are told apart."""
    claimed = page(html(bottom="<p>Republished with permission from River Post.</p>")).permissions
    asked = page(html(bottom="<p>Feel free to republish this article with attribution.</p>")).permissions

    assert [True] == [note.claims for note in claimed]
    assert [False] == [note.claims for note in asked]


def test_robots_and_canonical() -> None:
    """Head directives are told as facts."""
    head = '<link rel="canonical" href="https://orig.example/water"><meta name="robots" content="noindex, follow">'
    found = page(html(head=head, bottom=f"<p>{CREDIT}</p>"))

    assert found.canonical is not None
    assert "https://orig.example/water" == found.canonical.url
    assert [("robots", frozenset({"noindex", "follow"}))] == [(r.agent, r.directives) for r in found.robots]


def test_post_that_is_only_front_matter() -> None:
    """A page without words is a page all the same."""
    found = page("---\ntitle: Water\ncanonical_url: https://orig.example/water\n---\n")

    assert not found.has_text
    assert found.repost.is_repost


def test_the_end_of_a_post_has_a_place_behind_an_image() -> None:
    """A counter of no words may have none of its own: what is missing is expected at a line all the same."""
    post = markdown(bottom='<img src="https://a.example/c.gif" width="1" height="1">')
    last = next(n for n, words in enumerate(post.splitlines(), 1) if PARAGRAPHS[-1] in words)

    assert last <= (page(post).expected_at(Place.BOTTOM).line or 0)
