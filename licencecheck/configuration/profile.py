"""The keys of the site profile, for the command line and the configuration file alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from licencecheck.model import MEDIA, SITE_KINDS

Schema = dict[str, Any]

_WORDS = {"yes": True, "no": False, "true": True, "false": False}
_TEXT: Schema = {"type": "string", "minLength": 1}
_TEXTS: Schema = {"type": "array", "minItems": 1, "items": _TEXT}
_SWITCH: Schema = {"enum": [True, False, "yes", "no"]}
PROFILE: Mapping[str, Schema] = {
    "names": {"description": "Names of your site: a credit to one of them is no credit to another", **_TEXTS},
    "hosts": {"description": "Hosts of your site: blog.example", **_TEXTS},
    "languages": {"description": "Languages of your site: en", **_TEXTS},
    "base_url": {"description": "Address of your site", **_TEXT},
    "country": {"description": "Where you publish: US", **_TEXT},
    "medium": {"description": "How you publish", "enum": list(MEDIA)},
    "kind": {"description": "What your site is", "enum": list(SITE_KINDS)},
    "commercial": {"description": "Whether the site is run for profit", **_SWITCH},
    "ads": {"description": "Whether the site shows advertisements", **_SWITCH},
    "paywall": {"description": "Whether readers must pay or log in", **_SWITCH},
}
"""The JSON Schema of every key."""


def is_list(key: str) -> bool:
    """Whether the key takes several values."""
    return PROFILE[key].get("type") == "array"


def words_of(key: str) -> tuple[str, ...]:
    """Give the words that may stand for a key; none if any may."""
    if PROFILE[key].get("enum") == _SWITCH["enum"]:
        return tuple(_WORDS)
    return tuple(PROFILE[key].get("enum", ()))


def fields_of(said: Mapping[str, object]) -> dict[str, Any]:
    """Turn what is said under the keys into fields of `SiteProfile`."""
    return {key: _field(key, value) for key, value in said.items()}


def _field(key: str, value: object) -> object:
    if isinstance(value, list | tuple):
        return tuple(str(each).lower() if key == "hosts" else str(each) for each in value)
    return _WORDS.get(value, value) if isinstance(value, str) and words_of(key) == tuple(_WORDS) else value
