"""One page through the whole job: read it, choose its rule sets, judge it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from licencecheck.catalogue import Catalogue
from licencecheck.documents import Document
from licencecheck.engine.disowned import disowned
from licencecheck.engine.gone import gone
from licencecheck.engine.inputs import Input
from licencecheck.engine.judging import badness, check
from licencecheck.engine.originals import Finder, Originals
from licencecheck.engine.overriding import options_for
from licencecheck.engine.reading import examined, is_declared, page_in, read_document, surviving
from licencecheck.model import (
    Comparison,
    Confidence,
    Finding,
    Original,
    Page,
    PageReport,
    Relation,
    RepostDecision,
    RuleSet,
    Unreadable,
)
from licencecheck.options import Options


def report_on(
    source: Input,
    options: Options,
    catalogue: Catalogue,
    find: Finder | None = None,
    decision: RepostDecision | None = None,
) -> PageReport | Unreadable:
    """Read and judge one page; a page whose publisher is given by name is a repost, whatever it shows.

    `find` gives its original, by default the one that `options` name or let be found. `decision` says whether it is a
    repost where that is known already.
    """
    document = read_document(source, options)
    if isinstance(document, Unreadable):
        return document

    def read(*, main_text: bool) -> Page:
        page = page_in(document, source, options, catalogue, main_text=main_text)
        return _declared(page, source, options, catalogue, decision)

    def report() -> PageReport:
        """The facts of the page are read while it is judged."""
        page = read(main_text=False)
        original = (find or Originals(options, catalogue).of)(page)
        if original.page is not None:
            page = read(main_text=True)
        return judged(page, options_for(source.path, replace(options, original=original.url)), catalogue, original)

    return surviving(document.path, report)


def judged(page: Page, options: Options, catalogue: Catalogue, original: Original | None = None) -> PageReport:
    """Judge `page` by every rule set that it is under; of several ways to comply with one, the best counts."""
    original = original or Original(url=options.original)
    comparison = compared(page, original)
    ways = list(best_ways(page, options, catalogue, original, comparison))
    findings = [finding for _, findings in ways for finding in findings]
    return PageReport(
        path=page.path,
        repost=page.repost,
        rulesets=tuple(dict.fromkeys(ruleset.id for ruleset, _ in ways)),
        findings=(*findings, *gone(page, original.lookup)),
        comparison=comparison,
        original=original.lookup,
    )


def best_ways(
    page: Page, options: Options, catalogue: Catalogue, original: Original, comparison: Comparison | None
) -> Iterator[tuple[RuleSet, tuple[Finding, ...]]]:
    """Give every rule set that `page` is under, in the way to comply that it comes nearest to, and what is found."""
    for _, ways in groupby(catalogue.for_page(page, options, original), key=lambda ruleset: ruleset.id):
        found = ((way, check(page, way, options, original, comparison)) for way in ways)
        yield min(found, key=lambda each: badness(each[1]))


def page_of(
    document: Document, source: Input, options: Options, catalogue: Catalogue, *, main_text: bool = False
) -> Page | Unreadable:
    """Read all facts of a page as it is judged: what the user declares a repost is one."""
    page = examined(document, source, options, catalogue, main_text=main_text)
    return page if isinstance(page, Unreadable) else _declared(page, source, options, catalogue)


def compared(page: Page, original: Original) -> Comparison | None:
    """Compare the main texts of a page and its original, where that is at hand."""
    if original.page is None:
        return None
    from licencecheck.comparison import compare

    return compare(page, original.page)


def _declared(
    page: Page, source: Input, options: Options, catalogue: Catalogue, decision: RepostDecision | None = None
) -> Page:
    """The page with what the user declares or answers, or what a `decision` says, of its being a repost."""
    if decision is None and is_declared(source, options):
        decision = _given(page.repost)
    decision = decision or disowned(page, options_for(source.path, options), catalogue)
    return replace(page, repost=decision) if decision else page


def _given(decision: RepostDecision) -> RepostDecision:
    """The decision on a page whose publisher was given."""
    if decision.is_repost and decision.confidence is Confidence.HIGH:
        return decision
    return RepostDecision(
        is_repost=True,
        confidence=Confidence.HIGH,
        reason="Its publisher was given",
        signals=("publisher given", *decision.signals),
        relation=decision.relation or Relation.THIRD_PARTY,
    )
