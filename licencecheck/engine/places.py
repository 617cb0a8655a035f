"""The path of a page as configuration and baseline name it, wherever the run was started."""

from __future__ import annotations

import os

from licencecheck.documents import slashed

STDIN = "-"


def site_path(path: str, root: str) -> str | None:
    """Give the path of a page relative to the folder `root`, with `/`; None for what does not stand below it."""
    if path == STDIN:
        return None
    try:
        relative = slashed(os.path.relpath(path, root))
    except ValueError:  # on another drive
        return None
    return None if relative == ".." or relative.startswith("../") else relative
