"""Addresses that hold another address: archives, redirectors, caches, translators."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import parse_qs, unquote

from licencecheck.text import compiled
from licencecheck.urls.hosts import host_of
from licencecheck.urls.parts import LONGEST, Parts, split

_MOST = 5


class _Wrapper(NamedTuple):
    """One kind: the inner address is the value of a query parameter, or group 1 of path and query."""

    host: str
    path: str
    parameters: tuple[str, ...]

    def is_at(self, host: str) -> bool:
        """Whether it stands on `host`."""
        return compiled(self.host).fullmatch(host) is not None

    def match(self, path: str) -> re.Match[str] | None:
        """Match the whole path of an address, and its query where that is no matter of parameters."""
        return compiled(self.path, re.IGNORECASE | re.DOTALL).fullmatch(path)


def _wrapper(host: str, path: str, *parameters: str) -> _Wrapper:
    return _Wrapper(host, path, parameters)


_WRAPPERS = (
    _wrapper(r"google\.[a-z.]{2,6}", "/url", "url", "q"),
    _wrapper(r"google\.[a-z.]{2,6}", r"/amp/(?:s/)?(.+)"),
    _wrapper(r"[\w-]+\.cdn\.ampproject\.org", r"/[acivr]{1,3}/(?:s/)?(.+)"),
    _wrapper(r"(?:lm?\.)?facebook\.com", r"/(?:l\.php|flx/warn/?)", "u"),
    _wrapper(r"l\.(?:messenger|instagram|threads)\.(?:com|net)", ".*", "u"),
    _wrapper(r"youtube\.com", "/redirect", "q"),
    _wrapper(r"out\.reddit\.com", ".*", "url"),
    _wrapper(r"vk\.com", r"/away(?:\.php)?", "to"),
    _wrapper(r"t\.umblr\.com", "/redirect", "z"),
    _wrapper(r"duckduckgo\.com", "/l/?", "uddg"),
    _wrapper(r"linkedin\.com", "/(?:redir/redirect|safety/go)", "url"),
    _wrapper(r"steamcommunity\.com", "/linkfilter/?", "url", "u"),
    _wrapper(r"(?:link|zhida)\.zhihu\.com|link\.(?:juejin\.cn|jianshu\.com|csdn\.net)", ".*", "target", "t", "u"),
    _wrapper(r"gitee\.com", "/link", "target"),
    _wrapper(r"(?:[\w-]+\.)*safelinks\.protection\.outlook\.com", ".*", "url"),
    _wrapper(r"urldefense\.(?:proofpoint\.)?com", r"/v3/__(.+?)__;.*"),
    _wrapper(r"disq\.us", "/url", "url"),
    _wrapper(r"getpocket\.com", "/redirect", "url"),
    _wrapper(r"(?:(?:redirect|api)\.)?viglink\.com|go\.skimresources\.com|go\.redirectingat\.com", ".*", "u", "url"),
    _wrapper(r"translate\.google\.[a-z.]{2,6}", ".*", "u"),
    _wrapper(r"href\.li|anonym\.to|nullrefer\.com|dereferer\.me", r"/?\?(.+)"),
    _wrapper(
        r"(?:web\.|wayback\.)?archive\.org|webarchive\.org",
        r"/web/(?:\d{1,14}|\*)?(?:[a-z]{2}_)?/?(https?:/{1,2}.+|[\w-]+\.[\w.-]+/.*)",
    ),
    _wrapper(r"archive\.(?:today|ph|is|li|vn|md|fo)", r"/(?:o/\w+/|newest/|\d{4,14}/)(.+)"),
    _wrapper(r"webcache\.googleusercontent\.com", "/search", "q"),
    _wrapper(r"r\.jina\.ai|12ft\.io|outline\.com|freedium\.cfd", r"/(?:proxy\?q=)?(https?:/{1,2}.+)"),
)
_WRAPPER_HOST = re.compile("|".join(f"(?:{wrapper.host})" for wrapper in _WRAPPERS))
_TRANSLATED = ".translate.goog"
_CACHE_MARK = re.compile(r"cache:(?:[\w-]{12}:)?")
_ENCODED_SCHEME = re.compile(r"https?%3a", re.IGNORECASE)
_SCHEME = re.compile(r"(https?):/+", re.IGNORECASE)
_BARE = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[/?#:].*)?", re.DOTALL)


def unwrap(url: str) -> str:
    """Take an address out of what is known to wrap addresses, at most five layers of it."""
    for _ in range(_MOST):
        inner = _inner(url[:LONGEST])
        if inner is None:
            break
        url = inner
    return url


@lru_cache(maxsize=4096)
def _inner(url: str) -> str | None:
    host = host_of(url)
    if host.endswith(_TRANSLATED):
        return _untranslated(host, split(url))
    wrappers = _wrappers_on(host)
    if not wrappers:
        return None
    parts = split(url)
    inners = (_held(wrapper, parts) for wrapper in wrappers)
    return next((address for address in map(_mended, inners) if address), None)


@lru_cache(maxsize=1024)
def _wrappers_on(host: str) -> tuple[_Wrapper, ...]:
    if not _WRAPPER_HOST.fullmatch(host):
        return ()
    return tuple(wrapper for wrapper in _WRAPPERS if wrapper.is_at(host))


def _held(wrapper: _Wrapper, parts: Parts) -> str:
    if wrapper.parameters:
        values = parse_qs(parts.query or "") if wrapper.match(parts.path) else {}
        return next((values[name][0] for name in wrapper.parameters if name in values), "")
    match = wrapper.match(parts.path + (f"?{parts.query}" if parts.query else ""))
    return match[1] if match else ""


def _mended(inner: str) -> str | None:
    """Make the address whole that stood in another one: encoded twice, with one slash, without scheme."""
    inner = _CACHE_MARK.sub("", inner, count=1) if inner.startswith("cache:") else inner
    inner = unquote(inner) if _ENCODED_SCHEME.match(inner) else inner
    if _SCHEME.match(inner):
        return _SCHEME.sub(r"\1://", inner, count=1)
    return f"https://{inner}" if _BARE.fullmatch(inner) else None


def _untranslated(host: str, parts: Parts) -> str:
    """`www-orig-example.translate.goog` is `www.orig.example`; a doubled hyphen is a hyphen."""
    host = host.removesuffix(_TRANSLATED).replace("--", "\0").replace("-", ".").replace("\0", "-")
    query = "&".join(pair for pair in (parts.query or "").split("&") if pair and not pair.startswith("_x_tr_"))
    return f"https://{host}{parts.path}" + (f"?{query}" if query else "")
