"""Blogs as their authors write them and as Hugo, Jekyll, Eleventy, Astro and hands build them: every verdict is right.

Each loses something else: Hugo, as it comes, HTML within Markdown; the theme of Jekyll `canonical_url`; that of
Eleventy the credit that posts state in their front matter. Astro loses nothing.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.blogs import ASTRO, BLOGS, ELEVENTY, GENERATED, HUGO, JEKYLL, POSTS, Blog, Post, plain_page

TABLE: Mapping[str, Any] = yaml.safe_load((BLOGS / "expected.yaml").read_text(encoding="utf-8"))
REPOSTS: Mapping[str, Mapping[str, Any]] = TABLE["reposts"]
LOST = {HUGO.name: "html", JEKYLL.name: "head", ELEVENTY.name: "front-matter", ASTRO.name: None}
TEMPLATES = {
    JEKYLL.name: {("_layouts/default.html", 'rel="canonical"', "canonical-link", "error", "`canonical_url`")},
    ELEVENTY.name: {
        ("_includes/post.njk", "{{ content", "source-credit", "warning", "`original_url`"),
        ("_includes/post.njk", "{{ content", "original-link", "warning", "`original_url`"),
    },
}
Object = dict[str, Any]
Told = dict[tuple[str, str], Object]
"""Findings by post and rule."""


def checked(folder: Path, *words: str) -> Object:
    """Run the command in a blog; a report that cannot be trusted would have another exit code."""
    command = [sys.executable, "-m", "licencecheck", "check", *words, "--format", "json", "--today", "2026-11-22"]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert 1 == done.returncode, done.stderr
    report: Object = json.loads(done.stdout)
    return report


def by_post(findings: list[Object], slugs: Mapping[str, str], *outcomes: str) -> Told:
    """Sort findings with one of the `outcomes` by the post in whose file they are shown, and by rule."""
    return {
        (slugs[Path(each["path"]).name], each["rule"].partition("/")[2]): each
        for each in findings
        if each["outcome"] in outcomes and not each["rule"].startswith("theme/")
    }


def rules(what: str) -> Iterator[tuple[str, str, str]]:
    """Yield post, rule and words of what the table says under a key."""
    for slug, said in REPOSTS.items():
        yield from ((slug, rule, words) for rule, words in said.get(what, {}).items())


def line_of(folder: Path, finding: Object) -> str:
    """Give the line at which a finding is shown."""
    lines = Path(folder, finding["path"]).read_text(encoding="utf-8").splitlines()
    return lines[int(finding["line"]) - 1]


class Built:
    """A blog, built, and what is said of its sources and its pages."""

    def __init__(self, blog: Blog, folder: Path) -> None:
        """Build the blog in the new `folder` and check it."""
        self.blog = blog
        self.folder = blog.prepared(folder)
        blog.write(folder, map(Post.read, POSTS))
        self.pages = blog.build(folder)
        self.slugs = {blog.file(post)[0]: post.slug for post in map(Post.read, POSTS)}
        self.of_sources = checked(folder, blog.content)
        self.of_pages = checked(folder, blog.built, "--source", blog.content)


@pytest.fixture(scope="module", params=GENERATED, ids=lambda blog: blog.name)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build a blog with each generator."""
    return Built(request.param, tmp_path_factory.mktemp("blog") / request.param.name)


def test_the_table_speaks_of_every_post() -> None:
    """At least 12 reposts, right and wrong, and 30 own posts."""
    assert sorted([*REPOSTS, *TABLE["own"]]) == [path.stem for path in POSTS]
    assert (len(REPOSTS), len(TABLE["own"])) >= (12, 30)
    assert {True, False} == {"wrong" in said for said in REPOSTS.values()}


def test_sources(built: Built) -> None:
    """What is wrong fails on its line; what only the theme can show is to be looked at; own posts are silent."""
    failing = by_post(built.of_sources["findings"], built.slugs, "fail")
    assert {(slug, rule) for slug, rule, _ in rules("wrong")} == failing.keys()
    for slug, rule, words in rules("wrong"):
        assert words in line_of(built.folder, failing[slug, rule])
    asked = by_post(built.of_sources["findings"], built.slugs, "review")
    assert {(slug, rule) for slug, rule, _ in rules("front-matter")} <= asked.keys()


def test_what_judges(built: Built) -> None:
    """Every repost is one, under the terms of its publisher, in its source and on its page; nothing else is."""
    for report in (built.of_sources, built.of_pages):
        told = {built.slugs[Path(page["path"]).name]: page["rulesets"] for page in report["pages"] if page["repost"]}
        assert {slug: [said["judged-by"]] for slug, said in REPOSTS.items()} == told


def test_every_page_is_read(built: Built) -> None:
    """There is one for each post, and lists of posts, of which nothing is said."""
    paths = [page.get("built", page["path"]) for page in built.of_pages["pages"]]
    assert sorted(paths) == sorted(path.relative_to(built.folder).as_posix() for path in built.pages.rglob("*.html"))
    assert len(POSTS) < len(paths)


def test_pages(built: Built) -> None:
    """What is found on a page is shown in its post; what only the theme loses, nowhere else than in the theme."""
    lost = LOST[built.blog.name]
    shown = [*rules("wrong"), *(rules("html") if lost == "html" else ())]
    failing = by_post(built.of_pages["findings"], built.slugs, "fail")
    assert {(slug, rule) for slug, rule, _ in shown} == failing.keys()
    for slug, rule, words in shown:
        assert words in line_of(built.folder, failing[slug, rule])
    if lost == "html":
        drops = "Hugo drops HTML within Markdown unless `markup.goldmark.renderer.unsafe` is true"
        assert all(failing[slug, rule]["message"].endswith(drops) for slug, rule, _ in rules("html"))


def test_templates(built: Built) -> None:
    """What the theme loses is said once for all pages, at the line of the template that loses it."""
    theme = [each for each in built.of_pages["findings"] if each["rule"].startswith("theme/")]
    told = {
        (path, words, rule, level, key)
        for path, words, rule, level, key in TEMPLATES.get(built.blog.name, ())
        for each in theme
        if (each["path"], each["rule"], each["level"]) == (path, f"theme/{rule}", level)
        and words in line_of(built.folder, each)
        and each["message"] == f"Expected the theme to show {key}, found that it drops it on 2 pages"
    }
    assert TEMPLATES.get(built.blog.name, set()) == told
    assert len(told) == len(theme)
    assert 2 * len(told) == len(built.of_pages["excused"])


def test_a_page_settles_what_its_source_leaves_open(built: Built) -> None:
    """Whether the theme shows a fact; all other questions stay."""
    asked = by_post(built.of_sources["findings"], built.slugs, "review")
    still = by_post(built.of_pages["findings"], built.slugs, "review")
    settled = {(slug, rule) for slug, rule, _ in rules("front-matter")}
    if LOST[built.blog.name] == "front-matter":
        settled -= {(slug, "author-credit") for slug, _ in settled}
    assert asked.keys() - settled == still.keys()


def test_pages_and_sources_in_one_run(built: Built) -> None:
    """Nothing is said twice."""
    report = checked(built.folder, built.blog.built, built.blog.content, "--source", built.blog.content)
    assert built.of_pages["findings"] == report["findings"]
    counted = Counter(Path(page["path"]).name for page in report["pages"])
    assert {1} == {counted[name] for name in built.slugs}


def test_pages_alone(built: Built) -> None:
    """Without their sources pages are judged by what they show; lists of posts are none of them."""
    lost = LOST[built.blog.name]
    names = {path: slug for path in built.pages.rglob("*.html") for slug in built.slugs.values() if slug in str(path)}
    slugs = {path.relative_to(built.folder).as_posix(): slug for path, slug in names.items()}
    report = checked(built.folder, built.blog.built)
    unseen = {slug for slug, _, _ in rules("front-matter")} if lost == "front-matter" else set()
    assert REPOSTS.keys() - unseen == {slugs.get(page["path"]) for page in report["pages"] if page["repost"]}
    failing = {
        (slugs[each["path"]], each["rule"].partition("/")[2])
        for each in report["findings"]
        if each["outcome"] == "fail"
    }
    shown = [*rules("wrong"), *(rules(lost) if lost in {"html", "head"} else ())]
    assert {(slug, rule) for slug, rule, _ in shown} == failing


def test_pages_written_by_hand(tmp_path: Path) -> None:
    """Without a generator there is no source: what is wrong is shown on the page."""
    posts = [Post.read(path) for path in POSTS]
    for post in posts:
        (tmp_path / f"{post.slug}.html").write_text(plain_page(post), encoding="utf-8")
    (tmp_path / ".licencecheck.yml").write_bytes((BLOGS / ".licencecheck.yml").read_bytes())
    report = checked(tmp_path, ".")
    failing = by_post(report["findings"], {f"{post.slug}.html": post.slug for post in posts}, "fail")
    assert {(slug, rule) for slug, rule, _ in rules("wrong")} == failing.keys()
    assert REPOSTS.keys() == {Path(page["path"]).stem for page in report["pages"] if page["repost"]}
