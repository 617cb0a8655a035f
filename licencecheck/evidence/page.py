"""From a document to a page: the readers in order, each once, and no more than the page needs."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from lxml import etree

from licencecheck.documents.document import Document
from licencecheck.evidence.article import Article, article_of, markdown_article
from licencecheck.evidence.assembly import Assembly
from licencecheck.evidence.containers import Containers
from licencecheck.evidence.credits.origins import origins_of
from licencecheck.evidence.credits.reading import candidates_of, has_sign
from licencecheck.evidence.language import language_of
from licencecheck.evidence.layout import Layout
from licencecheck.evidence.page_data import page_data_of
from licencecheck.evidence.phrases import phrases
from licencecheck.evidence.runs import Run, runs_of
from licencecheck.model import Identity, Page, SiteProfile

_SAMPLE = 5_000
_PARAGRAPH = 80


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
    data = page_data_of(document, profile or SiteProfile())
    language = language_of(data.metadata.language or data.front_matter.language, _sample(runs))
    origins = origins_of(document, data.metadata, data.structured, data.front_matter, data.identity)
    layout = Layout(
        document=document,
        runs=runs,
        containers=Containers(),
        identity=data.identity,
        vocabulary=phrases(language),
        language=language,
        first=0,
        last=max(0, len(runs) - 1),
    )
    _measure(layout, _rough_region(runs))
    article: Article | None = None
    if main_text or thorough or origins or has_sign(layout, known):
        article = _article(document, runs, data.identity)
        _measure(layout, article.paragraphs or _rough_region(runs))
    candidates = candidates_of(layout, known) if article else []
    return Assembly(layout, data, candidates, origins, thorough).page(article if main_text else None)


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
    long = [run for run in runs if len(run.text) >= _PARAGRAPH and not run.links] or [
        r for r in runs if len(r.text) >= _PARAGRAPH
    ]
    return long or list(runs)


def _article(document: Document, runs: Sequence[Run], identity: Identity) -> Article:
    if document.format == "markdown":
        return markdown_article(document.tree, runs)
    return article_of(document.tree, runs, identity.hosts[0] if identity.hosts else "")


def _measure(layout: Layout, region: Sequence[Run]) -> None:
    """Tell the layout where the article begins and ends."""
    if region:
        layout.measure(region[0].index, region[-1].index, Containers(_around(region[0], region[-1])))


def _around(first: Run, last: Run) -> frozenset[etree._Element]:
    """The elements that hold both ends of the article."""
    ends = ([run.element, *run.element.iterancestors()] for run in (first, last))
    return frozenset(next(ends)) & frozenset(next(ends))
