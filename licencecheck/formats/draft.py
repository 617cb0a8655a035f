"""Drafted terms: as JSON for programs, and as a rule file to edit."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TextIO

from licencecheck.formats.escaping import json_safe, printable_path
from licencecheck.model import Draft


def render(draft: Draft, stream: TextIO) -> None:
    """Write what was read as one line of JSON."""
    stream.write(json_safe(json.dumps(as_data(draft), ensure_ascii=False)) + "\n")


def as_data(draft: Draft) -> dict[str, object]:
    """Give what was read as plain data."""
    rules = [
        {
            "requires": rule.requires,
            "level": rule.level,
            "quote": rule.quote,
            **({"any-of": list(rule.any_of)} if rule.any_of else {}),
        }
        for rule in draft.rules
    ]
    cases = [
        {"is": case.answer, "when": dict(case.when), "contact": case.contact, "quote": case.quote}
        for case in draft.cases
    ]
    return {"permission": draft.permission, "cases": cases, "rules": rules}


def render_rules(data: Mapping[str, object], path: str, stream: TextIO) -> None:
    """Write a rule file; `path` is the page that it was drafted from."""
    import yaml

    stream.write(f"# Drafted by machine from {printable_path(path)}: compare every line with the terms themselves,\n")
    stream.write("# name the publisher, and write `proof: policy` for what a person has read.\n")
    text = yaml.safe_dump(dict(data), sort_keys=False, allow_unicode=True, width=120)
    if not all(line.isprintable() for line in text.splitlines()):
        text = yaml.safe_dump(dict(data), sort_keys=False, allow_unicode=False, width=120)
    stream.write(text)
