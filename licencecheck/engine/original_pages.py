"""The pages of originals: each is read once, and servers are asked politely."""

from __future__ import annotations

import time
from dataclasses import replace

from licencecheck.catalogue import Catalogue
from licencecheck.documents.opening import is_address, opened
from licencecheck.engine.inputs import Input
from licencecheck.engine.reading import examined
from licencecheck.model import Page, SiteProfile, Unreadable
from licencecheck.options import Options
from licencecheck.urls import host_of

PAUSE = 1.0
"""Seconds between two pages that are fetched from one host."""
_HELD = 100
"""Pages that are held in memory."""


class OriginalPages:
    """Reads files and addresses with their main text.

    What is fetched is fetched one page after the other, with a pause between those of one host, and a host that gave
    no answer is not asked again.
    """

    def __init__(self, options: Options, catalogue: Catalogue) -> None:
        """Begin with no page read; the options of the site say nothing of pages that others wrote."""
        self._options = replace(options, url=None, profile=SiteProfile(), publishers=(), overrides=())
        self._catalogue = catalogue
        self._held: dict[str, Page | Unreadable] = {}
        self._robots: dict[str, bytes] = {}
        self._asked: dict[str, float] = {}
        self._silent: set[str] = set()

    def page(self, path: str) -> Page | Unreadable:
        """Give the page at a path or address."""
        if path not in self._held:
            if len(self._held) >= _HELD:
                del self._held[next(iter(self._held))]
            self._held[path] = self._fetched(path) if is_address(path) else self._read(path)
        return self._held[path]

    def _fetched(self, address: str) -> Page | Unreadable:
        from licencecheck.documents.fetch import Silent

        host = host_of(address)
        if host in self._silent:
            return Unreadable(path=address, reason=f"{host} gave no answer before")
        if host in self._asked:
            time.sleep(max(0.0, self._asked[host] + PAUSE - time.monotonic()))
        page = self._read(address)
        self._asked[host] = time.monotonic()
        if isinstance(page, Silent):
            self._silent.add(host)
        return page

    def _read(self, path: str) -> Page | Unreadable:
        options = self._options
        source = opened(path, max_bytes=options.max_bytes, robots=self._robots)
        if isinstance(source, Unreadable):
            return source
        document = source.document(max_bytes=options.max_bytes, max_elements=options.max_elements)
        if isinstance(document, Unreadable):
            return document
        return examined(document, Input(path, named=True), options, self._catalogue, main_text=True)
