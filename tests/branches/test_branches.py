"""Policies that a simple rule language would fail on, in twenty groups: each branch of each is judged rightly.

A file tells one group. It maps a rule set to its branches, and a branch to what is on the page, who reposts it, and
what is expected of the rules in question: an outcome (a failure of a wish is a `warning`), an outcome with words that
the message holds, or `absent` where the chosen licence has no such rule. What is for review always names its words:
the question that a person is to answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from licencecheck.catalogue import load_rules
from licencecheck.model import Finding, Level
from tests.branches.making import findings, situation

GROUPS = sorted(Path(__file__).parent.glob("*.yaml"))
CATALOGUE = load_rules()
OUTCOMES = frozenset({"pass", "fail", "warning", "review", "notApplicable"})


def branches() -> Iterator[Any]:
    """Give every branch of every group."""
    for path in GROUPS:
        for ruleset, cases in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            always = cases.pop("always", {})
            for name, stated in cases.items():
                yield pytest.param(ruleset, {**always, **stated}, id=f"{path.stem[:2]} {ruleset}: {name}")


def outcome(finding: Finding) -> str:
    """The outcome of a finding; `warning` for a failure that is none of an error."""
    return "warning" if finding.level is Level.WARNING else finding.verdict.outcome.value


@pytest.mark.parametrize(("ruleset", "stated"), list(branches()))
def test_a_branch_is_judged_rightly(ruleset: str, stated: dict[str, Any]) -> None:
    """Each rule that the branch names has its outcome, and says so in the words that are named."""
    wanted: Mapping[str, Any] = stated.pop("expect")
    found = findings(situation(ruleset, stated), CATALOGUE)
    for rule, expected in wanted.items():
        if expected == "absent":
            assert rule not in found
            continue
        outcome_wanted, words = next(iter(expected.items())) if isinstance(expected, dict) else (expected, "")
        assert outcome_wanted in OUTCOMES
        assert words or outcome_wanted != "review", f"{rule}: a review names the question"
        finding = found[rule]
        assert (rule, outcome_wanted) == (rule, outcome(finding)), finding.verdict.message
        assert words in finding.verdict.message


def test_every_group_is_there() -> None:
    """Twenty groups, numbered."""
    assert [f"{number:02}" for number in range(1, 21)] == [path.stem[:2] for path in GROUPS]
