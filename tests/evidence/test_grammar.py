"""The little language of the templates."""

from __future__ import annotations

import pytest

from licencecheck.evidence.phrases.grammar import Grammar
from licencecheck.evidence.phrases.templates import Anchor, Places, words_of
from licencecheck.text import compiled

LISTS = {"work": ["article", "blog post"], "at": ["on", "in"]}


def matches(template: str, text: str) -> bool:
    """Whether the template matches somewhere in the folded text."""
    made = Grammar(LISTS, ["the", "on"], spaced=True).template(template, "credit_first", 3)
    return any(made.matches(Places(text, words_of(text), spaced=True)))


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("first published", "it was first published here"),
        ("(first|originally) published", "originally published"),
        ("first [ever ]published", "first published"),
        ("first [ever ]published", "first ever published"),
        ("this <work> ran <at> {source}", "this blog post ran in tap times"),
        ("source: {source}", "source : tap"),
        ("source: {source}", "source:tap"),
        ("l'~article", "l'article"),
        ("l'~article", "l' article"),
        ("this … ran", "this long and winding j. doe story ran"),
        ("\\(via {source}", "seen (via tap"),
        ("*source: {source}", "12 may | source: tap"),
        ("*source: {source}", "it rained. source: tap"),
        ("^by {author}", '"by jane'),
        ("Veröffentlicht", "veroffentlicht"),
        ("ran {date} <at> {source}", "ran 3. may 2019 on tap times"),
        ("ran {date} <at> {source}", "ran sept. 3 on tap times"),
    ],
)
def test_matches(template: str, text: str) -> None:
    """What the grammar says matches."""
    assert matches(template, text)


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("first published", "thirst published"),
        ("first published", "first publisheds"),
        ("first (ever|) published", "first published"),
        ("*source: {source}", "photo source: tap"),
        ("^by {author}", "made by jane"),
        ("this … ran", "this rained. we ran"),
        ("source: {source}", "source tap"),
        ("ran {date} <at> {source}", "ran in tap times. more on wells"),
    ],
)
def test_does_not_match(template: str, text: str) -> None:
    """Words are whole, marks bind, and gaps end with the sentence."""
    assert not matches(template, text)


UNCLOSED = ["(first", "first)", "[first", "first]", "{source", "<work", "(a]", "a * b"]
WITHIN_WORDS = ["re[published|run]", "first[ly] ran"]
EVERYWHERE = ["", "{source}", "[first] {source}"]


@pytest.mark.parametrize("template", [*UNCLOSED, *WITHIN_WORDS, *EVERYWHERE, "<nothing> ran"])
def test_refused(template: str) -> None:
    """A template that cannot be right is refused."""
    with pytest.raises(ValueError, match=r"brackets|no such list|split|everywhere"):
        Grammar(LISTS, [], spaced=True).template(template, "credit_first", 3)


def test_parts() -> None:
    """A template knows its anchor, the slots at its ends, and what it needs, the rarest first."""
    template = Grammar(LISTS, ["on"], spaced=True).template("*{source} (ran|printed) <at> {title}", "reverse", 2)
    assert (Anchor.PART, "source", "title", [{"ran", "printed"}, {"on", "in"}]) == (
        template.anchor,
        template.lead,
        template.trail,
        [set(need) for need in template.needs],
    )


def test_pattern_of_nothing() -> None:
    """An empty list matches nowhere."""
    assert compiled(Grammar({}, [], spaced=True).pattern([])).search("anything") is None


def test_places_are_bounded() -> None:
    """A text full of separators and telling words has few places."""
    places = Places("source: " * 10_000, ["source"], spaced=True)
    assert (True, True) == (len(places.windows) <= 16, len(places.parts) <= 80)
