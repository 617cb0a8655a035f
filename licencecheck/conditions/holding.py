"""Whether a condition holds: yes, no or not known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache

from licencecheck.text import bare, words

UNLESS = "unless"
"""Name under which a condition holds the conditions that take a rule off."""
LATEST = "original-until"
"""Name of the fact that the original is no younger than this day, where its own is not known."""
DATES = {"original-from": "from", "original-until": "until"}
"""Facts that are a bound of the date of the original."""


def holds(when: Mapping[str, object] | None, facts: Mapping[str, object]) -> bool | None:
    """Say whether all facts that `when` asks for hold; None where that depends on a fact that is not known.

    A list means any of them, `{not: value}` the opposite, `{before: date}` and `{from: date, until: date}` a span of
    time (a year or month stands for all its days, `until` includes them), `attested: ID` that a person said yes,
    `original-text: WORDS` that the page of the original holds the words. `unless` holds conditions none of which may
    hold as a whole.
    """
    return every(agrees(name, want, facts) for name, want in (when or {}).items())


def joined(first: Mapping[str, object] | None, second: Mapping[str, object] | None) -> Mapping[str, object] | None:
    """Join two conditions into one that holds where both do; None for none."""
    if not first or not second:
        return first or second
    unless: list[object] = [*conditions(first.get(UNLESS)), *conditions(second.get(UNLESS))]
    # Two demands on one fact: that the second is not denied, beside the first
    unless += [{fact: _contrary(second[fact])} for fact in second if fact in first and fact != UNLESS]
    return {**second, **first, **({UNLESS: unless} if unless else {})}


def every(answers: Iterable[bool | None]) -> bool | None:
    """Whether all answers are yes; None where that depends on one that is not known."""
    seen = set(answers)
    return False if False in seen else None if None in seen else True


def some(answers: Iterable[bool | None]) -> bool | None:
    """Whether an answer is yes; None where that depends on one that is not known."""
    seen = set(answers)
    return True if True in seen else None if None in seen else False


def agrees(name: str, want: object, facts: Mapping[str, object]) -> bool | None:
    """Say whether the fact `name` is as wanted."""
    if name == UNLESS:
        return _not(some(holds(each, facts) for each in conditions(want)))
    if name in DATES:
        return agrees("original-date", {DATES[name]: want}, facts)
    if isinstance(want, list | tuple):
        return some(agrees(name, option, facts) for option in want)
    if isinstance(want, Mapping):
        return every(_limits(name, word, value, facts) for word, value in want.items())
    have = facts.get(f"attested:{want}" if name == "attested" else name)
    if have is None:
        return None
    if name == "attested":
        return bool(have)
    if name == "original-text" and isinstance(have, tuple):
        return _says(have, str(want))
    return any(_equal(want, one) for one in (have if isinstance(have, tuple) else (have,)))


def _limits(name: str, word: str, value: object, facts: Mapping[str, object]) -> bool | None:
    if word == "not":
        return _not(agrees(name, value, facts))
    span, day = _span(value), _span(facts.get(name))
    if span is None or day is None:
        return None if span is None else _by_the_latest(word, span, _span(facts.get(LATEST)))
    return {"before": day[0] < span[0], "from": day[0] >= span[0], "until": day[0] <= span[1]}.get(word)


def _by_the_latest(word: str, span: tuple[date, date], latest: tuple[date, date] | None) -> bool | None:
    """Say of an original that is no younger than its copy what the day of the copy settles."""
    if latest is None:
        return None
    settled = {
        "before": (latest[0] < span[0], True),
        "from": (latest[0] < span[0], False),
        "until": (latest[0] <= span[1], True),
    }
    is_settled, answer = settled.get(word, (False, False))
    return answer if is_settled else None


def _says(page: tuple[Iterable[str], Iterable[str]], phrase: str) -> bool | None:
    """Whether a page says `phrase` beside the article; not known where only its menus or footer do."""
    beside, elsewhere = (_spaced(phrase) in _page_words("\n".join(lines)) for lines in page)
    return True if beside else None if elsewhere else False


def _spaced(text: str) -> str:
    return f" {' '.join(words(text))} "


_page_words = lru_cache(maxsize=4)(_spaced)
"""The same of a page, which is asked for many phrases."""


def _equal(want: object, have: object) -> bool:
    if isinstance(want, str) and isinstance(have, str):
        return want == have or (bare(want) == bare(have) != "")
    return want == have and isinstance(want, bool) == isinstance(have, bool)


def _span(value: object) -> tuple[date, date] | None:
    """First and last day of a date, a month or a year; None for anything else."""
    if isinstance(value, date):
        return value, value
    parts = str(value).split("-")
    try:
        year, month, day = (*(int(part) for part in parts), *([1] * (3 - len(parts))))
        first = date(year, month, day)
        following = [date(year + 1, 1, 1), date(year + month // 12, month % 12 + 1, 1)]
    except (ValueError, OverflowError):
        return None
    return first, first if len(parts) == 3 else following[len(parts) - 1] - timedelta(days=1)


def _not(answer: bool | None) -> bool | None:
    return None if answer is None else not answer


def _contrary(value: object) -> object:
    return value["not"] if isinstance(value, Mapping) and "not" in value else {"not": value}


def conditions(value: object) -> list[Mapping[str, object]]:
    """Read the conditions under `unless`."""
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list | tuple) else []
