"""Where reports go: several formats in one run, files, standard output, GitHub's job summary."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from licencecheck.formats import FORMATS
from tests.conftest import ROOT

POST = """---
title: The ferry is back
---

The ferry came back to the old harbour on a grey morning, and half of the town stood on the quay to see it.

This article was originally published by [ProPublica](#).
"""


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    """Make a repository that holds a blog in a folder, with a repost that breaks a rule."""
    (tmp_path / ".git").mkdir()
    posts = tmp_path / "blog" / "posts"
    posts.mkdir(parents=True)
    (posts / "ferry.md").write_text(POST, encoding="utf-8")
    return tmp_path / "blog"


def check(folder: Path, *words: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run `licencecheck check` in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "licencecheck", "check", *map(str, words)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        check=False,
    )


def test_several_formats_in_one_run(blog: Path) -> None:
    """Each format goes to its file, one to standard output."""
    done = check(blog, "posts", "--format", "sarif=out.sarif", "--format", "text", "--format", "junit=out.xml")
    assert (1, b"") == (done.returncode, done.stderr)
    assert b"posts/ferry.md:7:" in done.stdout
    assert "2.1.0" == json.loads((blog / "out.sarif").read_text(encoding="utf-8"))["version"]
    assert (blog / "out.xml").read_text(encoding="utf-8").startswith("<?xml")


def test_output_is_the_file_of_the_format_that_names_none(blog: Path) -> None:
    """`--output` still works, beside formats with files of their own."""
    done = check(blog, "posts", "--format", "json", "--format", "sarif=out.sarif", "--output", "out.json")
    assert (1, b"") == (done.returncode, done.stdout)
    assert json.loads((blog / "out.json").read_text(encoding="utf-8"))["findings"]
    assert (blog / "out.sarif").exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--format", "srif"), "unknown --format 'srif'; did you mean 'sarif'? (one of github, "),
        (("--format", "sarif="), "--format sarif=: expected a file"),
        (("--format", "text", "--format", "json"), "two formats for standard output"),
        (("--format", "json=a", "--format", "sarif=a"), "two formats for a"),
        (("--format", "json", "--format", "sarif=a", "-o", "a"), "two formats for a"),
        (("--format", "json=a", "--output", "b"), "nothing is left to write to --output b"),
    ],
)
def test_formats_that_do_not_fit_together_are_told(blog: Path, words: tuple[str, ...], message: str) -> None:
    """Wrong usage is told before any work, and nothing is written."""
    done = check(blog, "posts", *words)
    assert (2, b"") == (done.returncode, done.stdout)
    assert message in done.stderr.decode()
    assert {"posts"} == {path.name for path in blog.iterdir()}


def test_a_file_that_cannot_be_written_costs_no_other_report(blog: Path) -> None:
    """The exit code tells of the trouble, and the other reports are there."""
    done = check(
        blog, "posts", "--format", "json=no/folder/out.json", "--format", "sarif=out.sarif", "--format", "text"
    )
    assert 2 == done.returncode
    assert b"cannot write no" in done.stderr
    assert b"posts/ferry.md:7:" in done.stdout and (blog / "out.sarif").exists()


@pytest.mark.parametrize("name", FORMATS)
def test_the_format_never_changes_the_exit_code(blog: Path, name: str) -> None:
    """Whoever reads the report, the run says the same, also where a console knows few characters."""
    (blog / "posts" / "ferry.md").write_text(POST.replace("ProPublica", "ProPublica 日本"), encoding="utf-8")
    plain = check(blog, "posts", "--publisher", "propublica", "--format", name)
    narrow = check(
        blog, "posts", "--publisher", "propublica", "--format", name, PYTHONIOENCODING="cp1252", PYTHONUTF8="0"
    )
    assert [(1, b"")] * 2 == [(done.returncode, done.stderr) for done in (plain, narrow)]
    assert (plain.stdout == narrow.stdout) == (name != "text")
    assert (r"日本" if name != "text" else r"\u65e5\u672c") in narrow.stdout.decode("utf-8", "replace")


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("ending", ["md", "html"])
def test_no_report_holds_more_than_excerpts_of_a_page(blog: Path, name: str, ending: str) -> None:
    """However long a title, a name, an address or a credit is, and whatever the line to paste says of them."""
    long = " ".join(f"word{number}" for number in range(2000))
    address = f"https://www.propublica.org/article/{'a' * 5000}"
    page = (
        f"---\ntitle: {long}\nauthor: {long}\n---\n\nBy {long}\n\nShort.\n\n"
        f"This article by {long} was originally published by [ProPublica {long}]({address}).\n\n© 2020 {long}\n"
    )
    if ending == "html":
        page = (
            f"<title>{long}</title><meta name=author content='{long}'><article><h1>{long}</h1><p>By {long}</p><p>Short."
            f"<p>This article by {long} was originally published by <a href='{address}'>ProPublica {long}</a>.</p>"
            f"<p>© 2020 {long}</p></article>"
        )
    path = blog / "posts" / f"long.{ending}"
    path.write_text(page, encoding="utf-8")
    for publisher in ("propublica", "cc-by-4.0"):
        done = check(blog, path, "--publisher", publisher, "--format", name)
        assert b"Traceback" not in done.stderr
        assert b"word60" not in done.stdout and b"a" * 2000 not in done.stdout


def test_a_workflow_of_github_gets_annotations_and_a_summary(blog: Path, tmp_path: Path) -> None:
    """Without `--format` the run knows where it is; the summary is added to what other steps wrote."""
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    done = check(blog, "posts", GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary))
    assert 1 == done.returncode
    assert done.stdout.startswith(b"::error file=blog/posts/ferry.md,line=7,")
    before, mark, *_, last = summary.read_text(encoding="utf-8").splitlines()
    assert ("before", "<!-- licencecheck -->", "</details>") == (before, mark, last)


@pytest.mark.parametrize("words", [("--format", "text"), ("--output", "report.txt")])
def test_a_workflow_gets_what_it_asks_for(blog: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    """A format or a file that is named is not replaced, and then there is no summary."""
    done = check(blog, "posts", *words, GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(tmp_path / "summary.md"))
    text = done.stdout or (blog / "report.txt").read_bytes()
    assert b"posts/ferry.md:7:" in text and b"::error" not in text
    assert not (tmp_path / "summary.md").exists()


def test_paths_are_those_of_the_repository(blog: Path, tmp_path: Path) -> None:
    """Formats for its host name files from its root, wherever the run starts; outside it paths are whole."""
    outside = tmp_path.parent / f"{tmp_path.name}-outside.md"
    outside.write_text(POST, encoding="utf-8")
    done = check(blog, "posts/../posts/ferry.md", outside, "--format", "gitlab")
    paths = [issue["location"]["path"] for issue in json.loads(done.stdout)]
    assert {"blog/posts/ferry.md", outside.as_posix()} == set(paths)


def test_a_finding_keeps_its_fingerprint_wherever_the_run_starts(blog: Path) -> None:
    """What identifies a finding does not depend on the folder of the run."""
    runs = [check(blog, "posts", "--format", "gitlab"), check(blog.parent, "blog/posts", "--format", "gitlab")]
    first, second = ([issue["fingerprint"] for issue in json.loads(done.stdout)] for done in runs)
    assert first == second != []


def test_standard_input_has_no_path(blog: Path) -> None:
    """`-` is no file of the repository."""
    done = subprocess.run(
        [sys.executable, "-m", "licencecheck", "check", "-", "--publisher", "propublica", "--format", "gitlab"],
        cwd=blog, env={**os.environ, "PYTHONPATH": str(ROOT)}, input=POST.encode(), capture_output=True, check=False,
    )  # fmt: skip
    assert {"-"} == {issue["location"]["path"] for issue in json.loads(done.stdout)}
