"""What identifies a finding from run to run: the page, the duty and the words on its line, never the number of that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from licencecheck.model import Finding
from licencecheck.text import words

_LENGTH = 32


def fingerprints(path: str, findings: Iterable[Finding]) -> tuple[str, ...]:
    """Give each finding of the page at `path` its fingerprint, in their order: 32 hexadecimal digits, all different.

    It stays the same when lines move, when the words on its line change only in case, punctuation or white space, when
    more is found on another line, and when the outcome, the level or the wording of a message changes. Equal findings
    are numbered: give all findings of a page, also those that pass, or the numbers change with what is left out. `path`
    should be the same on every machine, such as one relative to the repository.
    """
    seen: Counter[str] = Counter()
    given = []
    for finding in findings:
        content = _content(path, finding)
        given.append(_digest(f"{content}\0{seen[content]}"))
        seen[content] += 1
    return tuple(given)


def fingerprint_of_unread(path: str) -> str:
    """Give the fingerprint of the trouble that the page at `path` could not be read."""
    return _digest(f"{path}\0unread")


def _content(path: str, finding: Finding) -> str:
    verdict = finding.verdict
    found = [fact for fact in verdict.evidence if fact.location.line == verdict.location.line] or verdict.evidence[:1]
    return "\0".join([path, finding.rule.name, *sorted({" ".join(words(fact.text)) for fact in found})])


def _digest(content: str) -> str:
    import hashlib

    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
