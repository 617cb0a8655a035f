"""`identifier`: the page gives the number by which the work is known: DOI, ISBN, ISSN, handle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from licencecheck.model import Case, Fact, HeadMeta, Link, Page, Verdict
from licencecheck.requirements.requirement import Requirement, Schema, expected, found, parameters
from licencecheck.requirements.unseen import perhaps_shown
from licencecheck.requirements.wording import belongs, listed, quoted, wanted_at, where

_FORMS = {
    "doi": re.compile(r"\b(10\.\d{4,9}/[^\s\"'<>\])}]{1,200})", re.IGNORECASE),
    "handle": re.compile(r"(?:hdl\.handle\.net/|hdl:\s?)([\w.]{1,40}/[^\s\"'<>\])}]{1,200})", re.IGNORECASE),
    "isbn": re.compile(r"\bISBN(?:-1[03])?:?\s?((?:97[89][- ]?)?\d(?:[- ]?\d){8}[- ]?[\dX])\b", re.IGNORECASE),
    "issn": re.compile(r"\bISSN:?\s?(?:\([a-z]{1,10}\)\s?)?(\d{4}-\d{3}[\dX])\b", re.IGNORECASE),
    "urn": re.compile(r"\b(urn:[a-z0-9][a-z0-9-]{1,31}:[^\s\"'<>\])}]{1,200})", re.IGNORECASE),
}
_LABELS = {"citation_isbn": "ISBN ", "citation_issn": "ISSN "}
"""Names in the head that say what number their value is."""
_WORDS = {"doi": "the DOI", "handle": "the handle", "isbn": "the ISBN", "issn": "the ISSN", "urn": "the URN"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier(Requirement):
    """A number of the scheme stands in the attribution or in a link there; that of the original, where it is known."""

    id: ClassVar[str] = "identifier"
    summary: ClassVar[str] = "Give the identifier of the work"
    schema: ClassVar[Schema] = {
        **parameters(
            scheme={"description": "What kind of identifier it is", "enum": [*_FORMS]},
            prefix={"description": "What the identifiers of the publisher begin with: `10.1371`", "type": "string"},
        ),
        "required": ["scheme"],
    }
    scheme: str
    prefix: str = ""

    def check(self, case: Case) -> Verdict:
        """Judge the identifiers beside the article."""
        page, thing = case.page, _WORDS[self.scheme]
        own = {number for _, number in self._given(case.original.page)} if case.original.page else set()
        if len(own) == 1:
            thing += f" {quoted(next(iter(own)))}"
        elif self.prefix:
            thing += f" that begins with {quoted(self.prefix)}"
        given = list(self._given(page))
        good = [(fact, number) for fact, number in given if number in own or not own]
        for fact, number in good:
            if belongs(fact):
                return found(f"{_WORDS[self.scheme]} {quoted(number)}", fact)
        if good:
            fact = good[0][0]
            elsewhere = expected(thing, f"it only {where(fact, page)}", wanted_at(page, "bottom"), fact)
            return perhaps_shown(thing, fact, page) or elsewhere
        other = [*given, *_numbers(self.scheme, page)]
        if other:
            what = listed(dict.fromkeys(number for _, number in other[:3]), "and")
            return expected(thing, what, other[0][0].location, other[0][0])
        return expected(thing, "none", wanted_at(page, "bottom"))

    def _given(self, page: Page) -> Iterator[tuple[Fact, str]]:
        """Identifiers with the prefix."""
        return (
            (fact, number) for fact, number in _numbers(self.scheme, page) if number.startswith(self.prefix.lower())
        )


def _numbers(scheme: str, page: Page) -> Iterator[tuple[Fact, str]]:
    """Identifiers of the scheme, those that a reader sees first."""
    form = _FORMS[scheme]
    for fact in (*page.blocks, *page.credits, *page.licences, *page.links, *page.head):
        words = f"{_LABELS.get(fact.name, '')}{fact.text}" if isinstance(fact, HeadMeta) else fact.text
        for text in (fact.href, words) if isinstance(fact, Link) else (words,):
            for match in form.finditer(text):
                yield fact, match[1].rstrip(".,;:").lower()
