"""Whose site a page stands on."""

from __future__ import annotations

from collections import Counter

import pytest

from licencecheck.evidence.identity import hosts_of, identity_of, is_own, names_in_title, names_own
from licencecheck.model import Identity, SiteProfile
from tests.evidence.making import html, markdown, page

OWN = Identity(names=("The River Post",), hosts=("riverpost.example", "blog.riverpost.example"))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("The River Post", True),
        ("River Post", True),
        ("riverpost.example", True),
        ("RIVERPOST", True),
        ("River Post Online", True),
        ("Hill Gazette", False),
        ("Riverside", False),
        ("", False),
    ],
)
def test_own_names(name: str, expected: bool) -> None:
    """A name is own if it agrees with a name or with the host of the site."""
    assert expected == is_own(OWN, name=name)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://riverpost.example/water", True),
        ("https://www.riverpost.example", True),
        ("https://shop.riverpost.example/x", True),
        ("https://riverpost.example.net/water", False),
        ("https://orig.example/riverpost.example", False),
    ],
)
def test_own_addresses(url: str, expected: bool) -> None:
    """An address is own if its registrable domain is that of the site."""
    assert expected == is_own(OWN, url=url)


def test_own_name_in_another_script() -> None:
    """A Cyrillic name agrees with the host that writes it in Latin letters."""
    assert is_own(Identity(hosts=("dolina.example",)), name="Долина")


def test_initials_as_host() -> None:
    """A host of the initials of a name is that party's."""
    assert is_own(Identity(hosts=("vmg.example",)), name="Valley Media Group")


def test_own_name_within_words() -> None:
    """An own name within other words is found as a whole word only."""
    assert names_own(OWN, "in The River Post print edition")
    assert not names_own(OWN, "The River Poster")


def test_name_of_the_site_in_the_title() -> None:
    """Of a page title the part that agrees with the host is the site's name."""
    assert ["River Post"] == names_in_title("Water | Valley | River Post", [], ["riverpost.example"])


def test_declared_hosts_come_before_all_votes() -> None:
    """What the profile declares is not outvoted by the page."""
    profile = SiteProfile(hosts=("copy.example",))

    assert ("copy.example",) == hosts_of(profile, Counter({"orig.example": 100}))


def test_the_site_with_the_most_votes_is_own() -> None:
    """Hosts of one site vote together; too few votes tell nothing."""
    votes = Counter({"a.host.example": 3, "b.host.example": 3, "orig.net": 5})

    assert () == hosts_of(SiteProfile(), Counter({"orig.net": 3}))
    assert ("a.host.example", "b.host.example") == hosts_of(SiteProfile(), votes)


def test_names_are_declared_or_given_by_the_page() -> None:
    """Names from the profile stand first, overlong ones are none."""
    identity = identity_of(SiteProfile(names=("Copy Site",)), (), ["River Post", "x" * 100], None)

    assert ("Copy Site", "River Post") == identity.names


def test_identity_of_a_page() -> None:
    """A page names its site by og:site_name and its host by its own addresses."""
    identity = page(html()).identity

    assert "Host Herald" in identity.names
    assert ("host.example",) == identity.hosts


def test_a_foreign_canonical_does_not_make_the_site() -> None:
    """Own addresses in menus outvote a canonical address that names the original."""
    menu = "".join(f'<a href="https://host.example/{n}">{n}</a> ' for n in range(12))
    text = html(head='<link rel="canonical" href="https://orig.example/water">', footer=f"<p>{menu}</p>")

    assert ("host.example",) == page(text).identity.hosts


def test_the_profile_tells_whose_post_it_is() -> None:
    """A post names no site: with the profile, a link to the own site is no credit."""
    post = markdown(bottom="Originally published on [Copy Site](https://copysite.example/water).")

    assert page(post).repost.is_repost
    assert not page(post, profile=SiteProfile(hosts=("copysite.example",))).repost.is_repost
