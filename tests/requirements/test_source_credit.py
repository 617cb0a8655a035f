"""`source-credit`: who counts as named, where, and what a failure says."""

from __future__ import annotations

import pytest

from licencecheck.model import Confidence, CreditForm, CreditTemplate, Outcome, Party, Place, Role
from tests.requirements.making import at, block, byline, credit, link, notice, page, said, verdict


def test_a_credit_after_the_article_passes() -> None:
    """A plain credit is enough."""
    assert ("pass", 'Found a credit to "River Post"') == said("source-credit", page=page(credits=(credit(),)))


def test_an_alias_and_a_former_name_are_the_publisher() -> None:
    """Any name of the party will do."""
    former = Party(name="Canal Post", was=(Party(name="River Post"),))

    assert "pass" == said("source-credit", page=page(credits=(credit("The River Post Online"),)))[0]
    assert "pass" == said("source-credit", page=page(credits=(credit(),)), publisher=former)[0]


def test_the_host_as_a_name_is_the_publisher() -> None:
    """Some credits name the address."""
    judged = said("source-credit", page=page(credits=(credit("river.example", text="Source: river.example"),)))

    assert "pass" == judged[0]


def test_a_missing_credit_fails_where_it_was_expected() -> None:
    """With nothing near, the end of the article is the place."""
    judged = verdict("source-credit", page=page())

    assert 'Expected a credit to "River Post", found none' == judged.message
    assert at(20) == judged.location
    assert () == judged.evidence


def test_a_name_that_is_nearly_right_is_said() -> None:
    """A near miss explains itself."""
    infobrick = Party(name="Infobrick.org", domains=("infobrick.example",))

    assert ("fail", 'Expected a credit to "Infobrick.org", found "InfoBrick"') == said(
        "source-credit", page=page(credits=(credit("InfoBrick"),)), publisher=infobrick
    )


def test_a_credit_in_the_sidebar_is_none() -> None:
    """What stands beside the article says nothing of it."""
    aside = credit(role=Role.ASIDE, place=Place.ASIDE)

    assert (
        'Expected a credit to "River Post", found it only in the sidebar'
        == said("source-credit", page=page(credits=(aside,)))[1]
    )


def test_a_name_in_a_comment_is_no_credit() -> None:
    """A reader's comment is not the page's statement."""
    comment = block("I read this in the River Post last week", Role.COMMENT)

    assert (
        'Expected a credit to "River Post", found only a mention in a reader\'s comment'
        == said("source-credit", page=page(blocks=(comment,)))[1]
    )


def test_a_name_in_a_disclaimer_is_no_credit() -> None:
    """A publisher's own terms, copied along, do not credit it."""
    disclaimer = block("The River Post is not responsible for the contents of articles", Role.NOTICE)

    assert (
        'Expected a credit to "River Post", found only a mention in a notice'
        == said("source-credit", page=page(blocks=(disclaimer,)))[1]
    )


def test_a_copyright_line_is_no_credit() -> None:
    """Who owns the article is another duty than whence it comes."""
    owned = notice("River Post")
    named = credit(form=CreditForm.COPYRIGHT, text=owned.text, line=10)

    assert (
        'Expected a credit to "River Post", found it only in the copyright notice'
        == said("source-credit", page=page(notices=(owned,), credits=(named,)))[1]
    )


def test_a_byline_with_the_publisher_credits_it() -> None:
    """ "By Jane Doe, River Post" names the source."""
    signed = byline(institution="River Post", text="By Jane Doe, River Post")

    assert "pass" == said("source-credit", page=page(bylines=(signed,)))[0]


def test_a_credit_only_in_the_metadata_of_a_page_fails() -> None:
    """No reader sees it."""
    hidden = credit(form=CreditForm.METADATA, place=Place.META, role=Role.HEAD)

    assert ("fail", 'Expected a credit to "River Post", found it only in the metadata of the page') == said(
        "source-credit", page=page(credits=(hidden,))
    )


def test_a_credit_only_in_the_front_matter_of_a_post_is_a_question() -> None:
    """A theme may print it."""
    hidden = credit(form=CreditForm.METADATA, place=Place.META, role=Role.HEAD)
    message = (
        'Check that the page shows a credit to "River Post": found it only in the front matter, '
        "which the theme may print or not"
    )

    assert ("review", message) == said("source-credit", page=page(credits=(hidden,), format="markdown"))


def test_an_unsure_credit_is_a_question() -> None:
    """What was read with low confidence neither passes nor fails."""
    unsure = credit(confidence=Confidence.LOW, text="see also the River Post")

    assert (
        "review",
        'Check that the page credits "River Post": "see also the River Post" may not be a credit',
    ) == said("source-credit", page=page(credits=(unsure,)))


def test_a_link_without_the_name_is_a_question() -> None:
    """A link alone may not show whom it credits."""
    call = credit("river.example", 9, link(), text="Read the original article", form=CreditForm.READ_ORIGINAL)

    assert "review" == said("source-credit", page=page(credits=(call,)))[0]


def test_a_credit_at_the_wrong_end_says_where_it_stands() -> None:
    """The place is part of the duty where the rule asks for one."""
    assert ("fail", 'Expected a credit to "River Post" at the top of the article, found it after the article') == said(
        "source-credit", {"at": "top"}, page=page(credits=(credit(),))
    )


def test_all_parties_that_are_asked_for_must_be_named() -> None:
    """One of two is not enough."""
    first = credit("Harbour Wire")
    named = page(credits=(first, credit("Canal Times", 12)))

    judged = verdict("source-credit", {"names": ["publisher", "original"]}, page=named)

    assert (Outcome.FAIL, 'Expected a credit to "River Post", found "Harbour Wire"') == (judged.outcome, judged.message)


def test_a_party_in_two_parts_is_named_once() -> None:
    """The publisher may be the original too."""
    assert ("pass", 'Found a credit to "River Post"') == said(
        "source-credit", {"names": ["publisher", "original"]}, page=page(credits=(credit(),))
    )


def test_no_source_at_all_fails_where_only_the_original_is_asked_for() -> None:
    """Without a chain there is nobody to name."""
    assert ("fail", "Expected a credit to the source, found none") == said(
        "source-credit", {"names": ["original"]}, page=page()
    )


def test_the_terms_of_a_licence_ask_for_the_original() -> None:
    """A licence has no publisher of its own."""
    credited = page(credits=(credit("Harbour Wire"),))

    assert "pass" == said("source-credit", page=credited, layer="licence", publisher=Party(name="Commons"))[0]


def test_an_owner_is_named_by_a_copyright_notice() -> None:
    """As owner it is the notice that counts."""
    owned = page(notices=(notice("River Post"),), credits=(credit(),))

    assert ("pass", 'Found a credit to "River Post" as the owner') == said("source-credit", {"as": "owner"}, page=owned)


def test_a_credit_may_not_name_the_owner() -> None:
    """A source is not yet the owner."""
    assert "review" == said("source-credit", {"as": "owner"}, page=page(credits=(credit(),)))[0]


def test_a_prescribed_line_is_a_credit_whatever_its_words() -> None:
    """The terms ask for the bare name above the article; other words with the name in them are no such line."""
    bare = CreditTemplate(id="main", texts=("{River Post|url}",))
    top = block("River Post", Role.BODY, place=Place.TOP)
    mention = block("The River Post has written of it", Role.BODY, place=Place.TOP)

    assert "pass" == said("source-credit", {"at": "top"}, page=page(blocks=(top,)), credit=(bare,))[0]
    assert "fail" == said("source-credit", {"at": "top"}, page=page(blocks=(mention,)), credit=(bare,))[0]
    assert "review" == said("source-credit", {"at": "top"}, page=page(blocks=(top,)), credit=())[0]


@pytest.mark.parametrize(
    ("text", "place", "outcome"),
    [
        ("River Post (Old Harbour)", Place.TOP, "review"),
        ("River Post", Place.BYLINE, "review"),
        ("River Post", Place.BOTTOM, "fail"),
        ("Why I left the River Post", Place.TOP, "fail"),
    ],
)
def test_a_bare_name_above_the_article_may_be_the_credit(text: str, place: Place, outcome: str) -> None:
    """A person must look; the copyright line below is then not the only place that names the source."""
    named = page(blocks=(block(text, Role.BODY, 3, place=place),), notices=(notice("River Post"),))

    judged = verdict("source-credit", page=named)
    assert (outcome, at(3 if outcome == "review" else 10)) == (judged.outcome.value, judged.location)
