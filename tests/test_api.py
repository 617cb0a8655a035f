"""The public API: small, typed, documented, and cheap to import."""

from __future__ import annotations

import inspect
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

import licencecheck
from licencecheck import ConfigurationError, Outcome, Report, Unreadable, UsageError
from tests.conftest import ROOT

HEAVY = {"lxml", "yaml", "typer", "rich", "readability", "jsonschema", "rapidfuzz", "markdown_it", "charset_normalizer"}
FAILING = ROOT / "fixtures/global-research/fail/third-party-article.html"


@pytest.mark.parametrize("name", licencecheck.__all__)
def test_every_public_name_exists_and_is_documented(name: str) -> None:
    """What `__all__` lists can be imported and tells what it is."""
    value = getattr(licencecheck, name)
    assert isinstance(value, str) or inspect.getdoc(value)


def test_other_names_do_not_exist() -> None:
    """A name that is not public is an AttributeError, and type checkers know: strict mypy wants the comment used."""
    with pytest.raises(AttributeError):
        _ = licencecheck.nonsense  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"publishers": "grist"}, r"publishers: expected a list of ids, as in \['grist'\]"),
        ({"today": "2026-01-01"}, "today: expected a datetime.date, found '2026-01-01'"),
        ({"today": datetime(2026, 1, 1, tzinfo=UTC)}, "today: expected a datetime.date, found datetime"),
    ],
)
def test_arguments_of_the_wrong_type_are_wrong_usage(arguments: dict[str, Any], message: str) -> None:
    """Who does not check types is told what would be right."""
    with pytest.raises(UsageError, match=message):
        licencecheck.check(FAILING, **arguments)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"kind": "blog"}, "kind: expected one of personal, community, .*, found 'blog'"),
        ({"medium": "paper"}, "medium: expected one of web, print, .*, found 'paper'"),
        ({"commercial": "perhaps"}, "commercial: expected True, False or None, found 'perhaps'"),
    ],
)
def test_profile_that_no_condition_understands_is_wrong_usage(arguments: dict[str, Any], message: str) -> None:
    """As on the command line."""
    with pytest.raises(UsageError, match=message):
        licencecheck.SiteProfile(**arguments)


def test_importing_loads_nothing_heavy() -> None:
    """`import licencecheck` loads no library and not even the model."""
    code = "import licencecheck, sys; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    loaded = set(done.stdout.split())
    assert set() == loaded & (HEAVY | {"licencecheck.model", "dataclasses"})


def test_check_judges_a_page() -> None:
    """A page is judged by the rule set that is named."""
    report = licencecheck.check(FAILING, publishers=["global-research"])
    assert isinstance(report, Report)
    assert {"global-research/original-link"} == {
        finding.rule.name
        for page in report.pages
        for finding in page.findings
        if finding.verdict.outcome is Outcome.FAIL
    }


def test_check_takes_a_configuration(tmp_path: Path) -> None:
    """Its ignores and profile hold; a profile that is given stands in place of its own."""
    (tmp_path / "post.html").write_bytes(FAILING.read_bytes())
    config = tmp_path / "site.yml"
    config.write_text(
        "profile: {kind: community, commercial: no}\n"
        "ignore: [{path: /post.html, rule: original-link, reason: The link is asked for}]\n"
    )

    def outcome(rule: str, **given: Any) -> Outcome:
        report = licencecheck.check(tmp_path / "post.html", publishers=["global-research"], config=config, **given)
        (page,) = report.pages
        assert ["original-link"] == [one.finding.rule.id for one in page.excused]
        return next(finding.verdict.outcome for finding in page.findings if finding.rule.id == rule)

    assert Outcome.PASS is outcome("permission")
    assert Outcome.REVIEW is outcome("permission", profile=licencecheck.SiteProfile())


def test_a_configuration_that_cannot_be_used_is_an_error(tmp_path: Path) -> None:
    """With its line, as on the command line."""
    (tmp_path / "site.yml").write_text("profil: {}\n")
    with pytest.raises(ConfigurationError, match=r"site\.yml:1: .*profile"):
        licencecheck.check(FAILING, config=tmp_path / "site.yml")


def test_check_refuses_a_path_that_does_not_exist(tmp_path: Path) -> None:
    """A path that is not there is an error of the caller."""
    with pytest.raises(UsageError):
        licencecheck.check(tmp_path / "nothing.html")


def test_extract_reads_a_page_with_its_main_text() -> None:
    """A page is read whole, without being judged."""
    (page,) = licencecheck.extract(FAILING)
    assert not isinstance(page, Unreadable)
    assert page.main_text is not None
    assert "For sixty years the morning ferry" in page.main_text.text


def test_load_rules_gives_the_rule_sets() -> None:
    """A bundled rule set is found by its id."""
    assert "Global Research" == licencecheck.load_rules().ruleset("global-research").publisher.name
