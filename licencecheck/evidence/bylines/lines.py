"""Bylines told by their form: what the markup calls the author, and a name beside a date or an outlet."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, islice

from lxml import etree

from licencecheck.evidence import outlets
from licencecheck.evidence.bylines.names import (
    holds_office,
    is_chinese_name,
    is_full_name,
    is_person,
    leading_names,
    names_after_office,
    names_in,
    names_other,
)
from licencecheck.evidence.bylines.signatories import signatories
from licencecheck.evidence.data import load
from licencecheck.evidence.dated_lines import beside_date, holds_date
from licencecheck.evidence.layout.containers import words_of
from licencecheck.evidence.layout.layout import Layout
from licencecheck.evidence.layout.runs import Run
from licencecheck.text import compiled, same_name
from licencecheck.urls import is_profile

_LINE = 150
"""Characters up to which a run is a line and no paragraph."""
_LEVELS, _MOST_PIECES = 3, 16
_STATING, _STATED = ("rel", "itemprop", "class"), frozenset({"author", "p-author"})
_HAN_NAME = r"[\u3400-\u9fff]{2,4}"
_REPORTER = (
    r"(?:[（(][^（()）]{0,12}|^.{0,12})(?:记者|記者|通讯员|作者)[ :：]?"
    r"(?P<names>[\u3400-\u9fff]{2,4}(?:[ 、][\u3400-\u9fff]{2,4}){0,4})"
    r"(?=[)）]|$| ?通讯员| ?摄)"
)
_HEAD = 80
"""Characters at either end of a paragraph within which a reporter is named."""
_KANJI_NAME = r"[\u3400-\u9fff]{3,5}"
_PIECE = r"\s*[|·•,;/()（）\[\]«»\"“”]\s*|\s+[-–—]\s+|^[-–—]\s*"
_TIME = re.compile(r"\b\d{1,2}[:.h]\d\d\b|\d")
_TRIM = " \t.,;:|·•-–—()（）【】"


def marked_authors(runs: Iterable[Run]) -> Iterator[tuple[Run, str, int]]:
    """Names, with their offset in the run, in what the markup calls the author: `rel=author`, `class="byline"`."""
    # boxes stand around many runs, and each is asked once
    states_author, is_named_for_author = cache(_states_author), cache(_is_named_for_author)
    for run in runs:
        for offset, element, part, raw in run.pieces[:_MOST_PIECES] if len(run.text) <= _LINE else ():
            node = element if part == "text" else element.getparent()
            around = [] if node is None else [node, *islice(node.iterancestors(), _LEVELS)]
            text = " ".join(raw.split())
            stated = any(map(states_author, around))
            alone = text == run.text and any(map(_links_author, around))
            marked = stated or alone or any(map(is_named_for_author, around))
            if marked and not names_other(run.text[: offset + 1]):
                for name in names_in(text):
                    if is_full_name(name) or (stated and is_person(name)):
                        yield run, name, max(run.text.find(name, offset), offset)


def _states_author(element: etree._Element) -> bool:
    if element.tag == "address":
        return True
    stated = (value.lower() for name in _STATING if (value := element.get(name)))
    return any("author" in value and not _STATED.isdisjoint(value.split()) for value in stated)


def _links_author(element: etree._Element) -> bool:
    return element.tag == "a" and is_profile(element.get("href"))


def _is_named_for_author(element: etree._Element) -> bool:
    return not _classes().isdisjoint(words_of(element))


@cache
def _classes() -> frozenset[str]:
    return frozenset(load("bylines/words.yaml")["classes"])


def reporters_in(text: str) -> Iterator[tuple[str, int]]:
    """Names behind the word for a reporter where Chinese articles begin or end: "（记者 王小明）", "本报记者王小明"."""
    if text.isascii():
        return
    for start, end in {(0, min(_HEAD, len(text))), (max(0, len(text) - _HEAD), len(text))}:
        for reporter in compiled(_REPORTER).finditer(text, start, end):
            yield from ((name[0], name.start()) for name in compiled(_HAN_NAME).finditer(text, *reporter.span("names")))


def authors_of_line(layout: Layout, run: Run, parties: Collection[str]) -> Iterator[tuple[str, int]]:
    """Names in a line of its own: "3 May 2019 by A. Author", "A. Author | Outlet | 3 May", "— A. Author, Outlet"."""
    text = run.text
    if len(text) > _LINE:
        return
    signed = signatories(text)
    if len(signed) > 1:
        yield from ((one.name, one.offset) for one in signed)
        return
    led = _behind_by(text, layout.language)
    yield from _among_pieces(layout, run, parties) if led is None else led


def _behind_by(text: str, language: str | None) -> Sequence[tuple[str, int]] | None:
    """Names behind "by" in a line that is nothing else or holds a date; none where somebody did another part."""
    for led in _led(language).finditer(text):
        names, end = names_after_office(text, led.end())
        if names_other(text[: led.start()]):
            return ()
        if names and ((led.start() == 0 and end == len(text)) or holds_date(text)):
            return names
    return None


def _among_pieces(layout: Layout, run: Run, parties: Collection[str]) -> Iterator[tuple[str, int]]:
    """Names of which the pieces of a line consist, beside a party or a date."""
    text = run.text
    pieces = [piece for part in compiled(_PIECE).split(text) if (piece := part.strip(_TRIM))]
    people = {piece: _people_in(piece) for piece in pieces}
    if not any(people.values()):
        return
    tells = [piece for piece in pieces if _is_party(piece, parties)]
    people = {piece: names for piece, names in people.items() if piece not in tells}
    if not all(names or _TIME.search(piece) for piece, names in people.items()):
        return
    dated = holds_date(text) or _is_beside_date(layout, run)
    for name in chain.from_iterable(people.values()):
        if tells or (dated and (_is_capitalised(name) or is_chinese_name(name))) or _is_signed(text, name):
            yield name, max(text.find(name), 0)


@cache
def _led(language: str | None) -> re.Pattern[str]:
    table = load("bylines/words.yaml")["by"]
    words = "|".join([*table["en"], *table.get(language, ())])
    return re.compile(rf"(?:^|(?<=[\s|,·•)–—-]))(?:{words})\s+", re.IGNORECASE)


def _people_in(piece: str) -> list[str]:
    """The names of which a piece consists, but for a date."""
    dated = beside_date(piece)
    text = dated.text if dated else piece
    names, end = leading_names(text)
    if names and end == len(text):
        return [name for name, _ in names]
    return [text] if is_chinese_name(text) or compiled(_KANJI_NAME).fullmatch(text) else []


def _is_capitalised(name: str) -> bool:
    """Whether a name has small letters too: in capitals alone stand headings, and other scripts have none."""
    return name not in {name.lower(), name.upper()}


def _is_signed(text: str, name: str) -> bool:
    """Whether a Chinese name stands in brackets, as at the end of an article."""
    return is_chinese_name(name) and text.strip("（）()") == name != text


def _is_party(piece: str, parties: Collection[str]) -> bool:
    """Whether a piece tells that an author stands beside it: outlet, office or institution."""
    return (
        outlets.has_outlet_form(piece)
        or outlets.is_agency(piece)
        or holds_office(piece)
        or any(same_name(piece, party) for party in parties)
    )


def _is_beside_date(layout: Layout, run: Run) -> bool:
    beside = (layout.runs[at] for at in (run.index - 1, run.index + 1) if 0 <= at < len(layout.runs))
    return any(len(one.text) <= _LINE and holds_date(one.text) for one in beside)
