"""Whenever a place is given, that is where the thing stands: shown on generated pages and posts.

Every text, id and URL in them is unique, so nothing can be right by chance.
"""

from __future__ import annotations

import re
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from licencecheck.documents import Document, read
from licencecheck.model import Location

NAMES = st.sampled_from([
    "p", "div", "span", "a", "b", "table", "tr", "td", "ul", "li", "form", "select", "option", "script", "style",
    "title", "textarea", "noscript", "iframe", "svg", "h1", "pre", "br", "img", "meta", "html", "head", "body",
    "frameset", "button", "object", "xmp", "blockquote", "article", "template", "my-el", "o:p",
])  # fmt: skip
REST_OF_TAG = st.sampled_from([
    "", " title='x>y<b>'", "\n class=c\r\n", ' a"b=1', " =e", " v=a<b", " /", " ID=dup", " hidden",
])  # fmt: skip
TEXTS = st.sampled_from([
    "N", " N\n", "\r\nN ", "&amp;N", "N&nbsp;&#8217;N", "&copyN", "&lt;p>N", "N < N", "N\0x", "&notit;N", "&#x80;N",
])  # fmt: skip
ODD_MARKUP = st.sampled_from([
    "<!-- N -->", "<!---->", "<!-->", "<!--N--!>", "<![CDATA[N<b>]]>", "<?php N ?>", "<!doctype N>", "</ x>", "</>",
    "<script>'<b></p>' N</script>", "<title>N<b>&amp;</title>", "<textarea>\nN<b></textarea>", "<xmp><b>N</xmp>",
    "<body>", "<html>", "<head>", "</body>", "</html>", "<!--[if IE]><b>N</b><![endif]-->", "< p>", "<1>",
])  # fmt: skip
HTML_PIECES = st.one_of(
    st.builds("<{0} id={1}N{1}{2}>".format, NAMES, st.sampled_from(["", "'", '"']), REST_OF_TAG),
    st.builds("</{0}>".format, NAMES),
    TEXTS,
    ODD_MARKUP,
)
INLINE_PIECES = st.sampled_from([
    "N", " N ", "*N*", "**N**", "[N](U)", '[*N*](<U> "N")', "[N][one]", "[N][Two]", "[one]", "<U>", "U.", "`N N`",
    "``N ` N``", "\\*N\\_ &amp; &#8217;N", '<a href="U">N</a>', '![N](U "N")', "{{ x.y }}", "{% x %}", "{{< x >}}",
    "[x]({{ a b }})", "~~N~~", "  \n", "\\\n", "\n", "[N](U", "_N_", "<b>N</b><!-- N -->", "[", "](", "*", "`", "![",
])  # fmt: skip
PARAGRAPHS = st.lists(INLINE_PIECES, min_size=1, max_size=6).map("".join)
FRAMES = st.sampled_from([
    "{}", "## {} ##", "{}\n===", "> {}", "> > - {}", "- N\n\n  {}", "1. {}\n2. N",
    "| N | {} |\n|---|---|\n| [N](U) | N |\nN | N",
])  # fmt: skip
FIXED_BLOCKS = st.sampled_from([
    "```js\nN <b>\n  N\n```", "    N\n\n      N", "\tN", "---", "{{< note >}}", ":::note", "{: .k}", "<!-- N -->",
    "<div class='U'>\n<a href='U'>N</a> *N*\n</div>", "[^1]: N", "!!! info\n    N",
])  # fmt: skip
BLOCKS = st.one_of(
    PARAGRAPHS,
    st.builds(lambda frame, text: frame.replace("{}", text.replace("\n", " ")), FRAMES, PARAGRAPHS),
    FIXED_BLOCKS,
)
DEFINITIONS = "\n\n[one]: U 'N'\n> [two]: <U>\n"


def unique(template: str) -> str:
    """Put a word of its own for each N and a URL of its own for each U."""
    numbers = count(1)
    return re.sub(
        r"\b[NU]\b|(?<=copy)N",
        lambda sign: f"w{next(numbers)}z" if sign[0] == "N" else f"https://o.example/w{next(numbers)}z",
        template,
    )


def rest(source: str, location: Location) -> str | None:
    """What stands from a place on; None for no place."""
    if location.line is None or location.column is None:
        return None
    lines = source.splitlines(keepends=True) if "\n" not in source else re.split(r"(?<=\n)", source)
    return "".join(lines[location.line - 1 :])[location.column - 1 :]


def misplaced(source: str, document: Document) -> list[str]:
    """Words and attribute values at whose place in the file something else stands."""
    wrong = []
    for node in document.tree.iter():
        if isinstance(node.tag, str):
            for name, value in ((str(name), str(value)) for name, value in node.attrib.items()):
                found = rest(source, document.element_at(node, name))
                marker = re.match(r"(?:https://o\.example/)?w\d+z", value)
                if found is not None and marker and not found.startswith(marker[0]):
                    wrong.append(f"{name}={value!r} at {found[:20]!r}")
        for part, text in (("text", node.text or ""), ("tail", node.tail or "")):
            for word in re.finditer(r"w\d+z", text):
                found = rest(source, document.text_at(node, "tail" if part == "tail" else "text", word.start()))
                if found is not None and not found.startswith(word[0]):
                    wrong.append(f"{word[0]} at {found[:20]!r}")
    return wrong


def unfound(document: Document) -> list[str]:
    """Words without a place."""
    return [
        word[0]
        for node in document.tree.iter()
        for word in re.finditer(r"w\d+z", node.text or "")
        if document.text_at(node, "text", word.start()).column is None
    ]


@settings(max_examples=150, deadline=None)
@given(st.lists(HTML_PIECES, max_size=14), st.sampled_from(["", "<!doctype html>", "<html><head></head><body>"]))
def test_no_place_in_a_page_is_wrong(pieces: list[str], beginning: str) -> None:
    """However broken the markup is."""
    source = unique(beginning + "".join(pieces))
    document = read("a.html", source.encode())
    assert [] == (misplaced(source, document) if isinstance(document, Document) else [])


@settings(max_examples=150, deadline=None)
@given(
    st.lists(BLOCKS, max_size=5),
    st.sampled_from(["\n", "\r\n", "\r", "\r\n\r"]),
    st.sampled_from(["", "---\na: b\n---\n"]),
)
def test_no_place_in_a_post_is_wrong(blocks: list[str], end: str, beginning: str) -> None:
    """However Markdown, HTML and template tags are mixed."""
    source = unique(beginning + "\n\n".join(blocks) + DEFINITIONS).replace("\n", end)
    document = read("a.md", source.encode())
    assert [] == (misplaced(source, document) if isinstance(document, Document) else [])


@settings(max_examples=80, deadline=None)
@given(st.lists(BLOCKS, max_size=4))
def test_the_words_of_a_post_are_found(blocks: list[str]) -> None:
    """Each of them has a line and a column."""
    source = unique("\n\n".join(blocks) + DEFINITIONS)
    document = read("a.md", source.encode())
    assert [] == (unfound(document) if isinstance(document, Document) else [])
