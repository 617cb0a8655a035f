"""Licences stated on the page: those of its lines and of its data, joined and compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from licencecheck.evidence.layout.layout import Layout
from licencecheck.evidence.licences.ids import LicenceId, licence_of_value, refines
from licencecheck.evidence.licences.lines import Found, stated_in
from licencecheck.evidence.licences.scope import TALKED_ABOUT
from licencecheck.evidence.licences.words import near_words
from licencecheck.model import Conflict, LicenceStatement, Location, Place, Role, Scope, Statement
from licencecheck.text import excerpt


def licences_of(
    layout: Layout, stated_in_data: Iterable[tuple[str, Location, str]]
) -> tuple[list[LicenceStatement], list[Conflict]]:
    """Statements in page order, those of the data last, each licence once per scope; and their contradictions.

    One statement may contradict itself, by its words, link and badge, and what readers see may contradict the data.

    `stated_in_data` are values that no reader sees: the value, its place, and what it is called.
    """
    worded = layout.holding(near_words())
    runs = (run for run in layout.near(len(layout.runs)) if run.is_marked or run.index in worded)
    found = [f for run in runs for f in stated_in(layout, run, worded)]
    found = _joined(found)
    for value, location, name in stated_in_data:
        licence = licence_of_value(value)
        if licence is not None and licence.kind not in TALKED_ABOUT | {"reserved"}:
            url = value if value.startswith(("http://", "https://", "//")) else None
            found.append(
                Found(
                    licence=licence, url=url, by=(Statement.METADATA,), text=f"{name}: {value}", location=location,
                    scope=Scope.ARTICLE, place=Place.META, role=Role.HEAD,
                )
            )  # fmt: skip
    statements = [_statement(f) for f in _once(_explained(found))]
    conflicts = [*(_within(f) for f in found if f.conflict), *_between(found)]
    return statements, conflicts


def _within(found: Found) -> Conflict:
    """The contradiction of one statement in itself."""
    return Conflict(
        text=excerpt(found.conflict or ""), location=found.location, role=found.role, place=found.place,
        about="licence", between=(found.location,), signals=("words, link and badge differ",),
    )  # fmt: skip


def _between(found: Iterable[Found]) -> Iterator[Conflict]:
    """The contradictions between what readers see of the article's licence and what the data says of it."""
    stated = [f for f in found if f.scope is Scope.ARTICLE and f.licence.kind == "content"]
    seen = [f for f in stated if f.place is not Place.META]
    for data in (f for f in stated if f.place is Place.META):
        if seen and not any(_agree(data.licence, one.licence) for one in seen):
            first = seen[0]
            yield Conflict(
                text=excerpt(f"page: {first.licence.id}, {data.text.partition(':')[0]}: {data.licence.id}"),
                location=first.location, role=first.role, place=first.place,
                about="licence", between=(first.location, data.location), signals=("page and data differ",),
            )  # fmt: skip


def _agree(one: LicenceId, other: LicenceId) -> bool:
    return refines(one, other) or refines(other, one)


def _explained(found: list[Found]) -> list[Found]:
    """A badge alone covers what a sentence elsewhere on the page says of the same licence."""
    told = {f.licence.id: f.scope for f in found if Statement.WORDS in f.by}
    for item in found:
        if item.by == (Statement.BADGE,) or (item.wordless and item.scope is Scope.ARTICLE):
            item.scope = told.get(item.licence.id, item.scope)
    return found


def _joined(found: list[Found]) -> list[Found]:
    """Join a badge with the sentence beside it: the snippet of the licence chooser is two lines."""
    joined: list[Found] = []
    for item in found:
        last = joined[-1] if joined else None
        same = last and (last.licence.id == item.licence.id or _family(last.licence.id) == _family(item.licence.id))
        if last and same and last.scope is item.scope and last.place is item.place and last.by != item.by:
            better = item if len(item.licence.id) >= len(last.licence.id) else last
            last.licence, last.url = better.licence, last.url or item.url
            last.by = tuple(dict.fromkeys((*last.by, *item.by)))
            if last.wordless:
                last.text, last.location, last.wordless = item.text, item.location, item.wordless
        else:
            joined.append(item)
    return joined


def _family(licence_id: str) -> str:
    return re.sub(r"-[0-9].*", "", licence_id.removeprefix("LicenseRef-"))


def _once(found: list[Found]) -> list[Found]:
    seen: set[tuple[str, Scope]] = set()
    kept = []
    specific = {(f.licence.id, f.scope) for f in found}
    for item in found:
        key = (item.licence.id, item.scope)
        vague = item.licence.id == "CC-unspecified" or not re.search(r"\d", item.licence.id)
        told_better = vague and any(
            other != key
            and other[1] is item.scope
            and (
                (item.licence.id == "CC-unspecified" and other[0].removeprefix("LicenseRef-").startswith("CC"))
                or _family(other[0]) == item.licence.id
            )
            for other in specific
        )
        if key not in seen and not told_better:
            seen.add(key)
            kept.append(item)
    return kept


def _statement(found: Found) -> LicenceStatement:
    return LicenceStatement(
        text=excerpt(found.text), location=found.location, role=found.role, place=found.place,
        id=found.licence.id, url=found.url, scope=found.scope, by=found.by, signals=tuple(b.value for b in found.by),
    )  # fmt: skip
