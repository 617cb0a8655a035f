"""What is pasted for one rule: the terms' line that does what it asks, else one in our words."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from licencecheck.model import CreditTemplate, Original, Party, Target
from licencecheck.requirements.asked_line import Asked, completed
from tests.requirements.making import ARTICLE, RIVER_POST, case, credit, link, page, verdict

HOUSE = f'This article was originally published by <a href="{ARTICLE}">River Post</a>.'
HOME = "https://river.example"
NAME = CreditTemplate(id="name", texts=("By the River Post",), at="top")
READ = CreditTemplate(id="read", texts=("Read it at {url}",), at="bottom")
KNOWN = Original(url=ARTICLE, title="The ferry returns")


def pasted(kind: str, parameters: Mapping[str, object], *lines: CreditTemplate) -> str | None:
    return verdict(kind, dict(parameters), page=page(), credit=lines, original=KNOWN).paste


@pytest.mark.parametrize(
    ("parameters", "line"),
    [
        ({}, f'Read it at <a href="{ARTICLE}">{ARTICLE}</a>'),
        ({"at": "top"}, f'Read it at <a href="{ARTICLE}">{ARTICLE}</a>'),
        ({"to": ("homepage",)}, f'This article was originally published by <a href="{HOME}">River Post</a>.'),
        ({"to": ("article", "homepage")}, f'Read it at <a href="{ARTICLE}">{ARTICLE}</a>'),
        ({"anchor": "title"}, f'“<a href="{ARTICLE}">The ferry returns</a>”. {HOUSE}'),
    ],
)
def test_line_links_what_is_asked(parameters: Mapping[str, object], line: str) -> None:
    """The terms' own line, wherever it stands among others, if it does."""
    wrong_anchor = credit("River Post", 9, link(text="here")) if "anchor" in parameters else None
    shown = page(credits=(wrong_anchor,) if wrong_anchor else ())

    assert line == verdict("original-link", dict(parameters), page=shown, credit=(NAME, READ), original=KNOWN).paste


def test_line_names_what_is_asked() -> None:
    """A line that only links does not."""
    assert "By the River Post" == pasted("source-credit", {}, READ, NAME)
    assert HOUSE == pasted("source-credit", {}, READ)
    assert f"{HOUSE} © River Post." == pasted("source-credit", {"as": "owner"}, READ)


def test_line_with_a_gap_for_the_first_publisher_names_it() -> None:
    """Also where it is a network's line."""
    asked, values = Asked(names=("original",)), {"original": "Wire Service"}
    shown = page(credits=(credit("Wire Service", 9, link("https://wire.example/ferry-1234")),))
    line = "It first appeared on {original|original_home}."

    assert [line] == list(completed(line, asked, values, "en", case("source-credit", page=shown, layer="network")))


def test_line_of_the_place_comes_first() -> None:
    """Of several that do."""
    below = CreditTemplate(id="below", texts=("Reprinted from the River Post",), at="bottom")

    assert "Reprinted from the River Post" == pasted("source-credit", {"at": "bottom"}, NAME, below)
    assert "By the River Post" == pasted("source-credit", {"at": "top"}, below, NAME)


def test_publisher_that_was_not_the_first_is_not_said_to_be() -> None:
    """The wire service was; both are named where both are asked for."""
    wire = credit("Wire Service", 9, link("https://wire.example/ferry-1234"))
    via = f'Published by <a href="{ARTICLE}">River Post</a>.'
    shown = page(credits=(wire,))

    assert via == verdict("original-link", page=shown, original=KNOWN).paste
    first = 'This article was originally published by <a href="https://wire.example/ferry-1234">Wire Service</a>.'
    both = verdict("source-credit", {"names": ("publisher", "original")}, page=shown, original=KNOWN)
    assert f"{first} {via}" == both.paste


def test_address_that_nobody_knows_is_one_gap_and_a_link() -> None:
    """The words are filled in with it."""
    judged = verdict("original-link", page=page(), credit=(READ,), publisher=RIVER_POST)

    assert 'Read it at <a href="{url}">{url}</a>' == judged.paste


def test_party_that_the_rule_names_is_named() -> None:
    """Whoever publishes it."""
    assert 'This article was originally published by <a href="{original_url}">Ferry Pool</a>.' == (
        verdict("source-credit", {"names": ("Ferry Pool",)}, page=page(), publisher=Party(name="Somebody")).paste
    )


@pytest.mark.parametrize("href", ["{url}", "{original_url}", "%7Boriginal_url%7D"])
def test_line_that_was_pasted_as_it_was_has_a_gap(href: str) -> None:
    """It is no link into the site."""
    shown = page(credits=(credit("River Post", 9, link(href, target=Target.DEAD)),))
    gap = href.replace("%7B", "{").replace("%7D", "}")

    assert f'Expected a link to the River Post article, found the gap "{gap}", which is to be filled in' == (
        verdict("original-link", page=shown).message
    )
