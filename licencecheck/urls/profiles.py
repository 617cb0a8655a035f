"""Pages about a person or an account: they can stand in a credit, but no article is there."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from licencecheck.urls.hosts import host_of

_ACCOUNTS = re.compile(
    r"(?:twitter|x|facebook|instagram|github|gitlab|threads|bsky|pinterest|weibo|vk|t|about|linktr|ko-fi|patreon|behance|dribbble|flickr)"
    r"\.(?:com|app|me|ee|social)$"
)
_ABOUT = re.compile(
    r"/(?:authors?|autor(?:es|en)?|auteurs?|by|people|person|profiles?|users?|u|members?|contributors?|staff|team|about(?:-me|-us)?|bio|in)"
    r"(?:/[^/]+){0,3}/?$",
    re.IGNORECASE,
)


def is_profile(url: str | None) -> bool:
    """Whether an address is that of a profile, an author page or an account rather than of an article."""
    if not url:
        return False
    try:
        path = urlsplit(url).path
    except ValueError:
        return False
    segments = [segment for segment in path.split("/") if segment]
    if _ACCOUNTS.search(host_of(url)):
        return len(segments) == 1
    return bool(_ABOUT.search(path)) or (len(segments) == 1 and segments[0].startswith(("@", "~")))
