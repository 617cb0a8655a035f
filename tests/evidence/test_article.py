"""The main text is the article's own words: nothing of the page's furniture, and nothing of the article lost."""

from __future__ import annotations

import time

import lxml.html
import pytest
from lxml import etree

from licencecheck.evidence.article.reading import Article, article_of, markdown_article

RIVER = (
    "The river rose again in the night, and the people of the valley, who had seen it before, carried their beds up."
)
MAYOR = "The mayor said that the new dam, which was to hold back such floods, would be ready in two years, not in one."
FERRY = "By noon the ferry was running once more, though its captain, a cautious man, took nobody across after dark."
BRIDGE = "The old bridge, which engineers had called safe in spring, lost two of its arches before the water fell."
BODY = f"<p>{RIVER}</p><p>{MAYOR}</p><p>{FERRY}</p>"


def tree_of(body: str, head: str = "") -> lxml.html.HtmlElement:
    """Parse a page with that body."""
    page = f"<html><head><title>Flood</title>{head}</head><body>{body}</body></html>"
    return lxml.html.document_fromstring(page, parser=lxml.html.HTMLParser(huge_tree=True))


def text_of(body: str, own_host: str = "") -> str:
    """Main text of a page with that body."""
    return article_of(tree_of(body), own_host=own_host).main_text().text


def article_with(inner: str, own_host: str = "") -> list[str]:
    """Paragraphs of an article in which `inner` stands between the second and the third."""
    body = f"<nav><a href='/'>Home</a></nav><article><p>{RIVER}</p><p>{MAYOR}</p>{inner}<p>{FERRY}</p></article>"
    return text_of(body, own_host).split("\n\n")


def test_paragraphs_are_parted_by_empty_lines() -> None:
    """The text of the article is its paragraphs."""
    assert f"{RIVER}\n\n{MAYOR}\n\n{FERRY}" == text_of(f"<article>{BODY}</article>")


def test_lines_of_a_paragraph_are_parted_by_line_breaks() -> None:
    """`<br>` ends a line and no paragraph."""
    assert [RIVER, f"{MAYOR}\n{BRIDGE}", FERRY] == text_of(
        f"<article><p>{RIVER}</p><p>{MAYOR}<br>{BRIDGE}</p><p>{FERRY}</p></article>"
    ).split("\n\n")


def test_words_are_counted() -> None:
    """The word count is that of the text given."""
    assert 3 * 22 == article_of(tree_of(f"<article>{f'<p>{RIVER}</p>' * 3}</article>")).main_text().word_count


def test_menus_sidebars_comments_and_footers_are_left_out() -> None:
    """What stands around the article is not its text."""
    around = (
        "<header><ul><li><a href='/a'>News</a></li></ul></header>{}"
        f"<aside class='sidebar'><p>{BRIDGE}</p></aside><div id='comments'><p>{BRIDGE}</p></div>"
        "<footer><p>© 2026 The Valley Herald. All rights reserved.</p></footer>"
    )
    assert [RIVER, MAYOR, FERRY] == text_of(around.format(f"<article>{BODY}</article>")).split("\n\n")


def test_a_layout_name_around_the_article_says_nothing() -> None:
    """A wrapper called `has-sidebar caption-below` is no sidebar and no caption."""
    assert [RIVER, MAYOR, FERRY] == text_of(
        f"<div class='has-sidebar caption-below gallery'><article>{BODY}</article></div>"
    ).split("\n\n")


@pytest.mark.parametrize(
    "furniture",
    [
        "<figure><img src='a.jpg'><figcaption>The bridge before the flood</figcaption></figure>",
        "<div class='wp-caption'><img src='a.jpg'><p class='wp-caption-text'>The bridge before the flood</p></div>",
        "<p><a href='/news/dam'>The long quarrel about the dam</a></p>",
        "<p><a href='https://herald.example/news/dam'>The long quarrel about the dam</a></p>",
        "<p>Read more: <a href='https://other.example/dam'>the dam</a></p>",
        "<p>Lesen Sie auch: Der Streit um den Damm</p>",
        "<p>相关阅读：大坝之争</p>",
        "<div class='newsletter-signup'><p>All the news of the valley, each morning, in your mail.</p></div>",
        f"<div class='related-posts'><p>{BRIDGE}</p></div>",
        f"<p style='display: none'>{BRIDGE}</p>",
        f"<script>var text = '{BRIDGE}'</script>",
    ],
)
def test_furniture_within_the_article_is_left_out(furniture: str) -> None:
    """Captions, teasers, calls to subscribe and hidden text are not the article's words."""
    assert [RIVER, MAYOR, FERRY] == article_with(furniture, own_host="herald.example")


@pytest.mark.parametrize(
    "inner",
    [
        f"<blockquote class='twitter-tweet'><p>{BRIDGE}</p></blockquote>",
        f"<div class='embed'><blockquote class='twitter-tweet'><p>{BRIDGE}</p></blockquote></div>",
        f"<ul><li>{BRIDGE}</li></ul>",
        f"<pre>{BRIDGE}</pre>",
        f"<p class='extra-remark'>{BRIDGE}</p>",
        f"<div>{BRIDGE}</div>",
    ],
)
def test_what_stands_among_the_paragraphs_is_kept(inner: str) -> None:
    """Quotations, lists, code and loose text between two paragraphs belong to the article, whatever their class."""
    assert [RIVER, MAYOR, BRIDGE, FERRY] == article_with(inner)


def test_headings_within_the_article_are_kept() -> None:
    """A heading between paragraphs is part of the text."""
    assert [RIVER, MAYOR, "The ferry", FERRY] == article_with("<h2>The ferry</h2>")


def test_a_line_of_links_to_other_sites_is_kept() -> None:
    """Links that lead out were set by the author, those into the own site by the theme."""
    inner = "<ul><li><a href='https://dam.example/plan'>The plan of the dam</a></li></ul>"
    assert [RIVER, MAYOR, "The plan of the dam", FERRY] == article_with(inner, own_host="herald.example")


def test_a_bare_address_is_kept() -> None:
    """An address written out is a reference."""
    inner = "<p><a href='/plan'>https://herald.example/plan</a></p>"
    assert [RIVER, MAYOR, "https://herald.example/plan", FERRY] == article_with(inner, own_host="herald.example")


def test_title_byline_and_date_above_the_text_are_left_out() -> None:
    """What names title, author and date is not the article's text."""
    top = "<h1>Flood in the valley</h1><p class='byline'>By Jane Doe</p><div>Updated 4:00 am, November 20, 2019</div>"
    assert [RIVER, MAYOR, FERRY] == text_of(f"<article>{top}{BODY}</article>").split("\n\n")


def test_a_year_in_the_first_sentence_is_no_date_line() -> None:
    """A short opening sentence with a year stays."""
    assert "It was the flood of 2019." in text_of(f"<article><p>It was the flood of 2019.</p>{BODY}</article>")


def test_an_opening_paragraph_that_readability_drops_is_kept() -> None:
    """A class name that readability dislikes does not cost the article its first paragraph."""
    body = f"<article><section><div class='sourced-media-footnote'><p>{BRIDGE}</p></div>{BODY * 2}</section></article>"
    assert text_of(body).startswith(BRIDGE)


def test_a_page_on_which_readability_fails_still_has_its_text() -> None:
    """Where readability keeps nothing, the box with the most prose is taken."""
    body = f"<form class='promo-widget'><div class='story'>{BODY}</div></form><div class='footer'><p>About us</p></div>"
    assert [RIVER, MAYOR, FERRY] == text_of(f"<div><div class='page'>{body}</div></div>").split("\n\n")


def test_a_short_article_is_told_from_the_comments_below() -> None:
    """The article that holds the page's heading counts, although what follows it is longer."""
    remarks = "".join(f"<div class='remark'><p>{text}</p><p>{BRIDGE}</p></div>" for text in (RIVER, MAYOR, FERRY))
    body = (
        f"<article><h1>Flood</h1><section><p>{RIVER}</p><p>{MAYOR}</p><p>{FERRY}</p></section></article>{remarks * 3}"
    )
    assert [RIVER, MAYOR, FERRY] == text_of(body).split("\n\n")


def test_a_short_chinese_article_is_long_enough() -> None:
    """A Chinese sign says as much as three letters."""
    lines = [
        "大雨一夜未停，河水在清晨漫过了老桥，沿岸居民早有准备，纷纷把被褥搬上楼。",
        "市长说，新的大坝将在两年后完工。",
    ] * 2
    body = "".join(f"<p>{line}</p>" for line in lines)
    assert lines == text_of(f"<div><div>{body}</div><div class='x'><p>版权所有 河谷日报</p></div></div>").split("\n\n")


@pytest.mark.parametrize("body", ["", "<p></p>", "<p>Hello</p>", "<frameset><frame src='a'></frameset>", "<!-- a -->"])
def test_pages_with_few_words_do_no_harm(body: str) -> None:
    """A page without prose gives at most its few words."""
    assert text_of(body) in {"", "Hello"}


def test_the_tree_is_left_as_it_is() -> None:
    """Reading the main text changes nothing in the tree."""
    tree = tree_of(f"<!-- a --><div hidden>b</div><article><div>c <br> d</div>{BODY}<script>e</script></article>")
    before = etree.tostring(tree)
    article_of(tree)
    assert before == etree.tostring(tree)


def test_trees_of_the_plain_html_parser_are_read() -> None:
    """The elements need not be those of `lxml.html`."""
    tree = etree.fromstring(f"<html><body><article>{BODY}</article></body></html>", parser=etree.HTMLParser())
    assert f"{RIVER}\n\n{MAYOR}\n\n{FERRY}" == article_of(tree).main_text().text


def test_a_page_without_text_has_an_article_without_paragraphs() -> None:
    """It is empty, and no trouble."""
    assert Article(()) == article_of(tree_of(""))


def test_attribution_can_be_taken_out() -> None:
    """The runs of the attribution are left out by their index."""
    article = article_of(
        tree_of(f"<article>{BODY}<p>This article was first published by the Valley Herald.</p></article>")
    )
    assert f"{RIVER}\n\n{MAYOR}\n\n{FERRY}" == article.main_text(without={article.paragraphs[-1].index}).text


def test_a_rendered_post_is_all_text_but_its_title() -> None:
    """Markdown has no furniture: lists of links and code are the author's."""
    tree = tree_of(
        f"<h1>Flood</h1><p>{RIVER}</p><ul><li><a href='/a'>The dam</a></li></ul><pre><code>x = 1</code></pre>"
    )
    assert f"{RIVER}\n\nThe dam\n\nx = 1" == markdown_article(tree).main_text().text


LINKED = (
    "<p>The river <a href='/x'>rose again in the night</a>, and the people, we are told, moved their things up.</p>"
)
HOSTILE = {
    "boxes in boxes": "<div class='article'>" * 150 + (LINKED * 10 + "</div>") * 150,
    "boxes in boxes, not so deep": "<div class='article'>" * 60 + (LINKED * 10 + "</div>") * 60,
    "very deep": "<div>" * 1900 + BODY,
    "unclosed inline elements": BODY + "<b><i><p>" * 30_000,
    "siblings that become empty": f"<article>{BODY * 4}"
    + "<p></p><div><a href='/a'>xx</a></div>" * 8000
    + "</article>",
    "empty boxes": f"<article>{BODY * 4}{'<div></div>' * 20_000}</article>",
    "quotation behind many boxes": "<article><div>"
    + "<div>and the people of the valley said:</div>" * 5000
    + f"</div><div>{'<p>xx</p>' * 5000}<blockquote>y</blockquote></div></article>",
    "many standfirsts": "<article>" + f"<p class='subtitle'>{RIVER}</p>" * 3000 + f"<div>{BODY * 9}</div></article>",
    "many segments": "<article>" + f"<div><div class='post x'>{BODY}</div></div>" * 1500 + "</article>",
    "line breaks": f"<div>{'text a<br>' * 60_000}</div>",
    "comments between text": f"<article>{BODY}<div>{'<!-- a -->x ' * 50_000}</div></article>",
    "spaces": f"<p>{' ' * 1_000_000}</p>{BODY}",
    "long class": f"<p class='{'comment ' * 100_000}'>x</p>{BODY}",
}


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE.keys())
def test_crafted_pages_take_little_time(page: str) -> None:
    """No page keeps the reader busy for more than two seconds of processor time."""
    tree = tree_of(page)
    start = time.process_time()
    article_of(tree)
    assert time.process_time() - start < 2
