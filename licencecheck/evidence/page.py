"""From a document to a page: the readers in order, each once, and no more than the page needs."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from licencecheck.documents.document import Document
from licencecheck.evidence.article.reading import Article, article_of, markdown_article
from licencecheck.evidence.assembly import Assembly
from licencecheck.evidence.credits.origins import origins_of
from licencecheck.evidence.credits.reading import candidates_of
from licencecheck.evidence.layout.cutting import runs_of
from licencecheck.evidence.layout.layout import Layout
from licencecheck.evidence.layout.runs import Run
from licencecheck.evidence.page_data import PageData
from licencecheck.evidence.phrases.language import language_of
from licencecheck.evidence.phrases.matcher import phrases
from licencecheck.model import Page, SiteProfile

_SAMPLE = 3_000


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
    `main_text` asks for every fact and the article's own words, as `thorough` does for every fact. Else a page without
    any sign of a repost is read no further than that.
    """
    runs = runs_of(document.tree)
    data = PageData(document, profile or SiteProfile())
    language = language_of(data.metadata.language or data.front_matter.language, _sample(runs))
    vocabulary = phrases(language)
    origins = origins_of(document, data, vocabulary)
    layout = Layout(document, runs, data, vocabulary, language)
    candidates = candidates_of(layout, known)
    assembly = Assembly(layout, data, candidates, origins, known)
    if not (main_text or thorough or assembly.chain):
        return assembly.bare()
    return assembly.page(_article(layout, data.hosts) if main_text else None)


def _sample(runs: Sequence[Run]) -> str:
    """The longest runs first, so that a menu in another language does not decide."""
    text = ""
    for line in sorted((run.text for run in runs), key=len, reverse=True):
        if len(text) >= _SAMPLE:
            break
        text += line + "\n"
    return text


def _article(layout: Layout, hosts: Sequence[str]) -> Article:
    if layout.document.format == "markdown":
        return markdown_article(layout.document.tree, layout.runs)
    return article_of(layout.document.tree, layout.runs, hosts[0] if hosts else "", layout.region)
