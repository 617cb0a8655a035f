"""The link of a credit that stands in the front matter: its place is that of the address, or none is told."""

from __future__ import annotations

import pytest

from licencecheck.documents import read
from licencecheck.documents.document import Document
from licencecheck.evidence.page import page_of
from licencecheck.model import Location
from tests.evidence.making import PARAGRAPHS, html

SAID = "This post first appeared on"
URL = "https://orig.example/w?a=1&b=2"
MARKDOWN, HTML = f"{SAID} [Example](¦{URL}) today", f'{SAID} <a href="¦https://orig.example/w?a=1&amp;b=2">Example</a>'
ESCAPED = HTML.replace('"', r"\"")
BODY = "\n\n".join(PARAGRAPHS)


def placed(text: str, name: str = "post.md") -> tuple[Location, Location]:
    """Where the credit of a page and its link stand."""
    document = read(name, text.replace("¦", "").encode())
    assert isinstance(document, Document)
    credit = page_of(document, thorough=True).whole().chain[0]
    assert URL.partition("?")[0] == (credit.links[0].url or "").partition("?")[0]
    return credit.location, credit.links[0].location


def marked(text: str) -> tuple[int, int]:
    """Line and column of the mark."""
    before = text[: text.index("¦")].replace("\r\n", "\n").split("\n")
    return len(before), len(before[-1]) + 1


def yaml(block: str) -> str:
    return f"---\ntitle: Water\n{block}\ntags: [water]\n---\n\n{BODY}\n"


CASES = {
    "plain": yaml(f"notice: {MARKDOWN}"),
    "single quotes": yaml(f"notice: '{HTML}'"),
    "double quotes": yaml(f'notice: "{ESCAPED}"'),
    "folded": yaml(f"notice: >-\n  {SAID}\n  [Example](¦{URL})\n  last year"),
    "literal": yaml(f"notice: |\n  {SAID}\n  [Example](¦{URL})\n  last year"),
    "plain over two lines": yaml(f"notice: {SAID}\n  [Example](¦{URL})"),
    "second time of the address": yaml(f'notice: "{SAID} [{URL}](¦{URL})"'),
    "longer address before it": yaml(f'notice: "{SAID} [Example](¦{URL}), see [more]({URL}&c=3)"'),
    "address in a comment": yaml(f"notice: {MARKDOWN} # {URL}"),
    "nested": yaml(f"params:\n  notice: {MARKDOWN}"),
    "anchored": yaml(f'notice: &n "{ESCAPED}"'),
    "line ends of Windows": yaml(f"notice: >-\n  {SAID}\n  [Example](¦{URL})").replace("\n", "\r\n"),
    "angle brackets": yaml(f"original_url: <¦{URL}>"),
    "link as address": yaml(f"original_url: '[Example](¦{URL})'"),
    "address alone": yaml(f"original_url: ¦{URL}"),
    "escaped address alone": yaml('original_url: "¦https:\\u002F\\u002Forig.example/w"'),
    "list": yaml(f"original_url:\n  - ¦{URL}\n  - https://orig.example/other"),
    "TOML": f'+++\ntitle = "W"\nnotice = """\n{MARKDOWN}"""\n+++\n{BODY}',
    "inline table": f'+++\ntitle = "W"\nextra = {{notice = "{MARKDOWN}"}}\n+++\n{BODY}',
    "JSON": f'{{\n"title": "W",\n "notice": "{ESCAPED}"\n}}\n{BODY}',
    "slashes of JSON": '{\n"title": "W", "notice": "' + f"{SAID} [E](¦https:\\/\\/orig.example\\/w)" + f'"\n}}\n{BODY}',
    "broken YAML": yaml(f"bad: a: b\nnotice: {MARKDOWN}"),
}


@pytest.mark.parametrize("text", CASES.values(), ids=CASES)
def test_link_stands_at_its_address(text: str) -> None:
    """In every grammar and every form of a text, line and column are those of the first character of the address."""
    _, link = placed(text)

    assert marked(text) == (link.line, link.column)


@pytest.mark.parametrize(
    "block",
    [
        pytest.param(f'notice: "{SAID} [Example](https:\\u002F\\u002Forig.example/w)"', id="escaped"),
        pytest.param(f'notice: "{SAID} [Example](https:\\\n  //orig.example/w)"', id="folded within the address"),
        pytest.param(
            f'notice: "{SAID} [https://orig.example/w](https:\\x2f/orig.example/w)"', id="escaped at one of two places"
        ),
    ],
)
def test_no_place_is_better_than_a_wrong_one(block: str) -> None:
    """Where the address is written in another way than it reads, no line is named; the sentence has its own."""
    sentence, link = placed(yaml(block))

    assert (None, None) == (link.line, link.column)
    assert (3, 10) == (sentence.line, sentence.column)


def test_in_a_template() -> None:
    """The front matter of an HTML page that a generator completes is read like that of a post."""
    text = f"---\nnotice: {MARKDOWN}\n---\n{html()}"
    _, link = placed(text, "page.html")

    assert marked(text) == (link.line, link.column)
