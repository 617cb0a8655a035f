"""Patterns of paths as git writes them in .gitignore."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def matches(patterns: tuple[str, ...], path: str) -> bool:
    """Whether `path`, with `/` and relative to the folder of the patterns, is one that they name."""
    return bool(patterns) and _compiled(patterns).match_file(path)


def verdict(patterns: tuple[str, ...], path: str) -> bool | None:
    """As `matches`, but None where no pattern speaks of the path: another file of patterns may."""
    return _compiled(patterns).check_file(path).include


def wrong_with(patterns: Iterable[str]) -> str | None:
    """Say which pattern is none."""
    for pattern in patterns:
        try:
            _compiled((pattern,))
        except ValueError:
            return pattern
    return None


@lru_cache(maxsize=10_000)
def _compiled(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)
