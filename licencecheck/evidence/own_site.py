"""What on a page speaks for the site it stands on: hosts in its head and menus, names in header and footer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from lxml import etree

from licencecheck.documents.document import Document
from licencecheck.evidence.copyrights.notices import copyright_notices
from licencecheck.evidence.head.metadata import Metadata
from licencecheck.evidence.identity import hosts_of, is_own
from licencecheck.evidence.outlets import is_agency, is_home
from licencecheck.evidence.structured.reading import Structured
from licencecheck.model import Identity, SiteProfile
from licencecheck.text import bare, same_name, squeeze
from licencecheck.urls import host_of, is_profile, same_url, site_of

_ABSOLUTE = ("http://", "https://", "//")
_LONGEST_HREF = 80
_FOOTERS = frozenset({"footer", "site-footer", "colophon", "copyright"})
"""Names of boxes that are footers."""
_MENUS = ("nav", "header", "footer")
_TITLES = frozenset(["h1", "h2", "h3", "time", *_MENUS])
"""Elements within which a page links itself."""
_ADDRESS = re.compile(r"\s*(?:https?:)?//[^/]", re.IGNORECASE)
_BOX = re.compile(r"logo|(?:site|blog)[_-]?(?:title|name)|navbar-brand")
"""What elements are called, in small letters, that hold the name or the logo of the site."""
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}", re.IGNORECASE)
_ROOT = re.compile(r"\s*(?:https?:)?//[^/?#]+/?\s*")
_RELATIVE_ROOT = re.compile(r"(?:/|\./|(?:\.\./){1,9}|(?:\.?/|(?:\.\./){1,9})?(?:index|default)\.\w{3,5})")
_MOST_SLASHES = 3
"""In the address of a start page, if it does not go up by `../`."""
_LOGO = re.compile(r"^logo(?: of| de| von)?[ :-]+|[ -]+logo$", re.IGNORECASE)
_SUFFIX = 30
_MOST_HREFS, _MOST_MENUS, _MOST_HOMES, _MOST_FOOTERS, _FOOTER = 400, 30, 12, 3, 4_000
_HEAD = 500
"""Elements at the beginning of a page among which its name stands."""
_GIVEN, _NAMED_HOST, _STATED, _CANONICAL, _OWN = 1_000, 12, 5, 4, 4
_MOST_VOTES = 20
"""Links to one host that count, two for a vote: menus with absolute addresses outvote a foreign canonical."""


def votes_of(document: Document, metadata: Metadata) -> Counter[str]:
    """How much on the page speaks for each host being its own.

    Links in menus count twice, where no entry of the head says where the page stands.
    """
    linked = _votes_of_links(document, metadata)
    canonicals = [meta.value for meta in metadata.canonicals]
    votes = _joined(document, metadata, linked, canonicals)
    if not canonicals:
        return votes
    if hosts_of(SiteProfile(), votes) == hosts_of(SiteProfile(), _joined(document, metadata, linked, ())):
        return votes
    own = [address for address in canonicals if not _credits(document, metadata, address)]
    return _joined(document, metadata, linked, own)


def _joined(document: Document, metadata: Metadata, linked: Counter[str], canonicals: Iterable[str]) -> Counter[str]:
    """The votes of all that speaks for a host, of the canonical addresses only these."""
    votes: Counter[str] = Counter()
    if document.url:
        votes[host_of(document.url)] += _GIVEN
    for meta in metadata.self_urls:
        votes[host_of(meta.value)] += _STATED
    votes.update(dict.fromkeys(map(host_of, canonicals), _CANONICAL))
    for name in metadata.site_names:
        if _HOST.fullmatch(name):
            votes[host_of(name)] += _NAMED_HOST
    own = (metadata.base or "", *(meta.value for meta in metadata.own_addresses))
    for host in {host_of(address) for address in own}:
        votes[host] += _OWN
    votes.update(linked)
    names = {bare(name) for name in metadata.site_names}
    for host in votes:
        if bare(site_of(host).partition(".")[0]) in names:
            votes[host] += _NAMED_HOST
    del votes[""]
    return votes


def _votes_of_links(document: Document, metadata: Metadata) -> Counter[str]:
    votes: Counter[str] = Counter()
    if document.format == "html":
        addresses = (href for link in document.tree.iter("a") if (href := link.get("href", "")).startswith(_ABSOLUTE))
        links = Counter(map(_place, islice(addresses, _MOST_HREFS)))
        if not metadata.self_urls:
            links.update(map(_place, islice(_hrefs_of_menus(document.tree), _MOST_HREFS)))
        for place, count in links.items():
            votes[host_of(place)] += min(count, _MOST_VOTES) // 2
    return votes


def _credits(document: Document, metadata: Metadata, canonical: str) -> bool:
    """Whether the page links its canonical address as another's: by a name of that host, and not by its own.

    "From <a href=(canonical)>River Post</a>" in the text of a page that calls itself "My Blog" speaks of its original.
    """
    host = host_of(canonical)
    site, there = site_of(host), Identity(hosts=(host,))
    if any(is_own(there, name=name) for name in metadata.site_names):
        return False
    links = [link for link in islice(document.tree.iter("a"), _MOST_HREFS) if site_of(link.get("href", "")) == site]
    to_page = [
        link
        for link in links
        if same_url(link.get("href", ""), canonical)
        and not any(above.tag in _TITLES for above in (link, *link.iterancestors()))
    ]
    if not any(not (metadata.title and same_name(_text_of(link), metadata.title)) for link in to_page):
        return False
    texts = map(_text_of, links)
    if not any(1 < len(text) <= _SUFFIX and is_own(there, name=text) for text in texts):
        return False
    own = [*metadata.site_names, *names_of(document.tree, ())]
    return bool(own) and not any(is_own(there, name=name) for name in own)


def _text_of(link: etree._Element) -> str:
    return squeeze("".join(map(str, islice(link.itertext(), _FOOTER)))[:_FOOTER])


def votes_in_data(structured: Structured) -> Counter[str]:
    """What the structured data says of where the article stands, for pages whose head and menus say nothing."""
    addresses = (value.value for value in structured.of("mainEntityOfPage", "url"))
    return Counter({host: _OWN for address in addresses if (host := host_of(address))})


def names_of(tree: etree._Element, hosts: Collection[str]) -> Iterator[str]:
    """What links to the start page, boxes for name and logo, and the copyright line of the footer call the site.

    The boxes may hold the logo of the agency that an article comes from, the footer its copyright line.
    """
    yield from _names_of_home(tree, hosts)
    yield from (name for name in (*_names_in_boxes(tree, hosts), *_holders(tree)) if not is_agency(name))


def _hrefs_of_menus(tree: etree._Element) -> Iterator[str]:
    """Addresses with a host in menus, header and footer of the page; accounts elsewhere are none of the site."""
    menus = _of_site(islice(tree.iter(*_MENUS), _MOST_MENUS))
    links = {link: link.get("href", "") for menu in menus for link in islice(menu.iter("a"), _MOST_HREFS)}
    return (href for href in links.values() if _ADDRESS.match(href) and not is_profile(href))


def _of_site(elements: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """Those of the elements that stand outside of the article."""
    return (element for element in elements if not any(a.tag in {"article", "main"} for a in element.iterancestors()))


def _place(href: str) -> str:
    return href.split("/", 3)[2]


def _names_of_home(tree: etree._Element, hosts: Collection[str]) -> Iterator[str]:
    """What the first links to the own start page are called, words for "Home" left out."""
    sites = {site_of(host) for host in hosts}
    links = ((link, link.get("href")) for link in tree.iter("a"))
    homes = (link for link, href in links if href is not None and _leads_home(href, sites))
    for link in islice(homes, _MOST_HOMES):
        yield from _names_in(link)


def _names_in_boxes(tree: etree._Element, hosts: Collection[str]) -> Iterator[str]:
    """What is written in boxes for name and logo, but for those of others, which link there: "powered by"."""
    sites = {site_of(host) for host in hosts}
    body = tree.find("body")
    elements = (tree if body is None else body).iter("*")
    boxes = (e for e in islice(elements, _HEAD) if _is_named_for_site(f"{e.get('class', '')} {e.get('id', '')}"))
    for box in islice(_of_site(boxes), _MOST_HOMES):
        link = next((e for e in (box, *box.iterancestors("a")) if e.tag == "a"), None)
        href = "" if link is None else link.get("href", "")
        if not _ADDRESS.match(href) or site_of(href.strip()) in sites:
            yield from _names_in(box)


def _is_named_for_site(names: str) -> bool:
    low = names.lower()  # every such name holds one of these pieces, and they are quicker to look for
    may_be = "logo" in low or "name" in low or "title" in low or "brand" in low
    return may_be and _BOX.search(low) is not None


def _holders(tree: etree._Element) -> Iterator[str]:
    footers: list[etree._Element] = []
    boxes: list[etree._Element] = []
    for element in tree.iter("footer", "div"):  # one walk: each costs as much
        if element.tag == "footer":
            footers.append(element)
        elif element.get("id") in _FOOTERS:
            boxes.append(element)
    last = [*footers, *boxes][-_MOST_MENUS:]
    for footer in islice(_of_site(last), _MOST_FOOTERS):
        text = squeeze(" ".join(map(str, islice(footer.itertext(), _FOOTER)))[:_FOOTER])
        for notice in copyright_notices(text):
            yield from notice.holders


def _leads_home(href: str, sites: Collection[str]) -> bool:
    if len(href) >= _LONGEST_HREF:
        return False
    href = href.strip()
    if href.count("/") > _MOST_SLASHES and not href.startswith("."):
        return False
    return _RELATIVE_ROOT.fullmatch(href) is not None or (_ROOT.fullmatch(href) is not None and site_of(href) in sites)


def _names_in(element: etree._Element) -> Iterator[str]:
    """The words of an element and of the first picture in it, if they are as short as a name."""
    pictures = islice(element.iter("img"), 1)
    for text in (
        "".join(map(str, islice(element.itertext(), _FOOTER))),
        *(picture.get("alt", "") for picture in pictures),
    ):
        name = _LOGO.sub("", squeeze(text[:_FOOTER]))
        if 1 < len(name) <= _SUFFIX and not is_home(name):
            yield name
