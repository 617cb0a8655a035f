"""What the keys of a post's front matter say of its origin, its authors and its terms.

Every generator and theme has keys of its own. The table `keys.yaml` holds their names; what a key with several uses
means on a post is told from the shape of its value: an address, a name, a sentence, or a switch of the theme.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

from licencecheck.documents import PAGE_ENDINGS
from licencecheck.documents.document import Entry
from licencecheck.evidence.bylines.names import authors_of_original
from licencecheck.evidence.data import load
from licencecheck.evidence.front_matter.values import (
    LONGEST,
    address_in,
    is_repository,
    is_sentence,
    named_in,
    plain_of,
    remark_in,
)
from licencecheck.evidence.head.dates import date_of
from licencecheck.text import compiled

_FOLD = str.maketrans("", "", "_- ")
_STRONG, _FAIR = 3, 2
_LONGEST_SOURCE = 100
_LONGEST_PERSON = 250
_WEAK_FAMILIES = frozenset(["source", "via", "credit", "attribution", "origin"])
_DRAFTS = frozenset(["draft", "unpublished", "private", "hidden"])
_ADDRESSES = frozenset(["canonical", "original_url"])
_NAMES = frozenset(["source", "author", "translator", "copyright_holder"])
_PLAIN = frozenset(["title", "original_title"])
_LICENCE_IN_COPYRIGHT = r"(?i)creativecommons\.org|\bCC[ -]?(?:BY|0)\b|Creative Commons"
_NO_INDEX = re.compile(r"(?:noindex|none)(?![a-z])")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?![a-z])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEARS = re.compile(r"[\d\s,–-]+")


class Stated(NamedTuple):
    """One thing that the front matter says."""

    value: str
    """An address as written; a name or sentence without markup."""
    entry: Entry
    weight: int
    """3 decides, 2 holds together with another sign, 1 is a hint."""
    url: str | None = None
    """Of the link that is set around a name."""


_Meant = tuple[str, Stated]
"""What is said in which role."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatterFacts:
    """What one front matter says, by what it is about; the weightiest first."""

    canonicals: tuple[Stated, ...] = ()
    original_urls: tuple[Stated, ...] = ()
    """Addresses that may be those of the original, canonical ones too; the post's own site may be among them."""
    sources: tuple[Stated, ...] = ()
    """Names of whom the text comes from."""
    original_files: tuple[Stated, ...] = ()
    """Paths of saved pages of the original."""
    original_titles: tuple[Stated, ...] = ()
    authors: tuple[Stated, ...] = ()
    translators: tuple[Stated, ...] = ()
    copyrights: tuple[Stated, ...] = ()
    copyright_holders: tuple[Stated, ...] = ()
    copyright_years: tuple[Stated, ...] = ()
    licences: tuple[Stated, ...] = ()
    """As written: ids, names, addresses, links in Markdown or HTML."""
    robots: tuple[Stated, ...] = ()
    """Those that keep the page out of search engines."""
    statements: tuple[Stated, ...] = ()
    """Free text, with its markup."""
    titles: tuple[Stated, ...] = ()
    published: date | None = None
    language: str | None = None
    """Primary subtag in lower case."""
    is_draft: bool = False


def read_front_matter(entries: Mapping[str, Entry], own: Mapping[str, str] | None = None) -> FrontMatterFacts:
    """Sort the entries of a front matter by what they say; what says nothing of origin and terms is left out.

    `own` gives the role of keys, `folded`, that mean something of their own on this site.
    """
    found: dict[str, list[Stated]] = defaultdict(list)
    for entry in entries.values():
        for role, weight in _roles_of(entry.key, own or {}):
            for value in _values_of(entry):
                for meant, stated in _read(role, value, weight, entry):
                    found[meant].append(stated)
    for stated in found["canonical"]:
        found["original_url"].append(Stated(stated.value, stated.entry, min(stated.weight, 2)))
    if not any(stated.weight > 1 for stated in found["original_url"]):
        found["source"] = [stated for stated in found["source"] if stated.weight > 1]

    def of(role: str) -> tuple[Stated, ...]:
        return tuple(sorted(found[role], key=lambda stated: -stated.weight))

    return FrontMatterFacts(
        canonicals=of("canonical"),
        original_urls=of("original_url"),
        sources=of("source"),
        original_files=of("original_file"),
        original_titles=of("original_title"),
        authors=of("author"),
        translators=of("translator"),
        copyrights=of("copyright"),
        copyright_holders=of("copyright_holder"),
        copyright_years=of("copyright_year"),
        licences=of("licence"),
        robots=of("robots"),
        statements=of("statement"),
        titles=of("title"),
        published=next((day for stated in of("date") if (day := date_of(stated.value))), None),
        language=next((match[0] for s in of("language") if (match := _LANGUAGE.match(s.value.lower()))), None),
        is_draft=bool(found["draft"]),
    )


def roles() -> tuple[str, ...]:
    """Name what a key can say."""
    return tuple(load("front_matter/keys.yaml")["roles"])


def is_known(key: str) -> bool:
    """Whether a key says something on every site."""
    return bool(_roles_of(key, {}))


def folded(key: str) -> str:
    """Give a key as keys are compared: `Original-URL` and `original_url` are one."""
    return ".".join(_parts(key))


def _parts(key: str) -> list[str]:
    return [part.translate(_FOLD).lower() for part in key.split(".") if not part.isdigit()]


@cache
def _keys() -> dict[str, list[tuple[str, int]]]:
    """Roles and weights by folded key."""
    keys = defaultdict(list)
    for role, weights in load("front_matter/keys.yaml")["roles"].items():
        for weight, names in weights.items():
            for name in names:
                keys[name].append((role, weight))
    return dict(keys)


def _roles_of(key: str, own: Mapping[str, str]) -> list[tuple[str, int]]:
    """Roles and weights of a key as written: `Original-URL`, `params.original_url`, `syndicated.0.url`."""
    table = load("front_matter/keys.yaml")
    parts = _parts(key)
    if own and (role := own.get(".".join(parts))):
        return [(role, _STRONG)]
    while len(parts) > 1 and parts[0] in table["transparent"]:
        parts = parts[1:]
    if not parts:
        return []
    if ".".join(parts) in _keys():
        return _keys()[".".join(parts)]
    for parent in reversed(parts[:-1]):
        for family in table["families"]:
            if parent in family["keys"]:
                weight = _FAIR if parent in _WEAK_FAMILIES else _STRONG
                return [(role, weight) for role, names in family["children"].items() if parts[-1] in names]
    return _keys().get("".join(parts), [])


def _values_of(entry: Entry) -> Iterator[str]:
    values = entry.value if isinstance(entry.value, tuple) else (entry.value,)
    for value in values:
        if value is not None:
            yield str(value).strip()[:LONGEST]


def _read(role: str, value: str, weight: int, entry: Entry) -> Iterator[_Meant]:
    """What a value says in a role that its key allows; nothing where it has another shape."""
    if role in {"draft", "robots"}:
        yield from _read_switch(role, value, weight, entry)
    elif isinstance(entry.value, bool) or not value:
        return
    elif role in _ADDRESSES:
        address = address_in(value)
        if address and not (weight < _STRONG and role == "original_url" and is_repository(address)):
            yield role, Stated(address, entry, weight)
    elif role in _NAMES:
        if role == "author" and authors_of_original(plain := plain_of(value)):
            yield role, Stated(plain, entry, weight)
        else:
            longest = _LONGEST_SOURCE if role == "source" else _LONGEST_PERSON
            yield from ((role, Stated(name.text, entry, weight, name.url)) for name in named_in(value, longest))
        if remark := remark_in(value):
            yield "statement", Stated(remark, entry, _FAIR)
    elif role in {"copyright", "copyright_year"}:
        yield from _read_copyright(value, weight, entry)
    elif role == "original_file":
        is_file = weight == _STRONG or value.lower().endswith(PAGE_ENDINGS)
        if is_file and "://" not in value:
            yield role, Stated(value, entry, weight)
    elif role != "statement" or is_sentence(value):
        yield role, Stated(plain_of(value) if role in _PLAIN else value, entry, weight)


def _read_switch(role: str, value: str, weight: int, entry: Entry) -> Iterator[_Meant]:
    if role == "robots":
        if entry.value is True or _NO_INDEX.search(value.lower()):
            yield role, Stated("noindex" if entry.value is True else value, entry, weight)
    elif isinstance(entry.value, bool):
        if entry.value is not entry.key.lower().endswith("published"):
            yield role, Stated(value, entry, weight)
    elif value.lower() in _DRAFTS:
        yield role, Stated(value, entry, weight)


def _read_copyright(value: str, weight: int, entry: Entry) -> Iterator[_Meant]:
    if _YEARS.fullmatch(value):
        yield from (("copyright_year", Stated(year, entry, weight)) for year in _YEAR.findall(value))
        return
    yield "copyright", Stated(plain_of(value), entry, weight)
    if compiled(_LICENCE_IN_COPYRIGHT).search(value):
        yield "licence", Stated(value, entry, _FAIR)
