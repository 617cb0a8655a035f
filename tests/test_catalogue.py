"""Rule files: reading them, what is said of broken ones, merging, and which of them judge a page."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from licencecheck.catalogue import ANY_REPOST, Catalogue, load_rules, problems
from licencecheck.catalogue.families import elements, settle, unported
from licencecheck.errors import RuleSetError, UsageError
from licencecheck.model import (
    Canonical,
    Confidence,
    Counter,
    Credit,
    CreditForm,
    Identity,
    LicenceStatement,
    Link,
    Location,
    Page,
    RepostDecision,
    Rule,
    RuleSet,
    Scope,
    Statement,
    Target,
)
from licencecheck.options import Options
from licencecheck.strict_yaml.reading import read

TODAY = date(2026, 11, 22)
HERE = Location("page.html", 9, 1)
REPOST = RepostDecision(is_repost=True, confidence=Confidence.HIGH, reason="it credits another")
HEAD = """\
id: river-post
publisher: {name: River Post, aliases: [The River], domains: [river.example]}
terms: {url: "https://river.example/terms", as_of: 2026-01, compiled: 2026-11-22}
"""
LINK_RULE = 'rules: [{requires: original-link, quote: "link it"}]\n'
FAMILY = """\
id: open-family
layer: licence
family: [CC-BY-9.0, CC-BY-NC-9.0]
publisher: {name: "Open {elements} {version}"}
terms: {url: "https://open.example/{unit}", as_of: 2026, compiled: 2026-11-22}
rules:
  - {requires: licence-link, quote: "link the licence", proof: licence}
  - {requires: author-credit, quote: "name the author", proof: licence}
  - {requires: noncommercial, when: {licence-has: NC}, quote: "no commerce", proof: licence}
"""


def write(folder: Path, text: str, name: str = "own.yaml") -> Path:
    """Write a rule file into `folder`."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def said(folder: Path, text: str) -> list[str]:
    """Say what is wrong with a rule file: `line: message`."""
    path = write(folder, text)
    found = problems([path])[path.as_posix()]
    return [str(error).removeprefix(f"{path.as_posix()}:") for error in found]


def built(folder: Path, *texts: str) -> Catalogue:
    """Load own rule files."""
    for number, text in enumerate(texts):
        write(folder, text, f"{number}.yaml")
    return load_rules([folder])


def ruleset(folder: Path, *texts: str, name: str = "river-post") -> RuleSet:
    """Load own rule files and give one of their rule sets."""
    return built(folder, *texts).ruleset(name)


def rules_of(found: RuleSet) -> dict[str, Rule]:
    """Give the rules of a rule set by id."""
    return {rule.id: rule for rule in found.rules}


def page(**facts: Any) -> Page:
    """Make a page of a site that reposts."""
    known = {"path": "page.html", "url": None, "format": "html", "identity": Identity(), "repost": REPOST}
    return Page(**(known | facts))


def credit(name: str | None, *urls: str) -> Credit:
    """Make a credit with links."""
    links = tuple(Link(text="a", location=HERE, href=url, url=url, target=Target.ARTICLE) for url in urls)
    return Credit(text=f"Source: {name}", location=HERE, name=name, form=CreditForm.LABEL, links=links)


def licence(name: str, scope: Scope = Scope.ARTICLE) -> LicenceStatement:
    """Make a licence statement."""
    return LicenceStatement(text=name, location=HERE, id=name, url=None, scope=scope, by=(Statement.WORDS,))


def judged_by(catalogue: Catalogue, **facts: Any) -> list[str]:
    """Name the rule sets that judge a page."""
    options = facts.pop("options", Options(today=TODAY))
    return [found.id for found in catalogue.for_page(page(**facts), options)]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The bundled rule sets."""
    return load_rules()


class TestReading:
    """Strict YAML as plain data with lines."""

    def test_words_stay_words(self) -> None:
        """Only true, false, null and plain numbers are no text."""
        text = "{a: no, b: 2023-09, c: true, d: 7, e: null, f: '7', g: 4.0, h: 0x1f, i: 1_000}"
        found = read(text, "x", RuleSetError).data

        assert {
            "a": "no", "b": "2023-09", "c": True, "d": 7, "e": None, "f": "7", "g": 4.0, "h": "0x1f", "i": "1_000",
        } == found  # fmt: skip

    def test_every_value_has_its_line(self) -> None:
        """Keys of mappings and items of sequences are found in the file, and what is missing at what is around it."""
        source = read("a: 1\nb:\n  - c: 2\n  - d\n", "x", RuleSetError)

        assert [1, 2, 3, 3, 4] == [
            source.line_at(steps) for steps in (("a",), ("b",), ("b", 0), ("b", 0, "c"), ("b", 1))
        ]
        assert 4 == source.line_at(("b", 1, "missing"))

    @pytest.mark.parametrize("text", ["", "# nothing\n", "---\n"])
    def test_a_file_without_a_value_holds_no_key(self, text: str) -> None:
        """What it lacks is for the schema to say."""
        assert {} == read(text, "x", RuleSetError).data

    @pytest.mark.parametrize(
        ("text", "line", "words"),
        [
            ("- a\n", 1, "mapping"),
            ("a: 1\nb: 2\na: 3\n", 3, "'a' stands here twice, first in line 1"),
            ("a: &x 1\nb: *x\n", 1, "anchors"),
            ("a: 1\nb: *x\n", 2, "anchors"),
            ("a: !!python/object:os.system 1\n", 1, "tags"),
            ("a: 1\n---\nb: 1\n", 2, "second document"),
            ("%YAML 1.1\n---\na: 1\n", 1, "directives"),
            ("a: [1\nb: 2\n", 2, "no YAML"),
            ("? [a]\n: 1\n", 1, "key"),
            ("a: \x07\n", None, "character"),
        ],
    )
    def test_what_is_refused(self, text: str, line: int | None, words: str) -> None:
        """Whatever could surprise a reader is refused with its line."""
        with pytest.raises(RuleSetError) as caught:
            read(text, "x.yaml", RuleSetError)

        assert line == caught.value.line
        assert words in str(caught.value)

    @pytest.mark.parametrize(
        "text",
        [
            "[" * 900_000,
            "a: " + "{b: " * 200_000,
            "- " * 400_000,
            "? " * 400_000,
            "".join(f"k{number}: v\n" for number in range(90_000)),
            "".join(f"%TAG !{number}! x\n" for number in range(50_000)),
            "a: " + "x, " * 300_000,
            "a: [" + "b, " * 300_000,
            '"' + "\\" * 900_000,
            "rules:\n" + "  - {requires: orginal-link, quote: x}\n" * 20_000,
            HEAD
            + "rules:\n"
            + "".join(f"  - {{requires: noindex, id: r{number}, quote: x}}\n" for number in range(700)),
            HEAD + "rules:\n" + "  - {id: r, any-of: [{requires: noindex}, {requires: noindex}], quote: x}\n" * 250,
            HEAD + "override: {" + "".join(f"r{number}: {{off: {{}}}}, " for number in range(900)) + "}",
        ],
        ids=range(13),
    )
    def test_a_hostile_file_takes_no_longer_than_a_second(self, tmp_path: Path, text: str) -> None:
        """Nesting, size and repetition are bounded, also where the file is validated."""
        path = write(tmp_path, text)
        problems([write(tmp_path, HEAD, "warm.yaml")])
        start = time.process_time()
        problems([path])

        assert time.process_time() - start < 1

    def test_a_file_that_is_no_utf8_names_the_line(self, tmp_path: Path) -> None:
        """The encoding is not guessed."""
        path = tmp_path / "own.yaml"
        path.write_bytes(b"id: a\npublisher: {name: Caf\xe9}\n")

        assert [f"{path.as_posix()}:2: the file is not UTF-8; save it as UTF-8"] == [
            str(error) for error in problems([path])[path.as_posix()]
        ]

    def test_a_file_that_is_too_large_is_not_read(self, tmp_path: Path) -> None:
        """A megabyte is enough for the terms of one party."""
        assert ["larger than 1,000,000 bytes" in problem for problem in said(tmp_path, "#" * 1_000_001)] == [True]


class TestProblems:
    """What is said of a broken file: line, what is wrong, what would be right."""

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            (
                'rules: [{requires: orginal-link, quote: "x"}]',
                "4: 'orginal-link' is no requirement type; did you mean 'original-link'?",
            ),
            ("rules:\n  - {requires: source-credit}", "5: `rules[0]` lacks `quote:`"),
            (
                "rules:\n  - {requires: source-credit, levl: must, quote: x}",
                "5: `rules[0]` has no key 'levl'; did you mean 'level'?",
            ),
            (
                "rules: [{requires: original-link, quote: x,\n  to: [artcle]}]",
                "5: `rules[0].to[0]` cannot be 'artcle'; did you mean 'article'?",
            ),
            (
                "rules: [{requires: original-link, quote: x, to: article}]",
                "4: `rules[0].to` is a list, not text; write [article]",
            ),
            (
                "rules: [{requires: source-credit, quote: x, at: botom}]",
                "4: `rules[0].at` cannot be 'botom'; did you mean 'bottom'?",
            ),
            (
                "rules: [{requires: source-credit, quote: x, at: {place: top, level: may}}]",
                "4: `rules[0].at.level` cannot be 'may'; it may be must, should",
            ),
            ("permission: [{is: grnted}]", "4: `permission[0].is` cannot be 'grnted'; did you mean 'granted'?"),
            ("covers: [{when: {kynd: a}, is: ask}]", "4: `covers[0].when` has no key 'kynd'; did you mean 'kind'?"),
            ("layr: publisher", "4: a rule file has no key 'layr'; did you mean 'layer'?"),
            ("licence: []", "4: `licence` is empty"),
            (f"rules: [{{requires: noindex, quote: '{'x' * 201}'}}]",
             "4: `rules[0].quote` has 201 characters; at most 200 are allowed"),
            (
                "extends: [cc-by-5.0]",
                "4: there is no rule set 'cc-by-5.0' to extend; did you mean 'cc-by-4.0'?",
            ),
            (
                "extends: [cc-by-4.0]\noverride:\n  licence-links: off",
                "6: no rule 'licence-links' is inherited that could be overridden; did you mean 'licence-link'?",
            ),
            (
                "rules:\n  - {requires: noindex, quote: x}\n  - {requires: noindex, quote: x}",
                "6: two rules are called 'noindex'; give one of them an `id:`",
            ),
            (
                "rules: [{requires: credit-line, template: hose, quote: x}]\ncredit: [{id: house, text: x}]",
                "4: there is no template 'hose' under `credit:`; did you mean 'house'?",
            ),
            (
                "questions: {partner: Are you?}\nrules: [{requires: noindex, quote: x,\n when: {attested: [partnr]}}]",
                "6: nobody is asked `partnr`; write the question under `questions:`; did you mean 'partner'?",
            ),
            ("extends: [river-post]", "4: 'river-post' extends itself, by way of river-post"),
        ],
    )  # fmt: skip
    def test_the_message_names_line_fault_and_remedy(self, tmp_path: Path, text: str, message: str) -> None:
        """Every message stands at the line of what is wrong."""
        assert [message] == said(tmp_path, HEAD + text + "\n")

    def test_terms_without_the_day_of_writing_are_refused(self, tmp_path: Path) -> None:
        """Provenance is not optional."""
        text = HEAD.replace(", compiled: 2026-11-22", "")

        assert ["3: `terms` lacks `compiled:`"] == said(tmp_path, text)

    def test_a_licence_cannot_extend_a_publisher(self, tmp_path: Path) -> None:
        """Layers go from licence to network to publisher."""
        text = HEAD.replace("publisher: {", "layer: licence\npublisher: {") + "extends: [propublica]\n"

        assert ["5: a licence cannot extend the publisher 'propublica'; it is the other way round"] == said(
            tmp_path, text
        )

    def test_an_id_that_is_taken_names_both_files(self, tmp_path: Path) -> None:
        """Of two own files with one id the second is at fault."""
        write(tmp_path, HEAD, "a.yaml")
        write(tmp_path, HEAD, "b.yaml")

        with pytest.raises(RuleSetError, match=r"b\.yaml:1: the id 'river-post' is taken by .*a\.yaml"):
            load_rules([tmp_path])

    def test_examples_beside_a_rule_file_are_no_rules(self, tmp_path: Path) -> None:
        """Their `expect.yaml` is of another kind."""
        write(tmp_path, HEAD, "river-post.yaml")
        (tmp_path / "river-post").mkdir()
        write(tmp_path / "river-post", "every-page: {original: original.html}", "expect.yaml")

        assert [[]] == list(problems([tmp_path]).values())
        assert "river-post" in load_rules([tmp_path]).files

    def test_loading_raises_the_first_problem(self, tmp_path: Path) -> None:
        """A run does not begin with a broken rule file."""
        write(tmp_path, HEAD + "rules: [{requires: foo, quote: x}]\n")

        with pytest.raises(RuleSetError, match=r"own\.yaml:4: 'foo' is no requirement type"):
            load_rules([tmp_path])

    def test_a_folder_that_is_not_there_is_a_usage_error(self, tmp_path: Path) -> None:
        """A misspelt option is no empty folder."""
        with pytest.raises(UsageError, match=r"no such file or folder of rules: .*/nowhere"):
            load_rules([tmp_path / "nowhere"])


class TestMerging:
    """What a rule file becomes."""

    def test_a_file_becomes_a_rule_set(self, tmp_path: Path) -> None:
        """Publisher, terms and rules are those of the file."""
        found = ruleset(tmp_path, HEAD + LINK_RULE)

        assert ("river-post", "River Post", "2026-01") == (found.id, found.publisher.name, found.terms.as_of)
        assert ["river-post/original-link"] == [rule.name for rule in found.rules]

    def test_the_keys_of_an_own_file_may_have_any_order(self, tmp_path: Path) -> None:
        """A publisher that stands last is found by name all the same."""
        id_line, publisher, terms = HEAD.splitlines(keepends=True)
        own = built(tmp_path, id_line + terms + LINK_RULE + publisher)

        assert ["river-post"] == judged_by(own, credits=(credit("The River"),))

    def test_sections_stand_first(self, tmp_path: Path) -> None:
        """`covers:` and `permission:` are rules before all others."""
        found = ruleset(tmp_path, HEAD + LINK_RULE + "permission: [{is: granted}]\ncovers: [{is: covered}]\n")

        assert ["grant-scope", "permission", "original-link"] == [rule.id for rule in found.rules]
        assert {"permission": [{"is": "granted"}]} == found.rules[1].parameters

    def test_a_family_gives_a_rule_set_for_each_licence(self, tmp_path: Path) -> None:
        """Placeholders are filled, and a rule of NC licences is no rule of others."""
        found = built(tmp_path, FAMILY)
        plain, noncommercial = found.ruleset("cc-by-9.0"), found.ruleset("cc-by-nc-9.0")

        assert ("Open BY 9.0", "https://open.example/by", ("CC-BY-9.0",)) == (
            plain.publisher.name, plain.terms.url, plain.licence,
        )  # fmt: skip
        assert ["licence-link", "author-credit"] == [rule.id for rule in plain.rules]
        assert rules_of(noncommercial)["noncommercial"].when is None

    def test_what_is_extended_is_inherited_with_its_terms(self, tmp_path: Path) -> None:
        """Inherited rules bear the publisher's name and the licence's proof."""
        found = ruleset(tmp_path, FAMILY, HEAD + "extends: [cc-by-9.0]\n" + LINK_RULE)
        inherited = rules_of(found)["licence-link"]

        assert ["original-link", "licence-link", "author-credit"] == [rule.id for rule in found.rules]
        assert ("river-post/licence-link", "https://open.example/by") == (inherited.name, inherited.terms.url)
        assert ("CC-BY-9.0",) == found.licence

    def test_the_nearest_rule_wins(self, tmp_path: Path) -> None:
        """A rule of the publisher stands for the licence's rule of the same id."""
        own = 'rules: [{requires: author-credit, institution: true, quote: "and the institution"}]\n'
        found = ruleset(tmp_path, FAMILY, HEAD + "extends: [cc-by-9.0]\n" + own)

        assert {"institution": True} == rules_of(found)["author-credit"].parameters

    def test_an_override_changes_what_it_names(self, tmp_path: Path) -> None:
        """Level and parameters change, the rest stays."""
        own = "extends: [cc-by-9.0]\noverride: {licence-link: {level: should, licence: [CC-BY-8.0]}}\n"
        changed = rules_of(ruleset(tmp_path, FAMILY, HEAD + own))["licence-link"]

        assert ("should", ["CC-BY-8.0"], "link the licence") == (
            changed.level, changed.parameters["licence"], changed.quote,
        )  # fmt: skip

    def test_an_override_with_a_quote_is_proved_by_the_publisher(self, tmp_path: Path) -> None:
        """A sentence of the publisher comes from the publisher's terms."""
        own = "extends: [cc-by-9.0]\noverride: {licence-link: {level: should, quote: our words}}\n"
        changed = rules_of(ruleset(tmp_path, FAMILY, HEAD + own))["licence-link"]

        assert ("our words", "https://river.example/terms", "policy") == (
            changed.quote,
            changed.terms.url,
            changed.proof,
        )

    def test_off_takes_a_rule_away(self, tmp_path: Path) -> None:
        """The publisher waives what the licence asks."""
        own = "extends: [cc-by-9.0]\noverride: {licence-link: off}\n"

        assert ["author-credit"] == [rule.id for rule in ruleset(tmp_path, FAMILY, HEAD + own).rules]

    def test_off_under_a_condition_is_an_exception(self, tmp_path: Path) -> None:
        """What is waived for some is asked of all others."""
        own = "extends: [cc-by-9.0]\noverride: {author-credit: {off: {when: {kind: news, ads: false}}, quote: x}}\n"
        changed = rules_of(ruleset(tmp_path, FAMILY, HEAD + own))["author-credit"]

        assert {"unless": [{"kind": "news", "ads": False}]} == changed.when

    def test_a_change_under_a_condition_leaves_the_rule_as_it_was_elsewhere(self, tmp_path: Path) -> None:
        """A section of the publisher asks for more than the licence."""
        own = "extends: [cc-by-9.0]\noverride: {author-credit: {when: {section: blogs}, institution: true, quote: x}}\n"
        changed = rules_of(ruleset(tmp_path, FAMILY, HEAD + own))["author-credit"]

        assert changed.otherwise is not None
        assert ({"section": "blogs"}, {"institution": True}) == (changed.when, changed.parameters)
        assert (None, {}) == (changed.otherwise.when, changed.otherwise.parameters)
        assert "river-post/author-credit" == changed.otherwise.name

    def test_a_network_is_for_its_members(self, tmp_path: Path) -> None:
        """`members:` denies the terms to all others, before any case of them."""
        asked = "questions: {partner: Are you one?}\n"
        own = f"layer: network\nmembers: {{attested: partner}}\n{asked}permission: [{{is: granted, quote: x}}]\n"
        cases = ruleset(tmp_path, HEAD + own).rules[0].parameters["permission"]

        assert [{"unless": {"attested": "partner"}, "is": "denied"}, {"is": "granted", "quote": "x"}] == cases

    def test_what_is_allowed_is_inherited(self, tmp_path: Path) -> None:
        """Allowances and notes of what a file extends follow its own."""
        base = HEAD.replace("river-post", "river-press") + "allows: [{edit: title, quote: change it}]\nnotes: [plain]\n"
        own = "extends: [river-press]\nallows: [{use: Ads on the page, quote: ads are fine}]\nnotes: [{no-bulk: ask}]\n"
        found = ruleset(tmp_path, base, HEAD + own)

        assert [("Ads on the page", None), ("Edits of class `title`", "title")] == [
            (one.use, one.edit) for one in found.allows
        ]
        assert [("no-bulk", "ask"), (None, "plain")] == [(note.about, note.text) for note in found.notes]

    def test_a_choice_gives_one_rule_set_for_each_way(self, tmp_path: Path) -> None:
        """The ways share the id; a date opens and closes them."""
        own = """\
choose:
  - {licence: [CC-BY-9.0], extends: [cc-by-9.0], valid: {original-from: 2023-06}}
  - {licence: [GFDL-1.3]}
"""
        first, second = built(tmp_path, FAMILY, HEAD + own).ways("river-post")

        assert {"original-date": {"from": "2023-06"}} == first.when
        assert [("river-post", ("CC-BY-9.0",)), ("river-post", ("GFDL-1.3",))] == [
            (way.ruleset.id, way.ruleset.licence) for way in (first, second)
        ]

    def test_a_way_covers_only_the_originals_for_which_it_is_open(self, tmp_path: Path) -> None:
        """Of which it is, is asked where nobody knows the day or the licence of the original."""
        choice = "choose:\n  - {licence: [CC-BY-9.0], extends: [cc-by-9.0], valid: {original-from: 2023-06}}\n"
        cases = ruleset(tmp_path, FAMILY, HEAD + choice).rules[0].parameters["covers"]

        assert [
            {"unless": {"original-date": {"from": "2023-06"}}, "is": "excluded"},
            {"is": "covered"},
        ] == cases

    def test_the_licence_of_the_original_gives_one_rule_set_for_each(self, tmp_path: Path) -> None:
        """`licence: {from: original}` extends the licence that the article has, a port by the licence that it ports."""
        own = "licence: {from: original, among: [CC-BY-9.0-IGO, CC-BY-NC-9.0-IGO]}\nextends: {from: licence}\n"
        plain, noncommercial = built(tmp_path, FAMILY, HEAD + own).ways("river-post")

        assert ("CC-BY-9.0-IGO",) == plain.ruleset.licence
        assert "noncommercial" not in rules_of(plain.ruleset)
        assert "noncommercial" in rules_of(noncommercial.ruleset)

    def test_forms_of_one_duty_are_a_parameter(self, tmp_path: Path) -> None:
        """`any-of` beside `requires` is no list of alternatives."""
        own = "rules: [{requires: page-counter, any-of: [{image: river.example/c.gif}], quote: x}]\n"
        counter = ruleset(tmp_path, HEAD + own).rules[0]

        assert () == counter.any_of
        assert [{"image": "river.example/c.gif"}] == counter.parameters["any-of"]

    def test_alternatives_are_rules(self, tmp_path: Path) -> None:
        """`any-of` in place of `requires` holds rules of which one is enough."""
        own = "rules: [{id: credit, any-of: [{requires: original-link}, {requires: author-credit}], quote: x}]\n"
        rule = ruleset(tmp_path, HEAD + own).rules[0]

        assert ("any-of", ["original-link", "author-credit"]) == (
            rule.requires, [part.requires for part in rule.any_of],
        )  # fmt: skip

    def test_validity_is_a_condition_on_the_date_of_the_original(self, tmp_path: Path) -> None:
        """`valid:` joins what `when:` asks."""
        own = "rules: [{requires: noindex, when: {medium: web}, valid: {original-until: 2020}, quote: x}]\n"

        assert {"medium": "web", "original-date": {"until": 2020}} == ruleset(tmp_path, HEAD + own).rules[0].when

    def test_own_files_shadow_bundled_ones(self, tmp_path: Path) -> None:
        """A user may amend a bundled rule set under its own id."""
        found = ruleset(tmp_path, HEAD.replace("river-post", "propublica"), name="propublica")

        assert "River Post" == found.publisher.name

    def test_an_own_file_may_extend_the_bundled_one_that_it_shadows(self, tmp_path: Path) -> None:
        """An agreement with the publisher is written down as what differs from its terms."""
        own = HEAD.replace("river-post", "propublica") + "extends: [propublica]\noverride: {page-counter: off}\n"
        rules = rules_of(ruleset(tmp_path, own, name="propublica"))

        assert "original-link" in rules
        assert "page-counter" not in rules

    def test_an_unknown_id_names_the_nearest(self, catalogue: Catalogue) -> None:
        """A misspelt rule set is a usage error."""
        with pytest.raises(UsageError, match="no rule set 'propublika'; did you mean 'propublica'"):
            catalogue.ruleset("propublika")


class TestLicences:
    """Ids of Creative Commons licences."""

    @pytest.mark.parametrize(
        ("licence", "base"),
        [
            ("CC-BY-NC-ND-3.0-US", "CC-BY-NC-ND-3.0"),
            ("LicenseRef-CC-BY-SA-3.0-US", "CC-BY-SA-3.0"),
            ("CC-BY-3.0-IGO", "CC-BY-3.0"),
            ("CC-BY-SA-2.1-JP", "CC-BY-SA-2.0"),
            ("CC-BY-4.0", "CC-BY-4.0"),
            ("CC-BY", "CC-BY"),
            ("CC0-1.0", "CC0-1.0"),
            ("CC-unspecified", "CC-unspecified"),
        ],
    )
    def test_ports_fall_to_what_they_port(self, licence: str, base: str) -> None:
        """Other licences are their own base."""
        assert base == unported(licence)

    def test_elements_are_read_from_the_id(self) -> None:
        """Only Creative Commons licences have them."""
        assert {"BY", "NC", "ND"} == elements("CC-BY-NC-ND-4.0")
        assert not elements("OGL-UK-3.0")

    @pytest.mark.parametrize(
        ("wanted", "licences", "settled"),
        [
            ("NC", ["CC-BY-NC-4.0"], (True, None)),
            ("NC", ["CC-BY-4.0"], (False, None)),
            (["NC", "ND"], ["CC-BY-ND-4.0"], (True, None)),
            ({"not": "ND"}, ["CC-BY-ND-4.0"], (False, None)),
            ("NC", ["CC-BY-4.0", "CC-BY-NC-4.0"], (True, {"licence-has": "NC"})),
            ("NC", [], (True, {"licence-has": "NC"})),
        ],
    )
    def test_elements_settle_a_condition(self, wanted: object, licences: list[str], settled: object) -> None:
        """What the licences agree on is answered, the rest stays a question."""
        assert settled == settle({"licence-has": wanted}, licences)


class TestChoosing:
    """Which rule sets judge a page."""

    def test_the_name_in_a_credit_chooses(self, catalogue: Catalogue) -> None:
        """A publisher is found by name, alias and former name."""
        assert ["propublica"] == judged_by(catalogue, credits=(credit("ProPublica"),))
        assert ["global-research"] == judged_by(catalogue, credits=(credit("Centre for Research on Globalization"),))
        assert ["kff-health-news"] == judged_by(catalogue, credits=(credit("Kaiser Health News"),))

    def test_a_part_of_a_name_is_no_name(self, catalogue: Catalogue) -> None:
        """Conversation is an ordinary word."""
        assert ["the-conversation"] == judged_by(catalogue, credits=(credit("The Conversation"),))
        assert [ANY_REPOST] == judged_by(catalogue, credits=(credit("Conversation"),))

    def test_the_host_of_a_link_in_a_credit_chooses(self, catalogue: Catalogue) -> None:
        """A credit without name, or with another, is told by its link."""
        found = judged_by(catalogue, credits=(credit(None, "https://www.propublica.org/article/a"),))

        assert ["propublica"] == found

    def test_only_the_best_link_of_a_credit_chooses(self, catalogue: Catalogue) -> None:
        """A credit may also link its author or a word that it explains."""
        links = ("https://orig.example/2024/ferry", "https://en.wikipedia.org/wiki/Jane_Doe")

        assert [ANY_REPOST] == judged_by(catalogue, credits=(credit("Original Post", *links),))

    def test_a_host_that_only_ends_alike_is_another(self, catalogue: Catalogue) -> None:
        """Hosts are compared by labels."""
        assert [ANY_REPOST] == judged_by(catalogue, credits=(credit(None, "https://notpropublica.org/a"),))

    def test_a_wildcard_means_hosts_below(self, catalogue: Catalogue) -> None:
        """Wikipedia's articles stand on hosts of languages."""
        assert "wikipedia" in judged_by(catalogue, credits=(credit(None, "https://de.wikipedia.org/wiki/A"),))

    def test_the_canonical_link_chooses(self, catalogue: Catalogue) -> None:
        """A canonical address on a publisher's host is its claim."""
        url = "https://www.propublica.org/article/a"
        canonical = Canonical(text=url, location=HERE, href=url, url=url)

        assert ["propublica"] == judged_by(catalogue, canonical=canonical)

    def test_the_page_counter_chooses(self, catalogue: Catalogue) -> None:
        """A counter tells the publisher by its host."""
        url = "https://counter.theconversation.com/content/123456/count.gif"
        counter = Counter(text=url, location=HERE, url=url, family="conversation")

        assert ["the-conversation"] == judged_by(catalogue, counters=(counter,))

    def test_the_address_of_the_original_chooses(self, catalogue: Catalogue) -> None:
        """What the user says of the original counts as a link."""
        options = Options(today=TODAY, original="https://www.propublica.org/article/a")

        assert ["propublica"] == judged_by(catalogue, options=options)

    def test_every_publisher_of_the_chain_that_has_a_rule_set_judges(self, catalogue: Catalogue) -> None:
        """One without a rule set does not hinder the other."""
        chain = (credit("InfoBrick"), credit("Global Research"), credit("ProPublica"))

        assert ["global-research", "propublica"] == judged_by(catalogue, credits=chain)

    def test_the_licence_judges_where_no_publisher_does(self, catalogue: Catalogue) -> None:
        """A repost of an unknown publisher stands under the licence that it states."""
        facts = {"credits": (credit("InfoBrick"),)}

        assert ["cc-by-nd-4.0"] == judged_by(catalogue, licences=(licence("CC-BY-ND-4.0"),), **facts)
        assert ["ogl-uk-3.0"] == judged_by(catalogue, licences=(licence("OGL-UK-3.0"),), **facts)
        assert ["propublica"] == judged_by(catalogue, licences=(licence("CC-BY-4.0"),), credits=(credit("ProPublica"),))

    def test_only_the_licence_of_the_article_judges(self, catalogue: Catalogue) -> None:
        """The site's own licence says nothing of the article."""
        assert [ANY_REPOST] == judged_by(catalogue, licences=(licence("CC-BY-4.0", Scope.SITE),))

    def test_a_port_is_judged_by_what_it_ports_and_asked_for_itself(self, catalogue: Catalogue) -> None:
        """The rules are the family's, the licence to state is the port."""
        stated = page(licences=(licence("LicenseRef-CC-BY-SA-3.0-US"),))
        (found,) = catalogue.for_page(stated, Options(today=TODAY))

        assert ("cc-by-sa-3.0", ("LicenseRef-CC-BY-SA-3.0-US",)) == (found.id, found.licence)

    def test_a_licence_without_version_is_judged_by_its_newest(self, catalogue: Catalogue) -> None:
        """`CC BY` names a class of licences."""
        assert ["cc-by-4.0"] == judged_by(catalogue, licences=(licence("CC-BY"),))

    def test_an_unnamed_licence_judges_nothing(self, catalogue: Catalogue) -> None:
        """ "A Creative Commons licence" says too little."""
        assert [ANY_REPOST] == judged_by(catalogue, licences=(licence("CC-unspecified"),))

    def test_given_rule_sets_come_before_all(self, catalogue: Catalogue) -> None:
        """`--publisher` decides."""
        options = Options(today=TODAY, publishers=("cc-by-4.0", "propublica"))

        assert ["cc-by-4.0", "propublica"] == judged_by(catalogue, options=options, credits=(credit("InfoBrick"),))

    def test_the_address_of_a_site_says_more_than_its_names(self, catalogue: Catalogue) -> None:
        """A newsroom's footer may name the house to which it belongs."""
        assert ("kff-health-news",) == catalogue.of_site(("KFF",), ("https://kffhealthnews.org/news/clinics/",))
        assert ("kff",) == catalogue.of_site(("KFF",), ())

    def test_a_platform_judges_the_copies_on_it(self, catalogue: Catalogue) -> None:
        """Beside the terms of the source; what comes from the platform is no business of its terms for copies."""
        there = Identity(hosts=("ann.hashnode.dev",))
        assert ["propublica", "hashnode"] == judged_by(catalogue, identity=there, credits=(credit("ProPublica"),))
        elsewhere = (credit("Ann", "https://ann.hashnode.dev/ferry"),)
        assert [ANY_REPOST] == judged_by(catalogue, credits=elsewhere)

    def test_no_repost_no_rules(self, catalogue: Catalogue) -> None:
        """A page without any sign is not judged, also not by given rule sets."""
        own = RepostDecision(is_repost=False, confidence=Confidence.LOW, reason="no sign of a repost")
        options = Options(today=TODAY, publishers=("propublica",))

        assert [] == judged_by(catalogue, repost=own, options=options)

    def test_a_page_that_may_be_a_repost_is_one_question(self, catalogue: Catalogue) -> None:
        """Below medium confidence a person is asked once."""
        perhaps = RepostDecision(is_repost=False, confidence=Confidence.LOW, reason="perhaps", signals=("label",))
        found = catalogue.for_page(page(repost=perhaps), Options(today=TODAY))

        assert [("perhaps-repost", 1)] == [(one.id, len(one.rules)) for one in found]

    def test_the_date_of_the_original_closes_ways(self, catalogue: Catalogue) -> None:
        """A copy of 2012 holds a text of the older licence; one of 2025 may hold an older text."""
        facts = {"credits": (credit("PLOS ONE"),)}

        def licences(published: date | None) -> list[str]:
            found = catalogue.for_page(page(published=published, **facts), Options(today=TODAY))
            return [one.licence[0] for one in found]

        assert ["CC-BY-3.0"] == licences(date(2012, 1, 1))
        assert ["CC-BY-4.0", "CC-BY-3.0"] == licences(date(2025, 1, 1)) == licences(None)

    def test_own_files_come_first(self, tmp_path: Path) -> None:
        """Where own and bundled rule sets fit, the own are named first."""
        own = built(tmp_path, HEAD.replace("river.example]", "propublica.org]"))
        found = judged_by(own, credits=(credit(None, "https://propublica.org/article/a"),))

        assert ["river-post", "propublica"] == found


def test_the_bundled_rule_sets_are_found_without_reading_them_in_full(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only heads are read until a page needs a rule set."""
    from licencecheck.catalogue.files import RuleFile

    def refuse(_: RuleFile) -> None:
        raise AssertionError("a file was read in full")

    monkeypatch.setattr(RuleFile, "source", refuse)

    assert {"propublica", "cc-by-nc-nd-3.0", ANY_REPOST} <= load_rules().files.keys()


def test_the_names_of_publishers_are_known(catalogue: Catalogue) -> None:
    """Aliases and former names too, but neither licences nor the parties that stand for any publisher."""
    assert {"propublica", "kaiser health news", "global voices online"} <= catalogue.names
    assert not {"the first publisher", "cc by 4.0"} & catalogue.names


def test_a_page_that_is_a_repost_of_low_confidence_is_judged(catalogue: Catalogue) -> None:
    """Whether it is a repost decides, not how sure that is."""
    low = replace(REPOST, confidence=Confidence.LOW)

    assert ["propublica"] == judged_by(catalogue, repost=low, credits=(credit("ProPublica"),))
