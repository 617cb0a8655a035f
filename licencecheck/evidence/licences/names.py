"""The names of Creative Commons licences as they are written: in short and in full, in many languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import islice

from licencecheck.evidence.licences.creative_commons import (
    ELEMENTS,
    UNSPECIFIED,
    LicenceId,
    of_pieces,
    table,
    tool,
    tools,
)
from licencecheck.evidence.phrases.folding import Folded, fold
from licencecheck.text import compiled

MOST = 200
"""Statements looked at in one text; only junk has more."""
_BEFORE = 90
"""Characters before the name in which elements may stand: "Attribution-NonCommercial Creative Commons licence"."""

_TOKENS = 20
"""Words of one name that are looked at."""

_SIGNS = {"🅭": "cc", "🅯": "by", "🄏": "nc", "⊜": "nd", "🄎": "sa", "🄍": "zero"}
_SIGN_RUN = re.compile(r"(?:🅭 ?)?[🅯🄏⊜🄎🄍](?: ?[🅯🄏⊜🄎🄍]){0,3}")
_CC = re.compile(r"(?<![^\W_])(?:\(cc\)|cc|㏄)")
_BARE = re.compile(r"(?<![^\W_])(?<!cc[ _-])by-(?=(?:nc|nd|sa)(?:-(?:nd|sa))?[ /_-]{0,2}v?[1-4]\.[0-9])")
_GAP = re.compile(r"[ \-_/+,&:;|·•\"'()\[\]<>*]{0,6}")
_LINK = re.compile(r"[ ,\-/+&]{0,4}(?:(?:and|und|et|y|e) )?")
_AFTER_BY = re.compile(r" ?(?:$|[.)\]])|[ /_+,-]{1,2}(?:(?:nc|nd|sa)(?![^\W_])|v?[1-4](?:\.[0-9]| ?(?:$|[.)\]])))")
_UNSPACED = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"


@dataclass(slots=True)
class _Name:
    """What has been read of one name."""

    start: int
    end: int
    elements: set[str] = field(default_factory=set)
    version: str | None = None
    port: str = ""
    is_zero: bool = False
    has_licence_word: bool = False
    is_complete: bool = False
    """Once the version follows the elements, no further elements belong to the name."""


def names_in(folded: Folded) -> Iterator[tuple[int, int, LicenceId]]:
    """Find the names in a folded text: start and end in it, and the licence."""
    text = folded.text
    if "commons" in text or (not text.isascii() and any(word in text for word in _telling())):
        for match in islice(_full().finditer(text), MOST):
            name = _read(folded, match)
            if not name.elements and not name.is_zero:
                _read_before(text, name)
            is_licence = name.has_licence_word or _follows_licence_word(text, name.start)
            yield name.start, name.end, _licence(name) or replace(UNSPECIFIED, certain=is_licence)
    if "cc" in text or "㏄" in text:
        yield from _short(folded)
    if "by-" in text:
        for match in islice(_BARE.finditer(text), MOST):
            name = _read(folded, match)
            name.elements.add("by")
            yield name.start, name.end, tool(name.elements, name.version, name.port)
    if not text.isascii():
        for match in islice(_SIGN_RUN.finditer(text), MOST):
            yield *match.span(), of_pieces({_SIGNS[sign] for sign in match[0] if sign in _SIGNS})


def names_near() -> frozenset[str]:
    """Pieces of words of which every text that holds such a name holds one."""
    return _telling() | {"commons", "cc", "㏄", "by-", *_SIGNS}


def _short(folded: Folded) -> Iterator[tuple[int, int, LicenceId]]:
    """Find the names that begin with CC; since letters are copied by CC too, it takes more than that."""
    for match in islice(_CC.finditer(folded.text), MOST):
        name = _read(folded, match)
        licence = _licence(name) if name.version or "by" in name.elements or name.is_zero else None
        if licence is not None:
            yield name.start, name.end, licence
        elif _is_upper(folded, match) and (name.has_licence_word or _follows_licence_word(folded.text, match.start())):
            yield name.start, name.end, UNSPECIFIED


def _licence(name: _Name) -> LicenceId | None:
    if name.is_zero:
        return of_pieces({"zero"})
    if not name.elements:
        return None
    if "by" in name.elements or name.version in {"1.0", "2.0"}:
        return tool(name.elements, name.version, name.port)
    # since 2.5 there is none without attribution: it was left out in writing
    return replace(tool({"by", *name.elements}, name.version, name.port), certain=False)


def _read(folded: Folded, match: re.Match[str]) -> _Name:
    """Read on from "Creative Commons" or "CC": elements, version, port and the words between them."""
    name = _Name(*match.span())
    at, last = name.end, ""
    for _ in range(_TOKENS):
        gap = _GAP.match(folded.text, at)
        token = _token().match(folded.text, gap.end() if gap else at)
        if token is None or not _takes(name, folded, at, token, last):
            break
        at, last = token.end(), token.lastgroup or ""
        name.end = name.end if last == "filler" else at
    return name


def _takes(name: _Name, folded: Folded, at: int, token: re.Match[str], last: str) -> bool:
    """Add to a name the token that follows at `at`; False where it belongs to something else."""
    match token.lastgroup:
        case "short":
            return _takes_element(name, token[0]) if _is_element(name, folded, at, token) else False
        case "by" | "nc" | "nd" | "sa":
            return _takes_element(name, token.lastgroup)
        case "version":
            name.version = name.version or token[0][-3:]
            name.is_complete = bool(name.elements)
        case "whole":
            name.version = f"{token[0]}.0"
            return last in {*ELEMENTS, "short"}
        case "port":
            name.port = _ports()[token[0]]
            return last == "version"
        case "code":
            name.port = token[0] if last == "version" and _is_port(folded, token) else ""
            return bool(name.port)
        case "zero":
            name.is_zero = True
        case "licence":
            name.has_licence_word = True
        case "cc":
            return not name.elements and not name.version
    return True


def _takes_element(name: _Name, element: str) -> bool:
    if not name.is_complete:
        name.elements.add(element)
    return not name.is_complete


def _is_element(name: _Name, folded: Folded, at: int, token: re.Match[str]) -> bool:
    """Tell "CC BY" and "cc by-nc" from "cc by mail"."""
    if token[0] != "by" or name.elements or folded.text[at : token.start()].strip(" ") or _is_upper(folded, token):
        return True
    return at == token.start() or _AFTER_BY.match(folded.text, token.end()) is not None


def _is_port(folded: Folded, token: re.Match[str]) -> bool:
    return folded.text[token.start() - 1] == "-" or _is_upper(folded, token)


def _is_upper(folded: Folded, match: re.Match[str]) -> bool:
    start, end = folded.original(*match.span())
    return folded.source[start:end].isupper()


def _read_before(text: str, name: _Name) -> None:
    """Read the elements that stand before the name."""
    begin = max(0, name.start - _BEFORE)
    for token in reversed([*_element().finditer(text, begin, name.start)]):
        if not _LINK.fullmatch(text, token.end(), name.start):
            break
        name.elements.add(token.lastgroup or "")
        name.start = token.start()


def _follows_licence_word(text: str, end: int) -> bool:
    return _licence_word_before().search(text, max(0, end - 30), end) is not None


@cache
def _telling() -> frozenset[str]:
    """Words of which every full name holds one, unless it holds "commons"."""
    return frozenset(fold(word).text for word in table()["telling"])


@cache
def _full() -> re.Pattern[str]:
    return re.compile("|".join(fold(name).text for name in table()["names"]))


@cache
def _ports() -> Mapping[str, str]:
    return {fold(name).text: code for code, names in table()["ports"].items() for name in names}


def _words(patterns: Iterable[str]) -> str:
    """Alternatives, the longest first; those in scripts with spaces end where a word ends."""
    folded = sorted({fold(pattern).text for pattern in patterns}, key=len, reverse=True)
    return "|".join(word if compiled(_UNSPACED).search(word) else rf"(?:{word})(?![^\W_])" for word in folded)


@cache
def _elements() -> str:
    languages = table()["elements"].values()
    groups = {name: _words(word for words in languages for word in words[name]) for name in ELEMENTS}
    return "|".join(f"(?P<{name}>{words})" for name, words in groups.items())


@cache
def _element() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{_elements()})")


@cache
def _licence_word_before() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words(table()['licence_words'])})[ :\-(\"']{{0,3}}(?:[^\W\d_]{{1,5}} ){{0,2}}$")


@cache
def _token() -> re.Pattern[str]:
    codes = "|".join(sorted({port for _, _, port in tools() if port}))
    return re.compile(
        rf"{_elements()}"
        r"|(?P<short>(?:by|nc|nd|sa)(?![^\W_]))"
        r"|(?P<zero>zero(?![^\W_])|0(?![^\W_])(?![.,][0-9]))"
        r"|(?P<version>(?:v|ver\. ?|version )?[1-4]\.[0-9](?!\.?[0-9]))"
        rf"|(?P<whole>[1-4](?= ?(?:$|[^\w. ]|\.(?![0-9])|{_words(table()['flavours'])})))"
        rf"|(?P<port>{_words(map(re.escape, _ports()))})|(?P<code>(?:{codes})(?![^\W_]))"
        rf"|(?P<licence>{_words(table()['licence_words'])})|(?P<flavour>{_words(table()['flavours'])})"
        rf"|(?P<filler>{_words(table()['fillers'])})|(?P<cc>\(?cc\)?(?![^\W\d_]))"
    )
