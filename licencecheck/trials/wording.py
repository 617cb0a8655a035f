"""The sentences of a page: templates with the sample's words in their gaps."""

from __future__ import annotations

import re
from collections.abc import Mapping

from licencecheck.model import CreditTemplate
from licencecheck.requirements.paste import in_words
from licencecheck.trials.parts import Piece
from licencecheck.trials.sample import PUBLISHED, TODAY, Sample

_FIELD = re.compile(r"\{([^{}|]+)(?:\|([^{}|]+))?\}")


def pieces(template: str, values: Mapping[str, str]) -> tuple[Piece, ...]:
    """Fill a template: words, and `{text|target}` as linked words; a gap that nothing is known of keeps its name."""
    found: list[Piece] = []
    end = 0
    for match in _FIELD.finditer(template):
        text = _first(match[1], values) or match[1]
        href = match[2] and (match[2] if "://" in match[2] else _first(match[2], values) or values["home"])
        found += [Piece(template[end : match.start()]), Piece(text, href)]
        end = match.end()
    return tuple(piece for piece in (*found, Piece(template[end:])) if piece.text)


def template_of(name: str | None, sample: Sample) -> CreditTemplate | None:
    """Give the credit template `name`, or any, in the language of the sample if there is one."""
    fitting = [template for template in sample.ruleset.credit if name in {None, template.id}]
    return next((t for t in fitting if t.lang == sample.language), next(iter(fitting), None))


def line(template: CreditTemplate, sample: Sample) -> tuple[Piece, ...]:
    """Write the preferred wording of a credit template of the rule set."""
    days = {"date": in_words(PUBLISHED, template), "access_date": in_words(TODAY, template)}
    return pieces(template.texts[0], {**sample.values, **days})


def _first(names: str, values: Mapping[str, str]) -> str | None:
    return next((values[name] for name in names.split(" or ") if values.get(name)), None)
