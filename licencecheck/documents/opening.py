"""What a user names: a file, standard input, or the address of a page on the web."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass

from licencecheck.documents import Document, Kind, bytes_of, read
from licencecheck.model import Unreadable
from licencecheck.options import MAX_BYTES, MAX_ELEMENTS
from licencecheck.urls import host_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The bytes of a page, and where it stands."""

    path: str
    """As the user named it."""
    data: bytes
    url: str | None = None
    kind: Kind | None = None
    """Its format, where a server told it."""
    charset: str | None = None
    """Its encoding, where a server told it."""

    def document(self, *, max_bytes: int = MAX_BYTES, max_elements: int = MAX_ELEMENTS) -> Document | Unreadable:
        """Read the page; see `documents.read`."""
        return read(
            self.path,
            self.data,
            url=self.url,
            kind=self.kind,
            charset=self.charset,
            max_bytes=max_bytes,
            max_elements=max_elements,
        )


def opened(
    path: str, *, url: str | None = None, max_bytes: int = MAX_BYTES, robots: MutableMapping[str, bytes] | None = None
) -> Opened | Unreadable:
    """Read a file, or standard input for `-`; fetch an address.

    `url` is where a saved page stands; `robots` keeps what sites allow between several calls.
    """
    if not is_address(path):
        data = bytes_of(path, max_bytes=max_bytes)
        return data if isinstance(data, Unreadable) else Opened(path=path, data=data, url=url)
    from licencecheck.documents.fetch import fetch

    page = fetch(path, max_bytes=max_bytes, robots=robots)
    if isinstance(page, Unreadable):
        return page
    return Opened(path=path, data=page.data, url=url or page.url, kind=page.kind, charset=page.charset)


def is_address(path: str) -> bool:
    """Whether `path` is the address of a page on the web."""
    return path.lower().startswith(("http://", "https://")) and bool(host_of(path))
