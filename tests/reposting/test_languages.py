"""What a credit says in the language of its line is read back as what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

import licencecheck
from licencecheck.evidence.phrases.languages import known, wordings
from licencecheck.model import Page, Scope
from licencecheck.reposting.credits import LICENCE_LABELS
from licencecheck.requirements.bylines import BYLINES
from licencecheck.requirements.house_line import FIRST_LINES, SECOND_LINES
from licencecheck.requirements.paste import fill

CREDIT = 'This article was originally published by <a href="https://river.example/2026/ferry">River Post</a>.'
LICENCE = '<a href="https://creativecommons.org/licenses/by-sa/4.0/" rel="license">CC BY-SA 4.0</a>'


def page_in(language: str, line: str, folder: Path, place: str = "bottom") -> Page:
    """Read a page in `language` with a line above or below its text."""
    words = wordings(language)
    text = (" " if words.spaced else "").join(words.common)
    article = f"<p>{text}. {text}.</p><p>{text}. {text}.</p>"
    page = folder / "page.html"
    page.write_text(
        f'<!doctype html><html lang="{language}"><meta charset="utf-8"><title>Ferry</title><article><h1>Ferry</h1>'
        f"{line + article if place == 'top' else article + line}</article></html>",
        encoding="utf-8",
    )
    (read,) = licencecheck.extract(page)
    assert isinstance(read, Page)
    return read


def test_languages() -> None:
    """Of all languages that are read, a credit knows the words."""
    assert set(known()) == set(LICENCE_LABELS) == set(BYLINES) == set(FIRST_LINES)


@pytest.mark.parametrize("licence", [LICENCE, "CC BY-SA 4.0"])
@pytest.mark.parametrize("before", ["", "Ada Holm. ", '<a href="https://river.example/2026/ferry">River Post</a>. '])
@pytest.mark.parametrize("language", sorted(LICENCE_LABELS))
@pytest.mark.parametrize("is_foreign", [False, True])
def test_licence_line(language: str, before: str, licence: str, tmp_path: Path, *, is_foreign: bool) -> None:
    """On a page in its language and on one in English, beside a link or alone."""
    line = f'<p lang="{language}">{before}{LICENCE_LABELS[language]}: {licence}.</p>'
    stated = page_in("en" if is_foreign else language, line, tmp_path).licences

    assert [("CC-BY-SA-4.0", Scope.ARTICLE)] == [(one.id, one.scope) for one in stated]


@pytest.mark.parametrize("line", ["<p>Artist – {}. CC BY-SA 4.0.</p>", "<p>Artist – {}: CC BY-SA 4.0</p>"])
def test_licence_without_a_label_beside_another_work(line: str, tmp_path: Path) -> None:
    """Is that of the work, which no colon makes a label."""
    work = '<a href="https://tracks.example/low-tide">Low Tide</a>'
    (stated,) = page_in("en", line.format(work), tmp_path).licences

    assert Scope.IMAGE is stated.scope


@pytest.mark.parametrize("place", ["top", "bottom"])
@pytest.mark.parametrize("language", sorted(BYLINES))
def test_byline(language: str, place: str, tmp_path: Path) -> None:
    """Before the credit, above or below the article."""
    page = page_in(language, f"<p>{BYLINES[language].format(author='Ada Holm')}. {CREDIT}</p>", tmp_path, place)

    assert ["Ada Holm"] == [byline.name for byline in page.bylines]
    assert ["River Post"] == [credit.name for credit in page.chain]


@pytest.mark.parametrize("place", ["top", "bottom"])
@pytest.mark.parametrize("name", ["River Post", "The Ferry Times", "ferry.example"])
@pytest.mark.parametrize("language", sorted(FIRST_LINES))
def test_first_line(language: str, name: str, place: str, tmp_path: Path) -> None:
    """Names the first publisher as the original and links the article, and no author."""
    values = {"original": name, "original_url": "https://river.example/2026/ferry"}
    page = page_in(language, f"<p>{fill(FIRST_LINES[language], values, 'html')}</p>", tmp_path, place)

    assert page.repost.is_repost
    assert [(name, values["original_url"])] == [(credit.name, credit.links[0].href) for credit in page.chain]
    assert () == page.bylines


@pytest.mark.parametrize("language", sorted(SECOND_LINES))
def test_second_line(language: str, tmp_path: Path) -> None:
    """Beside the first, names and links the publisher whom the article was taken from."""
    values = {
        "original": "River Post",
        "original_url": "https://river.example/2026/ferry",
        "publisher": "Ferry Times",
        "url": "https://ferry.example/2026/ferry",
    }
    line = " ".join(fill(lines[language], values, "html") for lines in (FIRST_LINES, SECOND_LINES))
    page = page_in(language, f"<p>{line}</p>", tmp_path)

    assert ["River Post", "Ferry Times"] == [credit.name for credit in page.chain]
    assert () == page.bylines


def test_good_practice_is_pasted_in_the_language_of_the_page(tmp_path: Path) -> None:
    """Where nobody's terms are known, the line to paste is ours."""
    page_in("pt", "<p>Este artigo foi publicado originalmente por River Post.</p>", tmp_path)

    report = licencecheck.check(tmp_path / "page.html", publishers=["any-repost"])
    (linked,) = (finding for finding in report.findings if finding.rule.requires == "original-link")

    expected = '<a href="{original_url}">River Post</a>'
    assert FIRST_LINES["pt"].replace("{original|original_url}", expected) == linked.verdict.paste
