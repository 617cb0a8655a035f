"""Pages that we wrote, judged through the whole pipeline: the folder is the expectation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from licencecheck.engine import run
from licencecheck.model import Finding, Outcome, SiteProfile
from licencecheck.options import Options

FIXTURES = Path(__file__).parent.parent / "fixtures"
PAGES = sorted(p for p in FIXTURES.glob("*/*/*") if p.parent.name in {"pass", "fail", "review"})
OWN = FIXTURES / "global-research" / "pass" / "own-article.html"
CREDIT = """The original source of this article is
<a href="https://www.globalresearch.ca/village-bought-own-well/5738912">Global Research</a>.<br>
Copyright © Maria Lind, Global Research, 2021"""
LINK = "https://www.globalresearch.ca/village-bought-own-well/5738912"
DUTIES = {"source-credit", "copyright-notice", "original-link"}


def expectation(page: Path) -> Mapping[str, Any]:
    """What the `expect.yaml` of the page's rule set says of it."""
    stated: Mapping[str, Any] = yaml.safe_load((page.parent.parent / "expect.yaml").read_text(encoding="utf-8"))
    found: Mapping[str, Any] = stated[page.name]
    return found


def findings(page: Path, stated: Mapping[str, Any]) -> dict[str, Finding]:
    """Findings of one page by rule id."""
    profile = {k: {"true": True, "false": False}.get(v, v) for k, v in stated.get("profile", {}).items()}
    options = Options(
        today=date(2026, 11, 22),
        publishers=(stated["publisher"],),
        original=stated.get("original"),
        profile=SiteProfile(**profile),
    )
    report = run([str(page)], options)
    assert () == report.unread
    return {finding.rule.id: finding for finding in report.pages[0].findings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(FIXTURES)))
def test_the_folder_is_the_outcome(page: Path) -> None:
    """A page in `pass` has no open question, one in `review` nothing wrong, one in `fail` something wrong."""
    outcomes = {finding.verdict.outcome for finding in findings(page, expectation(page)).values()}
    gravest = next(o for o in (Outcome.FAIL, Outcome.REVIEW, Outcome.PASS) if o in outcomes)

    assert page.parent.name == gravest.value


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(FIXTURES)))
def test_findings_stand_where_expected(page: Path) -> None:
    """Each finding that the folder's `expect.yaml` names has its outcome, and its line where one is given."""
    stated = expectation(page)
    found = findings(page, stated)
    for rule, wanted in stated.get("findings", {}).items():
        verdict = found[rule].verdict
        places = [verdict.location.line, *(fact.location.line for fact in verdict.evidence)]
        assert (rule, wanted["outcome"]) == (rule, verdict.outcome.value)
        assert wanted.get("message", verdict.message) == verdict.message
        if "lines" in wanted:
            assert wanted["lines"] == sorted({place for place in places if place})


DAMAGES = {
    "no source": ("The original source of this article is\n", "See also\n", {"source-credit"}),
    "copyright line removed": ("<br>\nCopyright © Maria Lind, Global Research, 2021", "", {"copyright-notice"}),
    "another year": ("Global Research, 2021</p>", "Global Research, 2012</p>", {"copyright-notice"}),
    "another holder": ("Maria Lind, Global Research, 2021</p>", "The Valley Herald, 2021</p>", {"copyright-notice"}),
    "home page": (LINK, "https://www.globalresearch.ca/", {"original-link"}),
    "another article": (LINK, "https://www.globalresearch.ca/ferry-strikes-north/5600001", {"original-link"}),
    "link only in the sidebar": (
        f'<a href="{LINK}">Global Research</a>',
        "Global Research",
        {"original-link"},
    ),
    "credit only in a comment": (CREDIT, "", DUTIES),
}


MESSAGES = {
    "no source": ['Expected a credit to "Global Research", found it only in the copyright notice'],
    "copyright line removed": [
        (
            'Expected a copyright notice of "Global Research", found only the site\'s own '
            '"© 2026 Harbour Street Neighbours"'
        )
    ],
    "another year": [
        'Expected a copyright notice of 2021, found "Copyright © Maria Lind, Global Research, 2012"',
    ],
    "another holder": [
        'Expected a copyright notice of "Global Research", found "Copyright © The Valley Herald, 2021"',
    ],
    "home page": ["Expected a link to the Global Research article, found a link to the home page"],
    "another article": [
        (
            "Expected a link to the Global Research article, found a link to another article, "
            '"https://www.globalresearch.ca/ferry-strikes-north/5600001"'
        )
    ],
    "link only in the sidebar": ["Expected a link to the Global Research article, found it only in the sidebar"],
    "credit only in a comment": [
        'Expected a copyright notice of "Global Research", found it only in a reader\'s comment',
        "Expected a link to the Global Research article, found it only in a reader's comment",
        'Expected a credit to "Global Research", found it only in a reader\'s comment',
    ],
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damage_fails_the_duties_that_it_touches(damage: str, tmp_path: Path) -> None:
    """What is removed or changed fails its duties and no other."""
    old, new, touched = DAMAGES[damage]
    text = OWN.read_text(encoding="utf-8")
    assert 1 == text.count(old)
    text = text.replace(old, new)
    if damage == "link only in the sidebar":
        text = text.replace("<ul>", f'<ul><li><a href="{LINK}">The village that bought its own well</a></li>')
    if damage == "credit only in a comment":
        text = text.replace("What a good idea, we should ask about ours.", CREDIT)
        text = text.replace("Global Research, March 9, 2021", "March 9, 2021")
    if damage == "no source":
        text = text.replace("Global Research, March 9, 2021", "March 9, 2021")
        text = text.replace(">Global Research</a>", ">this</a>")
    page = tmp_path / "page.html"
    page.write_text(text, encoding="utf-8")
    found = findings(page, expectation(OWN))

    assert touched == {rule for rule, f in found.items() if f.verdict.outcome is Outcome.FAIL}
    assert MESSAGES[damage] == [found[rule].verdict.message for rule in sorted(touched)]


def test_the_undamaged_page_passes_in_full() -> None:
    """The damages start from a page on which every duty passes."""
    assert {Outcome.PASS} == {f.verdict.outcome for f in findings(OWN, expectation(OWN)).values()}


def test_a_copy_that_credits_only_the_first_publisher_is_under_no_known_terms() -> None:
    """Without `--publisher` such a copy is judged as any repost: nothing on it leads to the grantor."""
    page = FIXTURES / "global-research" / "fail" / "first-publisher-only.html"
    report = run([str(page)], Options(today=date(2026, 11, 22)))

    assert ("any-repost",) == report.pages[0].rulesets
