"""What the parts of a page say: plain comparisons with the sample whose words they are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from licencecheck.conditions import some
from licencecheck.model import Party
from licencecheck.parties import names_of
from licencecheck.requirements.licences import UNSPECIFIED
from licencecheck.trials.parts import Kind, Part, Slot
from licencecheck.trials.sample import AUTHOR, INSTITUTION, OTHER_AUTHOR, OTHER_LICENCE, OTHER_PARTY, PUBLISHED, Sample
from licencecheck.trials.wording import line, template_of

_NOTICE = re.compile(r"(?:Copyright|©|\(c\)).*?(?=\.\s|$)", re.IGNORECASE)


class Fact(NamedTuple):
    """Something that a part says, and where."""

    what: str
    of: str
    slot: Slot


def facts(parts: Iterable[Part], sample: Sample) -> frozenset[Fact]:
    """Say what all `parts` say together; where two authors are named, who it was is open."""
    said = [fact for part in parts for fact in _said(part, sample)]
    if any(fact.what == "text" and OTHER_AUTHOR in fact.of for fact in said):
        said = [fact._replace(what="author?") if fact.what == "author" else fact for fact in said]
    return frozenset(said)


def has(said: Iterable[Fact], what: str, of: str = "", at: str = "anywhere") -> bool | None:
    """Whether `what` (of `of`, if that is given) is said in the article, at the place that a rule names.

    None where prescribed words only mention it: they may be a credit or not.
    """
    slots = {"top": {Slot.TOP, Slot.BYLINE}, "byline": {Slot.BYLINE}, "bottom": {Slot.BOTTOM}}.get(
        at, {Slot.TOP, Slot.BYLINE, Slot.BOTTOM, Slot.HEAD}
    )
    found = {fact.what for fact in said if of in {"", fact.of} and fact.slot in slots}
    return True if what in found else None if f"{what}?" in found else False


def _said(part: Part, sample: Sample) -> Iterator[Fact]:
    for what, of in _spoken(part, sample):
        yield Fact(what, of, part.slot)


def _spoken(part: Part, sample: Sample) -> Iterator[tuple[str, str]]:
    """Say what a part says: kinds of facts with whom they are about; `?` marks what prescribed words only mention."""
    if part.kind is Kind.META:
        yield "meta", f"{part.name}={part.text}"
    elif part.kind in {Kind.IMAGE, Kind.SCRIPT, Kind.PICTURE}:
        yield part.kind.value, part.text
    else:
        if part.template is not None and part.text == _words_of(part.template, sample):
            yield "line", part.template
        for piece in part.pieces:
            yield from _linked(piece.href, sample) if piece.href is not None else ()
            if piece.href == sample.url:
                yield "anchor", piece.text
        if sample.licence is not None and sample.values["licence"] in part.text:
            yield "licence", sample.licence
        if OTHER_LICENCE in part.text:
            yield "other licence", ""
        elif "creative commons" in part.text.casefold():
            yield "licence", UNSPECIFIED
            yield "licence?", sample.licence or UNSPECIFIED
        yield part.kind.value, part.text
        yield "text", " ".join([part.text, *(piece.href or "" for piece in part.pieces)])
        notice = _NOTICE.search(part.text)
        yield from _owned(notice[0], sample) if notice else ()
        for what, name in _credited(_NOTICE.sub("", part.text), sample):
            yield what + ("" if _credits(part, what) else "?"), name


def _credits(part: Part, what: str) -> bool:
    """Whether words of a part are surely a credit: those of templates may only mention authors and publishers."""
    if part.template is None:
        return True
    return what == "name" and part.kind is Kind.CREDIT and any(piece.href for piece in part.pieces)


def _owned(notice: str, sample: Sample) -> Iterator[tuple[str, str]]:
    if str(PUBLISHED.year) in notice:
        what = "copyright?" if OTHER_PARTY in notice or OTHER_AUTHOR in notice else "copyright"
        yield from ((what, holder) for holder in (AUTHOR, *names_of(sample.publisher)) if holder in notice)


def _credited(text: str, sample: Sample) -> Iterator[tuple[str, str]]:
    for what, name in {"author": AUTHOR, "institution": INSTITUTION, "title": sample.article.title}.items():
        if name in text:
            yield what, name
    yield from (("name", name) for name in names_of(sample.publisher) if name in text)


def _linked(href: str, sample: Sample) -> Iterator[tuple[str, str]]:
    if href == sample.url:
        yield "link", "article"
    elif href.rstrip("/") == sample.home.rstrip("/"):
        yield "link", "homepage"
    elif href and href == sample.values["licence_url"]:
        yield "licence-link", sample.licence or ""
    else:
        yield "link", href


def named(party: Party, said: Collection[Fact], at: str = "anywhere") -> bool | None:
    """Whether a credit names `party`, by any of its names."""
    return some(has(said, "name", name, at) for name in names_of(party))


def _words_of(template: str, sample: Sample) -> str | None:
    chosen = template_of(template, sample)
    return None if chosen is None else "".join(piece.text for piece in line(chosen, sample))
