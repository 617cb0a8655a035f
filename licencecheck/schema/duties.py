"""Rules, and the sections that stand for one rule each: what the requirement types ask for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from licencecheck.catalogue.parts import GATES
from licencecheck.requirements import REQUIREMENTS, Requirement, requirement_type
from licencecheck.schema.parts import ID, Schema, object_of, ref
from licencecheck.strict_yaml.validating import ELSEWHERE

_SECTIONS = {requirement: f"{section}:" for section, requirement in GATES.items()}


def rules() -> Schema:
    """Define a rule: what its requirement type asks for, or alternatives."""
    types = [name for name in REQUIREMENTS if name not in GATES.values()]
    duty: Schema = {
        "type": "object",
        "if": {"required": ["requires"]},
        "then": {
            "properties": {"requires": {"enum": types, ELSEWHERE: _SECTIONS}},
            **_chosen(types),
        },
        "else": {
            "if": {"required": ["any-of"]},
            "then": ref("any-of"),
            "else": {"required": ["requires"]},
        },
    }
    return {
        "rule": {**duty, "required": ["quote"]},
        "alternative": duty,
        "any-of": object_of(
            {**frame(), "any-of": {"type": "array", "minItems": 2, "items": ref("alternative")}},
            required=["id", "any-of"],
        ),
        **{name: _duty(requirement_type(name)) for name in types},
    }


def _chosen(names: list[str]) -> Schema:
    """Choose the definition that `requires` names by halves: asking for each of forty types in turn takes long."""
    if len(names) == 1:
        return {"if": {"properties": {"requires": {"const": names[0]}}}, "then": ref(names[0])}
    half = len(names) // 2
    return {
        "if": {"properties": {"requires": {"enum": names[:half]}}},
        "then": _chosen(names[:half]),
        "else": _chosen(names[half:]),
    }


def _duty(requirement: type[Requirement]) -> Schema:
    own: Mapping[str, Any] = requirement.schema
    properties = {**frame(), "requires": {"const": requirement.id}, **own["properties"]}
    return {**own, "description": requirement.summary, "properties": properties}


def gates() -> Schema:
    """Define the sections that stand for one rule each, as their requirement types do."""
    schemas: dict[str, Any] = {section: requirement_type(name).schema for section, name in GATES.items()}
    sections = {section: schema["properties"][section] for section, schema in schemas.items()}
    proven = {name: ref(name) for name in ("when", "quote", "proof")}
    proven["unless"] = proven["when"]
    return {
        section: {**cases, "items": {**cases["items"], "properties": {**cases["items"]["properties"], **proven}}}
        for section, cases in sections.items()
    }


def frame() -> Schema:
    """The keys that every rule has."""
    return {
        "id": {"description": "Name within the rule set in lower case; left out, the requirement type", **ID},
        "level": ref("level"),
        "when": ref("when"),
        "unless": ref("when"),
        "valid": ref("valid"),
        "quote": ref("quote"),
        "proof": ref("proof"),
    }
