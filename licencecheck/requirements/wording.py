"""Words that messages share: quotations, lists of names, and where on the page a thing stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from licencecheck.model import Fact, Location, Page, Place, Role
from licencecheck.text import enumerated, excerpt

QUOTED = 90
"""Longest quotation of a page in a message, in characters."""
AT = ("anywhere", "top", "byline", "bottom")
"""Where a rule may want a thing."""
AT_SCHEMA = {
    "description": "Where it must stand; `{place, level}` gives the place a level of its own",
    "anyOf": [
        {"enum": list(AT)},
        {
            "type": "object",
            "additionalProperties": False,
            "required": ["place", "level"],
            "properties": {"place": {"enum": list(AT)}, "level": {"enum": ["must", "should"]}},
        },
    ],
}
_PLACES = {
    "top": frozenset({Place.TOP, Place.BYLINE}),
    "byline": frozenset({Place.BYLINE}),
    "bottom": frozenset({Place.BOTTOM}),
}
_AT = {"anywhere": "", "top": " at the top of the article", "byline": " in the byline", "bottom": " after the article"}
_BESIDE = {
    Role.COMMENT: "in a reader's comment",
    Role.RELATED: "among related links",
    Role.ASIDE: "in the sidebar",
    Role.CHROME: "in the header, menus or footer of the site",
    Role.CAPTION: "in an image caption",
}
_WHERE = {
    Place.TOP: "at the top of the article",
    Place.BYLINE: "in the byline",
    Place.BODY: "within the text",
    Place.BOTTOM: "after the article",
    Place.ASIDE: "in the sidebar",
}


def place_asked(parameters: Mapping[str, object]) -> str:
    """Name the place that a rule wants something at: `top`, `byline`, `bottom` or `anywhere`."""
    at = parameters.get("at", "anywhere")
    return str(at["place"]) if isinstance(at, Mapping) else str(at)


def quoted(text: str) -> str:
    """`text` of a page or rule in quotation marks, shortened."""
    return f'"{excerpt(text, QUOTED)}"'


def listed(names: Iterable[str], word: str) -> str:
    """Names in quotation marks, joined by commas and `word`: `"A", "B" or "C"`."""
    return enumerated(map(quoted, names), word)


def is_seen(fact: Fact) -> bool:
    """Whether a reader of the page sees the fact: metadata and front matter are not seen."""
    return fact.place is not Place.META and fact.role is not Role.HEAD


def belongs(fact: Fact) -> bool:
    """Whether a fact is seen and speaks of the article: not in the sidebar, a comment, a menu, a caption."""
    return is_seen(fact) and fact.place is not Place.ASIDE and fact.role not in _BESIDE


def is_at(fact: Fact, at: str) -> bool:
    """Whether a fact stands where a rule wants it; the byline is at the top."""
    is_byline = at == "byline" and fact.role is Role.BYLINE and fact.place is not Place.BOTTOM
    return at == "anywhere" or fact.place in _PLACES[at] or is_byline


def where(fact: Fact, page: Page) -> str:
    """Words for the place of a fact: `in the sidebar`."""
    if not is_seen(fact):
        return "in the front matter" if page.format == "markdown" else "in the metadata of the page"
    if fact.role is Role.NOTICE:
        return "in a notice"
    return _BESIDE.get(fact.role) or _WHERE[fact.place]


def at_words(at: str) -> str:
    """Words for the place that a rule wants: ` in the byline`, or nothing."""
    return _AT[at]


def wanted_at(page: Page, at: str) -> Location:
    """Where a missing thing should have stood."""
    return page.expected_at({"top": Place.TOP, "byline": Place.BYLINE}.get(at, Place.BOTTOM))
