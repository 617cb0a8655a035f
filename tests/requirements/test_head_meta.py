"""What is stated in the head, and `site-contact`."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from licencecheck.model import Attestation, HeadMeta, Original, Place, Role, SiteProfile, Target
from tests.requirements.making import ARTICLE, RIVER_POST, at, link, page, said, verdict


def head(**stated: str) -> Any:
    """Make a page whose head states things; `_` stands for `-`."""
    return page(head=tuple(meta(name.replace("_", "-"), value) for name, value in stated.items()))


def meta(name: str, value: str) -> HeadMeta:
    """Make a statement of the head."""
    return HeadMeta(text=value, location=at(3), role=Role.HEAD, place=Place.META, name=name)


SOURCE = {"name": "syndication-source", "content": "url"}


@pytest.mark.parametrize(
    ("value", "known", "outcome"),
    [
        (ARTICLE, ARTICLE, "pass"),
        (f"{ARTICLE}?utm_source=bell", ARTICLE, "pass"),
        ("https://river.example/other", ARTICLE, "fail"),
        ("https://river.example/other", None, "pass"),
        ("https://bell.example/ferry", None, "fail"),
        ("not an address", None, "fail"),
        ("", None, "fail"),
    ],
)
def test_an_address_in_the_head(value: str, known: str | None, outcome: str) -> None:
    """By the article's where it is known, else by whose it is."""
    assert outcome == said("head-meta", SOURCE, page=head(syndication_source=value), original=Original(url=known))[0]


def test_without_any_address_to_compare_a_person_looks() -> None:
    """Under the terms of a publisher without domains."""
    from dataclasses import replace

    anyone = replace(RIVER_POST, domains=())

    assert "review" == said("head-meta", SOURCE, page=head(syndication_source=ARTICLE), publisher=anyone)[0]


def test_words_in_the_head() -> None:
    """As they are, or as one of a list."""
    rule = {"name": "robots", "content": "noindex"}

    assert "pass" == said("head-meta", rule, page=head(robots="NoIndex"))[0]
    assert "pass" == said("head-meta", rule, page=head(robots="noindex, follow"))[0]
    assert "fail" == said("head-meta", rule, page=head(robots="index"))[0]
    assert "pass" == said("head-meta", {"name": "robots"}, page=head(robots="anything"))[0]


def test_what_must_not_be_there() -> None:
    """At all, or with these words."""
    rule = {"name": "robots", "mode": "forbidden"}

    assert ("pass", 'Found no "robots" in the head of the page') == said("head-meta", rule, page=page())
    assert "fail" == said("head-meta", rule, page=head(robots="all"))[0]
    assert "pass" == said("head-meta", rule | {"content": "noindex"}, page=head(robots="all"))[0]


def test_front_matter_has_keys_of_its_own() -> None:
    """`-` may be `_`, and generators have their words."""
    rule = SOURCE | {"keys": ["syndicated_from"]}

    def post(key: str) -> Any:
        return page(format="markdown", head=(meta(key, ARTICLE),))

    assert "pass" == said("head-meta", rule, page=post("syndicated_from"))[0]
    assert "pass" == said("head-meta", rule, page=post("syndication_source"))[0]
    assert "fail" == said("head-meta", rule, page=post("source"))[0]
    missing = verdict("head-meta", rule, page=page(format="markdown"), original=Original(url=ARTICLE))
    assert f"syndicated_from: {ARTICLE}" == missing.paste


def test_what_is_pasted_cannot_break_out() -> None:
    """Words of a rule file are data."""
    judged = verdict("head-meta", {"name": "og:x", "content": '"><script>'}, page=page())

    assert '<meta property="og:x" content="&quot;&gt;&lt;script&gt;">' == judged.paste


def test_a_site_that_can_be_reached_passes() -> None:
    """By mail, telephone or a page."""
    contact = link("mailto:editors@bell.example", target=Target.OTHER)

    assert ("pass", 'Found a way to reach the site, "mailto:editors@bell.example"') == said(
        "site-contact", page=page(contacts=(contact,))
    )


@pytest.mark.parametrize(("answer", "outcome"), [("yes", "pass"), ("no", "fail")])
def test_a_person_may_know_of_another_page(answer: str, outcome: str) -> None:
    """The answer counts for the site, until it expires."""

    def judged(until: date | None) -> tuple[str, str]:
        given = Attestation(id="site-contact", answer=answer, who="Ann", on=date(2026, 1, 1), until=until)
        return said("site-contact", page=page(), profile=SiteProfile(attestations=(given,)))

    assert outcome == judged(None)[0]
    assert ("review", "expired on 2026-02-01") == (judged(date(2026, 2, 1))[0], judged(date(2026, 2, 1))[1][-21:])
