"""What several sections of a rule file hold, or one of them in detail."""

from __future__ import annotations

from licencecheck.model import Proof
from licencecheck.schema.conditions import conditions
from licencecheck.schema.duties import frame, rules
from licencecheck.schema.parts import (
    DATE,
    ID,
    LICENCE,
    TEXT,
    TEXTS,
    THAT_THERE_IS,
    Schema,
    list_of,
    object_of,
    ref,
    span,
)

LONGEST_QUOTE = 200
"""Characters of a publisher's sentence that a rule may quote."""


def definitions() -> Schema:
    """Define them by the names that the schema refers to."""
    return {
        "party": _party(),
        "terms": _terms(),
        "quote": {
            "description": "The sentence that proves it, in the publisher's words where `proof` is literal",
            "type": "string",
            "minLength": 1,
            "maxLength": LONGEST_QUOTE,
        },
        "proof": {"enum": [proof.value for proof in Proof]},
        "level": {"description": "`must` fails as error, `should` as warning", "enum": ["must", "should"]},
        "valid": object_of({"original-from": DATE, "original-until": DATE}),
        **conditions(),
        "allowance": _allowance(),
        "way": object_of(
            {
                "licence": list_of(LICENCE),
                "extends": list_of(ID),
                "valid": ref("valid"),
            },
            required=["licence"],
        ),
        "change": _change(),
        "template": _template(),
        **rules(),
    }


def _party() -> Schema:
    return object_of(
        {
            "name": TEXT,
            "aliases": TEXTS,
            "domains": list_of(
                {
                    "description": "A domain in lower case, orig.example, or *.orig.example for all below it",
                    "type": "string",
                    "pattern": r"^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$",
                    "maxLength": 253,
                }
            ),
            "was": list_of(ref("party")),
        },
        required=["name"],
    )


def _terms() -> Schema:
    return object_of(
        {
            "url": {
                "description": "Address of the terms, beginning with https:// or http://, or null",
                "type": ["string", "null"],
                "pattern": "^https?://",
            },
            "as_of": span("When the terms were seen to say so: 2023, 2023-09, 2023-09-01 or unknown", words="unknown|"),
            "compiled": {
                "description": "When the file was written, a day: 2026-11-22",
                "type": "string",
                "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                **THAT_THERE_IS,
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
    )


def _allowance() -> Schema:
    return {
        **object_of(
            {
                "use": {**TEXT, "description": "What is allowed, one plain sentence without full stop"},
                "edit": {**TEXT, "description": "The class of edits that is allowed, as `verbatim-text` names it"},
                "when": ref("when"),
                "unless": ref("when"),
                "quote": ref("quote"),
                "proof": ref("proof"),
            },
            required=["quote"],
        ),
        "anyOf": [{"required": ["use"]}, {"required": ["edit"]}],
    }


def _change() -> Schema:
    return {
        "anyOf": [
            {"const": "off"},
            object_of(
                {
                    "off": object_of({"when": ref("when")}, required=["when"]),
                    "quote": ref("quote"),
                    "proof": ref("proof"),
                },
                required=["off", "quote"],
            ),
            {
                "type": "object",
                "minProperties": 1,
                "properties": {**frame(), "off": False, "requires": False, "id": False},
            },
        ]
    }


def _template() -> Schema:
    return object_of(
        {
            "id": ID,
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
            "when": ref("when"),
            "unless": ref("when"),
            "valid": ref("valid"),
            "text": {"anyOf": [TEXT, TEXTS]},
        },
        required=["text"],
    )
