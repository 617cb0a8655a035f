"""The links of a statement: which of a paragraph's links are meant, the best first."""

from __future__ import annotations

import re

from licencecheck.evidence.credits.candidate import LONG, SHORT
from licencecheck.evidence.credits.names import is_generic
from licencecheck.evidence.layout.layout import Layout
from licencecheck.evidence.layout.runs import Run, RunLink
from licencecheck.model import Link, Target
from licencecheck.urls import is_profile

BEST_FIRST = (Target.ARTICLE, Target.HOMEPAGE, Target.RELATIVE, Target.DEAD, Target.OTHER, Target.NONE)
_SENTENCE_END = re.compile(r"[.!?。！？](?:\s|$)|\s\|\s")
_FILE = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|mp[34]|zip)(?:[?#]|$)", re.IGNORECASE)


def links_of(layout: Layout, run: Run, start: int, end: int) -> list[tuple[Link, RunLink]]:
    """Links of a statement, best first: of its sentence, else a "here" beside it, else of the line after a colon."""
    low, high = _sentence(run.text, start, end)
    spans = [s for s in run.links if s.start < high and s.end > low]
    if not spans and len(run.text) <= LONG:
        spans = [s for s in run.links if is_generic(run.text[s.start : s.end])]
    if not spans and run.text.rstrip().endswith((":", "：")) and run.index + 1 < len(layout.runs):
        run = layout.runs[run.index + 1]
        spans = list(run.links) if len(run.text) <= SHORT else []
    pairs = [(layout.link(run, s), s) for s in spans]
    pairs = [(link, s) for link, s in pairs if _may_credit(link, s, start, end)]

    def rank(pair: tuple[Link, RunLink]) -> tuple[int, int]:
        link, span = pair
        gap = max(span.start - end, start - span.end, 0)
        return BEST_FIRST.index(Target.OTHER if is_profile(link.url) else link.target), gap

    return sorted(pairs, key=rank)


def _may_credit(link: Link, span: RunLink, start: int, end: int) -> bool:
    """Whether a link may be that of the statement: pictures are not, and dead ones only if they are its own words."""
    if link.target is Target.NONE or (link.url and _FILE.search(link.url)):
        return False
    return link.target is not Target.DEAD or (span.start < end and span.end > start)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    low = 0
    for match in _SENTENCE_END.finditer(text, 0, start):
        low = match.end()
    after = _SENTENCE_END.search(text, end)
    return low, after.end() if after else len(text)
