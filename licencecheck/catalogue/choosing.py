"""Which rule sets judge a page: those of the publishers that it credits, of its licence, of the platform it is on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from licencecheck.catalogue.families import unported
from licencecheck.catalogue.files import RuleFile
from licencecheck.model import Page, Party, Scope
from licencecheck.parties import domains_of, names_of
from licencecheck.text import bare, fold
from licencecheck.urls import host_of, on_domains


class Chooser:
    """An index of the rule files by the names and hosts of their publishers and by licence."""

    def __init__(self, files: Iterable[RuleFile]) -> None:
        """Index the rule sets of `files`; where two fit a page, both judge it, in this order."""
        self._by_name: dict[str, list[str]] = {}
        self._by_domain: dict[str, list[tuple[str, str]]] = {}
        self._by_platform: dict[str, str] = {}
        self._by_licence: dict[str, str] = {}
        self._names: set[str] = set()
        for file in files:
            if file.layer == "licence":
                for licence in file.licence:
                    self._by_licence.setdefault(licence, file.id)
            elif file.layer == "platform":
                self._names |= set(map(fold, names_of(file.publisher)))
                self._by_platform |= dict.fromkeys(domains_of(file.publisher), file.id)
            else:
                self._add(file.publisher, file.id)

    def _add(self, publisher: Party, ruleset: str) -> None:
        for name in names_of(publisher):
            self._names.add(fold(name))
            self._by_name.setdefault(bare(name), []).append(ruleset)
        for domain in domains_of(publisher):
            self._by_domain.setdefault(host_of(domain.removeprefix("*.")), []).append((domain, ruleset))

    @property
    def names(self) -> frozenset[str]:
        """Every name of every publisher that has a rule set, folded."""
        return frozenset(self._names)

    def publishers(self, page: Page, original: str | None = None) -> tuple[str, ...]:
        """Name the rule sets of the publishers in the chain of `page`, or at whose address `original` stands.

        A name counts as written, so that "Conversation" is not "The Conversation"; a link, a canonical link and a
        counter count by their host.
        """
        return tuple(dict.fromkeys(self._fitting(page, original)))

    def of_site(self, names: Iterable[str], urls: Iterable[str]) -> tuple[str, ...]:
        """Name the rule sets of the publisher of a site: those of addresses on it, else those of its names."""
        by_url = [ruleset for url in urls for ruleset in self._at(url)]
        by_name = [ruleset for name in names for ruleset in self._by_name.get(bare(name), ())]
        return tuple(dict.fromkeys(by_url or by_name))

    def licence(self, page: Page) -> tuple[str, str] | None:
        """Name the rule set of the licence that `page` states for the article, and the licence as stated.

        A port falls to the licence that it ports, a licence without version to its newest version.
        """
        for statement in page.licences:
            if statement.scope is Scope.ARTICLE and (ruleset := self._of_licence(statement.id)) is not None:
                return ruleset, statement.id
        return None

    def platforms(self, page: Page) -> tuple[str, ...]:
        """Name the rule sets of the platforms on which `page` itself stands."""
        hosts = page.identity.hosts
        fitting = (name for domain, name in self._by_platform.items() if any(on_domains(h, (domain,)) for h in hosts))
        return tuple(dict.fromkeys(fitting))

    def _fitting(self, page: Page, original: str | None) -> Iterator[str]:
        for credit in page.chain:
            if credit.name is not None:
                yield from self._by_name.get(bare(credit.name), ())
            # Beside the best link of a credit stand links to its author, to a place, to a word that is explained
            yield from self._at(next((link.url for link in credit.links if link.url), None))
        yield from self._at(original)
        if page.canonical is not None:
            yield from self._at(page.canonical.url)
        for counter in page.counters:
            yield from self._at(counter.url)

    def _at(self, url: str | None) -> list[str]:
        """Name the rule sets of the nearest domain: that of a sub-brand's host, not that of its parent."""
        labels = (host_of(url) or "").split(".") if url else []
        for start in range(len(labels)):
            entries = self._by_domain.get(".".join(labels[start:]), ())
            fitting = [ruleset for domain, ruleset in entries if on_domains(".".join(labels), (domain,))]
            if fitting:
                return fitting
        return []

    def _of_licence(self, licence: str) -> str | None:
        unit = unported(licence)
        versions = [known for known in self._by_licence if known.rpartition("-")[0] == unit]
        newest = max(versions, key=lambda known: known.rpartition("-")[2], default="")
        return next((self._by_licence[one] for one in (licence, unit, newest) if one in self._by_licence), None)
