"""Markdown posts become pages, and everything in them is found in the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt
from markdown_it.rules_core import inline as parse_inline

from licencecheck.documents import Document, read
from licencecheck.documents.markdown.dialect import dialect
from licencecheck.documents.markdown.rendering import render
from licencecheck.model import Location


def post(source: str, path: str = "a.md") -> Document:
    """A post that must be readable."""
    result = read(path, source.encode())
    assert isinstance(result, Document)
    return result


def html(source: str, path: str = "a.md") -> str:
    """What a post is rendered to."""
    body = etree.tostring(post(source, path).tree, encoding="unicode", method="html")
    return body.removeprefix("<html><body>").removesuffix("</body></html>").strip()


def links(source: str) -> list[tuple[str | None, int | None, int | None]]:
    """The links of a post with the places of their URLs."""
    document = post(source)
    places = [(link.get("href"), document.element_at(link, "href")) for link in document.tree.iter("a")]
    return [(url, at.line, at.column) for url, at in places]


def words(source: str, text: str) -> tuple[int | None, int | None]:
    """Where words of a post stand."""
    document = post(source)
    for node in document.tree.iter():
        for part in ("text", "tail"):
            index = (getattr(node, part) or "").find(text)
            if index >= 0:
                at = document.text_at(node, "text" if part == "text" else "tail", index)
                return at.line, at.column
    return None, None


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Words *and* **more**", "<p>Words <em>and</em> <strong>more</strong></p>"),
        ("~~gone~~", "<p><s>gone</s></p>"),
        ("## Title ##", "<h2>Title</h2>"),
        ("[Orig](https://orig.example/a)", '<p><a href="https://orig.example/a">Orig</a></p>'),
        ("<https://orig.example/a>", '<p><a href="https://orig.example/a">https://orig.example/a</a></p>'),
        ("> *First published elsewhere*", "<blockquote><p><em>First published elsewhere</em></p>\n</blockquote>"),
        ("a  \nb", "<p>a<br>b</p>"),
        ("![alt *text*](i.png)", '<p><img src="i.png" alt="alt text"></p>'),
        ('<sub>By <a rel="license" href="u">x</a></sub>', '<p><sub>By <a rel="license" href="u">x</a></sub></p>'),
        ("<!-- source -->\n\nx", "<!-- source -->\n<p>x</p>"),
        ("`<b>`", "<p><code>&lt;b&gt;</code></p>"),
        ("x < y & z", "<p>x &lt; y &amp; z</p>"),
        ("[^1]: Originally published in Orig", "<p>[^1]: Originally published in Orig</p>"),
        ("[x](javascript:void(0))", '<p><a href="javascript:void(0)">x</a></p>'),
        ("[x](a%20b?c=ü)", '<p><a href="a%20b?c=%C3%BC">x</a></p>'),
    ],
)
def test_markdown_is_rendered(source: str, expected: str) -> None:
    """CommonMark with strikethrough, and HTML as it is."""
    assert expected == html(source)


def test_tables_are_rendered() -> None:
    """As on GitHub."""
    assert ["a", "b", "1", "2"] == [cell.text for cell in post("|a|b|\n|-|-|\n|1|2|").tree.iter("th", "td")]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Source: https://orig.example/a.", ["https://orig.example/a"]),
        ("(https://orig.example/a_(b))", ["https://orig.example/a_(b)"]),
        ("**https://orig.example/a**", ["https://orig.example/a"]),
        ("via:HTTP://orig.example/a_b_c", ["HTTP://orig.example/a_b_c"]),
        ("来源：https://orig.example/a，作者", ["https://orig.example/a"]),
        ("xhttps://orig.example/a", []),
        ("https://", []),
        ("`https://orig.example/a`", []),
        ("[https://orig.example/a](https://other.example/b)", ["https://other.example/b"]),
        ("[Orig](https://orig.example/a", []),
        ("[^1]: https://orig.example/a", ["https://orig.example/a"]),
    ],
)
def test_bare_urls_are_links(source: str, expected: list[str]) -> None:
    """Without the punctuation that ends the sentence; a link that lacks its bracket stays text."""
    assert expected == [url for url, _, _ in links(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{< note >}}\nSource: *Orig*\n{{< /note >}}", "<p>Source: <em>Orig</em></p>"),
        ("{{% callout %}}\nSource\n{{% /callout %}}", "<p>Source</p>"),
        ("{% raw %}\nSource\n{% endraw %}", "<p>Source</p>"),
        ("{% include share.html %}\n# Title", "<h1>Title</h1>"),
        ("Source\n{% include share.html %}\nmore", "<p>Source</p>\n<p>more</p>"),
        ('{{< figure\n  src="a.png"\n>}}\n\nSource', "<p>Source</p>"),
        ("By {{< author id=1 >}} and {% x %}others", "<p>By  and others</p>"),
        ("At {{ page.source }}", "<p>At {{ page.source }}</p>"),
        ("At {{ a_b_c }} *x*", "<p>At {{ a_b_c }} <em>x</em></p>"),
        ("[x]({{ page.url }})", '<p><a href="{{%20page.url%20}}">x</a></p>'),
        ("`{{< note >}}`", "<p><code>{{&lt; note &gt;}}</code></p>"),
        ("> Source\n{: .prompt-info }", "<blockquote><p>Source</p>\n</blockquote>"),
        ("[x](u){:target=blank}", '<p><a href="u">x</a></p>'),
        (":::note\nSource\n:::", "<p>Source</p>"),
        (":::note Source\nOrig\n:::", "<p>:::note Source\nOrig</p>"),
        ("!!! info\n    Source: [x](u)", '<p>!!! info\nSource: <a href="u">x</a></p>'),
        ('import X from "y"\nexport const a = {\n  b: 1}\n\nSource', "<p>Source</p>"),
        ("Source {/* hidden */} Orig", "<p>Source  Orig</p>"),
        ("We import sugar.\nexport it", "<p>We import sugar.\nexport it</p>"),
        ("{% raw", "<p>{% raw</p>"),
    ],
)
def test_template_tags_break_nothing(source: str, expected: str) -> None:
    """What they hold stays, what would print something stays as text, the rest vanishes."""
    assert expected == html(source)


@pytest.mark.parametrize("fence", ["---\nsource: Orig\n---", "+++\nsource = 'Orig'\n+++", '{"source": "Orig"}'])
def test_front_matter_is_no_text(fence: str) -> None:
    """It is read apart, and lines still count from the top of the file."""
    document = post(f"{fence}\n\nWords")
    paragraph = next(document.tree.iter("p"))
    lines = fence.count("\n") + 3
    assert ("Orig", "Words", lines) == (
        document.front_matter["source"].value,
        str(document.tree.xpath("string()")).strip(),
        document.element_at(paragraph).line,
    )


def test_a_file_with_front_matter_only_is_a_page_without_text() -> None:
    """It is readable."""
    document = post("---\ntitle: T\n---\n")
    assert ("", "T") == (str(document.tree.xpath("string()")), document.front_matter["title"].value)


def test_a_location_names_path_and_element() -> None:
    """Beside line and column."""
    document = post("Words\n\nMore [x](u)")
    assert Location("a.md", 3, 10, "/html/body/p[2]/a") == document.element_at(next(document.tree.iter("a")), "href")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[x](u)", ("u", 1, 5)),
        ("[x]( <u v> )", ("u v", 1, 7)),
        ('[x](u "t")', ("u", 1, 5)),
        ("[x]()", ("", 1, 5)),
        ("*a* **[*x*](u)**", ("u", 1, 13)),
        ("a\nb [x](u)", ("u", 2, 7)),
        ("> > [x](u)", ("u", 1, 9)),
        ("- a\n\n  [x](u)", ("u", 3, 7)),
        ("1. [x](u)", ("u", 1, 8)),
        ("# [x](u) #", ("u", 1, 7)),
        ("[x](u)\n===", ("u", 1, 5)),
        ("<https://a.example>", ("https://a.example", 1, 2)),
        ("see https://a.example/b.", ("https://a.example/b", 1, 5)),
        ("`[y](v)` [x](u)", ("u", 1, 14)),
        ("\\[y](v) [x](u)", ("u", 1, 13)),
        ("&amp; [x](u)", ("u", 1, 11)),
        ("[![i](j)](u)", ("u", 1, 11)),
        ("<b>a</b> [x](u)", ("u", 1, 14)),
        ("a <a\nhref='u'>x</a>", ("u", 2, 7)),
        ("<div>\n<a href='u'>x</a>\n</div>", ("u", 2, 10)),
        ("> <p><a href='u'>x</a>", ("u", 1, 15)),
        ("|a|[x](u)|\n|-|-|", ("u", 1, 8)),
        ("a|b\n-|-\n`c`|[x](u)", ("u", 3, 9)),
        ("[x][1]\n\n[1]: u", ("u", 3, 6)),
        ("[x][]\n\n> [X]: <u> 't'", ("u", 3, 9)),
        ("[x]\n\n[y]: v\n[x]: u", ("u", 4, 6)),
        ("\t[y](v)\n\n[x](u)", ("u", 3, 5)),
        ("a\r\n\r\n[x](u)", ("u", 3, 5)),
        ("a\r\r[x](u)", ("u", 3, 5)),
        ("a\n\rb\n[x](u)", ("u", 3, 5)),
        ("a\n\rb [x](u)", ("u", 2, 8)),
        ("{{ a }} {% b %} [x](u)", ("u", 1, 21)),
        ("[x]({{ a b }})", ("{{ a b }}", 1, 5)),
    ],
)
def test_the_url_of_a_link_is_found(source: str, expected: tuple[str, int, int]) -> None:
    """Its first character, in the link or in the definition that it names."""
    assert [expected] == links(source)


def test_the_url_of_a_definition_in_the_next_line_has_no_place() -> None:
    """None rather than a guess."""
    assert [("u", None, None)] == links("[x]\n\n[x]:\n  u")


@pytest.mark.parametrize(
    ("attribute", "expected"),
    [("src", (1, 14)), ("alt", (1, 5)), ("title", (1, 21))],
)
def test_attributes_of_pictures_are_found(attribute: str, expected: tuple[int, int]) -> None:
    """URL, description and title."""
    document = post("a ![the *i*](i.png 't')")
    at = document.element_at(next(document.tree.iter("img")), attribute)
    assert expected == (at.line, at.column)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a Source", (1, 3)),
        ("a\n  Source", (2, 3)),
        ("> a\nSource", (2, 1)),
        ("*a* **b** Source", (1, 11)),
        ("a\\* &copy; Source", (1, 12)),
        ("a  \nSource", (2, 1)),
        ("a\\\nSource", (2, 1)),
        ("- a\n- Source", (2, 3)),
        ("  - a\n    - Source", (2, 7)),
        ("## Source ##", (1, 4)),
        ("> ## Source", (1, 6)),
        ("- | a | Source |\n  |---|---|", (1, 9)),
        ("|a|b|\n|-|-|\n||Source|", (3, 3)),
        ("`a` `` ` Source``", (1, 10)),
        ("```\na\n  Source\n```", (3, 3)),
        ("    Source", (1, 5)),
        ("<div>\nSource</div>", (2, 1)),
        ("<p>a &amp; Source", (1, 12)),
        ("---\na: b\n---\n\n\nSource", (6, 1)),
        ("\ta\n\nSource", (3, 1)),
        ("[a](u) Source", (1, 8)),
        ("<!-- Source -->", (1, 6)),
    ],
)
def test_words_are_found(source: str, expected: tuple[int, int]) -> None:
    """Wherever they stand in a post."""
    assert expected == words(source, "Source")


@pytest.mark.parametrize(
    ("source", "tag", "expected"),
    [
        ("a\n\n*b*", "em", (3, 1)),
        ("> a", "blockquote", (1, 1)),
        ("> a", "p", (1, 3)),
        ("# a", "h1", (1, 1)),
        ("a [b](u)", "a", (1, 3)),
        ("a ![b](u)", "img", (1, 3)),
        ("a `b`", "code", (1, 3)),
        ("a\n\n---", "hr", (3, 1)),
        ("- a", "li", (1, None)),
        ("a", "body", (None, None)),
    ],
)
def test_elements_are_found(source: str, tag: str, expected: tuple[int | None, int | None]) -> None:
    """Where what became them begins; the line alone where the column cannot be told."""
    document = post(source)
    at = document.element_at(next(document.tree.iter(tag)))
    assert expected == (at.line, at.column)


def test_the_end_is_the_last_line_with_text() -> None:
    """Blank lines behind it do not count."""
    assert Location("a.md", 3, 3) == post("a\n\n  b\n\n").end()


def test_the_tree_bears_no_marks() -> None:
    """Line numbers are kept beside the tree."""
    document = post("# a\n\n- *b* [c](u)\n")
    attributes = [dict(node.attrib) for node in document.tree.iter()]
    assert [{"href": "u"}] == [found for found in attributes if found]


_PIECES = (
    *("a", "word, ", "import x ", "Title\n===\n", "[^1]: ", "[x]: u\n", "[x](u)", "](", "![", "<b>", "</b>", "<!--"),
    *("{% a %}", "{{ b }}", "::: note", "https://a.example/c", "http:", "&amp;", "\\", "`", "```\n", "~~", "**", "_"),
    *("\n", "\n\n", "  \n", "    ", "\t", "- ", "1. ", "# ", "> ", "|", "|-|-|\n", "---\n", "\u3000", "\r\n"),
)


@given(st.lists(st.sampled_from(_PIECES), max_size=25).map("".join))
def test_shortcuts_find_what_the_parser_finds(source: str) -> None:
    """Paragraphs read at a glance are those that the rules for all blocks read, and so is what stands within them."""
    at_length = dialect.__wrapped__().disable("prose")
    at_length.core.ruler.at("inline", parse_inline)
    assert at_length.parse(source) == dialect().parse(source)


@given(st.lists(st.sampled_from([each for each in _PIECES if not set(each) & set("{:")]), max_size=25).map("".join))
def test_without_the_additions_it_is_commonmark(source: str) -> None:
    """With tables and strikethrough."""
    commonmark = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("text_join")
    assert render(commonmark.parse(source)) == render(dialect().parse(source))


@pytest.mark.parametrize(
    "source",
    [
        pytest.param('<aside>\n<b>Note</b>\n\n    <p>On <a href="/w">wells</a>.</p>\n</aside>', id="spaces"),
        pytest.param('<div>\n\n\t<p>On <a href="/w">wells</a>.</p>\n\n</div>', id="tab"),
        pytest.param('<div>\n\n    <p>One.</p>\n\n    <p>On <a href="/w">wells</a>.</p>\n</div>', id="second"),
        pytest.param("<table><tr>\n\n    <td><a href='/w'>wells</a></td>\n\n</tr></table>", id="table"),
    ],
)
def test_html_within_an_open_box_is_no_code(source: str) -> None:
    """Whoever indents HTML within HTML means HTML; its links have their places."""
    line = next(number for number, text in enumerate(source.split("\n"), 1) if "/w" in text)

    assert "<code>" not in html(source)
    assert links(source) == [("/w", line, source.split("\n")[line - 1].index("/w") + 1)]


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("Words.\n\n    <p>On <a>wells</a>.</p>", id="no box"),
        pytest.param("<div>\n</div>\n\n    <p>On <a>wells</a>.</p>", id="closed box"),
        pytest.param("<div>\n\nWords.\n\n    <p>On <a>wells</a>.</p>", id="Markdown between"),
        pytest.param("<div>\n\n    pump = well()", id="no HTML"),
    ],
)
def test_indented_code_stays_code(source: str) -> None:
    """What no box is open around is shown as it is written."""
    assert "<pre><code>" in html(source)
