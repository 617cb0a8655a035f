"""What a page states for machines is read where it is about the article, in every syntax that pages use."""

from __future__ import annotations

import json
import time
from datetime import date
from typing import Any

import lxml.html
import pytest

from licencecheck.evidence.head.metadata import metadata_of
from licencecheck.evidence.structured.reading import Structured, structured_of

SCHEMA = "https://schema.org"


def structured(body: str, head: str = "") -> Structured:
    """Structured data of a page with that body and head; reading it with its source must make no difference."""
    source = f"<html><head>{head}</head><body>{body}</body></html>"
    tree = lxml.html.document_fromstring(source, parser=lxml.html.HTMLParser(huge_tree=True))
    metadata = metadata_of(tree)
    found = structured_of(tree, metadata)
    assert found == structured_of(tree, metadata, source)
    return found


def json_ld(*things: Any, head: str = "") -> Structured:
    """Structured data of a page with one script for each of `things`, serialised unless it is text."""
    texts = [thing if isinstance(thing, str) else json.dumps(thing) for thing in things]
    return structured("".join(f'<script type="application/ld+json">{text}</script>' for text in texts), head)


def article(**properties: Any) -> dict[str, Any]:
    """An article in JSON-LD."""
    return {"@context": SCHEMA, "@type": "NewsArticle", "headline": "Flood", **properties}


def pairs(found: Structured) -> list[tuple[str, str]]:
    """Properties and values other than the headline."""
    return [(value.property, value.value) for value in found.values if value.property != "headline"]


def authors(found: Structured) -> list[tuple[str, str | None]]:
    """Names and institutions of the authors."""
    return [(author.stated.value, author.institution) for author in found.authors]


@pytest.mark.parametrize(
    "wrap",
    [
        lambda thing: thing,
        lambda thing: [thing],
        lambda thing: {"@graph": [{"@type": "WebSite", "name": "The Herald"}, thing]},
        lambda thing: {"@type": "WebPage", "mainEntity": thing},
        lambda thing: {**thing, "@type": ["Thing", "https://schema.org/BlogPosting"]},
        lambda thing: "<!-- " + json.dumps(thing) + " -->",
        lambda thing: "//<![CDATA[\n" + json.dumps(thing) + "\n//]]>",
        lambda thing: json.dumps(thing)[:-1] + ", }",
        lambda thing: json.dumps(thing).replace('"', "&quot;").replace("&quot;", '"') + ";",
        lambda thing: json.dumps(thing).replace("example/a", "example/a\n"),
    ],
    ids=["alone", "list", "graph", "page", "types", "comment", "CDATA", "last comma", "semicolon", "line break"],
)
def test_the_article_is_found_however_it_is_wrapped(wrap: Any) -> None:
    """Graphs, lists, nested nodes and small mistakes do not hide the article."""
    assert [("isBasedOn", "https://orig.example/a")] == pairs(
        json_ld(wrap(article(isBasedOn="https://orig.example/a")))
    )


def test_every_property_of_the_article_is_given() -> None:
    """Names of organisations, addresses of works, texts and switches are read."""
    found = json_ld(
        article(
            publisher={"@type": "Organization", "name": "The Herald"},
            sourceOrganization={"name": "River Agency"},
            copyrightHolder={"name": "River Institute"},
            copyrightYear=2019,
            copyrightNotice="© 2019 River Institute",
            creditText="First published in River Post",
            license={"@type": "CreativeWork", "name": "CC BY", "url": "https://licence.example/by"},
            translationOfWork={"@id": "https://orig.example/b"},
            sameAs=["https://orig.example/c", "https://orig.example/d"],
            isAccessibleForFree=False,
            datePublished="2019-11-20T10:00:00Z",
        )
    )
    assert [
        ("publisher", "The Herald"),
        ("sourceOrganization", "River Agency"),
        ("copyrightHolder", "River Institute"),
        ("copyrightYear", "2019"),
        ("copyrightNotice", "© 2019 River Institute"),
        ("creditText", "First published in River Post"),
        ("license", "https://licence.example/by"),
        ("translationOfWork", "https://orig.example/b"),
        ("sameAs", "https://orig.example/c"),
        ("sameAs", "https://orig.example/d"),
        ("isAccessibleForFree", "false"),
        ("datePublished", "2019-11-20T10:00:00Z"),
    ] == pairs(found)
    assert date(2019, 11, 20) == found.published
    assert ["CC BY"] == [value.name for value in found.of("license")]


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Jane Doe", [("Jane Doe", None)]),
        (["Jane Doe", {"name": "John Roe"}], [("Jane Doe", None), ("John Roe", None)]),
        ({"name": "Jane Doe", "affiliation": {"name": "Institute X"}}, [("Jane Doe", "Institute X")]),
        ({"name": "Jane Doe", "worksFor": "Institute X"}, [("Jane Doe", "Institute X")]),
        ({"givenName": "Jane", "familyName": "Doe"}, [("Jane Doe", None)]),
        ({"@id": "#jane"}, [("Jane Doe", "Institute X")]),
        ({"@type": "Person"}, []),
    ],
)
def test_authors_are_named_with_their_institution(author: Any, expected: list[tuple[str, str | None]]) -> None:
    """Authors are texts, things, lists of both, or references to things elsewhere on the page."""
    people = {
        "@graph": [{"@id": "#jane", "@type": "Person", "name": "Jane Doe", "affiliation": {"name": "Institute X"}}]
    }
    assert expected == authors(json_ld(article(author=author), people))


def test_an_organisation_is_told_from_a_person() -> None:
    """An outlet as author is no person."""
    found = json_ld(
        article(author=[{"@type": "Organization", "name": "River Agency"}, {"@type": "Person", "name": "J. Doe"}])
    )
    assert [True, False] == [author.is_organization for author in found.authors]


@pytest.mark.parametrize("edge", ["hasPart", "comment", "citation", "image", "video", "isBasedOn", "mentions"])
def test_other_things_are_not_the_article(edge: str) -> None:
    """What is said of parts, comments, pictures and other works is not said of the article."""
    other = {"@type": "NewsArticle", "author": "John Roe", "license": "https://licence.example/1"}
    found = json_ld({"@type": "WebPage", edge: other}, article(author="Jane Doe", **{edge: other}))
    assert [("Jane Doe", None)] == authors(found)
    assert () == found.of("license")


def test_items_of_a_list_are_not_the_article() -> None:
    """A list of other stories says nothing of this one."""
    items = [{"@type": "ListItem", "item": article(author="John Roe")}]
    assert [] == authors(json_ld({"@type": "ItemList", "itemListElement": items}))


@pytest.mark.parametrize(
    "head", ['<link rel="canonical" href="https://host.example/flood">', "<title>The flood</title><h1>The flood</h1>"]
)
def test_of_several_articles_the_one_of_the_page_is_meant(head: str) -> None:
    """The article is known by the page's address or title."""
    other = article(author="John Roe", url="https://host.example/dam", headline="A dam")
    this = article(author="Jane Doe", url="http://www.host.example/flood/", headline="The flood!")
    assert [("Jane Doe", None)] == authors(json_ld(other, this, head=head))


def test_rights_of_the_page_count_as_well() -> None:
    """A licence is often stated of the web page that holds the article."""
    page = {"@type": "WebPage", "license": "https://licence.example/1", "author": "John Roe"}
    found = json_ld({"@graph": [page, article(author="Jane Doe")]})
    assert ["https://licence.example/1"] == [value.value for value in found.of("license")]
    assert [("Jane Doe", None)] == authors(found)


@pytest.mark.parametrize("text", ["{", "not JSON", '{"a": }', "[" * 100_000, '{"a":' * 100_000], ids=len)
def test_scripts_that_are_no_json_are_named(text: str) -> None:
    """A script that cannot be read is no silence."""
    assert 1 == len(json_ld(text).unreadable)


@pytest.mark.parametrize("text", ["", "null", "3", '"a"', "[]", "{}", '{"@graph": 3, "@type": [4], "@id": 5}'])
def test_json_that_says_nothing_does_no_harm(text: str) -> None:
    """Any JSON is borne."""
    assert Structured() == json_ld(text)


def test_references_in_a_circle_end() -> None:
    """Things that refer to each other are read once."""
    a = {"@id": "#a", "@type": "WebPage", "mainEntity": {"@id": "#b"}, "isPartOf": {"@id": "#a"}}
    b = {"@id": "#b", "@type": "Article", "mainEntityOfPage": {"@id": "#a"}, "author": {"@id": "#b"}}
    assert [] == authors(json_ld([a, b]))


@pytest.mark.parametrize("text", ["https://orig.example/a", "https:\\/\\/orig.example\\/a"])
def test_a_value_in_a_script_has_its_place(text: str) -> None:
    """The place of a value is its character in the script's text."""
    (value,) = json_ld(f'{{"@type": "Article", "isBasedOn": "{text}"}}').of("isBasedOn")
    assert value.place is not None
    assert (value.element.text or "")[value.place.offset :].startswith(text)


MICRODATA = f"""
<article itemscope itemtype="{SCHEMA}/BlogPosting" itemref="more">
  <h1 itemprop="headline">Flood</h1>
  <span itemprop="author creator" itemscope itemtype="{SCHEMA}/Person"><a itemprop="name" href="/jd">Jane Doe</a>,
    <span itemprop="affiliation" itemscope><b itemprop="name">Institute X</b></span></span>
  <time itemprop="datePublished" datetime="2019-11-20">yesterday</time>
  <meta itemprop="copyrightYear" content="2019">
  <a itemprop="isBasedOn" href="https://orig.example/a">the original</a>
  <figure itemprop="image" itemscope itemtype="{SCHEMA}/ImageObject"><a itemprop="license" href="/by">CC</a></figure>
  <div itemprop="comment" itemscope><span itemprop="author">Troll</span></div>
</article>
<p id="more"><a itemprop="sourceOrganization" href="/agency">River Agency</a></p>
<aside itemscope itemtype="{SCHEMA}/Article"><b itemprop="headline">A dam</b><i itemprop="author">John Roe</i></aside>
"""


def test_microdata_is_read_in_its_scopes() -> None:
    """Properties belong to the nearest item, or to the one that refers to them; those of pictures stay with them."""
    found = structured(MICRODATA, "<title>Flood</title>")
    assert [
        ("datePublished", "2019-11-20"),
        ("copyrightYear", "2019"),
        ("isBasedOn", "https://orig.example/a"),
        ("sourceOrganization", "River Agency"),
    ] == pairs(found)
    assert [("Jane Doe", "Institute X")] * 2 == authors(found)


def test_a_value_in_the_markup_has_its_attribute() -> None:
    """The place of a value is an attribute, or the text of an element."""
    found = structured(MICRODATA, "<title>Flood</title>")
    assert [("a", "href"), ("a", None)] == [
        (value.element.tag, value.attribute) for value in found.of("isBasedOn", "sourceOrganization")
    ]


def test_rdfa_lite_is_read() -> None:
    """Prefixed and bare names of schema.org count, those of other vocabularies do not."""
    found = structured(
        '<div vocab="https://schema.org/" typeof="schema:Article"><span property="schema:author">Jane Doe</span>'
        '<a property="isBasedOn" href="https://orig.example/a">x</a><b property="foaf:license">y</b></div>'
    )
    assert [("isBasedOn", "https://orig.example/a")] == pairs(found)
    assert [("Jane Doe", None)] == authors(found)


CHOOSER = """
<p><a rel="license" href="https://licence.example/by"><img src="by.png"></a><span property="dct:title">Flood</span> by
<a property="cc:attributionName" rel="cc:attributionURL" href="https://orig.example/">Jane Doe</a>. Based on a work at
<a rel="nofollow DCT:Source" href="https://orig.example/a">orig.example</a>.</p>
"""


def test_attribution_of_creative_commons_is_read() -> None:
    """The marks that the licence chooser writes name title, author, address and source."""
    found = structured(CHOOSER)
    assert [
        ("cc:attributionURL", "https://orig.example/"),
        ("dct:source", "https://orig.example/a"),
        ("dct:title", "Flood"),
        ("cc:attributionName", "Jane Doe"),
    ] == pairs(found)
    assert [("Jane Doe", None)] == authors(found)


@pytest.mark.parametrize("around", ['<div about="photo.JPG?w=9">{}</div>', "<figure>{}</figure>"])
def test_attribution_of_a_picture_is_left_out(around: str) -> None:
    """What is said of a picture is not said of the article."""
    assert Structured() == structured(around.format(CHOOSER))


def test_microformats_name_the_original() -> None:
    """A repost's original and an entry's author are read."""
    found = structured(
        '<div class="h-entry"><a class="u-repost-of" href="https://orig.example/a">x</a>'
        '<a class="p-author h-card" href="/jd">Jane Doe</a><a class="p-canonical" href="https://orig.example/b">y</a></div>'
    )
    assert [("u-repost-of", "https://orig.example/a"), ("p-canonical", "https://orig.example/b")] == [
        (value.property, value.value) for value in found.of("u-repost-of", "p-canonical")
    ]
    assert [("Jane Doe", None)] == authors(found)


@pytest.mark.parametrize(
    "body",
    [
        '<div itemscope><b itemprop="author">' * 1000,
        f'<div itemscope itemtype="{SCHEMA}/Article">' + "<b itemprop='author'>x</b>" * 20_000 + "</div>",
        '<i itemscope itemref="' + "a " * 20_000 + '"></i><b id="a" itemprop="author">x</b>',
        f'<i itemscope itemtype="{SCHEMA}/Article" itemref="a"></i>' * 2_000
        + '<p id="a">'
        + "<b itemprop='name'>x</b>" * 2_000,
        '<a rel="cc:attributionURL" href="/a">x</a>' * 20_000,
        '<script type="application/ld+json">' + json.dumps([article()] * 10_000) + "</script>",
        '<script type="application/ld+json">' + json.dumps(article(author=["x"] * 100_000)) + "</script>",
        '<script type="application/ld+json">{"a":"' + ", " * 400_000 + "}</script>",
    ],
    ids=["nested", "wide", "one reference often", "references", "links", "nodes", "values", "commas"],
)
def test_crafted_data_takes_little_time(body: str) -> None:
    """No data keeps the reader busy."""
    tree = lxml.html.document_fromstring(body, parser=lxml.html.HTMLParser(huge_tree=True))
    start = time.process_time()
    structured_of(tree, metadata_of(tree))
    assert time.process_time() - start < 2
