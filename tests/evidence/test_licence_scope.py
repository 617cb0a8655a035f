"""What a stated licence covers, and whether words and link of a statement agree."""

from __future__ import annotations

import pytest

from licencecheck.model import LicenceStatement, Scope, Statement
from tests.evidence.making import html, markdown, page

BY = "https://creativecommons.org/licenses/by/4.0/"
BY_SA = "https://creativecommons.org/licenses/by-sa/4.0/"


def licences(text: str) -> list[tuple[str, Scope]]:
    """Ids and scopes of the licences of a page."""
    return [(licence.id, licence.scope) for licence in page(text).licences]


def of_article(text: str) -> list[str]:
    """Ids of the licences of the article."""
    return [name for name, scope in licences(text) if scope is Scope.ARTICLE]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(
            f'This work is licensed under a <a rel="license" href="{BY}">Creative Commons Attribution 4.0 License</a>.',
            "CC-BY-4.0",
            id="sentence with link",
        ),
        pytest.param(
            f'<a rel="license" href="{BY_SA}"><img alt="CC" src="/88x31.png"></a>', "CC-BY-SA-4.0", id="badge"
        ),
        pytest.param(
            f'<a href="https://host.example/water">Water</a> © 2026 by Jane Doe is licensed under <a '
            f'href="{BY}">CC BY 4.0'
            "</a>",
            "CC-BY-4.0",
            id="chooser without rel",
        ),
        pytest.param("This article is licensed under CC BY-ND 4.0.", "CC-BY-ND-4.0", id="words alone"),
        pytest.param("This article is licensed under a Creative Commons licence.", "CC-unspecified", id="no kind"),
        pytest.param(
            f'Originally published by <a href="https://orig.example/w">River Post</a>, republished under '
            f'<a href="{BY}">CC BY 4.0</a>.',
            "CC-BY-4.0",
            id="licence in the credit",
        ),
    ],
)
def test_licence_of_the_article(line: str, expected: str) -> None:
    """A licence stated in a line at the end of the article is the article's."""
    assert [expected] == of_article(html(bottom=f"<p>{line}</p>"))


@pytest.mark.parametrize(
    ("parts", "scope"),
    [
        pytest.param(
            {"footer": f'<p>Content on this site is licensed under <a rel="license" href="{BY}">CC BY 4.0</a>.</p>'},
            Scope.SITE,
            id="footer of the site",
        ),
        pytest.param(
            {"bottom": f'<p>All articles on this site are licensed under <a href="{BY}">CC BY 4.0</a>.</p>'},
            Scope.SITE,
            id="sentence about the whole site below the article",
        ),
        pytest.param(
            {"beside": f'<aside class="sidebar"><a rel="license" href="{BY}">CC BY 4.0</a></aside>'},
            Scope.SITE,
            id="sidebar",
        ),
        pytest.param(
            {
                "middle": f'<figure><img src="m.jpg"><figcaption>Joan Roe, <a href="{BY}">CC BY 4.0</a>'
                "</figcaption></figure>"
            },
            Scope.IMAGE,
            id="caption",
        ),
        pytest.param(
            {"bottom": f'<p>Photo: Joan Roe, <a href="{BY}">CC BY 4.0</a></p>'},
            Scope.IMAGE,
            id="picture credit at the end",
        ),
        pytest.param(
            {"bottom": f'<p>Music: <a href="https://tunes.example/1">Mill Song</a> (<a href="{BY}">CC BY 4.0</a>)</p>'},
            Scope.IMAGE,
            id="music",
        ),
    ],
)
def test_licence_of_something_else(parts: dict[str, str], scope: Scope) -> None:
    """A licence of the site or of a picture is told as such, never as the article's."""
    assert [("CC-BY-4.0", scope)] == licences(html(**parts))


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param(
            {"bottom": '<p>Code: <a href="https://opensource.org/licenses/MIT">MIT License</a></p>'}, id="code"
        ),
        pytest.param(
            {"middle": f'<pre><code>&lt;a rel="license" href="{BY}"&gt;</code></pre>'},
            id="sample",
        ),
        pytest.param(
            {"middle": f"<p>The address <code>{BY}</code> names the licence.</p>"},
            id="code within a sentence",
            marks=pytest.mark.xfail(reason="inline code is read as the words of its paragraph", strict=True),
        ),
        pytest.param(
            {
                "head": '<link rel="canonical" href="https://host.example/water">'
                '<link rel="license" type="application/rsl+xml" href="/license.xml">'
            },
            id="terms for crawlers",
        ),
        pytest.param(
            {
                "middle": "<p>The archive of the mill, which the council had asked for, was opened under a "
                "Creative Commons "
                "Attribution licence two years ago, and since then pupils, painters and a film maker from the "
                "upper valley "
                "have used its drawings, most of them without having read what the licence asks of them in return.</p>"
            },
            id="running prose",
        ),
        pytest.param({"bottom": "<p>Map data © OpenStreetMap contributors, ODbL 1.0</p>"}, id="map data"),
    ],
)
def test_licences_that_are_only_talked_about(parts: dict[str, str]) -> None:
    """Licences of code and data, samples and prose license nothing here."""
    assert {Scope.MENTION} >= {scope for _, scope in licences(html(**parts))}


def test_article_and_site_are_told_apart() -> None:
    """The article's own licence stands beside that of the site."""
    found = licences(
        html(
            bottom=f'<p>This article is licensed under <a href="{BY_SA}">CC BY-SA 4.0</a>.</p>',
            footer=f'<p>Unless otherwise noted, content on this site is licensed under <a href="{BY}">CC BY '
            f"4.0</a>.</p>",
        )
    )

    assert {("CC-BY-SA-4.0", Scope.ARTICLE), ("CC-BY-4.0", Scope.SITE)} == set(found)


def test_words_and_link_that_disagree_are_a_conflict() -> None:
    """A statement that names one licence and links another contradicts itself."""
    found = page(html(bottom=f'<p>This article is licensed under <a rel="license" href="{BY_SA}">CC BY 4.0</a>.</p>'))

    (conflict,) = found.conflicts
    assert conflict.text == "words: CC-BY-4.0, link: CC-BY-SA-4.0"
    assert conflict.between


def test_badge_and_link_that_disagree_are_a_conflict() -> None:
    """A badge of one licence that links another is a conflict too."""
    badge = "https://i.creativecommons.org/l/by-nd/4.0/88x31.png"
    found = page(html(bottom=f'<p><a rel="license" href="{BY}"><img alt="Creative Commons" src="{badge}"></a></p>'))

    (conflict,) = found.conflicts
    assert conflict.text == "link: CC-BY-4.0, badge: CC-BY-ND-4.0"


@pytest.mark.parametrize(
    "head",
    [
        f'<link rel="license" href="{BY_SA}">',
        f'<script type="application/ld+json">{{"@type": "Article", "license": "{BY_SA}"}}</script>',
        f'<meta name="dcterms.license" content="{BY_SA}">',
    ],
)
def test_page_and_data_that_disagree_are_a_conflict(head: str) -> None:
    """Readers are told one licence, machines another."""
    bottom = f'<p>This article is licensed under <a rel="license" href="{BY}">CC BY 4.0</a>.</p>'
    (conflict,) = page(html(head=head, bottom=bottom)).conflicts

    assert conflict.text.startswith("page: CC-BY-4.0, ")
    assert conflict.text.endswith(": CC-BY-SA-4.0")
    assert 2 == len(conflict.between)


def test_page_and_data_that_agree_are_no_conflict() -> None:
    """The data may leave out what the page says."""
    bottom = f'<p>This article is licensed under <a rel="license" href="{BY}">CC BY 4.0</a>.</p>'

    assert () == page(html(head='<meta name="dcterms.license" content="CC BY">', bottom=bottom)).conflicts


def test_a_box_that_invites_to_republish_this_story_states_its_licence() -> None:
    """What "Republish this story" says in a dialogue is the licence of the article, not of the site."""
    box = f'<p>You are free to republish this story under a <a href="{BY}">Creative Commons licence</a>.</p>'

    assert [("CC-BY-4.0", Scope.ARTICLE)] == licences(html(beside=f'<div class="modal">{box}</div>'))


def test_a_licence_that_an_article_explains_is_a_mention() -> None:
    """An article about licences links them without being under any."""
    line = f'<p>Another one, the <a href="{BY}">Attribution licence</a>, will let you use the work of other people.</p>'

    assert [("CC-BY-4.0", Scope.MENTION)] == licences(html(bottom=line))


@pytest.mark.parametrize("words", ["CC BY 4.0", "Creative Commons Attribution", "a Creative Commons licence"])
def test_words_that_say_less_than_the_link_are_no_conflict(words: str) -> None:
    """Words without version or kind agree with the link."""
    found = page(html(bottom=f'<p>This article is licensed under <a rel="license" href="{BY}">{words}</a>.</p>'))

    assert () == found.conflicts
    assert ["CC-BY-4.0"] == [licence.id for licence in found.licences]


def test_a_statement_tells_by_what_it_is_made() -> None:
    """A sentence with a link states its licence by both."""
    (licence,) = page(html(bottom=f'<p>This article is licensed under <a href="{BY}">CC BY 4.0</a>.</p>')).licences

    assert isinstance(licence, LicenceStatement)
    assert {Statement.LINK, Statement.WORDS} == set(licence.by)
    assert BY == licence.url


def test_licence_in_front_matter() -> None:
    """A post's front matter states a licence for it that no reader sees."""
    (licence,) = page(markdown(front="title: Water\nlicense: CC BY-NC 4.0")).licences

    assert ("CC-BY-NC-4.0", Scope.ARTICLE, (Statement.METADATA,)) == (licence.id, licence.scope, licence.by)


def test_licence_in_the_rights_that_the_head_states() -> None:
    """`DC.rights` speaks of the article, `copyright` of the site."""
    head = f'<meta name="DC.rights" content="{BY_SA}"><meta name="copyright" content="CC BY 4.0">'
    assert ["CC-BY-SA-4.0"] == [licence.id for licence in page(html(head=head)).licences]


def test_the_line_that_gives_the_title_of_the_article_speaks_of_it() -> None:
    """ "Title" by A. Author, CC BY 4.0: with another title it credits a picture."""
    line = '<p>“<a href="https://orig.example/2024/w">{}</a>” by Jane Doe, <a href="' + BY + '">CC BY 4.0</a></p>'
    text = "<h1>Water in the valley</h1>" + "<p>The pumps beside the mill have run dry since May.</p>" * 8

    assert ["CC-BY-4.0"] == of_article(f"<article>{text}{line.format('Water in the valley')}</article>")
    assert [] == of_article(f"<article>{text}{line.format('Snow on the hill')}</article>")
