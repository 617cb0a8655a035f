"""The links of a statement: which of a paragraph's links are meant, the best first."""

from __future__ import annotations

import re

from licencecheck.evidence.credits.candidate import LONG, SHORT
from licencecheck.evidence.credits.linked import Linked, linked
from licencecheck.evidence.credits.names import URL, is_generic, is_original, stands_in
from licencecheck.evidence.layout.containers import OUTSIDE
from licencecheck.evidence.layout.fields import fields_around
from licencecheck.evidence.layout.layout import Layout
from licencecheck.evidence.layout.runs import Run
from licencecheck.evidence.licences.addresses import licence_of_url
from licencecheck.model import Place, Target
from licencecheck.text import same_name
from licencecheck.urls import is_profile

BEST_FIRST = (Target.ARTICLE, Target.HOMEPAGE, Target.RELATIVE, Target.DEAD, Target.OTHER, Target.NONE)
_SENTENCE_END = re.compile(r"[.!?。！？](?:\s|$)|\s\|\s")
_MOST_OF_IT = 0.8
"""Share of a line from which on its link is all that it says."""
_ELSEWHERE = frozenset({Target.ARTICLE, Target.HOMEPAGE})
_FILE = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|mp[34]|zip)(?:[?#]|$)", re.IGNORECASE)


def links_of(layout: Layout, run: Run, start: int, end: int) -> list[Linked]:
    """Links of a statement, best first: of its sentence, else a "here" beside it, else of the line after a colon."""
    low, high = sentence_of(run.text, start, end)
    spans = [s for s in run.links if stands_in(s, low, high)]
    if len(run.text) <= LONG:
        more = (s for s in run.links if s not in spans)
        spans += [s for s in more if is_generic(said := run.text[s.start : s.end]) or is_original(said)]
    links = [linked(layout, run, s) for s in spans]

    def rank(link: Linked) -> tuple[int, int]:
        gap = max(link.span.start - end, start - link.span.end, 0)
        return BEST_FIRST.index(Target.OTHER if is_profile(link.url) else link.target), gap

    return sorted((link for link in links if _may_credit(link, start, end)), key=rank)


def links_after(layout: Layout, run: Run) -> list[Linked]:
    """The link of the line after a statement that links nothing.

    That is one after a colon, one that calls to read the original, or at the top the title or the author.
    """
    if len(run.text) > SHORT or run.index + 1 >= len(layout.runs):
        return []
    following = layout.runs[run.index + 1]
    if layout.role(following) in OUTSIDE or len(following.text) > SHORT:
        return []
    links = [linked(layout, following, span) for span in following.links]
    if not run.text.rstrip().endswith((":", "：")):
        if following.images or len(links) != 1 or links[0].target is not Target.ARTICLE:
            return []
        whole = links[0].span.end - links[0].span.start >= _MOST_OF_IT * len(following.text)
        called = whole and (is_generic(links[0].words) or URL.match(links[0].words))
        at_top = layout.place(run) in {Place.TOP, Place.BYLINE}
        if not called and not (at_top and (whole or any(h.category == "byline" for h in layout.hits(following)))):
            return []
    return [link for link in links if not is_profile(link.url) and link.target is not Target.DEAD]


def links_of_logo(layout: Layout, run: Run, name: str | None) -> list[Linked]:
    """The link of the logo above a statement, if it is called by the name of the party."""
    above = layout.runs[run.index - 1] if run.index else None
    if above is None or above.text or not name or not above.images or layout.role(above) in OUTSIDE:
        return []
    logos = (linked(layout, above, span) for span in above.links)
    return [logo for logo in logos if logo.target in _ELSEWHERE and same_name(logo.words, name)]


def links_of_fields(layout: Layout, run: Run) -> list[Linked]:
    """The links of a field beside a statement that is one: "Link: https://..."."""
    fields = (
        (label, value) for label, value in fields_around(layout.runs, run) if is_generic(label.text.rstrip(" :："))
    )
    links = (linked(layout, value, span) for _, value in fields for span in value.links[:1])
    return [link for link in links if link.target in _ELSEWHERE]


def _may_credit(link: Linked, start: int, end: int) -> bool:
    """Whether a link may be that of the statement: no picture or licence, a dead one only if it is its own words."""
    if link.target is Target.NONE or (link.url and (_FILE.search(link.url) or licence_of_url(link.url))):
        return False
    return link.target is not Target.DEAD or (link.span.start < end and link.span.end > start)


def sentence_of(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence begins and ends that holds the characters `start` to `end`."""
    low = 0
    for match in _SENTENCE_END.finditer(text, 0, start):
        low = match.end()
    after = _SENTENCE_END.search(text, end)
    return low, after.end() if after else len(text)
