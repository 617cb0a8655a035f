"""The main text: which runs of a page are the article's own words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import islice
from typing import NamedTuple

from lxml import etree

from licencecheck.evidence.article.region import Region, depths_of, extent, region_of, runs_within
from licencecheck.evidence.article.rules import with_lost_runs, without_furniture
from licencecheck.evidence.layout.cutting import runs_of
from licencecheck.evidence.layout.runs import Run
from licencecheck.model import MainText
from licencecheck.text import words
from licencecheck.urls import site_of

_ENOUGH = 250
_MOST_DEPTH = 100
_MOST_HEADINGS = 20
_MOST_WEIGHT = 8_000_000


class Article(NamedTuple):
    """The main text of a page; empty where a page has none."""

    paragraphs: tuple[Run, ...]
    """In page order: blocks of text, or their lines where they are parted by `<br>`."""

    def main_text(self, without: Collection[int] = ()) -> MainText:
        """Give the words of the article, except for the runs whose `index` is in `without`.

        Blocks are parted by an empty line, lines of one block by a line break.
        """
        text = "".join(
            ("\n" if run.after_break else "\n\n") + run.text for run in self.paragraphs if run.index not in without
        ).strip()
        return MainText(text=text, word_count=len(words(text)))


def article_of(
    tree: etree._Element, runs: Sequence[Run] | None = None, own_host: str = "", region: Region | None = None
) -> Article:
    """Find the main text of an HTML page by its root element, which stays as it is.

    `runs` are those of `runs_of(tree)`, and `region` is theirs, where these are known already. `own_host` tells teasers
    of the page's own site from lines of links that the author set; without it they all count as teasers.
    """
    runs = runs_of(tree) if runs is None else runs
    region = region or region_of(runs)
    own_site = site_of(own_host) if own_host else ""
    # in about two pages of three there is nothing to tell apart
    kept = region.paragraphs_in(runs) if region.is_article else _kept_by_readability(tree, runs)
    if _extent_of(kept) < _ENOUGH:
        kept = max(kept, region.runs_in(runs), key=_extent_of)
    titled = _article_with_title(runs)
    if kept and titled and titled[-1].index < kept[0].index and _extent_of(titled) >= _ENOUGH:
        # what stands after the article is comments or another article
        kept = titled
    kept = with_lost_runs(kept, runs, region, own_site)
    return Article(tuple(without_furniture(kept, region, own_site)))


def markdown_article(tree: etree._Element, runs: Sequence[Run] | None = None) -> Article:
    """Take all text of a rendered post as its main text, code too, but not a title on top."""
    text = [run for run in (runs_of(tree) if runs is None else runs) if run.text]
    return Article(tuple(text[1:] if text and text[0].element.tag == "h1" else text))


def _extent_of(runs: Sequence[Run]) -> int:
    return sum(extent(run.text) for run in runs)


def _article_with_title(runs: Sequence[Run]) -> list[Run]:
    """The runs of the `article` element in which a main heading of the page stands, the first of them."""
    headings = islice((run.element for run in runs if run.element.tag == "h1"), _MOST_HEADINGS)
    articles = (article for heading in headings for article in heading.iterancestors("article"))
    article = next(articles, None)
    return runs_within(article, runs) if article is not None else []


def _kept_by_readability(tree: etree._Element, runs: Sequence[Run]) -> list[Run]:
    """The runs that readability keeps; none where it fails or would take too long."""
    depths = depths_of(runs)
    weight = sum(len(run.text) * depths[run.element] for run in runs)
    if max(depths.values(), default=0) > _MOST_DEPTH or weight > _MOST_WEIGHT:
        return []
    # loading readability takes longer than checking most pages
    from licencecheck.evidence.article.mask import kept_elements

    kept = kept_elements(tree)
    return [run for run in runs if run.text and run.element in kept and _is_kept(run, kept)]


def _is_kept(run: Run, kept: Collection[etree._Element]) -> bool:
    """Whether any of its words are kept: a block may stay while the element that holds its words goes."""
    return any((element if part == "text" else element.getparent()) in kept for _, element, part, _ in run.pieces)
