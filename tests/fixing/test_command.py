"""`licencecheck fix` as a user meets it."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from licencecheck import cli
from tests.conftest import ROOT

PAGE = "fixtures/global-research/fail/third-party-article.html"
ORIGINAL = ("--original", "fixtures/global-research/original/third-party-article.html")
ADDRESS = "https://www.globalresearch.ca/why-the-ferry-no-longer-stops/5700001"


@pytest.fixture
def fix(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    """Run the command in this process, in the project's folder: exit code, output, what is told beside it."""
    monkeypatch.chdir(ROOT)

    def run(*words: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["licencecheck", "fix", *map(str, words)])
        with pytest.raises(SystemExit) as left:
            cli.main()
        captured = capsys.readouterr()
        return int(left.value.code or 0), captured.out, captured.err

    return run


@pytest.fixture
def page(tmp_path: Path) -> Path:
    copy = tmp_path / "site" / "page.html"
    copy.parent.mkdir()
    copy.write_bytes((ROOT / PAGE).read_bytes())
    return copy


def test_diff_is_shown_and_the_file_stays(fix: Any) -> None:
    """With exit code 1: there is something to do. What is mended is told beside the diff."""
    before = (ROOT / PAGE).read_bytes()

    code, out, err = fix(PAGE, *ORIGINAL)

    assert (1, before) == (code, (ROOT / PAGE).read_bytes())
    assert out.startswith(f"--- a/{PAGE}\n+++ b/{PAGE}\n@@ -9,7 +9,7 @@\n")
    assert f'+<p><a href="{ADDRESS}">Global Research</a>, October 22, 2019</p>\n' in out
    assert err.endswith("global-research/original-link\n1 page: 1 fix, 0 failures left; 0 unread\n")


def test_patch_takes_the_diff(fix: Any, page: Path) -> None:
    """What is shown is what `git apply` and `patch` read."""
    _, diff, _ = fix(page, *ORIGINAL)
    text = diff.replace(page.as_posix().lstrip("/"), "page.html")

    command = ["git", "apply", "--unsafe-paths", "-p1", "-"]
    subprocess.run(command, cwd=page.parent, input=text, text=True, check=True, timeout=60)

    assert f'<a href="{ADDRESS}">Global Research</a>, October' in page.read_text(encoding="utf-8")


def test_files_are_written_once(fix: Any, page: Path) -> None:
    """Then nothing is left to do, and `check` agrees."""
    code, out, err = fix(page, "--write", *ORIGINAL)
    mended = page.read_bytes()

    assert (0, "") == (code, err)
    assert out.startswith(
        f'{page.as_posix()}: fixed: Link the original on "Global Research": global-research/original-link'
    )
    assert (0, mended) == (fix(page, "--write", *ORIGINAL)[0], page.read_bytes())
    assert (0, "") == fix(page, *ORIGINAL)[:2]


def test_what_is_left_is_told_with_the_reason(fix: Any, page: Path) -> None:
    """And is a finding, as for `check`."""
    code, out, err = fix(page, "--publisher", "global-research")

    assert (1, "") == (code, out)
    assert "error: global-research/original-link: Expected a link to the Global Research article, found" in err
    assert "    left:  the address of the original is not known; give it with --original\n" in err


def test_page_that_is_no_repost_is_told_so(fix: Any, tmp_path: Path) -> None:
    """It needs the name of its publisher, or its original."""
    page = tmp_path / "page.html"
    page.write_text("<article><p>Our own words.</p></article>", encoding="utf-8")

    code, out, err = fix(page)

    assert (0, "") == (code, out)
    assert "page.html: no repost: " in err and "--publisher ID judges it as one\n" in err


def test_folder_is_mended_page_by_page(fix: Any, page: Path) -> None:
    """A link out of it is not written, and costs no other page its fixes."""
    notice = "<br>\nCopyright © Maria Lind, Global Research, 2021"
    text = (ROOT / "fixtures/global-research/pass/own-article.html").read_text(encoding="utf-8")
    outside = page.parent.parent / "outside.html"
    for copy in (page, outside):
        copy.write_text(text.replace(notice, ""), encoding="utf-8")
    try:
        (page.parent / "link.html").symlink_to(outside)
    except OSError:
        pytest.skip("this system makes no links")

    code, out, _ = fix(page.parent, "--write")

    assert (2, False) == (code, "Maria Lind, Global Research, 2021" in outside.read_text(encoding="utf-8"))
    assert "link.html: unread: The fixes are not written: it is a link to a file outside of " in out
    assert "<p>Copyright © Maria Lind, Global Research, 2021</p>\n" in page.read_text(encoding="utf-8")


def test_standard_input_is_shown_and_cannot_be_written(fix: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no file behind it."""

    class Stdin:
        buffer = io.BytesIO((ROOT / PAGE).read_bytes())

    monkeypatch.setattr(sys, "stdin", Stdin)
    code, out, _ = fix("-", *ORIGINAL)

    assert (1, True) == (code, out.startswith("--- a/-\n+++ b/-\n"))
    assert (2, "licencecheck: standard input cannot be written to: leave --write out, or name the file\n") == (
        fix("-", "--write", *ORIGINAL)[::2]
    )


def test_words_of_a_page_control_no_terminal_and_no_build(fix: Any, page: Path) -> None:
    """White space stays; what else cannot be seen is shown by its number, and calls of a build service are none."""
    evil = "<p>a\tb\u00a0c</p>\n::error::d\n<p>\x1b[31m\u202e##[e]</p>\n"
    text = page.read_text(encoding="utf-8")
    below = '<p><a href="#">InfoBrics</a></p>'
    page.write_text(text.replace(below, evil + below), encoding="utf-8")

    _, out, _ = fix(page, *ORIGINAL)

    assert " \\u{3a}:error::d\n <p>\\u{1b}[31m\\u{202e}\\u{23}#[e]</p>\n" in out


def test_ignored_failures_stay(fix: Any, page: Path) -> None:
    """What the configuration accepts, nobody wants mended."""
    (page.parent / ".licencecheck.yml").write_text(
        "ignore: [{path: /page.html, rule: original-link, reason: The publisher closed its site}]\n", encoding="utf-8"
    )

    assert (0, "") == fix(page, *ORIGINAL)[:2]


def test_json_tells_every_fix_and_what_is_left(fix: Any, page: Path) -> None:
    """As its schema says, the same bytes each time, and nothing beside it."""
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("InfoBrics, 2019", "InfoBrics, 2011").replace("</a>, 2019", "</a>, 2011"), "utf-8")
    schema = json.loads((ROOT / "licencecheck/formats/fixes.schema.json").read_text(encoding="utf-8"))
    words = (page, *ORIGINAL, "--format", "json")

    code, out, err = fix(*words)
    told = json.loads(out)

    Draft202012Validator(schema).validate(told)
    assert (1, "") == (code, err)
    assert out == fix(*words)[1]
    [mended] = told["pages"]
    [done] = mended["fixes"]
    assert (True, 12, ["global-research/original-link"]) == (done["safe"], done["line"], done["rules"])
    assert f'+<p><a href="{ADDRESS}">Global Research</a>, October' in mended["diff"]
    assert [("global-research/copyright-notice", False)] == [
        (left["rule"], mended["written"]) for left in mended["left"]
    ]


def test_json_of_written_files_says_so(fix: Any, page: Path, tmp_path: Path) -> None:
    """And goes to the file that is named."""
    code, out, err = fix(page, *ORIGINAL, "--write", "--format", "json", "--output", tmp_path / "told.json")

    assert (0, "", "") == (code, out, err)
    [mended] = json.loads((tmp_path / "told.json").read_text(encoding="utf-8"))["pages"]
    assert (True, 1, []) == (mended["written"], len(mended["fixes"]), mended["left"])
