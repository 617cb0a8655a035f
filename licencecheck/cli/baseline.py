"""The command that records what is found, so that only new findings count."""

# Annotations are not put off: typer would evaluate the text of each of them twice at every start

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from licencecheck.cli import NOT_DONE
from licencecheck.cli.arguments import (
    Attest,
    ConfigFile,
    Jobs,
    MaxBytes,
    MaxElements,
    Profile,
    Quiet,
    RuleFolders,
    SitePaths,
    Today,
)
from licencecheck.cli.console import Progress, output
from licencecheck.cli.profile import answers_from, typed_from
from licencecheck.cli.settings import settings_for, told_by_line, whole_site
from licencecheck.formats.escaping import printable, printable_path, quoted
from licencecheck.options import MAX_BYTES, MAX_ELEMENTS, Options, day_or_today


def baseline(
    paths: SitePaths = None,
    shrink: Annotated[
        bool, typer.Option("--shrink", help="Only drop what is found no longer; record nothing new.")
    ] = False,
    profile: Profile = None,
    attest: Attest = None,
    rule_folders: RuleFolders = None,
    config_file: ConfigFile = None,
    today: Today = None,
    max_bytes: MaxBytes = MAX_BYTES,
    max_elements: MaxElements = MAX_ELEMENTS,
    jobs: Jobs = None,
    quiet: Quiet = False,
) -> None:
    """Record what `check` finds today beside the configuration; from then on it counts only what is new.

    What is mended drops out when the baseline is recorded again.
    """
    from licencecheck.engine import is_whole, run
    from licencecheck.engine.baseline import read_baseline, recorded, written

    day = day_or_today(today)
    settings = settings_for(paths, config_file, typed_from(profile, rule_folders, answers_from(attest, day, paths)))
    options = Options(today=day, max_bytes=max_bytes, max_elements=max_elements, jobs=jobs, **settings.options())
    named, file = paths or whole_site(settings), str(options.baseline)
    before = read_baseline(file)
    with Progress(quiet=quiet) as progress, told_by_line(settings):
        report = run(named, replace(options, baseline=None), progress)
    recording = recorded(before, report, options, whole=is_whole(named, options), shrink=shrink)
    with output(Path(file), utf8=True) as stream:
        stream.write(written(recording.known))
    with output(None) as stream:
        counts = f"{len(recording.known)} findings: {recording.added} new, {recording.dropped} dropped"
        stream.write(f"{printable(file)} holds {counts}\n")
        stream.writelines(f"{printable_path(page.path)}: unread: {quoted(page.reason)}\n" for page in report.unread)
    if report.unread:
        raise typer.Exit(NOT_DONE)
