"""A label of the source alone on its line, and the name or link on the next one: a credit in two lines."""

from __future__ import annotations

import re

import pytest

from licencecheck.evidence.phrases.languages import known, wordings
from licencecheck.evidence.phrases.lines import FoldedLines
from licencecheck.evidence.phrases.matcher import phrases
from licencecheck.model import Confidence, Target
from tests.evidence.making import BODIES, html, markdown, page

ADDRESS = "https://orig.example/2019/05/water"
LINK = f'<a href="{ADDRESS}">Example Herald</a>'
LABELS = [
    pytest.param(lang, label, id=f"{lang}-{label}") for lang in known() for label in wordings(lang).lists["label"]
]
FORMS = {
    "paragraphs": "<p>{}</p><p>{}</p>",
    "bold line": "<p><strong>{}</strong></p><p>{}</p>",
    "lines": "<p><b>{}</b><br>{}</p>",
    "heading": "<h3>{}</h3><p>{}</p>",
    "heading with a link to itself": '<h3 id="s"><a href="#s">{}</a></h3><p>{}</p>',
    "heading above a list of one": "<h3>{}</h3><ul><li>{}</li></ul>",
    "term": "<dl><dt>{}</dt><dd>{}</dd></dl>",
    "term among others": "<dl><dt>Author</dt><dd>Jane Roe</dd><dt>{}</dt><dd>{}</dd><dt>Day</dt><dd>3 May</dd></dl>",
    "row": "<table><tr><th>{}</th><td>{}</td></tr></table>",
    "row of plain cells": "<table><tr><td>Author</td><td>Jane Roe</td></tr><tr><td>{}</td><td>{}</td></tr></table>",
    "paragraphs in cells": "<table><tr><th><p>{}</p></th><td><p>{}</p></td></tr></table>",
    "divisions": "<div><div>{}</div><div>{}</div></div>",
}
VALUES = {
    "linked name": LINK,
    "name": "Example Herald",
    "name and date": "Example Herald, 3 May 2019",
    "linked address": f'<a href="{ADDRESS}">{ADDRESS}</a>',
    "address": ADDRESS,
}


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("label", ["Source", "Source:", "Original article", "ORIGINAL SOURCE"])
@pytest.mark.parametrize("end", ["top", "bottom"])
def test_credit_in_two_lines(end: str, label: str, form: str, value: str) -> None:
    """Headings, terms, cells and bold lines label the line after them, with and without a colon."""
    read = page(html(**{end: form.format(label, value)}))

    assert read.repost.is_repost
    assert read.chain[0].name in {"Example Herald", "orig.example"}
    assert [ADDRESS] * ("href" in value) == [link.href for link in read.chain[0].links]


@pytest.mark.parametrize(("lang", "label"), LABELS)
def test_labels_of_all_languages(lang: str, label: str) -> None:
    """Each label of each language is known for one, whatever its letters; with it a line below is a credit."""
    lines = FoldedLines([label, label.capitalize(), f"{label.upper()} :", f"[{label}]", f"{label} Example Herald"])
    read = page(html(bottom=f"<h4>{label.capitalize()}</h4><p>{LINK}</p>", lang=lang if lang in BODIES else "en"))

    assert {0, 1, 3} <= phrases(lang).labels_alone(lines) <= {0, 1, 2, 3}
    if lang in BODIES:
        assert "Example Herald" == read.chain[0].name


@pytest.mark.parametrize("lang", known())
def test_labels_are_plain_words(lang: str) -> None:
    """Labels are compared, not matched: no mark of the grammar stands in one, and letters at both ends."""
    labels = wordings(lang).lists["label"]

    assert [] == [each for each in labels if re.search(r"[()\[\]<>{}|^*~:…\\]", each) or each != each.lower()]
    assert all(each[0].isalnum() and each[-1].isalnum() for each in labels)
    assert len(labels) == len(set(labels))


def test_in_markdown() -> None:
    """Headings, bold lines and tables of posts label too."""
    for credit in (
        f"## Source\n\n[Example Herald]({ADDRESS})",
        f"**Source**\n\n[Example Herald]({ADDRESS})",
        f"**Source**  \n<{ADDRESS}>",
        f"| | |\n|---|---|\n| Author | Jane Roe |\n| Source | [Example Herald]({ADDRESS}) |",
    ):
        assert ADDRESS == page(markdown(bottom=credit)).chain[0].links[0].href


def test_places_and_blocks() -> None:
    """The credit stands where its label does, its link where the address does, both are the attribution."""
    text = html(bottom=f"<h3>Source</h3>\n<p>{LINK}</p>")
    read = page(text, main_text=True)
    lines = text.split("\n")
    at = next(number for number, line in enumerate(lines, 1) if "<h3>Source" in line)
    credit = read.chain[0]

    assert ("Source Example Herald", at, 5) == (credit.text, credit.location.line, credit.location.column)
    assert (at + 1, lines[at].index("https") + 1) == (credit.links[0].location.line, credit.links[0].location.column)
    assert {"Source", "Example Herald"} <= {block.text for block in read.blocks}
    assert read.main_text is not None
    assert "Example Herald" not in read.main_text.text


@pytest.mark.parametrize(
    ("value", "confidence"),
    [
        ("Example Herald", Confidence.MEDIUM),
        (LINK, Confidence.HIGH),
        (f'<a href="{ADDRESS}">Why taps leak in the valley</a>', Confidence.MEDIUM),
        (f'<a href="{ADDRESS}">here</a>', Confidence.MEDIUM),
        ('<a href="https://works.example/">Valley Works</a>', Confidence.MEDIUM),
        ("Valley Works", Confidence.LOW),
    ],
)
def test_how_sure(value: str, confidence: Confidence) -> None:
    """Below a label an outlet is surer than a title, and a name that nobody knows and nothing links is for a person."""
    assert confidence is page(html(bottom=f"<h3>Source</h3><p>{value}</p>")).repost.confidence


def test_a_dead_link_is_told() -> None:
    """A link to nowhere is the link of the credit."""
    read = page(html(bottom='<h3>Source</h3><p><a href="#">Example Herald</a></p>'))

    assert Target.DEAD is read.chain[0].links[0].target


OTHER = '<a href="https://hill.example/2019/05/rain">Hill Gazette</a>'


@pytest.mark.parametrize(
    "bottom",
    [
        pytest.param(f"<h3>Source</h3><ul><li>{LINK}</li><li>{OTHER}</li></ul>", id="list of links"),
        pytest.param("<h3>Source</h3><ul><li>Example Herald</li><li>Hill Gazette</li></ul>", id="list of names"),
        pytest.param(f"<h3>Source</h3><p>{LINK}</p><p>{OTHER}</p>", id="two paragraphs"),
        pytest.param("<h3>Source</h3><p>Example Herald<br>Hill Gazette</p>", id="two lines"),
        pytest.param(f"<p><b>Source</b><br>{LINK}<br>{OTHER}</p>", id="two lines with links"),
        pytest.param(f"<dl><dt>Source</dt><dd>{LINK}</dd><dd>{OTHER}</dd></dl>", id="two descriptions"),
        pytest.param(f"<dl><dt>Source</dt><dt>Link</dt><dd>{LINK}</dd></dl>", id="two terms"),
        pytest.param(f"<p><b>Source</b></p><p>{LINK} and {OTHER}</p>", id="two in one line"),
        pytest.param(f"<h3>Sources</h3><p>{LINK}</p>", id="plural"),
        pytest.param(
            "<table><tr><th>Source</th><th>Newspaper</th></tr><tr><td>May</td><td>12</td></tr></table>", id="header row"
        ),
        pytest.param(
            "<table><tr><td>Source</td><td>Post</td></tr><tr><td>May</td><td>12</td></tr></table>",
            id="header row of plain cells",
        ),
        pytest.param(
            "<table><tr><th>Source</th></tr><tr><td>Example Herald</td></tr><tr><td>Hill Gazette</td></tr></table>",
            id="column",
        ),
        pytest.param("<table><tr><th>Source</th><td>Valley Post</td><td>12</td></tr></table>", id="row of figures"),
        pytest.param("<table><tr><th>Source</th><td>Lake Above</td></tr></table>", id="source of a river"),
        pytest.param("<dl><dt>Source</dt><dd>Wool</dd></dl>", id="fact of a list"),
        pytest.param(
            '<h3>Source</h3><p><a href="https://doi.org/10.1000/1">Rain in valleys, Journal of Water</a></p>',
            id="paper",
        ),
        pytest.param('<h3>Source</h3><p><a href="https://github.com/jane/pump">jane/pump</a></p>', id="code"),
        pytest.param("<h3>Source</h3><p>Ministry of Water, 2019</p>", id="figures of a ministry"),
        pytest.param("<h3>Source</h3><p>Own survey of ten wells.</p>", id="own survey"),
        pytest.param("<h3>Source</h3><p>The river rises above the mill. It is cold there.</p>", id="section"),
        pytest.param(f"<ul><li>Source</li><li>{LINK}</li><li>History</li></ul>", id="tabs"),
        pytest.param(f'<p><a href="/source">Source</a></p><p>{LINK}</p>', id="linked label"),
        pytest.param(
            "<h3>Ingredients</h3><ul><li>milk</li></ul><h3>Source</h3><p>Valley Kitchen Magazine</p>", id="recipe"
        ),
        pytest.param('<h3>Source</h3><p><img src="m.jpg" alt="The mill"></p>', id="picture"),
        pytest.param("<h3>Source</h3><p>By Jane Roe</p>", id="author"),
        pytest.param("<h3>Source</h3><p>3 May 2019</p>", id="day"),
        pytest.param("<h3>Source</h3><p>Host Herald</p>", id="own name"),
        pytest.param('<h3>Source</h3><p><a href="/valley">Valley</a></p>', id="category of the site"),
        pytest.param(
            f'<div class="comments"><div class="comment"><p>Source</p><p>{LINK}</p></div></div>', id="comment"
        ),
        pytest.param(f"<aside><h3>Source</h3><p>{LINK}</p></aside>", id="box"),
    ],
)
def test_no_credit(bottom: str) -> None:
    """Several sources, facts, figures, papers, recipes and sections are no credit of this article."""
    assert not page(html(bottom=bottom)).repost.is_repost


@pytest.mark.parametrize(
    "middle",
    [
        pytest.param(
            "<table><tr><td>May</td><td>12</td></tr></table><p>Source</p><p>Weather Office</p>", id="below a table"
        ),
        pytest.param(
            '<figure><img src="a.png" alt=""><figcaption><p>Source</p><p>Weather Office</p></figcaption></figure>',
            id="caption",
        ),
        pytest.param('<p><img src="a.png" alt="Rain"></p><p>Source</p><p>Example Herald</p>', id="below a picture"),
        pytest.param(
            f"<blockquote><p>Water is life.</p><p>Source</p><p>{LINK}</p></blockquote>", id="below a quotation"
        ),
    ],
)
def test_source_of_a_part(middle: str) -> None:
    """What stands below a table, a picture or a quotation is its source."""
    assert not page(html(middle=middle)).repost.is_repost


def test_the_box_of_the_author_labels_nothing() -> None:
    """ "Published by" above a name is the heading of the author's box, whatever is credited above it."""
    box = '<section><h2>Published by</h2><h3><a href="https://roe.example/about/jane">Jane Roe</a></h3></section>'

    assert not page(html(bottom=box)).repost.is_repost
