"""What beside a wording of credit says that something else than the origin of this article may be meant."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from licencecheck.evidence import outlets
from licencecheck.evidence.bylines.names import names_in
from licencecheck.evidence.credits.candidate import Candidate
from licencecheck.evidence.credits.labelled import Labelled
from licencecheck.evidence.credits.linked import Linked
from licencecheck.evidence.credits.links import sentence_of
from licencecheck.evidence.credits.names import HOST
from licencecheck.evidence.identity import names_own
from licencecheck.evidence.layout.layout import Layout
from licencecheck.evidence.layout.runs import Run
from licencecheck.evidence.licences.scope import speaks_of
from licencecheck.evidence.phrases.matcher import Hit
from licencecheck.model import CreditForm, Identity, Place, Target
from licencecheck.text import compiled, fold, is_unspaced, words
from licencecheck.urls import host_of, url_key

_HEADING, _SIGNATURE = 40, 100
"""Characters up to which a line is a heading, or names who signs."""
_QUOTED, _LEVELS = 20, 12
"""Lines of a quotation above its source, for whoever quotes more copies the article; levels of elements around them."""
_SUBJECT = 2
"""Words before a wording that may name what it speaks of, or after a weak label that make it part of a sentence."""
_SEVERAL = 2
"""Addresses linked under one weak label from which on it heads a list of references."""
_REFERENCE = r"[,،，(（]\s*(?:19|20)\d\d[)）]?\W*$"
"""A year alone at the end, as references have it."""
_CLAUSE = 5
"""Words after a comma from which on a wording that links nothing tells more: "Originally from X, she has lived ..."."""
_PAPERS = frozenset({"doi.org", "dx.doi.org", "arxiv.org"})
_REPOSITORY = re.compile(
    r"(?:github|gitlab|bitbucket|codeberg|gitee)\.\w+/[^/]+/[^/]+"
    r"(?:/(?:-/)?(?:blob|tree|commit|pull|releases)(?:/\S*(?<!\.md))?)?"
)
"""A repository, or what it holds but for texts."""
_CHARTS = frozenset({"table", "svg", "canvas", "iframe"})


def doubts(
    layout: Layout, run: Run, hit: Hit, form: CreditForm, name: str | None, links: Sequence[Linked]
) -> Iterator[str]:
    """Say what does, for a wording of that form, with the name and the links that it gives."""
    start, end = sentence_of(run.text, hit.start, hit.end)
    if form is CreditForm.LABEL:
        yield from _doubts_of_label(layout, run, hit, name, links)
    elif form is CreditForm.FIRST_PUBLISHED and hit.strength < 3:
        clause = run.text[hit.end : end].lstrip()
        goes_on = not links and clause.startswith(",") and len(words(clause)) >= _CLAUSE
        if goes_on or (start and not links) or len(words(run.text[start : hit.start])) >= _SUBJECT:
            yield "may speak of something else"
    elif form is CreditForm.READ_ORIGINAL and speaks_of("condition", run.text[start : hit.start]):
        yield "invites to read elsewhere as well"
    if form is CreditForm.FIRST_PUBLISHED and _may_be_own(layout, run, hit, links):
        yield "may be the own site"
    weak = form in {CreditForm.LABEL, CreditForm.READ_ORIGINAL} or hit.strength < 3
    if weak and any(map(_is_paper_or_code, links[:1])):
        yield "refers to a paper or code"
    is_outlet = name is not None and outlets.has_outlet_form(name)
    if not is_outlet and any(h.category == "own_edition" and h.overlaps(hit) for h in layout.hits(run)):
        yield "may name an edition of the own site"


def _doubts_of_label(layout: Layout, run: Run, hit: Hit, name: str | None, links: Sequence[Linked]) -> Iterator[str]:
    """Reasons why a label may name the source of something else: a reference, a quotation, figures, a recipe."""
    start, end = sentence_of(run.text, hit.start, hit.end)
    goes_on = hit.strength < 2 and hit.slots and len(words(run.text[hit.end : end])) >= _SUBJECT
    if goes_on or not (_begins(run.text, hit.start) or hit.start in run.borders):
        yield "label within a sentence"
    if hit.strength < 2 and len({link.url for link in links}) >= _SEVERAL:
        yield "one of several references"
    if _ends_quotation(layout, run):
        yield "source of a quotation"
    if "©" in run.text and _names_own_site(layout.identity, run.text):
        yield "beside the own copyright line"
    if _is_of_figures(name, run.text[start:end], links) or _stands_below_chart(layout, run):
        yield "may be the source of figures"
    if _is_in_recipe(layout):
        yield "may be the source of a recipe"
    if name and outlets.is_institution(name) and _stands_beside_author(layout, run):
        yield "institution beside the author of the article"


def doubts_of_lone_label(label: Labelled, credit: Candidate, known: Collection[str]) -> Iterator[str]:
    """Below a label, only an outlet or a written address tells for sure that the source of the article is meant."""
    name = credit.name or ""
    is_party = outlets.has_outlet_form(name) or outlets.names_agency(name) or fold(name) in known
    if is_party or label.is_field or (not credit.links and HOST.match(name)):
        return
    yield "label alone on its line"
    if label.is_fact:
        yield "may be a fact of something else"


def _is_paper_or_code(link: Linked) -> bool:
    """Whether a link leads to a paper or to the start page of a repository: no article is copied from there."""
    url = link.url or ""
    return host_of(url) in _PAPERS or _REPOSITORY.fullmatch(url_key(url)) is not None


def _ends_quotation(layout: Layout, run: Run) -> bool:
    """Whether a line stands below other text in a quotation that is only a part of the article."""
    quotation = next(run.element.iterancestors("blockquote"), None)
    if quotation is None or not run.index:
        return False
    before = layout.runs[max(0, run.index - _QUOTED) : run.index]
    within = [r for r in before if quotation in islice(r.element.iterancestors(), _LEVELS)]
    return bool(within) and layout.first < within[0].index


def _is_of_figures(name: str | None, said: str, links: Sequence[Linked]) -> bool:
    """Whether "Source: Office, 2019" tells where numbers are from: its name, statistics, a bare year; no press text."""
    if name is None or speaks_of("press", said):
        return False
    dated = compiled(_REFERENCE).search(said) and not outlets.has_outlet_form(name)
    return outlets.is_of_figures(name, said) or bool(dated and not any(k.target is Target.ARTICLE for k in links))


def _stands_below_chart(layout: Layout, run: Run) -> bool:
    """Whether a line within the article's text follows a table or a chart, alone or in its box."""
    if layout.place(run) not in {Place.BODY, Place.TOP} or run.index <= layout.first:
        return False
    above = run.element.getprevious()
    if above is None or above.tag in _CHARTS:
        return above is not None
    return len(above) > 0 and above[-1].tag in _CHARTS and not (above[-1].tail or "").strip()


def _is_in_recipe(layout: Layout) -> bool:
    """Whether the article is a recipe: it names where the dish is from, as a study its books."""
    headings = outlets.recipe_headings()
    lines = (layout.runs[index].text for index in layout.holding(headings))
    return any(fold(line).strip(" :：") in headings for line in lines if len(line) <= _HEADING)


def _stands_beside_author(layout: Layout, run: Run) -> bool:
    """Whether a line next to `run` is signed: whoever signs wrote it, from what the source told."""
    return any(_signs(layout, other) for other in layout.runs[max(0, run.index - 1) : run.index + 2])


def _may_be_own(layout: Layout, run: Run, hit: Hit, links: Sequence[Linked]) -> bool:
    """Whether a credit may be the site's to itself: nothing tells whose site it is, who wrote it, or which article.

    Posts end so that whoever copies them from the feed credits their site; nobody has permission from himself.
    """
    if layout.place(run) is Place.TOP or any(said.category == "permitted" for said in layout.hits(run)):
        return False
    if any(layout.identity.names) or any(layout.identity.hosts) or "author" in hit.slots or layout.states_author:
        return False
    return any(link.target is Target.HOMEPAGE for link in links[:1]) and not any(
        _signs(layout, r) for r in layout.near()
    )


def _signs(layout: Layout, run: Run) -> bool:
    """Whether a short line names a person as author."""
    hits = layout.hits(run) if len(run.text) <= _SIGNATURE else ()
    return any(h.category == "byline" and "author" in h.slots and names_in(h.slots["author"].text) for h in hits)


def _names_own_site(identity: Identity, text: str) -> bool:
    return names_own(identity, text) or any(host in fold(text) for host in identity.hosts)


def _begins(text: str, start: int) -> bool:
    """Whether a label stands at the start of a line or after a mark that parts it from what is before."""
    before = text[:start].rstrip(" (（[【")
    spaced = text[:start].endswith((" ", "\u3000")) and is_unspaced(before[-1:])
    return not before or spaced or before[-1] in "|/·•—–-:：;；,，)）]】0123456789日" or start <= 3
