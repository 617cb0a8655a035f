"""How well changes are told, measured on every fifth pair of the planted test set; floors only rise."""

from __future__ import annotations

import pytest

from benchmarks.comparison.articles import articles
from benchmarks.comparison.measure import Scores, measured

FLOORS = {
    "cut": 0.95,
    "addition": 0.97,
    "number": 0.97,
    "negation": 0.97,
    "quotation": 0.95,
    "name": 0.97,
    "date": 0.97,
    "note": 0.95,
    "style": 0.95,
    "localisation": 0.95,
}


@pytest.fixture(scope="module")
def scores() -> Scores:
    """What is found of the planted edits."""
    return measured(articles(), every=5)


def test_there_are_enough_articles() -> None:
    """Own sentences in four languages, and prose that others wrote."""
    found = list(articles())

    assert len(found) >= 60
    assert {"en", "de", "fr", "es"} == {article.language for article in found}


@pytest.mark.parametrize("name", FLOORS)
def test_changes_of_each_class_are_found_and_rightly_told(scores: Scores, name: str) -> None:
    """Precision and recall of a class do not fall."""
    score = scores.classes[name]

    assert score.planted >= 8
    assert FLOORS[name] <= score.precision, scores.misses
    assert FLOORS[name] <= score.recall, scores.misses


def test_the_measure_counts_what_is_missed_and_what_is_wrong() -> None:
    """A planted edit that nobody reports, and a report that nothing explains."""
    from benchmarks.comparison.edits import Planted
    from licencecheck.model import Change, Edit, Location

    scores = Scores()
    change = Change(text="210", original="120", kind=Edit.NUMBER, location=Location("page.html", 1))
    scores.add("pair", [Planted(Edit.NUMBER, "120", "210"), Planted(Edit.CUT, "a whole sentence", "")], [change])
    scores.add("pair", [], [change])

    assert (1.0, 0.5) == (scores.classes["number"].recall, scores.classes["number"].precision)
    assert 0.0 == scores.classes["cut"].recall
