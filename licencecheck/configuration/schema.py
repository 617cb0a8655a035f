"""The JSON Schema of `.licencecheck.yml` (draft 2020-12).

`python -m licencecheck.configuration.schema` writes it to `configuration.schema.json`, which `licencecheck config
schema` prints for editors.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from licencecheck.configuration.profile import PROFILE
from licencecheck.evidence.front_matter.keys import roles
from licencecheck.options import UNREADABLE, FailOn

Schema = dict[str, Any]
SHIPPED = Path(__file__).with_name("configuration.schema.json")

_TEXT: Schema = {"type": "string", "minLength": 1}
_TEXTS: Schema = {"type": "array", "minItems": 1, "items": _TEXT}
_DAY: Schema = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_PATTERNS = "patterns as in .gitignore, relative to this file"


def configuration_schema() -> Schema:
    """Compose the JSON Schema of a configuration."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Configuration of licencecheck",
        **_object(
            {
                "profile": {"description": "What your site is", **_object(dict(PROFILE))},
                "include": {"description": f"The pages that are checked: {_PATTERNS}; without it, all", **_TEXTS},
                "exclude": {"description": f"Pages that are not checked: {_PATTERNS}", **_TEXTS},
                "gitignore": {"description": "Whether what git ignores is left out in folders", "type": "boolean"},
                "sources": {
                    "description": "Folders of the posts that pages are built from, relative to this file: "
                    "what is found on a built page is shown in its post",
                    **_TEXTS,
                },
                "rules": {"description": "Folders of your own rule files, relative to this file", **_TEXTS},
                "originals": {
                    "description": "The folder of saved pages of originals, relative to this file",
                    **_TEXT,
                },
                "front-matter": {
                    "description": "Keys of your front matter that say such a thing",
                    **_object(dict.fromkeys(roles(), _TEXTS)),
                },
                "attestations": {"description": "Questions that you have answered", **_list(_attestation())},
                "declined": _declined(),
                "overrides": {"description": "What is different for some pages", **_list(_override())},
                "ignore": {"description": "Findings that you accept", **_list(_ignore())},
                "fail-on": {
                    "description": "The least finding for which the exit code is 1",
                    "enum": [each.value for each in FailOn],
                },
            }
        ),
    }


def _attestation() -> Schema:
    return _object(
        {
            "id": {
                "description": "The question: global-research/permission",
                "type": "string",
                "pattern": "^[^/]+/[^/]+$",
            },
            "answer": {"description": "What you answer: yes, or yes, by mail of 3 May", **_TEXT},
            "who": {"description": "Who says so", **_TEXT},
            "on": {"description": "The day of the answer: 2026-11-22", **_DAY},
            "until": {"description": "The last day on which it holds", **_DAY},
            "for": {
                "description": "A page or post, the address of an original or a rule set; without it, all",
                **_TEXT,
            },
        },
        "id",
        "answer",
        "who",
        "on",
    )


def _override() -> Schema:
    return _object(
        {
            "files": {"description": f"Which pages: {_PATTERNS}", **_TEXTS},
            "profile": _object(dict(PROFILE)),
            "publishers": {"description": "Rule sets to judge reposts by, in place of those found", **_TEXTS},
            "declined": _declined(),
        },
        "files",
    )


def _ignore() -> Schema:
    return _object(
        {
            "path": {"description": f"Which pages: {_PATTERNS}", **_TEXT},
            "rule": {
                "description": f"A rule, propublica/original-link, a requirement type, or {UNREADABLE}",
                **_TEXT,
            },
            "reason": {"description": "Why it is accepted", **_TEXT},
            "until": {"description": "The last day on which it is accepted: 2027-01-31", **_DAY},
        },
        "path",
        "rule",
        "reason",
    )


def _declined() -> Schema:
    return {
        "description": "Duties that you will not fulfil, by rule or requirement type, each with the reason",
        "type": "object",
        "minProperties": 1,
        "additionalProperties": _TEXT,
    }


def _object(properties: Schema, *required: str) -> Schema:
    found: Schema = {"type": "object", "additionalProperties": False, "properties": properties}
    return {**found, "required": list(required)} if required else found


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def main() -> None:
    """Write the schema beside this module."""
    text = json.dumps(configuration_schema(), indent=2) + "\n"
    SHIPPED.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
