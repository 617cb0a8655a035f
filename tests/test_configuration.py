"""The configuration: found, strict, effective."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from licencecheck.cli import configuration as config
from licencecheck.cli import exit_code
from licencecheck.configuration import NAME
from licencecheck.configuration.beginning import begun
from licencecheck.configuration.file import find, read_configuration
from licencecheck.configuration.generators import GENERATORS
from licencecheck.configuration.schema import SHIPPED, configuration_schema
from licencecheck.configuration.settings import Settings
from licencecheck.engine import run
from licencecheck.errors import ConfigurationError, LicencecheckError, UnknownNameError
from licencecheck.model import Report
from licencecheck.options import Options

TODAY = date(2026, 11, 22)
OWN = "# Tides\n\nThe tide comes in twice a day.\n"
REPOST = "# Tides\n\nThe tide comes in twice a day.\n\nOriginally published by [Global Research](#).\n"
MENTION = "# Tides\n\nThe tide comes in twice a day.\n\nVia Global Research\n"
LINK = "global-research/original-link"
NOTICE = "global-research/copyright-notice"
Check = Callable[..., Report]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to a site of its own."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, **files: str) -> None:
    """Write files; `__` in a name is a slash, `_` before the ending a dot."""
    for name, text in files.items():
        path = folder / (name.replace("__", "/").replace("_md", ".md"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def settings(folder: Path, text: str = "", **typed: Any) -> Settings:
    """Read a configuration; `typed` is what the command line says."""
    (folder / NAME).write_text(text, encoding="utf-8")
    return Settings(file=read_configuration(folder / NAME), typed=typed, root=folder)


def checked(folder: Path, text: str = "", *paths: str, **options: Any) -> Report:
    """Check a site under a configuration."""
    said = settings(folder, text).options()
    known: dict[str, Any] = {"today": TODAY, "jobs": 1}
    return run(paths or ["."], Options(**(known | said | options)))


def failing(report: Report) -> list[str]:
    """Name what fails, and of what page."""
    return [
        f"{page.path}: {finding.rule.name}"
        for page in report.pages
        for finding in page.findings
        if finding.verdict.outcome == "fail"
    ]


def upkeep(report: Report) -> list[str]:
    """Name what is to be mended in the configuration: `line: rule`."""
    return [
        f"{finding.verdict.location.line}: {finding.rule.id}" for file in report.upkeep for finding in file.findings
    ]


class TestFinding:
    """Where the configuration is looked for."""

    def test_the_nearest_above_the_pages(self, site: Path) -> None:
        """One of a folder comes before one of the site."""
        write(site, a__b__c_md=OWN)
        (site / NAME).touch()
        assert site / NAME == find(["a/b"])
        (site / "a" / ".licencecheck.yaml").touch()
        assert site / "a" / ".licencecheck.yaml" == find(["a/b/c.md"])
        assert site / NAME == find(["a/b", "."])

    def test_not_outside_the_repository(self, site: Path) -> None:
        """What another project says does not hold here."""
        (site / NAME).touch()
        (site / "other" / ".git").mkdir(parents=True)
        assert None is find(["other"])

    def test_above_a_folder_that_may_not_be_looked_into(self, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Its pages are unread, each by name; the search goes on."""
        closed, is_file = site / "closed", Path.is_file
        closed.mkdir()
        (site / NAME).touch()

        def looked_at(path: Path) -> bool:
            if path.parent == closed:
                raise PermissionError
            return is_file(path)

        monkeypatch.setattr(Path, "is_file", looked_at)

        assert site / NAME == find([str(closed)])

    def test_that_of_the_working_directory_for_standard_input(self, site: Path) -> None:
        """Standard input stands in no folder."""
        (site / NAME).touch()
        assert site / NAME == find(["-"])


class TestStrictness:
    """What is wrong is told with its line and what would be right."""

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("profil: {kind: news}", "1: the configuration has no key 'profil'; did you mean 'profile'?"),
            ("profile:\n  knd: news", "2: `profile` has no key 'knd'; did you mean 'kind'?"),
            ("profile: {kind: nws}", "1: `profile.kind` cannot be 'nws'; did you mean 'news'?"),
            ("\nfront-matter: {orignal_url: [a]}", "2: `front-matter` has no key 'orignal_url'; did you mean"),
            ("ignore: [{path: a, rule: b}]", "1: `ignore[0]` lacks `reason:`"),
            ("ignore: [{path: a, rule: b, reason: ''}]", "1: `ignore[0].reason` is empty"),
            ("ignore: [{path: a, rule: b, reason: c, until: 2027-02-31}]", "1: there is no day 2027-02-31"),
            ("ignore: [{path: a, rule: b, reason: c, until: soon}]", "1: `ignore[0].until` cannot be 'soon'"),
            ("include: ['!']", "1: '!' is no pattern as in .gitignore"),
            ("rules: [nowhere]", "1: no such folder of rules: nowhere"),
            ("originals: nowhere", "1: no such folder of originals: nowhere"),
            ("fail-on: eror", "1: `fail-on` cannot be 'eror'; did you mean 'error'?"),
            ("gitignore: no", "1: `gitignore` is true or false, not text"),
            ("- a", "1: the configuration is a mapping of keys to values"),
            ("a: [", "this is no YAML"),
        ],
    )
    def test_what_cannot_be_used(self, site: Path, text: str, message: str) -> None:
        """A broken configuration is no configuration."""
        with pytest.raises(ConfigurationError) as caught:
            settings(site, text).options()
        assert f"{NAME}:{message}" in str(caught.value) or message in str(caught.value)

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("ignore:\n  - {path: a, rule: orignal-link, reason: c}", "2: there is no requirement type 'orignal-link'"),
            ("ignore: [{path: a, rule: propublica/x, reason: c}]", "1: rule set 'propublica' has no rule 'x'"),
            ("declined:\n  propublica/page-countr: c", "2: rule set 'propublica' has no rule 'page-countr'; did you"),
            ("overrides:\n  - files: [a]\n    publishers: [propublc]", "3: there is no rule set 'propublc'; did you"),
            ("overrides:\n  - files: [a]\n    declined: {noidex: c}", "3: there is no requirement type 'noidex'; did"),
            (
                "attestations: [{id: global-research/permision, answer: yes, who: A, on: 2026-01-01}]",
                "1: rule set 'global-research' asks no question 'permision'; did you mean 'permission'?",
            ),
        ],
    )
    def test_names_of_what_there_is_not(self, site: Path, text: str, message: str) -> None:
        """A name that is misspelt would silently do nothing."""
        write(site, a_md=OWN)
        said = settings(site, text)
        with pytest.raises(UnknownNameError) as caught:
            run(["."], Options(today=TODAY, **said.options()))
        assert str(said.located(caught.value)).startswith(f"{NAME}:{message}")

    def test_nothing_said_is_nothing_wrong(self, site: Path) -> None:
        """A file of comments leaves all as it is."""
        write(site, a_md=OWN)
        assert 0 == exit_code(checked(site, "# later\n"))

    def test_the_shipped_schema_is_current(self) -> None:
        """`python -m licencecheck.configuration.schema` writes what editors read."""
        Draft202012Validator.check_schema(configuration_schema())
        assert configuration_schema() == json.loads(SHIPPED.read_text(encoding="utf-8"))


class TestPrecedence:
    """The command line comes before the file, and `config show` says who said what."""

    def test_who_said_what(self, site: Path) -> None:
        """Every key is shown with its value and its origin."""
        said = settings(
            site, "profile:\n  kind: news\n  ads: no\nexclude: [a/]\nrules: [own]", profile={"kind": "seo"}, rules=["x"]
        )
        shown = {key: (value, origin) for key, value, origin in said.effective()}
        assert ("seo", "command line") == shown["profile.kind"]
        assert ("no", f"{NAME}:3") == shown["profile.ads"]
        assert ("not said", "default") == shown["profile.country"]
        assert ("a/", f"{NAME}:4") == shown["exclude[0]"]
        assert ("x", "command line") == shown["rules[0]"]
        assert ("own", f"{NAME}:5") == shown["rules[1]"]
        assert ("error", "default") == shown["fail-on"]

    def test_what_holds_for_a_page(self, site: Path) -> None:
        """What overrides say of a page is counted in: the later one wins, the command line wins over both."""
        text = """profile: {kind: news, ads: no}
overrides:
  - {files: [shop/], profile: {kind: company, ads: yes}, declined: {page-counter: no images}}
  - files: [shop/a.md]
    profile: {kind: seo}
    publishers: [propublica]
"""
        said = settings(site, text, profile={"ads": "no"})
        shown = {key: (value, origin) for key, value, origin in said.effective("shop/a.md")}
        assert ("seo", f"{NAME}:5") == shown["profile.kind"]
        assert ("no", "command line") == shown["profile.ads"]
        assert ("no images", f"{NAME}:3") == shown["declined.page-counter"]
        assert (["propublica"], f"{NAME}:6") == shown["publishers"]
        elsewhere = {key: value for key, value, _ in said.effective("posts/a.md")}
        assert "news" == elsewhere["profile.kind"]
        assert "publishers" not in elsewhere

    def test_what_yaml_would_read_otherwise_is_quoted(self, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A value that is shown can be pasted into the file."""
        answer = '{id: a/b, answer: "yes, by mail", who: Ann, on: 2026-11-22}'
        (site / NAME).write_text(f"attestations:\n  - {answer}\n", encoding="utf-8")
        config.show(str(site))
        assert f"attestations[0]: {answer}  # " in capsys.readouterr().out

    def test_a_word_that_is_neither_true_nor_false_is_refused(self, site: Path) -> None:
        """The words that may stand there are told as they are written."""
        with pytest.raises(ConfigurationError, match=r"cannot be 'maybe'; it may be false, no, true, yes$"):
            settings(site, "profile: {ads: maybe}")

    def test_every_key_is_shown(self) -> None:
        """No key of the file is missing from what `config show` lists."""
        shown = {key.partition(".")[0] for key, _, _ in Settings(file=None, typed={}, root=Path()).effective()}
        assert configuration_schema()["properties"].keys() == shown

    def test_words_for_yes_and_no_are_the_same_everywhere(self, site: Path) -> None:
        """`no` is an answer in the file as on the command line, but Norway is a country."""
        profile = settings(site, "profile: {commercial: no, ads: true, country: no}").options()["profile"]
        assert (False, True, "no") == (profile.commercial, profile.ads, profile.country)


class TestPages:
    """Which pages are checked."""

    def test_patterns_choose(self, site: Path) -> None:
        """Of what is included, what is excluded is left out, named or found."""
        write(site, posts__a_md=OWN, posts__old__b_md=OWN, notes__c_md=OWN)
        text = "include: [/posts/]\nexclude: [old/]"
        assert ["posts/a.md"] == [page.path for page in checked(site, text).pages]
        report = checked(site, text, "posts/old/b.md", "notes")
        assert (0, ()) == (exit_code(report), report.pages)
        assert ("Nothing to check: the configuration or git leaves out every page",) == report.notes

    def test_one_that_names_no_page_is_told(self, site: Path) -> None:
        """Where the whole site was looked at; what the generator builds need not be there."""
        write(site, posts__a_md=OWN, notes__c_md=OWN)
        (site / "hugo.toml").write_text("")
        text = "include:\n  - /posts/\n  - /psots/\n  - /public/\n  - '!/posts/drafts/'\n"
        report = checked(site, text)
        assert (["3: unused-include"], 0) == (upkeep(report), exit_code(report))
        assert [] == upkeep(checked(site, text, "posts"))
        assert 1 == exit_code(checked(site, text, fail_on="warning"))

    def test_a_site_of_which_nothing_is_included_is_not_checked(self, site: Path) -> None:
        """A run that looks at nothing is no success; a hook whose pages are left out is."""
        write(site, posts__a_md=OWN)
        with pytest.raises(ConfigurationError, match=rf"{NAME}:2: include: no page to check is named by /nothing/$"):
            checked(site, "\ninclude: [/nothing/]")
        assert 0 == exit_code(checked(site, "include: [/nothing/]", "posts/a.md"))

    def test_what_git_ignores_is_left_out(self, site: Path) -> None:
        """As git does: nearer files decide, and `!` takes back; but who names a folder sees it."""
        write(site, a_md=OWN, out__b_md=OWN, sub__c_md=OWN, sub__keep_md=OWN, sub__deep__c_md=OWN)
        (site / ".gitignore").write_text("out/\nkeep.md\n# a.md\n")
        (site / "sub" / ".gitignore").write_text("/c.md\n!keep.md\n")
        assert ["a.md", "sub/deep/c.md", "sub/keep.md"] == [page.path for page in checked(site).pages]
        assert ["out/b.md"] == [page.path for page in checked(site, "", "out").pages]
        assert 5 == len(checked(site, "gitignore: false").pages)

    def test_git_itself_agrees(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """What is left out is what git leaves out."""
        monkeypatch.chdir(tmp_path)
        subprocess.run(["git", "init", "-q"], check=True)
        names = ("a", "b c", "out/x", "x/out/y", "d/e/f", "d/e/g", "d/h", "ä/i", "!j", "k.tmp")
        for name in names:
            (tmp_path / f"{name}.md").parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / f"{name}.md").write_text(OWN, encoding="utf-8")
        (tmp_path / ".gitignore").write_text("/out\nb*\nd/**/g.md\n\\!j.md\n*.tmp.*\n/ä/\n!/ä/\n", encoding="utf-8")
        (tmp_path / "d" / ".gitignore").write_text("e/f.md\n!*.tmp.md\nh.md\n")
        (tmp_path / ".git" / "info" / "exclude").write_text("a.md\n")
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--others", "--exclude-standard", "*.md"], capture_output=True, check=True
        )
        expected = {name for name in listed.stdout.decode().split("\0") if name}
        assert expected == {page.path for page in checked(tmp_path).pages}

    def test_an_empty_folder_is_told_from_one_that_is_left_out(self, site: Path) -> None:
        """A path that matches nothing is a mistake."""
        (site / "empty").mkdir()
        with pytest.raises(LicencecheckError, match="no page in empty"):
            checked(site, "", "empty")


class TestOverrides:
    """What is different for some pages."""

    def test_the_profile_of_a_folder(self, site: Path) -> None:
        """The later one wins, and the command line over both."""
        write(site, a_md=REPOST, shop__b_md=REPOST)
        text = "profile: {kind: community, commercial: no, medium: web}\noverrides:\n"
        text += "  - {files: [shop/], profile: {kind: news}}\n  - {files: [shop/], profile: {commercial: yes}}\n"

        def permissions(said: Settings) -> list[str]:
            report = run(["."], Options(today=TODAY, jobs=1, **said.options()))
            found = [finding for finding in report.findings if finding.rule.id == "permission"]
            return [finding.verdict.outcome.value for finding in found]

        assert ["pass", "review"] == permissions(settings(site, text))
        assert ["pass", "pass"] == permissions(settings(site, text, profile={"kind": "community", "commercial": "no"}))

    def test_the_rule_sets_of_a_folder(self, site: Path) -> None:
        """They judge reposts, and make none of other pages."""
        write(site, guests__a_md=REPOST, guests__b_md=OWN)
        report = checked(site, "overrides: [{files: [guests/], publishers: [cc-by-4.0]}]")
        assert [("cc-by-4.0",), ()] == [page.rulesets for page in report.pages]

    def test_a_duty_that_is_declined(self, site: Path) -> None:
        """It asks a person in place of failing, in the folder only."""
        write(site, a_md=REPOST, b__a_md=REPOST)
        report = checked(site, "overrides: [{files: [b/], declined: {copyright-notice: on every page}}]")
        assert f"a.md: {NOTICE}" in failing(report)
        assert f"b/a.md: {NOTICE}" not in failing(report)

    def test_an_answer_for_a_page(self, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """It holds wherever the run is started."""
        write(site, posts__a_md=REPOST, posts__b_md=REPOST)
        text = "{id: global-research/permission, answer: yes, who: Ann, on: 2026-01-01, for: posts/a.md}"
        said = settings(site, f"attestations: [{text}]").options()
        monkeypatch.chdir(site / "posts")
        report = run(["."], Options(today=TODAY, jobs=1, **said))
        found = [each for page in report.pages for each in page.findings if each.rule.id == "permission"]
        assert [("a.md", "pass"), ("b.md", "review")] == [
            (each.verdict.location.path, each.verdict.outcome.value) for each in found
        ]

    def test_an_article_that_is_not_the_own_is_a_repost(self, site: Path) -> None:
        """Whoever says so of a page that may be one has it judged by the terms of the one whom it names."""
        write(site, a_md=MENTION, b_md=MENTION)

        def judges(answer: str, until: str = "2027-01-01") -> list[tuple[bool, tuple[str, ...]]]:
            said = f"{{id: perhaps-repost/own-article, answer: {answer}, who: Ann, on: 2026-01-01, until: {until}"
            report = checked(site, f"attestations: [{said}, for: a.md}}]")
            return [(page.repost.is_repost, page.rulesets) for page in report.pages]

        perhaps = (False, ("perhaps-repost",))
        assert [(True, ("global-research",)), perhaps] == judges('"no"')
        assert [perhaps, perhaps] == judges("yes") == judges('"no"', until="2026-02-01")


def test_keys_of_the_own_front_matter_are_read(site: Path) -> None:
    """A key that means nothing elsewhere names the original here."""
    write(site, a_md="---\nVorbild: https://www.globalresearch.ca/a-well/5738912\n---\nWater is scarce.\n")
    assert [False] == [page.repost.is_repost for page in checked(site).pages]
    report = checked(site, "front-matter: {original_url: [vorbild]}")
    assert [("global-research",)] == [page.rulesets for page in report.pages]


def test_a_folder_of_originals_is_relative_to_the_file(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its pages are no pages of the site."""
    write(site, posts__a_md=REPOST, originals__b_html=OWN)
    said = settings(site, "originals: originals").options()

    assert ["posts/a.md"] == [page.path for page in run(["."], Options(today=TODAY, jobs=1, **said)).pages]
    monkeypatch.chdir(site / "posts")
    said = settings(site, "originals: originals").options()
    assert ["a.md"] == [page.path for page in run(["."], Options(today=TODAY, jobs=1, **said)).pages]


class TestIgnores:
    """Findings that are accepted."""

    def test_one_rule_on_one_page(self, site: Path) -> None:
        """Nothing else is accepted with it, and the report keeps it with the reason."""
        write(site, a_md=REPOST, b_md=REPOST)
        report = checked(site, f"ignore:\n  - {{path: a.md, rule: {LINK}, reason: The site is gone}}")
        assert f"a.md: {LINK}" not in failing(report)
        assert {f"a.md: {NOTICE}", f"b.md: {LINK}"} <= set(failing(report))
        assert [(LINK, "The site is gone")] == [
            (each.finding.rule.name, each.reason) for page in report.pages for each in page.excused
        ]
        assert [] == upkeep(report)

    def test_all_rules_of_a_type_until_a_day(self, site: Path) -> None:
        """The day itself is the last; after it the findings count again, and the entry is a finding too."""
        write(site, a_md=REPOST)
        ignores = f"ignore:\n  - {{path: '*', rule: original-link, reason: r, until: {TODAY}}}\n"
        assert f"a.md: {LINK}" not in failing(checked(site, ignores))
        later = checked(site, ignores, today=TODAY.replace(day=23))
        assert f"a.md: {LINK}" in failing(later)
        assert ["2: expired-ignore"] == upkeep(later)
        assert 1 == exit_code(checked(site, ignores, ".", today=TODAY.replace(day=23), fail_on="warning"))

    def test_one_that_accepts_nothing(self, site: Path) -> None:
        """It is told if its pages were looked at, or the whole site was."""
        write(site, a_md=OWN, b__c_md=OWN)
        text = "ignore:\n  - {path: a.md, rule: noindex, reason: r}\n  - {path: gone.md, rule: noindex, reason: r}\n"
        assert ["2: unused-ignore", "3: unused-ignore"] == upkeep(checked(site, text))
        assert ["2: unused-ignore"] == upkeep(checked(site, text, "a.md"))
        assert [] == upkeep(checked(site, text, "b"))

    def test_a_page_that_cannot_be_read(self, site: Path) -> None:
        """With a reason it is skipped, and named with both reasons."""
        write(site, a_md=OWN)
        (site / "b.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
        assert 2 == exit_code(checked(site))
        report = checked(site, "ignore: [{path: b.html, rule: unreadable, reason: A test picture}]")
        assert 0 == exit_code(report)
        assert ["accepted: A test picture"] == [page.reason.partition("; ")[2] for page in report.skipped]

    def test_a_finding_that_passes_needs_no_ignore(self, site: Path) -> None:
        """Only what counts is accepted."""
        write(site, a_md=REPOST)
        text = "ignore: [{path: a.md, rule: source-credit, reason: r}]"
        assert ["1: unused-ignore"] == upkeep(checked(site, text))


class TestExpiredAnswers:
    """Recorded answers whose last day is over."""

    GIVEN = "{id: global-research/permission, answer: yes, who: Ann, on: 2026-01-01"

    def test_the_day_itself_is_the_last(self, site: Path) -> None:
        """After it the question is open again, and a warning names the line of the entry and what to do."""
        write(site, a_md=REPOST)
        text = f"fail-on: warning\nattestations:\n  - {self.GIVEN}, until: {TODAY}}}\n"
        assert [] == upkeep(checked(site, text))
        report = checked(site, text, today=TODAY.replace(day=23))
        assert ["3: expired-answer"] == upkeep(report)
        [file] = report.upkeep
        assert (NAME, "warning") == (file.path, file.findings[0].level.value)
        assert (
            "Expected an answer to global-research/permission that is in force, found that of Ann, which held until "
            "2026-11-22: ask again and record the answer, or delete this one"
        ) == file.findings[0].verdict.message
        assert 1 == exit_code(report)

    def test_one_that_was_renewed(self, site: Path) -> None:
        """The new answer to the same question for the same page takes its place, once it is given."""
        write(site, a_md=REPOST)
        old = f"  - {self.GIVEN}, until: 2026-02-01, for: a.md}}\n"
        text = f"attestations:\n{old}  - {self.GIVEN.replace('2026-01', '2026-12')}, for: a.md}}\n"
        assert ["2: expired-answer"] == upkeep(checked(site, text))
        assert [] == upkeep(checked(site, text, today=TODAY.replace(month=12)))
        elsewhere = f"attestations:\n{old}  - {self.GIVEN}, for: b.md}}\n"
        assert ["2: expired-answer"] == upkeep(checked(site, elsewhere))

    def test_of_a_run_over_some_pages(self, site: Path) -> None:
        """It is told where the answer may be needed: of its rule set, and for no other page."""
        write(site, a_md=REPOST, b_md=REPOST, c_md=OWN)
        more = ("", ", for: b.md", ", for: global-research", ", for: https://www.globalresearch.ca/tides/5738912")
        entries = "".join(f"  - {self.GIVEN}, until: 2026-02-01{each}}}\n" for each in more)
        text = f"attestations:\n{entries}"
        lines = ["2", "3", "4", "5"]
        assert lines == [each.partition(":")[0] for each in upkeep(checked(site, text))]
        assert lines == [each.partition(":")[0] for each in upkeep(checked(site, text, "b.md"))]
        assert ["2", "4", "5"] == [each.partition(":")[0] for each in upkeep(checked(site, text, "a.md"))]
        assert [] == upkeep(checked(site, text, "c.md"))

    def test_beside_an_ignore(self, site: Path) -> None:
        """The file is told of once."""
        write(site, a_md=REPOST)
        text = f"attestations: [{self.GIVEN}, until: 2026-02-01}}]\n"
        text += "ignore: [{path: a.md, rule: noindex, reason: r}]\n"
        report = checked(site, text)
        assert ["1: expired-answer", "2: unused-ignore"] == upkeep(report)
        assert 1 == len(report.upkeep)

    def test_of_the_command_line(self, site: Path) -> None:
        """It is given today; the places of those in the file stay."""
        write(site, a_md=REPOST)
        typed = {"id": "global-research/permission", "answer": "yes", "who": "the command line", "on": "2026-11-22"}
        said = settings(
            site, f"attestations:\n  - {self.GIVEN}, until: 2026-02-01, for: a.md}}\n", attestations=[typed]
        )
        assert ["2: expired-answer"] == upkeep(run(["."], Options(today=TODAY, jobs=1, **said.options())))


class TestBeginning:
    """`licencecheck init`."""

    @pytest.mark.parametrize("generator", GENERATORS, ids=lambda each: each.name)
    def test_every_generator_is_known_by_its_file(self, generator: Any, site: Path) -> None:
        """What it writes is a valid configuration that includes its folders."""
        (site / generator.files[0]).parent.mkdir(parents=True, exist_ok=True)
        (site / generator.files[0]).write_text("")
        (site / generator.sources[0]).mkdir(parents=True)
        (site / generator.sources[0] / "a.md").write_text("A post\n")
        said = settings(site, begun(site))
        assert f"# {generator.name} keeps" in begun(site)
        patterns = tuple(each.pattern for each in said.options()["include"])
        assert (f"/{generator.sources[0]}/", f"/{generator.built}/") == patterns
        assert (generator.sources[0],) == said.options()["sources"]

    def test_a_folder_of_templates_alone_is_no_source(self, site: Path) -> None:
        """Of Astro, where pages may be posts or templates; what `init` writes can be checked at once."""
        files = ("astro.config.mjs", "src/content/a.md", "src/pages/index.astro", "dist/a.html")
        for path in map(site.joinpath, files):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("A post\n")
        said = settings(site, begun(site))
        assert ("src/content",) == said.options()["sources"]
        assert ["/src/content/", "/src/pages/", "/dist/"] == [each.pattern for each in said.options()["include"]]
        assert ["dist/a.html", "src/content/a.md"] == [page.path for page in checked(site, begun(site)).pages]

    def test_a_folder_of_posts_that_is_not_there(self, site: Path) -> None:
        """Its line is named."""
        with pytest.raises(ConfigurationError, match=r"\.licencecheck\.yml:2: no such folder of sources: content"):
            settings(site, "fail-on: note\nsources: [content]\n").options()

    def test_name_address_and_unknown_keys_are_found(self, site: Path) -> None:
        """Of keys, those that lead to other sites and mean nothing yet."""
        (site / "hugo.toml").write_text('title = "My: \\"blog\\""\nbaseURL = "https://blog.example/"\n')
        write(
            site,
            content__a_md="---\ntitle: A\nfundort: https://orig.example/a\noriginal_url: https://o.example/b\n---\nx\n",
            content__b_md="---\nself: https://blog.example/b\nimage: https://pics.example/a.png\n---\nx\n",
        )
        text = begun(site)
        assert '# front-matter: {original_url: ["fundort"]}' in text
        profile = settings(site, text).options()["profile"]
        assert (('My: "blog"',), ("blog.example",)) == (profile.names, profile.hosts)

    def test_of_a_folder_that_tells_nothing(self, site: Path) -> None:
        """The file holds, and so does what it shows in comments when that is taken in."""
        (site / "licences").mkdir()
        text = begun(site)
        settings(site, text).options()
        said = settings(site, re.sub(r"^# (?=[a-z-]+:(?: [\[{]|$)|  - )", "", text, flags=re.MULTILINE)).options()
        assert ("/posts/", 1, 1) == (
            said["include"][0].pattern,
            len(said["ignores"]),
            len(said["profile"].attestations),
        )
