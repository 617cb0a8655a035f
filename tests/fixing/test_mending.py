"""Mending pages: what is put where, what stays as it is, and what is left to people."""

from __future__ import annotations

from codecs import BOM_UTF8
from pathlib import Path
from typing import Any

import pytest

from licencecheck.model import FixedPage, Unreadable
from tests.fixing.making import COUNTER, CREDIT, MARKDOWN_CREDIT, ORIGINAL, PROSE, URL, Fixer, fixer


def html(*, top: str = "", bottom: str = "", head: str = "<title>Tides and ropes - My blog</title>") -> str:
    """A page with a sidebar, comments and a footer."""
    prose = "\n".join(f"    <p>{one}</p>" for one in PROSE)
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  {head}
</head>
<body>
<nav><a href="/">My blog</a></nav>
<main>
  <article>
    <h1>Tides and ropes</h1>
{top}{prose}
{bottom}  </article>
</main>
<aside><p>Most read: the market moves indoors, and what the neighbours say of it all day long.</p></aside>
<section class="comments">
<p>A comment that is long enough to look like prose, if nobody looked where it stands.</p></section>
<footer><p>© 2026 My blog</p></footer>
</body>
</html>
"""


@pytest.fixture
def fix(tmp_path: Path) -> Fixer:
    """Mend a page under the terms of River Post."""
    return fixer(tmp_path)


def mended(fixed: FixedPage | Unreadable) -> str:
    """The mended page, of which nothing is left to mend."""
    assert isinstance(fixed, FixedPage), fixed
    assert () == fixed.unfixed
    return fixed.content.decode()


def test_credit_stands_after_the_article_and_nowhere_else(fix: Fixer) -> None:
    """Behind its last paragraph, set in as that is, before sidebar, comments and footer."""
    page = html()
    last = f"    <p>{PROSE[-1]}</p>\n"

    assert page.replace(last, f"{last}    <p>{CREDIT}</p>\n") == mended(fix(page))


def test_byline_stands_before_the_article(fix: Fixer) -> None:
    """Below the title; the credit after the article."""
    page = html()
    first, last = f"    <p>{PROSE[0]}</p>\n", f"    <p>{PROSE[-1]}</p>\n"

    wanted = page.replace(first, f"    <p>By Ann Roe</p>\n{first}").replace(last, f"{last}    <p>{CREDIT}</p>\n")
    assert wanted == mended(fix(page, "author"))


def test_lines_after_the_article_stand_in_order(fix: Fixer) -> None:
    """The credit, the copyright notice, the counter; the canonical link and the directive in the head."""
    page = html()
    last, title = f"    <p>{PROSE[-1]}</p>\n", "  <title>Tides and ropes - My blog</title>\n"

    lines = (
        f"    <p>{CREDIT}</p>\n    <p>Copyright © Ann Roe, River Post, 2024</p>\n"
        f'    <img src="https://{COUNTER}/778/count.gif" alt="" width="1" height="1">\n'
    )
    head = f'  <link rel="canonical" href="{URL}">\n  <meta name="robots" content="noindex">\n'
    wanted = page.replace(last, last + lines).replace(title, title + head)
    assert wanted == mended(fix(page, "copyright", "counter", "canonical", "noindex"))


def test_line_follows_a_credit_that_is_there(fix: Fixer) -> None:
    """What is missing beside it is added below it."""
    page = html(bottom=f"    <p>{CREDIT}</p>\n")

    wanted = page.replace(f"{CREDIT}</p>\n", f"{CREDIT}</p>\n    <p>Copyright © Ann Roe, River Post, 2024</p>\n")
    assert wanted == mended(fix(page, "copyright"))


@pytest.mark.parametrize(
    "href", ['"#"', "'#'", "#", '""', '"https://river.example/"', '"javascript:void(0)"'], ids=lambda href: str(href)
)
def test_dead_link_of_the_credit_leads_to_the_original(fix: Fixer, href: str) -> None:
    """So does one to the home page; the words stay, and within its quotation marks only the address changes."""
    page = html(bottom=f"    <p>Originally published by <a href={href}>River Post</a>.</p>\n")

    quote = href[0] if href[0] in "\"'" else '"'
    assert page.replace(f"href={href}", f"href={quote}{URL}{quote}") == mended(fix(page))


@pytest.mark.parametrize(
    "said",
    [f'This post originally appeared on <a href="{URL}">River Post</a>.', f'Source: <a href="{URL}">River Post</a>'],
)
def test_prescribed_line_beside_a_credit_in_other_words_is_added_only_on_demand(said: str, fix: Fixer) -> None:
    """The page would say the same twice: a person may rather write the one in place of the other."""
    page = fix(html(bottom=f"<p>{said}</p>"), "line")

    assert isinstance(page, FixedPage)
    assert ((), ["river/credit-line"]) == (page.fixes, [one.finding.rule.name for one in page.unfixed])
    assert "Sign up" in mended(fix(html(bottom=f"<p>{said}</p>"), "line", unsafe=True))


def test_credit_that_links_into_the_site_is_mended_and_not_joined_by_another(fix: Fixer) -> None:
    """On demand: the link may lead where a person has reasons to send readers."""
    page = html(bottom='<p>Originally published by <a href="/local">River Post</a>.</p>')
    left = fix(page)

    assert isinstance(left, FixedPage)
    assert () == left.fixes
    assert page.replace("/local", URL) == mended(fix(page, unsafe=True))


def test_prescribed_line_beside_the_credit_of_another_is_added(fix: Fixer) -> None:
    """And where the page says nothing: what is written first is no credit that it had."""
    other = '<p>Source: <a href="https://canal.example/tides-2024">Canal Times</a></p>'

    assert "Sign up" in mended(fix(html(bottom=other), "line"))
    assert "Sign up" in mended(fix(html(), "line"))


def test_dead_link_on_the_name_of_another_does_not_lead_to_the_original(fix: Fixer) -> None:
    """It would say that the article on the one site is the other's: the publisher is named beside it."""
    other = '<p>This article was originally published by <a href="#">Canal Times</a>.</p>'
    text = mended(fix(html(top="<p>River Post, 12 March 2024</p>", bottom=other)))

    assert other in text
    assert f'<a href="{URL}">River Post</a>' in text


def test_dead_link_elsewhere_stays(fix: Fixer) -> None:
    """A menu or share button without address is none of the credit's business."""
    page = html(bottom='    <p class="share"><a href="#">Share this</a></p>\n')

    assert 'href="#">Share this' in mended(fix(page))


@pytest.mark.parametrize(
    ("start", "wanted"),
    [
        ("<html><body>", '<html>\n<head><meta name="robots" content="noindex"></head><body>'),
        ("<html><head></head><body>", '<html><head><meta name="robots" content="noindex"></head><body>'),
        ("<title>T</title>\n", '<title>T</title>\n<meta name="robots" content="noindex">\n'),
        ("<!doctype html>\n<body>\n", "<!doctype html>\n<head>META</head>\n<body>\n"),
        ("<!-- a fragment -->\n", "<!-- a fragment -->\nMETA\n"),
        ("---\nlayout: post\n---\n", '---\nlayout: post\nrobots: "noindex"\n---\n'),
    ],
)
def test_head_is_made_where_there_is_none(fix: Fixer, start: str, wanted: str) -> None:
    """What browsers make up for themselves is written as it is meant."""
    body = f"<article><h1>Tides</h1>\n{''.join(f'<p>{one}</p>' for one in PROSE)}<p>{CREDIT}</p></article>\n"

    wanted = wanted.replace("META", '<meta name="robots" content="noindex">')
    assert wanted + body == mended(fix(start + body, "noindex"))


@pytest.mark.parametrize(
    ("article", "last"),
    [
        ("<div>{0}<br><br>{1}<br><br>{2}</div>", "{2}"),
        ("<div>{0}<br><br>{1}<br><br><b>{2} &amp; so on</b> &amp;</div>", "</b> &amp;"),
        ("<p>{0}<br><br>{1}<br><br>{2}</p>", "{2}</p>"),
        ("<p>{0}\n<p>{1}\n<p>{2}\n", "{2}"),
        ("<div><div><p>{0}</p></div><div><p>{1}</p></div><div><p>{2}</p></div></div>", "{2}</p>"),
        ("<table><tr><td><p>{0}</p><p>{1}</p><ul><li>{2}</li></ul></td><td>Menu</td></tr></table>", "</ul>"),
        ("<p>{0}</p><p>{1}</p><blockquote><p>{2}</p></blockquote>", "</blockquote>"),
    ],
)
def test_line_is_no_part_of_what_it_follows(fix: Fixer, article: str, last: str) -> None:
    """Text with line breaks, paragraphs without end, boxes around each, tables for layout, lists and quotations."""
    page = html().replace("\n".join(f"    <p>{one}</p>" for one in PROSE), article.format(*PROSE))
    content = mended(fix(page))

    before, after = content.split(f"<p>{CREDIT}</p>")
    assert before.rstrip().endswith(last.format(*PROSE))
    assert page.replace("\n", "") == (before + after).replace("\n", "")


def post(front: str = "---\ntitle: Tides and ropes # keep\ntags: [b, a]\n---\n\n", end: str = "\n") -> str:
    """A Markdown post."""
    return front + "\n\n".join(PROSE) + end


@pytest.mark.parametrize("end", ["\n", "", "\n\n\n", "  \n"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", BOM_UTF8])
def test_post_keeps_line_ends_mark_and_last_line(fix: Fixer, end: str, line_end: str, mark: bytes) -> None:
    """The credit is a paragraph at the end of the body; the front matter takes a key, and keeps order and comments."""
    before = mark + post(end=end).replace("\n", line_end).encode()
    lines = PROSE[-1] + end.rstrip("\n")
    key = f'tags: [b, a]\ncanonical_url: "{URL}"\n'
    after = post(end=end).replace(lines, f"{lines}\n\n{MARKDOWN_CREDIT}").replace("tags: [b, a]\n", key)

    fixed = fix(before, "canonical", name="post.md")

    assert mark + after.replace("\n", line_end).encode() == mended(fixed).encode()


def test_post_begins_with_its_byline(fix: Fixer) -> None:
    """Below a title in its body."""
    before = post(front="# Tides and ropes\n\n")

    assert before.replace(PROSE[0], f"By Ann Roe\n\n{PROSE[0]}") in mended(fix(before, "author", name="p.md")) + "\n"


def test_dead_link_of_a_post_leads_to_the_original(fix: Fixer) -> None:
    """Written in the text, or below it."""
    before = post(end="\n\nOriginally published by [River Post](#).\n")
    defined = post(end="\n\nOriginally published by [River Post][1].\n\n[1]: # 'Home'\n")

    assert before.replace("(#)", f"({URL})") == mended(fix(before, name="post.md"))
    assert defined.replace("[1]: #", f"[1]: {URL}") == mended(fix(defined, name="post.md"))


@pytest.mark.parametrize("name", ["post.md", "post.mdx"])
def test_counter_of_a_post_is_a_picture(fix: Fixer, name: str) -> None:
    """Which every renderer keeps, while some drop HTML."""
    assert f"\n\n![](https://{COUNTER}/778/count.gif)\n" in mended(fix(post(), "counter", name=name))


def test_what_becomes_of_a_script_in_a_post_is_told(fix: Fixer) -> None:
    """Renderers differ in what they do with HTML."""
    told, untold = fix(post(), "script", name="post.md"), fix(html(), "script")

    assert isinstance(told, FixedPage) and isinstance(untold, FixedPage)
    assert "Hugo drops HTML within Markdown unless `markup.goldmark.renderer.unsafe` is true" in told.fixes[-1].what
    assert "Add the page counter after the article" == untold.fixes[-1].what
    assert '<script src="https://river.example/counter.js" async></script>' in mended(told)


def test_page_in_another_encoding_stays_in_it(fix: Fixer) -> None:
    """What it does not have is written by its number."""
    page = html().replace("utf-8", "iso-8859-2").replace("rope", "łódź").replace("©", "(c)").encode("iso-8859-2")

    fixed = fix(page, "copyright")

    assert isinstance(fixed, FixedPage)
    assert b"<p>Copyright &#169; Ann Roe, River Post, 2024</p>" in fixed.content
    assert page.decode("iso-8859-2").partition("</article>")[0].encode("iso-8859-2").rstrip() in fixed.content


@pytest.mark.parametrize(("declared", "sign"), [("utf-8", b"\xc2\xa9"), ("windows-1252", b"\xa9"), ("", b"&#169;")])
def test_page_in_ascii_is_read_as_it_declares(fix: Fixer, declared: str, sign: bytes) -> None:
    """By its declaration; without one no browser is trusted to guess."""
    page = html().replace('  <meta charset="utf-8">\n', f'  <meta charset="{declared}">\n' if declared else "")

    fixed = fix(page.replace("©", "(c)"), "copyright")

    assert isinstance(fixed, FixedPage)
    assert b"<p>Copyright " + sign + b" Ann Roe" in fixed.content


def test_post_whose_encoding_lacks_a_character_is_left(fix: Fixer) -> None:
    """Markdown has no other way to write it; the rest is mended."""
    page = post().replace("rope", "łódź").encode("iso-8859-2")

    fixed = fix(page, "copyright", name="post.md")

    assert isinstance(fixed, FixedPage)
    assert MARKDOWN_CREDIT.encode() in fixed.content
    [left] = fixed.unfixed
    assert left.reason.endswith(" has no “©”; save the file in UTF-8 first")


def test_bytes_that_are_no_text_are_not_lost(fix: Fixer) -> None:
    """A page that could not be written again as it is, is not written."""
    fixed = fix(html().encode().replace(b"harbour", b"h\xffrbour"))

    assert isinstance(fixed, Unreadable)
    assert "The page cannot be mended: the file holds bytes that are no text in utf-8" in fixed.reason


def test_what_is_not_known_is_not_written(fix: Fixer) -> None:
    """Without the original there is no address; the reason is told, and the page stays."""
    page = html()

    fixed = fix(page, "canonical", original=None, publishers=["river"])

    assert isinstance(fixed, FixedPage)
    assert ((), page.encode(), "") == (fixed.fixes, fixed.content, fixed.diff)
    assert {"source-credit", "original-link", "canonical-link"} == {left.finding.rule.id for left in fixed.unfixed}
    assert {"the address of the original is not known; give it with --original"} == {
        left.reason for left in fixed.unfixed
    }


@pytest.mark.parametrize("write", [False, True])
def test_what_is_left_stands_in_the_file_as_it_is(fix: Fixer, write: bool) -> None:
    """Behind what is put in before it, its line is another one only where the fixes are written."""
    page = html(bottom=f"<p>{CREDIT}</p>\n<p>Copyright © River Post, 2011</p>\n")

    fixed = fix(page, "author", "copyright", write=write)

    assert isinstance(fixed, FixedPage) and fixed.fixes and write is fixed.written
    text = fixed.content.decode() if write else page
    [left] = fixed.unfixed
    places = [left.finding.verdict.location, *(fact.location for fact in left.finding.verdict.evidence)]
    assert places
    for place in places:
        assert place.line is not None
        assert "Copyright ©" in text.splitlines()[place.line - 1]


@pytest.mark.parametrize(
    ("before", "after", "more"),
    [
        ({"bottom": f"<p>{CREDIT}</p>\n<p>Copyright © River Post, 2011</p>\n"}, "River Post, 2024", "copyright"),
        (
            {"bottom": f"<p>{CREDIT}</p>\n", "head": '<link rel="canonical" href="https://blog.example/tides">'},
            f'<link rel="canonical" href="{URL}">',
            "canonical",
        ),
        (
            {"bottom": f"<p>{CREDIT}</p>\n", "head": '<meta name="robots" content="index, follow">'},
            '<meta name="robots" content="noindex, follow">',
            "noindex",
        ),
        (
            {"bottom": f'<p>{CREDIT}</p>\n<img src="https://{COUNTER}/1/count.gif" alt="">\n'},
            f'<img src="https://{COUNTER}/778/count.gif" alt="">',
            "counter",
        ),
    ],
)
def test_what_the_page_says_is_replaced_only_on_demand(fix: Fixer, before: Any, after: str, more: str) -> None:
    """A wrong year, canonical address, directive or number of a counter; that it could be done is told."""
    page = html(**before)

    kept, changed = fix(page, more), fix(page, more, unsafe=True)

    assert isinstance(kept, FixedPage) and isinstance(changed, FixedPage)
    assert (page.encode(), True) == (kept.content, kept.unfixed[0].reason.startswith("--unsafe-fixes may do it: "))
    assert after in mended(changed)
    assert [False] == [one.safe for one in changed.fixes]


def test_entry_of_a_front_matter_is_replaced_only_on_demand(fix: Fixer) -> None:
    """In its place, with its comment."""
    front = "---\ntitle: Tides and ropes\ncanonical_url: https://blog.example/tides # ours\n---\n\n"
    page = post(front=front, end=f"\n\n{MARKDOWN_CREDIT}\n")

    kept = fix(page, "canonical", name="post.md")
    assert isinstance(kept, FixedPage)
    assert page.encode() == kept.content
    wanted = page.replace("https://blog.example/tides #", f'"{URL}" #')
    assert wanted == mended(fix(page, "canonical", name="post.md", unsafe=True))


def test_page_that_is_no_repost_stays(fix: Fixer) -> None:
    """There is nothing to mend, and it is not even decoded."""
    page = b"<article><p>Our own words \xff.</p></article>"

    fixed = fix(page, original=None)

    assert isinstance(fixed, FixedPage)
    assert ((), (), page) == (fixed.fixes, fixed.unfixed, fixed.content)


def test_names_of_others_can_be_no_markup(fix: Fixer, tmp_path: Path) -> None:
    """Not in HTML, not in Markdown, and no tag of a site generator's templates."""
    original = tmp_path / "evil.html"
    evil = "Tides &lt;script&gt; {{ site.secret }} [x](y)"
    original.write_text(ORIGINAL.replace("Tides and ropes", evil), encoding="utf-8")

    for (content, name), words in zip(PAGES, (EVIL_IN_HTML, EVIL_IN_MARKDOWN), strict=True):
        fixed = fix(content, "title", name=name, original=str(original))
        assert isinstance(fixed, FixedPage)
        assert f"“{words}”. This article" in fixed.content.decode()


GERMAN = (
    "Zweimal am Tag kommt die Flut, und zweimal geht sie wieder, was immer der Hafenmeister auf seine Tafel schreibt.",
    "Seit dem Frühjahr wartet die Fähre auf sie, denn die neue Brücke ist um die Länge eines Seils zu kurz.",
    "Das stört kaum jemanden; die Bäckerei öffnet jetzt später, und die Kinder haben gelernt, den Mond zu lesen.",
)
EVIL_IN_HTML = "Tides &lt;script&gt; &#123;&#123; site.secret &#125;&#125; [x](y)"
EVIL_IN_MARKDOWN = r"Tides \<script\> &#123;&#123; site.secret &#125;&#125; \[x\](y)"
PAGES = ((html(), "page.html"), (post(), "page.md"))


@pytest.mark.parametrize(("content", "name"), PAGES)
def test_fixing_twice_is_as_fixing_once(fix: Fixer, content: str, name: str) -> None:
    """And what `write` writes is what was told."""
    more = ("author", "copyright", "canonical", "noindex", "counter")
    once = fix(content, *more, name=name, write=True)
    assert isinstance(once, FixedPage) and once.written

    twice = fix(once.content, *more, name=name, write=True)

    assert isinstance(twice, FixedPage)
    assert ((), "", once.content, False) == (twice.fixes, twice.diff, twice.content, twice.written)


@pytest.mark.parametrize("name", ["page.html", "page.md"])
def test_one_byline_says_all_that_is_asked_of_it(fix: Fixer, name: str) -> None:
    """Author and source, above the credit, in HTML as in Markdown."""
    content = mended(fix(html() if name == "page.html" else post(), "author", "byline", "place", name=name))

    before, after = content.split("By Ann Roe, River Post")
    assert "originally published" not in before
    assert after.index("originally published") < after.index(PROSE[0])
    assert 1 == content.count("Ann Roe")


@pytest.mark.parametrize(
    ("byline", "completed"),
    [
        ("<p>By Ann Roe</p>", "<p>By Ann Roe, River Post</p>"),
        (
            '<p class="byline">By <a href="/ann">Ann Roe</a> | 3 May</p>',
            '<p class="byline">By <a href="/ann">Ann Roe</a>, River Post | 3 May</p>',
        ),
    ],
)
def test_byline_that_lacks_something_is_completed(fix: Fixer, byline: str, completed: str) -> None:
    """Behind the names, and nothing of it goes."""
    page = html(top=f"    {byline}\n", bottom=f"    <p>{CREDIT}</p>\n")

    assert page.replace(byline, completed) == mended(fix(page, "author", "byline"))


@pytest.mark.parametrize(
    ("name", "byline", "wanted"),
    [
        ("page.html", "<p>By Bo Li</p>", "<p>By Ann Roe</p>"),
        ("page.html", '<p>By <a href="/bo">Bo Li</a> and <b>Cy Poe</b></p>', "<p>By Ann Roe</p>"),
        ("page.md", "By [Bo Li](/bo)\n\n", "By Ann Roe\n\n"),
    ],
)
def test_wrong_author_makes_way_only_on_demand(fix: Fixer, name: str, byline: str, wanted: str) -> None:
    """Never is the right one written beside him; a link to his profile goes with him."""
    page = html(top=byline, bottom=f"<p>{CREDIT}</p>") if name == "page.html" else post() + f"\n{MARKDOWN_CREDIT}\n"
    page = page if name == "page.html" else page.replace(PROSE[0], byline + PROSE[0])

    kept, changed = fix(page, "author", name=name), fix(page, "author", name=name, unsafe=True)

    assert isinstance(kept, FixedPage)
    assert page.encode() == kept.content
    assert kept.unfixed[0].reason.startswith('--unsafe-fixes may do it: Replace the byline "By Bo Li')
    assert page.replace(byline, wanted) == mended(changed)


def test_credit_in_another_language_says_so(fix: Fixer) -> None:
    """Neither the terms nor we have a line in the language of the page."""
    page = html().replace('lang="en"', 'lang="sw"')
    for english in PROSE:
        page = page.replace(
            english, "Feri haisimami tena katika visiwa vitatu tangu majira ya baridi ya mwaka jana. " * 4
        )

    assert f'<p lang="en">{CREDIT}</p>' in mended(fix(page))


def test_credit_in_our_words_is_in_the_language_of_the_page(fix: Fixer) -> None:
    """The terms propose no line."""
    page = html().replace('lang="en"', 'lang="de"')
    for english, german in zip(PROSE, GERMAN, strict=True):
        page = page.replace(english, german)

    assert "<p>Dieser Artikel wurde zuerst von <a href" in mended(fix(page))


def test_credit_that_stands_elsewhere_than_wished_is_not_given_twice(fix: Fixer) -> None:
    """A person may move it; on demand it is added where the terms wish it."""
    page = html(bottom=f"    <p>{CREDIT}</p>\n")

    fixed = fix(page, "place")

    assert isinstance(fixed, FixedPage)
    assert page.encode() == fixed.content
    assert ["--unsafe-fixes may do it: Add the credit before the article"] == [left.reason for left in fixed.unfixed]
    assert 2 == mended(fix(page, "place", unsafe=True)).count(CREDIT)


@pytest.mark.parametrize(
    ("name", "credit", "linked"),
    [
        (
            "page.html",
            "<p><em>Dieser Artikel erschien zuerst bei River Post.</em></p>",
            f'<p><em>Dieser Artikel erschien zuerst bei <a href="{URL}">River Post</a>.</em></p>',
        ),
        (
            "post.md",
            "*Dieser Artikel erschien zuerst bei River Post.*",
            f"*Dieser Artikel erschien zuerst bei [River Post]({URL}).*",
        ),
        (
            "page.html",
            f"<p>Dieser Artikel erschien zuerst bei River Post ({URL}).</p>",
            f'<p>Dieser Artikel erschien zuerst bei River Post (<a href="{URL}">{URL}</a>).</p>',
        ),
    ],
)
def test_credit_that_links_nothing_is_completed(fix: Fixer, name: str, credit: str, linked: str) -> None:
    """In its own words and language; no second line is added."""
    page = html(bottom=f"    {credit}\n") if name == "page.html" else post(end=f"\n\n{credit}\n")
    for english, german in zip(PROSE, GERMAN, strict=True):
        page = page.replace(english, german).replace('lang="en"', 'lang="de"')

    assert page.replace(credit, linked) == mended(fix(page, name=name))


def test_author_whom_only_data_of_the_copy_names_is_a_guess(fix: Fixer) -> None:
    """It may be who uploaded it; the original tells, and without it a person looks."""
    page = html(head='<title>Tides</title><meta name="author" content="Bo Li">', bottom=f"<p>{CREDIT}</p>")

    fixed = fix(page, "author", original=None, publishers=["river"])

    assert isinstance(fixed, FixedPage)
    assert page.encode() == fixed.content
    assert ["--unsafe-fixes may do it: Add the byline before the article"] == [left.reason for left in fixed.unfixed]


def test_sentence_about_another_author_is_not_rewritten(fix: Fixer) -> None:
    """What it says is true of nobody else."""
    bio = "<p>Bo Li is a professor of tides at the University of Harbour.</p>"
    page = html(bottom=f"<p>{CREDIT}</p>\n{bio}\n")

    fixed = fix(page, "author", unsafe=True)

    assert isinstance(fixed, FixedPage)
    assert bio.encode() in fixed.content
    assert {"the page names another author, whom only a person can take out"} >= {one.reason for one in fixed.unfixed}


def test_line_follows_the_credit_where_a_footer_looks_like_the_article(fix: Fixer) -> None:
    """Without boxes that tell what is the article, the credit tells where it ends."""
    prose = "".join(f"<div>{one}</div>" for one in PROSE)
    credit = "<div>Source: River Post</div>"
    footer = f"<div><div>{PROSE[0]} We never sleep, and neither do our readers.</div></div>"
    page = f'<html lang="en"><body><div><h1>Tides and ropes</h1>{prose}{credit}{footer}</div></body></html>'

    content = mended(fix(page, "copyright"))

    assert content.index("Copyright &#169;") < content.index("We never sleep")


def test_name_beside_emphasis_is_linked(fix: Fixer) -> None:
    """Underscores around words are no part of them."""
    page = post(end="\n\n_Republished from River Post._\n")

    assert f"_Republished from [River Post]({URL})._" in mended(fix(page, name="post.md"))


@pytest.mark.parametrize("name", ["page.html", "page.md"])
def test_licence_that_is_named_becomes_a_link(fix: Fixer, name: str) -> None:
    """No second line names it."""
    deed = "https://creativecommons.org/licenses/by/4.0/"
    said = "and is licensed under {}."
    if name == "page.html":
        page, linked = html(bottom=f"<p>{CREDIT[:-1]} {said}</p>"), f'<a href="{deed}" rel="license">CC BY 4.0</a>'
    else:
        page, linked = post(end=f"\n\n{MARKDOWN_CREDIT[:-1]} {said}\n"), f"[CC BY 4.0]({deed})"

    assert page.format(linked) == mended(fix(page.format("CC BY 4.0"), "licence", name=name))
