"""`page-counter`: the publisher's counter of republications is in the page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import ClassVar

from licencecheck.model import Case, Place, Verdict
from licencecheck.requirements.paste import destination, known
from licencecheck.requirements.requirement import Requirement, Schema, expected, found, parameters
from licencecheck.requirements.wording import quoted
from licencecheck.urls import path_of

_GAP = "{article-id}"
_ID = re.compile(r"[\w.-]{1,100}")
_DIGITS = re.compile(r"\d{1,30}")
_IMAGE, _SCRIPT = '<img src="https://{}" alt="" width="1" height="1">', '<script src="https://{}" async></script>'
_PICTURE = "![](https://{})"
"""An image in Markdown: every renderer keeps it, while some drop HTML."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCounter(Requirement):
    """One of the counter's forms is there, for this article."""

    id: ClassVar[str] = "page-counter"
    summary: ClassVar[str] = "Keep the publisher's page counter"
    schema: ClassVar[Schema] = {
        **parameters(
            any_of={
                "description": "Addresses of the counter as `image` or `script`, without scheme, with `{article-id}`",
                "type": "array",
                "minItems": 1,
                "items": {
                    "type": "object",
                    "additionalProperties": False,
                    "minProperties": 1,
                    "maxProperties": 1,
                    "properties": {"image": {"type": "string"}, "script": {"type": "string"}},
                },
            },
            article_id={
                "description": "Where `{article-id}` comes from",
                "type": "object",
                "additionalProperties": False,
                "required": ["from", "take"],
                "properties": {"from": {"enum": ["url"]}, "take": {"enum": ["last-digits", "last-segment"]}},
            },
        ),
        "required": ["any-of"],
    }
    any_of: tuple[Mapping[str, str], ...]
    article_id: Mapping[str, str] | None = None

    def check(self, case: Case) -> Verdict:
        """Judge the counters in the page by address and, where the article's address is known, by number."""
        page, wanted = case.page, self._wanted(case)
        thing = "the publisher's page counter"
        forms = [form for alternative in self.any_of for form in alternative.items()]
        kind, address = forms[0]
        paste = _written(kind, address.replace(_GAP, wanted or _GAP), page.format)
        counters = [(counter, counter.url) for counter in page.counters]
        seen = [*counters, *((b, b.url) for b in page.beacons), *((i, i.src) for i in page.images)]
        numbers = [(fact, n) for fact, url in seen for _, form in forms if (n := _number(form, url)) is not None]
        for counter, number in numbers:
            if not (number and wanted and number != wanted):
                return found(thing, counter)
        if numbers:
            counter, number = numbers[0]
            what = f"that of article {quoted(number)}"
            return expected(f"{thing} of article {quoted(wanted or '')}", what, counter.location, counter, paste=paste)
        if page.counters:
            other = page.counters[0]
            return expected(thing, quoted(other.url), other.location, other, paste=paste)
        return expected(thing, "none", page.expected_at(Place.BOTTOM), paste=paste)

    def _wanted(self, case: Case) -> str | None:
        path = path_of(known(case).get("url", "")).rstrip("/")
        if self.article_id is None or not path:
            return None
        if self.article_id["take"] == "last-segment":
            return path.rpartition("/")[2]
        return next(iter(_DIGITS.findall(path)[-1:]), None)


def _written(kind: str, address: str, markup: str) -> str:
    if kind == "image" and markup == "markdown":
        return _PICTURE.format(destination(address))
    return (_IMAGE if kind == "image" else _SCRIPT).format(escape(address))


def _number(address: str, url: str) -> str | None:
    """Give the article's number in `url` if it is the counter at `address`, empty if that has none, else None."""
    url, address = _bare(url), _bare(address)
    before, gap, after = address.partition(_GAP)
    if not url.startswith(before):
        return None
    rest = url[len(before) :]
    if not gap:
        return "" if not rest or rest[0] in "?#&" else None
    match = _ID.match(rest)
    # The number ends where the rest of the address begins: `123` of `123.gif`
    end = rest.find(after) if after else match.end() if match else -1
    return rest[:end] if end > 0 and _ID.fullmatch(rest, 0, end) else None


def _bare(url: str) -> str:
    """An address without scheme and `www.`."""
    return re.sub(r"^(?:https?:)?//", "", url.strip(), count=1, flags=re.IGNORECASE).removeprefix("www.")
