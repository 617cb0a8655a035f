"""Mend a failure by another value for what is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from html import unescape

from licencecheck.fixing.bylines import signings
from licencecheck.fixing.edits import Edit
from licencecheck.fixing.failures import STATED, Failure
from licencecheck.fixing.links import linkings, wanted_address
from licencecheck.fixing.obstacles import Obstacle
from licencecheck.fixing.page_text import PageText, stated
from licencecheck.fixing.remedies import Attempt, Remedy, filled, made
from licencecheck.model import (
    Canonical,
    Case,
    CopyrightNotice,
    Counter,
    CreditForm,
    HeadMeta,
    Link,
    Party,
    Robots,
    Role,
    Scope,
    Target,
)
from licencecheck.parties import is_address_of, is_credit_to, party_in
from licencecheck.requirements.paste import known
from licencecheck.requirements.wording import belongs, quoted
from licencecheck.urls import host_of

_NOTICE = 600
"""Characters in which the year of a copyright notice is looked for, markup included."""
_INDEXED = frozenset({"index", "all"})
_SOURCE = re.compile(r'src="(?P<html>[^"]*)"|\]\((?P<markdown>[^()\s]*)\)')


def repairs(failure: Failure, text: PageText) -> Iterator[Remedy | Obstacle]:
    """Give what may mend `failure` by another value for what is there, and what stands in the way of it."""
    return map(made, _attempts(failure, text))


def _attempts(failure: Failure, text: PageText) -> Iterator[Attempt]:
    if failure.kind in STATED:
        yield from (partial(_restated, failure, text, statement) for statement in failure.statements)
    elif failure.kind == "original-link":
        yield from (partial(_relinked, failure, text, link) for link in _links_in_credits(failure))
    yield from linkings(failure, text)
    yield from signings(failure, text)
    for fact in failure.verdict.evidence:
        if failure.kind == "copyright-notice" and isinstance(fact, CopyrightNotice):
            yield partial(_dated, failure, text, fact)
        elif failure.kind == "page-counter" and isinstance(fact, Counter):
            yield partial(_recounted, failure, text, fact)


def _relinked(failure: Failure, text: PageText, link: Link) -> Remedy:
    """Let a link of the credit lead to the original; a dead one and one to the home page lose nothing by it."""
    case = failure.case
    party, url = wanted_address(case)
    if party is not None and _is_on_another(link, party, case):
        raise Obstacle(f"{quoted(link.text)}, which it stands on, names another")
    home = link.target is Target.HOMEPAGE and party is not None and is_address_of(party, link.url)
    edit = text.with_value(link.location, link.href, filled(url or "{url}"))
    return Remedy(f"Link the original on {quoted(link.text)}", edit, safe=home or link.target is Target.DEAD)


def _is_on_another(link: Link, party: Party, case: Case) -> bool:
    """Whether a link stands in a credit that names somebody else than `party`: it would say what is not so."""
    holding = [credit for credit in case.page.chain if any(one.location == link.location for one in credit.links)]
    return bool(holding) and not any(party_in(one) is None or is_credit_to(party, one) for one in holding)


def _links_in_credits(failure: Failure) -> Iterator[Link]:
    """The links that the verdict looked at and that credit the source."""
    chain = failure.case.page.chain
    credited = [credit for credit in chain if belongs(credit)]
    places = {link.location for credit in credited if credit.form is not CreditForm.COPYRIGHT for link in credit.links}
    for fact in failure.verdict.evidence:
        if isinstance(fact, Link) and belongs(fact) and (fact.location in places or fact.role is Role.CREDIT):
            yield fact


def _restated(failure: Failure, text: PageText, fact: Canonical | HeadMeta | Robots) -> Remedy:
    """State something else in the head or the front matter than what is stated there."""
    if failure.verdict.paste is None:
        raise Obstacle("it must be taken out by hand")
    _, value = stated(filled(failure.verdict.paste))
    if isinstance(fact, Robots):
        value = ", ".join([value, *sorted(fact.directives - _INDEXED)])
    old = fact.href if isinstance(fact, Canonical) else fact.text
    return Remedy(f"Change {failure.thing}", text.with_value(fact.location, old, value), safe=False)


def _dated(failure: Failure, text: PageText, notice: CopyrightNotice) -> Remedy:
    """Correct the year of a copyright notice."""
    if notice.scope is not Scope.ARTICLE or not belongs(notice) or len(notice.years) != 1:
        raise Obstacle("the notice of another is for a person to judge")
    year = filled(known(failure.case).get("year", "{year}"))
    wrong = re.search(rf"(?<!\d){notice.years[0]}(?!\d)", text.text_at(notice.location, _NOTICE))
    if wrong is None:
        raise Obstacle("where its year stands in the file cannot be told")
    start = text.offset(notice.location) + wrong.start()
    edit = Edit(start, start + len(wrong[0]), year)
    return Remedy("Correct the year of the copyright notice", edit, safe=False)


def _recounted(failure: Failure, text: PageText, counter: Counter) -> Remedy:
    """Let the publisher's counter count this article."""
    if not counts_here(counter, failure):
        raise Obstacle("another's counter is for a person to judge")
    edit = text.with_value(counter.location, counter.url, filled(_address_of_counter(failure)))
    return Remedy("Change the page counter", edit, safe=False)


def counts_here(counter: Counter, failure: Failure) -> bool:
    """Whether a counter is that of the publisher, with another number."""
    return host_of(_address_of_counter(failure)) == host_of(counter.url)


def _address_of_counter(failure: Failure) -> str:
    """The address of the counter that is to be pasted."""
    source = _SOURCE.search(failure.verdict.paste or "")
    return (source["markdown"] or unescape(source["html"])) if source else ""
