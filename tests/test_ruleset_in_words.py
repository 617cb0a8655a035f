"""`rules show`: a rule set in plain sentences."""

from __future__ import annotations

from typing import Any

import pytest

from licencecheck.catalogue import load_rules
from licencecheck.catalogue.in_words import TOLD, lines_of, sentence
from licencecheck.conditions import in_words
from licencecheck.model import Rule, RuleSet
from licencecheck.requirements import REQUIREMENTS, requirement_type
from licencecheck.schema.rule_files import rule_file_schema
from tests.requirements.making import RIVER_POST, TEMPLATE, TERMS

CATALOGUE = load_rules()
QUESTIONS = {"partner": "Are you a partner?"}


def shown(ruleset: RuleSet) -> str:
    """What the command prints."""
    return "".join(f"{indent}{text}\n" for indent, text in lines_of(ruleset))


def rule(requires: str, **parameters: object) -> Rule:
    """Make a rule of the River Post; `_` in a parameter stands for `-`, a last one for nothing."""
    named = {name.rstrip("_").replace("_", "-"): value for name, value in parameters.items()}
    return Rule(id=requires, ruleset="river-post", requires=requires, parameters=named, quote="-", terms=TERMS)


def ruleset(*rules: Rule) -> RuleSet:
    """Make the rule set of the River Post."""
    return RuleSet(
        id="river-post", path="river-post.yaml", publisher=RIVER_POST, terms=TERMS, rules=rules, credit=(TEMPLATE,)
    )


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ({"medium": "web"}, "if the medium is web"),
        ({"commercial": False, "ads": True}, "if the site is not commercial and the site carries advertisements"),
        ({"kind": {"not": ["news", "company"]}}, "if the site is not of the kind news or company"),
        ({"paywall": {"not": True}}, "if the page is not behind a paywall"),
        ({"original-date": {"before": "2024-07"}}, "if the original is from before 2024-07"),
        ({"original-until": 2023}, "if the original is from 2023 or earlier"),
        ({"original-text": "All Rights Reserved"}, "if the page of the original says “All Rights Reserved”"),
        ({"attested": "partner"}, "if the answer is yes to “Are you a partner?”"),
        ({"attested": {"not": "partner"}}, "if the answer is no to “Are you a partner?”"),
        ({"edits": "any", "unless": [{"form": "excerpt"}]}, "if the text was edited, unless the page is an excerpt"),
        ({"unless": [{"medium": "print"}, {"kind": "news"}]},
         "unless the medium is print or the site is of the kind news"),
        (None, ""),
    ],
)  # fmt: skip
def test_conditions_read_as_sentences(when: dict[str, object] | None, words: str) -> None:
    """Nobody need know how they are written in the file."""
    assert words == in_words(when, QUESTIONS)


def test_every_fact_has_words() -> None:
    """Whatever a condition may ask for."""
    for fact in rule_file_schema()["$defs"]["when"]["properties"]:
        assert in_words({fact: "this"}, {}).startswith("if ")


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_every_parameter_has_words(name: str) -> None:
    """A new parameter needs some."""
    schema: Any = requirement_type(name).schema

    assert set(schema["properties"]) - {"covers", "permission"} <= TOLD


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (rule("original-link", to=["article", "homepage"]),
         "Link the original article: it leads to the article or the home page"),
        (rule("source-credit", names=["publisher", "original"]),
         "Name the source of the article: naming River Post and whoever published it first"),
        (rule("verbatim-text", allow=["time", "location"], ask="author"),
         "Leave the text as it is: allowed changes are time and place; for other changes, ask the author"),
        (rule("verbatim-text", allow=[]), "Leave the text as it is: no change is allowed"),
        (rule("excerpt-limit", at_most={"words": 1000, "ratio": 0.25, "take": "min"}),
         "Take no more of the text than the terms allow: at most 1,000 words or 25 % of the words, whichever is less"),
        (rule("credit-line", at="bottom"),
         ("Print the line that the publisher prescribes: at the end; in words like these, "
          "“This article was first published by River Post. Read the original article.”")),
        (rule("logo", mode="forbidden"), "Leave the publisher's logo off"),
        (rule("translation", is_="on-request", of="author"), "Ask before you translate it: the author decides"),
        (rule("page-counter", any_of=[{"image": "c.example/{article-id}"}, {"script": "c.example/c.js"}]),
         "Keep the publisher's page counter: by c.example/{article-id} or c.example/c.js"),
    ],
    ids=lambda each: each if isinstance(each, str) else each.id,
)  # fmt: skip
def test_a_rule_reads_as_a_sentence(asked: Rule, words: str) -> None:
    """What to do, then how."""
    assert words == sentence(asked, ruleset(asked))


@pytest.mark.parametrize("name", CATALOGUE.files)
def test_every_rule_set_can_be_shown(name: str) -> None:
    """No braces of YAML or Python, and the sections in the order in which they are needed."""
    for way in CATALOGUE.ways(name):
        text = shown(way.ruleset)
        assert "{'" not in text and "': " not in text
        titles = [line for line in text.splitlines() if line.endswith(":") and not line.startswith(" ")]
        order = ["May I? The first that fits counts:", "You must:", "You should:", "You must confirm:",
                 "You may also:", "To paste:", "What no rule says:"]  # fmt: skip
        assert titles == [title for title in order if title in titles]


def test_cases_stand_in_their_order() -> None:
    """The first that fits counts, so each says when it does."""
    lines = shown(CATALOGUE.ruleset("the-conversation")).splitlines()
    start = lines.index("May I? The first that fits counts:")

    assert lines[start + 1].endswith(", if the site is commercial and the site is not of the kind news")
    assert "    “Commercial, non-journalism usage: license fees may apply”" == lines[start + 2]
    assert "  - Otherwise you may" == lines[start + 3]
    assert "  known in part: read them there" in lines
    assert "  - Is the article sold separately? It should be “no” [not-sold]" in lines


def test_what_is_inherited_names_its_source() -> None:
    """A duty of the licence is proved by the licence."""
    lines = shown(CATALOGUE.ruleset("the-conversation")).splitlines()
    proof = lines[lines.index("  - Keep the disclaimers of the original [disclaimer-kept]") + 1]

    assert proof.endswith("” (https://creativecommons.org/licenses/by-nd/4.0/legalcode)")


def test_alternatives_stand_below_what_they_fulfil() -> None:
    """One of several is enough."""
    lines = shown(CATALOGUE.ruleset("knowable-magazine")).splitlines()
    first = lines[lines.index("  - One of these [byline]") + 2]

    assert first.startswith("    - Name the author of the article: in the form “{author}, Knowable Magazine”")
