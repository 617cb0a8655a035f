"""Authors of the original: who is named, and who is only the uploader, the desk or a date."""

from __future__ import annotations

import pytest

from licencecheck.evidence.bylines.names import names_in
from licencecheck.model import Place, Role
from tests.evidence.making import html, markdown, page

CREDIT = '<p>Originally published by <a href="https://orig.example/water">River Post</a>.</p>'


def authors(text: str) -> list[str]:
    """Names of the authors of a page."""
    return [byline.name for byline in page(text).bylines]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane Doe", ["Jane Doe"]),
        ("By Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
        ("Jane Doe, John Roe", ["Jane Doe", "John Roe"]),
        ("Dr. Jane Doe", ["Jane Doe"]),
        ("von Jane Doe und Max Muster", ["Jane Doe", "Max Muster"]),
        ("Jane Doe, Reuters", ["Jane Doe"]),
        ("Jane Doe, 3 May 2019", ["Jane Doe"]),
        ("王小明", ["王小明"]),
        ("JANE DOE", ["JANE DOE"]),
        ("Ludwig van der Berg", ["Ludwig van der Berg"]),
        ("admin", []),
        ("Staff writer", []),
        ("CC BY", []),
        ("CC BY-SA", []),
        ("Morning every hour from", []),
        ("Ana de souza", ["Ana de souza"]),
        ("Yazan: Jane Doe", ["Jane Doe"]),
        ("Editorial team", []),
        ("Redaktion", []),
        ("3 comments", []),
        ("jane@orig.example", []),
        ("The pumps beside the mill have run dry", []),
        ("View all posts by Jane Doe", []),
        ("x" * 500, []),
    ],
)
def test_names_of_a_byline(text: str, expected: list[str]) -> None:
    """Persons are named; agencies, dates, desks and sentences are left out."""
    assert expected == names_in(text)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param({"top": '<p class="byline">By Jane Doe</p>'}, ["Jane Doe"], id="byline"),
        pytest.param({"top": '<p class="byline">By Jane Doe and John Roe</p>'}, ["Jane Doe", "John Roe"], id="two"),
        pytest.param({"top": '<p class="byline">By admin</p>'}, [], id="uploader"),
        pytest.param({"top": '<p class="byline">By Host Herald Staff</p>'}, [], id="own desk"),
        pytest.param({"lang": "de", "top": "<p>Von Jane Doe</p>"}, ["Jane Doe"], id="German"),
        pytest.param({"lang": "zh", "top": "<p>作者：王小明</p>"}, ["王小明"], id="Chinese"),
    ],
)
def test_visible_bylines(parts: dict[str, str], expected: list[str]) -> None:
    """The byline of the page names the author."""
    assert expected == authors(html(bottom=CREDIT, **parts))


def test_who_is_named_in_the_credit_is_the_author() -> None:
    """The byline above is that of the uploader where the credit names the author."""
    credit = (
        '<p>This article by Jane Doe was originally published by <a href="https://orig.example/w">River Post</a>.</p>'
    )

    assert ["Jane Doe"] == authors(html(top='<p class="byline">By Max Upload</p>', bottom=credit))


@pytest.mark.parametrize("party", ["the Valley Water Forum", "Valley Water Forum", "the Deep Water"])
def test_an_outlet_of_three_words_is_no_author(party: str) -> None:
    """Nor is what an article stands before."""
    line = f"<p>Cross-posted from {party.replace('Valley', '<a href=https://orig.example/water>Valley')}</a>.</p>"

    assert [] == authors(html(bottom=line))


def test_who_wrote_it() -> None:
    """ "It" is the article that the sentence before it credits."""
    line = f"{CREDIT[:-4]} It was written by: Jane Doe, River University.</p>"

    assert ["Jane Doe"] == authors(html(bottom=line))


def test_author_from_structured_data() -> None:
    """Data names the author where no reader sees one."""
    head = (
        '<link rel="canonical" href="https://host.example/water"><script type="application/ld+json">'
        '{"@type": "Article", "headline": "Water for the valley", "author": {"@type": "Person", "name": "Jane '
        'Doe"}}</script>'
    )
    (byline,) = page(html(head=head, bottom=CREDIT)).bylines

    assert ("Jane Doe", Place.META) == (byline.name, byline.place)


def test_author_from_front_matter() -> None:
    """A post's author stands in its front matter."""
    assert ["Jane Doe"] == authors(
        markdown(front="title: Water\nauthor: Jane Doe", bottom="Source: https://orig.example/w")
    )


def test_author_in_a_comment_is_none() -> None:
    """Who wrote a comment did not write the article."""
    beside = '<section id="comments"><div class="comment"><p>By Joan Roe</p><p>Good.</p></div></section>'

    assert [] == authors(html(bottom=CREDIT, beside=beside))


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://orig.example/profiles/jane-doe-7", ["Jane Doe"]),
        ("https://orig.example/water", []),
        ("/profiles/jane-doe-7", []),
    ],
)
def test_a_name_that_links_a_profile_elsewhere_is_the_author(address: str, expected: list[str]) -> None:
    """Who has a page on the host itself may have uploaded the copy only."""
    line = f'<p><a href="{address}">Jane Doe</a> <em>sent us this letter</em></p>'

    assert expected == authors(html(top=line, bottom=CREDIT))


def test_a_name_in_the_header_of_the_site_is_told_as_what_it_is() -> None:
    """It is no byline of the article, wherever the data of the page knows the name from."""
    head = '<meta name="author" content="Jane Doe">'
    text = html(head=head, bottom=CREDIT).replace('<a href="/">Home</a>', '<a href="/">Jane Doe</a>')
    (byline,) = page(text).bylines

    assert ("Jane Doe", Role.CHROME, Place.ASIDE) == (byline.name, byline.role, byline.place)
