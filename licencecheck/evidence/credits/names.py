"""The party of a credit as it is named: an outlet, a host, or nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from licencecheck.evidence import outlets
from licencecheck.evidence.bylines.names import is_full_name
from licencecheck.evidence.credits.linked import Linked
from licencecheck.evidence.data import load
from licencecheck.evidence.layout.runs import Run, RunLink
from licencecheck.model import Target
from licencecheck.text import fold, squeeze, words
from licencecheck.urls import account_of, host_of

URL = re.compile(r"^(?:https?://|www\.)\S+$", re.IGNORECASE)
HOST = re.compile(r"^(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?$", re.IGNORECASE)
_TITLE_AFTER = re.compile(r"\s+[–—-]\s+[“\"«‘„].*$")
_WORK_AFTER = re.compile(r"\s+(?:article|entry)$", re.IGNORECASE)
_BLOG_AFTER = re.compile(r"\s+blog$")
_ISSUE_AFTER = re.compile(r"\s+\d{1,3}/(?:19|20)?\d\d$")
"""The number of an issue behind the name of a magazine."""
_ACCOUNT_AFTER = re.compile(r"\s*[(（]\s*(?:微信)?(?:ID|公众号|微信号)\s*[:：]?[^()（）]{1,40}[)）]$", re.IGNORECASE)
"""The account of a channel behind its name."""
_GENITIVE = re.compile(r"['’‘]s\b")
_EDGES = " \t.,;:|·•\"'“”„«»「」『』()（）[]【】<>《》-–—*_"
_OPENING = {")": "(", "）": "（", "]": "[", "】": "【"}
_PREPOSITION = re.compile(
    r"\s(?:at|on|in|for|of|bei|auf|im|der|des|von|vom|chez|dans|sur|de|du|en|del|em|no|na|do|da|su|nel|di|della|op|bij|van|в|на|w)\s+$",
    re.IGNORECASE,
)
_PAGE_AFTER = re.compile(
    r"\s(?:on|at|in|via|under|auf|unter|sur|à|en|em|su|op)\s(?:this|that|diese[rm]?|cette|esta|este|questa|deze)"
    r"\s(?:web ?)?(?:page|link|site|address|url|seite|adresse|p[aá]gina|enlace)$",
    re.IGNORECASE,
)
"""What leads to the place of the article behind the name: "River Post on this page"."""
_LONGEST = 90
_TITLE, _SHORT_TITLE, _TELLING = 9, 3, 4
"""Words from which on an anchor is a title, from which on it is one in lower case, and letters of a telling word."""


@cache
def _pattern(subject: str) -> re.Pattern[str]:
    return re.compile("|".join(load("outlets.yaml")[subject]))


def is_generic(text: str) -> bool:
    """Whether an anchor names nobody: "here", "the original article", "my website"."""
    return _pattern("generic").fullmatch(fold(text)) is not None


def is_original(anchor: str) -> bool:
    """Whether an anchor says nothing but that the original is there."""
    return len(anchor) <= _LONGEST and _pattern("original").fullmatch(fold(anchor)) is not None


@cache
def original_near() -> frozenset[str]:
    """Pieces of words, folded, of which every such anchor holds one."""
    return frozenset(load("outlets.yaml")["original_near"])


def stands_in(link: RunLink, start: int, end: int) -> bool:
    """Whether any of a link stands within `start` to `end`; a linked picture has no characters of its own."""
    return link.start < end and link.end > start if link.start < link.end else start <= link.end <= end


def name_of(run: Run, slot: str | None, span: tuple[int, int], links: Sequence[Linked]) -> str | None:
    """The party as named: the slot of the wording, the anchor within it, else the host of the best link."""
    outlet = link_behind_author(run, slot, span[1])
    for link in links if outlet else ():
        if link.span == outlet and not _is_title(link.words, link) and (name := clean_name(link.words)):
            return name
    inside = [link for link in links if stands_in(link.span, *span)]
    anchors = [said for link in inside if _ends_in(slot, said := link.words) or not _is_title(said, link)]
    titled = len(anchors) < len(inside)
    before = run.text[span[0] : inside[0].span.start] if slot and inside else ""
    # "from Outlet *Title of the article*": the link begins after the name; "by A. Author on *Outlet*": with it
    led = before[:1].islower() or before[:1].isdigit() or _GENITIVE.search(before[-3:]) or _PREPOSITION.search(before)
    if before and not led:
        anchors.insert(0, before)
    # an anchor that says more before the name ("originally posted on X") is no better than the slot
    wordy = slot and any(slot in said and not said.startswith(slot) for said in (link.words for link in inside))
    texts = [slot, *anchors] if wordy else [*anchors, None if titled else slot]
    for text in texts:
        cleaned = clean_name(text)
        if cleaned:
            return cleaned
    return next((_site_name(link.url) for link in links if link.url), None) or (
        clean_name(slot, strict=False) if slot else None
    )


def link_behind_author(run: Run, slot: str | None, end: int) -> RunLink | None:
    """The link after a person who stands in the place of the party: "Original: A. Author, *Outlet*"."""
    if not slot or not is_full_name(slot) or any(word.islower() for word in slot.split()):
        return None
    return next((link for link in run.links if link.start > end and run.text[end : link.start].strip() == ","), None)


def _ends_in(slot: str | None, anchor: str) -> bool:
    """Whether an anchor leads up to the name: "on the site of the Outlet"."""
    return bool(slot) and anchor != slot and anchor.endswith(f"{slot}")


def _site_name(url: str) -> str:
    """Name whose site an address is of: its host, or on a social network the account."""
    return account_of(url) or host_of(url)


def _is_title(anchor: str, link: Linked) -> bool:
    """Whether the anchor of a link to an article is its title rather than its publisher: long, or in lower case."""
    if link.target is not Target.ARTICLE or outlets.has_outlet_form(anchor) or URL.match(anchor):
        return False
    said = words(_GENITIVE.sub("", anchor))
    in_lower_case = any(len(word) >= _TELLING and word.islower() for word in _BLOG_AFTER.sub("", anchor).split())
    return len(said) >= _TITLE or (len(said) >= _SHORT_TITLE and in_lower_case)


def clean_name(text: str | None, *, strict: bool = True) -> str | None:
    """`text` as the name of a party, or None: an address gives its host, "here" and "original article" name nobody."""
    text = _PAGE_AFTER.sub("", squeeze(text or ""))
    text = _closed(_ACCOUNT_AFTER.sub("", _TITLE_AFTER.sub("", text)))
    names_nobody = outlets.is_language(text) or _pattern("nobody").search(fold(text))
    if not any(map(str.isalpha, text)) or names_nobody or (strict and is_generic(text)):
        return None
    if URL.match(text):
        return _site_name(text if "://" in text else f"https://{text}") or None
    return _ISSUE_AFTER.sub("", _WORK_AFTER.sub("", text)) if len(text) <= _LONGEST else None


def _closed(text: str) -> str:
    """Strip the marks around a name, but not the one that closes a bracket within it: `Canal Press (CP)`."""
    name = text.strip(_EDGES)
    mark = text[text.find(name) + len(name) :][:1]
    return name + mark if mark in _OPENING and name.count(_OPENING[mark]) > name.count(mark) else name
