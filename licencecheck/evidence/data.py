"""The data tables of this package."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any


@cache
def load(name: str) -> Any:
    """Read the YAML file `name`, a path below this package, once per process; what it holds must not be changed."""
    from licencecheck.safe_yaml import table_of

    return table_of(Path(__file__).parent / name)
