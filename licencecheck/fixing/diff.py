"""The unified diff of a revision, as `diff -u` writes it, made of its edits and so in linear time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, takewhile

from licencecheck.fixing.edits import Edit, Revision

_CONTEXT = 3
_Change = tuple[int, int, list[str]]
"""Index of the first line that goes, of the one behind the last, and the lines that come in their place."""


def unified_diff(path: str, revision: Revision) -> str:
    """Show what the edits change in the file at `path`; nothing for a revision without edits."""
    lines = _lines(revision.original)
    changes = list(_changes(revision, lines))
    if not changes:
        return ""
    name = path.lstrip("/")
    pieces = [f"--- a/{name}\n", f"+++ b/{name}\n"]
    shift = 0
    for hunk in _hunks(changes):
        first, behind = max(hunk[0][0] - _CONTEXT, 0), min(hunk[-1][1] + _CONTEXT, len(lines))
        growth = sum(len(added) - (end - start) for start, end, added in hunk)
        pieces.append(f"@@ -{_span(first, behind)} +{_span(first + shift, behind + shift + growth)} @@\n")
        pieces += _body(hunk, lines, first, behind)
        shift += growth
    return "".join(pieces)


def _lines(text: str) -> list[str]:
    """Cut at LF alone, as `diff` does."""
    *lines, rest = text.split("\n")
    return [*(line + "\n" for line in lines), *([rest] if rest else [])]


def _changes(revision: Revision, lines: Sequence[str]) -> Iterator[_Change]:
    """The lines that edits touch, without those that stay the same at either end."""
    starts = [0, *accumulate(map(len, lines))]
    for first, behind, edits in _together(revision.edits, starts, unended=bool(lines) and lines[-1][-1] != "\n"):
        begin = starts[first]
        own = tuple(Edit(edit.start - begin, edit.end - begin, edit.text) for edit in edits)
        new = _lines(Revision(revision.original[begin : starts[behind]], own).text)
        start, end = first, behind
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(lines[start:end], new, strict=False)))
        start, new = start + same, new[same:]
        old_end, new_end = reversed(lines[start:end]), reversed(new)
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old_end, new_end, strict=False)))
        end, new = end - same, new[: len(new) - same]
        if start < end or new:
            yield start, end, new


def _together(edits: Iterable[Edit], starts: Sequence[int], *, unended: bool) -> list[tuple[int, int, list[Edit]]]:
    """Join the edits that touch one line: indices of its first line and of the one behind the last, and they."""
    last = len(starts) - 1
    joined: list[tuple[int, int, list[Edit]]] = []
    for edit in edits:
        first = min(bisect_right(starts, edit.start) - 1, last - unended)
        behind = min(bisect_right(starts, edit.end), last)
        if joined and first < joined[-1][1]:
            first, _, earlier = joined.pop()
            joined.append((first, behind, [*earlier, edit]))
        else:
            joined.append((first, behind, [edit]))
    return joined


def _hunks(changes: Iterable[_Change]) -> Iterator[list[_Change]]:
    """Join the changes whose context meets."""
    hunk: list[_Change] = []
    for change in changes:
        if hunk and change[0] - hunk[-1][1] > 2 * _CONTEXT:
            yield hunk
            hunk = []
        hunk.append(change)
    yield hunk


def _span(first: int, behind: int) -> str:
    count = behind - first
    start = first + 1 if count else first
    return f"{start}" if count == 1 else f"{start},{count}"


def _body(hunk: Iterable[_Change], lines: Sequence[str], first: int, behind: int) -> Iterator[str]:
    at = first
    for start, end, added in hunk:
        yield from _marked(" ", lines[at:start])
        yield from _marked("-", lines[start:end])
        yield from _marked("+", added)
        at = end
    yield from _marked(" ", lines[at:behind])


def _marked(mark: str, lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield mark + line + ("" if line.endswith("\n") else "\n\\ No newline at end of file\n")
