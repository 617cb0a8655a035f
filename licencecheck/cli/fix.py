"""The command that mends pages."""

# Annotations are not put off: typer would evaluate the text of each of them twice at every start

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from licencecheck.cli import DONE, FOUND, exit_code
from licencecheck.cli.arguments import (
    Attest,
    ConfigFile,
    MaxBytes,
    MaxElements,
    Online,
    OriginalPage,
    OriginalsFolder,
    Output,
    Profile,
    Publisher,
    RuleFolders,
    SitePaths,
    TextOrJson,
    Today,
    Url,
)
from licencecheck.cli.console import output, spare
from licencecheck.cli.profile import answers_from, typed_from
from licencecheck.cli.settings import settings_for, told_by_line, whole_site
from licencecheck.model import Report, Unreadable
from licencecheck.options import MAX_BYTES, MAX_ELEMENTS, Options, day_or_today

if TYPE_CHECKING:
    from licencecheck.model import FixedPage


def fix(
    paths: SitePaths = None,
    write_fixes: Annotated[
        bool, typer.Option("--write", help="Write the fixes into the files; else they are only shown, as a diff.")
    ] = False,
    unsafe: Annotated[
        bool,
        typer.Option("--unsafe-fixes", help="Also replace what a page says otherwise: a wrong year, address or entry."),
    ] = False,
    publisher: Publisher = None,
    url: Url = None,
    original: OriginalPage = None,
    originals: OriginalsFolder = None,
    online: Online = False,
    profile: Profile = None,
    attest: Attest = None,
    rule_folders: RuleFolders = None,
    config_file: ConfigFile = None,
    fixes_format: Annotated[
        TextOrJson, typer.Option("--format", help="text for people: a diff, or what is written; json for programs.")
    ] = TextOrJson.TEXT,
    file: Output = None,
    today: Today = None,
    max_bytes: MaxBytes = MAX_BYTES,
    max_elements: MaxElements = MAX_ELEMENTS,
) -> None:
    """Put in what `check` finds missing: credit, links, byline, copyright, licence, canonical address, counter.

    Shows a diff on standard output, and on standard error what it mends and what is left, and why; with --write the
    files are changed. With --format json one document tells it all. Nothing is made up: what neither the page nor
    its original tells is not written. Every fix is proven by checking the page with it.

    Exit codes: 0 nothing is left to mend, 1 a diff is shown or findings are left that fail `check`, 2 could not do
    the job.
    """
    from licencecheck.engine.reading import Skipped
    from licencecheck.fixing import fix_pages
    from licencecheck.formats.fixes import render, render_diff, render_json

    spare([*(paths or ()), original], file)
    day = day_or_today(today)
    settings = settings_for(
        paths,
        config_file,
        {**typed_from(profile, rule_folders, answers_from(attest, day, paths)), "originals": originals},
    )
    options = Options(
        today=day,
        publishers=tuple(publisher or ()),
        url=url,
        original=original,
        online=online,
        max_bytes=max_bytes,
        max_elements=max_elements,
        **settings.options(),
    )
    pages: list[FixedPage] = []
    unread: list[Unreadable] = []
    as_json = fixes_format is TextOrJson.JSON
    with told_by_line(settings), output(file, utf8=as_json) as stream:
        for page in fix_pages(paths or whole_site(settings), options, write_fixes=write_fixes, unsafe=unsafe):
            if isinstance(page, Skipped):
                continue
            if isinstance(page, Unreadable):
                unread.append(page)
                continue
            if not (write_fixes or as_json):
                render_diff(page, stream)
            # The contents of a whole site are not held in memory
            pages.append(replace(page, content=b"", diff=page.diff if as_json else ""))
        if as_json:
            render_json(pages, unread, day, stream)
        elif write_fixes:
            render(pages, unread, stream)
    if not (write_fixes or as_json):
        render(pages, unread, sys.stderr)
    raise typer.Exit(_exit_code(pages, unread, options))


def _exit_code(pages: "list[FixedPage]", unread: list[Unreadable], options: Options) -> int:
    """That of `check` on the mended pages; a fix that is only shown is something found."""
    report = Report(
        today=options.today,
        pages=tuple(page.report for page in pages),
        unread=tuple(unread),
        fail_on=options.fail_on,
    )
    shown = any(page.fixes and not page.written for page in pages)
    return max(exit_code(report), FOUND if shown else DONE)
