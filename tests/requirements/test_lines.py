"""Lines and links: `credit-line`, `title-credit`, `link-quality`, and what is pasted."""

from __future__ import annotations

from datetime import date

import pytest

from licencecheck.model import Confidence, CreditTemplate, Original, Place, Relation, RepostDecision, Role
from licencecheck.requirements.paste import fill
from tests.requirements.making import ARTICLE, TEMPLATE, block, byline, credit, link, page, said, verdict

LINE = "This article was first published by River Post. Read the original article."


def test_the_line_passes() -> None:
    """Word for word, or nearly."""
    near = LINE.replace("first published", "first published online")

    assert ("pass", f'Found the line "{LINE}"') == said(
        "credit-line", page=page(blocks=(block(LINE),)), credit=(TEMPLATE,)
    )
    assert "pass" == said("credit-line", page=page(blocks=(block(near),)), credit=(TEMPLATE,))[0]


def test_typography_does_not_matter() -> None:
    """Quotation marks, dashes and spaces are a matter of house style."""
    quoted = CreditTemplate(id="main", texts=('From "Harbour News" - all of it',), match="exact")

    assert (
        "pass"
        == said("credit-line", page=page(blocks=(block("From “Harbour\u00a0News” – all of it"),)), credit=(quoted,))[0]
    )


def test_a_changed_word_fails_where_every_word_counts() -> None:
    """The message says what was found."""
    changed = LINE.replace("Read", "See")

    assert ("fail", f'Expected the line "{LINE}", found "{changed}"') == said(
        "credit-line", {"match": "exact"}, page=page(blocks=(block(changed),)), credit=(TEMPLATE,)
    )


def test_gaps_of_an_exact_line_may_hold_anything() -> None:
    """A name in a gap is not one of the words that count."""
    by = CreditTemplate(id="main", texts=("This article by {original|original_url} is part of Harbour Week.",))
    shown = page(blocks=(block("This article by The Wire Service is part of Harbour Week"),))

    assert "pass" == said("credit-line", {"match": "exact"}, page=shown, credit=(by,))[0]


def test_a_missing_line_fails_with_the_line_to_paste() -> None:
    """It was expected after the article."""
    judged = verdict("credit-line", page=page(), credit=(TEMPLATE,))

    assert f'Expected the line "{LINE}", found none' == judged.message
    assert (judged.paste or "").startswith("This article was first published by <a href=")


def test_the_date_of_the_copy_is_not_that_of_the_original() -> None:
    """A line to paste says only what is known: the day of the original, or a gap."""
    dated = CreditTemplate(id="main", texts=("This story appeared in River Post on {date}.",))
    copy = page(published=date(2025, 4, 3))

    unknown = verdict("credit-line", page=copy, credit=(dated,))
    known = verdict("credit-line", page=copy, credit=(dated,), original=Original(published=date(2025, 4, 1)))

    assert "This story appeared in River Post on {date}." == unknown.paste
    assert "This story appeared in River Post on April 1, 2025." == known.paste


@pytest.mark.parametrize(
    ("language", "line", "written"),
    [
        ("en", "By {author}.", "By Ann Lee, Bo Roe, and Cy Doe."),
        ("de", "Von {author}.", "Von Ann Lee, Bo Roe und Cy Doe."),
        ("zh", "作者：{author}", "作者：Ann Lee、Bo Roe和Cy Doe"),
        ("qx", "{author}", "Ann Lee, Bo Roe, Cy Doe"),
    ],
)
def test_authors_are_joined_as_the_language_of_the_line_does(language: str, line: str, written: str) -> None:
    """Where that is not known, by commas."""
    template = CreditTemplate(id="main", texts=(line,), lang=language)
    signed = Original(authors=("Ann Lee", "Bo Roe", "Cy Doe", "Ann Lee"))

    assert written == verdict("credit-line", page=page(), credit=(template,), original=signed).paste


def test_a_line_in_the_sidebar_fails() -> None:
    """It must stand with the article."""
    aside = block(LINE, Role.ASIDE, place=Place.ASIDE)

    assert ("fail", f'Expected the line "{LINE}", found it in the sidebar') == said(
        "credit-line", page=page(blocks=(aside,)), credit=(TEMPLATE,)
    )


def test_a_line_for_another_form_is_not_asked_for() -> None:
    """Its condition does not hold."""
    extract = CreditTemplate(id="extract", texts=(LINE,), when={"form": "excerpt"})
    short = RepostDecision(is_repost=True, confidence=Confidence.HIGH, reason="-", relation=Relation.EXCERPT)

    assert "notApplicable" == said("credit-line", {"template": "extract"}, page=page(), credit=(extract,))[0]
    assert "fail" == said("credit-line", {"template": "extract"}, page=page(repost=short), credit=(extract,))[0]


def test_a_line_in_the_language_of_the_page_comes_first() -> None:
    """Terms may give one for several languages."""
    german = CreditTemplate(id="de", texts=("Zuerst erschienen in der {River Post|home}.",), lang="de")

    assert verdict("source-credit", page=page(language="de"), credit=(TEMPLATE, german)).paste == (
        'Zuerst erschienen in der <a href="https://river.example">River Post</a>.'
    )


def test_what_pages_say_is_escaped_in_what_is_pasted() -> None:
    """A name may hold markup."""
    named = page(bylines=(byline('<b>"Jane"</b> [x](y)'),))
    post = page(bylines=(byline("Jane [x](y) <b>"),), format="markdown")
    by = CreditTemplate(id="main", texts=("By {author}, {publisher}",))

    assert 'By &lt;b&gt;"Jane"&lt;/b&gt; [x](y), River Post' == verdict("source-credit", page=named, credit=(by,)).paste
    assert r"By Jane \[x\](y) \<b\>, River Post" == verdict("source-credit", page=post, credit=(by,)).paste


def test_the_first_known_of_several_targets_is_taken() -> None:
    """`{a or b}` falls back; an unknown one stays a gap."""
    assert "[X](https://x.example)" == fill("{X|url or home}", {"home": "https://x.example"}, "markdown")
    assert "[X]({url})" == fill("{X|url or home}", {}, "markdown")


def test_a_title_in_the_credit_passes() -> None:
    """Wherever the attribution names it."""
    named = page(credits=(credit(text="“Ferry returns to the old harbour”, River Post"),))

    assert ("pass", 'Found the title "Ferry returns to the old harbour"') == said("title-credit", page=named)


def test_the_headline_of_the_original_passes() -> None:
    """The title stands over the article."""
    assert "pass" == said("title-credit", page=page(), original=Original(title="Ferry Returns to the Old Harbour"))[0]


def test_another_headline_fails() -> None:
    """The original's title is known and stands nowhere."""
    assert ("fail", 'Expected the title "Old ferry is back", found "Ferry returns to the old harbour"') == said(
        "title-credit", page=page(), original=Original(title="Old ferry is back")
    )


def test_a_headline_without_the_original_is_a_question() -> None:
    """It may have been changed."""
    assert "review" == said("title-credit", page=page())[0]


def test_a_plain_link_is_a_good_one() -> None:
    """It may be followed."""
    assert ("pass", "Found a direct link that may be followed") == said(
        "link-quality", page=page(credits=(credit("River Post", 9, link()),))
    )


def test_nofollow_fails() -> None:
    """The message says which value, and where."""
    kept = link(rel=frozenset({"nofollow", "noopener"}))

    assert ("fail", f'Expected a link without "rel=nofollow", found it on "{ARTICLE}"') == said(
        "link-quality", page=page(credits=(credit("River Post", 9, kept),))
    )


def test_a_redirector_fails() -> None:
    """The address as written is another's."""
    from dataclasses import replace

    wrapped = replace(link(), href="https://go.example/?u=" + ARTICLE)

    assert "fail" == said("link-quality", page=page(credits=(credit("River Post", 9, wrapped),)))[0]
    assert "pass" == said("link-quality", {"direct": False}, page=page(credits=(credit("River Post", 9, wrapped),)))[0]


def test_no_link_is_not_a_bad_link() -> None:
    """Whether there is one is another duty."""
    assert "notApplicable" == said("link-quality", page=page())[0]
