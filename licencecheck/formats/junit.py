"""A report as a JUnit test report: a suite for each repost, a case for each rule that was asked.

There is no standard; the elements are those that Jenkins, GitLab and GitHub's readers share (`testsuites`, `testsuite`,
`testcase`, `failure`, `error`, `skipped`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from licencecheck.formats.escaping import quoted, visible
from licencecheck.formats.wording import answers_to, counts_of, place_of, terms_of, word_of
from licencecheck.model import Finding, Outcome, Report, Unreadable

_COUNTED = {"failure": "failures", "error": "errors", "skipped": "skipped"}


def render(report: Report, stream: TextIO) -> None:
    """Write `report`; a run without any repost has one case that passes, since some readers refuse an empty report."""
    suites = Element("testsuites", name="licencecheck")
    for page in report.files:
        if page.findings:
            suites.append(_suite(page.path, [_case(finding) for finding in page.findings]))
    suites.extend(_unread(unread, "error") for unread in report.unread)
    suites.extend(_unread(skipped, "skipped") for skipped in report.skipped)
    if not len(suites):
        suites.append(_suite("licencecheck", [Element("testcase", classname="licencecheck", name=counts_of(report))]))
    _count(suites)
    ElementTree.indent(suites)
    stream.write('<?xml version="1.0" encoding="utf-8"?>\n')
    stream.write(ElementTree.tostring(suites, encoding="unicode") + "\n")


def _suite(name: str, cases: Iterable[Element]) -> Element:
    suite = Element("testsuite", name=visible(name))
    suite.extend(cases)
    _count(suite)
    return suite


def _count(parent: Element) -> None:
    parent.set("tests", str(len(list(parent.iter("testcase")))))
    for tag, total in _COUNTED.items():
        parent.set(total, str(len(list(parent.iter(tag)))))


def _case(finding: Finding) -> Element:
    verdict = finding.verdict
    path = visible(verdict.location.path)
    case = Element("testcase", classname=path, name=finding.rule.name, file=path)
    if verdict.location.line is not None:
        case.set("line", str(verdict.location.line))
    if verdict.outcome is Outcome.FAIL:
        failure = SubElement(case, "failure", type=word_of(finding), message=quoted(verdict.message))
        failure.text = "\n".join(_details(finding))
    elif verdict.outcome is not Outcome.PASS:
        skipped = SubElement(case, "skipped", message=f"{verdict.outcome}: {quoted(verdict.message)}")
        skipped.text = "\n".join(_answer(finding)) or None
    return case


def _details(finding: Finding) -> list[str]:
    verdict = finding.verdict
    terms, paste = terms_of(finding.rule), visible(verdict.paste or "")
    return [
        place_of(verdict.location),
        *([f"terms: {terms}"] if terms else []),
        *([f"paste: {paste}"] if paste else []),
        *_answer(finding),
    ]


def _answer(finding: Finding) -> list[str]:
    options = " ".join(answers_to(finding))
    return [f"answer: {options}"] if options else []


def _unread(page: Unreadable, tag: str) -> Element:
    case = Element("testcase", classname=visible(page.path), name="read the page", file=visible(page.path))
    SubElement(case, tag, message=quoted(page.reason))
    return _suite(page.path, [case])
