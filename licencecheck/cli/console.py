"""The terminal and the files that a run writes to."""

from __future__ import annotations

import io
import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, Self, TextIO

from licencecheck.errors import UsageError

_PATIENCE = 1.0
"""Seconds before a run counts as long."""
_PACE = 0.1
"""Seconds between two signs of progress."""


def make_streams_safe() -> None:
    """Let standard streams write characters that they do not know by number, and closed ones swallow everything."""
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


def say(message: str) -> None:
    """Tell the user something that is no part of the output."""
    from licencecheck.formats.escaping import visible

    sys.stderr.write(f"licencecheck: {visible(message)}\n")


def wants_colour(stream: TextIO) -> bool:
    """Whether to write colours: on a terminal, unless NO_COLOR or FORCE_COLOR in the environment decides."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (stream.isatty() and os.environ.get("TERM") != "dumb")


@contextmanager
def output(path: Path | None, *, utf8: bool = False, more: bool = False) -> Iterator[TextIO]:
    """Give the stream to write to: the file at `path` (always UTF-8), else standard output, as UTF-8 if asked for.

    What stands in the file is replaced, unless this is `more` of it.

    A reader of standard output that stops early (`| head`) ends the writing without complaint.

    Raises:
        UsageError: the file cannot be written.
    """
    if path is not None:
        with _opened(path, "a" if more else "w") as stream:
            yield stream
        return
    if utf8 and isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        yield sys.stdout
        sys.stdout.flush()
    except BrokenPipeError:
        # What is still buffered would be written, and fail again, when Python ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def spare(read: Iterable[str | None], *written: Path | None) -> None:
    """See that no file that is to be `written` is one of those that are `read`.

    Raises:
        UsageError: one is, and its content would be lost.
    """
    for file in filter(None, written):
        for path in filter(None, read):
            if file.exists() and Path(path).exists() and file.samefile(path):
                raise UsageError(f"{file} is read, so nothing can be written to it: give another file")


def _opened(path: Path, mode: Literal["w", "a"]) -> TextIO:
    try:
        return path.open(mode, encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from error


class Progress:
    """A line on standard error that counts the pages of a long run; nothing where that is no terminal."""

    def __init__(self, *, quiet: bool) -> None:
        """Stay silent if `quiet`."""
        self._silent = quiet or not sys.stderr.isatty()
        self._next = time.monotonic() + _PATIENCE
        self._drawn = False

    def __call__(self, done: int, total: int) -> None:
        """Show that `done` of `total` pages are done."""
        if self._silent or (time.monotonic() < self._next):
            return
        self._next = time.monotonic() + _PACE
        self._drawn = True
        sys.stderr.write(f"\r{done} of {total} pages")
        sys.stderr.flush()

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """Wipe the line."""
        if self._drawn:
            sys.stderr.write("\r\x1b[K")
