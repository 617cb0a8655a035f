"""The facts of one page, read by each reader once and joined."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

from lxml import etree

from licencecheck.evidence.article.paragraphs import paragraphs_of
from licencecheck.evidence.article.reading import Article
from licencecheck.evidence.attribution import attribution_of, each_once, statement_in
from licencecheck.evidence.bylines.reading import bylines_of
from licencecheck.evidence.contacts import contacts_of
from licencecheck.evidence.copyrights.scope import notices_in, notices_of
from licencecheck.evidence.counters.reading import beacons_of, counters_of
from licencecheck.evidence.credits.candidate import Candidate
from licencecheck.evidence.credits.chain import Origin, chain_of
from licencecheck.evidence.credits.conflicts import conflicts_with_data
from licencecheck.evidence.credits.reading import credits_beside
from licencecheck.evidence.days import days_of
from licencecheck.evidence.head.dates import date_of
from licencecheck.evidence.head.metadata import directives_of
from licencecheck.evidence.head.statements import head_of
from licencecheck.evidence.layout.containers import OUTSIDE
from licencecheck.evidence.layout.layout import NEAR, Layout
from licencecheck.evidence.layout.runs import Run
from licencecheck.evidence.licences.comments import stated_in_comments
from licencecheck.evidence.licences.scope import speaks_of
from licencecheck.evidence.licences.statements import licences_of
from licencecheck.evidence.media import embeds_of, images_of
from licencecheck.evidence.page_data import PageData
from licencecheck.evidence.permissions import permissions_of
from licencecheck.evidence.phrases.matcher import Span
from licencecheck.evidence.repost import decision_of
from licencecheck.model import (
    Block,
    Byline,
    Canonical,
    ChangeNote,
    Conflict,
    CopyrightNotice,
    Credit,
    Identity,
    LicenceStatement,
    Link,
    Location,
    MainText,
    Page,
    Place,
    RepostDecision,
    Robots,
    Role,
    Scope,
    Target,
)
from licencecheck.model.deferred import Deferred
from licencecheck.text import excerpt, same_name
from licencecheck.urls import host_of, is_profile, site_of, target_of

_SHORTEST_FAMILY = 4
"""Letters of a domain from which on it tells a family of sites."""
_ENDS = frozenset({Place.TOP, Place.BYLINE, Place.BOTTOM})
_KINDS = ("bio", "disclosure", "translation")
"""What lines beside the article may be for, by the category of their wording."""
_SAID_BESIDE = frozenset({*_KINDS, "changes"})
_ELSEWHERE = OUTSIDE - {Role.CAPTION}
_LEADING_OUT = frozenset({Target.ARTICLE, Target.HOMEPAGE})
_LONGEST_LINE = 400
_LINE = 150


class Assembly:
    """Runs the readers over one page and joins what they found."""

    def __init__(self, layout: Layout, data: PageData, candidates: list[Candidate], origins: Sequence[Origin]) -> None:
        """Join the statements that may be credits and the `origins` that data names to the chain of credits."""
        self.layout = layout
        self.data = data
        self.candidates = candidates
        self.origins = origins
        self.chain, self._used = chain_of(layout, candidates, origins)

    def bare(self) -> Page:
        """A page on which nothing says that it is a repost."""
        document = self.layout.document
        return Page(
            path=document.path,
            url=document.url,
            format=document.format,
            identity=Identity(hosts=self.data.hosts),
            repost=self._decision([], []),
            language=self.layout.language,
            has_text=self._has_text,
        )

    def page(self, article: Article | None) -> Page:
        """The page as the requirements see it; with its main text if the `article` is given.

        Of most facts few rules ask, so they are read when one does.
        """
        layout, data, document = self.layout, self.data, self.layout.document
        chain = self._told_chain
        return Page(
            path=document.path,
            url=document.url or self._own_url(),
            format=document.format,
            identity=layout.identity,
            repost=self._decision(chain, self._bylines),
            title=data.title or layout.title,
            language=layout.language,
            published=self._published(),
            blocks=Deferred(self._blocks),
            credits=tuple(self._credits()),
            links=Deferred(self._links),
            bylines=self._bylines,
            translators=Deferred(self._translators),
            notices=Deferred(lambda: (*self._notices, *notices_in(data.front_matter, layout.identity))),
            licences=Deferred(lambda: self._licences[0]),
            permissions=Deferred(lambda: permissions_of(layout)),
            canonical=self._canonical(),
            robots=Deferred(self._robots),
            counters=Deferred(lambda: counters_of(document, data.hosts)),
            beacons=Deferred(lambda: beacons_of(document)),
            conflicts=Deferred(lambda: (*self._licences[1], *conflicts_with_data(chain, self.origins))),
            changes=Deferred(self._changes),
            main_text=self._main_text(article) if article else None,
            images=Deferred(lambda: images_of(layout)),
            embeds=Deferred(lambda: embeds_of(layout)),
            head=Deferred(lambda: head_of(document)),
            days=Deferred(lambda: days_of(layout, self._attribution)),
            contacts=Deferred(lambda: contacts_of(document)),
            original_file=next((stated.value for stated in data.front_matter.original_files), None),
            ends=self._ends(),
            has_text=self._has_text,
        )

    @property
    def _has_text(self) -> bool:
        return any(run.text for run in self.layout.runs)

    @cached_property
    def _bylines(self) -> tuple[Byline, ...]:
        parties = [credit.name for credit in self.chain if credit.name]
        return tuple(bylines_of(self.layout, _runs(self._used), parties, self._authors_in_data()))

    @cached_property
    def _told_chain(self) -> list[Credit]:
        """The chain without authors for sources."""
        return [_told_from_author(credit, self._bylines) for credit in self.chain]

    def _credits(self) -> Iterator[Credit]:
        """The chain, and after it the credits in boxes beside the article."""
        yield from self._told_chain
        places = {credit.location for credit in self._told_chain}
        yield from (credit for credit in credits_beside(self.layout) if credit.location not in places)

    @cached_property
    def _notices(self) -> list[CopyrightNotice]:
        return _of_credited(notices_of(self.layout), self._told_chain)

    @cached_property
    def _licences(self) -> tuple[list[LicenceStatement], list[Conflict]]:
        return licences_of(self.layout, self._licences_in_data())

    @cached_property
    def _attribution(self) -> dict[int, Role]:
        """The runs of the attribution by index, in page order."""
        return attribution_of(self.layout, self._used, self._notices, self._licences[0], self._bylines)

    def _decision(self, chain: Sequence[Credit], bylines: Sequence[Byline]) -> RepostDecision:
        categories = {h.category for c in self.candidates for h in self.layout.hits(c.run)}
        words = " ".join(c.run.text[:200] for c in self.candidates)
        return decision_of(
            chain,
            bylines,
            translated="translation" in categories or bool(self.data.front_matter.translators),
            excerpt=speaks_of("excerpt", words),
            press=speaks_of("press", words),
            group=speaks_of("group", words) or any(_is_of_family(credit, self.data.hosts) for credit in chain[:1]),
        )

    def _blocks(self) -> Iterator[Block]:
        """The attribution, and what else stands at the two ends of the article: taglines, terms, bios."""
        layout, attribution = self.layout, self._attribution
        once = each_once(layout, attribution)
        for run in layout.near():
            if run.index in attribution and run.index not in once:
                continue
            role = attribution.get(run.index)
            if role is None and not (run.text and layout.place(run) in _ENDS and layout.role(run) not in OUTSIDE):
                continue
            said = statement_in(layout, run, self._used) if role else Span(run.text, 0, len(run.text))
            yield Block(
                text=said.text,
                location=layout.location(run, said.start),
                role=role or Role.BODY,
                place=layout.place(run),
                signals=self._kinds(run),
            )

    def _kinds(self, run: Run) -> tuple[str, ...]:
        """Of what kinds a run beside the article is, by its words or its container."""
        layout = self.layout
        if layout.place(run) is Place.BODY or len(run.text) > _LONGEST_LINE:
            return ()
        said = {
            hit.category
            for hit in layout.hits(run, _SAID_BESIDE)
            if hit.strength >= 2 and (hit.start == 0 or hit.category != "bio")
        }
        if layout.role(run) is Role.BIO:
            said.add("bio")
        return tuple(kind for kind in _KINDS if kind in said)

    def _translators(self) -> Iterator[Byline]:
        layout = self.layout
        for run in layout.near():
            for hit in layout.hits(run, _SAID_BESIDE) if layout.role(run) not in OUTSIDE else ():
                name = hit.slots.get("translator")
                if hit.category == "translation" and name:
                    where = layout.location(run, name.start)
                    yield Byline(text=excerpt(run.text), location=where, role=layout.role(run),
                                 place=layout.place(run), name=name.text)  # fmt: skip
        for stated in self.data.front_matter.translators:
            yield Byline(text=stated.value, location=stated.entry.location, role=Role.HEAD, place=Place.META,
                         name=stated.value)  # fmt: skip

    def _main_text(self, article: Article) -> MainText:
        layout, without = self.layout, self._attribution.keys()
        return replace(
            article.main_text(without),
            paragraphs=Deferred(lambda: paragraphs_of(layout, article, without)),
            beside=Deferred(lambda: (text for text, role in self._words if role not in _ELSEWHERE)),
            elsewhere=Deferred(lambda: (text for text, role in self._words if role in _ELSEWHERE)),
        )

    @cached_property
    def _words(self) -> list[tuple[str, Role]]:
        """All texts of the page, those of buttons last, and in what they stand."""
        layout = self.layout
        texts = [(run.text, layout.role(run)) for run in layout.runs]
        return texts + [
            ("".join(etree.ElementTextIterator(button)), layout.region.containers.role_of(button))
            for button in layout.document.tree.iter("button")
        ]

    def _changes(self) -> Iterator[ChangeNote]:
        layout = self.layout
        for run in layout.near():
            said = next((hit for hit in layout.hits(run, _SAID_BESIDE) if hit.category == "changes"), None)
            if said and layout.role(run) not in OUTSIDE:
                text, place = excerpt(run.text[said.start :]), layout.location(run, said.start)
                yield ChangeNote(text=text, location=place, role=layout.role(run), place=layout.place(run))

    def _links(self) -> Iterator[Link]:
        layout = self.layout
        for run in layout.near(len(layout.runs)):
            if not run.anchors:
                continue
            is_near = abs(layout.distance(run)) <= 4 * NEAR
            wanted = _LEADING_OUT | {Target.DEAD} if is_near else _LEADING_OUT
            targets = {a: layout.target(a)[0] for a in run.anchors if is_near or _may_lead_out(a.get("href"))}
            if not wanted.isdisjoint(targets.values()):
                yield from (layout.link(run, span) for span in run.links if targets.get(span.element) in wanted)

    def _own_url(self) -> str | None:
        for meta in (*self.data.metadata.canonicals, *self.data.metadata.self_urls):
            target, url = target_of(meta.value)
            if url and target is Target.ARTICLE and host_of(url) in self.data.hosts:
                return url
        return None

    def _published(self) -> date | None:
        data = self.data
        dates = (data.metadata.published, data.structured.published, data.front_matter.published)
        return next((day for day in dates if day), None) or self._dateline()

    def _dateline(self) -> date | None:
        """The day in a short line above the article, where no data gives one."""
        layout = self.layout
        for run in layout.near():
            if run.index > layout.first + NEAR:
                break
            if len(run.text) <= _LINE and layout.role(run) not in OUTSIDE and (day := date_of(run.text)):
                return day
        return None

    def _canonical(self) -> Canonical | None:
        document = self.layout.document
        for meta in self.data.metadata.canonicals:
            _, url = target_of(meta.value, base=document.url)
            return Canonical(
                text=meta.value, location=document.element_at(meta.element, meta.attribute),
                role=Role.HEAD, place=Place.META, href=meta.value, url=url, signals=("rel=canonical",),
            )  # fmt: skip
        for stated in self.data.front_matter.canonicals:
            _, url = target_of(stated.value)
            return Canonical(
                text=stated.value, location=stated.entry.location, role=Role.HEAD, place=Place.META,
                href=stated.value, url=url, signals=(f"front matter `{stated.entry.key}`",),
            )  # fmt: skip
        return None

    def _robots(self) -> Iterator[Robots]:
        document = self.layout.document
        for meta in self.data.metadata.robots:
            yield Robots(
                text=meta.value, location=document.element_at(meta.element, meta.attribute),
                role=Role.HEAD, place=Place.META, agent=meta.name, directives=directives_of(meta),
            )  # fmt: skip
        for stated in self.data.front_matter.robots:
            yield Robots(
                text=stated.value, location=stated.entry.location, role=Role.HEAD, place=Place.META,
                agent="robots", directives=frozenset({"noindex"}),
            )  # fmt: skip

    def _licences_in_data(self) -> Iterator[tuple[str, Location, str]]:
        document = self.layout.document
        rights = (meta for meta in self.data.metadata.copyrights if meta.weight > 1)  # others are the site's
        for meta in (*self.data.metadata.licences, *rights):
            yield meta.value, document.element_at(meta.element, meta.attribute), meta.name
        for value in self.data.structured.of("license"):
            yield value.value, value.location(document), f"{value.syntax} license"
        for stated in self.data.front_matter.licences:
            yield stated.value, stated.entry.location, stated.entry.key
        yield from stated_in_comments(document)

    def _authors_in_data(self) -> Iterator[tuple[str, Location, str]]:
        document = self.layout.document
        for stated in self.data.front_matter.authors:
            yield stated.value, stated.entry.location, f"front matter `{stated.entry.key}`"
        for author in self.data.structured.authors:
            if not author.is_organization:
                yield author.stated.value, author.stated.location(document), author.stated.syntax
        for meta in self.data.metadata.authors:
            yield meta.value, document.element_at(meta.element, meta.attribute), f"meta {meta.name}"

    def _ends(self) -> dict[Place, Location]:
        """Where a missing thing should have stood."""
        layout, document = self.layout, self.layout.document
        ends: dict[Place, Location] = {}
        if layout.runs:
            ends[Place.TOP] = ends[Place.BYLINE] = layout.location(layout.runs[layout.first])
            last = layout.runs[layout.last]
            ends[Place.BOTTOM] = layout.location(last)
        else:
            ends[Place.BOTTOM] = document.end()
        head = document.tree.find("head")
        ends[Place.META] = document.front_matter_at() or (
            document.element_at(head) if head is not None else Location(document.path)
        )
        return ends


def _may_lead_out(href: str | None) -> bool:
    """Whether an address may be one of another site: it names its scheme or host."""
    return href is not None and (":" in href or "//" in href)


def _is_of_family(credit: Credit, hosts: Collection[str]) -> bool:
    """Whether a credit links a site of the same name under another ending: `outlet.example`, `outlet.test`."""
    own = {site_of(host).partition(".")[0] for host in hosts}
    linked = {site_of(host_of(link.url)).partition(".")[0] for link in credit.links if link.url}
    return any(len(name) >= _SHORTEST_FAMILY for name in own & linked)


def _told_from_author(credit: Credit, bylines: Sequence[Byline]) -> Credit:
    """The credit with the site of its link as name, where it names only the author: the site is the source."""
    url = next((link.url for link in credit.links if link.target is Target.ARTICLE and not is_profile(link.url)), None)
    if url and credit.name and any(" " in b.name and same_name(credit.name, b.name) for b in bylines):
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
