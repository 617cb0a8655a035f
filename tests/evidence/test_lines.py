"""Credits in many languages as editors write them, and lines that look like credits."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from licencecheck.evidence.phrases.languages import known
from licencecheck.text import same_name
from tests.evidence.making import html, page

LINES = yaml.safe_load((Path(__file__).parent / "lines.yaml").read_text(encoding="utf-8"))
CREDITS = [
    pytest.param(language, line, id=f"{language}-{number}")
    for language, lines in LINES.items()
    for number, line in enumerate(lines["credits"])
]
OTHERS = [
    pytest.param(language, line, id=f"{language}-{number}")
    for language, lines in LINES.items()
    for number, line in enumerate(lines["others"])
]
PAGES = [pytest.param(language, lines["page"], id=language) for language, lines in LINES.items() if "page" in lines]
_ANCHOR = re.compile(r"\[([^\]]+)\]")
_ORIGINAL = "https://orig.example/2019/05/water-for-the-valley"


def paragraph(line: str) -> str:
    """The line as HTML; each link of it leads to a page of its own."""
    numbers = iter(range(9))
    return "<p>" + _ANCHOR.sub(lambda anchor: f'<a href="{_ORIGINAL}/{next(numbers)}">{anchor[1]}</a>', line) + "</p>"


def test_every_language_has_lines() -> None:
    """No language goes untested."""
    assert set(known()) == set(LINES)
    assert all(len(lines["credits"]) >= 10 and len(lines["others"]) >= 8 for lines in LINES.values())


@pytest.mark.parametrize(("language", "line"), CREDITS)
def test_credit(language: str, line: dict[str, str]) -> None:
    """The page is a repost, of the party that the line names, with the link that it sets."""
    read = page(html(**{line.get("at", "bottom"): paragraph(line["text"]), "lang": language}))

    assert read.repost.is_repost
    assert same_name(line.get("source", read.chain[0].name or ""), read.chain[0].name or "")
    if "[" in line["text"]:
        assert read.chain[0].links[0].href.startswith(_ORIGINAL)


@pytest.mark.parametrize(("language", "line"), OTHERS)
def test_no_credit(language: str, line: str) -> None:
    """The page is no repost."""
    assert not page(html(bottom=paragraph(line), lang=language)).repost.is_repost


@pytest.mark.parametrize(("language", "said"), PAGES)
def test_page(language: str, said: dict[str, str]) -> None:
    """Author, holder and licence of a repost are read with its credit."""
    bottom = "".join(map(paragraph, (LINES[language]["credits"][0]["text"], said["notice"], said["licence"])))
    read = page(html(top=paragraph(said["byline"]), bottom=bottom, lang=language))

    assert [said["author"]] == [byline.name for byline in read.bylines]
    assert said["holder"] in [holder for notice in read.notices for holder in notice.holders]
    assert ["CC-BY-SA-4.0"] == [licence.id for licence in read.licences]


@pytest.mark.parametrize(("language", "said"), PAGES)
def test_page_of_its_own(language: str, said: dict[str, str]) -> None:
    """Byline, copyright line and licence make no repost of a page, nor does a figure, a comment or a banner."""
    caption, *more = LINES[language]["others"]
    credit = paragraph(LINES[language]["credits"][0]["text"])
    read = page(
        html(
            top=paragraph(said["byline"]),
            middle=f"<figure><img src='/chart.png' alt=''><figcaption>{caption}</figcaption></figure>",
            bottom=paragraph(said["licence"]),
            beside=f'<section id="comments"><div class="comment">{credit}</div></section>'
            f'<div class="cookie-banner">{paragraph(more[0])}</div>',
            lang=language,
        )
    )

    assert not read.repost.is_repost
