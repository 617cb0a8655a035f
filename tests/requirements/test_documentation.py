"""The documentation of the requirement types, run: every example gives the outcome, line and words that it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from licencecheck import documents
from licencecheck.catalogue import load_rules
from licencecheck.comparison import compare
from licencecheck.engine.originals import original_from
from licencecheck.errors import RuleSetError
from licencecheck.evidence.page import page_of
from licencecheck.model import (
    Attestation,
    Case,
    Original,
    Outcome,
    Page,
    Rule,
    RuleSet,
    SiteProfile,
    Unreadable,
    Verdict,
)
from licencecheck.parties import names_of
from licencecheck.requirements import REQUIREMENTS, documentation, facets, judge
from licencecheck.strict_yaml.reading import read
from licencecheck.text import fold, squeeze

FENCE = re.compile(r"^```(?P<info>[^\n`]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
KNOWN = re.compile(
    r"yaml rule|text (?:message|paste)|(?:html|markdown) (?:original|pass|fail|review|notApplicable)( \w+=\S+)*"
)
ARTICLE = """
The old ferry crossed the harbour again on Friday morning, for the first time in eleven years. About two hundred people
stood on the quay when it cast off, and some of them had waited there since before dawn to see it go.

The boat was built in 1931 and had lain behind the shipyard since the bridge was opened. A group of neighbours repaired
its hull and its engine, mostly at weekends, and paid for the paint out of their own pockets.

From next month it will sail four times a day, and six times on Sundays. The council has promised to pay for two of the
crew, while tickets and a yearly fair are meant to bring in what is needed for everything else.
"""
"""What stands for `...` in an example."""
URL = "https://bell.example/ferry"
"""Where an example stands, unless it says so."""
GRAVITY = (Outcome.FAIL, Outcome.REVIEW, Outcome.PASS, Outcome.NOT_APPLICABLE)
FRAME = {"id": "example", "terms": {"url": None, "as_of": "unknown", "compiled": "2026-11-22"}}


@dataclass(slots=True)
class Example:
    """One page of a document, with what it shows of it."""

    requirement: str
    line: int
    """Of the page's fence in the document."""
    rules: str
    original: tuple[str, str] | None
    """Format and text of the original, where it is shown."""
    format: str
    page: str
    outcome: str
    options: dict[str, str]
    shown: dict[str, str] = field(default_factory=dict)
    """What follows the page: `message`, `paste`."""


def examples(requirement: str) -> Iterator[Example]:
    """Read the examples of a type: every page stands under the rule before it, what is shown of it follows it."""
    text = documentation(requirement)
    rules, example, original = "", None, None
    for match in FENCE.finditer(text):
        language, *words = match["info"].split()
        if words == ["rule"]:
            rules, original = match["body"], None
        elif words == ["original"]:
            original = language, match["body"]
        elif language == "text" and example is not None:
            example.shown[words[0]] = match["body"].rstrip("\n")
        elif language in {"html", "markdown"}:
            if example is not None:
                yield example
            line = text.count("\n", 0, match.start()) + 1
            options = dict(word.split("=", 1) for word in words[1:])
            example = Example(requirement, line, rules, original, language, match["body"], words[0], options)
    if example is not None:
        yield example


EXAMPLES = [example for name in REQUIREMENTS for example in examples(name)]


def name_of(example: Example) -> str:
    """Where an example stands: `source_credit.md:51`."""
    return f"{example.requirement.replace('-', '_')}.md:{example.line}"


def page_text(markup: str, page: str) -> str:
    """A page of an example, with an article in place of `...`; lines keep their numbers."""
    paragraphs = [squeeze(paragraph) for paragraph in ARTICLE.split("\n\n")]
    if markup == "html":
        return page.replace("<p>...</p>", "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs))
    return re.sub(r"^\.\.\.$", " ".join(paragraphs), page, flags=re.MULTILINE)


def read_page(name: str, markup: str, text: str, url: str | None, **how: Any) -> Page:
    """Read a page of an example with all its facts."""
    path = f"{name}.{'html' if markup == 'html' else 'md'}"
    document = documents.read(path, page_text(markup, text).encode(), url=url)
    assert not isinstance(document, Unreadable)
    return page_of(document, main_text=True, **how)


def ruleset_of(said: dict[str, Any], folder: Path) -> RuleSet:
    """Read a piece of a rule file, which must be valid; quotes may be left out."""
    rules = [{"quote": "-", **rule} for rule in said.get("rules", [])]
    text = yaml.safe_dump(FRAME | said | ({"rules": rules} if rules else {}), allow_unicode=True)
    (folder / "example.yaml").write_text(text, encoding="utf-8")
    return load_rules([folder]).ruleset("example")


def profile_of(said: dict[str, Any]) -> SiteProfile:
    """Read the profile of an example."""
    answers = tuple(Attestation(**dated(answer, "on", "until")) for answer in said.pop("attestations", ()))
    return SiteProfile(attestations=answers, **said)


def original_of(said: dict[str, Any], shown: tuple[str, str] | None) -> Original:
    """Read what an example knows of the original: from its page, where that is shown, and by name."""
    known = dated(said, "published") | ({"authors": tuple(said["authors"])} if "authors" in said else {})
    if shown is None:
        return Original(**known)
    return replace(original_from(read_page("original", *shown, known.get("url"))), **known)


def dated(said: dict[str, Any], *names: str) -> dict[str, Any]:
    """Read the days under `names`."""
    return said | {name: date.fromisoformat(said[name]) for name in names if name in said}


def verdict_of(example: Example, folder: Path, **declined: str) -> Verdict:
    """Judge an example; of facets with levels of their own, the gravest speaks."""
    said: dict[str, Any] = read(example.rules, name_of(example), RuleSetError).data
    profile = replace(profile_of(said.pop("profile", {})), declined=declined)
    original = original_of(said.pop("original", {}), example.original)
    today = date.fromisoformat(said.pop("today", "2026-11-22"))
    ruleset = ruleset_of(said, folder)
    names = {fold(name) for name in names_of(ruleset.publisher)}
    url = example.options.get("url", URL)
    page = read_page("example", example.format, example.page, url, profile=profile, known=names)

    def judged(rule: Rule) -> Verdict:
        case = Case(page=page, ruleset=ruleset, rule=rule, profile=profile, original=original, today=today)
        return judge(replace(case, comparison=compare(page, original.page) if original.page else None))

    rules = [part for rule in ruleset.rules if rule.requires == example.requirement for part in facets(rule)]
    return min(map(judged, rules), key=lambda verdict: GRAVITY.index(verdict.outcome))


@pytest.mark.parametrize("example", EXAMPLES, ids=name_of)
def test_an_example_says_what_it_shows(example: Example, tmp_path: Path) -> None:
    """Outcome, line, message and the line to paste are those of the document."""
    verdict = verdict_of(example, tmp_path)

    assert example.shown["message"] == verdict.message
    assert example.outcome == verdict.outcome.value
    assert example.options.get("line", str(verdict.location.line)) == str(verdict.location.line)
    assert example.shown.get("paste", verdict.paste) == verdict.paste


@pytest.mark.parametrize("example", EXAMPLES, ids=name_of)
def test_a_declined_duty_is_a_question_whatever_the_page_shows(example: Example, tmp_path: Path) -> None:
    """It gives the reason, and never passes; what is not asked needs no excuse."""
    verdict = verdict_of(example, tmp_path, **{example.requirement: "we take no part"})
    is_asked = example.outcome != "notApplicable"

    assert verdict.outcome.value == ("review" if is_asked else example.outcome)
    assert is_asked is verdict.message.endswith('may be declined: the reason that is given is "we take no part"')


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_every_type_shows_what_passes_and_what_does_not(name: str) -> None:
    """Without both, an example proves little."""
    outcomes = {example.outcome for example in EXAMPLES if example.requirement == name}

    assert "pass" in outcomes
    assert not outcomes.isdisjoint({"fail", "review"})


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_every_block_of_a_document_is_read(name: str) -> None:
    """No fence is of a kind that the runner skips."""
    infos = [match["info"] for match in FENCE.finditer(documentation(name))]

    assert [] == [info for info in infos if not re.fullmatch(KNOWN, info)]
