"""A report for people: what fails or must be looked at, why, where, and the line to paste."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from licencecheck.formats.age import age_note
from licencecheck.formats.escaping import quoted, visible
from licencecheck.formats.summary import summarise
from licencecheck.model import Finding, Level, Location, Outcome, PageReport, Report, Rule

_COLOURS = {"error": "31", "warning": "33", "review": "36", "unread": "31"}
_SHOWN = frozenset({Outcome.FAIL, Outcome.REVIEW})


def render(report: Report, stream: TextIO, *, colour: bool = False, quiet: bool = False) -> None:
    """Write `report` to `stream`; `quiet` leaves only one line for each failure and each page that was not read."""
    stream.writelines(line + "\n" for line in _lines(report, colour=colour, quiet=quiet))


def _lines(report: Report, *, colour: bool, quiet: bool) -> Iterator[str]:
    for page in sorted(report.pages, key=lambda page: page.path):
        yield from _quiet_page(page, colour) if quiet else _page(page, colour, alone=len(report.pages) == 1)
    for unread in report.unread:
        yield f"{visible(unread.path)}: {_word('unread', colour)}: {quoted(unread.reason)}"
    if quiet:
        return
    for skipped in report.skipped:
        yield f"{visible(skipped.path)}: skipped: {quoted(skipped.reason)}"
    yield from _closing(report)


def _quiet_page(page: PageReport, colour: bool) -> Iterator[str]:
    return (_headline(page, each, colour) for each in page.findings if each.verdict.outcome is Outcome.FAIL)


def _page(page: PageReport, colour: bool, *, alone: bool) -> Iterator[str]:
    findings = [finding for finding in page.findings if finding.verdict.outcome in _SHOWN]
    if findings or alone:
        yield f"{visible(page.path)}: {_decision(page)}"
    pasted: set[str] = set()
    for finding in findings:
        yield _headline(page, finding, colour)
        yield from _details(page, finding)
        yield from _paste(finding.verdict.paste, pasted)


def _decision(page: PageReport) -> str:
    """Whether the page is a repost and why, and by what it is judged."""
    judges = f"judged by {', '.join(page.rulesets)}" if page.rulesets else "--publisher ID judges it as one"
    word = "repost" if page.repost.is_repost else "perhaps a repost" if page.rulesets else "no repost"
    return f"{word}: {quoted(page.repost.reason)}; {judges}"


def _headline(page: PageReport, finding: Finding, colour: bool) -> str:
    verdict = finding.verdict
    word = _word(verdict.outcome if finding.level is Level.NONE else finding.level, colour)
    place = _place(page.path, verdict.location)
    return f"{place}: {word}: {finding.rule.name}: {quoted(verdict.message)}"


def _details(page: PageReport, finding: Finding) -> Iterator[str]:
    verdict = finding.verdict
    if terms := _terms(finding.rule):
        yield f"    terms: {terms}"
    for fact in verdict.evidence:
        if fact.location != verdict.location:
            yield f"    see:   {_place(page.path, fact.location)}: {quoted(fact.text)}"


def _paste(line: str | None, before: set[str]) -> Iterator[str]:
    """Show the line to paste, but only with the first finding of a page that it mends."""
    if line and line not in before:
        before.add(line)
        yield f"    paste: {visible(line)}"


def _terms(rule: Rule) -> str:
    """The publisher's own sentence in quotation marks, or ours without them, and where and when it was read."""
    sentence = f"“{visible(rule.quote)}”" if rule.proof.literal else visible(rule.quote)
    seen = f"{visible(rule.terms.url)}, {rule.terms.as_of}" if rule.terms.url else rule.terms.as_of
    return f"{sentence} ({seen})" if rule.quote else ""


def _closing(report: Report) -> Iterator[str]:
    for ruleset in report.rulesets:
        if note := age_note(ruleset.terms, report.today):
            yield f"{ruleset.id}: note: its terms as known here are {note}; look whether they still hold"
    counts = summarise(report)
    outcomes = ", ".join(
        f"{counts.outcomes[outcome]} {'not applicable' if outcome is Outcome.NOT_APPLICABLE else outcome}"
        for outcome in (Outcome.FAIL, Outcome.REVIEW, Outcome.PASS, Outcome.NOT_APPLICABLE)
    )
    pages = "page" if counts.pages == 1 else "pages"
    reposts = "repost" if counts.reposts == 1 else "reposts"
    yield f"{counts.pages} {pages}, {counts.reposts} {reposts}: {outcomes}; {counts.unread} unread"


def _place(path: str, location: Location) -> str:
    numbers = (str(number) for number in (location.line, location.column) if number is not None)
    return ":".join([visible(path), *numbers])


def _word(word: str, colour: bool) -> str:
    return f"\x1b[{_COLOURS[word]}m{word}\x1b[0m" if colour and word in _COLOURS else word
