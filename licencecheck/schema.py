"""The JSON Schema of a rule file (draft 2020-12), composed from the schema of each requirement type.

`python -m licencecheck.schema` writes it to `rules/schema.json`, where editors find it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from licencecheck.catalogue.files import bundled
from licencecheck.catalogue.merging import GATES, LAYERS
from licencecheck.conditions import EDITS, ELEMENTS, FORMS
from licencecheck.model import MEDIA, SITE_KINDS, Proof
from licencecheck.requirements import REQUIREMENTS, Requirement, requirement_type

Schema = dict[str, Any]
DRAFT = "https://json-schema.org/draft/2020-12/schema"
LONGEST_QUOTE = 200
"""Characters of a publisher's sentence that a rule may quote."""

_TEXT: Schema = {"type": "string", "minLength": 1}
_TEXTS: Schema = {"type": "array", "items": _TEXT, "minItems": 1}
_ID: Schema = {"type": "string", "pattern": r"^[a-z0-9]+([.-][a-z0-9]+)*$", "maxLength": 80}
_BASE: Schema = {**_ID, "pattern": r"^([a-z0-9]+|\{(unit|version)\})([.-]([a-z0-9]+|\{(unit|version)\}))*$"}
"""What a family extends may differ by the member."""
_LICENCE: Schema = {
    "description": "The id of a licence at SPDX: CC-BY-4.0",
    "type": "string",
    "pattern": r"^[A-Za-z0-9]+([.+-][A-Za-z0-9]+)*$",
    "maxLength": 80,
}
_DAY = r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
_THAT_THERE_IS: Schema = {"if": {"pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}, "then": {"format": "date"}}
"""Of days, those of the calendar: there is no 30 February."""


def _span(description: str, words: str = "") -> Schema:
    """Define a span of time; `words`, a pattern that ends in `|`, may stand in its place."""
    return {
        "description": description,
        "anyOf": [
            {"description": description, "type": "string", "pattern": f"^({words}{_DAY})$", **_THAT_THERE_IS},
            {"description": description, "type": "integer", "minimum": 1800, "maximum": 2999},
        ],
    }


_DATE = _span("A year, a month or a day: 2023, 2023-09, 2023-09-01")
_WORD: Schema = {"type": "string", "minLength": 1}
_FLAG: Schema = {"type": "boolean"}
_FACTS: Mapping[str, tuple[str, Schema]] = {
    "ads": ("Whether the site carries advertisements", _FLAG),
    "attested": ("A question under `questions:` that a person has answered with yes", _ID),
    "author": ("Who wrote the original, or which agency", _WORD),
    "commercial": ("Whether the site is commercial", _FLAG),
    "content": ("What is taken; pages are judged as `article`", _WORD),
    "country": ("Where the site is", {"description": "two letters: `US`", **_WORD}),
    "edits": ("What was done to the text", {"enum": list(EDITS)}),
    "form": ("What the page is of the original", {"enum": list(FORMS)}),
    "kind": ("What the site is", {"enum": list(SITE_KINDS)}),
    "licence": ("The licence that the original carries", _LICENCE),
    "licence-has": ("An element of the licence", {"enum": list(ELEMENTS)}),
    "medium": ("Where the site publishes", {"enum": list(MEDIA)}),
    "original-date": ("When the original was published; also `{before:}`, `{from:, until:}`", _DATE),
    "original-from": ("That day or later", _DATE),
    "original-host": ("Where the original stands", _WORD),
    "original-source": (
        "Who published it first",
        {"description": "`publisher`, `other`, or names and hosts", **_WORD},
    ),
    "original-text": ("What the page of the original says beside the article", _WORD),
    "original-until": ("That day or earlier", _DATE),
    "paywall": ("Whether the page is behind a paywall", _FLAG),
    "section": ("Part of the path of the original", _WORD),
}
"""What `when` may ask for, and the values that it may want."""


def rule_file_schema() -> Schema:
    """Compose the JSON Schema of a rule file."""
    return {
        "$schema": DRAFT,
        "title": "Rule file of licencecheck",
        "description": "The terms of one publisher, platform or licence for those who republish",
        "type": "object",
        "additionalProperties": False,
        "required": ["id", "publisher", "terms"],
        "properties": {
            "id": {**_ID, "description": "Name of the rule set in lower case: orig-post"},
            "layer": {
                "description": "What the file speaks for, the copies on a platform too; no layer extends a later one",
                "enum": list(LAYERS),
            },
            "family": {"description": "Licences that the file states together", **_list_of(_LICENCE)},
            "members": {
                "description": "Who may use a network's terms",
                **_object({"attested": _ID}, required=["attested"]),
            },
            "publisher": {"$ref": "#/$defs/party"},
            "terms": {"$ref": "#/$defs/terms"},
            "licence": {
                "description": "Licences of which one must be stated",
                "anyOf": [
                    _LICENCE,
                    _list_of(_LICENCE),
                    _object({"from": {"const": "original"}, "among": _list_of(_LICENCE)}, required=["from", "among"]),
                ],
            },
            "extends": {
                "description": "Rule sets whose rules hold here too, unless a rule of the same id is stated",
                "anyOf": [_list_of(_BASE), _object({"from": {"const": "licence"}}, required=["from"])],
            },
            "override": {
                "description": "Inherited rules that are changed or taken off, by id",
                "type": "object",
                "propertyNames": _ID,
                "additionalProperties": {"$ref": "#/$defs/change"},
            },
            "questions": {
                "description": "What persons answer for conditions (`attested: ID`), by id",
                "type": "object",
                "minProperties": 1,
                "propertyNames": _ID,
                "additionalProperties": _TEXT,
            },
            "choose": {"description": "Ways to comply, of which one is enough", **_list_of({"$ref": "#/$defs/way"})},
            **_gates(),
            "rules": {"type": "array", "items": {"$ref": "#/$defs/rule"}},
            "credit": {"type": "array", "items": {"$ref": "#/$defs/template"}},
            "allows": {
                "description": "What the terms allow that others forbid, never a finding",
                **_list_of({"$ref": "#/$defs/allowance"}),
            },
            "notes": {
                "description": "Facts of the terms that no rule says, with the reason; `about: text` names the fact",
                **_list_of(
                    {
                        "anyOf": [
                            _TEXT,
                            {
                                "type": "object",
                                "minProperties": 1,
                                "maxProperties": 1,
                                "propertyNames": _ID,
                                "additionalProperties": _TEXT,
                            },
                        ]
                    }
                ),
            },
        },
        "$defs": _definitions(),
    }


def _definitions() -> Schema:
    return {
        "party": _object(
            {
                "name": _TEXT,
                "aliases": _TEXTS,
                "domains": _list_of(
                    {
                        "description": "A domain in lower case, orig.example, or *.orig.example for all below it",
                        "type": "string",
                        "pattern": r"^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$",
                        "maxLength": 253,
                    }
                ),
                "was": _list_of({"$ref": "#/$defs/party"}),
            },
            required=["name"],
        ),
        "terms": _object(
            {
                "url": {
                    "description": "Address of the terms, beginning with https:// or http://, or null",
                    "type": ["string", "null"],
                    "pattern": "^https?://",
                },
                "as_of": _span(
                    "When the terms were seen to say so: 2023, 2023-09, 2023-09-01 or unknown", words="unknown|"
                ),
                "compiled": {
                    "description": "When the file was written, a day: 2026-11-22",
                    "type": "string",
                    "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                    **_THAT_THERE_IS,
                },
                "coverage": {
                    "description": "How much of the terms was seen; `quoted`: as others quote them",
                    "enum": ["full", "quoted", "partial"],
                },
                "confidence": {
                    "description": "How sure we are to have understood them; left out, high",
                    "enum": ["high", "medium"],
                },
                "copy": {"description": "Whether they were read in a copy", "type": "boolean"},
            },
            required=["url", "as_of", "compiled"],
        ),
        "quote": {
            "description": "The sentence that proves it, in the publisher's words where `proof` is literal",
            "type": "string",
            "minLength": 1,
            "maxLength": LONGEST_QUOTE,
        },
        "proof": {"enum": [proof.value for proof in Proof]},
        "level": {"description": "`must` fails as error, `should` as warning", "enum": ["must", "should"]},
        "valid": _object({"original-from": _DATE, "original-until": _DATE}),
        "when": {
            "description": "Facts that must all hold; a list means any of them",
            "type": "object",
            "minProperties": 1,
            "additionalProperties": False,
            "properties": {fact: {"$ref": f"#/$defs/{fact}"} for fact in _FACTS},
        },
        **{
            fact: {"description": meaning, **_wanted(value, spans=fact == "original-date")}
            for fact, (meaning, value) in _FACTS.items()
        },
        "allowance": {
            **_object(
                {
                    "use": {**_TEXT, "description": "What is allowed, one plain sentence without full stop"},
                    "edit": {**_TEXT, "description": "The class of edits that is allowed, as `verbatim-text` names it"},
                    "when": {"$ref": "#/$defs/when"},
                    "unless": {"$ref": "#/$defs/when"},
                    "quote": {"$ref": "#/$defs/quote"},
                    "proof": {"$ref": "#/$defs/proof"},
                },
                required=["quote"],
            ),
            "anyOf": [{"required": ["use"]}, {"required": ["edit"]}],
        },
        "way": _object(
            {
                "licence": _list_of(_LICENCE),
                "extends": _list_of(_ID),
                "valid": {"$ref": "#/$defs/valid"},
            },
            required=["licence"],
        ),
        "change": {
            "anyOf": [
                {"const": "off"},
                _object(
                    {
                        "off": _object({"when": {"$ref": "#/$defs/when"}}, required=["when"]),
                        "quote": {"$ref": "#/$defs/quote"},
                        "proof": {"$ref": "#/$defs/proof"},
                    },
                    required=["off", "quote"],
                ),
                {
                    "type": "object",
                    "minProperties": 1,
                    "properties": {**_frame(), "off": False, "requires": False, "id": False},
                },
            ]
        },
        "template": _object(
            {
                "id": _ID,
                "lang": {
                    "description": "Language of the line in two or three letters: en",
                    "type": "string",
                    "pattern": "^[a-z]{2,3}$",
                },
                "at": {"enum": ["anywhere", "top", "byline", "bottom"]},
                "match": {"enum": ["near", "exact"]},
                "dates": {
                    "description": "How {date} is written: `long` in the words of `lang`, `iso`, or as dd.MM.yyyy",
                    "type": "string",
                    "pattern": "^(long|iso|[yMd./ -]{4,12})$",
                },
                "when": {"$ref": "#/$defs/when"},
                "unless": {"$ref": "#/$defs/when"},
                "valid": {"$ref": "#/$defs/valid"},
                "text": {"anyOf": [_TEXT, _TEXTS]},
            },
            required=["text"],
        ),
        **_rules(),
    }


def _rules() -> Schema:
    """Define a rule: what its requirement type asks for, or alternatives."""
    types = [name for name in REQUIREMENTS if name not in GATES.values()]
    duty: Schema = {
        "type": "object",
        "if": {"required": ["requires"]},
        "then": {
            "properties": {"requires": {"enum": types}},
            **_chosen(types),
        },
        "else": {
            "if": {"required": ["any-of"]},
            "then": {"$ref": "#/$defs/any-of"},
            "else": {"required": ["requires"]},
        },
    }
    return {
        "rule": {**duty, "required": ["quote"]},
        "alternative": duty,
        "any-of": _object(
            {**_frame(), "any-of": {"type": "array", "minItems": 2, "items": {"$ref": "#/$defs/alternative"}}},
            required=["id", "any-of"],
        ),
        **{name: _duty(requirement_type(name)) for name in types},
    }


def _chosen(names: list[str]) -> Schema:
    """Choose the definition that `requires` names by halves: asking for each of forty types in turn takes long."""
    if len(names) == 1:
        return {"if": {"properties": {"requires": {"const": names[0]}}}, "then": {"$ref": f"#/$defs/{names[0]}"}}
    half = len(names) // 2
    return {
        "if": {"properties": {"requires": {"enum": names[:half]}}},
        "then": _chosen(names[:half]),
        "else": _chosen(names[half:]),
    }


def _duty(requirement: type[Requirement]) -> Schema:
    own: Mapping[str, Any] = requirement.schema
    properties = {**_frame(), "requires": {"const": requirement.id}, **own["properties"]}
    return {**own, "description": requirement.summary, "properties": properties}


def _gates() -> Schema:
    """Define the sections that stand for one rule each, as their requirement types do."""
    schemas: dict[str, Any] = {section: requirement_type(name).schema for section, name in GATES.items()}
    sections = {section: schema["properties"][section] for section, schema in schemas.items()}
    proven = {name: {"$ref": f"#/$defs/{name}"} for name in ("when", "quote", "proof")}
    proven["unless"] = proven["when"]
    return {
        section: {**cases, "items": {**cases["items"], "properties": {**cases["items"]["properties"], **proven}}}
        for section, cases in sections.items()
    }


def _wanted(value: Schema, *, spans: bool) -> Schema:
    """Define what a condition may want of a fact: a value, any of several, not some, or a span of time."""
    several = {"anyOf": [value, _list_of(value)]}
    return {
        "anyOf": [
            value,
            _list_of(value),
            _object({"not": several}, required=["not"]),
            *([_object({"before": _DATE, "from": _DATE, "until": _DATE})] if spans else []),
        ]
    }


def _frame() -> Schema:
    return {
        "id": {"description": "Name within the rule set in lower case; left out, the requirement type", **_ID},
        "level": {"$ref": "#/$defs/level"},
        "when": {"$ref": "#/$defs/when"},
        "unless": {"$ref": "#/$defs/when"},
        "valid": {"$ref": "#/$defs/valid"},
        "quote": {"$ref": "#/$defs/quote"},
        "proof": {"$ref": "#/$defs/proof"},
    }


def _object(properties: Schema, required: list[str] | None = None) -> Schema:
    found: Schema = {"type": "object", "additionalProperties": False, "properties": properties}
    return {**found, "required": required} if required else {**found, "minProperties": 1}


def _list_of(items: Schema) -> Schema:
    return {"type": "array", "minItems": 1, "items": items}


def main() -> None:
    """Write the schema to `rules/schema.json` of the checkout."""
    text = json.dumps(rule_file_schema(), indent=2, ensure_ascii=False) + "\n"
    (bundled() / "schema.json").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
