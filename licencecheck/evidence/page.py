"""From a document to a page: the readers in order, each once, and no more than the page needs."""

from __future__ import annotations

from collections import Counter as Votes
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from lxml import etree

from licencecheck.documents.document import Document
from licencecheck.evidence.article import Article, article_of, markdown_article
from licencecheck.evidence.bylines import bylines_of
from licencecheck.evidence.chain import Origin, chain_of
from licencecheck.evidence.containers import OUTSIDE, Containers
from licencecheck.evidence.copyrights import notices_of
from licencecheck.evidence.counting import counters_of
from licencecheck.evidence.credits import Candidate, candidates_of
from licencecheck.evidence.front_matter_keys import FrontMatterFacts, read_front_matter
from licencecheck.evidence.identity import identity_of
from licencecheck.evidence.language import language_of
from licencecheck.evidence.layout import NEAR, Layout
from licencecheck.evidence.licences import licences_of
from licencecheck.evidence.metadata import Metadata, directives_of, metadata_of
from licencecheck.evidence.origins import origins_of
from licencecheck.evidence.permissions import permissions_of
from licencecheck.evidence.phrases import Phrases, phrases
from licencecheck.evidence.repost import decision_of
from licencecheck.evidence.runs import Run, runs_of
from licencecheck.evidence.structured import Structured, structured_of
from licencecheck.model import (
    Block,
    Byline,
    Canonical,
    CopyrightNotice,
    Credit,
    Identity,
    LicenceStatement,
    Link,
    Location,
    Page,
    Place,
    RepostDecision,
    Robots,
    Role,
    Scope,
    SiteProfile,
    Target,
)
from licencecheck.text import excerpt
from licencecheck.urls import host_of, target_of

_HREFS: Any = etree.XPath("//a/@href", smart_strings=False)
_MOST_HREFS = 400
_SAMPLE = 5_000
_PARAGRAPH = 80
_MOST_LINKS = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Data:
    """What the page says where no reader looks."""

    metadata: Metadata
    structured: Structured
    front_matter: FrontMatterFacts
    identity: Identity


def page_of(
    document: Document,
    *,
    profile: SiteProfile | None = None,
    known: Collection[str] = (),
    main_text: bool = False,
    thorough: bool = False,
) -> Page:
    """Read everything from `document` that a requirement may look at.

    `profile` declares whose site the page stands on; `known` are folded names of publishers whose terms are known.
    `main_text` asks for the article's own words. A page without any sign of a repost is read no further, unless
    `thorough` says that it is one.
    """
    runs = runs_of(document.tree)
    data = _data_of(document, profile or SiteProfile())
    language = language_of(data.metadata.language or data.front_matter.language, _sample(runs))
    vocabulary = phrases(language)
    layout = _layout(document, runs, data.identity, language, _rough_region(runs))
    origins = origins_of(document, data.metadata, data.structured, data.front_matter, data.identity)
    candidates = candidates_of(layout, vocabulary, known)
    article: Article | None = None
    if main_text or thorough or origins or any(c.score > 0 for c in candidates):
        article = _article(document, runs, data.identity)
        layout = _layout(document, runs, data.identity, language, article.paragraphs or _rough_region(runs))
        candidates = candidates_of(layout, vocabulary, known)
    return _Assembly(layout, vocabulary, data, candidates, origins).page(article if main_text else None)


def _data_of(document: Document, profile: SiteProfile) -> _Data:
    metadata = metadata_of(document.tree)
    structured = structured_of(document.tree, metadata)
    front_matter = read_front_matter(document.front_matter)
    votes: Votes[str] = Votes()
    if document.url:
        votes[host_of(document.url)] += 1_000
    for meta in metadata.self_urls:
        votes[host_of(meta.value)] += 5
    for meta in metadata.canonicals:
        votes[host_of(meta.value)] += 4
    if document.format == "html":
        hrefs = _HREFS(document.tree)[:_MOST_HREFS]
        for host, count in Votes(host_of(h) for h in hrefs if h.startswith(("http", "//"))).items():
            votes[host] += min(count, 20) // 2
    del votes[""]
    publishers = [value.value for value in structured.of("publisher")]
    identity = identity_of(profile, votes, [*metadata.site_names, *publishers], metadata.title)
    return _Data(metadata=metadata, structured=structured, front_matter=front_matter, identity=identity)


def _sample(runs: Sequence[Run]) -> str:
    """The longest runs first, so that a menu in another language does not decide."""
    text = ""
    for run in sorted(runs, key=lambda r: -len(r.text)):
        if len(text) >= _SAMPLE:
            break
        text += run.text + "\n"
    return text


def _rough_region(runs: Sequence[Run]) -> Sequence[Run]:
    """Where the article is, told by its long paragraphs alone."""
    long = [run for run in runs if len(run.text) >= _PARAGRAPH and not run.links] or [r for r in runs if len(r.text) >= _PARAGRAPH]
    return long or list(runs)


def _article(document: Document, runs: Sequence[Run], identity: Identity) -> Article:
    if document.format == "markdown":
        return markdown_article(document.tree, runs)
    return article_of(document.tree, runs, identity.hosts[0] if identity.hosts else "")


def _layout(
    document: Document, runs: Sequence[Run], identity: Identity, language: str | None, region: Sequence[Run]
) -> Layout:
    first, last = (region[0], region[-1]) if region else (None, None)
    around = _around(first, last)
    return Layout(
        document=document,
        runs=runs,
        containers=Containers(around),
        identity=identity,
        language=language or "en",
        first=first.index if first else 0,
        last=last.index if last else 0,
    )


def _around(first: Run | None, last: Run | None) -> frozenset[etree._Element]:
    """The elements that hold both ends of the article."""
    if first is None or last is None:
        return frozenset()
    return frozenset([first.element, *first.element.iterancestors()]) & frozenset([last.element, *last.element.iterancestors()])


@dataclass(slots=True)
class _Assembly:
    """Runs the readers over one page and joins what they found."""

    layout: Layout
    vocabulary: Phrases
    data: _Data
    candidates: list[Candidate]
    origins: list[Origin]

    def page(self, article: Article | None) -> Page:
        layout, data = self.layout, self.data
        document = layout.document
        notices = notices_of(layout, self.vocabulary)
        credits, used = chain_of(layout, self.candidates, self.origins)
        licences, conflicts = licences_of(layout, self.vocabulary, list(self._licences_in_data()))
        bylines = bylines_of(layout, self.vocabulary, self._authors_in_data()) if credits else []
        decision = self._decision(credits, bylines)
        attribution = self._attribution(used, notices, licences) if credits else {}
        return Page(
            path=document.path,
            url=document.url or self._own_url(),
            format=document.format,
            identity=data.identity,
            repost=decision,
            title=data.metadata.title or next((t.value for t in data.front_matter.titles), None),
            language=layout.language,
            published=self._published(),
            blocks=tuple(self._block(layout.runs[index], role) for index, role in attribution.items()),
            credits=tuple(credits),
            links=tuple(self._links()) if credits else (),
            bylines=tuple(bylines),
            notices=tuple(notices),
            licences=tuple(licences),
            permissions=tuple(permissions_of(layout, self.vocabulary)) if credits else (),
            canonical=self._canonical(),
            robots=tuple(self._robots()),
            counters=tuple(counters_of(document, data.identity.hosts)),
            conflicts=tuple(conflicts),
            main_text=article.main_text(attribution.keys()) if article else None,
            ends=self._ends(),
            has_text=any(run.text for run in layout.runs),
        )

    def _decision(self, credits: Sequence[Credit], bylines: Sequence[Byline]) -> RepostDecision:
        categories = {h.category for c in self.candidates for h in self.vocabulary.hits(c.run.text)}
        words = " ".join(c.run.text[:200].lower() for c in self.candidates)
        return decision_of(
            credits,
            bylines,
            translated="translation" in categories or bool(self.data.front_matter.translators),
            excerpt="excerpt" in words,
            press="press" in words,
        )

    def _attribution(
        self, used: Sequence[Candidate], notices: Sequence[CopyrightNotice], licences: Sequence[LicenceStatement]
    ) -> dict[int, Role]:
        """The runs that make up the attribution, with what each is, in page order."""
        roles: dict[int, Role] = {c.run.index: Role.CREDIT for c in used}
        places = {(f.location.line, f.location.column) for f in (*notices, *licences) if f.scope is Scope.ARTICLE}
        layout = self.layout
        for run in layout.near():
            if run.index in roles or layout.role(run) in OUTSIDE or layout.place(run) is Place.BODY:
                continue
            categories = {h.category for h in self.vocabulary.hits(run.text) if h.strength >= 2}
            if categories & {"translation", "republished", "read_original"}:
                roles[run.index] = Role.CREDIT
            elif run.text and self._holds_statement(run, places):
                roles[run.index] = Role.NOTICE
        return {index: roles[index] for index in sorted(roles)}

    def _holds_statement(self, run: Run, places: Collection[tuple[int | None, int | None]]) -> bool:
        spots = [self.layout.location(run), *(self.layout.link(run, s).location for s in run.links)]
        return any((spot.line, spot.column) in places for spot in spots)

    def _block(self, run: Run, role: Role) -> Block:
        layout = self.layout
        return Block(text=run.text, location=layout.location(run), role=role, place=layout.place(run))

    def _links(self) -> Iterator[Link]:
        layout = self.layout
        for run in layout.runs[:]:
            for span in run.links:
                link = layout.link(run, span)
                near = abs(layout.distance(run)) <= 4 * NEAR
                if link.target in {Target.ARTICLE, Target.HOMEPAGE} or (link.target is Target.DEAD and near):
                    yield link

    def _own_url(self) -> str | None:
        for meta in (*self.data.metadata.canonicals, *self.data.metadata.self_urls):
            target, url = target_of(meta.value)
            if url and target is Target.ARTICLE and host_of(url) in self.data.identity.hosts:
                return url
        return None

    def _published(self) -> date | None:
        dates = (self.data.metadata.published, self.data.structured.published, self.data.front_matter.published)
        return next((day for day in dates if day), None)

    def _canonical(self) -> Canonical | None:
        document = self.layout.document
        for meta in self.data.metadata.canonicals:
            _, url = target_of(meta.value, base=document.url)
            return Canonical(
                text=meta.value, location=document.element_at(meta.element, meta.attribute), role=Role.HEAD, place=Place.META,
                href=meta.value, url=url, signals=("rel=canonical",),
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
                text=meta.value, location=document.element_at(meta.element, meta.attribute), role=Role.HEAD, place=Place.META,
                agent=meta.name, directives=directives_of(meta),
            )  # fmt: skip
        for stated in self.data.front_matter.robots:
            yield Robots(
                text=stated.value, location=stated.entry.location, role=Role.HEAD, place=Place.META,
                agent="robots", directives=frozenset({"noindex"}),
            )  # fmt: skip

    def _licences_in_data(self) -> Iterator[tuple[str, Location, str]]:
        document = self.layout.document
        for meta in self.data.metadata.licences:
            yield meta.value, document.element_at(meta.element, meta.attribute), meta.name
        for value in self.data.structured.of("license"):
            yield value.value, document.element_at(value.element, value.attribute), f"{value.syntax} license"
        for stated in self.data.front_matter.licences:
            yield stated.value, stated.entry.location, stated.entry.key

    def _authors_in_data(self) -> Iterator[tuple[str, etree._Element | Location, str]]:
        for stated in self.data.front_matter.authors:
            yield stated.value, stated.entry.location, f"front matter `{stated.entry.key}`"
        for author in self.data.structured.authors:
            if not author.is_organization:
                yield author.stated.value, author.stated.element, author.stated.syntax
        for meta in self.data.metadata.authors:
            yield meta.value, meta.element, f"meta {meta.name}"

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
