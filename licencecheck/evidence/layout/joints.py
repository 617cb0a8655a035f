"""Where inline boxes meet within a line: themes part by style sheets what stands beside each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from lxml import etree

from licencecheck.text import is_unspaced

_NAMED = re.compile(r"[^\W\d_]{4}")
"""A class or id that is a word: those of converted texts ("s1", "c3") part no words."""
_CODE = frozenset({"pre", "code", "samp", "kbd"})
_RAISED = frozenset({"sub", "sup"})
_LEVELS = 4
"""Elements around a piece of code that may say that it is one."""


class Joint(NamedTuple):
    """A place where one inline box ends and another begins."""

    number: int
    """The texts of the run before it."""
    is_glued: bool
    """Whether no white space stands between them, though the page shows a gap."""
    is_border: bool
    """Whether each says its own thing: a date, and beside it a source."""


def joint_of(ended: etree._Element, begun: etree._Element, texts: Sequence[str], after: str) -> Joint | None:
    """How two inline boxes meet, if anything parts them: `<time>4 May</time><span class="source">Post`.

    Themes part by style sheets what they print beside each other. Where the letters go on as within a word, they are
    one; so are those of scripts without capitals, unless both elements are boxes by their names.
    """
    before = texts[-1] if len(texts) == 1 or not texts[-1].isspace() else texts[-2]
    last, first = before.rstrip()[-1:], after.lstrip()[0]
    if not (last.isalnum() and first.isalnum()) or begun.tag in _RAISED:
        return None
    is_glued = not (texts[-1][-1].isspace() or after[0].isspace())
    is_border = _is_item(begun) and _is_item(_last_of(ended))
    if is_glued:
        goes_on = (first.islower() and not last.isdigit()) or len(before.strip()) == 1
        is_glued = not goes_on and (is_border or _may_touch(ended, begun, first))
        is_border = is_border and is_glued
    if not (is_glued or is_border) or any(e.tag in _CODE for e in islice(begun.iterancestors(), _LEVELS)):
        return None
    return Joint(len(texts), is_glued=is_glued, is_border=is_border)


def _may_touch(ended: etree._Element, begun: etree._Element, first: str) -> bool:
    """Whether two elements, no more than one of them a box that says its own thing, are shown apart."""
    boxes = [each.tag == "a" or _is_item(each) for each in (_last_of(ended), begun)]
    return not is_unspaced(first) and (any if first.isupper() else all)(boxes)


def _last_of(ended: etree._Element) -> etree._Element:
    """The box that ends with an element: itself, or the last within it."""
    box = ended
    for _ in range(_LEVELS):
        if _is_item(box) or not len(box) or (box[-1].tail or "").strip():
            break
        box = box[-1]
    return box


def _is_item(element: etree._Element) -> bool:
    """Whether an inline element is a thing of its own: a time, or what has a word for its name; links are prose."""
    name = element.get("class") or element.get("id") or ""
    return element.tag == "time" or (element.tag != "a" and _NAMED.search(name) is not None)
