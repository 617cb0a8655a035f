"""Findings on built pages, traced back to what their author writes: the post, or the theme that drops what it says.

The built page is what readers see, so its verdicts count. Where a post states what its page lacks, the post is in
order: the theme, or the generator's Markdown, is to be mended.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace
from itertools import islice

from licencecheck.catalogue import ANY_REPOST, PERHAPS_REPOST, Catalogue
from licencecheck.engine.changes import changed_since
from licencecheck.engine.inputs import Input, is_post
from licencecheck.engine.originals import Finder, Originals
from licencecheck.engine.overriding import with_answers_of
from licencecheck.engine.pages import report_on
from licencecheck.engine.pairing import Posts, links_of, made_from, shows_part_of
from licencecheck.engine.theme import Dropped, Sites, said_once
from licencecheck.model import (
    Confidence,
    Counter,
    Embed,
    Excused,
    Fact,
    Finding,
    Outcome,
    PageReport,
    Place,
    RepostDecision,
    Unreadable,
)
from licencecheck.options import Options

_GENERAL = frozenset([ANY_REPOST, PERHAPS_REPOST])
_IN_HEAD = frozenset(["canonical-link", "noindex", "head-meta"])
"""Duties that the head of a page fulfils, unseen."""
_LIST = RepostDecision(
    is_repost=False, confidence=Confidence.HIGH, reason="It lists posts that have pages of their own"
)
_MOST_LISTED = 50
"""Reposts to which a page links that are looked at."""
_ONCE = "The theme drops it; that is said once for all pages"


Pages = list[PageReport]


def traced(
    pages: Pages, posts: Mapping[Input, bool], options: Options, catalogue: Catalogue, find: Finder
) -> tuple[Pages, tuple[PageReport, ...]]:
    """Join what is said of built pages with what is said of their posts, and say apart what the theme drops.

    The `posts` stand among `pages` too, each with whether the run was asked to check it: of the others no more is told
    than what is found on their pages. A page whose post is not certain stays as it is.
    """
    by_path = {page.path: page for page in pages}
    asked = {post.path: is_asked for post, is_asked in posts.items()}
    names = Posts(asked)
    post_of = _pairs(by_path, names, options)
    paired = frozenset(post_of.values())
    sites = Sites()
    dropped: list[Dropped] = []
    joined: list[PageReport] = []
    for page in pages:
        if page.path in post_of:
            built, post = _under_the_same_rules(page, by_path[post_of[page.path]], options, catalogue, find)
            joined.append(_joined(built, post, sites, dropped))
        elif page.findings and _is_list(page.path, paired, names, options):
            joined.append(PageReport(path=page.path, repost=_LIST))
        elif asked.get(page.path, True) and page.path not in paired:
            joined.append(page)
    if options.changed_since is None:
        return joined, said_once(dropped, sites)
    touched = changed_since(options.changed_since, options.root)
    joined = [
        page for page in joined if any(os.path.realpath(path) in touched for path in (page.path, page.built) if path)
    ]
    return joined, said_once(dropped, sites, touched)


def _pairs(pages: Mapping[str, PageReport], names: Posts, options: Options) -> dict[str, str]:
    """Give the post of every built page that may be a repost, where the two belong to each other alone."""
    made: dict[str, list[str]] = defaultdict(list)
    for path, page in pages.items():
        candidates = [] if is_post(path) else [post for post in names.named_like(path) if post in pages]
        if not (page.findings or any(pages[post].findings for post in candidates)):
            continue
        proven = made_from(path, candidates, options)
        if len(proven) == 1:
            made[proven[0]].append(path)
    return {built[0]: post for post, built in made.items() if len(built) == 1}


def _is_list(path: str, paired: Collection[str], names: Posts, options: Options) -> bool:
    """Whether a built page that has no post of its own links to the page of a repost and shows a part of it."""
    if is_post(path):
        return False
    linked = (post for href in links_of(path, options) for post in names.named_like(href) if post in paired)
    return shows_part_of(path, list(islice(dict.fromkeys(linked), _MOST_LISTED)), options)


def _under_the_same_rules(
    built: PageReport, post: PageReport, options: Options, catalogue: Catalogue, find: Finder
) -> tuple[PageReport, PageReport]:
    """Judge both by all that either of them shows of its origin: a theme may drop the very sign of a repost.

    What a person answered for the post is answered for its page.
    """
    answered = with_answers_of(post.path, built.path, options)
    decision = max((post.repost, built.repost), key=lambda each: each.confidence.rank * each.is_repost)
    named = tuple(dict.fromkeys((*post.rulesets, *built.rulesets)))
    if decision.is_repost:
        named = tuple(name for name in named if name not in _GENERAL) or (ANY_REPOST,)

    def judged(page: PageReport, find: Finder) -> PageReport:
        named_only = replace(answered, publishers=named)
        report = report_on(Input(page.path, named=True), named_only, catalogue, find, decision)
        return page if isinstance(report, Unreadable) else report

    def is_so(page: PageReport) -> bool:
        return page.rulesets == named and page.repost.confidence is decision.confidence

    post = post if is_so(post) else judged(post, find)
    known = post.original
    if known and known.path and not known.trouble and known != built.original:  # the front matter names its file
        return judged(built, Originals(replace(options, original=known.path), catalogue).of), post
    return built if is_so(built) and answered is options else judged(built, find), post


def _joined(built: PageReport, post: PageReport, sites: Sites, dropped: list[Dropped]) -> PageReport:
    """Say the verdicts on the built page of the post; what only the theme is to blame for goes to `dropped`."""
    said = {finding.rule.name: finding for finding in reversed(post.findings)}
    kept: list[Finding] = []
    excused: list[Excused] = []
    for finding in built.findings:
        same = said.get(finding.rule.name)
        lost = _lost(finding, same) if same else None
        if same is None or finding.verdict.outcome is Outcome.PASS is not same.verdict.outcome:
            kept.append(finding)
        elif lost and (key := _key(lost)):
            place = Place.META if finding.rule.requires in _IN_HEAD else Place.BODY
            dropped.append(Dropped(finding=finding, key=key, place=place, post=post.path))
            excused.append(Excused(finding=_placed(finding, same), reason=_ONCE))
        else:
            kept.append(_lost_on_the_way(finding, lost, sites) if lost else _placed(finding, same))
    return replace(built, path=post.path, built=built.path, findings=tuple(kept), excused=tuple(excused))


def _lost(finding: Finding, same: Finding) -> Fact | None:
    """What proves that the post does, or may do, what its page does not."""
    if finding.verdict.outcome is not Outcome.FAIL or same.verdict.outcome is Outcome.FAIL:
        return None
    stated = same.verdict.evidence
    if same.verdict.outcome is Outcome.PASS:
        return next(iter(stated), None)
    return next((fact for fact in stated if _key(fact)), None)


def _key(fact: Fact) -> str | None:
    """The key of the front matter that states a fact."""
    element = fact.location.element
    return element if element and not element.startswith("/") else None


def _placed(finding: Finding, same: Finding) -> Finding:
    """The finding on a page where the post has it; what is wrong in the post itself, in the words of that."""
    mine, theirs = finding.verdict, same.verdict
    if mine.message == theirs.message or (mine.outcome is theirs.outcome and theirs.evidence):
        return replace(finding, verdict=theirs)
    return replace(finding, verdict=replace(mine, location=theirs.location, paste=theirs.paste or mine.paste))


def _lost_on_the_way(finding: Finding, stated: Fact, sites: Sites) -> Finding:
    """The finding that a page lacks what is `stated` in the body of its post, and why, where that is known."""
    html = sites.what_becomes_of_html(stated.location.path) if isinstance(stated, Counter | Embed) else None
    message = f"{finding.verdict.message}, though the post has it" + (f": {html}" if html else "")
    return replace(finding, verdict=replace(finding.verdict, message=message, location=stated.location, paste=None))
