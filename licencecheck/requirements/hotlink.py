"""`hotlink`: pictures are not loaded from the publisher's servers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licencecheck.model import Case, Place, Verdict
from licencecheck.parties import domains_of, publisher_of
from licencecheck.requirements.pictures import file_of
from licencecheck.requirements.requirement import (
    Requirement,
    Schema,
    expected,
    found,
    not_applicable,
    parameters,
    texts,
)
from licencecheck.requirements.wording import listed, quoted
from licencecheck.urls import host_of, on_domains


@dataclass(frozen=True, slots=True, kw_only=True)
class Hotlink(Requirement):
    """No image near the article has its address there."""

    id: ClassVar[str] = "hotlink"
    summary: ClassVar[str] = "Load no picture from the publisher's servers"
    schema: ClassVar[Schema] = parameters(
        hosts=texts("Hosts or domains of those servers; left out, the domains of the publisher"),
    )
    hosts: tuple[str, ...] = ()

    def check(self, case: Case) -> Verdict:
        """Judge the addresses of the images; counters are none."""
        party, place = publisher_of(case), case.page.expected_at(Place.TOP)
        hosts = self.hosts or (domains_of(party) if party else ())
        if not hosts:
            return not_applicable("The servers of the publisher are not known", place)
        thing = f"no picture from {listed(hosts[:3], 'or')}"
        bad = [image for image in case.page.images if image.url and on_domains(host_of(image.url), hosts)]
        if bad:
            return expected(thing, quoted(file_of(bad[0])), bad[0].location, *bad)
        return found(thing, location=place)
