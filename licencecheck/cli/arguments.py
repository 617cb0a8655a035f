"""Arguments and options that several commands take."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from licencecheck.cli.words import day_of
from licencecheck.configuration import NAME
from licencecheck.configuration.profile import PROFILE

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATHS...",
        help="HTML pages, Markdown posts, folders of them, or - for standard input.",
        show_default=False,
    ),
]
SitePaths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATHS]...",
        help="HTML pages, Markdown posts, folders of them, or - for standard input; "
        "without any, the folder of the configuration.",
        show_default=False,
    ),
]
Attest = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULESET/QUESTION=ANSWER",
        help="Answer a question that only you can answer, for this run: global-research/permission=yes. What holds "
        "longer stands under attestations in the configuration. Repeatable.",
    ),
]
Today = Annotated[
    date | None,
    typer.Option(metavar="DATE", parser=day_of, help="The day to judge for.", show_default="today, UTC"),
]
Url = Annotated[
    str | None,
    typer.Option(metavar="URL", help="Where the page stands on the web; for one saved page or standard input."),
]
Publisher = Annotated[
    list[str] | None,
    typer.Option(
        metavar="ID",
        help="Judge by the rule set ID (see: licencecheck rules list), not by those that the page points to. "
        "A single page is then a repost even if it credits nobody. Repeatable.",
    ),
]
OriginalPage = Annotated[
    str | None,
    typer.Option("--original", metavar="PAGE", help="The original: a saved page, or an address to fetch."),
]
OriginalsFolder = Annotated[
    str | None,
    typer.Option(
        "--originals", metavar="DIR", help="Folder of saved originals, which are found by the addresses they state."
    ),
]
Online = Annotated[
    bool, typer.Option("--online", help="Fetch originals from where the credits of the pages link them.")
]
RuleFolders = Annotated[
    list[str] | None,
    typer.Option(
        "--rules", metavar="DIR", help="Folder of your own rule files; they come before the bundled ones. Repeatable."
    ),
]
ConfigFile = Annotated[
    Path | None,
    typer.Option(
        "--config", metavar="FILE", help=f"The configuration; without it, {NAME} in the folder of the pages or above."
    ),
]
Profile = Annotated[
    list[str] | None,
    typer.Option(
        metavar="KEY=VALUE",
        help=f"What your site is, as in kind=community or commercial=false. Keys: {', '.join(PROFILE)}. Repeatable.",
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, in UTF-8, in place of standard output."),
]
MaxBytes = Annotated[int, typer.Option(metavar="N", min=1, help="Do not read files larger than N bytes.")]
MaxElements = Annotated[int, typer.Option(metavar="N", min=1, help="Do not read pages with more than N elements.")]
Jobs = Annotated[
    int | None, typer.Option(metavar="N", min=1, help="Work with N processes.", show_default="one for each core")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Only one line for each failure; no progress.")]


class TextOrJson(StrEnum):
    """How a command writes that tells one thing."""

    TEXT = "text"
    JSON = "json"
