"""What is read from a page depends on nothing but the page."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.evidence.making import html, markdown

PAGES = {
    "en.html": html(
        top='<p class="byline">By Jane Doe, 3 May 2019</p>',
        bottom='<p>Originally published by <a href="https://orig.example/water">River Post</a> (CC BY 4.0).</p>',
    ),
    "de.html": html(lang="de", bottom='<p>Quelle: <a href="https://talpost.example/wasser">Talpost</a></p>'),
    "tr.html": html(lang="tr", bottom="<p>Kaynak: İstanbul Haber Ajansı, 12 Mayıs</p>"),
    "zh.html": html(lang="zh", top="<p>2011-12-09 来源：河流日报 记者 王小明</p>"),
    "post.md": markdown(bottom="Source: [River Post](https://orig.example/water)"),
}


def facts(folder: Path, names: list[str], **environment: str) -> dict[str, object]:
    """What `extract` reads from the pages, by name."""
    done = subprocess.run(
        [sys.executable, "-m", "licencecheck", "extract", "--format", "json", *names],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        check=True,
    )
    return {page["path"]: page for page in json.loads(done.stdout)["pages"]}


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Pacific/Kiritimati"},
        {"PYTHONHASHSEED": "2", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Pacific/Niue"},
    ],
    ids=["plain", "Turkish"],
)
def test_order_locale_and_clock_change_nothing(tmp_path: Path, environment: dict[str, str]) -> None:
    """The same facts, whatever was read before, wherever and whenever."""
    for name, text in PAGES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    first = facts(tmp_path, list(PAGES), PYTHONHASHSEED="0")
    assert all(page["repost"] for page in first.values())  # type: ignore[index]
    assert first == facts(tmp_path, list(reversed(PAGES)), **environment)
    assert first["tr.html"] == facts(tmp_path, ["tr.html"], **environment)["tr.html"]
