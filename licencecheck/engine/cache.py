"""The cache: what was said of pages that are the same as then, under the same rules and options by the same program."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from licencecheck.catalogue import bundled
from licencecheck.engine.inputs import Input
from licencecheck.engine.places import STDIN, site_path
from licencecheck.engine.records import Plain, plain, restored
from licencecheck.model import PageReport
from licencecheck.options import Options
from licencecheck.version import __version__

_FILE = "pages.json"
_PACKAGE = Path(__file__).parents[1]
_OF_A_PAGE = ("publishers", "profile", "overrides", "max_bytes", "max_elements")
"""Options that decide what is said of a page of many: the others are of single pages."""


class Cache:
    """What was said of pages, in one file that each run replaces as a whole, so that two runs at once do no harm.

    Nothing is kept of a page that could not be read. What was compared with a saved original holds as long as that is
    the same. What depends on the day, the findings on a repost, holds for it alone.
    """

    def __init__(self, options: Options, originals: object = None) -> None:
        """Take up what is in the folder `options.cache`; what cannot be read there is not there.

        `originals` tells which saved originals there are.
        """
        self._options = options
        self._folder = Path(options.cache) if options.cache else None
        if self._folder is not None and self._folder.is_symlink():
            self._folder = None
        self._circumstances = _circumstances(options, originals) if self._folder else b""
        self._entries: dict[str, Plain] = self._load()
        self._digests: dict[str, str] = {}
        self._changed = False

    def find(self, source: Input) -> PageReport | None:
        """Give what was said of a page, if it is still the same."""
        digest = self._digest(source)
        if digest is None:
            return None
        self._digests[source.path] = digest
        try:
            known, day, original, stored = self._entries[self._key(source)]
            if known == digest and day in {None, self._options.today.isoformat()}:
                report = restored(stored)
                return report if original == self._original(report) else None
        except (KeyError, ValueError, TypeError, AttributeError):
            pass
        return None

    def keep(self, source: Input, result: object) -> None:
        """Keep what is said of a page that `find` did not know, unless it has changed meanwhile."""
        digest = self._digests.get(source.path)
        if isinstance(result, PageReport) and digest is not None and self._digest(source) == digest:
            day = self._options.today.isoformat() if result.findings else None
            self._entries[self._key(source)] = [digest, day, self._original(result), plain(result)]
            self._changed = True

    def save(self) -> None:
        """Write what is kept, if the system lets us: a run does not fail for the want of a cache."""
        if self._folder is None or not self._changed:
            return
        with suppress(OSError):
            self._folder.mkdir(exist_ok=True)
            ignore = self._folder / ".gitignore"
            if not ignore.exists():
                ignore.write_text("*\n", encoding="utf-8")
            with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=self._folder, delete=False) as file:
                json.dump(self._entries, file, separators=(",", ":"))
            Path(file.name).replace(self._folder / _FILE)

    def _load(self) -> dict[str, Plain]:
        with suppress(OSError, ValueError, RecursionError):
            if self._folder is not None:
                found = json.loads((self._folder / _FILE).read_bytes())
                return found if isinstance(found, dict) else {}
        return {}

    def _key(self, source: Input) -> str:
        return site_path(source.path, self._options.root) or source.path

    def _original(self, report: PageReport) -> str | None:
        """Tell the original that a page was compared with from every other."""
        path = report.original.path if report.original else None
        data = self._bytes(path) if path else None
        return hashlib.sha256(data).hexdigest() if data is not None else None

    def _bytes(self, path: str) -> bytes | None:
        try:
            with Path(path).open("rb") as file:
                return file.read(self._options.max_bytes + 1)
        except (OSError, ValueError):
            return None

    def _digest(self, source: Input) -> str | None:
        """Tell a page and all that decides what is said of it from every other; None for one that is not cached."""
        if self._folder is None or source.path == STDIN or source.content is not None:
            return None
        data = self._bytes(source.path)
        if data is None:
            return None
        names = repr((source.path, source.named, self._key(source))).encode()
        parts = (self._circumstances, names, data)
        return hashlib.sha256(b"".join(parts)).hexdigest()


def _circumstances(options: Options, originals: object) -> bytes:
    """Digest everything but the page: the program, its libraries and rules, the user's rules, options, originals."""
    from lxml import etree
    from markdown_it import __version__ as markdown_it

    found = hashlib.sha256()
    libraries = (__version__, sys.version, etree.LXML_VERSION, etree.LIBXML_VERSION, markdown_it)
    said = [getattr(options, name) for name in _OF_A_PAGE]
    found.update(repr((libraries, said, originals)).encode("utf-8", "surrogatepass"))
    for path in _files([_PACKAGE, bundled(), *map(Path, options.rule_folders)]):
        found.update(os.fsencode(path.name) + b"\0" + path.read_bytes())
    return found.digest()


def _files(folders: Iterable[Path]) -> Iterable[Path]:
    for folder in folders:
        found = [folder] if folder.is_file() else sorted(folder.rglob("*"))
        yield from (path for path in found if path.suffix in {".py", ".yaml", ".yml"} and path.is_file())
