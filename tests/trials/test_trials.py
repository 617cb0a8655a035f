"""Trials of rule sets: made pages pass, damages are found, and a checker that sees nothing is found out."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import licencecheck
from licencecheck.catalogue import Catalogue, load_rules
from licencecheck.engine import judging
from licencecheck.model import Case, Location, Outcome, Rule, Verdict
from licencecheck.trials import prove, trial_of
from licencecheck.trials.damages import damages
from licencecheck.trials.duties import DUTIES
from licencecheck.trials.facts import facts, has
from licencecheck.trials.pages import html, markdown
from licencecheck.trials.parts import Kind, Part, Piece, Slot
from licencecheck.trials.sample import AUTHOR, sample_of

TRIALS = Path(licencecheck.__file__).parent / "trials"
FEW = (
    "global-research",
    "the-conversation",
    "propublica",
    "kff-health-news",
    "wikipedia",
    "cc-by-sa-4.0",
    "any-repost",
)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The bundled rule sets."""
    return load_rules()


def own(folder: Path, rules: str, more: str = "") -> Path:
    """Write a rule file of the River Post."""
    path = folder / "river-post.yaml"
    head = "id: river-post\npublisher: {name: River Post, domains: [river.example]}\n"
    terms = "terms: {url: 'https://river.example/terms', as_of: 2026, compiled: 2026-11-22}\n"
    path.write_text(f"{head}{terms}{more}rules:\n{rules}", encoding="utf-8")
    return path


def verdict(outcome: Outcome, case: Case) -> Verdict:
    """Say the same of every page."""
    return Verdict(outcome=outcome, message="", location=Location(case.page.path))


@pytest.mark.parametrize("name", FEW)
def test_a_rule_set_is_judged_as_its_damages_say(name: str, catalogue: Catalogue) -> None:
    """The compliant page passes, and of each damage the rules that it touches complain, and no other."""
    score = trial_of(catalogue.ruleset(name), catalogue)

    assert () == score.wrong
    assert score.right == score.pages > 20


@pytest.mark.parametrize("outcome", [Outcome.PASS, Outcome.FAIL])
def test_a_checker_that_says_the_same_of_every_page_is_found_out(
    outcome: Outcome, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither a blind nor a strict one comes near the threshold."""
    monkeypatch.setattr(judging, "judge", lambda case: verdict(outcome, case))
    score = trial_of(catalogue.ruleset("global-research"), catalogue)

    assert score.right / score.pages < 0.7
    assert {"no complaint" if outcome is Outcome.FAIL else "a complaint"} == {one.expected for one in score.wrong}


def test_rules_that_no_damage_reaches_are_told(tmp_path: Path) -> None:
    """A question that only a person answers is reached by withdrawing the answer; an unconditional grant is not."""
    own(tmp_path, "  - {requires: attestation, ask: Sold?, quote: x}\n", "permission: [{is: granted, quote: x}]\n")
    loaded = load_rules([tmp_path])

    assert ("permission",) == trial_of(loaded.ruleset("river-post"), loaded).unreached


class TestPages:
    """The pages of a trial."""

    def test_both_forms_hold_every_part(self, catalogue: Catalogue) -> None:
        """What stands on the HTML page stands in the post, but for sidebar and comments."""
        sample = sample_of(catalogue.ruleset("propublica"))
        parts = [
            Part(kind=Kind.HEADLINE, slot=Slot.TOP, pieces=(Piece("A headline"),)),
            Part(kind=Kind.CREDIT, slot=Slot.BOTTOM, pieces=(Piece("from "), Piece("here", "https://a.example/x"))),
            Part(kind=Kind.META, slot=Slot.HEAD, pieces=(Piece("https://a.example/x"),), name="canonical"),
            Part(kind=Kind.IMAGE, slot=Slot.BOTTOM, pieces=(Piece("https://a.example/count.gif"),)),
        ]

        page, post = html(parts, sample).decode(), markdown(parts, sample).decode()
        assert '<link rel="canonical" href="https://a.example/x">' in page
        assert "canonical_url: https://a.example/x\n" in post
        assert '<p>from <a href="https://a.example/x">here</a></p>' in page
        assert "from [here](https://a.example/x)\n" in post
        assert '<img src="https://a.example/count.gif"' in page
        assert '<img src="https://a.example/count.gif"' in post

    def test_what_a_part_says_follows_from_its_words(self, catalogue: Catalogue) -> None:
        """A credit in the sidebar is said, but not in the article; words that are prescribed may be a credit or not."""
        sample = sample_of(catalogue.ruleset("propublica"))
        words = (Piece(f"{AUTHOR} of "), Piece("ProPublica", sample.url))
        aside = facts([Part(kind=Kind.CREDIT, slot=Slot.ASIDE, pieces=words)], sample)
        line = facts([Part(kind=Kind.LINE, slot=Slot.BOTTOM, pieces=words, template="main")], sample)

        assert False is has(aside, "name", "ProPublica")
        assert None is has(line, "name", "ProPublica")
        assert True is has(line, "link", "article")

    def test_a_line_with_other_words_in_its_gaps_is_open(self, catalogue: Catalogue) -> None:
        """Who stands in them other rules ask; with other words around them it is not the line."""
        sample = sample_of(catalogue.ruleset("dev-to"))

        def printed(text: str) -> bool | None:
            part = Part(kind=Kind.LINE, slot=Slot.BOTTOM, pieces=(Piece(text),), template="main")
            return has(facts([part], sample), "line", "main")

        words = "Originally published at "
        assert [True, None, False] == list(map(printed, (words + sample.original.name, words + "X", "Seen at X")))

    def test_every_damage_is_another_page(self, catalogue: Catalogue) -> None:
        """No damage is made twice, and none leaves page and site as they were."""
        sample = sample_of(catalogue.ruleset("propublica"))
        parts = [
            Part(kind=Kind.BYLINE, slot=Slot.BYLINE, pieces=(Piece(f"By {AUTHOR}"),)),
            Part(kind=Kind.CREDIT, slot=Slot.BOTTOM, pieces=(Piece("ProPublica", sample.url),)),
        ]
        made = [(one.parts, one.profile) for one in damages(parts, sample)]

        assert len(made) == len(set(map(str, made)))
        assert (tuple(parts), sample.profile) not in made


class TestExamples:
    """Pages beside a rule file."""

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        """A rule file with an example in each folder."""
        own(tmp_path, "  - {requires: original-link, quote: x}\n")
        link = '<a href="https://river.example/2024/ferry-returns-harbour">River Post</a>'
        for outcome, credit in {"pass": link, "fail": "River Post"}.items():
            page = tmp_path / "river-post" / outcome / "page.html"
            page.parent.mkdir(parents=True)
            page.write_text(
                f"<article><h1>Ferry</h1><p>{'Text. ' * 50}</p><p>First published by {credit}.</p></article>"
            )
        return tmp_path

    def test_the_folder_says_how_a_page_is_judged(self, folder: Path) -> None:
        """Two examples, both right."""
        (proof,) = prove([], [str(folder)], jobs=1).each

        assert (2, ()) == (proof.examples, proof.wrong)

    def test_an_example_that_is_judged_otherwise_is_told(self, folder: Path) -> None:
        """Page, rule and message stand in the lines, and the proof is not good."""
        (folder / "river-post" / "fail" / "page.html").rename(folder / "river-post" / "pass" / "other.html")
        proofs = prove(["river-post"], [str(folder)], jobs=1)

        assert not proofs.is_good
        told = (
            "pass/other.html: river-post/original-link: expected pass, as the folder says, found fail: Expected a link"
        )
        assert any(told in line for line in proofs.lines())


def imports() -> Iterator[tuple[str, str]]:
    """Yield file and module of every import of the trials."""
    for path in TRIALS.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                yield path.name, str(node.module)


def test_the_pages_are_made_without_the_code_that_finds_evidence() -> None:
    """Else a fault of it would be on both sides."""
    assert [] == [(file, module) for file, module in imports() if module.startswith("licencecheck.evidence")]


def test_duties_are_of_known_types() -> None:
    """A misspelt type would never be damaged."""
    from licencecheck.requirements import REQUIREMENTS

    assert set() == DUTIES.keys() - set(REQUIREMENTS)


def test_a_rule_of_an_unknown_kind_is_not_judged_by_the_trial(catalogue: Catalogue) -> None:
    """What no part of a page fulfils is neither met nor unmet."""
    from licencecheck.trials.duties import is_met, supply

    ruleset = catalogue.ruleset("propublica")
    rule = Rule(id="x", ruleset="propublica", requires="attestation", terms=ruleset.terms)

    assert is_met(rule, frozenset(), sample_of(ruleset)) is None
    assert supply(rule, sample_of(ruleset)) is None
