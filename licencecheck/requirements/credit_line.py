"""`credit-line`: the page carries a sentence that the publisher prescribes or proposes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar, Literal

from licencecheck.model import (
    Block,
    Case,
    Change,
    Comparison,
    CreditTemplate,
    Edit,
    Fact,
    Page,
    Party,
    Place,
    Role,
    RuleSet,
    Verdict,
)
from licencecheck.parties import mentions, publisher_of
from licencecheck.requirements.kept import kept
from licencecheck.requirements.paste import credit_line, fill, known, template_of
from licencecheck.requirements.requirement import (
    Requirement,
    Schema,
    expected,
    found,
    not_applicable,
    parameters,
)
from licencecheck.requirements.unseen import perhaps_shown
from licencecheck.requirements.wording import AT_SCHEMA, at_words, belongs, is_at, quoted, wanted_at, where
from licencecheck.text import fold

NEAR, ALIKE = 85, 60
"""Likeness in per cent from which a text is the line, and from which it is worth naming."""
_SHORTEST = 20
"""Characters from which on an addition can be a line."""
_LONGEST = 250
"""Characters of a line that are compared: facts hold excerpts."""
_DATES = frozenset({"date", "access_date"})
"""Gaps whose words may stand in another order or form."""
_ADDRESS = re.compile(r"https?://\S+")
_GAP = re.compile(r"\{\w+\}")
_FIELD = re.compile(r"\{[^{}]+\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditLine(Requirement):
    """A credit template of the rule set, word for word or nearly."""

    id: ClassVar[str] = "credit-line"
    summary: ClassVar[str] = "Print the line that the publisher prescribes"
    schema: ClassVar[Schema] = parameters(
        template={"description": "Id of the line under `credit:`; left out, the first that fits", "type": "string"},
        match={
            "description": "Whether every word counts, `exact`, or small changes are accepted, `near`",
            "enum": ["exact", "near"],
        },
        at=AT_SCHEMA,
        from_={
            "description": "Where the line comes from: a `template`, or the line about the publisher on the `original`",
            "enum": ["template", "original"],
        },
    )
    template: str | None = None
    match: Literal["exact", "near"] | None = None
    at: str = "anywhere"
    from_: Literal["template", "original"] = "template"

    def check(self, case: Case) -> Verdict:
        """Judge the attribution blocks by the template's wordings; names and dates in it may be any."""
        if self.from_ == "original":
            return kept(case, "the publisher's line", _taglines(case), self.at)
        page, template = case.page, template_of(case, self.template)
        if template is None:
            return not_applicable("No line of the terms fits this use", wanted_at(page, self.at))
        paste = credit_line(case, self.template)
        values = known(case, template)
        undated = {name: value for name, value in values.items() if name not in _DATES}
        thing = f"the line {quoted(fill(template.texts[0], values))}{at_words(self.at)}"
        exact = (self.match or template.match) == "exact"
        best: tuple[float, Fact] | None = None
        for fact in _facts(page):
            score = max(
                _likeness(text, fill(text, each), fact.text, exact=exact)
                for text in template.texts
                for each in (values, undated)
            )
            if score >= NEAR and not exact and not _names_parties(case, template, fact):
                score = NEAR - 1
            if score >= NEAR and belongs(fact) and is_at(fact, self.at):
                return found(thing, fact)
            if score >= ALIKE and (best is None or score > best[0]):
                best = score, fact
        if best is None:
            return expected(thing, "none", wanted_at(page, self.at), paste=paste)
        return _missed(page, thing, best[0] >= NEAR, best[1], paste)


def _taglines(case: Case) -> list[Block]:
    """The last lines of the original that name its publisher and are no credit, licence or bio."""
    party = publisher_of(case)
    blocks = case.original.page.blocks if case.original.page and party else ()
    return [
        block
        for block in blocks
        if party and block.place is Place.BOTTOM and block.role is Role.BODY and not block.signals
        if mentions(party, block.text)
    ]


def prescribed(case: Case) -> Iterator[Fact]:
    """Texts of the page that are a line of the rule set and no more: credits, whatever their words."""
    from rapidfuzz import fuzz

    for template in case.ruleset.credit:
        values = known(case, template)
        for text in template.texts:
            line = fold(fill(text, values))[:_LONGEST]
            yield from (block for block in case.page.blocks if fuzz.ratio(line, fold(block.text)) >= NEAR)


def _names_parties(case: Case, template: CreditTemplate, fact: Fact) -> bool:
    """Whether a text names whom the line names, publisher and known authors: these few words are the point of it.

    An address names nobody.
    """
    line, text = (_ADDRESS.sub("", words) for words in (fill(template.texts[0], known(case)), fact.text))
    wanted = [case.ruleset.publisher] if mentions(case.ruleset.publisher, line) else []
    if "{author" in template.texts[0]:
        wanted += [Party(name=author) for author in case.original.authors]
    return all(mentions(party, text) for party in wanted)


def without_lines(comparison: Comparison, ruleset: RuleSet) -> Comparison:
    """Leave out of the changes the additions that are lines of the rule set."""
    lines = [fill(text, {}) for template in ruleset.credit for text in template.texts]

    def is_line(change: Change) -> bool:
        likeness = (_likeness(text, text, change.text, exact=False) for text in lines)
        return change.kind is Edit.ADDITION and len(change.text) >= _SHORTEST and any(one >= NEAR for one in likeness)

    return replace(comparison, changes=tuple(change for change in comparison.changes if not is_line(change)))


def _missed(page: Page, thing: str, complete: bool, fact: Fact, paste: str) -> Verdict:
    if complete and (verdict := perhaps_shown(thing, fact, page, paste=paste)):
        return verdict
    what = f"it {where(fact, page)}" if complete else quoted(fact.text)
    return expected(thing, what, fact.location, fact, paste=paste)


def _facts(page: Page) -> Iterator[Fact]:
    yield from page.blocks
    for credit in page.credits:
        yield from (credit, *credit.again)
    yield from page.licences
    yield from page.permissions


def _likeness(template: str, filled: str, text: str, *, exact: bool) -> float:
    """How far `text` holds the line, 0 to 100; where every word counts, a line that lacks one is at most alike."""
    from rapidfuzz import fuzz

    line, text = fold(_GAP.sub("", filled))[:_LONGEST], fold(text)
    score = fuzz.ratio(line, text) if len(text) <= len(line) else fuzz.partial_ratio(line, text)
    if not exact:
        return score
    return 100 if _in_order(template, text) else min(score, NEAR - 1)


def _in_order(template: str, text: str) -> bool:
    """Whether all words of the template stand in `text`, in order, with anything in its gaps."""
    start, left = 0, _LONGEST
    for piece in _pieces(template):
        piece = fold(piece)[:left]
        found_at = text.find(piece, start)
        if found_at < 0:
            return False
        start, left = found_at + len(piece), left - len(piece)
    return True


def _pieces(template: str) -> list[str]:
    """The words of a template between its gaps; the text of a link that is no gap is a part of them."""
    words = _FIELD.sub(lambda match: _link_text(match[0]), template)
    return [piece.strip(" .") for piece in words.split("\0") if piece.strip(" .")]


def _link_text(field: str) -> str:
    return fill(field, {}) if "|" in field and not _GAP.fullmatch(fill(field, {})) else "\0"
