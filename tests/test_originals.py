"""The originals of pages: named, found by front matter, in a folder or online, and read like any other page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from licencecheck.catalogue import load_rules
from licencecheck.cli import NOT_DONE, exit_code
from licencecheck.documents import fetch
from licencecheck.engine import original_pages, run
from licencecheck.engine.originals import Originals
from licencecheck.errors import UsageError
from licencecheck.fixing import fix_pages
from licencecheck.formats import json as json_format
from licencecheck.formats import text as text_format
from licencecheck.model import FixedPage, Original, Outcome, PageReport, Report, SiteProfile
from licencecheck.options import Options
from tests.evidence.making import TEXTS
from tests.requirements.making import page
from tests.serving import PUBLIC, Site, Wire, serving

CATALOGUE = load_rules()
PARAGRAPHS = TEXTS["en"].strip().split("\n\n")
BETWEEN = "</p>\n<h2>A &amp; B</h2>\n<p>"
PAGE = f"""<html lang="en"><head><title>Pumps run dry | Valley Post</title>
<link rel="canonical" href="https://valley.example/2024/pumps"><meta property="og:site_name" content="Valley Post">
<meta property="article:published_time" content="2024-03-05"></head>
<body><article><h1>Pumps run dry</h1><p class="byline">By Jane Doe</p>
<p>{BETWEEN.join(PARAGRAPHS)}</p></article></body></html>
"""


URL = "https://valley.example/2024/pumps"
COPY = """<html lang="en"><head><title>Pumps run dry</title></head><body><article><h1>Pumps run dry</h1>
<p>{}</p><p>This article was originally published by <a href="{}">Valley Post</a>.</p></article></body></html>"""


def options(**more: Any) -> Options:
    """Options of a run."""
    return Options(today=date(2026, 11, 22), jobs=1, **more)


def given(original: str | None) -> Original:
    """The original that the call names."""
    return Originals(options(original=original), CATALOGUE).of(page())


def copy_of(url: str = URL, paragraphs: list[str] = PARAGRAPHS) -> str:
    """A repost that links its original."""
    return COPY.format(BETWEEN.join(paragraphs), url)


def only(report: Report) -> PageReport:
    """The report on the one page of a run."""
    (found,) = report.pages
    return found


def trouble(report: PageReport) -> str:
    """Why the page was compared with nothing."""
    assert report.comparison is None
    assert report.original
    assert report.original.trouble
    return report.original.trouble


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in which the run takes place."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A server that plays all hosts; the guards stay on."""
    real = fetch.fetch
    with serving() as site:

        def resolve(host: str, _port: int) -> list[str]:
            return [host if host[0].isdigit() else PUBLIC]

        def fetched(url: str, **more: Any) -> object:
            return real(url, resolve=resolve, transport=Wire(site), **more)

        monkeypatch.setattr(fetch, "fetch", fetched)
        monkeypatch.setattr(original_pages, "PAUSE", 0.0)
        site.pages["/2024/pumps"] = 200, {}, PAGE.encode()
        yield site


def test_without_an_original_nothing_is_known() -> None:
    """Nothing is guessed."""
    original = given(None)

    assert (None, None, None) == (original.url, original.title, original.page)


def test_a_file_is_read_as_a_page(tmp_path: Path) -> None:
    """Title, authors, address and day are those of the page, and its text is at hand."""
    (tmp_path / "original.html").write_text(PAGE, encoding="utf-8")
    original = given(str(tmp_path / "original.html"))

    assert ("Pumps run dry", ("Jane Doe",)) == (original.title, original.authors)
    assert ("https://valley.example/2024/pumps", date(2024, 3, 5)) == (original.url, original.published)
    assert original.page and original.page.main_text
    assert "run dry for the third summer" in original.page.main_text.text


def test_every_character_of_a_paragraph_has_its_place(tmp_path: Path) -> None:
    """Over line breaks and entities."""
    (tmp_path / "original.html").write_text(PAGE, encoding="utf-8")
    page = given(str(tmp_path / "original.html")).page
    assert page and page.main_text
    lines = PAGE.splitlines()

    for paragraph in page.main_text.paragraphs:
        for offset, character in enumerate(paragraph.text):
            place = paragraph.place(offset)
            assert place.line and place.column
            source = lines[place.line - 1][place.column - 1 : place.column]
            assert source in {character, "&"} if character.strip() else source in {" ", ""}
    assert ["A & B"] * (len(PARAGRAPHS) - 1) == [p.text for p in page.main_text.paragraphs if p.is_heading]


def test_an_original_that_cannot_be_read_is_a_usage_error(tmp_path: Path) -> None:
    """Nothing is judged without what the user wants it compared with."""
    (tmp_path / "original.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)

    with pytest.raises(UsageError, match=r"--original .*original\.html cannot be read: The file is a PNG picture"):
        given(str(tmp_path / "original.html"))


class TestFrontMatter:
    """A post names its saved original."""

    def write(self, folder: Path, value: str, key: str = "original") -> Path:
        """Write a post and its original; return the post."""
        (folder / "posts").mkdir()
        (folder / "originals").mkdir()
        (folder / "originals" / "pumps.html").write_text(PAGE, encoding="utf-8")
        post = folder / "posts" / "pumps.md"
        matter = f"---\ntitle: Pumps\nlang: en\n{key}: {value}\noriginal_url: {URL}\n---\n"
        post.write_text(matter + "\n\n## A & B\n\n".join(PARAGRAPHS), encoding="utf-8")
        return post

    @pytest.mark.parametrize("value", ["originals/pumps.html", "../originals/pumps.html"])
    def test_names_a_file_below_the_site_or_beside_the_post(self, folder: Path, value: str) -> None:
        """Both are natural."""
        self.write(folder, value)

        found = only(run(["posts"], options()))

        assert found.original
        assert "originals/pumps.html" == found.original.path
        assert found.comparison
        assert 1.0 == found.comparison.share

    def test_the_key_may_be_any(self, folder: Path) -> None:
        """The configuration says what a key means, then any name of a file will do."""
        self.write(folder, "originals/pumps.html", key="vorlage")
        profile = SiteProfile(front_matter={"vorlage": "original_file"})

        assert only(run(["posts"], options())).comparison is None
        assert only(run(["posts"], options(profile=profile))).comparison

    @pytest.mark.parametrize(
        "value", ["../../secret.html", "/etc/hostname.html", "x" * 300 + ".html", r"'\\\\host\share\a.html'", "no.html"]
    )
    def test_names_nothing_outside_the_site(self, folder: Path, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """Neither by dots, nor by a link, nor on another machine."""
        (folder / "secret.html").write_text(PAGE, encoding="utf-8")
        site = folder / "site"
        site.mkdir()
        self.write(site, value)
        monkeypatch.chdir(site)

        assert "there is no file" in trouble(only(run(["posts"], options())))

    def test_a_link_out_of_the_site_is_not_followed(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """What counts is where the file stands."""
        (folder / "secret.html").write_text(PAGE, encoding="utf-8")
        site = folder / "site"
        site.mkdir()
        self.write(site, "originals/linked.html")
        (site / "originals" / "linked.html").symlink_to(folder / "secret.html")
        monkeypatch.chdir(site)

        assert "there is no file" in trouble(only(run(["posts"], options())))

    def test_a_file_that_is_no_page_is_told(self, folder: Path) -> None:
        """It costs this page its comparison, and nothing else."""
        self.write(folder, "originals/pumps.html")
        (folder / "originals" / "pumps.html").write_bytes(b"\x89PNG\r\n\x1a\n")

        report = run(["posts"], options())

        assert "originals/pumps.html cannot be read: The file is a PNG picture, not text" == trouble(only(report))
        assert () == report.unread


class TestFolder:
    """Saved originals are found by the address that they state, never by guess."""

    def write(self, folder: Path, **pages: str) -> None:
        """Write a copy, and saved pages into the folder of originals."""
        (folder / "site").mkdir()
        (folder / "site" / "copy.html").write_text(copy_of(), encoding="utf-8")
        (folder / "site" / "originals").mkdir()
        for name, text in pages.items():
            (folder / "site" / "originals" / f"{name}.html").write_text(text, encoding="utf-8")

    def found(self) -> PageReport:
        """Check the site with its originals."""
        return only(run(["site"], options(originals="site/originals")))

    @pytest.mark.parametrize(
        "stated",
        [
            f'<link rel="canonical" href="{URL}">',
            f'<meta property="og:url" content="{URL.replace("//", "//www.")}/?utm_source=x">',
        ],
    )
    def test_by_canonical_link_or_og_url(self, folder: Path, stated: str) -> None:
        """Tracking and `www.` count for nothing; the originals themselves are no pages of the site."""
        text = PAGE.replace(f'<link rel="canonical" href="{URL}">', stated)
        assert stated in text
        self.write(folder, a=text, b=text.replace(URL, "https://valley.example/2024/other").replace("www.", "x."))

        report = self.found()

        assert report.original
        assert "site/originals/a.html" == report.original.path
        assert report.comparison
        assert 1.0 == report.comparison.share

    def test_none_fits(self, folder: Path) -> None:
        """The same title is no proof."""
        self.write(folder, a=PAGE.replace(URL, "https://valley.example/2024/pumps-again"))

        assert f"no page in site/originals states the address {URL} as its own" == trouble(self.found())

    def test_several_fit(self, folder: Path) -> None:
        """Which of them was copied is for a person to say."""
        self.write(folder, a=PAGE, b=PAGE)

        assert (
            f"2 saved pages state the address {URL} as theirs: site/originals/a.html, site/originals/b.html"
            == trouble(self.found())
        )

    def test_a_copy_that_links_no_article(self, folder: Path) -> None:
        """There is nothing to find its original by."""
        self.write(folder, a=PAGE)
        (folder / "site" / "copy.html").write_text(copy_of("https://valley.example/"), encoding="utf-8")

        assert "no credit links the article by which to find its original" == trouble(self.found())

    def test_own_pages_are_not_looked_for(self, folder: Path) -> None:
        """No repost, no original."""
        self.write(folder, a=PAGE)
        (folder / "site" / "copy.html").write_text("<p>Our own words, written here.</p>", encoding="utf-8")

        assert self.found().original is None

    def test_a_folder_that_is_not_there(self, folder: Path) -> None:
        """It is told before all work."""
        self.write(folder)

        with pytest.raises(UsageError, match="--originals nowhere: there is no such folder"):
            run(["site"], options(originals="nowhere"))

    def test_rules_say_why_they_cannot_judge(self, folder: Path) -> None:
        """Each in JSON, in text all in one line."""
        self.write(folder)
        report = run(["site"], options(originals="site/originals", publishers=("the-conversation",)))
        why = f"no page in site/originals states the address {URL} as its own"
        asking = [each for each in report.findings if each.verdict.lacks_original]
        stream, machine = StringIO(), StringIO()
        text_format.render(report, stream)
        json_format.render(report, machine)
        told = json.loads(machine.getvalue())

        assert len(asking) > 1
        assert all(why in each.verdict.message and each.verdict.outcome is Outcome.REVIEW for each in asking)
        names = ", ".join(each.rule.id for each in asking)
        assert f"; no original to compare with: {why}\n" in stream.getvalue()
        assert f"site/copy.html: review: {len(asking)} duties need the original ({names})\n" in stream.getvalue()
        assert 1 == stream.getvalue().count(why)
        assert {"path": "site/originals", "trouble": why} == told["pages"][0]["original"]
        assert len(asking) == sum(why in finding["message"] for finding in told["findings"])

    def test_a_change_is_told_once_in_the_text_of_a_page(self, folder: Path) -> None:
        """However many rules it breaks."""
        self.write(folder, a=PAGE.replace("run dry for the third", "run dry for the fourth"))
        report = run(["site"], options(originals="site/originals", publishers=("cc-by-nd-4.0",)))
        stream = StringIO()
        text_format.render(report, stream)
        breaking = [each for each in report.findings if "fourth" in each.verdict.message]

        assert {"verbatim-text", "change-notice"} <= {each.rule.id for each in breaking}
        assert 1 == stream.getvalue().count("[-fourth-] {+third+}")

    def test_without_an_original_the_text_says_how_to_give_one(self, folder: Path) -> None:
        """In the same line."""
        self.write(folder)
        stream = StringIO()
        report = run(["site/copy.html"], options(publishers=("cc-by-nd-4.0",)))
        text_format.render(report, stream)
        names = ", ".join(each.rule.id for each in report.findings if each.verdict.lacks_original)

        assert f"the original ({names}): give --original or --online\n" in stream.getvalue()

    def test_the_cache_knows_when_the_original_changes(self, folder: Path) -> None:
        """Its words, and whether there is one."""
        self.write(folder, a=PAGE)
        for number in range(60):
            (folder / "site" / f"own{number}.md").write_text("Our own words.", encoding="utf-8")
        how = options(originals="site/originals", cache="cache")

        def share() -> float | None:
            report = next(page for page in run(["site"], how).pages if page.path == "site/copy.html")
            return report.comparison.share if report.comparison else None

        assert [1.0, 1.0] == [share(), share()]
        saved = folder / "site" / "originals" / "a.html"
        saved.write_text(PAGE.replace(PARAGRAPHS[0], "Quite another beginning. " * 40), encoding="utf-8")
        assert (changed := share()) is not None
        assert changed < 1.0
        saved.rename(folder / "site" / "originals" / "b.txt")
        assert share() is None


class TestOnline:
    """Originals are fetched only on request, once each, and whatever goes wrong concerns their page alone."""

    def write(self, folder: Path, **urls: str) -> None:
        """Write a copy for each address."""
        for name, url in urls.items():
            (folder / f"{name}.html").write_text(copy_of(url), encoding="utf-8")

    def reviews(self, report: PageReport) -> list[str]:
        """The messages of what the server says of the link."""
        return [each.verdict.message for each in report.findings if each.rule.name == "online/original-link"]

    def test_nothing_is_fetched_unasked(self, folder: Path, web: Site) -> None:
        """A folder of originals asks for no network either."""
        self.write(folder, a=URL)
        (folder / "originals").mkdir()

        run(["a.html"], options())
        run(["a.html"], options(originals="originals"))

        assert [] == web.seen

    def test_the_address_that_the_call_names(self, folder: Path, web: Site) -> None:
        """It is fetched, and fills what is to be pasted."""
        self.write(folder, a="https://valley.example/")

        report = only(run(["a.html"], options(original=URL)))

        assert report.comparison
        assert 1.0 == report.comparison.share
        assert ["/2024/pumps"] == web.paths

    def test_an_address_that_cannot_be_fetched_still_says_where_the_original_stands(
        self, folder: Path, web: Site
    ) -> None:
        """The page is judged by all else."""
        self.write(folder, a="https://valley.example/")
        web.pages["/2024/pumps"] = 500, {}, b""

        judged = run(["a.html"], options(original=URL, publishers=("any-repost",)))
        report = only(judged)

        assert [(URL, "The server answers 500, not 200")] == [(each.path, each.reason) for each in judged.unread]
        assert NOT_DONE == exit_code(judged)
        assert f"{URL} cannot be read: The server answers 500, not 200" == trouble(report)
        [mended, unread] = fix_pages(["a.html"], options(original=URL, publishers=("any-repost",)))
        assert isinstance(mended, FixedPage) and judged.unread == (unread,)
        assert any(URL in (each.verdict.paste or "") for each in report.findings)

    def test_the_link_of_the_credit(self, folder: Path, web: Site) -> None:
        """It leads to the original; a page in the encoding of its server is read rightly."""
        self.write(folder, a=URL)
        text = (
            PAGE.replace("run dry |", "run dry near Köln |")
            .replace("run dry</h1>", "run dry near Köln</h1>")
            .encode("cp1252")
        )
        web.pages["/2024/pumps"] = 200, {"Content-Type": "text/html; charset=windows-1252"}, text

        report = only(run(["a.html"], options(online=True)))

        assert report.comparison
        assert ["Pumps run dry near Köln"] == [change.original for change in report.comparison.changes]
        assert [] == self.reviews(report)

    def test_a_saved_original_comes_first(self, folder: Path, web: Site) -> None:
        """What is at hand is not fetched."""
        self.write(folder, a=URL)
        (folder / "originals").mkdir()
        (folder / "originals" / "a.html").write_text(PAGE, encoding="utf-8")

        assert only(run(["a.html"], options(online=True, originals="originals"))).comparison
        assert [] == web.seen

    def test_one_original_of_many_copies_is_fetched_once(self, folder: Path, web: Site) -> None:
        """In however many processes the run may work, and the report is in order."""
        self.write(folder, **{f"p{number:02}": f"{URL}#part{number}" for number in range(60)})

        report = run(["."], Options(today=date(2026, 11, 22), online=True, jobs=2))

        assert ["/2024/pumps"] == web.paths
        assert sorted(page.path for page in report.pages) == [page.path for page in report.pages]
        assert all(page.comparison for page in report.pages)

    def test_a_host_is_given_time(self, folder: Path, web: Site, monkeypatch: pytest.MonkeyPatch) -> None:
        """Between two of its pages, not before the first; what it allows is asked once."""
        waits: list[float] = []
        monkeypatch.setattr(original_pages, "PAUSE", 5.0)
        monkeypatch.setattr("time.sleep", waits.append)
        self.write(folder, a=URL, b=f"{URL}-2", c="https://other.example/2024/pumps")

        run(["."], options(online=True))

        (wait,) = waits
        assert 4.0 < wait <= 5.0
        assert ["other.example", "valley.example"] == sorted(
            host for host, path, _ in web.seen if path == "/robots.txt"
        )

    @pytest.mark.parametrize(
        ("answer", "why"),
        [
            ((404, {}, b""), "The server answers 404: the page is not there"),
            ((410, {}, b""), "The server answers 410: the page is not there"),
            ((301, {"Location": "/"}, b""), "The address is redirected to the home page: the page is not there"),
        ],
    )
    def test_an_original_that_is_gone_is_for_review(self, folder: Path, web: Site, answer: Any, why: str) -> None:
        """Under every rule set, at the link."""
        self.write(folder, a=URL)
        web.pages |= {"/2024/pumps": answer, "/": (200, {}, b"<p>News of the valley")}

        report = only(run(["a.html"], options(online=True)))

        assert f"{URL} is gone: {why}" == trouble(report)
        assert [f"Check that the link still leads to the original: {URL} is gone: {why}"] == self.reviews(report)
        (finding,) = [each for each in report.findings if each.rule.name == "online/original-link"]
        assert Outcome.REVIEW is finding.verdict.outcome
        lines = (folder / "a.html").read_text(encoding="utf-8").split("\n")
        assert "This article was originally published" in lines[(finding.verdict.location.line or 0) - 1]

    @pytest.mark.parametrize(
        ("answer", "why"),
        [
            ((500, {}, b""), "The server answers 500, not 200"),
            (
                (200, {"Content-Type": "application/pdf"}, b"%PDF-"),
                "The address leads to application/pdf, not to a page",
            ),
            ((200, {}, b"\x89PNG\r\n\x1a\n"), "The file is a PNG picture, not text"),
            ((302, {"Location": "http://10.0.0.1/"}, b""), "The host 10.0.0.1 is not on the public internet"),
        ],
    )
    def test_other_trouble_is_of_the_one_page(self, folder: Path, web: Site, answer: Any, why: str) -> None:
        """No finding says that the link is broken, and the other page is compared."""
        self.write(folder, a=f"{URL}-2", b=URL)
        web.pages["/2024/pumps-2"] = answer

        first, second = run(["."], options(online=True)).pages

        assert f"{URL}-2 cannot be read: {why}" == trouble(first)
        assert [] == self.reviews(first)
        assert second.comparison

    def test_a_host_that_gave_no_answer_is_not_asked_again(self, folder: Path, web: Site) -> None:
        """A hundred links to a dead server cost one wait."""
        self.write(folder, a=f"{URL}-1", b=f"{URL}-2")
        web.pages |= {f"/2024/pumps-{n}": (503, {}, b"") for n in (1, 2)}

        first, second = run(["."], options(online=True)).pages

        assert "it is too busy" in trouble(first)
        assert f"{URL}-2 cannot be read: valley.example gave no answer before" == trouble(second)
        assert ["/2024/pumps-1"] == web.paths
