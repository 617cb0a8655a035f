"""The keys of a front matter say what their value's shape allows them to say."""

from __future__ import annotations

import time
from datetime import date

import pytest

from licencecheck.documents.document import Entry
from licencecheck.evidence.front_matter.keys import FrontMatterFacts, Stated, read_front_matter
from licencecheck.model import Location

Value = str | bool | int | float | tuple[str, ...] | None
URL = "https://orig.example/2019/a"


def facts(entries: dict[str, Value]) -> FrontMatterFacts:
    """What a front matter with these entries says."""
    return read_front_matter(
        {key: Entry(key=key, value=value, location=Location("post.md", 2, 1)) for key, value in entries.items()}
    )


def values(stated: tuple[Stated, ...]) -> list[str]:
    """The values of statements."""
    return [one.value for one in stated]


@pytest.mark.parametrize(
    "key",
    ["original_url", "originalUrl", "original-url", "Original URL", "ORIGINAL", "params.original_url",
     "extra.seo.original", "source.url", "original.link", "syndicated.url", "syndicated.0.url", "source", "sourceURL",
     "via", "origin", "republished_from", "crossposted-from", "translation_of", "first_published_at",
     "externalPermlink", "link", "url", "mirrored_from", "translate_from", "reproduce_from", "orig_url", "posted_on",
     "originally_published.url", "originalPublication.link", "published_at.url", "Quelle", "fuente_url", "fonte",
     "原文链接"],
)  # fmt: skip
def test_an_address_is_that_of_the_original(key: str) -> None:
    """Keys are folded, and nested ones mean what parent and child say together."""
    assert [URL] == values(facts({key: URL}).original_urls)


@pytest.mark.parametrize(
    "key", ["canonical", "canonicalURL", "canonical_url", "canonical.url", "seo.canonical", "params.Canonical"]
)
def test_a_canonical_address_may_be_that_of_the_original(key: str) -> None:
    """It is given as canonical, and with less weight as original."""
    found = facts({key: URL})
    assert [(URL, 3)] == [(stated.value, stated.weight) for stated in found.canonicals]
    assert [(URL, 2)] == [(stated.value, stated.weight) for stated in found.original_urls]


@pytest.mark.parametrize(
    "value",
    [True, False, None, 7, "true", "yes", "", "/blog/a", "images/a.png", "https://orig.example/a.png", "data/table.csv",
     "2019-05-22", "https://code.example/data.json", "https://github.com/orig/code"],
)  # fmt: skip
def test_switches_paths_files_and_code_are_no_source(value: Value) -> None:
    """`source` is as often a switch of the theme, a picture, a data file or a repository."""
    found = facts({"source": value})
    assert ((), ()) == (found.original_urls, found.sources)


@pytest.mark.parametrize(
    "value", [f"[The flood]({URL})", f'<a href="{URL}">The flood</a>', f"<{URL}>", f"See [it]({URL} 'title')."]
)
def test_an_address_is_found_in_markup(value: str) -> None:
    """Links in Markdown and HTML count as addresses."""
    assert [URL] == values(facts({"source": value}).original_urls)


@pytest.mark.parametrize(
    ("entries", "names"),
    [
        ({"source": "River Post"}, ["River Post"]),
        ({"source": f"[River Post]({URL})"}, ["River Post"]),
        ({"source.name": "River Post", "source.url": URL}, ["River Post"]),
        ({"syndicated.source": "River Post"}, ["River Post"]),
        ({"original_site": "River Post"}, ["River Post"]),
        ({"crosspost_site": "River Post", "crosspost_url": URL}, ["River Post"]),
        ({"source_blog": "River Post"}, ["River Post"]),
        ({"sourceLabel": "River Post", "sourceUrl": URL}, ["River Post"]),
        ({"originally_published.name": "River Post"}, ["River Post"]),
        ({"first_published.at": "River Post", "first_published.url": URL}, ["River Post"]),
        ({"mirrored_from": "River Post"}, ["River Post"]),
        ({"quelle": "Talpost"}, ["Talpost"]),
        ({"translated_from": "155bf1cf224c4b0fd100735316cf652f6baef3e6"}, []),
        ({"publisher": "River Post"}, []),
        ({"publisher": "River Post", "original_url": URL}, ["River Post"]),
        ({"source.title": "The flood", "source.url": URL}, []),
        ({"source": "river-post.md"}, []),
        ({"source": "word " * 40}, []),
    ],
)
def test_a_source_is_named(entries: dict[str, Value], names: list[str]) -> None:
    """Names of publications are told from titles, files and essays; weak keys count beside an original address."""
    assert names == values(facts(entries).sources)


def test_the_title_of_the_original_is_no_source() -> None:
    """`source.title` is what the original is called."""
    assert ["The flood"] == values(facts({"source.title": "The flood", "source.url": URL}).original_titles)


@pytest.mark.parametrize(
    ("entries", "names"),
    [
        ({"author": "Jane Doe"}, [("Jane Doe", None)]),
        ({"authors": ("Jane Doe", "john-roe")}, [("Jane Doe", None), ("john-roe", None)]),
        ({"authors.0.name": "Jane Doe", "authors.0.url": "https://jd.example/"}, [("Jane Doe", None)]),
        ({"author": '<a href="https://jd.example/" rel="x">Jane Doe</a>'}, [("Jane Doe", "https://jd.example/")]),
        ({"author": "[Jane Doe](https://jd.example/)"}, [("Jane Doe", "https://jd.example/")]),
        ({"author": "Jane Doe<br>(translated from John Roe)"}, [("Jane Doe", None)]),
        (
            {"author": "Ann Poe<br><br>(original article Jane Doe)"},
            [("Ann Poe (original article Jane Doe)", None)],
        ),
        ({"author": "<b>Jane</b> D&ouml;e"}, [("Jane Döe", None)]),
        ({"syndicated.author": "Jane Doe, Professor of Rivers, University of the Valley, at its Seat in the Hills"},
         [("Jane Doe, Professor of Rivers, University of the Valley, at its Seat in the Hills", None)]),
        ({"author": True}, []),
        ({"author": "https://jd.example/"}, []),
    ],
)  # fmt: skip
def test_authors_are_named(entries: dict[str, Value], names: list[tuple[str, str | None]]) -> None:
    """Markup is taken off names, and the link around them kept."""
    assert names == [(author.value, author.url) for author in facts(entries).authors]


@pytest.mark.parametrize("key", ["hatnote", "editPost.Text", "copyright_info", "attribution"])
def test_a_sentence_is_a_statement(key: str) -> None:
    """Themes print it as it stands."""
    assert ["Cross-posted from River Post"] == values(facts({key: "Cross-posted from River Post"}).statements)


def test_a_remark_on_the_author_is_a_statement() -> None:
    """What stands on a second line of the author is free text."""
    assert ["(translated from John Roe)"] == values(
        facts({"author": "Jane Doe<br><br>(translated from John Roe)"}).statements
    )


@pytest.mark.parametrize(
    ("entries", "field", "expected"),
    [
        ({"translators": ("Jane Doe",)}, "translators", ["Jane Doe"]),
        ({"license": "CC BY 4.0"}, "licences", ["CC BY 4.0"]),
        ({"license.url": "https://licence.example/by"}, "licences", ["https://licence.example/by"]),
        ({"syndicated.license_url": "https://licence.example/by"}, "licences", ["https://licence.example/by"]),
        ({"license": False}, "licences", []),
        ({"copyright": "© 2019 Jane Doe"}, "copyrights", ["© 2019 Jane Doe"]),
        ({"copyright": "CC BY-SA 4.0"}, "licences", ["CC BY-SA 4.0"]),
        ({"copyright": 2019}, "copyright_years", ["2019"]),
        ({"copyright.holder": "Jane Doe"}, "copyright_holders", ["Jane Doe"]),
        ({"copyright.year": "2018-2019"}, "copyright_years", ["2018", "2019"]),
        ({"copyright": False}, "copyrights", []),
        ({"devto": URL}, "original_urls", []),
        ({"syndication": (URL,)}, "original_urls", []),
        ({"noindex": True}, "robots", ["noindex"]),
        ({"noindex": False}, "robots", []),
        ({"robots": "noindex, follow"}, "robots", ["noindex, follow"]),
        ({"robots": "index, follow"}, "robots", []),
        (
            {"notice": f'First in <a href="{URL}">River Post</a>'},
            "statements",
            [f'First in <a href="{URL}">River Post</a>'],
        ),
        ({"notice": True}, "statements", []),
        ({"blog_url": "https://orig.example/"}, "original_urls", []),
        ({"title": "The <b>flood</b>"}, "titles", ["The flood"]),
    ],
)
def test_keys_are_sorted_by_what_they_say(entries: dict[str, Value], field: str, expected: list[str]) -> None:
    """Each role has its keys, and each key the shapes of value that it can have."""
    assert expected == values(getattr(facts(entries), field))


@pytest.mark.parametrize(
    ("entries", "day"),
    [
        ({"date": "2019-11-20T10:00:00Z"}, date(2019, 11, 20)),
        ({"pubDate": "Nov 20, 2019"}, date(2019, 11, 20)),
        ({"first_published": "2018-01-01", "date": "2019-11-20"}, date(2019, 11, 20)),
        ({"published": True}, None),
        ({}, None),
    ],
)
def test_the_day_of_the_post_is_read(entries: dict[str, Value], day: date | None) -> None:
    """The key `date` counts before those that may speak of the original."""
    assert day == facts(entries).published


@pytest.mark.parametrize(
    ("entries", "is_draft"),
    [({"draft": True}, True), ({"draft": False}, False), ({"published": False}, True), ({"published": True}, False),
     ({"status": "draft"}, True), ({"status": "published"}, False), ({}, False)],
)  # fmt: skip
def test_drafts_are_told(entries: dict[str, Value], is_draft: bool) -> None:
    """Generators say it in opposite ways."""
    assert is_draft == facts(entries).is_draft


def test_the_language_is_a_primary_subtag() -> None:
    """`lang: pt-BR` is Portuguese."""
    assert "pt" == facts({"lang": "pt-BR"}).language


def test_the_weightiest_stands_first() -> None:
    """A key that decides counts before one that hints."""
    assert [URL, "https://other.example/a"] == values(
        facts({"link": "https://other.example/a", "original_url": URL}).original_urls
    )


def test_each_statement_keeps_its_entry() -> None:
    """The entry gives key and place."""
    (stated,) = facts({"source.url": URL}).original_urls
    assert ("source.url", Location("post.md", 2, 1)) == (stated.entry.key, stated.entry.location)


@pytest.mark.parametrize(
    "value", ["<a " * 100_000, "[" * 100_000, "[a](" * 50_000, "a." * 100_000, "<br" + " " * 100_000, "/" * 100_000]
)
def test_crafted_values_take_little_time(value: str) -> None:
    """No value keeps the reader busy."""
    start = time.process_time()
    facts({"source": value, "author": value, "notice": value, "license": value, "copyright": value, "date": value})
    assert time.process_time() - start < 1
