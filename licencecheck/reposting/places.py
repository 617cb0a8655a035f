"""At which end of the article a credit stands: at one, or where terms want something at both, at each its share."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from licencecheck.model import Case, CreditTemplate, Rule
from licencecheck.requirements.asked_line import links
from licencecheck.requirements.bylines import is_credit_in_byline
from licencecheck.requirements.paste import known, template_of, wording_of
from licencecheck.requirements.wording import place_asked

_ENDS = {"top": "top", "byline": "top", "bottom": "bottom"}
_OF_BYLINE = frozenset({"author-credit", "author-link"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What a credit has to do at one place."""

    at: str
    """`top`, `bottom` or `anywhere`."""
    duties: frozenset[str]
    """Requirement types."""
    rules: tuple[Rule, ...]
    """Those that ask for the duties."""
    template: CreditTemplate | None
    """The publisher's line for this place."""


def share_of(case: Case, duties: Collection[str]) -> Share:
    """Leave `duties` together: a credit that stands anywhere."""
    return Share(at="anywhere", duties=frozenset(duties), rules=case.ruleset.rules, template=template_of(case))


def shares_of(case: Case, rules: Iterable[Rule], duties: Collection[str]) -> tuple[Share, ...]:
    """Share out `duties`, and the `rules` that ask for them, among the places where these want them, from the top."""
    rules = tuple(rules)
    ends = {end for end in map(_end, rules) if end}
    if ends != {"top", "bottom"}:
        place = next(iter(ends), "anywhere")
        return (replace(share_of(case, duties), at=place, rules=rules),)
    upper, lower, free = (tuple(rule for rule in rules if _end(rule) == end) for end in ("top", "bottom", None))
    above, below = frozenset(_above(case, upper)), frozenset(rule.requires for rule in lower)
    rest = {*duties} - {part.requires for rule in (*upper, *lower) for part in (rule, *rule.any_of)}
    above |= rest & _OF_BYLINE
    rest -= _OF_BYLINE
    headline, tagline = template_of(case, at="top"), template_of(case, at="bottom")
    if _links_original(tagline, case):
        below, lower = below | rest, lower + free
    else:
        above, upper = above | rest, upper + free
    return (
        Share(at="top", duties=above, rules=upper, template=headline),
        Share(at="bottom", duties=below, rules=lower, template=tagline),
    )


def _end(rule: Rule) -> str | None:
    """The end of the article at which a rule wants something."""
    return _ENDS.get(place_asked(_first(rule).parameters))


def _first(rule: Rule) -> Rule:
    """The rule itself, of one that several things fulfil the first of these."""
    return next(iter(rule.any_of), rule)


def _above(case: Case, rules: Iterable[Rule]) -> Iterator[str]:
    """The duties of `rules` at the top; a credit to the source in the byline is one of the byline."""
    for rule in map(_first, rules):
        in_byline = is_credit_in_byline(rule) and "author" in known(case)
        yield "author-credit" if in_byline else rule.requires


def _links_original(template: CreditTemplate | None, case: Case) -> bool:
    """Whether a line links the article: what is asked anywhere then stands beside it."""
    values = known(case, template)
    return template is not None and links(wording_of(template, values, template.lang), "url", values)
