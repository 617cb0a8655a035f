"""What persons decide: `attestation`, `grant-scope`, `permission`, `noncommercial`, declined duties."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from licencecheck.model import Attestation, Original, SiteProfile
from tests.requirements.making import ARTICLE, credit, page, said, verdict

ASK = {"ask": "Is the article sold separately?", "want": "no"}
PERMISSION = {
    "permission": [
        {"when": {"kind": ["seo", "ad-network"]}, "is": "denied"},
        {"when": {"commercial": False}, "is": "granted"},
        {"is": "on-request", "contact": "rights@river.example"},
    ]
}
PAGE = page(credits=(credit(),))


def answered(question: str, answer: str, **more: Any) -> SiteProfile:
    """Make a profile that records one answer."""
    known: dict[str, Any] = {"who": "Ann Editor", "on": date(2026, 1, 31)}
    return SiteProfile(attestations=(Attestation(id=question, answer=answer, **(known | more)),))


def test_an_unanswered_question_is_a_review() -> None:
    """Nobody has answered yet."""
    message = 'Check that the answer is "no": Is the article sold separately?'

    assert ("review", message) == said("attestation", ASK, id="not-sold", page=PAGE)


def test_the_wanted_answer_passes() -> None:
    """Who gave it and when is the proof."""
    message = 'Found the answer "No" that Ann Editor gave on 2026-01-31 to "Is the article sold separately?"'

    assert ("pass", message) == said(
        "attestation", ASK, id="not-sold", page=PAGE, profile=answered("river-post/not-sold", "No")
    )


def test_another_answer_fails() -> None:
    """The terms are broken, as a person says."""
    assert "fail" == said("attestation", ASK, id="not-sold", page=PAGE, profile=answered("not-sold", "yes"))[0]


def test_an_expired_answer_is_a_review() -> None:
    """It must be given anew."""
    old = answered("not-sold", "no", until=date(2026, 6, 30))
    judged = said("attestation", ASK, id="not-sold", page=PAGE, profile=old)

    assert ("review", True) == (judged[0], judged[1].endswith("expired on 2026-06-30"))


def test_an_answer_of_the_future_does_not_count() -> None:
    """It was not given by the day of the run."""
    later = answered("not-sold", "no", on=date(2027, 1, 1))

    assert "review" == said("attestation", ASK, id="not-sold", page=PAGE, profile=later)[0]


def test_an_answer_per_article_must_name_the_article() -> None:
    """One for the whole site is not enough."""
    ask = {**ASK, "per": "article"}
    general, own = answered("not-sold", "no"), answered("not-sold", "no", applies_to=ARTICLE)

    assert "review" == said("attestation", ask, id="not-sold", page=PAGE, profile=general)[0]
    assert "pass" == said("attestation", ask, id="not-sold", page=PAGE, profile=own, original=Original(url=ARTICLE))[0]


def test_permission_depends_on_what_the_profile_says() -> None:
    """The first case that holds counts."""
    assert "pass" == said("permission", PERMISSION, page=PAGE, profile=SiteProfile(kind="news", commercial=False))[0]
    denied = "found one that it denies if the site is of the kind seo or ad-network"
    assert ("fail", f"Expected a use that River Post permits, {denied}") == said(
        "permission", PERMISSION, page=PAGE, profile=SiteProfile(kind="seo")
    )


def test_permission_on_request_names_the_contact() -> None:
    """Until it is recorded, a person must ask."""
    firm = SiteProfile(kind="company", commercial=True)

    asked = "Check that River Post permits this use: it is on request from rights@river.example"
    only = "without a request it is permitted only if the site is not commercial"
    assert ("review", f"{asked}; {only}") == said("permission", PERMISSION, page=PAGE, profile=firm)


def test_a_recorded_permission_passes() -> None:
    """Whatever the terms say in general."""
    assert ("pass", 'Found a permission: the answer "yes, by mail" that Ann Editor gave on 2026-01-31') == said(
        "permission", PERMISSION, page=PAGE, profile=answered("river-post/permission", "yes, by mail")
    )


@pytest.mark.parametrize("want", ["yes", "no"])
def test_an_answer_that_is_neither_yes_nor_no_is_neither(want: str) -> None:
    """Doubt is no confirmation."""
    ask = {"ask": "Is it so?", "want": want}

    assert "fail" == said("attestation", ask, id="so", page=PAGE, profile=answered("so", "maybe"))[0]


def test_an_expired_permission_is_told() -> None:
    """The reader learns why it no longer counts."""
    old = answered("permission", "yes", until=date(2026, 2, 1))

    assert said("permission", PERMISSION, page=PAGE, profile=old)[1].endswith("expired on 2026-02-01")


def test_permission_with_an_unknown_fact_that_does_not_matter() -> None:
    """All cases that are left say the same."""
    always = {"permission": [{"when": {"commercial": True}, "is": "granted"}, {"is": "granted"}]}

    assert "pass" == said("permission", always, page=PAGE)[0]


def test_the_scope_of_the_grant_is_answered_by_a_person() -> None:
    """A recorded answer comes before the cases."""
    covers = {"covers": [{"is": "ask", "question": "Does the story say so?"}]}

    assert ("review", "Check that the terms of River Post cover this article: Does the story say so?") == said(
        "grant-scope", covers, page=PAGE
    )
    assert "pass" == said("grant-scope", covers, page=PAGE, profile=answered("grant-scope", "yes"))[0]
    assert "fail" == said("grant-scope", covers, page=PAGE, profile=answered("grant-scope", "no"))[0]


def test_an_excluded_article_fails() -> None:
    """The terms say so."""
    covers = {"covers": [{"when": {"original-source": "publisher"}, "is": "excluded"}, {"is": "covered"}]}

    outcome, message = said("grant-scope", covers, page=PAGE)
    assert ("fail", "Expected an article that the terms of River Post cover") == (outcome, message.partition(",")[0])
    assert message.endswith("found one that they exclude if the article was first published by the publisher")


def test_noncommercial_is_a_question_while_the_profile_is_silent() -> None:
    """The site's own statement decides."""
    assert ("review", "Check that the use is noncommercial: Is the site commercial (`commercial`)?") == said(
        "noncommercial", page=PAGE
    )


def test_noncommercial_follows_the_profile() -> None:
    """Commercial sites fail, others pass."""
    assert ("fail", "Expected a noncommercial use, found a commercial site in the profile") == said(
        "noncommercial", page=PAGE, profile=SiteProfile(commercial=True)
    )
    assert "pass" == said("noncommercial", page=PAGE, profile=SiteProfile(commercial=False))[0]


def test_publishers_read_noncommercial_in_their_own_way() -> None:
    """Advertisements may be fine, or not; selling never is."""
    firm, shown = SiteProfile(commercial=True), SiteProfile(commercial=False, ads=True)

    assert "pass" == said("noncommercial", {"ads": "allowed"}, page=PAGE, profile=firm)[0]
    assert "review" == said("noncommercial", {"ads": "allowed", "resale": "forbidden"}, page=PAGE, profile=firm)[0]
    assert "fail" == said("noncommercial", {"ads": "forbidden"}, page=PAGE, profile=shown)[0]


def test_a_declined_duty_never_passes() -> None:
    """The reason stands in the report."""
    profile = SiteProfile(declined={"source-credit": "shown by the template of the site"})
    message = (
        "Check that the duty `source-credit` may be declined: "
        'the reason that is given is "shown by the template of the site"'
    )

    assert ("review", message) == said("source-credit", page=PAGE, profile=profile)


def test_a_declined_duty_keeps_the_line_to_paste() -> None:
    """The duty may be taken up again."""
    profile = SiteProfile(declined={"river-post/source-credit": "later"})

    assert verdict("source-credit", page=page(), profile=profile).paste is not None
