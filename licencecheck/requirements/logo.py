"""`logo`: the publisher's logo stands on the page, or does not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar, Literal

from licencecheck.model import Case, Image, Party, Place, Verdict
from licencecheck.parties import is_address_of, names_of, publisher_of
from licencecheck.requirements.pictures import file_of
from licencecheck.requirements.requirement import (
    Requirement,
    Schema,
    check_that,
    expected,
    found,
    parameters,
    texts,
)
from licencecheck.requirements.wording import AT_SCHEMA, at_words, belongs, is_at, listed, quoted, wanted_at, where
from licencecheck.text import bare

_MARKS = ("logo", "wordmark", "emblem")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo(Requirement):
    """An image that calls itself the logo of the publisher, or whose name is the publisher's alone."""

    id: ClassVar[str] = "logo"
    summary: ClassVar[str] = "Show the publisher's logo, or leave it off"
    schema: ClassVar[Schema] = parameters(
        name=texts("Names of whose logo it is; left out, those of the publisher"),
        mode={"description": "Whether it must be there or must not be there", "enum": ["required", "forbidden"]},
        at=AT_SCHEMA,
    )
    name: tuple[str, ...] = ()
    mode: Literal["required", "forbidden"] = "required"
    at: str = "anywhere"

    def check(self, case: Case) -> Verdict:
        """Judge the images by their names, alternative texts and addresses."""
        page, party = case.page, publisher_of(case)
        names = self.name or (names_of(party) if party else ())
        owner = listed(names[:1], "or") if names else "the publisher"
        logos = [image for image in page.images if _is_logo(image, names, party)]
        if self.mode == "forbidden":
            if logos:
                what = quoted(logos[0].alt or file_of(logos[0]))
                return expected(f"no logo of {owner}", what, logos[0].location, *logos)
            perhaps = next((image for image in page.images if _bears(image, names)), None)
            if perhaps is not None:
                thing = f"{quoted(perhaps.alt or file_of(perhaps))} is no logo of {owner}"
                return check_that(thing, "it bears the name", perhaps.location, perhaps)
            return found(f"no logo of {owner}", location=page.expected_at(Place.BOTTOM))
        thing = f"the logo of {owner}{at_words(self.at)}"
        shown = [image for image in logos if belongs(image)]
        if good := next((image for image in shown if is_at(image, self.at)), None):
            return found(thing, good)
        near = next(iter(shown or logos), None)
        if near is not None:
            return expected(thing, f"it only {where(near, page)}", near.location, near)
        return expected(thing, "none", wanted_at(page, self.at))


def _is_logo(image: Image, names: tuple[str, ...], party: Party | None) -> bool:
    own = {bare(name) for name in names} - {""}
    if not own.isdisjoint({bare(image.alt), _DIGITS.sub("", bare(file_of(image).rpartition(".")[0]))}):
        return True
    called = any(mark in bare(f"{image.alt} {file_of(image)}") for mark in _MARKS)
    return called and (_bears(image, names) or (party is not None and is_address_of(party, image.url)))


def _bears(image: Image, names: tuple[str, ...]) -> bool:
    """Whether the image has the name in its file or alternative text."""
    said = bare(f"{image.alt} {file_of(image)}")
    return any(bare(name) and bare(name) in said for name in names)
