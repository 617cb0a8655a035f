"""What the value of a front-matter key is, told from its shape: an address, a name, a sentence, or none of them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from licencecheck.text import squeeze

LONGEST = 2_000
"""Characters of a value that are read."""
_ADDRESS = re.compile(r"<?((?:https?:)?//[^\s<>\"']+|www\.[^\s<>\"']+)>?", re.IGNORECASE)
_BARE_ADDRESS = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,10}/[^\s<>\"']+", re.IGNORECASE)
_LINK = re.compile(
    r"\[(?P<words>[^\[\]]{1,300})\]\(\s*<?(?P<target>[^()\s<>]{1,2000})[^()]{0,200}\)"
    r"|<a\s[^<>]{0,500}?href\s*=\s*[\"']?(?P<href>[^\"'\s<>]{1,2000})[^<>]{0,500}>(?P<text>[^<]{0,300})</a>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[/a-z!][^<>]{0,1000}>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s{0,3}/?>", re.IGNORECASE)
_FILE = re.compile(
    r"\.(?:jpe?g|png|gif|svg|webp|avif|ico|mp[34]|webm|pdf|csv|tsv|json|xlsx?|zip|ya?ml|ipynb|r|py|js|css|bib)(?:[?#].*)?$",
    re.IGNORECASE,
)
_REPOSITORY = re.compile(
    r"(?:https?:)?//(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|gitee\.com|gist\.github\.com"
    r"|raw\.githubusercontent\.com)/",
    re.IGNORECASE,
)
_SWITCHES = frozenset("true false yes no on off none null self own default original 原创 转载 auto internal".split())  # noqa: SIM905
_NO_NAME = re.compile(r"[\d\s.,:/+TZ-]+|[^\s/]*/\S*|\S+\.(?:html?|mdx?|markdown|txt)", re.IGNORECASE)


class Linked(NamedTuple):
    """Words, and the address of the link around them."""

    text: str
    url: str | None


class Address(NamedTuple):
    """An address in a value."""

    url: str
    written: str
    """As the value has it, with references."""
    start: int


def address_in(value: str) -> str | None:
    """The address that `value` is, or to which its first link leads; relative ones, files and pictures are none."""
    found = next(addresses_in(value), None)
    return found.url if found and not _FILE.search(found.url) else None


def addresses_in(value: str) -> Iterator[Address]:
    """The address that `value` is, or those to which its links lead; relative ones are none."""
    start = len(value) - len(value.lstrip())
    value = value.strip()[:LONGEST]
    match = _ADDRESS.fullmatch(value) or _BARE_ADDRESS.fullmatch(value)
    if match:
        group = match.lastindex or 0
        yield Address(match[group], match[group], start + match.start(group))
        return
    for link in _LINK.finditer(value):
        target = "href" if link["target"] is None else "target"
        if _ADDRESS.fullmatch(url := html.unescape(link[target])):
            yield Address(url, link[target], start + link.start(target))


def is_repository(address: str) -> bool:
    """Whether an address leads to where code is kept."""
    return bool(_REPOSITORY.match(address))


def named_in(value: str, longest: int) -> Iterator[Linked]:
    """The names that `value` says, each with its link; lines after a break say something of them, and are left out.

    A name has at most `longest` characters: one that brings along an institution is long, an essay is none.
    """
    first = _BREAK.split(value[:LONGEST], maxsplit=1)[0]
    links = list(_links_in(first))
    if links:
        yield from (link for link in links if is_name(link.text, longest))
    elif is_name(plain := plain_of(first), longest):
        yield Linked(plain, None)


def remark_in(value: str) -> str | None:
    """What stands after the first line break in the value of a name."""
    _, *rest = _BREAK.split(value[:LONGEST], maxsplit=1)
    return squeeze(_BREAK.sub(" ", rest[0])) or None if rest else None


def plain_of(value: str) -> str:
    """The words of a value without tags and references."""
    return squeeze(html.unescape(_TAG.sub(" ", value[:LONGEST])))


def is_name(text: str, longest: int) -> bool:
    """Whether a text can be the name of a person or publication: no address, file, date, number, switch or essay."""
    return (
        0 < len(text) <= longest
        and text.lower() not in _SWITCHES
        and _ADDRESS.fullmatch(text) is None
        and _NO_NAME.fullmatch(text) is None
        and any(character.isalpha() for character in text)
    )


def is_sentence(value: str) -> bool:
    """Whether a value is free text: more than one word, and no mere address."""
    return len(plain_of(value).split()) > 1


def _links_in(value: str) -> Iterator[Linked]:
    for match in _LINK.finditer(value):
        text = match["words"] if match["words"] is not None else match["text"]
        yield Linked(plain_of(text), html.unescape(match["target"] or match["href"]))
