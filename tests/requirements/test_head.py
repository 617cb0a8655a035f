"""What stands in the head: `canonical-link`, `noindex`, `page-counter`."""

from __future__ import annotations

from typing import Any

from licencecheck.model import Canonical, Counter, Original, Place, Robots, Role
from tests.requirements.making import ARTICLE, at, page, said, verdict

META: dict[str, Any] = {"text": "", "location": at(3), "role": Role.HEAD, "place": Place.META}
NUMBERED = "https://river.example/ferry-returns-123456"
COUNTER = {
    "any-of": [{"image": "counter.river.example/content/{article-id}/count.gif"}, {"script": "river.example/hook.js"}],
    "article-id": {"from": "url", "take": "last-digits"},
}


def canonical(url: str) -> Any:
    """Make a page with a canonical link."""
    return page(canonical=Canonical(href=url, url=url, **META))


def robots(*directives: str, agent: str = "robots") -> Any:
    """Make a page with a robots directive."""
    return page(robots=(Robots(agent=agent, directives=frozenset(directives), **META),))


def counter(url: str) -> Any:
    """Make a page with a counter."""
    return page(counters=(Counter(url=url, family="-", **META),))


def test_a_canonical_link_to_the_publisher_passes() -> None:
    """Where the article is not known, its site is enough."""
    assert ("pass", "Found a canonical link to the River Post article") == said(
        "canonical-link", page=canonical(ARTICLE)
    )


def test_a_canonical_link_to_the_page_itself_fails() -> None:
    """That claims the article."""
    own = "https://bell.example/ferry"
    what = f'Expected a canonical link to the River Post article, found "{own}", which the new one must replace'

    assert ("fail", what) == said("canonical-link", page=canonical(own))


def test_a_canonical_link_that_was_pasted_as_it_was_has_a_gap() -> None:
    """Nobody need look for an address that the page never had."""
    what = 'Expected a canonical link to the River Post article, found the gap "{url}", which is to be filled in'
    pasted = page(canonical=Canonical(href="{url}", url=None, **META))

    assert ("fail", what) == said("canonical-link", page=pasted)


def test_a_canonical_link_to_another_article_fails() -> None:
    """Where the article is known, it must be this one."""
    other = canonical("https://river.example/other")

    assert "fail" == said("canonical-link", page=other, original=Original(url=ARTICLE))[0]


def test_a_missing_canonical_link_fails_in_the_head() -> None:
    """With the line to paste, for pages and for posts."""
    judged = verdict("canonical-link", page=page(), original=Original(url=ARTICLE))
    post = verdict("canonical-link", page=page(format="markdown"))

    assert ("Expected a canonical link to the River Post article, found none", at(0)) == (
        judged.message,
        judged.location,
    )
    assert f'<link rel="canonical" href="{ARTICLE}">' == judged.paste
    assert "canonical_url: {url}" == post.paste


def test_noindex_passes() -> None:
    """`none` says the same and more."""
    assert "pass" == said("noindex", page=robots("noindex", "follow"))[0]
    assert "pass" == said("noindex", page=robots("none"))[0]


def test_other_directives_fail() -> None:
    """The message says which were found."""
    assert ("fail", 'Expected the robots directive "noindex", found "follow, index"') == said(
        "noindex", page=robots("index", "follow")
    )
    assert ("fail", 'Expected the robots directive "noindex", found none') == said("noindex", page=page())


def test_noindex_for_one_engine_is_not_enough() -> None:
    """All others list the copy."""
    assert ("fail", 'Expected the robots directive "noindex", found "noindex" for "somebot" alone') == said(
        "noindex", page=robots("noindex", agent="somebot")
    )


def test_a_counter_passes_as_image_or_script() -> None:
    """Forms of one duty: the best counts."""
    image = counter("//counter.river.example/content/123456/count.gif?distributor=x")
    script = counter("https://www.river.example/hook.js")

    assert ("pass", "Found the publisher's page counter") == said("page-counter", COUNTER, page=image)
    assert "pass" == said("page-counter", COUNTER, page=script)[0]


def test_the_counter_of_another_article_fails() -> None:
    """Where the article's address is known, the number must be its."""
    stray = counter("https://counter.river.example/content/999/count.gif")

    assert ("fail", 'Expected the publisher\'s page counter of article "123456", found that of article "999"') == said(
        "page-counter", COUNTER, page=stray, original=Original(url=NUMBERED)
    )


def test_a_counter_whose_number_was_not_filled_in_fails() -> None:
    """A placeholder counts nothing."""
    raw = "https://counter.river.example/content/{article-id}/count.gif"

    assert "fail" == said("page-counter", COUNTER, page=counter(raw))[0]


def test_a_missing_counter_fails_with_the_line_to_paste() -> None:
    """The number comes from the article's address."""
    judged = verdict("page-counter", COUNTER, page=page(), original=Original(url=NUMBERED))

    assert "Expected the publisher's page counter, found none" == judged.message
    assert (
        '<img src="https://counter.river.example/content/123456/count.gif" alt="" width="1" height="1">' == judged.paste
    )


def test_the_counter_of_somebody_else_fails() -> None:
    """The message names it."""
    other = counter("https://stats.example/p.gif")

    assert ("fail", 'Expected the publisher\'s page counter, found "https://stats.example/p.gif"') == said(
        "page-counter", COUNTER, page=other
    )
