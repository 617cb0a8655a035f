"""Words and names: text in an alphabet is asked other patterns than Chinese and Japanese, with the same answers."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import ModuleType
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licencecheck import text as texts
from licencecheck.evidence import dated_lines
from licencecheck.evidence.article import region
from licencecheck.evidence.bylines import names
from licencecheck.evidence.head import titles
from licencecheck.text import UNSPACED, is_unspaced, may_be_unspaced, words

PIECES = [
    "a",
    "Anna",
    "Éva",
    "d'",
    "von",
    "professor",
    "university",
    "3",
    "12",
    "March",
    "2019",
    "год",
    "Ж",
    "©",
    "“",
    " ",
    "  ",
    "-",
    "_",
    ",",
    ".",
    "/",
    "–",
    "--",
    "、",
    "。",
]
UNSPACED_PIECES = ["（", "日", "大学", "本", "カナ", "한", "Ａ", "\N{GRINNING FACE}"]
ASKED: list[tuple[ModuleType, Callable[[str], object]]] = [
    (dated_lines, dated_lines.beside_date),
    (dated_lines, dated_lines.is_date),
    (dated_lines, dated_lines.holds_date),
    (names, names.names_after_office),
    (names, names.holds_office),
    (names, names.institution_in),
    (titles, titles.parts_of),
    (region, region.extent),
    (texts, words),
]


@pytest.mark.parametrize(("module", "ask"), ASKED)
@given(text=st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_text_in_an_alphabet_may_be_asked_as_if_it_were_chinese(
    module: ModuleType, ask: Callable[[str], object], text: str
) -> None:
    """The patterns for alphabets leave out only what such text does not hold."""
    with patch.object(module, may_be_unspaced.__name__, return_value=True):
        expected = ask(text)
    assert ask(text) == expected
    assert not may_be_unspaced(text)


@given(st.lists(st.sampled_from(PIECES + UNSPACED_PIECES), max_size=14).map("".join))
def test_words_are_cut_at_spaces_and_signs_and_each_chinese_character_stands_alone(text: str) -> None:
    """But for those within a word that begins in another script."""
    assert words(text) == re.findall(rf"{UNSPACED}|[^\W_]+", texts.fold(text))


@given(st.characters() | st.sampled_from(UNSPACED_PIECES).map(lambda piece: piece[0]))
def test_a_character_is_of_a_script_without_spaces_where_the_pattern_says_so(character: str) -> None:
    """The pattern and the comparison are of the same characters, all of which stand behind the alphabets."""
    assert is_unspaced(character) is bool(re.fullmatch(UNSPACED, character))
    assert may_be_unspaced(character) or not is_unspaced(character)


@pytest.mark.parametrize(("things", "expected"), [(["A"], "A"), (["A", "B"], "A or B"), ("ABC", "A, B or C")])
def test_things_are_listed_as_in_a_sentence(things: list[str], expected: str) -> None:
    """Commas between them, a word before the last."""
    assert expected == texts.enumerated(things, "or")
