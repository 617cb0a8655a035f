"""Labels of the source that need no colon where they stand alone on their line, as heading, term or cell of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable

from licencecheck.evidence.phrases.folding import fold_lines
from licencecheck.evidence.phrases.lines import FoldedLines
from licencecheck.evidence.phrases.templates import spread

_EDGES = re.compile(r"^\W+|\W+$")
_MARKS = 6
"""Characters of marks around a label: a colon, brackets."""


class Labels:
    """The labels of some languages."""

    def __init__(self, labels: Iterable[str]) -> None:
        """Take the labels as written."""
        self._folded = frozenset(map(fold_lines, labels))
        self._longest = max(map(len, self._folded)) + _MARKS
        self._telling = frozenset(max(reversed(spread(label).split()), key=len) for label in self._folded)
        """Of each label the longest word: few lines hold one."""

    def named_in(self, lines: FoldedLines) -> frozenset[int]:
        """Indices of the lines that may hold a label."""
        return lines.naming(self._telling)

    def is_label(self, text: str) -> bool:
        """Whether a text is nothing but a label."""
        return len(text) <= self._longest and _EDGES.sub("", fold_lines(text)) in self._folded

    def alone_in(self, lines: FoldedLines) -> frozenset[int]:
        """Indices of the lines that are nothing but a label."""
        perhaps = ((at, lines.line(at)) for at in lines.naming(self._telling))
        return frozenset(
            at for at, line in perhaps if len(line) <= self._longest and _EDGES.sub("", line) in self._folded
        )
