"""Republication counters, and analytics that are none."""

from __future__ import annotations

import html
import time
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licencecheck.evidence.counters.families import CounterMatch, counter_of
from tests.evidence import making

CONVERSATION = "https://counter.theconversation.com/content/112233/count.gif?distributor=republish-lightbox-basic"
TRACKER = "https://news.orig.example/?republication-pixel=true&post=77&ga4=G-ABC"
HOOK = "https://theconversation.com/javascripts/lib/content_tracker_hook.js"
FOLDER = "https://news.orig.example/plugins"
CONVERSATION_MATCH = CounterMatch("the-conversation", "112233", "theconversation.com")
TRACKER_MATCH = CounterMatch("republication-tracker-tool", "77", "news.orig.example")


@pytest.mark.parametrize(
    ("text", "match"),
    [
        (CONVERSATION, CONVERSATION_MATCH),
        (CONVERSATION.upper(), CONVERSATION_MATCH),
        ("//counter.theconversation.edu.au/content/112233/count.gif", CONVERSATION_MATCH),
        (f"![The Conversation]({CONVERSATION})And then", CONVERSATION_MATCH),
        (f'<img data-src="{CONVERSATION}" width="1">', CONVERSATION_MATCH),
        (f"https://i0.wp.com/{CONVERSATION.removeprefix('https://')}&ssl=1", CONVERSATION_MATCH),
        (f"https://proxy.example/?u={quote(CONVERSATION, safe='')}", CONVERSATION_MATCH),
        (f"{CONVERSATION} 1x, {CONVERSATION} 2x", CONVERSATION_MATCH),
        (
            "https://theconversation.com/javascripts/lib/content_tracker_hook.js",
            CounterMatch("the-conversation", None, "theconversation.com"),
        ),
        (
            '<script id="theconversation_tracker_hook" data-x="//counter.theconversation.com/content/112233/count">',
            CONVERSATION_MATCH,
        ),
        ("http://pixel.propublica.org/pixel.js", CounterMatch("propublica", None, "propublica.org")),
        (TRACKER, TRACKER_MATCH),
        (html.escape(TRACKER), TRACKER_MATCH),
        (html.escape(html.escape(TRACKER)), TRACKER_MATCH),
        (f"![]({TRACKER})", TRACKER_MATCH),
        ("https://i2.wp.com/news.orig.example/?republication-pixel=true&post=77&ssl=1", TRACKER_MATCH),
        ("https://www.news.orig.example/?post=77&republication-pixel=true", TRACKER_MATCH),
        (
            "https://news.orig.example/blog/wp-content/plugins/republication-tracker-tool/includes/pixel.php?post=77&ga=UA-1",
            TRACKER_MATCH,
        ),
        (
            '<script id="republication-tracker-tool-source" data-postid="77" data-pluginsdir="//news.orig.example/p">',
            TRACKER_MATCH,
        ),
        ("republication-tracker-tool-source", CounterMatch("republication-tracker-tool")),
        (
            'PARSELY = {autotrack: false, onload(){ PARSELY.beacon.trackPageView({url: "http://orig.example/a"})}}',
            CounterMatch("parsely", None, "orig.example"),
        ),
        (
            "https://orig.example/api/republish-beacon?post=7",
            CounterMatch("republication-beacon", None, "orig.example"),
        ),
        ("https://pixel.orig.example/pixel.gif?key=abc", CounterMatch("pixel-ping", None, "pixel.orig.example")),
    ],
)
def test_counter(text: str, match: CounterMatch) -> None:
    """Each family is known in every form in which it travels."""
    assert counter_of(text) == match


def test_foreign_analytics_key_is_a_counter() -> None:
    """A Parse.ly key of another site than the page's counts for that site."""
    key = "//cdn.parsely.com/keys/orig.example/p.js"
    assert counter_of(key, own_hosts=["copy.example"]) == CounterMatch("parsely", None, "orig.example")


@pytest.mark.parametrize("own_hosts", [["orig.example"], ["www.orig.example"], ["news.orig.example"], []])
def test_own_analytics_key_is_no_counter(own_hosts: list[str]) -> None:
    """A Parse.ly key of the page's own site, or of nobody knows whose, is ordinary analytics."""
    assert counter_of("//cdn.parsely.com/keys/orig.example/p.js", own_hosts) is None


@pytest.mark.parametrize(
    "text",
    [
        "https://vg07.met.vgwort.de/na/0123456789abcdef0123456789abcdef",
        "https://www.google-analytics.com/collect?v=1&dl=https%3A%2F%2Forig.example",
        "https://sb.scorecardresearch.com/p?c1=2",
        "https://theconversation.com/a-title-112233",
        "https://orig.example/content/112233/count.gif",
        "https://orig.example/pixel.gif",
        "https://www.propublica.org/article/a",
        "window.PARSELY = window.PARSELY || {};",
        "",
    ],
)
def test_false_friend(text: str) -> None:
    """Other images, links and analytics are no republication counters."""
    assert counter_of(text, own_hosts=["copy.example"]) is None


PIECES = [
    CONVERSATION,
    "republication-pixel=true",
    "&post=",
    "%",
    "/pixel.gif?key=",
    "PARSELY = {autotrack: false",
    "'",
    "\ud800",
]


@given(st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), max_size=8).map("".join)))
def test_junk_never_raises(text: str) -> None:
    """Any string has an answer."""
    assert counter_of(text, [text]) is None or counter_of(text, [text])


@pytest.mark.parametrize(
    "piece", ["a.", "&amp;", "theconversation", "parsely={autotrack:false", "republication-", "?a=1&", "%25"]
)
def test_long_junk_takes_little_time(piece: str) -> None:
    """A megabyte of script is read in linear time."""
    started = time.perf_counter()
    counter_of(piece * (1_000_000 // len(piece)), ["copy.example"])
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize(
    ("markup", "urls"),
    [
        ('<img src="https://stats.example/7" width="1" height="1">', ["https://stats.example/7"]),
        ('<img src="//stats.example/7" style="width:1px; height:0">', ["//stats.example/7"]),
        ('<img data-src="https://stats.example/7" src="data:," width=1 height=1>', ["https://stats.example/7"]),
        ('<script src="https://stats.example/c.js" async></script>', ["https://stats.example/c.js"]),
        ('<img src="https://stats.example/7" style="max-width:1px;height:1px">', []),
        ('<img src="https://stats.example/7.jpg" width="100" height="1">', []),
        ('<img src="/7" width="1" height="1"><script>count()</script>', []),
    ],
)
def test_beacons(markup: str, urls: list[str]) -> None:
    """What is loaded from elsewhere and not seen may count readers."""
    assert urls == [beacon.url for beacon in making.page(making.html(bottom=f"<p>{markup}</p>")).beacons]


@pytest.mark.parametrize(
    ("script", "url", "article"),
    [
        (
            f'<script id="theconversation_tracker_hook" src="{HOOK}" data-counter="{CONVERSATION}"></script>',
            CONVERSATION,
            "112233",
        ),
        (
            f'<script id="republication-tracker-tool-source" data-postid="77" data-pluginsdir="{FOLDER}"></script>',
            "republication-tracker-tool-source",
            "77",
        ),
    ],
)
def test_a_script_tells_its_article_in_another_attribute(script: str, url: str, article: str) -> None:
    """The address of the script is the same for all articles."""
    assert [(url, article)] == [
        (counter.url, counter.article_id) for counter in making.page(making.html(bottom=script)).counters
    ]


@pytest.mark.parametrize("script", [f'<img src="{CONVERSATION}">', f'<img src="{TRACKER}">'])
def test_a_counter_alone_tells_a_repost(script: str) -> None:
    """Nobody loads it without an article of that publisher."""
    read = making.page(making.html(bottom=script))
    assert (True, True) == (read.repost.is_repost, (read.chain[0].name or "").endswith((".com", ".example")))
    assert making.page(making.markdown(bottom=script)).repost.is_repost


def test_a_counter_that_tells_no_article_is_a_hint() -> None:
    """ProPublica's script is the same for its articles and its data."""
    decision = making.page(making.html(bottom='<script src="https://pixel.propublica.org/pixel.js"></script>')).repost
    assert (False, "low", ("counter of propublica.org",)) == (
        decision.is_repost,
        decision.confidence.value,
        decision.signals,
    )


def test_counters_of_the_own_site_and_of_collecting_societies_tell_none() -> None:
    """A publisher's own page may hold its counter, and every author may have a mark."""
    for script in (
        f'<img src="https://{making.HOST}/?republication-pixel=true&post=77">',
        '<img src="https://vg07.met.vgwort.de/na/0123456789abcdef0123456789abcdef">',
    ):
        assert not making.page(making.html(bottom=script)).repost.is_repost
