"""The sentences of a page as a reader sees them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from licencecheck.documents import Document
from licencecheck.drafting.passages import Sentence, sentences_of
from licencecheck.evidence.layout.cutting import runs_of
from licencecheck.evidence.layout.runs import Run


def page_sentences(document: Document) -> Iterator[Sentence]:
    """Cut the visible text of an HTML page or a Markdown post into sentences."""
    return sentences_in(runs_of(document.tree))


def sentences_in(runs: Iterable[Run]) -> Iterator[Sentence]:
    """Cut some runs of a page into sentences."""
    return sentences_of((run.text, is_item(run)) for run in runs if run.text)


def is_item(run: Run) -> bool:
    """Whether the run stands in a list, itself or one step below."""
    parent = run.element.getparent()
    return run.element.tag == "li" or (parent is not None and parent.tag == "li")
