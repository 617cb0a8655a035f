"""Copyright notices: holders, years, reservation, and what only looks like one."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licencecheck.evidence.copyrights.notices import NoticeMatch, copyright_notices


def only(text: str) -> NoticeMatch:
    """The one notice of a text."""
    (notice,) = copyright_notices(text)
    return notice


@pytest.mark.parametrize(
    ("text", "holders", "years", "reserved"),
    [
        ("Copyright © Jane Doe, River Post, 2019", ("Jane Doe", "River Post"), (2019,), False),
        ("© 2019 River Post. All rights reserved.", ("River Post",), (2019,), True),
        ("Copyright 2014, River Post", ("River Post",), (2014,), False),
        ("© 2019 Jane Doe, John Roe (https://roe.example)", ("Jane Doe", "John Roe"), (2019,), False),
        ("River Post © 2012-2014", ("River Post",), (2012, 2014), False),
        ("riverpost.example © 2012", ("riverpost.example",), (2012,), False),
        ("(c) 2019 by Jane Doe", ("Jane Doe",), (2019,), False),
        ("(C) River Post", ("River Post",), (), False),
        ("Ⓒ 2019 River Post", ("River Post",), (2019,), False),
        ("（c） 2019 River Post", ("River Post",), (2019,), False),
        ("℗ & © 2018 River Records", ("River Records",), (2018,), False),
        ("©\ufe0f 2019 River Post", ("River Post",), (2019,), False),
        ("Copyright @ 2019 River Post", ("River Post",), (2019,), False),
        ("Copr. 1998 River Post", ("River Post",), (1998,), False),
        ("© Copyright (c) River Post", ("River Post",), (), False),
        ("© Copyright - River Post", ("River Post",), (), False),
        ("Copyright © 2018 · River Post", ("River Post",), (2018,), False),
        ("Copyright: Jane Doe/dpa", ("Jane Doe", "dpa"), (), False),
        ("Copyright River Post", ("River Post",), (), False),
        ("This file is Copyright Jane Doe, 2011, and was used as allowed", ("Jane Doe",), (2011,), False),
        ("Copyright by RIVER S.A. 2007-2013", ("RIVER S.A.",), (2007, 2013), False),
        ("2019 © River Post", ("River Post",), (2019,), False),
        ("© River Post — 2003-2022", ("River Post",), (2003, 2022), False),
        ("© 2003-2022 riverpost.example — Alle Rechte vorbehalten.", ("riverpost.example",), (2003, 2022), True),
        ("All Rights Reserved © 2020 River Post", ("River Post",), (2020,), True),
        ("© 2012 River Post all rights reserved", ("River Post",), (2012,), True),
        ("© 2012 All rights reserved", (), (2012,), True),
        ("Copyright 2012 . All rights reserved.", (), (2012,), True),
        ("2019 River Post. All rights reserved.", ("River Post",), (2019,), True),
        ("River Post. All rights reserved.", ("River Post",), (), True),
        ("© dpa", ("dpa",), (), False),
        ("(© River Agency)", ("River Agency",), (), False),
        ("© www.riverpost.example - News of the river", ("www.riverpost.example",), (), False),
        ("Copyright © 2019 Example, Inc.", ("Example, Inc.",), (2019,), False),
        ("© 2019 Example, Inc., River Post", ("Example, Inc.", "River Post"), (2019,), False),
        ("© 2019 Example Ltd. Published by River Post", ("Example Ltd.",), (2019,), False),
        ("© 2019 Beispiel GmbH. Impressum", ("Beispiel GmbH",), (2019,), False),
        ("© 2019 Beispiel GmbH & Co. KG | Impressum", ("Beispiel GmbH & Co. KG",), (2019,), False),
        ("© 2010-2020 Example, LLC", ("Example, LLC",), (2010, 2020), False),
        ("© 2000 - 2013 Rzeka Sp. z o.o.", ("Rzeka Sp. z o.o.",), (2000, 2013), False),
        ("© 2019 Beispiel e.V.", ("Beispiel e.V.",), (2019,), False),
        ("© Example Media, a division of River Group, 11 West Street", ("Example Media",), (), False),
        ("© Jane Q. Doe 2018. Reprinted by permission", ("Jane Q. Doe",), (2018,), False),
        ("© Jane Doe and John Roe, 2019", ("Jane Doe", "John Roe"), (2019,), False),
        ("© Jane Doe und John Roe 2019", ("Jane Doe", "John Roe"), (2019,), False),
        ("© Jane Doe et Jean Roux", ("Jane Doe", "Jean Roux"), (), False),
        ("© 2019 River News and Media Limited", ("River News and Media Limited",), (2019,), False),
        ("© 2019 Presse- und Informationsamt", ("Presse- und Informationsamt",), (2019,), False),
        ("© Simon & Roe", ("Simon & Roe",), (), False),
        ("© 2010, 2012-2014 Ann, Bob and Carol", ("Ann", "Bob", "Carol"), (2010, 2012, 2014), False),
        ("© 2019 Jane Doe and contributors", ("Jane Doe",), (2019,), False),
        ("© 2019 Jane Doe <jane@orig.example>", ("Jane Doe",), (2019,), False),
        ("© 2012–14 River Post", ("River Post",), (2012, 2014), False),
        ("© 2012-present River Post", ("River Post",), (2012,), False),
        ("© 2012 – heute River Post", ("River Post",), (2012,), False),
        ("© 2019-05-01 River Post", ("River Post",), (2019,), False),
        ("© 01.05.2019 River Post", ("River Post",), (2019,), False),
        ("Copyright MMXIX River Post", ("River Post",), (2019,), False),
        ("© 1850 River Post", ("1850 River Post",), (), False),
        ("My Trip © 2026 by Jane Doe is licensed under CC BY 4.0", ("Jane Doe",), (2026,), False),
        ("© 2019 River Post Privacy Policy Terms", ("River Post",), (2019,), False),
        ("Foto: © Jane Doe / River Agency", ("Jane Doe", "River Agency"), (), False),
        ("版权所有 © 2019 河流日报", ("河流日报",), (2019,), True),
        ("河流日报 版权所有(C)1999-2012", ("河流日报",), (1999, 2012), True),
        ("著作权归作者所有。商业转载请联系作者获得授权", ("作者",), (), True),
        ("版权归河流日报所有", ("河流日报",), (), False),
        ("著作権は株式会社例に帰属します", ("株式会社例",), (), False),
        ("Все права защищены © Речная газета", ("Речная газета",), (), True),
        ('© 2000-2013, ООО "Речная газета". Все права защищены.', ('ООО "Речная газета"',), (2000, 2013), True),
        ("Авторские права принадлежат Речной газете", ("Речной газете",), (), False),
        ("حقوق النشر © ٢٠١٩ صحيفة النهر", ("صحيفة النهر",), (2019,), False),
        ("© 2011 ΕΚΔΟΣΕΙΣ ΠΟΤΑΜΙ Α.Ε.", ("ΕΚΔΟΣΕΙΣ ΠΟΤΑΜΙ Α.Ε.",), (2011,), False),
        ("Urheberrecht © 2019 Flusspost", ("Flusspost",), (2019,), False),
        ("Prawa autorskie należą do Gazety Rzecznej", ("Gazety Rzecznej",), (), False),
        ("Rechteinhaber: Jane Doe", ("Jane Doe",), (), False),
    ],
)
def test_notice(text: str, holders: tuple[str, ...], years: tuple[int, ...], reserved: bool) -> None:
    """Holders, years and reservation are read in every order."""
    notice = only(text)
    assert (notice.holders, notice.years, notice.reserved) == (holders, years, reserved)


@pytest.mark.parametrize(
    "text", ["© 2019 The Author(s)", "© 2019 Your Name", "© the original author, 2019", "© 2019 name"]
)
def test_nobody_is_no_holder(text: str) -> None:
    """Whoever is not named, or only by a template, holds nothing; the year still counts."""
    assert (only(text).holders, only(text).years) == ((), (2019,))


@pytest.mark.parametrize(
    "text",
    [
        "Copyright law in the US",
        "Copyright Policy",
        "Copyright & Permissions",
        "Copyright | About us",
        "Video copyright: How to avoid getting sued",
        "This text is about copyright infringement.",
        "Some images are copyrighted by others",
        "the Digital Copyright Act of 1998 was passed",
        "Das Urheberrecht gilt seit langem",
        "Historia del copyright desde hace siglos",
        "(a) the first, (b) the second, (c) the third",
        "(a) Anna, (b) Bert, (c) Clara",
        "501(c)(3) organization",
        "© is the symbol of a long tradition",
        "the sign “©” was used",
        "All trademarks are © of their respective owners",
        "All brands © their respective owners",
        "© [year] [holder]",
        "© {{ site.time }} Example",
        "All rights reserved",
        "She reserved all rights for her son in 2019",
        "©",
        "",
    ],
)
def test_false_friend(text: str) -> None:
    """Texts about copyright, lists, templates and bare signs are no notices."""
    assert copyright_notices(text) == []


def test_two_notices() -> None:
    """Each sign opens a notice of its own."""
    text = "© 2019 River Post. Map © Jane Doe"
    assert [notice.holders for notice in copyright_notices(text)] == [("River Post",), ("Jane Doe",)]


def test_match_names_the_words() -> None:
    """Start and end are those of the text as given, from the first to the last word of the notice."""
    text = "First printed there.  Copyright\u00a0©  Jane Doe,\nRiver Post, 2019.  More text"
    notice = only(text)
    assert text[notice.start : notice.end] == "Copyright\u00a0©  Jane Doe,\nRiver Post, 2019"


def test_white_space_in_names_is_folded() -> None:
    """A holder's name is one line."""
    assert only("© 2019 Jane\n   Doe").holders == ("Jane Doe",)


def test_a_sentence_is_no_holder() -> None:
    """What follows a sign in running text is not taken for a name."""
    assert copyright_notices("© we just think it is nice to share what we have learned so far") == []


PIECES = [
    "©",
    "(c)",
    "Copyright ",
    "2019",
    " - ",
    "Jane Doe",
    ", Inc.",
    ". ",
    "MMXIX",
    "版权",
    "٢٠",
    "\ud800",
    '"',
    "(",
    "and ",
]


@given(st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), max_size=12).map("".join)))
def test_junk_never_raises(text: str) -> None:
    """Any string has an answer, matches lie within it, and years are years."""
    for notice in copyright_notices(text):
        assert 0 <= notice.start < notice.end <= len(text)
        assert all(1900 <= year <= 2099 for year in notice.years)


@pytest.mark.parametrize(
    "piece", ["© ", "© a ", "copyright 2019 ", "(c) ", "2019 ", "© 2019, 2018-", "all rights reserved ", "© «", "版权"]
)
def test_long_junk_takes_little_time(piece: str) -> None:
    """Half a megabyte of anything is read in linear time."""
    started = time.perf_counter()
    copyright_notices("© " + piece * (500_000 // len(piece)))
    assert time.perf_counter() - started < 2
