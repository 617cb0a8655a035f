"""What all tests share: an environment that is the same everywhere, and the switch that rewrites golden files."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn

import pytest

from licencecheck.documents import fetch, public_hosts

ROOT = Path(__file__).parent.parent
UPDATE = "LICENCECHECK_UPDATE"

for name in ("NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS", "TERMINAL_WIDTH", "GITHUB_ACTIONS", "LICENCECHECK_DEBUG"):
    os.environ.pop(name, None)


def absent(what: str) -> NoReturn:
    """Leave a test that needs what is not here; in CI, where all must be here, fail it."""
    if os.environ.get("CI") == "true":
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test asks a name service of the web: only this machine and plain addresses are known."""
    known = public_hosts.resolved

    def addresses(host: str, port: int) -> Iterable[str]:
        if host != "localhost" and not host.strip("[]")[:1].isdigit() and ":" not in host:
            raise OSError(f"no test asks for {host}")
        return known(host, port)

    monkeypatch.setattr(fetch, "resolved", addresses)


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compare text with a file of `tests/golden/`; with LICENCECHECK_UPDATE=1 the file is written instead."""

    def compare(name: str, actual: str) -> None:
        path = ROOT / "tests" / "golden" / name
        if os.environ.get(UPDATE):
            path.write_text(actual, encoding="utf-8", newline="\n")
        assert path.read_text(encoding="utf-8") == actual

    return compare
