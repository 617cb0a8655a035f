"""From the bytes of a page to its text."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from typing import NamedTuple

from licencecheck.documents.encodings import codec
from licencecheck.documents.unreadable import UnreadableError

_HEAD = 4_096
_BYTE_ORDER_MARKS = [
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
]
_BINARY = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"%PDF-": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or office document",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"\x1f\x8b": "compressed with gzip",
    b"BZh": "compressed with bzip2",
    b"\xfd7zXZ": "compressed with xz",
    b"(\xb5/\xfd": "compressed with zstd",
}
_CONTROLS = bytes({*range(9), *range(0x0E, 0x1B), *range(0x1C, 0x20)})
_MANY_CONTROLS = 32
_FEW_GAPS = 2
_LEAST_ZEROS = 4
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_DECLARED = re.compile(
    rb"""<meta[\s/][^>]{0,500}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]+)""",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(rb"""<html[\s/][^>]{0,500}?lang\s*=\s*["']?\s*([a-z]{2,3})\b""", re.IGNORECASE)
_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_MISREAD = re.compile("\ufffd+")


class Decoded(NamedTuple):
    """The text of a page, without byte order mark."""

    text: str
    encoding: str
    """Name of the Python codec."""


def decode(data: bytes, charset: str | None = None) -> Decoded:
    """Decode a page by byte order mark, UTF-8 check, the server's `charset`, declaration and letters, in this order.

    A page that is UTF-8 and not ASCII is read so whatever server and page declare. Bytes that stand for nothing become
    U+FFFD.
    Raises UnreadableError for files that hold no text.
    """
    for mark, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(name, "replace"), name)
    if wide := _unmarked_utf16(data):
        return Decoded(data.decode(wide, "replace"), wide)
    _refuse_binary(data)
    told = codec(charset, of_page=False) if charset else None
    if told and not _is_utf8(data) and (decoded := _as_declared(data, told)):
        return decoded
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_other(data)
    if b"\x1b" in data and b"\x1b$" in data:
        return Decoded(data.decode("iso2022_jp", "replace"), "iso2022_jp")
    return Decoded(text, "utf-8")


def _unmarked_utf16(data: bytes) -> str | None:
    """Tell UTF-16 by the zero in every other byte that markup and Latin letters have there."""
    head = data[:_HEAD]
    even, odd = head[::2].count(0), head[1::2].count(0)
    few, many = sorted([even, odd])
    if many < _LEAST_ZEROS or many * 4 < len(head[1::2]) or few * 10 > many:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _refuse_binary(data: bytes) -> None:
    for signature, kind in _BINARY.items():
        if data.startswith(signature):
            raise UnreadableError(f"The file is {kind}, not text")
    head = data[:_HEAD]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > _MANY_CONTROLS and controls * 20 > len(head):
        raise UnreadableError("The file is binary, not text")


def _decode_other(data: bytes) -> Decoded:
    """Decode what is not valid UTF-8: damaged UTF-8, what the page declares, or what its letters say."""
    with suppress(UnicodeDecodeError):
        return Decoded(_SURROGATE.sub("\ufffd".encode(), data).decode("utf-8"), "utf-8")
    head = _COMMENT.sub(b"", data[:_HEAD])
    declared = declared_codec(data)
    damaged = data.decode("utf-8", "replace")
    lost = damaged.count("\ufffd")
    gaps = sum(1 for _ in _MISREAD.finditer(damaged))
    kept = _foreign(damaged) - lost
    if kept >= gaps and lost <= 3 * gaps and (kept >= 3 * gaps or gaps <= _FEW_GAPS):
        return Decoded(damaged, "utf-8")
    if declared and declared != "utf-8" and (decoded := _as_declared(data, declared)):
        return decoded
    from licencecheck.documents.detection import likely_codec

    language = _LANGUAGE.search(head)
    name = likely_codec(data, language[1].decode().lower() if language else None)
    return Decoded(data.decode(name, "replace"), name)


def _as_declared(data: bytes, name: str) -> Decoded | None:
    """Decode as declared, unless too much then stands for nothing."""
    text = data.decode(name, "replace")
    return Decoded(text, name) if text.count("\ufffd") * 20 <= _foreign(text) else None


def _is_utf8(data: bytes) -> bool:
    """Whether bytes are UTF-8 with other characters than those of ASCII."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not data.isascii()


def _foreign(text: str) -> int:
    """Count the characters outside ASCII."""
    return len(text) - len(text.encode("ascii", "ignore"))


def declared_codec(data: bytes) -> str | None:
    """Name the codec that the head of a page declares."""
    match = _DECLARED.search(_COMMENT.sub(b"", data[:_HEAD]))
    return codec((match[1] or match[2]).decode("ascii", "replace")) if match else None
