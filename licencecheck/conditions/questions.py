"""The questions to a person, where a condition depends on what is not known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from licencecheck.conditions.holding import DATES, UNLESS, agrees, conditions, holds
from licencecheck.model import SITE_KINDS
from licencecheck.text import squeeze

_QUESTIONS = {
    "kind": f"What kind of site is this (`kind`: {', '.join(SITE_KINDS)})?",
    "commercial": "Is the site commercial (`commercial`)?",
    "ads": "Does the site carry advertisements (`ads`)?",
    "paywall": "Is the page behind a paywall (`paywall`)?",
    "country": "In which country is the site (`country`)?",
    "original-source": "Who published the article first?",
    "original-date": "When was the original published?",
    "original-host": "On which host did the original stand?",
    "author": "Who wrote the original?",
    "section": "In which section did the original stand?",
    "licence": "Which licence does the original carry?",
    "licence-has": "Which licence does the original carry?",
    "edits": "Was the text edited?",
}


def question(when: Mapping[str, object] | None, facts: Mapping[str, object]) -> str:
    """Ask in plain sentences for the facts on which `when` depends and that are not known."""
    unknown = [name for name, want in (when or {}).items() if agrees(name, want, facts) is None]
    asked = [_question(name, when[name], facts) for name in unknown] if when else []
    return " ".join(dict.fromkeys(asked))


def _question(name: str, want: object, facts: Mapping[str, object]) -> str:
    if name == UNLESS:
        return " ".join(question(each, facts) for each in conditions(want) if holds(each, facts) is None)
    if name == "attested":
        unanswered = [one for one in wanted(want) if facts.get(f"attested:{one}") is None]
        return " ".join(
            str(facts.get(f"question:{one}", f"Has a person confirmed `{squeeze(one)}`?")) for one in unanswered
        )
    if name == "original-text":
        return f"Does the page of the original say {' or '.join(f'“{squeeze(one)}”' for one in wanted(want))}?"
    return _QUESTIONS.get("original-date" if name in DATES else name, f"What is the `{name}`?")


def wanted(want: object) -> Iterator[str]:
    """Name what a fact is asked for, at any depth of lists and of `{not: value}`."""
    if isinstance(want, Mapping):
        want = list(want.values())
    if isinstance(want, list | tuple):
        for one in want:
            yield from wanted(one)
    else:
        yield str(want)
