"""Cutting a page into runs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from licencecheck.evidence.layout.cutting import runs_of
from licencecheck.evidence.layout.runs import Run


def runs(markup: str) -> list[Run]:
    """Runs of a page with this body."""
    parser = etree.HTMLParser(encoding="utf-8")
    return runs_of(etree.fromstring(f"<html><body>{markup}</body></html>".encode(), parser))


def test_blocks_and_breaks_part_runs() -> None:
    """A paragraph border and a line break each end a run."""
    found = [(run.text, run.after_break) for run in runs("<p>One <b>two</b><br>three</p><p>four</p>")]

    assert [("One two", False), ("three", True), ("four", False)] == found


def test_white_space_is_folded() -> None:
    """Runs of white space count as one space, across inline elements too."""
    assert ["One two three"] == [run.text for run in runs("<p>\n One <i> two </i>\n\t three </p>")]


def test_links_carry_their_span() -> None:
    """A link knows the characters of the run that it covers."""
    run = runs('<p>Read <a href="/a"> the original </a>.</p>')[0]

    assert "the original" == run.text[run.links[0].start : run.links[0].end]


def test_a_link_around_blocks_covers_each() -> None:
    """A link that holds several blocks stands in each of their runs."""
    assert [1, 1] == [len(run.links) for run in runs('<a href="/a"><div>One</div><div>two</div></a>')]


def test_hidden_and_silent_elements_say_nothing() -> None:
    """What no reader sees is no text, but what follows it is."""
    markup = '<p>a<script>var x = "b"</script><span style="display: none">c</span><span hidden>d</span>e<!-- f -->g</p>'
    frames = "<noframes><p>h</p></noframes>"

    assert ["aeg"] == [run.text for run in runs(markup + frames)]


def test_offsets_lead_back_to_the_text_node() -> None:
    """The node and index of every character are those of the source text."""
    run = runs("<p>\n One <i> two </i>\n\t three<!-- x --> and <b>four</b> </p>")[0]
    for offset, character in enumerate(run.text):
        source = run.source_of(offset)
        assert source is not None
        element, part, index = source
        raw = (element.text if part == "text" else element.tail) or ""
        assert character in {raw[index], " "}


_PIECES = ["a", " ", "<b>", "</b>", "<p>", "<br>", "<a href=x>", "</a>", "<!--c-->", "&amp;", "\n"]


@given(st.lists(st.sampled_from(_PIECES)))
def test_runs_hold_every_visible_word_once(pieces: list[str]) -> None:
    """Whatever the markup, the letters of the runs are those of the page."""
    found = runs("".join(pieces))

    assert pieces.count("a") == sum(run.text.count("a") for run in found)
    assert all(0 <= link.start <= link.end <= len(run.text) for run in found for link in run.links)


def test_boxes_that_touch_are_parted() -> None:
    """Themes part by style sheets what they print beside each other: the page shows a gap, and so does the run."""
    markup = '<p><time>4 May 2021</time><span class="source">Source: <a href="/a">Hill Post</a></span><b>12</b></p>'
    run = runs(markup)[0]

    assert "4 May 2021 Source: Hill Post12" == run.text
    assert "4 May 2021|Source: Hill Post12" == run.parted
    assert "Hill Post" == run.text[run.links[0].start : run.links[0].end]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ('<span>SOURCE</span><a href="/a">Hill Post</a>', "SOURCE Hill Post"),
        ('<a href="/a">Facebook</a><a href="/b">Telegram</a>', "Facebook Telegram"),
        ('<span class="date">2021-05-04</span><span class="source">来源：山报</span>', "2021-05-04 来源：山报"),
        ('<span class="source">来源：山报</span><span class="views">参与</span>', "来源：山报 参与"),
        ('<span class="date">4 May</span><i class="icon"></i><span class="source">Hill Post</span>', "4 May Hill Post"),
    ],
)
def test_what_is_parted(markup: str, text: str) -> None:
    """Links, times and boxes with a word for their name are things of their own."""
    assert [text] == [run.text for run in runs(f"<p>{markup}</p>")]


@pytest.mark.parametrize(
    "markup",
    [
        '<span class="highlight">w</span><span class="underlined">ater</span>',
        "<b>Water</b><i>Works</i>",
        '<span class="dropcap">T</span><span class="opening">HE mill</span>',
        '<span class="s1">2021</span><span class="s2">年</span>',
        "江<b>畔</b><b>网</b>",
        '<a class="keyword" href="/a">江南</a><a class="keyword" href="/b">晚报</a>',
        '<code><span class="keyword">New</span><span class="name">Mill</span></code>',
        '<a href="/a">Mill</a><sup class="reference">12</sup>',
        "<b>H</b><sub>2</sub><b>O</b>",
    ],
)
def test_words_stay_whole(markup: str) -> None:
    """Letters that go on are one word, whatever the marks within it."""
    root = etree.fromstring(f"<p>{markup}</p>")

    assert ["".join(map(str, root.itertext()))] == [run.text for run in runs(f"<p>{markup}</p>")]


def test_offsets_across_gaps_lead_back() -> None:
    """A gap that the page shows moves no other character: each has its own node and index."""
    run = runs(
        '<p><time>4 May</time><span class="source"> Source: </span><a href="/a">Hill</a><a href="/b">Post</a></p>'
    )[0]

    assert "4 May Source: Hill Post" == run.text
    for offset, character in enumerate(run.text):
        source = run.source_of(offset)
        assert source is not None
        element, part, index = source
        assert character in {((element.text if part == "text" else element.tail) or "")[index], " "}
