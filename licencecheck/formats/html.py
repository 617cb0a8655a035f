"""A report as one HTML page without network and script: every verdict with its proof, in reach of the keyboard.

Its content security policy forbids to load or run anything, whatever a page may have smuggled in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from importlib.resources import files
from typing import TextIO

from licencecheck.formats.age import day_of
from licencecheck.formats.escaping import quoted, visible
from licencecheck.formats.summary import summarise
from licencecheck.formats.wording import (
    SHOWN,
    WORDS,
    answers_to,
    counted,
    counts_of,
    decision_on,
    notes_of,
    place_of,
    shown,
    web_address,
    word_of,
)
from licencecheck.model import Finding, Level, Outcome, PageReport, Report, Rule, Unreadable
from licencecheck.version import __version__

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_CODE, _AS_CODE = re.compile(r"`([^`]+)`"), r"<code>\1</code>"
"""Names of keys and options within a message."""
_SHOWN_FIRST = {"error", "warning", "note", "review"}


def render(report: Report, stream: TextIO) -> None:
    """Write `report` as a page."""
    stream.writelines(line + "\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield "<!doctype html>"
    yield '<html lang="en">'
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width">'
    yield "<title>licencecheck report</title>"
    yield f"<style>\n{files(__package__).joinpath('html.css').read_text(encoding='utf-8')}</style>"
    yield '<a class="skip" href="#pages">To the pages</a>'
    yield f"<header><h1>licencecheck report</h1><p>{counts_of(report)}</p>"
    yield from _filter(report)
    yield "</header>"
    yield '<main id="pages" tabindex="-1">'
    yield from _list("Not read", report.unread)
    for page in report.files:
        if page.findings:
            yield from _page(page)
    yield from _list("Skipped", report.skipped)
    yield "</main>"
    yield from _footer(report)
    yield "</html>"


def _filter(report: Report) -> Iterator[str]:
    counts = summarise(report)
    yield "<fieldset><legend>Show</legend>"
    for word in WORDS:
        count = counts.levels[Level(word)] if word in {"error", "warning", "note"} else counts.outcomes[Outcome(word)]
        checked = " checked" if word in _SHOWN_FIRST else ""
        yield f'<label><input type="checkbox" id="{word}"{checked}> {counted(count, word)}</label>'
    yield "</fieldset>"


def _list(title: str, pages: tuple[Unreadable, ...]) -> Iterator[str]:
    if pages:
        yield f"<section><h2>{title}</h2><ul>"
        yield from (
            f"<li><code>{_text(visible(page.path))}</code>: {_text(quoted(page.reason))}</li>" for page in pages
        )
        yield "</ul></section>"


def _page(page: PageReport) -> Iterator[str]:
    yield f"<section><h2><code>{_text(visible(page.path))}</code></h2>"
    yield f'<p class="reason">{_text(decision_on(page))}</p>'
    for finding in page.findings:
        yield from _finding(finding)
    yield "</section>"


def _finding(finding: Finding) -> Iterator[str]:
    verdict, rule, word = finding.verdict, finding.rule, word_of(finding)
    yield f'<article class="{word}"><h3><span class="word">{word}</span> {_text(rule.name)}</h3>'
    yield f"<p>{_CODE.sub(_AS_CODE, _text(quoted(verdict.message)))}</p><dl>"
    yield f"<dt>Place</dt><dd><code>{_text(place_of(verdict.location))}</code></dd>"
    if rule.quote:
        yield f"<dt>Terms</dt><dd>{_terms(rule)}</dd>"
    for fact in verdict.evidence:
        place = _text(place_of(fact.location))
        yield f'<dt>Proof</dt><dd>{_text(shown(fact))} <span class="where"><code>{place}</code></span></dd>'
    if verdict.paste and verdict.outcome in SHOWN:
        yield f'<dt>Paste</dt><dd><pre tabindex="0">{_text(visible(verdict.paste))}</pre></dd>'
    if options := " ".join(answers_to(finding)):
        yield f"<dt>Answer</dt><dd><code>{_text(options)}</code></dd>"
    yield "</dl></article>"


def _terms(rule: Rule) -> str:
    quote = f"<q>{_text(visible(rule.quote))}</q>" if rule.proof.literal else _text(visible(rule.quote))
    seen, url = _text(day_of(rule.terms)), web_address(rule.terms)
    return f'{quote} (<a href="{escape(url)}" rel="noreferrer">{seen}</a>)' if url else f"{quote} ({seen})"


def _footer(report: Report) -> Iterator[str]:
    yield f"<footer><p>licencecheck {__version__}, for {report.today.isoformat()}. No legal advice.</p>"
    yield from (f"<p>{_text(note)}</p>" for note in notes_of(report))
    yield "</footer>"


def _text(text: str) -> str:
    """Isolate the direction of words, which may be of any script, and let no character be markup."""
    return f"<bdi>{escape(text)}</bdi>"
