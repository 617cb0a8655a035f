"""Whether a page reposts another's article, from whom, and in what relation: the decision with its reason."""

from __future__ import annotations

from collections.abc import Sequence

from licencecheck.evidence.outlets import is_agency
from licencecheck.model import Byline, Confidence, Credit, CreditForm, CreditPart, Place, Relation, RepostDecision
from licencecheck.text import same_name

_NO_SIGN = RepostDecision(
    is_repost=False, confidence=Confidence.LOW, reason="No sign that the article comes from elsewhere"
)

_WHERE = {
    Place.TOP: "at the top of the article",
    Place.BYLINE: "in the byline",
    Place.BODY: "within the article",
    Place.BOTTOM: "at the bottom of the article",
    Place.ASIDE: "beside the article",
    Place.META: "in the page's data",
}


def decision_of(
    chain: Sequence[Credit], bylines: Sequence[Byline], *, translated: bool, excerpt: bool, press: bool
) -> RepostDecision:
    """Decide by the surest credit of the chain; two credits that agree are one step surer than each alone."""
    if not chain:
        return _NO_SIGN
    first = chain[0]
    confidence = max((c.confidence for c in chain), key=lambda c: c.rank)
    agreeing = [c for c in chain[1:] if c.name and first.name and same_name(c.name, first.name)]
    if confidence is Confidence.LOW and agreeing:
        confidence = Confidence.MEDIUM
    named = f'"{first.name}"' if first.name else "another site"
    return RepostDecision(
        is_repost=confidence is not Confidence.LOW,
        confidence=confidence,
        reason=f"A credit to {named} stands {_WHERE[first.place]}",
        signals=first.signals,
        relation=_relation(first, bylines, translated=translated, excerpt=excerpt, press=press),
    )


def _relation(credit: Credit, bylines: Sequence[Byline], *, translated: bool, excerpt: bool, press: bool) -> Relation:
    if translated or credit.form is CreditForm.TRANSLATION:
        return Relation.TRANSLATION
    if excerpt:
        return Relation.EXCERPT
    if credit.name and is_agency(credit.name):
        return Relation.WIRE
    if press:
        return Relation.PRESS_RELEASE
    if credit.name and any(same_name(credit.name, b.name) for b in bylines) and credit.part is CreditPart.ORIGINAL:
        return Relation.SELF_CROSSPOST
    return Relation.THIRD_PARTY
