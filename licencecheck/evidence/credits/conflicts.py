"""Contradictions between the credit that readers see and the origin that the page's data names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from licencecheck.evidence.credits.chain import Origin
from licencecheck.model import Confidence, Conflict, Credit, CreditForm, Target
from licencecheck.text import excerpt, same_name
from licencecheck.urls import host_of, site_of

_ELSEWHERE = frozenset({Target.ARTICLE, Target.HOMEPAGE})


def conflicts_with_data(chain: Sequence[Credit], origins: Sequence[Origin]) -> Iterator[Conflict]:
    """Origins of the data that are of no site and no name which a visible credit gives.

    A credit that links nothing proves none: the address in the data spells no name.
    """
    visible = [credit for credit in chain if credit.form is not CreditForm.METADATA]
    from_data = {origin.location for origin in origins}
    linked = [
        (credit, site_of(host_of(link.url)))
        for credit in visible
        for link in credit.links
        if link.url and link.target in _ELSEWHERE and link.location not in from_data
    ]
    for origin in origins if linked else ():
        if origin.url is None or origin.confidence is Confidence.LOW:
            continue
        named = any(origin.name and credit.name and same_name(origin.name, credit.name) for credit in visible)
        if named or site_of(host_of(origin.url)) in {site for _, site in linked}:
            continue
        credit, site = linked[0]
        yield Conflict(
            text=excerpt(f'The credit to "{credit.name or site}" links {site}, but {origin.signal} names {origin.url}'),
            location=credit.location,
            role=credit.role,
            place=credit.place,
            confidence=min(credit.confidence, origin.confidence, key=lambda confidence: confidence.rank),
            about="origin",
            between=(credit.location, origin.location),
        )
