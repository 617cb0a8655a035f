"""Cases of terms, of which the first that holds counts: which of them may be the one, by what is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from licencecheck.conditions import UNLESS, asked, holds, in_words, joined, question
from licencecheck.requirements.requirement import Schema

TermsCase = Mapping[str, object]


def possible(cases: Iterable[TermsCase], facts: Mapping[str, object]) -> list[TermsCase]:
    """Give the cases that may be the first that holds: one, if all facts are known on which that depends."""
    open_cases: list[TermsCase] = []
    for case in cases:
        answer = holds(_when(case), facts)
        if answer is not False:
            open_cases.append(case)
        if answer:
            break
    return open_cases


def questions(cases: Iterable[TermsCase], facts: Mapping[str, object]) -> str:
    """Ask for the facts on which it depends which of `cases` holds, every question once."""
    asked = [question({name: want}, facts) for case in cases for name, want in (_when(case) or {}).items()]
    return " ".join(dict.fromkeys(filter(None, asked)))


def open_facts(cases: Iterable[TermsCase], facts: Mapping[str, object]) -> list[str]:
    """Name what a person can answer of that on which it depends which of `cases` holds."""
    return [name for case in cases for name in asked(_when(case), facts)]


def condition(cases: Iterable[TermsCase], asking: Mapping[str, str]) -> str:
    """Write when the first of `cases` holds that has a condition: `if the site is commercial`; empty for none.

    `asking` are the questions of the rule set, by id.
    """
    return next(filter(None, (in_words(_when(case), asking) for case in cases)), "")


def lacking_for(answer: str, cases: Iterable[TermsCase], facts: Mapping[str, object], asking: Mapping[str, str]) -> str:
    """Write what would have to be otherwise for one of `cases` with this `answer` to hold; empty if nothing would."""
    ways: list[str] = []
    for case in cases:
        when = _when(case)
        if case["is"] == answer and when and holds(when, facts) is False:
            wanting = {name: want for name, want in when.items() if not holds({name: want}, facts)}
            ways.append(in_words(wanting, asking))
    return " or ".join(dict.fromkeys(ways))


def cases_schema(description: str, answers: Sequence[str]) -> Schema:
    """Make the JSON Schema of a list of cases, each with one of `answers` under `is`."""
    text = {"type": "string"}
    return {
        "description": f"{description}; the first case that holds counts",
        "type": "array",
        "minItems": 1,
        "items": {
            "type": "object",
            "additionalProperties": False,
            "required": ["is"],
            "properties": {
                "when": {"type": "object", "description": "Facts under which the case holds"},
                "unless": {"type": "object", "description": "Facts under which it does not"},
                "is": {"enum": list(answers), "description": "What the terms say in this case"},
                "question": text | {"description": "What a person must find out"},
                "contact": text | {"description": "Whom to ask"},
                "quote": text | {"description": "The words of the terms"},
                "proof": text | {"description": "What proves the quote"},
            },
        },
    }


def said(cases: Iterable[TermsCase], key: str) -> str | None:
    """Give the first text that one of `cases` has under `key`."""
    return next((str(case[key]) for case in cases if case.get(key)), None)


def _when(case: TermsCase) -> Mapping[str, object] | None:
    when, unless = case.get("when"), case.get(UNLESS)
    held = when if isinstance(when, Mapping) else None
    return joined(held, {UNLESS: [unless]}) if isinstance(unless, Mapping) else held
