"""Whose site the page stands on: its own names and hosts, by which self-credit is told from credit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from licencecheck.model import Identity, SiteProfile
from licencecheck.text import bare, fold, is_unspaced, same_name, squeeze, words
from licencecheck.urls import host_of, site_of

_SPLIT = re.compile(r"\s+[|\u2013\u2014\u00b7\u2022:-]\s+|\s+::\s+|[_|]")
_SLOGAN = re.compile(r"(?<=[^\W\d_]{3})(?::\s|\s[-–—|·]\s)")
"""What parts the name of a site from its slogan."""
_MAX_NAME, _SUFFIX = 60, 30
_ENOUGH = 4
"""Votes that a host needs to be the page's own: its canonical address, or eight links."""
_SHORTEST_CJK = 3
_DISTINCT = 8
"""Letters of a host from which on nobody else's name begins with them."""
_TELLING = 5
"""Letters from which on a host's label within a name tells that the name is of that site."""
_LATIN = dict(
    zip("абвгдезийклмнопрстуфхыэαβγδεζηικλμνξοπρσςτυφχω", "abvgdeziiklmnoprstufhyeavgdeziiklmnxoprsstyfho", strict=True)
) | {
    "ж": "zh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "sch",
    "ю": "yu",
    "я": "ya",
    "ь": "",
    "ъ": "",
    "ё": "e",
    "θ": "th",
    "ψ": "ps",
}


def is_own(identity: Identity, *, name: str | None = None, url: str | None = None) -> bool:
    """Whether a name or a URL is that of the page's own site."""
    if url:
        host = host_of(url)
        if host and any(host == own or site_of(host) == site_of(own) for own in identity.hosts):
            return True
    if not name:
        return False
    if any(same_name(name, own) or _abbreviates(own, name) or _abbreviates(name, own) for own in identity.names):
        return True
    letters, said = latin(name), words(name)
    initials = "".join(word[0] for word in said) if len(said) > 1 else None
    for label, spelt in dict.fromkeys(map(_spelt, identity.hosts)):
        if len(label) >= 4 and letters in spelt:
            return True
        if len(label) >= _TELLING and (
            letters.startswith(label) or (label in letters and len(letters) <= 3 * len(label))
        ):
            return True
        if label == initials:
            return True
    return False


@lru_cache(maxsize=1024)
def _spelt(host: str) -> tuple[str, frozenset[str]]:
    """Letters of the label that names the site of a host, and the forms in which all of the host may be written."""
    site = site_of(host)
    label = bare(site.split(".")[0])
    return label, frozenset({label, bare(host), bare(site)})


def _abbreviates(short: str, name: str) -> bool:
    """Whether a Chinese or Japanese name is short for another: its characters in order, first and last the same."""
    is_cjk = all(map(is_unspaced, short + name))
    if not is_cjk or not _SHORTEST_CJK <= len(short) < len(name) <= 2 * len(short):
        return False
    rest = iter(name)
    return short[0] == name[0] and short[-1] == name[-1] and all(character in rest for character in short)


def names_own(identity: Identity, text: str) -> bool:
    """Whether an own name stands within `text`: "the River Post print edition" on the River Post."""
    folded = f" {fold(text)} "
    return any(len(own) >= _TELLING and f" {fold(own)} " in folded for own in identity.names)


def extends_own(identity: Identity, name: str) -> bool:
    """Whether `name` is that of the site or of its host and more: "Host Herald Valley Desk" on the Host Herald."""
    if any(same_name(name, own) for own in identity.names):
        return False
    letters, labels = latin(name), {label for label, _ in map(_spelt, identity.hosts)}
    by_host = any(len(label) >= _DISTINCT and letters.startswith(label) and letters != label for label in labels)
    return by_host or names_own(identity, name)


def latin(name: str) -> str:
    """Letters of `name` in Latin script, Cyrillic and Greek ones as host names write them."""
    return "".join(_LATIN.get(c, c) for c in bare(name))


def names_in_title(title: str, known: Iterable[str], hosts: Iterable[str]) -> list[str]:
    """Parts of `<title>` that name the site: a short last one, and those that agree with a known name or host."""
    parts = [squeeze(p) for p in _SPLIT.split(title) if p]
    labels = {label for label, _ in map(_spelt, hosts)}
    wanted = list(known)
    return [
        p
        for p in parts[1:]
        if (p == parts[-1] and 1 < len(p) <= _SUFFIX)
        or (
            1 < len(p) <= _MAX_NAME
            and (any(same_name(p, k) for k in wanted) or any(len(label) >= 4 and label in bare(p) for label in labels))
        )
    ]


def hosts_of(profile: SiteProfile, votes: Counter[str]) -> tuple[str, ...]:
    """The page's own hosts: those that the profile declares, else those of the site with the most votes.

    `votes` counts for each host how much on the page speaks for it.
    """
    declared = [host_of(h) for h in (*profile.hosts, profile.base_url or "") if h]
    if any(declared):
        return tuple(dict.fromkeys(filter(None, declared)))
    by_site: Counter[str] = Counter()
    for host, count in votes.items():
        by_site[site_of(host)] += count
    own, most = max(sorted(by_site.items()), key=lambda item: item[1], default=("", 0))
    return tuple(sorted(h for h in votes if site_of(h) == own)) if most >= _ENOUGH else ()


def identity_of(profile: SiteProfile, hosts: tuple[str, ...], names: Iterable[str], title: str | None) -> Identity:
    """Join the declared names with those that the page gives for its own site."""
    given = [squeeze(n) for n in (*profile.names, *names) if n]
    before_slogan = [n[: mark.start()] for n in given if (mark := _SLOGAN.search(n))]
    own = [n for n in (*given, *before_slogan) if 1 < len(n) <= _MAX_NAME]
    if title:
        own += names_in_title(title, own, hosts)
    return Identity(names=tuple(dict.fromkeys(own)), hosts=hosts)
