"""What `terms` writes for the head of a page: elements that are read as what they are to say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml.html import document_fromstring

import licencecheck
from licencecheck.model import Rule
from tests.reposting.making import address_of, told_of

IN_HEAD = frozenset({"canonical-link", "head-meta", "noindex"})


def parts(rules: tuple[Rule, ...]) -> Iterator[Rule]:
    for rule in rules:
        yield from (rule, *rule.any_of, *(parts((rule.otherwise,)) if rule.otherwise else ()))


def has_duty(name: str) -> bool:
    return any(rule.requires in IN_HEAD for rule in parts(licencecheck.load_rules().ruleset(name).rules))


RULESETS = sorted(filter(has_duty, licencecheck.load_rules().files))


@pytest.mark.parametrize("ruleset", RULESETS)
def test_elements_of_the_head_say_what_is_asked(ruleset: str, tmp_path: Path) -> None:
    """Each is one element, and the canonical link leads to the article and nowhere else."""
    found = told_of(ruleset, tmp_path)
    asked = [rule for finding in found.conditions for rule in parts((finding.rule,)) if rule.requires in IN_HEAD]
    asked = [rule for rule in asked if rule.parameters.get("mode") != "forbidden"]
    elements = [element for text in found.credits.head for element in document_fromstring(text).iterfind("head/*")]

    assert len(asked) == len(found.credits.head) == len(elements)
    for rule, element in zip(asked, elements, strict=True):
        if rule.requires == "canonical-link":
            assert {"rel": "canonical", "href": address_of(ruleset)} == dict(element.items())
        elif rule.requires == "noindex":
            assert {"name": "robots", "content": "noindex"} == dict(element.items())
        else:
            content = rule.parameters["content"]
            value = address_of(ruleset) if content in {"url", "original_url"} else content
            assert {"name": rule.parameters["name"], "content": value} == dict(element.items())


def test_all_that_the_head_can_say_is_tried() -> None:
    """The rule sets have every duty of the head."""
    assert {"propublica", "buffalos-fire", "calmatters-network", "dev-to"} <= set(RULESETS)
