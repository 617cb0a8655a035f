"""The damages of a trial: one part of a page removed, changed or moved, one answer of a person withdrawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from licencecheck.model import SiteProfile
from licencecheck.parties import domains_of, names_of
from licencecheck.trials.parts import Kind, Part, Piece, Slot
from licencecheck.trials.sample import (
    AUTHOR,
    OTHER_ARTICLE,
    OTHER_AUTHOR,
    OTHER_DEED,
    OTHER_LICENCE,
    OTHER_PARTY,
    OTHER_TITLE,
    OTHER_YEAR,
    PUBLISHED,
    Sample,
)

_WORDS = frozenset({Kind.CREDIT, Kind.LINE, Kind.CITATION, Kind.BYLINE, Kind.NOTICE, Kind.LICENCE})
_ASIDE = {Slot.ASIDE: "in the sidebar", Slot.COMMENT: "in a reader's comment"}
_OTHER_END = {Slot.TOP: Slot.BOTTOM, Slot.BOTTOM: Slot.TOP}


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """A page with one fault, or the site that shows it."""

    name: str
    parts: tuple[Part, ...]
    profile: SiteProfile
    only_html: bool = False
    """Whether a post has no place for it: its theme writes the sidebar and the comments."""


def damages(parts: Sequence[Part], sample: Sample) -> Iterator[Damage]:
    """Yield every damage of a page once; its parts stay in order."""
    seen = {tuple(parts)}
    for index, part in enumerate(parts):
        for name, changed in _changes(part, sample):
            damaged = (*parts[:index], *changed, *parts[index + 1 :])
            if damaged not in seen:
                seen.add(damaged)
                beside = any(one.slot in _ASIDE for one in changed)
                yield Damage(name=name, parts=damaged, profile=sample.profile, only_html=beside)
    for name, change in _words_changed(sample):
        damaged = tuple(_with(part, change) if part.kind in _WORDS else part for part in parts)
        if damaged not in seen:
            seen.add(damaged)
            yield Damage(name=f"{name} everywhere", parts=damaged, profile=sample.profile)
    for profile_name, profile in _profiles(sample):
        yield Damage(name=profile_name, parts=tuple(parts), profile=profile)


def _changes(part: Part, sample: Sample) -> Iterator[tuple[str, tuple[Part, ...]]]:
    thing = f"{part.kind.value} {part.template or part.name}".strip()
    if part.kind is Kind.HEADLINE:
        other = OTHER_TITLE if part.text == sample.article.title else sample.article.title
        yield f"{thing} changed", (replace(part, pieces=(Piece(other),)),)
        return
    yield f"{thing} removed", ()
    if part.kind is Kind.META:
        other = f"https://elsewhere.example/{OTHER_ARTICLE}" if "://" in part.text else "all"
        yield f"{thing} changed", (_with(part, lambda piece: replace(piece, text=other)),)
    elif part.kind not in _WORDS:
        yield f"{thing} of another article", (_with(part, lambda piece: _renumbered(piece, sample)),)
    else:
        for name, change in _words_changed(sample):
            yield f"{thing} with {name}", (_with(part, change),)
        for slot, where in _ASIDE.items():
            yield f"{thing} {where}", (replace(part, slot=slot),)
        if part.slot in _OTHER_END:
            yield f"{thing} at the other end", (replace(part, slot=_OTHER_END[part.slot]),)


def _with(part: Part, change: Callable[[Piece], Piece]) -> Part:
    return replace(part, pieces=tuple(map(change, part.pieces)))


def _words_changed(sample: Sample) -> Iterator[tuple[str, Callable[[Piece], Piece]]]:
    yield "dead links", lambda piece: piece if piece.href is None else replace(piece, href="#")
    yield "no links", lambda piece: replace(piece, href=None)
    yield "the home page linked", lambda piece: _relinked(piece, sample.url, sample.home)
    yield "another article linked", lambda piece: _relinked(piece, sample.url, f"{sample.home}2024/02/{OTHER_ARTICLE}")
    if domains_of(sample.ruleset.publisher):
        yield "another publisher", lambda piece: _renamed(piece, OTHER_PARTY, *names_of(sample.publisher))
    yield "another author", lambda piece: _renamed(piece, OTHER_AUTHOR, AUTHOR)
    yield "another year", lambda piece: _renamed(piece, str(OTHER_YEAR), str(PUBLISHED.year))
    if licence := sample.values["licence"]:
        old = sample.values["licence_url"]
        yield "another licence", lambda piece: _relinked(_renamed(piece, OTHER_LICENCE, licence), old, OTHER_DEED)


def _relinked(piece: Piece, old: str, new: str) -> Piece:
    return replace(piece, href=new) if piece.href == old else piece


def _renamed(piece: Piece, new: str, *old: str) -> Piece:
    text = piece.text
    for name in sorted(old, key=len, reverse=True):
        text = text.replace(name, new)
    return replace(piece, text=text)


def _renumbered(piece: Piece, sample: Sample) -> Piece:
    number, slug = sample.url.rsplit("-", 1)[-1], sample.url.rsplit("/", 1)[-1]
    return replace(piece, text=piece.text.replace(slug, OTHER_ARTICLE).replace(number, OTHER_ARTICLE[-6:]))


def _profiles(sample: Sample) -> Iterator[tuple[str, SiteProfile]]:
    answers = sample.profile.attestations
    for answer in answers:
        rest = tuple(one for one in answers if one is not answer)
        yield f"answer to {answer.id} withdrawn", replace(sample.profile, attestations=rest)
    yield "commercial site", replace(sample.profile, commercial=True)
    yield "site that says nothing of itself", SiteProfile(names=sample.profile.names, hosts=sample.profile.hosts)
