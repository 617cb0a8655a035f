"""The head of a page says who it is, where it stands, who wrote it and who may index it."""

from __future__ import annotations

import time
from datetime import date

import lxml.html
import pytest

from licencecheck.evidence.head.dates import date_of
from licencecheck.evidence.head.metadata import Metadata, directives_of, metadata_of


def metadata(head: str = "", body: str = "", html: str = "<html>") -> Metadata:
    """Metadata of a page with that head and body."""
    page = f"<!DOCTYPE html>{html}<head>{head}</head><body>{body}</body></html>"
    return metadata_of(lxml.html.document_fromstring(page, parser=lxml.html.HTMLParser(huge_tree=True)))


@pytest.mark.parametrize("rel", ["canonical", "CANONICAL", "canonical nofollow", "external,canonical"])
def test_canonical_is_told_by_any_token_of_rel(rel: str) -> None:
    """`rel` is a list of tokens, split on white space and commas, in any case."""
    found = metadata(f'<link rel="{rel}" href=" https://orig.example/a ">').canonicals
    assert [("https://orig.example/a", "link", "href")] == [(m.value, m.element.tag, m.attribute) for m in found]


def test_several_canonicals_are_all_given() -> None:
    """Search engines ignore all if there are several: none is chosen here, and those in the body count."""
    found = metadata(
        '<link rel="canonical" href="https://a.example/">', '<link rel="canonical" href="https://b.example/">'
    )
    assert ["https://a.example/", "https://b.example/"] == [m.value for m in found.canonicals]


def test_a_link_without_address_states_nothing() -> None:
    """An empty `href` is no canonical."""
    assert () == metadata('<link rel="canonical" href=""><link rel="canonical">').canonicals


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ('<meta property="og:url" content="https://host.example/a">', "self_urls", "https://host.example/a"),
        ('<meta name="author" content="Jane  Doe">', "authors", "Jane Doe"),
        ('<meta name="DC.Creator" content="Jane Doe">', "authors", "Jane Doe"),
        ('<meta name="dc:creator" content="Jane Doe">', "authors", "Jane Doe"),
        ('<meta property="og:title article:author" content="Jane Doe">', "authors", "Jane Doe"),
        ('<meta name="copyright" value="2019 Example Institute">', "copyrights", "2019 Example Institute"),
        ('<meta name="dcterms.rightsHolder" content="Example Institute">', "copyright_holders", "Example Institute"),
        (
            '<meta name="syndication-source" content="https://orig.example/a">',
            "original_urls",
            "https://orig.example/a",
        ),
        ('<link rel="via" href="https://orig.example/a">', "original_urls", "https://orig.example/a"),
        ('<meta name="DC.source" content="River Post">', "sources", "River Post"),
        ('<link rel="license" href="https://licence.example/1">', "licences", "https://licence.example/1"),
        ('<meta name="dcterms.license" content="CC BY 4.0">', "licences", "CC BY 4.0"),
        ('<meta name="dc.publisher" content="The Herald">', "publishers", "The Herald"),
    ],
)
def test_statements_are_sorted_by_what_they_are_about(head: str, field: str, value: str) -> None:
    """The names of `meta` and `link` elements are read in any case, with dot or colon."""
    assert [value] == [m.value for m in getattr(metadata(head), field)]


def test_licences_for_machines_are_none() -> None:
    """An RSL link licences crawling."""
    head = '<link rel="license" type="application/rsl+xml" href="/license.xml">'
    assert () == metadata(head).licences


def test_weights_tell_names_that_decide_from_hints() -> None:
    """`twitter:creator` holds a handle, which is less than a name."""
    head = '<meta name="twitter:creator" content="@jd"><meta name="author" content="Jane Doe">'
    assert [("twitter:creator", 1), ("author", 2)] == [(m.name, m.weight) for m in metadata(head).authors]


@pytest.mark.parametrize(
    ("content", "directives"),
    [
        ("noindex, FOLLOW", {"noindex", "follow"}),
        ("none", {"noindex", "nofollow"}),
        ("max-snippet:-1,", {"max-snippet:-1"}),
    ],
)
def test_robots_directives_are_split(content: str, directives: set[str]) -> None:
    """Directives are parted by commas; `none` is short for two."""
    (robots,) = metadata(f'<meta name="googlebot-news" content="{content}">').robots
    assert ("googlebot-news", frozenset(directives)) == (robots.name, directives_of(robots))


@pytest.mark.parametrize(
    ("head", "html", "language"),
    [
        ("", '<html lang="de-AT">', "de"),
        ('<meta property="og:locale" content="pt_BR">', "<html>", "pt"),
        ('<meta http-equiv="Content-Language" content="EL">', '<html lang="">', "el"),
        ("", '<html lang="english">', None),
        ("", "<html>", None),
    ],
)
def test_language_is_a_primary_subtag(head: str, html: str, language: str | None) -> None:
    """The language of the root element counts before those of the head."""
    assert language == metadata(head, html=html).language


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Flood | The Herald</title>", "<h1>Flood</h1>", "Flood"),
        ("<title>Flood | The Herald</title>", "<h1>The Herald</h1><h1>Flood</h1>", "Flood"),
        ('<title>Flood</title><meta property="og:site_name" content="The Herald">', "<h1>The Herald</h1>", "Flood"),
        ('<title>Flood | X</title><meta property="og:title" content="The flood">', "<h1>News</h1>", "The flood"),
        ('<meta property="og:title" content="Flood - The Herald"><meta property="og:site_name" content="The Herald">',
         "", "Flood"),
        ('<title>The Herald » Flood</title><meta property="og:site_name" content="The Herald">', "", "Flood"),
        ("<title>Milan 2018 | A lamp</title>", "<h1>Milan 2018 | A lamp</h1>", "Milan 2018 | A lamp"),
        ("<title>Flood</title>", "<svg><title>Logo</title></svg>", "Flood"),
        ("", "<h1>Flood</h1>", "Flood"),
        ("", "<p>Flood</p>", None),
    ],
)  # fmt: skip
def test_title_is_that_of_the_article(head: str, body: str, title: str | None) -> None:
    """The heading is taken where the head knows it, and the name of the site is cut off."""
    assert title == metadata(head, body).title


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ('<meta property="og:site_name" content="The Herald"><meta name="twitter:site" content="@herald">',
         ("The Herald", "herald")),
        ("<title>Flood | The Herald</title>", ("The Herald",)),
        ('<link rel="alternate" type="application/rss+xml" title="The Herald » Feed" href="/feed">', ("The Herald",)),
        ('<link rel="alternate" type="application/rss+xml" title="All stories" href="/feed">', ()),
        ('<meta property="og:site_name" content="Flood"><meta property="og:title" content="Flood">', ()),
    ],
)  # fmt: skip
def test_names_of_the_site_are_gathered(head: str, names: tuple[str, ...]) -> None:
    """The site is named by the head, by the window's title, or by its feeds; a title is no name."""
    assert names == metadata(head, "<h1>Flood</h1>").site_names


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        ('<meta property="article:published_time" content="2019-11-20T23:50:00-05:00">', "", date(2019, 11, 20)),
        ('<meta name="date" content="2018-01-01"><meta name="citation_date" content="2019/11/20">', "",
         date(2019, 11, 20)),
        ("", '<time datetime="2020-01-01">now</time><time class="entry-date published" datetime="2019-11-20"></time>',
         date(2019, 11, 20)),
        ("", '<time datetime="2020-01-01"></time><article><time datetime="2019-11-20"></time></article>',
         date(2019, 11, 20)),
        ("", '<time datetime="2019-11-20"></time>', date(2019, 11, 20)),
        ("", '<time datetime="2019-11-20"></time><time datetime="2019-11-21"></time>', None),
        ('<meta name="date" content="soon">', "", None),
    ],
)  # fmt: skip
def test_day_of_publication_is_read(head: str, body: str, day: date | None) -> None:
    """The day is as written, from the surest statement; of several times none is guessed."""
    assert day == metadata(head, body).published


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019-11-20", date(2019, 11, 20)),
        ("20191120", date(2019, 11, 20)),
        ("2019-11-20 10:00:00 +0100", date(2019, 11, 20)),
        ("Wednesday, November 20, 2019", date(2019, 11, 20)),
        ("Nov. 20, 2019", date(2019, 11, 20)),
        ("20 Nov 2019", date(2019, 11, 20)),
        ("20th of November 2019", date(2019, 11, 20)),
        ("20. November 2019", date(2019, 11, 20)),
        ("20 de noviembre de 2019", date(2019, 11, 20)),
        ("20.11.2019", date(2019, 11, 20)),
        ("2019年11月20日", date(2019, 11, 20)),
        ("11/20/2019", None),
        ("2019-02-30", None),
        ("3019-11-20", None),
        ("20 Potatoes 2019", None),
        ("March of the 20 2019", None),
        ("", None),
    ],
)
def test_days_are_read_in_many_spellings(text: str, day: date | None) -> None:
    """Numbers count only where the order of day and month is certain."""
    assert day == date_of(text)


def test_base_and_generator_are_given() -> None:
    """The base address and the program that made the page are read."""
    found = metadata('<base href="https://host.example/x/"><meta name="generator" content="Pages 1.0">')
    assert ("https://host.example/x/", "Pages 1.0") == (found.base, found.generator)


@pytest.mark.parametrize(
    "head",
    [
        "<meta " * 100_000,
        '<meta name="author" content="' + "a " * 500_000 + '">',
        '<meta name="author" content="Jane Doe">' * 50_000,
        '<link rel="' + "canonical," * 100_000 + '" href="/a">',
        "<title>" + " | " * 300_000 + "</title>",
        "<h1>" + "<b>x</b>" * 100_000 + "</h1>",
    ],
    ids=["unclosed", "long value", "many", "long rel", "long title", "long heading"],
)
def test_crafted_heads_take_little_time(head: str) -> None:
    """No head keeps the reader busy."""
    tree = lxml.html.document_fromstring(f"<html><head>{head}</head><body></body></html>")
    start = time.process_time()
    metadata_of(tree)
    assert time.process_time() - start < 1
