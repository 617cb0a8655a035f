"""What head and front matter state by name, and ways to reach the site."""

from __future__ import annotations

import pytest

from tests.evidence.making import html, markdown, page


def test_every_meta_element_with_a_name_is_read() -> None:
    """By name or property, in lower case; an empty value is one."""
    read = page(
        html(head='<meta name="Syndication-Source" content="https://orig.example/a"><meta property="og:x" content="">')
    )
    stated = {meta.name: meta.text for meta in read.head}

    assert ("https://orig.example/a", "") == (stated["syndication-source"], stated["og:x"])


def test_front_matter_is_read_by_key() -> None:
    """With its place; lists and nothing are left out."""
    read = page(markdown(front="title: Water\nsyndicated_from: https://orig.example/a\ntags: [a, b]\ndraft:"))
    stated = {meta.name: (meta.text, meta.location.line) for meta in read.head}

    assert {"title": ("Water", 2), "syndicated_from": ("https://orig.example/a", 3)} == stated


def test_endless_heads_are_cut() -> None:
    """What is read is bounded."""
    assert 200 == len(page(html(head='<meta name="a" content="b">' * 5_000)).head)


@pytest.mark.parametrize(
    ("href", "reaches"),
    [
        ("/contact", True),
        ("https://host.example/contact-us/", True),
        ("/kontakt.html", True),
        ("/impressum", True),
        ("mailto:editors@host.example?subject=Hello", True),
        ("tel:+49 30 1234567", True),
        ("mailto:?subject=Read%20this", False),
        ("/contact-lenses-for-everybody", False),
        ("javascript:contact()", False),
        ("#", False),
    ],
)
def test_ways_to_reach_the_site(href: str, reaches: bool) -> None:
    """Anywhere on the page; mails to friends are none."""
    assert reaches == bool(page(html(footer=f'<a href="{href}">Link</a>')).contacts)
