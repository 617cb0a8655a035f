"""Roles that containers give to what stands in them."""

from __future__ import annotations

import pytest
from lxml import etree

from licencecheck.evidence.layout.containers import Containers
from licencecheck.model import Role


def role(markup: str, *, around: bool = False) -> Role:
    """Role of the `b` element of this body; `around`: its containers hold the article."""
    tree = etree.fromstring(f"<html><body>{markup}</body></html>", etree.HTMLParser())
    mark = next(tree.iter("b"))
    return Containers(frozenset(mark.iterancestors()) if around else frozenset()).role_of(mark)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p><b>x</b></p>", Role.BODY),
        ('<div id="comments"><p><b>x</b></p></div>', Role.COMMENT),
        ('<div class="relatedPosts"><b>x</b></div>', Role.RELATED),
        ("<figure><figcaption><b>x</b></figcaption></figure>", Role.CAPTION),
        ('<div class="share-buttons"><b>x</b></div>', Role.CHROME),
        ("<nav><b>x</b></nav>", Role.CHROME),
        ("<aside><b>x</b></aside>", Role.ASIDE),
        ("<footer><b>x</b></footer>", Role.CHROME),
        ("<article><footer><b>x</b></footer></article>", Role.BODY),
        ('<p class="byline"><b>x</b></p>', Role.BYLINE),
    ],
)
def test_boxes_are_known_by_tag_and_name(markup: str, expected: Role) -> None:
    """Tags and the words of class and id tell what a box is for."""
    assert expected == role(markup)


def test_the_gravest_container_decides() -> None:
    """A byline within a comment is the comment's."""
    assert Role.COMMENT == role('<div class="comment"><p class="byline"><b>x</b></p></div>')


def test_wrappers_of_the_article_are_no_boxes() -> None:
    """A layout class such as `has-sidebar` says nothing of the article in it."""
    assert Role.BODY == role('<div class="has-sidebar"><b>x</b></div>', around=True)
