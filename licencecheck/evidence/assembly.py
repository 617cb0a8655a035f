"""The facts of one page, read by each reader once and joined."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from lxml import etree

from licencecheck.evidence.adaptations import changes_of, translators_of
from licencecheck.evidence.article.paragraphs import paragraphs_of
from licencecheck.evidence.article.reading import Article
from licencecheck.evidence.attribution import attribution_of
from licencecheck.evidence.bylines.reading import bylines_of
from licencecheck.evidence.contacts import contacts_of
from licencecheck.evidence.copyrights.scope import notices_in, notices_of
from licencecheck.evidence.counters.reading import beacons_of, counters_of
from licencecheck.evidence.credits.candidate import Candidate
from licencecheck.evidence.credits.chain import Origin, chain_of
from licencecheck.evidence.credits.conflicts import conflicts_with_data
from licencecheck.evidence.credits.reading import credits_beside
from licencecheck.evidence.days import dateline_of, days_of
from licencecheck.evidence.ends import blocks_of, ends_of
from licencecheck.evidence.facts_in_data import (
    address_in,
    authors_in,
    canonical_in,
    licences_in,
    published_in,
    robots_in,
)
from licencecheck.evidence.head.statements import head_of
from licencecheck.evidence.layout.containers import OUTSIDE
from licencecheck.evidence.layout.layout import Layout
from licencecheck.evidence.layout.runs import Run
from licencecheck.evidence.licences.scope import speaks_of
from licencecheck.evidence.licences.statements import licences_of
from licencecheck.evidence.links import links_of
from licencecheck.evidence.media import embeds_of, images_of
from licencecheck.evidence.page_data import PageData
from licencecheck.evidence.permissions import permissions_of
from licencecheck.evidence.repost import decision_of, is_of_family
from licencecheck.model import (
    Byline,
    Confidence,
    Conflict,
    CopyrightNotice,
    Credit,
    Identity,
    LicenceStatement,
    MainText,
    Page,
    RepostDecision,
    Role,
    Scope,
    Target,
)
from licencecheck.model.deferred import Deferred
from licencecheck.text import same_name
from licencecheck.urls import host_of, is_profile

_ELSEWHERE = OUTSIDE - {Role.CAPTION}


class Assembly:
    """Runs the readers over one page and joins what they found."""

    def __init__(
        self,
        layout: Layout,
        data: PageData,
        candidates: list[Candidate],
        origins: Sequence[Origin],
        known: Collection[str] = (),
    ) -> None:
        """Join the statements that may be credits and the `origins` that data names to the chain of credits.

        `known` are folded names of publishers.
        """
        self._known = known
        self._layout = layout
        self._data = data
        self._candidates = candidates
        self._origins = origins
        self.chain, self._used = chain_of(layout, candidates, origins)

    def bare(self) -> Page:
        """A page on which nothing says that it is a repost."""
        document = self._layout.document
        return Page(
            path=document.path,
            url=document.url,
            format=document.format,
            identity=Identity(hosts=self._data.hosts),
            repost=self._decision([], []),
            language=self._layout.language,
            has_text=self._has_text,
        )

    def page(self, article: Article | None) -> Page:
        """The page as the requirements see it; with its main text if the `article` is given.

        Of most facts few rules ask, so they are read when one does.
        """
        layout, data, document = self._layout, self._data, self._layout.document
        chain = self._told_chain
        return Page(
            path=document.path,
            url=document.url or address_in(data),
            format=document.format,
            identity=layout.identity,
            repost=self._decision(chain, self._bylines),
            title=data.title or layout.title,
            language=layout.language,
            published=published_in(data) or dateline_of(layout),
            blocks=Deferred(lambda: blocks_of(layout, self._attribution, self._used)),
            credits=tuple(self._credits()),
            links=Deferred(lambda: links_of(layout)),
            bylines=self._bylines,
            translators=Deferred(lambda: translators_of(layout, data.front_matter)),
            notices=Deferred(lambda: (*self._notices, *notices_in(data.front_matter, layout.identity))),
            licences=Deferred(lambda: self._licences[0]),
            permissions=Deferred(lambda: permissions_of(layout)),
            canonical=canonical_in(document, data),
            robots=Deferred(lambda: robots_in(document, data)),
            counters=Deferred(lambda: counters_of(document, data.hosts)),
            beacons=Deferred(lambda: beacons_of(document)),
            conflicts=Deferred(lambda: (*self._licences[1], *conflicts_with_data(chain, self._origins))),
            changes=Deferred(lambda: changes_of(layout)),
            main_text=self._main_text(article) if article else None,
            images=Deferred(lambda: images_of(layout)),
            embeds=Deferred(lambda: embeds_of(layout)),
            head=Deferred(lambda: head_of(document)),
            days=Deferred(lambda: days_of(layout, self._attribution)),
            contacts=Deferred(lambda: contacts_of(document)),
            original_file=next((stated.value for stated in data.front_matter.original_files), None),
            ends=ends_of(layout),
            has_text=self._has_text,
        )

    @property
    def _has_text(self) -> bool:
        return any(run.text for run in self._layout.runs)

    @cached_property
    def _bylines(self) -> tuple[Byline, ...]:
        parties = [credit.name for credit in self.chain if credit.name]
        more = authors_in(self._layout.document, self._data)
        return tuple(bylines_of(self._layout, _runs(self._used), parties, more, self._known))

    @cached_property
    def _told_chain(self) -> list[Credit]:
        """The chain without authors for sources."""
        return [_told_from_author(credit, self._bylines) for credit in self.chain]

    def _credits(self) -> Iterator[Credit]:
        """The chain, and after it the credits in boxes beside the article."""
        yield from self._told_chain
        places = {credit.location for credit in self._told_chain}
        yield from (credit for credit in credits_beside(self._layout) if credit.location not in places)

    @cached_property
    def _notices(self) -> list[CopyrightNotice]:
        return _of_credited(notices_of(self._layout), self._told_chain)

    @cached_property
    def _licences(self) -> tuple[list[LicenceStatement], list[Conflict]]:
        return licences_of(self._layout, licences_in(self._layout.document, self._data))

    @cached_property
    def _attribution(self) -> dict[int, Role]:
        """The runs of the attribution by index, in page order."""
        return attribution_of(self._layout, self._used, self._notices, self._licences[0], self._bylines)

    def _decision(self, chain: Sequence[Credit], bylines: Sequence[Byline]) -> RepostDecision:
        categories = {h.category for c in self._candidates for h in self._layout.hits(c.run)}
        words = " ".join(c.run.text[:200] for c in self._candidates)
        return decision_of(
            chain,
            bylines,
            translated="translation" in categories or bool(self._data.front_matter.translators),
            excerpt=speaks_of("excerpt", words),
            press=speaks_of("press", words),
            group=speaks_of("group", words) or any(is_of_family(credit, self._data.hosts) for credit in chain[:1]),
        )

    def _main_text(self, article: Article) -> MainText:
        layout, without = self._layout, self._attribution.keys()
        return replace(
            article.main_text(without),
            paragraphs=Deferred(lambda: paragraphs_of(layout, article, without)),
            beside=Deferred(lambda: (text for text, role in self._words if role not in _ELSEWHERE)),
            elsewhere=Deferred(lambda: (text for text, role in self._words if role in _ELSEWHERE)),
        )

    @cached_property
    def _words(self) -> list[tuple[str, Role]]:
        """All texts of the page, those of buttons last, and in what they stand."""
        layout = self._layout
        texts = [(run.text, layout.role(run)) for run in layout.runs]
        return texts + [
            ("".join(etree.ElementTextIterator(button)), layout.region.containers.role_of(button))
            for button in layout.document.tree.iter("button")
        ]


def _told_from_author(credit: Credit, bylines: Sequence[Byline]) -> Credit:
    """The credit with the site of its link as name, where it names only the author: the site is the source."""
    url = next((link.url for link in credit.links if link.target is Target.ARTICLE and not is_profile(link.url)), None)
    authors = [b.name for b in bylines if " " in b.name and b.confidence is not Confidence.LOW]
    if url and credit.name and any(same_name(credit.name, author) for author in authors):
        return replace(credit, name=host_of(url))
    return credit


def _of_credited(notices: Sequence[CopyrightNotice], chain: Sequence[Credit]) -> list[CopyrightNotice]:
    """The notices, where one is of a credited party: any other beside the article is then the host's."""
    names = [credit.name for credit in chain if credit.name]

    def is_credited(notice: CopyrightNotice) -> bool:
        return any(same_name(holder, name) for holder in notice.holders for name in names)

    if not any(notice.scope is Scope.ARTICLE and is_credited(notice) for notice in notices):
        return list(notices)
    return [
        replace(notice, scope=Scope.SITE) if notice.scope is Scope.ARTICLE and not is_credited(notice) else notice
        for notice in notices
    ]


def _runs(candidates: Sequence[Candidate]) -> list[Run]:
    return list({c.run.index: c.run for c in candidates}.values())
