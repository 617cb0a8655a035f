"""Licences that comments in the markup state: SPDX tags, and the RDF that Creative Commons handed out until 2006."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice

from lxml import etree

from licencecheck.documents.document import Document
from licencecheck.model import Location

_STATED = re.compile(
    r"""(?P<spdx>SPDX-License-Identifier):[ \t]*+(?P<id>[\w.+-]++)"""
    r"""|<(?:cc:)?license\s++rdf:resource\s*+=\s*+["'](?P<address>[^"'<>]++)["']"""
)
"""https://spdx.dev/learn/handling-license-info and https://www.w3.org/submissions/ccREL, section 6."""
_MOST, _LONGEST = 500, 20_000
_OPENING = "<!--"


def stated_in_comments(document: Document) -> Iterator[tuple[str, Location, str]]:
    """Ids and addresses of licences in comments of the page: each with its place, and what it is called."""
    root = document.tree
    around = chain(*(root.itersiblings(etree.Comment, preceding=before) for before in (True, False)))
    for comment in islice(chain(around, root.iter(etree.Comment)), _MOST):
        text = (comment.text or "")[:_LONGEST]
        for match in _STATED.finditer(text):
            name = "SPDX tag in a comment" if match["spdx"] else "RDF in a comment"
            yield match["id"] or match["address"], _within(document.element_at(comment), text, match.start()), name


def _within(comment: Location, text: str, at: int) -> Location:
    """The place of character `at` of the text of a comment."""
    before = (_OPENING + text)[: len(_OPENING) + at]
    if comment.line is None or comment.column is None:
        return comment
    lines = before.count("\n")
    column = len(before) - before.rfind("\n") if lines else comment.column + len(before)
    return replace(comment, line=comment.line + lines, column=column)
