"""Republication counters: images and scripts by which a publisher counts the readers of a copy."""

from __future__ import annotations

import html
import re
from collections.abc import Collection
from typing import NamedTuple
from urllib.parse import unquote

from licencecheck.text import compiled
from licencecheck.urls import host_of, site_of

_LONGEST = 200_000
"""Characters of a script that are looked at."""
_NEAR = 300
"""Characters before or after a counter's mark in which its site and its article stand."""


_WORDS = ("theconversation", "propublica", "parsely", "republi", "repost", "pixel.", "pixel%", "pixel&")
"""One of them stands in every counter, however the signs between its words are escaped."""


class CounterMatch(NamedTuple):
    """A counter in an address or script."""

    family: str
    article_id: str | None = None
    """By which the publisher knows the article: the number at the end of its URL, or a post id."""
    site: str | None = None
    """Host whose article is counted, where the counter tells."""


_CONVERSATION = (
    r"counter\.theconversation\.(?:com|edu\.au)/content/(?P<id>\d{1,12})/|theconversation_tracker_hook"
    r"|theconversation\.(?:com|edu\.au)/javascripts/lib/content_tracker_hook\.js"
)
_PROPUBLICA = re.compile(r"pixel\.propublica\.org/pixel\.(?:js|gif)")
_TRACKER = (
    r"/(?:wp-content/)?plugins/republication-tracker-tool/includes/pixel\.php|/?\?(?:[\w=&-]{0,99}&)?republication-pixel=true"
    r"|republication-tracker-tool-source"
)
_POST = re.compile(r"(?:[?&;]post=|data-postid=[\"']?)(\d{1,12})")
_FOLDER = re.compile(r"data-pluginsdir=[\"']?([^\"'\s>]{1,200})")
_SITE_BEFORE = re.compile(r"[\w.-]{1,253}(?:/[\w./-]{0,200})?$")
_PHOTON = re.compile(r"i\d\.wp\.com/")
_PARSELY_VIEW = (
    r"(?s)parsely\s{0,9}=\s{0,9}\{\s{0,9}autotrack:\s{0,9}false.{0,300}?trackpageview\(\s{0,9}\{\s{0,9}"
    r"url:\s{0,9}[\"'](?P<url>[^\"']{1,500})"
)
_PARSELY_KEY = re.compile(r"cdn\.parsely\.com/keys/(?P<site>[\w.-]{1,253})/p\.js")
_BEACON = re.compile(r"/(?:republish|republication|repost)[\w-]{0,40}(?:beacon|pixel|counter|tracker)\b")
_PIXEL_PING = re.compile(r"/pixel\.(?:gif|js)\?key=")


def counter_of(url_or_script: str, own_hosts: Collection[str] = ()) -> CounterMatch | None:
    """Say which republication counter an address, a tag or an inline script holds; None for anything else.

    Addresses may be escaped twice, percent-encoded, rewritten by an image proxy or stand in Markdown. The analytics of
    the page itself are none: a Parse.ly key counts only if it is of another site than `own_hosts`, and not at all where
    these are not known. Nor are the marks of collecting societies (VG Wort, ProLitteris): nothing tells a copied one
    from the host's own.
    """
    text = url_or_script[:_LONGEST]
    low = text.lower()
    if not any(word in low for word in _WORDS):
        return None
    text = html.unescape(html.unescape(text)).lower()
    text = unquote(text) if "%" in text else text
    return _conversation(text) or _propublica(text) or _tracker(text) or _parsely(text, own_hosts) or _pixel_ping(text)


def _conversation(text: str) -> CounterMatch | None:
    matches = list(compiled(_CONVERSATION).finditer(text)) if "theconversation" in text else []
    article = next((match["id"] for match in matches if match["id"]), None)
    return CounterMatch("the-conversation", article, "theconversation.com") if matches else None


def _propublica(text: str) -> CounterMatch | None:
    return CounterMatch("propublica", None, "propublica.org") if _PROPUBLICA.search(text) else None


def _tracker(text: str) -> CounterMatch | None:
    mark = compiled(_TRACKER).search(text) if "republication-" in text else None
    if mark is None:
        return None
    near = text[max(0, mark.start() - _NEAR) : mark.end() + _NEAR]
    post, folder = _POST.search(near), _FOLDER.search(near)
    site = host_of(folder[1]) if folder else _site_before(text, mark.start())
    return CounterMatch("republication-tracker-tool", post[1] if post else None, site or None)


def _site_before(text: str, end: int) -> str:
    address = _SITE_BEFORE.search(text, max(0, end - _NEAR), end)
    return host_of(_PHOTON.sub("", address[0].lstrip("/"))) if address else ""


def _parsely(text: str, own_hosts: Collection[str]) -> CounterMatch | None:
    if "parsely" not in text:
        return None
    view, key = compiled(_PARSELY_VIEW).search(text), _PARSELY_KEY.search(text) if own_hosts else None
    site = host_of(view["url"] if view else key["site"] if key else "")
    is_own = site_of(site) in map(site_of, own_hosts)
    return CounterMatch("parsely", None, site) if site and not is_own else None


def _pixel_ping(text: str) -> CounterMatch | None:
    mark = _PIXEL_PING.search(text)
    if mark is not None:
        return CounterMatch("pixel-ping", None, _site_before(text, mark.start()) or None)
    beacon = _BEACON.search(text)
    return CounterMatch("republication-beacon", None, _site_before(text, beacon.start()) or None) if beacon else None
