"""Write a mended page: all of it or nothing, and never over what somebody else has written meanwhile."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def folder_of(path: str, named: Iterable[str]) -> str:
    """Give the folder outside of which nothing is written for the page at `path`: the one that the call names."""
    place = Path(path)
    above = (folder for folder in named if Path(folder).is_dir() and place.absolute().is_relative_to(_absolute(folder)))
    return next(above, str(place.parent))


def _absolute(folder: str) -> Path:
    return Path(folder).absolute()


def write(path: str, before: bytes, after: bytes, folder: str) -> str | None:
    """Put `after` in the place of `before` in the file at `path`; give the reason where that is refused.

    The new content is written beside the file and then takes its place at once, with its permissions. A link is
    followed, but not out of `folder`.
    """
    target = Path(os.path.realpath(path))
    if not target.is_relative_to(os.path.realpath(folder)):
        return f"it is a link to a file outside of {folder}"
    try:
        if target.read_bytes() != before:
            return "the file has changed meanwhile; run the command again"
        if not os.access(target, os.W_OK):
            return "the file is read-only"
        _replace(target, after)
    except OSError as trouble:
        return f"the system refuses: {trouble.strerror or trouble}"
    return None


def _replace(target: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(target, name)
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
