"""Words of the command line that must be known ones."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import typer

from licencecheck.errors import UsageError


def check_known(word: str, known: Iterable[str], what: str) -> None:
    """Accept `word`, a value of `what`, if it is one of `known`.

    Raises:
        UsageError: it is not; the message names the nearest one, and all.
    """
    choices = list(known)
    if word not in choices:
        from licencecheck.nearest import did_you_mean

        raise UsageError(f"unknown {what} {word!r}{did_you_mean(word, choices)} (one of {', '.join(choices)})")


def day_of(text: str) -> date:
    """Read a day such as 2026-11-22.

    Raises:
        typer.BadParameter: it is none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text} is no date like 2026-11-22") from None
