"""Before reposting: whose terms hold, what they ask, and the credit that fulfils them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import licencecheck
from licencecheck import cli
from licencecheck.documents import fetch
from licencecheck.documents.front_matter import read_front_matter as read_block
from licencecheck.drafting import publisher_of_site
from licencecheck.evidence.front_matter.keys import read_front_matter
from licencecheck.formats.terms import as_data, expected_of
from licencecheck.model import Identity, OriginalTerms, Outcome, SiteProfile, Unreadable
from tests.conftest import ROOT
from tests.serving import PUBLIC, Wire, serving

TODAY = date(2026, 11, 22)
COPY = ROOT / "fixtures/global-research/fail/third-party-article.html"
URL = "https://www.globalresearch.ca/why-the-ferry-stopped/5700001"
SCHEMA = json.loads((ROOT / "licencecheck/formats/terms.schema.json").read_text(encoding="utf-8"))
UNKNOWN = """<html lang="en"><head><title>Tides</title><meta property="og:site_name" content="River Quarterly">
<meta name="author" content="Ann Example"><link rel="canonical" href="https://river.example/tides">
<meta property="og:url" content="https://river.example/tides"></head><body><article><h1>Tides</h1>
<p>By Ann Example</p><p>The tide comes in twice a day, and twice a day it goes.</p>
<p>You may republish this article if you name the author and link to the original article.</p></article>
</body></html>"""


def told(path: str | Path, **more: Any) -> OriginalTerms:
    known: dict[str, Any] = {"today": TODAY}
    found = licencecheck.terms(path, **(known | more))
    assert isinstance(found, OriginalTerms)
    return found


@pytest.fixture
def unknown(tmp_path: Path) -> Path:
    page = tmp_path / "tides.html"
    page.write_text(UNKNOWN, encoding="utf-8")
    return page


def test_page_that_has_its_article_from_another() -> None:
    """Who published it, from whom they had it, whose terms hold, and that these speak of own articles."""
    found = told(COPY)

    assert ("Global Research", ("InfoBrics",)) == (found.publisher, found.origin)
    assert ["global-research"] == [ruleset.id for ruleset in found.rulesets]
    scope, permission = found.grants
    assert Outcome.REVIEW is scope.verdict.outcome
    assert "Has InfoBrics allowed this?" in scope.verdict.message
    assert "publications@globalresearch.ca" in permission.verdict.message


def test_conditions_are_those_of_a_copy_that_does_nothing_yet() -> None:
    """Each with the publisher's sentence, its address and date."""
    found = told(COPY)

    assert [
        'a credit to "Global Research"',
        'a copyright notice of "InfoBrics"',
        "a link to the Global Research article",
    ] == [expected_of(finding) for finding in found.conditions]
    assert all(finding.rule.quote and finding.rule.terms.url for finding in found.conditions)


def test_what_is_not_known_stays_a_named_gap() -> None:
    """Without `--url` nobody knows where the page stands."""
    assert {"url", "original_url"} == set(told(COPY).credits.gaps)
    assert {"original_url"} == set(told(COPY, url=URL).credits.gaps)
    assert f'<a href="{URL}">Global Research</a>' in told(COPY, url=URL).credits.html


@pytest.mark.parametrize(
    ("kind", "medium", "outcome"), [("community", "web", Outcome.PASS), ("community", "print", Outcome.REVIEW)]
)
def test_permission_depends_on_the_site(kind: str, medium: str, outcome: Outcome) -> None:
    """Community sites on the web are granted, print is on request."""
    profile = SiteProfile(kind=kind, medium=medium, commercial=False)

    assert outcome is told(COPY, profile=profile).grants[1].verdict.outcome


def test_unknown_publisher_is_read_from_its_page(unknown: Path) -> None:
    """Its sentences become rules that a machine has read."""
    found = told(unknown)

    assert "River Quarterly" == found.publisher
    assert found.draft is not None
    assert "granted" == found.draft.permission
    assert {"author-credit", "original-link"} == {finding.rule.requires for finding in found.conditions}
    assert {"machine"} == {finding.rule.proof.value for finding in found.conditions}


def test_credit_of_an_unknown_publisher(unknown: Path) -> None:
    """Author, publisher and address of this article, in every form."""
    credit = licencecheck.credit(unknown, today=TODAY)

    assert not isinstance(credit, licencecheck.Unreadable)
    link = "https://river.example/tides"
    assert (
        f'<p>By Ann Example. This article was originally published by <a href="{link}">River Quarterly</a>.</p>'
        == credit.html
    )
    assert f"By Ann Example. This article was originally published by [River Quarterly]({link})." == credit.markdown
    assert f"By Ann Example. This article was originally published by River Quarterly ({link})." == credit.text
    assert () == credit.gaps


def test_front_matter_is_what_our_own_reader_knows(unknown: Path) -> None:
    """The keys say source, address and author of the original."""
    credit = licencecheck.credit(unknown, today=TODAY)
    assert not isinstance(credit, licencecheck.Unreadable)

    block = read_block("post.md", f"---\n{credit.front_matter}---\ntext\n")
    assert block is not None
    facts = read_front_matter(block.entries)

    assert ["River Quarterly"] == [stated.value for stated in facts.sources]
    assert ["https://river.example/tides"] == [stated.value for stated in facts.original_urls]
    assert ["Ann Example"] == [stated.value for stated in facts.authors]


def test_credit_fulfils_the_terms(tmp_path: Path) -> None:
    """A copy with the credit, its gap filled, passes all that a page can pass."""
    original, copy = tmp_path / "original.html", tmp_path / "copy.html"
    words = "<p>The ferry stopped at three islands until the winter of last year, and nobody knows why.</p>" * 5
    original.write_text(
        f'<title>Ferry</title><meta property="og:site_name" content="Global Research">'
        f"<article><h1>Ferry</h1><p>By Ann Example</p>{words}"
        "<p>Copyright © Ann Example, Global Research, 2019</p></article>",
        encoding="utf-8",
    )
    profile = SiteProfile(kind="community", medium="web", commercial=False, hosts=("blog.example",))
    credit = told(original, url=URL, profile=profile).credits.html.replace("{year}", "2019")
    copy.write_text(
        f"<title>Ferry</title><article><h1>Ferry</h1><p>By Ann Example</p>{words}{credit}</article>", encoding="utf-8"
    )

    report = licencecheck.check(copy, original=URL, profile=profile, today=TODAY)

    assert "global-research" in report.pages[0].rulesets
    assert not [f.verdict.message for f in report.findings if f.verdict.outcome is Outcome.FAIL]


@pytest.mark.parametrize(
    ("line", "partner"),
    [
        ("This story was co-published with The Harbour Gazette.", "The Harbour Gazette"),
        ("Produced in partnership with Tap Times", "Tap Times"),
        ("The ferry was built in partnership with the town, and its owners said that they published every bill.", None),
    ],
)
def test_partners_are_told(tmp_path: Path, line: str, partner: str | None) -> None:
    """Who made the article with the publisher may have terms of its own."""
    path = tmp_path / "original.html"
    words = "<p>The ferry stopped at three islands until the winter of last year, and nobody knows why.</p>" * 5
    path.write_text(
        '<title>Ferry</title><meta property="og:site_name" content="ProPublica">'
        f"<article><h1>Ferry</h1><p>By Ann Example</p>{words}<p>{line}</p></article>",
        encoding="utf-8",
    )

    told_of = [doubt for doubt in told(path).doubts if "together" in doubt]

    assert ([f"It was published together with {partner}, whose own terms may hold"] if partner else []) == told_of


def test_what_is_to_be_kept_is_asked_not_a_question(tmp_path: Path) -> None:
    """The original is at hand: only the copy is to come."""
    path = tmp_path / "original.html"
    words = "<p>The ferry stopped at three islands until the winter of last year, and nobody knows why.</p>" * 5
    path.write_text(
        '<title>Ferry</title><meta property="og:site_name" content="ProPublica">'
        f"<article><h1>Ferry</h1><p>By Ann Example</p>{words}<p>© Ann Example, 2026</p></article>",
        encoding="utf-8",
    )

    found = told(path)

    wanted = [expected_of(finding) for finding in found.conditions]
    assert "Leave the text as it is: allowed changes are time, place and house style" in wanted
    assert 'the copyright notice "© Ann Example, 2026"' in wanted
    assert not [finding.verdict.message for finding in found.questions if finding.verdict.lacks_original]


def test_licence_of_the_site_holds_for_its_articles(tmp_path: Path) -> None:
    """Unless the article states another one."""
    path = tmp_path / "original.html"
    words = "<p>The ferry stopped at three islands until the winter of last year, and nobody knows why.</p>" * 5
    by, by_sa = (
        f'<a rel="license" href="https://creativecommons.org/licenses/{name}/4.0/">CC {name.upper()} 4.0</a>'
        for name in ("by", "by-sa")
    )
    article = "<title>Ferry</title><article><h1>Ferry</h1><p>By Ann Example</p>{}{}</article>"
    footer = f"<footer><p>All content on this site is licensed under {by}</p></footer>"

    path.write_text(article.format(words, "") + footer, encoding="utf-8")
    found = told(path)
    assert ["cc-by-4.0"] == [ruleset.id for ruleset in found.rulesets]
    assert "The licence of the whole site is CC BY 4.0" in found.markers

    path.write_text(article.format(words, f"<p>This article is licensed under {by_sa}.</p>") + footer, encoding="utf-8")
    assert ["cc-by-sa-4.0"] == [ruleset.id for ruleset in told(path).rulesets]


def test_publisher_is_no_agency_of_its_own_article(tmp_path: Path) -> None:
    """A copy credits the agency whose terms hold anyhow; its licence is named as people name it."""
    page = tmp_path / "copy.html"
    line = 'This article is republished from <a href="https://theconversation.com">The Conversation</a> under a {}'
    page.write_text(
        f"<article><h1>Tides</h1><p>The tide comes.</p><p>{line.format('Creative Commons license')}.</p></article>",
        encoding="utf-8",
    )

    found = told(page)

    assert (None, ("The Conversation",)) == (found.publisher, found.origin)
    assert not [doubt for doubt in found.doubts if "agency" in doubt]
    assert "The article states the licence Creative Commons" in found.markers


def test_markers(tmp_path: Path) -> None:
    """What speaks for or against a grant of this one article is named."""
    page = tmp_path / "wire.html"
    page.write_text(
        "<title>Ferry</title><article><h1>Ferry</h1><p>By Ann Example, Reuters</p><p>The ferry stopped.</p>"
        "<p>© 2019 River Post. All rights reserved.</p><button>Republish this article</button></article>",
        encoding="utf-8",
    )

    found = told(page)
    markers = found.markers

    assert "The article says that all rights are reserved" in found.doubts
    assert "The page has a button to republish it" in markers
    assert "The page gives no date of publication" in markers


@pytest.mark.parametrize("page", [COPY, None])
def test_json_is_as_its_schema_says(page: Path | None, unknown: Path) -> None:
    """With a rule set and with a draft."""
    data = json.loads(json.dumps(as_data(told(page or unknown))))

    Draft202012Validator.check_schema(SCHEMA)
    assert [] == [error.message for error in Draft202012Validator(SCHEMA).iter_errors(data)]


def run(monkeypatch: pytest.MonkeyPatch, *words: str | Path) -> int:
    monkeypatch.setattr("sys.argv", ["licencecheck", "terms", *map(str, words)])
    with pytest.raises(SystemExit) as left:
        cli.main()
    return int(left.value.code or 0)


def test_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A checklist for people, the same as data for programs."""
    assert 0 == run(monkeypatch, COPY, "--today", "2026-11-22", "--profile", "kind=community")
    text = capsys.readouterr().out
    assert "first published by: InfoBrics" in text
    assert "To be filled in: {original_url}, {url}; --url tells where the article stands" in text

    assert 0 == run(monkeypatch, COPY, "--format", "json", "--url", URL)
    assert "Global Research" == json.loads(capsys.readouterr().out)["publisher"]


def test_command_of_a_page_that_cannot_be_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Files that are not there and hosts that are not public are told plainly."""
    assert 2 == run(monkeypatch, "no-such-page.html")
    assert 2 == run(monkeypatch, "http://169.254.169.254/latest/meta-data")
    assert "is not on the public internet" in capsys.readouterr().err


def test_hostile_words_stay_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither the terminal nor the credit obeys the page."""
    page = tmp_path / "page.html"
    page.write_text(
        UNKNOWN.replace("River Quarterly", "River &lt;script&gt;alert(1)&lt;/script&gt; {url|javascript:x}").replace(
            "Tides</title>", "Ti\x1b[31mdes\u202e</title>"
        ),
        encoding="utf-8",
    )

    assert 0 == run(monkeypatch, page)
    text = capsys.readouterr().out

    assert not {"\x1b", "\u202e"} & set(text)
    assert "<script>" not in text.partition("Credit as HTML:")[2].partition("Credit as Markdown")[0]
    assert 'href="javascript' not in text


WORDS = "<p>The ferry stopped at three islands until the winter of last year, and nobody knows why.</p>" * 5
LINKED = '<a href="https://delta.example/2021/ferry">Delta Herald</a>'


def article(folder: Path, lines: str = "", footer: str = "", *, byline: str = "<p>By Ann Example</p>") -> Path:
    """The page of an article of the River Post, with lines below it and in the footer."""
    path = folder / "ferry.html"
    path.write_text(
        '<html lang="en"><title>Ferry</title><meta property="og:site_name" content="River Post">'
        '<link rel="canonical" href="https://river.example/ferry"><meta property="og:url" content="https://river.example/ferry">'
        '<meta property="article:published_time" content="2024-05-03">'
        f"<article><h1>Ferry</h1>{byline}{WORDS}{lines}</article><footer>{footer}</footer></html>",
        encoding="utf-8",
    )
    return path


def test_answer_stands_on_the_first_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A site that denies everything says no before all else, and what is then asked is its permission."""
    page = article(tmp_path, footer="<p>© 2024 River Post. All rights reserved.</p>")

    assert 0 == run(monkeypatch, page)
    text = capsys.readouterr().out

    assert "no" == told(page).answer
    assert text.startswith("May I repost this? No, unless the publisher permits it\n")
    assert "  - the publisher's permission\n" in text
    assert "read by machine)" in text


def test_words_of_the_story_are_no_terms(tmp_path: Path) -> None:
    """Whatever it speaks of; what it says at its end of its own use counts, however long."""
    story = "<p>You may not copy a ferry without permission, and to reproduce its horn is prohibited.</p>"
    assert told(article(tmp_path, byline=f"<p>By Ann Example</p>{WORDS}{story}{WORDS}")).draft is None

    long = (
        f"<p>You may republish this article if you link to the original article. {'We thank you for that. ' * 20}</p>"
    )
    stated = told(article(tmp_path, lines=long))
    assert stated.draft is not None and "granted" == stated.draft.permission
    assert "yes" == stated.answer


def test_where_no_terms_are_known_nothing_was_read_by_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Good practice is our own word, and no sentence of a publisher."""
    assert 0 == run(monkeypatch, article(tmp_path))
    text = capsys.readouterr().out

    assert "  terms: none known; any-repost says what is good practice\n" in text
    assert "machine" not in text and "“" not in text.partition("Credit as HTML")[0]


@pytest.mark.parametrize(("holder", "speaker"), [("Delta Herald", "Delta Herald"), ("Hill Trust", "River Post")])
def test_terms_in_the_notice_of_the_first_publisher_are_its_own(tmp_path: Path, holder: str, speaker: str) -> None:
    """Those of another's are ascribed to the site that shows them."""
    line = f"<p>© 2021 {holder}. All rights reserved. This material may not be published without permission.</p>"
    found = told(article(tmp_path, f"<p>This article was originally published by {LINKED}.</p>{line}"))

    [stated] = found.rulesets
    assert speaker == stated.publisher.name


def test_permission_is_asked_for_where_only_a_person_can_give_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page on which nothing is asked of the copy still asks that."""
    line = "© 2024 River Post. All rights reserved. No reproduction without written permission."

    assert 0 == run(monkeypatch, article(tmp_path, footer=f"<p>{line}</p>"))

    assert "What is asked:\n  - the publisher's permission\n" in capsys.readouterr().out


def test_credit_that_is_not_sure_leads_nobody_away(tmp_path: Path) -> None:
    """A lone address at the end may be a reference: the article counts as the page's own, with a doubt."""
    address = "http://dx.doi.example/10.1098/rsbl.2017.0484"
    found = told(article(tmp_path, f'<p><a href="{address}">{address}</a></p>'))

    assert () == found.origin
    assert any(doubt.startswith("It may be a copy itself: ") for doubt in found.doubts)
    assert '<a href="https://river.example/ferry">River Post</a>' in found.credits.html


def test_credit_of_a_copy_links_the_original(tmp_path: Path) -> None:
    """The page in front of the reader is not it; whose page it is stays told."""
    found = told(article(tmp_path, f"<p>This article was originally published by {LINKED}.</p>"))

    assert ("River Post", ("Delta Herald",)) == (found.publisher, found.origin)
    assert "ask" == found.answer
    assert "It comes from Delta Herald, whose own terms may hold" in found.doubts
    assert f"This article was originally published by {LINKED}." in found.credits.html
    assert 'original_url: "https://delta.example/2021/ferry"\n' in found.credits.front_matter


def test_doubt_leaves_no_yes(tmp_path: Path) -> None:
    """The licence of a site does not cover what is an agency's."""
    footer = '<p>All content is licensed under <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a></p>'

    assert "yes" == told(article(tmp_path, footer=footer)).answer
    found = told(article(tmp_path, footer=footer, byline="<p>By Ann Example, Reuters</p>"))
    assert "ask" == found.answer
    assert ["cc-by-4.0"] == [ruleset.id for ruleset in found.rulesets]


def test_version_that_nobody_names_is_not_made_up(tmp_path: Path) -> None:
    """Nor the deed that belongs to it, nor an author."""
    found = told(article(tmp_path, footer="<p>All content is licensed under CC BY-NC.</p>", byline=""))

    assert "“Ferry (https://river.example/ferry)” is licensed under CC BY-NC ({licence_url})." in found.credits.text
    assert ("licence_url",) == found.credits.gaps
    assert 'license: "CC BY-NC"\n' in found.credits.front_matter
    assert 'the licence "CC BY-NC"' in [expected_of(finding) for finding in found.conditions]


def test_port_of_a_licence_is_named_once(tmp_path: Path) -> None:
    """As the article states it."""
    deed = "https://creativecommons.org/licenses/by/3.0/us/"
    html = told(
        article(tmp_path, footer=f'<p>All content: <a rel="license" href="{deed}">CC BY 3.0 US</a></p>')
    ).credits.html

    assert 1 == html.count("creativecommons.org")
    assert f'is licensed under <a href="{deed}" rel="license">CC BY 3.0 US</a>. ' in html


def test_what_a_page_asks_beyond_its_licence(tmp_path: Path) -> None:
    """Both hold; what cannot be told as a rule is for the reader to confirm."""
    deed = '<a rel="license" href="https://creativecommons.org/licenses/by-nd/4.0/">CC BY-ND 4.0</a>'
    line = (
        f"<p>You may republish this article under {deed} if you credit the River Post and keep our tracking pixel.</p>"
    )
    found = told(article(tmp_path, line))

    assert ["cc-by-nd-4.0", "river-post"] == [ruleset.id for ruleset in found.rulesets]
    assert 'a credit to "River Post"' in [expected_of(finding) for finding in found.conditions]


def test_unknown_publisher_has_no_made_up_name(tmp_path: Path) -> None:
    """What the page does not tell is a gap."""
    page = tmp_path / "post.md"
    page.write_text("# Ferry\n\nThe ferry stopped at three islands, and nobody knows why.\n", encoding="utf-8")
    found = told(page)

    assert None is found.publisher
    assert {"original", "original_url"} == set(found.credits.gaps)
    assert "source:" not in found.credits.front_matter


def test_address_is_fetched_and_redirects_tell_where_it_stands(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The credit links where the article is, not where the reader was led from."""
    html = article(tmp_path).read_bytes().replace(b"https://river.example/ferry", b"")
    with serving() as site:
        site.pages |= {"/old": (301, {"Location": "/2024/ferry"}, b""), "/2024/ferry": (200, {}, html)}

        def fetched(url: str, **more: Any) -> object:
            return real(url, resolve=lambda _host, _port: [PUBLIC], transport=Wire(site), **more)

        real = fetch.fetch
        monkeypatch.setattr(fetch, "fetch", fetched)
        found = told("http://river.example/old")

        assert ["/old", "/2024/ferry"] == site.paths
    assert '<a href="http://river.example/2024/ferry">River Post</a>' in found.credits.html
    assert () == found.credits.gaps


def test_address_that_is_refused_is_a_value() -> None:
    """As the reason, not as an exception."""
    found = licencecheck.terms("http://127.0.0.1:9/article", today=TODAY)

    assert isinstance(found, Unreadable)
    assert "is not on the public internet" in found.reason


@pytest.mark.parametrize(
    ("name", "publisher"),
    [
        ("River Post - News of the valley since 1901, every day and for everybody", "River Post"),
        ("riverpost", "The River Post"),
        ("Valley Bell", "Valley Bell"),
        ("http://www.riverpost.example", "riverpost.example"),
    ],
)
def test_publisher_is_named_plainly(tmp_path: Path, name: str, publisher: str) -> None:
    """Without its slogan, and not by its account."""
    page = tmp_path / "ferry.html"
    page.write_text(
        f'<title>Ferry</title><meta property="og:site_name" content="{name}">'
        f'<header><a href="/">{publisher}</a></header>'
        f"<article><h1>Ferry</h1><p>By Ann Example</p>{WORDS}</article>",
        encoding="utf-8",
    )
    assert publisher == told(page, url="https://riverpost.example/ferry").publisher


@pytest.mark.parametrize(("commercial", "answer"), [(None, "ask"), (False, "yes"), (True, "no")])
def test_noncommercial_licence_depends_on_the_site(tmp_path: Path, commercial: bool | None, answer: str) -> None:
    """No page can mend that: it is no condition, but decides."""
    deed = '<a rel="license" href="https://creativecommons.org/licenses/by-nc/4.0/">CC BY-NC 4.0</a>'
    page = article(tmp_path, footer=f"<p>All content is licensed under {deed}</p>")
    found = told(page, profile=SiteProfile(commercial=commercial))

    assert answer == found.answer
    assert "noncommercial" not in {finding.rule.requires for finding in [*found.conditions, *found.questions]}


def test_every_line_that_is_required_is_in_the_credit(tmp_path: Path) -> None:
    """In each form, with its language; once where it says what the credit says."""
    page = tmp_path / "ferry.html"
    page.write_text(
        f'<html lang="en"><title>Ferry</title><article><h1>Ferry</h1><p>By Ann Example</p>{WORDS}</article></html>',
        encoding="utf-8",
    )
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "rheinbote.yaml").write_text(
        """id: rheinbote
publisher: {name: Rheinbote, domains: [rheinbote.example]}
terms: {url: "https://rheinbote.example/terms", as_of: 2026-11, compiled: 2026-11-22}
permission: [{is: granted, quote: "Alle dürfen unsere Artikel nachdrucken"}]
rules:
  - {requires: original-link, to: [article], quote: "mit Link auf den Artikel"}
  - {requires: credit-line, template: tagline, quote: "mit unserem Slogan"}
  - {requires: credit-line, id: main-line, quote: "mit dieser Zeile"}
credit:
  - {lang: de, text: "Zuerst erschienen im {Rheinboten|url}."}
  - {id: tagline, lang: de, text: "Der {Rheinbote|home} berichtet seit 1901 für alle am Fluss"}
""",
        encoding="utf-8",
    )
    url = "https://rheinbote.example/2024/ferry"
    credit = told(page, url=url, rule_folders=[rules]).credits

    line, tagline = "Zuerst erschienen im", "berichtet seit 1901 für alle am Fluss"
    assert (
        f'<p lang="de">{line} <a href="{url}">Rheinboten</a>.</p>\n'
        f'<p lang="de">Der <a href="https://rheinbote.example">Rheinbote</a> {tagline}</p>' == credit.html
    )
    assert f"{line} [Rheinboten]({url}).\n\nDer [Rheinbote](https://rheinbote.example) {tagline}" == credit.markdown
    assert f"{line} Rheinboten ({url}).\n\nDer Rheinbote (https://rheinbote.example) {tagline}" == credit.text


def test_questions_are_answered_on_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As for `check`: what a person knows is asked no more."""
    assert 0 == run(monkeypatch, COPY, "--attest", "global-research/grant-scope=yes", "--format", "json")
    scope = json.loads(capsys.readouterr().out)["grants"][0]
    assert ("grant-scope", "yes") == (scope["requirement"], scope["answer"])


def test_configuration_of_the_site_counts(tmp_path: Path) -> None:
    """Its profile decides as one that is given."""
    config = tmp_path / "site.yml"
    config.write_text("profile: {kind: community, medium: web, commercial: no}\n", encoding="utf-8")

    assert Outcome.PASS is told(COPY, config=config).grants[1].verdict.outcome
    assert licencecheck.credit(COPY, config=config, today=TODAY) == told(COPY).credits


def test_site_without_a_name_is_called_by_its_host() -> None:
    """Nobody else's name is taken."""
    party = publisher_of_site(Identity(hosts=("news.river.example",)))
    assert party is not None and "river.example" == party.name
    assert publisher_of_site(Identity()) is None


@pytest.mark.parametrize(
    ("name", "host", "publisher"),
    [
        ("River Post — Technology", "riverpost.example", "River Post"),
        ("Technology | River Post", "riverpost.example", "River Post"),
        ("River Post » Feed", "www.example", "River Post"),
        ("River Post: Technology", "riverpost.example", "River Post: Technology"),
        ("River-Post", "riverpost.example", "River-Post"),
        ("«»", "riverpost.example", "«»"),
    ],
)
def test_publisher_is_named_without_a_section(name: str, host: str, publisher: str) -> None:
    """As its host tells the one from the other, else the first is the name."""
    party = publisher_of_site(Identity(names=(name,), hosts=(host,)))

    assert party is not None and publisher == party.name


def test_sentence_of_another_case_is_not_quoted(tmp_path: Path) -> None:
    """A grant without words of its own shows none, least of all those of an exception."""
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules/river-post.yaml").write_text(
        """id: river-post
publisher: {name: River Post, domains: [river.example]}
terms: {url: "https://river.example/terms", as_of: 2026-11, compiled: 2026-11-22}
covers:
  - {when: {original-source: other}, is: excluded, quote: "but for what partners gave us"}
  - {is: covered}
permission: [{is: granted, quote: "you may republish our articles"}]
rules: [{requires: original-link, to: [article], quote: "link to the article"}]
""",
        encoding="utf-8",
    )
    scope, permission = told(article(tmp_path), rule_folders=[tmp_path / "rules"]).grants

    assert ("Found a grant that covers this article", "") == (scope.verdict.message, scope.rule.quote)
    assert "you may republish our articles" == permission.rule.quote
