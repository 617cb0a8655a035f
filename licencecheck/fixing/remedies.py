"""What may mend a failure: an edit, or what stands in the way of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from licencecheck.fixing.edits import Edit
from licencecheck.fixing.obstacles import Obstacle
from licencecheck.requirements.paste import gaps_of

_GAPS = {
    "url": "the address of the original",
    "original_url": "the address of the original",
    "author": "the author",
    "year": "the year of the original",
    "date": "the date of the original",
    "title": "the title of the original",
    "original": "the first publisher",
    "institution": "the author's institution",
    "article-id": "the number of the article",
}


@dataclass(frozen=True, slots=True)
class Remedy:
    """An edit that may mend a failure."""

    what: str
    """What it does, without full stop."""
    edit: Edit
    safe: bool = True


Attempt = Callable[[], Remedy]
"""Makes a remedy, or raises Obstacle."""


def made(attempt: Attempt) -> Remedy | Obstacle:
    """Give what comes of an attempt."""
    try:
        return attempt()
    except Obstacle as obstacle:
        return obstacle


def filled(line: str) -> str:
    """Give a line in which nothing is left open: what is not known is not written.

    Raises:
        Obstacle: it has gaps, or is empty.
    """
    if not line:
        raise Obstacle("its words are not known")
    gaps = gaps_of(line)
    if gaps:
        words = " and ".join(dict.fromkeys(_GAPS.get(gap, f"`{gap}`") for gap in gaps))
        hint = "; give it with --original" if any(gap in _GAPS for gap in gaps) else ""
        raise Obstacle(f"{words} is not known{hint}")
    return line
