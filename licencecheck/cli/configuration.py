"""The commands that show and begin the configuration."""

# Annotations are not put off: typer would evaluate the text of each of them twice at every start

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from licencecheck.cli.arguments import ConfigFile, Profile, RuleFolders
from licencecheck.cli.console import output
from licencecheck.cli.profile import typed_from
from licencecheck.cli.settings import settings_for
from licencecheck.configuration import NAME
from licencecheck.errors import UsageError
from licencecheck.formats.escaping import printable

if TYPE_CHECKING:
    from licencecheck.strict_yaml.reading import Value

_MARKS = re.compile(r"""[:,#{}\[\]"'&*!|>%@`]""")
"""What has a meaning in YAML."""

config = typer.Typer(help=f"Look at the configuration, {NAME}.", rich_markup_mode=None, no_args_is_help=True)


@config.command(short_help="Show what holds, and who says so.")
def show(
    path: Annotated[
        str, typer.Argument(metavar="[PATH]", help="A page or folder; its configuration is shown.", show_default="here")
    ] = ".",
    file: ConfigFile = None,
    profile: Profile = None,
    rule_folders: RuleFolders = None,
) -> None:
    """Show what holds, key by key, and who says so: a line of the file, the command line, or nobody.

    Of a page, what `overrides` say of it is counted in; of a folder they stand below by themselves.
    """
    from licencecheck.engine.places import site_path

    if not Path(path).exists():
        raise UsageError(f"no such file or folder: {path}")
    settings = settings_for([path], file, typed_from(profile, rule_folders))
    settings.options()
    page = site_path(path, str(settings.root)) if Path(path).is_file() else None
    with output(None) as stream:
        stream.writelines(
            printable(f"{key}: {_plain(value)}  # {origin}") + "\n" for key, value, origin in settings.effective(page)
        )


@config.command(short_help="Print the JSON Schema of the configuration.")
def schema() -> None:
    """Print the JSON Schema of the configuration, by which editors complete and check it."""
    from licencecheck.configuration.schema import SHIPPED

    with output(None) as stream:
        stream.write(SHIPPED.read_text(encoding="utf-8"))


def init(
    folder: Annotated[Path, typer.Argument(metavar="[FOLDER]", help="Of the site.", show_default="here")] = Path(),
) -> None:
    """Look at the site in FOLDER and write a configuration for it, with comments; one that is there stays."""
    from licencecheck.configuration.beginning import begun
    from licencecheck.configuration.file import shown

    path = folder / NAME
    if not folder.is_dir():
        raise UsageError(f"no such folder: {folder}")
    text = begun(folder)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise UsageError(f"{shown(path)} is there already; `licencecheck config show` shows what it says") from None
    with output(None) as stream:
        stream.write(f"Wrote {printable(shown(path))}; look it over, then: licencecheck check\n")


def _plain(value: "Value") -> str:
    """Write a value on one line; text within others as the file has it, in quotation marks where YAML wants them."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_within(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_within, value)) + "]"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _within(value: "Value") -> str:
    is_marked = isinstance(value, str) and (not value or _MARKS.search(value) is not None)
    return json.dumps(value, ensure_ascii=False) if is_marked else _plain(value)
