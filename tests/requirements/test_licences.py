"""`licence-notice` and `licence-link`: which statement counts, and what a failure says."""

from __future__ import annotations

from typing import Any

import pytest

from licencecheck.model import Confidence, CreditTemplate, LicenceStatement, Place, Role, Scope, Statement
from licencecheck.requirements.licences import deed_of, name_of
from tests.requirements.making import at, page, said, verdict

BY_ND = "CC-BY-ND-4.0"
DEED = "https://creativecommons.org/licenses/by-nd/4.0/"


def stated(licence: str = BY_ND, *by: Statement, **more: Any) -> LicenceStatement:
    """Make a licence statement after the article."""
    facts: dict[str, Any] = {
        "text": f"Licensed under {name_of(licence)}",
        "location": at(9),
        "role": Role.NOTICE,
        "place": Place.BOTTOM,
        "scope": Scope.ARTICLE,
        "url": DEED if Statement.LINK in by else None,
    }
    return LicenceStatement(id=licence, by=by or (Statement.WORDS,), **(facts | more))


def under(requires: str, *statements: LicenceStatement, licence: tuple[str, ...] = (BY_ND,)) -> tuple[str, str]:
    """Judge a page that states these licences."""
    return said(requires, page=page(licences=statements), licence=licence)


def test_the_licence_of_the_rule_set_passes() -> None:
    """Words are enough for the notice."""
    assert ("pass", 'Found the licence "CC BY-ND 4.0"') == under("licence-notice", stated())


@pytest.mark.parametrize(
    ("line", "paste"),
    [
        (
            "From {River Post|home}.",
            '<a href="https://creativecommons.org/licenses/by-nd/4.0/" rel="license">CC BY-ND 4.0</a>',
        ),
        ("From {River Post|home}, under a Creative Commons licence.", None),
        ("From {River Post|home}, {licence|licence_url}.", None),
    ],
)
def test_the_line_to_paste_states_the_licence(line: str, paste: str | None) -> None:
    """The credit line where it does, else the licence itself."""
    template = CreditTemplate(id="main", texts=(line,))
    judged = verdict("licence-notice", page=page(), licence=(BY_ND,), credit=(template,))

    assert judged.paste == paste or (paste is None and (judged.paste or "").startswith("From <a"))


def test_either_of_several_licences_passes() -> None:
    """A list means any of them."""
    assert ("pass", 'Found the licence "CC BY-ND 4.0"') == under(
        "licence-notice", stated(), licence=("CC-BY-ND-3.0", BY_ND)
    )


def test_another_licence_fails() -> None:
    """The message names it."""
    assert ("fail", 'Expected the licence "CC BY-ND 4.0", found "CC BY-SA 4.0"') == under(
        "licence-notice", stated("CC-BY-SA-4.0")
    )


def test_a_port_is_another_licence() -> None:
    """The German port is a text of its own."""
    assert "fail" == under("licence-notice", stated("LicenseRef-CC-BY-ND-3.0-DE"), licence=("CC-BY-ND-3.0",))[0]


def test_a_licence_without_version_is_a_question() -> None:
    """It may be the one that is meant."""
    assert ("review", 'Check that "Licensed under CC BY-ND" means "CC BY-ND 4.0": it names no version') == under(
        "licence-notice", stated("CC-BY-ND")
    )


def test_no_licence_is_named_by_creative_commons_alone() -> None:
    """There are six of them."""
    some = stated("CC-unspecified", text="under a Creative Commons license")

    assert ("fail", 'Expected the licence "CC BY-ND 4.0", found only "under a Creative Commons license"') == under(
        "licence-notice", some
    )


def test_the_licence_of_the_site_is_not_that_of_the_article() -> None:
    """A footer speaks of the site's own articles."""
    footer = stated(scope=Scope.SITE, role=Role.CHROME)

    assert ("fail", 'Expected the licence "CC BY-ND 4.0", found only the site\'s own "CC BY-ND 4.0"') == under(
        "licence-notice", footer
    )


def test_the_licence_of_an_image_says_nothing_of_the_article() -> None:
    """A caption speaks of its picture."""
    caption = stated(scope=Scope.IMAGE, role=Role.CAPTION)

    assert ("fail", 'Expected the licence "CC BY-ND 4.0", found none') == under("licence-notice", caption)


def test_a_licence_only_in_the_metadata_fails() -> None:
    """No reader sees it."""
    hidden = stated(BY_ND, Statement.METADATA, place=Place.META, role=Role.HEAD)

    assert ("fail", 'Expected the licence "CC BY-ND 4.0", found it only in the metadata of the page') == under(
        "licence-notice", hidden
    )


def test_an_unsure_statement_is_a_question() -> None:
    """Low confidence neither passes nor fails."""
    assert "review" == under("licence-notice", stated(confidence=Confidence.LOW))[0]
    assert "review" == under("licence-link", stated(BY_ND, Statement.LINK, confidence=Confidence.LOW))[0]


def test_terms_without_licence_ask_for_none() -> None:
    """There is nothing to state."""
    assert "notApplicable" == under("licence-notice", licence=())[0]
    assert "notApplicable" == under("licence-link", licence=())[0]


def test_a_link_to_the_deed_passes() -> None:
    """The plain case."""
    assert ("pass", 'Found a link to the licence "CC BY-ND 4.0"') == under(
        "licence-link", stated(BY_ND, Statement.LINK)
    )


def test_words_without_a_link_fail() -> None:
    """The notice is there, the link is not."""
    assert (
        "fail",
        'Expected a link to the licence "CC BY-ND 4.0", found "Licensed under CC BY-ND 4.0" without it',
    ) == under("licence-link", stated())


def test_a_link_to_another_licence_fails() -> None:
    """What is linked counts, not what is said."""
    assert ("fail", 'Expected a link to the licence "CC BY-ND 4.0", found a link to "CC BY-SA 4.0"') == under(
        "licence-link", stated("CC-BY-SA-4.0", Statement.LINK)
    )


def test_the_link_to_paste_leads_to_the_deed() -> None:
    """Addresses of Creative Commons follow from the id."""
    judged = verdict("licence-link", page=page(), licence=(BY_ND,))

    assert f'<a href="{DEED}" rel="license">CC BY-ND 4.0</a>' == judged.paste


def test_names_and_deeds_of_licences() -> None:
    """Versions and ports are kept, other licences stay as they are."""
    assert "CC BY 3.0 IGO" == name_of("CC-BY-3.0-IGO")
    assert "Creative Commons" == name_of("CC-unspecified")
    assert "CC0 1.0" == name_of("CC0-1.0")
    assert "Open Government Licence v3.0" == name_of("OGL-UK-3.0")
    assert "LicenseRef-House-1.0" == name_of("LicenseRef-House-1.0")
    assert "https://creativecommons.org/licenses/by/3.0/de/" == deed_of("LicenseRef-CC-BY-3.0-DE")
    assert "https://creativecommons.org/publicdomain/zero/1.0/" == deed_of("CC0-1.0")
    assert "https://opencontent.org/openpub/" == deed_of("OPUBL-1.0")
    assert deed_of("LicenseRef-House-1.0") is None


def test_a_licence_of_data_counts_where_the_terms_want_it() -> None:
    """On pages under other terms it is but talked about; so is every other licence that is only mentioned."""
    data = stated("NLOD-2.0", scope=Scope.MENTION)

    assert "pass" == under("licence-notice", data, licence=("NLOD-2.0",))[0]
    assert "fail" == under("licence-notice", data)[0]
    assert "fail" == under("licence-notice", stated(scope=Scope.MENTION))[0]
