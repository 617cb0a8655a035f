"""Teasers: short parts of a page that each begin with a link to another page of the site, of which they tell.

Cards are links that hold the title of another page and more lines about it. What a teaser or a card says of an origin,
it says of that page.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from lxml import etree

from licencecheck.evidence.layout.containers import words_of
from licencecheck.evidence.layout.layout import Layout
from licencecheck.evidence.layout.runs import Run
from licencecheck.model import Target
from licencecheck.text import bare

_ITEMS = frozenset(["li", "tr"])
_BOXES = frozenset(["article", "section", "div", *_ITEMS])
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_TITLES = frozenset({"title", "headline"})
_LEVELS = 6
_HEADING, _LED = 40, 3
"""Characters of a heading above a list of links, and of a mark before its words."""
_BEFORE = 8
"""Words before the link: a date, a category."""
_FEWEST, _MOST = 8, 200
"""Words of a teaser."""
_OTHERS, _NEIGHBOURS = 2, 20
"""As many teasers stand beside one, at least, among so many neighbours on each side."""


def in_teaser(layout: Layout, element: etree._Element) -> bool:
    """Whether `element` stands in one of several teasers."""
    box: etree._Element | None = element
    for _ in range(_LEVELS):
        if box is None:
            return False
        if box.tag in _BOXES and _is_teaser(layout, box) and _has_others(layout, box):
            return True
        box = box.getparent()
    return False


def in_card(layout: Layout, run: Run) -> bool:
    """Whether a line is one of several within one link, beside the title of the page that it leads to."""
    link = next((each for each in islice(run.element.iterancestors(), _LEVELS) if each.tag == "a"), None)
    if link is None or not any(link in layout.runs[at].anchors for at in _beside(layout, run)):
        return False
    within = islice(link.iter("*"), _MOST)
    return any(each.tag in _HEADINGS or not _TITLES.isdisjoint(words_of(each)) for each in within)


def in_list_of_related(layout: Layout, run: Run) -> bool:
    """Whether a line stands in a list below a heading such as "Read also"."""
    item = next(
        (each for each in (run.element, *islice(run.element.iterancestors(), _LEVELS)) if each.tag == "li"), None
    )
    within = None if item is None else item.getparent()
    above = run.index - 1
    while within is not None and above >= 0 and run.index - above <= _NEIGHBOURS:
        heading = layout.runs[above]
        if within not in islice(heading.element.iterancestors(), _LEVELS):
            return len(heading.text) <= _HEADING and _heads_related(layout, heading, run)
        above -= 1
    return False


def _heads_related(layout: Layout, heading: Run, run: Run) -> bool:
    """Whether a heading calls to read what stands below it."""
    said = f"{heading.text.rstrip(' :：')}: {run.text[:_HEADING]}"
    return any(hit.category == "related" and hit.start <= _LED for hit in layout.hits_in(said))


def _beside(layout: Layout, run: Run) -> Iterator[int]:
    return (at for at in (run.index - 1, run.index + 1) if 0 <= at < len(layout.runs))


def _has_others(layout: Layout, box: etree._Element) -> bool:
    beside = chain(*(islice(box.itersiblings(box.tag, preceding=way), _NEIGHBOURS) for way in (True, False)))
    return len(list(islice((each for each in beside if _is_teaser(layout, each)), _OTHERS))) == _OTHERS


def _is_teaser(layout: Layout, box: etree._Element) -> bool:
    """Whether a box is short, begins with a link to another page of the site, and says more than that."""
    words, link = 0, None
    for event, node in etree.iterwalk(box, events=("start", "end")):
        if event == "start":
            link = node if link is None and node.tag == "a" else link
            words += _count(node.text)
        elif node is not box:
            words += _count(node.tail)
        if words > (_BEFORE if link is None else _MOST):
            return False
    if link is None or words < _FEWEST or not (box.tag in _ITEMS or _is_heading(link)):
        return False
    return _leads_on(layout, link)


def _is_heading(link: etree._Element) -> bool:
    """Whether a link is, holds or is held by a heading."""
    around = islice(link.iterancestors(), 2)
    return any(each.tag in _HEADINGS for each in around) or next(link.iter(*_HEADINGS), None) is not None


def _count(text: str | None) -> int:
    """Words of a text, counted no further than one more than a teaser has."""
    return len(text.split(None, _MOST)) if text else 0


def _leads_on(layout: Layout, link: etree._Element) -> bool:
    """Whether a link leads to a page of the site that is not this one."""
    target, _ = layout.target(link)
    words = bare("".join(map(str, link.itertext())))
    return target is Target.RELATIVE and not (words and words in bare(layout.title or ""))
