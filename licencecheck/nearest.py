"""Near misses: the known word that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable

_LONGEST = 60


def did_you_mean(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """Say `; did you mean 'x'?` where one of `known` is like `word`, at least by `cutoff` of 0 to 1, else nothing."""
    from difflib import get_close_matches

    found = get_close_matches(word[:_LONGEST], sorted(known), n=1, cutoff=cutoff)
    return f"; did you mean '{found[0]}'?" if found else ""
