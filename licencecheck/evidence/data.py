"""The data tables of this package."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any


@cache
def load(name: str) -> Any:
    """Read the YAML file `name`, a path below this package, once per process; what it holds must not be changed."""
    import yaml

    content = (Path(__file__).parent / name).read_bytes()
    return yaml.load(content, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - a safe loader
