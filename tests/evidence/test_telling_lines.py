"""Lines that may credit are found by their words alone: no line that credits, or that may be meant, is passed over."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licencecheck.catalogue import load_rules
from licencecheck.documents import read
from licencecheck.documents.document import Document
from licencecheck.evidence import outlets
from licencecheck.evidence.credits.forms import by_copyright, by_form
from licencecheck.evidence.credits.telling import told_by_copyright, told_by_form
from licencecheck.evidence.credits.wording import CREDITING, by_wording
from licencecheck.evidence.layout.cutting import runs_of
from licencecheck.evidence.layout.layout import Layout
from licencecheck.evidence.page_data import PageData
from licencecheck.evidence.phrases.lines import FoldedLines
from licencecheck.evidence.phrases.matcher import phrases
from licencecheck.model import SiteProfile
from licencecheck.text import fold

ROOT = Path(__file__).parents[2]
KNOWN = load_rules().names
CORPUS = os.environ.get("LICENCECHECK_CORPUS")
AGENCIES = sorted(outlets.names_of_agencies())
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


def pages() -> Iterator[Path]:
    """The fixtures, and other pages where a folder of them is named."""
    for folder in (ROOT / "fixtures", *([Path(CORPUS)] if CORPUS else [])):
        yield from sorted(path for path in folder.rglob("*") if path.suffix in {".html", ".md"})


def layout_of(document: Document) -> Layout:
    """The page as its credits are looked for."""
    data = PageData(document, SiteProfile())
    language = data.metadata.language or data.front_matter.language
    return Layout(document, runs_of(document.tree), data, phrases(language), language)


@pytest.mark.parametrize("path", list(pages()), ids=lambda path: path.stem)
def test_no_credit_is_passed_over(path: Path) -> None:
    """Whatever the full reading of any line finds, wherever it stands, that line is among those looked at."""
    document = read(path.name, path.read_bytes())
    if not isinstance(document, Document):
        return
    layout = layout_of(document)
    formed = {told.line for told in chain(told_by_form(layout, KNOWN), told_by_copyright(layout, KNOWN))}
    saying, vocabulary = layout.saying(CREDITING) | layout.labels, phrases(layout.language)

    for run in layout.runs:
        if any(chain(by_form(layout, run, KNOWN), by_copyright(layout, run, KNOWN))):
            assert run.index in formed, run.text
        said = vocabulary.hits(run.parted if run.joints else run.text)  # boxes part what a line says
        if any(hit.category in CREDITING for hit in said):
            assert run.index in saying, run.text
        if any(by_wording(layout, run, KNOWN)):
            assert run.index in saying, run.text


@given(
    st.sampled_from(AGENCIES),
    st.sampled_from([str, str.upper, str.title]),
    st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]),
    st.booleans(),
    st.booleans(),
    st.text(max_size=12),
)
def test_named_in_any_writing(name: str, cased: type[str], form: str, dotted: bool, wide: bool, beside: str) -> None:
    """An agency is found in full-width letters, with dots or accents of its own, beside whatever other text."""
    written = unicodedata.normalize(form, cased(name))  # type: ignore[arg-type]
    written = ".".join(written) if dotted and written.isascii() else written
    written = written.translate(WIDE) if wide else written
    text = " ".join(f"({written}) {beside}".split())

    lines = FoldedLines(["", text])
    if outlets.is_agency(written):
        assert 1 in outlets.lines_naming(lines, outlets.names_of_agencies())
    if fold(written) in KNOWN:
        assert 1 in outlets.lines_naming(lines, frozenset(KNOWN))
    if outlets.has_outlet_form(written):
        assert 1 in outlets.lines_naming(lines, outlets.marks_of_outlets())


def test_lines_in_all_readings() -> None:
    """Whole words, pieces of words, and words that may be read in another way."""
    lines = FoldedLines(["From the A.F.P. wire", "Große Ｎｅｗｓ", "新华社 3月", "Nothing: at all"])

    assert lines.naming(frozenset({"afp"})) == {0}
    assert lines.naming(frozenset({"grosse"})) == lines.naming(frozenset({"große"})) == {1}
    assert lines.naming(frozenset({"news"})) == {1}
    assert lines.naming(frozenset({"华"})) == {2}
    assert lines.naming(frozenset({":", "thing"})) == {3}
    assert lines.holding(frozenset({"thing", "华社"})) == {2, 3}
