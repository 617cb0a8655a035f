"""What the parts of a page say: plain comparisons with the sample whose words they are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from licencecheck.conditions import some
from licencecheck.model import Party
from licencecheck.parties import names_of
from licencecheck.requirements.licences import UNSPECIFIED
from licencecheck.requirements.paste import in_words
from licencecheck.trials.parts import Kind, Part, Piece, Slot
from licencecheck.trials.sample import AUTHOR, INSTITUTION, OTHER_AUTHOR, OTHER_LICENCE, OTHER_PARTY, PUBLISHED, Sample
from licencecheck.trials.wording import line, pieces, template_of

ARTICLE = frozenset({Slot.TOP, Slot.BYLINE, Slot.BOTTOM})
_SLOTS = {"top": {Slot.TOP, Slot.BYLINE}, "byline": {Slot.BYLINE}, "bottom": {Slot.BOTTOM}}
_GAP = "\0"
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
    slots = _SLOTS.get(at, ARTICLE | {Slot.HEAD})
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
        if part.template is not None:
            yield from _printed(part, part.template, sample)
        for piece in part.pieces:
            yield from _shown(piece, sample)
        yield from _licensed(part.text, sample)
        if any(day in part.text for day in _days(part, sample)):
            yield "date" if part.template is None else "date?", ""
        yield part.kind.value, part.text
        yield "text", " ".join([part.text, *(piece.href or "" for piece in part.pieces)])
        notice = _NOTICE.search(part.text)
        yield from _owned(notice[0], sample) if notice else ()
        for what, name in _credited(_NOTICE.sub("", part.text), sample):
            yield what + ("" if _credits(part, what) else "?"), name


def _shown(piece: Piece, sample: Sample) -> Iterator[tuple[str, str]]:
    """Say what words link; Markdown may make a link of an address that is none."""
    if piece.href is None:
        yield from [("link?", "article")] if sample.url in piece.text else ()
        return
    yield from _linked(piece.href, sample)
    if piece.href == sample.url:
        yield "anchor", piece.text
    if piece.text == AUTHOR:
        yield "author-link", piece.href


def _licensed(text: str, sample: Sample) -> Iterator[tuple[str, str]]:
    """Say which licence a text names: short names of others than Creative Commons may want their version."""
    name = sample.values["licence"]
    if sample.licence is not None and (name in text or name.replace("CC BY", "CC-BY") in text):
        yield "licence", sample.licence
    elif sample.ruleset.layer == "licence" and any(alias in text for alias in names_of(sample.ruleset.publisher)):
        yield "licence?", sample.licence or ""
    if OTHER_LICENCE in text:
        yield "other licence", ""
    elif "creative commons" in text.casefold():
        yield "licence", UNSPECIFIED
        yield "licence?", sample.licence or UNSPECIFIED


def _days(part: Part, sample: Sample) -> Iterator[str]:
    """The day of publication as numbers, and as the part's template writes it."""
    yield PUBLISHED.isoformat()
    if part.template is not None and (template := template_of(part.template, sample)) is not None:
        yield in_words(PUBLISHED, template)


def _credits(part: Part, what: str) -> bool:
    """Whether words of a part are surely a credit: those of templates and citations may only mention somebody."""
    if part.kind is Kind.CITATION:
        return what == "title"
    if part.template is None:
        return True
    return what == "name" and part.kind is Kind.CREDIT and any(piece.href for piece in part.pieces)


def _owned(notice: str, sample: Sample) -> Iterator[tuple[str, str]]:
    holders = [holder for holder in (AUTHOR, *names_of(sample.publisher)) if holder in notice]
    yield from (("owner", holder) for holder in holders)
    if str(PUBLISHED.year) in notice:
        what = "copyright?" if OTHER_PARTY in notice or OTHER_AUTHOR in notice else "copyright"
        yield from ((what, holder) for holder in holders)


def _credited(text: str, sample: Sample) -> Iterator[tuple[str, str]]:
    for what, name in {"author": AUTHOR, "institution": INSTITUTION, "title": sample.article.title}.items():
        if name in text:
            yield what, name
    yield from (("name", name) for name in _sources(sample) if name in text)


def _sources(sample: Sample) -> Iterator[str]:
    """Names of whom a page may credit: publisher and original, and whom rules name beside them."""
    yield from (*names_of(sample.publisher), *names_of(sample.original))
    for rule in sample.ruleset.rules:
        named = rule.parameters.get("names")
        yield from named if rule.requires == "source-credit" and isinstance(named, list) else ()


def _linked(href: str, sample: Sample) -> Iterator[tuple[str, str]]:
    if href == sample.url:
        yield "link", "article"
    elif href.rstrip("/") == sample.home.rstrip("/"):
        yield "link", "homepage"
    elif href and href == sample.values["licence_url"]:
        yield "licence-link", sample.licence or ""
    elif href != "#" and href and sample.values["licence_url"].startswith(href):
        yield "licence-link?", sample.licence or ""  # the licence of which that of the terms is a port
    else:
        yield "link", href


def named(party: Party, said: Collection[Fact], at: str = "anywhere") -> bool | None:
    """Whether a credit names `party`, by any of its names."""
    return some(has(said, "name", name, at) for name in names_of(party))


def _printed(part: Part, template: str, sample: Sample) -> Iterator[tuple[str, str]]:
    """Say that a line is printed; where but its gaps are filled otherwise, that is open: other rules ask for these."""
    chosen = template_of(template, sample)
    if chosen is None:
        return
    if part.text == "".join(piece.text for piece in line(chosen, sample)):
        yield "line", template
        return
    words = (piece.text for piece in pieces(chosen.texts[0], dict.fromkeys(sample.values, _GAP)))
    if all(word in part.text for word in words if word != _GAP):
        yield "line?", template
