"""What `when` may ask for, and the values that it may want."""

from __future__ import annotations

from collections.abc import Mapping

from licencecheck.conditions import EDITS, ELEMENTS, FORMS
from licencecheck.model import MEDIA, SITE_KINDS
from licencecheck.schema.parts import DATE, ID, LICENCE, TEXT, Schema, list_of, object_of, ref

_FLAG: Schema = {"type": "boolean"}
_FACTS: Mapping[str, tuple[str, Schema]] = {
    "ads": ("Whether the site carries advertisements", _FLAG),
    "attested": ("A question under `questions:` that a person has answered with yes", ID),
    "author": ("Who wrote the original, or which agency", TEXT),
    "commercial": ("Whether the site is commercial", _FLAG),
    "content": ("What is taken; pages are judged as `article`", TEXT),
    "country": ("Where the site is", {"description": "two letters: `US`", **TEXT}),
    "edits": ("What was done to the text", {"enum": list(EDITS)}),
    "form": ("What the page is of the original", {"enum": list(FORMS)}),
    "kind": ("What the site is", {"enum": list(SITE_KINDS)}),
    "licence": ("The licence that the original carries", LICENCE),
    "licence-has": ("An element of the licence", {"enum": list(ELEMENTS)}),
    "medium": ("Where the site publishes", {"enum": list(MEDIA)}),
    "original-date": ("When the original was published; also `{before:}`, `{from:, until:}`", DATE),
    "original-from": ("That day or later", DATE),
    "original-host": ("Where the original stands", TEXT),
    "original-source": (
        "Who published it first",
        {"description": "`publisher`, `other`, or names and hosts", **TEXT},
    ),
    "original-text": ("What the page of the original says beside the article", TEXT),
    "original-until": ("That day or earlier", DATE),
    "paywall": ("Whether the page is behind a paywall", _FLAG),
    "section": ("Part of the path of the original", TEXT),
}
"""What each fact means, and its values."""


def conditions() -> Schema:
    """Define `when`, and what it may want of each fact."""
    return {
        "when": {
            "description": "Facts that must all hold; a list means any of them",
            "type": "object",
            "minProperties": 1,
            "additionalProperties": False,
            "properties": {fact: ref(fact) for fact in _FACTS},
        },
        **{
            fact: {"description": meaning, **_wanted(value, spans=fact == "original-date")}
            for fact, (meaning, value) in _FACTS.items()
        },
    }


def _wanted(value: Schema, *, spans: bool) -> Schema:
    """Define what a condition may want of a fact: a value, any of several, not some, or a span of time."""
    several = {"anyOf": [value, list_of(value)]}
    return {
        "anyOf": [
            value,
            list_of(value),
            object_of({"not": several}, required=["not"]),
            *([object_of({"before": DATE, "from": DATE, "until": DATE})] if spans else []),
        ]
    }
