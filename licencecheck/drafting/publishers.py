"""Who publishes a page, as its own site calls itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from licencecheck.evidence.identity import latin
from licencecheck.model import Identity, Party
from licencecheck.text import bare
from licencecheck.urls import site_of

_TELLING = 4
"""Letters of a host that tell."""
_SECTION = re.compile(r"\s+(?:[-–—|·•»:]|::)\s+|\s?[|｜»]\s?")
"""What parts the name of a site from that of a section: "River Post — Technology"."""
_ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)


def publisher_of_site(identity: Identity) -> Party | None:
    """The publisher of a page: its own site, by the first of its names or a plainer form of that."""
    sites = tuple(dict.fromkeys(site_of(host) for host in identity.hosts))
    if not (identity.names or sites):
        return None
    labels = [label for site in sites if len(label := bare(site.partition(".")[0])) >= _TELLING]
    names = [_without_section(name, labels) for name in identity.names if not _ADDRESS.match(name)]
    return Party(name=_plainest(names, labels) if names else (*sites, *identity.names)[0], domains=sites)


def _without_section(name: str, labels: Sequence[str]) -> str:
    """The part of a name that is that of the host, by the `labels` of its sites; else the first."""
    parts = [part for part in _SECTION.split(name) if bare(part)]
    of_host = (part for part in parts if any(label in latin(part) for label in labels))
    return next(of_host, parts[0]) if parts else name


def _plainest(names: Sequence[str], labels: Sequence[str]) -> str:
    """The first of the names; where that is the host with a slogan, as an account or as an address, a better one."""
    of_host = [name for name in names if any(label in latin(name) for label in labels)]

    def fault(name: str) -> int:
        letters = latin(name)
        return name == letters or 2 * any(label in letters and len(letters) > 3 * len(label) for label in labels)

    return min(of_host, key=fault) if names[0] in of_host else names[0]
