"""Pages that we wrote, judged through the whole pipeline: folder and `expect.yaml` say how."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from licencecheck.catalogue import load_rules
from licencecheck.engine import run
from licencecheck.errors import RuleSetError
from licencecheck.model import Finding, Outcome, PageReport
from licencecheck.options import Options
from licencecheck.trials.examples import Example, examples_of
from licencecheck.trials.expectations import expectations
from licencecheck.trials.sample import TODAY

FIXTURES = Path(__file__).parent.parent / "fixtures"
CATALOGUE = load_rules(())
EXAMPLES = [example for file in CATALOGUE.files.values() for example in examples_of(file)]
UNSIGNED = {"any-repost", "perhaps-repost"}
LICENCES = {file.id for file in CATALOGUE.files.values() if file.layer == "licence"}
OWN = next(example for example in EXAMPLES if example.path.name == "own-article.html")
CREDIT = """The original source of this article is
<a href="https://www.globalresearch.ca/village-bought-own-well/5738912">Global Research</a>.<br>
Copyright © Maria Lind, Global Research, 2021"""
LINK = "https://www.globalresearch.ca/village-bought-own-well/5738912"
DUTIES = {"source-credit", "copyright-notice", "original-link"}


def name_of(example: Example) -> str:
    """Where an example stands, for the lists of the tests."""
    return example.path.relative_to(FIXTURES).as_posix()


@pytest.mark.parametrize("example", EXAMPLES, ids=name_of)
def test_a_page_is_judged_as_folder_and_expect_yaml_say(example: Example) -> None:
    """Rule set, and outcome and line of every duty."""
    assert [] == list(example.errors(CATALOGUE))


@pytest.mark.parametrize("folder", sorted(path.name for path in FIXTURES.iterdir()))
def test_every_page_says_what_is_expected_of_it_and_why(folder: str) -> None:
    """A folder bears the id of a rule set, and its `expect.yaml` speaks of every page, with the reason."""
    said = expectations(FIXTURES / folder)
    pages = {example.path.name for example in EXAMPLES if example.ruleset == folder}

    assert pages == said.keys() == {name for name, one in said.items() if one.said.get("why") and one.findings()}


def test_there_are_many_pages_and_half_of_them_are_wrong() -> None:
    """At least sixty for fifteen publishers, four or more for each, in both formats."""
    pages = Counter(example.ruleset for example in EXAMPLES)
    wrong = [example for example in EXAMPLES if example.outcome is Outcome.FAIL]

    assert len(EXAMPLES) >= 60
    assert sum(count >= 4 for count in pages.values()) >= 15
    assert len(wrong) >= len(EXAMPLES) / 2
    assert {".html", ".md"} == {example.path.suffix for example in EXAMPLES}


def test_the_rule_set_is_found_from_the_page() -> None:
    """For 98 of 100 pages that credit their publisher anywhere; no page falls to another publisher."""
    chosen = {name_of(example): run([str(example.path)], Options(today=TODAY)).pages for example in EXAMPLES}
    found = {name: pages[0].rulesets for name, pages in chosen.items()}
    foreign = {
        name: rulesets
        for name, rulesets in found.items()
        if set(rulesets) - UNSIGNED - LICENCES - {name.partition("/")[0]}
    }
    unnamed = [name_of(example) for example in EXAMPLES if "publisher" not in example.expected.said]
    right = [name for name in unnamed if found[name] == (name.partition("/")[0],)]

    assert {} == foreign
    assert len(right) / len(unnamed) >= 0.98
    assert len(unnamed) / len(EXAMPLES) >= 0.9


@pytest.mark.parametrize("original", sorted(FIXTURES.glob("*/original.html")), ids=lambda path: path.parent.name)
def test_a_publishers_own_page_is_no_repost(original: Path) -> None:
    """Whatever publishers it links and quotes."""
    (report,) = run([str(original)], Options(today=TODAY)).pages

    assert (False, ()) == (report.repost.is_repost, report.rulesets)


@pytest.mark.parametrize("example", [e for e in EXAMPLES if e.outcome is Outcome.PASS], ids=name_of)
def test_a_page_that_keeps_all_rules_passes_none_that_is_declined(example: Example) -> None:
    """Every rule of the rule set, by its id: a question with the reason, or not asked as before."""
    kept = findings(example)
    declined = dict.fromkeys(kept, "not on our site")
    asked = findings(
        replace(example, expected=replace(example.expected, said={**example.expected.said, "declined": declined}))
    )
    wanted = {Outcome.PASS: Outcome.REVIEW, Outcome.NOT_APPLICABLE: Outcome.NOT_APPLICABLE}

    assert {rule: wanted[one.verdict.outcome] for rule, one in kept.items()} == {
        rule: one.verdict.outcome for rule, one in asked.items()
    }


DAMAGES = {
    "no source": ("The original source of this article is\n", "See also\n", {"source-credit"}),
    "copyright line removed": ("<br>\nCopyright © Maria Lind, Global Research, 2021", "", {"copyright-notice"}),
    "another year": ("Global Research, 2021</p>", "Global Research, 2012</p>", {"copyright-notice"}),
    "another holder": ("Maria Lind, Global Research, 2021</p>", "The Valley Herald, 2021</p>", {"copyright-notice"}),
    "home page": (LINK, "https://www.globalresearch.ca/", {"original-link"}),
    "another article": (LINK, "https://www.globalresearch.ca/ferry-strikes-north/5600001", {"original-link"}),
    "link only in the sidebar": (
        f'<a href="{LINK}">Global Research</a>',
        "Global Research",
        {"original-link"},
    ),
    "credit only in a comment": (CREDIT, "", DUTIES),
}


MESSAGES = {
    "no source": ['Expected a credit to "Global Research", found it only in the copyright notice'],
    "copyright line removed": [
        (
            'Expected a copyright notice of "Global Research", found only the site\'s own '
            '"© 2026 Harbour Street Neighbours"'
        )
    ],
    "another year": [
        'Expected a copyright notice of 2021, found "Copyright © Maria Lind, Global Research, 2012"',
    ],
    "another holder": [
        'Expected a copyright notice of "Global Research", found "Copyright © The Valley Herald, 2021"',
    ],
    "home page": ["Expected a link to the Global Research article, found a link to the home page"],
    "another article": [
        (
            "Expected a link to the Global Research article, found a link to another article, "
            '"https://www.globalresearch.ca/ferry-strikes-north/5600001"'
        )
    ],
    "link only in the sidebar": ["Expected a link to the Global Research article, found it only in the sidebar"],
    "credit only in a comment": [
        'Expected a copyright notice of "Global Research", found it only in a reader\'s comment',
        "Expected a link to the Global Research article, found it only in a reader's comment",
        'Expected a credit to "Global Research", found it only in a reader\'s comment',
    ],
}


def findings(example: Example) -> dict[str, Finding]:
    """Findings of one page by rule id."""
    report = example.judged(CATALOGUE)
    assert isinstance(report, PageReport)
    return {finding.rule.id: finding for finding in report.findings}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damage_fails_the_duties_that_it_touches(damage: str, tmp_path: Path) -> None:
    """What is removed or changed fails its duties and no other."""
    old, new, touched = DAMAGES[damage]
    text = OWN.path.read_text(encoding="utf-8")
    assert 1 == text.count(old)
    text = text.replace(old, new)
    if damage == "link only in the sidebar":
        text = text.replace("<ul>", f'<ul><li><a href="{LINK}">The village that bought its own well</a></li>')
    if damage == "credit only in a comment":
        text = text.replace("What a good idea, we should ask about ours.", CREDIT)
        text = text.replace("Global Research, March 9, 2021", "March 9, 2021")
    if damage == "no source":
        text = text.replace("Global Research, March 9, 2021", "March 9, 2021")
        text = text.replace(">Global Research</a>", ">this</a>")
    page = tmp_path / "page.html"
    page.write_text(text, encoding="utf-8")
    expected = replace(OWN.expected, said={**OWN.expected.said, "publisher": OWN.ruleset})
    found = findings(replace(OWN, path=page, expected=expected))

    assert touched == {rule for rule, f in found.items() if f.verdict.outcome is Outcome.FAIL}
    assert MESSAGES[damage] == [found[rule].verdict.message for rule in sorted(touched)]


def test_the_undamaged_page_passes_in_full() -> None:
    """The damages start from a page on which every duty passes."""
    assert {Outcome.PASS} == {f.verdict.outcome for f in findings(OWN).values()}


def test_a_copy_that_credits_only_the_first_publisher_is_under_no_known_terms() -> None:
    """Without `--publisher` such a copy is judged as any repost: nothing on it leads to the grantor."""
    page = FIXTURES / "global-research" / "fail" / "first-publisher-only.html"
    report = run([str(page)], Options(today=TODAY))

    assert ("any-repost",) == report.pages[0].rulesets


class TestExpectations:
    """`expect.yaml` is refused with its line, and what it says wrongly is told."""

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        """A copy of one page, with no `expect.yaml` yet."""
        (tmp_path / "pass").mkdir()
        (tmp_path / "pass" / "own.html").write_text(OWN.path.read_text(encoding="utf-8"), encoding="utf-8")
        return tmp_path

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("own.html: {profil: {}}", "1: `own.html` has no key 'profil'; did you mean 'profile'?"),
            ("own.html:\n  profile: {comercial: no}", "2: `own.html.profile` has no key 'comercial'"),
            ("own.html: {}\nother.html: {}", "2: there is no page 'other.html' in pass, review or fail"),
            ("own.html:\n  original: no.html", "2: there is no file no.html beside expect.yaml"),
            ("own.html: {pass: {permission: no}}", "1: `own.html.pass.permission` is a number or null, not text"),
        ],
    )
    def test_a_mistake_is_told_with_its_line(self, folder: Path, text: str, message: str) -> None:
        """As for every file that users write."""
        (folder / "expect.yaml").write_text(text, encoding="utf-8")
        with pytest.raises(RuleSetError) as raised:
            expectations(folder)

        assert message in str(raised.value)

    @pytest.mark.parametrize(
        ("said", "expected", "found"),
        [
            ("pass: {original-link: 27}", "pass in line 27", "pass in line 28: Found a link to the Global Research"),
            ("fail: {original-link: 28}", "fail in line 28", "pass in line 28: Found a link to the Global Research"),
            ("review: {original-link: null}", "review in no line", "pass in line 28: Found a link to the Global"),
            ("pass: {no-such: 1}", "pass in line 1", "no such rule"),
            (
                "pass: {original-link: 28}",
                "nothing, as expect.yaml does not name it",
                "pass in line 27: Found a credit to",
            ),
            ("says: {original-link: a home page}", "the words “a home page”", "pass in line 28: Found a link to the"),
            ("says: {no-such: a link}", "the words “a link”", "no such rule"),
        ],
    )
    def test_what_is_judged_otherwise_is_told(self, folder: Path, said: str, expected: str, found: str) -> None:
        """Another line, another outcome, an unknown or unnamed rule, other words."""
        (folder / "expect.yaml").write_text(f"own.html:\n  original: {LINK}\n  {said}\n", encoding="utf-8")
        page, expectation = folder / "pass" / "own.html", expectations(folder)["own.html"]
        errors = list(replace(OWN, path=page, expected=expectation).errors(CATALOGUE))

        assert any(expected == error.expected and error.found.startswith(found) for error in errors), errors

    def test_a_page_in_the_wrong_folder_is_told(self, folder: Path) -> None:
        """With what the folder says of it."""
        expectation = replace(OWN.expected, folder=folder)
        (error, *_) = replace(
            OWN, path=folder / "pass" / "own.html", outcome=Outcome.FAIL, expected=expectation
        ).errors(CATALOGUE)

        assert "fail, as the folder says" == error.expected
        assert error.found.startswith("review: ") or error.found.startswith("pass: ")

    def test_a_page_of_another_rule_set_must_name_its_own(self, folder: Path) -> None:
        """Else the example would prove nothing of it."""
        page = folder / "pass" / "own.html"
        (error,) = replace(OWN, path=page, ruleset="propublica").errors(CATALOGUE)

        assert "that it judges the page" == error.expected
        assert "that global-research judges the page; name it as `publisher:`" in error.found
