"""What the original has and the copy keeps: `author-bio-kept`, `disclaimer-kept`, `embeds-kept`, taglines."""

from __future__ import annotations

import time
from typing import Any

import pytest

from licencecheck.model import Embed, Original, Page, Place, Role
from tests.requirements.making import at, block, page, said, verdict

BIO = "Jane Doe is a reporter at the River Post who writes about the harbour and its people."
LINES = {"author-bio-kept": "bio", "disclaimer-kept": "disclosure"}
EVERY = pytest.mark.parametrize("requires", LINES)


def line(text: str = BIO, kind: str = "bio", **more: Any) -> Any:
    """Make a line below the article."""
    return block(text, Role.BODY, signals=(kind,), **more)


def with_lines(*lines: Any) -> Page:
    """Make a page with lines below the article."""
    return page(blocks=lines)


@EVERY
def test_without_the_original_a_person_looks(requires: str) -> None:
    """Nothing on the copy tells what is gone."""
    assert ("review", "the original is not given") == tuple(
        part.rpartition(": ")[2] for part in said(requires, page=with_lines(line()))
    )


@EVERY
def test_an_original_without_such_lines_asks_for_none(requires: str) -> None:
    """If supplied, as licences say."""
    assert "notApplicable" == said(requires, page=page(), original=Original(page=with_lines(line(kind="x"))))[0]


@EVERY
@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (BIO, "pass"),
        (BIO.upper().replace("'", "’"), "pass"),
        (BIO.removesuffix(" who writes about the harbour and its people."), "fail"),
        ("Ben Loe keeps bees.", "fail"),
    ],
)
def test_lines_are_compared(requires: str, text: str, outcome: str) -> None:
    """Capitals and quotation marks never matter, words do."""
    original = Original(page=with_lines(line(kind=LINES[requires])))

    assert (
        outcome
        == said(requires, page=with_lines(block("First published by River Post"), line(text)), original=original)[0]
    )


@EVERY
def test_lines_in_the_sidebar_are_not_kept(requires: str) -> None:
    """They belong to the article."""
    original = Original(page=with_lines(line(kind=LINES[requires])))
    copy = with_lines(line(place=Place.ASIDE))

    assert "none" == said(requires, page=copy, original=original)[1].rpartition("found ")[2]


def test_a_lost_line_is_given_to_paste() -> None:
    """As the original has it."""
    judged = verdict("author-bio-kept", page=page(), original=Original(page=with_lines(line())))

    assert (BIO, at(20)) == (judged.paste, judged.location)


def test_many_lines_take_little_time() -> None:
    """Pages may be made of nothing but such lines."""
    many = with_lines(*(line(f"{number} {BIO} " * 3) for number in range(4_000)))
    start = time.process_time()

    assert "pass" == said("author-bio-kept", page=many, original=Original(page=many))[0]
    assert time.process_time() - start < 2


TAGLINE = "River Post is a cooperative of the harbour towns, owned by its readers."
FROM_ORIGINAL = {"from": "original", "at": "bottom"}


def test_the_tagline_of_the_original_is_kept() -> None:
    """Whatever its last lines say of the publisher, but for credits and bios."""
    original = Original(page=with_lines(block(TAGLINE, Role.BODY), line(f"{BIO} She joined the River Post in 2020.")))

    assert "pass" == said("credit-line", FROM_ORIGINAL, page=with_lines(block(TAGLINE)), original=original)[0]
    assert ("fail", f'Expected the publisher\'s line "{TAGLINE}" after the article, found none') == said(
        "credit-line", FROM_ORIGINAL, page=page(), original=original
    )


def test_without_the_original_its_tagline_is_a_question() -> None:
    """And none where it has none."""
    assert "review" == said("credit-line", FROM_ORIGINAL, page=page())[0]
    assert "notApplicable" == said("credit-line", FROM_ORIGINAL, page=page(), original=Original(page=page()))[0]


def embed(url: str) -> Embed:
    """Make a frame within the article."""
    return Embed(text=url, location=at(6), url=url)


def test_embeds_are_compared_by_address() -> None:
    """Without what only tracks readers."""
    chart, video = embed("https://charts.example/7"), embed("https://video.example/embed/8")
    original = Original(page=page(embeds=(chart, video)))

    tracked = embed("https://video.example/embed/8?utm_source=bell")
    assert "pass" == said("embeds-kept", page=page(embeds=(tracked, chart)), original=original)[0]
    assert ("fail", 'Expected "https://video.example/embed/8", which the original embeds, found others only') == said(
        "embeds-kept", page=page(embeds=(chart,)), original=original
    )
    assert "notApplicable" == said("embeds-kept", page=page(embeds=(chart,)), original=Original(page=page()))[0]
    assert "review" == said("embeds-kept", page=page(embeds=(chart,)))[0]
