"""What others may use says what it means: read from the sources, without running them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import licencecheck

ROOT = Path(licencecheck.__file__).parent


def unexplained(within: ast.Module | ast.ClassDef) -> Iterator[str]:
    """Yield the public functions, classes and methods without docstring."""
    for node in within.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            is_overload = any(isinstance(each, ast.Name) and each.id == "overload" for each in node.decorator_list)
            if not ast.get_docstring(node) and not is_overload:
                yield f"line {node.lineno}: {node.name}"
            if isinstance(node, ast.ClassDef):
                yield from unexplained(node)


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.py")), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_is_public_is_explained(path: Path) -> None:
    """A module, and each public name in it, has a docstring."""
    module = ast.parse(path.read_text(encoding="utf-8"))

    assert ast.get_docstring(module)
    assert [] == list(unexplained(module))
