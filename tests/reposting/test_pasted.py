"""The credit that `terms` writes, pasted into a copy, is what `check` wants to see there."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

import pytest

import licencecheck
from licencecheck.evidence.phrases.languages import wordings
from licencecheck.model import Level, OriginalTerms, Page, SiteProfile
from licencecheck.requirements.house_line import house_line
from licencecheck.requirements.paste import fill
from tests.reposting.making import MORE, TEXT, TODAY, address_of

ARTICLE = f"<p>{TEXT}</p><p>{MORE}</p>"
SITE = SiteProfile(kind="news", medium="web", commercial=False, hosts=("lowtide.example",), names=("Low Tide",))
PAGE = (
    '<!doctype html><html lang="en"><head><title>The ferry is back</title>{head}'
    '<meta property="og:site_name" content="{name}"><meta property="article:published_time" content="{day}"></head>'
    "<body><article><h1>The ferry is back</h1>{text}</article></body></html>"
)
NOT_IN_A_CREDIT = frozenset({"logo", "excerpt-limit", "permission", "licence-text", "time-limit"})
"""Duties that no line of text fulfils."""
EXCEPTIONS = {
    ("datos-abiertos-murcia", "publication-date"): "no page of the original tells the day of its last update",
    ("republication-tracker-tool", "home-link"): "whose home page it is, the rule set does not know",
    ("scientia-global", "author-credit"): "the prescribed line names the authors in the middle of a sentence",
    ("scientia-global", "identifier"): "the original gives no DOI",
    ("who-bulletin", "cite-format"): "the original gives no volume, issue and DOI",
    ("who-bulletin", "identifier"): "the original gives no DOI",
}
"""What a pasted credit still fails, and why."""


def terms_of(ruleset: str, original: Path) -> OriginalTerms:
    """Tell the terms of an article by a person of an institution, with a page of her own."""
    publisher = licencecheck.load_rules().ruleset(ruleset).publisher
    address = address_of(ruleset)
    byline = '<p class="byline">By <a href="/authors/ada-holm" rel="author">Ada Holm</a>, University of Essex</p>'
    name = escape(publisher.name if publisher.domains else "River Post")
    head = f'<link rel="canonical" href="{escape(address)}">'
    html = PAGE.format(head=head, name=name, day="2026-10-01", text=byline + ARTICLE)
    original.write_text(html, encoding="utf-8")
    found = licencecheck.terms(original, url=address, publishers=[ruleset], profile=SITE, today=TODAY)
    assert isinstance(found, OriginalTerms)
    return found


def failures(ruleset: str, folder: Path) -> Iterator[set[tuple[str, str]]]:
    """What the copy fails with the credit where it belongs, of one that may stand anywhere above and below."""
    original, copy = folder / "original.html", folder / "copy.html"
    credit = terms_of(ruleset, original).credits
    placed = {each.at: each.html for each in credit.placed}
    above, below = placed.get("top", ""), placed.get("bottom", "")
    anywhere = placed.get("anywhere", "")
    for text in dict.fromkeys((anywhere + above + ARTICLE + below, above + ARTICLE + below + anywhere)):
        html = PAGE.format(head="".join(credit.head), name="Low Tide", day="2026-11-20", text=text)
        copy.write_text(html, encoding="utf-8")
        report = licencecheck.check(copy, original=str(original), publishers=[ruleset], profile=SITE, today=TODAY)
        failed = [finding.rule for finding in report.findings if finding.level is Level.ERROR]
        yield {(ruleset, rule.id) for rule in failed if rule.requires not in NOT_IN_A_CREDIT}


@pytest.mark.parametrize("ruleset", sorted(licencecheck.load_rules().files))
def test_pasted_credit_does_what_is_asked(ruleset: str, tmp_path: Path) -> None:
    """But for what no credit can know or say."""
    left = {each for each in EXCEPTIONS if each[0] == ruleset}

    assert any(each == left for each in failures(ruleset, tmp_path))


@pytest.mark.parametrize(
    ("ruleset", "above", "below"),
    [
        ("africa-check", "<p>By Ada Holm, Africa Check.</p>", "<p>This report was written by Africa Check, "),
        ("liberty-nation", "<p>Originally published at <a ", "<p>Read the original article at <a "),
        ("knowable-magazine", "<p>By Ada Holm, Knowable Magazine.</p>", "<p>This article originally appeared in <a "),
        ("the-citizen-bulletin", "<p>By Ada Holm, The Citizen Bulletin. This story", "<p>This story was originally "),
    ],
)
def test_credit_at_both_ends_of_the_article(ruleset: str, above: str, below: str, tmp_path: Path) -> None:
    """Is one for each, and what is asked at one of them stands there."""
    credit = terms_of(ruleset, tmp_path / "original.html").credits
    top, bottom = credit.placed

    assert ("top", "bottom") == (top.at, bottom.at)
    assert top.html.startswith(above)
    assert bottom.html.startswith(below)
    assert f"{top.html}\n{bottom.html}" == credit.html


def test_place_is_told_where_it_is_asked(tmp_path: Path) -> None:
    """Of a credit that stands at one end."""
    places = {
        name: terms_of(name, tmp_path / "original.html").credits.placed
        for name in ("nw-newswire", "gefira", "matter-news")
    }

    assert {"nw-newswire": ["bottom"], "gefira": ["anywhere"], "matter-news": ["top"]} == {
        name: [one.at for one in each] for name, each in places.items()
    }


@pytest.mark.parametrize("ruleset", sorted(licencecheck.load_rules().files))
def test_no_publisher_is_read_as_an_author(ruleset: str, tmp_path: Path) -> None:
    """In a pasted credit, above or below the article, nobody is the author but whom the original names."""
    copy, credit = tmp_path / "copy.html", terms_of(ruleset, tmp_path / "original.html").credits.html
    for text in (credit + ARTICLE, ARTICLE + credit):
        copy.write_text(PAGE.format(head="", name="Low Tide", day="2026-11-20", text=text), encoding="utf-8")
        (page,) = licencecheck.extract(copy)
        assert isinstance(page, Page)
        assert {"Ada Holm"} >= {*page.authors}


def test_no_publisher_in_the_house_line_is_read_as_an_author(tmp_path: Path) -> None:
    """By whatever name, and though nobody tells that it is one."""
    copy = tmp_path / "copy.md"
    parties = [file.publisher for file in licencecheck.load_rules().files.values()]
    for name in {name for party in parties for name in (party.name, *party.aliases)}:
        line = fill(house_line("en"), {"original": name, "original_url": "https://river.example/ferry"}, "markdown")
        copy.write_text(f"---\ntitle: The ferry\n---\n\n{line}\n\n{TEXT}\n\n{MORE}\n", encoding="utf-8")
        (page,) = licencecheck.extract(copy)
        assert isinstance(page, Page)
        assert () == page.authors


def credit_html(ruleset: str, folder: Path) -> str:
    return terms_of(ruleset, folder / "original.html").credits.html


@pytest.mark.parametrize("ruleset", ["the-conversation", "the-conversation-es", "microeconomic-insights"])
def test_institution_stands_in_the_byline(ruleset: str, tmp_path: Path) -> None:
    """As the original has it."""
    assert ">By Ada Holm, University of Essex. " in credit_html(ruleset, tmp_path)


@pytest.mark.parametrize(
    ("ruleset", "language", "credit"),
    [
        ("the-conversation", "fr", "<p>Par Ada Holm, {institution}. Cet article est republié "),
        ("the-conversation", "de", '<p lang="en">By Ada Holm, {institution}. This article is republished '),
        ("correctiv", "de", "<p>Von Ada Holm, CORRECTIV. Dies ist eine Recherche "),
        ("correctiv", "en", '<p lang="de">By Ada Holm, CORRECTIV. Dies ist eine Recherche '),
    ],
)
def test_byline_in_the_language_of_the_line(ruleset: str, language: str, credit: str, tmp_path: Path) -> None:
    """Where the page is in it as well; elsewhere in English, which is read on all pages."""
    text = " ".join([*wordings(language).common] * 3)
    page = tmp_path / "original.html"
    html = PAGE.format(head="", name="River Post", day="2026-10-01", text=f"<p>By Ada Holm</p><p>{text}</p>")
    page.write_text(html.replace('lang="en"', f'lang="{language}"'), encoding="utf-8")
    found = licencecheck.terms(page, url=address_of(ruleset), publishers=[ruleset], today=TODAY)
    assert isinstance(found, OriginalTerms)

    assert found.credits.html.startswith(credit)


@pytest.mark.parametrize(
    ("ruleset", "byline"),
    [
        ("correctiv", "By Ada Holm, CORRECTIV."),
        ("knowable-magazine", "By Ada Holm, Knowable Magazine."),
        ("the-citizen-bulletin", "By Ada Holm, The Citizen Bulletin."),
        ("the-texan", "By Ada Holm of The Texan."),
    ],
)
def test_byline_has_the_form_that_is_prescribed(ruleset: str, byline: str, tmp_path: Path) -> None:
    """Also where the form is one of several ways."""
    assert byline in credit_html(ruleset, tmp_path)


@pytest.mark.parametrize(
    "ruleset", ["el-observador", "primer-borrador", "racketlogger", "stack-exchange", "public-herald"]
)
def test_author_is_linked_as_the_original_links_her(ruleset: str, tmp_path: Path) -> None:
    """To her page there."""
    profile = f"https://{urlsplit(address_of(ruleset)).hostname}/authors/ada-holm"
    assert f'<a href="{profile}">Ada Holm</a>' in credit_html(ruleset, tmp_path)


@pytest.mark.parametrize("href", ["", "javascript:alert(1)", "https://[", "#", "mailto:ada@river.example"])
def test_author_without_a_page_is_a_gap(href: str, tmp_path: Path) -> None:
    """What leads nowhere is no page about her."""
    page = tmp_path / "original.html"
    byline = f'<p>By <a href="{href}">Ada Holm</a></p>'
    html = PAGE.format(head="", name="Public Herald", day="2026-10-01", text=byline + ARTICLE)
    page.write_text(html, encoding="utf-8")
    url = "https://publicherald.org/ferry"
    found = licencecheck.terms(page, url=url, publishers=["public-herald"], today=TODAY)
    assert isinstance(found, OriginalTerms)

    assert ("author_url",) == found.credits.gaps


def test_home_page_is_linked_where_that_is_asked(tmp_path: Path) -> None:
    """And not the article, of which the terms say nothing."""
    html = credit_html("gefira", tmp_path)

    assert '<a href="https://gefira.org">Gefira</a>' in html
    assert address_of("gefira") not in html


def test_licence_that_only_a_rule_names_is_linked(tmp_path: Path) -> None:
    """The rule set itself stands under none."""
    assert 'href="https://creativecommons.org/licenses/by-nd/4.0/"' in credit_html("agencia-fapesp", tmp_path)
