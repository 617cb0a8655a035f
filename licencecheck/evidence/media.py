"""Images with their captions, and what is embedded: frames, videos, sounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from licencecheck.evidence.counters.families import counter_of
from licencecheck.evidence.layout.layout import Layout
from licencecheck.evidence.layout.runs import Run
from licencecheck.model import Embed, Image, Place, Role
from licencecheck.text import excerpt, squeeze
from licencecheck.urls import host_of, target_of

_SOURCES = ("data-src", "data-lazy-src", "data-original", "src")
"""Lazy ones first: beside them `src` is a placeholder."""
_EMBEDS = ("iframe", "video", "audio", "embed", "object")
_FOREIGN = frozenset({Role.COMMENT, Role.RELATED, Role.ASIDE, Role.CHROME})
_ADVERTISING = re.compile(r"(?:^|\.)(?:doubleclick\.net|googlesyndication\.com|googletagmanager\.com|adnxs\.com)$")
_MOST = 300
"""Images, and embeds, that are read on one page."""
_LINE = 250
"""Characters up to which a line goes with the image beside it."""
_READ = 1_000
"""Characters of each line of a caption that are read."""
_DOT, _ICON = 2, 50
"""Pixels up to which an image counts readers, and under which it is an icon."""
_SIGNED = re.compile(r"\([^()]{3,80}\)\W{0,3}$|[:/©]\s?[^.:/()]{3,60}$")
"""How lines end that credit a picture: `The ferry (Ann Roe/River Post)`, `The ferry. Source: Ann Roe`."""
_PIXELS = re.compile(r"\s*(\d{1,5})(?:px)?\s*")


def images_of(layout: Layout) -> list[Image]:
    """Images of the article and near it, in page order; counters and placeholders are none."""
    return list(islice(_images(layout), _MOST))


def embeds_of(layout: Layout) -> list[Embed]:
    """Frames, videos and sounds within the article, in page order; advertisements are none."""
    return list(islice(_embeds(layout), _MOST))


def _images(layout: Layout) -> Iterator[Image]:
    for run in layout.near():
        for element in run.images:
            src, size = _source_of(element), _size_of(element)
            if not src or size <= _DOT or counter_of(src, ()) is not None:
                continue
            alt, caption = squeeze(element.get("alt") or ""), _caption_of(layout, run)
            yield Image(
                text=excerpt(caption or alt or src),
                location=layout.document.element_at(element),
                role=layout.role(run),
                place=layout.place(run),
                src=src,
                url=target_of(src, base=layout.document.url)[1],
                alt=excerpt(alt),
                caption=excerpt(caption),
                small=size < _ICON,
            )


def _source_of(element: etree._Element) -> str:
    for name in _SOURCES:
        value = (element.get(name) or "").strip()
        if value and not value.startswith("data:"):
            return value
    return (element.get("srcset") or "").strip().split(" ", 1)[0]


def _size_of(element: etree._Element) -> int:
    """The longer side as declared, in pixels; large where nothing is declared."""
    sides = [int(match[1]) for name in ("width", "height") if (match := _PIXELS.fullmatch(element.get(name) or ""))]
    return max(sides) if sides else _ICON


def _caption_of(layout: Layout, run: Run) -> str:
    """Words of the figure around an image, else the line that stands with it or, signed as captions are, below it."""
    figure = next((a for a in (run.element, *run.element.iterancestors()) if a.tag == "figure"), None)
    after = layout.runs[run.index + 1 : run.index + 4]
    if figure is None:
        words = run.text if len(run.text) <= _LINE else ""
    else:
        within = [run, *(line for line in after if figure in line.element.iterancestors())]
        words = squeeze(" ".join(line.text[:_READ] for line in within))
        after = layout.runs[within[-1].index + 1 :][:1]
    if words or not after or after[0].images or len(after[0].text) > _LINE:
        return words
    line = after[0]
    told = layout.role(line) is Role.CAPTION or any(hit.category == "image_credit" for hit in layout.hits(line))
    return line.text if told or _SIGNED.search(line.text) else ""


def _embeds(layout: Layout) -> Iterator[Embed]:
    document = layout.document
    for element in islice(document.tree.iter(*_EMBEDS), 10 * _MOST):
        src = next((v for name in (*_SOURCES, "data") if (v := (element.get(name) or "").strip())), None)
        src = src or next((v for source in element.iter("source") if (v := (source.get("src") or "").strip())), "")
        url = target_of(src, base=document.url)[1] or src
        role = layout.region.containers.role_of(element)
        if not src or src.startswith(("about:", "data:", "javascript:")) or _ADVERTISING.search(host_of(url)):
            continue
        if role not in _FOREIGN and layout.is_within(element):
            yield Embed(
                text=excerpt(src), location=document.element_at(element), role=role, place=Place.BODY, url=url
            )  # fmt: skip
