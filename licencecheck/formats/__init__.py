"""The formats of a report: each is one module with a function `render`, found by its name here.

Beside them stands what other commands write: `extraction`, `terms`, `fixes`, `draft`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TextIO, cast

from licencecheck.model import Report

Render = Callable[[Report, TextIO], None]
"""Writes a report to a stream; the same report gives the same characters, and the last is a line feed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A way to write a report."""

    name: str
    """Of the format and of its module."""
    summary: str
    """What it is for, without full stop."""
    from_root: bool = False
    """Whether its readers look for the paths below the root of the repository, wherever the run was started."""

    @property
    def render(self) -> Render:
        """Load the module; others stay unloaded, since loading is what a start costs."""
        return cast("Render", import_module(f"{__name__}.{self.name}").render)


FORMATS = {
    each.name: each
    for each in (
        Format(name="github", summary="annotations on the lines of a pull request", from_root=True),
        Format(name="gitlab", summary="code quality report for merge requests", from_root=True),
        Format(name="html", summary="one page for a browser, with every verdict and its proof"),
        Format(name="json", summary="the whole record, described by a schema"),
        Format(name="jsonl", summary="a finding on each line, a summary on the last"),
        Format(name="junit", summary="test report: a suite for each repost, a case for each rule", from_root=True),
        Format(name="markdown", summary="for job summaries and comments"),
        Format(name="sarif", summary="SARIF 2.1.0, for code scanning and editors", from_root=True),
        Format(name="text", summary="for people at a terminal"),
    )
}
