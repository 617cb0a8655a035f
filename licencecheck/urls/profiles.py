"""Pages about a person or an account: they can stand in a credit, but no article is there."""

from __future__ import annotations

import re
from functools import lru_cache

from licencecheck.text import compiled
from licencecheck.urls.hosts import host_of
from licencecheck.urls.parts import LONGEST, split

_ACCOUNTS = re.compile(
    r"(?:twitter|x|facebook|instagram|github|gitlab|threads|bsky|pinterest|weibo|vk|t|about|linktr|ko-fi|patreon|behance|dribbble|flickr)"
    r"\.(?:com|app|me|ee|social)$"
)
_NETWORK = re.compile(r"(?:(?:twitter|x|facebook|instagram|threads|pinterest|weibo|vk)\.com|threads\.net|t\.me)")
_NO_ACCOUNT = (
    r"(?i)events|groups|hashtag|home|i|intent|login|media|p|pages|photos?|pin|posts|reel|search|sharer?|status|stor(?:y|ies)"
    r"|videos|wall|watch|\d+|.*\.php"
)
"""First segments of addresses on networks that name nobody."""
_ABOUT = re.compile(
    r"/(?:authors?|autor(?:es|en)?|auteurs?|by|people|person|profiles?|users?|u|members?|contributors?|staff|team|about(?:-me|-us)?|bio|in)"
    r"(?:/[^/]+){0,3}/?$",
    re.IGNORECASE,
)


def is_profile(url: str | None) -> bool:
    """Whether an address is that of a profile, an author page or an account rather than of an article."""
    return bool(url) and _is_profile((url or "")[:LONGEST])


@lru_cache(maxsize=1024)
def _is_profile(url: str) -> bool:
    path = split(url).path
    segments = [segment for segment in path.split("/") if segment]
    if _ACCOUNTS.search(host_of(url)):
        return len(segments) == 1
    return bool(_ABOUT.search(path)) or (len(segments) == 1 and segments[0].startswith(("@", "~")))


def account_of(url: str | None) -> str | None:
    """Name the account to which an address on a social network belongs: whoever posted there, not the network."""
    if not url or not _NETWORK.fullmatch(host_of(url)):
        return None
    first = split(url).path.lstrip("/").partition("/")[0].removeprefix("@")
    return first if re.fullmatch(r"[\w.-]{2,60}", first) and not compiled(_NO_ACCOUNT).fullmatch(first) else None
