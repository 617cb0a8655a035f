"""The command line: what a user types, reads and gets as exit code."""

from __future__ import annotations

import ast
import io
import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import pytest

from licencecheck import cli
from licencecheck.cli.console import Progress, wants_colour
from tests.conftest import ROOT

FAILING = "fixtures/global-research/fail/third-party-article.html"
PASSING = "fixtures/global-research/pass/own-article.html"
CREDIT = "The original source of this article"
LINE = 1 + (ROOT / FAILING).read_text(encoding="utf-8").partition(CREDIT)[0].count("\n")
FAIL = (FAILING, "--publisher", "global-research")
OWN = "<!DOCTYPE html><title>Tides</title><article><h1>Tides</h1><p>The tide comes in twice a day.</p></article>"
COMMAND = (sys.executable, "-m", "licencecheck")


@dataclass(frozen=True)
class Done:
    """What a run left behind."""

    code: int
    out: str
    err: str


Command = Callable[..., Done]


@pytest.fixture
def licencecheck(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Run the command in this process, in the project's folder."""
    monkeypatch.chdir(ROOT)

    def run(*words: str | Path) -> Done:
        monkeypatch.setattr(sys, "argv", ["licencecheck", *map(str, words)])
        with pytest.raises(SystemExit) as left:
            cli.main()
        captured = capsys.readouterr()
        return Done(int(left.value.code or 0), captured.out, captured.err)

    return run


@pytest.fixture
def own_page(tmp_path: Path) -> Path:
    """Write a page that is no repost."""
    page = tmp_path / "own.html"
    page.write_text(OWN, encoding="utf-8")
    return page


def test_the_version_is_shown(licencecheck: Command) -> None:
    """`--version` names the tool and its version."""
    done = licencecheck("--version")
    assert (0, "licencecheck ") == (done.code, done.out[:13])
    assert re.fullmatch(r"\d+\.\d+\.\d+", done.out[13:].strip())


@pytest.mark.parametrize("words", [(), ("rules",), ("config",)])
def test_without_arguments_help_is_shown(licencecheck: Command, words: tuple[str, ...]) -> None:
    """A command that needs more says how it is used."""
    done = licencecheck(*words)
    assert "Usage: licencecheck" in done.out + done.err


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("check",),
        ("extract",),
        ("explain",),
        ("init",),
        ("rules",),
        ("rules", "list"),
        ("rules", "show"),
        ("config",),
        ("config", "show"),
        ("config", "schema"),
    ],
)
def test_help_is_plain_text_of_80_columns(licencecheck: Command, words: tuple[str, ...]) -> None:
    """Help needs no wide terminal and draws no boxes."""
    done = licencecheck(*words, "--help")
    assert 0 == done.code
    assert [] == [line for line in done.out.splitlines() if len(line) > 80 or not line.isascii()]


def test_a_failing_repost_is_exit_code_1(licencecheck: Command) -> None:
    """A missing link is an error, and is shown with its place."""
    done = licencecheck("check", *FAIL)
    assert 1 == done.code
    assert f"{FAILING}:{LINE}:" in done.out
    assert 'Expected a link to the Global Research article, found a link to "#"' in done.out


def test_a_proper_repost_is_exit_code_0(licencecheck: Command, tmp_path: Path) -> None:
    """A repost that does what its publisher asks passes."""
    original = tmp_path / "original.html"
    address = "https://www.globalresearch.ca/village-bought-own-well/5738912"
    original.write_text(f'<link rel="canonical" href="{address}"><p>A village bought its own well.</p>')
    done = licencecheck(
        "check", PASSING, "--publisher", "global-research",
        "--profile", "kind=community", "--profile", "commercial=false", "--profile", "medium=web",
        "--original", str(original),
    )  # fmt: skip
    assert 0 == done.code
    assert "1 page, 1 repost: 0 fail, 0 review, " in done.out


def test_failures_below_the_threshold_are_told_as_such(licencecheck: Command, tmp_path: Path) -> None:
    """A warning of the configuration is a failure, but does not fail the run; the summary says why."""
    (tmp_path / ".licencecheck.yml").write_text(
        "ignore: [{path: a.md, rule: original-link, reason: x, until: 2026-01-01}]\n", encoding="utf-8"
    )
    (tmp_path / "a.md").write_text("The tide comes in.\n", encoding="utf-8")
    mild, strict = (licencecheck("check", tmp_path, *words) for words in ((), ("--fail-on", "warning")))

    assert (0, 1) == (mild.code, strict.code)
    assert "1 fail (1 warning, below --fail-on error), 0 review" in mild.out
    assert "1 fail (1 warning), 0 review" in strict.out
    assert ".licencecheck.yml: Settings of this check, no page; mend them as follows\n" in mild.out


def test_an_own_page_is_exit_code_0(licencecheck: Command, own_page: Path) -> None:
    """A page that is no repost is said to be none, with the reason."""
    done = licencecheck("check", own_page)
    assert 0 == done.code
    assert ": no repost: " in done.out


@pytest.mark.parametrize(("level", "code"), [("error", 1), ("review", 1), ("never", 0)])
def test_fail_on_decides_the_exit_code(licencecheck: Command, level: str, code: int) -> None:
    """The user says which findings fail a run."""
    assert code == licencecheck("check", *FAIL, "--fail-on", level).code


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("check",), "name pages or folders, or write a .licencecheck.yml"),
        (("check", "nothing.html"), "nothing.html"),
        (("check", FAILING, "--publisher", "global-reserch"), "did you mean 'global-research'?"),
        (("check", FAILING, "--today", "yesterday"), "yesterday is no date like 2026-11-22"),
        (("check", FAILING, "--profile", "knd=community"), "did you mean 'kind'?"),
        (("check", FAILING, "--profile", "kind=comunity"), "did you mean 'community'?"),
        (("check", FAILING, "--profile", "kind"), "expected KEY=VALUE"),
        (("check", FAILING, "--attest", "global-research/asked"), "expected RULESET/QUESTION=ANSWER"),
        (("check", FAILING, "--attest", "global-reserch/permission=yes"), "did you mean 'global-research'?"),
        (("check", FAILING, "--attest", "global-research/permision=yes"), "did you mean 'permission'?"),
        (("check", FAILING, "--attest", "permission=yes"), "expected RULESET/QUESTION=ANSWER"),
        (("check", FAILING, "--attest", "global-research/permission=perhaps"), "begins with neither yes nor no"),
        (("check", FAILING, "--url", "blog.example"), "--url blog.example: expected an address like https://"),
        (
            ("check", FAILING, "--original", "news.example"),
            "--original news.example: there is no such file; expected a page or an address like https://",
        ),
        (("check", FAILING, "--format", "yaml"), "'yaml'"),
        (("check", FAILING, "--output", "no/such/folder/report.txt"), "cannot write no/such/folder/report.txt"),
        (("check", FAILING, PASSING, "--url", "https://blog.example/a"), "--url"),
        (("check", FAILING, "--rules", "no-rules"), "no-rules"),
        (("rules", "show", "propublic"), "did you mean 'propublica'?"),
        (("rules", "validate", "no-rules"), "no-rules"),
        (("explain", "orignal-link"), "did you mean 'original-link'?"),
        (("chek", FAILING), "chek"),
    ],
)
def test_wrong_usage_is_exit_code_2_with_the_reason(
    licencecheck: Command, words: tuple[str, ...], message: str
) -> None:
    """What cannot be carried out is told without a traceback, with the nearest name."""
    done = licencecheck(*words)
    assert 2 == done.code
    assert message in done.err
    assert "Traceback" not in done.err


def test_a_page_that_cannot_be_read_is_exit_code_2(licencecheck: Command, tmp_path: Path) -> None:
    """A picture is named with the reason, and never judged."""
    picture = tmp_path / "page.html"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    done = licencecheck("check", picture)
    assert 2 == done.code
    assert f"{picture.as_posix()}: unread: " in done.out


def test_standard_input_is_read(licencecheck: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` is what comes in by standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO((ROOT / FAILING).read_bytes())))
    done = licencecheck("check", "-", "--publisher", "global-research")
    assert 1 == done.code
    assert f"-:{LINE}:" in done.out


def test_json_is_the_same_in_every_run(licencecheck: Command) -> None:
    """The same pages on the same day give the same report."""
    first, second = (licencecheck("check", *FAIL, "--format", "json", "--today", "2026-11-22") for _ in range(2))
    assert first == second
    assert "2026-11-22" == json.loads(first.out)["today"]


def test_output_goes_into_a_file_as_utf8(licencecheck: Command, tmp_path: Path) -> None:
    """`--output` writes what would have been printed, and prints nothing."""
    printed = licencecheck("check", *FAIL)
    written = licencecheck("check", *FAIL, "--output", tmp_path / "report.txt")
    assert (printed.code, "") == (written.code, written.out)
    assert printed.out == (tmp_path / "report.txt").read_text(encoding="utf-8")


def test_quiet_leaves_one_line_for_each_failure(licencecheck: Command) -> None:
    """`--quiet` says only what fails."""
    assert 1 == licencecheck("check", *FAIL, "--quiet").out.count("\n")


def test_profile_answers_the_question_of_permission(licencecheck: Command) -> None:
    """What the site is decides whether it has the permission."""
    words = ("check", *FAIL, "--format", "json", "--profile", "kind=community", "--profile", "commercial=no")
    findings = json.loads(licencecheck(*words).out)["findings"]
    assert ["pass"] == [finding["outcome"] for finding in findings if finding["requirement"] == "permission"]


def test_a_bug_is_exit_code_2_without_a_traceback(licencecheck: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """An exception that nobody expected is never taken for findings."""

    def broken(*_: object) -> NoReturn:
        raise ZeroDivisionError("by\x1bnought")

    monkeypatch.setattr("licencecheck.engine.run", broken)
    done = licencecheck("check", FAILING)
    assert 2 == done.code
    assert "this is a bug" in done.err
    assert "ZeroDivisionError: by\\u{1b}nought" in done.err
    assert "Traceback" not in done.err


def test_a_bug_shows_its_traceback_on_request(licencecheck: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Developers see where a bug is."""
    monkeypatch.setenv("LICENCECHECK_DEBUG", "1")
    monkeypatch.setattr("licencecheck.engine.run", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        licencecheck("check", FAILING)


def test_an_interruption_is_exit_code_130(licencecheck: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C is told from findings and from trouble."""

    def interrupted(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr("licencecheck.engine.run", interrupted)
    assert 130 == licencecheck("check", FAILING).code


def test_the_network_is_not_touched(licencecheck: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that a page names is fetched."""

    def refused(*_: object, **__: object) -> NoReturn:
        raise AssertionError("the network was touched")

    monkeypatch.setattr(socket, "socket", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    assert 1 == licencecheck("check", *FAIL).code


def test_extract_gives_every_page(licencecheck: Command, own_page: Path) -> None:
    """`extract` reads all pages, reposts or not."""
    done = licencecheck("extract", FAILING, own_page)
    pages = json.loads(done.out)["pages"]
    assert (0, [FAILING, own_page.as_posix()]) == (done.code, [page["path"] for page in pages])


def test_extract_is_the_same_with_several_processes(licencecheck: Command, tmp_path: Path) -> None:
    """Many pages are shared out between processes and come back in order."""
    for number in range(30):
        (tmp_path / f"page{number:02}.html").write_text(OWN.replace("twice", str(number)), encoding="utf-8")
    assert licencecheck("extract", tmp_path, "--jobs", "1") == licencecheck("extract", tmp_path, "--jobs", "2")


def test_extract_names_a_page_that_cannot_be_read(licencecheck: Command, tmp_path: Path) -> None:
    """An unreadable page is an entry with an error, and exit code 2."""
    picture = tmp_path / "page.html"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    done = licencecheck("extract", picture)
    assert 2 == done.code
    assert ["path", "error"] == list(json.loads(done.out)["pages"][0])


def test_rules_are_listed(licencecheck: Command) -> None:
    """Every rule set is one line."""
    done = licencecheck("rules", "list")
    assert 0 == done.code
    assert "global-research" in [line.split()[0] for line in done.out.splitlines()]


def test_a_rule_set_is_shown_with_its_proof(licencecheck: Command) -> None:
    """Each rule stands with the sentence that proves it."""
    done = licencecheck("rules", "show", "global-research")
    assert (
        "  - Link the original article: it leads to the article; of Global Research [original-link]\n"
        "    “together with a hyperlink to the original Global Research article”\n"
    ) in done.out


def test_a_configuration_is_begun_shown_and_kept(
    licencecheck: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`init` writes one, `config show` says what holds, `check` follows it, and a second `init` leaves it alone."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "own.html").write_text(OWN, encoding="utf-8")
    assert "Wrote .licencecheck.yml" in licencecheck("init").out
    shown = licencecheck("config", "show", "--profile", "kind=news").out.splitlines()
    assert "profile.kind: news  # command line" in shown
    assert any(re.fullmatch(r"profile\.medium: web  # \.licencecheck\.yml:\d+", line) for line in shown)
    assert "1 page, 0 reposts" in licencecheck("check").out
    assert (2, True) == ((again := licencecheck("init")).code, "is there already" in again.err)
    nowhere = licencecheck("config", "show", "nowhere")
    assert (2, "licencecheck: no such file or folder: nowhere\n") == (nowhere.code, nowhere.err)
    (tmp_path / "other.yml").write_text("ignore: [{path: a, rule: noidex, reason: r}]", encoding="utf-8")
    wrong = licencecheck("check", "own.html", "--config", "other.yml")
    assert (2, True) == (wrong.code, "other.yml:1: there is no requirement type 'noidex'; did you" in wrong.err)


def test_the_schema_of_the_configuration_is_printed(licencecheck: Command) -> None:
    """Editors get it from the command."""
    assert "Configuration of licencecheck" == json.loads(licencecheck("config", "schema").out)["title"]


def test_a_word_finds_rules_by_name_host_and_licence(licencecheck: Command) -> None:
    """What no rule set has is told, and is no success; former names count."""
    found = {word: licencecheck("rules", "list", word).out for word in ("khn", "ourworldindata", "OGL-UK")}
    none = licencecheck("rules", "list", "nobody")

    assert found["khn"].startswith("kff-health-news")
    assert found["ourworldindata"].startswith("our-world-in-data")
    assert found["OGL-UK"].startswith("ogl-uk-3.0")
    assert (2, "") == (none.code, none.out)
    assert "no rule set has 'nobody'" in none.err


def test_a_new_rule_file_is_valid_as_it_stands(licencecheck: Command, tmp_path: Path) -> None:
    """The skeleton of an id is a rule set that judges; an id in capitals is none."""
    done = licencecheck("rules", "new", "river-post")
    (tmp_path / "river-post.yaml").write_text(done.out, encoding="utf-8")

    assert "1 rule file, 0 problems\n" == licencecheck("rules", "validate", str(tmp_path)).out
    assert (
        "Name the source of the article [source-credit]"
        in licencecheck("rules", "show", "river-post", "--rules", str(tmp_path)).out
    )
    assert "'River Post' is no id" in licencecheck("rules", "new", "River Post").err


def test_rules_are_proven(licencecheck: Command) -> None:
    """The score is told, and decides the exit code."""
    done = licencecheck("rules", "test", "global-research", "--jobs", "1")

    assert 0 == done.code
    assert re.search(r"pages of the trials right \(100\.0%\), (\d+) of \1 examples", done.out)


def test_bundled_rules_are_valid(licencecheck: Command) -> None:
    """The rule files of the project have no problems."""
    done = licencecheck("rules", "validate")
    assert (0, ", 0 problems\n") == (done.code, done.out[-13:])


def test_problems_of_rule_files_are_told_by_line(licencecheck: Command, tmp_path: Path) -> None:
    """Each problem of each file is named with its line and what would be right."""
    text = (ROOT / "rules/publishers/global-research.yaml").read_text(encoding="utf-8")
    broken = tmp_path / "mine.yaml"
    broken.write_text(text.replace("requires: copyright-notice", "requires: copyright-notise"), encoding="utf-8")
    line = 1 + text[: text.index("requires: copyright-notice")].count("\n")
    done = licencecheck("rules", "validate", broken)
    assert 2 == done.code
    assert f"{broken.as_posix()}:{line}: 'copyright-notise' is no requirement type" in done.out
    assert "did you mean 'copyright-notice'?" in done.out
    assert done.out.endswith("1 rule file, 1 problem\n")


@pytest.mark.parametrize("words", [("validate",), ("test", "--rules"), ("list", "--rules")])
def test_a_folder_without_rule_files_is_wrong_usage(
    licencecheck: Command, tmp_path: Path, words: tuple[str, ...]
) -> None:
    """Else "0 problems" would be said of a misspelt folder."""
    (tmp_path / "rules.txt").write_text("", encoding="utf-8")
    done = licencecheck("rules", *words, tmp_path)

    assert (2, "") == (done.code, done.out)
    assert f"no rule file (.yaml, .yml) in {tmp_path.as_posix()}" in done.err


def test_a_problem_names_the_page_of_its_type(licencecheck: Command, tmp_path: Path) -> None:
    """What it names is a command that works."""
    text = (ROOT / "rules/publishers/global-research.yaml").read_text(encoding="utf-8")
    broken = tmp_path / "mine.yaml"
    broken.write_text(text.replace("to: [article]", "to: article"), encoding="utf-8")
    done = licencecheck("rules", "validate", broken)

    assert "is a list, not text; write [article]\n    see: licencecheck explain original-link\n" in done.out
    assert licencecheck("explain", "original-link").out.startswith("# original-link\n")


def test_requirement_types_are_listed_and_explained(licencecheck: Command) -> None:
    """`explain` alone lists the types, with a type it prints the documentation."""
    assert "source-credit" in [line.split()[0] for line in licencecheck("explain").out.splitlines()]
    assert licencecheck("explain", "source-credit").out.startswith("# ")


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)],
)
def test_environment_decides_about_colours(
    environment: dict[str, str], wanted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a terminal there are no colours, unless they are forced."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert wanted == wants_colour(io.StringIO())


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        """Claim to be one."""
        return True


def test_a_terminal_gets_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that is not dumb shows colours."""
    assert wants_colour(Terminal())
    monkeypatch.setenv("TERM", "dumb")
    assert not wants_colour(Terminal())


@pytest.mark.parametrize(("quiet", "shown"), [(False, "\r7 of 9 pages\r\x1b[K"), (True, "")])
def test_progress_of_a_long_run_is_shown_and_wiped(quiet: bool, shown: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal sees how far a run is once it takes long."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with Progress(quiet=quiet) as progress:
        progress(1, 9)
        monkeypatch.setattr("time.monotonic", lambda: float("inf"))
        progress(7, 9)
    assert shown == terminal.getvalue()


def test_the_module_is_the_command() -> None:
    """`python -m licencecheck` works, and a console that knows only ASCII is no trouble."""
    done = subprocess.run(
        [*COMMAND, "rules", "show", "global-research"],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=True,
    )
    assert rb"\u201ctogether with a hyperlink" in done.stdout


def test_a_reader_that_stops_early_is_no_trouble(tmp_path: Path) -> None:
    """With `| head` the run ends quietly, with the exit code of what was found."""
    with subprocess.Popen(
        [*COMMAND, "check", *FAIL, "--format", "json"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert (1, b"") == (process.wait(), process.stderr.read())


def test_an_answer_counts_for_the_page_that_the_call_names(licencecheck: Command, own_page: Path) -> None:
    """A question that is asked for each article is answered for one page, not for many at once."""
    asked = ("--publisher", "perhaps-repost", "--fail-on", "review")
    answer = ("--attest", "perhaps-repost/own-article=yes")

    assert 1 == licencecheck("check", own_page, *asked).code
    assert 0 == licencecheck("check", own_page, *asked, *answer).code


def test_the_options_that_answer_a_question_are_shown_once(licencecheck: Command, own_page: Path) -> None:
    """Those that are given are not asked for again; a value that is pasted as it stands is refused."""
    asked = licencecheck("check", own_page, own_page.parent, "--publisher", "global-research")

    assert 1 == asked.out.count("    answer: --profile kind=KIND --profile commercial=yes/no\n")
    some = licencecheck("check", own_page, "--publisher", "global-research", "--profile", "kind=community").out
    assert "    answer: --profile commercial=yes/no\n" in some
    assert 2 == licencecheck("check", own_page, "--profile", "commercial=yes/no").code
    assert 2 == licencecheck("check", own_page, "--attest", "global-research/permission=yes/no").code


def test_the_address_of_the_original_fills_the_line_to_paste(licencecheck: Command) -> None:
    """Where no terms are known, the original is whoever published first."""
    url = "https://infobrics.example/tides"
    done = licencecheck("check", FAILING, "--publisher", "any-repost", "--original", url)

    assert f'href="{url}"' in done.out
    assert "{original_url}" not in done.out


def test_a_closed_standard_output_is_no_trouble() -> None:
    """`>&-` leaves no stream to write to."""
    done = subprocess.run(
        ["sh", "-c", '"$0" -m licencecheck check "$1" >&-', sys.executable, FAILING],
        cwd=ROOT, stderr=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip

    assert (1, "") == (done.returncode, done.stderr)


def test_every_option_that_a_message_names_exists() -> None:
    """Whoever is told to give an option can."""
    from typer.main import get_command

    from licencecheck.cli.app import app

    waiting, known = [get_command(app)], set()
    while waiting:
        command = waiting.pop()
        known |= {name for option in command.params for name in (*option.opts, *option.secondary_opts)}
        waiting += getattr(command, "commands", {}).values()
    modules = [ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "licencecheck").rglob("*.py")]
    words = [n.value for m in modules for n in ast.walk(m) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    # words that begin with an option are what other programs are given
    named = {name for said in words if said[:2] != "--" for name in re.findall(r"(?<![\w-])--[a-z][a-z-]+", said)}
    assert {"--max-elements", "--original"} <= named <= known


@pytest.mark.parametrize(
    "words",
    [
        ("check", "PAGE", "-o", "PAGE"),
        ("check", "PAGE", "--format", "text", "--format", "json=PAGE"),
        ("check", "OTHER", "--original", "PAGE", "-o", "PAGE"),
        ("extract", "PAGE", "-o", "PAGE"),
        ("terms", "PAGE", "-o", "PAGE"),
        ("fix", "PAGE", "-o", "PAGE"),
        ("fix", "OTHER", "--original", "PAGE", "-o", "PAGE"),
        ("rules", "draft", "PAGE", "-o", "PAGE"),
        ("check", "PAGE", "-o", "LINK"),
    ],
)
def test_nothing_is_written_over_what_is_read(licencecheck: Command, tmp_path: Path, words: tuple[str, ...]) -> None:
    """A page that is named twice is kept."""
    named = {name: tmp_path / f"{name.lower()}.html" for name in ("PAGE", "OTHER", "LINK")}
    named["PAGE"].write_text(OWN, encoding="utf-8")
    named["OTHER"].write_text(OWN, encoding="utf-8")
    named["LINK"].hardlink_to(named["PAGE"])

    done = licencecheck(
        *(word.replace("PAGE", str(named["PAGE"])) if "=" in word else named.get(word, word) for word in words)
    )

    assert (2, OWN) == (done.code, named["PAGE"].read_text(encoding="utf-8"))
    assert "is read, so nothing can be written to it" in done.err


def test_closed_standard_input_is_told() -> None:
    """`<&-` leaves no stream to read from."""
    done = subprocess.run(
        ["sh", "-c", '"$0" -m licencecheck check - <&-', sys.executable],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert (2, "") == (done.returncode, done.stderr)
    assert "Standard input is closed" in done.stdout
