"""Findings on built pages are shown in the posts that these were made from, and what a theme drops in its template."""

from __future__ import annotations

import io
import json
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import licencecheck
from licencecheck import cli
from licencecheck.engine import run
from licencecheck.engine.baseline import read_baseline, recorded, written
from licencecheck.engine.theme import Dropped, Sites, said_once
from licencecheck.errors import UnknownNameError, UsageError
from licencecheck.formats import FORMATS
from licencecheck.model import Attestation, Location, Place, Report, SiteProfile
from licencecheck.options import Ignore, Options
from tests.test_formats import validator

TEXT = (
    "The ferry came back to the old harbour on a grey morning, and half of the town stood on the quay to see it come "
    "in. The captain had painted the name anew, and nobody could agree on the colour."
)
OTHER = (
    "Nobody had expected the library to stay open for the whole winter, with its lamps lit until the last tram had "
    "left. The caretaker brought soup, and the reading circle brought cushions and a dog."
)
CREDIT = "Originally published by [Global Research](#)."
URL = "https://www.propublica.org/article/ferry"
LINKED = f"Originally published by [ProPublica]({URL})."
PAGE = '<html lang="en"><head><title>Ferry</title></head><body><article><p>{}</p><p>{}</p></article></body></html>'
DEAD = 'Originally published by <a href="#">Global Research</a>.'
BUILT = "public/ferry/index.html"
LAYOUT = '<html>\n<head>\n<link rel="canonical" href="{{ .Permalink }}">\n</head>\n{{ .Content }}\n'


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to a site of its own."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(files: Mapping[str, str]) -> None:
    """Write files below the working directory."""
    for name, text in files.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def post(text: str = TEXT, credit: str = CREDIT, **matter: str) -> str:
    """Write a post."""
    said = "".join(f"{key}: {value}\n" for key, value in ({"title": "The ferry"} | matter).items())
    return f"---\n{said}---\n\n{text}\n\n{credit}\n"


def built(text: str = TEXT, credit: str = DEAD, head: str = "") -> str:
    """Write a page as a theme does."""
    return PAGE.format(text, credit).replace("</title>", f"</title>{head}")


def checked(*paths: str, **more: Any) -> Report:
    """Check `public` as built from `content`."""
    known: dict[str, Any] = {"today": date(2026, 11, 22), "jobs": 1, "sources": ("content",)}
    return run(paths or ["public"], Options(**(known | more)))


def places(report: Report, rule: str) -> list[tuple[str, int | None]]:
    """Where a rule fails."""
    return [
        (each.verdict.location.path, each.verdict.location.line)
        for each in report.findings
        if each.rule.name.endswith(rule) and each.verdict.outcome == "fail"
    ]


class TestPairs:
    """Which post a page was made from."""

    @pytest.mark.parametrize(
        ("source", "matter", "page"),
        [
            ("content/ferry.md", {}, "public/ferry.html"),
            ("content/ferry.md", {}, "public/2024/05/ferry/index.html"),
            ("content/ferry/index.md", {}, "public/posts/ferry/index.html"),
            ("content/2024-05-03-ferry.markdown", {}, "public/ferry.html"),
            ("content/ferry.en.md", {}, "public/en/ferry/index.html"),
            ("content/x1.md", {"slug": "old-ferry"}, "public/old-ferry/index.html"),
            ("content/x1.md", {"permalink": "/a/old-ferry.html"}, "public/a/old-ferry.html"),
            ("content/x1.md", {"url": "/a/old-ferry/"}, "public/a/old-ferry/index.html"),
            ("content/x1.md", {"title": "The Ferry, at last!"}, "public/the-ferry-at-last/index.html"),
        ],
    )
    def test_by_all_names_that_generators_give(
        self, site: Path, source: str, matter: dict[str, str], page: str
    ) -> None:
        """A finding stands on the line of the post, and the report names the page too."""
        write({source: post(**matter), page: built(), "content/other.md": post(OTHER, "")})
        report = checked()
        assert [(source, 7 + len(matter.keys() - {"title"}))] == places(report, "original-link")
        assert [(source, page)] == [(each.path, each.built) for each in report.pages]

    @pytest.mark.parametrize(
        "files",
        [
            {"content/ferry.md": post(OTHER), BUILT: built()},
            {"content/a/ferry.md": post(), "content/b/ferry.md": post(), BUILT: built()},
            {"content/ferry.md": post(), BUILT: built(), "public/amp/ferry/index.html": built()},
            {"content/ferry.md": post("Too short."), BUILT: built("Too short.")},
            {"content/steamer.md": post(title="Steamer"), BUILT: built()},
        ],
        ids=["another text", "two posts", "two pages", "few words", "another name"],
    )
    def test_never_by_a_guess(self, site: Path, files: dict[str, str]) -> None:
        """A page whose post is not certain keeps its findings."""
        write(files)
        found = places(checked(), "original-link")
        assert {name for name in files if name.startswith("public")} == {path for path, _ in found}

    def test_own_pages_and_posts_without_a_page_are_not_told(self, site: Path) -> None:
        """Only what the run was asked for counts."""
        write({"content/draft.md": post(OTHER), "content/ferry.md": post(credit=""), BUILT: built(credit="")})
        report = checked()
        assert [BUILT] == [page.path for page in report.pages]
        assert [] == list(report.findings)

    def test_posts_that_are_asked_for_are_told_once(self, site: Path) -> None:
        """Beside posts that have no page yet."""
        write({"content/draft.md": post(OTHER), "content/ferry.md": post(), BUILT: built()})
        report = checked("public", "content")
        assert [("content/draft.md", 7), ("content/ferry.md", 7)] == places(report, "original-link")

    def test_a_page_that_lists_posts_is_no_repost(self, site: Path) -> None:
        """It shows the credit of a post that has a page of its own."""
        listed = f'<h2><a href="/ferry/">The ferry</a></h2><p>{TEXT}</p><p>{DEAD}</p>'
        write({"content/ferry.md": post(), BUILT: built(), "public/index.html": PAGE.format(listed, "")})
        assert {"public/index.html"} == {path for path, _ in places(checked(sources=()), "link")} - {BUILT}
        assert [("content/ferry.md", 7)] == places(checked(), "original-link")

    def test_a_folder_without_posts_ends_no_run(self, site: Path) -> None:
        """It is told, the other folders hold, and a page whose post is gone keeps its findings."""
        write({"content/ferry.md": post(), BUILT: built(), "public/tide.html": built(OTHER), "old/picture.png": ""})
        report = checked(sources=("old", "content"))
        assert [("content/ferry.md", 7), ("public/tide.html", 1)] == places(report, "original-link")
        told = "No posts in old: what is found on pages built from there is shown on the pages"
        assert (told,) == report.notes
        Path("content/ferry.md").unlink()
        report = checked(sources=("content",))
        assert ([BUILT, "public/tide.html"], 1) == ([page.path for page in report.pages], len(report.notes))
        write({"content/ferry.md": post()})
        assert () == checked("content", sources=("old",)).notes

    def test_what_is_told_of_one_page_alone_needs_no_posts(self, site: Path) -> None:
        """An address is of one page, not of the posts."""
        write({"content/ferry.md": post(), BUILT: built()})
        assert [BUILT] == [path for path, _ in places(checked(BUILT, original="https://a.example/b"), "original-link")]

    @pytest.mark.parametrize("option", ["--url", "--original"])
    def test_the_command_line_refuses_both(
        self, site: Path, option: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """It would do without one of them."""
        words = ["licencecheck", "check", BUILT, "--source", "content", option, "https://a.example/b"]
        monkeypatch.setattr("sys.argv", words)
        with pytest.raises(SystemExit) as left:
            cli.main()
        assert 2 == left.value.code
        assert "--source is of many pages" in capsys.readouterr().err

    def test_from_python(self, site: Path) -> None:
        """The same by the library."""
        write({"content/ferry.md": post(), BUILT: built()})
        assert [("content/ferry.md", 7)] == places(licencecheck.check("public", sources=["content"]), "original-link")

    def test_a_broken_off_run_tells_what_it_was_asked_for(self, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """As it is, if it does not come to the posts."""
        write({"content/ferry.md": post(), "content/other.md": post(OTHER), BUILT: built()})

        def interrupt(*_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("licencecheck.engine.tracing.traced", interrupt)
        report = checked()
        assert (True, [BUILT]) == (report.interrupted, [page.path for page in report.pages])

    def test_a_folder_that_is_not_there(self, site: Path) -> None:
        """A wrong name is told before all work."""
        write({BUILT: built()})
        with pytest.raises(UsageError, match="no such file or folder: content"):
            checked()


class TestAnswers:
    """What a person has answered for a post."""

    ANSWER = Attestation(id="global-research/permission", answer="yes", who="Ann", on=date(2026, 1, 1))

    def permissions(self, *answers: Attestation) -> dict[str, str]:
        """Check the site, and give what the rule `permission` says of each page."""
        report = checked(profile=SiteProfile(attestations=answers))
        return {
            page.path: each.verdict.outcome.value
            for page in report.pages
            for each in page.findings
            if each.rule.id == "permission"
        }

    @pytest.fixture
    def two_posts(self, site: Path) -> None:
        """Write two posts and their pages."""
        for name, text in (("ferry", TEXT), ("library", OTHER)):
            pages = {f"content/{name}.md": post(text, title=name), f"public/{name}/index.html": built(text)}
            write(pages)

    @pytest.mark.usefixtures("two_posts")
    @pytest.mark.parametrize("place", ["content/ferry.md", BUILT])
    def test_holds_for_its_page(self, place: str) -> None:
        """And so does what was answered for the page; the other post has its own page."""
        found = self.permissions(replace(self.ANSWER, applies_to=place))
        assert {"content/ferry.md": "pass", "content/library.md": "review"} == found

    @pytest.mark.usefixtures("two_posts")
    def test_wherever_the_run_is_started(self, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Answers name posts as the configuration does."""
        monkeypatch.chdir(site / "public")
        answer = replace(self.ANSWER, applies_to="content/ferry.md")
        report = checked("ferry", sources=("../content",), root="..", profile=SiteProfile(attestations=(answer,)))
        [found] = [each for each in report.findings if each.rule.id == "permission"]
        assert ("../content/ferry.md", "pass") == (found.verdict.location.path, found.verdict.outcome.value)

    @pytest.mark.usefixtures("two_posts")
    def test_the_newest_of_post_and_page_counts(self) -> None:
        """Both speak of one article."""
        for places in (("content/ferry.md", BUILT), (BUILT, "content/ferry.md")):
            first, second = (replace(self.ANSWER, applies_to=place) for place in places)
            found = self.permissions(first, replace(second, answer="no", on=date(2026, 3, 1)))
            assert "fail" == found["content/ferry.md"]

    @pytest.mark.usefixtures("two_posts")
    def test_that_has_expired(self) -> None:
        """It is told where only the page was asked for."""
        old = replace(self.ANSWER, applies_to="content/ferry.md", until=date(2026, 2, 1), location=Location("c.yml", 3))
        report = checked(BUILT, profile=SiteProfile(attestations=(old,)))
        assert ["expired-answer"] == [each.rule.id for file in report.upkeep for each in file.findings]
        report = checked("public/library", profile=SiteProfile(attestations=(old,)))
        assert () == report.upkeep

    def test_is_not_taken_for_that_to_another_page(self, site: Path) -> None:
        """A page whose post is not certain has none."""
        write({"content/ferry.md": post(OTHER), BUILT: built()})
        assert {BUILT: "review"} == self.permissions(replace(self.ANSWER, applies_to="content/ferry.md"))


class TestTheme:
    """What the front matter states and the page lacks."""

    @pytest.fixture
    def dropped(self, site: Path) -> None:
        """Write two posts with a canonical address that the theme does not print."""
        for name, text in (("ferry", TEXT), ("library", OTHER)):
            write(
                {
                    f"content/{name}.md": post(text, LINKED, canonical_url=URL, title=name),
                    f"public/{name}/index.html": built(text, LINKED.replace("[ProPublica](", f'<a href="{URL}">P')),
                }
            )
        write({"hugo.toml": "", "layouts/_default/baseof.html": LAYOUT})

    @pytest.mark.usefixtures("dropped")
    def test_is_said_once_at_its_template(self) -> None:
        """Of all pages; these keep the finding among those that do not count."""
        report = checked()
        [template] = report.templates
        [finding] = template.findings
        assert Location("layouts/_default/baseof.html", 3) == finding.verdict.location
        assert (
            "Expected the theme to show `canonical_url`, found that it drops it on 2 pages" == finding.verdict.message
        )
        assert [["propublica/canonical-link"]] * 2 == [[e.finding.rule.name for e in p.excused] for p in report.pages]

    @pytest.mark.usefixtures("dropped")
    def test_is_said_at_the_generators_own_file_where_the_template_is_not_known(self) -> None:
        """That names the theme."""
        Path("layouts/_default/baseof.html").rename("layouts/_default/baseof.txt")
        assert [("hugo.toml", None)] == places(checked(), "theme/canonical-link")

    @pytest.mark.usefixtures("dropped")
    def test_is_said_on_a_page_where_nothing_is_known_of_the_generator(self) -> None:
        """But once for each place on these."""
        Path("hugo.toml").unlink()
        assert ["public/ferry/index.html", "public/library/index.html"] == [
            path for path, _ in places(checked(), "theme/canonical-link")
        ]

    @pytest.mark.usefixtures("dropped")
    def test_places_with_and_without_a_line_are_sorted(self) -> None:
        """Of one file, where nothing is known of the generator."""
        Path("hugo.toml").unlink()
        [finding, *_] = next(iter(checked(sources=()).pages)).findings

        def at(line: int | None) -> Dropped:
            verdict = replace(finding.verdict, location=Location("a.html", line))
            return Dropped(finding=replace(finding, verdict=verdict), key="source", place=Place.BODY, post="a.md")

        [told] = said_once([at(3), at(None)], Sites())
        assert [None, 3] == [each.verdict.location.line for each in told.findings]

    @pytest.mark.usefixtures("dropped")
    @pytest.mark.parametrize("rule", ["canonical-link", "theme/canonical-link"])
    def test_can_be_accepted(self, rule: str) -> None:
        """By an ignore of the template, under either name."""
        accepted = Ignore(path="layouts/", rule=rule, reason="Not our theme", until=None, location=Location("c", 1))
        report = checked(ignores=(accepted,))
        assert [] == places(report, "canonical-link")
        assert [[]] == [list(each.findings) for each in report.templates]
        assert () == report.upkeep

    @pytest.mark.usefixtures("dropped")
    def test_a_wrong_name_is_told(self) -> None:
        """With the nearest that there is."""
        wrong = Ignore(path="layouts/", rule="theme/canonical", reason="-", until=None, location=Location("c", 1))
        with pytest.raises(UnknownNameError, match="did you mean 'canonical-link'"):
            checked(ignores=(wrong,))

    @pytest.mark.usefixtures("dropped")
    def test_the_baseline_knows_it(self) -> None:
        """As anything else that is found."""
        options = Options(today=date(2026, 11, 22), jobs=1, sources=("content",))
        known = recorded(read_baseline("none"), run(["public"], options), options, whole=True).known
        assert ("layouts/_default/baseof.html", "theme/canonical-link") in {(each.path, each.rule) for each in known}
        Path("baseline.json").write_text(written(known), encoding="utf-8")
        report = checked(baseline="baseline.json")
        assert [] == [each for each in report.findings if each.verdict.outcome == "fail"]

    @pytest.mark.usefixtures("dropped")
    def test_only_where_something_has_changed(self, site: Path) -> None:
        """A post that was touched, or the template."""
        git("init", "-q")
        write({".gitignore": "public/\n"})
        git("add", ".")
        git("commit", "-q", "-m", "all")
        assert [] == list(checked(changed_since="HEAD").findings)
        with Path("content/ferry.md").open("a", encoding="utf-8") as file:
            file.write("\nOne more line.\n")
        report = checked(changed_since="HEAD")
        assert ["content/ferry.md"] == [page.path for page in report.pages]
        assert ["Expected the theme to show `canonical_url`, found that it drops it on 1 page"] == [
            finding.verdict.message for template in report.templates for finding in template.findings
        ]
        assert ["content/ferry.md"] == [page.path for page in checked("content", changed_since="HEAD").pages]
        git("commit", "-q", "-a", "-m", "more")
        with Path("layouts/_default/baseof.html").open("a", encoding="utf-8") as file:
            file.write("\n")
        assert [("layouts/_default/baseof.html", 3)] == places(checked(changed_since="HEAD"), "theme/canonical-link")

    @pytest.mark.usefixtures("dropped")
    @pytest.mark.parametrize("name", FORMATS)
    def test_every_format_says_it(self, name: str) -> None:
        """And the JSON report is what its schema says."""
        stream = io.StringIO()
        FORMATS[name].render(checked(), stream)
        assert "layouts/_default/baseof.html" in stream.getvalue()
        if name == "json":
            validator("report").validate(json.loads(stream.getvalue()))


def git(*words: str) -> None:
    """Run git in the working directory, as somebody."""
    who = ("-c", "user.name=Ann", "-c", "user.email=ann@blog.example")
    subprocess.run(["git", *who, *words], check=True, capture_output=True)
