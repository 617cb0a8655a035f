"""The original of a page: an address, or a page that is read like any other."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from licencecheck.catalogue import load_rules
from licencecheck.engine.originals import original_given
from licencecheck.errors import UsageError
from licencecheck.options import Options
from tests.evidence.making import TEXTS

CATALOGUE = load_rules()
PARAGRAPHS = TEXTS["en"].strip().split("\n\n")
BETWEEN = "</p>\n<h2>A &amp; B</h2>\n<p>"
PAGE = f"""<html lang="en"><head><title>Pumps run dry | Valley Post</title>
<link rel="canonical" href="https://valley.example/2024/pumps"><meta property="og:site_name" content="Valley Post">
<meta property="article:published_time" content="2024-03-05"></head>
<body><article><h1>Pumps run dry</h1><p class="byline">By Jane Doe</p>
<p>{BETWEEN.join(PARAGRAPHS)}</p></article></body></html>
"""


def given(original: str | None) -> Options:
    """Options of a run with an original."""
    return Options(today=date(2026, 11, 22), original=original)


def test_without_an_original_nothing_is_known() -> None:
    """Nothing is guessed."""
    original = original_given(given(None), CATALOGUE)

    assert (None, None, None) == (original.url, original.title, original.page)


def test_an_address_is_not_fetched() -> None:
    """It only says where the original stands."""
    original = original_given(given("https://valley.example/2024/pumps"), CATALOGUE)

    assert ("https://valley.example/2024/pumps", None) == (original.url, original.page)


def test_a_file_is_read_as_a_page(tmp_path: Path) -> None:
    """Title, authors, address and day are those of the page, and its text is at hand."""
    (tmp_path / "original.html").write_text(PAGE, encoding="utf-8")
    original = original_given(given(str(tmp_path / "original.html")), CATALOGUE)

    assert ("Pumps run dry", ("Jane Doe",)) == (original.title, original.authors)
    assert ("https://valley.example/2024/pumps", date(2024, 3, 5)) == (original.url, original.published)
    assert original.page and original.page.main_text
    assert "run dry for the third summer" in original.page.main_text.text


def test_every_character_of_a_paragraph_has_its_place(tmp_path: Path) -> None:
    """Over line breaks and entities."""
    (tmp_path / "original.html").write_text(PAGE, encoding="utf-8")
    page = original_given(given(str(tmp_path / "original.html")), CATALOGUE).page
    assert page and page.main_text
    lines = PAGE.splitlines()

    for paragraph in page.main_text.paragraphs:
        for offset, character in enumerate(paragraph.text):
            place = paragraph.place(offset)
            assert place.line and place.column
            source = lines[place.line - 1][place.column - 1 : place.column]
            assert source in {character, "&"} if character.strip() else source in {" ", ""}
    assert ["A & B"] * (len(PARAGRAPHS) - 1) == [p.text for p in page.main_text.paragraphs if p.is_heading]


def test_an_original_that_cannot_be_read_is_a_usage_error(tmp_path: Path) -> None:
    """Nothing is judged without what the user wants it compared with."""
    (tmp_path / "original.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)

    with pytest.raises(UsageError, match=r"--original .*original\.html: "):
        original_given(given(str(tmp_path / "original.html")), CATALOGUE)
