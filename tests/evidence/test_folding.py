"""Folding a text for matching, and the way back."""

from __future__ import annotations

import pytest

from licencecheck.evidence.phrases.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Source: Tap", "source: tap"),
        ("Veröffentlicht", "veroffentlicht"),
        ("Quelle : X", "quelle : x"),
        ("“Tap” – «Tap» „Tap‟ ‚Tap’", '"tap" - "tap" "tap" \'tap\''),
        ("KAYNAK İLK ilk ışık", "kaynak ilk ilk isik"),
        ("ΠΗΓΗ πηγή Πηγής", "πηγη πηγη πηγησ"),
        ("Впервые Ёлка й", "впервые елка и"),
        ("نُشِرَ أولاً", "نشر اولا"),
        ("来源：《示例》，“甲”", '来源:"示例","甲"'),
        ("元記事：ガ", "元記事:ガ"),
        ("Ｓｏｕｒｃｅ：Ｘ", "source:x"),
        ("Straße Œuvre", "straße œuvre"),
        ("  a \n\t b  ", "a b"),
        ("Cafe\u0301 so\u00adft\u200b", "cafe soft"),
        ("", ""),
        ("\u200b \u00ad", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    """Case, accents, invisible characters, width and kinds of quotes, dashes and blanks make no difference."""
    assert folded == fold(text).text


@pytest.mark.parametrize(
    "text", ["Plain text", "Veröffentlicht „hier‟", "so\u00adft  words\u00a0and Cafe\u0301 more", "  نُشِرَ هنا "]
)
def test_way_back(text: str) -> None:
    """Each folded character is made from the one that stands at its original place."""
    folded = fold(text)
    places = [folded.original(index, index + 1)[0] for index in range(len(folded.text))]
    assert folded.text == "".join(fold(text[place]).text or " " for place in places)


def test_overlong_text() -> None:
    """Of an overlong text both ends are kept, with their places."""
    folded = fold("a" * 50_000 + "b")
    assert (20_000, (50_000, 50_001)) == (len(folded.text), folded.original(19_999, 20_000))


def test_half_of_a_character_is_left_alone() -> None:
    """As JSON may state one."""
    assert "\ud83d pumpe" == fold("\ud83d Pümpe").text
