"""The cache: the same report in less time, never another one."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import threading
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from licencecheck.engine import cache as caching
from licencecheck.engine import pages, run, running
from licencecheck.engine.jobs import PARALLEL_FROM
from licencecheck.engine.records import plain, restored
from licencecheck.formats.json import render
from licencecheck.model import PageReport, Report, SiteProfile
from licencecheck.options import Options, Override
from tests.conftest import ROOT
from tests.reports import REPORTS

TODAY = date(2026, 11, 22)
FOLDER = ".licencecheck_cache"
OWN = "# Tides {}\n\nThe tide comes in twice a day.\n"
REPOST = OWN + "\nOriginally published by [Global Research](#).\n"
RULE = """
id: river-post
publisher: {{name: River Post, domains: [river.example]}}
terms: {{url: null, as_of: 2026, compiled: 2026-11-22}}
rules: [{{requires: {}, quote: "Say so"}}]
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to a site of so many pages that the cache is used, every fifth of them a repost."""
    monkeypatch.chdir(tmp_path)
    for number in range(PARALLEL_FROM):
        text = (OWN if number % 5 else REPOST).format(number)
        (tmp_path / f"{number:03}.md").write_text(text, encoding="utf-8")
    return tmp_path


def checked(**more: Any) -> Report:
    """Check the site in this process, with the cache."""
    known: dict[str, Any] = {"today": TODAY, "jobs": 1, "cache": FOLDER}
    return run(["."], Options(**(known | more)))


def written(report: Report) -> str:
    """Write a report as JSON."""
    stream = io.StringIO()
    render(report, stream)
    return stream.getvalue()


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note the pages that are read anew."""
    noted: list[str] = []
    original = pages.report_on

    def report_on(source: Any, *words: Any) -> Any:
        noted.append(source.path)
        return original(source, *words)

    monkeypatch.setattr(running, "report_on", report_on)
    return noted


def read_anew(reads: list[str], **more: Any) -> int:
    """Count the pages that a further run reads anew."""
    reads.clear()
    checked(**more)
    return len(reads)


class TestHits:
    """When nothing is read anew."""

    def test_the_report_is_the_same(self, site: Path, reads: list[str]) -> None:
        """Byte for byte, with and without, and no page is read twice."""
        without = written(checked(cache=None))
        assert [without] * 2 == [written(checked()) for _ in range(2)]
        assert 2 * PARALLEL_FROM == len(reads)

    def test_only_what_changed_is_read(self, site: Path, reads: list[str]) -> None:
        """A page is known by its content, not by its date."""
        checked()
        os.utime(site / "001.md", (1, 1))
        (site / "002.md").write_text("Other words.\n")
        (site / "new.md").write_text("New words.\n")
        reads.clear()
        checked()
        assert ["002.md", "new.md"] == reads

    def test_on_another_day_only_reposts_are_read(self, site: Path, reads: list[str]) -> None:
        """Whether an answer or an embargo holds depends on the day; an own page does not."""
        checked()
        assert PARALLEL_FROM // 5 == read_anew(reads, today=TODAY + timedelta(days=1))

    @pytest.mark.parametrize(
        "more",
        [
            {"profile": SiteProfile(kind="news")},
            {"publishers": ("cc-by-4.0",)},
            {"overrides": (Override(files=("*",), profile={"kind": "news"}),)},
            {"max_bytes": 1_000_000},
        ],
    )
    def test_other_options_are_another_question(self, site: Path, reads: list[str], more: dict[str, Any]) -> None:
        """What decides about a page belongs to the key."""
        checked()
        assert PARALLEL_FROM == read_anew(reads, **more)

    def test_changed_rules_and_another_version_too(
        self, site: Path, reads: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Rule files count by what they say."""
        rules = site / "rules"
        rules.mkdir()
        (rules / "a.yaml").write_text(RULE.format("noindex"))
        checked(rule_folders=("rules",))
        assert 0 == read_anew(reads, rule_folders=("rules",))
        (rules / "a.yaml").write_text(RULE.format("source-credit"))
        assert PARALLEL_FROM == read_anew(reads, rule_folders=("rules",))
        monkeypatch.setattr(caching, "__version__", "0.0.0")
        assert PARALLEL_FROM == read_anew(reads, rule_folders=("rules",))

    def test_few_pages_leave_no_folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Who checks one page finds nothing new beside it."""
        monkeypatch.chdir(tmp_path)
        (tmp_path / "a.md").write_text("Words.\n")
        checked()
        assert ["a.md"] == [path.name for path in tmp_path.iterdir()]


class TestSafety:
    """What a cache must not do."""

    def test_a_failure_to_read_is_not_kept(self, site: Path, reads: list[str]) -> None:
        """Nor is an empty file: both are looked at again."""
        (site / "001.md").write_text("")
        (site / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
        assert 1 == len(checked().unread)
        assert 2 == read_anew(reads)
        assert 1 == len(checked().unread)

    @pytest.mark.parametrize(
        "text", ["", "[]", "{", "[" * 100_000, '{"000.md": 1, "001.md": ["a"], "002.md": [null, null, {}]}', "\0"]
    )
    def test_what_is_broken_is_not_there(self, site: Path, reads: list[str], text: str) -> None:
        """A file that somebody else wrote costs time, nothing else."""
        expected = written(checked(cache=None))
        (site / FOLDER).mkdir()
        (site / FOLDER / "pages.json").write_text(text)
        assert expected == written(checked())
        assert 0 == read_anew(reads)

    def test_entries_of_another_shape_are_not_there(self, site: Path) -> None:
        """Also where the key is right."""
        expected = written(checked())
        file = site / FOLDER / "pages.json"
        entries = json.loads(file.read_text())
        for number, entry in enumerate(entries.values()):
            entry[2] = [None, 3, [], {}, {"path": "x"}, {"path": "x", "repost": {"confidence": "sure"}}][number % 6]
        file.write_text(json.dumps(entries))
        assert expected == written(checked())

    def test_a_page_that_changes_while_it_is_read_is_not_kept(
        self, site: Path, reads: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What was said may be of the text before or after."""
        report_on = pages.report_on

        def changing(source: Any, *words: Any) -> Any:
            result = report_on(source, *words)
            if source.path == "001.md":
                Path("001.md").write_text(f"Words {len(reads)}.\n")
            return result

        with monkeypatch.context() as patched:
            patched.setattr(running, "report_on", changing)
            checked()
        reads.clear()
        checked()
        assert ["001.md"] == reads

    def test_git_does_not_see_it(self, site: Path) -> None:
        """The folder ignores itself."""
        subprocess.run(["git", "init", "-q"], check=True)
        checked()
        status = subprocess.run(["git", "status", "--porcelain", "-uall"], capture_output=True, check=True).stdout
        assert b"licencecheck" not in status

    def test_it_holds_no_article(self, site: Path) -> None:
        """Excerpts of at most 300 characters are kept, whatever a page makes of its title, links and names."""
        long = "Global Research " + "lorem ipsum dolor " * 500
        post = (
            f"---\ntitle: '{long}'\nauthor: '{long}'\n---\n"
            f"# {long}\n\n{long}\n\n"
            f"Originally published by [{long}](https://x.example/{'lorem' * 900}). © 2020 {long}\n"
        )
        for name in ("000.md", "001.md"):
            (site / name).write_text(post)
        checked(publishers=("global-research",))
        kept = (site / FOLDER / "pages.json").read_text()
        assert "lorem ipsum dolor " * 20 not in kept
        assert "lorem" * 70 not in kept

    def test_a_folder_that_cannot_be_written_is_no_trouble(self, site: Path) -> None:
        """A file stands in its place, or a link that leads out of the site."""
        (site / FOLDER).write_text("")
        assert PARALLEL_FROM == len(checked().pages)
        (site / FOLDER).unlink()
        (site / "elsewhere").mkdir()
        (site / FOLDER).symlink_to("elsewhere")
        checked()
        assert [] == list(Path("elsewhere").iterdir())

    def test_two_runs_at_once(self, site: Path) -> None:
        """Each gives its own report, and what they leave can be used."""
        expected = written(checked(cache=None))
        found: list[str] = []
        threads = [threading.Thread(target=lambda: found.append(written(checked()))) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [expected] * 4 == found
        assert expected == written(checked())
        assert [".gitignore", "pages.json"] == sorted(path.name for path in Path(FOLDER).iterdir())


@pytest.mark.parametrize("name", REPORTS)
def test_what_is_said_of_a_page_comes_back(name: str) -> None:
    """Every awkward report survives being plain data."""
    for page in REPORTS[name].pages:
        again = restored(json.loads(json.dumps(plain(page))))
        assert isinstance(again, PageReport)
        assert written(Report(today=TODAY, pages=(page,))) == written(Report(today=TODAY, pages=(again,)))


class TestInterruption:
    """Ctrl-C."""

    @pytest.mark.parametrize("jobs", [1, 2])
    def test_what_was_found_so_far_is_reported(self, site: Path, jobs: int) -> None:
        """The report says that it is not whole, and the cache keeps what is done."""

        def interrupt(done: int, _: int) -> None:
            if done >= 10:
                raise KeyboardInterrupt

        report = run(["."], Options(today=TODAY, jobs=jobs, cache=FOLDER), interrupt)
        assert report.interrupted
        assert 0 < len(report.pages) < PARALLEL_FROM
        assert len(report.pages) == len(json.loads((site / FOLDER / "pages.json").read_text()))

    def test_the_signal_ends_the_command_with_130(self, site: Path) -> None:
        """The report is written, and nothing else."""
        code = """
import os, signal, sys
from licencecheck.cli import main
from licencecheck.engine import running
signal.signal(signal.SIGINT, signal.default_int_handler)  # who starts the tests in the background lets it be ignored
report_on = running.report_on
def interrupted(source, *words):
    if source.path == "020.md":
        os.kill(os.getpid(), signal.SIGINT)
    return report_on(source, *words)
running.report_on = interrupted
main()
"""
        done = subprocess.run(
            [sys.executable, "-c", code, "check", ".", "--jobs", "1", "--format", "json"],
            capture_output=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            check=False,
        )
        assert (130, b"") == (done.returncode, done.stderr)
        document = json.loads(done.stdout)
        assert (True, 20) == (document["interrupted"], len(document["pages"]))
