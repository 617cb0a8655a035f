"""Wordings: every example of every language, what is in their slots, where they stand, and that time is bounded."""

from __future__ import annotations

import time

import pytest

from licencecheck.evidence.phrases.languages import examples, known, wordings
from licencecheck.evidence.phrases.matcher import Hit, phrases

LANGUAGES = (
    "ar", "cs", "da", "de", "el", "en", "es", "fr", "hi", "id", "it", "ja", "ko", "nl", "no", "pl",
    "pt", "ro", "ru", "sv", "tr", "uk", "vi", "zh",
)  # fmt: skip
EXAMPLES = [
    pytest.param(language, example["text"], example["category"], example.get("slots", {}), id=f"{language}-{number}")
    for language in LANGUAGES
    for number, example in enumerate(examples(language)["examples"])
]
FALSE_FRIENDS = [
    pytest.param(language, example["text"], example["category"], id=f"{language}-{number}")
    for language in LANGUAGES
    for number, example in enumerate(examples(language)["false_friends"])
]


def hits(text: str, category: str, language: str = "en") -> list[Hit]:
    """Hits of one category."""
    return [hit for hit in phrases(language).hits(text) if hit.category == category]


def slots(text: str, category: str, language: str = "en") -> list[dict[str, str]]:
    """What stands in the slots of the hits of one category."""
    return [{name: span.text for name, span in hit.slots.items()} for hit in hits(text, category, language)]


@pytest.mark.parametrize(("language", "text", "category", "expected"), EXAMPLES)
def test_example_fires(language: str, text: str, category: str, expected: dict[str, str]) -> None:
    """Every example fires its category with the slots that it names."""
    found = [
        {name: slot for name, slot in each.items() if name in expected} for each in slots(text, category, language)
    ]
    assert expected in found


@pytest.mark.parametrize(("language", "text", "category"), FALSE_FRIENDS)
def test_false_friend_does_not_fire(language: str, text: str, category: str) -> None:
    """No false friend fires its category."""
    assert [] == hits(text, category, language)


def test_languages() -> None:
    """There is a file for each of the languages, and all are tried here."""
    assert known() == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_language_has_all_categories(language: str) -> None:
    """No language does without a category."""
    assert set(wordings("en").categories) == set(wordings(language).categories)


@pytest.mark.parametrize("language", LANGUAGES)
def test_language_has_examples_enough(language: str) -> None:
    """Every language shows at least fifteen examples and ten false friends."""
    shown = examples(language)
    assert (True, True) == (len(shown["examples"]) >= 15, len(shown["false_friends"]) >= 10)


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_hold_texts_only(language: str) -> None:
    """No word of a table is taken for a YAML truth value or number."""
    table = wordings(language)
    words = [word for words in [*table.lists.values(), *table.slots.values(), table.common] for word in words]
    templates = [text for by_strength in table.categories.values() for texts in by_strength.values() for text in texts]
    assert [] == [word for word in words + templates if not isinstance(word, str)]


def test_unknown_language_has_english() -> None:
    """Of a language without a file, English is still understood."""
    assert [{"source": "Tap Times"}] == slots("Originally published in Tap Times", "credit_first", "xx")


def test_no_language_has_english() -> None:
    """A text of unknown language is read as English."""
    assert phrases(None).hits("Source: Tap Times") == phrases("en").hits("Source: Tap Times")


def test_english_in_other_language() -> None:
    """English wordings are understood in every language."""
    assert [{"source": "Tap Times"}] == slots("Originally published in Tap Times", "credit_first", "zh")


def test_offsets_count_characters_as_given() -> None:
    """Offsets hold in a text with soft hyphens, no-break spaces, doubled blanks and a combining accent."""
    text = "Ori\u00adginally  published\u00a0on\u200b the Cafe\u0301 Times, May 2020."
    (hit,) = hits(text, "credit_first")
    span = hit.slots["source"]
    assert ("Cafe\u0301 Times", "Cafe\u0301 Times") == (span.text, text[span.start : span.end])


def test_place_of_hit() -> None:
    """A hit reaches from its first word to the end of its last slot."""
    (hit,) = hits("Note. Originally published in Tap Times. More.", "credit_first")
    assert (6, 39) == (hit.start, hit.end)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Originally published on Tap Times on 3 May 2021", "Tap Times"),
        ("Originally published on Tap Times, May 2021.", "Tap Times"),
        ("Originally published on the Tap Times website by Jane Doe.", "Tap Times website"),
        ("Originally published by U.S. Tap News on May 3.", "U.S. Tap News"),
        ("Originally published in the St. Louis Tap", "St. Louis Tap"),
        ("Originally published on tap.example. Read more there.", "tap.example"),
        ("Originally published at https://tap.example/a?b=1.", "https://tap.example/a?b=1"),
        ("Originally published on our friends at Tap Times | News", "Tap Times"),
        ("Originally published on the magazine “Tap Times” last year", "Tap Times"),
        ("Originally published on Tap Times and has been republished here.", "Tap Times"),
        ("Originally published on Tap Times under a Creative Commons licence", "Tap Times"),
        ("Originally published on Tap Times (tap.example)", "Tap Times"),
        ("Originally published in The Tap", "The Tap"),
        ("Originally published in the Tap", "Tap"),
    ],
)
def test_name_ends_where_it_should(text: str, source: str) -> None:
    """A name is cut at dates, ends of sentences, brackets and the words that follow names; articles are left out."""
    assert [source] == [each["source"] for each in slots(text, "credit_first")]


def test_date_before_source() -> None:
    """A date between wording and source is no source."""
    assert [{"date": "May 3, 2020", "source": "Tap Times"}] == slots(
        "Originally published on May 3, 2020 in Tap Times.", "credit_first"
    )


def test_no_history_where_a_source_is_named() -> None:
    """A dated credit that names its source is no history of the page."""
    assert [] == hits("Originally published on May 3, 2020 in Tap Times.", "history")


def test_lower_case_weakens() -> None:
    """What begins in lower case and is no host may be no name."""
    found = [
        hits(f"Originally published in {name}", "credit_first")[0].strength for name in ("Tap", "tap.example", "tap")
    ]
    assert [3, 3, 2] == found


def test_wording_within_a_sentence_is_weaker() -> None:
    """The same words speak for themselves only at the start of a part of the text."""
    text = "The novel, originally published by Tap House, sold well."
    assert [2] == [hit.strength for hit in hits(text, "credit_first")]


def test_label_at_the_end_of_a_block() -> None:
    """A label whose name stands in the next block is reported weakly and without name."""
    (hit,) = hits("Source:", "credit_label")
    assert (1, {}) == (hit.strength, hit.slots)


@pytest.mark.parametrize("text", ["Originally published by them", "Source: unknown", "Reposted from various sources"])
def test_nobody_is_no_source(text: str) -> None:
    """Pronouns and words for nobody in particular name no source."""
    assert [] == [hit for hit in phrases("en").hits(text) if hit.slots]


def test_one_hit_per_place_and_category() -> None:
    """Of several templates that match at one place the one that says most is reported."""
    text = "This article was originally published on Tap Times and is republished with permission from Tap Times."
    assert ["credit_first", "republished", "permitted"] == sorted(
        (hit.category for hit in phrases("en").hits(text)), key=("credit_first", "republished", "permitted").index
    )


def test_credit_and_copy_elsewhere() -> None:
    """Where a text comes from and where it went are told apart in one sentence."""
    text = "This article was originally published on Tap Times and reprinted on Pipe Weekly."
    assert ([{"source": "Tap Times"}], [{"source": "Pipe Weekly"}]) == (
        slots(text, "credit_first"),
        slots(text, "reverse"),
    )


def test_long_text_is_examined_at_both_ends() -> None:
    """Credits at the start and at the end of a long text are found."""
    body = "It leaked for days and nobody knew why. " * 60
    text = f"Source: Tap Times. {body}Reposted from Pipe Weekly."
    assert ([{"source": "Tap Times"}], [{"source": "Pipe Weekly"}]) == (
        slots(text, "credit_label"),
        slots(text, "republished"),
    )


def test_offsets_in_an_overlong_text() -> None:
    """Offsets hold in a text of which only the ends are read."""
    text = "water " * 50_000 + "Reposted from Pipe Weekly."
    (hit,) = hits(text, "republished")
    span = hit.slots["source"]
    assert (True, "Pipe Weekly") == (hit.start > 250_000, text[span.start : span.end])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        "a " * 300,
        "source: " * 1_000,
        "([{<" * 150,
        "originally published on " * 25_000,
        "this article was " * 60_000,
        "x" * 1_000_000,
        " " * 1_000_000,
        "\u00ad" * 1_000_000,
        "published on " + "a." * 300,
        '"' * 5_000 + "source: " + '"' * 5_000,
        "来源：" * 200_000,
        "by:" * 200_000,
    ],
    ids=range(12),
)
def test_hostile_text_takes_bounded_time(language: str, text: str) -> None:
    """No text takes long, whatever it holds: half a second is over ten times what the slowest takes."""
    table = phrases(language)
    table.hits(text)
    start = time.process_time()
    table.hits(text)
    assert time.process_time() - start < 0.5


def test_ordinary_text_takes_little_time() -> None:
    """A paragraph without telling words costs well under a millisecond."""
    table = phrases("en")
    text = "The water rose in the night, and by noon the lower town was under it; boats went from door to door. " * 4
    table.hits(text)
    start = time.process_time()
    for _ in range(200):
        table.hits(text)
    assert time.process_time() - start < 0.2
