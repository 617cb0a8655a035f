"""The first configuration of a site, written after a look at its folder."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from licencecheck.configuration.profile import PROFILE
from licencecheck.documents import MARKDOWN_ENDINGS, GitIgnore, pages_in
from licencecheck.documents.document import Entry
from licencecheck.documents.front_matter import read_front_matter
from licencecheck.evidence.front_matter.keys import is_known
from licencecheck.evidence.front_matter.values import address_in
from licencecheck.urls import host_of, site_of

_MOST_POSTS = 500
_HEAD = 65_536
"""Characters of a post that are looked at."""
_MOST_KEYS = 5
"""Unknown keys that are proposed."""
_FENCES = {".toml": "+++", ".yaml": "---", ".yml": "---"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Generator:
    """A program that builds sites: by what it is known, and where it keeps sources and built pages."""

    name: str
    files: tuple[str, ...]
    """One of them, in the folder of the site, tells that it is used."""
    sources: tuple[str, ...]
    built: str


GENERATORS = (
    Generator(
        name="Hugo",
        files=("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config/_default/hugo.toml", "config.toml"),
        sources=("content",),
        built="public",
    ),
    Generator(
        name="Eleventy",
        files=(
            ".eleventy.js",
            "eleventy.config.js",
            "eleventy.config.mjs",
            "eleventy.config.cjs",
            "eleventy.config.ts",
        ),
        sources=("src", "content", "posts", "blog"),
        built="_site",
    ),
    Generator(
        name="Astro",
        files=("astro.config.mjs", "astro.config.js", "astro.config.ts", "astro.config.mts"),
        sources=("src/content", "src/pages"),
        built="dist",
    ),
    Generator(
        name="Jekyll",
        files=("_config.yml", "_config.yaml"),
        sources=("_posts", "_drafts"),
        built="_site",
    ),
)


@dataclass(slots=True)
class _Look:
    """What the folder of a site shows."""

    generator: Generator | None = None
    sources: list[str] = field(default_factory=list)
    title: str | None = None
    base_url: str | None = None
    posts: int = 0
    addresses: Counter[str] = field(default_factory=Counter)
    """Keys of front matter that are not known and hold addresses of other sites, with how many posts have them."""


def begun(folder: Path) -> str:
    """Write the configuration of the site in `folder`, with comments."""
    return "\n".join(_lines(_look_at(folder))) + "\n"


def _look_at(folder: Path) -> _Look:
    look = _Look()
    for generator in GENERATORS:
        found = next((folder / name for name in generator.files if (folder / name).is_file()), None)
        if found:
            look.generator = generator
            look.sources = [name for name in generator.sources if (folder / name).is_dir()]
            _read_generator(found, look)
            break
    own = site_of(host_of(look.base_url or "") or "")
    for post in islice(_posts(folder), _MOST_POSTS):
        look.posts += 1
        look.addresses.update(_addresses(post, own))
    return look


def _read_generator(path: Path, look: _Look) -> None:
    """Read name and address of the site, where the generator's own file says them plainly."""
    fence = _FENCES.get(path.suffix)
    if fence is None:
        return
    entries = _front_matter(f"{fence}\n{_text(path)}\n{fence}\n")
    said = {key.lower(): entry.value for key, entry in entries.items() if isinstance(entry.value, str)}
    look.title = said.get("title") or None
    look.base_url = next((url for key in ("baseurl", "url") if (url := said.get(key)) and host_of(url)), None)


def _posts(folder: Path) -> Iterator[Path]:
    git = GitIgnore(str(folder))
    for page in pages_in(str(folder), lambda path, is_folder: git.ignores(path, is_folder=is_folder)):
        if isinstance(page, str) and page.lower().endswith(MARKDOWN_ENDINGS):
            yield Path(page)


def _addresses(post: Path, own: str) -> Iterator[str]:
    for entry in _front_matter(_text(post)).values():
        host = host_of(address_in(str(entry.value)) or "") if isinstance(entry.value, str) else None
        if host and site_of(host) != own and not is_known(entry.key):
            yield entry.key


def _front_matter(text: str) -> Mapping[str, Entry]:
    found = read_front_matter("", text)
    return found.entries if found else {}


def _text(path: Path) -> str:
    try:
        with path.open(encoding="utf-8-sig", errors="replace") as file:
            return file.read(_HEAD)
    except OSError:
        return ""


def _lines(look: _Look) -> Iterator[str]:
    yield "# Configuration of licencecheck. What holds, and why: licencecheck config show"
    yield "# For completion in editors: licencecheck config schema > .licencecheck.schema.json"
    yield "# yaml-language-server: $schema=.licencecheck.schema.json"
    yield ""
    yield "# What your site is: publishers permit some kinds of sites more than others."
    yield "profile:"
    host = host_of(look.base_url or "")
    yield _said("names", look.title and [look.title], "[My blog]")
    yield _said("hosts", host and [host], "[blog.example]")
    yield "  medium: web"
    yield _said("kind", None, " | ".join(PROFILE["kind"]["enum"]))
    for key in ("commercial", "ads", "paywall"):
        yield _said(key, None, "yes | no")
    yield ""
    yield from _include(look)
    yield "# exclude: [drafts/]"
    yield ""
    yield from _keys(look)
    yield ""
    yield "# Rule files of your own, for publishers that are not bundled: licencecheck rules list"
    yield "# rules: [licences/]"
    yield ""
    yield "# Answers that only you can give; `for` is a rule set, a page or the address of an original."
    yield "# attestations:"
    yield "#   - {id: global-research/permission, answer: yes, who: Ann Editor, on: 2026-11-22, for: content/a.md}"
    yield ""
    yield "# Findings that you accept; after `until` they count again."
    yield "# ignore:"
    yield "#   - {path: content/old/, rule: original-link, reason: The publisher closed its site, until: 2027-12-31}"


def _include(look: _Look) -> Iterator[str]:
    if look.generator is None:
        yield "# The pages that are checked, as patterns like those of .gitignore; without it, all."
        yield "# include: [/posts/]"
        return
    yield f"# {look.generator.name} keeps posts and built pages here. What git ignores is checked only if you name it."
    yield f"include: {_flow([f'/{name}/' for name in (*look.sources, look.generator.built)])}"


def _keys(look: _Look) -> Iterator[str]:
    yield "# Keys of your own front matter that say where a post comes from; the usual ones are known."
    if not look.addresses:
        yield "# front-matter: {original_url: [found_at], source: [paper]}"
        return
    keys = [key for key, _ in look.addresses.most_common(_MOST_KEYS)]
    posts = "1 post" if look.posts == 1 else f"{look.posts} posts"
    yield f"# In {posts} these lead to other sites; say it if they name the original."
    yield f"# front-matter: {{original_url: {_flow(keys)}}}"


def _said(key: str, value: Iterable[str] | str | None, example: str) -> str:
    return f"  {key}: {_flow(value)}" if value else f"  # {key}: {example}"


def _flow(values: Iterable[str]) -> str:
    return json.dumps(list(values), ensure_ascii=False)
