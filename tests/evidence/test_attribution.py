"""Which lines beside an article are its attribution, and leave the main text with it."""

from __future__ import annotations

import pytest

from licencecheck.model import Role
from tests.evidence.making import html, markdown, page

CREDIT = '<p>This article is republished from <a href="https://orig.example/water">River Post</a>.</p>'


def attribution(text: str) -> list[str]:
    """The attribution blocks of a page, none of which may stand in its main text."""
    read = page(text, main_text=True)
    blocks = [block.text for block in read.blocks if block.role is not Role.BODY]
    assert read.main_text is not None
    assert not set(blocks).intersection(read.main_text.text.splitlines())
    return blocks


@pytest.mark.parametrize(
    "line",
    [
        "Jane Doe, Professor of Tides, Riverton University",
        "Jane Doe, Senior Lecturer in Tides, Riverton University and John Roe, PhD Candidate, Lake College",
        "Translated from the German by Max Word.",
        "Reprinted with the kind permission of the author.",
        "Read the original article.",
        "Written by: Jane Doe",
        "Note: the original has been deleted since.",
        "Note of the editors: this text was shortened, the original version is longer.",
    ],
)
def test_a_line_beside_the_credit_belongs_to_it(line: str) -> None:
    """Who wrote, translated or allowed it is said beside the credit."""
    assert line in attribution(html(bottom=f"<p>{line}</p>{CREDIT}"))


@pytest.mark.parametrize(
    "line",
    [
        "Submitted by admin3 on 11 January 2012",
        "11 January 2012, 19:14",
        "Jane Doe, a lawyer who speaks for the farmers, said that the council should be present more often.",
        "The pumps are a matter of taste.",
        "The original pump: nobody knows where it is.",
        '<a href="https://pumps.example/">https://pumps.example/</a>',
    ],
)
def test_other_lines_beside_it_do_not(line: str) -> None:
    """Uploaders, dates, people who are spoken of and home pages stay where they are."""
    blocks = attribution(html(bottom=f"<p>{line}</p>{CREDIT}"))

    assert blocks == ["This article is republished from River Post."]


def test_institution_of_the_author_far_from_the_credit() -> None:
    """The credit may stand above, and the author be presented below."""
    line = "Jane Doe, Professor of Tides, Riverton University"

    assert line in attribution(html(top=f"{CREDIT}<p>By Jane Doe</p>", bottom=f"<p>{line}</p>"))


@pytest.mark.parametrize("line", ["AP Business Writer / January 11, 2012", "Associated Press Writer"])
def test_agency_below_the_author(line: str) -> None:
    """The line under a byline says for whom the author writes."""
    assert line in attribution(html(top=f"<p>By Jane Doe</p><p>{line}</p>", bottom=CREDIT))


def test_what_people_of_an_agency_do_is_no_such_line() -> None:
    """Only below the name of the author."""
    line = "AP reporters have counted the tankers since June."

    assert line not in attribution(html(top=f"<p>{line}</p>", bottom=CREDIT))


def test_labelled_items_of_one_list() -> None:
    """Translators head their posts with a list: original, author, translator, reviewer."""
    lines = ["- Source: [River Post](https://orig.example/water)", "- Author: Jane Doe", "- Reviewer: @someone"]
    blocks = attribution(markdown(top="\n".join(lines)))

    assert ["Source: River Post", "Author: Jane Doe", "Reviewer: @someone"] == blocks


def test_items_without_labels_are_left_out() -> None:
    """The list may be the bar of the site, with buttons for comments and print."""
    top = "<ul><li>Source: <a href='https://orig.example/water'>River Post</a></li><li>Comment</li><li>Print</li></ul>"

    assert attribution(html(top=top)) == ["Source: River Post"]


def test_a_bar_is_cut_to_what_it_says_of_the_source() -> None:
    """Date and buttons around the credit are no attribution."""
    bar = "<p>3 May 2019 | Source: <a href='https://orig.example/water'>River Post</a> | 4 min | Print</p>"

    assert attribution(html(top=bar)) == ["Source: River Post"]


def test_what_the_credited_party_allows() -> None:
    """A press release ends with the terms of its publisher."""
    top = "<p>Quelle: <a href='https://orig.example/water'>Flusswerke AG</a></p>"
    terms = "Abdruck honorarfrei; ein Belegexemplar an die Flusswerke AG wird erbeten."

    assert terms in attribution(html(lang="de", top=top, bottom=f"<p>{terms}</p>"))


def test_a_credit_given_twice_is_one_block_and_leaves_the_text_twice() -> None:
    """The shorter of two lines stands in the longer, but neither is the article's."""
    bottom = "<p>Originally published by <a href='https://orig.example/water'>River Post</a></p>"
    blocks = attribution(html(top=bottom, bottom=bottom.replace("</p>", " in 2019.</p>")))

    assert blocks == ["Originally published by River Post in 2019."]


def test_licence_line_behind_its_badge() -> None:
    """The licence chooser writes a badge, a line break and a sentence."""
    licence = "https://creativecommons.org/licenses/by-nc-sa/4.0/"
    bottom = (
        f"{CREDIT}<p><a rel='license' href='{licence}'><img src='{licence}88x31.png' alt='CC'></a><br>This work is "
        f"licensed under a <a rel='license' href='{licence}'>Creative Commons Attribution-NonCommercial-ShareAlike 4.0 "
        "International License</a>.</p>"
    )

    assert any(block.startswith("This work is licensed under") for block in attribution(html(bottom=bottom)))
