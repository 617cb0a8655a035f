"""`licencecheck rules draft`: terms in, a rule file or JSON out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from licencecheck import cli
from licencecheck.catalogue import load_rules
from licencecheck.documents.fetch import Fetched

TERMS = "You may republish this article if you name the source and link to the original article.\n"


def run(monkeypatch: pytest.MonkeyPatch, *words: str | Path) -> int:
    monkeypatch.setattr("sys.argv", ["licencecheck", "rules", "draft", *map(str, words)])
    with pytest.raises(SystemExit) as left:
        cli.main()
    return int(left.value.code or 0)


def test_json(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """One line with the permission, and each rule with its quote."""
    page = tmp_path / "terms.txt"
    page.write_text(TERMS, encoding="utf-8")

    assert 0 == run(monkeypatch, page, "--format", "json")

    told = json.loads(capsys.readouterr().out)
    assert "granted" == told["permission"]
    assert {"source-credit", "original-link"} == {rule["requires"] for rule in told["rules"]}
    assert {TERMS.strip()} == {rule["quote"] for rule in told["rules"]}


def test_rule_file_is_one_that_can_be_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written judges pages at once, for review."""
    page, rules = tmp_path / "terms.md", tmp_path / "rules"
    page.write_text(TERMS, encoding="utf-8")
    rules.mkdir()

    assert 0 == run(monkeypatch, page, "--today", "2026-11-22", "-o", rules / "drafted.yaml")

    ruleset = load_rules([rules]).ruleset("unknown-publisher")
    assert {"machine"} == {rule.proof.value for rule in ruleset.rules}


def test_page_without_terms(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is said that the rule set holds none, on the error stream."""
    page = tmp_path / "terms.txt"
    page.write_text("The ferry stops at three islands.\n", encoding="utf-8")

    assert 0 == run(monkeypatch, page)
    assert "terms.txt: no terms were found" in capsys.readouterr().err


def test_page_that_cannot_be_read(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """It is said plainly, with the exit code for a job not done."""
    assert 2 == run(monkeypatch, "no-such-page.html")
    assert "no-such-page.html: The file does not exist" in capsys.readouterr().err


def test_words_of_a_page_obey_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Control and reordering characters of a page do not reach the terminal."""
    page = tmp_path / "terms.txt"
    page.write_text("You may republish \x1b[31m\u202e this article if you name the source.", encoding="utf-8")

    assert 0 == run(monkeypatch, page)
    written = capsys.readouterr().out

    assert not {"\x1b", "\u202e"} & set(written)


def test_address(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A page is fetched if its address is named; what keeps it from being fetched is said plainly."""
    asked: list[str] = []

    def fetched(url: str, *, max_bytes: int, **_: object) -> Fetched:
        asked.append(url)
        return Fetched(url=url, data=f"<p>{TERMS}".encode(), kind="html")

    monkeypatch.setattr("licencecheck.documents.fetch.fetch", fetched)

    assert 0 == run(monkeypatch, "https://river.example/terms", "--format", "json")
    assert ["https://river.example/terms"] == asked
    assert "granted" == json.loads(capsys.readouterr().out)["permission"]


def test_address_that_is_not_public(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The command has no way around the guards."""
    assert 2 == run(monkeypatch, "http://127.0.0.1:9/terms")
    assert "The host 127.0.0.1 is not on the public internet" in capsys.readouterr().err
