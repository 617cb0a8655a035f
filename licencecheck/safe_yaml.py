"""YAML by the safe loader of PyYAML: the one in C where it was built, which is many times faster."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def table_of(path: Path) -> Any:
    """Read the one document of a file that comes with the package."""
    return yaml.load(path.read_bytes(), Loader=LOADER)  # noqa: S506  a safe loader


def documents_of(path: Path) -> Iterator[Any]:
    """Read the documents of a file that comes with the package, each when it is asked for."""
    with path.open("rb") as file:
        yield from yaml.load_all(file, Loader=LOADER)
