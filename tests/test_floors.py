"""Imports only go down: read from the sources, without running them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import licencecheck

ROOT = Path(licencecheck.__file__).parent
FLOORS = (
    ("errors", "version"),
    (
        "model",
        "text",
        "nearest",
        "lines",
        "safe_yaml",
        "patterns",
        "urls",
        "options",
        "parties",
        "attestations",
        "conditions",
        "fingerprints",
    ),
    ("documents", "strict_yaml"),
    ("evidence", "comparison"),
    ("requirements",),
    ("catalogue", "schema", "configuration"),
    ("engine", "drafting"),
    ("trials",),
    ("reposting",),
    ("fixing",),
    ("formats",),
    ("cli", "api"),
)
HEIGHT = {name: height for height, names in enumerate(FLOORS) for name in names}
OPEN_TO_ALL = frozenset({"errors", "version", "model", "text", "fingerprints"})
FILES = sorted(ROOT.rglob("*.py"))


def floor_of(path: Path) -> str:
    """Name of the part of the package that the file at `path` belongs to; empty for the package itself."""
    part = path.relative_to(ROOT).parts[0].removesuffix(".py")
    return "" if part in {"__init__", "__main__"} else part


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and full name of every module that a file imports, also within functions and for types only."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno} imports by a relative name"
            module = node.module or ""
            yield from ((node.lineno, f"{module}.{alias.name}") for alias in node.names)


def own_imports(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and floor of every import from the package."""
    for line, name in imports(path):
        package, _, rest = name.partition(".")
        if package == "licencecheck" and (part := rest.partition(".")[0]) in HEIGHT:
            yield line, part


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_imports_only_go_down(path: Path) -> None:
    """No file imports from a floor above its own; only the package itself and `__main__` see all floors."""
    floor = floor_of(path)
    assert floor in {"", *HEIGHT}, f"{floor} stands on no floor"

    up = [f"line {line}: {part}" for line, part in own_imports(path) if floor and HEIGHT[part] > HEIGHT[floor]]

    assert [] == up


@pytest.mark.parametrize("path", [p for p in FILES if floor_of(p) == "requirements"], ids=lambda path: path.stem)
def test_requirements_see_only_the_page(path: Path) -> None:
    """A requirement is a function of the case: no markup, no file, no evidence reader."""
    seen = {part for _, part in own_imports(path)}
    foreign = {name.partition(".")[0] for _, name in imports(path)}

    assert set() == seen & {"documents", "evidence"}
    assert set() == foreign & {"lxml", "readability", "markdown_it", "yaml"}


@pytest.mark.parametrize("path", [p for p in FILES if floor_of(p) == "formats"], ids=lambda path: path.stem)
def test_formats_see_only_the_model(path: Path) -> None:
    """A format cannot decide anything anew."""
    seen = {part for _, part in own_imports(path)}
    foreign = {name.partition(".")[0] for _, name in imports(path)}

    assert set() == seen - OPEN_TO_ALL - {"formats"}
    assert set() == foreign & {"lxml", "readability", "markdown_it"}


@pytest.mark.parametrize("path", [p for p in FILES if floor_of(p) in FLOORS[1]], ids=lambda path: path.stem)
def test_the_words_of_the_project_hold_no_tree(path: Path) -> None:
    """The lowest floors know no parser."""
    foreign = {name.partition(".")[0] for _, name in imports(path)}

    assert set() == foreign & {"lxml", "readability", "markdown_it", "jsonschema"}
