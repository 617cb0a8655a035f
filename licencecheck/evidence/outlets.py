"""Names of agencies and outlets, and how they are told from other names."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from licencecheck.evidence.data import load
from licencecheck.evidence.phrases.folding import fold_lines
from licencecheck.evidence.phrases.lines import FoldedLines
from licencecheck.evidence.phrases.matcher import Span
from licencecheck.text import bare, compiled, fold, is_unspaced, words

_LONGEST, _SHORT_NAME, _CAPTION = 40, 4, 400
_OPENING = 120
"""Characters within which a dateline stands."""
_PLACE = r"(?:[^\W\d_][\w.,'’/ -]{1,60}?[,.\s]\s*)?"
_REPORTED = r"[\s【\[(（]*([\u4e00-\u9fff]{2,14})\s*\d{1,2}月\d{1,2}日\s*(?:电|電|讯|訊|消息|报道|報道)"
_MARK = r"[-–—―:(/]"
"""What stands behind the agency of every dateline, or around it."""
_WORD = re.compile(r"[^\W_]+")
_DASH = r"\s*\.?\s*(?:--?|[–—―:])"


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = load("outlets.yaml")
    return table


@cache
def _agencies() -> frozenset[str]:
    """Names of agencies: letters and digits only, but short ones as written, since "Spa" is none."""
    return frozenset(name if _is_acronym(name) else bare(name) for name in _table()["agencies"])


def _is_acronym(name: str) -> bool:
    return name.isascii() and len(name) <= _SHORT_NAME


@cache
def _spellings() -> tuple[str, ...]:
    """Names of agencies as datelines write them, the longest first."""
    written = {spelling for name in _table()["agencies"] for spelling in (name, name.upper())}
    return tuple(sorted(written, key=lambda name: (-len(name), name)))


@cache
def _first_words() -> frozenset[str]:
    return frozenset(word[0] for name in _spellings() if (word := _WORD.search(name)))


@cache
def _dateline() -> re.Pattern[str]:
    """ "CITY (Agency) -", "CITY, 3 May /Agency/.", "CITY, 3 May - Agency.", "Agency -" and "Outlet via Agency -"."""
    names = "|".join(map(re.escape, _spellings()))
    name = rf"(?P<{{}}>{names})(?![^\W_])"
    desk = r"(?:/[\w./ -]{1,20})?"
    return re.compile(
        rf"^\s*(?:(?P<first>[^\W\d_a-z][\w.&'’ -]{{1,30}}?)\s+via\s+(?P<via>[\w.&'’ -]{{2,30}}?){_DASH}|{_PLACE}(?:"
        rf"\({name.format('a')}{desk}\)(?:{_DASH}|\.\s)"
        rf"|/{name.format('b')}/(?:{_DASH}|\.\s)"
        rf"|(?<=[\s.])[–—-]\s*{name.format('c')}\.\s"
        rf"|{name.format('d')}{_DASH}"
        r"|\((?P<other>[A-Z][\w.&'’ -]{2,40})\)\s*(?:--|[–—-]\s)))"
    )


def is_agency(name: str) -> bool:
    """Whether `name` is that of a news agency or of a newsroom that others print."""
    return len(name) <= _LONGEST and (name if _is_acronym(name) else bare(name)) in _agencies()


def names_agency(name: str) -> bool:
    """Whether `name` is an agency, or that of a party whose news an agency passes on: "ots/Valley Works"."""
    return any(is_agency(part) for part in (name, name.partition("/")[0]))


def is_of_figures(name: str, said: str) -> bool:
    """Whether a source is one of figures: a publisher of statistics, or words of statistics stand in `said`."""
    return name in _table()["figures"]["names"] or _of_figures().search(fold(said)) is not None


@cache
def _of_figures() -> re.Pattern[str]:
    written = sorted(re.escape(fold(word)).replace(r"\*", r"\w*") for word in _table()["figures"]["words"])
    spaced, unspaced = [[w for w in written if is_unspaced(w[0]) is cjk] for cjk in (False, True)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)|{'|'.join(unspaced)}")


def numbers_figure(text: str) -> bool:
    """Whether a line is what stands below a figure or above a table: it begins with the number of one."""
    return len(text) <= _CAPTION and _numbered().match(fold(text)) is not None


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,3}}(?:{'|'.join(sorted(map(fold, _table()['numbered'])))})\.? ?\d")


def is_institution(name: str) -> bool:
    """Whether `name` is by its words that of an institution and not of a medium."""
    return not has_outlet_form(name) and not _institutions().isdisjoint(words(name))


@cache
def _institutions() -> frozenset[str]:
    return frozenset(map(fold, _table()["institutions"]))


@cache
def recipe_headings() -> frozenset[str]:
    """What stands above the ingredients of a recipe, folded."""
    return frozenset(map(fold, _table()["recipe"]))


@cache
def _languages() -> frozenset[str]:
    return frozenset(bare(name) for name in _table()["languages"])


def is_language(name: str) -> bool:
    """Whether `name` is that of a language."""
    return bare(name) in _languages()


def is_home(anchor: str) -> bool:
    """Whether an anchor says nothing but that the start page is there: a word for it, or a single word for news."""
    return bare(anchor) in _homes() or bare(anchor) in _table()["forms"]["words"]


@cache
def _homes() -> frozenset[str]:
    return frozenset(bare(word) for word in _table()["home"])


def lines_naming(lines: FoldedLines, names: frozenset[str]) -> frozenset[int]:
    """Indices of the lines that may hold one of `names`: a cheap question that spares most lines."""
    return lines.naming(_telling(names))


@lru_cache(maxsize=16)
def _telling(names: frozenset[str]) -> frozenset[str]:
    """Folded words, Chinese and Japanese characters among them: a line that holds one of `names` holds one of these."""
    rarest = {max(words(name), key=len, default="") for name in names} | {bare(name) for name in names}
    return frozenset(fold_lines(fold(word)) for word in rarest) - {""}


@cache
def names_of_agencies() -> frozenset[str]:
    """Names of news agencies and of newsrooms that others print."""
    return frozenset(_table()["agencies"])


@cache
def marks_of_outlets() -> frozenset[str]:
    """Words of which the name of every outlet holds one; in Chinese and Japanese its last character."""
    return _outlet_words() | {ending[-1] for ending in _cjk_endings()}


def has_outlet_form(name: str) -> bool:
    """Whether a short line looks like the name of an outlet: an outlet word in it, or the ending of a CJK outlet."""
    tail = name.rstrip("」』》 )）")
    return tail.endswith(_cjk_endings()) or not _outlet_words().isdisjoint(words(name))


@cache
def _cjk_endings() -> tuple[str, ...]:
    return tuple(_table()["forms"]["cjk_end"])


@cache
def _outlet_words() -> frozenset[str]:
    return frozenset(_table()["forms"]["words"])


def agency_in_dateline(text: str) -> Span | None:
    """The agency in a dateline at the start of a paragraph: "CITY (Agency) -", in Chinese "Agency, day, report"."""
    head = text[:_OPENING]
    names_one = "(" in head or "via" in head or not _first_words().isdisjoint(_WORD.findall(head))
    match = _dateline().match(head) if names_one and compiled(_MARK).search(head) else None
    if match is None:
        reported = compiled(_REPORTED).match(text[:60]) if "日" in head else None
        beginnings = [reported[1][:end] for end in range(2, len(reported[1]) + 1)] if reported else []
        # Behind the name may stand the city; within an unknown one, letters that end others
        known = next(filter(is_agency, beginnings), None)
        name = known or next(filter(has_outlet_form, reversed(beginnings)), None)
        return Span(name, reported.start(1), reported.start(1) + len(name)) if reported and name else None
    group = next(group for group, text in match.groupdict().items() if text)
    is_outlet = {
        "other": has_outlet_form(match[group]),
        "first": is_agency(match[group]) or is_agency(match["via"] or ""),
    }
    if not is_outlet.get(group, True):
        return None
    return Span(match[group], match.start(group), match.end(group))
