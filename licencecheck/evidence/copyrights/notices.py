"""Copyright notices in a block of text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from licencecheck.evidence.copyrights import holders, patterns, years
from licencecheck.evidence.phrases.folding import Folded, fold

_MOST = 200
"""Signs and words looked at in one text; only junk has more."""
_AFTER = 200
"""Characters after the sign in which a notice ends."""
_BEFORE = 80
"""Characters before the sign in which a holder or year may stand."""
_TOKENS = 12
"""Signs, years and words at the head of a notice."""
_SHORT = 120
"""Characters of a text that is nothing but "Example. All rights reserved."."""

_GAP = re.compile(r"(?:[ ,:\-/|·•*@&]|\((?!c\))){0,6}")
_PLAIN_GAP = re.compile(r" ?:? ?(?:by:? )?")
_LIST_MARK = re.compile(r"(?<![\w)])\([abd]\)")
_SENTENCE_START = re.compile(r"(?:^|[.|·•:;(\-])[ \"']?$")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_EDGES = " ,:;-|·•("


class NoticeMatch(NamedTuple):
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
    """What has been read of one notice; `start` and `end` count characters of the folded text."""

    start: int
    end: int
    has_sign: bool = False
    years: set[int] = field(default_factory=set)
    reserved: bool = False
    holders: tuple[str, ...] = ()
    names_nobody: bool = False
    """Words follow the sign, but no name: "© the author"."""

    def add_years(self, folded: Folded, match: re.Match[str] | None) -> bool:
        """Take the years of a match; False where it holds none."""
        found = years.years_in(folded, *match.span("years")) if match else set()
        self.years |= found
        return bool(found)


def copyright_notices(text: str) -> list[NoticeMatch]:
    """Find the copyright notices of one block of text, in text order.

    A notice has a sign or word of copyright and a holder, a year or both, in any order; prose ("copyright law") and the
    "(c)" of a list are none. "The author(s)" and names left in a template are no holders.
    """
    low = text.lower()
    if not any(word in low for word in patterns.near_in(text.isascii())):
        return []
    folded = years.with_plain_digits(fold(text))
    found = sorted([*_signed(folded), *_belonging(folded)], key=lambda notice: notice.start)
    return [
        NoticeMatch(*folded.original(n.start, n.end), n.holders, tuple(sorted(n.years)), n.reserved)
        for n in _apart(found or _reserved_only(folded))
    ]


def _apart(found: Iterable[_Notice]) -> Iterator[_Notice]:
    end = 0
    for notice in found:
        if notice.start >= end:
            end = notice.end
            yield notice


def _signed(folded: Folded) -> Iterator[_Notice]:
    """Notices with a sign or word of copyright."""
    text = folded.text
    is_list = _LIST_MARK.search(text) is not None
    border = 0
    for mark in islice(patterns.mark().finditer(text), _MOST):
        if mark.start() < border or _is_quoted(text, mark) or (is_list and _is_list_mark(text, mark)):
            continue
        notice = _Notice(*mark.span(), has_sign=mark.lastgroup == "sign")
        notice.reserved = patterns.reserved().fullmatch(mark[0]) is not None
        at = _read_head(folded, notice)
        if not _is_meant(folded, notice, mark, at):
            continue
        _read_after(folded, notice, at)
        _read_before(folded, notice, border)
        if notice.holders or notice.years:
            border = notice.end
            yield notice


def _is_quoted(text: str, mark: re.Match[str]) -> bool:
    return text[mark.end() : mark.end() + 1] in {'"', "'"} and text[mark.start() - 1 : mark.start()] in {'"', "'"}


def _is_list_mark(text: str, mark: re.Match[str]) -> bool:
    return mark[0] == "(c)" and not patterns.leading_years().match(text, mark.end() + 1)


def _read_head(folded: Folded, notice: _Notice) -> int:
    """Read the signs, years and "by" that follow the first sign; return where the holder should begin."""
    at = notice.end
    for _ in range(_TOKENS):
        token = patterns.head().match(folded.text, _gap_end(folded.text, at))
        kind = token.lastgroup if token else None
        if token is None or (kind == "years" and not notice.add_years(folded, token)):
            break
        notice.has_sign |= kind == "sign"
        notice.reserved |= kind == "reserved"
        at = token.end()
        notice.end = notice.end if kind == "by" else at
    return _gap_end(folded.text, at)


def _gap_end(text: str, at: int) -> int:
    gap = _GAP.match(text, at)
    return gap.end() if gap else at


def _is_meant(folded: Folded, notice: _Notice, mark: re.Match[str], at: int) -> bool:
    """Tell a notice from a text about copyright: by a sign or year, else by a colon or a name right after the word."""
    if notice.years or (notice.has_sign and mark[0] != "(c)"):
        return True
    if not _is_capital(folded, at) or re.split("[ .,:;]", folded.text[at : at + 40])[0] in patterns.prose():
        return False
    if notice.has_sign:
        return True
    end = _end(folded, at)
    later = patterns.any_years().search(folded.text, at, end)
    if not _PLAIN_GAP.fullmatch(folded.text, mark.end(), at) or not _is_titled(
        folded, at, later.start() if later else end
    ):
        return False
    has_colon = ":" in folded.text[mark.end() : at]
    before = folded.text[max(0, mark.start() - 3) : mark.start()]
    opens = bool(_SENTENCE_START.search(before)) and _is_capital(folded, mark.start())
    return has_colon or (mark.lastgroup == "english" and (opens or later is not None))


def _is_capital(folded: Folded, at: int) -> bool:
    """Whether a capital stands there, or a letter of a script without capitals."""
    if at >= len(folded.text):
        return False
    begin, _ = folded.original(at, at + 1)
    return folded.source[begin].isalpha() and not folded.source[begin].islower()


def _is_titled(folded: Folded, start: int, end: int) -> bool:
    """Whether the words are few, and all longer ones begin with a capital."""
    words = [*_LONG_WORD.finditer(folded.text, start, end)]
    return 0 < len(words) <= 8 and all(_is_capital(folded, word.start()) for word in words)


def _read_after(folded: Folded, notice: _Notice, at: int) -> None:
    """Read the holders and the years and the reservation that follow them."""
    text, end = folded.text, _end(folded, at)
    beside = (patterns.trailing_years() if notice.years else patterns.any_years()).search(text, at, end)
    if beside and notice.add_years(folded, beside):
        last, end = beside.start(), min(end, beside.end())
    else:
        last = end
    found = holders.names(folded, at, last)
    notice.names_nobody = not found and any(map(str.isalpha, text[at:last]))
    # "© is the symbol for copyright" names nobody, "© dpa" does
    if notice.years or len(found) != 1 or len(found[0].split()) <= 2 or text[at].isdigit() or _is_capital(folded, at):
        notice.holders = found
        notice.end = max(notice.end, len(text[:end].rstrip(_EDGES)))
    after = None if notice.years else patterns.leading_years().match(text, _gap_end(text, end))
    if after and notice.add_years(folded, after):
        notice.end = end = after.end()
    reserved = patterns.reserved_after().match(text, end)
    if reserved:
        notice.reserved, notice.end = True, reserved.end()


def _end(folded: Folded, at: int) -> int:
    """Find where the words after a sign stop being a name: sentence, separator, another sign, terms, menu."""
    last = min(len(folded.text), at + _AFTER)
    return next((border.start() for border in _borders(folded.text, at, last)), last)


def _borders(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    for border in patterns.border().finditer(text, start, end):
        if border[0] != "." or not holders.ends_abbreviated(text, border.start()):
            yield border


def _read_before(folded: Folded, notice: _Notice, border: int) -> None:
    """Read what may stand before the sign: a year, a reservation, and the holder if none came after it."""
    text = folded.text
    begin = max(border, notice.start - _BEFORE)
    leading = patterns.trailing_years().search(text, begin, notice.start)
    if leading and notice.add_years(folded, leading):
        notice.start = leading.start("years")
    reserved = patterns.reserved_before().search(text, begin, notice.start)
    if reserved:
        notice.start, notice.reserved = reserved.start(), True
    elif not notice.holders and not notice.names_nobody:
        begin = max([begin, *(match.end() for match in _borders(text, begin, notice.start))])
        begin = max(begin, text.rfind(": ", begin, notice.start) + 1)
        found = holders.names(folded, begin, notice.start)
        if found and (" " not in found[0] or _is_titled(folded, begin, notice.start)):
            notice.holders = found
            notice.start -= len(text[begin : notice.start].lstrip(_EDGES))


def _belonging(folded: Folded) -> Iterator[_Notice]:
    """Phrases that name the holder by themselves."""
    for pattern in patterns.belonging():
        for match in islice(pattern.finditer(folded.text), _MOST):
            found = holders.names(folded, *match.span("holder"))
            if found:
                yield _Notice(*match.span(), holders=found, reserved=patterns.reserved().search(match[0]) is not None)


def _reserved_only(folded: Folded) -> Iterator[_Notice]:
    """A short text that is nothing but "2019 Example Media. All rights reserved."."""
    text = folded.text
    reserved = patterns.reserved().search(text) if len(text) <= _SHORT else None
    if reserved is None:
        return
    notice = _Notice(0, reserved.end(), reserved=True)
    leading = patterns.leading_years().match(text)
    at = _gap_end(text, leading.end()) if leading and notice.add_years(folded, leading) else 0
    end = _end(folded, at)
    if patterns.reserved_after().match(text, end) and _is_titled(folded, at, end):
        notice.holders = holders.names(folded, at, end)
        yield from [notice] if notice.holders else []
