"""The command that judges pages."""

# Annotations are not put off: typer would evaluate the text of each of them twice at every start

from dataclasses import replace
from typing import Annotated

import typer

from licencecheck.cli import exit_code
from licencecheck.cli.arguments import (
    Attest,
    ConfigFile,
    Jobs,
    MaxBytes,
    MaxElements,
    Online,
    OriginalPage,
    OriginalsFolder,
    Output,
    Profile,
    Publisher,
    Quiet,
    RuleFolders,
    SitePaths,
    Today,
    Url,
)
from licencecheck.cli.console import Progress, spare
from licencecheck.cli.outputs import targets_of, write
from licencecheck.cli.profile import answers_from, typed_from
from licencecheck.cli.settings import settings_for, told_by_line, whole_site
from licencecheck.configuration import BASELINE, CACHE
from licencecheck.errors import UsageError
from licencecheck.formats import FORMATS
from licencecheck.options import MAX_BYTES, MAX_ELEMENTS, FailOn, Options, day_or_today


def check(
    paths: SitePaths = None,
    publisher: Publisher = None,
    url: Url = None,
    original: OriginalPage = None,
    originals: OriginalsFolder = None,
    online: Online = False,
    sources: Annotated[
        list[str] | None,
        typer.Option(
            "--source",
            metavar="FOLDER",
            help="Folder of the posts that the pages were built from: what is found on a page is shown in its post. "
            "Repeatable.",
        ),
    ] = None,
    profile: Profile = None,
    attest: Attest = None,
    rule_folders: RuleFolders = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            metavar="NAME[=FILE]",
            help=f"How to write, and to which file: {', '.join(FORMATS)}. Repeatable.",
            show_default="text; github in GitHub Actions",
        ),
    ] = None,
    file: Output = None,
    config_file: ConfigFile = None,
    fail_on: Annotated[
        FailOn | None, typer.Option(help="The least finding for which the exit code is 1.", show_default="error")
    ] = None,
    use_baseline: Annotated[
        bool, typer.Option("--baseline/--no-baseline", help=f"Whether findings of {BASELINE} are accepted.")
    ] = True,
    use_cache: Annotated[
        bool, typer.Option("--cache/--no-cache", help=f"Whether runs over many pages use {CACHE}.")
    ] = True,
    changed_since: Annotated[
        str | None,
        typer.Option(metavar="REV", help="Check only what has changed since the branch left REV, as git says."),
    ] = None,
    today: Today = None,
    max_bytes: MaxBytes = MAX_BYTES,
    max_elements: MaxElements = MAX_ELEMENTS,
    jobs: Jobs = None,
    quiet: Quiet = False,
) -> None:
    """Judge pages: which are reposts, which rules of their publishers do they break, and what is to be pasted?"""
    from licencecheck.engine import run

    if sources and (url or original):
        raise UsageError("--source is of many pages, --url and --original are of one")
    targets = targets_of(formats or (), file)
    spare([*(paths or ()), original], *(target.file for target in targets))
    day = day_or_today(today)
    settings = settings_for(
        paths,
        config_file,
        {
            **typed_from(profile, rule_folders, answers_from(attest, day, paths)),
            "originals": originals,
            "sources": [*(sources or ())],
            "fail-on": fail_on and fail_on.value,
        },
    )
    options = Options(
        today=day,
        publishers=tuple(publisher or ()),
        url=url,
        original=original,
        online=online,
        changed_since=changed_since,
        max_bytes=max_bytes,
        max_elements=max_elements,
        jobs=jobs,
        **settings.options(),
    )
    options = replace(
        options,
        baseline=options.baseline if use_baseline else None,
        cache=options.cache if use_cache else None,
    )
    with Progress(quiet=quiet) as progress, told_by_line(settings):
        report = run(paths or whole_site(settings), options, progress)
    write(report, targets, quiet=quiet)
    raise typer.Exit(exit_code(report))
