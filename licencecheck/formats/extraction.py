"""What was read from pages as JSON, described by `extraction.schema.json`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from licencecheck.formats.json_writing import Object, lines
from licencecheck.model import Credit, CreditPart, Fact, Link, Page, PermissionNote, Role, Scope, Target, Unreadable

_OPENING = '{\n  "pages": [\n'


def render(pages: Iterable[Page | Unreadable], stream: TextIO) -> None:
    """Write `pages` one by one as they come, so that no more than one is held; texts stand as written on the page."""
    separator = _OPENING
    for page in pages:
        stream.write(separator + "\n".join(f"    {line}" for line in lines(as_object(page))))
        separator = ",\n"
    stream.write(f"{_OPENING}  ]\n}}\n" if separator == _OPENING else "\n  ]\n}\n")


def as_object(page: Page | Unreadable) -> Object:
    """Name what is known of one page: for every page the facts that stand alone, for a repost the credit too."""
    if isinstance(page, Unreadable):
        return {"path": page.path, "error": page.reason}
    repost, main_text = page.repost, page.main_text
    return {
        "path": page.path,
        "repost": repost.is_repost,
        "repost_confidence": repost.confidence.value,
        "reason": repost.reason,
        "relation": repost.relation.value if repost.relation else None,
        "language": page.language,
        "main_text": {"text": main_text.text, "word_count": main_text.word_count} if main_text else None,
        "attribution": _standing_alone(page) | (_credited(page) if repost.is_repost else {}),
    }


def _standing_alone(page: Page) -> Object:
    return {
        "copyright": [
            {"holders": list(notice.holders), "years": list(notice.years), "text": notice.text} | _told(notice)
            for notice in page.notices
            if notice.scope is Scope.ARTICLE
        ],
        "licences": [
            {"id": licence.id, "url": licence.url, "scope": licence.scope.value, "text": licence.text} | _told(licence)
            for licence in page.licences
        ],
        "canonical": {"href": page.canonical.href} | _told(page.canonical) if page.canonical else None,
        "counters": [{"url": counter.url} | _told(counter) for counter in page.counters],
        "conflicts": [
            {"text": conflict.text, "between": [{"line": at.line, "column": at.column} for at in conflict.between]}
            | _told(conflict)
            for conflict in page.conflicts
        ],
    }


def _credited(page: Page) -> Object:
    source, link, permission = _source(page), _source_link(page), _permission(page)
    return {
        "source": {"name": source.name, "evidence": source.text} | _told(source) if source else None,
        "source_link": {"href": link.href, "target": link.target.value} | _told(link) if link else None,
        "authors": [
            {"name": author.name, "institution": author.institution} | _told(author)
            for author in (next(byline for byline in page.bylines if byline.name == name) for name in page.authors)
        ],
        "permission": {"text": permission.text, "claims": permission.claims} | _told(permission)
        if permission
        else None,
        "chain": [
            {"name": credit.name, "part": credit.part.value, "form": credit.form.value} | _told(credit)
            for credit in page.chain
        ],
        "blocks": [
            {"text": block.text, "role": block.role.value} | _told(block)
            for block in page.blocks
            if block.role is not Role.BODY
        ],
    }


def _told(fact: Fact) -> Object:
    """What every fact tells: where it stands and how sure its reading is."""
    return {
        "line": fact.location.line,
        "column": fact.location.column,
        "confidence": fact.confidence.value,
        "signals": list(fact.signals),
    }


def _of_original(page: Page) -> Iterator[Credit]:
    return (credit for credit in page.chain if credit.part is CreditPart.ORIGINAL)


def _source(page: Page) -> Credit | None:
    """The credit that names the original's publisher, else one that only points to it."""
    return next((credit for credit in _of_original(page) if credit.name), None) or next(_of_original(page), None)


def _source_link(page: Page) -> Link | None:
    """The link by which the original is credited: to the article where one is, since names often link to home pages."""
    links = [link for credit in _of_original(page) for link in credit.links]
    return next((link for link in links if link.target is Target.ARTICLE), None) or next(iter(links), None)


def _permission(page: Page) -> PermissionNote | None:
    """What this copy claims, else what the page grants or denies to others."""
    return next((note for note in page.permissions if note.claims), None) or next(iter(page.permissions), None)
