"""The example blogs of `fixtures/blogs`: one set of posts, built by real generators with a theme for each."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

import yaml
from markdown_it import MarkdownIt

from tests.conftest import ROOT, absent

BLOGS = ROOT / "fixtures" / "blogs"
POSTS = sorted((BLOGS / "posts").glob("*.md"))
_PATIENCE = 300
"""Seconds that a generator may take."""


@dataclass(frozen=True)
class Post:
    """A post as the blog's author writes it."""

    slug: str
    matter: str
    """The lines of its front matter, YAML with one key on each."""
    body: str

    @classmethod
    def read(cls, path: Path) -> Post:
        """Read one of the posts in `fixtures/blogs/posts`."""
        _, matter, body = path.read_text(encoding="utf-8").split("---\n", 2)
        return cls(path.stem, matter, body)

    @property
    def data(self) -> Mapping[str, str]:
        """What its front matter says."""
        return {key: str(value) for key, value in yaml.safe_load(self.matter).items()}

    @property
    def plain(self) -> str:
        """The post with its front matter as it is."""
        return f"---\n{self.matter}---\n{self.body}"

    @property
    def toml(self) -> str:
        """The post with the same front matter in TOML, each key on its line."""
        lines = (f"{key} = {value if key == 'date' else _quoted(value)}" for key, value in self.data.items())
        return "+++\n" + "\n".join(lines) + f"\n+++\n{self.body}"


@dataclass(frozen=True)
class Blog:
    """How a blog is written and built by one generator."""

    name: str
    program: str
    """What must be installed to build it."""
    content: str
    """Folder of the posts."""
    built: str
    file: Callable[[Post], tuple[str, str]]
    """Name and text of a post as this generator wants it."""
    command: tuple[str, ...]

    def prepared(self, folder: Path) -> Path:
        """Write the blog without posts into the new `folder`."""
        shutil.copytree(BLOGS / self.name, folder, ignore=shutil.ignore_patterns("node_modules"))
        shutil.copy(BLOGS / ".licencecheck.yml", folder)
        return folder

    def write(self, folder: Path, posts: Iterable[Post]) -> None:
        """Write `posts` into the blog in `folder`."""
        (folder / self.content).mkdir(parents=True, exist_ok=True)
        for post in posts:
            name, text = self.file(post)
            (folder / self.content / name).write_text(text, encoding="utf-8")

    def build(self, folder: Path) -> Path:
        """Build the blog in `folder` and give the folder of its pages; leave the test where the generator is absent."""
        command = list(self.command)
        modules = BLOGS / self.name / "node_modules"
        if command[0] == "node":
            if not modules.is_dir() or not shutil.which("node"):
                absent(f"{self.program} is not here: npm ci --prefix fixtures/blogs/{self.name}")
            if not (folder / "node_modules").exists():
                (folder / "node_modules").symlink_to(modules, target_is_directory=True)
        elif not shutil.which(command[0]):
            absent(f"{self.program} is not here: apt-get install {self.program}")
        environment = {**os.environ, "ASTRO_TELEMETRY_DISABLED": "1", "LANG": "C.UTF-8", "CI": "true"}
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, timeout=_PATIENCE, check=False
        )
        assert 0 == done.returncode, done.stdout + done.stderr
        return folder / self.built


def _quoted(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _for_hugo(post: Post) -> tuple[str, str]:
    return f"{post.slug}.md", post.toml


def _for_jekyll(post: Post) -> tuple[str, str]:
    return f"{post.data['date']}-{post.slug}.md", f"---\n{post.matter}layout: post\n---\n{post.body}"


def _as_it_is(post: Post) -> tuple[str, str]:
    return f"{post.slug}.md", post.plain


def plain_page(post: Post) -> str:
    """Write the post as a page by hand: what its front matter says goes into the head, and the credit below it."""
    data = {key: escape(value) for key, value in post.data.items()}
    own = f"https://lowtide.example/{post.slug}.html"
    syndication = data.get("syndication-source")
    credit = "<p>By {author}. Originally published by <a href={original_url}>{source}</a>.</p>"
    return (
        (BLOGS / "html" / "template.html")
        .read_text(encoding="utf-8")
        .format(
            title=data["title"],
            lang=data.get("lang", "en"),
            canonical=data.get("canonical_url", own),
            head=f'<meta name="syndication-source" content="{syndication}">' if syndication else "",
            date=data["date"],
            year=data["date"][:4],
            body=MarkdownIt("commonmark").enable("table").render(post.body)
            + (credit.format(**data) if "original_url" in data else ""),
        )
    )


HUGO = Blog("hugo", "hugo", "content/posts", "public", _for_hugo, ("hugo", "--quiet"))
JEKYLL = Blog("jekyll", "jekyll", "_posts", "_site", _for_jekyll, ("jekyll", "build", "--quiet"))
ELEVENTY = Blog(
    "eleventy", "Eleventy", "posts", "_site", _as_it_is, ("node", "node_modules/@11ty/eleventy/cmd.cjs", "--quiet")
)
ASTRO = Blog(
    "astro",
    "Astro",
    "src/content/posts",
    "dist",
    _as_it_is,
    ("node", "node_modules/astro/astro.js", "build", "--silent"),
)
GENERATED = (HUGO, JEKYLL, ELEVENTY, ASTRO)
