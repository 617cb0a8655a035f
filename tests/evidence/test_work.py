"""How much work a page makes, counted in calls: seconds differ from machine to machine, and these do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from licencecheck.catalogue import load_rules
from licencecheck.documents import parsing, read
from licencecheck.documents.document import Document
from licencecheck.documents.positions import Positions
from licencecheck.engine import judged
from licencecheck.evidence import page as pages
from licencecheck.evidence.article import mask
from licencecheck.evidence.credits.wording import CREDITING
from licencecheck.evidence.layout import layout as layouts
from licencecheck.evidence.layout.layout import Layout
from licencecheck.evidence.page import page_of
from licencecheck.evidence.phrases.matcher import Phrases
from licencecheck.evidence.phrases.sayings import _Search
from licencecheck.model import Page
from licencecheck.options import Options
from tests.evidence.making import BODIES, html, markdown

KNOWN = frozenset({"river post"})
BYLINE = '<p class="byline">By <a href="/people/roe">Ann Roe</a>, <a href="/desk">Valley News</a></p>'
OWN = f"""<p>See <a href="https://host.example/news">news</a> or <a href="https://other.example/a">a museum</a>.</p>
{"".join(f'<li><a href="/news/{n}">News of the valley number {n}</a></li>' for n in range(40))}"""
CREDIT = '<p>This article was originally published by <a href="https://river-post.example/water">River Post</a>.</p>'
ENDS = 3_000
"""Runs of an endless article that are read."""
PARAGRAPHS = len(BODIES["en"]) + 1


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each of the costly steps has been taken."""
    counted: Counter[str] = Counter()
    steps: list[tuple[str, Any, str]] = [
        ("parse", parsing, "_fromstring"),
        ("walk", pages, "runs_of"),
        ("region", layouts, "region_of"),
        ("alignment", Positions, "_align"),
        ("location", Layout, "location"),
        ("link", Layout, "_read_link"),
        ("hits", Phrases, "hits"),
        ("readability", mask, "kept_elements"),
    ]
    for name, owner, attribute in steps:
        monkeypatch.setattr(owner, attribute, _counting(counted, name, getattr(owner, attribute)))
    return counted


def _counting(counted: Counter[str], name: str, step: Callable[..., Any]) -> Callable[..., Any]:
    def counting(*args: Any, **options: Any) -> Any:
        counted[name] += 1
        return step(*args, **options)

    return counting


def _page(text: str, *, main_text: bool = False) -> Page:
    document = read("post.md" if text.startswith("---") else "page.html", text.encode())
    assert isinstance(document, Document)
    return page_of(document, known=KNOWN, main_text=main_text)


def test_page_without_sign(calls: Counter[str]) -> None:
    """It is parsed, walked and measured once; nothing is located, and few lines are read for wordings."""
    page = _page(html(top=BYLINE, bottom=OWN, footer="<p>© 2021 River Post</p>"))

    assert not page.repost.signals
    assert (1, 1, 1) == (calls["parse"], calls["walk"], calls["region"])
    assert (0, 0, 0) == (calls["alignment"], calls["location"], calls["readability"])
    assert calls["hits"] <= 3


def test_page_on_which_no_line_may_credit(calls: Counter[str]) -> None:
    """Nobody asks where its article stands, and no line is read for wordings; who links the own site credits nobody."""
    page = _page(html(top=BYLINE, bottom=OWN, footer="<p>Host Herald, the valley in print</p>"))

    assert not page.repost.signals
    assert (1, 1, 0, 0) == (calls["parse"], calls["walk"], calls["region"], calls["hits"])


def test_statement_that_is_dropped(calls: Counter[str]) -> None:
    """What is weighed and found to credit nobody tells no places: neither its own nor those of its links."""
    page = _page(html(middle='<p>via <a href="https://doi.org/10.1000/water">a paper</a></p>'))

    assert not page.repost.signals
    assert calls["hits"]
    assert (0, 0, 0) == (calls["alignment"], calls["location"], calls["link"])


def test_post_without_sign(calls: Counter[str]) -> None:
    """Nobody asks where the article of a post begins."""
    page = _page(markdown(bottom="[News](/news) of [the valley](https://other.example/a)."))

    assert not page.repost.signals
    assert (1, 1) == (calls["parse"], calls["walk"])
    assert (0, 0, 0) == (calls["region"], calls["alignment"], calls["location"])
    assert calls["hits"] <= 3


def test_repost(calls: Counter[str]) -> None:
    """Its main text too takes one parse and one walk; beside the credit next to nothing is located."""
    page = _page(html(top=BYLINE, bottom=CREDIT), main_text=True)

    assert page.repost.is_repost
    assert page.main_text is not None
    assert (1, 1, 1, 1) == (calls["parse"], calls["walk"], calls["region"], calls["alignment"])
    assert calls["location"] <= PARAGRAPHS
    assert calls["hits"] <= 3


def test_lines_are_looked_through_once_for_each_category(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many readers ask for wordings, for several categories each; those of credits are all that a plain page takes."""
    asked: list[str] = []
    look = _Search.add_lines

    def noting(search: _Search, category: str, found: set[int]) -> None:
        asked.append(category)
        look(search, category, found)

    monkeypatch.setattr(_Search, "add_lines", noting)

    _page(html(bottom=OWN))
    assert set(asked) <= CREDITING

    asked.clear()
    _page(html(top=BYLINE, middle=OWN, bottom=CREDIT), main_text=True).whole()
    assert asked
    assert len(asked) == len(set(asked))


def test_what_no_rule_asks_for_is_not_read(calls: Counter[str]) -> None:
    """A check reads the one link that credits the source; to read all of the page takes a few places a paragraph."""
    page = _page(html(top=BYLINE, middle=OWN, bottom=CREDIT), main_text=True)
    report = judged(page, Options(today=date(2026, 11, 22)), load_rules())
    assert report.findings
    assert 1 == calls["link"]
    assert calls["location"] <= PARAGRAPHS

    assert page.whole().links
    assert calls["link"] > 1
    assert PARAGRAPHS < calls["location"] <= 2 * PARAGRAPHS + OWN.count("<li>")
    assert (1, 1, 1, 1) == (calls["parse"], calls["walk"], calls["region"], calls["alignment"])


def test_readability_is_asked_where_the_prose_is_scattered(calls: Counter[str]) -> None:
    """Paragraphs side by side are an article to whoever looks; of two boxes one may be something else."""
    _page(html(bottom=CREDIT), main_text=True)
    assert "readability" not in calls

    scattered = html(bottom=CREDIT).replace("</p>", "</p></div><div>").replace("<p>", "<div></div><p>")
    _page(scattered, main_text=True)
    assert calls["readability"] == 1


def test_work_grows_with_the_page_and_no_faster(calls: Counter[str]) -> None:
    """Twice the credits make twice the calls; of an endless article only the two ends are looked at closely."""
    counts = []
    for number in (300, 600, 5_000):
        calls.clear()
        _page(html(bottom=CREDIT * number)).whole()
        counts.append(dict(calls))
    small, double, endless = counts

    assert double["hits"] <= 2 * small["hits"] + 10
    assert double["location"] <= 2 * small["location"] + 10
    assert max(endless["hits"], endless["location"]) <= ENDS + 10


@pytest.mark.parametrize("before", [True, False])
def test_credits_at_the_ends_of_an_endless_article_are_found(before: bool) -> None:
    """Words are looked up, and parted, at its ends, by pieces."""
    endless = "<p>The pumps ran dry again, and nobody in the valley knew why.</p>" * 7_000
    page = _page(html(bottom=CREDIT + endless if before else endless + CREDIT))

    assert ["River Post"] == [credit.name for credit in page.credits]
