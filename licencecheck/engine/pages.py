"""One page through the whole job: read it, choose its rule sets, judge it."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from licencecheck.catalogue import Catalogue
from licencecheck.engine.inputs import Input
from licencecheck.engine.judging import best, check
from licencecheck.engine.originals import original_given
from licencecheck.engine.overriding import options_for
from licencecheck.engine.reading import is_declared, read_page
from licencecheck.model import (
    Comparison,
    Confidence,
    Finding,
    Original,
    Page,
    PageReport,
    Relation,
    RepostDecision,
    Unreadable,
)
from licencecheck.options import Options


def report_on(
    source: Input, options: Options, catalogue: Catalogue, original: Original | None = None
) -> PageReport | Unreadable:
    """Read and judge one page; a page whose publisher is given by name is a repost, whatever it shows.

    The original is what `options` name, unless it is given as it was read.
    """
    original = original or original_given(options, catalogue)
    page = read_page(source, options, catalogue, main_text=original.page is not None)
    if isinstance(page, Unreadable):
        return page
    if is_declared(source, options):
        page = replace(page, repost=_declared(page.repost))
    return judged(page, options_for(source.path, options), catalogue, original)


def judged(page: Page, options: Options, catalogue: Catalogue, original: Original | None = None) -> PageReport:
    """Judge `page` by every rule set that it is under; of several ways to comply with one, the best counts."""
    original = original or Original(url=options.original)
    comparison = _compared(page, original)
    findings: list[Finding] = []
    rulesets = catalogue.for_page(page, options)
    for _, ways in groupby(rulesets, key=lambda ruleset: ruleset.id):
        findings += best([check(page, way, options, original, comparison) for way in ways])
    return PageReport(
        path=page.path,
        repost=page.repost,
        rulesets=tuple(dict.fromkeys(ruleset.id for ruleset in rulesets)),
        findings=tuple(findings),
        comparison=comparison,
    )


def _compared(page: Page, original: Original) -> Comparison | None:
    if original.page is None:
        return None
    from licencecheck.comparison import compare

    return compare(page, original.page)


def _declared(decision: RepostDecision) -> RepostDecision:
    if decision.is_repost and decision.confidence is Confidence.HIGH:
        return decision
    return RepostDecision(
        is_repost=True,
        confidence=Confidence.HIGH,
        reason="Its publisher was given",
        signals=("publisher given", *decision.signals),
        relation=decision.relation or Relation.THIRD_PARTY,
    )
