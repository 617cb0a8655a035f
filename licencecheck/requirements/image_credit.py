"""`image-credit`: the pictures carry the credit of those who made them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from licencecheck.model import Case, Image, Verdict
from licencecheck.requirements.pictures import is_taken, match_of, pictures, says, shown
from licencecheck.requirements.requirement import (
    Requirement,
    Schema,
    expected,
    found,
    lacking,
    not_applicable,
    parameters,
    texts,
)
from licencecheck.requirements.wording import listed, quoted, wanted_at
from licencecheck.text import bare, words

_GAP = re.compile(r"\{\w+\}")
_KEPT = 0.6
"""Share of the words of the original's caption that the page must have for the credit to be kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageCredit(Requirement):
    """Every picture of the original has its credit beside it, in the form that the terms prescribe."""

    id: ClassVar[str] = "image-credit"
    summary: ClassVar[str] = "Credit those who made the pictures"
    schema: ClassVar[Schema] = parameters(
        form={"description": "Form of the credit: `{photographer}/River Post`; gaps stand for any words",
              "type": "string"},
        contains=texts("Words of which every credit must hold one"),
        excludes=texts("Words that no credit may hold"),
    )  # fmt: skip
    form: str = ""
    contains: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()

    def check(self, case: Case) -> Verdict:
        """Judge the captions; pictures of the host's own need no such credit, and without the original nobody knows."""
        page = case.page
        used = [(image, taken) for image in pictures(page) if (taken := is_taken(image, case)) is not False]
        if not used:
            return not_applicable("The page shows no picture of the original", wanted_at(page, "top"))
        bad = [(image, taken) for image, taken in used if not self._is_credited(image, case)]
        is_told = bool(self.form or self.contains or self.excludes or case.original.page)
        for image, taken in bad:
            if taken and is_told:
                thing = self._thing(self._original_of(image, case))
                return expected(thing, shown(image) if image.caption else "none", image.location, image)
        if bad:
            thing = f"{shown(bad[0][0])} is no picture of the original, or has {self._thing(None)}"
            return lacking(case, thing, bad[0][0].location, *(image for image, _ in bad))
        return found(f"the credit {shown(used[0][0])}", *(image for image, _ in used))

    def _is_credited(self, image: Image, case: Case) -> bool:
        if says(self.excludes, image) or (self.contains and not says(self.contains, image)):
            return False
        if self.form:
            return _has_form(self.form, image.caption)
        original = self._original_of(image, case)
        if original is not None and original.caption:
            wanted, given = set(words(original.caption)), set(words(image.caption))
            return len(wanted & given) >= _KEPT * len(wanted)
        return bool(image.caption) or original is not None

    def _original_of(self, image: Image, case: Case) -> Image | None:
        return match_of(image, pictures(case.original.page)) if case.original.page else None

    def _thing(self, original: Image | None) -> str:
        if self.form:
            return f"the picture credit {quoted(self.form)}"
        if self.contains:
            return f"a picture credit with {listed(self.contains, 'or')}"
        return f"the picture credit {quoted(original.caption)}" if original and original.caption else "a picture credit"


def _has_form(form: str, caption: str) -> bool:
    """Whether the words of the form stand in the caption in order, with something in its gaps."""
    text, start = bare(caption), 0
    for number, piece in enumerate(_GAP.split(form)):
        at = text.find(bare(piece), start)
        # A gap before the words must hold something: the name
        if at < 0 or (number and at == start and bare(piece)):
            return False
        start = at + len(bare(piece))
    return len(text) > start if form.endswith("}") else True
