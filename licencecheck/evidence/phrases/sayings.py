"""What the lines of a page may say, told by their words alone: a fraction of the time that it takes to read them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from licencecheck.evidence.phrases.folding import END
from licencecheck.evidence.phrases.index import Index
from licencecheck.evidence.phrases.lines import FoldedLines
from licencecheck.evidence.phrases.templates import WHOLE, Needs, Places, Template, words_of


class Sayings:
    """The lines of one page in which wordings may stand, told for each category when it is asked for, and once."""

    def __init__(self, indices: Iterable[Index], lines: FoldedLines) -> None:
        """Prepare to look for the templates of `indices` in `lines`."""
        self._searches = [_Search(index, lines) for index in indices]
        self._told: dict[str, frozenset[int]] = {}

    def about(self, categories: frozenset[str]) -> frozenset[int]:
        """Indices of the lines in which some wording of these categories may stand; few do."""
        return frozenset().union(*map(self._saying, categories))

    def _saying(self, category: str) -> frozenset[int]:
        if category not in self._told:
            found: set[int] = set()
            for search in self._searches:
                search.add_lines(category, found)
            self._told[category] = frozenset(found)
        return self._told[category]


class _Search:
    """The templates of one language in the lines of one page."""

    def __init__(self, index: Index, lines: FoldedLines) -> None:
        self._index = index
        self._lines = lines
        self._places: dict[int, Places] = {}

    def add_lines(self, category: str, found: set[int]) -> None:
        """Add the lines that hold what a wording of `category` needs, and match it, to those `found`."""
        for template in self._templates.get(category, ()):
            for at in self._holding(template.needs) - found:
                places = self._places_in(at)
                if len(places.text) > END or any(template.matches(places)):
                    found.add(at)

    @cached_property
    def _templates(self) -> Mapping[str, Sequence[Template]]:
        """By category those of which a word stands on the page."""
        by_category: dict[str, list[Template]] = defaultdict(list)
        for template in self._index.naming(self._index.telling(self._lines.text, self._lines.words)):
            by_category[template.category].append(template)
        return by_category

    def _holding(self, needs: Needs) -> frozenset[int]:
        look = self._lines.naming if self._index.spaced else self._lines.holding
        found = look(needs[0])
        for need in needs[1:]:
            if not found:
                break
            found &= look(need)
        return found

    def _places_in(self, at: int) -> Places:
        if at not in self._places:
            line = self._lines.line(at)
            telling = () if len(line) <= WHOLE else self._index.telling(line, words_of(line))
            self._places[at] = Places(line, telling, spaced=self._index.spaced)
        return self._places[at]
