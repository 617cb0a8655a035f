"""What every format keeps: the registry is whole, and nothing that a page says is more than words to any reader."""

from __future__ import annotations

import inspect
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from importlib import import_module
from pathlib import Path
from shutil import copytree
from typing import Any
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator
from lxml import html
from markdown_it import MarkdownIt

import licencecheck.formats
from licencecheck import check
from licencecheck.fingerprints import fingerprints
from licencecheck.formats import FORMATS, markdown
from licencecheck.model import Level, Outcome, Report, Unreadable
from tests.conftest import ROOT
from tests.reports import LINK, REPORTS, finding, report_of

FOLDER = Path(licencecheck.formats.__file__).parent
OBEYED = re.compile(r"##\w*\[|^\s*::", re.MULTILINE)
"""What a build service takes for a command: `##vso[` anywhere in a line, `::` at its start."""
ISSUE = {
    "type": "object",
    "required": ["description", "check_name", "fingerprint", "severity", "location"],
    "additionalProperties": False,
    "properties": {
        "description": {"type": "string", "minLength": 1},
        "check_name": {"type": "string", "minLength": 1},
        "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
        "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
        "location": {
            "type": "object",
            "required": ["path", "lines"],
            "additionalProperties": False,
            "properties": {
                "path": {"type": "string", "pattern": r"^(?!\./)[^\x00-\x1f]+$"},
                "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"minimum": 1}}},
            },
        },
    },
}
"""An issue of a code quality report, as GitLab documents it."""
every_report = pytest.mark.parametrize("name", REPORTS)
every_format = pytest.mark.parametrize("report_format", FORMATS)


def written(report: Report, report_format: str) -> str:
    """Render a report."""
    stream = io.StringIO()
    FORMATS[report_format].render(report, stream)
    return stream.getvalue()


def parsed(name: str) -> Callable[[str], Any]:
    """Render an awkward report as HTML, and give what looks up XPaths in it."""
    tree = html.document_fromstring(written(REPORTS[name], "html"))
    return lambda path: tree.xpath(path)


@every_format
def test_the_order_of_the_paths_makes_no_difference(report_format: str, tmp_path: Path) -> None:
    """Pages of several publishers, pages that cannot be read, empty ones: the same bytes."""
    folders = [tmp_path / name for name in ("a", "b", "c")]
    for folder, publisher in zip(folders, ("the-conversation", "propublica", "global-research"), strict=True):
        copytree(ROOT / "fixtures" / publisher / "pass", folder)
        (folder / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n")
        (folder / "empty.html").touch()
    forth, back = (check(*paths, today=date(2026, 11, 22)) for paths in (folders, folders[::-1]))
    assert written(forth, report_format) == written(back, report_format)


def many(count: int) -> Report:
    """Build a report of so many warnings and one error, on one page each."""
    pages = [
        page
        for number in range(count + 1)
        for page in report_of(
            f"{number:04}.md",
            finding(
                f"{number:04}.md",
                Outcome.FAIL,
                "Expected a link",
                level=Level.ERROR if number == count else Level.WARNING,
            ),
        ).pages
    ]
    return replace(REPORTS["fail"], pages=tuple(pages))


def test_every_module_that_writes_reports_is_registered() -> None:
    """The registry and the folder name the same formats, in alphabetical order."""
    modules = {
        path.stem for path in FOLDER.glob("*.py") if "\ndef render(report: Report" in path.read_text(encoding="utf-8")
    }
    assert sorted(modules) == list(FORMATS)


@every_format
def test_a_format_is_a_documented_function_of_report_and_stream(report_format: str) -> None:
    """Further parameters are options that may be left out."""
    render = FORMATS[report_format].render
    first, second, *others = inspect.signature(render).parameters.values()
    assert ("report", "stream") == (first.name, second.name)
    assert all(other.default is not inspect.Parameter.empty for other in others)
    assert render.__doc__ and import_module(f"licencecheck.formats.{report_format}").__doc__


@every_report
@every_format
def test_nothing_in_a_report_controls_a_terminal_or_a_build(name: str, report_format: str) -> None:
    """Only line feeds and what can be printed is written, and commands only by the format that consists of them."""
    lines = written(REPORTS[name], report_format).split("\n")
    assert [] == [line for line in lines if not line.isprintable()]
    if report_format == "github":
        lines = [re.sub(r"^::(error|warning|notice) [^:]*::", "", line) for line in lines]
    assert None is OBEYED.search("\n".join(lines))


@every_format
def test_the_name_of_a_file_is_no_command(report_format: str) -> None:
    """Whoever names a file in a pull request cannot speak to the build service."""
    path = "::stop-commands::x.md"
    report = report_of(path, finding(path, Outcome.FAIL, "Expected a link", level=Level.ERROR))
    trouble = (Unreadable(path=path, reason="It is no page"),)
    lines = written(replace(report, unread=trouble, skipped=trouble), report_format).splitlines()
    assert [] == [line for line in lines if re.match(r"\s*::(?!error )", line)]


@every_report
@every_format
def test_a_report_ends_with_a_line_feed(name: str, report_format: str) -> None:
    """All formats end their last line."""
    assert "\n" == written(REPORTS[name], report_format)[-1:]


@every_format
def test_no_report_holds_an_article(report_format: str) -> None:
    """Whatever a page says of itself is cut to an excerpt."""
    article = " ".join(f"word{number}" for number in range(1000))
    base = report_of(
        "a.md",
        finding("a.md", Outcome.FAIL, f"Expected a link, found {article}", level=Level.ERROR, evidence=()),
        finding("a.md", Outcome.REVIEW, f"Check that {article}"),
    )
    (page,) = base.pages
    page = replace(page, repost=replace(page.repost, reason=article))
    trouble = (Unreadable(path="b.md", reason=article),)
    text = written(replace(base, pages=(page,), unread=trouble, skipped=trouble), report_format)
    assert "word60" not in text


@every_report
def test_sarif_is_what_its_standard_says(name: str) -> None:
    """Every report is valid by the schema of SARIF 2.1.0."""
    schema = json.loads((ROOT / "tests/schemas/sarif-2.1.0.json").read_text(encoding="utf-8"))
    checker = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    document = json.loads(written(REPORTS[name], "sarif"))
    assert [] == [f"{error.json_path}: {error.message}" for error in checker.iter_errors(document)]


def test_sarif_explains_its_rules() -> None:
    """A rule comes with what its type asks, the sentence of the terms and their address, not with what authors need."""
    (run,) = json.loads(written(REPORTS["fail"], "sarif"))["runs"]
    (rule,) = run["tool"]["driver"]["rules"]
    assert ("the-example/original-link", "Link the original article") == (rule["id"], rule["shortDescription"]["text"])
    assert "“Link back to the original article”" in rule["help"]["markdown"]
    assert "## What it asks" in rule["help"]["markdown"]
    assert "for rule authors" not in rule["help"]["markdown"]
    assert "https://orig.example/terms" == rule["helpUri"]


def test_sarif_holds_only_what_somebody_must_act_on() -> None:
    """Code scanning takes every result for a problem: passes are left out, and reviews are notes."""
    results = json.loads(written(REPORTS["fail"], "sarif"))["runs"][0]["results"]
    reviews = json.loads(written(REPORTS["review"], "sarif"))["runs"][0]["results"]
    assert ["error"] == [result["level"] for result in results]
    assert [("note", "review")] == [(result["level"], result["properties"]["outcome"]) for result in reviews]


def test_sarif_names_pages_that_were_not_read() -> None:
    """A run that could not read a page did not succeed."""
    (invocation,) = json.loads(written(REPORTS["unread"], "sarif"))["runs"][0]["invocations"]
    assert not invocation["executionSuccessful"]
    assert ["error", "note"] == [each["level"] for each in invocation["toolExecutionNotifications"]]


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("posts/a b.md", {"uri": "posts/a%20b.md", "uriBaseId": "%SRCROOT%"}),
        ("日本.md", {"uri": "%E6%97%A5%E6%9C%AC.md", "uriBaseId": "%SRCROOT%"}),
        ("bytes\udcff.md", {"uri": "bytes%FF.md", "uriBaseId": "%SRCROOT%"}),
        ("a:b#c?.md", {"uri": "a%3Ab%23c%3F.md", "uriBaseId": "%SRCROOT%"}),
        ("/elsewhere/a.md", {"uri": "file:///elsewhere/a.md"}),
        ("C:/blog/a.md", {"uri": "file:///C%3A/blog/a.md"}),
    ],
)
def test_sarif_addresses_files(path: str, address: dict[str, str]) -> None:
    """Paths in the repository are relative, others absolute; every byte of a name arrives."""
    report = report_of(path, finding(path, Outcome.FAIL, "Expected a link", level=Level.ERROR))
    (result,) = json.loads(written(report, "sarif"))["runs"][0]["results"]
    assert address == result["locations"][0]["physicalLocation"]["artifactLocation"]


def test_words_of_a_page_are_no_link_or_placeholder_in_sarif() -> None:
    """What the standard reads as a link or a placeholder is escaped in messages."""
    result, review = json.loads(written(REPORTS["hostile"], "sarif"))["runs"][0]["results"]
    for message in (each["message"]["text"] for each in (result, result["relatedLocations"][0], review)):
        assert r"[a\](javascript:x)" in message
        assert "{{0}}" in message


@every_report
def test_gitlab_gets_issues_as_it_documents_them(name: str) -> None:
    """Every issue is valid, and no two have the same fingerprint."""
    issues = json.loads(written(REPORTS[name], "gitlab"))
    checker = Draft202012Validator({"type": "array", "items": ISSUE})
    assert [] == [error.message for error in checker.iter_errors(issues)]
    assert len(issues) == len({issue["fingerprint"] for issue in issues})


def test_all_formats_use_the_same_fingerprint() -> None:
    """SARIF and GitLab know a finding by the fingerprint of the project."""
    report = REPORTS["fail"]
    (page,) = report.pages
    first, _ = fingerprints(page.path, page.findings)
    (issue,) = json.loads(written(report, "gitlab"))
    (result,) = json.loads(written(report, "sarif"))["runs"][0]["results"]
    assert {first} == {issue["fingerprint"], result["partialFingerprints"]["licencecheckDuty/v1"]}


@every_report
def test_lines_of_json_are_the_findings_and_then_the_summary(name: str) -> None:
    """Each line is what the whole record says, and the last one shows that nothing was cut off."""
    *lines, last = map(json.loads, written(REPORTS[name], "jsonl").splitlines())
    whole = json.loads(written(REPORTS[name], "json"))
    told = [{key: value for key, value in line.items() if key != "type"} for line in lines]
    assert [*whole["findings"], *whole["unchecked"], *whole["skipped"]] == told
    assert {"type": "summary", "schema_version": 1} | whole["summary"] == last


@every_report
def test_junit_counts_what_it_holds(name: str) -> None:
    """Every report has a case at least, and the counts of all suites are right."""
    suites = ElementTree.fromstring(written(REPORTS[name], "junit").encode("utf-8"))
    for parent in (suites, *suites):
        cases = list(parent.iter("testcase"))
        assert str(len(cases)) == parent.get("tests") != "0"
        for tag, total in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
            assert str(len(list(parent.iter(tag)))) == parent.get(total)


def test_junit_has_a_case_for_every_rule() -> None:
    """What passes is a case too; what must be looked at is skipped with its question."""
    suites = ElementTree.fromstring(written(REPORTS["fail"], "junit").encode("utf-8"))
    assert [["failure"], []] == [[part.tag for part in case] for case in suites.iter("testcase")]
    suites = ElementTree.fromstring(written(REPORTS["review"], "junit").encode("utf-8"))
    (skipped,) = suites.iter("skipped")
    assert str(skipped.get("message")).startswith("review: Check that ")


@pytest.mark.parametrize("report_format", sorted(set(FORMATS) - {"gitlab"}))
def test_a_question_comes_with_what_answers_it(report_format: str) -> None:
    """In every format that has a place beside the message, as options or, for programs, as what is asked."""
    text = written(REPORTS["review"], report_format)
    options = "--profile commercial=yes/no --attest the-example/permission=yes/no"
    asked = '"commercial","the-example/permission"'
    assert options in text or asked in "".join(text.split())


def test_an_answer_that_several_findings_ask_for_is_told_once_for_each_page() -> None:
    """Markdown is for summaries; another page may be all that somebody reads."""
    asking = [finding("a.md", Outcome.REVIEW, f"Check that {thing}", asks=("kind",)) for thing in ("it", "all")]
    pages = tuple(page for path in ("a.md", "b.md") for page in report_of(path, *asking).pages)
    assert 2 == written(replace(REPORTS["review"], pages=pages), "markdown").count("Answer: `--profile kind=KIND`")


def test_github_reads_back_what_was_said() -> None:
    """The escapes of the runner are undone without loss, and no word of a page ends a property."""
    line, *_ = written(REPORTS["hostile"], "github").splitlines()
    command, _, message = line.removeprefix("::").partition("::")
    name, _, properties = command.partition(" ")
    keys = [part.partition("=")[0] for part in properties.split(",")]
    assert ("error", ["file", "line", "col", "title"]) == (name, keys)
    assert "%250A" in message and "%0Apaste: " in message


def test_github_shows_the_gravest_first_and_counts_the_rest() -> None:
    """Of what GitHub would hide the number is said."""
    lines = written(many(12), "github").splitlines()
    assert lines[0].startswith("::error ")
    assert "GitHub shows 10 errors, warnings and notices each of a step; 2 more stand only here" in lines


@every_report
def test_markdown_is_only_our_own_markup(name: str) -> None:
    """A reader of Markdown sees no link, picture or element that a page brought along."""
    text = written(REPORTS[name], "markdown")
    rendered = MarkdownIt("commonmark", {"html": True, "linkify": False}).enable("table").render(text)
    tree = html.document_fromstring(f"<body>{rendered}</body>")
    tags = {node.tag for node in tree.iter() if isinstance(node.tag, str)}
    own = {"html", "body", "h2", "h3", "p", "ul", "li", "code", "pre", "strong", "details", "summary"}
    assert set() == tags - own
    nodes = list(tree.iter())
    outside = [node.tail or "" for node in nodes] + [node.text or "" for node in nodes if node.tag != "code"]
    assert None is re.search(r"@|#\d|evil|www", "".join(outside))


def test_markdown_keeps_to_its_limit() -> None:
    """A comment that would be refused says how many pages it leaves out, and none of the gravest."""
    text = written(many(500), "markdown")
    assert len(text) <= 65_536
    assert text.startswith(markdown.MARKER)
    assert "<code>0500.md</code>: 1 error" in text
    told = re.search(r"\nNo room for (\d+) more pages: the other formats hold them all.\n$", text)
    assert told and 501 == int(told[1]) + text.count("<details>")


@every_report
def test_html_is_only_our_own_markup(name: str) -> None:
    """A page cannot bring elements, handlers or addresses into the report."""
    found = parsed(name)
    assert [] == found("//script | //img | //iframe | //object | //*[@src] | //@*[starts-with(name(), 'on')]")
    assert set() == set(found("//@href")) - {"#pages", "https://orig.example/terms"}
    assert 1 == len(found("//style")) and "url(" not in found("string(//style)")
    assert "default-src 'none'" in found("string(//meta[@http-equiv]/@content)")


def test_html_shows_words_of_a_page_as_words() -> None:
    """Nothing gets lost by the escaping."""
    found = parsed("hostile")
    assert "</pre><script>x</script><img src=x>\"'" in found("string(//pre)")


def test_everything_in_html_can_be_reached_by_keyboard() -> None:
    """Each box has a label, the content a way past the filter, and long lines can be scrolled."""
    found = parsed("fail")
    assert len(found("//input")) == len(found("//label/input[@type='checkbox']")) > 0
    assert "#pages" == found("string(//body//a[1]/@href)") and found("//main[@id='pages']")
    assert found("//pre") == found("//pre[@tabindex='0']") != []
    assert ["en"] == found("/html/@lang")


@pytest.mark.parametrize("report_format", ["sarif", "html"])
def test_only_web_addresses_of_terms_become_links(report_format: str) -> None:
    """A rule file of somebody else cannot make a link run code."""
    rule = replace(LINK, terms=replace(LINK.terms, url="javascript:alert(1)"))
    report = report_of("a.md", finding("a.md", Outcome.FAIL, "Expected", level=Level.ERROR, rule=rule))
    text = written(report, report_format)
    assert "helpUri" not in text and 'href="javascript' not in text
