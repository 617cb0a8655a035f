"""`logo`: the publisher's logo stands on the page, or does not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from licencecheck.model import Case, Place, Role, Verdict
from licencecheck.parties import names_of, publisher_of
from licencecheck.requirements.pictures import bears, file_of, is_logo
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
        logos = [image for image in page.images if is_logo(image, names, party)]
        if self.mode == "forbidden":
            if logos:
                what = quoted(logos[0].alt or file_of(logos[0]))
                return expected(f"no logo of {owner}", what, logos[0].location, *logos)
            perhaps = next((image for image in page.images if bears(image, names)), None)
            if perhaps is not None:
                thing = f"{quoted(perhaps.alt or file_of(perhaps))} is no logo of {owner}"
                return check_that(thing, "it bears the name", perhaps.location, perhaps)
            return found(f"no logo of {owner}", location=page.expected_at(Place.BOTTOM))
        thing = f"the logo of {owner}{at_words(self.at)}"
        shown = [image for image in logos if belongs(image) or image.role is Role.CAPTION]
        if good := next((image for image in shown if is_at(image, self.at)), None):
            return found(thing, good)
        near = next(iter(shown or logos), None)
        if near is not None:
            return expected(thing, f"it only {where(near, page)}", near.location, near)
        return expected(thing, "none", wanted_at(page, self.at))
