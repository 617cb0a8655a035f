"""What holds for an article before it is reposted: as text for people, as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import TextIO

from licencecheck.formats import draft
from licencecheck.formats.age import day_of
from licencecheck.formats.escaping import printable, quoted, visible
from licencecheck.formats.json_writing import Object, one_line
from licencecheck.model import STATED, Finding, OriginalTerms, Outcome, Proof, RuleSet

SCHEMA_VERSION = 1
_CUT = ", found "
_HEADLINES = {
    "yes": "Yes, if you do what is asked below",
    "no": "No, unless the publisher permits it",
    "ask": "Not sure yet: see what is to be asked",
}
_AT = {"anywhere": "", "top": ", at the top of the article", "bottom": ", after the article"}
_ANSWERS = {Outcome.PASS: "yes", Outcome.FAIL: "no", Outcome.REVIEW: "ask", Outcome.NOT_APPLICABLE: "not-asked"}


def render(told: OriginalTerms, stream: TextIO) -> None:
    """Write the answer to "may I repost this?" as text."""
    stream.writelines(line + "\n" for line in _lines(told))


def render_json(told: OriginalTerms, stream: TextIO) -> None:
    """Write the same as one line of JSON, as `terms.schema.json` says."""
    stream.write(one_line(as_data(told)))


def expected_of(finding: Finding) -> str:
    """What a condition asks for, without what a bare copy lacks."""
    message = finding.verdict.message
    wanted = message.rpartition("Expected ")[2]
    return wanted.partition(_CUT)[0] if wanted != message else message


def question_of(finding: Finding) -> str:
    """What a person must find out; of a duty that is perhaps asked, with what it would be."""
    message = finding.verdict.message
    head, expects, thing = message.rpartition(": Expected ")
    return f"{head.partition(': ')[2]}, this is asked: {thing.partition(_CUT)[0]}" if expects else message


def as_data(told: OriginalTerms) -> Object:
    """Give the answer as plain data."""
    page = told.page
    return {
        "schema_version": SCHEMA_VERSION,
        "path": page.path,
        "url": page.url,
        "title": page.title,
        "authors": list(page.authors),
        "published": page.published.isoformat() if page.published else None,
        "language": page.language,
        "publisher": told.publisher,
        "origin": list(told.origin),
        "today": told.today.isoformat(),
        "answer": told.answer,
        "rulesets": [_ruleset(ruleset) for ruleset in told.rulesets],
        "markers": list(told.markers),
        "doubts": list(told.doubts),
        "grants": [_finding(finding) for finding in told.grants],
        "conditions": [{**_finding(finding), "expected": expected_of(finding)} for finding in told.conditions],
        "questions": [_finding(finding) for finding in told.questions],
        "not_asked": [_finding(finding) for finding in told.not_asked],
        "not_before": told.not_before.isoformat() if told.not_before else None,
        "credit": {
            "html": told.credits.html,
            "markdown": told.credits.markdown,
            "text": told.credits.text,
            "front_matter": told.credits.front_matter,
            "head": list(told.credits.head),
            "gaps": list(told.credits.gaps),
            "notes": list(told.credits.notes),
            "placed": [asdict(placed) for placed in told.credits.placed],
        },
        "draft": draft.as_data(told.draft) if told.draft else None,
    }


def _lines(told: OriginalTerms) -> Iterator[str]:
    """The sections that have something to say, with an empty line between them."""
    sections = (_answer(told), _article(told), _conditions(told), _confirmations(told), *_credits(told))
    for number, section in enumerate(filter(None, map(list, sections))):
        yield from ["", *section] if number else section


def _answer(told: OriginalTerms) -> Iterator[str]:
    yield f"May I repost this? {_headline(told)}"
    for finding in told.grants:
        yield from _told(f"{_ANSWERS[finding.verdict.outcome]}: {visible(finding.verdict.message)}", finding)
    yield from (f"  - ask: {visible(doubt)}" for doubt in told.doubts)
    if not told.grants:
        yield "  - ask: The terms do not say; the publisher can"


def _article(told: OriginalTerms) -> Iterator[str]:
    page = told.page
    yield visible(page.title or page.path)
    facts = {
        "by": ", ".join(page.authors),
        "published": page.published and page.published.isoformat(),
        "publisher": told.publisher or "not told by the page",
        "first published by": ", then ".join(told.origin),
        "address": page.url,
    }
    yield from (f"  {name}: {visible(value)}" for name, value in facts.items() if value)
    yield from (f"  terms: {visible(_terms_of(ruleset))}" for ruleset in told.rulesets)
    yield from (f"  note: {visible(marker)}" for marker in told.markers)


def _conditions(told: OriginalTerms) -> Iterator[str]:
    yield "What is asked:"
    for finding in told.conditions:
        wish = "" if finding.rule.level == "must" else " (wished for)"
        yield from _told(visible(expected_of(finding)) + wish, finding)
    if not told.conditions:
        wanted = told.answer == "no" or any(map(_is_on_request, told.grants))
        yield "  - the publisher's permission" if wanted else "  - nothing that a page can show"


def _is_on_request(finding: Finding) -> bool:
    return finding.rule.requires == "permission" and finding.verdict.outcome is Outcome.REVIEW


def _confirmations(told: OriginalTerms) -> Iterator[str]:
    notes = [note.text for ruleset in told.rulesets if ruleset.path == STATED for note in ruleset.notes]
    if told.questions or notes:
        yield "What you must confirm:"
    for finding in told.questions:
        yield from _told(visible(question_of(finding)), finding)
    yield from (f"  - {visible(note)}" for note in notes)


def _credits(told: OriginalTerms) -> Iterator[Iterable[str]]:
    """A section for each form of the credit, and for what is to be known of it."""
    credit = told.credits
    for name, text in (
        *(_placed("HTML", each.at, each.html) for each in credit.placed),
        *(_placed("Markdown", each.at, each.markdown) for each in credit.placed),
        *(_placed("plain text", each.at, each.text) for each in credit.placed),
        ("Front matter", credit.front_matter),
        ("In the HTML head", "\n".join(credit.head)),
    ):
        if text:
            yield [f"{name}:", *(f"  {printable(line)}" for line in text.splitlines())]
    if credit.notes:
        yield [f"In Markdown: {'; '.join(credit.notes)}"]
    if credit.gaps:
        gaps = ", ".join(f"{{{gap}}}" for gap in credit.gaps)
        own = {"url"} if told.origin else {"url", "original_url"}
        hint = "; --url tells where the article stands" if not told.page.url and own & set(credit.gaps) else ""
        yield [f"To be filled in: {gaps}{hint}"]


def _placed(form: str, at: str, text: str) -> tuple[str, str]:
    return f"Credit as {form}{_AT[at]}", text


def _headline(told: OriginalTerms) -> str:
    if told.not_before is None or told.answer_then == "no":
        return _HEADLINES[told.answer]
    then = _HEADLINES[told.answer_then]
    return f"Not before {told.not_before.isoformat()}; from then on: {then[0].lower()}{then[1:]}"


def _terms_of(ruleset: RuleSet) -> str:
    if ruleset.path == STATED:
        return f"{ruleset.id} (read by machine from this page)"
    if ruleset.terms.url is None:
        return f"none known; {ruleset.id} says what is good practice"
    return f"{ruleset.id} ({ruleset.terms.url}, {day_of(ruleset.terms)})"


def _told(words: str, finding: Finding) -> Iterator[str]:
    rule = finding.rule
    yield f"  - {words}"
    if not rule.quote:
        return
    if not rule.proof.literal and rule.terms.url is None:  # good practice, which nobody has said
        yield f"    {quoted(rule.quote)}"
        return
    said = f"“{quoted(rule.quote)}”" if rule.proof.literal else f"{rule.proof.value}: {quoted(rule.quote)}"
    known = [
        rule.terms.url or "no address",
        day_of(rule.terms),
        *(["read by machine"] if rule.proof is Proof.MACHINE else []),
    ]
    yield f"    {said} ({visible(', '.join(known))})"


def _finding(finding: Finding) -> Object:
    rule, verdict = finding.rule, finding.verdict
    return {
        "rule": rule.name,
        "requirement": rule.requires,
        "level": rule.level,
        "answer": _ANSWERS[verdict.outcome],
        "message": verdict.message,
        "quote": rule.quote,
        "proof": rule.proof.value,
        "terms": {"url": rule.terms.url, "as_of": rule.terms.as_of},
    }


def _ruleset(ruleset: RuleSet) -> Object:
    terms = ruleset.terms
    return {
        "id": ruleset.id,
        "layer": ruleset.layer,
        "publisher": ruleset.publisher.name,
        "licence": list(ruleset.licence),
        "terms": {"url": terms.url, "as_of": terms.as_of},
    }
