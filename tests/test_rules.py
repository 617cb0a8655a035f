"""The bundled rule files: sound, proved, and judging as their terms say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from licencecheck.catalogue import ANY_REPOST, bundled, load_rules, problems
from licencecheck.catalogue.parts import GATES
from licencecheck.engine import check
from licencecheck.model import (
    Attestation,
    Counter,
    CreditForm,
    CreditPart,
    Finding,
    LicenceStatement,
    Page,
    PermissionNote,
    Place,
    Role,
    Rule,
    RuleSet,
    Scope,
    SiteProfile,
    Statement,
)
from licencecheck.options import Options
from licencecheck.schema.definitions import LONGEST_QUOTE
from tests.requirements.making import at, block, byline, credit, link, notice, page

TODAY = date(2026, 11, 22)
UNRECORDED = {
    "canada-ca", "copernicus", "frontiers-young-minds", "greater-good", "nj-content-sharing-network", "oecd",
    "pinnacle-newspaper", "un-news", "unicef",
}  # fmt: skip
"""Terms that were read in a copy whose address nobody wrote down."""
SCREEN = 50
"""Lines of a screen."""
CATALOGUE = load_rules()
FILES = sorted(bundled().rglob("*.yaml"))
EXPECTED = {
    *("global-research", "the-conversation", "propublica", "kff-health-news", "our-world-in-data", "global-voices"),
    *("wikipedia", "any-repost", "perhaps-repost", "cc0-1.0", "ogl-uk-3.0"),
    *(
        f"cc-{unit}-{version}"
        for unit in ("by", "by-nc", "by-nc-nd", "by-nc-sa", "by-nd", "by-sa")
        for version in ("1.0", "2.0", "2.5", "3.0", "4.0")
    ),
}


def permission(text: str, line: int, role: Role, *, claims: bool = False) -> PermissionNote:
    """Make a sentence on the use of the article, behind it."""
    return PermissionNote(text=text, location=at(line), role=role, place=Place.BOTTOM, claims=claims)


def rulesets() -> Iterator[RuleSet]:
    """Give every way of every bundled rule set."""
    for name in CATALOGUE.files:
        yield from (way.ruleset for way in CATALOGUE.ways(name))


def quotes(rule: Rule) -> list[str]:
    """Give the sentences of a rule and of its cases."""
    cases = rule.parameters.get(next((section for section, name in GATES.items() if name == rule.requires), ""), [])
    assert isinstance(cases, list)
    return [rule.quote, *(case["quote"] for case in cases if "quote" in case)]


def outcomes(judged: Page, name: str, **profile: Any) -> dict[str, str]:
    """Judge a page by a bundled rule set: outcome, or level of a failure, by rule."""
    found = check(judged, CATALOGUE.ruleset(name), Options(today=TODAY, profile=SiteProfile(**profile)))
    return {one.rule.id: one.verdict.outcome.value if one.level == "none" else one.level.value for one in found}


def finding(judged: Page, name: str, rule: str, **profile: Any) -> Finding:
    """Judge a page by one rule of a bundled rule set."""
    found = check(judged, CATALOGUE.ruleset(name), Options(today=TODAY, profile=SiteProfile(**profile)))
    return next(one for one in found if one.rule.id == rule)


def licence(name: str, url: str | None = None) -> LicenceStatement:
    """Make a licence statement after the article."""
    by = (Statement.WORDS, Statement.LINK) if url else (Statement.WORDS,)
    return LicenceStatement(
        text=f"under {name}", location=at(11), place=Place.BOTTOM, id=name, url=url, scope=Scope.ARTICLE, by=by
    )


def test_every_rule_set_that_is_promised_is_there() -> None:
    """Publishers, platforms and licences."""
    assert EXPECTED <= CATALOGUE.files.keys()


def test_every_file_is_sound() -> None:
    """No file has anything against the schema, and what it extends is there."""
    assert {} == {name: list(map(str, found)) for name, found in problems().items() if found}


def test_the_head_of_a_file_says_what_the_whole_file_says() -> None:
    """What stands before `terms:` is all that is needed to choose a rule set."""
    for name, file in CATALOGUE.files.items():
        full = CATALOGUE.ruleset(name)
        assert (full.id, full.publisher, full.layer) == (file.id, file.publisher, file.layer)
        assert set(file.licence) <= {one for way in CATALOGUE.ways(name) for one in way.ruleset.licence}


@pytest.mark.parametrize("ruleset", list(rulesets()), ids=lambda ruleset: ruleset.id)
def test_every_rule_has_a_short_sentence_as_proof(ruleset: RuleSet) -> None:
    """No rule without quote, no quote that copies the terms."""
    for rule in ruleset.rules:
        assert all(0 < len(quote) <= LONGEST_QUOTE for quote in quotes(rule)), rule.name


@pytest.mark.parametrize("ruleset", list(rulesets()), ids=lambda ruleset: ruleset.id)
def test_terms_are_dated(ruleset: RuleSet) -> None:
    """When the file was written is a day; when the terms were seen to say so may be unknown."""
    assert date.fromisoformat(ruleset.terms.compiled) <= TODAY
    assert re.fullmatch(r"unknown|\d{4}(-\d\d){0,2}", ruleset.terms.as_of)
    assert ruleset.terms.url or ruleset.id in {ANY_REPOST, "perhaps-repost", *UNRECORDED}


@pytest.mark.parametrize("ruleset", list(rulesets()), ids=lambda ruleset: ruleset.id)
def test_literal_proof_has_an_address(ruleset: RuleSet) -> None:
    """A sentence in quotation marks can be looked up."""
    literal = [rule for rule in ruleset.rules if rule.proof.literal]

    assert ruleset.id in UNRECORDED or all(rule.terms.url for rule in literal)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_begins_with_one_line_that_says_what_it_is(path: Path) -> None:
    """A comment, then the id, which is the name of the file."""
    first, second = path.read_text(encoding="utf-8").splitlines()[:2]

    assert first.startswith("# ")
    assert f"id: {path.stem}" == second


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_notes_give_the_reason_why_no_rule_says_it(path: Path) -> None:
    """A fact, then why it is none: joined by `;` or `,`, without full stop."""
    for name in (name for name, file in CATALOGUE.files.items() if file.path == path):
        for note in CATALOGUE.ruleset(name).notes:
            assert not note.text.endswith(".")


def test_the_rule_set_of_global_research_fits_one_screen() -> None:
    """A publisher's terms can be read at a glance."""
    assert len((bundled() / "publishers" / "global-research.yaml").read_text(encoding="utf-8").splitlines()) <= SCREEN


NEED_THE_ORIGINAL = {"change-notice", "disclaimer-kept", "share-alike", "title-credit", "verbatim-text"}
"""Rules that are questions where no original is given."""


class TestGlobalResearch:
    """A grant to community sites, for articles of its own."""

    own = page(
        credits=(credit("Global Research", 9, link("https://www.globalresearch.ca/ferry-returns-harbour/5690000")),),
        bylines=(byline(),),
        notices=(notice("Jane Doe", "Global Research"),),
        published=date(2024, 3, 1),
    )
    chain = page(
        credits=(
            credit("InfoBrick", 9, link("#")),
            credit("Global Research", 3, form=CreditForm.DATELINE, part=CreditPart.GRANTOR, place=Place.BYLINE),
        ),
        notices=(notice("Jane Doe", "InfoBrick"),),
    )

    def test_an_article_of_its_own_on_a_community_site_passes_in_full(self) -> None:
        """Source, copyright and link are there, and the use is granted."""
        assert {
            "grant-scope": "pass",
            "permission": "pass",
            "source-credit": "pass",
            "copyright-notice": "pass",
            "original-link": "pass",
        } == outcomes(self.own, "global-research", kind="community", commercial=False)

    def test_an_article_of_another_is_a_question(self) -> None:
        """The grant speaks of its own articles."""
        found = finding(self.chain, "global-research", "grant-scope")

        assert found.verdict.message == (
            "Check that the terms of Global Research cover this article: "
            "Has InfoBrick allowed this? The grant speaks of Global Research articles"
        )
        assert "not always been specifically authorized" in found.rule.quote

    def test_a_recorded_answer_settles_the_scope(self) -> None:
        """A person has asked the first publisher."""
        answer = Attestation(id="global-research/grant-scope", answer="yes", who="Jane Doe", on=TODAY)

        assert "pass" == outcomes(self.chain, "global-research", attestations=(answer,))["grant-scope"]

    def test_a_silent_profile_leaves_the_permission_open(self) -> None:
        """Kind and commerce of the site decide."""
        found = finding(self.own, "global-research", "permission")

        assert "review" == found.verdict.outcome
        assert "What kind of site is this" in found.verdict.message
        assert "Is the site commercial" in found.verdict.message

    @pytest.mark.parametrize(
        ("profile", "lacking"),
        [
            ({"kind": "news", "commercial": False}, "the site is of the kind community"),
            ({"kind": "community", "commercial": True}, "the site is not commercial"),
            ({"medium": "print", "kind": "community", "commercial": False}, "the medium is web"),
        ],
        ids=str,
    )
    def test_every_other_use_is_to_be_asked_for(self, profile: dict[str, Any], lacking: str) -> None:
        """The contact stands in the message with what would do without it, the sentence that says so beside it."""
        found = finding(self.own, "global-research", "permission", **profile)

        assert found.verdict.message == (
            "Check that Global Research permits this use: it is on request from publications@globalresearch.ca; "
            f"without a request it is permitted only if {lacking}"
        )
        assert found.rule.quote.startswith("For publication of Global Research articles in print")

    def test_a_recorded_permission_passes(self) -> None:
        """Somebody asked, and it was granted."""
        answer = Attestation(id="global-research/permission", answer="yes", who="Jane Doe", on=TODAY)
        profile = {"kind": "news", "commercial": True, "attestations": (answer,)}

        assert "pass" == outcomes(self.own, "global-research", **profile)["permission"]


class TestTheConversation:
    """A proper repost with the code that the publisher hands out."""

    article = "https://theconversation.com/ferry-returns-to-the-old-harbour-123456"
    text = (
        "This article is republished from The Conversation under a Creative Commons license. Read the original article."
    )
    counter = Counter(
        text="counter",
        location=at(12),
        url="https://counter.theconversation.com/content/123456/count.gif",
        family="the-conversation",
    )
    proper = page(
        credits=(
            credit("The Conversation", 1, link("https://theconversation.com", 1), place=Place.TOP),
            credit("The Conversation", 9, link(article), text=text),
        ),
        blocks=(block(text),),
        bylines=(byline("Jane Doe", institution="University of Harbour"),),
        licences=(licence("CC-unspecified"),),
        counters=(counter,),
    )
    answers = tuple(
        Attestation(id=f"the-conversation/{question}", answer="no", who="Jane Doe", on=TODAY)
        for question in ("not-sold", "no-bulk", "no-ai")
    )

    def test_it_passes_in_full(self) -> None:
        """All duties are met once three questions are answered, but for the logo, which is a wish."""
        profile = {"kind": "news", "commercial": False, "attestations": self.answers}
        found = outcomes(self.proper, "the-conversation", **profile)

        assert {"logo"} == {name for name, outcome in found.items() if outcome == "warning"}
        assert {"extract-line", "translation"} == {
            name for name, outcome in found.items() if outcome == "notApplicable"
        }
        assert found.keys() & NEED_THE_ORIGINAL == {name for name, outcome in found.items() if outcome == "review"}

    def test_the_counter_is_not_asked_for_in_print(self) -> None:
        """Neither counter nor link can stand on paper."""
        found = outcomes(page(), "the-conversation", medium="print")

        assert ("notApplicable", "notApplicable") == (found["page-counter"], found["original-link"])

    def test_a_bare_copy_fails_its_duties(self) -> None:
        """No author, no source, no link, no counter; the licence is a wish."""
        found = outcomes(page(), "the-conversation", kind="news")

        assert {"author-credit", "source-credit", "original-link", "page-counter"} == {
            name for name, outcome in found.items() if outcome == "error"
        }
        assert "warning" == found["licence-notice"]


class TestCreativeCommons:
    """One file for each version."""

    deed = "https://creativecommons.org/licenses/by-nc/4.0/"

    def test_a_proper_copy_passes_on_a_site_without_commerce(self) -> None:
        """Author, notice, licence, link, use."""
        judged = page(
            credits=(credit("River Post", 9, link()),),
            bylines=(byline(),),
            notices=(notice("Jane Doe"),),
            licences=(licence("CC-BY-NC-4.0", self.deed),),
        )
        found = outcomes(judged, "cc-by-nc-4.0", commercial=False)

        assert found.keys() & NEED_THE_ORIGINAL == {name for name, outcome in found.items() if outcome != "pass"}

    def test_commerce_is_asked_about_only_by_nc_licences(self) -> None:
        """The element decides when the file is read."""
        with_nc = {name for name in CATALOGUE.files if "noncommercial" in {r.id for r in CATALOGUE.ruleset(name).rules}}

        licences = {name for name, file in CATALOGUE.files.items() if file.layer == "licence"}

        assert all("-nc-" in name for name in with_nc & licences)
        assert {name for name in CATALOGUE.files if "-nc-" in name} <= with_nc

    def test_the_title_is_asked_for_up_to_3_0(self) -> None:
        """4.0 made it good practice."""
        rules = [
            rule for name in CATALOGUE.files for rule in CATALOGUE.ruleset(name).rules if rule.id == "title-credit"
        ]
        asks = {rule.ruleset for rule in rules if rule.level == "must"}

        assert {"cc-by-1.0", "cc-by-2.0", "cc-by-2.5", "cc-by-3.0"} <= asks
        assert "cc-by-4.0" not in asks

    def test_the_address_of_the_work_is_asked_for_from_2_0(self) -> None:
        """1.0 does not ask for it."""
        asks = {name for name in CATALOGUE.files if "original-link" in {r.id for r in CATALOGUE.ruleset(name).rules}}

        assert "cc-by-1.0" not in asks
        assert {"cc-by-2.0", "cc-by-4.0"} <= asks

    def test_what_is_asked_only_if_supplied_is_a_question(self) -> None:
        """Whether the original has an author or a notice, a copy cannot tell."""
        found = outcomes(page(), "cc-by-4.0")

        assert ("review", "review") == (found["author-credit"], found["copyright-notice"])


class TestWaivers:
    """Publishers that ask less, or more, than their licence."""

    def test_kff_lets_every_news_outlet_use_its_text(self) -> None:
        """Noncommercial use is not asked of news."""
        assert "notApplicable" == outcomes(page(), "kff-health-news", kind="news", commercial=True)["noncommercial"]
        assert "error" == outcomes(page(), "kff-health-news", kind="company", commercial=True)["noncommercial"]

    def test_propublica_allows_advertisements(self) -> None:
        """Only selling the story is forbidden."""
        asked = finding(page(), "propublica", "noncommercial", commercial=True, ads=True)

        assert "review" == asked.verdict.outcome
        assert "sold" in asked.verdict.message

    def test_propublica_is_denied_to_sites_made_for_search_engines(self) -> None:
        """The terms name them."""
        assert "error" == outcomes(page(), "propublica", kind="seo")["permission"]

    def test_the_byline_of_our_world_in_data_is_enough_as_licence_notice(self) -> None:
        """The publisher's own wording names no version."""
        judged = page(licences=(licence("CC-unspecified"),))

        assert "pass" == outcomes(judged, "our-world-in-data")["licence-notice"]


class TestWikipedia:
    """Three ways to credit, two licences to choose from."""

    def test_a_link_or_the_authors_is_enough(self) -> None:
        """Either way credits those who wrote it."""
        linked = page(credits=(credit("Wikipedia", 9, link("https://en.wikipedia.org/wiki/Old_harbour")),))

        assert "pass" == outcomes(linked, "wikipedia")["credit"]
        assert "error" == outcomes(page(), "wikipedia")["credit"]


class TestAnyRepost:
    """Good practice, where no terms are known."""

    def test_a_bare_copy_is_warned_of_and_asked_about(self) -> None:
        """Never an error, since no terms prove it."""
        found = outcomes(page(), ANY_REPOST)

        assert {"source-credit": "warning", "original-link": "warning"}.items() <= found.items()
        assert "error" not in found.values()

    def test_the_one_question_names_the_publisher(self) -> None:
        """A proper copy leaves one review."""
        judged = page(
            credits=(credit("Hill Gazette", 9, link("https://hill.example/2024/ferry-returns-to-harbour")),),
            bylines=(byline(),),
        )
        found = outcomes(judged, ANY_REPOST)

        assert {
            "grant-scope": "review",
            "source-credit": "pass",
            "original-link": "pass",
            "author-credit": "pass",
        } == found
        assert "No terms known for Hill Gazette" in finding(judged, ANY_REPOST, "grant-scope").verdict.message

    @pytest.mark.parametrize(
        ("said", "line"),
        [
            pytest.param("This material may not be redistributed.", 11, id="in a notice"),
            pytest.param("Reprints are free if you tell Hill Gazette.", 12, id="in the text, of whom it comes from"),
            pytest.param("© Hill Gazette, 2024. All rights reserved.", 10, id="in the copyright line"),
            pytest.param(None, 9, id="only of the host's articles"),
        ],
    )
    def test_what_the_page_says_of_its_use_is_quoted(self, said: str | None, line: int) -> None:
        """At its place; the terms of the host for its own articles are none for this one."""
        statements = (
            permission("This material may not be redistributed.", 11, Role.NOTICE),
            permission("Reprints are free if you tell Hill Gazette.", 12, Role.BODY),
            permission("You may share articles of Evening Bell.", 13, Role.NOTICE),
            permission("Reposting is prohibited.", 14, Role.BODY),
            permission("Republished with permission", 15, Role.NOTICE, claims=True),
        )
        reserved = notice("Hill Gazette", text="© Hill Gazette, 2024. All rights reserved.", reserves=True)
        whose = credit("Hill Gazette", 9, link("https://hill.example/2024/ferry-returns-to-harbour"))
        hosts = (statement for statement in statements if statement.location.line in {13, 14, 15, line})
        notices = (reserved,) if line == 10 else (notice("Evening Bell", scope=Scope.SITE, reserves=True),)
        verdict = finding(
            page(credits=(whose,), permissions=tuple(hosts), notices=notices), ANY_REPOST, "grant-scope"
        ).verdict

        assert line == verdict.location.line
        assert ("; the page says" in verdict.message) is (said is not None)
        assert said is None or (said in verdict.message and said == verdict.evidence[0].text)

    def test_no_sentence_of_ours_stands_in_quotation_marks(self) -> None:
        """The rules are our own words."""
        assert not any(rule.proof.literal for rule in CATALOGUE.ruleset(ANY_REPOST).rules)
