"""Days and spans of time: `embargo`, `time-limit`, `publication-date`."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from licencecheck.model import Original, Place, Role, StatedDay
from tests.requirements.making import at, page, said, verdict

THEN = date(2024, 5, 3)
FIRST = Original(published=THEN)


@pytest.mark.parametrize(
    ("wait", "posted", "outcome"),
    [
        ({"hours": 48}, date(2024, 5, 6), "pass"),
        ({"hours": 48}, date(2024, 5, 5), "review"),
        ({"hours": 48}, date(2024, 5, 4), "fail"),
        ({"hours": 1}, date(2024, 5, 4), "review"),
        ({"hours": 50}, date(2024, 5, 5), "fail"),
        ({"days": 14}, date(2024, 5, 17), "pass"),
        ({"days": 14}, date(2024, 5, 16), "fail"),
        ({"days": 14}, THEN, "review"),
        ({"days": 14}, None, "review"),
    ],
)
def test_an_embargo_counts_days(wait: dict[str, int], posted: date | None, outcome: str) -> None:
    """Hours between two days are open; a page may have kept the day of the original."""
    assert outcome == said("embargo", wait, page=page(published=posted), original=FIRST)[0]


def test_a_copy_that_is_there_too_early_fails_whatever_day_it_gives() -> None:
    """The day of the run is certain."""
    assert (
        "fail",
        "Expected a copy at least 14 days after the original of 2024-05-03, found one on 2024-05-10",
    ) == said("embargo", {"days": 14}, page=page(), original=FIRST, today=date(2024, 5, 10))


@pytest.mark.parametrize(("requires", "rule"), [("embargo", {"days": 14}), ("time-limit", {"days": 90})])
def test_without_the_day_of_the_original_it_is_asked(requires: str, rule: dict[str, int]) -> None:
    """The day on the page may be either."""
    outcome, message = said(requires, rule, page=page(published=THEN))

    assert ("review", "When was the original published?") == (outcome, message.rpartition(": ")[2])


@pytest.mark.parametrize(
    ("limits", "today", "posted", "outcome"),
    [
        ("posting", date(2024, 8, 1), None, "pass"),
        ("posting", date(2026, 1, 1), date(2024, 8, 1), "pass"),
        ("posting", date(2026, 1, 1), date(2024, 8, 2), "fail"),
        ("posting", date(2026, 1, 1), THEN, "review"),
        ("keeping", date(2024, 8, 1), None, "pass"),
        ("keeping", date(2024, 8, 2), date(2024, 5, 4), "fail"),
    ],
)
def test_a_time_limit(limits: str, today: date, posted: date | None, outcome: str) -> None:
    """For posting, the day of the page counts; for keeping, the day of the run."""
    rule = {"days": 90, "limits": limits}

    assert outcome == said("time-limit", rule, page=page(published=posted), original=FIRST, today=today)[0]


def day(when: date, role: Role = Role.CREDIT, place: Place = Place.BOTTOM) -> StatedDay:
    """Make a day that a reader sees."""
    return StatedDay(text=f"On {when}", location=at(9), role=role, place=place, day=when)


def dated(*days: StatedDay, **more: Any) -> tuple[str, str]:
    """Judge a page with days."""
    return said("publication-date", more.pop("rule", {}), page=page(days=days), **more)


def test_the_day_of_the_original_is_there() -> None:
    """Wherever a reader sees it beside the article."""
    other = date(2024, 5, 9)

    assert ("pass", "Found the date of the original, 2024-05-03") == dated(day(other), day(THEN), original=FIRST)
    assert ("fail", "Expected the date of the original, 2024-05-03, found 2024-05-09") == dated(
        day(other), original=FIRST
    )
    assert ("fail", "Expected the date of the original, 2024-05-03, found none") == dated(original=FIRST)


def test_a_date_in_the_credit_is_taken_for_it() -> None:
    """Another may be the day of the copy."""
    assert ("pass", "Found a date in the credit, 2024-05-03") == dated(day(THEN, Role.BYLINE), day(THEN))
    assert "review" == dated(day(THEN, Role.BYLINE, Place.BYLINE))[0]
    assert ("fail", "Expected the date of the original, found none") == dated()


def test_the_place_of_the_date() -> None:
    """In the top line."""
    assert "pass" == dated(day(THEN, place=Place.TOP), rule={"at": "top"})[0]
    assert (
        "fail",
        "Expected the date of the original, 2024-05-03, at the top of the article, found 2024-05-03 elsewhere",
    ) == dated(day(THEN), rule={"at": "top"}, original=FIRST)


def test_the_date_of_the_last_update() -> None:
    """No earlier than the original; which is the last, nobody knows."""
    rule = {"of": "updated"}

    assert "pass" == dated(day(date(2024, 6, 1)), rule=rule, original=FIRST)[0]
    assert "review" == dated(day(date(2024, 5, 1)), rule=rule, original=FIRST)[0]
    assert "{date}" == verdict("publication-date", rule, page=page()).paste


def test_a_day_above_the_text_stands_with_the_byline() -> None:
    """A plain post marks no byline; below the text it stands elsewhere."""
    rule = {"at": "byline"}

    assert "pass" == dated(day(THEN, place=Place.TOP), rule=rule, original=Original(published=THEN))[0]
    assert "fail" == dated(day(THEN), rule=rule, original=Original(published=THEN))[0]
