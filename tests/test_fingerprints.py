"""Fingerprints: a finding is the same finding from run to run, and two findings of a run are never the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from licencecheck.fingerprints import fingerprints
from licencecheck.model import Fact, Finding, Level, Location, Outcome
from tests.reports import HOSTILE, PRACTICE, finding


def of(each: Finding, path: str = "a.md") -> str:
    """Give the fingerprint of a single finding."""
    (digest,) = fingerprints(path, [each])
    return digest


def said(*texts: str, line: int = 3) -> Finding:
    """Build a finding that speaks of `texts`."""
    evidence = tuple(Fact(text=text, location=Location("a.md", line, 9 * n + 1)) for n, text in enumerate(texts))
    return finding("a.md", Outcome.FAIL, "Expected a link", level=Level.ERROR, line=line, evidence=evidence)


ELSEWHERE = Fact(text="Source: Another", location=Location("a.md", 1, 1))
FAILURE = said("First published by The Example", "orig.example")


@pytest.mark.parametrize(
    "same",
    [
        said("First published by The Example", "orig.example", line=90),
        said("orig.example", "First published by The Example"),
        said("first  published by: “the example”", "orig.example"),
        replace(FAILURE, verdict=replace(FAILURE.verdict, evidence=(ELSEWHERE, *FAILURE.verdict.evidence))),
        replace(FAILURE, level=Level.WARNING),
        replace(FAILURE, verdict=replace(FAILURE.verdict, message="Expected another wording", paste="Paste this")),
        replace(FAILURE, verdict=replace(FAILURE.verdict, outcome=Outcome.REVIEW)),
    ],
    ids=[
        "moved",
        "in another order",
        "in other type",
        "more elsewhere",
        "other level",
        "other wording",
        "other outcome",
    ],
)
def test_a_finding_keeps_its_fingerprint(same: Finding) -> None:
    """What moves or is worded anew is the same finding."""
    assert of(FAILURE) == of(same)


@pytest.mark.parametrize(
    "other",
    [said(), said("First published by Another", "orig.example"), replace(FAILURE, rule=PRACTICE)],
    ids=["no evidence", "other evidence", "other rule"],
)
def test_another_finding_has_another_fingerprint(other: Finding) -> None:
    """Another duty or other words are another finding."""
    assert of(FAILURE) != of(other)


def test_the_same_finding_on_another_page_is_another() -> None:
    """The page is part of what identifies a finding."""
    assert of(FAILURE) != of(FAILURE, "b.md")


def test_equal_findings_are_numbered() -> None:
    """No two findings of a page share a fingerprint, and the first keeps the one that it has alone."""
    first, second, third = fingerprints("a.md", [said("x"), said("x", line=9), said("y")])
    assert 3 == len({first, second, third})
    assert (of(said("x")), of(said("y"))) == (first, third)


def test_a_fingerprint_is_short_and_plain() -> None:
    """Whatever a page says, its fingerprint is 32 hexadecimal digits, and the same in every version."""
    assert "f6e6b6b95e60199efb186487e3d26f31" == of(said("x"))
    assert 32 == len(of(said(HOSTILE), HOSTILE))
