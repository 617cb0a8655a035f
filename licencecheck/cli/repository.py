"""The paths of a report as the repository knows them, wherever in it the run was started."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cache
from pathlib import Path

from licencecheck.model import Finding, Location, PageReport, Report, Unreadable

_STDIN = "-"


def from_root(report: Report) -> Report:
    """Give `report` with paths below the root of the repository; those outside it are absolute.

    The root is the nearest folder above this one that holds `.git`, else this one.
    """
    here = Path.cwd()
    root = next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)

    @cache
    def path(given: str) -> str:
        if given == _STDIN:
            return given
        whole = Path(os.path.normpath(here / given))
        return (whole.relative_to(root) if whole.is_relative_to(root) else whole).as_posix()

    def place(location: Location) -> Location:
        return replace(location, path=path(location.path))

    def finding(each: Finding) -> Finding:
        evidence = tuple(replace(fact, location=place(fact.location)) for fact in each.verdict.evidence)
        return replace(each, verdict=replace(each.verdict, location=place(each.verdict.location), evidence=evidence))

    def page(each: PageReport) -> PageReport:
        built = path(each.built) if each.built else None
        return replace(each, path=path(each.path), built=built, findings=tuple(map(finding, each.findings)))

    def unread(each: Unreadable) -> Unreadable:
        return replace(each, path=path(each.path))

    return replace(
        report,
        pages=tuple(map(page, report.pages)),
        templates=tuple(map(page, report.templates)),
        upkeep=tuple(map(page, report.upkeep)),
        unread=tuple(map(unread, report.unread)),
        skipped=tuple(map(unread, report.skipped)),
    )
