"""Credits: what names the origin of an article, and what only looks as if it did."""

from __future__ import annotations

from time import perf_counter

import pytest
from _pytest.mark import ParameterSet

from licencecheck.evidence.credits.names import clean_name
from licencecheck.model import Credit, CreditForm, CreditPart, Place, Target
from tests.evidence.making import BODIES, PARAGRAPHS, html, markdown, page

ORIG = '<a href="https://orig.example/water">River Post</a>'


def said(what: str, **parts: str) -> ParameterSet:
    """A case: the lines of a page, named by what it shows."""
    return pytest.param(parts, id=what)


def original(text: str) -> Credit:
    """The credit of the original of a page."""
    first = page(text).chain[0]
    assert first.part is CreditPart.ORIGINAL
    return first


@pytest.mark.parametrize(
    "parts",
    [
        # the page's own site
        said("own name by og:site_name", bottom="<p>This article was originally published by Host Herald.</p>"),
        said("own name with an article before it", bottom="<p>First published in The Host Herald.</p>"),
        said("own host as the source", bottom="<p>Source: host.example</p>"),
        said(
            "link to the own site",
            bottom='<p>This story first appeared on <a href="https://www.host.example/water">our site</a>.</p>',
        ),
        said(
            "feed footer with the own name",
            bottom='<p>The post <a href="https://host.example/water">Water for the valley</a> appeared first on '
            '<a href="https://host.example">Host Herald</a>.</p>',
        ),
        said("own name in Chinese", site="山谷日报", lang="zh", bottom="<p>来源：山谷日报</p>"),
        said("own name in Polish", site="Kurier Doliny", lang="pl", bottom="<p>Źródło: Kurier Doliny</p>"),
        said(
            "own sister host of one registrable domain",
            bottom='<p>Originally published on <a href="https://blog.host.example/water">the blog</a>.</p>',
        ),
        said("own print edition", bottom="<p>This article was first published in the Host Herald print edition.</p>"),
        said(
            "own print edition with section and page",
            bottom="<p>This article appeared in the Weekend section of the print edition on page 3.</p>",
        ),
        said("own newsletter", bottom="<p>This story first appeared in the Host Herald newsletter.</p>"),
        said(
            "a post of a network",
            bottom=f'<blockquote class="twitter-tweet"><p>Originally published by {ORIG}</p></blockquote>',
        ),
        # the other direction
        said("reprinted elsewhere", bottom="<p>This article was reprinted on Hill Gazette.</p>"),
        said(
            "reprinted elsewhere with a link",
            bottom='<p>This article has since been republished by <a href="https://hill.example/w">Hill '
            "Gazette</a>.</p>",
        ),
        said("cross-posted to", bottom='<p>Cross-posted to <a href="https://hill.example/w">Hill Gazette</a>.</p>'),
        said("also on Medium", bottom='<p>Also on <a href="https://medium.com/@jane/water">Medium</a>.</p>'),
        said(
            "also published on Medium",
            bottom='<p>This post was also published on <a href="https://medium.com/@jane/water-1">Medium</a>.</p>',
        ),
        said(
            "discussion elsewhere",
            bottom='<p>Discuss this post on <a href="https://news.forum.example/item?id=1">Forum</a>.</p>',
        ),
        said(
            "parallel publication in German", lang="de", bottom="<p>Dieser Beitrag erscheint auch auf Hügelblatt.</p>"
        ),
        said(
            "link of syndication",
            bottom='<p><a rel="syndication" class="u-syndication" href="https://hill.example/w">Hill Gazette</a></p>',
        ),
        # time, not place
        said("first published at a time", top="<p>Story first published: January 17, 2012 10:53 IST</p>"),
        said("originally published at an hour", bottom="<p>This story was originally published at 2:05 p.m.</p>"),
        said("first published on a day", top="<p>First published on 27 February 2017</p>"),
        said(
            "originally published on a day and since updated",
            top="<p>This article was originally published on May 3, 2019 and has been updated with new figures.</p>",
        ),
        said("published again by ourselves", top="<p>We are republishing this story after the vote on Monday.</p>"),
        said("updated", bottom="<p>Last updated: 3 May 2020</p>"),
        # figures, tables, pictures
        said(
            "source of a figure in its caption",
            middle='<figure><img src="a.png" alt=""><figcaption>Rain by month. Source: Weather '
            "Office</figcaption></figure>",
        ),
        said(
            "source below a table",
            middle="<table><tr><td>May</td><td>12</td></tr><tr><td>June</td><td>9</td></tr></table>"
            "<p>Source: Weather Office</p>",
        ),
        said(
            "picture credit below a picture",
            middle='<p><img src="mill.jpg" alt="The mill"></p><p>Photo: Joan Roe / <a '
            'href="https://www.flickr.com/photos/'
            'joan/1">Flickr</a></p>',
        ),
        said("picture credit of an agency at the end", bottom="<p>Image: Joan Roe/Getty Images</p>"),
        said(
            "picture courtesy at the top",
            top='<p><em>Featured image courtesy of <a href="https://pictures.example/7">Hill Pictures</a></em></p>',
        ),
        said("image via an agency", top='<figure><img src="m.jpg"><figcaption>The mill (AP)</figcaption></figure>'),
        said(
            "picture source with licence",
            bottom='<p>Image source: <a href="https://commons.wikimedia.org/wiki/File:Mill.jpg">Wikimedia Commons</a>, '
            "CC BY-SA 3.0</p>",
        ),
        # code, fonts, data, themes
        said(
            "licence of code",
            bottom='<p>The code of this post is on <a href="https://git.example/water">Git</a> under the MIT '
            "License.</p>",
        ),
        said("licence of a font", bottom='<p>Font: <a href="https://type.example/f">Valley Sans</a>, SIL OFL 1.1</p>'),
        said(
            "map data",
            middle='<p>Map data © <a href="https://www.openstreetmap.org">OpenStreetMap</a> contributors</p>',
        ),
        said("theme of the site", footer='<p>Theme: Stream by <a href="https://themes.example/">River Themes</a></p>'),
        said("powered by", footer='<p>Proudly powered by <a href="https://press.example/">Press</a></p>'),
        said(
            "sample code with a credit",
            middle="<pre><code>source: https://orig.example/water\nOriginally published by River Post</code></pre>",
        ),
        # comments, related links, boxes
        said(
            "credit in a comment",
            beside='<section id="comments"><h2>2 comments</h2><div class="comment"><p>This article was originally '
            f"published by {ORIG}.</p></div></section>",
        ),
        said(
            "pingback",
            beside='<ol class="commentlist"><li class="pingback"><p>[...] This article first appeared on '
            '<a href="https://hill.example/w">Hill Gazette</a> [...]</p></li></ol>',
        ),
        said(
            "reblog notice",
            beside='<div id="comments"><p>Reblogged this on <a href="https://hill.example/w">Hill '
            "Gazette</a>.</p></div>",
        ),
        said(
            "related link",
            middle='<p><strong>Read more: <a href="https://hill.example/x">Why pumps rust</a></strong></p>',
        ),
        said("see also", bottom='<p>See also: <a href="https://hill.example/x">Why pumps rust</a>, Hill Gazette</p>'),
        said(
            "teasers of another outlet",
            beside='<aside class="related"><h3>Related</h3><ul><li>Originally published by <a '
            'href="https://hill.example/x">Hill Gazette</a></li></ul></aside>',
        ),
        said(
            "share box",
            bottom='<div class="share"><a href="https://www.facebook.com/sharer.php?u=https://host.example/water">Share'
            '</a> <a href="mailto:?subject=water">Send</a></div>',
        ),
        said(
            "newsletter box",
            bottom='<div class="newsletter">Sign up for our newsletter, published in partnership with '
            '<a href="https://mail.example/">Mail House</a>.</div>',
        ),
        said(
            "dialog for the own republishers",
            beside='<div class="modal" role="dialog"><p>Republish this article: This article first appeared on '
            '<a href="https://host.example/water">Host Herald</a> and is republished here under a Creative Commons '
            "licence.</p></div>",
        ),
        said(
            "menu item about republishing",
            beside='<nav><a href="/republish">Republication guidelines</a> <a href="/reprints">Reprints</a></nav>',
        ),
        # quotations and embedded posts
        said(
            "embedded post",
            middle='<blockquote class="twitter-tweet"><p>The pumps are dry</p>&mdash; River Post (@riverpost) '
            '<a href="https://twitter.com/riverpost/status/1">May 3, 2020</a></blockquote>',
        ),
        said(
            "quotation with its own source",
            middle="<blockquote><p>Water is the driving force of all nature, and no mill turns without it.</p><footer>"
            "Source: <cite>Notes of a Miller</cite></footer></blockquote>",
        ),
        said(
            "quotation that speaks of a first publication",
            middle="<p>The report, which was originally published by the Weather Office in 2014, names three "
            "reasons for "
            "the low level of the water and proposes to measure it every day, which has not been done so far "
            "because the "
            "gauges were sold and nobody has found the money for new ones since then.</p>",
        ),
        said(
            "quotation about licences",
            middle="<p>Anyone who republishes the report must, as the office wrote, name the source and “state "
            "that it is "
            "republished under a Creative Commons licence”, which most of the papers in the valley have forgotten "
            "to do, "
            "although the office has reminded them of it in three letters and one long call.</p>",
        ),
        said(
            "text about syndication",
            middle="<p>A syndicated article usually ends with the words “originally published on” and a link to "
            "the site "
            "it came from, and a reader who wants to know more can follow it, which hardly anybody does, as the "
            "numbers "
            "of the last three years show beyond any doubt.</p>",
        ),
        # facts, dishes
        said(
            "invitation to read what is summed up",
            bottom="<p>That is all for now. If you want to read the original article, "
            'it is <a href="https://orig.example/water">here</a>.</p>',
        ),
        said(
            "invitation in Spanish",
            lang="es",
            bottom="<p>Y esto es todo. Si quieres leer el artículo original, está en "
            '<a href="https://orig.example/water">este enlace</a>.</p>',
        ),
        said(
            "institution that told the author",
            bottom="<div><p>Author: <b>Jane Doe</b></p><p>Source: "
            "<a href='https://valley.example/'>Valley University</a></p></div>",
        ),
        said(
            "source of a recipe",
            lang="de",
            bottom="<p><b>Zutaten:</b><br>300 g Mehl<br>1 Ei</p><p>(Quelle: <a href='https://kueche.example/brot'>"
            "küche &amp; brot</a>)</p>",
        ),
        # references
        said(
            "list of sources",
            bottom="<h2>Sources</h2><ul><li>Weather Office, 2019</li><li>Mill Archive, 1974</li></ul>",
        ),
        said(
            "journal reference",
            bottom="<p>Original publication: J. Roe: Wells, Journal of Wells 3 (2019), 12-19, <a "
            'href="https://doi.org/'
            '10.1234/w">doi:10.1234/w</a></p>',
        ),
        said(
            "year of a book",
            middle="<p>The book “Wells” was first published in 1974 and has never been out of print.</p>",
        ),
        said("author of books", bottom="<p>Jane Doe is the author of “Wells”, published by Hill House Books.</p>"),
        # formulas and categories
        said(
            "category in Polish", lang="pl", bottom='<p>Artykuł pochodzi z kategorii: <a href="/dolina">Dolina</a></p>'
        ),
        said("category", bottom='<p>Published in <a href="/valley">Valley</a></p>'),
        said("aggregator in Chinese", lang="zh", bottom="<p>本站文章来自互联网，如有侵权请联系删除。</p>"),
        said("aggregator", bottom="<p>Source: Internet</p>"),
        said("all content belongs to its authors", footer="<p>All content belongs to its respective owners.</p>"),
        said("sponsor", top='<p>Presented by <a rel="sponsored" href="https://pumps.example/">Valley Pumps</a></p>'),
        # footers
        said(
            "footer of the host within the article",
            bottom="<footer><p>© 2026 Host Herald. All rights reserved.</p></footer>",
        ),
        said(
            "footer of the host's company within the article",
            bottom="<footer class='site-info'><p>© 2026 Valley Media Group Ltd. All rights reserved. <a "
            "href='/privacy'>"
            "Privacy policy</a> <a href='/terms'>Terms of use</a></p></footer>",
        ),
        said(
            "footer that grants republication",
            footer="<p>Republish our articles for free, online or in print, under a Creative Commons licence.</p>",
        ),
        said(
            "terms for the next republisher",
            bottom="<p>No part of this article may be reproduced without permission of the publisher.</p>",
        ),
        said("a section named News beside the date", top="<p>News</p><p>3 May 2021</p>"),
        said("agency at home", site="Reuters", top="<p>LONDON (Reuters) - The pumps beside the mill have run dry.</p>"),
        said("agency quoted in the text", middle="<p>“The pumps are dry,” the mayor told Reuters on Monday.</p>"),
    ],
)
def test_false_friends(parts: dict[str, str]) -> None:
    """What speaks of another party, another thing or another time makes no page a repost."""
    decision = page(html(**parts)).repost

    assert not decision.is_repost, decision


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        pytest.param({"bottom": f"<p>This article was originally published by {ORIG}.</p>"}, "River Post", id="bottom"),
        pytest.param({"top": f"<p><em>This story first appeared on {ORIG}.</em></p>"}, "River Post", id="top"),
        pytest.param({"bottom": f"<hr><p><small>Source: {ORIG}</small></p>"}, "River Post", id="label"),
        pytest.param(
            {"bottom": f"<p>Republished with permission from {ORIG}.</p>"}, "River Post", id="claimed permission"
        ),
        pytest.param({"bottom": f"<p>Cross-posted from {ORIG}</p>"}, "River Post", id="cross-posted from"),
        pytest.param(
            {"bottom": f"<div class='post-footer'><p>Originally published on {ORIG}</p></div>"},
            "River Post",
            id="footer of the article",
        ),
        pytest.param(
            {"bottom": f"<blockquote><p>This article was originally published by {ORIG}.</p></blockquote>"},
            "River Post",
            id="quotation that is nothing but the credit",
        ),
        pytest.param(
            {"bottom": f"<p>{'Jane Doe writes about water. '}<br>Source: {ORIG}</p>"},
            "River Post",
            id="line after a break",
        ),
        pytest.param(
            {"lang": "de", "bottom": f"<p>Dieser Beitrag erschien zuerst bei {ORIG}.</p>"}, "River Post", id="German"
        ),
        pytest.param({"lang": "de", "bottom": f"<p>Quelle: {ORIG}</p>"}, "River Post", id="German label"),
        pytest.param(
            {"lang": "fr", "bottom": f"<p>Article publié initialement sur {ORIG}.</p>"}, "River Post", id="French"
        ),
        pytest.param(
            {"lang": "es", "bottom": f"<p>Este artículo fue publicado originalmente en {ORIG}.</p>"},
            "River Post",
            id="Spanish",
        ),
        pytest.param(
            {"lang": "zh", "bottom": '<p>原文来自：<a href="https://orig.example/w">河流日报</a></p>'},
            "河流日报",
            id="Chinese",
        ),
        pytest.param(
            {"lang": "ru", "bottom": '<p>Источник: <a href="https://orig.example/w">Речная газета</a></p>'},
            "Речная газета",
            id="Russian",
        ),
        pytest.param({"lang": "pl", "bottom": f"<p>Źródło: {ORIG}</p>"}, "River Post", id="Polish"),
        pytest.param(
            {"bottom": "<p>The original source of this article is River Post</p>"}, "River Post", id="without a link"
        ),
        pytest.param({"bottom": "<p>Source: Valley University</p>"}, "Valley University", id="institution alone"),
        pytest.param(
            {"bottom": "<p>Author: Jane Doe</p><p>Source: River Post</p>"}, "River Post", id="medium beside the author"
        ),
        pytest.param(
            {"bottom": "<p>Source: World Bank, press release of 3 May 2019</p>"},
            "World Bank",
            id="press of statisticians",
        ),
        pytest.param({"bottom": "<p>Source: River Post, 2019</p>"}, "River Post", id="medium with a year"),
        pytest.param(
            {
                "bottom": "<p>Source: River Post</p>",
                "footer": "<div class='consent'>"
                + "".join(f"<p>{n}. {PARAGRAPHS[0]}</p>" for n in range(6))
                + "</div>",
            },
            "River Post",
            id="above a long consent dialog",
        ),
        pytest.param(
            {"bottom": "<p>Copyright © 2019 River Post. All rights reserved.</p>"},
            "River Post",
            id="copyright line of another outlet",
        ),
    ],
)
def test_worded_credits(parts: dict[str, str], name: str) -> None:
    """A credit in words names its party, wherever at the article it stands."""
    text = html(**parts)

    assert page(text).repost.is_repost
    assert name == original(text).name


@pytest.mark.parametrize(
    ("parts", "name", "form"),
    [
        pytest.param(
            {"top": "<p>River Post, October 22, 2019</p>"}, "River Post", CreditForm.DATELINE, id="outlet by the date"
        ),
        pytest.param(
            {"lang": "zh", "top": "<p>2011-12-09 河流日报</p>"},
            "河流日报",
            CreditForm.DATELINE,
            id="Chinese outlet by the date",
        ),
        pytest.param(
            {"top": f"<p>VALLEY TOWN (Reuters) - {PARAGRAPHS[3]}</p>"},
            "Reuters",
            CreditForm.DATELINE,
            id="agency in the dateline",
        ),
        pytest.param(
            {"top": "<p>VALLEY TOWN (Reuters) - The pumps have run dry, the council said on Monday.</p>"},
            "Reuters",
            CreditForm.DATELINE,
            id="agency in the dateline of a short paragraph",
        ),
        pytest.param(
            {"lang": "de", "top": f"<p>TALSTADT (dpa) - {BODIES['de'][2]}</p>"},
            "dpa",
            CreditForm.DATELINE,
            id="German agency in the dateline",
        ),
        pytest.param(
            {"top": '<p class="byline">By Jane Doe, Associated Press</p>'},
            "Associated Press",
            CreditForm.BYLINE,
            id="agency in the byline",
        ),
        pytest.param(
            {"top": '<p><a href="https://orig.example/water">Water for all</a> by Jane Doe</p>'},
            "orig.example",
            CreditForm.FIRST_PUBLISHED,
            id="title by author",
        ),
        pytest.param(
            {
                "lang": "zh",
                "top": '<div class="info"><span>2011-12-09</span> <span class="source">河流晚报</span></div>',
            },
            "河流晚报",
            CreditForm.DATELINE,
            id="box named for the source",
        ),
    ],
)
def test_wordless_credits(parts: dict[str, str], name: str, form: CreditForm) -> None:
    """An outlet beside the date, an agency in dateline or byline, a linked title with author: credits without words."""
    text = html(**parts)
    credit = original(text)

    assert page(text).repost.is_repost
    assert (name, form) == (credit.name, credit.form)


@pytest.mark.parametrize(
    ("written", "name"),
    [("Canal Press (CP)", "Canal Press (CP)"), ("(Canal Press)", "Canal Press"), ("Canal Press)", "Canal Press")],
)
def test_a_name_keeps_the_bracket_that_it_closes(written: str, name: str) -> None:
    """Marks around a name are no part of it."""
    assert name == clean_name(written)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Talmagazin 3/2020", "Talmagazin"),
        ("Radio 4", "Radio 4"),
        ("水管（ID：shuiguan）", "水管"),
        ("水管（微信号: shuiguan）", "水管"),
        ("[3]", None),
    ],
)
def test_a_name_is_told_from_number_and_account(written: str, name: str | None) -> None:
    """The issue of a magazine and the account of a channel stand behind their names."""
    assert name == clean_name(written)


def test_a_line_that_labels_its_source_is_no_bare_name() -> None:
    """Not even where the label names the own site, and a button stands behind it."""
    link = '<a href="https://society.host.example/">山谷日报-社会</a>'
    top = f"<p>2011年12月15日22:29 来源：{link} 手机看报</p>"

    assert () == page(html(top=top, site="山谷日报", lang="zh")).chain


def test_bare_address_at_the_end() -> None:
    """A last line that is only the address of an article elsewhere is at least a weak credit."""
    credit = original(html(bottom='<p><a href="https://orig.example/water">https://orig.example/water</a></p>'))

    assert (CreditForm.BARE_URL, "orig.example") == (credit.form, credit.name)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("> *This article was originally published on [River Post](https://orig.example/w).*", id="quote"),
        pytest.param("---\n\nSource: <https://orig.example/w>", id="autolink after a rule"),
        pytest.param(":::note\nOriginally published on [River Post](https://orig.example/w)\n:::", id="container"),
        pytest.param("!!! info\n    Originally published on [River Post](https://orig.example/w)", id="admonition"),
        pytest.param("> [!NOTE]\n> Originally published on [River Post](https://orig.example/w)", id="alert"),
        pytest.param("Originally published on [River Post][1].\n\n[1]: https://orig.example/w", id="reference link"),
        pytest.param('<sub>Originally published on <a href="https://orig.example/w">River Post</a></sub>', id="HTML"),
        pytest.param("*Cross-posted from [River Post](https://orig.example/w)*", id="emphasis"),
        pytest.param("Source: https://orig.example/w", id="address as text"),
        pytest.param(
            "via: https://orig.example/w\n\n作者：Jane Doe 译者：[roe](https://git.example/roe)",
            id="translators' block",
        ),
    ],
)
@pytest.mark.parametrize("end", ["top", "bottom"])
def test_credits_in_posts(line: str, end: str) -> None:
    """Whatever Markdown wraps a credit in, at either end, it links the original."""
    text = markdown(top=line) if end == "top" else markdown(bottom=line)

    assert page(text).repost.is_repost
    assert "https://orig.example/w" == original(text).links[0].url


@pytest.mark.parametrize(
    ("parts", "is_repost"),
    [
        pytest.param({"bottom": "This post first appeared on [River Post](https://orig.example/)."}, False, id="end"),
        pytest.param({"top": "This post first appeared on [River Post](https://orig.example/)."}, True, id="top"),
        pytest.param(
            {"bottom": "This post first appeared on [River Post](https://orig.example/), republished with permission."},
            True,
            id="permission",
        ),
    ],
)
def test_home_page_in_a_post_that_names_no_site(parts: dict[str, str], is_repost: bool) -> None:
    """A site credits itself below its posts, for those who copy the feed; it asks itself for no permission."""
    assert is_repost is page(markdown(**parts)).repost.is_repost


@pytest.mark.parametrize(
    ("line", "href", "target"),
    [
        pytest.param(
            'Originally published by <a href="https://orig.example/">River Post</a>, read it '
            '<a href="https://orig.example/water">here</a>.',
            "https://orig.example/water",
            Target.ARTICLE,
            id="home page on the name, article on here",
        ),
        pytest.param(
            'Originally published by <a href="https://orig.example/">River Post</a>. '
            '<a href="https://orig.example/water">Read the original article</a>.',
            "https://orig.example/water",
            Target.ARTICLE,
            id="home page on the name, article on the call to read",
        ),
        pytest.param(
            'Originally published by <a href="https://orig.example/">River Post</a>. Read it '
            '<a href="https://orig.example/water">here</a>.',
            "https://orig.example/water",
            Target.ARTICLE,
            id="home page on the name, article on here in the next sentence",
        ),
        pytest.param(
            'By <a href="https://orig.example/author/jane-doe">Jane Doe</a>, originally published in '
            '<a href="https://orig.example/water">River Post</a>.',
            "https://orig.example/water",
            Target.ARTICLE,
            id="profile of the author before it",
        ),
        pytest.param(
            'Originally published by <a href="https://orig.example/water">River Post</a>. Follow '
            '<a href="https://twitter.com/janedoe">Jane Doe</a>.',
            "https://orig.example/water",
            Target.ARTICLE,
            id="social profile after it",
        ),
        pytest.param(
            'Originally published by <a href="https://orig.example">River Post</a>.',
            "https://orig.example",
            Target.HOMEPAGE,
            id="home page only",
        ),
        pytest.param(
            'First appeared on <a href="https://orig.example">River Post</a> and licensed '
            '<a href="https://creativecommons.org/licenses/by/4.0/">CC BY</a>.',
            "https://orig.example",
            Target.HOMEPAGE,
            id="licence after it",
        ),
        pytest.param('Originally published by <a href="#">River Post</a>.', "#", Target.DEAD, id="placeholder"),
        pytest.param(
            'Originally published by <a href="javascript:void(0)">River Post</a>.',
            "javascript:void(0)",
            Target.DEAD,
            id="script",
        ),
        pytest.param(
            'Originally published by <a href="/go/17">River Post</a>.', "/go/17", Target.RELATIVE, id="own redirector"
        ),
    ],
)
def test_choice_of_the_link(line: str, href: str, target: Target) -> None:
    """Of several links the one to the article is meant; a dead one is told as it is."""
    link = original(html(bottom=f"<p>{line}</p>")).links[0]

    assert (href, target) == (link.href, link.target)


@pytest.mark.parametrize(
    "href",
    [
        pytest.param("https://web.archive.org/web/2019/https://orig.example/water", id="archive"),
        pytest.param("https://www.google.com/url?q=https://orig.example/water", id="search engine"),
        pytest.param("https://l.facebook.com/l.php?u=https%3A%2F%2Forig.example%2Fwater", id="social network"),
        pytest.param("https://link.zhihu.com/?target=https%3A//orig.example/water", id="portal"),
    ],
)
def test_redirectors_are_unwrapped(href: str) -> None:
    """A link through a redirector leads where the redirector leads."""
    link = original(html(bottom=f'<p>Originally published by <a href="{href}">River Post</a>.</p>')).links[0]

    assert (href, "https://orig.example/water") == (link.href, link.url)


def test_link_on_the_line_after_the_label() -> None:
    """A label that ends with a colon has its link in the next line."""
    credit = original(html(bottom='<p>Original article:</p><p><a href="https://orig.example/water">Wells</a></p>'))

    assert "https://orig.example/water" == credit.links[0].href


@pytest.mark.parametrize("words", ["Read the original", "Read more", "https://orig.example/water"])
def test_the_next_line_calls_to_read_the_original(words: str) -> None:
    """A credit without a link has that of a line which is nothing but the call to follow it."""
    call = f'<p><a href="https://orig.example/water">{words}</a></p>'
    credit = original(html(bottom=f"<p>This article was originally published by River Post</p>{call}"))

    assert ("River Post", "https://orig.example/water") == (credit.name, credit.links[0].href)


def test_the_next_line_is_another_article() -> None:
    """A link with a title of its own below the credit is not that of the original."""
    other = '<p><a href="https://other.example/2019/wells">Why the wells are deep</a></p>'
    credit = original(html(bottom=f"<p>This article was originally published by River Post</p>{other}"))

    assert () == credit.links


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("- `source` {Pump|Well} Where the water comes from.", id="parameter"),
        pytest.param("* `original`: The pumps as they came.", id="field"),
        pytest.param("Source: `pumps/well.py`", id="file"),
        pytest.param("Source: [well.py, lines 3 to 9](https://github.com/doe/pumps/blob/main/well.py)", id="code"),
        pytest.param("This is a translation of the [English page](../en/water.md).", id="own page"),
        pytest.param("- names: the names that the rules accept, as [DOE, APA]; they are shown.", id="acronym"),
        pytest.param("Copyright (c) 2012-2019 Jane Doe, John Roe (https://roe.example)", id="address of a holder"),
    ],
)
def test_lines_of_documentation(line: str) -> None:
    """What explains parameters, files and other languages credits nobody."""
    assert not page(markdown(top=line)).repost.is_repost
    assert not page(markdown(bottom=line)).repost.is_repost


def test_an_address_in_code_is_a_source() -> None:
    """Some write it so that it is no link."""
    assert "orig.example" == original(markdown(bottom="Source: `https://orig.example/w`")).name


def test_a_text_in_a_repository_may_be_the_original() -> None:
    """Unlike code, posts are copied from there."""
    link = "https://github.com/doe/blog/blob/main/posts/water.md"

    assert page(markdown(bottom=f"Source: [Water for the valley]({link})")).repost.is_repost


def test_logo_as_link() -> None:
    """A linked logo is a link of the credit."""
    line = '<p>Originally published by <a href="https://orig.example/w"><img src="l.png" alt="River Post"></a></p>'

    assert "https://orig.example/w" == original(html(bottom=line)).links[0].href


def test_the_link_of_the_next_sentence_is_not_that_of_the_credit() -> None:
    """A book shop after the credit is no original."""
    line = (
        '<p>Originally published by River Post. Her book is at <a href="https://shop.example/wells">Hill Books</a>.</p>'
    )

    assert not any(link.url == "https://shop.example/wells" for link in original(html(bottom=line)).links)


def chain_of(text: str) -> list[tuple[str | None, CreditPart]]:
    """Names and parts of the chain."""
    return [(credit.name, credit.part) for credit in page(text).chain]


def test_chain_of_original_and_grantor() -> None:
    """Who is credited with the first publication is the original; who passed it on granted it."""
    text = html(
        top="<p>Global Gazette, October 22, 2019</p><p>River Post 21 October 2019</p>",
        bottom="<p>The original source of this article is River Post</p>",
    )

    assert ("River Post", CreditPart.ORIGINAL) == chain_of(text)[0]
    assert ("Global Gazette", CreditPart.GRANTOR) in chain_of(text)


def test_chain_of_original_and_via() -> None:
    """Via names who passed the article on."""
    text = html(
        bottom=f'<p>Originally published by {ORIG}.</p><p>Via <a href="https://hill.example/w">Hill Gazette</a></p>'
    )

    assert ("River Post", CreditPart.ORIGINAL) == chain_of(text)[0]
    assert ("Hill Gazette", CreditPart.VIA) in chain_of(text)


def test_two_statements_of_one_party_are_one_credit() -> None:
    """A party that is named at the top and at the bottom stands once in the chain, with the link of either."""
    text = html(top="<p>First published by River Post.</p>", bottom=f"<p>Source: {ORIG}</p>")

    assert [("River Post", CreditPart.ORIGINAL)] == chain_of(text)
    assert "https://orig.example/water" == original(text).links[0].href


def test_republished_from_a_second_party() -> None:
    """An article that a second party republished names both, the first publisher first."""
    text = html(
        bottom='<p>This article was originally published by <a href="https://orig.example/w">River Post</a>. '
        "Republished "
        'from <a href="https://hill.example/w">Hill Gazette</a> with permission.</p>'
    )

    assert ("River Post", CreditPart.ORIGINAL) == chain_of(text)[0]
    assert "Hill Gazette" in {name for name, _ in chain_of(text)}


@pytest.mark.parametrize(
    "front",
    [
        "canonical_url: https://orig.example/water",
        "canonicalURL: https://orig.example/water",
        "original_url: https://orig.example/water\noriginal_site: River Post",
        "source: {title: River Post, url: 'https://orig.example/water'}",
        "first_published: https://orig.example/water",
        "syndicated: {source: River Post, url: 'https://orig.example/water'}",
    ],
)
def test_front_matter_alone(front: str) -> None:
    """Front matter that names the original makes a repost, but no visible credit."""
    credit = original(markdown(front=f"title: Water\n{front}"))

    assert (CreditForm.METADATA, Place.META, False) == (credit.form, credit.place, credit.visible)
    assert "https://orig.example/water" == credit.links[0].href


@pytest.mark.parametrize(
    "front",
    [
        "original: true",
        "source: https://github.com/jane/water",
        "canonical_url: /water",
        "copyright: false",
        "cover: {source: 'https://pictures.example/7'}",
    ],
)
def test_front_matter_of_other_things(front: str) -> None:
    """Switches, repositories, own addresses and pictures are no origin."""
    assert not page(markdown(front=f"title: Water\n{front}")).repost.is_repost


@pytest.mark.parametrize(
    "head",
    [
        pytest.param('<link rel="canonical" href="https://orig.example/water">', id="canonical of another site"),
        pytest.param(
            '<script type="application/ld+json">{"@type": "Article", "headline": "Water for the valley", "isBasedOn": '
            '"https://orig.example/water"}</script>',
            id="isBasedOn",
        ),
        pytest.param(
            '<script type="application/ld+json">{"@type": "Article", "headline": "Water for the valley", '
            '"translationOfWork": {"@type": "Article", "url": "https://orig.example/water"}}</script>',
            id="translationOfWork",
        ),
    ],
)
def test_head_alone(head: str) -> None:
    """An origin that only the head names is a credit that no reader sees."""
    text = html(
        head=head, bottom='<p><a href="https://host.example/a">A</a> <a href="https://host.example/b">B</a></p>'
    )
    credit = original(text)

    assert page(text).repost.is_repost
    assert (CreditForm.METADATA, False) == (credit.form, credit.visible)
    assert "https://orig.example/water" == credit.links[0].url


def test_head_of_the_own_site() -> None:
    """A canonical address of the own site is no origin."""
    assert not page(html(head='<link rel="canonical" href="https://www.host.example/valley/water">')).repost.is_repost


def test_data_that_agrees_makes_a_credit_surer() -> None:
    """A visible credit that the canonical address bears out says so."""
    text = html(head='<link rel="canonical" href="https://orig.example/water">', bottom=f"<p>Source: {ORIG}</p>")

    assert "agrees with the metadata" in original(text).signals


SIDEBAR = f'<aside class="sidebar"><p>Originally published by {ORIG}.</p></aside>'


def test_credits_beside_the_article_are_told_and_do_not_count() -> None:
    """A credit in the sidebar is no credit of the article, but worth telling."""
    found = page(html(beside=SIDEBAR))

    assert not found.repost.is_repost
    assert () == found.chain
    assert {("River Post", Place.ASIDE)} == {(credit.name, credit.place) for credit in found.credits}


def test_credits_beside_the_article_are_told_once() -> None:
    """One statement beside the article is one credit."""
    assert 1 == len(page(html(beside=SIDEBAR)).credits)


def test_thousands_of_sources_take_bounded_time() -> None:
    """A page that lists sources and links to its start page without end is read in a few seconds."""
    text = "".join(f'<a href="/">name {number}</a><p>Source: x{number}</p>' for number in range(3_000))
    start = perf_counter()

    page(html(bottom=text))

    assert perf_counter() - start < 30


def test_a_credit_in_the_sidebar_does_not_carry_off_the_link_of_the_article() -> None:
    """The licence line links the original; the name stands beside the article only."""
    read = page(
        html(
            bottom='<p><a href="https://orig.example/water">Water for the valley</a> is licensed under a '
            '<a href="https://creativecommons.org/licenses/by-nd/4.0/">CC BY-ND 4.0</a> licence.</p>',
            beside='<aside class="sidebar"><p>Originally published by River Post</p></aside>',
        )
    )

    assert [(Place.BOTTOM, ["https://orig.example/water"]), (Place.ASIDE, [])] == [
        (credit.place, [link.href for link in credit.links]) for credit in read.credits
    ]


@pytest.mark.parametrize(("parts", "place"), [("{credit}{text}", Place.TOP), ("{text}{credit}", Place.BOTTOM)])
def test_a_credit_beside_a_single_paragraph_has_its_place(parts: str, place: Place) -> None:
    """The shortest article has a top and a bottom too."""
    text = f"<p>{'Eleven seals moved into the inner harbour this week, and nobody minds. ' * 2}</p>"
    body = parts.format(credit=f"<p>Originally published by {ORIG}</p>", text=text)

    assert place is original(f"<title>Seals</title><article><h1>Seals</h1>{body}</article>").place


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://www.facebook.com/RiverPost/posts/17", "RiverPost"),
        ("https://twitter.com/@river_post/status/1", "river_post"),
        ("https://www.facebook.com/groups/17/a", "facebook.com"),
        ("https://orig.example/water", "orig.example"),
    ],
)
def test_name_read_from_an_address(address: str, name: str) -> None:
    """On a social network that is the account, not the network."""
    assert name == original(html(bottom=f'<p>Source: <a href="{address}">{address}</a></p>')).name


def test_name_at_the_end_of_a_linked_phrase() -> None:
    """The anchor leads up to the name, and is no title."""
    line = 'Cet article a été initialement publié <a href="https://orig.example/eau">sur le site d’Onde et Rive</a>.'
    assert "Onde et Rive" == original(html(bottom=f"<p>{line}</p>", lang="fr")).name


@pytest.mark.parametrize(
    ("meta", "lang", "name"),
    [
        ('<time>4 May 2021</time><span class="source">Source: {}</span>', "en", "Example Herald"),
        ('<span class="date">4 May 2021</span> <span class="article-origin">Source: {}</span>', "en", "Example Herald"),
        ('<span class="author">By Jane Roe</span><span class="source">Source: {}</span>', "en", "Example Herald"),
        ('<time>4 de mayo de 2021</time><span class="agency">Fuente: {}</span>', "es", "Agencia Cumbre"),
        ('<span class="date">4. Mai 2021</span><span class="post-source">Quelle: {}</span>', "de", "Talbote"),
        (
            '<span class="time">2021-05-04</span><span class="source">来源：{}</span><i class="hits">参与</i>',
            "zh",
            "山报",
        ),
    ],
)
def test_label_in_a_box_of_the_byline(meta: str, lang: str, name: str) -> None:
    """Each box of a byline says its own thing, with white space between them or a style sheet that parts them."""
    assert name == page(html(top=f'<div class="entry-details">{meta.format(name)}</div>', lang=lang)).chain[0].name


def test_label_and_link_at_the_end_of_a_byline() -> None:
    """A label without a colon in the box of its link is told from the boxes before it."""
    box = '<span class="post-source">Source <a href="https://orig.example/2019/05/water">Example Herald</a></span>'
    author = '<span class="author">By <a href="/roe">Jane Roe</a></span>'
    read = page(html(top=f'<div class="details">{author} <time>4 May 2021</time> {box}</div>'))

    assert ("Example Herald", Target.ARTICLE) == (read.chain[0].name, read.chain[0].links[0].target)
    assert ["Jane Roe"] == [byline.name for byline in read.bylines]


@pytest.mark.parametrize("label", ["SOURCE", "Source", "Original article", "FONTE", "Quelle"])
def test_label_and_link_parted_by_style(label: str) -> None:
    """ "SOURCE Example Herald": a box with the label, a box with the link, and nothing between them."""
    lang = {"FONTE": "pt", "Quelle": "de"}.get(label, "en")
    box = f'<div><span>{label}</span><a href="https://orig.example/2019/05/water">Example Herald</a></div>'
    read = page(html(bottom=box, lang=lang))

    assert read.repost.is_repost
    assert ("Example Herald", Target.ARTICLE) == (read.chain[0].name, read.chain[0].links[0].target)


FIELD = '<div class="field"><div class="field-label">{}</div><div class="field-item">{}</div></div>'


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Original source", "Common Ground"),
        ("Source:", "Common Ground"),
        ("Originally published in", '<a href="https://orig.example/2019/05/water">Common Ground</a>'),
    ],
)
def test_field_of_the_source(label: str, value: str) -> None:
    """A field of the site's data names the source, whether or not the name is one of an outlet."""
    read = page(html(bottom=FIELD.format(label, value)))

    assert read.repost.is_repost
    assert "Common Ground" == read.chain[0].name


@pytest.mark.parametrize(
    "parts",
    [
        said("field of something else", top=f"<time>4 May 2021</time>{FIELD.format('Kind of text', 'News report')}"),
        said("reference", bottom="<ol><li>Roe, J. (2014). Mills. Originally published in River Post, 12(3).</li></ol>"),
        said("reference in a list", bottom="<ul><li>Roe (2014). Mills. Originally published in River Post.</li></ul>"),
        said(
            "comment in a table",
            bottom=f"<b>2 Comments</b><table><tr><td>Joe, 4 May</td></tr><tr><td>Source: {ORIG}</td></tr></table>",
        ),
        said("table", middle=f"<table><tr><td>1</td><td>4.2</td></tr></table><p>Source: {ORIG}</p>"),
        said("table in a box", middle=f"<div><table><tr><td>1</td></tr></table></div><p>Source: {ORIG}</p>"),
        said(
            "card of another post",
            middle='<a href="https://orig.example/water"><div class="card-title">Locks</div><div>Originally published'
            " in River Post</div></a>",
        ),
    ],
)
def test_fields_figures_and_cards_credit_nobody(parts: dict[str, str]) -> None:
    """What a theme prints beside the article may speak of the text, of figures or of other pages."""
    assert not page(html(**parts)).repost.is_repost


@pytest.mark.parametrize(
    "line",
    [
        'Originally published by River Post on <a href="https://orig.example/water">this page</a>.',
        "This article was originally published by River Post on this page.",
    ],
)
def test_the_page_behind_a_name_is_no_source(line: str) -> None:
    """It says where the article stands, and names nobody."""
    assert ["River Post"] == [credit.name for credit in page(html(bottom=f"<p>{line}</p>")).credits]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(
            '<a href="/">Home</a> <a href="/news/">News</a> <a href="/news/health/">Health News</a>', id="trail"
        ),
        pytest.param('By <a href="/authors/doe">Jane Doe</a> / RIVER DAILY NEWS', id="byline of the own paper"),
        pytest.param("© Reuters", id="right in a picture"),
    ],
)
def test_lines_beside_the_date_that_name_no_source(line: str) -> None:
    """Such a line is not even a doubt whether the article comes from elsewhere."""
    assert () == page(html(top=f"<p>{line}</p><p>3 May 2021</p>")).chain
