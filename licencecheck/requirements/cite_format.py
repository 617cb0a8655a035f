"""`cite-format`: the page cites the work with all the parts that the publisher asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from licencecheck.model import Case, Fact, Link, Verdict
from licencecheck.parties import mentions, publisher_of
from licencecheck.requirements.paste import fill, known
from licencecheck.requirements.requirement import (
    Requirement,
    Schema,
    check_that,
    expected,
    found,
    parameters,
    texts,
)
from licencecheck.requirements.wording import AT_SCHEMA, at_words, belongs, is_at, quoted, wanted_at
from licencecheck.text import bare, enumerated, words

PARTS = ("author", "title", "publisher", "year", "date", "access-date", "url", "doi", "licence")
_MOST = 300
"""Lines, and links, that are read: citations stand below."""
_ADDRESS = re.compile(r"https?://|\bwww\.|\bdoi\.org/", re.IGNORECASE)
_DOI = re.compile(r"\b10\.\d{4,9}/\S", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class CiteFormat(Requirement):
    """One line of the attribution holds every part of the citation, in any order."""

    id: ClassVar[str] = "cite-format"
    summary: ClassVar[str] = "Cite the work in full"
    schema: ClassVar[Schema] = {
        **parameters(
            parts=texts(f"What the citation must hold: {', '.join(PARTS)}; other words stand for themselves"),
            styles=texts("Styles of citation that the terms accept, for the message: `MLA`, `APA`, `Chicago`"),
            at=AT_SCHEMA,
        ),
        "required": ["parts"],
    }
    parts: tuple[str, ...]
    styles: tuple[str, ...] = ()
    at: str = "anywhere"

    def check(self, case: Case) -> Verdict:
        """Judge the line that holds most parts; what the original's part is may not be known."""
        page, values = case.page, known(case)
        style = f" in the style of {' or '.join(self.styles)}" if self.styles else ""
        thing = f"a citation with {_joined(self.parts)}{style}{at_words(self.at)}"
        lines = [line for line in (*page.blocks, *page.credits) if belongs(line) and is_at(line, self.at)]
        ranked = [(dict(self._read(line, case, values)), line) for line in lines[-_MOST:]]
        best, line = max(ranked, key=lambda each: list(each[0].values()).count(True), default=({}, None))
        paste = ", ".join(
            fill(f"{{{part.replace('-', '_')}}}" if part in PARTS else part, values, page.format) for part in self.parts
        )
        known_parts = [there for there in best.values() if there is not None]
        if line is None or known_parts.count(True) < max(1, min(2, len(known_parts))):
            return expected(thing, "none", wanted_at(page, self.at), paste=paste)
        missing = [part for part, there in best.items() if there is False]
        unknown = [part for part, there in best.items() if there is None]
        if missing:
            return expected(thing, f"{quoted(line.text)} without {_joined(missing)}", line.location, line, paste=paste)
        if unknown:
            why = "the original's is not known"
            return check_that(f"{quoted(line.text)} holds the {_joined(unknown)}", why, line.location, line)
        return found(f"{thing}: {quoted(line.text)}", line)

    def _read(self, line: Fact, case: Case, values: Mapping[str, str]) -> Iterator[tuple[str, bool | None]]:
        """Say of each part whether the line holds it; None where what to look for is not known."""
        text, page = line.text, case.page
        days = [stated.day for stated in page.days if stated.text == text]
        published = case.original.published
        links = [link for link in page.links[-_MOST:] if _is_in(link, line)] + list(getattr(line, "links", ()))
        addresses = [text, *(link.href for link in links)]
        for part in self.parts:
            if part == "author":
                yield part, _any_name(case.original.authors or page.authors, text)
            elif part == "title":
                title = values.get("title")
                yield part, bare(title) in bare(text) if title else None
            elif part == "publisher":
                party = publisher_of(case)
                yield part, mentions(party, text) if party else None
            elif part == "year":
                yield part, str(published.year) in text if published else bool(_YEAR.search(text))
            elif part == "date":
                yield part, published in days if published else bool(days)
            elif part == "access-date":
                yield part, any(day != published for day in days) if published else len(days) > 1 or None
            elif part == "url":
                yield part, any(map(_ADDRESS.search, addresses))
            elif part == "doi":
                yield part, any(map(_DOI.search, addresses))
            elif part == "licence":
                yield part, any(_shares(licence.text, text) for licence in page.licences if belongs(licence))
            else:
                yield part, bare(part) in bare(text)


def _any_name(names: tuple[str, ...], text: str) -> bool | None:
    """Whether the family name of one of `names` stands in `text`: citations shorten the others."""
    said = set(words(text))
    return any(words(name)[-1] in said for name in names if words(name)) if names else None


def _is_in(link: Link, line: Fact) -> bool:
    return link.place is line.place and bool(link.text) and link.text in line.text


def _shares(a: str, b: str) -> bool:
    return bare(a) in bare(b) or bare(b) in bare(a)


def _joined(parts: Iterable[str]) -> str:
    return enumerated((part.replace("-", " ") if part in PARTS else quoted(part) for part in parts), "and")
