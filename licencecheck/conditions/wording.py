"""How conditions read in plain sentences: `if the site is commercial, unless its kind is news`."""

from __future__ import annotations

from collections.abc import Mapping

from licencecheck.conditions.holding import UNLESS, conditions

_SENTENCES = {
    "medium": ("the medium is {}", "the medium is not {}"),
    "kind": ("the site is of the kind {}", "the site is not of the kind {}"),
    "commercial": ("the site is commercial", "the site is not commercial"),
    "ads": ("the site carries advertisements", "the site carries no advertisements"),
    "paywall": ("the page is behind a paywall", "the page is not behind a paywall"),
    "country": ("the site is in {}", "the site is not in {}"),
    "form": ("the page is {}", "the page is not {}"),
    "edits": ("the text was {}", "the text was not {}"),
    "original-source": ("the article was first published by {}", "the article was not first published by {}"),
    "original-date": ("the original is from {}", "the original is not from {}"),
    "original-from": ("the original is from {} or later", "the original is from before {}"),
    "original-until": ("the original is from {} or earlier", "the original is from after {}"),
    "original-host": ("the original stands on {}", "the original does not stand on {}"),
    "original-text": ("the page of the original says {}", "the page of the original does not say {}"),
    "author": ("the author is {}", "the author is not {}"),
    "section": ("the original stands in the section {}", "the original does not stand in the section {}"),
    "content": ("what is taken is {}", "what is taken is not {}"),
    "licence": ("the original is under {}", "the original is not under {}"),
    "licence-has": ("the licence has {}", "the licence has no {}"),
    "attested": ("the answer is yes to {}", "the answer is no to {}"),
}
"""What is said of a fact that is as wanted, and of one that is not."""
_WORDS = {
    ("form", "full"): "the full text",
    ("form", "excerpt"): "an excerpt",
    ("form", "translation"): "a translation",
    ("edits", "none"): "left as it is",
    ("edits", "any"): "edited",
    ("edits", "substantive"): "edited in substance",
    ("edits", "additions"): "added to",
    ("edits", "notes"): "given notes",
    ("edits", "adaptation"): "adapted",
    ("original-source", "publisher"): "the publisher",
    ("original-source", "other"): "others",
}
_ENDS = {"before": "before {}", "from": "{} or later", "until": "{} or earlier"}


def in_words(when: Mapping[str, object] | None, questions: Mapping[str, str]) -> str:
    """Write a condition as `if ..., unless ...`; empty for none. `questions` are those of the rule set, by id."""
    demands = [_clause(fact, want, questions) for fact, want in (when or {}).items() if fact != UNLESS]
    exceptions = [_joined(each, questions) for each in conditions((when or {}).get(UNLESS))]
    parts = [f"if {' and '.join(demands)}"] if demands else []
    parts += [f"unless {' or '.join(exceptions)}"] if exceptions else []
    return ", ".join(parts)


def _joined(when: Mapping[str, object], questions: Mapping[str, str]) -> str:
    return in_words(when, questions).removeprefix("if ")


def _clause(fact: str, want: object, questions: Mapping[str, str]) -> str:
    if isinstance(want, Mapping):
        return " and ".join(_limit(fact, word, value, questions) for word, value in want.items())
    return _sentence(fact, want, questions)


def _limit(fact: str, word: str, value: object, questions: Mapping[str, str]) -> str:
    if word == "not":
        return _sentence(fact, value, questions, negated=True)
    return f"the original is from {_ENDS[word].format(value)}"


def _sentence(fact: str, want: object, questions: Mapping[str, str], *, negated: bool = False) -> str:
    if isinstance(want, bool):
        negated = negated is want
    several = want if isinstance(want, list | tuple) else [want]
    words = " or ".join(_word(fact, str(one), questions) for one in several)
    return _SENTENCES[fact][negated].format(words)


def _word(fact: str, want: str, questions: Mapping[str, str]) -> str:
    if fact == "attested":
        return f"“{questions.get(want, want)}”"
    return f"“{want}”" if fact in {"original-text", "section"} else _WORDS.get((fact, want), want)
