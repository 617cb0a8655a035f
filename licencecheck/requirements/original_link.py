"""`original-link`: the page links the article from which it was taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from licencecheck.model import Case, Credit, CreditForm, Fact, Page, Party, Role, Target, Verdict
from licencecheck.parties import is_address_of, party_of
from licencecheck.requirements.asked_line import line_of
from licencecheck.requirements.links import Kind, Lead, credits_for, is_beside, leads_to, wanted_article
from licencecheck.requirements.requirement import Requirement, Schema, check_that, expected, found, parameters
from licencecheck.requirements.unseen import perhaps_shown
from licencecheck.requirements.wording import AT_SCHEMA, at_words, belongs, is_at, is_seen, quoted, wanted_at, where
from licencecheck.text import bare, compiled
from licencecheck.urls import same_url, target_of

_ADDRESS = r"(?i)(?:https?://|\b(?:[\w-]+\.)+[a-z]{2,})[^\s<>\"'()\[\]“”«»]*"
_THINGS = {"article": "article", "homepage": "home page", "other": "a copy of it"}
_ORDER = (Kind.ARTICLE, Kind.HOMEPAGE, Kind.PERHAPS, Kind.FOREIGN, Kind.OTHER)
_BEST = (False, 0, False)
"""The rank of a sure link to the article in a credit."""
_PROOFS = 3
"""Near misses listed with a failure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalLink(Requirement):
    """A link that leads where the terms ask, in a credit or beside the article."""

    id: ClassVar[str] = "original-link"
    summary: ClassVar[str] = "Link the original article"
    schema: ClassVar[Schema] = parameters(
        to={
            "description": "What the link may lead to, any of: `article`, `homepage`, `other` (a copy elsewhere)",
            "type": "array",
            "minItems": 1,
            "items": {"enum": ["article", "homepage", "other"]},
        },
        on={
            "description": "Whose article or home page, any of: `publisher`, `original` (the first in the chain)",
            "type": "array",
            "minItems": 1,
            "items": {"enum": ["publisher", "original"]},
        },
        at=AT_SCHEMA,
        unproven={
            "description": "Outcome for a link to a copy elsewhere, which no address proves to be the article",
            "enum": ["review", "pass"],
        },
        url_text_ok={"description": "Whether the address as plain text is enough", "type": "boolean"},
        anchor={"description": "Words that must be the link: these, or the `title` of the original", "type": "string"},
        if_supplied={"description": "Whether it is asked only where the original gives its address", "type": "boolean"},
    )
    to: tuple[str, ...] = ("article",)
    on: tuple[str, ...] = ("publisher",)
    at: str = "anywhere"
    unproven: Literal["review", "pass"] = "review"
    url_text_ok: bool = False
    anchor: str | None = None
    if_supplied: bool = False

    def check(self, case: Case) -> Verdict:
        """Judge the best of all links; a failure says what was found in its place."""
        parties = [party_of(case, word) for word in self.on]
        leads = list(self._up_to_best(lead for party in parties for lead in leads_to(case, party)))
        good = [lead for lead in leads if self._is_good(lead)]
        if good:
            return self._anchored(case, good, parties[0])
        for party in parties:
            text = self._address_as_text(case, party)
            if text is not None and self.url_text_ok:
                return found(f"the address of {self._thing(parties[0])}", text)
        return self._missing(case, parties[0], leads)

    def _up_to_best(self, leads: Iterator[Lead]) -> Iterator[Lead]:
        """The leads up to one than which none can be better, unless the words of the link count too."""
        for lead in leads:
            yield lead
            if self.anchor is None and self._is_good(lead) and _rank(lead) == _BEST:
                return

    def _is_good(self, lead: Lead) -> bool:
        return lead.counts and self._accepts(lead) and is_at(lead.link, self.at)

    def _anchored(self, case: Case, good: list[Lead], party: Party | None) -> Verdict:
        """Judge the best link, of those on the wanted words if the terms want some."""
        best = min(good, key=_rank)
        if self.anchor is None:
            return self._judge(best, party)
        words = (case.original.title or case.page.title) if self.anchor == "title" else self.anchor
        on_words = [lead for lead in good if words and bare(words) in bare(lead.link.text)]
        if on_words:
            return self._judge(min(on_words, key=_rank), party)
        link, verb = best.link, "is on the title of the original"
        if self.anchor == "title" and case.original.title is None:
            return check_that(f"the link {verb}", "its title is not known", link.location, link)
        thing = f"the link to {self._thing(party)} on the words {quoted(words or '')}"
        return expected(thing, f"it on {quoted(link.text)}", link.location, link, paste=line_of(case))

    def _accepts(self, lead: Lead) -> bool:
        if lead.kind in {Kind.ARTICLE, Kind.PERHAPS}:
            return "article" in self.to
        if lead.kind is Kind.HOMEPAGE:
            return "homepage" in self.to
        return "other" in self.to and lead.in_credit and lead.kind in {Kind.FOREIGN, Kind.OTHER}

    def _judge(self, lead: Lead, party: Party | None) -> Verdict:
        link = lead.link
        thing = f"{quoted(link.href)} leads to {self._thing(party)}"
        if lead.kind is Kind.PERHAPS:
            why = "its address may be that of another article"
            return check_that(thing, why, link.location, link)
        if lead.kind in {Kind.FOREIGN, Kind.OTHER} and self.unproven == "review":
            return check_that(thing, "no address proves a copy elsewhere", link.location, link)
        if not lead.sure:
            return check_that(thing, "it may not belong to the article", link.location, link)
        return found(f"a link to {self._thing(party)}{at_words(self.at)}", link)

    def _missing(self, case: Case, party: Party | None, leads: list[Lead]) -> Verdict:
        page, paste = case.page, line_of(case)
        thing = f"a link to {self._thing(party)}{at_words(self.at)}"
        # One proof of each kind: twenty dead links say no more than one
        near: dict[str, Fact] = {}
        for fact, what in self._near(case, party, leads):
            near.setdefault(what, fact)
        if self.if_supplied and case.original.url is None:
            why = "it is asked only where the original gives one, which is not known"
            near_facts = list(near.values())[:_PROOFS]
            return check_that(f"the original gives no address for {thing}", why, wanted_at(page, self.at), *near_facts)
        credit = self._credit(page, party)
        place = credit.location if credit else wanted_at(page, self.at)
        if credit is not None and not near:
            what = "copyright notice of" if credit.form is CreditForm.COPYRIGHT else "credit to"
            near[f"the {what} {quoted(credit.name or credit.text)} without one"] = credit
        if not near:
            return expected(thing, "none", place, paste=paste)
        what, fact = next(iter(near.items()))
        proofs = list(near.values())[:_PROOFS]
        if verdict := perhaps_shown(thing, fact, page, *proofs, paste=paste):
            return verdict
        apart = any(lead.link is fact and not lead.in_credit and not is_beside(lead.link) for lead in leads)
        keeps_place = belongs(fact) and not (credit and apart)
        return expected(thing, what, fact.location if keeps_place else place, *proofs, paste=paste)

    def _credit(self, page: Page, party: Party | None) -> Credit | None:
        """Give the credit in which the link belongs: one to `party`, else to another."""
        fitting = (c for c in credits_for(page, party) if belongs(c) and is_at(c, self.at))
        return next(fitting, None)

    def _near(self, case: Case, party: Party | None, leads: list[Lead]) -> Iterator[tuple[Fact, str]]:
        """What comes nearest to the missing link, with words for it."""
        page = case.page
        for lead in leads:
            if self._accepts(lead) and is_seen(lead.link):
                yield lead.link, f"it {'' if lead.counts else 'only '}{where(lead.link, page)}"
        credited = [lead for lead in leads if lead.in_credit and belongs(lead.link) and not self._accepts(lead)]
        # A credit may link its author and others beside the source
        others = [lead for lead in credited if lead.kind in {Kind.FOREIGN, Kind.OTHER}]
        yield from ((lead.link, lead.words) for lead in credited if lead not in others)
        for lead in leads:
            if self._accepts(lead) and not is_seen(lead.link):
                yield lead.link, f"it only {where(lead.link, page)}"
        yield from ((lead.link, lead.words) for lead in others)
        for lead in leads:
            if not lead.in_credit and lead.kind in {Kind.HOMEPAGE, Kind.ANOTHER} and is_seen(lead.link):
                place = "" if lead.link.role is Role.BODY else f" {where(lead.link, page)}"
                yield lead.link, f"{lead.words}{place}"
        if page.canonical is not None and party is not None and is_address_of(party, page.canonical.url):
            yield page.canonical, f"it only {where(page.canonical, page)}"
        text = self._address_as_text(case, party)
        if text is not None:
            yield text, "its address as text, not as a link"

    def _address_as_text(self, case: Case, party: Party | None) -> Fact | None:
        """Give the credit whose words spell an address to which the link may lead."""
        for credit in case.page.credits:
            for match in compiled(_ADDRESS).finditer(credit.text) if belongs(credit) else ():
                if self._is_meant(match[0].rstrip(".,;:!?"), case, party):
                    return credit
        return None

    def _is_meant(self, address: str, case: Case, party: Party | None) -> bool:
        target, url = target_of(address if "://" in address else f"https://{address}")
        at_party = party is not None and is_address_of(party, url)
        if target is Target.HOMEPAGE:
            return "homepage" in self.to and at_party
        wanted = wanted_article(case, party)
        return "article" in self.to and (same_url(url or "", wanted) if wanted else at_party)

    def _thing(self, party: Party | None) -> str:
        kinds = " or ".join(word for key, word in _THINGS.items() if key in self.to)
        name = party.name.removeprefix("The ") if party else "original"
        return f"the {name} {kinds}"


def _rank(lead: Lead) -> tuple[bool, int, bool]:
    return not lead.sure, _ORDER.index(lead.kind), not lead.in_credit
