"""The pages of a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator

from licencecheck.model import Unreadable

HTML_ENDINGS = (".html", ".htm", ".xhtml")
MARKDOWN_ENDINGS = (".md", ".markdown", ".mdx")
PAGE_ENDINGS = HTML_ENDINGS + MARKDOWN_ENDINGS
"""What a file in a folder must end in to be a page."""


def pages_in(folder: str) -> Iterator[str | Unreadable]:
    """Give the paths of the pages in a folder and the folders in it, sorted by name, with `/`.

    Links to folders are not followed, so loops end. A folder that cannot be listed is given as Unreadable.
    """
    due = [(folder, True)]
    while due:
        path, is_folder = due.pop()
        if not is_folder:
            yield slashed(path)
            continue
        try:
            with os.scandir(path) as listing:
                entries = sorted(listing, key=lambda entry: entry.name, reverse=True)
        except OSError as trouble:
            yield Unreadable(path=slashed(path), reason=f"The folder cannot be listed: {trouble.strerror or trouble}")
            continue
        due += [(entry.path, _is_folder(entry)) for entry in entries if _is_folder(entry) or _is_page(entry)]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)


def _is_page(entry: os.DirEntry[str]) -> bool:
    """Whether a name is a page's and not that of a link to a folder, a pipe or the like."""
    if not entry.name.lower().endswith(PAGE_ENDINGS):
        return False
    try:
        return entry.is_file() or (entry.is_symlink() and not entry.is_dir())
    except OSError:
        return True


def slashed(path: str) -> str:
    """Write a path as reports do, with slashes on every system."""
    return path.replace(os.sep, "/")
