"""A piece of a file: what is written in it, and where."""

from __future__ import annotations

from typing import NamedTuple

from licencecheck.lines import Lines


class Written(NamedTuple):
    """The characters `start` to `end` of a text."""

    text: str
    lines: Lines
    start: int
    end: int

    def place_of(self, said: str, number: int, times: int) -> tuple[int, int] | None:
        """Line and column of the time with this `number`, from 0, that `said` is written here.

        None unless it is written as many `times` as it is meant: escaped or folded, it looks otherwise.
        """
        for written in dict.fromkeys((said, said.replace("/", r"\/"))):
            if self.text.count(written, self.start, self.end) == times:
                at = self.start
                for _ in range(number):
                    at = self.text.find(written, at) + len(written)
                return self.lines.place(self.text.find(written, at))
        return None
