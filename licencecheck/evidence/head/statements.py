"""What the head and the front matter state by name, as written."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from licencecheck.documents.document import Document
from licencecheck.model import HeadMeta, Place, Role
from licencecheck.text import excerpt

_MOST = 200
_NAMES = ("name", "property", "itemprop")


def head_of(document: Document) -> list[HeadMeta]:
    """Every `meta` element that has a name and a value, then the entries of the front matter."""
    return list(islice(_metas(document), _MOST)) + list(islice(_entries(document), _MOST))


def _metas(document: Document) -> Iterator[HeadMeta]:
    for element in document.tree.iter("meta"):
        name = next((value for key in _NAMES if (value := (element.get(key) or "").strip())), None)
        content = element.get("content")
        if name and content is not None:
            yield HeadMeta(
                text=excerpt(content), location=document.element_at(element, "content"),
                role=Role.HEAD, place=Place.META, name=name[:100].lower(),
            )  # fmt: skip


def _entries(document: Document) -> Iterator[HeadMeta]:
    for entry in document.front_matter.values():
        if isinstance(entry.value, str | int | float):
            yield HeadMeta(
                text=excerpt(str(entry.value)), location=entry.location,
                role=Role.HEAD, place=Place.META, name=entry.key[:100].lower(),
            )  # fmt: skip
