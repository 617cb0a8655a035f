"""Copyright notices in a block of text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import islice

from licencecheck.evidence import holders
from licencecheck.evidence.data import load
from licencecheck.evidence.folding import Folded, fold

_MOST = 200
"""Signs and words looked at in one text; only junk has more."""
_AFTER = 200
"""Characters after the sign in which a notice ends."""
_BEFORE = 80
"""Characters before the sign in which a holder or year may stand."""
_TOKENS = 12
_SHORT = 120
"""Characters of a text that is nothing but "Example. All rights reserved."."""

_DIGITS = {zero + digit: str(digit) for zero in (0x660, 0x6F0, 0x966, 0x9E6, 0xE50) for digit in range(10)}
_SIGN = r"©|ⓒ|℗|(?<![\w)])\(c\)(?!\()"
_ENGLISH = r"(?<![^\W_])(?:copyrights?|copr\.)(?![^\W_])"
_YEAR = r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])"
_ROMAN = r"(?<![^\W_])(?:mcm[dclxvi]{0,9}|mm[clxvi]{1,9})(?![^\W_])"
_GAP = re.compile(r"(?:[ ,:\-/|·•*@&\"']|\((?!c\))){0,6}")
_ENUMERATION = re.compile(r"(?<![\w)])\([abd]\)")
_WORDS = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class NoticeMatch:
    """A copyright notice in a text; `start` and `end` count characters of the text as given."""

    start: int
    end: int
    holders: tuple[str, ...]
    years: tuple[int, ...]
    """First and last year of every range, ascending; 1900 to 2099."""
    reserved: bool
    """Whether "all rights reserved" belongs to it."""


@dataclass(slots=True)
class _Notice:
    """What has been read of one notice."""

    start: int
    end: int
    has_sign: bool
    is_english: bool = False
    has_by: bool = False
    years: set[int] = field(default_factory=set)
    reserved: bool = False
    holders: tuple[str, ...] = ()


def copyright_notices(text: str) -> list[NoticeMatch]:
    """Find the copyright notices of one block of text, in text order.

    A notice has a sign or word of copyright, and a holder, a year or both, in any order; the words alone ("copyright
    law", "(c)" of a list) are none. "The author(s)" and template names are no holders.
    """
    low = text.lower()
    if not any(word in low for word in _near(text.isascii())):
        return []
    folded = _with_plain_digits(fold(text))
    found = sorted([*_signed(folded), *_belonging(folded)], key=lambda notice: notice.start)
    found = found or [*_reserved_only(folded)]
    return [
        NoticeMatch(*folded.original(n.start, n.end), n.holders, tuple(sorted(n.years)), n.reserved)
        for n in _apart(found)
    ]


def _with_plain_digits(folded: Folded) -> Folded:
    if folded.text.isascii():
        return folded
    return Folded(folded.source, folded.text.translate(_DIGITS), folded.offsets)


def _apart(found: Iterable[_Notice]) -> Iterator[_Notice]:
    end = -1
    for notice in found:
        if notice.start >= end:
            end = notice.end
            yield notice


def _signed(folded: Folded) -> Iterator[_Notice]:
    """Notices with a sign or word of copyright."""
    text = folded.text
    border = 0
    is_list = _ENUMERATION.search(text) is not None
    for mark in islice(_mark().finditer(text), _MOST):
        if mark.start() < border or (mark[0] == "(c)" and is_list and not _years().match(text, mark.end() + 1)):
            continue
        notice = _Notice(*mark.span(), has_sign=mark.lastgroup == "sign", is_english=mark.lastgroup == "english")
        at = _read_head(folded, notice)
        if not _is_meant(folded, notice, mark, at):
            continue
        _read_holders(folded, notice, at)
        _read_before(folded, notice, border)
        if notice.holders or notice.years:
            border = notice.end
            yield notice


def _read_head(folded: Folded, notice: _Notice) -> int:
    """Read signs, years and "by" after the first sign; return where the holder should begin."""
    at = notice.end
    for _ in range(_TOKENS):
        token = _head_token().match(folded.text, _gap_end(folded.text, at))
        if token is None or (notice.reserved and token.lastgroup == "sign"):
            break
        if token.lastgroup == "years" and not _add_years(folded, notice, token):
            break
        notice.has_sign |= token.lastgroup == "sign"
        notice.has_by |= token.lastgroup == "by"
        notice.reserved |= token.lastgroup == "reserved"
        at = token.end()
        notice.end = at if token.lastgroup in {"years", "reserved", "sign"} else notice.end
    return _gap_end(folded.text, at)


def _gap_end(text: str, at: int) -> int:
    gap = _GAP.match(text, at)
    return gap.end() if gap else at


def _is_meant(folded: Folded, notice: _Notice, mark: re.Match[str], at: int) -> bool:
    """Tell a notice from a text about copyright: a sign or year, else a colon or a name directly after the word."""
    start, _ = folded.original(*mark.span())
    if notice.years or (notice.has_sign and mark[0] != "(c)"):
        return True
    name = folded.text[at : at + 40]
    is_capital = bool(name) and _is_capital(folded, at)
    if notice.has_sign:
        return is_capital
    if not is_capital or name.split(" ")[0].strip(".,:;") in _prose():
        return False
    if folded.text[mark.end() : mark.end() + 2].lstrip().startswith(":"):
        return True
    opens = re.search(r"(?:^|[.|·•:;(\-])[ \"']?$", folded.text[max(0, mark.start() - 3) : mark.start()])
    return notice.is_english and opens is not None and folded.source[start].isupper() and _is_titled(folded, at)


def _is_capital(folded: Folded, at: int) -> bool:
    begin, _ = folded.original(at, at + 1)
    return folded.source[begin].isupper() or (folded.source[begin].isalpha() and not folded.source[begin].islower())


def _is_titled(folded: Folded, at: int) -> bool:
    """Whether all longer words from `at` to the end of the sentence begin with a capital, and they are few."""
    end = _end(folded, at)
    words = [*_WORDS.finditer(folded.text, at, end)]
    return 0 < len(words) <= 8 and all(_is_capital(folded, word.start()) for word in words)


def _read_holders(folded: Folded, notice: _Notice, at: int) -> None:
    """Read the holders and the years that follow them."""
    text = folded.text
    end = _end(folded, at)
    years = _trailing_years().search(text, at, end)
    last = end
    if years and _add_years(folded, notice, years):
        last = years.start()
    notice.holders = holders.names(folded, at, last)
    if len(notice.holders) == 1 and not notice.years and not _is_plausible(folded, at, notice.holders[0]):
        notice.holders = ()
    if last > at or years:
        notice.end = max(notice.end, len(text[:end].rstrip(" ,:;-|·•(")))
    reserved = _reserved_after().match(text, end)
    if reserved:
        notice.reserved = True
        notice.end = reserved.end()


def _is_plausible(folded: Folded, at: int, name: str) -> bool:
    """Without a year: a name begins with a capital, or is short ("dpa", "orig.example")."""
    return _is_capital(folded, at) or len(name.split()) <= 2


def _end(folded: Folded, at: int) -> int:
    """Find where the words after the sign stop being a name: the sentence, a separator, another sign, terms, a menu."""
    text, last = folded.text, min(len(folded.text), at + _AFTER)
    for border in _border().finditer(text, at, last):
        if border[0] == "." and holders.ends_abbreviated(text, border.start()):
            continue
        return border.start()
    return last


def _read_before(folded: Folded, notice: _Notice, border: int) -> None:
    """Read what may stand before the sign: a year, "all rights reserved", and the holder if none came after it."""
    text = folded.text
    begin = max(border, notice.start - _BEFORE)
    years = _trailing_years().search(text, begin, notice.start)
    if years and _add_years(folded, notice, years):
        notice.start = years.start("years")
    reserved = _reserved_before().search(text, begin, notice.start)
    if reserved:
        notice.start, notice.reserved = reserved.start(), True
    elif not notice.holders:
        ends = [m.end() for m in _border().finditer(text, begin, notice.start) if not _is_inner(text, m)]
        begin = max([begin, *ends])
        begin = max(begin, text.rfind(": ", begin, notice.start) + 1)
        found = holders.names(folded, begin, notice.start)
        is_titled = [word for word in _WORDS.finditer(text, begin, notice.start)]
        if found and all(_is_capital(folded, word.start()) for word in is_titled) and begin < notice.start:
            notice.holders = found
            notice.start = begin + len(text[begin : notice.start]) - len(text[begin : notice.start].lstrip(" ,:;-|·•"))


def _is_inner(text: str, border: re.Match[str]) -> bool:
    return border[0] == "." and holders.ends_abbreviated(text, border.start())


def _belonging(folded: Folded) -> Iterator[_Notice]:
    """Phrases that name the holder by themselves."""
    for pattern in _belongs():
        for match in islice(pattern.finditer(folded.text), _MOST):
            found = holders.names(folded, *match.span("holder"))
            if found:
                yield _Notice(*match.span(), has_sign=False, holders=found)


def _reserved_only(folded: Folded) -> Iterator[_Notice]:
    """A short text that is "2019 Example Media. All rights reserved."."""
    text = folded.text
    reserved = _reserved().search(text) if len(text) <= _SHORT else None
    if reserved is None or not reserved.start():
        return
    notice = _Notice(0, reserved.end(), has_sign=False, reserved=True)
    at = 0
    years = _years().match(text)
    if years and _add_years(folded, notice, years):
        at = _gap_end(text, years.end())
    end = _end(folded, at)
    if _reserved_after().match(text, end) and _is_titled(folded, at):
        notice.holders = holders.names(folded, at, end)
        if notice.holders:
            yield notice


def _add_years(folded: Folded, notice: _Notice, match: re.Match[str]) -> bool:
    """Add the years of a match; False where it holds none."""
    start, end = match.span("years")
    years = _years_in(folded, start, end)
    notice.years |= years
    return bool(years)


def _years_in(folded: Folded, start: int, end: int) -> set[int]:
    """First and last year of every range; "2012-14" ends in 2014."""
    years: set[int] = set()
    for part in re.finditer(
        rf"(?P<year>{_YEAR})|(?P<roman>{_ROMAN})|(?<![0-9])[0-9]{{2}}(?![0-9])", folded.text[start:end]
    ):
        first, last = folded.original(start + part.start(), start + part.end())
        if part["year"]:
            years.add(int(part[0]))
        elif part["roman"]:
            years |= {_roman(part[0])} if folded.source[first:last].isupper() else set()
        elif years and (year := max(years) // 100 * 100 + int(part[0])) >= max(years):
            years.add(year)
    return {year for year in years if 1900 <= year <= 2099}


def _roman(numeral: str) -> int:
    values = [{"m": 1000, "d": 500, "c": 100, "l": 50, "x": 10, "v": 5, "i": 1}[letter] for letter in numeral]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


@cache
def _near(ascii_only: bool) -> tuple[str, ...]:
    return tuple(word for word in load("notices.yaml")["near"] if word.isascii() or not ascii_only)


@cache
def _words(key: str) -> str:
    return "|".join(sorted((fold(word).text for word in load("notices.yaml")[key]), key=len, reverse=True))


@cache
def _prose() -> frozenset[str]:
    return frozenset(load("notices.yaml")["prose"])


@cache
def _belongs() -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, load("notices.yaml")["belongs"]))


@cache
def _reserved_words() -> str:
    table = next(row for row in load("licences.yaml")["licences"] if row["kind"] == "reserved")
    return "|".join(fold(words).text for words in table["words"])


@cache
def _reserved() -> re.Pattern[str]:
    return re.compile(_reserved_words())


@cache
def _reserved_after() -> re.Pattern[str]:
    return re.compile(rf"[ .,;:|·•\-()]{{0,4}}(?:{_reserved_words()})")


@cache
def _reserved_before() -> re.Pattern[str]:
    return re.compile(rf"(?:{_reserved_words()})[ .,;:|·•\-()]{{0,4}}$")


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(rf"(?P<sign>{_SIGN})|(?P<english>{_ENGLISH})|(?P<word>{_words('marks')})")


@cache
def _span() -> str:
    """One year, range or list of years, or a date."""
    link = r" ?(?:-|/|,|&|\+|to|bis|a|au|al|do|and|und|et) ?"
    more = rf"{_YEAR}|[0-9]{{2}}(?![0-9.])|{_words('now')}"
    date = r"(?:[0-9]{1,2}[./-] ?){0,2}"
    return rf"(?P<years>{date}(?:{_YEAR}|{_ROMAN})(?:-[0-9]{{2}}-[0-9]{{2}}(?![0-9])|(?:{link}(?:{more})){{0,20}})年?)"


@cache
def _years() -> re.Pattern[str]:
    return re.compile(_span())


@cache
def _trailing_years() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[ ,(\-·|]|(?<=[^\x00-\x7f])){_span()}[ ).,:\-|·•]{{0,4}}$")


@cache
def _head_token() -> re.Pattern[str]:
    return re.compile(
        rf"{_span()}|(?P<sign>{_SIGN})|(?P<word>{_ENGLISH}|{_words('marks')})"
        rf"|\.?(?P<reserved>(?:{_reserved_words()})(?:[ .|·•\-]{{0,3}})(?=[^\w]|$|[0-9]))|(?P<by>(?:{_words('by')}) )"
    )


@cache
def _border() -> re.Pattern[str]:
    return re.compile(
        rf"[|·•♦►»;<。；！!?]|\.(?=[ \"')]|$)| - |{_SIGN}|{_reserved_words()}|(?<![^\W_])(?:{_words('after')}|copyrights?(?![^\W_]))"
    )
