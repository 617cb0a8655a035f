"""How a work is cited: `identifier`, `cite-format`, `author-link`."""

from __future__ import annotations

import time
from datetime import date
from typing import Any

import pytest

from licencecheck.model import HeadMeta, Original, Place, Role, StatedDay, Target
from tests.requirements.making import ARTICLE, at, block, byline, credit, link, page, said, verdict

DOI = {"scheme": "doi", "prefix": "10.5555"}


@pytest.mark.parametrize(
    ("scheme", "text"),
    [
        ("doi", "doi:10.5555/Ferry.1931."),
        ("doi", "(https://doi.org/10.5555/ferry-1931)"),
        ("handle", "https://hdl.handle.net/10986/1234"),
        ("isbn", "ISBN 978-3-16-148410-0"),
        ("isbn", "ISBN: 0-306-40615-X"),
        ("issn", "ISSN (online) 2049-3630"),
        ("urn", "urn:nbn:de:101:1-2019"),
    ],
)
def test_schemes_of_identifiers(scheme: str, text: str) -> None:
    """As people write them."""
    assert "pass" == said("identifier", {"scheme": scheme}, page=page(blocks=(block(text),)))[0]


@pytest.mark.parametrize(
    ("scheme", "text"),
    [("doi", "10.55/ferry"), ("doi", "Version 10.5555"), ("isbn", "Call 978 316 148 410"), ("issn", "1931-2024")],
)
def test_what_is_no_identifier(scheme: str, text: str) -> None:
    """Numbers of other things."""
    assert "fail" == said("identifier", {"scheme": scheme}, page=page(blocks=(block(text),)))[0]


def test_the_identifier_of_the_original_is_wanted() -> None:
    """Where the original states its own."""
    meta = HeadMeta(text="10.5555/ferry.1931", location=at(1), role=Role.HEAD, place=Place.META, name="citation_doi")
    original = Original(page=page(head=(meta,)))
    other, same = page(blocks=(block("10.5555/other"),)), page(blocks=(block("https://doi.org/10.5555/FERRY.1931"),))

    assert "pass" == said("identifier", DOI, page=same, original=original)[0]
    assert ("fail", 'Expected the DOI "10.5555/ferry.1931", found "10.5555/other"') == said(
        "identifier", DOI, page=other, original=original
    )


def test_an_identifier_that_nobody_sees_is_not_enough() -> None:
    """In the head it is for machines."""
    meta = HeadMeta(text="10.5555/ferry.1931", location=at(1), role=Role.HEAD, place=Place.META, name="citation_doi")

    assert (
        "fail",
        'Expected the DOI that begins with "10.5555", found it only in the metadata of the page',
    ) == said("identifier", DOI, page=page(head=(meta,)))


@pytest.mark.parametrize("text", ["10.5555/" * 40, "ISBN " + "9" * 290, "urn:" * 75, "978-" * 75])
@pytest.mark.parametrize("scheme", ["doi", "isbn", "urn", "handle"])
def test_crafted_numbers_take_little_time(scheme: str, text: str) -> None:
    """Facts are short, and there may be many."""
    many = page(blocks=tuple(block(text, line=number) for number in range(4_000)))
    start = time.process_time()

    said("identifier", {"scheme": scheme, "prefix": "none"}, page=many)

    assert time.process_time() - start < 2


FULL = "Doe, J. (2024), Ferry returns to the old harbour. River Post, 3 May 2024, accessed 9 June 2024. CC BY 4.0"
ALL = ["author", "title", "publisher", "year", "date", "access-date", "url"]


def citing(text: str, *parts: str, **more: Any) -> tuple[str, str]:
    """Judge a page with one line after the article."""
    when = date(2024, 5, 3)
    days = [StatedDay(text=text, location=at(9), day=d) for d in (when, date(2024, 6, 9)) if str(d.day) in text]
    links = (link(text="River Post"),) if "River Post" in text else ()
    facts: dict[str, Any] = {"blocks": (block(text),), "days": tuple(days), "links": links, "bylines": (byline(),)}
    return said(
        "cite-format", {"parts": list(parts) or ALL}, page=page(**(facts | more)), original=Original(published=when)
    )


def test_a_full_citation_passes() -> None:
    """In any order; a link is an address."""
    assert "pass" == citing(FULL)[0]


@pytest.mark.parametrize(
    ("gone", "part"),
    [
        ("Doe, J.", "author"),
        ("Ferry returns to the old harbour", "title"),
        (", accessed 9 June 2024", "access date"),
        ("CC BY 4.0", '"CC BY"'),
    ],
)
def test_what_is_missing_is_named(gone: str, part: str) -> None:
    """And nothing else."""
    outcome, message = citing(FULL.replace(gone, ""), *ALL, "CC BY")

    assert ("fail", part) == (outcome, message.rpartition(" without ")[2])


def test_a_part_that_is_not_known_is_a_question() -> None:
    """Nobody can say whether it is there."""
    outcome, message = citing(FULL, "author", "publisher", bylines=())

    assert ("review", "the original's is not known") == (outcome, message.rpartition(": ")[2])


def test_a_line_that_names_one_part_is_no_citation() -> None:
    """Every credit names the publisher."""
    assert (
        "fail",
        "Expected a citation with author, title, publisher, year, date, access date and url, found none",
    ) == (citing("First published by River Post", bylines=(byline("Zoe Zed"),), links=()))


def test_many_lines_take_little_time() -> None:
    """Pages may be made of lines and links alone."""
    blocks = tuple(block(f"River Post {number} " * 20, line=number) for number in range(4_000))
    links = tuple(link(f"https://a.example/{number}", text="River") for number in range(20_000))
    start = time.process_time()

    citing(FULL, blocks=blocks, links=links)

    assert time.process_time() - start < 3


PROFILE = "https://river.example/authors/jane-doe"


def linked(href: str, text: str = "Jane Doe", **more: Any) -> Any:
    """Make a page on which words are a link."""
    return page(bylines=(byline(),), links=(link(href, text=text, place=Place.BYLINE, **more),))


@pytest.mark.parametrize(
    ("to", "href", "outcome"),
    [
        (["any"], "https://anywhere.example/x", "pass"),
        (["profile"], PROFILE, "pass"),
        (["profile"], "https://stackoverflow.com/users/1/jane-doe", "pass"),
        (["profile"], "https://anywhere.example/x", "fail"),
        (["profile"], "https://river.example/jane", "review"),
        (["history"], "https://wiki.example/w?title=Ferry&action=history", "pass"),
        (["history"], PROFILE, "fail"),
        (["any"], "#", "fail"),
    ],
)
def test_where_the_name_leads(to: list[str], href: str, outcome: str) -> None:
    """To a page about the author, to the history, or anywhere."""
    assert outcome == said("author-link", {"to": to}, page=linked(href))[0]


def test_every_author_is_linked() -> None:
    """Those of the original, where they are known."""
    both = Original(authors=("Jane Doe", "Ben Loe"))

    assert ("fail", 'Expected a link on the name of "Ben Loe", found none') == said(
        "author-link", page=linked(PROFILE), original=both
    )


def test_a_page_without_author_fails() -> None:
    """There is nothing to link."""
    assert ("fail", "Expected a link on the name of the author, found no author") == said("author-link", page=page())


def test_a_sentence_that_names_the_author_is_no_link_on_the_name() -> None:
    """Only the name is."""
    assert (
        "fail"
        == said("author-link", page=linked(PROFILE, text="More stories by Jane Doe and all of her colleagues"))[0]
    )


def test_the_words_of_the_link_to_the_original() -> None:
    """Its title, or what the terms say."""
    on_title = page(credits=(credit("River Post", 9, link(text="Ferry returns to the old harbour")),))
    on_name = page(credits=(credit("River Post", 9, link(text="River Post")),))
    title = Original(title="Ferry returns to the old harbour")

    assert "pass" == said("original-link", {"anchor": "title"}, page=on_title, original=title)[0]
    assert "pass" == said("original-link", {"anchor": "River Post"}, page=on_name)[0]
    assert "review" == said("original-link", {"anchor": "title"}, page=on_name)[0]
    outcome, message = said("original-link", {"anchor": "title"}, page=on_name, original=title)
    assert ("fail", 'it on "River Post"') == (outcome, message.rpartition("found ")[2])
    assert 'on the words "Ferry returns to the old harbour"' in message


def test_an_address_that_may_not_have_been_supplied_is_a_question() -> None:
    """Licences ask for it where the licensor gives it."""
    rule = {"if-supplied": True}

    assert "review" == said("original-link", rule, page=page())[0]
    assert "fail" == said("original-link", rule, page=page(), original=Original(url=ARTICLE))[0]


def test_a_title_is_asked_only_where_there_is_one() -> None:
    """If supplied."""
    untitled = Original(page=page(title=None))

    assert "notApplicable" == said("title-credit", {"if-supplied": True}, page=page(), original=untitled)[0]
    assert "review" == said("title-credit", {"if-supplied": True}, page=page())[0]


def test_forbidden_spellings_of_a_name() -> None:
    """Capitals and all, and only whole words."""
    rule = {"forbidden-spellings": ["RiverPost", "RIVER POST"]}

    def judged(name: str) -> str:
        return said("source-credit", rule, page=page(credits=(credit(name),)))[0]

    assert "pass" == judged("River Post")
    assert ("fail", 'Expected the name "River Post", found "RiverPost"') == said(
        "source-credit", rule, page=page(credits=(credit("RiverPost"),))
    )
    assert "fail" == judged("RIVER POST")


def test_a_file_is_no_article() -> None:
    """Terms that forbid links to it need not say so."""
    to_file = page(credits=(credit("River Post", 9, link("https://river.example/a.pdf", target=Target.OTHER)),))

    assert "fail" == said("original-link", page=to_file)[0]


def test_the_citation_is_given_to_paste() -> None:
    """With named gaps for what is not known."""
    judged = verdict("cite-format", {"parts": ["title", "publisher", "year", "CC BY 4.0"]}, page=page())

    assert "Ferry returns to the old harbour, River Post, {year}, CC BY 4.0" == judged.paste


def test_a_linked_name_in_the_sidebar_is_none() -> None:
    """It may be of another article."""
    beside = link(PROFILE, text="Jane Doe", role=Role.ASIDE, place=Place.ASIDE)

    assert "fail" == said("author-link", page=page(bylines=(byline(),), links=(beside,)))[0]
