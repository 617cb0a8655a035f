"""The sentences of a page as a reader sees them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from licencecheck.documents import Document
from licencecheck.drafting.passages import Sentence, sentences_of
from licencecheck.evidence.layout.runs import runs_of


def page_sentences(document: Document) -> Iterator[Sentence]:
    """Cut the visible text of an HTML page or a Markdown post into sentences."""
    runs = runs_of(document.tree)
    return sentences_of((run.text, _is_item(run.element)) for run in runs if run.text)


def _is_item(element: etree._Element) -> bool:
    """Whether the block stands in a list, itself or one step below."""
    parent = element.getparent()
    return element.tag == "li" or (parent is not None and parent.tag == "li")
