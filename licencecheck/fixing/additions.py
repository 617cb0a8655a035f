"""Mend a failure by a line more: one of those that `check` gives to paste and `terms` proposes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import partial

from licencecheck.catalogue import ANY_REPOST
from licencecheck.configuration.generators import GENERATORS
from licencecheck.drafting import publisher_of_site
from licencecheck.fixing.bylines import is_others
from licencecheck.fixing.failures import STATED, Failure
from licencecheck.fixing.links import wanted_address
from licencecheck.fixing.obstacles import Obstacle
from licencecheck.fixing.page_text import PageText
from licencecheck.fixing.remedies import Attempt, Remedy, filled, made
from licencecheck.fixing.repairs import counts_here
from licencecheck.model import Byline, Case, Counter, Credit, CreditForm, Outcome, Place
from licencecheck.parties import is_credit_to, mentions, original_of, publisher_of
from licencecheck.reposting.credits import LICENCE, LINE, as_paragraph, credit_of, with_origin
from licencecheck.reposting.places import share_of
from licencecheck.requirements import judge
from licencecheck.requirements.house_line import credit_language, house_language, house_line
from licencecheck.requirements.paste import credit_line, fill, known, marked, template_of
from licencecheck.requirements.wording import belongs, place_asked

_PLACES = {"top": Place.TOP, "bottom": Place.BOTTOM}
_WHERE = {Place.TOP: "before the article", Place.BYLINE: "before the article", Place.BOTTOM: "after the article"}
_LOST = "; ".join(generator.html for generator in GENERATORS if generator.html)
"""What becomes of HTML in posts."""
_SENTENCES = frozenset({CreditForm.FIRST_PUBLISHED, CreditForm.REPUBLISHED, CreditForm.LABEL})
"""Forms of credits that say in words whence the article comes."""
_ADDRESS = re.compile(r"https?://[^\s\"()<>]+")
_CONTRADICTED = frozenset({"author-credit", "copyright-notice", "credit-line"})
"""Duties where a line beside one that says otherwise would contradict it."""


def additions(
    failure: Failure, text: PageText, asked: Collection[str], said: Sequence[Credit]
) -> Iterator[Remedy | Obstacle]:
    """Give what may mend `failure` by a line more, the best place first, and what stands in the way of it.

    `asked` are the types of all duties that the page does not fulfil: one line can fulfil several. Beside a credit that
    was `said` before in other words, a person must choose between that and the line.
    """
    for each in map(made, _attempts(failure, text, asked)):
        if isinstance(each, Remedy) and _is_said(failure, each.edit.text, said):
            yield replace(each, safe=False)
        else:
            yield each


def _attempts(failure: Failure, text: PageText, asked: Collection[str]) -> Iterator[Attempt]:
    if failure.kind in STATED:
        if failure.verdict.paste is not None and not failure.statements:
            yield partial(_stated, failure, text)
        return
    if failure.is_byline:
        yield partial(_bylined, failure, text)
        return
    for place in _places(failure.case):
        if failure.kind in LINE:
            yield partial(_credited, failure, text, place, asked)
            yield partial(_lined, failure, text, place)
            yield partial(_housed, failure, text, place)
        elif failure.kind in LICENCE:
            yield partial(_licensed, failure, text, place)
        if failure.kind not in LINE and failure.verdict.paste is not None:
            yield partial(_pasted, failure, text, place)


def _credited(failure: Failure, text: PageText, place: Place, asked: Collection[str]) -> Remedy:
    """Write the credit, with all that is asked of it; a link that nobody asks for and nobody knows is left off."""
    case = _of_line(failure.case)
    duties = {failure.kind, *({*asked} & (LINE | LICENCE))}
    open_links = "original-link" in duties and "url" not in known(case)
    line = credit_of(case, share_of(case, duties), case.page.format, open_links=open_links)
    return _added(failure, text, place, line)


def _lined(failure: Failure, text: PageText, place: Place) -> Remedy:
    """Write the line of the rule set alone, or that which the rule names."""
    named = failure.case.rule.parameters.get("template")
    case, name = _of_line(failure.case), str(named) if named else None
    template = template_of(case, name)
    line = credit_line(case, name)
    return _added(failure, text, place, _block(line, case, credit_language(case, template)))


def _housed(failure: Failure, text: PageText, place: Place) -> Remedy:
    """Write the line for terms that propose none, where theirs holds what nobody knows."""
    case = _of_line(failure.case)
    _, url = wanted_address(case)
    values = {**known(case), **({"original_url": url} if url else {})}
    language = house_language(case)
    line = fill(house_line(language), values, case.page.format)
    return _added(failure, text, place, _block(line, case, language))


def _licensed(failure: Failure, text: PageText, place: Place) -> Remedy:
    """Write the licence of the rule set."""
    case = failure.case
    return _added(failure, text, place, credit_of(case, share_of(case, LICENCE), case.page.format))


def _pasted(failure: Failure, text: PageText, place: Place) -> Remedy:
    """Write the line that the verdict gives to paste."""
    line = judge(_originated(failure.case)).paste or ""
    return _added(failure, text, place, line if failure.kind == "page-counter" else _block(line, failure.case))


def _bylined(failure: Failure, text: PageText) -> Remedy:
    """Write the byline, unless the page names somebody else in it: then there would be two."""
    others = (one for one in failure.verdict.evidence if isinstance(one, Byline) and is_others(one, failure))
    if any(map(belongs, others)):
        raise Obstacle("the page names another author, whom only a person can take out")
    case = _originated(failure.case)
    return _added(failure, text, Place.BYLINE, _block(judge(case).paste or "", case))


def _block(line: str, case: Case, language: str | None = None) -> str:
    return as_paragraph(line, language, case.page) if line and case.page.format == "html" else line


def _originated(case: Case) -> Case:
    """The case of a page that says whence its article comes, as the original does, if the page does not."""
    if original_of(case.page) is not None or case.original.page is None:
        return case
    return replace(case, page=with_origin(case.page, publisher_of_site(case.original.page.identity)))


def _of_line(case: Case) -> Case:
    """As `_originated`, without those lines of its terms that are bylines.

    Raises:
        Obstacle: neither page nor original say whence it comes.
    """
    case = _originated(case)
    unknown = case.ruleset.layer == "licence" or case.ruleset.id == ANY_REPOST
    if unknown and original_of(case.page) is None:
        raise Obstacle("who published it first is not known: give the page of the original with --original")
    lines = tuple(template for template in case.ruleset.credit if template.at != "byline")
    return replace(case, ruleset=replace(case.ruleset, credit=lines))


def _added(failure: Failure, text: PageText, place: Place, line: str) -> Remedy:
    """Add a line. Beside one that says otherwise, a person must choose between the two."""
    edit = text.with_line(place, filled(line))
    is_html = failure.case.page.format == "markdown" and line.startswith("<")
    note = f" ({_LOST})" if is_html else ""
    safe = not (_is_contradicted(failure) or _guesses_author(failure.case, line))
    return Remedy(f"Add {failure.thing} {_WHERE[place]}{note}", edit, safe=safe)


def _guesses_author(case: Case, line: str) -> bool:
    """Whether `line` names whom only the data of the copy names: that may be who uploaded it."""
    if case.original.authors or any(map(belongs, case.page.bylines)):
        return False
    return any(marked(name, case.page.format) in line for name in case.page.authors)


def _is_contradicted(failure: Failure) -> bool:
    """Whether the page says otherwise, or says it elsewhere than the terms wish: then it may be moved instead."""
    if "facet" in failure.case.rule.parameters:
        return True
    if failure.kind == "page-counter":
        return any(isinstance(fact, Counter) and counts_here(fact, failure) for fact in failure.verdict.evidence)
    if failure.kind not in _CONTRADICTED or not any(map(belongs, failure.verdict.evidence)):
        return False
    anywhere = {name: value for name, value in failure.case.rule.parameters.items() if name != "at"}
    rule = replace(failure.case.rule, parameters=anywhere)
    return judge(replace(failure.case, rule=rule)).outcome is not Outcome.PASS


def _is_said(failure: Failure, line: str, said: Sequence[Credit]) -> bool:
    """Whether `line` names the publisher, as a sentence of the page does already: it is the one to mend."""
    party, rule = publisher_of(failure.case), failure.case.rule
    is_one = rule.requires == "credit-line" or (
        rule.requires == "original-link" and place_asked(rule.parameters) == "anywhere"
    )
    if not is_one or party is None or not mentions(party, _ADDRESS.sub("", line)):
        return False
    return any(credit.form in _SENTENCES and belongs(credit) and is_credit_to(party, credit) for credit in said)


def _stated(failure: Failure, text: PageText) -> Remedy:
    """State something in the head or the front matter."""
    return Remedy(f"Add {failure.thing}", text.with_statement(filled(failure.verdict.paste or "")))


def _places(case: Case) -> list[Place]:
    """Where a line may stand, the best place first: where its rule wants it, its like, or the line's template."""
    kind = case.rule.requires
    if kind == "page-counter":
        return [Place.BOTTOM]
    alike = [rule for rule in case.ruleset.rules if rule.requires in LINE] if kind in LINE else []
    template = template_of(case)
    wanted = [place_asked(rule.parameters) for rule in (case.rule, *alike)] + (
        [template.at] if template and kind in LINE else []
    )
    return list(dict.fromkeys([*(_PLACES[at] for at in wanted if at in _PLACES), Place.BOTTOM]))
