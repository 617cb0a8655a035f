"""Mend a byline: what is asked beside the author follows the names, and the names of others make way for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from html import escape, unescape

from licencecheck.evidence.bylines.names import AND
from licencecheck.fixing.edits import Edit
from licencecheck.fixing.failures import Failure
from licencecheck.fixing.obstacles import Obstacle
from licencecheck.fixing.page_text import PageText
from licencecheck.fixing.remedies import Attempt, Remedy, filled
from licencecheck.model import Byline, Place
from licencecheck.requirements.bylines import signature_of
from licencecheck.requirements.paste import fill, known, marked
from licencecheck.requirements.wording import belongs, quoted
from licencecheck.text import bare, same_name

_JOINT = re.compile(rf"(?:</?\w[^<>]*>|\]\([^()\s]*\)|[\s,;/&\[*_]|&amp;|\b{AND}\b)*")
"""What may stand between two names of one byline, in HTML or Markdown."""
_INLINE = r"(?:a|abbr|b|cite|em|i|span|strong)\b"
_OPENING = re.compile(rf"(?:<{_INLINE}[^<>]*>|\[)\Z", re.IGNORECASE)
_CLOSING = re.compile(rf"</{_INLINE}\s*>|\]\([^()\s]*\)|[*_]{{1,3}}(?!\w)", re.IGNORECASE)
"""What begins before the first name and closes behind the last one."""
_LINK = re.compile(r"<a\s|\[", re.IGNORECASE)
_MARK = re.compile(r"<(?P<ends>/)?(?!br\b)(?P<name>[a-z]\w*)[^<>]*>|\[|(?P<leads>\]\([^()\s]*\))", re.IGNORECASE)
_PIECE = re.compile(r",?[^,]+")
_LONGEST_TAG, _DEEPEST = 500, 20
_ABOVE = frozenset({Place.TOP, Place.BYLINE})
_WORDED = frozenset({"byline wording", "named in the credit"})


def signings(failure: Failure, text: PageText) -> Iterator[Attempt]:
    """Give what may mend `failure` in the byline that is there."""
    if not failure.is_byline:
        return
    among = failure.verdict.evidence if failure.kind == "author-credit" else failure.case.page.bylines
    bylines = [one for one in among if isinstance(one, Byline) and belongs(one) and _is_line(one)]
    if failure.kind != "author-credit":
        bylines = [one for one in bylines if one.place in _ABOVE]
    if bylines:
        yield partial(_signed, failure, text, bylines)


def is_others(byline: Byline, failure: Failure) -> bool:
    """Whether a byline names nobody of the authors of the original."""
    authors = failure.case.original.authors
    return bool(authors) and not any(same_name(byline.name, author) for author in authors)


def _is_line(byline: Byline) -> bool:
    """Whether a byline is one, and no sentence about its author."""
    return byline.place in _ABOVE or not _WORDED.isdisjoint(byline.signals)


def _signed(failure: Failure, text: PageText, bylines: Sequence[Byline]) -> Remedy:
    """Complete the byline; one that names others is replaced, which is for a person to look at."""
    form = failure.case.rule.parameters.get("form")
    signature = filled(signature_of(failure.case, str(form) if form else None))
    group, start, end = _names(text, bylines)
    line = quoted(group[0].text)
    if any(is_others(byline, failure) for byline in group):
        edit = Edit(*_replaceable(text.text, start, end), signature)
        return Remedy(f"Replace the byline {line}", edit, safe=False)
    added = _lacking(failure, group, signature)
    if not added:
        raise Obstacle(f"the byline {line} says it already")
    while closing := _matched(_CLOSING, text.text, end):
        end += len(closing)
    return Remedy(f"Complete the byline {line}", Edit(end, end, added))


def _names(text: PageText, bylines: Sequence[Byline]) -> tuple[list[Byline], int, int]:
    """The bylines of the first line of authors, where the first name begins and where the last ends.

    Raises:
        Obstacle: they do not stand where they were read.
    """
    first, *more = sorted(bylines, key=lambda byline: text.offset(byline.location))
    group, start = [first], text.offset(first.location)
    end = _end_of(first, text)
    for byline in more:
        begin = text.offset(byline.location)
        if begin < end or end + len(_matched(_JOINT, text.text, end)) != begin:
            break
        group.append(byline)
        end = _end_of(byline, text)
    return group, start, end


def _end_of(byline: Byline, text: PageText) -> int:
    start = text.offset(byline.location)
    for name in (byline.name, escape(byline.name, quote=False)):
        if text.text.startswith(name, start):
            return start + len(name)
    raise Obstacle(f"where “{byline.name}” stands in the file cannot be told")


def _replaceable(text: str, start: int, end: int) -> tuple[int, int]:
    """The names and the markup around them that goes with them: links to the persons, halves of other elements.

    Raises:
        Obstacle: their markup does not end where they do.
    """
    for _ in range(_DEEPEST):
        opening = _OPENING.search(text, max(0, start - _LONGEST_TAG), start)
        closing = _matched(_CLOSING, text, end)
        is_linked = opening and closing and _LINK.match(opening[0])
        if not is_linked and _is_balanced(text[start:end]):
            return start, end
        if not opening or not closing:
            break
        start, end = opening.start(), end + len(closing)
    raise Obstacle("where the byline ends in the file cannot be told")


def _is_balanced(markup: str) -> bool:
    """Whether every element and link that begins also ends."""
    opened: list[str] = []
    for mark in _MARK.finditer(markup):
        name = (mark["name"] or "").lower()
        if not (mark["ends"] or mark["leads"]):
            opened.append(name)
        elif not opened or opened.pop() != name:
            return False
    return not opened


def _lacking(failure: Failure, group: Sequence[Byline], signature: str) -> str:
    """The authors that a byline lacks, and what of `signature` it does not say."""
    case, markup = failure.case, failure.case.page.format
    names = [one for one in case.original.authors if not any(same_name(one, byline.name) for byline in group)]
    said = bare(group[0].text)
    beside = _PIECE.findall(signature.removeprefix(fill("{author}", known(case), markup)))
    wanted = [piece for piece in beside if bare(unescape(piece)) not in said]
    return "".join([*(f" and {marked(name, markup)}" for name in names), *wanted])


def _matched(pattern: re.Pattern[str], text: str, start: int) -> str:
    match = pattern.match(text, start, start + _LONGEST_TAG)
    return match[0] if match else ""
