"""What all sections of a rule file are made of."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]
TEXT: Schema = {"type": "string", "minLength": 1}
TEXTS: Schema = {"type": "array", "items": TEXT, "minItems": 1}
ID: Schema = {"type": "string", "pattern": r"^[a-z0-9]+([.-][a-z0-9]+)*$", "maxLength": 80}
LICENCE: Schema = {
    "description": "The id of a licence at SPDX: CC-BY-4.0",
    "type": "string",
    "pattern": r"^[A-Za-z0-9]+([.+-][A-Za-z0-9]+)*$",
    "maxLength": 80,
}
_DAY = r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
THAT_THERE_IS: Schema = {"if": {"pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}, "then": {"format": "date"}}
"""Of days, those of the calendar: there is no 30 February."""


def span(description: str, words: str = "") -> Schema:
    """Define a span of time; `words`, a pattern that ends in `|`, may stand in its place."""
    return {
        "description": description,
        "anyOf": [
            {"description": description, "type": "string", "pattern": f"^({words}{_DAY})$", **THAT_THERE_IS},
            {"description": description, "type": "integer", "minimum": 1800, "maximum": 2999},
        ],
    }


DATE = span("A year, a month or a day: 2023, 2023-09, 2023-09-01")


def object_of(properties: Schema, required: list[str] | None = None) -> Schema:
    """A mapping with these keys and no others, and at least one."""
    found: Schema = {"type": "object", "additionalProperties": False, "properties": properties}
    return {**found, "required": required} if required else {**found, "minProperties": 1}


def list_of(items: Schema) -> Schema:
    """A list of at least one item."""
    return {"type": "array", "minItems": 1, "items": items}


def ref(name: str) -> Schema:
    """What the schema defines under that name."""
    return {"$ref": f"#/$defs/{name}"}
