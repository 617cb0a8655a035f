"""Programs that build sites: by what each is known, and where it keeps sources, templates and built pages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Generator:
    """A program that builds sites."""

    name: str
    files: tuple[str, ...]
    """One of them, in the folder of the site, tells that it is used."""
    sources: tuple[str, ...]
    built: str
    templates: tuple[str, ...]
    layout: str | None = None
    """Name of the template of a post that names none."""
    html: str | None = None
    """What becomes of HTML within Markdown, where it is not simply kept; without full stop."""


GENERATORS = (
    Generator(
        name="Hugo",
        files=("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config/_default/hugo.toml", "config.toml"),
        sources=("content",),
        built="public",
        templates=("layouts", "themes"),
        layout="single",
        html="Hugo drops HTML within Markdown unless `markup.goldmark.renderer.unsafe` is true",
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
        templates=("_includes", "_layouts", "src/_includes", "src/_layouts"),
        html="Eleventy shows HTML within Markdown as text if its markdown-it is set to `html: false`",
    ),
    Generator(
        name="Astro",
        files=("astro.config.mjs", "astro.config.js", "astro.config.ts", "astro.config.mts"),
        sources=("src/content", "src/pages"),
        built="dist",
        templates=("src/layouts", "src/components", "src/pages"),
    ),
    Generator(
        name="Jekyll",
        files=("_config.yml", "_config.yaml"),
        sources=("_posts", "_drafts"),
        built="_site",
        templates=("_layouts", "_includes"),
    ),
)


def generator_in(folder: Path) -> tuple[Generator, Path] | None:
    """Tell which generator builds the site in `folder`, and the file that tells it."""
    for generator in GENERATORS:
        for name in generator.files:
            if (folder / name).is_file():
                return generator, folder / name
    return None
