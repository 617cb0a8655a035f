"""`images`: the pictures of the original are used as far as the terms allow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Literal

from licencecheck.attestations import affirms, answer_to, in_force
from licencecheck.conditions import facts_of, question
from licencecheck.model import Case, Image, Scope, Verdict
from licencecheck.parties import names_of, publisher_of
from licencecheck.requirements.answers import expired, recorded
from licencecheck.requirements.licences import LICENCE_SCHEMA, is_same, name_of
from licencecheck.requirements.pictures import is_logo, is_taken, match_of, pictures, says, shown
from licencecheck.requirements.requirement import (
    Requirement,
    Schema,
    check_that,
    expected,
    found,
    lacking,
    parameters,
    texts,
)
from licencecheck.requirements.wording import listed, wanted_at

_MARKS = ("creative commons", "cc by", "cc-by", "cc0", "public domain", "may be republished")
_THINGS = {
    "excluded": "no picture of the original",
    "only-if-marked": "only pictures that are marked as free to use",
    "noncommercial": "pictures of the original on noncommercial sites only",
    "check-each": "pictures that may be used",
    "free": "pictures that may be used",
}
Mode = Literal["excluded", "own-only", "only-if-marked", "own-licence", "noncommercial", "check-each", "free", "kept"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Images(Requirement):
    """Pictures that come from the original are left out, or used only where their credit or a person allows it."""

    id: ClassVar[str] = "images"
    summary: ClassVar[str] = "Use the pictures as the terms allow"
    answerable: ClassVar[bool] = True
    schema: ClassVar[Schema] = {
        **parameters(
            mode={"description": "Which pictures of the original may be used", "enum": [*Mode.__args__]},  # type: ignore[attr-defined]
            credit_contains=texts("With `own-only`: words of which the credit must hold one; "
                             "`{author}` is each author. Left out, the names of the publisher"),
            credit_excludes=texts("Words in a credit that bar a picture in every mode: agencies"),
            marks=texts("With `only-if-marked`: words in a caption that allow the picture"),
            licence={**LICENCE_SCHEMA, "description": "With `own-licence`: of these the picture must state one"},
        ),
        "required": ["mode"],
    }  # fmt: skip
    mode: Mode
    credit_contains: tuple[str, ...] = ()
    credit_excludes: tuple[str, ...] = ()
    marks: tuple[str, ...] = _MARKS
    licence: tuple[str, ...] = ()

    def check(self, case: Case) -> Verdict:
        """Judge the pictures of the page; where nobody can tell whence they come, a person must."""
        page, place = case.page, wanted_at(case.page, "top")
        if self.mode == "kept":
            return self._kept(case)
        party = publisher_of(case)
        names = names_of(party) if party else ()
        shown_here = [image for image in pictures(page) if not is_logo(image, names, party)]
        used = [(image, taken) for image in shown_here if (taken := is_taken(image, case)) is not False]
        thing = self._thing(case)
        if not used:
            return found("no picture of the original", location=place)
        answer = answer_to(case, case.rule.id, per_article=True)
        if answer is not None and in_force(answer, case) and affirms(answer) is not None:
            images = [image for image, _ in used]
            if affirms(answer):
                return found(f"{recorded(answer)}: the pictures may be used", *images, location=place)
            return expected(thing, recorded(answer), place, *images)
        barred = [(image, taken) for image, taken in used if self._is_barred(image, case)]
        for image, taken in barred:
            if taken:
                return expected(thing, shown(image), image.location, image)
        why = " ".join(filter(None, (self._question(case, barred), expired(case, per_article=True))))
        if not why:
            return found(thing, *(image for image, _ in used))
        asked = [image for image, _ in barred or used]
        asks = case.asks([case.rule.id])
        verdict = check_that(f"{self._aim()} ({_counted(asked)})", why, asked[0].location, *asked, asks=asks)
        return replace(verdict, lacks_original=bool(barred))

    def _is_barred(self, image: Image, case: Case) -> bool:
        """Whether the terms bar a picture of the original with this credit."""
        if says(self.credit_excludes, image) or self.mode == "excluded":
            return True
        original = case.original.page
        credited = [image, *filter(None, [match_of(image, pictures(original)) if original else None])]
        if self.mode == "own-only":
            return not any(says(self._own_names(case), each) for each in credited)
        if self.mode == "only-if-marked":
            return not any(says(self.marks, each) for each in credited)
        if self.mode == "own-licence":
            stated = [s for s in case.page.licences if s.scope is Scope.IMAGE]
            return not any(is_same(s.id, one) for s in stated for one in self.licence)
        return self.mode == "noncommercial" and facts_of(case)["commercial"] is True

    def _question(self, case: Case, barred: Sequence[tuple[Image, bool | None]]) -> str:
        """What only a person can answer of pictures that are not known to be barred."""
        if barred:
            return case.original.lacking
        if self.mode == "check-each":
            return "each has terms of its own"
        return question({"commercial": False}, facts_of(case)) if self.mode == "noncommercial" else ""

    def _own_names(self, case: Case) -> tuple[str, ...]:
        party = publisher_of(case)
        authors = case.original.authors or case.page.authors
        given = self.credit_contains or (names_of(party) if party else ())
        return tuple(n for name in given for n in (authors if name == "{author}" else (name,)))

    def _thing(self, case: Case) -> str:
        """Words for what a failure expected."""
        if self.credit_excludes and self.mode == "free":
            return f"no picture credited to {listed(self.credit_excludes, 'or')}"
        if self.mode == "own-only":
            return f"only pictures credited to {listed(self._own_names(case)[:3] or ('the publisher',), 'or')}"
        if self.mode == "own-licence":
            return f"pictures with the licence {listed(map(name_of, self.licence or ('the original',)), 'or')}"
        return _THINGS[self.mode]

    def _aim(self) -> str:
        return "no picture is from the original" if self.mode == "excluded" else "the pictures may be used"

    def _kept(self, case: Case) -> Verdict:
        page, original = case.page, case.original.page
        thing = "every picture of the original"
        if original is None:
            return lacking(case, f"the page has {thing}", wanted_at(page, "top"), *pictures(page))
        wanted, given = pictures(original), pictures(page)
        lost = [image for image in wanted if match_of(image, given) is None]
        if lost:
            return expected(thing, f"{_counted(given)} without {shown(lost[0])}", wanted_at(page, "top"), *given)
        return found(thing, *given, location=wanted_at(page, "top"))


def _counted(images: Sequence[Image]) -> str:
    return f"{len(images) or 'no'} picture{'' if len(images) == 1 else 's'}"
