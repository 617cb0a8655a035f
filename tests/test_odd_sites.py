"""Sites that are not as one would wish, through the command as a whole: nothing is lost, nothing passes in silence."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Self

import pytest

from licencecheck.engine.inputs import inputs_of
from licencecheck.formats import FORMATS
from licencecheck.options import Options
from tests.conftest import ROOT

OWN = "# Tides\n\nThe tide comes in twice a day.\n"
REPOST = OWN + "\nOriginally published by [Global Research](#).\n"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20
ODD_NAMES = ("a b.md", "line\nend.md", os.fsdecode(b"latin-\xe9.md"), "-rf.md", "::error::x.md", "日本.md", "%0A.md")


@dataclass(frozen=True)
class Done:
    """What a run left behind."""

    code: int
    out: str
    err: str


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to a site of its own."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    return tmp_path


def licencecheck(*words: str, **environment: str) -> Done:
    """Run the command."""
    done = subprocess.run(
        [sys.executable, "-m", "licencecheck", *words],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        check=False,
    )
    return Done(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))


def in_every_format(*words: str) -> tuple[Done, dict[str, str]]:
    """Run the command once, and give what it writes by format."""
    formats = [word for name in FORMATS for word in ("--format", f"{name}=out.{name}")]
    done = licencecheck("check", *words, *formats)
    return done, {name: Path(f"out.{name}").read_text(encoding="utf-8") for name in FORMATS}


class TestExitCodes:
    """What cannot be done is 2 and never a pass; what there was nothing to do of is 0, and said."""

    @pytest.mark.parametrize(
        ("words", "reason"),
        [
            (("gone.md",), "no such file or folder: gone.md"),
            (("own.md", ""), "no such file or folder: the name is empty"),
            (("own.md", "*.mdx"), "no such file or folder: *.mdx"),
            (("empty",), "no page in empty"),
            (("own.md", "--config", "gone.yml"), "gone.yml: the file cannot be read"),
            (("own.md", "--config", "own.md"), "this is no YAML"),
            (("own.md", "--rules", "broken"), "broken/a.yaml:1: "),
            (("own.md", "--changed-since", "main"), "--changed-since"),
        ],
    )
    def test_what_cannot_be_done(self, site: Path, words: tuple[str, ...], reason: str) -> None:
        """The reason is told in one line, without a traceback."""
        (site / "own.md").write_text("[Tides\n")
        (site / "empty").mkdir()
        (site / "broken").mkdir()
        (site / "broken" / "a.yaml").write_text("id: x\n")
        done = licencecheck("check", *words)
        assert (2, "") == (done.code, done.out)
        assert reason in done.err
        assert 1 == done.err.count("\n")

    def test_an_unreadable_page_costs_no_other_its_result(self, site: Path) -> None:
        """In every format both are told, and the code is 2."""
        (site / "a.md").write_text(REPOST)
        (site / "b.html").write_bytes(PICTURE)
        (site / "c.md").write_text(REPOST)
        done, reports = in_every_format("a.md", "b.html", "c.md")
        assert 2 == done.code
        assert [] == [name for name, text in reports.items() for page in ("a.md", "b.html", "c.md") if page not in text]

    def test_nothing_left_to_check_passes(self, site: Path) -> None:
        """A hook or pull request whose pages are all left out is no fault."""
        (site / "draft.md").write_text(REPOST)
        (site / ".licencecheck.yml").write_text("exclude: [draft.md]\n")
        done, reports = in_every_format("draft.md")
        assert (0, "") == (done.code, done.err)
        told = {name for name, text in reports.items() if "Nothing to check" in text}
        assert {"text", "github", "markdown", "html", "json"} <= told


class TestFiles:
    """Names, links and bytes."""

    def test_odd_names_are_checked_and_told_in_every_format(self, site: Path) -> None:
        """Every page is judged, and no name starts a line of its own."""
        for odd in ODD_NAMES:
            (site / odd).write_text(REPOST, encoding="utf-8")
        done, reports = in_every_format(".")
        assert (1, "") == (done.code, done.err)
        lines = [line for text in reports.values() for line in text.splitlines()]
        assert [] == [line for line in lines if line.startswith(("end.md", "::error::x"))]
        assert sorted(ODD_NAMES) == sorted(page["path"] for page in json.loads(reports["json"])["pages"])

    def test_loops_of_links_end(self, site: Path) -> None:
        """Folders that contain themselves are looked through once."""
        (site / "posts").mkdir()
        (site / "posts" / "a.md").write_text(OWN)
        (site / "posts" / "loop").symlink_to(site)
        (site / "self").symlink_to("self")
        assert "1 page, " in licencecheck("check", ".").out

    def test_line_ends_of_windows_are_counted_and_kept(self, site: Path) -> None:
        """Places are the same, and a checked file is not touched."""
        (site / "unix.md").write_bytes(REPOST.encode())
        (site / "windows.md").write_bytes(REPOST.replace("\n", "\r\n").encode())
        (site / "windows.md").chmod(0o444)
        findings = json.loads(licencecheck("check", ".", "--format", "json").out)["findings"]
        places = {
            page: [(each["rule"], each["line"], each["column"]) for each in findings if each["path"] == page]
            for page in ("unix.md", "windows.md")
        }
        assert places["unix.md"] == places["windows.md"] != []
        assert REPOST.replace("\n", "\r\n").encode() == (site / "windows.md").read_bytes()

    def test_consoles_that_know_few_characters(self, site: Path) -> None:
        """What they cannot show is shown by number."""
        (site / "日本.md").write_text(REPOST.replace("Tides", "潮"), encoding="utf-8")
        for encoding in ("cp1252", "ascii"):
            done = licencecheck("check", ".", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
            assert (1, "") == (done.code, done.err)
            assert r"\u65e5\u672c.md" in done.out

    def test_a_hundred_thousand_files_are_listed_in_seconds(self, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """With patterns of the configuration and of git, and in proportion to their number."""

        class Entry:
            def __init__(self, name: str) -> None:
                self.name, self.path = name, f"./{name}"

            def is_dir(self, *, follow_symlinks: bool = True) -> bool:
                return False

            def is_file(self) -> bool:
                return True

        class Listing(list[Entry]):
            def __enter__(self) -> Self:
                return self

            def __exit__(self, *_: object) -> None:
                pass

        (site / ".gitignore").write_text("*.tmp.md\nout/\n")
        names = [f"{number:06}{'.tmp' * (number % 2)}.md" for number in range(100_000)]
        monkeypatch.setattr("os.scandir", lambda _: Listing(map(Entry, names)))
        begin = time.process_time()
        inputs = inputs_of(["."], Options(today=date(2026, 1, 1), root=str(site), exclude=("00000*",)))
        assert (49_995, 50_005) == (len(inputs.pages), inputs.left_out)
        assert time.process_time() - begin < 30
