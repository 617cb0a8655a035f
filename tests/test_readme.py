"""The README: what it shows is what happens."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from licencecheck import check
from licencecheck.catalogue.beginning import skeleton
from licencecheck.configuration import NAME
from licencecheck.formats import FORMATS
from licencecheck.requirements import REQUIREMENTS, requirement_type
from tests.conftest import ROOT, UPDATE

README = ROOT / "README.md"
TEXT = README.read_text(encoding="utf-8")
PAGES = "licencecheck/requirements"
TABLES = {
    "requirements": (
        "type | what it asks",
        [(f"[`{name}`]({PAGES}/{name.replace('-', '_')}.md)", requirement_type(name).summary) for name in REQUIREMENTS],
    ),
    "formats": ("format | what it is", [(f"`{each.name}`", each.summary) for each in FORMATS.values()]),
}
SESSIONS = re.findall(r"^```console\n(.*?)^```", TEXT, re.DOTALL | re.MULTILINE)
COMMANDS = re.findall(r"^```sh\n(.*?)^```", TEXT, re.DOTALL | re.MULTILINE)


def played(session: str) -> str:
    """Run the commands of a session and write it as it should look."""
    lines, code = [], 0
    for command in re.findall(r"^\$ (.*)$", session, re.MULTILINE):
        lines.append(f"$ {command}\n")
        if command == "echo $?":
            lines.append(f"{code}\n")
            continue
        name, *words = shlex.split(command)
        assert "licencecheck" == name
        done = subprocess.run(
            [sys.executable, "-m", "licencecheck", *words], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
        )
        lines += [done.stdout, done.stderr]
        code = done.returncode
    return "".join(lines)


@pytest.mark.parametrize("number", range(len(SESSIONS)))
def test_what_a_command_prints_is_what_the_readme_shows(number: int) -> None:
    """Each session of the README is run, and prints just that."""
    actual = played(SESSIONS[number])
    if os.environ.get(UPDATE):
        README.write_text(README.read_text(encoding="utf-8").replace(SESSIONS[number], actual), encoding="utf-8")
        return
    assert SESSIONS[number] == actual


def test_examples_in_python_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the README shows of the API is run."""
    monkeypatch.chdir(ROOT)
    examples = "\n".join(re.findall(r"^```pycon\n(.*?)^```", TEXT, re.DOTALL | re.MULTILINE))
    test = doctest.DocTestParser().get_doctest(examples, {}, "README.md", str(README), 0)
    result = doctest.DocTestRunner().run(test)
    assert (0, True) == (result.failed, result.attempted > 0)


def test_the_configuration_holds(tmp_path: Path) -> None:
    """What the README shows of the configuration can be used as it stands."""
    (shown,) = re.findall(r"^```yaml\n(profile:.*?)^```", TEXT, re.DOTALL | re.MULTILINE)
    (tmp_path / NAME).write_text(shown, encoding="utf-8")
    for name in ("licences", "content"):
        (tmp_path / name).mkdir()
    (tmp_path / "content" / "post.md").write_text("The tide comes in.\n", encoding="utf-8")
    rules = skeleton("river-post", date(2026, 11, 22), "schema.json")
    (tmp_path / "licences" / "river-post.yaml").write_text(rules, encoding="utf-8")
    words = [sys.executable, "-m", "licencecheck", "check", str(tmp_path), "--quiet"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (0, "") == (done.returncode, done.stderr)


def test_recorded_answers_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that the README shows answer what they say, until their last day is over."""
    (shown,) = re.findall(r"^```yaml\n(attestations:.*?)^```", TEXT, re.DOTALL | re.MULTILINE)
    monkeypatch.chdir(tmp_path)
    (tmp_path / NAME).write_text(shown, encoding="utf-8")
    (tmp_path / "content").mkdir()
    for name, publisher in (("ferry", "Unheard-of Herald](https://unheard.example/a"), ("tide", "Global Research](#")):
        text = f"# The {name}\n\nIt comes in twice a day.\n\nOriginally published by [{publisher}).\n"
        (tmp_path / "content" / f"{name}.md").write_text(text, encoding="utf-8")

    def told(day: date) -> list[tuple[str, str]]:
        report = check("content", config=NAME, today=day)
        asked = {"any-repost/grant-scope", "global-research/permission", "configuration/expired-answer"}
        return sorted(
            {(each.rule.id, each.verdict.outcome.value) for each in report.findings if each.rule.name in asked}
        )

    assert [("grant-scope", "pass"), ("permission", "pass")] == told(date(2027, 11, 22))
    over = [("expired-answer", "fail"), ("grant-scope", "pass"), ("permission", "review")]
    assert over == told(date(2027, 11, 23))


@pytest.mark.parametrize("name", TABLES)
def test_a_table_of_a_registry_is_current(name: str) -> None:
    """Every member of the registry stands in the table with its summary."""
    title, rows = TABLES[name]
    table = "".join(f"| {row} |\n" for row in [title, "--- | ---", *(f"{key} | {summary}" for key, summary in rows)])
    place = re.compile(rf"(<!-- {name}: .*? -->\n).*?(<!-- end -->)", re.DOTALL)
    text = README.read_text(encoding="utf-8")
    actual = place.sub(lambda match: match[1] + table + match[2], text)
    if os.environ.get(UPDATE):
        README.write_text(actual, encoding="utf-8")
        return
    assert table in text and text == actual


def test_there_is_one_command_to_check_and_one_to_test() -> None:
    """The two commands stand in the README, and the script of all checks runs the second."""
    check, test = (command.strip() for command in COMMANDS)
    assert "pip install -q . && .venv/bin/licencecheck check fixtures/" in check
    assert test in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted(ROOT.glob("*.md")), ids=lambda path: path.name)
def test_nothing_is_said_to_be_on_an_index(path: Path) -> None:
    """Nothing is published yet: no document tells to install the package by its name."""
    assert None is re.search(r"install(\s+-\S+)*\s+['\"]?licencecheck\b", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\((?!https?:|#)([^)]+)\)", TEXT))))
def test_links_of_the_readme_lead_somewhere(target: str) -> None:
    """What the README links in the project is there."""
    assert (ROOT / target).exists()
