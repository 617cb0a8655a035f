"""The data tables of this package."""

from __future__ import annotations

import pkgutil
from functools import cache
from typing import Any


@cache
def load(name: str) -> Any:
    """Read the YAML file `name` of this package, once per process; what it holds must not be changed."""
    import yaml

    content = pkgutil.get_data(__package__, name)
    return yaml.load(content or b"", Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - a safe loader
