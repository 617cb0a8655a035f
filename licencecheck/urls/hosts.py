"""Hosts and the sites that they belong to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from licencecheck.urls.parts import EDGES, LONGEST, Parts, split

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

_PREFIX = re.compile(r"(?:(?:www\d?|m|mobile|amp|touch|wap|edition|old)\.)+(?=[^.]+\.)")
_MOBILE_INFIX = re.compile(r"([a-z]{2,3})\.m\.(?=[^.]+\.)")
_BLOG = re.compile(  # on platforms that the public suffix list does not name
    r"(?:.*\.)?([^.]+\.(?:"
    r"(?:wordpress|medium|substack|tumblr|livejournal|typepad|weebly|over-blog|canalblog|squarespace|jimdo|jimdofree"
    r"|strikingly|tistory|wikidot|fandom|fc2|svbtle|blogfa)\.com"
    r"|(?:neocities|hypotheses|edublogs|dreamwidth)\.org|(?:narod|ucoz)\.ru|(?:blogg)\.(?:se|no)|(?:home|art|micro)\.blog"
    r"|ghost\.io|hashnode\.dev|write\.as|surge\.sh|blog\.hu|blog\.jp|free\.fr|blogspot\.[a-z.]{2,6}))",
    re.DOTALL,
)


def host_of(url: str) -> str:
    """Name the host of an address or bare host: lower case, IDNA, without `www.`, `m.` and `amp.`; empty if none."""
    return _host_of(url[:LONGEST])


@lru_cache(maxsize=8192)
def _host_of(url: str) -> str:
    parts = split(url.strip(EDGES))
    if parts.authority is None and (parts.scheme is None or "." in parts.scheme):
        parts = Parts(None, parts.scheme or parts.path.partition("/")[0], "", None, None)
    return _normal(parts.host) if parts.host else ""


@lru_cache(maxsize=1024)
def _normal(host: str) -> str:
    """A host as it is compared."""
    host = host.lower()
    if not host.isascii():
        with suppress(UnicodeError):  # no name that could be registered: compared as written
            host = host.encode("idna").decode("ascii")
    host = _MOBILE_INFIX.sub(r"\1.", host, count=1) if ".m." in host else host
    prefix = _PREFIX.match(host)
    return host[prefix.end() :] if prefix else host


@lru_cache(maxsize=256)
def _suffixes(top: str) -> PublicSuffixList:
    """Give the public suffixes under a top-level domain: to read those under all takes long, and few are asked for."""
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList(_suffixes_by_top().get(top.encode(), ()), accept_encoded_idn=False)


@lru_cache(maxsize=1)
def _suffixes_by_top() -> Mapping[bytes, Sequence[bytes]]:
    from publicsuffixlist import PSLFILE

    found: dict[bytes, list[bytes]] = defaultdict(list)
    for line in Path(PSLFILE).read_bytes().split(b"\n"):
        found[line.rpartition(b".")[2]].append(line)
    return dict(found)


@lru_cache(maxsize=4096)
def site_of(host: str) -> str:
    """Name the registrable domain of a host (publicsuffix.org, with the private section), or the host if it has none.

    On a blogging platform that is the domain of one blog: `a.github.io` and `b.github.io` are two sites.
    """
    host = host_of(host)
    blog = _BLOG.fullmatch(host)
    if blog:
        return blog[1]
    readable = host
    if "xn--" in host:
        with suppress(UnicodeError):  # the list holds names in their own script only
            readable = host.encode().decode("idna")
    site = _suffixes(readable.rpartition(".")[2]).privatesuffix(readable)
    return ".".join(host.split(".")[-(site.count(".") + 1) :]) if site else host


def on_domains(url_or_host: str, domains: Iterable[str]) -> bool:
    """Whether an address or host is on one of `domains` or below it; for `*.orig.example` only below it."""
    host = host_of(url_or_host)
    for domain in domains:
        below = host_of(domain.removeprefix("*."))
        if below and (host.endswith(f".{below}") or (host == below and not domain.startswith("*."))):
            return True
    return False
