"""Credits as `terms` writes them in Markdown, rendered by Hugo, Jekyll, Eleventy and Astro, and judged on the pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from lxml.html import fragment_fromstring

import licencecheck
from licencecheck.configuration.generators import GENERATORS
from licencecheck.engine import run
from licencecheck.model import Credits, Finding, Outcome, Report, SiteProfile
from licencecheck.options import Options
from tests.blogs import ASTRO, ELEVENTY, HUGO, JEKYLL, Blog, Post
from tests.reposting.making import MORE, TEXT, TODAY, credit_of

OTHERS = (
    *("global-research", "wikipedia", "cc-by-4.0", "eff", "agencia-brasil", "carbon-brief", "mongabay", "mdn"),
    *("cc-by-sa-3.0", "kff", "united-nations"),
)


def has_own_line(name: str) -> bool:
    """Whether a rule set asks for a line of its own, or proposes one in another language than English."""
    ruleset = licencecheck.load_rules().ruleset(name)
    asked = any(rule.requires == "credit-line" for rule in ruleset.rules)
    return bool(ruleset.publisher.domains) and (asked or any(line.lang != "en" for line in ruleset.credit))


RULESETS = (*OTHERS, *sorted(name for name in licencecheck.load_rules().files if has_own_line(name)))
IN_OTHER_WORDS = frozenset(
    [("agencia-brasilia", "agencia-brasilia/author-credit"), ("agencia-fapesp", "agencia-fapesp/author-credit")]
)
"""What the theme's own line, which stands below the credit, says in other words."""
NOT_IN_DATA = frozenset(
    [("deafmn", "deafmn/author-byline"), ("deafmn", "deafmn/author-credit"), ("kff", "kff/author-credit"),
     ("kff", "kff/cite-format"), ("harnisch-concepts", "harnisch-concepts/author-credit"),
     ("harnisch-concepts", "harnisch-concepts/credit-line"),
     ("professionegiustizia", "professionegiustizia/title-credit")]
)  # fmt: skip
"""Whose author or title the credit does not call one, and a theme that prints none of the front matter loses."""
LINKED_IN_DATA = frozenset(
    (ruleset, f"{ruleset}/original-link")
    for ruleset in ("360info", "agencia-brasil", "carbon-brief", "cc-by-4.0", "cc-by-sa-3.0", "eff",
                    "harnisch-concepts", "mongabay", "opendemocracy", "stateline-pew", "tayf-haber")
)  # fmt: skip
"""Whose credit links the title or an address of any form: only the front matter tells that this is the article."""
BYLINES = frozenset(["minnpost"])
"""Rule sets whose credit is a byline alone, which belongs above the article."""
DUTIES = frozenset(
    ["source-credit", "original-link", "author-credit", "title-credit", "licence-notice", "licence-link",
     "copyright-notice", "page-counter", "canonical-link", "credit-line", "cite-format"]
)  # fmt: skip
"""What a credit with its front matter can do."""
ATTRIBUTES = frozenset(["href", "rel", "src", "alt", "async", "lang", "width", "height"])
SCRIPTS = frozenset(["propublica"])
"""Rule sets whose counter is a script."""


@pytest.fixture(scope="module")
def credits_by_ruleset(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Credits]:
    """Write the credit of an article under every rule set that is tried."""
    folder = tmp_path_factory.mktemp("originals")
    return {ruleset: credit_of(ruleset, folder) for ruleset in RULESETS}


def unsafe(folder: Path) -> None:
    """Let Hugo keep HTML within Markdown."""
    with (folder / "hugo.toml").open("a", encoding="utf-8") as file:
        file.write("[markup.goldmark.renderer]\nunsafe = true\n")


def without_html(folder: Path) -> None:
    """Let Eleventy show HTML within Markdown as text."""
    config = folder / "eleventy.config.js"
    setting = '=> {\n  config.amendLibrary("md", (markdown) => markdown.set({ html: false }));'
    config.write_text(config.read_text(encoding="utf-8").replace("=> {", setting, 1), encoding="utf-8")


@dataclass(frozen=True)
class Renderer:
    """A generator as it is set up."""

    blog: Blog
    keeps_html: bool
    set_up: Callable[[Path], None] = lambda _: None
    drops: frozenset[tuple[str, str]] = IN_OTHER_WORDS


RENDERERS = {
    "Hugo": Renderer(HUGO, keeps_html=False),
    "Hugo, unsafe": Renderer(HUGO, keeps_html=True, set_up=unsafe),
    "Jekyll": Renderer(JEKYLL, keeps_html=True),
    "Eleventy": Renderer(ELEVENTY, keeps_html=True, drops=NOT_IN_DATA | LINKED_IN_DATA),
    "Eleventy without HTML": Renderer(
        ELEVENTY, keeps_html=False, set_up=without_html, drops=NOT_IN_DATA | LINKED_IN_DATA
    ),
    "Astro": Renderer(ASTRO, keeps_html=True),
}


def fulfilled(report: Report, *outcomes: Outcome) -> dict[tuple[str, str], Finding]:
    """Give the findings on duties that a credit can fulfil, by rule set of the post and rule."""
    return {
        (Path(page.path).stem.removeprefix("2024-06-01-"), finding.rule.name): finding
        for page in report.pages
        for finding in (*page.findings, *(excused.finding for excused in page.excused))
        if finding.rule.requires in DUTIES and finding.verdict.outcome in outcomes
    }


@pytest.mark.parametrize("name", RENDERERS)
def test_what_a_credit_does_in_the_post_it_does_on_the_page(
    name: str, credits_by_ruleset: Mapping[str, Credits], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only scripts are lost, where a renderer keeps no HTML; the report then says why."""
    renderer, text = RENDERERS[name], f"{TEXT}\n\n{MORE}"
    blog, folder = renderer.blog, tmp_path / "blog"
    posts = (
        Post(
            ruleset,
            f"title: The ferry is back\ndate: 2024-06-01\n{credit.front_matter}",
            "\n{}\n\n{}\n".format(*(text, credit.markdown)[:: -1 if ruleset in BYLINES else 1]),
        )
        for ruleset, credit in credits_by_ruleset.items()
    )
    blog.write(blog.prepared(folder), posts)
    renderer.set_up(folder)
    blog.build(folder)
    monkeypatch.chdir(folder)
    profile = SiteProfile(medium="web", kind="personal", commercial=False, hosts=("lowtide.example",))
    options = Options(today=TODAY, jobs=1, profile=profile)
    source = run([blog.content], options)
    built = run([blog.built], replace(options, sources=(blog.content,)))
    assert set(RULESETS) == {post for post, _ in fulfilled(source, Outcome.PASS)}

    lost = fulfilled(source, Outcome.PASS).keys() - fulfilled(built, Outcome.PASS).keys()
    scripts = set() if renderer.keeps_html else {(each, f"{each}/page-counter") for each in SCRIPTS}
    in_head = {each for each in lost if each[1].endswith("/canonical-link")} if blog is JEKYLL else set()
    assert scripts | in_head | (renderer.drops & fulfilled(source, Outcome.PASS).keys()) == lost
    hint = next(each.html for each in GENERATORS if each.name.lower() == blog.name)
    for each in scripts:
        assert str(fulfilled(built, Outcome.FAIL)[each].verdict.message).endswith(f", though the post has it: {hint}")


def test_only_scripts_are_html_in_markdown(credits_by_ruleset: Mapping[str, Credits]) -> None:
    """And where they are, it is told what becomes of them."""
    with_html = {ruleset for ruleset, credit in credits_by_ruleset.items() if "<" in credit.markdown}
    assert with_html == SCRIPTS == {ruleset for ruleset, credit in credits_by_ruleset.items() if credit.notes}
    assert credits_by_ruleset["the-conversation"].markdown.endswith(
        "\n\n![](https://counter.theconversation.com/content/224106/count.gif)"
    )


@pytest.mark.parametrize("ruleset", sorted(licencecheck.load_rules().files))
def test_credits_are_clean(ruleset: str, tmp_path: Path) -> None:
    """Links lead somewhere, have words and are hidden from no search engine; no program stands in the page."""
    credit = credit_of(ruleset, tmp_path)
    page = fragment_fromstring(credit.html, create_parent="div")
    assert {element.tag for element in page.iter()} <= {"div", "p", "a", "img", "script"}
    assert {name for element in page.iter() for name in element.attrib} <= ATTRIBUTES
    for link in page.iter("a"):
        assert (link.text or "").strip()
        assert link.get("href", "").startswith("https://") or link.get("href", "").strip("{}") in credit.gaps
    for picture in page.iter("img"):
        assert "" == picture.get("alt")
    for script in page.iter("script"):
        assert ruleset in SCRIPTS
        assert script.get("src", "").startswith("https://")
        assert not script.text
