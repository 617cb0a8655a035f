"""The line that a finding gives to paste, put where the finding says, does what its rule asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html import escape
from pathlib import Path

import pytest

from licencecheck.catalogue import load_rules
from licencecheck.engine.inputs import Input
from licencecheck.engine.originals import Finder, Originals
from licencecheck.engine.pages import report_on
from licencecheck.model import Finding, Original, Outcome, PageReport, SiteProfile
from licencecheck.options import Options
from licencecheck.requirements.paste import credit_line

CATALOGUE = load_rules()
OPTIONS = Options(
    today=date(2026, 11, 22),
    profile=SiteProfile(kind="news", medium="web", commercial=False, hosts=("lowtide.example",), names=("Low Tide",)),
)
TEXT = (
    "The old ferry crossed the harbour again on Friday morning, for the first time in eleven years. The captain had "
    "painted the name anew, and about two hundred people stood on the quay.\n"
    "Nobody knows who paid for the paint. The mayor says that it was not the town, and the harbour master that it was "
    "not the harbour; the children who waved from the upper deck said nothing."
).splitlines()
ORIGINAL = """<!doctype html><html lang="en"><head><title>The ferry is back</title>
<meta property="og:site_name" content="{name}"><link rel="canonical" href="{url}">
<meta property="article:published_time" content="2026-10-01"></head><body><article><h1>The ferry is back</h1>
<p class="byline">By <a href="{author_url}" rel="author">Ada Holm</a>, University of Essex</p>
{text}</article></body></html>
"""
HTML = f"""<!doctype html>
<html lang="en"><head><title>A boat returns</title><meta property="og:site_name" content="Low Tide">
<meta property="article:published_time" content="2026-11-20"></head><body><article>
<h1>A boat returns</h1>
<p>{TEXT[0]}</p>
<p>{TEXT[1]}</p>
</article></body></html>
"""
MARKDOWN = f"""---
title: A boat returns
date: 2026-11-20
---
# A boat returns

{TEXT[0]}

{TEXT[1]}
"""
PAGES = {"copy.html": HTML, "copy.md": MARKDOWN}
DAY_OF_UPDATE = "no page of the original tells the day of its last update"
EXCEPTIONS = {
    ("datos-abiertos-murcia", "publication-date"): DAY_OF_UPDATE,
    ("dl-de-by-2.0", "original-link"): "the prescribed line is no sentence, and the first publisher is not known",
    ("etalab-2.0", "last-update"): DAY_OF_UPDATE,
    ("harnisch-concepts", "licence-notice"): "the prescribed line, a title, a name and a licence, may be of a picture",
}
"""Rules whose lines do not do what they ask, and why."""


def facts_of(ruleset: str) -> dict[str, str]:
    """What stands for the gaps of a line: the article as its publisher knows it."""
    rules = CATALOGUE.ruleset(ruleset)
    host = next((domain.replace("*", "en") for domain in rules.publisher.domains), "river.example")
    is_named = rules.publisher.domains or rules.layer == "publisher"
    name, url = rules.publisher.name if is_named else "River Post", f"https://{host}/2024/05/the-ferry-is-back-224106"
    party = {"publisher": name, "original": name, "url": url, "original_url": url, "original_home": f"https://{host}"}
    work = {
        "author": "Ada Holm",
        "author_url": f"https://{host}/authors/ada-holm",
        "institution": "University of Essex",
    }
    days = {"title": "The ferry is back", "year": "2026", "date": "2026-10-01"}
    return (
        party
        | work
        | days
        | {"article-id": "224106", "doi": "10.1371/ferry.224106", "holder": "Ada Holm", "history_url": f"{url}/history"}
    )


def original_of(facts: dict[str, str], folder: Path) -> Finder:
    """The article on its own page."""
    written = {name: escape(value) for name, value in facts.items()} | {"name": escape(facts["publisher"])}
    page = folder / "original.html"
    page.write_text(ORIGINAL.format(**written, text="".join(f"<p>{each}</p>" for each in TEXT)), encoding="utf-8")
    return Originals(replace(OPTIONS, original=str(page)), CATALOGUE).of


def findings_of(path: str, text: str, ruleset: str, find: Finder) -> dict[str, Finding]:
    """What is found of a copy, by rule."""
    options = replace(OPTIONS, publishers=(ruleset,))
    report = report_on(Input(path, named=True, content=text.encode()), options, CATALOGUE, find)
    assert isinstance(report, PageReport)
    return {finding.rule.name: finding for finding in report.findings}


def pasted(page: str, finding: Finding, facts: dict[str, str]) -> str:
    """The page with the line of a finding where the finding stands, its gaps filled."""
    line = finding.verdict.paste or ""
    for gap, value in facts.items():
        line = line.replace(f"{{{gap}}}", value)
    lines, number = page.splitlines(), finding.verdict.location.line or 1
    if page is MARKDOWN:
        place, written = {1: (1, [line]), 5: (5, ["", line])}.get(number, (len(lines), ["", line]))
    elif line.startswith(("<link", "<meta")):
        place, written = 2, [line]
    else:
        place, written = 4 if number <= 4 else len(lines) - 1, [f"<p>{line}</p>"]
    return "\n".join([*lines[:place], *written, *lines[place:], ""])


def unhelpful(ruleset: str, form: str, folder: Path | None = None) -> Iterator[tuple[str, str, str]]:
    """The rules that their own lines do not satisfy: what was pasted, and what is found then.

    The original is told from a `folder`; without it, a person may be asked to look.
    """
    facts, page = facts_of(ruleset), PAGES[form]
    find = original_of(facts, folder) if folder else lambda _: Original()
    accepted = {Outcome.PASS} if folder else {Outcome.PASS, Outcome.REVIEW}
    after: dict[str, dict[str, Finding]] = {}
    for name, finding in findings_of(form, page, ruleset, find).items():
        if finding.verdict.outcome is Outcome.FAIL and finding.verdict.paste is not None:
            text = pasted(page, finding, facts)
            found = after.setdefault(text, findings_of(form, text, ruleset, find) if text not in after else {})
            if found[name].verdict.outcome not in accepted:
                yield name.partition("/")[2], finding.verdict.paste, found[name].verdict.message


@pytest.mark.parametrize("ruleset", sorted(CATALOGUE.files))
def test_line_that_is_pasted_satisfies_its_rule(ruleset: str, tmp_path: Path) -> None:
    """Its gaps are filled; in the one form of page the original is told, in the other it is not."""
    problems = [*unhelpful(ruleset, "copy.html", tmp_path), *unhelpful(ruleset, "copy.md")]

    assert {each for each in EXCEPTIONS if each[0] == ruleset} == {(ruleset, name) for name, _, _ in problems}, problems


@pytest.mark.parametrize(
    ("ruleset", "rule"),
    [
        ("agencia-fapesp", "original-link"),
        ("gefira", "original-link"),
        ("liberty-nation", "link-bottom"),
        ("opednews", "original-link"),
    ],
)
def test_another_line_of_the_terms_does_not_do(
    ruleset: str, rule: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is pasted for one duty may do nothing for another: that is noticed."""
    monkeypatch.setattr("licencecheck.requirements.original_link.line_of", credit_line)

    assert rule in {name for name, _, _ in unhelpful(ruleset, "copy.html", tmp_path)}
