"""Whether a page reposts another's article, from whom, and in what relation: the decision with its reason."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from licencecheck.evidence.identity import latin
from licencecheck.evidence.outlets import is_agency
from licencecheck.model import Byline, Confidence, Credit, CreditForm, CreditPart, Place, Relation, RepostDecision
from licencecheck.text import same_name
from licencecheck.urls import host_of, site_of

_SHORTEST_KEY = 6
"""Letters of a name from which a host that spells it tells the author."""

_SHORTEST_FAMILY = 4
"""Letters of a domain from which on it tells a family of sites."""

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
    chain: Sequence[Credit], bylines: Sequence[Byline], *, translated: bool, excerpt: bool, press: bool, group: bool
) -> RepostDecision:
    """Decide by the surest credit of the chain; two credits that agree are one step surer than each alone.

    The flags say that the page speaks of a translation, an excerpt, a press release, or that it and the credited party
    belong to one group.
    """
    if not chain:
        return _NO_SIGN
    first = chain[0]
    confidence = max((c.confidence for c in chain), key=lambda c: c.rank)
    agreeing = [c for c in chain[1:] if c.name and first.name and same_name(c.name, first.name)]
    if confidence is Confidence.LOW and agreeing:
        confidence = Confidence.MEDIUM
    what = "A credit to"
    if first.form is CreditForm.COPYRIGHT:
        what = "A copyright notice of"
    elif first.form is CreditForm.METADATA and not first.links:
        what = "A counter of"
    named = f'"{first.name}"' if first.name else "another site"
    return RepostDecision(
        is_repost=confidence is not Confidence.LOW,
        confidence=confidence,
        reason=f"{what} {named} stands {_WHERE[first.place]}",
        signals=first.signals,
        relation=_relation(first, bylines, translated=translated, excerpt=excerpt, press=press, group=group),
    )


def is_of_family(credit: Credit, hosts: Collection[str]) -> bool:
    """Whether a credit links a site of the same name under another ending: `outlet.example`, `outlet.test`."""
    own = {site_of(host).partition(".")[0] for host in hosts}
    linked = {site_of(host_of(link.url)).partition(".")[0] for link in credit.links if link.url}
    return any(len(name) >= _SHORTEST_FAMILY for name in own & linked)


def _relation(
    credit: Credit, bylines: Sequence[Byline], *, translated: bool, excerpt: bool, press: bool, group: bool
) -> Relation:
    if translated or credit.form is CreditForm.TRANSLATION:
        return Relation.TRANSLATION
    if excerpt:
        return Relation.EXCERPT
    if credit.name and is_agency(credit.name):
        return Relation.WIRE
    if press:
        return Relation.PRESS_RELEASE
    authors = [b.name for b in bylines if b.confidence is not Confidence.LOW]
    if credit.part is CreditPart.ORIGINAL and any(_is_site_of(author, credit) for author in authors):
        return Relation.SELF_CROSSPOST
    if group:
        return Relation.SAME_GROUP
    return Relation.THIRD_PARTY


def _is_site_of(author: str, credit: Credit) -> bool:
    """Whether the credited party is named as the author, or links a host that is: `janedoe.example`."""
    if credit.name and same_name(credit.name, author):
        return True
    key = re.sub(r"[\W_]", "", latin(author))
    hosts = {host_of(link.url) for link in credit.links if link.url}
    return len(key) >= _SHORTEST_KEY and any(host.partition(".")[0].replace("-", "") == key for host in hosts)
