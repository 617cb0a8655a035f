"""A report as SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/.

Only what fails or must be looked at is a result: readers such as GitHub's code scanning take every result for a
problem, whatever its `kind`. What must be looked at is a `note`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any, TextIO
from urllib.parse import quote

from licencecheck.fingerprints import fingerprints
from licencecheck.formats.escaping import quoted, visible
from licencecheck.formats.json_writing import lines
from licencecheck.formats.wording import SHOWN, answers_to, shown, terms_of, web_address
from licencecheck.model import Fact, Finding, Level, Location, PageReport, Report, RequirementType, Rule, Unreadable
from licencecheck.version import __version__

Object = dict[str, Any]
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_FINGERPRINT = "licencecheckDuty/v1"
_DRIVE = re.compile(r"[A-Za-z]:/")
_PLACEHOLDER = re.compile(r"\{(\d+)\}")
_LINK = "]("
_FOR_RULE_AUTHORS = "\n## Parameters"
"""Where a type's page turns from those who have a finding to those who write rules."""


def render(report: Report, stream: TextIO) -> None:
    """Write `report` as one run."""
    pages = report.files
    rules = _rules(pages)
    types = {each.id: each for each in report.types}
    driver = {
        "name": "licencecheck",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(rule, types) for rule in rules.values()],
    }
    indexes = {name: index for index, name in enumerate(rules)}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "results": [result for page in pages for result in _results(page, indexes)],
    }
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    stream.writelines(line + "\n" for line in lines(document))


def _rules(pages: Iterable[PageReport]) -> dict[str, Rule]:
    found = {finding.rule.name: finding.rule for page in pages for finding in page.findings}
    return dict(sorted(found.items()))


def _rule(rule: Rule, types: dict[str, RequirementType]) -> Object:
    asked = [types[part.requires] for part in (rule, *rule.any_of) if part.requires in types]
    summary = " or ".join(dict.fromkeys(each.summary for each in asked)) or rule.id
    terms = terms_of(rule)
    help_text = "\n".join([*([f"{terms}\n"] if terms else []), *(_help(each) for each in asked)]) or summary
    known = {
        "id": rule.name,
        "name": "".join(word.capitalize() for word in rule.id.split("-")),
        "shortDescription": {"text": summary},
        "fullDescription": {"text": terms or summary},
        "help": {"text": help_text, "markdown": help_text},
        "properties": {"tags": ["republishing", rule.ruleset]},
    }
    url = web_address(rule.terms)
    return known | ({"helpUri": url} if url else {})


def _help(kind: RequirementType) -> str:
    return kind.documentation.partition(_FOR_RULE_AUTHORS)[0].strip() + "\n"


def _results(page: PageReport, indexes: dict[str, int]) -> Iterator[Object]:
    for finding, fingerprint in zip(page.findings, fingerprints(page.path, page.findings), strict=True):
        if finding.verdict.outcome in SHOWN:
            yield _result(finding, fingerprint, indexes[finding.rule.name])


def _result(finding: Finding, fingerprint: str, index: int) -> Object:
    verdict = finding.verdict
    elsewhere = [fact for fact in verdict.evidence if fact.location != verdict.location]
    paste = visible(verdict.paste or "")
    to_paste = f"\nTo paste: {paste}" if paste and _LINK not in paste else ""
    options = " ".join(answers_to(finding))
    to_answer = f"\nTo answer: {options}" if options else ""
    known = {
        "ruleId": finding.rule.name,
        "ruleIndex": index,
        "level": Level.NOTE.value if finding.level is Level.NONE else finding.level.value,
        "message": {"text": _message(quoted(verdict.message) + to_paste + to_answer)},
        "locations": [_location(verdict.location)],
        "partialFingerprints": {_FINGERPRINT: fingerprint},
        "properties": {
            "outcome": verdict.outcome.value,
            **({"paste": paste} if paste else {}),
            **({"asks": list(map(visible, verdict.asks))} if verdict.asks else {}),
        },
    }
    return known | ({"relatedLocations": [_seen(fact) for fact in elsewhere]} if elsewhere else {})


def _seen(fact: Fact) -> Object:
    return _location(fact.location) | {"message": {"text": _message(shown(fact))}}


def _message(text: str) -> str:
    """Escape what the specification (3.11.5, 3.11.6) reads as a placeholder or a link."""
    return _PLACEHOLDER.sub(r"{{\1}}", text.replace(_LINK, f"\\{_LINK}"))


def _location(location: Location) -> Object:
    region = {"startLine": location.line, "startColumn": location.line and location.column}
    known = {name: value for name, value in region.items() if value is not None}
    return {"physicalLocation": _artifact(location.path) | ({"region": known} if known else {})}


def _artifact(path: str) -> Object:
    """Give the address of a file: of its very bytes, relative to the root of the sources unless it lies outside."""
    address = quote(os.fsencode(path))
    if PurePosixPath(path).is_absolute():
        return {"artifactLocation": {"uri": f"file://{address}"}}
    if _DRIVE.match(path):
        return {"artifactLocation": {"uri": f"file:///{address}"}}
    return {"artifactLocation": {"uri": address, "uriBaseId": "%SRCROOT%"}}


def _invocation(report: Report) -> Object:
    trouble = [*(_notification(page, "error") for page in report.unread)]
    trouble += [_notification(page, "note") for page in report.skipped]
    return {"executionSuccessful": not (report.unread or report.interrupted), "toolExecutionNotifications": trouble}


def _notification(page: Unreadable, level: str) -> Object:
    return {
        "level": level,
        "message": {"text": _message(quoted(page.reason))},
        "locations": [_location(Location(page.path))],
    }
