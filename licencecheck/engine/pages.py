"""One page through the whole job: read it, choose its rule sets, judge it."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from itertools import groupby

from licencecheck.catalogue import Catalogue
from licencecheck.documents import Empty, read_file
from licencecheck.engine.inputs import Input
from licencecheck.engine.judging import best, check
from licencecheck.model import Confidence, Finding, Page, PageReport, Relation, RepostDecision, Unreadable
from licencecheck.options import Options


@dataclass(frozen=True, slots=True)
class Skipped(Unreadable):
    """An empty file in a folder: named in the report, but no trouble."""


def read_page(source: Input, options: Options, catalogue: Catalogue, *, main_text: bool = False) -> Page | Unreadable:
    """Read one page with all its facts; an empty file that is not named itself is `Skipped`."""
    document = read_file(source.path, url=options.url, max_bytes=options.max_bytes, max_elements=options.max_elements)
    if isinstance(document, Unreadable):
        is_skipped = isinstance(document, Empty) and not source.named
        return Skipped(path=document.path, reason=document.reason) if is_skipped else document
    from licencecheck.evidence.page import page_of

    try:
        return page_of(
            document,
            profile=options.profile,
            known=catalogue.names,
            main_text=main_text,
            thorough=_is_declared(source, options),
        )
    except Exception as bug:  # a fault of ours on one page must not lose the results of the others
        if "LICENCECHECK_DEBUG" in os.environ:
            raise
        reason = (
            f"The page could not be examined ({type(bug).__name__}): this is a bug of licencecheck, please report it"
        )
        return Unreadable(path=document.path, reason=reason)


def report_on(source: Input, options: Options, catalogue: Catalogue) -> PageReport | Unreadable:
    """Read and judge one page; a page whose publisher is given by name is a repost, whatever it shows."""
    page = read_page(source, options, catalogue)
    if isinstance(page, Unreadable):
        return page
    if _is_declared(source, options):
        page = replace(page, repost=_declared(page.repost))
    return judged(page, options, catalogue)


def judged(page: Page, options: Options, catalogue: Catalogue) -> PageReport:
    """Judge `page` by every rule set that it is under; of several ways to comply with one, the best counts."""
    findings: list[Finding] = []
    rulesets = catalogue.for_page(page, options)
    for _, ways in groupby(rulesets, key=lambda ruleset: ruleset.id):
        findings += best([check(page, way, options) for way in ways])
    return PageReport(
        path=page.path,
        repost=page.repost,
        rulesets=tuple(dict.fromkeys(ruleset.id for ruleset in rulesets)),
        findings=tuple(findings),
    )


def _is_declared(source: Input, options: Options) -> bool:
    """Whether the user says that the page is a repost: on a folder, `--publisher` only chooses the rules."""
    return bool(options.publishers) and source.named


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
