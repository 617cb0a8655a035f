"""The JSON Schema of a rule file."""

from __future__ import annotations

import json
from typing import Any

from jsonschema import Draft202012Validator

from licencecheck.catalogue import bundled
from licencecheck.catalogue.parts import FRAME
from licencecheck.conditions import facts_of
from licencecheck.requirements import REQUIREMENTS, requirement_type
from licencecheck.schema.rule_files import rule_file_schema
from tests.requirements.making import case, page


def test_the_schema_is_a_schema() -> None:
    """It conforms to its own draft."""
    Draft202012Validator.check_schema(rule_file_schema())


def test_the_shipped_schema_is_current() -> None:
    """`python -m licencecheck.schema` writes what editors read."""
    shipped = json.loads((bundled() / "schema.json").read_text(encoding="utf-8"))

    assert rule_file_schema() == shipped


def test_every_requirement_type_can_be_asked_for() -> None:
    """A rule names each type, but for the two that sections of their own stand for."""
    definitions = rule_file_schema()["$defs"]
    types = set(REQUIREMENTS)

    assert {"grant-scope", "permission"} == types - definitions.keys()
    assert {"covers", "permission"} <= rule_file_schema()["properties"].keys()


def parameters_of(requirement: str) -> dict[str, Any]:
    """Give the parameters of a requirement type with their schemas."""
    properties = requirement_type(requirement).schema.get("properties", {})
    assert isinstance(properties, dict)
    return properties


def test_every_parameter_of_a_type_is_accepted() -> None:
    """The schema of a rule is composed from that of its type."""
    definitions = rule_file_schema()["$defs"]

    for requirement in REQUIREMENTS:
        if requirement in definitions:
            assert parameters_of(requirement).items() <= definitions[requirement]["properties"].items()


def test_no_parameter_hides_a_key_of_the_rule() -> None:
    """A parameter of the name of a key that every rule has could not be told from it."""
    assert [] == [name for requirement in REQUIREMENTS for name in parameters_of(requirement) if name in FRAME]


def test_every_known_fact_can_be_asked_for() -> None:
    """What is known of a case may stand in a condition."""
    facts = facts_of(case("noindex", page=page()))

    assert facts.keys() <= rule_file_schema()["$defs"]["when"]["properties"].keys()
