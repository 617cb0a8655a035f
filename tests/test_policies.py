"""Every fact of the policies that were collected is a rule, a case, an allowance, a credit line or a note."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from licencecheck.catalogue import load_rules
from licencecheck.model import Proof, Rule, RuleSet
from licencecheck.text import fold

FOLDER = os.environ.get("LICENCECHECK_POLICIES")
pytestmark = pytest.mark.skipif(FOLDER is None, reason="LICENCECHECK_POLICIES names no folder of policies")
CATALOGUE = load_rules()
FAMILIES = {
    "cc-1.0-suite": ("cc-by-nc-nd-1.0", "cc-by-sa-1.0"),
    "cc-2.x-suite": ("cc-by-nc-nd-2.5", "cc-by-nc-sa-2.0"),
    "cc-3.0-suite": ("cc-by-nc-nd-3.0", "cc-by-nc-sa-3.0"),
    "cc-3.0-igo": ("cc-by-nc-nd-3.0-igo", "cc-by-nc-sa-3.0-igo"),
}
"""Files of facts about several licences, with rule sets that together hold all that the family asks."""


def facts() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield every fact with the id of its policy."""
    for path in sorted(Path(FOLDER or "").glob("*.yaml")):
        stated = yaml.safe_load(path.read_text(encoding="utf-8"))
        yield from ((path.stem, fact) for fact in stated["requirements"])


def rulesets(policy: str) -> list[RuleSet]:
    """Give the rule sets that a policy became, with every way to comply."""
    names = FAMILIES.get(policy, (policy,))
    return [way.ruleset for name in names if name in CATALOGUE.files for way in CATALOGUE.ways(name)]


def quotes_of(rule: Rule) -> Iterator[str]:
    """Yield the quotes of a rule, its cases and its alternatives."""
    yield rule.quote
    for cases in (rule.parameters.get("covers"), rule.parameters.get("permission")):
        yield from (str(case["quote"]) for case in cases or () if "quote" in case)  # type: ignore[attr-defined]
    for other in (*rule.any_of, *([rule.otherwise] if rule.otherwise else [])):
        yield from quotes_of(other)


def words(text: object) -> str:
    """Fold a sentence to its letters and digits."""
    return re.sub(r"[\W_]+", "", fold(str(text)))


def is_covered(policy: str, fact: Mapping[str, Any]) -> bool:
    """Whether a rule, a case or an allowance quotes the fact's sentence, or a note is about it."""
    about = str(fact["type"]).replace("_", "-")
    evidence = words(fact.get("evidence") or "") or "-"
    said = evidence + " " + words(fact.get("detail") or "")
    for ruleset in rulesets(policy):
        if any(note.about == about for note in ruleset.notes):
            return True
        stated = [quote for rule in ruleset.rules for quote in quotes_of(rule)]
        stated += [allowed.quote for allowed in ruleset.allows]
        # An omission in a quote, […], parts it
        parted = ([words(piece) for piece in re.split(r"\[?…\]?", quote)] for quote in stated if words(quote))
        if any(max(pieces, key=len) in said or any(evidence in piece for piece in pieces) for pieces in parted):
            return True
    return False


def test_every_policy_has_a_rule_set() -> None:
    """Those of one family of licences share a file."""
    assert [] == sorted({policy for policy, _ in facts() if not rulesets(policy)})


def test_the_facts_are_covered() -> None:
    """What no rule says stands under `notes`, with the reason."""
    assert [] == [f"{policy}: {fact['type']}" for policy, fact in facts() if not is_covered(policy, fact)]


def test_literal_quotes_are_literal() -> None:
    """A sentence in quotation marks stands in the facts, word for word but for what is left out."""
    foreign = []
    for policy in sorted({policy for policy, _ in facts()}):
        path = Path(FOLDER or "", f"{policy}.yaml")
        text = words(path.read_text(encoding="utf-8").replace("\n", " "))
        for ruleset in rulesets(policy):
            for rule in ruleset.rules:
                own = rule.terms == ruleset.terms and rule.proof in {Proof.POLICY, Proof.SECONDARY}
                pieces = [words(piece) for piece in re.split(r"\[?…\]?|\[[^\]]*\]", rule.quote)]
                if own and any(piece not in text for piece in pieces if piece):
                    foreign.append(f"{rule.name}: {rule.quote}")

    assert [] == foreign
