"""The commands and their help; what they do stands on the floors below."""

# Annotations are not put off: typer would evaluate the text of each of them twice at every start

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from licencecheck.cli import NOT_DONE, exit_code
from licencecheck.cli.arguments import (
    Attest,
    Jobs,
    MaxBytes,
    MaxElements,
    Online,
    OriginalPage,
    OriginalsFolder,
    Output,
    Paths,
    Publisher,
    Quiet,
    SitePaths,
    Today,
    Url,
    only,
)
from licencecheck.cli.configuration import ConfigFile, Profile, config, init, settings_for, told_by_line, whole_site
from licencecheck.cli.console import Progress, output, spare
from licencecheck.cli.fix import fix
from licencecheck.cli.outputs import targets_of, write
from licencecheck.cli.profile import answers_from, typed_from
from licencecheck.cli.rules import RuleFolders, rules
from licencecheck.configuration import BASELINE, CACHE
from licencecheck.errors import UsageError
from licencecheck.formats import FORMATS
from licencecheck.formats.escaping import printable, printable_path, quoted
from licencecheck.model import Page, Unreadable
from licencecheck.options import MAX_BYTES, MAX_ELEMENTS, FailOn, Options
from licencecheck.version import __version__

app = typer.Typer(
    help="Check a repost against the rules of its publisher: is the source named, linked and licensed as it asks?",
    epilog="Exit codes: 0 no finding that fails the run, 1 findings, 2 could not do the job, 130 interrupted. "
    "Nothing here is legal advice, and nothing is fetched from the network but what you ask for.",
    rich_markup_mode=None,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(rules, name="rules")
app.add_typer(config, name="config")
app.command(short_help="Begin a configuration.")(init)
app.command(short_help="Mend pages: put in what their rules ask for.")(fix)


class ExtractionFormat(StrEnum):
    """How `extract` writes."""

    JSON = "json"


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"licencecheck {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    """Take the options that stand before a command."""


@app.command(short_help="Judge pages by the rules of their publishers.")
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
    day = today or datetime.now(UTC).date()
    settings = settings_for(
        paths or (),
        config_file,
        {
            **typed_from(profile, rule_folders, answers_from(attest, day, only(paths or []))),
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


@app.command(short_help="Record what is found today, so that only new findings count.")
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

    day = today or datetime.now(UTC).date()
    settings = settings_for(
        paths or (),
        config_file,
        typed_from(profile, rule_folders, answers_from(attest, day, only(paths or []))),
    )
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


class TermsFormat(StrEnum):
    """How `terms` writes."""

    TEXT = "text"
    JSON = "json"


@app.command(short_help="Say what an article's terms ask, and write its credit.", no_args_is_help=True)
def terms(
    path: Annotated[
        str, typer.Argument(metavar="ORIGINAL", help="The article: an HTML page, a Markdown post, its address, or -.")
    ],
    url: Url = None,
    publisher: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="Whose rule set holds, if the page does not tell. Repeatable."),
    ] = None,
    profile: Profile = None,
    attest: Attest = None,
    rule_folders: RuleFolders = None,
    config_file: ConfigFile = None,
    terms_format: Annotated[
        TermsFormat, typer.Option("--format", help="text for people, json for programs.")
    ] = TermsFormat.TEXT,
    file: Output = None,
    today: Today = None,
    max_bytes: MaxBytes = MAX_BYTES,
    max_elements: MaxElements = MAX_ELEMENTS,
) -> None:
    """Say before reposting whether you may, what the terms ask, what you must confirm, and which credit to paste."""
    from licencecheck.catalogue import load_rules
    from licencecheck.formats.terms import render, render_json
    from licencecheck.reposting import terms_of

    spare([path], file)
    day = today or datetime.now(UTC).date()
    settings = settings_for([], config_file, typed_from(profile, rule_folders, answers_from(attest, day, only([path]))))
    options = Options(
        today=day,
        publishers=tuple(publisher or ()),
        url=url,
        max_bytes=max_bytes,
        max_elements=max_elements,
        **settings.options(),
    )
    told = terms_of(path, options, load_rules(options.rule_folders))
    if isinstance(told, Unreadable):
        raise UsageError(f"{told.path}: {told.reason}")
    as_json = terms_format is TermsFormat.JSON
    with output(file, utf8=as_json) as stream:
        (render_json if as_json else render)(told, stream)


@app.command(short_help="Show what is read from pages.", no_args_is_help=True)
def extract(
    paths: Paths,
    extraction_format: Annotated[  # noqa: ARG001  there is one yet
        ExtractionFormat, typer.Option("--format", help="How to write.")
    ] = ExtractionFormat.JSON,
    url: Url = None,
    file: Output = None,
    config_file: ConfigFile = None,
    max_bytes: MaxBytes = MAX_BYTES,
    max_elements: MaxElements = MAX_ELEMENTS,
    jobs: Jobs = None,
    quiet: Quiet = False,
) -> None:
    """Show what is read from pages, without judging it: main text, credits, links, authors, copyright, licences."""
    from licencecheck.engine import read_pages
    from licencecheck.engine.reading import Skipped
    from licencecheck.formats.extraction import render

    spare(paths, file)
    unread = []

    def noted(pages: Iterable[Page | Unreadable]) -> Iterator[Page | Unreadable]:
        for page in pages:
            if isinstance(page, Unreadable) and not isinstance(page, Skipped):
                unread.append(page.path)
            yield page

    settings = settings_for(paths, config_file, {})
    options = Options(
        today=datetime.now(UTC).date(),
        url=url,
        max_bytes=max_bytes,
        max_elements=max_elements,
        jobs=jobs,
        **settings.options(),
    )
    with Progress(quiet=quiet) as progress, told_by_line(settings), output(file, utf8=True) as stream:
        render(noted(read_pages(paths, options, progress)), stream)
    if unread:
        raise typer.Exit(NOT_DONE)


@app.command(short_help="Explain a requirement type.")
def explain(
    requirement: Annotated[
        str | None, typer.Argument(metavar="[TYPE]", help="Id of a requirement type; without one, all are listed.")
    ] = None,
) -> None:
    """Explain a requirement type: what it asks, why publishers ask it, its parameters and examples."""
    from licencecheck.requirements import REQUIREMENTS, documentation, requirement_type

    if requirement is None:
        width = max(map(len, REQUIREMENTS))
        text = "".join(f"{name:{width}}  {requirement_type(name).summary}\n" for name in REQUIREMENTS)
    elif requirement in REQUIREMENTS:
        text = documentation(requirement)
    else:
        from licencecheck.nearest import did_you_mean

        hint = did_you_mean(requirement, REQUIREMENTS) or "; `licencecheck explain` lists all"
        raise UsageError(f"there is no requirement type '{requirement}'{hint}")
    with output(None) as stream:
        stream.write(text)
