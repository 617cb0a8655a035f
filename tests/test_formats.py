"""The formats: what leaves the process is a contract, and text of a page is never more than text."""

from __future__ import annotations

import copy
import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import licencecheck
import licencecheck.formats
from licencecheck.catalogue.merging import LAYERS
from licencecheck.formats import FORMATS, extraction
from licencecheck.formats import text as text_format
from licencecheck.formats.age import age_note
from licencecheck.formats.escaping import json_safe, quoted, visible
from licencecheck.formats.wording import decision_on
from licencecheck.model import Conflict, Level, Link, Location, Outcome, Target, Terms
from tests.conftest import ROOT
from tests.reports import HOSTILE, LINK, PAGES, REPORTS, finding, report_of

Golden = Callable[[str, str], None]
SCHEMAS = Path(licencecheck.formats.__file__).parent
ENDINGS = {"text": "txt"}


def written(name: str, report_format: str) -> str:
    """Render an awkward report in a format."""
    stream = io.StringIO()
    FORMATS[report_format].render(REPORTS[name], stream)
    return stream.getvalue()


def as_text(name: str, **options: bool) -> str:
    """Render an awkward report as text."""
    stream = io.StringIO()
    text_format.render(REPORTS[name], stream, **options)
    return stream.getvalue()


def as_json(name: str) -> str:
    """Render an awkward report as JSON."""
    return written(name, "json")


def as_extraction(name: str) -> str:
    """Render awkward pages as extraction."""
    stream = io.StringIO()
    extraction.render(PAGES[name], stream)
    return stream.getvalue()


def strict(schema: Any) -> Any:
    """Refuse keys that the schema does not describe: a new key must be written down."""
    schema = copy.deepcopy(schema)
    stack = [schema]
    while stack:
        part = stack.pop()
        if isinstance(part, dict):
            if part.get("type") == "object":
                part["additionalProperties"] = False
            stack.extend(part.values())
        elif isinstance(part, list):
            stack.extend(part)
    return schema


def validator(name: str) -> Draft202012Validator:
    """Load a shipped schema, made strict."""
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(strict(schema), format_checker=Draft202012Validator.FORMAT_CHECKER)


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("report_format", FORMATS)
def test_a_report_stays_the_same(name: str, report_format: str, golden: Golden) -> None:
    """Every awkward report is written in every format as its golden file is."""
    golden(f"report-{name}.{ENDINGS.get(report_format, report_format)}", written(name, report_format))


@pytest.mark.parametrize("name", PAGES)
def test_extraction_stays_the_same(name: str, golden: Golden) -> None:
    """Every awkward reading is written as its golden file is."""
    golden(f"extraction-{name}.json", as_extraction(name))


def test_the_report_knows_every_layer_of_rule_files() -> None:
    """A rule set of a platform is reported like any other."""
    report = json.loads((SCHEMAS / "report.schema.json").read_text(encoding="utf-8"))
    assert set(LAYERS) == set(report["properties"]["rulesets"]["items"]["properties"]["layer"]["enum"])


@pytest.mark.parametrize("name", REPORTS)
def test_json_report_is_what_its_schema_says(name: str) -> None:
    """The shipped schema describes every key of a report."""
    assert [error.message for error in validator("report").iter_errors(json.loads(as_json(name)))] == []


@pytest.mark.parametrize("name", PAGES)
def test_extraction_is_what_its_schema_says(name: str) -> None:
    """The shipped schema describes every key of an extraction."""
    assert [error.message for error in validator("extraction").iter_errors(json.loads(as_extraction(name)))] == []


def test_hostile_words_arrive_whole_in_json() -> None:
    """Escaping in JSON loses nothing of a line to paste."""
    assert json.loads(as_json("hostile"))["findings"][0]["paste"] == HOSTILE


def test_no_excerpt_in_a_report_is_longer_than_300_characters() -> None:
    """What a page says of itself never carries the article out in a report."""
    (fact,) = json.loads(as_json("hostile"))["findings"][0]["evidence"]
    assert len(fact["text"]) == 300


@pytest.mark.parametrize("name", REPORTS)
def test_quiet_text_is_one_line_for_each_failure_and_unread_page(name: str) -> None:
    """Nothing else is written: no reviews, no details, no summary."""
    summary = json.loads(as_json(name))["summary"]
    assert summary["fail"] + summary["unread"] == as_text(name, quiet=True).count("\n")


def test_colours_only_add_their_codes() -> None:
    """Without its codes a coloured report is the plain one."""
    coloured = as_text("fail", colour=True)
    assert as_text("fail") == coloured.replace("\x1b[31m", "").replace("\x1b[0m", "")
    assert as_text("fail") != coloured


def test_only_the_publishers_own_sentence_stands_in_quotation_marks() -> None:
    """A rule proved by practice shows our words, and so without marks."""
    assert "terms: “Link back to the original article” (https://orig.example/terms, 2026-03)" in as_text("fail")
    assert "terms: Copies usually carry the line (date unknown)" in as_text("warning-of-practice")


def test_the_place_of_the_finding_is_not_repeated_as_evidence() -> None:
    """Only second places are shown below a finding."""
    assert [line for line in as_text("fail").split("\n") if "see:" in line] == [
        "    see:   posts/b.html:9:9: orig.example"
    ]


@pytest.mark.parametrize(
    ("as_of", "note"),
    [
        ("2026-03", None),
        ("2024-11-22", None),
        ("2024-11-21", "over two years old"),
        ("2024", "over two years old"),
        ("2024-12", None),
        ("unknown", "undated"),
    ],
)
def test_age_of_terms_is_said(as_of: str, note: str | None) -> None:
    """Terms that are undated or over two years old are noted."""
    assert note == age_note(Terms(url=None, as_of=as_of, compiled="2026-11-22"), date(2026, 11, 22))


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("plain – “text” 日本 é", "plain – “text” 日本 é"),
        ("one\ntwo\r\n three", "one two three"),
        ("\x1b[2J\x07", r"\u{1b}[2J\u{7}"),
        ("\u202eabc\u2069", r"\u{202e}abc\u{2069}"),
        ("soft\u00adhyphen, zero\u200bwidth", r"soft\u{ad}hyphen, zero\u{200b}width"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("half \ud83d pair", r"half \u{d83d} pair"),
        ("tag \U000e0041", r"tag \u{e0041}"),
    ],
)
def test_what_cannot_be_printed_is_shown_by_number(written: str, shown: str) -> None:
    """Text of a page is one line of visible characters."""
    assert shown == visible(written)


def test_quoted_text_is_shortened() -> None:
    """Words of a page are cut at 300 characters."""
    assert len(quoted("word " * 1000)) == 300


def test_json_line_is_the_same_data_when_safe() -> None:
    """Characters outside the basic plane are escaped as a pair, half pairs as they are."""
    text = "\u202e\U000e0041\ud83d\x9b é 日"
    line = json_safe(json.dumps(text, ensure_ascii=False))
    assert line == r'"\u202e\udb40\udc41\ud83d\u009b é 日"'
    assert text == json.loads(line)


def test_a_question_about_the_site_is_asked_once(tmp_path: Path) -> None:
    """One answer holds for all pages; what is asked of a page stays with it."""
    page = next(iter((ROOT / "fixtures/global-research/pass").glob("*.html")))
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_bytes(page.read_bytes())
    report = licencecheck.check(tmp_path, publishers=["global-research"])
    stream = io.StringIO()

    text_format.render(report, stream)

    asked = [line for line in stream.getvalue().split("\n") if ": global-research/permission: " in line]
    assert 1 == len(asked)
    assert asked[0].startswith("2 pages: review: global-research/permission: Check that ")


def test_what_one_line_mends_is_told_once() -> None:
    """One finding names all duties, for people; another place, level or line is another finding."""
    credit = replace(LINK, id="source-credit", quote="Name us")
    failed = partial(finding, "a.html", Outcome.FAIL, paste="From The Example")
    findings = (
        failed("Expected a credit, found none", rule=credit, level=Level.ERROR),
        failed("Expected a link, found none", level=Level.ERROR),
        failed("Expected a wish, found none", level=Level.WARNING),
        failed("Expected a place, found none", level=Level.ERROR, line=9),
    )
    report, stream = report_of("a.html", *findings), io.StringIO()
    text_format.render(report, stream)
    markdown = io.StringIO()
    FORMATS["markdown"].render(report, markdown)

    headlines = [line for line in stream.getvalue().splitlines() if line.startswith("a.html:")]
    both = "the-example/source-credit, the-example/original-link"
    assert f"a.html:3:7: error: {both}: Expected a credit, found none; expected a link, found none" == headlines[1]
    assert 4 == len(headlines)
    assert (1, 1) == (stream.getvalue().count("“Name us”"), stream.getvalue().count("paste: From The Example"))
    assert (
        f"**error** `{both}` at `a.html:3:7`\n\n`Expected a credit, found none; expected a link" in markdown.getvalue()
    )


@pytest.mark.parametrize("name", ["text", "markdown", "html", "sarif"])
def test_a_link_without_words_is_shown_by_its_address(name: str) -> None:
    """An image links, and the data of a page does: a proof of no words proves nothing."""
    link = Link(
        text="", href="https://orig.example/water", url=None, target=Target.ARTICLE, location=Location("p.html", 4, 2)
    )
    stream = io.StringIO()
    FORMATS[name].render(
        report_of("p.html", finding("p.html", Outcome.FAIL, "no link", level=Level.ERROR, evidence=(link,))), stream
    )

    assert "https://orig.example/water" in stream.getvalue()


def test_a_contradiction_is_told_once() -> None:
    """The message has its words; of the proof only the place is new. Names in a message are code in HTML."""
    words = "the credit links reddit.com, but front matter `origin` names another"
    conflict = Conflict(text=words, about="origin", between=(), location=Location("a.md", 16, 9))
    judged = report_of("a.md", finding("a.md", Outcome.REVIEW, f"Check it: {words}", line=19, evidence=(conflict,)))
    text, page = io.StringIO(), io.StringIO()
    text_format.render(judged, text)
    FORMATS["html"].render(judged, page)

    assert "    see:   a.md:16:9\n" in text.getvalue()
    assert 1 == text.getvalue().count(words)
    assert "front matter <code>origin</code> names another</bdi></p>" in page.getvalue()


@pytest.mark.parametrize(
    ("outcome", "word"), [(Outcome.REVIEW, "perhaps a repost"), (Outcome.PASS, "no repost, as a person says")]
)
def test_a_page_of_which_a_person_tells_what_it_is(outcome: Outcome, word: str) -> None:
    """What is answered is in doubt no more."""
    page = report_of("a.md", finding("a.md", outcome, "Found it")).pages[0]
    doubtful = replace(page, repost=replace(page.repost, is_repost=False), rulesets=("perhaps-repost",))

    assert decision_on(doubtful).startswith(f"{word}: ")
