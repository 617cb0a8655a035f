"""Drafted terms: as JSON for programs, and as a rule file to edit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TextIO

from licencecheck.formats.escaping import printable_path
from licencecheck.formats.json_writing import Object, one_line
from licencecheck.model import Draft


def render(draft: Draft, stream: TextIO) -> None:
    """Write what was read as one line of JSON."""
    stream.write(one_line(as_data(draft)))


def as_data(draft: Draft) -> Object:
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
