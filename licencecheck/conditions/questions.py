"""The questions to a person, where a condition depends on what is not known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from licencecheck.conditions.holding import DATES, UNLESS, agrees, conditions, holds
from licencecheck.conditions.wording import in_words
from licencecheck.model import ASKED_OF_SITE, SITE_KINDS
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
_YES_OR_NO = frozenset({"attested", "original-text"})


def question(when: Mapping[str, object] | None, facts: Mapping[str, object]) -> str:
    """Ask in plain sentences for the facts on which `when` depends and that are not known."""
    unknown = [name for name, want in (when or {}).items() if agrees(name, want, facts) is None]
    asked = [_question(name, when[name], facts) for name in unknown] if when else []
    return " ".join(dict.fromkeys(asked))


def asked(when: Mapping[str, object] | None, facts: Mapping[str, object]) -> Iterator[str]:
    """Name what a person can answer of that on which `when` depends: keys of the profile, and ids of questions."""
    for name, want in (when or {}).items():
        if agrees(name, want, facts) is not None:
            continue
        if name == UNLESS:
            yield from (one for each in conditions(want) if holds(each, facts) is None for one in asked(each, facts))
        elif name == "attested":
            yield from (one for one in wanted(want) if facts.get(f"attested:{one}") is None)
        elif name in ASKED_OF_SITE:
            yield name


def answer_for(when: Mapping[str, object], facts: Mapping[str, object], questions: Mapping[str, str]) -> str:
    """Say which answer to the questions of `when` makes it hold: `If so`, `If not`, or `If the site is commercial`."""
    unknown = {name: want for name, want in when.items() if agrees(name, want, facts) is None}
    if UNLESS in unknown:
        unknown[UNLESS] = [each for each in conditions(unknown[UNLESS]) if holds(each, facts) is None]
    yes = _is_yes(unknown)
    if yes is not None:
        return "If so" if yes else "If not"
    words = in_words(unknown, questions)
    return words[:1].upper() + words[1:]


def _is_yes(when: Mapping[str, object]) -> bool | None:
    """Whether a condition holds where its one question is answered by yes; None for others."""
    if len(when) != 1:
        return None
    [(name, want)] = when.items()
    if name == UNLESS:
        [*exceptions] = conditions(want)
        yes = _is_yes(exceptions[0]) if len(exceptions) == 1 else None
        return None if yes is None else not yes
    if isinstance(want, Mapping) and want.keys() == {"not"}:
        yes = _is_yes({name: want["not"]})
        return None if yes is None else not yes
    if isinstance(want, bool):
        return want
    return True if name in _YES_OR_NO and isinstance(want, str) else None


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
