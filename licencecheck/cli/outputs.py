"""Where a report goes: which formats are asked for, each to a file or to standard output."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from licencecheck.cli.console import output, wants_colour
from licencecheck.cli.repository import from_root
from licencecheck.cli.words import check_known
from licencecheck.errors import UsageError
from licencecheck.formats import FORMATS, Format
from licencecheck.model import Report

_SUMMARY = "GITHUB_STEP_SUMMARY"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A format and the file to write it to; None for standard output."""

    format: Format
    file: Path | None = None


def targets_of(asked: Sequence[str], file: Path | None) -> tuple[Target, ...]:
    """Read `NAME` and `NAME=FILE`; `file` is that of the format that names none.

    Without any the format is text, and `github` where a workflow of GitHub would print it.

    Raises:
        UsageError: a format is not known, or two would be written to one place.
    """
    in_workflow = os.environ.get("GITHUB_ACTIONS") == "true" and file is None
    targets = [_target(each) for each in asked or ["github" if in_workflow else "text"]]
    bare = [target for target in targets if target.file is None]
    if file is not None and not bare:
        raise UsageError(f"nothing is left to write to --output {file}: each --format names its own file")
    targets = [replace(target, file=file) if target.file is None else target for target in targets]
    places = [target.file for target in targets]
    twice = next((target for target in targets if places.count(target.file) > 1), None)
    if twice is not None:
        where = twice.file or "standard output"
        raise UsageError(f"two formats for {where}: give each its file, as in --format {twice.format.name}=FILE")
    return tuple(targets)


def write(report: Report, targets: Sequence[Target], *, quiet: bool = False) -> None:
    """Write `report` to all of `targets`; one that cannot be written costs no other its report.

    Raises:
        UsageError: a file could not be written.
    """
    failed = []
    for target in targets:
        try:
            _write(report, target, quiet=quiet)
        except UsageError as error:
            failed.append(error)
    if failed:
        raise failed[0]


def _target(asked: str) -> Target:
    name, equals, file = asked.partition("=")
    check_known(name, FORMATS, "--format")
    if equals and not file:
        raise UsageError(f"--format {asked}: expected a file after the equals sign")
    return Target(format=FORMATS[name], file=Path(file) if file else None)


def _write(report: Report, target: Target, *, quiet: bool) -> None:
    name = target.format.name
    told = from_root(report) if target.format.from_root else report
    with output(target.file, utf8=name != "text") as stream:
        if name == "text":
            from licencecheck.formats.text import render

            render(told, stream, colour=target.file is None and wants_colour(stream), quiet=quiet)
        else:
            target.format.render(told, stream)
    if name == "github":
        _summarise(told)


def _summarise(report: Report) -> None:
    """Add the report to the summary of the job, where the workflow has a file for it."""
    path = os.environ.get(_SUMMARY)
    if path:
        with output(Path(path), more=True) as stream:
            FORMATS["markdown"].render(report, stream)
