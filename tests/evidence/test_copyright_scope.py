"""Copyright notices of the article, told from the host's footer and from picture credits."""

from __future__ import annotations

import pytest

from licencecheck.model import Place, Scope
from tests.evidence.making import html, markdown, page

NOTICE = "Copyright © Jane Doe, River Post, 2019"


def notices(text: str) -> list[tuple[tuple[str, ...], Scope]]:
    """Holders and scopes of the notices of a page."""
    return [(notice.holders, notice.scope) for notice in page(text).notices]


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param({"bottom": f"<p>{NOTICE}</p>"}, id="at the end"),
        pytest.param({"top": f"<p>{NOTICE}</p>"}, id="at the top"),
        pytest.param({"bottom": f'<div class="copyright">{NOTICE}</div>'}, id="in a box of its own"),
        pytest.param(
            {"bottom": f"<p>The original source of this article is River Post<br>{NOTICE}</p>"}, id="below a break"
        ),
        pytest.param({"bottom": f"<footer><p>{NOTICE}</p></footer>"}, id="in the footer of the article"),
    ],
)
def test_notice_of_the_article(parts: dict[str, str]) -> None:
    """A notice of another holder at the article is the article's, beside the site's own."""
    found = notices(html(**parts))

    assert (("Jane Doe", "River Post"), Scope.ARTICLE) in found
    assert (("Host Herald",), Scope.SITE) in found


@pytest.mark.parametrize(
    ("parts", "scope"),
    [
        pytest.param({"footer": "<p>© 2019-2026 Host Herald</p>"}, Scope.SITE, id="footer"),
        pytest.param({"footer": "<p>© 2026 Valley Media Group</p>"}, Scope.SITE, id="footer of the company"),
        pytest.param(
            {"footer": "<br>", "bottom": "<p>© 2026 Host Herald. All rights reserved.</p>"}, Scope.SITE, id="own name"
        ),
        pytest.param(
            {
                "footer": "<br>",
                "bottom": "<footer><p>© 2026 Valley Media Group. <a href='/p'>Privacy policy</a> | "
                "<a href='/t'>Terms of use</a></p></footer>",
            },
            Scope.SITE,
            id="footer of the company within the article",
        ),
        pytest.param(
            {
                "footer": "<br>",
                "middle": '<figure><img src="m.jpg"><figcaption>The mill. © 2019 Joan Roe</figcaption></figure>',
            },
            Scope.IMAGE,
            id="caption",
        ),
        pytest.param({"footer": "<br>", "bottom": "<p>Photo: © Joan Roe</p>"}, Scope.IMAGE, id="picture credit"),
        pytest.param(
            {"footer": "<br>", "beside": '<div class="comment"><p>© 2019 River Post</p></div>'},
            Scope.MENTION,
            id="comment",
        ),
        pytest.param(
            {"footer": "<br>", "bottom": "<p>Theme: Stream, MIT License, © 2019 River Themes</p>"},
            Scope.MENTION,
            id="software",
        ),
    ],
)
def test_notice_of_something_else(parts: dict[str, str], scope: Scope) -> None:
    """Notices of the host, of pictures and in comments are never the article's."""
    assert [scope] == [found for _, found in notices(html(**parts))]


def test_holder_named_in_the_credit() -> None:
    """A notice that names no holder, after a credit that does, is of the credited party."""
    line = "<p>First published by River Post. Copyright 2015.</p>"

    assert (("River Post",), Scope.ARTICLE) in notices(html(bottom=line))


def test_years_of_a_notice() -> None:
    """Years are numbers, first and last of a range."""
    (first, *_) = page(html(top="<p>© River Post 2012-2014</p>")).notices

    assert (2012, 2014) == first.years


@pytest.mark.parametrize(
    ("front", "holders", "years"),
    [
        ('copyright: "© 2019 Jane Doe, River Post"', ("Jane Doe", "River Post"), (2019,)),
        ("copyright: 2019 Jane Doe", ("Jane Doe",), (2019,)),
        ("copyright:\n  holder: River Post\n  year: 2019", ("River Post",), (2019,)),
        ("SPDX-FileCopyrightText: 2019 Jane Doe <j@host.example>", ("Jane Doe",), (2019,)),
    ],
)
def test_notice_in_the_front_matter(front: str, holders: tuple[str, ...], years: tuple[int, ...]) -> None:
    """No reader sees it, unless the theme prints it."""
    (notice,) = page(markdown(front=f"title: Water\n{front}")).notices
    assert (holders, years, Place.META, Scope.ARTICLE) == (notice.holders, notice.years, notice.place, notice.scope)


@pytest.mark.parametrize("front", ["copyright: false", "copyright: All rights reserved", "copyright: CC BY 4.0"])
def test_no_notice_in_the_front_matter(front: str) -> None:
    """Switches of the theme, reservations and licences name no holder."""
    assert () == page(markdown(front=f"title: Water\n{front}")).notices
