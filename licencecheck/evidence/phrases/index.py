"""The templates of one language, found by the rarest words that they need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from collections.abc import Set as AbstractSet

from licencecheck.evidence.phrases.templates import Template


class Index:
    """Templates by the rarest words that they need."""

    def __init__(self, templates: Iterable[Template], *, spaced: bool) -> None:
        """Index the `templates` of a language; `spaced`: spaces part its words."""
        self.spaced = spaced
        self._by_word: dict[str, list[tuple[int, Template]]] = defaultdict(list)
        for order, template in enumerate(templates):
            for word in template.needs[0]:
                self._by_word[word].append((order, template))
        self._by_first: dict[str, list[str]] = defaultdict(list)
        for word in self._by_word:
            self._by_first[word[0]].append(word)

    def naming(self, telling: Collection[str]) -> list[Template]:
        """The templates that are found by one of the words `telling`, in their order."""
        found = {order: template for word in telling for order, template in self._by_word[word]}
        return [found[order] for order in sorted(found)]

    def telling(self, text: str, words: AbstractSet[str]) -> Collection[str]:
        """The words of the index that stand in the folded `text`, whose words are `words`."""
        if self.spaced:
            return self._by_word.keys() & words
        firsts = self._by_first.keys() & set(text)
        return [word for first in firsts for word in self._by_first[first] if word in text]
