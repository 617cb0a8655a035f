"""Conditions of rules: three answers, the words of the language, the facts of a case, the questions."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from licencecheck.conditions import facts_of, holds, joined, question
from licencecheck.model import (
    Attestation,
    Confidence,
    CreditForm,
    CreditPart,
    LicenceStatement,
    MainText,
    Original,
    Place,
    Relation,
    RepostDecision,
    Role,
    Scope,
    SiteProfile,
    Statement,
)
from tests.requirements.making import ARTICLE, at, byline, case, credit, link, page

FACTS: dict[str, object] = {
    "kind": "community",
    "commercial": False,
    "ads": None,
    "original-date": date(2023, 6, 15),
    "licence-has": ("BY", "NC"),
    "original-source": ("other", "Harbour Wire"),
    "attested:partner": True,
    "attested:sold": False,
}


@pytest.mark.parametrize(
    ("when", "answer"),
    [
        (None, True),
        ({}, True),
        ({"kind": "community"}, True),
        ({"kind": "news"}, False),
        ({"kind": ["news", "community"]}, True),
        ({"kind": {"not": "news"}}, True),
        ({"kind": {"not": ["news", "community"]}}, False),
        ({"commercial": False}, True),
        ({"commercial": True}, False),
        ({"ads": True}, None),
        ({"ads": {"not": True}}, None),
        ({"paywall": False}, None),
        ({"kind": "news", "ads": True}, False),
        ({"kind": "community", "ads": True}, None),
        ({"ads": [True, False]}, None),
        ({"licence-has": "NC"}, True),
        ({"licence-has": ["ND", "NC"]}, True),
        ({"licence-has": {"not": "ND"}}, True),
        ({"original-source": "other"}, True),
        ({"original-source": ["Canal Times", "harbour wire"]}, True),
        ({"original-source": "publisher"}, False),
        ({"attested": "partner"}, True),
        ({"attested": "sold"}, False),
        ({"attested": "asked"}, None),
        ({"attested": ["asked", "partner"]}, True),
        ({"original-date": {"before": "2023-06-15"}}, False),
        ({"original-date": {"before": date(2023, 6, 16)}}, True),
        ({"original-date": {"from": "2023-06", "until": "2023-06"}}, True),
        ({"original-date": {"from": "2023-07"}}, False),
        ({"original-date": {"until": 2023}}, True),
        ({"original-date": {"until": "2022"}}, False),
        ({"original-from": "2023-06-15"}, True),
        ({"original-until": "2023-05"}, False),
        ({"original-date": {"before": "some day"}}, None),
        ({"original-date": {"around": "2023"}}, None),
        ({"unless": [{"kind": "community", "commercial": False}]}, False),
        ({"unless": [{"kind": "community", "commercial": True}]}, True),
        ({"unless": [{"kind": "community", "ads": True}]}, None),
        ({"unless": [{"kind": "news"}, {"ads": True}]}, None),
        ({"unless": [{"kind": "news"}, {"kind": "community"}]}, False),
    ],
)
def test_a_condition_holds_or_not_or_is_unknown(when: dict[str, object] | None, answer: bool | None) -> None:
    """Kleene's three values: what cannot matter is not asked."""
    assert answer is holds(when, FACTS)


def test_a_date_that_is_not_known_leaves_the_answer_open() -> None:
    """No date, no answer."""
    assert holds({"original-date": {"before": "2024"}}, {}) is None


def test_only_what_is_unknown_is_asked() -> None:
    """Every question once, in plain words."""
    asked = question({"kind": "news", "ads": True, "attested": "partner", "original-from": "2020"}, {"kind": "news"})

    assert asked == (
        "Does the site carry advertisements (`ads`)? Has a person confirmed `partner`? When was the original published?"
    )
    assert "" == question(None, {})


def test_an_exception_asks_for_its_unknown_facts() -> None:
    """What takes a rule off is asked like what brings it on."""
    assert "Is the site commercial (`commercial`)?" == question(
        {"medium": "web", "unless": [{"kind": "news", "commercial": True}]}, {"medium": "web", "kind": "news"}
    )


@pytest.mark.parametrize("first", [None, {"kind": "news"}, {"kind": ["news", "community"], "ads": True}])
@pytest.mark.parametrize("second", [None, {"kind": {"not": "news"}}, {"ads": False}, {"unless": [{"kind": "news"}]}])
@pytest.mark.parametrize("kind", ["news", "community", "company"])
@pytest.mark.parametrize("ads", [True, False])
def test_joined_conditions_hold_where_both_do(first: Any, second: Any, kind: str, ads: bool) -> None:
    """Also where both speak of one fact."""
    known = {"kind": kind, "ads": ads}

    assert (holds(first, known) and holds(second, known)) is holds(joined(first, second), known)


def facts(**more: Any) -> Any:
    """Facts of a case; `page` and its other parts as given."""
    return facts_of(case("noindex", **({"page": page()} | more)))


def test_a_silent_profile_leaves_facts_unknown() -> None:
    """Only that it is a page on the web, an article in full, goes without saying."""
    known = {name: value for name, value in facts().items() if value is not None}

    assert {"medium": "web", "form": "full", "content": "article"} == known


def test_the_profile_speaks() -> None:
    """What the site says of itself is a fact."""
    profile = SiteProfile(medium="print", kind="news", commercial=True, ads=False, country="NL")
    known = facts(profile=profile)

    assert ("print", "news", True, False, "NL") == tuple(
        known[name] for name in ("medium", "kind", "commercial", "ads", "country")
    )


def test_the_form_follows_the_relation() -> None:
    """A translation is one by what the page says."""
    translated = RepostDecision(is_repost=True, confidence=Confidence.HIGH, reason="-", relation=Relation.TRANSLATION)

    assert "translation" == facts(page=page(repost=translated))["form"]


def test_the_source_is_the_publisher_or_another() -> None:
    """The first in the chain decides, not who passed it on."""
    wire = credit("Harbour Wire")
    passed_on = credit(form=CreditForm.DATELINE, part=CreditPart.GRANTOR)

    assert ("publisher", "River Post") == facts(page=page(credits=(credit(),)))["original-source"]
    assert ("other", "Harbour Wire") == facts(page=page(credits=(wire, passed_on)))["original-source"]


def test_a_link_names_the_source_where_no_word_does() -> None:
    """ "Read the original" leads to the publisher."""
    call = credit(None, 9, link(), form=CreditForm.READ_ORIGINAL)

    assert ("publisher", "river.example", "river.example") == facts(page=page(credits=(call,)))["original-source"]


def test_an_author_is_no_source() -> None:
    """A copyright line may name the writer alone."""
    owned = credit("Jane Doe", form=CreditForm.COPYRIGHT)

    assert facts(page=page(credits=(owned,), bylines=(byline(),)))["original-source"] is None


def test_the_date_is_that_of_the_original_where_it_is_known() -> None:
    """Else it is no younger than its copy, which settles what was before, and nothing else."""
    dated = page(published=date(2024, 5, 3))
    copy, original = facts(page=dated), facts(page=dated, original=Original(published=date(2020, 1, 1)))

    assert holds({"original-from": "2021"}, original) is False
    assert holds({"original-from": "2021"}, copy) is None
    assert holds({"original-from": "2025"}, copy) is False
    assert holds({"original-until": "2024-05"}, copy) is True
    assert holds({"original-until": "2023"}, copy) is None
    assert holds({"original-date": {"before": "2024-06"}}, copy) is True


@pytest.mark.parametrize(
    ("want", "answer"),
    [
        ("All Rights Reserved", True),
        ("all rights", True),
        ("rights reservedly", False),
        ("Republish", None),
        (["Share & Care", "rights reserved"], True),
        ("Share & Care", False),
        ({"not": "Share & Care"}, True),
        ({"not": ["Republish", "Share & Care"]}, None),
    ],
)
def test_what_the_original_says_beside_the_article(want: object, answer: bool | None) -> None:
    """What stands elsewhere on its page may be of the site as a whole: that is asked."""
    words = MainText(
        text="", word_count=0, beside=("The ferry", "All rights reserved."), elsewhere=("Republish our articles",)
    )
    known = facts(original=Original(page=page(main_text=words)))

    assert answer is holds({"original-text": want}, known)
    assert holds({"original-text": want}, facts(original=Original())) is None


def test_the_sections_are_those_of_the_address() -> None:
    """The last part names the article."""
    assert ("2024",) == facts(original=Original(url=ARTICLE))["section"]


@pytest.mark.parametrize(
    ("stated", "asked", "elements"),
    [
        ("CC-BY-NC-4.0", (), ("BY", "NC")),
        (None, ("CC-BY-SA-3.0",), ("BY", "SA")),
        ("OGL-UK-3.0", (), ()),
        ("CC-unspecified", (), None),
        (None, (), None),
    ],
)
def test_the_elements_of_the_licence(stated: str | None, asked: tuple[str, ...], elements: Any) -> None:
    """The article's own statement comes before what the rule set asks for."""
    statement = LicenceStatement(
        id=stated or "", url=None, scope=Scope.ARTICLE, by=(Statement.WORDS,),
        text="-", location=at(9), role=Role.NOTICE, place=Place.BOTTOM,
    )  # fmt: skip
    known = facts(page=page(licences=(statement,) if stated else ()), licence=asked)

    assert elements == known["licence-has"]


def test_answers_of_persons_are_facts_while_they_hold() -> None:
    """An expired answer leaves the question open."""

    def answer(until: date | None) -> Any:
        given = Attestation(id="river-post/partner", answer="yes", who="Ann", on=date(2025, 1, 1), until=until)
        return facts(profile=SiteProfile(attestations=(given,)))

    assert answer(None)["attested:partner"] is True
    assert answer(date(2025, 12, 31)).get("attested:partner") is None
