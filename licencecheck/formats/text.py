"""A report for people: what fails or must be looked at, why, where, and the line to paste."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TextIO

from licencecheck.formats.escaping import printable_path, quoted, visible
from licencecheck.formats.wording import (
    SHOWN,
    Questions,
    answers_to,
    counts_of,
    decision_on,
    lacking_original,
    message_of,
    notes_of,
    place_of,
    proofs_of,
    question_of,
    repeated_questions,
    rules_of,
    shown,
    terms_in,
    terms_of,
    together,
    word_of,
)
from licencecheck.model import Change, Conflict, Finding, Outcome, PageReport, Report

_COLOURS = {"error": "31", "warning": "33", "review": "36", "unread": "31"}


def render(report: Report, stream: TextIO, *, colour: bool = False, quiet: bool = False) -> None:
    """Write `report` to `stream`; `quiet` leaves only one line for each failure and each page that was not read."""
    stream.writelines(line + "\n" for line in _lines(report, colour=colour, quiet=quiet))


def _lines(report: Report, *, colour: bool, quiet: bool) -> Iterator[str]:
    asked, told = repeated_questions(report), set[str]()
    alone = len(report.pages) == 1
    for page in report.files:
        yield from _quiet_page(page, colour) if quiet else _page(page, colour, asked, told, alone=alone)
    if not quiet:
        yield from _asked(asked, told, colour)
    for unread in report.unread:
        yield f"{printable_path(unread.path)}: {_word('unread', colour)}: {quoted(unread.reason)}"
    if quiet:
        return
    for skipped in report.skipped:
        yield f"{printable_path(skipped.path)}: skipped: {quoted(skipped.reason)}"
    yield from notes_of(report)
    if report.pages or report.unread or report.skipped or not report.notes:
        yield counts_of(report)


def _quiet_page(page: PageReport, colour: bool) -> Iterator[str]:
    return (_headline((each,), colour) for each in page.findings if each.verdict.outcome is Outcome.FAIL)


def _page(page: PageReport, colour: bool, asked: Questions, told: set[str], *, alone: bool) -> Iterator[str]:
    shown_here = (finding for finding in page.findings if finding.verdict.outcome in SHOWN)
    findings = [finding for finding in shown_here if question_of(finding) not in asked]
    if findings or alone or (page.original and page.original.trouble):
        yield f"{printable_path(page.path)}: {decision_on(page)}"
    pasted, changes = set[str](), set[Change]()
    for group in together(finding for finding in findings if not finding.verdict.lacks_original):
        yield _headline(group, colour)
        yield from _details(group, changes)
        yield from _paste(group[0].verdict.paste, pasted)
        yield from _answer(group[0], told)
    if lacking := lacking_original(page, findings):
        yield f"{printable_path(page.path)}: {_word('review', colour)}: {lacking}"


def _asked(asked: Questions, told: set[str], colour: bool) -> Iterator[str]:
    """Show the questions whose one answer holds for several pages."""
    for (rule, message), findings in asked.items():
        yield f"{len(findings)} pages: {_word('review', colour)}: {rule}: {quoted(message)}"
        if terms := terms_of(findings[0].rule):
            yield f"    terms: {terms}"
        yield from _answer(findings[0], told)


def _headline(group: Sequence[Finding], colour: bool) -> str:
    place, word = place_of(group[0].verdict.location), _word(word_of(group[0]), colour)
    return f"{place}: {word}: {rules_of(group)}: {message_of(group)}"


def _details(group: Sequence[Finding], before: set[Change]) -> Iterator[str]:
    """Show what findings rest on; a change of the text only with the first finding of a page that tells it."""
    yield from (f"    terms: {terms}" for terms in terms_in(group))
    for fact in dict.fromkeys(fact for finding in group for fact in proofs_of(finding.verdict)):
        if isinstance(fact, Change):
            if fact in before:
                continue
            before.add(fact)
        # What contradicts itself is told in our own words, which the message has already
        words = "" if isinstance(fact, Conflict) else f": {shown(fact)}"
        yield f"    see:   {place_of(fact.location)}{words}"


def _paste(line: str | None, before: set[str]) -> Iterator[str]:
    """Show the line to paste, but only with the first finding of a page that it mends."""
    if line and line not in before:
        before.add(line)
        yield f"    paste: {visible(line)}"


def _answer(finding: Finding, before: set[str]) -> Iterator[str]:
    """Show the options that answer a question, each only with the first finding of the run that asks it."""
    options = [option for option in answers_to(finding) if option not in before]
    before.update(options)
    if options:
        yield f"    answer: {' '.join(options)}"


def _word(word: str, colour: bool) -> str:
    return f"\x1b[{_COLOURS[word]}m{word}\x1b[0m" if colour and word in _COLOURS else word
