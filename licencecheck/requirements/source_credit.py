"""`source-credit`: the page names the party from which the article comes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar, Literal

from licencecheck.model import Block, Byline, Case, Confidence, Credit, CreditForm, Fact, Outcome, Page, Party, Verdict
from licencecheck.parties import is_credit_to, is_named, mentions, names_of, party_in, party_of, same_party
from licencecheck.requirements.asked_line import line_of
from licencecheck.requirements.bylines import byline_of
from licencecheck.requirements.conflicts import found_undisputed
from licencecheck.requirements.credit_line import prescribed
from licencecheck.requirements.requirement import (
    Requirement,
    Schema,
    check_that,
    expected,
    found,
    parameters,
    texts,
)
from licencecheck.requirements.unseen import perhaps_shown
from licencecheck.requirements.wording import (
    AT_SCHEMA,
    at_words,
    belongs,
    is_at,
    is_seen,
    listed,
    quoted,
    wanted_at,
    where,
)
from licencecheck.text import bare

_REMARK = re.compile(r"\s*[(（][^()（）]*[)）]\s*$")
_GRAVITY = (Outcome.FAIL, Outcome.REVIEW, Outcome.PASS)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCredit(Requirement):
    """Every party in `names` is credited where a reader sees it."""

    id: ClassVar[str] = "source-credit"
    summary: ClassVar[str] = "Name the source of the article"
    schema: ClassVar[Schema] = parameters(
        names=texts("Parties to name, all of them: `publisher`, `original` (the first in the chain) or names"),
        at=AT_SCHEMA,
        as_={"description": "As what to name them: `owner` of the article", "enum": ["owner"]},
        forbidden_spellings=texts("Spellings of a name that no credit may have, as they are, capitals and all"),
    )
    names: tuple[str, ...] = ("publisher",)
    at: str = "anywhere"
    as_: Literal["owner"] | None = None
    forbidden_spellings: tuple[str, ...] = ()

    def check(self, case: Case) -> Verdict:
        """Judge the credit to each party; the gravest outcome speaks, and a pass lists the proof of all."""
        parties = _distinct(case, self.names)
        if not parties:
            return expected(f"a credit to the source{at_words(self.at)}", "none", wanted_at(case.page, self.at))
        misspelt = next(self._misspelt(case.page), None)
        if misspelt is not None:
            fact, spelling = misspelt
            return expected(f"the name {quoted(parties[0].name)}", quoted(spelling), fact.location, fact)
        verdicts = [self._to(party, case) for party in parties]
        gravest = min(verdicts, key=lambda verdict: _GRAVITY.index(verdict.outcome))
        if gravest.outcome is not Outcome.PASS or len(parties) == 1:
            return gravest
        proof = tuple(dict.fromkeys(fact for verdict in verdicts for fact in verdict.evidence))
        return found(f"credits to {listed((party.name for party in parties), 'and')}", *proof)

    def _misspelt(self, page: Page) -> Iterator[tuple[Fact, str]]:
        """Credits with a forbidden spelling."""
        for fact in (*page.credits, *page.bylines):
            for spelling in self.forbidden_spellings if belongs(fact) else ():
                if re.search(rf"(?<!\w){re.escape(spelling)}(?!\w)", fact.text):
                    yield fact, spelling

    def _to(self, party: Party, case: Case) -> Verdict:
        thing = f"a credit to {quoted(party.name)}{at_words(self.at)}"
        if self.as_ == "owner":
            thing += " as the owner"
            owned = [n for n in case.page.notices if belongs(n) and any(is_named(party, h) for h in n.holders)]
            if owned:
                return found(thing, owned[0])
        given = sorted(_credits(party, case.page), key=lambda fact: fact.confidence is Confidence.LOW)
        best: Fact | None = next((c for c in given if belongs(c) and is_at(c, self.at)), None)
        if best is None:
            lines = (fact for fact in prescribed(case) if mentions(party, fact.text))
            best = next((fact for fact in lines if belongs(fact) and is_at(fact, self.at)), None)
        if best is None:
            best = next((line for line in _bare_names(party, case.page) if is_at(line, self.at)), None)
        if best is None:
            return self._missing(thing, party, case)
        credited = f"the page credits {quoted(party.name)}"
        if self.as_ == "owner":
            why, paste = f"the credit says {quoted(best.text)}", line_of(case)
            return check_that(f"{credited} as the owner", why, best.location, best, paste=paste)
        if best.confidence is Confidence.LOW:
            return check_that(credited, f"{quoted(best.text)} may not be a credit", best.location, best)
        if not _shows_name(party, best):
            why = f"its name is read from the link of {quoted(best.text)}, and these words may name it otherwise"
            return check_that(credited, why, best.location, best)
        return found_undisputed(thing, f"the article is from {quoted(party.name)}", best, case.page, "origin")

    def _missing(self, thing: str, party: Party, case: Case) -> Verdict:
        page, paste = case.page, byline_of(case) if self.at == "byline" else line_of(case)
        near, what = next(_near(party, page), (None, "none"))
        if near is None:
            return expected(thing, what, wanted_at(page, self.at), paste=paste)
        if verdict := perhaps_shown(thing, near, page, paste=paste):
            return verdict
        return expected(thing, what, near.location if belongs(near) else wanted_at(page, self.at), near, paste=paste)


def _distinct(case: Case, words: tuple[str, ...]) -> list[Party]:
    parties: list[Party] = []
    for party in (party_of(case, word) for word in words):
        if party is not None and not any(same_party(party, other) for other in parties):
            parties.append(party)
    return parties


def _credits(party: Party, page: Page) -> list[Credit | Byline]:
    """Credits to `party` in page order; a copyright line says who owns the article, not whence it comes."""
    stated = [one for credit in page.credits for one in (credit, *credit.again)]
    given = [c for c in stated if c.form is not CreditForm.COPYRIGHT and is_credit_to(party, c)]
    named = (b for b in page.bylines if mentions(party, b.text) or (b.institution and is_named(party, b.institution)))
    return [*given, *named]


def _bare_names(party: Party, page: Page) -> Iterator[Block]:
    """Lines above the article that hold the name of `party` and at most a remark: "River Post (Old Harbour)"."""
    for block in page.blocks:
        if belongs(block) and is_at(block, "top") and is_named(party, _REMARK.sub("", block.text)):
            yield replace(block, confidence=Confidence.LOW)


def _shows_name(party: Party, fact: Fact) -> bool:
    """Whether the words of a credit hold the name by which it was read, so that a reader sees it."""
    read = party_in(fact) if isinstance(fact, Credit) else None
    return isinstance(fact, Byline) or bare(read or party.name) in bare(fact.text) or mentions(party, fact.text)


def _near(party: Party, page: Page) -> Iterator[tuple[Fact, str]]:
    """What comes nearest to the missing credit, with words for it."""
    seen = [c for c in page.credits if belongs(c) and c.form is not CreditForm.COPYRIGHT]
    for credit in seen:
        if credit.name and _is_alike(party, credit.name) and not is_credit_to(party, credit):
            yield credit, quoted(credit.name)
    for fact in sorted(_credits(party, page), key=lambda fact: not is_seen(fact)):
        yield fact, f"it {'' if belongs(fact) else 'only '}{where(fact, page)}"
    for notice in page.notices:
        if belongs(notice) and any(is_named(party, holder) for holder in notice.holders):
            yield notice, "it only in the copyright notice"
    for credit in seen:
        yield credit, quoted(credit.name or credit.text)
    for block in page.blocks:
        if mentions(party, block.text):
            yield block, f"only a mention {where(block, page)}"


def _is_alike(party: Party, name: str) -> bool:
    folded = bare(name)
    return bool(folded) and any(folded in bare(known) or bare(known) in folded for known in names_of(party))
