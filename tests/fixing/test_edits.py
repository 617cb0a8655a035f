"""Edits and their diff, over any text."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from licencecheck.fixing.diff import unified_diff
from licencecheck.fixing.edits import Edit, Revision

TEXTS = st.text(alphabet="ab\n\r", max_size=60)
HUNK = re.compile(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@\n")


@st.composite
def edits(draw: st.DrawFn, text: str) -> Edit:
    start = draw(st.integers(0, len(text)))
    return Edit(start, draw(st.integers(start, min(len(text), start + 5))), draw(st.text(alphabet="xy\n", max_size=8)))


@st.composite
def histories(draw: st.DrawFn) -> tuple[Revision, str]:
    """A text, edits of what became of it by the ones before, and what came of them all."""
    text = draw(TEXTS)
    revision = Revision(text)
    for _ in range(draw(st.integers(0, 6))):
        edit = draw(edits(text))
        text = text[: edit.start] + edit.text + text[edit.end :]
        revision = revision.edited(edit)
    return revision, text


@given(histories())
def test_edits_of_edits_are_edits_of_the_original(history: tuple[Revision, str]) -> None:
    """Whatever is edited after what, the edits told are those of the first text, in order and apart."""
    revision, text = history

    assert text == revision.text
    assert all(one.end < two.start for one, two in zip(revision.edits, revision.edits[1:], strict=False))


@given(histories())
def test_every_character_knows_where_it_came_from(history: tuple[Revision, str]) -> None:
    """What is not edited from its offset, what is from that of the edit."""
    revision, text = history
    origins: list[int] = []
    at = 0
    for edit in revision.edits:
        origins += [*range(at, edit.start), *[edit.start] * len(edit.text)]
        at = edit.end
    origins += range(at, len(revision.original) + 1)

    assert origins == [revision.origin_of(offset) for offset in range(len(text) + 1)]


@given(histories())
def test_diff_leads_from_the_one_text_to_the_other(history: tuple[Revision, str]) -> None:
    """Applied to the original it gives the revision; hunks state their lines, and none is empty."""
    revision, text = history
    diff = unified_diff("p", revision)

    assert text == patched(revision.original, diff)
    assert ("" == diff) == (text == revision.original)


def patched(text: str, diff: str) -> str:
    """Apply a unified diff as `patch` does, without fuzz."""
    if not diff:
        return text
    old = text.split("\n")
    old = [line + "\n" for line in old[:-1]] + ([old[-1]] if old[-1] else [])
    new: list[str] = []
    at = 0
    assert diff.startswith("--- a/p\n+++ b/p\n@@")
    pieces = HUNK.split(diff.partition("+++ b/p\n")[2])[1:]
    for first, removed, begin, added, body in zip(*(pieces[i::5] for i in range(5)), strict=True):
        lines = re.findall(r"[ +-][^\n]*\n(?:\\ No newline at end of file\n)?", body)
        assert "".join(lines) == body
        shown = [(line[0], line[1:].replace("\n\\ No newline at end of file\n", "")) for line in lines]
        start = int(first) - (removed != "0")
        new += old[at:start]
        assert int(begin) - (added != "0") == len(new)
        before = [line for mark, line in shown if mark != "+"]
        after = [line for mark, line in shown if mark != "-"]
        assert (int(removed or 1), int(added or 1)) == (len(before), len(after))
        assert before == old[start : start + len(before)]
        assert before != after
        new += after
        at = start + len(before)
    return "".join([*new, *old[at:]])
