"""What a stated licence covers: the article, the whole site, a picture, or nothing here."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from lxml import etree

from licencecheck.evidence.data import load
from licencecheck.evidence.layout.layout import NEAR, Layout
from licencecheck.evidence.layout.runs import Run
from licencecheck.evidence.licences.ids import LicenceId, licence_of_url
from licencecheck.evidence.phrases.folding import fold
from licencecheck.model import Place, Role, Scope, Target
from licencecheck.text import may_be_unspaced

TALKED_ABOUT = frozenset({"software", "data", "ai-terms", "pointer"})
"""Kinds of licence that are never an article's."""
_OF_IMAGES = frozenset({"stock", "statement"})
_CODE = frozenset({"pre", "code", "kbd", "samp", "xmp", "tt"})
_BESIDE = frozenset({Role.CHROME, Role.ASIDE, Role.RELATED})
_FAR = 4 * NEAR
_BEFORE, _AFTER = 300, 200
_LONG, _LINE = 250, 120
_SENTENCE_END = re.compile(r"[.!?…。]\s*")
_LICENSING = frozenset({"licence", "licence_pd", "republished", "credit_first", "reuse_terms"})
_REPUBLISHING = frozenset({"reuse_terms", "republished"})
_TITLE = 3
"""Words from which on a title is told from other words."""
_LABEL = 40
"""Characters before a licence in which its label is looked for."""
_PROSE = 12
"""Words around a link from which on it stands in a sentence about something."""


def scope_of(
    layout: Layout, run: Run, licence: LicenceId, start: int, kinds: Collection[str], *, certain: bool
) -> Scope:
    """Say what a licence covers that is stated at `start` of the run, beside licences of other `kinds`.

    What is not `certain`, words of running prose, is a statement only beside wording that licenses something.
    """
    role, text = layout.role(run), run.text
    if licence.kind in TALKED_ABOUT or _in_code(run.element):
        return Scope.MENTION
    if licence.kind in _OF_IMAGES or role is Role.CAPTION or "stock" in kinds:
        return Scope.IMAGE
    about = text[max(0, start - _BEFORE) : start + _AFTER]
    of_work = speaks_of("work", about) or _names_article(layout, text)
    said = {hit.category for hit in layout.hits(run) if hit.strength >= 2}
    if _is_labelled(text[max(0, start - _LABEL) : start]):
        said.add("licence")
    if not of_work and (
        "image_credit" in said or speaks_of("image", about) or _credits_another_work(layout, run, said)
    ):
        return Scope.IMAGE
    if not certain and not said & _LICENSING:
        return Scope.MENTION
    if speaks_of("site", about) and not said & {"credit_first", "republished"}:
        return Scope.SITE
    if role in _BESIDE or abs(layout.distance(run)) > _FAR:
        # "Republish this story": a box of the host for the next republisher
        return Scope.ARTICLE if said & _REPUBLISHING and speaks_of("article", about) else Scope.SITE
    if not of_work and not said & _LICENSING and _in_prose(run, start):
        return Scope.MENTION
    if layout.place(run) is Place.BODY and len(text) > _LONG and not of_work:
        return Scope.MENTION
    return Scope.ARTICLE


def _is_labelled(before: str) -> bool:
    """Whether a sentence begins with a label of licences and a colon, and the licence follows."""
    sentence = _SENTENCE_END.split(before)[-1]
    label, colon, rest = sentence.replace("：", ":").rpartition(":")
    return bool(colon) and not rest.strip() and _pattern("label").fullmatch(fold(label).text.strip()) is not None


def _names_article(layout: Layout, text: str) -> bool:
    """Whether a line gives the title of the article: "Title" by A. Author, CC BY 4.0."""
    return layout.title is not None and len(layout.title.split()) >= _TITLE and layout.title in text


def _in_prose(run: Run, start: int) -> bool:
    """Whether the licence at `start` is linked in the midst of a sentence that says no more of it."""
    link = next((span for span in run.links if span.start <= start < span.end), None)
    if link is None or link.start == 0 or "license" in (link.element.get("rel") or "").lower():
        return False
    return len(run.text[: link.start].split()) + len(run.text[link.end :].split()) >= _PROSE


def _credits_another_work(layout: Layout, run: Run, said: Collection[str]) -> bool:
    """ "Artist - Track (CC BY)": a short line that links something else and has no wording that licenses this text."""
    others = [s for s in run.links if licence_of_url(s.element.get("href") or "") is None]
    elsewhere = any(layout.link(run, s).target is Target.ARTICLE for s in others)
    return elsewhere and len(run.text) <= _LINE and not _LICENSING.intersection(said)


def _in_code(element: etree._Element) -> bool:
    return element.tag in _CODE or any(ancestor.tag in _CODE for ancestor in element.iterancestors())


@cache
def _pattern(subject: str) -> re.Pattern[str]:
    spaced: list[str] = []
    unspaced: list[str] = []
    for word in load("licences/scope.yaml")[subject]:
        escaped = re.escape(fold(word).text).replace(r"\*", r"\w*")
        (unspaced if may_be_unspaced(word) else spaced).append(escaped)
    return re.compile(rf"\b(?:{'|'.join(spaced)})(?!\w)|{'|'.join(unspaced) or '(?!)'}")


def speaks_of(subject: str, about: str) -> bool:
    """Whether a text says a word of `subject`, a key of `scope.yaml`: `site`, `image`, `work`, `article` ..."""
    return _pattern(subject).search(fold(about).text) is not None
