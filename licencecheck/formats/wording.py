"""What every report for people says of a finding, a page and a run, in the same words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from licencecheck.formats.age import age_note, day_of
from licencecheck.formats.escaping import printable_path, quoted, visible
from licencecheck.formats.summary import Summary, summarise
from licencecheck.model import (
    ASKED_OF_SITE,
    Change,
    Comparison,
    Fact,
    Finding,
    Form,
    Level,
    Link,
    Location,
    Outcome,
    PageReport,
    Report,
    Rule,
    Terms,
    Verdict,
)
from licencecheck.text import excerpt

SHOWN = frozenset({Outcome.FAIL, Outcome.REVIEW})
"""The outcomes that somebody has to do something about."""
_LEVELS = frozenset({"error", "warning", "note"})
WORDS = ("error", "warning", "note", "review", "pass", "notApplicable")
"""The words for findings, the gravest first."""
_FORMS = {
    Form.FULL: "full text",
    Form.PART: "part",
    Form.EXCERPT: "excerpt",
    Form.TRANSLATION: "translation",
    Form.OTHER: "another text",
}
_OTHERS = {Outcome.REVIEW: "review", Outcome.PASS: "pass", Outcome.NOT_APPLICABLE: "not applicable"}
_OF_THE_SITE = frozenset({"attestation", "noncommercial", "permission", "site-contact"})
"""Requirement types whose questions are about the site: one answer holds for all its pages."""
_WORDED = frozenset({"kind", "country"})
"""Keys of the profile whose answer is neither yes nor no."""
_WORDING = 120
"""Longest wording in a word diff, in characters."""
_WEB = re.compile(r"https?://[!-~]+")

Question = tuple[str, str]
Questions = Mapping[Question, Sequence[Finding]]
"""What is asked, by rule and words, with the findings that ask it."""


def word_of(finding: Finding) -> str:
    """Say how grave a finding is, and for one that is no failure its outcome: one of `WORDS`."""
    return finding.verdict.outcome.value if finding.level is Level.NONE else finding.level.value


def place_of(location: Location) -> str:
    """Write a place as `path:line:column`, as far as it is known."""
    numbers = (str(number) for number in (location.line, location.column) if number is not None)
    return ":".join([printable_path(location.path), *numbers])


def terms_of(rule: Rule) -> str:
    """Give the publisher's own sentence in quotation marks, or ours without, and where and when it was read."""
    sentence = f"“{visible(rule.quote)}”" if rule.proof.literal else visible(rule.quote)
    seen = f"{visible(rule.terms.url)}, {day_of(rule.terms)}" if rule.terms.url else day_of(rule.terms)
    return f"{sentence} ({seen})" if rule.quote else ""


def web_address(terms: Terms) -> str | None:
    """Give the address of the terms if a reader may follow it: no other scheme, and nothing that ends a link."""
    return terms.url if terms.url and _WEB.fullmatch(terms.url) else None


def notes_of(report: Report) -> Iterator[str]:
    """Say what else is to be known of a run: whose terms are old, undated or known in part, whether it was whole."""
    for ruleset in report.rulesets:
        if note := age_note(ruleset.terms, report.today):
            yield f"{ruleset.id}: note: its terms as known here are {note}; look whether they still hold"
        if ruleset.terms.coverage == "partial":
            where = f" at {visible(ruleset.terms.url)}" if ruleset.terms.url else ""
            yield f"{ruleset.id}: note: its terms are known in part; read them{where}"
    yield from map(quoted, report.notes)
    if report.interrupted:
        yield "Interrupted: there were more pages"


def decision_on(page: PageReport) -> str:
    """Say whether the page is a repost and why, and by what it is judged; of another file, what it is."""
    if page.findings and not page.rulesets:
        return quoted(page.repost.reason)
    judges = f"judged by {', '.join(page.rulesets)}" if page.rulesets else "--publisher ID judges it as one"
    word = "repost" if page.repost.is_repost else _perhaps(page) if page.rulesets else "no repost"
    compared = f"; {_compared(page.comparison)}" if page.comparison else ""
    missing = page.original and page.original.trouble
    lacking = f"; no original to compare with: {quoted(missing)}" if missing else ""
    built = f"; built as {printable_path(page.built)}" if page.built else ""
    return f"{word}: {quoted(page.repost.reason)}; {judges}{compared}{lacking}{built}"


def _perhaps(page: PageReport) -> str:
    """Say what a page is of which only a person can tell: asked, or answered."""
    is_answered = page.findings and all(finding.verdict.outcome is Outcome.PASS for finding in page.findings)
    return "no repost, as a person says" if is_answered else "perhaps a repost"


def lacking_original(page: PageReport, findings: Sequence[Finding]) -> str | None:
    """Say which of `findings` only lack the original; None if there are none."""
    duties = [finding.rule.id for finding in findings if finding.verdict.lacks_original]
    if not duties:
        return None
    many = f"{len(duties)} duties need" if len(duties) > 1 else "1 duty needs"
    advice = "" if page.original else ": give --original or --online"
    return f"{many} the original ({', '.join(dict.fromkeys(duties))}){advice}"


def _compared(comparison: Comparison) -> str:
    """Say what a page is of its original: `excerpt, 34 % of the original, 2 changes`."""
    changes = many(len(comparison.changes) + comparison.unlisted, "change")
    return f"{_FORMS[comparison.form]}, {int(comparison.share * 100)} % of the original, {changes}"


def together(findings: Iterable[Finding]) -> list[tuple[Finding, ...]]:
    """Put findings together that stand at one place and are mended by one line: to the reader they are one."""
    groups: dict[object, list[Finding]] = {}
    for number, finding in enumerate(findings):
        verdict = finding.verdict
        key = (verdict.location, verdict.paste, word_of(finding)) if verdict.paste else number
        groups.setdefault(key, []).append(finding)
    return [tuple(group) for group in groups.values()]


def rules_of(findings: Iterable[Finding]) -> str:
    """Name the rules of findings that are told together."""
    return ", ".join(finding.rule.name for finding in findings)


def message_of(findings: Sequence[Finding]) -> str:
    """Write the messages of findings that are told together as one."""
    first, *others = (quoted(finding.verdict.message) for finding in findings)
    return "; ".join([first, *(message[:1].lower() + message[1:] for message in others)])


def terms_in(findings: Iterable[Finding]) -> list[str]:
    """Give the sentences of the terms that findings rest on, each once."""
    return [terms for terms in dict.fromkeys(terms_of(finding.rule) for finding in findings) if terms]


def proofs_of(verdict: Verdict) -> Iterator[Fact]:
    """Give the evidence that says more than the verdict: what stands elsewhere, and every change with its context."""
    return (fact for fact in verdict.evidence if isinstance(fact, Change) or fact.location != verdict.location)


def shown(fact: Fact) -> str:
    """Write a fact as its words, and a change as a word diff: `number: about [-12-] {+21+} people`.

    A link without words, of an image or in the data of the page, is its address.
    """
    if isinstance(fact, Link) and not fact.text:
        return quoted(excerpt(fact.href))
    if not isinstance(fact, Change):
        return quoted(fact.text)
    old = f"[-{excerpt(fact.original, _WORDING)}-]" if fact.original else ""
    new = f"{{+{excerpt(fact.text, _WORDING)}+}}" if fact.text else ""
    return f"{fact.kind}: {visible(' '.join(filter(None, (fact.before, old, new, fact.after))))}"


def counts_of(report: Report) -> str:
    """Count pages, reposts and outcomes in one line, failures by level."""
    counts = summarise(report)
    failed = f"{counts.outcomes[Outcome.FAIL]} fail{_gravity(report, counts)}"
    others = (f"{counts.outcomes[outcome]} {word}" for outcome, word in _OTHERS.items())
    excused = f", {counts.excused} excused" if counts.excused else ""
    pages, reposts = many(counts.pages, "page"), many(counts.reposts, "repost")
    return f"{pages}, {reposts}: {', '.join([failed, *others])}{excused}; {counts.unread} unread"


def _gravity(report: Report, counts: Summary) -> str:
    """Say how grave failures are, and that none of them decides the exit code if that is so: ` (1 error)`."""
    levels = [many(counts.levels[level], level) for level in Level if level is not Level.NONE and counts.levels[level]]
    below = "" if any(map(report.is_failed_by, report.findings)) else f", below --fail-on {report.fail_on}"
    return f" ({', '.join(levels)}{below})" if levels else ""


def many(count: int, thing: str) -> str:
    """Count things: `1 error`, `2 errors`."""
    return f"{count} {thing}{'' if count == 1 else 's'}"


def counted(count: int, word: str) -> str:
    """Count findings of which each is called `word`: `1 error`, `2 errors`, `2 pass`, `2 not applicable`."""
    if word in _LEVELS:
        return many(count, word)
    return f"{count} {'not applicable' if word == Outcome.NOT_APPLICABLE else word}"


def question_of(finding: Finding) -> Question | None:
    """Give the question about the site that a finding asks, by rule and words; None for all that is of one page."""
    rule, verdict = finding.rule, finding.verdict
    of_site = rule.requires in _OF_THE_SITE and rule.parameters.get("per") != "article"
    return (rule.name, verdict.message) if of_site and verdict.outcome is Outcome.REVIEW else None


def answers_to(finding: Finding) -> Iterator[str]:
    """Give the options of the command line that answer what a finding asks: `--profile commercial=yes/no`."""
    worded = finding.rule.parameters.get("want", "yes") not in {"yes", "no"}
    for name in map(visible, finding.verdict.asks):
        if name not in ASKED_OF_SITE:
            yield f"--attest {name}={'ANSWER' if worded else 'yes/no'}"
        else:
            yield f"--profile {name}={name.upper() if name in _WORDED else 'yes/no'}"


def repeated_questions(report: Report) -> Questions:
    """Give the questions about the site that several pages ask in the same words, each with its findings."""
    found: dict[Question, list[Finding]] = {}
    for finding in report.findings:
        if (question := question_of(finding)) is not None:
            found.setdefault(question, []).append(finding)
    return {question: findings for question, findings in found.items() if len(findings) > 1}


def worst_first(report: Report) -> list[tuple[PageReport, Finding]]:
    """Give the findings that are `SHOWN`, the gravest first and else in the order of the paths."""
    shown = [(page, finding) for page in report.files for finding in page.findings if finding.verdict.outcome in SHOWN]
    return sorted(shown, key=lambda each: WORDS.index(word_of(each[1])))
