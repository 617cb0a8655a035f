"""Which post a built page was made from: proposed by its name, proven by its words."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from pathlib import PurePosixPath

from licencecheck.documents import MARKDOWN_ENDINGS, read_file
from licencecheck.documents.front_matter import entries_of
from licencecheck.engine.inputs import Input, Inputs, is_post, posts_in
from licencecheck.evidence.layout.cutting import runs_of
from licencecheck.model import Unreadable
from licencecheck.options import Options
from licencecheck.text import bare, words

_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}-")
_LANGUAGE = re.compile(r"\.[a-z]{2}(?:-[a-z]{2,4})?$", re.IGNORECASE)
_NAMING = frozenset(["slug", "url", "permalink", "title"])
"""Keys of the front matter by which generators name a page."""
_FOLDER_PAGE = frozenset(["index", "_index"])
_STRETCH = 4
_MOST_WORDS = 5_000
_MOST_ALIKE = 20
"""Posts of one name; of more, none is asked."""
_FEWEST, _SHARE = 10, 0.8
"""Stretches of words that prove something, and the share of all of a post that proves that a page was made from it."""


def posts_of(inputs: Inputs, options: Options) -> tuple[dict[Input, bool], list[str]]:
    """Give the posts that pages may be built from, all Markdown in `options.sources`: whether each is among `inputs`.

    Beside them stand those of the folders that hold no page. Asked only where pages may have posts, see `has_posts`.

    Raises:
        UsageError: there is no such folder.
    """
    if all(is_post(page.path) for page in inputs.pages):
        return {}, []
    asked = {os.path.realpath(page.path): page for page in inputs.pages}
    every = Options(today=options.today, root=options.root, exclude=options.exclude, gitignore=options.gitignore)
    found, empty = posts_in(options.sources, every)
    return {asked.get(path, post): path in asked for post in found if (path := os.path.realpath(post.path))}, empty


class Posts:
    """Posts by the names that pages made from them may have."""

    def __init__(self, paths: Iterable[str]) -> None:
        """Read how the posts at `paths` are named."""
        self._named: dict[str, list[str]] = defaultdict(list)
        for path in paths:
            for name in {bare(name) for name in _names(path)}:
                self._named[name].append(path)

    def named_like(self, built: str) -> Collection[str]:
        """Give the posts that have the name of a built page, which stands in its path or address; never very many."""
        name = bare(_last_part(built.partition("#")[0].partition("?")[0]))
        found = self._named.get(name, ()) if name else ()
        return found if len(found) <= _MOST_ALIKE else ()


def made_from(built: str, posts: Collection[str], options: Options) -> list[str]:
    """Name those of the posts of which nearly all stands on the built page, word for word."""
    return [post for post, (shown, whole) in _shown(built, posts, options).items() if shown >= _SHARE * whole]


def shows_part_of(built: str, posts: Collection[str], options: Options) -> bool:
    """Whether a part of one of the posts stands on the built page, be it only its first sentence."""
    return bool(_shown(built, posts, options))


def links_of(built: str, options: Options) -> Iterator[str]:
    """Give the addresses to which a built page links."""
    document = read_file(built, max_bytes=options.max_bytes, max_elements=options.max_elements)
    if not isinstance(document, Unreadable):
        yield from (href for link in document.tree.iter("a") if (href := link.get("href")))


def _shown(built: str, posts: Collection[str], options: Options) -> dict[str, tuple[int, int]]:
    """Count, for each post of which something stands on the built page, the stretches of words that do, and all."""
    wanted = {post: set(_stretches(islice(_words(post, options), _MOST_WORDS))) for post in posts}
    every = set[tuple[str, ...]]().union(*wanted.values())
    shown = {stretch for stretch in _stretches(_words(built, options)) if stretch in every} if every else every
    counts = {post: (len(shown & stretches), len(stretches)) for post, stretches in wanted.items()}
    return {post: count for post, count in counts.items() if count[0] >= _FEWEST}


def _names(path: str) -> Iterator[str]:
    """The file's name without day and language, the folder's where it is an index, and what the front matter says."""
    name = _DAY.sub("", _last_part(path), count=1)
    yield name
    yield _LANGUAGE.sub("", name)
    for key, entry in entries_of(path).items():
        if key.lower() in _NAMING and isinstance(entry.value, str):
            yield entry.value if key.lower() == "title" else _last_part(entry.value)


def _last_part(path: str) -> str:
    """What names a page in its address: `ferry` of `2024/ferry.html`, `2024/ferry/index.html` and `/2024/ferry/`."""
    last = PurePosixPath(path)
    name = last.stem if last.suffix.lower() in {".html", ".htm", ".xhtml", *MARKDOWN_ENDINGS} else last.name
    return last.parent.name if name.partition(".")[0] in _FOLDER_PAGE else name


def _stretches(each: Iterable[str]) -> Iterator[tuple[str, ...]]:
    before: tuple[str, ...] = ()
    for word in each:
        before = (*before[-_STRETCH + 1 :], word)
        if len(before) == _STRETCH:
            yield before


def _words(path: str, options: Options) -> Iterator[str]:
    document = read_file(path, max_bytes=options.max_bytes, max_elements=options.max_elements)
    if not isinstance(document, Unreadable):
        for run in runs_of(document.tree):
            yield from words(run.text)
