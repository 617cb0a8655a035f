"""Files to documents: one page of HTML or Markdown as read, or the reason why it cannot be read."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from licencecheck.documents.decoding import Decoded, decode
from licencecheck.documents.document import Document, Kind
from licencecheck.documents.folders import MARKDOWN_ENDINGS, PAGE_ENDINGS, pages_in, slashed
from licencecheck.documents.gitignore import GitIgnore
from licencecheck.documents.unreadable import UnreadableError
from licencecheck.model import Unreadable
from licencecheck.options import MAX_BYTES, MAX_ELEMENTS

__all__ = [
    "MARKDOWN_ENDINGS",
    "PAGE_ENDINGS",
    "Document",
    "Empty",
    "GitIgnore",
    "Kind",
    "bytes_of",
    "pages_in",
    "plain_text",
    "read",
    "read_file",
    "slashed",
]

_PAGE_TAG = re.compile(r"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_FENCES = ("---", "+++")
_HEAD = 16_384


@dataclass(frozen=True, slots=True, kw_only=True)
class Empty(Unreadable):
    """A page without any character but white space: no trouble where it was found in a folder."""


def read(
    path: str,
    data: bytes,
    *,
    url: str | None = None,
    kind: Kind | None = None,
    charset: str | None = None,
    max_bytes: int = MAX_BYTES,
    max_elements: int = MAX_ELEMENTS,
) -> Document | Unreadable:
    """Read the bytes of a page; `path` tells the format by its ending and is what locations name.

    `kind` tells the format where it is known otherwise. Where nothing tells it (`-`), the content does: front matter,
    or no page tags, is Markdown. `charset` is the encoding that a server named.
    `url` is where the page stands. A page larger than `max_bytes` bytes or `max_elements` elements is not read.
    """
    if len(data) > max_bytes:
        return _too_large(path, max_bytes)
    try:
        decoded = decode(data, charset)
        if not decoded.text or decoded.text.isspace():
            return Empty(path=path, reason="The file is empty")
        if kind == "markdown" or (kind is None and _is_markdown(path, decoded)):
            from licencecheck.documents.markdown import read_markdown

            return read_markdown(path, decoded.text, url, max_elements)
        from licencecheck.documents.html import read_html

        return read_html(path, data, decoded, url, max_elements)
    except UnreadableError as trouble:
        return Unreadable(path=path, reason=str(trouble))


def read_file(
    path: str,
    *,
    url: str | None = None,
    max_bytes: int = MAX_BYTES,
    max_elements: int = MAX_ELEMENTS,
) -> Document | Unreadable:
    """Read a file, or standard input for `-`; what the system refuses comes back as the reason. See `read`."""
    data = bytes_of(path, max_bytes=max_bytes)
    if isinstance(data, Unreadable):
        return data
    return read(path, data, url=url, max_bytes=max_bytes, max_elements=max_elements)


def bytes_of(path: str, *, max_bytes: int = MAX_BYTES) -> bytes | Unreadable:
    """Give the bytes of a file, or of standard input for `-`, and no more than one above `max_bytes`."""
    try:
        if path == "-":
            if sys.stdin is None:
                return Unreadable(path=path, reason="Standard input is closed")
            return sys.stdin.buffer.read(max_bytes + 1)
        # A shell writes to the pipes that it makes, under /dev; to others perhaps nobody ever will
        if Path(path).is_fifo() and not path.startswith("/dev/"):
            return Unreadable(path=path, reason="This is a pipe, not a file")
        with Path(path).open("rb") as file:
            return file.read(max_bytes + 1)
    except (OSError, ValueError) as trouble:
        return Unreadable(path=path, reason=_why_closed(path, trouble))


def plain_text(path: str, data: bytes, *, charset: str | None = None, max_bytes: int = MAX_BYTES) -> str | Unreadable:
    """Decode a text that is no page, such as terms copied into a `.txt` file."""
    if len(data) > max_bytes:
        return _too_large(path, max_bytes)
    try:
        return decode(data, charset).text
    except UnreadableError as trouble:
        return Unreadable(path=path, reason=str(trouble))


def _is_markdown(path: str, decoded: Decoded) -> bool:
    name = path.lower()
    if name.endswith(PAGE_ENDINGS):
        return name.endswith(MARKDOWN_ENDINGS)
    head = decoded.text[:_HEAD].lstrip()
    return head.startswith(_FENCES) or not (head.startswith("<") or _PAGE_TAG.search(head))


def _too_large(path: str, max_bytes: int) -> Unreadable:
    return Unreadable(path=path, reason=f"The file is larger than {max_bytes:,} bytes; give --max-bytes to read it")


def _why_closed(path: str, trouble: OSError | ValueError) -> str:
    if isinstance(trouble, FileNotFoundError):
        return "The file does not exist"
    if isinstance(trouble, IsADirectoryError) or Path(path).is_dir():
        return "This is a folder, not a file"
    return f"The file cannot be read: {(trouble.strerror if isinstance(trouble, OSError) else None) or trouble}"
