"""For every bundled rule set, an article that credits nobody is mended until it passes what a page can pass."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import licencecheck
from licencecheck.catalogue import load_rules
from licencecheck.model import Finding, FixedPage, Outcome
from licencecheck.trials.pages import html, markdown, original
from licencecheck.trials.parts import Kind, Part, Piece, Slot
from licencecheck.trials.sample import SITE_HOST, TODAY, sample_of

CATALOGUE = load_rules()
FORMS = {"page.html": html, "page.md": markdown}
URL = f"https://{SITE_HOST}/ferry"
BEYOND = {
    "author-link": "the original does not link its author",
    "excerpt-limit": "the article is there in full",
    "identifier": "the original gives no number",
    "licence-text": "the text of a licence is no line",
    "logo": "the picture is the publisher's",
    "title-unchanged": "another title is for a person to find",
}
"""Types of duties that no line fulfils, as far as the original tells, and why."""
QUESTIONS = ("copyright-notice", "embargo", "time-limit")
"""Types that ask a person about the original, or about the day of the copy."""


def is_done(finding: Finding, reasons: dict[str, str]) -> bool:
    """Whether a rule is content, or what it asks is beyond the page, or a question to a person."""
    types = {finding.rule.requires, *(one.requires for one in finding.rule.any_of)}
    if finding.verdict.outcome is Outcome.FAIL:
        return not types.isdisjoint(BEYOND) or "not known" in reasons[finding.rule.name]
    if finding.verdict.outcome is Outcome.REVIEW:
        return not types.isdisjoint(QUESTIONS) or "this rule does not apply" in finding.verdict.message
    return True


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", sorted(CATALOGUE.files))
def test_an_uncredited_article_passes_once_it_is_mended(name: str, form: str, tmp_path: Path) -> None:
    """`check` finds nothing that a page can fulfil, and a second run finds nothing to do."""
    sample = sample_of(CATALOGUE.ruleset(name))
    headline = Part(kind=Kind.HEADLINE, slot=Slot.TOP, pieces=(Piece(sample.article.title),))
    page, source = tmp_path / form, tmp_path / "original.html"
    page.write_bytes(FORMS[form]([headline], sample))
    source.write_bytes(original(sample))
    known: dict[str, Any] = {"publishers": [name], "url": URL, "original": str(source), "profile": sample.profile}
    known["today"] = TODAY

    [fixed] = licencecheck.fix(page, write=True, **known)

    assert isinstance(fixed, FixedPage)
    [report] = licencecheck.check(page, **known).pages
    assert report.findings == fixed.report.findings
    reasons = {left.finding.rule.name: left.reason for left in fixed.unfixed}
    assert [] == [finding.verdict.message for finding in report.findings if not is_done(finding, reasons)]
    content = page.read_bytes()
    [again] = licencecheck.fix(page, write=True, **known)
    assert isinstance(again, FixedPage)
    assert ((), content) == (again.fixes, page.read_bytes())
