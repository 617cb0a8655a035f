"""The first configuration of a site, written after a look at its folder."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from licencecheck.configuration.generators import Generator, generator_in
from licencecheck.configuration.profile import PROFILE
from licencecheck.documents import MARKDOWN_ENDINGS, GitIgnore, pages_in
from licencecheck.documents.front_matter import entries_of, read_front_matter
from licencecheck.evidence.front_matter.keys import is_known
from licencecheck.evidence.front_matter.values import address_in
from licencecheck.urls import host_of, site_of

_MOST_POSTS = 500
_MOST_KEYS = 5
"""Unknown keys that are proposed."""
_FENCES = {".toml": "+++", ".yaml": "---", ".yml": "---"}


@dataclass(slots=True)
class _Look:
    """What the folder of a site shows."""

    generator: Generator | None = None
    folders: list[str] = field(default_factory=list)
    """Those in which the generator may find posts."""
    sources: list[str] = field(default_factory=list)
    """Those of them that hold posts: where there are only templates, nothing can be shown in a post."""
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
    found = generator_in(folder)
    if found:
        look.generator, file = found
        look.folders = [name for name in look.generator.sources if (folder / name).is_dir()]
        look.sources = [name for name in look.folders if any(_posts(folder / name))]
        _read_generator(file, look)
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
    try:
        text = path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return
    found = read_front_matter("", f"{fence}\n{text}\n{fence}\n")
    entries = found.entries if found else {}
    said = {key.lower(): entry.value for key, entry in entries.items() if isinstance(entry.value, str)}
    look.title = said.get("title") or None
    look.base_url = next((url for key in ("baseurl", "url") if (url := said.get(key)) and host_of(url)), None)


def _posts(folder: Path) -> Iterator[Path]:
    git = GitIgnore(str(folder))
    for page in pages_in(str(folder), lambda path, is_folder: git.ignores(path, is_folder=is_folder)):
        if isinstance(page, str) and page.lower().endswith(MARKDOWN_ENDINGS):
            yield Path(page)


def _addresses(post: Path, own: str) -> Iterator[str]:
    for entry in entries_of(str(post)).values():
        host = host_of(address_in(str(entry.value)) or "") if isinstance(entry.value, str) else None
        if host and site_of(host) != own and not is_known(entry.key):
            yield entry.key


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
    yield from _sources(look)
    yield ""
    yield from _keys(look)
    yield ""
    yield "# Rule files of your own, for publishers that are not bundled: licencecheck rules list"
    yield "# rules: [licences/]"
    yield ""
    yield "# Answers that only you can give; `for` is a page or post, the address of an original or a rule set."
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
    yield f"include: {_flow([f'/{name}/' for name in (*look.folders, look.generator.built)])}"


def _sources(look: _Look) -> Iterator[str]:
    if look.sources:
        yield ""
        yield "# What is found on a built page is shown in the post that it was made from, which stands here."
        yield f"sources: {_flow(look.sources)}"


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
