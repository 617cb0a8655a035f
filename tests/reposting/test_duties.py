"""Every duty of a rule set is told before reposting, or does not concern this copy for a reason that is told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

import licencecheck
from licencecheck.formats.terms import as_data, expected_of, question_of, render
from licencecheck.model import Finding, OriginalTerms, Rule, SiteProfile
from licencecheck.requirements import facets
from tests.reposting.making import MORE, TEXT, told_of

RULESETS = sorted(licencecheck.load_rules().files)
PLAIN = f"<p>{TEXT}</p><p>{MORE}</p>"
RICH = (
    '<figure><img src="/ferry.jpg" alt="The ferry"><figcaption>The ferry. Photo: Ann Lens</figcaption></figure>'
    f'<p>{TEXT} See <a href="https://tides.example/table">the table</a>.</p>'
    f'<iframe src="https://www.youtube.com/embed/abc123"></iframe><p>{MORE}</p>'
    "<p>Disclaimer: This article is for information only and is no advice.</p><p>© 2024 Jane Doe</p>"
)
SITE = SiteProfile(kind="news", medium="web", commercial=False)
ABSENT = frozenset(
    ["The original has no copyright notice", "No line of the terms fits this use", "The terms name no licence",
     "The servers of the publisher are not known", "The page shows no picture of the original",
     "The original embeds nothing", "The text of the original has no links", "The original has no title",
     "Found no picture of the original", "Found no picture"]
)  # fmt: skip
"""Why a duty plainly does not concern a copy of this article."""
CHOICES = ("page is", "text was")


def parts(rule: Rule) -> Iterator[str]:
    yield from (part.name for part in facets(rule))


def told_parts(found: OriginalTerms) -> list[Finding]:
    return [*found.grants, *found.conditions, *found.questions]


def is_choice(finding: Finding) -> bool:
    """Whether a rule leaves a choice and asks for nothing."""
    return finding.rule.parameters in ({"title": "may-change"}, {"is": "granted"})


@pytest.mark.parametrize("text", [PLAIN, RICH], ids=["plain", "rich"])
@pytest.mark.parametrize("ruleset", RULESETS)
def test_no_duty_is_left_out(ruleset: str, text: str, tmp_path: Path) -> None:
    """Each part of each rule is told once; what is not asked says why, and never because the copy might comply."""
    found = told_of(ruleset, tmp_path, text=text, profile=SITE)
    everything = [name for each in found.rulesets for rule in each.rules for name in parts(rule)]
    assert sorted(everything) == sorted(finding.rule.name for finding in (*told_parts(found), *found.not_asked))

    for finding in found.not_asked:
        why = finding.verdict.message
        if why.startswith("Asked ") and not is_choice(finding):
            assert not any(choice in why for choice in CHOICES), finding.rule.name
        else:
            assert why.partition(" from ")[0] in ABSENT or is_choice(finding), (finding.rule.name, why)


@pytest.mark.parametrize(
    ("ruleset", "asked"),
    [
        ("knowable-magazine", "Keep the title of the original, unless the answer is yes to “Has Knowable Magazine"),
        ("the-texan", "Keep the title of the original"),
        ("carbon-brief", "Do not translate it"),
        ("carbon-brief", "Name the title of the original"),
        ("oopsnews", "Let readers and search engines follow the link to the original: never “nofollow”"),
        ("oopsnews", "Take no more of the text than the terms allow: at most 1,000 characters"),
        ("nasa", "Leave the publisher's logo off"),
        ("matter-news", "Keep what the original embeds"),
        ("waging-nonviolence", "Name the source of the article: at the top"),
        ("opensource-com", "Credit those who made the pictures"),
    ],
)
def test_what_a_copy_may_yet_break_is_asked(ruleset: str, asked: str, tmp_path: Path) -> None:
    """The original would comply with it, being its own copy."""
    found = told_of(ruleset, tmp_path, text=RICH, profile=SITE)

    assert any(expected_of(finding).startswith(asked) for finding in found.conditions)


def test_lines_that_a_machine_may_overlook_are_a_question(tmp_path: Path) -> None:
    """A disclaimer may stand in words that nobody knows."""
    questions = [question_of(finding) for finding in told_of("carbon-brief", tmp_path).questions]

    why = "The original shows nothing that is known as the disclaimer"
    assert f"Check that `disclaimer-kept` is not asked here: {why}" in questions


def test_what_a_person_has_answered_is_not_asked_again(tmp_path: Path) -> None:
    """The profile records it; `not_asked` still shows it."""
    answer = licencecheck.Attestation(id="knowable-magazine/no-bulk", answer="no", who="Jane Doe", on=date(2026, 1, 31))
    found = told_of("knowable-magazine", tmp_path, profile=SiteProfile(attestations=(answer,)))

    assert "knowable-magazine/no-bulk" not in {finding.rule.name for finding in told_parts(found)}
    assert "knowable-magazine/no-bulk" in {finding["rule"] for finding in as_data(found)["not_asked"]}


WAITING = """id: slow-river
publisher: {name: Slow River, domains: [slow.example]}
terms: {url: "https://slow.example/terms", as_of: 2026-11, compiled: 2026-11-22}
permission: [{is: granted, quote: "you may republish our articles"}]
rules:
  - {requires: embargo, days: 7, quote: "after a week"}
  - {requires: time-limit, days: 90, quote: "within ninety days"}
  - {requires: time-limit, id: kept, days: 90, limits: keeping, level: should, quote: "within ninety days"}
"""
WAIT = "a copy not before 2026-11-17, 7 days after the original"


def answer_on(day: date, folder: Path) -> OriginalTerms:
    """Ask on a day for an article of 10 November 2026."""
    page = folder / "ferry.html"
    page.write_text(
        '<title>Ferry</title><meta property="article:published_time" content="2026-11-10">'
        f"<article><h1>Ferry</h1><p>By Ann Example</p>{PLAIN}</article>",
        encoding="utf-8",
    )
    (folder / "rules").mkdir()
    (folder / "rules/slow-river.yaml").write_text(WAITING, encoding="utf-8")
    url = "https://slow.example/ferry"
    found = licencecheck.terms(page, url=url, publishers=["slow-river"], rule_folders=[folder / "rules"], today=day)
    assert isinstance(found, OriginalTerms)
    return found


def headline(found: OriginalTerms) -> str:
    text = StringIO()
    render(found, text)
    return text.getvalue().splitlines()[0]


@pytest.mark.parametrize("day", [date(2026, 11, 10), date(2026, 11, 11), date(2026, 11, 16)])
def test_day_from_which_an_embargo_allows_it(day: date, tmp_path: Path) -> None:
    """It is named, first of all; a program that asks today is told no."""
    found = answer_on(day, tmp_path)

    assert (
        headline(found) == "May I repost this? Not before 2026-11-17; from then on: yes, if you do what is asked below"
    )
    assert ("no", "2026-11-17") == (as_data(found)["answer"], as_data(found)["not_before"])
    assert f"Expected {WAIT}, found {day.isoformat()}" in [finding.verdict.message for finding in found.grants]


@pytest.mark.parametrize("day", [date(2026, 11, 17), date(2026, 11, 23)])
def test_embargo_that_is_over_is_fulfilled(day: date, tmp_path: Path) -> None:
    """There is no page yet whose day could be asked for."""
    found = answer_on(day, tmp_path)

    assert headline(found) == "May I repost this? Yes, if you do what is asked below"
    assert f"Found {WAIT}" in [finding.verdict.message for finding in found.grants]
    assert () == found.questions
    assert None is as_data(found)["not_before"]


def test_last_day_of_a_time_limit(tmp_path: Path) -> None:
    """Until it has come it is asked, as far as the copy is to be taken off."""
    assert [
        "a copy posted by 2027-02-08, 90 days after the original",
        "a copy that is taken off after 2027-02-08, 90 days after the original",
    ] == [expected_of(finding) for finding in answer_on(date(2027, 2, 8), tmp_path).conditions]


def test_time_limit_that_has_run_out_is_a_no(tmp_path: Path) -> None:
    """No copy can mend it."""
    found = answer_on(date(2027, 2, 9), tmp_path)

    assert headline(found) == "May I repost this? No, unless the publisher permits it"
    why = "Expected a copy posted by 2027-02-08, 90 days after the original, found 2027-02-09"
    assert why in [finding.verdict.message for finding in found.grants]
    assert ["slow-river/kept"] == [finding.rule.name for finding in found.conditions]
