"""What the head of a page says of it: addresses, authors, rights, robots, language, title and site."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain, islice
from typing import NamedTuple

from lxml import etree

from licencecheck.evidence.data import load
from licencecheck.evidence.head.dates import date_of
from licencecheck.evidence.head.titles import parts_of, site_beside, title_of
from licencecheck.text import bare, compiled, squeeze

_TAGS = ("meta", "link", "title", "h1", "time", "base", "script")
_MOST = 2_000
_MOST_HEADINGS = 50
_LONGEST = 1_000
_FEED_TYPES = frozenset(["application/rss+xml", "application/atom+xml", "application/feed+json"])
_FEED_WORDS = r"(?i)\b(?:rss\d?|atom|json|feeds?|comments?|full|articles?|posts?)\b[\s\d.]*"
_LANGUAGE = re.compile(r"[a-z]{2,3}(?![a-z])")
_OWN_FOLDERS = ("/wp-content/", "/wp-includes/")
_RIGHTS_FOR_MACHINES = "application/rsl+xml"
_DATES_OF_ARTICLES = re.compile(
    r"(?:^|\s)(?:published|entry-date|dt-published|post-date|date-published|pubdate)(?:\s|$)"
)


class Meta(NamedTuple):
    """One statement of the head."""

    name: str
    """Name of the `meta` element in lower case, or the `rel` token of the `link` element."""
    value: str
    """White space folded, at most 1,000 characters."""
    element: etree._Element
    attribute: str
    """The attribute that holds the value."""
    weight: int
    """3 decides, 2 holds together with another sign, 1 is a hint."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """The statements of one page by what they are about, in page order."""

    base: str | None
    """`href` of the first `base` element."""
    canonicals: tuple[Meta, ...]
    self_urls: tuple[Meta, ...]
    """Addresses that the page gives for itself."""
    own_addresses: tuple[Meta, ...]
    """Addresses of feeds, services and translations of the page's own site."""
    original_urls: tuple[Meta, ...]
    sources: tuple[Meta, ...]
    """Names of whom the text comes from; sites write their own name here as well."""
    authors: tuple[Meta, ...]
    copyrights: tuple[Meta, ...]
    copyright_holders: tuple[Meta, ...]
    licences: tuple[Meta, ...]
    """Addresses and names; licences for machines (RSL) are none."""
    robots: tuple[Meta, ...]
    """By agent, see `directives_of`."""
    publishers: tuple[Meta, ...]
    """Of this page, not of the original."""
    site_names: tuple[str, ...]
    """Names of the page's own site, the surest first."""
    generator: str | None
    language: str | None
    """Primary subtag in lower case (`en`)."""
    title: str | None
    published: date | None
    data_scripts: tuple[etree._Element, ...]
    """The `script` elements that hold JSON-LD."""


def directives_of(robots: Meta) -> frozenset[str]:
    """Split the value of a robots statement; `none` is `noindex` and `nofollow` (Robots Exclusion Protocol)."""
    found = frozenset(part.strip() for part in robots.value.lower().split(",")) - {""}
    return found - {"none"} | {"noindex", "nofollow"} if "none" in found else found


def metadata_of(tree: etree._Element) -> Metadata:
    """Read the `meta`, `link`, `title`, `base`, `time`, `h1` and `script` elements below the root element `tree`.

    The parser may have moved late ones into the body: they are read there too.
    """
    found: dict[str, list[etree._Element]] = {tag: [] for tag in _TAGS}
    # one walk: each search of its own costs as much
    for element in islice(tree.iter(*_TAGS), _MOST):
        found[element.tag].append(element)
    statements: dict[str, list[Meta]] = defaultdict(list)
    _add_links(statements, found["link"])
    _add_metas(statements, found["meta"])
    _add_assets(statements, found["script"])

    def of(role: str) -> tuple[Meta, ...]:
        return tuple(statements.get(role, ()))

    named = sorted(of("site_name"), key=lambda meta: -meta.weight)
    site_names = [meta.value.lstrip("@/") for meta in named if "://" not in meta.value] or list(
        _feed_names(found["link"])
    )
    window = next((_text_of(e) for e in found["title"] if not any(a.tag == "svg" for a in e.iterancestors())), None)
    title = title_of(
        headings=[_text_of(heading) for heading in found["h1"][:_MOST_HEADINGS]],
        stated=next((meta.value for meta in of("title")), None),
        window=window,
        site_names=site_names,
    )
    if title is not None and window is not None and (beside := site_beside(title, window, site_names)):
        site_names.append(beside)
    return Metadata(
        base=next((href.strip() for base in found["base"] if (href := base.get("href"))), None),
        canonicals=of("canonical"),
        self_urls=of("self_url"),
        own_addresses=of("own_address"),
        original_urls=of("original_url"),
        sources=of("source"),
        authors=of("author"),
        copyrights=of("copyright"),
        copyright_holders=of("copyright_holder"),
        licences=of("licence"),
        robots=of("robots"),
        publishers=of("publisher"),
        site_names=_each_once(name for name in site_names if not title or bare(name) != bare(title)),
        generator=next((meta.value for meta in of("generator")), None),
        language=_language_of(tree, of("language")),
        title=title,
        published=_published_of(found["time"], of("published")),
        data_scripts=tuple(script for script in found["script"] if "ld+json" in script.get("type", "").lower()),
    )


@cache
def _roles(kind: str) -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Role and weight of every name of `meta` or `link` elements."""
    roles: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for role, weights in load("head/keys.yaml")[kind].items():
        for weight, names in weights.items():
            for name in names:
                roles[name].append((role, weight))
    return {name: tuple(found) for name, found in roles.items()}


def _add_metas(statements: dict[str, list[Meta]], elements: Iterable[etree._Element]) -> None:
    roles = _roles("meta")
    for element in elements:
        for kind in ("name", "property", "http-equiv"):
            for name in element.get(kind, "").lower().split():
                for role, weight in roles.get(name.replace(":", "."), ()):
                    # `value` is wrong markup that browsers ignore and people write
                    attribute = "value" if element.get("content") is None else "content"
                    _add(statements, role, Meta(name, _value_of(element, attribute), element, attribute, weight))


def _add_links(statements: dict[str, list[Meta]], elements: Iterable[etree._Element]) -> None:
    roles = _roles("link")
    for element in elements:
        for token in dict.fromkeys(element.get("rel", "")[:_LONGEST].lower().replace(",", " ").split()):
            for role, weight in roles.get(token, ()):
                if element.get("type", "").strip().lower() != _RIGHTS_FOR_MACHINES:
                    _add(statements, role, Meta(token, _value_of(element, "href"), element, "href", weight))


def _add_assets(statements: dict[str, list[Meta]], scripts: Iterable[etree._Element]) -> None:
    """The first script of WordPress or its theme, which are loaded from the own host."""
    for script in scripts:
        if any(folder in script.get("src", "") for folder in _OWN_FOLDERS):
            _add(statements, "own_address", Meta("script", _value_of(script, "src"), script, "src", 1))
            return


def _add(statements: dict[str, list[Meta]], role: str, meta: Meta) -> None:
    if meta.value:
        statements[role].append(meta)


def _value_of(element: etree._Element, attribute: str) -> str:
    return squeeze(element.get(attribute, "")[:_LONGEST])


def _feed_names(links: Iterable[etree._Element]) -> Iterator[str]:
    """Names of the site in the titles of its feeds: `The Herald » Feed`."""
    for link in links:
        if link.get("type", "").strip().lower() in _FEED_TYPES:
            title = _value_of(link, "title")
            first = next(iter(parts_of(title)), "")
            name = compiled(_FEED_WORDS).sub("", first).strip(" -–:")
            if name and name != title:
                yield name


def _text_of(element: etree._Element) -> str:
    return squeeze("".join(map(str, islice(element.itertext(), _MOST)))[:_LONGEST])


def _published_of(elements: Iterable[etree._Element], metas: Sequence[Meta]) -> date | None:
    """The day of the first statement that gives one, by the order of the table, else of the article's time element."""
    ranks = {name: rank for rank, name in enumerate(load("head/keys.yaml")["meta"]["published"][3])}
    for meta in sorted(metas, key=lambda meta: ranks[meta.name.replace(":", ".")]):
        if day := date_of(meta.value):
            return day
    days = {time: day for time in elements if (day := date_of(_value_of(time, "datetime")))}
    return next(
        chain(
            (day for time, day in days.items() if _is_named_as_published(time)),
            (day for time, day in days.items() if any(a.tag in {"article", "main"} for a in time.iterancestors())),
            days.values() if len(days) == 1 else (),
        ),
        None,
    )


def _is_named_as_published(time: etree._Element) -> bool:
    return (
        time.get("pubdate") is not None
        or "datepublished" in time.get("itemprop", "").lower().split()
        or bool(_DATES_OF_ARTICLES.search(time.get("class", "").lower()))
    )


def _language_of(tree: etree._Element, metas: Sequence[Meta]) -> str | None:
    stated = [tree.get("lang"), tree.get("{http://www.w3.org/XML/1998/namespace}lang"), tree.get("xml:lang")]
    for value in [*stated, *(meta.value for meta in metas)]:
        match = _LANGUAGE.match((value or "").strip().lower())
        if match:
            return match[0]
    return None


def _each_once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple({bare(name): name for name in reversed(list(names)) if bare(name)}.values())[::-1]
