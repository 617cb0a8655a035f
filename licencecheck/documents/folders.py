"""The pages of a folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

from licencecheck.model import Unreadable

HTML_ENDINGS = (".html", ".htm", ".xhtml")
MARKDOWN_ENDINGS = (".md", ".markdown", ".mdx")
LeaveOut = Callable[[str, bool], bool]
"""Told the path of a page or folder and whether it is a folder: whether to leave it out."""
PAGE_ENDINGS = HTML_ENDINGS + MARKDOWN_ENDINGS
"""What a file in a folder must end in to be a page."""


def pages_in(folder: str, leave_out: LeaveOut | None = None) -> Iterator[str | Unreadable]:
    """Give the paths of the pages in a folder and the folders in it, sorted by name, with `/`.

    Links to folders are not followed, so loops end; hidden folders and `node_modules` hold no pages of the site.
    `leave_out` is asked of every page and folder. A folder that cannot be listed is given as Unreadable.
    """
    due = [(folder, True)]
    while due:
        path, is_folder = due.pop()
        if not is_folder:
            yield slashed(path).removeprefix("./")
            continue
        try:
            with os.scandir(path) as listing:
                entries = sorted(listing, key=lambda entry: entry.name, reverse=True)
        except OSError as trouble:
            yield Unreadable(path=slashed(path), reason=f"The folder cannot be listed: {trouble.strerror or trouble}")
            continue
        for entry in entries:
            is_folder = entry.is_dir(follow_symlinks=False)
            if not (_may_hold_pages(entry.name) if is_folder else _is_page(entry)):
                continue
            if leave_out is None or not leave_out(entry.path, is_folder):
                due.append((entry.path, is_folder))


def _may_hold_pages(name: str) -> bool:
    return not name.startswith(".") and name != "node_modules"


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
