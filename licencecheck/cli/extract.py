"""The command that shows what is read from pages."""

# Annotations are not put off: typer would evaluate the text of each of them twice at every start

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Annotated

import typer

from licencecheck.cli import NOT_DONE
from licencecheck.cli.arguments import ConfigFile, Jobs, MaxBytes, MaxElements, Output, Paths, Quiet, Url
from licencecheck.cli.console import Progress, output, spare
from licencecheck.cli.settings import settings_for, told_by_line
from licencecheck.model import Page, Unreadable
from licencecheck.options import MAX_BYTES, MAX_ELEMENTS, Options, day_or_today


class ExtractionFormat(StrEnum):
    """How `extract` writes."""

    JSON = "json"


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
        today=day_or_today(),
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
