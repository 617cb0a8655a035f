"""The chain that decides the design: a page of B, who had the article from A, reposted under the terms of B."""

from __future__ import annotations

from datetime import date
from typing import Any

from licencecheck.model import CreditForm, CreditPart, CreditTemplate, Party, Place, Role, SiteProfile
from tests.requirements.making import at, byline, credit, link, notice, page, said, verdict

GLOBAL_REVIEW = Party(name="Global Review", domains=("globalreview.example",))
TEXT = (
    "The original source of this article is {original|original_url}. Published by {Global Review|url}. "
    "Copyright © {author}, {original}, {year}"
)
LINE = CreditTemplate(id="main", texts=(TEXT,))
DEAD = link("#", 45)
HOME = link("http://www.globalreview.example", 58, role=Role.NOTICE)
SOURCE = credit("InfoBrick", 45, DEAD, text="The original source of this article is InfoBrick")
DATELINE = credit(
    "Global Review",
    7,
    text="Global Review, October 22, 2019",
    form=CreditForm.DATELINE,
    part=CreditPart.GRANTOR,
    place=Place.BYLINE,
    role=Role.BYLINE,
)
BARE = credit("InfoBrick", 9, link("#", 9), text="InfoBrick", form=CreditForm.BARE_NAME, place=Place.BYLINE)
PAGE = page(
    format="markdown",
    published=date(2019, 10, 22),
    bylines=(byline("Paul Writer", 5),),
    credits=(SOURCE, BARE, DATELINE),
    links=(link("#", 9), DEAD, link("#", 46), HOME),
    notices=(notice("Paul Writer", "InfoBrick", years=(2019,), line=46),),
)
COVERS = (
    {"when": {"original-source": "other"}, "is": "ask",
     "question": "Has {original} allowed this? The grant speaks of {publisher} articles"},
    {"is": "covered"},
)  # fmt: skip
PERMISSION = (
    {"when": {"medium": "web", "kind": "community", "commercial": False}, "is": "granted"},
    {"is": "on-request", "contact": "rights@globalreview.example"},
)


def under(requires: str, parameters: dict[str, Any] | None = None, **more: Any) -> Any:
    """Judge the page under the terms of the Global Review."""
    return verdict(requires, parameters, page=PAGE, publisher=GLOBAL_REVIEW, credit=(LINE,), **more)


def test_source_credit_passes_with_the_proof_of_both_places() -> None:
    """Both parties of the chain are named: the first publisher in the source line, the second in the dateline."""
    judged = under("source-credit", {"names": ["publisher", "original"]})

    assert 'Found credits to "Global Review" and "InfoBrick"' == judged.message
    assert {SOURCE, DATELINE} == set(judged.evidence)


def test_copyright_notice_passes_with_the_notice_of_the_first_publisher() -> None:
    """The first publisher's notice is the one to carry."""
    judged = under("copyright-notice")

    assert 'Found the copyright notice "Copyright © Paul Writer, InfoBrick, 2019"' == judged.message
    assert at(46) == judged.location


def test_original_link_fails_at_the_dead_link_of_the_credit() -> None:
    """The credit's link is dead; the home page in a notice is the second place."""
    judged = under("original-link")

    assert 'Expected a link to the Global Review article, found a link to "#"' == judged.message
    assert at(45) == judged.location
    assert (DEAD, HOME) == judged.evidence


def test_the_line_to_paste_holds_the_unknown_address_as_a_named_gap() -> None:
    """What the page tells is filled in, the addresses stay gaps."""
    assert under("original-link").paste == (
        "The original source of this article is [InfoBrick]({original_url}). Published by [Global Review]({url}). "
        "Copyright © Paul Writer, InfoBrick, 2019"
    )


def test_grant_scope_asks_about_the_article_of_another() -> None:
    """The grant speaks of its publisher's articles, this one is another's."""
    judged = under("grant-scope", {"covers": COVERS})

    assert judged.message == (
        "Check that the terms of Global Review cover this article: "
        "Has InfoBrick allowed this? The grant speaks of Global Review articles"
    )


def test_permission_is_a_question_while_the_profile_is_silent() -> None:
    """A silent profile gives a review that asks what decides."""
    judged = under("permission", {"permission": PERMISSION})

    assert "review" == judged.outcome
    assert "What kind of site is this" in judged.message
    assert "Is the site commercial" in judged.message


def test_permission_passes_for_a_community_site() -> None:
    """The terms grant it to community sites that are not commercial."""
    judged = under("permission", {"permission": PERMISSION}, profile=SiteProfile(kind="community", commercial=False))

    assert "Found a permission for this use in the terms" == judged.message


def test_permission_names_the_contact_to_every_other_site() -> None:
    """Other uses are on request."""
    judged = under("permission", {"permission": PERMISSION}, profile=SiteProfile(kind="news", commercial=False))

    assert judged.message == (
        "Check that Global Review permits this use: it is on request from rights@globalreview.example; "
        "without a request it is permitted only if the site is of the kind community"
    )


def test_a_copy_that_names_and_links_only_the_first_publisher_fails() -> None:
    """Under the terms of the second publisher neither the credit nor the link is right."""
    article = link("https://infobrick.example/turkey-operation-consequences", 9)
    copy = page(credits=(credit("InfoBrick", 9, article),), links=(article,))

    assert (
        'Expected a credit to "Global Review", found "InfoBrick"'
        == said("source-credit", page=copy, publisher=GLOBAL_REVIEW)[1]
    )
    assert (
        'Expected a link to the Global Review article, found a link to "infobrick.example"'
        == said("original-link", page=copy, publisher=GLOBAL_REVIEW)[1]
    )
