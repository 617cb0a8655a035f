"""Words of the command line that must be known ones."""

from __future__ import annotations

from collections.abc import Iterable

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
