"""Rule sets by id, and which of them judge a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from licencecheck.catalogue.families import unported
from licencecheck.catalogue.files import RuleFile
from licencecheck.catalogue.merging import Way, problems, ways
from licencecheck.errors import FileError, RuleSetError, UsageError
from licencecheck.model import Original, Page, RuleSet
from licencecheck.nearest import did_you_mean
from licencecheck.options import Options

if TYPE_CHECKING:
    from licencecheck.catalogue.choosing import Chooser

ANY_REPOST = "any-repost"
"""The rule set of a repost whose publisher has none and that states no licence."""
PERHAPS_REPOST = "perhaps-repost"
"""The rule set of a page that shows signs of a repost, but not enough of them."""


class Catalogue:
    """Rule sets by id; a file is read in full when one of them is asked for."""

    def __init__(self, files: Iterable[RuleFile]) -> None:
        """Hold the rule sets of `files`; the user's own shadow bundled ones of the same id.

        Raises:
            RuleSetError: two files of one origin give the same id.
        """
        ordered = sorted(files, key=lambda file: not file.own)
        for collision in collisions(ordered):
            raise collision
        self._files: dict[str, RuleFile] = {}
        self._shadowed: dict[str, RuleFile] = {}
        for file in ordered:
            if self._files.setdefault(file.id, file) is not file:
                self._shadowed[file.id] = file
        self._ways: dict[str, tuple[Way, ...]] = {}
        self._open: list[str] = []

    @property
    def files(self) -> dict[str, RuleFile]:
        """The head of every rule set by id, the user's own first."""
        return dict(self._files)

    @property
    def names(self) -> frozenset[str]:
        """Every name of every publisher that has a rule set, folded: a page that gives one is worth a closer look."""
        return self._chooser.names

    @cached_property
    def _chooser(self) -> Chooser:
        from licencecheck.catalogue.choosing import Chooser

        return Chooser(file for file in self._files.values() if file.id not in {ANY_REPOST, PERHAPS_REPOST})

    def ruleset(self, name: str) -> RuleSet:
        """Give the rule set `name`; of one that leaves a choice, the first way.

        Raises:
            UsageError: there is none; the message names the nearest.
            RuleSetError: its file cannot be used.
        """
        return self.ways(name)[0].ruleset

    def ways(self, name: str) -> tuple[Way, ...]:
        """Give all ways to comply with the rule set `name`; raises as `ruleset` does."""
        if name not in self._files:
            near = did_you_mean(name, self._files) or "; `licencecheck rules list` names all"
            raise UsageError(f"there is no rule set '{name}'{near}")
        if name not in self._ways:
            self._ways[name] = self._read(name)
        return self._ways[name]

    def of_site(self, names: Iterable[str], urls: Iterable[str]) -> tuple[str, ...]:
        """Name the rule sets of the publisher of a site, known by its names or by addresses on it."""
        return self._chooser.of_site(names, urls)

    def for_page(self, page: Page, options: Options, original: Original | None = None) -> tuple[RuleSet, ...]:
        """Give the rule sets that judge `page`: none for a page that is no repost.

        They are those that `options` name; else those of every publisher in the chain that has one; else that of the
        licence that the article states; else `any-repost`; and beside them that of the platform on which the page
        stands. A page that only may be a repost gets `perhaps-repost`.
        Rule sets that follow each other with one id are ways to comply, of which the best counts.

        Raises:
            UsageError: `options` name a rule set that is not there.
            RuleSetError: a file cannot be used.
        """
        if not page.repost.is_repost:
            return self._still_open(PERHAPS_REPOST, page, original) if page.repost.signals else ()
        if options.publishers:
            return self._all_open(options.publishers, page, original)
        platforms = self._all_open(self._chooser.platforms(page), page, original)
        return (*self._of_source(page, options, original), *platforms)

    def _of_source(self, page: Page, options: Options, original: Original | None) -> tuple[RuleSet, ...]:
        names = self._chooser.publishers(page, options.original)
        if names:
            return self._all_open(names, page, original)
        found = self._chooser.licence(page)
        if found is None:
            return self._still_open(ANY_REPOST, page, original)
        name, stated = found
        rulesets = self._still_open(name, page, original)
        if unported(stated) == stated:
            return rulesets
        return tuple(replace(ruleset, licence=(stated,)) for ruleset in rulesets)

    def _all_open(self, names: Iterable[str], page: Page, original: Original | None) -> tuple[RuleSet, ...]:
        return tuple(ruleset for name in names for ruleset in self._still_open(name, page, original))

    def _still_open(self, name: str, page: Page, original: Original | None) -> tuple[RuleSet, ...]:
        """Give the ways that are not closed by what is known of the original."""
        from licencecheck.conditions import facts_of_original, holds

        every, facts = self.ways(name), facts_of_original(original, page)
        still = [way.ruleset for way in every if holds(way.when, facts) is not False]
        return tuple(still or [every[0].ruleset])

    def _read(self, name: str) -> tuple[Way, ...]:
        """Read a rule set; a user's own that extends its own id means the bundled one, which it shadows."""
        shadowed = self._shadowed.get(name) if self._open.count(name) == 1 else None
        source = (shadowed or self._files[name]).source()
        if name in self._open and shadowed is None:
            raise source.error(f"'{name}' extends itself, by way of {' and '.join(self._open)}", "extends")
        self._open.append(name)
        try:
            return ways(source, self._base, self._files)
        finally:
            self._open.pop()

    def problems(self, name: str) -> list[FileError]:
        """List all for which the rule set `name` cannot be used."""
        return problems(self._files[name].source(), self._base, self._files)

    def _base(self, name: str) -> RuleSet | None:
        return self.ruleset(name) if name in self._files else None


def collisions(files: Iterable[RuleFile]) -> Iterator[RuleSetError]:
    """Yield an error for every file whose id another file of the same origin has before it."""
    first: dict[tuple[str, bool], RuleFile] = {}
    for file in files:
        other = first.setdefault((file.id, file.own), file)
        if other is not file:
            yield RuleSetError(f"the id '{file.id}' is taken by {other.name}; choose another", file.name, 1)
