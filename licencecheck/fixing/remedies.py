"""What can be done about a failure: the line that its verdict gives to paste, or another value for what is there."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from html import unescape

from licencecheck.catalogue import ANY_REPOST
from licencecheck.conditions import facts_of, holds
from licencecheck.drafting import publisher_of
from licencecheck.fixing.draft import Draft, stated
from licencecheck.fixing.edits import Edit
from licencecheck.fixing.obstacles import Obstacle
from licencecheck.model import (
    Canonical,
    Case,
    CopyrightNotice,
    Counter,
    HeadMeta,
    Link,
    Outcome,
    Party,
    Place,
    Robots,
    Role,
    Rule,
    Scope,
    Target,
    Verdict,
)
from licencecheck.parties import is_address_of, original_of, party_of
from licencecheck.reposting.credits import LINE, credit_of, with_origin
from licencecheck.requirements import build, judge
from licencecheck.requirements.original_link import OriginalLink
from licencecheck.requirements.paste import HOUSE_LINE, credit_line, fill, gaps_of, known, template_of
from licencecheck.requirements.wording import belongs, quoted
from licencecheck.urls import host_of

_LICENCE = frozenset({"licence-notice", "licence-link"})
_STATED = frozenset({"canonical-link", "noindex", "head-meta"})
_TURNS = ("author-credit", "credit-line", *sorted(LINE - {"credit-line"}))
_LAST = ("page-counter", *sorted(_STATED))
"""The order in which failures are mended is the order in which lines come to stand."""
_PLACES = {"top": Place.TOP, "byline": Place.BYLINE, "bottom": Place.BOTTOM}
_WHERE = {Place.TOP: "before the article", Place.BYLINE: "before the article", Place.BOTTOM: "after the article"}
_THINGS = {
    "author-credit": "the byline",
    "copyright-notice": "the copyright notice",
    "licence-notice": "the licence",
    "licence-link": "the licence",
    "page-counter": "the page counter",
    "canonical-link": "the canonical link",
    "noindex": "the robots directive",
    "publication-date": "the date of the original",
    "cite-format": "the citation",
}
_NOTICE = 600
"""Characters in which the year of a copyright notice is looked for, markup included."""
_CONTRADICTED = frozenset({"author-credit", "copyright-notice", "credit-line"})
"""Duties where a line beside one that says otherwise would contradict it."""
_INDEXED = frozenset({"index", "all"})
_SOURCE = re.compile(r'src="([^"]*)"')
_GAPS = {
    "url": "the address of the original",
    "original_url": "the address of the original",
    "author": "the author",
    "year": "the year of the original",
    "date": "the date of the original",
    "title": "the title of the original",
    "original": "the first publisher",
    "institution": "the author's institution",
    "article-id": "the number of the article",
}


@dataclass(frozen=True, slots=True)
class Remedy:
    """An edit that may mend a failure."""

    what: str
    """What it does, without full stop."""
    edit: Edit
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Failure:
    """One duty that a page does not fulfil: a rule, or one of its alternatives."""

    rule: str
    """Name of the rule, `ruleset/rule`."""
    case: Case
    """Of the rule, or of its alternative."""
    verdict: Verdict

    @property
    def kind(self) -> str:
        """Id of the requirement type."""
        return self.case.rule.requires

    @property
    def turn(self) -> tuple[int, int]:
        """When it is mended: who wants most in a line comes first."""
        if self.kind == "author-credit" and not {"form", "institution"}.isdisjoint(self.case.rule.parameters):
            return -1, 0
        if self.kind in _TURNS:
            return 0, _TURNS.index(self.kind)
        return (2, _LAST.index(self.kind)) if self.kind in _LAST else (1, 0)


def failures_of(case: Case, rule: str) -> Iterator[Failure]:
    """Give what fails of the `rule` of `case`: of alternatives, each one, for mending one is enough."""
    for alternative in case.rule.any_of:
        if holds(alternative.when, facts_of(case)) is not False:
            yield from failures_of(replace(case, rule=alternative), rule)
    if not case.rule.any_of:
        verdict = judge(case)
        if verdict.outcome is Outcome.FAIL:
            yield Failure(rule, case, verdict)


def repairs(failure: Failure, draft: Draft) -> Iterator[Remedy | Obstacle]:
    """Give what may mend `failure` by another value for what is there, and what stands in the way of it."""
    evidence = failure.verdict.evidence
    if failure.kind in _STATED:
        attempts = [partial(_restated, failure, draft, fact) for fact in _statements(failure)]
    elif failure.kind == "original-link":
        attempts = [partial(_relinked, failure, draft, link) for link in _links_in_credits(failure)]
    elif failure.kind == "copyright-notice":
        notices = (fact for fact in evidence if isinstance(fact, CopyrightNotice) and belongs(fact))
        attempts = [partial(_dated, failure, draft, notice) for notice in notices if notice.scope is Scope.ARTICLE]
    elif failure.kind == "page-counter":
        attempts = [partial(_recounted, failure, draft, fact) for fact in evidence if isinstance(fact, Counter)]
    else:
        attempts = []
    yield from map(_made, attempts)


def additions(failure: Failure, draft: Draft, asked: Collection[str]) -> Iterator[Remedy | Obstacle]:
    """Give what may mend `failure` by a line more, the best place first, and what stands in the way of it.

    `asked` are the types of all duties that the page does not fulfil: one line can fulfil several.
    """
    attempts: list[Callable[[], Remedy]] = []
    if failure.kind in _STATED:
        if failure.verdict.paste is not None and not any(_statements(failure)):
            attempts.append(partial(_stated, failure, draft))
    elif failure.kind in _LICENCE:
        attempts.append(partial(_credited, failure, draft, Place.BOTTOM, asked))
        attempts.append(partial(_pasted, failure, draft, Place.BOTTOM))
    elif failure.kind in LINE:
        for place in _places(failure.case):
            attempts.append(partial(_credited, failure, draft, place, asked))
            attempts.append(partial(_lined, failure, draft, place))
            attempts.append(partial(_housed, failure, draft, place))
    elif failure.verdict.paste is not None:
        attempts += [partial(_pasted, failure, draft, place) for place in _places(failure.case)]
    yield from map(_made, attempts)


def _made(attempt: Callable[[], Remedy]) -> Remedy | Obstacle:
    try:
        return attempt()
    except Obstacle as obstacle:
        return obstacle


def _relinked(failure: Failure, draft: Draft, link: Link) -> Remedy:
    """Let a link of the credit lead to the original; a dead one and one to the home page lose nothing by it."""
    case = failure.case
    party, url = _wanted(case)
    if url is None:
        raise _unknown("url")
    home = link.target is Target.HOMEPAGE and party is not None and is_address_of(party, link.url)
    edit = draft.with_value(link.location, link.href, url)
    return Remedy(f"Link the original on {quoted(link.text)}", edit, safe=home or link.target is Target.DEAD)


def _wanted(case: Case) -> tuple[Party | None, str | None]:
    """Whose address a link of the case must have, and which."""
    duty, values = build(case.rule), known(case)
    if not isinstance(duty, OriginalLink):  # its facet, whose duty is fulfilled
        return None, None
    for word in duty.on:
        gap = "url" if "article" in duty.to else "home"
        address = values.get(gap if word == "publisher" else f"original_{gap}")
        if address is not None:
            return party_of(case, word), address
    return None, None


def _links_in_credits(failure: Failure) -> Iterator[Link]:
    """The links that the verdict looked at and that credit the source."""
    chain = failure.case.page.chain
    places = {link.location for credit in chain if belongs(credit) for link in credit.links}
    for fact in failure.verdict.evidence:
        if isinstance(fact, Link) and belongs(fact) and (fact.location in places or fact.role is Role.CREDIT):
            yield fact


def _credited(failure: Failure, draft: Draft, place: Place, asked: Collection[str]) -> Remedy:
    """Write the credit, with what else the line can say; a link that nobody asks for and nobody knows is left off."""
    case = _with_origin(failure.case)
    template = template_of(case)
    if template is not None and template.at == "byline" and failure.kind in LINE:
        raise Obstacle("the line of its terms is a byline")
    duties = {failure.kind, *({*asked} & (LINE | _LICENCE))} if failure.kind in LINE else _LICENCE
    open_links = "original-link" in duties and "url" not in known(case)
    line = credit_of(case, duties, case.page.format, open_links=open_links)
    return _added(failure, draft, place, line, "the credit" if failure.kind in LINE else "the licence")


def _lined(failure: Failure, draft: Draft, place: Place) -> Remedy:
    """Write the line of the rule set alone, or that which the rule names."""
    name = failure.case.rule.parameters.get("template")
    line = credit_line(_with_origin(failure.case), str(name) if name else None)
    return _added(failure, draft, place, _block(line, failure.case), "the credit")


def _housed(failure: Failure, draft: Draft, place: Place) -> Remedy:
    """Write the line for terms that propose none, where theirs holds what nobody knows."""
    case = _with_origin(failure.case)
    _, url = _wanted(case)
    line = fill(HOUSE_LINE, {**known(case), **({"original_url": url} if url else {})}, case.page.format)
    return _added(failure, draft, place, _block(line, case), "the credit")


def _pasted(failure: Failure, draft: Draft, place: Place) -> Remedy:
    """Write the line that the verdict gives to paste."""
    line = judge(_originated(failure.case)).paste or ""
    line = line if failure.kind == "page-counter" else _block(line, failure.case)
    return _added(failure, draft, place, line, _thing(failure))


def _block(line: str, case: Case) -> str:
    return f"<p>{line}</p>" if case.page.format == "html" else line


def _thing(failure: Failure) -> str:
    return _THINGS.get(failure.kind, f"what `{failure.case.rule.id}` asks")


def _originated(case: Case) -> Case:
    """The case of a page that says whence its article comes, as the original does, if the page does not."""
    if original_of(case.page) is not None or case.original.page is None:
        return case
    return replace(case, page=with_origin(case.page, publisher_of(case.original.page.identity)))


def _with_origin(case: Case) -> Case:
    """As `_originated`.

    Raises:
        Obstacle: neither page nor original say whence it comes.
    """
    case = _originated(case)
    unknown = case.ruleset.layer == "licence" or case.ruleset.id == ANY_REPOST
    if unknown and original_of(case.page) is None:
        raise Obstacle("who published it first is not known: give the page of the original with --original")
    return case


def _added(failure: Failure, draft: Draft, place: Place, line: str, what: str) -> Remedy:
    """Add a line. Beside one that says otherwise, a person must choose between the two."""
    if not line:
        raise Obstacle("its words are not known")
    if gaps := gaps_of(line):
        raise _unknown(*gaps)
    edit = draft.with_line(place, line)
    return Remedy(f"Add {what} {_WHERE[place]}", edit, safe=not _is_contradicted(failure))


def _is_contradicted(failure: Failure) -> bool:
    """Whether the page says otherwise; that it says so elsewhere is no contradiction."""
    if failure.kind == "page-counter":
        return any(isinstance(fact, Counter) and _counts_here(fact, failure) for fact in failure.verdict.evidence)
    if failure.kind not in _CONTRADICTED or not any(map(belongs, failure.verdict.evidence)):
        return False
    anywhere = {name: value for name, value in failure.case.rule.parameters.items() if name != "at"}
    rule = replace(failure.case.rule, parameters=anywhere)
    return judge(replace(failure.case, rule=rule)).outcome is not Outcome.PASS


def _stated(failure: Failure, draft: Draft) -> Remedy:
    """State something in the head or the front matter."""
    line = failure.verdict.paste or ""
    if gaps := gaps_of(line):
        raise _unknown(*gaps)
    return Remedy(f"Add {_thing(failure)}", draft.with_statement(line))


def _statements(failure: Failure) -> Iterator[Canonical | HeadMeta | Robots]:
    """What is stated in place of what is wanted, to everybody and not to one search engine."""
    for fact in failure.verdict.evidence:
        if isinstance(fact, Canonical | HeadMeta) or (isinstance(fact, Robots) and fact.agent == "robots"):
            yield fact


def _restated(failure: Failure, draft: Draft, fact: Canonical | HeadMeta | Robots) -> Remedy:
    """State something else in the head or the front matter than what is stated there."""
    _, value = stated(failure.verdict.paste or "")
    if not value:
        raise Obstacle("it must be taken out by hand")
    if gaps := gaps_of(value):
        raise _unknown(*gaps)
    if isinstance(fact, Robots):
        value = ", ".join([value, *sorted(fact.directives - _INDEXED)])
    old = fact.href if isinstance(fact, Canonical) else fact.text
    return Remedy(f"Change {_thing(failure)}", draft.with_value(fact.location, old, value), safe=False)


def _dated(failure: Failure, draft: Draft, notice: CopyrightNotice) -> Remedy:
    """Correct the year of a copyright notice."""
    year, line = known(failure.case).get("year"), draft.text_at(notice.location, _NOTICE)
    wrong = re.search(rf"(?<!\d){notice.years[0]}(?!\d)", line) if len(notice.years) == 1 else None
    if year is None or wrong is None:
        raise Obstacle("the notice of another is for a person to judge")
    start = draft.offset(notice.location) + wrong.start()
    edit = Edit(start, start + len(wrong[0]), year)
    return Remedy("Correct the year of the copyright notice", edit, safe=False)


def _recounted(failure: Failure, draft: Draft, counter: Counter) -> Remedy:
    """Let the publisher's counter count this article."""
    address = _SOURCE.search(failure.verdict.paste or "")
    if address is None or not _counts_here(counter, failure):
        raise Obstacle("another's counter is for a person to judge")
    if gaps := gaps_of(address[1]):
        raise _unknown(*gaps)
    edit = draft.with_value(counter.location, counter.url, unescape(address[1]))
    return Remedy("Change the page counter", edit, safe=False)


def _counts_here(counter: Counter, failure: Failure) -> bool:
    """Whether a counter is that of the publisher, with another number."""
    address = _SOURCE.search(failure.verdict.paste or "")
    return address is not None and host_of(unescape(address[1])) == host_of(counter.url)


def _places(case: Case) -> list[Place]:
    """Where a line may stand, the best place first: where its rule wants it, its like, or the line's template."""
    kind = case.rule.requires
    if kind == "page-counter":
        return [Place.BOTTOM]
    if kind == "author-credit":
        return [Place.BYLINE]
    alike = [rule for rule in case.ruleset.rules if rule.requires in LINE] if kind in LINE else []
    template = template_of(case)
    wanted = [_at(rule) for rule in (case.rule, *alike)] + ([template.at] if template and kind in LINE else [])
    return list(dict.fromkeys([*(_PLACES[at] for at in wanted if at in _PLACES), Place.BOTTOM]))


def _at(rule: Rule) -> str:
    at = rule.parameters.get("at", "anywhere")
    return str(at["place"]) if isinstance(at, Mapping) else str(at)


def _unknown(*gaps: str) -> Obstacle:
    """What is not known is not written."""
    words = " and ".join(dict.fromkeys(_GAPS.get(gap, f"`{gap}`") for gap in gaps))
    hint = "; give it with --original" if any(gap in _GAPS for gap in gaps) else ""
    return Obstacle(f"{words} is not known{hint}")
