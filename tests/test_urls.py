"""Addresses: classes of links, unwrapping, keys, hosts and sites."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licencecheck.model import Target
from licencecheck.urls import (
    host_of,
    on_domains,
    path_of,
    same_url,
    site_of,
    target_of,
    untracked,
    unwrap,
    url_key,
)

ARTICLE = "https://orig.example/post/28000"
BASE = "https://copy.example/blog/post.html"


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("https://orig.example/post/28000/", Target.ARTICLE),
        ("https://orig.example/?p=28000", Target.ARTICLE),
        ("https://orig.example/?2019-05-01", Target.ARTICLE),
        ("https://orig.example/#!/post/1", Target.ARTICLE),
        ("//orig.example/a", Target.ARTICLE),
        ("HTTPS://ORIG.EXAMPLE/A", Target.ARTICLE),
        ("  https://orig.example/a\n", Target.ARTICLE),
        ("https://orig.example/de/artikel", Target.ARTICLE),
        ("https://orig.example/a file.html", Target.ARTICLE),
        ("https://user:word@orig.example:8443/a", Target.ARTICLE),
        ("https://orig.example/go?to=https://third.example/b", Target.ARTICLE),
        ("https://proxy.example/https://orig.example/a", Target.ARTICLE),
        ("https://commons.example/wiki/File:Bridge.jpg", Target.ARTICLE),
        ("https://bücher.example/a", Target.ARTICLE),
        ("https://b%C3%BCcher.example/a", Target.ARTICLE),
        ("https://ads.example/hit/id=a/url=https://orig.example/a", Target.ARTICLE),
        ("https://ads.example/click?consent=${CONSENT}", Target.ARTICLE),
        ("http://orig.example", Target.HOMEPAGE),
        ("https://orig.example/", Target.HOMEPAGE),
        ("https://www.orig.example/index.html", Target.HOMEPAGE),
        ("https://orig.example/en/", Target.HOMEPAGE),
        ("https://orig.example/pt-br", Target.HOMEPAGE),
        ("https://orig.example/en/index.php", Target.HOMEPAGE),
        ("https://orig.example/?utm_source=feed", Target.HOMEPAGE),
        ("https://orig.example/?ref=copy", Target.HOMEPAGE),
        ("https://orig.example/#top", Target.HOMEPAGE),
        ("#", Target.DEAD),
        (" #top ", Target.DEAD),
        ("", Target.DEAD),
        ("   ", Target.DEAD),
        ("javascript:void(0)", Target.DEAD),
        ("JavaScript:;", Target.DEAD),
        ("about:blank", Target.DEAD),
        ("http://", Target.DEAD),
        ("https:", Target.DEAD),
        ("{{ page.original }}", Target.DEAD),
        ("https://orig.example/{{ slug }}", Target.DEAD),
        ("{% link a.md %}", Target.DEAD),
        ("[LINK]", Target.DEAD),
        ("<url>", Target.DEAD),
        ("%LINK%", Target.DEAD),
        ("URL", Target.DEAD),
        ("${url}", Target.DEAD),
        ("{original_url}", Target.DEAD),
        ("%7Burl%7D", Target.DEAD),
        ("https://no%20host/a", Target.DEAD),
        ("todo", Target.DEAD),
        ("http:/orig.example/a", Target.DEAD),
        ("https//orig.example/a", Target.DEAD),
        ("http;//orig.example/a", Target.DEAD),
        ("htp://orig.example/a", Target.DEAD),
        ("hhttps://orig.example/a", Target.DEAD),
        ("http://https://orig.example/a", Target.DEAD),
        ("http://http//orig.example/a", Target.DEAD),
        ("http://URL", Target.DEAD),
        ("http://orig.example, third.example", Target.DEAD),
        ("https://orig .example/a", Target.DEAD),
        ("https://orig..example/a", Target.DEAD),
        ("https://orig.example/ahttps://third.example/b", Target.DEAD),
        ("https://orig.example/a https://third.example/b", Target.DEAD),
        ("https://orig.example/https://orig.example/a", Target.DEAD),
        ("https://yourdomain.com/a", Target.DEAD),
        ("https://your-site.org", Target.DEAD),
        ("../x.html", Target.RELATIVE),
        ("/list/?m=x", Target.RELATIVE),
        ("how-i-learned-it", Target.RELATIVE),
        ("www.orig.example/a", Target.RELATIVE),
        ("orig.example:8080/a", Target.RELATIVE),
        ("?page=2", Target.RELATIVE),
        ("mailto:desk@orig.example", Target.OTHER),
        ("tel:+431234", Target.OTHER),
        ("whatsapp://send?text=a", Target.OTHER),
        ("ftp://orig.example/a", Target.OTHER),
        ("file:///home/a.html", Target.OTHER),
        ("data:image/png;base64,AAAA", Target.OTHER),
        ("http://localhost:4000/a", Target.OTHER),
        ("http://127.0.0.1/a", Target.OTHER),
        ("http://192.168.1.2/a", Target.OTHER),
        ("http://172.20.1.2/a", Target.OTHER),
        ("http://[::1]/a", Target.OTHER),
        ("http://intranet/a", Target.OTHER),
        ("https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Forig.example%2Fa", Target.OTHER),
        ("https://twitter.com/intent/tweet?url=https://orig.example/a", Target.OTHER),
        ("https://t.me/share/url?url=https://orig.example/a", Target.OTHER),
        ("https://bit.ly/2abc", Target.OTHER),
        ("https://news.google.com/rss/articles/CBMi", Target.OTHER),
        ("https://orig.example/img/photo.JPG", Target.OTHER),
        ("https://orig.example/" + "a" * 5000, Target.OTHER),
        (None, Target.NONE),
    ],
)
def test_class_of_a_link(href: str | None, target: Target) -> None:
    """Each form of href has its class."""
    assert target_of(href, base=BASE)[0] == target


def test_relative_link_is_resolved_against_the_base() -> None:
    """A relative link comes with its absolute address."""
    assert target_of("../x.html?a=1&amp;b=2", base=BASE) == (Target.RELATIVE, "https://copy.example/x.html?a=1&b=2")


def test_relative_link_without_base_has_no_address() -> None:
    """Without a base nothing is invented."""
    assert target_of("../x.html") == (Target.RELATIVE, None)


def test_schemeless_link_names_the_address_that_was_meant() -> None:
    """`www.orig.example/a` leads into the own site, but what was meant is known."""
    assert target_of("www.orig.example/a", base=BASE) == (Target.RELATIVE, "https://www.orig.example/a")


def test_dead_link_has_no_address() -> None:
    """A dead link has no address, even with a base."""
    assert target_of("#", base=BASE) == (Target.DEAD, None)


def test_an_entity_is_no_part_of_an_address() -> None:
    """`&copy=1` is a parameter, not a sign."""
    assert target_of("https://orig.example/a?x=2&copy=1")[1] == "https://orig.example/a?x=2&copy=1"


@pytest.mark.parametrize(
    "href",
    [
        "https://copy.example/go?url=https%3A%2F%2Forig.example%2Fa",
        "http://www.copy.example/",
        "//m.copy.example/other",
    ],
)
def test_own_host_is_relative(href: str) -> None:
    """Whatever stands on an own host, redirectors too, leads into the own site."""
    assert target_of(href, own_hosts=["copy.example"])[0] == Target.RELATIVE


def test_neighbours_on_a_platform_are_not_own() -> None:
    """Only the very host is own, not its neighbours."""
    assert target_of("https://b.github.io/a", own_hosts=["a.github.io"])[0] == Target.ARTICLE


def test_wrapped_own_page_is_relative() -> None:
    """An archived copy of an own page is an own page."""
    href = "https://web.archive.org/web/2019/https://copy.example/a"
    assert target_of(href, own_hosts=["copy.example"]) == (Target.RELATIVE, "https://copy.example/a")


@pytest.mark.parametrize(
    "url",
    [
        f"https://web.archive.org/web/20190203040506/{ARTICLE}",
        "https://web.archive.org/web/20190203040506id_/https:/orig.example/post/28000",
        "http://web.archive.org/web/2019/orig.example/post/28000",
        f"https://archive.ph/20190203040506/{ARTICLE}",
        "https://www.google.com/url?sa=t&url=https%3A%2F%2Forig.example%2Fpost%2F28000&usg=x",
        "https://www.google.co.uk/amp/s/orig.example/post/28000",
        "https://orig-example.cdn.ampproject.org/c/s/orig.example/post/28000",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Forig.example%2Fpost%2F28000&h=AT",
        "https://link.zhihu.com/?target=https%3A//orig.example/post/28000",
        "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Forig.example%2Fpost%2F28000&data=05",
        "https://urldefense.com/v3/__https://orig.example/post/28000__;!!abc$",
        f"https://href.li/?{ARTICLE}",
        "https://duckduckgo.com/l/?uddg=https%3A%2F%2Forig.example%2Fpost%2F28000",
        "https://duckduckgo.com/l/?uddg=https%253A%252F%252Forig.example%252Fpost%252F28000",
        f"https://translate.google.com/translate?sl=en&tl=de&u={ARTICLE}",
        "https://orig-example.translate.goog/post/28000?_x_tr_sl=en&_x_tr_tl=de",
        f"https://webcache.googleusercontent.com/search?q=cache:AbCdEfGhIjKl:{ARTICLE}",
        f"https://r.jina.ai/{ARTICLE}",
        "https://www.google.com/url?q=https%3A%2F%2Fweb.archive.org%2Fweb%2F2019%2Fhttps%3A%2F%2Forig.example%2Fpost%2F28000",
        ARTICLE,
    ],
)
def test_unwrapping(url: str) -> None:
    """Known wrappers are taken off, one within the other too."""
    assert unwrap(url) == ARTICLE


def test_unwrapping_stops_after_five_layers() -> None:
    """Nobody wraps six times: that is a trap."""
    url = "https://href.li/?" * 6 + ARTICLE
    assert unwrap(url) == f"https://href.li/?{ARTICLE}"


@pytest.mark.parametrize(
    "url", ["https://web.archive.org/", "https://www.google.com/search?q=a", "https://archive.ph/AbC"]
)
def test_a_wrapper_that_holds_nothing_stays(url: str) -> None:
    """A page of an archive or redirector is itself where it holds no address."""
    assert unwrap(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "http://www.orig.example/post/28000?utm_source=x&fbclid=1",
        "https://orig.example/post/28000/amp/",
        "https://m.orig.example/post/28000/?amp=1",
        "https://orig.example/post/28000/#comments",
        "HTTPS://Orig.Example:443/post/%32%38000",
        "https://orig.example//post/./x/../28000",
        "https://orig.example/post/28000/index.html",
        "https://orig.example/post/28000/comment-page-2/#comment-7",
        f"https://web.archive.org/web/2019/{ARTICLE}/",
    ],
)
def test_one_page_has_one_key(url: str) -> None:
    """Disguises of one address have the same key."""
    assert url_key(url) == "orig.example/post/28000"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("http://orig.example/?p=12", "http://orig.example/?p=13"),
        ("http://orig.example/a", "http://orig.example/b"),
        ("http://news.orig.example/a", "http://orig.example/a"),
        ("http://orig.example/#!/a", "http://orig.example/#!/b"),
        ("http://orig.example/?page=1", "http://orig.example/?page=2"),
        ("http://orig.example/a?page=1", "http://orig.example/a?page=2"),
        ("http://orig.example/?s=a", "http://orig.example/"),
        ("http://orig.example:8080/a", "http://orig.example/a"),
        ("http://orig.example/a%2Fb", "http://orig.example/a/b"),
    ],
)
def test_different_pages(a: str, b: str) -> None:
    """Whatever may tell two pages apart is kept."""
    assert not same_url(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("https://bücher.example/a b", "https://xn--bcher-kva.example/a%20b"),
        ("http://orig.example/?p=12&utm_medium=a", "https://www.orig.example/?p=12"),
        ("https://orig.example/%E4%B8%AD", "https://orig.example/中"),
        ("https://orig.example/a?b=1&a=2", "https://orig.example/a?a=2&b=1"),
        ("https://orig.example/a?ref=copy.example", "https://orig.example/a"),
        ("https://orig.example/a?id=3&source=x", "https://orig.example/a?id=3"),
    ],
)
def test_same_page(a: str, b: str) -> None:
    """Spelling, order, tracking and a trailing `ref=` make no other page."""
    assert same_url(a, b)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.Orig.Example/a", "orig.example"),
        ("orig.example/a", "orig.example"),
        ("orig.example:8080/a", "orig.example"),
        ("//m.orig.example", "orig.example"),
        ("https://amp.orig.example.", "orig.example"),
        ("https://en.m.orig.example/wiki", "en.orig.example"),
        ("https://www.example", "www.example"),
        ("https://user@orig.example:80/", "orig.example"),
        ("https://bücher.example/", "xn--bcher-kva.example"),
        ("https://news.orig.example", "news.orig.example"),
        ("mailto:a@orig.example", ""),
        ("/a/b", ""),
        ("https://[::1]:80/", "[::1]"),
        ("http://[orig", ""),
        ("", ""),
    ],
)
def test_host_of(url: str, host: str) -> None:
    """The host in one spelling, of an address or bare."""
    assert host_of(url) == host


@pytest.mark.parametrize(
    ("host", "site"),
    [
        ("news.orig.example", "orig.example"),
        ("a.b.orig.co.uk", "orig.co.uk"),
        ("a.github.io", "a.github.io"),
        ("x.a.github.io", "a.github.io"),
        ("a.blogspot.com", "a.blogspot.com"),
        ("a.blogspot.co.uk", "a.blogspot.co.uk"),
        ("a.wordpress.com", "a.wordpress.com"),
        ("wordpress.com", "wordpress.com"),
        ("www.gov.uk", "gov.uk"),
        ("a.xn--bcher-kva.example", "xn--bcher-kva.example"),
        ("a.xn--55qx5d.cn", "a.xn--55qx5d.cn"),
        ("localhost", "localhost"),
        ("", ""),
    ],
)
def test_site_of(host: str, site: str) -> None:
    """The registrable domain; on a platform one blog."""
    assert site_of(host) == site


@pytest.mark.parametrize(
    ("url", "domains", "expected"),
    [
        ("https://www.orig.example/a", ["orig.example"], True),
        ("https://news.orig.example/a", ["orig.example"], True),
        ("news.orig.example", ["*.orig.example"], True),
        ("https://orig.example/a", ["*.orig.example"], False),
        ("https://notorig.example/a", ["orig.example"], False),
        ("https://third.example/orig.example", ["orig.example"], False),
        ("https://orig.example/a", ["third.example", "www.orig.example"], True),
        ("https://orig.example/a", [""], False),
        ("/a", ["orig.example"], False),
    ],
)
def test_on_domains(url: str, domains: list[str], expected: bool) -> None:
    """A domain stands for its host and all below, `*.` for those below only."""
    assert on_domains(url, domains) is expected


PIECES = [
    "http",
    "https",
    ":",
    "/",
    "//",
    "?",
    "#",
    "@",
    "[",
    "]",
    "%",
    "%2F",
    ".",
    "www.",
    "orig.example",
    " ",
    "\ud800",
    "ü",
]


@given(st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), max_size=12).map("".join)))
def test_junk_never_raises(text: str) -> None:
    """Any string has an answer."""
    assert isinstance(target_of(text, base=text, own_hosts=[text])[0], Target)
    assert same_url(text, text)
    assert isinstance(site_of(text), str)
    assert on_domains(text, [text]) in {True, False}


@pytest.mark.parametrize(
    "piece", ["https://href.li/?", "/amp", "a.", "@", "%2f", "?a=1&", "//", ".cdn.ampproject.org/c/s/"]
)
def test_long_junk_takes_no_time(piece: str) -> None:
    """A megabyte of anything is answered at once."""
    url = "https://orig.example/" + piece * (1_000_000 // len(piece))
    started = time.perf_counter()
    target_of(url, base=url)
    url_key(url)
    site_of(url)
    assert time.perf_counter() - started < 0.5


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://orig.example/a?utm_source=x&utm_medium=y", "https://orig.example/a"),
        ("https://orig.example/a?id=7&utm_source=x&q=a%20b#notes", "https://orig.example/a?id=7&q=a%20b#notes"),
        ("https://orig.example/a?fbclid=1#top", "https://orig.example/a#top"),
        ("https://orig.example/a?ref=x", "https://orig.example/a?ref=x"),
        ("https://orig.example/a", "https://orig.example/a"),
        ("", ""),
    ],
)
def test_tracking_is_taken_off(url: str, expected: str) -> None:
    """Campaigns and clicks go, what tells the page stays as it is written."""
    assert expected == untracked(url)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://orig.example/2019/ferry/?page=2#end", "/2019/ferry/"),
        ("https://orig.example/2019/ferry#end?/of", "/2019/ferry"),
        ("https://orig.example?page=/2", ""),
        ("orig.example/2019/ferry", ""),
        ("mailto:jane@orig.example", ""),
        ("", ""),
    ],
)
def test_the_path_of_an_address_ends_before_its_query(url: str, expected: str) -> None:
    """Only an address with a host has one."""
    assert expected == path_of(url)
