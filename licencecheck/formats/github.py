"""A report as annotations of GitHub Actions: workflow commands that put findings on the lines of a pull request.

The commands and their escapes are those of the runner (`actions/toolkit`, `packages/core/src/command.ts`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TextIO

from licencecheck.formats.escaping import quoted, visible
from licencecheck.formats.wording import answers_to, counts_of, notes_of, place_of, terms_of, word_of, worst_first
from licencecheck.model import Finding, Location, Report

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice", "review": "notice"}
_SHOWN = 10
"""Annotations of each command that GitHub shows for a step."""


def render(report: Report, stream: TextIO) -> None:
    """Write the gravest findings first, since GitHub shows only some, and then how many there are."""
    stream.writelines(line + "\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    commands = Counter[str]()
    for unread in report.unread:
        commands["error"] += 1
        yield _command("error", Location(unread.path), "not read", quoted(unread.reason))
    for _, finding in worst_first(report):
        command = _COMMANDS[word_of(finding)]
        commands[command] += 1
        yield _command(command, finding.verdict.location, finding.rule.name, _message(finding))
    hidden = sum(max(0, count - _SHOWN) for count in commands.values())
    if hidden:
        yield f"GitHub shows {_SHOWN} errors, warnings and notices each of a step; {hidden} more stand only here"
    yield from notes_of(report)
    yield counts_of(report)


def _message(finding: Finding) -> str:
    """Say the place too: the log shows only the message."""
    verdict = finding.verdict
    lines = [f"{place_of(verdict.location)}: {word_of(finding)}: {finding.rule.name}: {quoted(verdict.message)}"]
    if terms := terms_of(finding.rule):
        lines.append(f"terms: {terms}")
    if verdict.paste:
        lines.append(f"paste: {visible(verdict.paste)}")
    if options := " ".join(answers_to(finding)):
        lines.append(f"answer: {options}")
    return "\n".join(lines)


def _command(command: str, location: Location, title: str, message: str) -> str:
    where = {"file": visible(location.path), "line": location.line, "col": location.line and location.column}
    known = {name: value for name, value in where.items() if value is not None} | {"title": title}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in known.items())
    return f"::{command} {properties}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
