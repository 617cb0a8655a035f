"""What the theme of a site drops of that which its posts state: said once, where it is to be mended."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from licencecheck.configuration.generators import Generator, generator_in
from licencecheck.documents import slashed
from licencecheck.documents.front_matter import entries_of
from licencecheck.engine.upkeep import NO_TERMS, by_file
from licencecheck.lines import Lines
from licencecheck.model import Finding, Location, Outcome, PageReport, Place, Rule, Verdict
from licencecheck.options import THEME
from licencecheck.text import excerpt

_LONGEST_KEY = 60
_ENDINGS = frozenset([".html", ".htm", ".njk", ".liquid", ".astro", ".hbs", ".ejs", ".webc", ".vto", ".jsx", ".tsx"])
_MOST_TEMPLATES = 1_000
_LARGEST = 200_000
"""Bytes of a template."""
_HEAD = (re.compile(r"rel=[\"']?canonical", re.IGNORECASE), re.compile(r"<head[\s>]", re.IGNORECASE))
_ARTICLE = (re.compile(r"\.Content\b|\{\{-?\s*content\b|<Content\b"), re.compile(r"<slot\b"))
"""What the template holds that prints the head of a page, or a post; a match of the first counts before the second."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A duty that a post fulfils in its front matter, and its built page does not."""

    finding: Finding
    """On the built page."""
    key: str
    """Of the front matter."""
    place: Place
    """Where on a page it belongs."""
    post: str


def said_once(
    dropped: Iterable[Dropped], sites: Sites, touched: Collection[str] | None = None
) -> tuple[PageReport, ...]:
    """Say of each template what it drops, once for all pages; with `touched` files, where one of these is to blame."""
    groups: dict[tuple[Location, str, str], list[Dropped]] = defaultdict(list)
    for each in dropped:
        rule, place = each.finding.rule, sites.place_of(each)
        if touched is None or any(os.path.realpath(path) in touched for path in (each.post, place.path)):
            groups[place, rule.id if rule.any_of else rule.requires, each.key].append(each)
    findings = [_finding(*group, groups[group]) for group in sorted(groups, key=_in_order)]
    return by_file(findings, "Part of the theme, no page; mend it as follows")


def _in_order(group: tuple[Location, str, str]) -> tuple[str, int, str, str]:
    location, name, key = group
    return location.path, location.line or 0, name, key


class Sites:
    """The sites of which a run sees posts: by which generator each is built, and with which templates."""

    def __init__(self) -> None:
        """Begin with no site known."""
        self._found: dict[Path, tuple[Generator, Path] | None] = {}
        self._templates: dict[Path, list[tuple[Path, str]]] = {}

    def what_becomes_of_html(self, post: str) -> str | None:
        """Say what the generator of a post makes of HTML within Markdown, if not all of it reaches the page."""
        found = self._of(post)
        return found[0].html if found else None

    def place_of(self, dropped: Dropped) -> Location:
        """Give the line of the one template that prints this part of the post; else the file that names the theme."""
        found = self._of(dropped.post)
        if found is None:
            return dropped.finding.verdict.location
        generator, file = found
        if file not in self._templates:
            self._templates[file] = list(islice(_texts(file.parent, generator), _MOST_TEMPLATES))
        for mark in _HEAD if dropped.place is Place.META else _ARTICLE:
            lines = {path: line for path, text in self._templates[file] if (line := _line(mark, text))}
            path = next(iter(lines)) if len(lines) == 1 else _of_post(lines, dropped.post, generator)
            if path is not None:
                return Location(_shown(path), lines[path])
        return Location(_shown(file))

    def _of(self, post: str) -> tuple[Generator, Path] | None:
        folder = Path(post).absolute().parent
        if folder not in self._found:
            self._found[folder] = _site_around(folder)
        return self._found[folder]


def _finding(location: Location, name: str, key: str, dropped: list[Dropped]) -> Finding:
    pages = "1 page" if len(dropped) == 1 else f"{len(dropped)} pages"
    rule = dropped[0].finding.rule
    message = f"Expected the theme to show `{excerpt(key, _LONGEST_KEY)}`, found that it drops it on {pages}"
    return Finding(
        rule=Rule(id=name, ruleset=THEME, requires=rule.requires, any_of=rule.any_of, terms=NO_TERMS),
        level=max((each.finding.level for each in dropped), key=lambda level: level.rank),
        verdict=Verdict(outcome=Outcome.FAIL, message=message, location=location),
    )


def _of_post(templates: Iterable[Path], post: str, generator: Generator) -> Path | None:
    """Choose the template of a post: the one that it names, else the one that stands within others, if it is alone."""
    named = _layout(post) or generator.layout
    outer = {_layout(str(template)) for template in templates}
    chosen = [each for each in templates if _name(each) == named] or [t for t in templates if _name(t) not in outer]
    return chosen[0] if len(chosen) == 1 else None


def _layout(path: str) -> str | None:
    """The template that the front matter of a post, or of another template, names."""
    entry = entries_of(path).get("layout")
    return _name(Path(entry.value)) if entry and isinstance(entry.value, str) else None


def _name(template: Path) -> str:
    return template.name.partition(".")[0]


def _site_around(folder: Path) -> tuple[Generator, Path] | None:
    """Tell by which generator a folder's site is built: by the nearest file of one, within the repository."""
    for above in (folder, *folder.parents):
        found = generator_in(above)
        if found is not None or (above / ".git").exists():
            return found
    return None


def _texts(site: Path, generator: Generator) -> Iterator[tuple[Path, str]]:
    for folder in generator.templates:
        for path in sorted((site / folder).rglob("*")):
            try:
                if path.suffix in _ENDINGS and path.is_file() and path.stat().st_size <= _LARGEST:
                    yield path, path.read_bytes().decode("utf-8", "replace")
            except OSError:
                continue


def _line(mark: re.Pattern[str], text: str) -> int | None:
    found = mark.search(text)
    return Lines(text).place(found.start())[0] if found else None


def _shown(path: Path) -> str:
    here = Path.cwd()
    return slashed(str(path.relative_to(here) if path.is_relative_to(here) else path))
