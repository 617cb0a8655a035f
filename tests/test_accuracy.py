"""Accuracy: what the measure counts, and that it does not fall on the labelled pages where those are at hand."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks import accuracy

FLOORS = Path(accuracy.__file__).with_name("floors.json")
CORPUS = os.environ.get("LICENCECHECK_CORPUS")

PAGE = """<html lang="en"><head><title>Taps</title><link rel="canonical" href="https://host.example/taps"></head><body>
<article><h1>Why taps leak</h1>{credit}{body}</article></body></html>"""
BODY = "".join(
    f"<p>Paragraph {n} tells at some length why the old taps of the town have begun to leak, what the plumbers think "
    "of it, and how much water has been lost in the course of a single summer.</p>"
    for n in range(6)
)
CREDIT = '<p>This article was originally published by <a href="https://orig.example/taps">Orig News</a>.</p>'
LABEL: dict[str, object] = {
    "id": "taps",
    "file": "pages/taps.html",
    "host": "host.example",
    "kind": "repost",
    "source": {"name": "Orig News"},
    "source_link": {"href": "http://www.orig.example/taps/?utm_source=x", "status": "article"},
    "canonical": "https://host.example/taps",
    "attribution_blocks": ["This article was originally published by Orig News."],
}


def folder_of(path: Path, label: Mapping[str, object], credit: str) -> Path:
    """A labelled folder of one page, with the same page as an ordinary one."""
    for part in ("pages", "negatives"):
        (path / part).mkdir()
        (path / part / "taps.html").write_text(PAGE.format(credit=credit, body=BODY), encoding="utf-8")
    (path / "labels.jsonl").write_text(json.dumps(label) + "\n", encoding="utf-8")
    return path


def test_what_is_found_counts_as_right(tmp_path: Path) -> None:
    """Name, link and blocks that agree with the label are right, and an ordinary page called a repost is told."""
    figures = accuracy.measure(folder_of(tmp_path, LABEL, CREDIT), jobs=1)

    for name in ("repost", "source", "source_link", "link_class", "canonical", "blocks"):
        assert figures.fields[name] == accuracy.Score(1, 1, 1), name
    assert figures.called_reposts == ["taps.html"]
    assert (figures.blocks, figures.blocks_in_text, figures.blocks_lost) == (1, 0, 0)


def test_what_is_not_found_counts_as_missed(tmp_path: Path) -> None:
    """A labelled credit that the page does not show lowers recall and nothing else."""
    figures = accuracy.measure(folder_of(tmp_path, LABEL, ""), jobs=1)

    assert figures.fields["repost"] == accuracy.Score(0, 0, 1)
    assert figures.fields["source_link"] == accuracy.Score(0, 0, 1)
    assert figures.called_reposts == []


def test_a_claim_without_a_label_is_wrong(tmp_path: Path) -> None:
    """A repost found on a page that is an original lowers precision."""
    figures = accuracy.measure(folder_of(tmp_path, LABEL | {"kind": "original"}, CREDIT), jobs=1)

    assert figures.fields["repost"] == accuracy.Score(0, 1, 0)
    assert figures.fields["source"] == accuracy.Score(0, 1, 0)


def test_disputed_labels_are_left_out(tmp_path: Path) -> None:
    """Labels marked as unsure do not count."""
    assert accuracy.measure(folder_of(tmp_path, LABEL | {"unsure": True}, CREDIT), jobs=1).pages == 0


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The River Post", "river post", True),
        ("River Post", "www.riverpost.example", True),
        ("River Post", "Hill Post", False),
        ("River Post", "An article that the good people of the River Post have written", False),
        ("", "River Post", False),
    ],
)
def test_names_of_one_party(one: str, other: str, expected: bool) -> None:
    """Articles, case and host form do not part names; a sentence is no name."""
    assert expected == accuracy.same_party(one, other)


def test_addresses_of_one_page() -> None:
    """Scheme, `www.`, tracking and archives do not part addresses; an identifying query does."""
    address = accuracy.address("https://orig.example/taps")

    assert address == accuracy.address("http://www.orig.example/taps/?utm_source=x")
    assert address == accuracy.address("https://web.archive.org/web/2019/https://orig.example/taps")
    assert address != accuracy.address("https://orig.example/taps?id=2")


@pytest.mark.skipif(not CORPUS, reason="LICENCECHECK_CORPUS names no folder of labelled pages")
def test_accuracy_does_not_fall() -> None:
    """Every figure is at least its floor, every count of errors at most its ceiling."""
    figures = accuracy.measure(Path(str(CORPUS))).as_json()
    pinned = json.loads(FLOORS.read_text(encoding="utf-8"))

    below = {
        f"{name} {kind}": (figures["fields"][name][kind], floor)
        for name, floors in pinned["at_least"].items()
        for kind, floor in floors.items()
        if figures["fields"][name][kind] < floor
    }
    above = {
        f"{group} {name}": (figures[group][name], ceiling)
        for group, ceilings in pinned["at_most"].items()
        for name, ceiling in ceilings.items()
        if figures[group][name] > ceiling
    }
    assert ({}, {}) == (below, above)
