"""Contradictions between what readers see and what the data says of the origin."""

from __future__ import annotations

import pytest

from tests.evidence.making import html, markdown, page

CREDIT = '<p>Originally published by <a href="https://orig.example/water">River Post</a>.</p>'
ELSEWHERE = '<link rel="canonical" href="https://hill.example/water">'


def test_canonical_of_a_third_site_contradicts_the_credit() -> None:
    """Both statements are named and placed."""
    (conflict,) = page(html(bottom=CREDIT, head=ELSEWHERE), url="https://host.example/water").conflicts

    assert conflict.text == (
        'The credit to "River Post" links orig.example, but `canonical` of another site names https://hill.example/water'
    )
    assert 2 == len(set(conflict.between))


def test_front_matter_of_a_third_site_contradicts_the_credit() -> None:
    """What the theme prints and what the text says are two origins."""
    text = markdown(
        front="title: Water\noriginal_url: https://hill.example/water",
        bottom="Originally published by [River Post](https://orig.example/water).",
    )

    assert ["names https://hill.example/water" in conflict.text for conflict in page(text).conflicts] == [True]


@pytest.mark.parametrize(
    ("bottom", "head"),
    [
        pytest.param(CREDIT, '<link rel="canonical" href="https://www.orig.example/w">', id="another page of the site"),
        pytest.param(CREDIT, "", id="own canonical"),
        pytest.param("<p>Originally published by River Post.</p>", ELSEWHERE, id="a credit without a link"),
        pytest.param("", ELSEWHERE, id="no visible credit"),
    ],
)
def test_no_contradiction(bottom: str, head: str) -> None:
    """The same site twice, or an address beside a name, contradicts nothing."""
    assert () == page(html(bottom=bottom, head=head), url="https://host.example/water").conflicts
