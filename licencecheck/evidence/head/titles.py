"""The title of the article, told from the name of the site that stands beside it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from licencecheck.evidence.outlets import is_agency
from licencecheck.text import bare, compiled, may_be_unspaced

_key = lru_cache(maxsize=256)(bare)  # each title is compared with all others

_SEPARATOR = r"\s[|·•:»«–—~-]{1,2}\s|\s?[|｜»«]\s?|(?<=\S)(?:--|[―—]{2})(?=\S)"
_SEPARATOR_UNSPACED = _SEPARATOR + r"|(?<=[\u3040-\u9fff])[_-](?=[\u3040-\u9fff])"
_LONGEST_NAME = 80


def parts_of(title: str) -> list[str]:
    """Cut a title at the signs that part it from the name of the site or section."""
    return [part for part in map(str.strip, _separator(title).split(title)) if part]


def _separator(title: str) -> re.Pattern[str]:
    return compiled(_SEPARATOR_UNSPACED if may_be_unspaced(title) else _SEPARATOR)


def title_of(
    headings: Sequence[str], stated: str | None, window: str | None, site_names: Collection[str]
) -> str | None:
    """Choose the title of the article among headings, a title stated in the head, and the title of the window.

    A single heading is taken if one of the others knows it: it may be the name of the site, or that of a section.
    """
    sites = {_key(name) for name in site_names}
    if stated is not None:
        stated = without_site(stated, site_names)
    known = [_key(text) for text in ([] if stated is None else [stated]) + parts_of(window or "")]
    headings = [heading for heading in headings if _key(heading) and _key(heading) not in sites]
    agreed = [heading for other in known for heading in headings if _agree(_key(heading), other)]
    if len({_key(heading) for heading in headings}) == 1 and (agreed or not known):
        return headings[0]
    if stated is not None:
        return stated
    if agreed:
        return agreed[0]
    return None if window is None else without_site(window, site_names)


def site_beside(title: str, window: str, site_names: Collection[str]) -> str | None:
    """Learn the name of the site from the window's title: what stands at its other end than the article's title.

    A colon parts the two only where the article's title follows it; an agency before it names the origin. None where a
    known name stands there.
    """
    before, _, after = window.partition(": ")
    parts = [before, after] if _key(after) == _key(title) and not is_agency(before) else parts_of(window)
    ends = [_key(part) for part in (parts[:1] + parts[-1:] if len(parts) > 1 else [])]
    if {_key(name) for name in site_names} & set(ends):
        return None
    others = [part for part in parts[:1] + parts[-1:] if _key(part) in ends and not _agree(_key(part), _key(title))]
    return others[0] if len(others) == 1 and len(others[0]) <= _LONGEST_NAME else None


def _agree(a: str, b: str) -> bool:
    return bool(a and b) and (a in b or b in a)


def without_site(title: str, site_names: Iterable[str]) -> str:
    """Cut a known name of the site off the end or the beginning of a title."""
    sites = {_key(name) for name in site_names}
    separators = list(_separator(title).finditer(title))
    if separators and _key(title[separators[-1].end() :]) in sites:
        return title[: separators[-1].start()].strip()
    if separators and _key(title[: separators[0].start()]) in sites:
        return title[separators[0].end() :].strip()
    return title
