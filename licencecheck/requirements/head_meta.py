"""`head-meta`: the head of the page states something by name, as the publisher's code does."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import ClassVar, Literal

from licencecheck.model import Case, Place, Verdict
from licencecheck.model import HeadMeta as Meta
from licencecheck.parties import is_address_of, party_of
from licencecheck.requirements.paste import fill, known, to_replace
from licencecheck.requirements.requirement import (
    Requirement,
    Schema,
    check_that,
    expected,
    found,
    parameters,
    texts,
)
from licencecheck.requirements.wording import quoted
from licencecheck.text import fold
from licencecheck.urls import same_url

_PARTIES = {"url": "publisher", "original_url": "original"}


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadMeta(Requirement):
    """A `meta` element or an entry of the front matter is there with its value, or is not there."""

    id: ClassVar[str] = "head-meta"
    summary: ClassVar[str] = "State it in the head of the page"
    schema: ClassVar[Schema] = {
        **parameters(
            name={"description": "Name or property of the `meta` element", "type": "string", "minLength": 1},
            content={
                "description": "Its value: `url` (the publisher's article), `original_url` (the first) or these words",
                "type": "string",
            },
            keys=texts("Names that stand for it in front matter; left out, its name, also with `_`"),
            mode={"description": "Whether it must be there or must not be there", "enum": ["required", "forbidden"]},
        ),
        "required": ["name"],
    }
    name: str
    content: str | None = None
    keys: tuple[str, ...] = ()
    mode: Literal["required", "forbidden"] = "required"

    def check(self, case: Case) -> Verdict:
        """Judge what the head and the front matter state under the name."""
        page, head = case.page, f"{quoted(self.name)} in the head of the page"
        names = {name.lower() for name in (self.name, *self.keys, self.name.replace("-", "_"))}
        stated = [meta for meta in page.head if meta.name in names]
        if self.mode == "forbidden":
            bad = next((meta for meta in stated if self.content is None or self._says(meta)), None)
            thing = f"no {head}" if self.content is None else f"no {quoted(self.content)} under {head}"
            if bad is None:
                return found(thing, location=page.expected_at(Place.META))
            return expected(thing, quoted(bad.text), bad.location, bad)
        if self.content in _PARTIES:
            return self._address(case, stated, head)
        thing = head if self.content is None else f"{quoted(self.content)} under {head}"
        good = next((meta for meta in stated if (self._says(meta) if self.content else meta.text)), None)
        if good is not None:
            return found(thing, good)
        return self._missing(case, thing, stated, self.content or "{value}")

    def _address(self, case: Case, stated: list[Meta], head: str) -> Verdict:
        """Judge an address by the article's where it is known, else by whose it is."""
        word = self.content or ""
        party, wanted = party_of(case, _PARTIES[word]), known(case).get(word)
        thing = f"the {party.name.removeprefix('The ') if party else 'original'} article under {head}"
        for meta in stated:
            if same_url(meta.text, wanted) if wanted else is_address_of(party, meta.text) if party else False:
                return found(thing, meta)
        if stated and not wanted and not (party and party.domains):
            why = "the address of the original is not known"
            return check_that(f"{quoted(stated[0].text)} is the original", why, stated[0].location, stated[0])
        return self._missing(case, thing, stated, fill(f"{{{word}}}", known(case)))

    def _missing(self, case: Case, thing: str, stated: list[Meta], value: str) -> Verdict:
        attribute = "property" if ":" in self.name else "name"
        key = self.keys[0] if self.keys else self.name
        paste = (
            f"{key}: {value}"
            if case.page.format == "markdown"
            else f'<meta {attribute}="{escape(self.name)}" content="{escape(value)}">'
        )
        if stated:
            return expected(thing, to_replace(stated[0].text), stated[0].location, stated[0], paste=paste)
        return expected(thing, "none", case.page.expected_at(Place.META), paste=paste)

    def _says(self, meta: Meta) -> bool:
        """Whether the value is the wanted one, or one item of a list that holds it."""
        wanted, value = fold(self.content or ""), fold(meta.text)
        return wanted == value or wanted in {item.strip() for item in value.split(",")}
