"""The links of a statement: which of a paragraph's links are meant, the best first."""

from __future__ import annotations

import re

from licencecheck.evidence.credits.candidate import LONG, SHORT
from licencecheck.evidence.credits.names import is_generic, stands_in
from licencecheck.evidence.layout.containers import OUTSIDE
from licencecheck.evidence.layout.layout import Layout
from licencecheck.evidence.layout.runs import Run, RunLink
from licencecheck.model import Link, Place, Target
from licencecheck.urls import is_profile

BEST_FIRST = (Target.ARTICLE, Target.HOMEPAGE, Target.RELATIVE, Target.DEAD, Target.OTHER, Target.NONE)
_SENTENCE_END = re.compile(r"[.!?。！？](?:\s|$)|\s\|\s")
_MOST_OF_IT = 0.8
"""Share of a line from which on its link is all that it says."""
_FILE = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|mp[34]|zip)(?:[?#]|$)", re.IGNORECASE)


def links_of(layout: Layout, run: Run, start: int, end: int) -> list[tuple[Link, RunLink]]:
    """Links of a statement, best first: of its sentence, else a "here" beside it, else of the line after a colon."""
    low, high = sentence_of(run.text, start, end)
    spans = [s for s in run.links if stands_in(s, low, high)]
    if len(run.text) <= LONG:
        spans += [s for s in run.links if s not in spans and is_generic(run.text[s.start : s.end])]
    pairs = [(layout.link(run, s), s) for s in spans]
    pairs = [(link, s) for link, s in pairs if _may_credit(link, s, start, end)]

    def rank(pair: tuple[Link, RunLink]) -> tuple[int, int]:
        link, span = pair
        gap = max(span.start - end, start - span.end, 0)
        return BEST_FIRST.index(Target.OTHER if is_profile(link.url) else link.target), gap

    return sorted(pairs, key=rank)


def links_after(layout: Layout, run: Run) -> list[tuple[Link, RunLink]]:
    """The link of the line after a statement that links nothing: after a colon, or title or author at the top."""
    if len(run.text) > SHORT or run.index + 1 >= len(layout.runs):
        return []
    following = layout.runs[run.index + 1]
    if layout.role(following) in OUTSIDE or len(following.text) > SHORT:
        return []
    pairs = [(layout.link(following, span), span) for span in following.links]
    if not run.text.rstrip().endswith((":", "：")):
        if following.images or layout.place(run) not in {Place.TOP, Place.BYLINE}:
            return []
        signed = any(hit.category == "byline" for hit in layout.hits(following))
        whole = sum(span.end - span.start for _, span in pairs) >= _MOST_OF_IT * len(following.text)
        if not (signed or whole) or len(pairs) != 1 or pairs[0][0].target is not Target.ARTICLE:
            return []
    return [(link, span) for link, span in pairs if not is_profile(link.url) and link.target is not Target.DEAD]


def _may_credit(link: Link, span: RunLink, start: int, end: int) -> bool:
    """Whether a link may be that of the statement: pictures are not, and dead ones only if they are its own words."""
    if link.target is Target.NONE or (link.url and _FILE.search(link.url)):
        return False
    return link.target is not Target.DEAD or (span.start < end and span.end > start)


def sentence_of(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence begins and ends that holds the characters `start` to `end`."""
    low = 0
    for match in _SENTENCE_END.finditer(text, 0, start):
        low = match.end()
    after = _SENTENCE_END.search(text, end)
    return low, after.end() if after else len(text)
