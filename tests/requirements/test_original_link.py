"""`original-link`: which link counts, where, and what a failure says was found instead."""

from __future__ import annotations

from typing import Any

import pytest

from licencecheck.model import (
    Canonical,
    Confidence,
    CreditForm,
    Identity,
    Original,
    Party,
    Place,
    Relation,
    RepostDecision,
    Role,
    Target,
)
from tests.requirements.making import ARTICLE, TEMPLATE, at, byline, credit, link, page, said, verdict

THING = "Expected a link to the River Post article, found "


def credited(*links: Any, **more: Any) -> Any:
    """Make a page whose credit holds `links`."""
    return page(credits=(credit("River Post", 9, *links),), links=links, **more)


def test_a_link_to_the_article_in_the_credit_passes() -> None:
    """The plain case."""
    assert ("pass", "Found a link to the River Post article") == said("original-link", page=credited(link()))


def test_the_known_article_passes_in_any_spelling() -> None:
    """Tracking and scheme do not matter."""
    linked = credited(link("http://www.river.example/2024/ferry-returns-to-old-harbour/?utm_source=bell"))

    assert "pass" == said("original-link", page=linked, original=Original(url=ARTICLE))[0]


@pytest.mark.parametrize(
    ("href", "what"),
    [
        ("#", 'a link to "#"'),
        ("", "a link without address"),
        ("https://river.example/", "a link to the home page"),
        ("https://canal.example/2024/ferry-returns-to-old-harbour", 'a link to "canal.example"'),
    ],
)
def test_a_wrong_link_in_the_credit_is_said(href: str, what: str) -> None:
    """The message says what stands where the link should."""
    assert ("fail", THING + what) == said("original-link", page=credited(link(href)))


def test_another_article_of_the_publisher_fails_where_the_original_is_known() -> None:
    """It must be this article."""
    other = credited(link("https://river.example/2024/mayor-opens-new-bridge"))

    assert ("fail", THING + 'a link to another article, "https://river.example/2024/mayor-opens-new-bridge"') == said(
        "original-link", page=other, original=Original(url=ARTICLE)
    )


def test_an_address_that_spells_another_title_is_a_question() -> None:
    """Where the original is not known, an address with no word of the title is doubtful."""
    other = credited(link("https://river.example/2024/mayor-opens-new-bridge"))

    assert "review" == said("original-link", page=other)[0]


def test_a_translated_title_cannot_be_compared() -> None:
    """The address is in the language of the original."""
    translated = RepostDecision(is_repost=True, confidence=Confidence.HIGH, reason="-", relation=Relation.TRANSLATION)
    linked = credited(link(), repost=translated, title="Die Fähre kehrt zurück zum alten Hafen")

    assert "pass" == said("original-link", page=linked)[0]


def test_a_title_in_another_script_cannot_be_compared() -> None:
    """Addresses are in Latin letters."""
    assert "pass" == said("original-link", page=credited(link(), title="Паром возвращается в старую гавань"))[0]


def test_a_link_only_in_the_sidebar_fails() -> None:
    """It is not with the article."""
    aside = link(role=Role.ASIDE, place=Place.ASIDE)

    judged = verdict("original-link", page=page(links=(aside,)))

    assert THING + "it only in the sidebar" == judged.message
    assert (at(20), (aside,)) == (judged.location, judged.evidence)


def test_a_link_only_in_a_comment_fails() -> None:
    """A reader's comment is not the page's credit."""
    comment = link(role=Role.COMMENT)

    assert ("fail", THING + "it only in a reader's comment") == said("original-link", page=page(links=(comment,)))


def test_links_within_the_text_are_other_articles() -> None:
    """Articles link their own site; such a link credits nothing."""
    inside = link("https://river.example/2023/harbour-plans-delayed", 5, role=Role.BODY, place=Place.BODY)

    assert ("fail", THING + 'a link to another article, "https://river.example/2023/harbour-plans-delayed"') == said(
        "original-link", page=page(links=(inside,))
    )


def in_data(href: str = ARTICLE) -> Any:
    """Make the link that the data of a page gives."""
    return link(href, 1, role=Role.HEAD, place=Place.META)


def test_the_article_that_the_data_names_is_the_wanted_one() -> None:
    """A line below that links another article of the site is not judged in its place."""
    other = link("https://river.example/2024/mayor-opens-new-bridge", role=Role.BODY)
    cited = credit("River Post", 9, link("https://river.example/"))
    named = Canonical(text="", location=at(0), role=Role.HEAD, place=Place.META, href=ARTICLE, url=ARTICLE)
    judged = verdict(
        "original-link",
        {"on": ("original",)},
        page=page(credits=(cited,), links=(other,), canonical=named),
        credit=(TEMPLATE,),
    )

    assert ("fail", THING + "a link to the home page") == (judged.outcome, judged.message)
    assert f'<a href="{ARTICLE}">' in (judged.paste or "")


def test_what_the_data_names_is_nearer_than_links_to_something_else() -> None:
    """A post whose front matter names its original lacks only that the reader sees it."""
    stated = credit("River Post", 1, in_data(), role=Role.HEAD, place=Place.META, form=CreditForm.METADATA)
    other = link("https://river.example/2024/mayor-opens-new-bridge", 5, role=Role.BODY, place=Place.BODY)
    home = link("https://river.example/", 6, role=Role.BODY, place=Place.BODY)
    post = page(credits=(stated,), links=(other, home), format="markdown")

    outcome, message = said("original-link", page=post)

    assert "review" == outcome
    assert message.endswith("found it only in the front matter, which the theme may print or not")


def test_a_credit_may_know_better_than_the_data() -> None:
    """It links an article of the same title under another address."""
    moved = link("https://river.example/news/ferry-returns-to-old-harbour-again")
    cited = credit("River Post", 9, moved, in_data())

    assert "pass" == said("original-link", page=page(credits=(cited,)))[0]


def test_a_publisher_that_nobody_knows_has_the_article_that_the_data_names() -> None:
    """Where no terms are known, the line names the first publisher and its article."""
    stated = credit("River Post", 1, in_data(), role=Role.HEAD, place=Place.META, form=CreditForm.METADATA)
    judged = verdict(
        "original-link",
        {"on": ("original",)},
        page=page(credits=(stated,)),
        publisher=Party(name="the first publisher"),
    )

    assert f'This article was originally published by <a href="{ARTICLE}">River Post</a>.' == judged.paste


def test_a_link_within_the_text_that_spells_the_title_is_the_original() -> None:
    """ "As the River Post wrote" is a credit in other words."""
    inside = link(role=Role.BODY, place=Place.BODY)

    assert "pass" == said("original-link", page=page(links=(inside,)))[0]


def test_a_missing_link_fails_with_the_line_to_paste() -> None:
    """Known parts are filled in, the address of the article stays a named gap."""
    judged = verdict("original-link", page=page(credits=(credit(),)), credit=(TEMPLATE,))

    assert THING + 'the credit to "River Post" without one' == judged.message
    assert at(9) == judged.location
    assert judged.paste == (
        'This article was first published by <a href="https://river.example">River Post</a>. '
        'Read the <a href="{url}">original article</a>.'
    )


def test_without_a_credit_the_link_is_missing_after_the_article() -> None:
    """Or where it is wanted."""
    judged = verdict("original-link", page=page()), verdict("original-link", {"at": "top"}, page=page())

    assert [THING + "none", at(20), at(1)] == [judged[0].message, *(one.location for one in judged)]


def test_the_credit_is_what_must_be_edited() -> None:
    """A credit to the publisher before another's, where the terms want it; a home page in the text is no place."""
    home = link("https://river.example/", 5, role=Role.BODY, place=Place.BODY)
    both = credit("Canal News", 8), credit(line=9)
    top = credit(line=3, place=Place.TOP)
    places = [
        verdict("original-link", page=page(credits=both)).location,
        verdict("original-link", page=page(credits=both[:1])).location,
        verdict("original-link", page=page(credits=both, links=(home,))).location,
        verdict("original-link", page=page(links=(home,))).location,
        verdict("original-link", {"at": "top"}, page=page(credits=both)).location,
        verdict("original-link", {"at": "top"}, page=page(credits=(*both, top))).location,
    ]

    assert [at(9), at(8), at(9), at(5), at(1), at(3)] == places


def test_the_known_address_stands_in_the_line_to_paste() -> None:
    """`--original` fills the gap."""
    judged = verdict("original-link", page=page(), original=Original(url=ARTICLE), credit=(TEMPLATE,))

    assert f'<a href="{ARTICLE}">original article</a>' in (judged.paste or "")


def test_the_home_page_is_enough_where_the_terms_say_so() -> None:
    """Some publishers accept either."""
    assert ("pass", "Found a link to the River Post article or home page") == said(
        "original-link", {"to": ["article", "homepage"]}, page=credited(link("https://river.example"))
    )


def test_a_home_page_in_a_notice_is_no_link_back() -> None:
    """It belongs to the terms that were copied along."""
    home = link("https://river.example", 30, role=Role.NOTICE)

    assert ("fail", "Expected a link to the River Post article or home page, found it in a notice") != said(
        "original-link", {"to": ["article", "homepage"]}, page=page(links=(home,))
    )
    assert "fail" == said("original-link", {"to": ["article", "homepage"]}, page=page(links=(home,)))[0]


def test_a_copy_elsewhere_cannot_be_proved() -> None:
    """An address does not tell what stands there."""
    archive = credited(link("https://mirror.example/ferry"))

    assert "review" == said("original-link", {"to": ["other"], "unproven": "review"}, page=archive)[0]


def test_the_address_as_text_is_enough_where_the_terms_say_so() -> None:
    """Print and plain text have no links."""
    text = credit(text=f"Source: {ARTICLE}.", form=CreditForm.BARE_URL)

    assert "pass" == said("original-link", {"url-text-ok": True}, page=page(credits=(text,)))[0]
    assert ("fail", THING + "its address as text, not as a link") == said("original-link", page=page(credits=(text,)))


def test_a_link_only_in_the_head_fails() -> None:
    """A canonical link is for search engines."""
    head = Canonical(href=ARTICLE, url=ARTICLE, text=ARTICLE, location=at(0), role=Role.HEAD, place=Place.META)

    assert ("fail", THING + "it only in the metadata of the page") == said("original-link", page=page(canonical=head))


@pytest.mark.parametrize("hosts", [(), ("bell.example",), ("river.example",)])
def test_the_line_to_paste_has_the_address_of_the_head(hosts: tuple[str, ...]) -> None:
    """Though a page that says nothing else of its site seems to stand where its canonical link leads."""
    head = Canonical(href=ARTICLE, url=ARTICLE, text=ARTICLE, location=at(0), role=Role.HEAD, place=Place.META)
    copy = page(canonical=head, identity=Identity(names=("Evening Bell",), hosts=hosts))
    judged = verdict("original-link", page=copy, credit=(TEMPLATE,))

    assert ("fail", THING + "it only in the metadata of the page") == (judged.outcome, judged.message)
    assert judged.paste is not None and ARTICLE in judged.paste


def test_a_link_only_in_the_front_matter_is_a_question() -> None:
    """A theme may print it."""
    hidden = link(place=Place.META, role=Role.HEAD)
    known = credit("River Post", 2, hidden, form=CreditForm.METADATA, place=Place.META, role=Role.HEAD)

    assert "review" == said("original-link", page=page(credits=(known,), format="markdown"))[0]


def test_an_unsure_link_is_a_question() -> None:
    """Low confidence neither passes nor fails."""
    assert "review" == said("original-link", page=credited(link(confidence=Confidence.LOW)))[0]


def test_a_place_that_is_asked_for_is_part_of_the_duty() -> None:
    """A link after the article is not at its top."""
    assert (
        "fail",
        "Expected a link to the River Post article at the top of the article, found it after the article",
    ) == said("original-link", {"at": "top"}, page=credited(link()))


def test_the_original_may_be_linked_instead() -> None:
    """`on: [original]` asks for the first in the chain."""
    wire = page(credits=(credit("Harbour Wire", 9, link("https://wire.example/2024/ferry-returns")),))

    assert "pass" == said("original-link", {"on": ["original"]}, page=wire)[0]
    assert "fail" == said("original-link", page=wire)[0]


def test_a_publisher_without_domains_is_known_by_its_credit() -> None:
    """The link of the credit to it is the link to its article."""
    nameless = Party(name="River Post")

    assert "pass" == said("original-link", page=credited(link("https://blog.example/ferry")), publisher=nameless)[0]


def test_a_shortened_address_leads_nowhere_that_can_be_read() -> None:
    """What it hides is not fetched."""
    short = link("https://sho.rt/x", target=Target.OTHER)

    assert ("fail", THING + 'a link to "https://sho.rt/x"') == said("original-link", page=credited(short))


@pytest.mark.parametrize("href", ["https://river.example/author/jane-doe", "https://river.example/by/jane-doe/"])
def test_the_page_of_the_author_is_no_article(href: str) -> None:
    """Copyright lines link it beside the publisher."""
    signed = credited(link(href), bylines=(byline(),))

    assert ("fail", THING + f'a link to "{href}"') == said("original-link", page=signed)


def test_what_comes_nearest_is_said_first() -> None:
    """The home page is nearer than the author's page."""
    both = credited(link("https://river.example/author/jane-doe"), link("https://river.example/"))

    assert ("fail", THING + "a link to the home page") == said("original-link", page=both)


def test_a_name_with_an_article_is_not_given_two() -> None:
    """ "The The" reads like a slip."""
    the_post = Party(name="The River Post", domains=("river.example",))

    assert (
        "Found a link to the River Post article" == said("original-link", page=credited(link()), publisher=the_post)[1]
    )


@pytest.mark.parametrize(
    ("words", "to", "outcome"),
    [
        ("Source: River Post, river.example", "homepage", "pass"),
        ("Source: River Post, https://www.river.example/", "homepage", "pass"),
        ("Source: River Post, https://river.example/", "article", "fail"),
        (f"Source: River Post, {ARTICLE}", "article", "pass"),
        (f"Source: River Post, {ARTICLE}", "homepage", "fail"),
        ("Source: River Post, hill.example", "homepage", "fail"),
    ],
)
def test_an_address_in_words_is_that_of_what_is_wanted(words: str, to: str, outcome: str) -> None:
    """A home page may be named by its host; it is no article."""
    judged = page(credits=(credit("River Post", text=words),))

    assert outcome == verdict("original-link", {"to": [to], "url-text-ok": True}, page=judged).outcome.value
