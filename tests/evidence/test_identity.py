"""Whose site a page stands on."""

from __future__ import annotations

from collections import Counter

import pytest

from licencecheck.evidence.identity import hosts_of, identity_of, is_own, names_in_title, names_own
from licencecheck.model import Identity, Page, SiteProfile
from tests.evidence.making import BODIES, html, markdown, page

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


CREDIT = "Originally published on [Copy Site](https://copysite.example/)."


@pytest.mark.parametrize(
    ("post", "expected"),
    [
        pytest.param(markdown(bottom=CREDIT), False, id="nothing tells whose post it is"),
        pytest.param(
            markdown(bottom=CREDIT, front="title: Water\nauthor: Jane Doe"), True, id="author in the front matter"
        ),
        pytest.param(markdown(top="By Jane Doe", bottom=CREDIT), True, id="author in a byline"),
        pytest.param(markdown(bottom=CREDIT.replace("example/", "example/water")), True, id="article"),
        pytest.param(markdown(bottom=CREDIT.replace("Copy Site", "The Conversation")), True, id="known publisher"),
    ],
)
def test_a_post_may_credit_its_own_site(post: str, expected: bool) -> None:
    """A credit to a home page, on a post that names neither site nor author, is for review: it may be its own."""
    decision = page(post).repost

    assert (expected, True) == (decision.is_repost, bool(page(post).chain))
    assert page(post, profile=SiteProfile(names=("Host Herald",))).repost.is_repost


def test_the_profile_tells_whose_post_it_is() -> None:
    """A post names no site: with the profile, a link to the own site is no credit."""
    post = markdown(bottom="Originally published on [Copy Site](https://copysite.example/water).")

    assert page(post).repost.is_repost
    assert not page(post, profile=SiteProfile(hosts=("copysite.example",))).repost.is_repost


def copy(*, title: str = "Water", head: str = "", header: str = "", bottom: str, footer: str = "") -> Page:
    """A page of which only `title`, `head`, `header` and `footer` tell whose it is."""
    body = "".join(f"<p>{text}</p>" for text in BODIES["en"])
    return page(
        f"<!DOCTYPE html><html lang='en'><head><title>{title}</title>{head}</head><body><div>{header}</div><main>"
        f"<article><h1>Water</h1>{body}{bottom}</article></main>{footer}</body></html>"
    )


@pytest.mark.parametrize(
    ("credit", "owner", "own"),
    [
        ('From <a href="{}">River Post</a>', "Evening Bell", ()),
        ('From <a href="https://riverpost.example">River Post</a>. <a href="{}">Read on</a>', "Evening Bell", ()),
        ('From <a href="{}">River Post</a>', "River Post", ("riverpost.example",)),
        ('From <a href="{}">River Post</a>', "", ("riverpost.example",)),
        ('<a href="{}">Permalink</a>', "Evening Bell", ("riverpost.example",)),
        ('By <a href="https://riverpost.example">River Post</a>', "Evening Bell", ("riverpost.example",)),
        ('<a href="https://riverpost.example">River Post</a> <time><a href="{}">May 3</a></time>', "Evening Bell",
         ("riverpost.example",)),
    ],
)  # fmt: skip
def test_a_canonical_that_the_page_credits_to_another_name_is_not_its_own(
    credit: str, owner: str, own: tuple[str, ...]
) -> None:
    """A page that calls itself otherwise, and links its canonical address by a name of that host, is a copy."""
    address = "https://riverpost.example/2024/ferry-returns-harbour"
    found = copy(
        head=f'<link rel="canonical" href="{address}">',
        bottom=f"<p>{credit.format(address)}</p>",
        footer=f"<footer><p>© 2026 {owner}</p></footer>",
    )

    assert own == found.identity.hosts


def of_data(data: str) -> str:
    return f'<script type="application/ld+json">{{"@context": "https://schema.org", {data}}}</script>'


NAMED = "<p>This article was first published in the Valley Courier.</p>"
LINKED = '<p>This article was first published in the <a href="https://courier.example/">Valley Courier</a>.</p>'
MENU = "".join(f'<a href="https://courier.example/{n}">{n}</a> ' for n in range(4))
FEED = '<link rel="alternate" type="application/rss+xml"'


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param({"title": "Water – Valley Courier"}, id="end of the title"),
        pytest.param({"title": "Water | Valley Courier: news of the hills"}, id="with a slogan"),
        pytest.param({"title": "Valley Courier: Water"}, id="before the title"),
        pytest.param({"header": '<a href="/"><img src="l.png" alt="Valley Courier logo"></a>'}, id="linked logo"),
        pytest.param({"header": '<img class="logo" src="l.png" alt="Valley Courier">'}, id="logo"),
        pytest.param({"header": '<p class="Site-Title">Valley Courier</p>'}, id="box for the name"),
        pytest.param({"header": '<a href="../../index.html">Valley Courier</a>'}, id="link to the start page"),
        pytest.param({"footer": "<footer>© 2026 Valley Courier. All rights reserved.</footer>"}, id="footer"),
        pytest.param({"footer": '<div id="footer">Copyright 2019–2026 Valley Courier</div>'}, id="old footer"),
        pytest.param({"head": '<meta name="twitter:site" content="@valleycourier">'}, id="account"),
        pytest.param({"head": f'{FEED} title="Valley Courier » Feed" href="/feed">'}, id="title of the feed"),
        pytest.param({"head": of_data('"@type": "WebSite", "name": "Valley Courier"')}, id="website in JSON-LD"),
    ],
)
def test_names_tell_the_own_credit(parts: dict[str, str]) -> None:
    """Wherever a page names its site, a credit to that name is none; the same credit elsewhere is one."""
    assert not copy(bottom=NAMED, **parts).repost.is_repost
    other = {key: value.replace("Valley", "Hillside") for key, value in parts.items()}
    assert copy(bottom=NAMED.replace("Courier", "Ledger"), **other).repost.is_repost


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param({"head": f'{FEED} title="RSS" href="https://courier.example/feed">'}, id="feed"),
        pytest.param({"head": '<link rel="EditURI" href="https://courier.example/xmlrpc.php?rsd">'}, id="editor"),
        pytest.param(
            {"head": '<link rel="alternate" hreflang="fr" href="https://courier.example/fr/eau">'}, id="French"
        ),
        pytest.param(
            {"head": '<script src="https://courier.example/wp-includes/js/jquery.js"></script>'}, id="scripts"
        ),
        pytest.param(
            {"head": of_data('"@type": "BlogPosting", "mainEntityOfPage": "https://courier.example/water"')},
            id="address in JSON-LD",
        ),
        pytest.param({"header": f"<nav>{MENU}</nav>"}, id="menu"),
        pytest.param({"footer": f"<footer>{MENU}</footer>"}, id="links of the footer"),
    ],
)
def test_addresses_tell_the_own_credit(parts: dict[str, str]) -> None:
    """Wherever a page gives addresses of its site, a credit that links it is none; as on another's page it is one."""
    assert not copy(bottom=LINKED, **parts).repost.is_repost
    other = {key: value.replace("courier.example", "hillside.example") for key, value in parts.items()}
    assert copy(bottom=LINKED, **other).repost.is_repost


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param(
            {"footer": "<footer>© 2026 Hillside Ledger, © Associated Press</footer>"}, id="agency in the footer"
        ),
        pytest.param({"header": '<img class="logo" src="l.png" alt="Associated Press">'}, id="logo of the agency"),
        pytest.param({"title": "Associated Press: Water"}, id="agency before the title"),
    ],
)
def test_an_agency_on_the_page_is_not_its_site(parts: dict[str, str]) -> None:
    """Hosts of wire copy show name, logo and notice of the agency."""
    assert copy(bottom="<p>Source: Associated Press</p>", **parts).repost.is_repost


def test_links_within_the_article_name_no_own_host() -> None:
    """A few links of the text and a share button are no menu."""
    links = "".join(f'<a href="https://courier.example/{n}">{n}</a> ' for n in range(3))

    assert copy(bottom=f"<p>{links}</p>{LINKED.replace('example/', 'example/water')}").repost.is_repost
