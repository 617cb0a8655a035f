"""What a link leads to."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from urllib.parse import urljoin

from licencecheck.model import Target
from licencecheck.urls.hosts import host_of
from licencecheck.urls.keys import is_untelling, telling_parameters
from licencecheck.urls.parts import EDGES, LONGEST, Parts, split
from licencecheck.urls.wrappers import unwrap

_PAGES = (Target.ARTICLE, Target.HOMEPAGE)
_BREAK = re.compile(r"[\t\r\n]")
_PLACEHOLDER = re.compile(
    r"|#.*|(?:java|vb)script:.*|about:.*|data:,?|https?:?/{0,3}|[<\[].*[>\]]|%\w+%|\$\{.*\}|(?:\{|%7b)[\w-]+(?:\}|%7d)"
    r"|url|link|href|todo|tbd|x{3,}|null|undefined|none|void\(0\);?",
    re.IGNORECASE | re.DOTALL,
)
_TEMPLATE = re.compile(r"\{[{%]|<[%?]")
_NO_COLON = re.compile(r"https?[;,.]?//|https?;", re.IGNORECASE)
_NO_HOST = re.compile(r"https?|url|link|href|www|(?:your|my)-?(?:domain|site|blog|website|host)\.\w+", re.IGNORECASE)
_LOCAL = re.compile(
    r"[^.\[]*|.*\.local(?:host|domain)?|127\..*|0\.0\.0\.0|10\..*|192\.168\..*|172\.(?:1[6-9]|2\d|3[01])\..*|\[::1\]",
    re.DOTALL,
)
_SECOND_ADDRESS = re.compile(r"https?:/", re.IGNORECASE)
_ROOT = re.compile(
    r"/*(?:[a-z]{2}(?:[-_][a-z]{2,4})?(?:/+|$))?(?:(?:index|default|home)(?:\.(?:html?|php\d?|aspx?|jsp))?/*)?",
    re.IGNORECASE,
)
_FILE = re.compile(
    r"[^/:]+\.(?:jpe?g|png|gif|svg|webp|avif|ico|bmp|tiff?|mp[34]|m4[av]|ogg|wav|webm|mov|avi|zip|gz|rar|7z|css|js)",
    re.IGNORECASE,
)
_SHARING = re.compile(
    r"(?:(?:www|m)\.)?(?:facebook\.com/(?:sharer|dialog/(?:share|feed))|(?:twitter|x)\.com/(?:intent|share|home\?status)"
    r"|linkedin\.com/(?:sharearticle|sharing|cws/share)|reddit\.com/submit|pinterest\.[a-z.]{2,6}/pin/create"
    r"|plus\.google\.com/share|t(?:elegram)?\.me/share|wa\.me/?\?|(?:api|web)\.whatsapp\.com/send"
    r"|vk(?:ontakte)?\.(?:com|ru)/share|connect\.ok\.ru|tumblr\.com/(?:share|widgets/share)"
    r"|news\.ycombinator\.com/submitlink|getpocket\.com/(?:save|edit)|instapaper\.com/(?:hello2|edit)"
    r"|flipboard\.com/bookmarklet|bufferapp\.com/add|buffer\.com/add|addtoany\.com|addthis\.com"
    r"|service\.weibo\.com/share|share\.hatena|b\.hatena\.ne\.jp/(?:entry|add)|line\.me/r/msg|social-plugins\.line\.me"
    r"|threads\.net/intent|bsky\.app/intent|xing\.com/(?:spi/shares|app/user))",
    re.IGNORECASE,
)
_SHORTENED = re.compile(
    r"(?:t\.co|bit\.ly|j\.mp|goo\.gl|ow\.ly|buff\.ly|tinyurl\.com|is\.gd|v\.gd|lnkd\.in|dlvr\.it|trib\.al|fb\.me|wp\.me"
    r"|youtu\.be|amzn\.to|nyti\.ms|wapo\.st|reut\.rs|bbc\.in|econ\.st|on\.ft\.com|on\.wsj\.com|gu\.com|clck\.ru|vk\.cc"
    r"|t\.cn|dwz\.cn|url\.cn|u\.nu|rb\.gy|cutt\.ly|shorturl\.at|tiny\.cc|soo\.gd|ift\.tt|flip\.it|apple\.news|rss\.app"
    r"|feedproxy\.google\.com|feeds\.feedburner\.com|share\.google)/"
    r"|theguardian\.com/p/|news\.google\.com/(?:rss/)?articles/|msn\.com/r/",
    re.IGNORECASE,
)


def target_of(
    href: str | None, *, base: str | None = None, own_hosts: Collection[str] = ()
) -> tuple[Target, str | None]:
    """Say what a link leads to, and its absolute address without archives and redirectors around it.

    `base` resolves relative links; an address on one of `own_hosts` counts as relative. The address is None for a dead
    link and where none can be told; for a schemeless `www.orig.example/a`, which is relative, it is the one meant.
    """
    if href is None:
        return Target.NONE, None
    if len(href) > LONGEST:
        return Target.OTHER, None
    target, url = _read(href, base)
    if url and target in _PAGES and host_of(url) in _hosts(tuple(own_hosts)):
        return Target.RELATIVE, url
    return target, url


@lru_cache(maxsize=64)
def _hosts(urls: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(host_of, urls))


@lru_cache(maxsize=4096)
def _read(href: str, base: str | None) -> tuple[Target, str | None]:
    # `html.unescape` would read `&copy=1` as a sign
    link = href.replace("&amp;", "&").replace("&#038;", "&").strip(EDGES)
    link = link if link.isprintable() else _BREAK.sub("", link)
    if ("{" in link or "<" in link) and _TEMPLATE.search(link):
        return Target.DEAD, None
    link = f"https:{link}" if link.startswith("//") else link
    if link.startswith("/"):
        return Target.RELATIVE, _joined(base, link) if base else None
    if _PLACEHOLDER.fullmatch(link):
        return Target.DEAD, None
    scheme = (split(link).scheme or "").lower()
    if scheme in {"http", "https"}:
        return _read_absolute(link)
    if not scheme or "." in scheme or scheme == "localhost":
        return _read_relative(link, base)
    is_misspelt = "t" in scheme and set(scheme) <= set("htps")
    return (Target.DEAD if is_misspelt else Target.OTHER), None


def _read_relative(link: str, base: str | None) -> tuple[Target, str | None]:
    if _NO_COLON.match(link):
        return Target.DEAD, None
    if link[:4].lower() == "www.":
        return Target.RELATIVE, unwrap(f"https://{link}")
    return Target.RELATIVE, _joined(base, link) if base else None


def _joined(base: str, link: str) -> str | None:
    parts = split(base)
    if link.startswith("/") and "/." not in link and parts.authority:  # the common form, at a tenth of the price
        return f"{parts.scheme}://{parts.authority}{link}"
    try:
        return urljoin(base, link)
    except ValueError:
        return None


def _read_absolute(link: str) -> tuple[Target, str | None]:
    if not _is_sound(link):
        return Target.DEAD, None
    if _SHARING.match(link.partition("://")[2]):
        return Target.OTHER, link
    url = unwrap(link.replace(" ", "%20"))
    return (_kind(url), url) if url == link or _is_sound(url) else (Target.DEAD, None)


def _is_sound(url: str) -> bool:
    """Whether a browser could go there: a host that can be one, and no second address glued to the first."""
    parts = split(url)
    if not _can_be_host(parts):
        return False
    second = _SECOND_ADDRESS.search(parts.path) if ":" in parts.path else None
    if not second:
        return True
    before = parts.path[second.start() - 1]
    if before == "/":  # proxies hold the address of another host
        return host_of(parts.path[second.start() :]) != host_of(url)
    return not (before.isalnum() or before in " ,;)")


def _can_be_host(parts: Parts) -> bool:
    host = parts.host
    return bool(host) and not _NO_HOST.fullmatch(host or "")


def _kind(url: str) -> Target:
    parts, host = split(url), host_of(url)
    if _is_local(host) or _SHORTENED.match(f"{host}/{parts.path.lstrip('/')}"):
        return Target.OTHER
    if _FILE.fullmatch(parts.path.rpartition("/")[2]):
        return Target.OTHER
    if not _ROOT.fullmatch(parts.path) or (parts.fragment or "").startswith("!"):
        return Target.ARTICLE
    shows_all = all(is_untelling(name) for name, _ in telling_parameters(parts.query or ""))
    return Target.HOMEPAGE if shows_all else Target.ARTICLE


@lru_cache(maxsize=1024)
def _is_local(host: str) -> bool:
    return _LOCAL.fullmatch(host) is not None
