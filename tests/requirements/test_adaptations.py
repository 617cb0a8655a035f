"""What is made of a work: `translation`, `share-alike`, `licence-text`."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from licencecheck.model import (
    Attestation,
    Confidence,
    CreditForm,
    CreditTemplate,
    LicenceStatement,
    Original,
    Place,
    Relation,
    RepostDecision,
    Role,
    Scope,
    SiteProfile,
    Statement,
)
from tests.requirements.making import at, block, byline, credit, link, page, said

TRANSLATED = RepostDecision(
    is_repost=True, confidence=Confidence.HIGH, reason="it credits another", relation=Relation.TRANSLATION
)
NOTE = block("Translated by Ben Loe", signals=("translation",))


def translation(rule: dict[str, Any], **more: Any) -> tuple[str, str]:
    """Judge a page that says that it is a translation."""
    judging = {name: more.pop(name) for name in ("profile", "original", "credit") if name in more}
    return said("translation", rule, page=page(**({"repost": TRANSLATED} | more)), **judging)


def test_a_page_that_is_none_is_not_judged() -> None:
    """Whatever the terms say of translations."""
    none = page().repost

    assert "notApplicable" == translation({"is": "denied"}, repost=none)[0]
    assert "notApplicable" == translation({"is": "denied"}, repost=none, original=Original(page=page()))[0]


def test_a_page_in_another_language_than_the_original_is_one() -> None:
    """Though it does not say so."""
    german = {"repost": page().repost, "language": "de", "original": Original(page=page())}

    assert ("fail", "Expected no translation, found one") == translation({"is": "denied"}, **german)


@pytest.mark.parametrize(
    ("given", "answer", "outcome"),
    [
        ("granted", None, "pass"),
        ("on-request", None, "review"),
        ("on-request", "yes", "pass"),
        ("on-request", "no", "fail"),
        ("denied", None, "fail"),
        ("denied", "yes", "pass"),
        ("granted", "no", "fail"),
    ],
)
def test_the_terms_or_a_person_permit_it(given: str, answer: str | None, outcome: str) -> None:
    """An answer that is recorded comes first."""
    answers = (Attestation(id="translation", answer=answer, who="Ann", on=date(2026, 1, 1)),) if answer else ()

    assert outcome == translation({"is": given}, profile=SiteProfile(attestations=answers))[0]


def test_it_says_what_it_is() -> None:
    """In a credit or a line beside the article."""
    rule = {"is": "granted", "notice": True}
    told = credit(form=CreditForm.TRANSLATION)

    assert ("fail", "Expected a note that this is a translation, found none") == translation(rule)
    assert "pass" == translation(rule, blocks=(NOTE,))[0]
    assert "pass" == translation(rule, credits=(told,))[0]
    assert "fail" == translation(rule, blocks=(block("Translated", Role.COMMENT, signals=("translation",)),))[0]


def test_the_terms_may_prescribe_the_line() -> None:
    """It is a credit line like others."""
    line = CreditTemplate(id="unofficial", texts=("This translation was not made by River Post.",))
    rule = {"is": "granted", "notice": "unofficial"}

    assert "pass" == translation(rule, credit=(line,), blocks=(block(line.texts[0]),))[0]
    assert ("fail", f'Expected the line "{line.texts[0]}", found none') == translation(rule, credit=(line,))


def test_the_translator_is_named() -> None:
    """Where a reader sees it; words that are not known are a question."""
    rule = {"is": "granted", "translator": True}
    hidden = byline("Ben Loe", place=Place.META, role=Role.HEAD)

    assert "pass" == translation(rule, translators=(byline("Ben Loe"),))[0]
    assert ("fail", "Expected the translator's name, found none") == translation(rule, translators=(hidden,))
    assert "review" == translation(rule, blocks=(NOTE,))[0]


def test_whether_all_of_it_is_translated_is_a_question() -> None:
    """Until a person answers."""
    yes = SiteProfile(attestations=(Attestation(id="translation", answer="yes", who="Ann", on=date(2026, 1, 1)),))

    assert "review" == translation({"is": "granted", "full": True})[0]
    assert "pass" == translation({"is": "granted", "full": True}, profile=yes)[0]


def stated(licence: str, scope: Scope = Scope.ARTICLE, url: str | None = None, **more: Any) -> LicenceStatement:
    """Make a statement of a licence after the article."""
    facts: dict[str, Any] = {
        "text": f"Licence: {licence}",
        "location": at(9),
        "role": Role.NOTICE,
        "place": Place.BOTTOM,
    }
    return LicenceStatement(id=licence, url=url, scope=scope, by=(Statement.WORDS,), **(facts | more))


@pytest.mark.parametrize(
    ("wanted", "found", "compatible", "identical"),
    [
        ("CC-BY-SA-3.0", "CC-BY-SA-3.0", "pass", "pass"),
        ("CC-BY-SA-3.0", "CC-BY-SA-4.0", "pass", "fail"),
        ("CC-BY-SA-4.0", "CC-BY-SA-3.0", "fail", "fail"),
        ("CC-BY-SA-3.0", "CC-BY-SA-3.0-DE", "pass", "fail"),
        ("CC-BY-SA-4.0", "LAL-1.3", "pass", "fail"),
        ("CC-BY-SA-4.0", "GPL-3.0-only", "pass", "fail"),
        ("CC-BY-SA-3.0", "GPL-3.0-only", "fail", "fail"),
        ("CC-BY-NC-SA-4.0", "CC-BY-SA-4.0", "fail", "fail"),
        ("CC-BY-SA-4.0", "CC-BY-4.0", "fail", "fail"),
        ("GFDL-1.3", "GFDL-1.3", "pass", "pass"),
    ],
)
def test_licences_for_adaptations(wanted: str, found: str, compatible: str, identical: str) -> None:
    """The same, a later version, a port, or one that is declared compatible."""
    copy = page(licences=(stated(found),))

    assert compatible == said("share-alike", {"licence": [wanted]}, page=copy)[0]
    assert identical == said("share-alike", {"licence": [wanted], "same": "identical"}, page=copy)[0]


def test_the_licence_of_the_site_is_a_question() -> None:
    """It may cover the adaptation."""
    rule = {"licence": ["CC-BY-SA-4.0"]}

    assert "review" == said("share-alike", rule, page=page(licences=(stated("CC-BY-SA-4.0", Scope.SITE),)))[0]
    assert "fail" == said("share-alike", rule, page=page(licences=(stated("CC-BY-4.0", Scope.SITE),)))[0]
    assert "notApplicable" == said("share-alike", page=page())[0]


@pytest.mark.parametrize(
    ("url", "outcome"),
    [
        ("/licences/fdl.txt", "pass"),
        ("https://bell.example/fdl", "pass"),
        ("https://www.gnu.org/licenses/fdl-1.3.html", "fail"),
        (None, "review"),
    ],
)
def test_where_the_text_of_the_licence_is(url: str | None, outcome: str) -> None:
    """On this site, elsewhere, or perhaps on the page."""
    copy = page(licences=(stated("GFDL-1.3", url=url),))

    assert outcome == said("licence-text", {"licence": ["GFDL-1.3"]}, page=copy)[0]


def test_without_the_licence_there_is_no_text_of_it() -> None:
    """And where the terms name none, none is asked for."""
    assert "fail" == said("licence-text", {"licence": ["GFDL-1.3"]}, page=page())[0]
    assert "notApplicable" == said("licence-text", page=page())[0]


def test_the_publishers_own_page_about_the_licence() -> None:
    """It is as good as the deed, where the terms say so."""
    own = "https://river.example/licence"
    rule = {"licence": ["CC-BY-4.0"], "url": [own]}

    assert ("pass", f'Found a link to the publisher\'s licence page "{own}"') == said(
        "licence-link", rule, page=page(links=(link(own),))
    )
    assert "fail" == said("licence-link", rule, page=page(links=(link("https://river.example/other"),)))[0]
