"""Several authors, each with office and institution: "A. Author, River University; B. Author, Lake College"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from licencecheck.evidence.bylines.names import AND, holds_office, institution_in, is_full_name, leading_names
from licencecheck.evidence.data import load

_JOINT = re.compile(rf"\s*[,;()（）|]\s*(?:{AND}\s+)?|\s+{AND}\s+")
_AND = re.compile(rf"\s+{AND}\s+")
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})[.!?](?:\s|$)")
_LONGEST, _MOST_PIECES, _LONGEST_PIECE = 600, 40, 100


class Signatory(NamedTuple):
    """A person in a line of authors."""

    name: str
    offset: int
    """Character of the text at which the name begins."""
    institution: str | None


def signatories(text: str, start: int = 0) -> list[Signatory]:
    """Persons of a line that names authors with what they are, beginning at `start`; none if it tells of nobody.

    What follows several names belongs to all of them: "A. Author and B. Author, River University".
    """
    end = _SENTENCE_END.search(text, start, start + _LONGEST)
    text = text[: end.start() if end else start + _LONGEST]
    names, at = leading_names(text, start)
    found: list[Signatory] = []
    details: list[str] = []
    for piece in _pieces(text, at) if names else ():
        if _is_person(piece.text):
            if details:
                found += _signed(names, details)
                names, details = [], []
            names.append((piece.text, piece.offset))
        elif details and _AND.fullmatch(piece.joint):
            details[-1] += piece.joint + piece.text
        elif details or holds_office(piece.text):
            details.append(piece.text)
        else:
            break
    return [*found, *_signed(names, details)] if found or details else []


class _Piece(NamedTuple):
    joint: str
    """What parts it from the one before."""
    text: str
    offset: int


def _pieces(text: str, start: int) -> Iterator[_Piece]:
    joint = ""
    for mark in [*islice(_JOINT.finditer(text, start), _MOST_PIECES), None]:
        end = mark.start() if mark else len(text)
        piece = text[start:end].strip(" .")
        if piece and len(piece) <= _LONGEST_PIECE:
            yield _Piece(joint, piece, text.index(piece, start))
        if mark:
            joint, start = mark[0], mark.end()


def _signed(names: list[tuple[str, int]], details: list[str]) -> list[Signatory]:
    institution = institution_in(", ".join(["", *details]))
    return [Signatory(name, offset, institution) for name, offset in names]


def _is_person(piece: str) -> bool:
    """Whether a piece is a name and no subject: "Department of Water and Soil Science"."""
    return is_full_name(piece) and piece.rpartition(" ")[2].lower() not in _subjects()


@cache
def _subjects() -> frozenset[str]:
    return frozenset(load("bylines/words.yaml")["subjects"])
