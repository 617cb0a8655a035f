"""Whether a page is a repost, how sure that is, and in what relation it stands to the original."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest

from licencecheck.evidence.repost import decision_of
from licencecheck.model import Confidence, Credit, CreditForm, Location, Place, Relation, RepostDecision
from tests.evidence.making import PARAGRAPHS, html, page

ORIG = '<a href="https://orig.example/water">River Post</a>'


def decision(**parts: str) -> RepostDecision:
    """The decision on a page."""
    return page(html(**parts)).repost


def test_no_sign() -> None:
    """A page without any credit is none, and no signal is told."""
    assert (False, Confidence.LOW, ()) == (
        decision().is_repost,
        decision().confidence,
        decision().signals,
    )


@pytest.mark.parametrize(
    ("parts", "confidence"),
    [
        pytest.param(
            {"bottom": f"<p>This article was originally published by {ORIG}.</p>"}, Confidence.HIGH, id="sentence"
        ),
        pytest.param({"bottom": "<p>Originally published by River Post.</p>"}, Confidence.HIGH, id="without link"),
        pytest.param({"bottom": f"<p>Source: {ORIG}</p>"}, Confidence.HIGH, id="label with link"),
        pytest.param({"bottom": "<p>Source: River Post</p>"}, Confidence.MEDIUM, id="label without link"),
        pytest.param({"top": f"<p>VALLEY (AFP) - {PARAGRAPHS[3]}</p>"}, Confidence.MEDIUM, id="dateline"),
        pytest.param(
            {"bottom": '<p><a href="https://orig.example/water">https://orig.example/water</a></p>'},
            Confidence.LOW,
            id="bare address",
        ),
    ],
)
def test_confidence(parts: dict[str, str], confidence: Confidence) -> None:
    """The more a credit says, the surer is the decision; below medium it is none."""
    found = decision(**parts)

    assert (confidence, confidence is not Confidence.LOW) == (found.confidence, found.is_repost)


def test_the_reason_names_a_counter() -> None:
    """A page that credits nobody and loads a publisher's counter is told by that."""
    counter = '<img src="https://counter.theconversation.com/content/123456/count.gif" alt="" width="1" height="1">'
    assert decision(bottom=counter).reason == ('A counter of "theconversation.com" stands in the page\'s data')


def test_the_reason_names_party_and_place() -> None:
    """The reason is a plain sentence without full stop."""
    assert (
        'A credit to "River Post" stands at the bottom of the article'
        == decision(bottom=f"<p>Source: {ORIG}</p>").reason
    )


@pytest.mark.parametrize(
    ("parts", "relation"),
    [
        pytest.param({"bottom": f"<p>Originally published by {ORIG}.</p>"}, Relation.THIRD_PARTY, id="third party"),
        pytest.param(
            {"bottom": f"<p>This is a translation of an article first published in {ORIG}.</p>"},
            Relation.TRANSLATION,
            id="translation",
        ),
        pytest.param(
            {"bottom": f"<p>Originally published by {ORIG}. Translated from German by Joan Roe.</p>"},
            Relation.TRANSLATION,
            id="translator in the credit",
        ),
        pytest.param({"top": f"<p>VALLEY (Reuters) - {PARAGRAPHS[3]}</p>"}, Relation.WIRE, id="wire"),
        pytest.param(
            {"top": '<p class="byline">By Jane Doe, Associated Press</p>'}, Relation.WIRE, id="wire in the byline"
        ),
        pytest.param(
            {"bottom": f"<p>This is an excerpt from an article originally published by {ORIG}.</p>"},
            Relation.EXCERPT,
            id="excerpt",
        ),
        pytest.param({"bottom": f"<p>Source: press release of {ORIG}</p>"}, Relation.PRESS_RELEASE, id="press release"),
        pytest.param(
            {
                "top": '<p class="byline">By Jane Doe</p>',
                "bottom": '<p>Cross-posted from <a href="https://janedoe.example/water">my blog</a>.</p>',
            },
            Relation.SELF_CROSSPOST,
            id="own blog of the author",
        ),
        pytest.param(
            {
                "top": '<p class="byline">By Jane Doe</p>',
                "bottom": '<p>Originally published on <a href="https://janedoe.example/water">Jane Doe</a>.</p>',
            },
            Relation.SELF_CROSSPOST,
            id="site named for the author",
        ),
        pytest.param(
            {"bottom": '<p>First published by <a href="https://www.host.test/water">Our Paris desk</a>.</p>'},
            Relation.SAME_GROUP,
            id="site of the same name under another ending",
        ),
        pytest.param(
            {"bottom": f"<p>This article first appeared in our sister publication {ORIG}.</p>"},
            Relation.SAME_GROUP,
            id="sister publication",
        ),
        pytest.param(
            {"bottom": '<p>Originally published by <a href="https://orig.example/w">Free Press</a>.</p>'},
            Relation.THIRD_PARTY,
            id="an outlet with press in its name",
        ),
        pytest.param(
            {
                "lang": "de",
                "bottom": f"<p>Dieser Beitrag erschien zuerst bei {ORIG}. Aus dem Englischen von Max Muster.</p>",
            },
            Relation.TRANSLATION,
            id="translation in German",
        ),
    ],
)
def test_relation(parts: dict[str, str], relation: Relation) -> None:
    """Wording, party and author tell how the copy relates to its original."""
    found = decision(**parts)

    assert found.is_repost
    assert relation is found.relation


def test_two_weak_credits_that_agree_make_a_repost() -> None:
    """Two credits of low confidence to one party are one step surer than each alone."""
    weak = Credit(
        text="River Post", location=Location("page.html"), name="River Post", form=CreditForm.BARE_NAME,
        place=Place.TOP, confidence=Confidence.LOW, signals=("weak wording",),
    )  # fmt: skip
    other = replace(weak, name="Hill Gazette")
    decide = partial(decision_of, bylines=[], translated=False, excerpt=False, press=False, group=False)

    assert Confidence.LOW is decide([weak]).confidence
    assert Confidence.LOW is decide([weak, other]).confidence
    assert (True, Confidence.MEDIUM) == (decide([weak, weak]).is_repost, decide([weak, weak]).confidence)
