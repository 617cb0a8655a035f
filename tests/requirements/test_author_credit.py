"""`author-credit`: who is named, in which form, with which institution."""

from __future__ import annotations

from licencecheck.model import Confidence, Original, Place, Role
from tests.requirements.making import at, block, byline, page, said, verdict

TWO = Original(authors=("Jane Doe", "John Roe"))


def test_a_byline_passes() -> None:
    """Where the author is not known, any byline names one."""
    assert ("pass", 'Found the author "Jane Doe"') == said("author-credit", page=page(bylines=(byline(),)))


def test_a_missing_byline_fails_in_the_byline() -> None:
    """It was expected under the title."""
    judged = verdict("author-credit", page=page())

    assert ("Expected the author's name, found none", at(2)) == (judged.message, judged.location)
    assert "By {author}" == judged.paste


def test_the_author_of_the_original_must_be_named() -> None:
    """Another name is not the author."""
    assert ("fail", 'Expected the author "Jane Doe", found "By Ann Editor"') == said(
        "author-credit", page=page(bylines=(byline("Ann Editor"),)), original=Original(authors=("Jane Doe",))
    )


def test_one_of_several_authors_is_enough_unless_all_are_asked_for() -> None:
    """`all` wants every name."""
    one = page(bylines=(byline(),))

    assert "pass" == said("author-credit", page=one, original=TWO)[0]
    assert ("fail", 'Expected the author "John Roe", found "By Jane Doe"') == said(
        "author-credit", {"all": True}, page=one, original=TWO
    )


def test_all_authors_cannot_be_known_without_the_original() -> None:
    """A person must compare."""
    assert "review" == said("author-credit", {"all": True}, page=page(bylines=(byline(),)))[0]


def test_the_institution_stands_beside_the_name() -> None:
    """A name alone is not enough where it is asked for."""
    alone = page(bylines=(byline(),))
    both = page(bylines=(byline(institution="Harbour University"),))

    assert ("fail", 'Expected the author\'s institution, found "By Jane Doe"') == said(
        "author-credit", {"institution": True}, page=alone
    )
    assert "pass" == said("author-credit", {"institution": True}, page=both)[0]


def test_a_biography_may_name_the_institution() -> None:
    """Its sentences are not understood, so a person reads them."""
    told = page(bylines=(byline(),), blocks=(block("Jane Doe teaches shipping at Harbour University", Role.BIO),))

    assert "review" == said("author-credit", {"institution": True}, page=told)[0]


def test_the_form_of_the_byline_counts() -> None:
    """Some publishers want their name in it."""
    form = {"form": "{author}, River Post"}

    assert ("fail", 'Expected the byline "Jane Doe, River Post", found "By Jane Doe"') == said(
        "author-credit", form, page=page(bylines=(byline(),))
    )
    assert "pass" == said("author-credit", form, page=page(bylines=(byline(text="By Jane Doe, River Post"),)))[0]


def test_the_place_of_the_byline_counts() -> None:
    """A name after the article is not in the byline."""
    for role in Role.CREDIT, Role.BYLINE:
        late = byline(place=Place.BOTTOM, role=role)
        assert ("fail", "Expected the author in the byline, found it after the article") == said(
            "author-credit", {"at": "byline"}, page=page(bylines=(late,))
        )


def test_the_theme_may_print_the_byline_of_a_post() -> None:
    """The post itself names the author after its text."""
    late = byline(place=Place.BOTTOM)
    judged = verdict("author-credit", {"at": "byline"}, page=page(bylines=(late,), format="markdown"))

    assert (
        "Check that the page names the author in the byline: found it after the article, "
        "and the theme may print a byline or not"
    ) == judged.message


def test_an_author_only_in_the_metadata_fails() -> None:
    """No reader sees it; in a post the theme may print it."""
    hidden = byline(place=Place.META, role=Role.HEAD)

    assert ("fail", "Expected the author's name, found it only in the metadata of the page") == said(
        "author-credit", page=page(bylines=(hidden,))
    )
    assert "review" == said("author-credit", page=page(bylines=(hidden,), format="markdown"))[0]


def test_an_unsure_byline_is_a_question() -> None:
    """Low confidence neither passes nor fails."""
    assert "review" == said("author-credit", page=page(bylines=(byline(confidence=Confidence.LOW),)))[0]


def test_an_author_that_is_asked_only_if_supplied_is_a_question() -> None:
    """Whether the original names one cannot be seen on the copy."""
    assert "review" == said("author-credit", {"if-supplied": True}, page=page())[0]


def test_another_name_in_the_front_matter_is_not_the_author() -> None:
    """Posts name there who uploaded them."""
    post = page(format="markdown", bylines=(byline("Ann Editor", role=Role.HEAD, place=Place.META),))

    assert ("fail", 'Expected the author "Jane Doe", found none') == said(
        "author-credit", page=post, original=Original(authors=("Jane Doe",))
    )


def test_what_the_site_is_called_is_asked_and_not_pasted() -> None:
    """A person tells the blogger from the blog."""
    named = byline(place=Place.ASIDE, role=Role.CHROME, confidence=Confidence.LOW)
    judged = verdict("author-credit", page=page(bylines=(named,)))

    assert judged.message.startswith("Check that the page names the author: found")
    assert judged.message.endswith("of the site, which may be what the site is called")
    assert judged.paste is None
