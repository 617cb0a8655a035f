"""The facts of one page, read by each reader once and joined."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

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
    CopyrightNotice,
    Credit,
    Identity,
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
from licencecheck.text import excerpt, same_name
from licencecheck.urls import host_of, is_profile, site_of, target_of

_SHORTEST_FAMILY = 4
"""Letters of a domain from which on it tells a family of sites."""
_ENDS = frozenset({Place.TOP, Place.BYLINE, Place.BOTTOM})
_KINDS = ("bio", "disclosure", "translation")
"""What lines beside the article may be for, by the category of their wording."""
_SAID_BESIDE = frozenset({*_KINDS, "changes"})
_ELSEWHERE = OUTSIDE - {Role.CAPTION}
_LONGEST_LINE = 400
_MOST_LINES, _LINE = 6, 150


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
        layout = self.layout
        return Page(
            path=layout.document.path,
            url=layout.document.url,
            format=layout.document.format,
            identity=Identity(hosts=self.data.hosts),
            repost=self._decision([], []),
            language=layout.language,
            has_text=any(run.text for run in layout.runs),
        )

    def page(self, article: Article | None) -> Page:
        """The page as the requirements see it; with its main text if the `article` is given."""
        layout, data, used = self.layout, self.data, self._used
        notices = notices_of(layout)
        licences, conflicts = licences_of(layout, self._licences_in_data())
        parties = [credit.name for credit in self.chain if credit.name]
        bylines = bylines_of(layout, _runs(used), parties, self._authors_in_data())
        chain = [_told_from_author(credit, bylines) for credit in self.chain]
        notices = _of_credited(notices, chain)
        places = {credit.location for credit in chain}
        attribution = attribution_of(layout, used, notices, licences, bylines)
        return replace(
            self.bare(),
            url=layout.document.url or self._own_url(),
            identity=layout.identity,
            repost=self._decision(chain, bylines),
            title=data.title or layout.title,
            published=self._published(),
            blocks=tuple(self._blocks(attribution, used)),
            credits=(*chain, *(credit for credit in credits_beside(layout) if credit.location not in places)),
            links=tuple(self._links()),
            bylines=tuple(bylines),
            translators=tuple(self._translators()),
            notices=(*notices, *notices_in(data.front_matter, layout.identity)),
            licences=tuple(licences),
            permissions=tuple(permissions_of(layout)),
            canonical=self._canonical(),
            robots=tuple(self._robots()),
            counters=tuple(counters_of(layout.document, data.hosts)),
            beacons=tuple(beacons_of(layout.document)),
            conflicts=(*conflicts, *conflicts_with_data(chain, self.origins)),
            changes=tuple(self._changes()),
            main_text=self._main_text(article, attribution.keys()) if article else None,
            images=tuple(images_of(layout)),
            embeds=tuple(embeds_of(layout)),
            head=tuple(head_of(layout.document)),
            days=tuple(days_of(layout, attribution)),
            contacts=tuple(contacts_of(layout.document)),
            original_file=next((stated.value for stated in data.front_matter.original_files), None),
            ends=self._ends(),
        )

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

    def _blocks(self, attribution: Mapping[int, Role], used: Sequence[Candidate]) -> Iterator[Block]:
        """The attribution, and what else stands at the two ends of the article: taglines, terms, bios."""
        layout = self.layout
        once = each_once(layout, attribution)
        for run in layout.near():
            if run.index in attribution and run.index not in once:
                continue
            role = attribution.get(run.index)
            if role is None and not (run.text and layout.place(run) in _ENDS and layout.role(run) not in OUTSIDE):
                continue
            said = statement_in(layout, run, used) if role else Span(run.text, 0, len(run.text))
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

    def _main_text(self, article: Article, without: Collection[int]) -> MainText:
        layout = self.layout
        texts = [(run.text, layout.role(run)) for run in layout.runs]
        texts += [
            ("".join(etree.ElementTextIterator(button)), layout.region.containers.role_of(button))
            for button in layout.document.tree.iter("button")
        ]
        return replace(
            article.main_text(without),
            paragraphs=tuple(paragraphs_of(layout, article, without)),
            beside="\n".join(text for text, role in texts if role not in _ELSEWHERE),
            elsewhere="\n".join(text for text, role in texts if role in _ELSEWHERE),
        )

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
            wanted = {Target.ARTICLE, Target.HOMEPAGE}
            if abs(layout.distance(run)) <= 4 * NEAR:
                wanted.add(Target.DEAD)
            targets = {anchor: layout.target(anchor)[0] for anchor in run.anchors}
            if not wanted.isdisjoint(targets.values()):
                yield from (layout.link(run, span) for span in run.links if targets[span.element] in wanted)

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
