"""The originals of the pages of a run: each is looked for where the options say, and read once."""

from __future__ import annotations

import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path, PureWindowsPath

from licencecheck.catalogue import Catalogue
from licencecheck.documents import pages_in, read_file, slashed
from licencecheck.documents.opening import is_address, opened
from licencecheck.engine.inputs import Input
from licencecheck.engine.places import STDIN
from licencecheck.engine.reading import examined
from licencecheck.errors import UsageError
from licencecheck.evidence.page_data import PageData
from licencecheck.model import Lookup, Original, Page, SiteProfile, Target, Unreadable
from licencecheck.options import Options
from licencecheck.urls import host_of, url_key

PAUSE = 1.0
"""Seconds between two pages that are fetched from one host."""
_HELD = 100
"""Originals that are held in memory."""
_NAMED = 5
"""Files that a message lists."""

Finder = Callable[[Page], Original]
"""Finds the original of a page."""


class Originals:
    """Finds the original of a page: the one that the call names, else that of the front matter, of the folder, online.

    Nothing is fetched unless the call names an address or asks for `online`; then one page after the other, with a
    pause between those of one host, and a host that gave no answer is not asked again.
    """

    def __init__(self, options: Options, catalogue: Catalogue) -> None:
        """List the addresses of the saved originals.

        Raises:
            UsageError: there is no such folder.
        """
        self._options = options
        self._catalogue = catalogue
        self._saved = dict(_saved(options)) if options.originals else {}
        self._held: dict[str, Original | Unreadable] = {}
        self._robots: dict[str, bytes] = {}
        self._asked: dict[str, float] = {}
        self._silent: set[str] = set()

    @property
    def saved(self) -> dict[str, list[str]]:
        """The files of the folder by the addresses that they state as their own."""
        return self._saved

    def of(self, page: Page) -> Original:
        """Find the original of `page`; of one that cannot be had, the reason is told.

        Raises:
            UsageError: the file that the call names cannot be read as a page.
        """
        if (given := self._options.original) is not None:
            found = self._fetched(given) if is_address(given) else self._given(given)
            return replace(found, url=found.url or (given if is_address(given) else None))
        if not (page.repost.is_repost or page.repost.signals):
            return Original()
        if page.original_file is not None:
            return self._named(page.original_file, page)
        if not (self._options.originals or self._options.online):
            return Original()
        addresses = list(dict.fromkeys(_credited(page)))
        if not addresses:
            return _lacking(None, "no credit links the article by which to find its original")
        found = self._from_folder(addresses) if self._options.originals else Original()
        if self._options.online and found.page is None:
            found = self._fetched(addresses[0].partition("#")[0])
        # Where several articles are linked, which of them a rule means is for the rule to say
        return replace(found, url=None)

    def _given(self, path: str) -> Original:
        found = self._page(path)
        if isinstance(found, Unreadable):
            raise UsageError(f"--original {path}: {found.reason}")
        return found

    def _named(self, name: str, page: Page) -> Original:
        """Read the file that a front matter names: beside the page or below the folder of the configuration."""
        folders = (Path() if page.path == STDIN else Path(page.path).parent, Path(self._options.root))
        # An absolute path may name another machine, and to ask for it would tell that one
        paths = [] if PureWindowsPath(name).anchor else [folder / name for folder in folders]
        for path in paths:
            if path.is_file() and any(path.resolve().is_relative_to(folder.resolve()) for folder in folders):
                return self._read_from(slashed(os.path.normpath(path)))
        return _lacking(name, f"there is no file {name} beside the page or in the site, as the front matter says")

    def _from_folder(self, addresses: list[str]) -> Original:
        """Read the one saved page that states an address of the credits as its own."""
        folder = str(self._options.originals)
        for address in addresses:
            files = self._saved.get(url_key(address), [])
            if len(files) == 1:
                return self._read_from(files[0])
            if files:
                names = ", ".join(files[:_NAMED])
                return _lacking(folder, f"{len(files)} saved pages state the address {address} as theirs: {names}")
        return _lacking(folder, f"no page in {folder} states the address {addresses[0]} as its own")

    def _fetched(self, address: str) -> Original:
        if host_of(address) in self._silent and address not in self._held:
            return _lacking(address, f"{address} cannot be read: {host_of(address)} gave no answer before")
        return self._read_from(address)

    def _read_from(self, path: str) -> Original:
        from licencecheck.documents.fetch import Gone

        found = self._page(path)
        if not isinstance(found, Unreadable):
            return found
        is_gone = isinstance(found, Gone)
        trouble = f"{path} {'is gone' if is_gone else 'cannot be read'}: {found.reason}"
        return Original(lookup=Lookup(path=path, trouble=trouble, is_gone=is_gone))

    def _page(self, path: str) -> Original | Unreadable:
        if path not in self._held:
            if len(self._held) >= _HELD:
                del self._held[next(iter(self._held))]
            self._held[path] = self._read(path)
        return self._held[path]

    def _read(self, path: str) -> Original | Unreadable:
        from licencecheck.documents.fetch import Silent

        options = replace(self._options, url=None, profile=SiteProfile(), publishers=(), overrides=())
        if is_address(path):
            self._wait_for(host_of(path))
        source = opened(path, max_bytes=options.max_bytes, robots=self._robots)
        if isinstance(source, Silent):
            self._silent.add(host_of(path))
        if isinstance(source, Unreadable):
            return source
        document = source.document(max_bytes=options.max_bytes, max_elements=options.max_elements)
        if isinstance(document, Unreadable):
            return document
        page = examined(document, Input(path, named=True), options, self._catalogue, main_text=True)
        if isinstance(page, Unreadable):
            return page
        return replace(original_from(page), lookup=Lookup(path=path))

    def _wait_for(self, host: str) -> None:
        """Let some time pass since the last page of a host."""
        if host in self._asked:
            time.sleep(max(0.0, self._asked[host] + PAUSE - time.monotonic()))
        self._asked[host] = time.monotonic()


def original_from(page: Page) -> Original:
    """Say of an original what its page says."""
    return Original(
        url=page.url,
        title=page.title,
        authors=tuple(dict.fromkeys(byline.name for byline in page.bylines)),
        published=page.published,
        page=page,
    )


def _lacking(path: str | None, trouble: str) -> Original:
    return Original(lookup=Lookup(path=path, trouble=trouble))


def _credited(page: Page) -> Iterator[str]:
    """The articles that the credits of a page link, those of the original first."""
    for credit in page.chain:
        for link in credit.links:
            if link.target is Target.ARTICLE and link.url:
                yield link.url


def _saved(options: Options) -> Iterator[tuple[str, list[str]]]:
    folder = str(options.originals)
    if not Path(folder).is_dir():
        raise UsageError(f"--originals {folder}: there is no such folder")
    files: dict[str, list[str]] = defaultdict(list)
    for path in pages_in(folder):
        if isinstance(path, Unreadable):
            continue
        document = read_file(path, max_bytes=options.max_bytes, max_elements=options.max_elements)
        if not isinstance(document, Unreadable):
            for key in dict.fromkeys(map(url_key, PageData(document, SiteProfile()).addresses)):
                files[key].append(path)
    yield from files.items()
