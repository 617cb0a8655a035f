"""The whole of it: the sections of a rule file."""

from __future__ import annotations

from licencecheck.catalogue.merging import LAYERS
from licencecheck.schema.definitions import definitions
from licencecheck.schema.duties import gates
from licencecheck.schema.parts import ID, LICENCE, TEXT, Schema, list_of, object_of, ref

_BASE: Schema = {**ID, "pattern": r"^([a-z0-9]+|\{(unit|version)\})([.-]([a-z0-9]+|\{(unit|version)\}))*$"}
"""What a family extends may differ by the member."""


def rule_file_schema() -> Schema:
    """Compose the JSON Schema of a rule file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Rule file of licencecheck",
        "description": "The terms of one publisher, platform or licence for those who republish",
        "type": "object",
        "additionalProperties": False,
        "required": ["id", "publisher", "terms"],
        "properties": {
            "id": {**ID, "description": "Name of the rule set in lower case: orig-post"},
            "layer": {
                "description": "What the file speaks for, the copies on a platform too; no layer extends a later one",
                "enum": list(LAYERS),
            },
            "family": {"description": "Licences that the file states together", **list_of(LICENCE)},
            "members": {
                "description": "Who may use a network's terms",
                **object_of({"attested": ID}, required=["attested"]),
            },
            "publisher": ref("party"),
            "terms": ref("terms"),
            "licence": {
                "description": "Licences of which one must be stated",
                "anyOf": [
                    LICENCE,
                    list_of(LICENCE),
                    object_of({"from": {"const": "original"}, "among": list_of(LICENCE)}, required=["from", "among"]),
                ],
            },
            "extends": {
                "description": "Rule sets whose rules hold here too, unless a rule of the same id is stated",
                "anyOf": [list_of(_BASE), object_of({"from": {"const": "licence"}}, required=["from"])],
            },
            "override": {
                "description": "Inherited rules that are changed or taken off, by id",
                "type": "object",
                "propertyNames": ID,
                "additionalProperties": ref("change"),
            },
            "questions": {
                "description": "What persons answer for conditions (`attested: ID`), by id",
                "type": "object",
                "minProperties": 1,
                "propertyNames": ID,
                "additionalProperties": TEXT,
            },
            "choose": {"description": "Ways to comply, of which one is enough", **list_of(ref("way"))},
            **gates(),
            "rules": {"type": "array", "items": ref("rule")},
            "credit": {"type": "array", "items": ref("template")},
            "allows": {
                "description": "What the terms allow that others forbid, never a finding",
                **list_of(ref("allowance")),
            },
            "notes": {
                "description": "Facts of the terms that no rule says, with the reason; `about: text` names the fact",
                **list_of(
                    {
                        "anyOf": [
                            TEXT,
                            {
                                "type": "object",
                                "minProperties": 1,
                                "maxProperties": 1,
                                "propertyNames": ID,
                                "additionalProperties": TEXT,
                            },
                        ]
                    }
                ),
            },
        },
        "$defs": definitions(),
    }
