"""The encoding of text that does not declare one, by how well it reads as a language: letters, scripts and cases."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable

_SAMPLE = 65_536
_CHARACTERS = 2_000
_MISREAD = -4.0
_HINT = 0.3
_PRIOR = 0.05
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_PUNCTUATION = frozenset("\u00a0\u00ad‘’‚“”„–—…•€©®«»·§°№™")

_WEST = "äöüßéèêëàâçîïôùûñáíóúãõåæøœìò"
_CENTRAL = "ąćęłńóśźżáčďéěíňřšťúůýžäôľöüőűăâîşţđ"
_CYRILLIC = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэёіїєў"
_ALPHABETS = {
    "cp1252": _WEST,
    "cp1254": "ğışi̇çöüâîû",
    "cp1250": _CENTRAL,
    "iso8859_2": _CENTRAL,
    "cp1257": "ąčęėįšųūžāēģīķļņõäöü",
    "cp1251": _CYRILLIC,
    "koi8_u": _CYRILLIC,
    "cp1253": "αοιετσνηυρπκμλςωδγάέήίόύώχθφβξζψ",
    "cp1255": "אבגדהוזחטיכלמנסעפצקרשתםןךףץ",
    "cp1256": "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءآأإؤئپچژگ",
    "cp874": "านรอกเงมยลวดทสตะปบคหแจพชขใไโผซถศณุูิีึืัำ่้์็ๆ",
}
"""Codec -> its usual small letters; at equal readings the first one counts."""

_LATIN = frozenset({"cp1252", "cp1250", "iso8859_2", "cp1257", "cp1254"})


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _korean(character: str) -> float:
    """Weigh by the 2,350 syllables of KS X 1001; the code page holds 8,800 more that hardly anybody writes."""
    return 1.0 if b"\xb0" <= character.encode("euc_kr", "replace") < b"\xc9" else -1.0


def _japanese(character: str) -> float:
    return 1.2 if "\u3041" <= character <= "\u30ff" else 0.7 if _is_han(character) else -0.5


def _chinese(codec: str, first: bytes, last: bytes) -> Callable[[str], float]:
    """Weigh by the half of a character set that holds the characters in daily use; it is sorted by lead byte."""

    def weigh(character: str) -> float:
        if not _is_han(character):
            return -1.0 if character.isalpha() else 0.0
        return 0.9 if first <= character.encode(codec, "replace") < last else -0.5

    return weigh


_IDEOGRAPHIC = {
    "cp949": _korean,
    "cp932": _japanese,
    "euc_jp": _japanese,
    "gb18030": _chinese("gb2312", b"\xb0", b"\xd8"),
    "big5hkscs": _chinese("big5", b"\xa4", b"\xc7"),
}

_BY_LANGUAGE = {
    **dict.fromkeys(
        ["en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "no", "nb", "fi", "ca"], frozenset({"cp1252"})
    ),
    **dict.fromkeys(["pl", "cs", "sk", "hu", "sl", "hr", "bs", "ro"], frozenset({"cp1250", "iso8859_2"})),
    **dict.fromkeys(["ru", "uk", "be", "bg", "sr", "mk"], frozenset({"cp1251", "koi8_u"})),
    **dict.fromkeys(["lt", "lv", "et"], frozenset({"cp1257"})),
    **dict.fromkeys(["ar", "fa"], frozenset({"cp1256"})),
    "tr": frozenset({"cp1254"}),
    "el": frozenset({"cp1253"}),
    "he": frozenset({"cp1255"}),
    "th": frozenset({"cp874"}),
    "ko": frozenset({"cp949"}),
    "ja": frozenset({"cp932", "euc_jp"}),
    "zh": frozenset({"gb18030", "big5hkscs"}),
}


def likely_codec(data: bytes, language: str | None) -> str:
    """Name the Python codec in which `data`, which is neither ASCII nor UTF-8, reads best.

    `language` is the BCP 47 primary subtag that the page gives for itself, if it does.
    """
    first = re.search(rb"[\x80-\xff]", data)
    begin = max(0, first.start() - 1) if first else 0
    sample = data[begin : begin + _SAMPLE]
    hinted = _BY_LANGUAGE.get(language or "", frozenset())

    def reading(codec: str) -> float:
        text = codecs.getincrementaldecoder(codec)("replace").decode(sample)
        weigh = _IDEOGRAPHIC.get(codec)
        score = _ideographic(text, weigh) if weigh else _alphabetic(text, _ALPHABETS[codec], codec in _LATIN)
        return score + (_HINT if codec in hinted else _PRIOR if codec == "cp1252" else 0.0)

    return max([*_ALPHABETS, *_IDEOGRAPHIC], key=reading)


def _foreign(text: str) -> list[int]:
    """Give the offsets of the first characters outside ASCII."""
    found: list[int] = []
    for match in _NOT_ASCII.finditer(text):
        found.append(match.start())
        if len(found) == _CHARACTERS:
            break
    return found


def _ideographic(text: str, weigh: Callable[[str], float]) -> float:
    foreign = _foreign(text)
    return sum(_ideograph(text, at, weigh) for at in foreign) / max(1, len(foreign))


def _ideograph(text: str, at: int, weigh: Callable[[str], float]) -> float:
    character = text[at]
    if character == "\ufffd":
        return _MISREAD
    if "\u3000" <= character <= "\u303f" or "\uff00" <= character <= "\uff5e":
        return 0.5
    return weigh(character) if _joins(text[at - 1 : at]) or _joins(text[at + 1 : at + 2]) else -1.0


def _joins(neighbour: str) -> bool:
    """Whether a character can stand beside one of a script other than Latin in the same word."""
    return not neighbour.isascii()


def _alphabetic(text: str, letters: str, latin: bool) -> float:
    foreign = _foreign(text)
    return sum(_letter(text, at, letters, latin) for at in foreign) / max(1, len(foreign))


def _letter(text: str, at: int, letters: str, latin: bool) -> float:
    """Weigh one character outside ASCII: usual, rare, out of place or no letter at all."""
    character = text[at]
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if character in _PUNCTUATION or (character in "¿¡" and not before.isalpha()):
        return 0.5
    if character == "\ufffd" or unicodedata.category(character) == "Cc":
        return _MISREAD
    if not character.isalpha() and character not in letters:
        return -1.0 if before.isalpha() else 0.0
    score = 0.0
    if character.lower() in letters:
        score = 0.5 if character.isupper() else 1.0
    if (character.isupper() and before.islower()) or (character.islower() and after.isupper()):
        score -= 1.5
    elif latin and before.isalpha() and not before.isascii():
        score -= 1.0
    elif not latin and not _joins(before) and not _joins(after):
        score -= 1.5
    elif not latin and ((before.isalpha() and before.isascii()) or (after.isalpha() and after.isascii())):
        score -= 1.0
    return score
