"""The commands that show and validate rule sets."""

# Annotations are not put off: typer would evaluate the text of each of them twice at every start

import re
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from licencecheck.cli import FOUND, NOT_DONE
from licencecheck.cli.arguments import RuleFolders
from licencecheck.cli.console import output, say, spare
from licencecheck.cli.words import day_of
from licencecheck.errors import UsageError
from licencecheck.formats.escaping import printable, visible
from licencecheck.options import MAX_BYTES, day_or_today

if TYPE_CHECKING:
    from licencecheck.catalogue.files import RuleFile

rules = typer.Typer(
    help="Look at the rule sets of publishers, licences and platforms.",
    rich_markup_mode=None,
    no_args_is_help=True,
)


@rules.command("list", short_help="List all rule sets.")
def list_rules(
    word: Annotated[
        str | None,
        typer.Argument(metavar="[WORD]", help="Part of a name, a host or a licence, as in: wiki, .fr, by-nc"),
    ] = None,
    rule_folders: RuleFolders = None,
) -> None:
    """List all rule sets, or those that WORD finds: id, layer, publisher, hosts, licence."""
    from licencecheck.catalogue import load_rules

    files = load_rules(rule_folders or ()).files
    width = max(map(len, files), default=0)
    found = [file for name, file in sorted(files.items()) if word is None or _has(file, word)]
    with output(None) as stream:
        stream.writelines(printable(f"{file.id:{width}}  {file.layer:9}  {_head(file)}") + "\n" for file in found)
    if word is not None and not found:
        raise UsageError(f"no rule set has '{word}' in its id, publisher, hosts or licence")


@rules.command(short_help="Write the beginning of a rule file.")
def new(
    ruleset: Annotated[str, typer.Argument(metavar="ID", help="Id of the new rule set: lower case, river-post")],
) -> None:
    """Write the commented beginning of a rule file, as in: licencecheck rules new river-post > river-post.yaml."""
    from licencecheck.catalogue.beginning import skeleton
    from licencecheck.catalogue.files import bundled

    if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", ruleset):
        raise UsageError(f"'{ruleset}' is no id; write it in lower case with hyphens, as in river-post")
    with output(None, utf8=True) as stream:
        stream.write(skeleton(ruleset, day_or_today(), (bundled() / "schema.json").as_uri()))


@rules.command(short_help="Show one rule set in full.")
def show(
    ruleset: Annotated[str, typer.Argument(metavar="ID", help="Id of a rule set, as in: licencecheck rules list")],
    rule_folders: RuleFolders = None,
) -> None:
    """Show one rule set in plain sentences: whether you may, what you must do, what to paste, and how it is known."""
    from licencecheck.catalogue import load_rules
    from licencecheck.catalogue.in_words import lines_of

    found = load_rules(rule_folders or ()).ruleset(ruleset)
    with output(None) as stream:
        stream.writelines(f"{indent}{visible(text)}\n" for indent, text in lines_of(found))


@rules.command(short_help="Say what is wrong with rule files.")
def validate(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATHS]...", help="Rule files and folders of them; without any, the bundled ones."),
    ] = None,
) -> None:
    """Say what is wrong with rule files: path, line, what would be right, and where more is told."""
    from licencecheck.catalogue import problems

    found = problems(paths or ())
    every = [problem for wrong in found.values() for problem in wrong]
    with output(None) as stream:
        for problem in every:
            stream.write(visible(str(problem)) + "\n")
            if problem.see:
                stream.write(f"    see: {visible(problem.see)}\n")
        files, wrong = "file" if len(found) == 1 else "files", "problem" if len(every) == 1 else "problems"
        stream.write(f"{len(found)} rule {files}, {len(every)} {wrong}\n")
    if every:
        raise typer.Exit(NOT_DONE)


@rules.command(short_help="Prove rule sets by examples and damages.")
def test(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[IDS]...", help="Ids of rule sets; without any, those of --rules, else the bundled ones."
        ),
    ] = None,
    rule_folders: RuleFolders = None,
    jobs: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Work with N processes.", show_default="one for each core")
    ] = None,
) -> None:
    """Prove rule sets: their examples are judged as their folders say, and a page made from the rules passes them.

    Each part of that page is then removed, changed or moved: the rules that it touches must complain, and no other.
    The exit code is 1 if an example fails or less than 98 % of the pages are judged right.
    """
    from licencecheck.trials import prove

    found = prove(names or (), rule_folders or (), jobs)
    with output(None) as stream:
        stream.writelines(visible(line) + "\n" for line in found.lines())
    if not found.is_good:
        raise typer.Exit(FOUND)


class DraftFormat(StrEnum):
    """How `rules draft` writes."""

    YAML = "yaml"
    JSON = "json"


@rules.command("draft", short_help="Draft a rule set from the terms on a page.")
def draft_rules(
    path: Annotated[
        str,
        typer.Argument(
            metavar="PAGE", help="HTML page, Markdown post or plain text with the terms, its address, or -."
        ),
    ],
    url: Annotated[str | None, typer.Option(metavar="URL", help="Where the terms stand on the web.")] = None,
    draft_format: Annotated[
        DraftFormat, typer.Option("--format", help="yaml: a rule file to edit; json: what was read.")
    ] = DraftFormat.YAML,
    file: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE in place of standard output.")
    ] = None,
    today: Annotated[
        date | None,
        typer.Option(metavar="DATE", parser=day_of, help="The day to write down.", show_default="today, UTC"),
    ] = None,
    max_bytes: Annotated[
        int, typer.Option(metavar="N", min=1, help="Do not read files larger than N bytes.")
    ] = MAX_BYTES,
) -> None:
    """Read the terms on a page and write them as a rule set to edit; every rule is marked as read by machine."""
    from licencecheck.documents.opening import opened
    from licencecheck.drafting import draft_of, rule_file
    from licencecheck.formats.draft import render, render_rules
    from licencecheck.model import Unreadable

    spare([path], file)
    page = opened(path, url=url, max_bytes=max_bytes)
    found = page if isinstance(page, Unreadable) else draft_of(page, max_bytes=max_bytes)
    if isinstance(found, Unreadable):
        raise UsageError(f"{found.path}: {found.reason}")
    draft, publisher = found
    if draft.permission is None and not draft.rules:
        say(f"{path}: no terms were found: it states none, or in words or a language that are not read")
    with output(file, utf8=True) as stream:
        if draft_format is DraftFormat.JSON:
            render(draft, stream)
        else:
            render_rules(rule_file(draft, publisher, url, day_or_today(today)), path, stream)


def _has(file: "RuleFile", word: str) -> bool:
    """Whether a word stands in an id, a present or former name or host, or a licence."""
    from licencecheck.parties import domains_of, names_of

    said = (file.id, *names_of(file.publisher), *domains_of(file.publisher), *file.licence)
    return any(word.casefold() in text.casefold() for text in said)


def _head(file: "RuleFile") -> str:
    names = " (" + ", ".join(file.publisher.aliases) + ")" if file.publisher.aliases else ""
    hosts = f"  {', '.join(file.publisher.domains)}" if file.publisher.domains else ""
    return f"{file.publisher.name}{names}{hosts}{'  ' if file.licence else ''}{', '.join(file.licence)}"
