"""From the paths of a call to the pages of a run."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from licencecheck.documents import MARKDOWN_ENDINGS, GitIgnore, pages_in, slashed
from licencecheck.documents.opening import is_address
from licencecheck.engine.changes import changed_since
from licencecheck.engine.including import nothing_included
from licencecheck.engine.places import STDIN, site_path
from licencecheck.errors import UsageError
from licencecheck.model import Unreadable
from licencecheck.options import Options
from licencecheck.patterns import matches


@dataclass(frozen=True, slots=True)
class Input:
    """A page that is to be read."""

    path: str
    named: bool
    """Whether the call names the page itself, not a folder above it."""
    content: bytes | None = None
    """Its bytes, where it is held in memory and no file is to be read."""


@dataclass(slots=True)
class Inputs:
    """What a call asks for."""

    pages: list[Input] = field(default_factory=list)
    """Each once, in the order of the call."""
    unread: list[Unreadable] = field(default_factory=list)
    """Folders that cannot be listed."""
    left_out: int = 0
    """Pages and folders that the options or git leave out."""
    empty: list[str] = field(default_factory=list)
    """Folders that hold no page, not even one that is left out."""


def inputs_of(paths: Iterable[str], options: Options) -> Inputs:
    """Expand files and folders to pages, and leave out those that the options leave out.

    Raises:
        UsageError: a path is not there, a folder holds no page, or `options` speak of one page where there are more.
        ConfigurationError: of the whole site, it includes no page.
    """
    paths = list(paths)
    found, inputs = _found(paths, options)
    for path in inputs.empty:
        raise UsageError(f"no page in {path}: none of its files ends in .html, .htm, .xhtml, .md, .markdown or .mdx")
    if options.include and not (found or inputs.unread) and is_whole(paths, options):
        raise nothing_included(options)
    if options.changed_since is not None:
        touched = changed_since(options.changed_since, options.root)
        found = {
            path: page
            for path, page in found.items()
            # What was built is touched where its post is, which is told later
            if os.path.realpath(path) in touched or (has_posts(options) and not is_post(path))
        }
    inputs.pages.extend(found.values())
    for name, value in (("--url", options.url), ("--original", options.original)):
        if value is not None and len(found) > 1:
            raise UsageError(f"{name} is of one page, but there are {len(found)}")
        if value is not None and not is_address(value) and not (name == "--original" and Path(value).is_file()):
            wanted = "there is no such file; expected a page or" if name == "--original" else "expected"
            raise UsageError(f"{name} {value}: {wanted} an address like https://www.example.org/article")
    return inputs


def is_whole(paths: Iterable[str], options: Options) -> bool:
    """Whether a run over `paths` looks at all that stands below the root of the options."""
    return options.changed_since is None and any(
        path != STDIN and Path(path).is_dir() and site_path(options.root, path) is not None for path in paths
    )


def posts_in(folders: Iterable[str], options: Options) -> tuple[list[Input], list[str]]:
    """Give the posts in `folders` that the options do not leave out, and those of the folders that hold no page.

    Raises:
        UsageError: there is no such folder.
    """
    found, inputs = _found(folders, options)
    return [page for page in found.values() if is_post(page.path)], inputs.empty


def has_posts(options: Options) -> bool:
    """Whether the pages of a run may be built from posts; an address or an original is of one page, not of many."""
    return bool(options.sources) and options.url is None and options.original is None


def is_post(path: str) -> bool:
    """Whether a file is one from which a page is made."""
    return path.lower().endswith(MARKDOWN_ENDINGS)


def _found(paths: Iterable[str], options: Options) -> tuple[dict[str, Input], Inputs]:
    """Give every page once, by its full path, and beside them what else is met."""
    inputs = Inputs()
    found: dict[str, Input] = {}
    here = Path.cwd()
    for path in paths:
        for page in _expanded(path, options, inputs):
            if isinstance(page, Unreadable):
                inputs.unread.append(page)
            else:
                found.setdefault(page.path if page.path == STDIN else os.path.normpath(here / page.path), page)
    return found, inputs


def _expanded(path: str, options: Options, inputs: Inputs) -> Iterator[Input | Unreadable]:
    if path == STDIN:
        yield Input(path, named=True)
    elif not path:
        raise UsageError("no such file or folder: the name is empty")
    elif not Path(path).exists():
        hint = "; only files are checked: save the page, and give its address by --url" if is_address(path) else ""
        raise UsageError(f"no such file or folder: {path}{hint}")
    elif Path(path).is_dir():
        yield from _in_folder(path, options, inputs)
    elif _leaves_out(path, options):
        inputs.left_out += 1
    else:
        yield Input(slashed(path), named=True)


def _in_folder(path: str, options: Options, inputs: Inputs) -> Iterator[Input | Unreadable]:
    """Yield what stands in a folder."""
    git = GitIgnore(path) if options.gitignore else None
    originals = os.path.abspath(options.originals) if options.originals else None  # noqa: PTH100  links are not followed

    def leave_out(entry: str, is_folder: bool) -> bool:
        left_out = (
            _leaves_out(entry, options, is_folder=is_folder)
            or (git is not None and git.ignores(entry, is_folder=is_folder))
            or (is_folder and os.path.abspath(entry) == originals)  # noqa: PTH100
        )
        inputs.left_out += left_out
        return left_out

    before = inputs.left_out
    empty = True
    for page in pages_in(path, leave_out):
        empty = False
        yield Input(page, named=False) if isinstance(page, str) else page
    if empty and inputs.left_out == before:
        inputs.empty.append(path)


def _leaves_out(path: str, options: Options, *, is_folder: bool = False) -> bool:
    """Whether the patterns of the configuration leave out a page, or all that a folder holds."""
    if not (options.include or options.exclude):
        return False
    place = site_path(path, options.root)
    if place is None:
        return False
    if matches(options.exclude, f"{place}/" if is_folder else place):
        return True
    included = tuple(each.pattern for each in options.include)
    return bool(included) and not is_folder and not matches(included, place)
