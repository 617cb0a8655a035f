"""Lines of the original that must stand on the copy: which are there, which were changed, which are gone."""

from __future__ import annotations

from collections.abc import Sequence

from licencecheck.model import Block, Case, Verdict
from licencecheck.requirements.paste import marked
from licencecheck.requirements.requirement import expected, found, lacking, not_applicable
from licencecheck.requirements.wording import at_words, belongs, is_at, quoted, wanted_at
from licencecheck.text import fold

_SAME, _ALIKE = 92, 60
"""Likeness in per cent from which a line is kept, and from which it is the same line with changes."""
_MOST = 20
"""Lines that are looked for."""


def kept(case: Case, thing: str, lines: Sequence[Block], at: str = "anywhere") -> Verdict:
    """Judge whether the page has all `lines` of the original; `thing` names what they are, "the author's bio"."""
    from rapidfuzz import fuzz, process

    page, place = case.page, wanted_at(case.page, at)
    if case.original.page is None:
        return lacking(case, f"the page has {thing} of the original", place)
    if not lines:
        return not_applicable(f"The original shows nothing that is known as {thing}", place)
    given = [block for block in page.blocks if belongs(block) and is_at(block, at)]
    texts = [fold(block.text) for block in given]
    proof: list[Block] = []
    for line in lines[:_MOST]:
        match = process.extractOne(fold(line.text), texts, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        wanted = f"{thing} {quoted(line.text)}{at_words(at)}"
        if match is None:
            return expected(wanted, "none", place, paste=marked(line.text, page.format))
        _, likeness, index = match
        if likeness < _SAME:
            near, paste = given[index], marked(line.text, page.format)
            return expected(wanted, quoted(near.text), near.location, near, paste=paste)
        proof.append(given[index])
    return found(f"{thing} of the original", *proof)
