"""What a stated licence covers: the article, the whole site, a picture, or nothing here."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from lxml import etree

from licencecheck.evidence.data import load
from licencecheck.evidence.folding import fold
from licencecheck.evidence.layout import NEAR, Layout
from licencecheck.evidence.licence_names import LicenceId
from licencecheck.evidence.runs import Run
from licencecheck.model import Place, Role, Scope

TALKED_ABOUT = frozenset({"software", "data", "ai-terms", "pointer"})
"""Kinds of licence that are never an article's."""
_OF_IMAGES = frozenset({"stock", "statement"})
_CODE = frozenset({"pre", "code", "kbd", "samp", "xmp", "tt"})
_BESIDE = frozenset({Role.CHROME, Role.ASIDE, Role.RELATED})
_FAR = 4 * NEAR
_BEFORE, _AFTER = 300, 200
_LONG = 250
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def scope_of(
    layout: Layout, run: Run, licence: LicenceId, start: int, kinds: Collection[str]
) -> Scope:
    """Say what a licence covers that is stated at `start` of the run, beside licences of other `kinds`."""
    role, text = layout.role(run), run.text
    if licence.kind in TALKED_ABOUT or _in_code(run.element):
        return Scope.MENTION
    if licence.kind in _OF_IMAGES or role is Role.CAPTION or "stock" in kinds:
        return Scope.IMAGE
    about = fold(text[max(0, start - _BEFORE) : start + _AFTER]).text
    of_work = _speaks_of("work", about)
    credited = any(hit.category == "image_credit" and hit.start <= start for hit in layout.hits(run))
    if not of_work and (credited or _speaks_of("image", about)):
        return Scope.IMAGE
    if _speaks_of("site", about) and not _speaks_of("origin", about):
        return Scope.SITE
    if role in _BESIDE or abs(layout.distance(run)) > _FAR:
        return Scope.SITE
    if layout.place(run) is Place.BODY and len(text) > _LONG and not of_work:
        return Scope.MENTION
    return Scope.ARTICLE


def reserved_counts(layout: Layout, run: Run) -> bool:
    """Whether "All rights reserved" speaks of the article: anywhere but beside it, it is the host's."""
    return layout.role(run) not in _BESIDE | {Role.CAPTION} and abs(layout.distance(run)) <= NEAR


def _in_code(element: etree._Element) -> bool:
    return element.tag in _CODE or any(ancestor.tag in _CODE for ancestor in element.iterancestors())


@cache
def _pattern(subject: str) -> re.Pattern[str]:
    spaced, unspaced = [], []
    for word in load("licence_scope.yaml")[subject]:
        escaped = re.escape(fold(word).text).replace(r"\*", r"\w*")
        (unspaced if _UNSPACED.search(word) else spaced).append(escaped)
    return re.compile(rf"\b(?:{'|'.join(spaced)})(?!\w)|{'|'.join(unspaced) or '(?!)'}")


def _speaks_of(subject: str, about: str) -> bool:
    return _pattern(subject).search(about) is not None
