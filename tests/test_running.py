"""Runs over files and folders: what is read, what is judged, what is told."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Collection
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import pytest

from licencecheck.catalogue import load_rules
from licencecheck.documents import Document
from licencecheck.engine import judged, processes, read_pages, run
from licencecheck.engine.jobs import PARALLEL_FROM
from licencecheck.errors import UsageError
from licencecheck.model import Confidence, Counter, Page, Report, RepostDecision, Unreadable
from licencecheck.options import Options
from tests.conftest import ROOT
from tests.requirements.making import credit, link, page

TODAY = date(2026, 11, 22)
BODY = "".join(f"<p>{sentence}</p>" for sentence in [
    "The ferry came back to the old harbour on a grey morning, and half of the town stood on the quay to see it.",
    "For eleven years the crossing had been closed, since the winter in which the ice took the pier away.",
    "The council paid for the new pier with a loan, and the tickets are to pay for the loan within nine years.",
])  # fmt: skip
OWN = (
    "<!doctype html><html lang=en><head><title>Ferry</title></head>"
    f"<body><article><h1>Ferry</h1>{BODY}</article></body></html>"
)
CREDIT = '<p>This article was originally published by <a href="{}">ProPublica</a>.</p>'
REPOST = OWN.replace("</article>", CREDIT.format("https://www.propublica.org/article/ferry") + "</article>")
BARE = OWN.replace("</article>", CREDIT.format("#") + "</article>")


def options(**more: Any) -> Options:
    """Make the options of a run in this process."""
    known: dict[str, Any] = {"today": TODAY, "jobs": 1}
    return Options(**(known | more))


def write(folder: Path, **texts: str) -> None:
    """Write pages by name."""
    for name, text in texts.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")


def paths(report: Report) -> list[str]:
    """Name the files of a report without their folder."""
    return [Path(one.path).name for one in report.pages]


def outcomes(report: Report) -> dict[str, str]:
    """Give outcome by rule of the first page."""
    return {one.rule.id: one.verdict.outcome.value for one in report.pages[0].findings}


def test_a_repost_is_judged_by_its_publisher_and_an_own_page_by_nobody(tmp_path: Path) -> None:
    """The rule sets that judged are in the report."""
    write(tmp_path, a=REPOST, b=OWN)
    report = run([str(tmp_path)], options())

    assert [("propublica",), ()] == [one.rulesets for one in report.pages]
    assert ["propublica"] == [one.id for one in report.rulesets]
    assert () == report.pages[1].findings


def test_a_file_that_is_named_twice_is_checked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its path, however written."""
    write(tmp_path, a=OWN)
    monkeypatch.chdir(tmp_path)

    assert ["a.html"] == paths(run(["a.html", "./a.html", ".", str(tmp_path / "a.html")], options()))


def test_a_path_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    """Nothing is checked by mistake."""
    with pytest.raises(UsageError, match=r"no such file or folder: .*nowhere"):
        run([str(tmp_path / "nowhere")], options())


def test_a_folder_without_pages_is_a_usage_error(tmp_path: Path) -> None:
    """A run that checks nothing does not look like success."""
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")

    with pytest.raises(UsageError, match="no page in"):
        run([str(tmp_path)], options())


@pytest.mark.parametrize("option", ["url", "original"])
def test_what_is_said_of_one_page_is_refused_for_more(tmp_path: Path, option: str) -> None:
    """An address is that of one page."""
    write(tmp_path, a=OWN, b=OWN)

    with pytest.raises(UsageError, match=f"--{option} is of one page, but there are 2"):
        run([str(tmp_path)], options(**{option: "https://orig.example/a"}))


def test_an_unknown_rule_set_is_told_before_any_page_is_read(tmp_path: Path) -> None:
    """A misspelt `--publisher` costs no waiting."""
    with pytest.raises(UsageError, match="did you mean 'propublica'"):
        run([str(tmp_path / "nowhere")], options(publishers=("propublika",)))


def test_an_empty_file_is_skipped_in_a_folder_and_trouble_by_name(tmp_path: Path) -> None:
    """Who names a file wants it checked."""
    write(tmp_path, a=OWN, b="")
    in_folder = run([str(tmp_path)], options())
    by_name = run([str(tmp_path / "b.html")], options())

    assert (["b.html"], ()) == ([Path(one.path).name for one in in_folder.skipped], in_folder.unread)
    assert ((), ["b.html"]) == (by_name.skipped, [Path(one.path).name for one in by_name.unread])


def test_a_page_that_cannot_be_read_is_named_and_the_rest_is_judged(tmp_path: Path) -> None:
    """Trouble with one page is a line in the report."""
    (tmp_path / "a.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    write(tmp_path, b=REPOST)
    report = run([str(tmp_path)], options())

    assert (["a.html"], ["b.html"]) == ([Path(one.path).name for one in report.unread], paths(report))


class TestDeclared:
    """`--publisher` says whose a page is."""

    def test_a_page_that_is_named_is_a_repost(self, tmp_path: Path) -> None:
        """The draft that nobody has credited yet."""
        write(tmp_path, a=OWN)
        report = run([str(tmp_path / "a.html")], options(publishers=("propublica",)))

        assert (True, Confidence.HIGH) == (report.pages[0].repost.is_repost, report.pages[0].repost.confidence)
        assert "fail" == outcomes(report)["source-credit"]

    def test_a_page_in_a_folder_is_none(self, tmp_path: Path) -> None:
        """There it only chooses the rules of pages that are reposts."""
        write(tmp_path, a=OWN, b=REPOST)
        report = run([str(tmp_path)], options(publishers=("cc-by-4.0",)))

        assert [(), ("cc-by-4.0",)] == [one.rulesets for one in report.pages]


class TestJudged:
    """The rule sets of one page together."""

    def test_of_several_ways_the_best_counts(self) -> None:
        """Every rule of a rule set that leaves a choice answers once."""
        copy = page(credits=(credit("Wikipedia", 9, link("https://en.wikipedia.org/wiki/Old_harbour")),))
        report = judged(copy, options(), load_rules())
        rules = [one.rule.id for one in report.findings]

        assert ("wikipedia",) == report.rulesets
        assert sorted(set(rules)) == sorted(rules)

    def test_a_page_that_may_be_a_repost_gets_one_question_and_no_failure(self) -> None:
        """Below medium confidence a person is asked once."""
        perhaps = RepostDecision(is_repost=False, confidence=Confidence.LOW, reason="perhaps", signals=("label",))
        report = judged(page(repost=perhaps), options(), load_rules())

        assert ["review"] == [one.verdict.outcome.value for one in report.findings]

    def test_two_publishers_of_a_chain_both_judge(self) -> None:
        """The findings of one follow those of the other."""
        chain = page(credits=(credit("ProPublica", 3), credit("Global Research", 9)))
        report = judged(chain, options(), load_rules())

        assert ("propublica", "global-research") == report.rulesets
        assert {"propublica", "global-research"} == {one.rule.ruleset for one in report.findings}


class TestReadPages:
    """Reading without judging."""

    def test_every_page_has_its_main_text(self, tmp_path: Path) -> None:
        """Whether it is a repost or not."""
        write(tmp_path, a=OWN, b="")
        first, second = read_pages([str(tmp_path)], options())

        assert isinstance(first, Page)
        assert first.main_text is not None
        assert "half of the town" in first.main_text.text
        assert isinstance(second, Unreadable)


class TestParallel:
    """Several processes."""

    @pytest.fixture
    def site(self, tmp_path: Path) -> str:
        """Give a folder with as many pages as call for several processes."""
        for number in range(PARALLEL_FROM):
            write(tmp_path, **{f"page-{number:03}": (REPOST, BARE, OWN)[number % 3]})
        return str(tmp_path)

    def test_they_give_the_report_that_one_gives(self, site: str) -> None:
        """Order and content do not depend on the number of processes."""
        assert run([site], options(jobs=1)) == run([site], options(jobs=2))

    def test_progress_is_told(self, site: str) -> None:
        """How many of how many are done, up to all."""
        told: list[tuple[int, int]] = []
        run([site], options(jobs=1), lambda done, total: told.append((done, total)))

        assert [(number, PARALLEL_FROM) for number in range(1, PARALLEL_FROM + 1)] == told

    def test_the_rest_is_done_here_if_processes_die(self, site: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """A process that the system ends, or that cannot start, loses no page."""

        class Dying:
            def __init__(self, **_: object) -> None:
                pass

            def submit(self, *_: object) -> NoReturn:
                raise BrokenProcessPool

            def shutdown(self, **_: object) -> None:
                pass

        expected = run([site], options(jobs=1))
        monkeypatch.setattr(processes, "ProcessPoolExecutor", Dying)

        assert expected == run([site], options(jobs=2))

    @pytest.mark.skipif(os.name != "posix", reason="only there a group of processes can be asked for")
    def test_processes_end_with_the_one_that_started_them(self, tmp_path: Path) -> None:
        """Who kills a run, as services do, kills all of it."""
        script, sign = tmp_path / "killed.py", tmp_path / "works"
        script.write_text(
            f"""
import multiprocessing, os, pathlib, signal, time
from licencecheck.engine.processes import shared

def job(*_):
    sign = pathlib.Path({str(sign)!r})
    if multiprocessing.parent_process():
        sign.touch()
    else:
        while not sign.exists():
            time.sleep(0.01)
        os.kill(os.getpid(), signal.SIGKILL)

if __name__ == "__main__":
    list(shared(job, range(8), None, None, 3))
""",
            encoding="utf-8",
        )
        done = subprocess.Popen([sys.executable, script], start_new_session=True, env={"PYTHONPATH": str(ROOT)})
        assert -signal.SIGKILL == done.wait()

        for _ in range(100):
            try:
                os.killpg(done.pid, 0)
            except ProcessLookupError:
                return
            time.sleep(0.1)
        os.killpg(done.pid, signal.SIGKILL)
        pytest.fail("processes are left")

    def test_few_pages_start_no_process(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Starting takes longer than reading them."""

        def refuse(**_: object) -> NoReturn:
            raise AssertionError("a process was started")

        monkeypatch.setattr(processes, "ProcessPoolExecutor", refuse)
        write(tmp_path, a=OWN, b=OWN)

        assert 2 == len(run([str(tmp_path)], options(jobs=2)).pages)


def test_a_bug_on_one_page_loses_no_other_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page on which the reading of facts fails is named as unread; the others are judged."""
    from licencecheck.evidence import page as reader

    def page_of(document: Document, **options: object) -> Page:
        if document.path.endswith("bad.html"):
            raise RecursionError
        return read(document, **options)  # type: ignore[arg-type]

    read = reader.page_of
    monkeypatch.setattr(reader, "page_of", page_of)
    for name in ("bad.html", "good.html"):
        (tmp_path / name).write_text("<p>Originally published by <a href='https://orig.example/a'>Orig</a>.</p>")
    report = run([str(tmp_path)], Options(today=date(2026, 1, 1)))

    assert ["good.html"] == [Path(one.path).name for one in report.pages]
    assert ["bad.html"] == [Path(one.path).name for one in report.unread]


def test_a_bug_in_what_is_read_late_loses_no_other_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counters are read when a rule set is chosen, or when all of a page is asked for."""
    from licencecheck.evidence.counters import reading

    def counters_of(document: Document, own_hosts: Collection[str]) -> list[Counter]:
        if document.path.endswith("bad.html"):
            raise RecursionError
        return reading.counters_of(document, own_hosts)

    monkeypatch.setattr("licencecheck.evidence.assembly.counters_of", counters_of)
    write(tmp_path, bad=BARE, good=BARE, own=OWN)
    report = run([str(tmp_path)], options())
    assert ["good.html", "own.html"] == paths(report)
    assert ["bad.html"] == [Path(one.path).name for one in report.unread]
    assert "(RecursionError): this is a bug" in report.unread[0].reason

    extracted = {Path(one.path).name: type(one) for one in read_pages([str(tmp_path)], options())}
    assert {"bad.html": Unreadable, "good.html": Page, "own.html": Page} == extracted
