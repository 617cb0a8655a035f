"""Licences as they are stated in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import islice
from typing import NamedTuple

from licencecheck.evidence.data import load
from licencecheck.evidence.licences.addresses import licence_of_url, with_version
from licencecheck.evidence.licences.creative_commons import UNSPECIFIED, LicenceId
from licencecheck.evidence.licences.names import MOST, names_in, names_near
from licencecheck.evidence.phrases.folding import Folded, fold
from licencecheck.text import compiled

_ADDRESS = re.compile(r"(?:https?:)?(?://)?(?:www\.)?creativecommons\.(?:org|net)/[^\s\"'<>()\[\]]{0,80}(?<![.,;:!?])")
_BESIDE = re.compile(r"[ \-/,:(\[\"']{0,3}")


class LicenceMatch(NamedTuple):
    """A licence stated in a text; `start` and `end` count characters of the text as given."""

    start: int
    end: int
    licence: LicenceId


class _Entry(NamedTuple):
    """A licence of the table other than Creative Commons."""

    licence: LicenceId
    words: tuple[str, ...]
    hints: tuple[str, ...]


_Found = tuple[int, int, LicenceId]


def licences_in_text(text: str) -> list[LicenceMatch]:
    """Find the licences that `text` states in words or by a written-out address, in text order.

    A licence that is only spoken of ("public domain", "Creative Commons" without "licence") is uncertain.
    """
    folded = fold(text)
    found = sorted([*names_in(folded), *_addresses(folded), *_others(folded)], key=lambda match: (match[0], -match[1]))
    return [LicenceMatch(*folded.original(start, end), licence) for start, end, licence in _merged(folded.text, found)]


@cache
def near_words() -> frozenset[str]:
    """Pieces of words, folded, of which every text that states a licence in words holds one."""
    return frozenset([*_near(ascii_only=False), *names_near(), "creativecommons."])


def _merged(text: str, found: Iterable[_Found]) -> Iterator[_Found]:
    """Join "Creative Commons Attribution 4.0 (CC BY 4.0)" to one statement, and drop what lies within another."""
    last: _Found | None = None
    for match in found:
        start, end, licence = match
        if last is None:
            last = match
        elif start >= last[1]:
            if _BESIDE.fullmatch(text, last[1], start) and (refines(licence, last[2]) or refines(last[2], licence)):
                last = last[0], end, licence if refines(licence, last[2]) else last[2]
            else:
                yield last
                last = match
    if last is not None:
        yield last


def refines(licence: LicenceId, other: LicenceId) -> bool:
    """Whether `licence` is `other` or says more exactly what `other` says: `CC-BY-4.0` refines `CC-BY`."""
    name, wide = licence.id.removeprefix("LicenseRef-"), other.id.removeprefix("LicenseRef-")
    if name == wide or (wide == UNSPECIFIED.id and name.startswith("CC")):
        return True
    rest = name.removeprefix(f"{wide}-")
    return rest != name and (rest[0].isdigit() or wide[-1].isdigit())


def _addresses(folded: Folded) -> Iterator[_Found]:
    for match in islice(_ADDRESS.finditer(folded.text), MOST) if "creativecommons." in folded.text else ():
        licence = licence_of_url(match[0])
        if licence is not None:
            yield *match.span(), licence


def _others(folded: Folded) -> Iterator[_Found]:
    near = _near(folded.text.isascii())
    entries = {entry: None for word in near if word in folded.text for entry in near[word]}
    for entry in entries:
        for is_certain, patterns in ((True, entry.words), (False, entry.hints)):
            for pattern in patterns:
                for match in islice(compiled(pattern).finditer(folded.text), MOST):
                    licence = with_version(entry.licence, match.groupdict())
                    yield *match.span(), licence if is_certain else replace(licence, certain=False)


@cache
def _near(ascii_only: bool) -> Mapping[str, list[_Entry]]:
    """The licences to look for in a text that holds a word; with `ascii_only` for texts without other characters."""
    near: dict[str, list[_Entry]] = {}
    for row in load("licences/licences.yaml")["licences"]:
        if "words" in row:
            patterns = (tuple(map(_pattern, row.get(key, ()))) for key in ("words", "hints"))
            entry = _Entry(LicenceId(row["id"], row["kind"]), *patterns)
            for word in (fold(word).text for word in row["near"]):
                if word.isascii() or not ascii_only:
                    near.setdefault(word, []).append(entry)
    return near


def _pattern(words: str) -> str:
    # folding would spoil the upper case of `(?P<`; such patterns stand folded in the table
    return words if "(?P<" in words else fold(words).text
