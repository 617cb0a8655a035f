"""Days beside the article."""

from __future__ import annotations

import time
from datetime import date

import pytest

from licencecheck.evidence.head.dates import days_in
from licencecheck.model import Place, Role
from tests.evidence.making import html, markdown, page

CREDIT = 'First published by <a href="https://orig.example/water">Orig Post</a> on {}.'


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on 3 May 2024, updated 2024-06-01", ["2024-05-03", "2024-06-01"]),
        ("Stand vom 03.05.2024", ["2024-05-03"]),
        ("el 3 de mayo de 2024", ["2024-05-03"]),
        ("2024年5月3日", ["2024-05-03"]),
        ("3 May 2024 and again May 3, 2024", ["2024-05-03"]),
        ("31 June 2024", []),
        ("between 2020 and 2024, 3/5/24", []),
        ("x" * 500 + " 3 May 2024", ["2024-05-03"]),
    ],
)
def test_days_in_a_text(text: str, days: list[str]) -> None:
    """Each once, in order."""
    assert days == [day.isoformat() for _, day in days_in(text)]


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("it", "alla pagina del 01/10/2026", ["2026-10-01"]),
        ("es", "publicado el 1/10/2026, actualizado el 03-10-2026", ["2026-10-01", "2026-10-03"]),
        ("fr", "le 31/12/2026", ["2026-12-31"]),
        ("fr", "le 12/31/2026", []),
        ("pt", "01/10-2026, 1/2/3/2026, 01/10/20261", []),
        ("en", "on 01/10/2026", []),
        ("ja", "01/10/2026", []),
        (None, "01/10/2026", []),
    ],
)
def test_day_and_month_with_strokes(language: str | None, text: str, days: list[str]) -> None:
    """The order is certain where nobody who speaks the language has another."""
    assert days == [day.isoformat() for _, day in days_in(text, language)]


def test_language_of_a_line() -> None:
    """What it says of itself counts more than what the page is in."""
    (day,) = page(html(bottom=f'<p lang="it-IT">{CREDIT.format("01/10/2026")}</p>')).days

    assert date(2026, 10, 1) == day.day
    assert () == page(html(bottom=f"<p>{CREDIT.format('01/10/2026')}</p>")).days


def test_a_day_in_the_credit_has_its_place() -> None:
    """Line and column of its first character."""
    (day,) = page(html(bottom=f"<p>{CREDIT.format('3 May 2024')}</p>")).days

    assert (date(2024, 5, 3), Role.CREDIT, Place.BOTTOM) == (day.day, day.role, day.place)
    assert day.location.line is not None and day.location.column is not None


def test_days_above_the_article_and_in_posts() -> None:
    """Short lines only: a paragraph of the article tells of other days."""
    above = page(html(top="<p>By Jane Doe, 7 May 2024</p>"))
    within = page(html(middle="<p>The pump was built on 3 May 1931 and renewed on 3 May 2001 by the valley.</p>"))

    assert [date(2024, 5, 7)] == [day.day for day in above.days]
    cited = page(
        html(bottom=f"<p>Doe, J., at https://orig.example/{'water-' * 20}, 7 May 2024. {'No credit ' * 8}</p>")
    )
    long = page(html(bottom=f"<p>Doe, J., 7 May 2024. {'No credit ' * 20}</p>"))
    assert () == within.days == long.days
    assert [date(2024, 5, 7)] == [day.day for day in cited.days]
    assert [date(2024, 5, 3)] == [day.day for day in page(markdown(bottom=CREDIT.format("2024-05-03"))).days]


def test_many_dates_take_little_time() -> None:
    """Of a line, and of a page."""
    text = html(bottom="<p>2024-05-03 </p>" * 5_000 + f"<p>{CREDIT.format('1 ' * 100_000)}</p>")
    start = time.process_time()

    assert len(page(text).days) <= 50
    assert time.process_time() - start < 4
