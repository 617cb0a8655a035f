"""Outlet names without credit wording."""

from __future__ import annotations

import re

import pytest

from licencecheck.evidence import outlets
from licencecheck.evidence.credits.names import original_near
from licencecheck.evidence.data import load
from licencecheck.evidence.dated_lines import beside_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BERLIN (dpa) - Die Regierung hat", "dpa"),
        ("NEW YORK, March 3 (Reuters) - Shares", "Reuters"),
        ("LONDON (AP) — The court", "AP"),
        ("Reuters - Shares fell", "Reuters"),
        ("He told Reuters that - well", None),
        ("(Part one) - The court", None),
        ("新华社北京5月3日电 记者", "新华社"),
        ("山谷日报青岛5月3日电", "山谷日报"),
        ("湖南台湖网5月3日消息", "湖南台湖网"),
    ],
)
def test_agency_in_the_dateline(text: str, expected: str | None) -> None:
    """Only an agency that opens the paragraph is a dateline."""
    found = outlets.agency_in_dateline(text)

    assert expected == (found.text if found else None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Global Research, October 22, 2019", "Global Research"),
        ("22 October 2019 | River Post", "River Post"),
        ("2011-12-09 北京日报", "北京日报"),
        ("2011年12月15日22:29 北京日报", "北京日报"),
        ("October 22, 2019", None),
        ("River Post", None),
        ("River Post, October 22, 2019, Page 3", None),
    ],
)
def test_name_beside_the_date(text: str, expected: str | None) -> None:
    """What is left of a short line beside its date is a name, if it is one piece."""
    found = beside_date(text)

    assert expected == (found.text if found else None)
    if found:
        assert text[found.start : found.end] == found.text


def test_outlet_words_give_the_form_of_an_outlet() -> None:
    """Outlet words and the endings of CJK outlets tell a name from any other line."""
    assert outlets.has_outlet_form("The River Post")
    assert outlets.has_outlet_form("东方日报")
    assert not outlets.has_outlet_form("Jane Doe")


def test_every_anchor_that_says_original_holds_a_telling_piece() -> None:
    """Lines without such a piece are not looked at, so that a wording without one would be lost in silence."""
    inner = re.compile(r"\(\?:[^()]*\)\??")
    for pattern in load("outlets.yaml")["original"]:
        core = inner.sub("", inner.sub("", pattern))
        for words in core.split("|"):
            assert any(piece in words for piece in original_near()), words
