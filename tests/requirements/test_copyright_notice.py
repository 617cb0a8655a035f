"""`copyright-notice`: whose notice counts, of which year, and what a failure says."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from licencecheck.model import Confidence, CreditForm, Original, Place, Role, Scope, StatedDay
from tests.requirements.making import at, block, byline, credit, notice, page, said, verdict

BY_JANE = {"bylines": (byline(),), "credits": (credit(),), "published": date(2024, 5, 3)}


def test_the_publishers_notice_passes() -> None:
    """Holder and year fit."""
    assert ("pass", 'Found the copyright notice "Copyright © Jane Doe, River Post, 2024"') == said(
        "copyright-notice", page=page(notices=(notice("Jane Doe", "River Post"),), **BY_JANE)
    )


def test_the_authors_own_notice_passes() -> None:
    """An author may own the article."""
    assert "pass" == said("copyright-notice", page=page(notices=(notice("Doe, Jane"),), **BY_JANE))[0]


def test_a_missing_notice_fails_with_one_to_paste() -> None:
    """It was expected after the article."""
    judged = verdict("copyright-notice", page=page(**BY_JANE), original=Original(published=date(2023, 12, 30)))

    assert 'Expected a copyright notice of "River Post", found none' == judged.message
    assert at(20) == judged.location
    assert "Copyright © Jane Doe, River Post, 2023" == judged.paste


def test_year_to_paste_is_not_that_of_the_copy() -> None:
    """Its day tells nothing of the original; a line that names the publisher beside a day does."""
    assert "Copyright © Jane Doe, River Post, {year}" == verdict("copyright-notice", page=page(**BY_JANE)).paste
    line = StatedDay(text="River Post, 9 March 2021", location=at(4), day=date(2021, 3, 9))
    judged = verdict("copyright-notice", page=page(**BY_JANE, days=(line,)))
    assert "Copyright © Jane Doe, River Post, 2021" == judged.paste


def test_the_sites_own_notice_does_not_count() -> None:
    """The footer speaks of the site that shows the article."""
    footer = notice("Evening Bell", years=(2026,), scope=Scope.SITE, role=Role.CHROME)

    assert (
        'Expected a copyright notice of "River Post", found only the site\'s own "Copyright © Evening Bell, 2026"'
        == said("copyright-notice", page=page(notices=(footer,), **BY_JANE))[1]
    )


def test_another_holder_fails() -> None:
    """A stranger's notice is not the one to carry."""
    assert (
        'Expected a copyright notice of "River Post", found "Copyright © Canal Times, 2024"'
        == said("copyright-notice", page=page(notices=(notice("Canal Times"),), **BY_JANE))[1]
    )


def test_another_holder_beside_the_author_fails() -> None:
    """The author's name does not make a stranger's notice right."""
    assert "fail" == said("copyright-notice", page=page(notices=(notice("Jane Doe", "Canal Times"),), **BY_JANE))[0]


def test_a_later_year_than_the_date_of_the_page_fails() -> None:
    """No copy is older than its original."""
    assert ("fail", 'Expected a copyright notice of 2024, found "Copyright © River Post, 2025"') == said(
        "copyright-notice", page=page(notices=(notice("River Post", years=(2025,)),), **BY_JANE)
    )


def test_an_earlier_year_than_the_date_of_the_page_is_a_question() -> None:
    """The date may be that of the repost."""
    outcome, message = said("copyright-notice", page=page(notices=(notice("River Post", years=(2019,)),), **BY_JANE))
    assert "review" == outcome
    assert message.endswith("the page is of 2024, and the year of the original is not known")


def dateline(role: Role) -> StatedDay:
    """Make a day of 2021 in a line of this role."""
    return StatedDay(text="May 3, 2021", location=at(2), role=role, place=Place.TOP, day=date(2021, 5, 3))


def test_another_year_than_that_of_the_credit_fails() -> None:
    """The day in a dateline is the article's."""
    old = page(notices=(notice("River Post", years=(2019,)),), days=(dateline(Role.CREDIT),), **BY_JANE)
    assert ("fail", 'Expected a copyright notice of 2021 or 2024, found "Copyright © River Post, 2019"') == said(
        "copyright-notice", page=old
    )


def test_any_day_beside_the_article_may_be_that_of_the_original() -> None:
    """Beside that of the repost."""
    old = page(notices=(notice("River Post", years=(2021,)),), days=(dateline(Role.BODY),), **BY_JANE)
    assert "pass" == said("copyright-notice", page=old)[0]


def test_a_range_that_holds_the_year_passes() -> None:
    """Some publishers write when they began."""
    assert (
        "pass" == said("copyright-notice", page=page(notices=(notice("River Post", years=(2001, 2026)),), **BY_JANE))[0]
    )


def test_the_date_of_the_original_decides_where_it_is_known() -> None:
    """A repost may come years later."""
    old = page(notices=(notice("River Post", years=(2019,)),), **BY_JANE)

    assert "pass" == said("copyright-notice", page=old, original=Original(published=date(2019, 1, 2)))[0]


def test_a_notice_only_in_a_comment_fails() -> None:
    """A reader cannot carry it."""
    comment = block("Copyright © River Post, 2024", Role.COMMENT)

    assert (
        'Expected a copyright notice of "River Post", found it only in a reader\'s comment'
        == said("copyright-notice", page=page(blocks=(comment,), **BY_JANE))[1]
    )


def test_a_notice_does_not_prove_itself() -> None:
    """A holder known only as holder is not the first publisher."""
    owned = notice("Canal Times")
    known = credit("Canal Times", form=CreditForm.COPYRIGHT, text=owned.text)

    assert "fail" == said("copyright-notice", page=page(notices=(owned,), credits=(known,)))[0]


def test_a_notice_in_the_front_matter_is_a_question() -> None:
    """A theme may print it."""
    hidden = notice("River Post", place=Place.META, role=Role.HEAD)

    assert "review" == said("copyright-notice", page=page(notices=(hidden,), format="markdown", **BY_JANE))[0]


def test_an_unsure_notice_is_a_question() -> None:
    """Low confidence neither passes nor fails."""
    unsure = notice("River Post", confidence=Confidence.LOW)

    assert "review" == said("copyright-notice", page=page(notices=(unsure,), **BY_JANE))[0]


def test_a_notice_that_is_asked_only_if_supplied_is_a_question() -> None:
    """Whether the original has one cannot be seen on the copy."""
    assert "review" == said("copyright-notice", {"if-supplied": True}, page=page(**BY_JANE))[0]


@pytest.mark.parametrize(
    ("own", "outcome"),
    [
        ((), "notApplicable"),
        ((notice("River Post"),), "fail"),
        ((notice("River Post", scope=Scope.SITE, role=Role.CHROME),), "review"),
        ((notice("River Post", scope=Scope.IMAGE),), "notApplicable"),
    ],
)
def test_the_page_of_the_original_shows_whether_it_has_a_notice(own: Any, outcome: str) -> None:
    """Its site's own may be meant for the article, or not; that of a picture is not."""
    original = Original(page=page(notices=own, **BY_JANE))
    asked = page(**BY_JANE)

    assert outcome == said("copyright-notice", {"if-supplied": True}, page=asked, original=original)[0]


def test_an_open_licence_does_not_fail_by_the_date_of_the_page() -> None:
    """The notice is kept as supplied; the copy may be years younger."""
    old = page(notices=(notice("River Post", years=(2019,)),), **BY_JANE)

    assert "review" == said("copyright-notice", {"if-supplied": True}, page=old)[0]


def test_a_notice_that_was_pasted_as_it_was_has_a_gap() -> None:
    """A site generator's own braces are none."""
    asked, templated = (
        notice("River Post", years=(), text=f"© {gap}, River Post") for gap in ("{author}", "{{author}}")
    )
    what = 'Expected a copyright notice of "River Post", found the gap "{author}", which is to be filled in'

    assert ("fail", what) == said("copyright-notice", page=page(notices=(asked,), **BY_JANE))
    assert "pass" == said("copyright-notice", page=page(notices=(templated,), **BY_JANE))[0]
