"""The tables of words: every file compiles, and reads its own examples as it says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from licencecheck.drafting import draft, plain_sentences, tables
from licencecheck.drafting.tables import Places, compiled_entries, examples, languages, table
from licencecheck.evidence.phrases.languages import known
from licencecheck.requirements import REQUIREMENTS

FOLDER = Path(tables.__file__).parent / "languages"
LATER = {"share-alike", "verbatim-text", "change-notice"}
"""Types that are read, though no rule can ask for them yet."""
EXAMPLES = [
    pytest.param(example, id=f"{language}: {example['text'][:40]}")
    for language in languages()
    for example in examples(language)
]


def test_languages() -> None:
    """What is read in credits is read in terms too, but for languages whose terms nobody has described yet."""
    assert {"cs", "da", "hi", "no", "ro", "uk", "vi"} == set(known()) - set(languages())


@pytest.mark.parametrize("example", EXAMPLES)
def test_example(example: Mapping[str, Any]) -> None:
    """An example gives its permission and its duties, no more and no less."""
    found = draft(plain_sentences(example["text"]))

    assert example["permission"] == found.permission
    assert sorted(example["requires"]) == sorted(rule.requires for rule in found.rules)


@pytest.mark.parametrize("language", languages())
def test_every_language_has_the_same_main_concepts(language: str) -> None:
    """A concept without words would make a whole kind of terms unreadable."""
    concepts = {concept for entries in table(language).entries.values() for concept, _ in entries}

    assert {"act", "may", "deny", "without", "ask", "provided", "source", "author", "original-link"} <= concepts


def test_of_concepts_within_each_other_the_longer_counts() -> None:
    """The words "may not" deny, though "may" alone permits."""
    text = "it may not be shared"
    hits = table("en").hits(text, Places(text))

    assert ["deny", "not", "act"] == [hit.concept for hit in hits]


@pytest.mark.parametrize("entry", ["… words", "* words", "(words", "<unknown> words"])
def test_entry_that_cannot_be_looked_up_is_refused(entry: str) -> None:
    """Entries are looked up by their first letters."""
    with pytest.raises(ValueError):
        list(compiled_entries(entry, {}, spaced=True))


@pytest.mark.parametrize("language", languages())
def test_every_entry_compiles(language: str) -> None:
    """Patterns are compiled late, so a broken one would show only on the page that needs it."""
    for entries in table(language).entries.values():
        for _, pattern in entries:
            re.compile(pattern)


def test_every_concept_is_explained() -> None:
    """Whoever adds a language finds in the folder what each concept means."""
    told = set(re.findall(r"`([a-z-]+)`", (FOLDER / "README.md").read_text(encoding="utf-8")))
    types = set(REQUIREMENTS) | LATER
    concepts = {name for language in languages() for pairs in table(language).entries.values() for name, _ in pairs}

    assert set() == concepts - told - types
