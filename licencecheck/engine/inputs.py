"""From the paths of a call to the pages of a run."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from licencecheck.documents import pages_in, slashed
from licencecheck.errors import UsageError
from licencecheck.model import Unreadable
from licencecheck.options import Options
from licencecheck.urls import host_of

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Input:
    """A page that is to be read."""

    path: str
    named: bool
    """Whether the call names the page itself, not a folder above it."""


def inputs_of(paths: Iterable[str], options: Options) -> tuple[list[Input], list[Unreadable]]:
    """Expand files and folders to pages, each once and in the order of the call; give too what cannot be listed.

    Raises:
        UsageError: a path is not there, a folder holds no page, or `options` speak of one page where there are more.
    """
    found: dict[str, Input] = {}
    unread: list[Unreadable] = []
    here = Path.cwd()
    for path in paths:
        for page in _expanded(path):
            if isinstance(page, Unreadable):
                unread.append(page)
            else:
                found.setdefault(page.path if page.path == STDIN else os.path.normpath(here / page.path), page)
    for name, value in (("--url", options.url), ("--original", options.original)):
        if value is not None and len(found) > 1:
            raise UsageError(f"{name} is of one page, but there are {len(found)}")
        if value is not None and not is_address(value) and not (name == "--original" and Path(value).is_file()):
            wanted = "a page or an address" if name == "--original" else "an address"
            raise UsageError(f"{name} {value}: expected {wanted} like https://www.example.org/article")
    return list(found.values()), unread


def is_address(text: str) -> bool:
    """Whether `text` is a web address, not a path."""
    return text.startswith(("http://", "https://")) and bool(host_of(text))


def _expanded(path: str) -> list[Input | Unreadable]:
    if path == STDIN:
        return [Input(path, named=True)]
    if not Path(path).exists():
        raise UsageError(f"no such file or folder: {path}")
    if not Path(path).is_dir():
        return [Input(slashed(path), named=True)]
    pages = [Input(page, named=False) if isinstance(page, str) else page for page in pages_in(path)]
    if not pages:
        raise UsageError(f"no page in {path}: none of its files ends in .html, .htm, .xhtml, .md, .markdown or .mdx")
    return list(pages)
