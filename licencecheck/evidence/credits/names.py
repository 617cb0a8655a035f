"""The party of a credit as it is named: an outlet, a host, or nobody."""

from __future__ import annotations

import re
from functools import cache

from licencecheck.evidence import outlets
from licencecheck.evidence.data import load
from licencecheck.evidence.layout.runs import Run, RunLink
from licencecheck.model import Link
from licencecheck.text import fold, squeeze
from licencecheck.urls import host_of

URL = re.compile(r"^(?:https?://|www\.)\S+$", re.IGNORECASE)
HOST = re.compile(r"^(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?$", re.IGNORECASE)
_TITLE_AFTER = re.compile(r"\s+[–—-]\s+[“\"«‘„].*$")
_EDGES = " \t.,;:|·•\"'“”„«»「」『』()（）[]【】<>《》-–—*_"
_LONGEST = 90


@cache
def _pattern(subject: str) -> re.Pattern[str]:
    return re.compile("|".join(load("outlets.yaml")[subject]))


def is_generic(text: str) -> bool:
    """Whether an anchor names nobody: "here", "the original article", "my website"."""
    return _pattern("generic").fullmatch(fold(text)) is not None


def is_original(anchor: str) -> bool:
    """Whether an anchor says nothing but that the original is there."""
    return _pattern("original").fullmatch(fold(anchor)) is not None


def name_of(run: Run, slot: str | None, span: tuple[int, int], links: list[tuple[Link, RunLink]]) -> str | None:
    """The party as named: the slot of the wording, the anchor within it, else the host of the best link."""
    inside = [(link, s) for link, s in links if s.start < span[1] and s.end > span[0]]
    anchors = [run.text[s.start : s.end] for _, s in inside]
    if slot and inside and inside[0][1].start > span[0]:
        # "from Outlet *Title of the article*": the link begins after the name
        anchors.insert(0, run.text[span[0] : inside[0][1].start])
    # an anchor that says more before the name ("originally posted on X") is no better than the slot
    wordy = slot and any(slot in anchor and not anchor.startswith(slot) for anchor in anchors)
    texts = [slot, *anchors] if wordy else [*anchors, slot]
    for text in texts:
        cleaned = clean_name(text)
        if cleaned:
            return cleaned
    return next((host_of(link.url) for link, _ in links if link.url), None) or (
        clean_name(slot, strict=False) if slot else None
    )


def clean_name(text: str | None, *, strict: bool = True) -> str | None:
    """`text` as the name of a party, or None: an address gives its host, "here" and "original article" name nobody."""
    text = _TITLE_AFTER.sub("", squeeze(text or "")).strip(_EDGES)
    if not text or outlets.is_language(text) or _pattern("nobody").search(fold(text)) or (strict and is_generic(text)):
        return None
    if URL.match(text):
        return host_of(text if "://" in text else f"https://{text}") or None
    if len(text) > _LONGEST:
        return None
    return text
