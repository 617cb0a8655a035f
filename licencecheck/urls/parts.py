"""The parts of an address."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

LONGEST = 4096
"""Characters of an address that are looked at; no article has a longer one."""

EDGES = "".join(map(chr, range(0x21))) + "\xa0\u200b\u200c\u200d\u200e\u200f\ufeff"
"""White space and invisible characters that copying leaves around an address."""

_PARTS = re.compile(
    r"(?:([a-z][a-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?", re.IGNORECASE | re.DOTALL
)
_AUTHORITY = re.compile(r"(?:[^@]*@)*([\w-]+(?:\.[\w-]+)*|\[[0-9a-f:.]+\])\.?(?::(\d*))?", re.IGNORECASE | re.DOTALL)


class Parts(NamedTuple):
    """An address taken apart as RFC 3986, appendix B, does: any string can be."""

    scheme: str | None
    authority: str | None
    path: str
    query: str | None
    fragment: str | None

    @property
    def host(self) -> str | None:
        """The host as written, or None where none stands or it cannot be one."""
        return _host_in(self.authority) if self.authority else None

    @property
    def port(self) -> str | None:
        """The digits of the port, or None."""
        match = _AUTHORITY.fullmatch(self.authority or "")
        return match[2] if match else None


@lru_cache(maxsize=1024)
def _host_in(authority: str) -> str | None:
    match = _AUTHORITY.fullmatch(unquote(authority) if "%" in authority else authority)
    return match[1] if match else None


@lru_cache(maxsize=1024)
def split(url: str) -> Parts:
    """Take an address apart; a bare `orig.example/a` is all path."""
    match = _PARTS.fullmatch(url)
    return Parts(*match.groups()) if match else Parts(None, None, url, None, None)


def path_of(url: str) -> str:
    """Give the path of an address, `/2019/ferry` of https://orig.example/2019/ferry?page=2; empty if it has no host."""
    parts = split(url)
    return parts.path if parts.authority else ""
