"""Elements, attributes and texts of HTML pages are found in the file."""

from __future__ import annotations

from typing import Literal

import pytest
from lxml import etree

from licencecheck.documents import Document, read
from licencecheck.model import Location

Part = Literal["text", "tail"]


def page(source: str) -> Document:
    """A page that must be readable."""
    result = read("a.html", source.encode())
    assert isinstance(result, Document)
    return result


def one(document: Document, tag: str, number: int = 0) -> etree._Element:
    """The n-th element of a name."""
    return list(document.tree.iter(tag))[number]


def place(location: Location) -> tuple[int | None, int | None]:
    """Line and column."""
    return location.line, location.column


def element(source: str, tag: str, attribute: str | None = None, number: int = 0) -> tuple[int | None, int | None]:
    """Where the n-th element of a name stands, or one of its attributes."""
    document = page(source)
    return place(document.element_at(one(document, tag, number), attribute))


def text(source: str, tag: str, part: Part, index: int = 0, number: int = 0) -> tuple[int | None, int | None]:
    """Where a character of the n-th element of a name stands."""
    document = page(source)
    return place(document.text_at(one(document, tag, number), part, index))


def test_a_location_names_path_and_element() -> None:
    """Beside line and column."""
    document = page("<html><body><p>a</p><p>b <a href='u'>c</a></p></body></html>")
    assert Location("a.html", 1, 35, "/html/body/p[2]/a") == document.element_at(one(document, "a"), "href")


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ('<a href="u">', 10),
        ("<a href='u'>", 10),
        ("<a href=u>", 9),
        ('<a href = "u">', 12),
        ('<A HREF="u">', 10),
        ('<a title="href=x" href="u">', 25),
        ('<a title="a>b" href="u">', 22),
        ('<a href="u" href="v">', 10),
        ("<a/href=u>", 9),
    ],
)
def test_the_value_of_an_attribute_is_found(tag: str, expected: int) -> None:
    """Its first character, behind the quotation mark."""
    assert (1, expected) == element(f"{tag}x</a>", "a", "href")


def test_an_attribute_without_value_stands_at_its_name() -> None:
    """There is no other place for it."""
    assert (1, 8) == element("<input checked>", "input", "checked")


def test_a_missing_attribute_has_no_place() -> None:
    """None rather than the tag."""
    assert (None, None) == element("<a name=x>y</a>", "a", "href")


def test_a_tag_over_several_lines_begins_in_its_first() -> None:
    """The parser itself knows only its last line."""
    source = "<html><body>\n<p>x</p>\n  <a class='c'\n     href='https://orig.example/'\n  >y</a></body></html>"
    document = page(source)
    link = one(document, "a")
    assert ((3, 3), (4, 12)) == (place(document.element_at(link)), place(document.element_at(link, "href")))


def test_lines_past_65535_are_counted() -> None:
    """The parser's own line numbers end there."""
    source = "<html><body>" + "<p>x</p>\n" * 70_000 + " <a href='u'>y</a></body></html>"
    document = page(source)
    link = one(document, "a")
    assert [(70_001, 2), (70_001, 11), (70_001, 14)] == [
        place(document.element_at(link)),
        place(document.element_at(link, "href")),
        place(document.text_at(link, "text")),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_all_line_ends_count(end: str) -> None:
    """LF, CR LF and, where there is no other, CR."""
    assert (3, 4) == text(f"<p>a</p>{end}{end}<p>b</p>", "p", "text", number=1)


def test_a_stray_carriage_return_ends_no_line() -> None:
    """As git and GitHub count the lines of a file that has other line ends."""
    assert (2, 5) == text("<p>a\r</p>\n\r<p>b</p>", "p", "text", number=1)


def test_columns_count_characters() -> None:
    """Neither bytes nor UTF-16 units."""
    assert (1, 16) == element("<p>😀é文ü <b></b><i></i></p>", "i")


def test_a_byte_order_mark_is_no_column() -> None:
    """The first character of the page stands in column 1."""
    document = read("a.html", b"\xef\xbb\xbf<p>x</p>")
    assert isinstance(document, Document)
    assert (1, 1) == place(document.element_at(one(document, "p")))


def test_columns_of_other_encodings_count_characters() -> None:
    """UTF-16 here."""
    document = read("a.html", "<p>été <b>x</b></p>".encode("utf-16"))
    assert isinstance(document, Document)
    assert (1, 8) == place(document.element_at(one(document, "b")))


@pytest.mark.parametrize(
    ("source", "index", "expected"),
    [
        ("<p>a&amp;bc</p>", 1, 5),
        ("<p>a&amp;bc</p>", 2, 10),
        ("<p>&nbsp;&#8217;&#x2019;b</p>", 3, 25),
        ("<p>&copyb</p>", 1, 9),
        ("<p>&unknown;b</p>", 9, 13),
        ("<p>a & b</p>", 4, 8),
        ("<p>a<!-- x -->b</p>", 0, 4),
        ("<p>a</i>b</p>", 1, 9),
        ("<p>a\0b</p>", 2, 6),
    ],
)
def test_a_character_of_text_is_found(source: str, index: int, expected: int) -> None:
    """References count as one character; end tags that end nothing are none."""
    assert (1, expected) == text(source, "p", "text", index)


def test_text_behind_a_comment_is_found() -> None:
    """It is the comment's tail."""
    document = page("<p>a<!-- <b>x</b> -->b</p>")
    comment = next(document.tree.iter(etree.Comment))
    assert [(1, 5), (1, 9), (1, 22)] == [
        place(document.element_at(comment)),
        place(document.text_at(comment, "text")),
        place(document.text_at(comment, "tail")),
    ]


def test_a_comment_before_the_page_is_found() -> None:
    """Licence tags stand there."""
    document = page("<!-- SPDX-License-Identifier: CC-BY-4.0 -->\n<html><body>x</body></html>")
    comment = document.tree.getprevious()
    assert comment is not None
    assert (1, 6) == place(document.text_at(comment, "text", 1))


def test_tails_are_found() -> None:
    """Also behind nested elements."""
    assert (2, 9) == text("<p>a<b>b\n<i>c</i>d</b>e</p>", "i", "tail")


def test_text_in_scripts_is_found() -> None:
    """Where no references are resolved and no tags read."""
    source = '<script type=\'application/ld+json\'>{\n"a": "<b>&amp;"}</script><p>x'
    assert (2, 14) == text(source, "script", "text", 15)


def test_markup_in_scripts_misleads_nothing() -> None:
    """What looks like a tag there is none."""
    assert (1, 49) == element("<script>var a='<p><a href=u>';</script><a href='v'>x</a>", "a", "href")


def test_text_in_titles_is_found() -> None:
    """References are resolved there, tags are not read."""
    assert (1, 14) == text("<title>&lt;<b></title><p>x", "title", "text", 3)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>Words</p>", (1, 1)),
        ("\n <meta name=x><p>Words</p>", (2, 15)),
        ("Words <b>x</b>", (1, 1)),
    ],
)
def test_an_element_that_the_parser_added_stands_where_its_content_begins(
    source: str, expected: tuple[int, int]
) -> None:
    """Here the body."""
    assert expected == element(source, "body")


def test_a_second_body_tag_misleads_nothing() -> None:
    """The parser gives its attributes to the first."""
    source = "<html><body><p>a</p><body class=c><p>b <a href='u'>c</a></p></body></html>"
    assert (1, 49) == element(source, "a", "href")


def test_misnested_tags_mislead_nothing() -> None:
    """As in old pages."""
    source = "<b><i>a</b>b</i>c<p><a href=u><a href=v>d</a></p></p><p>e"
    assert [(1, 29), (1, 39), (1, 57)] == [
        element(source, "a", "href"),
        element(source, "a", "href", 1),
        text(source, "p", "text", number=1),
    ]


@pytest.mark.parametrize(
    "source",
    [
        "<html><body><p>a</p></body></html>\n<p>Source: <a href='u'>Orig</a></p>",
        "<html><body><p>a</p></body></html>\n<html><body><p>Source: <a href='u'>Orig</a></p></body></html>",
        "<HTML><BODY><P>a</P></BODY></HTML>Source: <A HREF='u'>Orig</A>",
        "<html><body><p>a</p></body><div>Source: <a href='u'>Orig</a></div></html>",
    ],
)
def test_what_follows_the_end_of_the_page_is_read(source: str) -> None:
    """The parser alone would lose it; a browser shows it."""
    document = page(source)
    link = document.tree.find("body//a")
    assert link is not None
    line, column = place(document.element_at(link, "href"))
    assert "u'>Orig" == source.split("\n")[(line or 0) - 1][(column or 0) - 1 :][:7]


def test_text_alone_behind_the_end_of_the_page_is_read() -> None:
    """Even without a tag."""
    words = str(page("<html><body>a</body></html>Source: Orig").tree.xpath("string()")).split()
    assert ["a", "Source:", "Orig"] == words


def test_the_tree_bears_no_marks() -> None:
    """Looking for places leaves the tree as it was."""
    document = page("<p id=a>x<!-- c --><br></p><body class=b>")
    before = etree.tostring(document.tree)
    document.element_at(one(document, "p"))
    assert before == etree.tostring(document.tree)


def test_the_end_is_the_last_line_with_text() -> None:
    """Blank lines behind it do not count."""
    assert (3, 2) == place(page("<p>a</p>\n<p>b\n </p>\n\n  \n").end())


def test_elements_of_other_trees_have_no_place() -> None:
    """A copy is not in the file."""
    assert (None, None) == place(page("<p>a</p>").element_at(etree.Element("p")))


def test_front_matter_of_a_page_is_no_text() -> None:
    """Generators read it from HTML pages too."""
    document = page("---\nsource: Orig\n---\n<p>Words</p>")
    assert ("Orig", "Words", (4, 1)) == (
        document.front_matter["source"].value,
        str(document.tree.xpath("string()")).strip(),
        place(document.element_at(one(document, "p"))),
    )


def test_paths_number_only_what_is_not_alone() -> None:
    """As XPath does."""
    document = page("<html><body><p>a<o:x>b</o:x><br><br></p><!-- c --></body></html>")
    paths = [document.element_at(node).element for node in document.tree.iter()]
    assert [
        "/html",
        "/html/body",
        "/html/body/p",
        "/html/body/p/*[name()='o:x']",
        "/html/body/p/br[1]",
        "/html/body/p/br[2]",
        "/html/body/comment()",
    ] == paths


def test_a_path_finds_its_element() -> None:
    """It is an XPath of the tree."""
    document = page("<html><body><p>a</p><p>b<o:x>c</o:x></p></body></html>")
    nodes = list(document.tree.iter())
    assert [[node] for node in nodes] == [
        document.tree.xpath(document.element_at(node).element or "") for node in nodes
    ]
