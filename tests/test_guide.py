"""The guide "write a rule set for your publisher": its files are written and its commands run, from start to end."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from licencecheck.catalogue import load_rules, problems
from licencecheck.schema.rule_files import rule_file_schema
from tests.conftest import ROOT, UPDATE

GUIDE = ROOT / "rules" / "README.md"
TEXT = GUIDE.read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(?P<info>\S+)(?: (?P<path>\S+))?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
HEAD = """\
id: river-post
publisher: {name: River Post, domains: [river-post.example]}
terms: {url: "https://river-post.example/republish", as_of: 2026-11, compiled: 2026-11-22}
"""
PARTS = [match for match in BLOCK.finditer(TEXT) if (match["path"] or "").startswith("parts/")]


def played(session: str, folder: Path) -> str:
    """Run the commands of a session in `folder` and write it as it should look."""
    lines, code = [], 0
    for command in re.findall(r"^\$ (.*)$", session, re.MULTILINE):
        lines.append(f"$ {command}\n")
        if command == "echo $?":
            lines.append(f"{code}\n")
            continue
        command, _, file = command.partition(" > ")
        name, *words = shlex.split(command)
        if name == "mkdir":
            (folder / words[0]).mkdir()
            continue
        assert "licencecheck" == name
        words += ["--today", "2026-11-22"] if words[0] == "check" else []
        done = subprocess.run(
            [sys.executable, "-m", "licencecheck", *words],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert "" == done.stderr
        code = done.returncode
        if file:
            (folder / file).write_text(done.stdout, encoding="utf-8")
        else:
            lines.append(done.stdout)
    return "".join(lines)


def test_the_guide_works_from_start_to_end(tmp_path: Path) -> None:
    """Each file is written where it is named, each session prints what is shown."""
    actual = TEXT
    for block in BLOCK.finditer(TEXT):
        if block["info"] == "console":
            actual = actual.replace(block[0], f"```console\n{played(block['body'], tmp_path)}```")
        elif block["path"]:
            path = tmp_path / block["path"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block["body"], encoding="utf-8")
    if os.environ.get(UPDATE):
        GUIDE.write_text(actual, encoding="utf-8")
        return
    assert actual == TEXT


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part["path"])
def test_a_part_of_the_language_is_valid(part: re.Match[str], tmp_path: Path) -> None:
    """What is shown of a file stands in one that can be used."""
    path = tmp_path / "river-post.yaml"
    path.write_text(HEAD + part["body"], encoding="utf-8")

    assert {path.as_posix(): []} == problems([path])
    assert load_rules([path]).ruleset("river-post").rules


def test_every_section_of_a_rule_file_is_shown() -> None:
    """But for `family`, which the licences of Creative Commons need."""
    shown = {key for block in BLOCK.finditer(TEXT) for key in re.findall(r"^([a-z]+):", block["body"], re.MULTILINE)}

    assert set(rule_file_schema()["properties"]) - {"allows", "family", "layer", "members"} <= shown


def test_the_facts_of_conditions_are_listed() -> None:
    """Each with the values that it may have."""
    definitions = rule_file_schema()["$defs"]
    rows = []
    for fact in definitions["when"]["properties"]:
        value = definitions[fact]["anyOf"][0]
        values = ", ".join(f"`{one}`" for one in value["enum"]) if "enum" in value else value.get("description", "")
        values = values or {"boolean": "`true` or `false`"}.get(value["type"], "words")
        rows.append(f"| `{fact}` | {definitions[fact]['description']} | {values} |\n")
    table = "".join(["| fact | what it says | values |\n| --- | --- | --- |\n", *rows])
    place = re.compile(r"(<!-- facts: .*? -->\n).*?(<!-- end -->)", re.DOTALL)
    text = GUIDE.read_text(encoding="utf-8")
    if os.environ.get(UPDATE):
        GUIDE.write_text(place.sub(lambda match: match[1] + table + match[2], text), encoding="utf-8")
        return
    assert table in text


def test_the_skeleton_names_the_schema() -> None:
    """Editors find it where the first line of a new file says."""
    done = subprocess.run(
        [sys.executable, "-m", "licencecheck", "rules", "new", "river-post"],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    address = done.stdout.splitlines()[0].removeprefix("# yaml-language-server: $schema=")

    assert (ROOT / "rules" / "schema.json").as_uri() == address
    assert "# yaml-language-server: $schema=" in TEXT
