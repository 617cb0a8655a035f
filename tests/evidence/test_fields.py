"""What a table of two columns or a list of terms says of a text, and links that stand beside its credit."""

from __future__ import annotations

import pytest

from licencecheck.model import CreditPart
from tests.evidence.making import html, page

ADDRESS = "https://orig.example/2019/05/water"
LINK = f'<a href="{ADDRESS}">Riverside</a>'
AUTHOR = "<tr><td>Author</td><td>Jane Roe</td></tr>"
SOURCE = "<tr><td>Source</td><td>Riverside</td></tr>"


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param(f"<table>{SOURCE}{AUTHOR}</table>", id="source first"),
        pytest.param(f"<table>{AUTHOR}{SOURCE}<tr><td>Day</td><td>3 May 2019</td></tr></table>", id="source last"),
        pytest.param("<dl><dt>Source</dt><dd>Riverside</dd><dt>Written by</dt><dd>Jane Roe</dd></dl>", id="terms"),
        pytest.param(
            f"<table><tr><th>Source:</th><td>{LINK}</td></tr><tr><th>Author:</th><td>Jane Roe</td></tr></table>",
            id="linked",
        ),
    ],
)
def test_source_and_author(fields: str) -> None:
    """Beside the author of a text stands its source, whatever that is called."""
    read = page(html(bottom=fields))

    assert (True, "Riverside") == (read.repost.is_repost, read.chain[0].name)
    assert ["Jane Roe"] == [byline.name for byline in read.bylines]


def test_link_in_a_field_of_its_own() -> None:
    """The link of the original may stand in the next row."""
    row = f'<tr><td>Link</td><td><a href="{ADDRESS}">{ADDRESS}</a></td></tr>'
    read = page(html(bottom=f"<table>{SOURCE}{AUTHOR}{row}</table>"))

    assert [ADDRESS] == [link.href for link in read.chain[0].links]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param("<tr><td>Source</td><td>Capacity</td></tr><tr><td>Valley</td><td>300</td></tr>", id="columns"),
        pytest.param("<tr><td>Source</td><td>Upper Fell</td></tr><tr><td>Mouth</td><td>Lake</td></tr>", id="a river"),
        pytest.param("<tr><td>Source</td><td>Ministry</td></tr><tr><td>Licence</td><td>Open</td></tr>", id="data"),
        pytest.param("<tr><td>Title</td><td>Wells</td></tr><tr><td>Author</td><td>Jane Roe</td></tr>", id="a book"),
    ],
)
def test_table_of_something_else(rows: str) -> None:
    """Tables that do not tell of a text credit nobody."""
    assert not page(html(bottom=f"<table>{rows}</table>")).repost.is_repost


def test_linked_logo_above_the_credit() -> None:
    """The logo of the party links for its credit, that of another does not."""
    logo = f'<p><a href="{ADDRESS}"><img src="/l.png" alt="{{}}"></a></p><p>Originally published by River Post.</p>'
    found = [page(html(bottom=logo.format(name))).chain[0].links for name in ("River Post", "Anything")]

    assert [[ADDRESS], []] == [[link.href for link in links] for links in found]


def test_author_before_the_linked_outlet() -> None:
    """Of a person and a link behind it, the link is the party and the person the author."""
    read = page(html(bottom=f'<p>Original article: Jane Roe, <a href="{ADDRESS}">River Post</a></p>'))

    assert ("River Post", ["Jane Roe"]) == (read.chain[0].name, [byline.name for byline in read.bylines])


def test_copyright_line_with_a_distributor() -> None:
    """Who distributes the article of the holder passed it on."""
    chain = page(html(bottom="<p>©2019 River Post. Distributed by Valley Content Agency, LLC.</p>")).chain

    assert [("River Post", CreditPart.ORIGINAL), ("Valley Content Agency", CreditPart.VIA)] == [
        (credit.name, credit.part) for credit in chain
    ]


@pytest.mark.parametrize("heading", ["<h3>Via</h3>", "<p><b>Seen on:</b></p>", "<p>Hat tip</p>"])
def test_via_above_a_link(heading: str) -> None:
    """A link below "Via" is who passed it on, and where nobody else is named, the source."""
    read = page(html(bottom=f'{heading}<ul><li><a href="{ADDRESS}">River Post</a></li></ul>'))

    assert (True, "River Post") == (read.repost.is_repost, read.chain[0].name)


def test_box_of_the_source_among_related_links() -> None:
    """A box that is named for the source holds a credit wherever it stands."""
    links = '<h3>More</h3><ul><li><a href="/ferry">The ferry stays</a></li></ul>'
    credit = f"Originally published by {LINK}"
    boxed = f'<div class="related-box">{links}<div class="source-box">{credit}</div></div>'
    listed = f'<div class="related-box">{links}<p>{credit}</p></div>'

    assert [True, False] == [page(html(bottom=bottom)).repost.is_repost for bottom in (boxed, listed)]


@pytest.mark.parametrize("heading", ["Related", "Read also:", "See also"])
def test_list_of_related_links(heading: str) -> None:
    """What a link below such a heading says, it says of the page that it leads to."""
    item = f'<li><a href="{ADDRESS}">Source: the secrets of the river</a></li>'
    assert not page(html(bottom=f"<h3>{heading}</h3><ul>{item}</ul>")).repost.is_repost
