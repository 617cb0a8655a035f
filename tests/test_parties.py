"""Who is who: names, addresses and the origin of an article."""

from __future__ import annotations

import pytest

from licencecheck.model import Confidence, Credit, CreditForm, CreditPart, Original, Party
from licencecheck.parties import (
    domains_of,
    first_publisher,
    is_credit_to,
    is_named,
    mentions,
    names_of,
    original_of,
    party_in,
    same_party,
)
from tests.requirements.making import ARTICLE, RIVER_POST, byline, case, credit, link, page


def test_a_party_has_its_former_names_and_domains() -> None:
    """Old copies credit old names."""
    renamed = Party(name="Canal Times", domains=("canal.example",), was=(RIVER_POST,))

    assert ("Canal Times", "River Post", "The River Post Online") == names_of(renamed)
    assert ("canal.example", "river.example") == domains_of(renamed)


def test_a_party_is_named_by_names_and_hosts() -> None:
    """Articles, capitals and subdomains do not matter."""
    assert is_named(RIVER_POST, "the RIVER POST")
    assert is_named(RIVER_POST, "www.river.example")
    assert not is_named(RIVER_POST, "River Rafting Weekly")
    assert not is_named(RIVER_POST, "otherriver.example")


def test_a_credit_without_a_name_is_to_the_party_that_it_links() -> None:
    """A name comes before a link."""
    assert is_credit_to(RIVER_POST, credit(None, 9, link()))
    assert not is_credit_to(RIVER_POST, credit("Canal Times", 9, link()))


@pytest.mark.parametrize(
    ("name", "address", "party"),
    [
        ("The Ferry Returns", "https://river.example/2024/the-ferry-returns-6464e2", None),
        ("Ferry | River Post", "https://river.example/ferry/index.html", None),
        ("River Post", "https://river.example/2024/river-post", "River Post"),
        ("The River Post Online", "https://river.example/the-river-post-online/ferry", "The River Post Online"),
        ("The River Post Online", "https://river.example/2024/ferry-returns", "The River Post Online"),
        ("The Ferry Returns", "https://river.example/", "The Ferry Returns"),
    ],
)
def test_a_credit_may_name_the_article_in_place_of_a_party(name: str, address: str, party: str | None) -> None:
    """Its address spells the title; then whose site it links is the party."""
    given = credit(name, 9, link(address))
    origin = original_of(page(credits=(given,)))

    assert party == party_in(given)
    assert is_credit_to(RIVER_POST, given) is (name != "The Ferry Returns" or party is None)
    assert origin is not None and (party or "river.example") == origin.name


def test_parties_are_one_by_name_or_domain() -> None:
    """What a page credits may be known by its address only."""
    assert same_party(Party(name="river.example"), RIVER_POST)
    assert same_party(Party(name="The Post", domains=("news.river.example",)), RIVER_POST)
    assert not same_party(Party(name="Canal Times", domains=("canal.example",)), RIVER_POST)


def test_a_mention_is_any_occurrence() -> None:
    """Whatever is said of the party."""
    assert mentions(RIVER_POST, "Not the opinion of the River Post.")
    assert not mentions(RIVER_POST, "Posted by the river")


def test_the_origin_is_the_first_of_the_chain() -> None:
    """Who passed the article on is not its origin."""
    passed_on = credit("Global Review", part=CreditPart.GRANTOR)

    assert Party(name="River Post", domains=("river.example",)) == original_of(
        page(credits=(passed_on, credit("River Post", 9, link())))
    )


def test_a_sure_credit_comes_before_an_unsure_one() -> None:
    """Whatever their order on the page."""
    unsure = credit("Canal Times", confidence=Confidence.LOW)
    found = original_of(page(credits=(unsure, credit())))

    assert found is not None and "River Post" == found.name


def test_a_copyright_line_tells_the_origin_only_where_nothing_else_does() -> None:
    """And never by the author's name."""
    owner = credit("Canal Times", form=CreditForm.COPYRIGHT)
    author = credit("Jane Doe", form=CreditForm.COPYRIGHT)

    assert Party(name="River Post") == original_of(page(credits=(owner, credit())))
    assert Party(name="Canal Times") == original_of(page(credits=(owner,)))
    assert original_of(page(credits=(owner,)), by_notice=False) is None
    assert original_of(page(credits=(author,), bylines=(byline(),))) is None


def test_a_blog_may_bear_the_name_of_its_author() -> None:
    """A credit to it names the origin all the same."""
    assert Party(name="Jane Doe") == original_of(page(credits=(credit("Jane Doe"),), bylines=(byline(),)))


@pytest.mark.parametrize(
    ("told", "first"),
    [
        ((credit("Canal Times"),), "Canal Times"),
        ((credit("Canal Times", confidence=Confidence.LOW),), "River Post"),
        ((credit("Canal Times", form=CreditForm.BYLINE),), "River Post"),
        ((credit("Jane Doe", form=CreditForm.COPYRIGHT),), "River Post"),
        ((credit("River Post"),), "River Post"),
        ((), "River Post"),
    ],
)
def test_a_copy_may_know_an_earlier_source_than_its_original(told: tuple[Credit, ...], first: str) -> None:
    """The page of the original credits nobody; what the copy says for sure of an earlier publisher stands."""
    known = case("source-credit", page=page(credits=told), original=Original(url=ARTICLE, page=page(url=ARTICLE)))
    found = first_publisher(known)

    assert found is not None
    assert first == found.name
