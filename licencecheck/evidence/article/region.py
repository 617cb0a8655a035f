"""Where the prose of a page is: what wraps the article, and the smallest box that holds most of it; in linear time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from licencecheck.evidence.layout.containers import OUTSIDE, Containers
from licencecheck.evidence.layout.runs import Run
from licencecheck.text import compiled, may_be_unspaced

_CJK = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+"
_AT_MOST = 3
"""Characters of an alphabet that one of a text may stand for."""
IN_TEXT = frozenset("p blockquote ul ol li pre h2 h3 h4 h5 h6 dl table".split())  # noqa: SIM905
"""Elements that stand among the paragraphs of an article."""
_PROSE = 40
_MOST_LINKED = 0.3
_WRAPS = 0.4
_HOLDS = 0.6
_NEARLY_ALL = 0.85


@dataclass(frozen=True, slots=True)
class Region:
    """The box of the article and the roles of what stands in it."""

    box: etree._Element | None
    """The smallest element that holds most of the prose outside of sidebars, comments and the like."""
    containers: Containers
    is_article: bool
    """Whether nearly all of that prose stands side by side in the box, which is the article then and nothing more."""

    _inside: dict[etree._Element, bool] = field(default_factory=dict)

    def holds(self, element: etree._Element) -> bool:
        """Whether `element` stands in the box, or is it."""
        path: list[etree._Element] = []
        node: etree._Element | None = element
        while node is not None and node is not self.box and node not in self._inside:
            path.append(node)
            node = node.getparent()
        inside = node is not None and (node is self.box or self._inside[node])
        for step in path:
            self._inside[step] = inside
        return inside

    def ends_in(self, runs: Sequence[Run]) -> tuple[int, int] | None:
        """Indices of the first and the last of all runs that has text and stands in the box."""
        first = next((run.index for run in runs if run.text and self.holds(run.element)), None)
        last = next((run.index for run in reversed(runs) if run.text and self.holds(run.element)), None)
        return None if first is None or last is None else (first, last)

    def runs_in(self, runs: Iterable[Run]) -> list[Run]:
        """Pick the runs that have text and stand in the box."""
        return [] if self.box is None else runs_within(self.box, runs)

    def paragraphs_in(self, runs: Iterable[Run]) -> list[Run]:
        """Pick the prose in the box, and what stands beside it in the same kind of element, or in one of text."""
        inside = self.runs_in(runs)
        prose = {run.index: run.element for run in inside if is_prose(run)}
        beside = {element.tag for element in prose.values() if element.getparent() is self.box}
        children = () if self.box is None else (child for child in self.box if child.tag in beside | IN_TEXT)
        elements = {self.box, *(element for child in children for element in child.iter())}
        return [run for run in inside if run.index in prose or run.element in elements]


def runs_within(box: etree._Element, runs: Iterable[Run]) -> list[Run]:
    """Pick the runs that have text and stand in `box`."""
    elements = set(box.iter())
    return [run for run in runs if run.text and run.element in elements]


def extent(text: str) -> int:
    """Length of a text in characters of an alphabet: a Chinese, Japanese or Korean one says as much as three."""
    dense = compiled(_CJK).findall(text) if may_be_unspaced(text) else ()
    return len(text) + (_AT_MOST - 1) * sum(map(len, dense))


def linked(run: Run) -> int:
    """Count the characters of a run that are anchor text."""
    return 0 if not run.anchors else sum(link.end - link.start for link in run.links)


def is_prose(run: Run) -> bool:
    """Whether a run is as long as a sentence and more than links."""
    length = len(run.text)
    if length < _PROSE and (length < _PROSE / _AT_MOST or extent(run.text) < _PROSE):
        return False
    return linked(run) <= _MOST_LINKED * length


def region_of(runs: Sequence[Run]) -> Region:
    """Find the region of the article among the runs of a page."""
    prose = [run for run in runs if is_prose(run)]
    depths = depths_of(prose)
    within = _characters_within(prose, depths)
    most = max(within.values(), default=0)
    containers = Containers(frozenset(_wrappers(within, _WRAPS * most)))
    prose = [run for run in prose if containers.role_of(run.element) not in OUTSIDE]
    within = _characters_within(prose, depths)
    most = max(within.values(), default=0)
    boxes = [element for element, characters in within.items() if characters >= _HOLDS * most]
    box = max(boxes, key=lambda element: depths[element], default=None)
    beside = sum(len(run.text) for run in prose if run.element.getparent() is box)
    return Region(box, containers, is_article=box is not None and beside >= _NEARLY_ALL * most)


def _wrappers(within: Mapping[etree._Element, int], least: float) -> Iterator[etree._Element]:
    """The heaviest elements from the root down that hold `least` characters: a long consent dialog is none of them."""
    heaviest: dict[etree._Element | None, etree._Element] = {}
    for element in sorted(within, key=within.__getitem__, reverse=True):
        if within[element] >= least:
            heaviest.setdefault(element.getparent(), element)
    step: etree._Element | None = None
    while step in heaviest:
        step = heaviest[step]
        yield step


def _characters_within(runs: Iterable[Run], depths: Mapping[etree._Element, int]) -> dict[etree._Element, int]:
    """Characters of `runs` in each element, counted from the deepest up."""
    within: dict[etree._Element, int] = defaultdict(int)
    for run in runs:
        within[run.element] += len(run.text)
    levels: dict[int, list[etree._Element]] = defaultdict(list)
    for element in within:
        levels[depths[element]].append(element)
    for depth in range(max(levels, default=0), 1, -1):
        for element in levels[depth]:
            parent = element.getparent()
            if parent is not None:
                if parent not in within:
                    levels[depth - 1].append(parent)
                within[parent] += within[element]
    return within


def depths_of(runs: Iterable[Run]) -> dict[etree._Element, int]:
    """Levels of the elements that hold runs; the root is level 1."""
    depths: dict[etree._Element, int] = {}
    for run in runs:
        path = []
        node: etree._Element | None = run.element
        while node is not None and node not in depths:
            path.append(node)
            node = node.getparent()
        depth = depths[node] if node is not None else 0
        for step in reversed(path):
            depth += 1
            depths[step] = depth
    return depths
