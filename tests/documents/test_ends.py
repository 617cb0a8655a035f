"""Where elements of an HTML source end, for those who write into it."""

from __future__ import annotations

import pytest

from licencecheck.documents import read
from licencecheck.documents.html import HtmlDocument


def spans(source: str, tag: str) -> list[str]:
    """What the elements of one name span in the source."""
    document = read("page.html", source.encode())
    assert isinstance(document, HtmlDocument)
    places = document.positions
    found = [(places.start(node), places.inside(node), places.end(node)) for node in document.tree.iter(tag)]
    for start, inside, end in found:
        assert start is not None and inside is not None and end is not None
        assert start < inside <= end
    return [source[start:end] for start, _, end in found]


@pytest.mark.parametrize(
    ("source", "tag", "wanted"),
    [
        ("<div><p>One <b>two</b></p> tail</div>", "p", ["<p>One <b>two</b></p>"]),
        ("<div><p>One\n<p>Two <i>x</i>\n</div>", "p", ["<p>One", "<p>Two <i>x</i>"]),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", "li", ["<li>a<ul><li>b</ul>", "<li>b", "<li>c"]),
        ("<p>a <img src=x> b</p>", "img", ["<img src=x>"]),
        ("<div><p>a<!-- </p> --> b</p></div>", "p", ["<p>a<!-- </p> --> b</p>"]),
        ("<p>a</font></i> b</p>", "p", ["<p>a</font></i> b</p>"]),
        ("<head><title>a </p> b</title><script>'</head>'</script></head>", "title", ["<title>a </p> b</title>"]),
        ("<head><title>a</title><script>'</head>'</script></head><p>x", "head",
         ["<head><title>a</title><script>'</head>'</script></head>"]),
        ("<div>a<br>b", "div", ["<div>a<br>b"]),
        ("<P>a</P ><p>b", "p", ["<P>a</P >", "<p>b"]),
    ],
)  # fmt: skip
def test_element_ends_behind_its_end_tag_or_its_content(source: str, tag: str, wanted: list[str]) -> None:
    """End tags that are left out, superfluous, in comments and in scripts."""
    assert wanted == spans(source, tag)


def test_element_that_is_not_written_has_no_end() -> None:
    """A parser adds what is left out."""
    document = read("page.html", b"<p>text</p>")
    assert isinstance(document, HtmlDocument)
    body = document.tree.find("body")
    assert body is not None
    assert (None, None) == (document.positions.inside(body), document.positions.end(body))
