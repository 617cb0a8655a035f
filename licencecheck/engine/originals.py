"""The original of a page: looked for where the options say."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path, PureWindowsPath

from licencecheck.catalogue import Catalogue
from licencecheck.documents import pages_in, read_file, slashed
from licencecheck.documents.opening import is_address
from licencecheck.engine.original_pages import OriginalPages
from licencecheck.engine.places import STDIN
from licencecheck.errors import UsageError
from licencecheck.evidence.page_data import PageData
from licencecheck.model import Lookup, Original, Page, SiteProfile, Target, Unreadable
from licencecheck.options import Options
from licencecheck.urls import url_key

_NAMED = 5
"""Files that a message lists."""

Finder = Callable[[Page], Original]
"""Finds the original of a page."""


class Originals:
    """Finds the original of a page: the one that the call names, else that of the front matter, of the folder, online.

    Nothing is fetched unless the call names an address or asks for `online`.
    """

    def __init__(self, options: Options, catalogue: Catalogue) -> None:
        """List the addresses of the saved originals.

        Raises:
            UsageError: there is no such folder.
        """
        self._options = options
        self._pages = OriginalPages(options, catalogue)
        self.saved = dict(_saved(options)) if options.originals else {}
        """The files of the folder by the addresses that they state as their own."""
        self.unread: list[Unreadable] = []
        """The address that the call names, where nothing could be read there."""

    def of(self, page: Page) -> Original:
        """Find the original of `page`; of one that cannot be had, the reason is told.

        Raises:
            UsageError: the file that the call names cannot be read as a page.
        """
        if self._options.original is not None:
            return self._given(self._options.original)
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
            found = self._read_from(addresses[0].partition("#")[0])
        # Where several articles are linked, which of them a rule means is for the rule to say
        return replace(found, url=None)

    def _given(self, path: str) -> Original:
        found = self._read_from(path)
        if is_address(path):
            page = self._pages.page(path)
            self.unread = [page] if isinstance(page, Unreadable) else []
            return replace(found, url=found.url or path)
        if found.page is None:
            raise UsageError(f"--original {found.lacking}")
        return found

    def _named(self, name: str, page: Page) -> Original:
        """Read the file that a front matter names: beside the page or below the folder of the configuration."""
        folders = (Path() if page.path == STDIN else Path(page.path).parent, Path(self._options.root))
        # An absolute path may name another machine, and to ask for it would tell that one
        paths = [] if PureWindowsPath(name).anchor else [folder / name for folder in folders]
        for path in paths:
            is_file = os.path.isfile(path)  # noqa: PTH113  a name that no file can have is no trouble
            if is_file and any(path.resolve().is_relative_to(folder.resolve()) for folder in folders):
                return self._read_from(slashed(os.path.normpath(path)))
        return _lacking(None, f"there is no file {name} beside the page or in the site, as the front matter says")

    def _from_folder(self, addresses: list[str]) -> Original:
        """Read the one saved page that states an address of the credits as its own."""
        folder = str(self._options.originals)
        for address in addresses:
            files = self.saved.get(url_key(address), [])
            if len(files) == 1:
                return self._read_from(files[0])
            if files:
                names = ", ".join(files[:_NAMED])
                return _lacking(folder, f"{len(files)} saved pages state the address {address} as theirs: {names}")
        return _lacking(folder, f"no page in {folder} states the address {addresses[0]} as its own")

    def _read_from(self, path: str) -> Original:
        from licencecheck.documents.fetch import Gone

        page = self._pages.page(path)
        if not isinstance(page, Unreadable):
            return replace(original_from(page), lookup=Lookup(path=path))
        is_gone = isinstance(page, Gone)
        trouble = f"{path} {'is gone' if is_gone else 'cannot be read'}: {page.reason}"
        return Original(lookup=Lookup(path=path, trouble=trouble, is_gone=is_gone))


def original_from(page: Page) -> Original:
    """Say of an original what its page says."""
    return Original(
        url=page.url,
        title=page.title,
        authors=page.authors,
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
