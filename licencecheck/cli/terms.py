"""The command that says what the terms of an article ask."""

# Annotations are not put off: typer would evaluate the text of each of them twice at every start

from typing import Annotated

import typer

from licencecheck.cli.arguments import (
    Attest,
    ConfigFile,
    MaxBytes,
    MaxElements,
    Output,
    Profile,
    RuleFolders,
    TextOrJson,
    Today,
    Url,
)
from licencecheck.cli.console import output, spare
from licencecheck.cli.profile import answers_from, typed_from
from licencecheck.cli.settings import settings_for
from licencecheck.errors import UsageError
from licencecheck.model import Unreadable
from licencecheck.options import MAX_BYTES, MAX_ELEMENTS, Options, day_or_today


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
        TextOrJson, typer.Option("--format", help="text for people, json for programs.")
    ] = TextOrJson.TEXT,
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
    day = day_or_today(today)
    settings = settings_for(None, config_file, typed_from(profile, rule_folders, answers_from(attest, day, [path])))
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
    as_json = terms_format is TextOrJson.JSON
    with output(file, utf8=as_json) as stream:
        (render_json if as_json else render)(told, stream)
