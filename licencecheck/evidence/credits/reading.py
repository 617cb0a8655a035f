"""All statements of a page that may credit its origin, and those that are sure enough as facts."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import chain

from licencecheck.evidence.credits.candidate import LONG, SHORT, Candidate
from licencecheck.evidence.credits.forms import by_copyright, by_form
from licencecheck.evidence.credits.linked import facts_of
from licencecheck.evidence.credits.links import links_of
from licencecheck.evidence.credits.names import clean_name
from licencecheck.evidence.credits.teasers import in_card, in_list_of_related, in_teaser
from licencecheck.evidence.credits.telling import Told, told_by_copyright, told_by_form
from licencecheck.evidence.credits.weights import confidence_of
from licencecheck.evidence.credits.wording import CREDITING, FORMS, NAMING, by_wording, runs_by_wording
from licencecheck.evidence.identity import is_own
from licencecheck.evidence.layout.containers import OUTSIDE, comment_words, is_program
from licencecheck.evidence.layout.layout import NEAR, Layout
from licencecheck.evidence.layout.runs import Run
from licencecheck.model import Confidence, Credit, CreditPart, Place, Role, Target
from licencecheck.text import excerpt

_FAR = 12 * NEAR
_MOST = 300
"""Statements that are weighed: no honest page has as many."""
_MOST_BESIDE = 10
_NARROW = 40
"""Characters of a heading above comments."""
_HEADING = re.compile(r"(?:[1-9]\d* )?(?P<word>[^\W\d_]+)(?: ?\([1-9]\d*\))?:?")
"""One word, with the number of comments if there are any."""
_TOP, _BOTTOM = 12, 24
"""Runs from the ends of the article between which a long paragraph is read no more: none of them held a credit."""


def candidates_of(layout: Layout, known: Collection[str]) -> list[Candidate]:
    """Everything on the page that may credit its origin, own credit and the other direction left out, in page order."""
    found: list[Candidate] = []
    told = chain(told_by_form(layout, known), told_by_copyright(layout, known))
    telling = frozenset(one.line for one in told if _may_speak_of_another(layout, one))
    if not telling and not any(runs_by_wording(layout)):
        return found  # most pages: nobody asks where the article stands
    telling |= layout.saying(CREDITING) | layout.labels | layout.labelled_links
    for run in layout.near(_FAR):
        if len(found) >= _MOST:
            break
        if run.index not in telling:
            continue
        is_deep = layout.first + _TOP < run.index < layout.last - _BOTTOM
        if is_deep and len(run.text) > SHORT and layout.role(run) is not Role.NOTICE:
            continue
        if is_program(run.element):
            continue
        here = list(by_wording(layout, run, known)) or list(by_form(layout, run, known))
        here += by_copyright(layout, run, known)
        if here and layout.role(run) not in {Role.COMMENT, Role.TITLE} and not _is_of_another(layout, run):
            found += here
    return found


def _is_of_another(layout: Layout, run: Run) -> bool:
    """Whether a line tells of another page, to which it leads."""
    told = in_teaser(layout, run.element) or in_card(layout, run) or in_list_of_related(layout, run)
    return told or _stands_in_comments(layout, run)


def _stands_in_comments(layout: Layout, run: Run) -> bool:
    """Whether a heading such as "Comments (3)" and another line stand above: old pages name no box of comments."""
    words = comment_words()
    above = (layout.runs[at] for at in layout.holding(words) if layout.first < at < run.index - 1)
    return any(_heads_comments(other.text, words) and not other.anchors for other in above)


def _heads_comments(text: str, words: frozenset[str]) -> bool:
    named = _HEADING.fullmatch(text.strip()) if len(text) <= _NARROW else None
    return named is not None and named["word"].lower() in words


def _may_speak_of_another(layout: Layout, told: Told) -> bool:
    """Whether a line does not name or link, for all that the head of the page tells, its own site."""
    if told.href is not None and layout.target_of(told.href)[0] is not Target.ARTICLE:
        return False
    return told.name is None or not is_own(layout.stated_identity, name=told.name)


def credit_of(layout: Layout, candidate: Candidate) -> Credit | None:
    """The candidate as a fact, or None if too little speaks for it."""
    confidence = confidence_of(candidate.score)
    if confidence is None:
        return None
    return Credit(
        text=excerpt(candidate.run.text[candidate.start :] if len(candidate.run.text) > LONG else candidate.run.text),
        location=layout.location(candidate.run, candidate.start),
        role=Role.CREDIT if layout.role(candidate.run) is Role.BODY else layout.role(candidate.run),
        place=layout.place(candidate.run),
        confidence=confidence,
        signals=tuple(candidate.signals),
        name=candidate.name,
        form=candidate.form,
        links=tuple(facts_of(layout, candidate.links)),
    )


def credits_beside(layout: Layout) -> list[Credit]:
    """Credits in comments, sidebars and captions: none of this article, but worth telling when its own is missing."""
    found: list[Credit] = []
    for run in (layout.runs[index] for index in sorted(layout.saying(NAMING))):
        if len(found) == _MOST_BESIDE:
            break
        role = layout.role(run)
        if role not in OUTSIDE or is_program(run.element):
            continue
        for hit in layout.hits(run, NAMING):
            slot = hit.slots.get("source")
            if hit.category not in NAMING or slot is None or not clean_name(slot.text):
                continue
            found.append(
                Credit(
                    text=excerpt(run.text),
                    location=layout.location(run, hit.start),
                    role=role,
                    place=Place.ASIDE,
                    confidence=Confidence.LOW,
                    signals=("in a box beside the article",),
                    name=clean_name(slot.text),
                    form=FORMS[hit.category][0],
                    part=CreditPart.VIA,
                    links=tuple(facts_of(layout, links_of(layout, run, hit.start, hit.end))),
                )
            )
            break
    return found
