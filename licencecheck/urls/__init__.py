"""Web addresses: what a link leads to, whose host it names, and whether two of them are one.

Nothing here raises on junk, and nothing is fetched: every answer comes from the characters of the address alone.
"""

from licencecheck.urls.hosts import host_of, on_domains, site_of
from licencecheck.urls.keys import same_url, untracked, url_key
from licencecheck.urls.parts import path_of
from licencecheck.urls.profiles import account_of, is_profile
from licencecheck.urls.targets import target_of
from licencecheck.urls.wrappers import unwrap

__all__ = [
    "account_of",
    "host_of",
    "is_profile",
    "on_domains",
    "path_of",
    "same_url",
    "site_of",
    "target_of",
    "untracked",
    "unwrap",
    "url_key",
]
