"""A fault of ours while the terms of one page are told is the value of that page, never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

import licencecheck
from licencecheck.model import Unreadable
from tests.evidence.making import html


@pytest.mark.parametrize("reader", ["contacts_of", "licences_of", "bylines_of"])
def test_fault_is_a_value(reader: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In facts that are read at once and in those that are read when the terms ask for them."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.delenv("LICENCECHECK_DEBUG", raising=False)
    monkeypatch.setattr(f"licencecheck.evidence.assembly.{reader}", fail)
    page = tmp_path / "page.html"
    page.write_text(html(bottom="<p>Licensed under CC BY 4.0</p>"), encoding="utf-8")

    told = licencecheck.terms(page)

    assert isinstance(told, Unreadable)
    assert "ZeroDivisionError" in told.reason
