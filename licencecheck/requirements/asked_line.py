"""The line that does what a rule asks: that of the terms where it does, else one in our own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from licencecheck.model import Case, Rule
from licencecheck.parties import first_publisher, mentions, party_of, publisher_of, same_party
from licencecheck.requirements.house_line import house_language, house_line, second_line
from licencecheck.requirements.paste import fill, known, templates_of, wording_of
from licencecheck.requirements.wording import place_asked

_PARTIES = ("publisher", "original")
_OWNER_LINE = "© {publisher}, {year}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a line is to name and to link."""

    names: tuple[str, ...] = ()
    """Parties, as `source-credit` calls them."""
    link: str | None = None
    """The gap for the address: `url`, `home`, `original_url` or `original_home`."""
    anchor: str | None = None
    """Words that must be the link, or `title`."""
    title: bool = False
    owner: bool = False


def asked_by(rules: Iterable[Rule]) -> Asked:
    """Say what `rules` ask of one line together; the article is linked unless all want the home page."""
    given = list(rules)
    sources = [rule.parameters for rule in given if rule.requires == "source-credit"]
    linked = [rule.parameters for rule in given if rule.requires == "original-link"]
    whose = "original_" if all(_words(each, "on", "publisher")[0] == "original" for each in linked) else ""
    what = "home" if all(_words(each, "to", "article") == ("homepage",) for each in linked) else "url"
    return Asked(
        names=tuple(dict.fromkeys(name for each in sources for name in _words(each, "names", "publisher"))),
        link=f"{whose}{what}" if linked else None,
        anchor=next((str(each["anchor"]) for each in linked if "anchor" in each), None),
        title=any(rule.requires == "title-credit" for rule in given),
        owner=any(each.get("as") == "owner" for each in sources),
    )


def line_of(case: Case) -> str:
    """Write a line that does what the rule of the case asks, for the format of the page."""
    asked = asked_by([case.rule])
    if asked.link and not _has_site(case):
        # Whose article a link leads to, only its credit tells then
        asked = replace(asked, names=("original",))
    at = place_asked(case.rule.parameters)
    for template in sorted(templates_of(case), key=lambda each: at not in {"anywhere", each.at}):
        values = known(case, template)
        line = wording_of(template, values, template.lang)
        if [line] == list(completed(line, asked, values, template.lang, case)):
            return fill(line, values, case.page.format)
    values = known(case)
    return " ".join(
        fill(part, values, case.page.format) for part in completed("", asked, values, house_language(case), case)
    )


def completed(line: str, asked: Asked, values: Mapping[str, str], language: str, case: Case) -> Iterator[str]:
    """Give the template `line`, if any, and around it what it leaves out of what is `asked`, in our own words."""
    anchor = f"{{{asked.anchor}|{asked.link}}}"
    if asked.anchor and anchor not in line:
        yield f"“{anchor}”."
    elif asked.title and "{title" not in line and "title" in values:
        yield "“{title}”."
    more = list(_crediting(line, asked, values, language, case))
    if asked.owner:
        more.append(f"{_OWNER_LINE}." if "year" in values else f"{_OWNER_LINE.removesuffix(', {year}')}.")
    if line:
        yield line
    yield from more


def links(line: str, gap: str, values: Mapping[str, str]) -> bool:
    """Whether a template links the address that `gap` stands for."""
    own = gap.removeprefix("original_")
    others = [each for each in (own, f"original_{own}") if values.get(each) == values.get(gap)]
    return any(re.search(rf"[{{|]{each}(?: or [^{{}}]*)?\}}", line) for each in (gap, *others))


def _crediting(line: str, asked: Asked, values: Mapping[str, str], language: str, case: Case) -> Iterator[str]:
    """Sentences that name and link those whom `line` does not."""
    gap = asked.link or "url"
    own = gap.removeprefix("original_")
    is_linked = links(line, gap, values)
    names = asked.names or (() if line or asked.link else ("publisher",))
    lacking = [name for name in names if not _is_named(name, line, values, case)]
    if asked.link and not is_linked:
        lacking.append("original" if gap.startswith("original_") else "publisher")
    if _is_first(case):
        lacking = ["original" if name == "publisher" else name for name in lacking]
    for name in dict.fromkeys(sorted(lacking, key=lambda name: name == "publisher")):
        target = own if name == "publisher" else gap if own == "home" else "original_url"
        party = f"{{{name}}}" if name in _PARTIES else name
        before, _, after = (second_line if name == "publisher" else house_line)(language).partition("{")
        yield f"{before}{party if is_linked else f'{{{name}|{target}}}'}{after.partition('}')[2]}"


def _has_site(case: Case) -> bool:
    """Whether it is known which site is the publisher's."""
    party = publisher_of(case)
    return party is not None and bool(party.domains)


def _is_first(case: Case) -> bool:
    """Whether the publisher published the article first, as far as is known."""
    publisher, first = publisher_of(case), first_publisher(case)
    return publisher is None or first is None or not publisher.domains or same_party(publisher, first)


def _is_named(name: str, line: str, values: Mapping[str, str], case: Case) -> bool:
    """Whether a template names a party, or leaves a gap for who published the article."""
    filled = fill(line, values)
    parties = [first_publisher(case) if name == "original" else party_of(case, name)]
    if name == "original" and _is_first(case):
        parties.append(publisher_of(case))
    is_open = "{publisher}" in filled or "{original}" in filled
    return is_open or any(party is not None and mentions(party, filled) for party in parties)


def _words(parameters: Mapping[str, object], name: str, default: str) -> tuple[str, ...]:
    words = parameters.get(name, (default,))
    return tuple(map(str, words)) if isinstance(words, list | tuple) else (str(words),)
