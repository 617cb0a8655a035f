"""Lines that name several authors with what they are."""

from __future__ import annotations

import pytest

from licencecheck.evidence.bylines.signatories import signatories
from tests.evidence.making import html, page

CREDIT = '<p>This article is republished from <a href="https://orig.example/water">River Post</a>.</p>'
TIDES, LAKES, AGENCY = "University of Tides", "Lake College", "Institute of Water and Soil Science"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Jane Roe, {TIDES}; John Doe, {LAKES}", [("Jane Roe", TIDES), ("John Doe", LAKES)]),
        (
            f"Jane Roe, {TIDES}; John Doe, {LAKES} and Ann Poe, {AGENCY}",
            [("Jane Roe", TIDES), ("John Doe", LAKES), ("Ann Poe", AGENCY)],
        ),
        (f"Jane Roe ({TIDES}) and John Doe ({LAKES})", [("Jane Roe", TIDES), ("John Doe", LAKES)]),
        (f"Jane Roe and John Doe, {TIDES}", [("Jane Roe", TIDES), ("John Doe", TIDES)]),
        (f"Jane Roe, Professor of Law, {TIDES}, and John Doe, Lecturer", [("Jane Roe", TIDES), ("John Doe", None)]),
        (f"Jane Roe, Department of Soil and Water Science, {TIDES}", [("Jane Roe", TIDES)]),
        ("Jana Reh, Universität Talheim; Hans Weg, Hochschule am See",
         [("Jana Reh", "Universität Talheim"), ("Hans Weg", "Hochschule am See")]),
        ("Jeanne Roe, Université du Val et Marc Doux, Institut de l'eau",
         [("Jeanne Roe", "Université du Val"), ("Marc Doux", "Institut de l'eau")]),
        ("Juana Ruiz, Universidad del Valle y Pedro Paz, Instituto del Agua",
         [("Juana Ruiz", "Universidad del Valle"), ("Pedro Paz", "Instituto del Agua")]),
        ("Jane Roe and John Doe", []),
        ("Jane Roe, who lives near the mill, and John Doe, her neighbour", []),
        ("The mill, University of Tides", []),
        ("", []),
    ],
)  # fmt: skip
def test_each_with_the_own_institution(text: str, expected: list[tuple[str, str | None]]) -> None:
    """What stands after a name is that person's, up to the next name."""
    assert expected == [(one.name, one.institution) for one in signatories(text)]


@pytest.mark.parametrize("lead", ["", "By ", "Written by ", "Authors: "])
def test_all_of_them_are_authors_of_the_page(lead: str) -> None:
    """Above the article and below it, with a word before them and without."""
    line = f"<p>{lead}Jane Roe, {TIDES}; John Doe, {LAKES} and Ann Poe, {AGENCY}</p>"
    for read in (page(html(top=line, bottom=CREDIT)), page(html(bottom=line + CREDIT))):
        assert [("Jane Roe", TIDES), ("John Doe", LAKES), ("Ann Poe", AGENCY)] == [
            (byline.name, byline.institution) for byline in read.bylines
        ]


def test_endless_lines_are_read_in_part() -> None:
    """Neither names nor commas without end take long."""
    assert len(signatories(f"Jane Roe, {TIDES}; " * 10_000)) < 50
    assert signatories("Jane Roe" + "," * 100_000) == []
