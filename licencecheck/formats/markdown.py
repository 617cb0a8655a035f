"""A report as Markdown, for job summaries and comments on pull requests.

Words of pages stand in code only, where no renderer sees HTML, links, mentions or references.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TextIO

from licencecheck.formats.escaping import quoted, visible
from licencecheck.formats.wording import (
    SHOWN,
    WORDS,
    answers_to,
    counted,
    counts_of,
    decision_on,
    message_of,
    notes_of,
    place_of,
    proofs_of,
    rules_of,
    shown,
    terms_in,
    together,
    word_of,
)
from licencecheck.model import Finding, PageReport, Report, Unreadable

MARKER = "<!-- licencecheck -->"
"""First line, by which a comment is found again."""
_LIMIT = 60_000
"""Characters: GitHub takes comments of up to 65,536, and longer summaries nobody reads."""
_LISTED = 20
"""Pages without a verdict that are named."""
_BACKTICKS = re.compile(r"`+")


def render(report: Report, stream: TextIO) -> None:
    """Write `report`, the pages with the gravest findings first; pages for which no room is left are counted."""
    pages = _worst_first(report)
    room = _LIMIT
    for done, lines in enumerate([_head(report), *map(_page, pages)]):
        part = "".join(f"{line}\n" for line in lines)
        room -= len(part)
        if room < 0:
            stream.write(f"\nNo room for {len(pages) + 1 - done} more pages: the other formats hold them all.\n")
            return
        stream.write(part)


def _worst_first(report: Report) -> list[PageReport]:
    def gravity(page: PageReport) -> tuple[int, str]:
        return min(WORDS.index(word_of(finding)) for finding in _shown(page)), page.path

    return sorted((page for page in report.files if _shown(page)), key=gravity)


def _shown(page: PageReport) -> list[Finding]:
    return [finding for finding in page.findings if finding.verdict.outcome in SHOWN]


def _head(report: Report) -> Iterator[str]:
    yield from (MARKER, "## licencecheck", "", counts_of(report))
    yield from _list("Not read", report.unread)
    yield from _list("Skipped", report.skipped)
    for note in notes_of(report):
        yield from ("", _code(note))


def _list(title: str, pages: tuple[Unreadable, ...]) -> Iterator[str]:
    if pages:
        yield from ("", f"### {title}", "")
        yield from (f"- {_code(visible(page.path))}: {_code(quoted(page.reason))}" for page in pages[:_LISTED])
        if len(pages) > _LISTED:
            yield f"- and {len(pages) - _LISTED} more"


def _page(page: PageReport) -> Iterator[str]:
    counts = Counter(word_of(finding) for finding in _shown(page))
    words = ", ".join(counted(counts[word], word) for word in WORDS if counts[word])
    path = html.escape(visible(page.path))
    yield from ("", f"<details><summary><code>{path}</code>: {words}</summary>", "", _code(decision_on(page)))
    told: set[str] = set()
    for group in together(_shown(page)):
        yield from _told(group, told)
    yield from ("", "</details>")


def _told(group: Sequence[Finding], told: set[str]) -> Iterator[str]:
    """Tell findings that one line mends; what to paste, and the options that answer, only if not `told` before."""
    verdict = group[0].verdict
    yield from ("", f"**{word_of(group[0])}** {_code(rules_of(group))} at {_code(place_of(verdict.location))}", "")
    yield _code(message_of(group))
    for terms in terms_in(group):
        yield from ("", f"Terms: {_code(terms)}")
    for fact in dict.fromkeys(fact for finding in group for fact in proofs_of(finding.verdict)):
        yield from ("", f"See {_code(place_of(fact.location))}: {_code(shown(fact))}")
    paste = visible(verdict.paste or "")
    if paste and paste not in told:
        fence = _fence(paste, 3)
        yield from ("", "Paste:", "", f"{fence}text", paste, fence)
    options = [option for option in answers_to(group[0]) if option not in told]
    if options:
        yield from ("", f"Answer: {_code(' '.join(options))}")
    told.update(options, [paste])


def _code(text: str) -> str:
    if not text:
        return ""
    fence = _fence(text, 1)
    return f"{fence} {text} {fence}" if "`" in text else f"{fence}{text}{fence}"


def _fence(text: str, least: int) -> str:
    longest = max((len(run) for run in _BACKTICKS.findall(text)), default=0)
    return "`" * max(least, longest + 1)
