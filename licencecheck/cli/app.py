"""All commands, and the help of them together."""

# Annotations are not put off: typer would evaluate the text of each of them twice at every start

from typing import Annotated

import typer

from licencecheck.cli.baseline import baseline
from licencecheck.cli.check import check
from licencecheck.cli.configuration import config, init
from licencecheck.cli.explain import explain
from licencecheck.cli.extract import extract
from licencecheck.cli.fix import fix
from licencecheck.cli.rules import rules
from licencecheck.cli.terms import terms
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
app.command(short_help="Judge pages by the rules of their publishers.")(check)
app.command(short_help="Record what is found today, so that only new findings count.")(baseline)
app.command(short_help="Say what an article's terms ask, and write its credit.", no_args_is_help=True)(terms)
app.command(short_help="Show what is read from pages.", no_args_is_help=True)(extract)
app.command(short_help="Explain a requirement type.")(explain)


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
