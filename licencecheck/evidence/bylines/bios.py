"""Authors of whom something is said at an end of the article: "A. Author is a fellow at the Institute"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice

from licencecheck.evidence.bylines.names import (
    holds_office,
    is_chinese_name,
    leading_names,
    names_after_office,
)
from licencecheck.evidence.bylines.signatories import signatories
from licencecheck.evidence.data import load
from licencecheck.evidence.layout.containers import OUTSIDE
from licencecheck.evidence.layout.layout import Layout
from licencecheck.evidence.layout.runs import Run
from licencecheck.model import Place, Role

_LONGEST, _LONGEST_LABEL = 700, 400
_OFFICE_WITHIN = 200
_BIO = frozenset({"bio"})
_MOST = 5
"""Runs after a heading "About the authors"."""
_HEADINGS = frozenset({"h1", "h2", "h3"})
_SENTENCE = re.compile(r",\s+(?:an?|the|who|ein\w*|der|die|une?|una|um|uma|een|de)\s", re.IGNORECASE)
"""How an aside begins that says who is spoken of: "A. Author, a lawyer who ..., said"."""
_SENTENCE_END = re.compile(r"[.!?](?:\s+|$)")


def is_at_end(layout: Layout, run: Run) -> bool:
    """Whether a run stands at an end of the article where authors are presented."""
    return layout.role(run) not in OUTSIDE and layout.place(run) is not Place.BODY


def authors_said_of(layout: Layout, run: Run) -> Iterator[tuple[str, int]]:
    """Names, with their offset, of whom an office is told: "A. Author, Professor, University" or "A. Author is ..."."""
    text = run.text
    if len(text) > _LONGEST:
        return
    for hit in layout.hits(run, _BIO):
        slot = hit.slots.get("author")
        if hit.category == "bio" and hit.strength >= 2 and slot is not None and is_chinese_name(slot.text):
            yield slot.text, slot.start
    if labelled := authors_labelled(text):
        yield from labelled
        return
    for start in [0, *(mark.end() for mark in islice(_SENTENCE_END.finditer(text), _MOST))]:
        names, end = names_after_office(text, start)
        rest = text[end : end + _OFFICE_WITHIN]
        if names and (
            _said("does", layout.language).match(rest)
            or (_said("is", layout.language).match(rest) and holds_office(rest))
        ):
            yield from names


@lru_cache(maxsize=512)
def authors_labelled(text: str) -> tuple[tuple[str, int], ...]:
    """Names in a line that gives authors with office and institution and says no more; several readers ask."""
    names, end = names_after_office(text)
    if not names or not text.startswith((",", " ("), end) or _SENTENCE.match(text, end) or not _is_label(text):
        return ()
    return tuple((signatory.name, signatory.offset) for signatory in signatories(text, names[0][1]))


def _is_label(text: str) -> bool:
    """Whether a run is no sentence: it gives office and institution and no more."""
    return len(text) <= _LONGEST_LABEL and not _SENTENCE_END.search(text.rstrip(" ."))


def authors_presented(layout: Layout, run: Run) -> Iterator[tuple[Run, str, int]]:
    """Names in and after "About the author", and at the start of a box for the author."""
    said = next((h for h in layout.hits(run, _BIO) if h.category == "bio" and "author" not in h.slots), None)
    if said is not None and said.start <= _MOST:
        text = run.text[: said.end + _LONGEST]
        begin = said.end + len(text[said.end :]) - len(text[said.end :].lstrip(" :.,–—-"))
        for one in [run] if begin < len(text) else _after(layout, run):
            names, _ = leading_names(one.text, begin) if one is run else names_after_office(one.text)
            yield from ((one, name, offset) for name, offset in names)
    elif layout.role(run) is Role.BIO:
        names, end = leading_names(run.text)
        if end == len(run.text):
            yield from ((run, name, offset) for name, offset in names)


def _after(layout: Layout, heading: Run) -> Iterator[Run]:
    for run in layout.runs[heading.index + 1 : heading.index + 1 + _MOST]:
        if run.element.tag in _HEADINGS or layout.role(run) in OUTSIDE:
            return
        yield run


@cache
def _said(kind: str, language: str | None) -> re.Pattern[str]:
    table = load("bylines/words.yaml")[kind]
    words = "|".join([*table["en"], *table.get(language, ())])
    return re.compile(rf",?\s+(?:{words})(?!\w)", re.IGNORECASE)
