"""The byline to paste: one line with all that the terms ask of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from licencecheck.conditions import facts_of, holds
from licencecheck.model import Case, Rule
from licencecheck.parties import mentions, party_of
from licencecheck.requirements.paste import fill, known, template_of
from licencecheck.requirements.wording import place_asked

BYLINES = {
    "ar": "بقلم: {author}",
    "cs": "Autor: {author}",
    "da": "Af {author}",
    "de": "Von {author}",
    "el": "Συντάκτης: {author}",
    "en": "By {author}",
    "es": "Por {author}",
    "fr": "Par {author}",
    "hi": "लेखक: {author}",
    "id": "Oleh {author}",
    "it": "Di {author}",
    "ja": "著者：{author}",
    "ko": "글: {author}",
    "nl": "Door {author}",
    "no": "Av {author}",
    "pl": "Autor: {author}",
    "pt": "Por {author}",
    "ro": "Autor: {author}",
    "ru": "Автор: {author}",
    "sv": "Av {author}",
    "tr": "Yazan: {author}",
    "uk": "Автор: {author}",
    "vi": "Tác giả: {author}",
    "zh": "作者：{author}",
}
"""The byline by the language of the line; in others it is English."""
_AUTHOR = "{author}"
_PARTIES = ("publisher", "original")


def byline_of(case: Case, form: str | None = None) -> str:
    """Write the byline for the page: in `form`, or as the terms or the language of the page have it."""
    return fill(_led(_line(case, form), case.page.language), known(case), case.page.format)


def byline_template(case: Case, language: str, form: str | None = None) -> str:
    """The byline as a sentence in `language`, in `form` or as the terms have it, with its gaps open."""
    line = _led(_line(case, form), language)
    return f"{line[0].upper()}{line[1:]}"


def _led(line: str, language: str | None) -> str:
    """The byline with what `language` says before an author, unless the line says it itself."""
    if not line.startswith(_AUTHOR):
        return line
    return BYLINES.get(language or "en", BYLINES["en"]).replace(_AUTHOR, line)


def signature_of(case: Case, form: str | None = None) -> str:
    """Write the byline from the author on, without its "By"; empty where it names no author."""
    _, author, rest = _line(case, form).partition(_AUTHOR)
    return fill(author + rest, known(case), case.page.format)


def _line(case: Case, form: str | None) -> str:
    """The template of the byline, with all that the rules want beside the author."""
    line = form or next(_lines(case), _AUTHOR)
    beside = (name for name in dict.fromkeys(_beside_author(case)) if not _names(line, name, case))
    return ", ".join([line, *(f"{{{name}}}" for name in beside)])


def _names(line: str, gap: str, case: Case) -> bool:
    """Whether a line has a gap for somebody, or says who that is."""
    party = party_of(case, gap) if gap in _PARTIES else None
    return f"{{{gap}" in line or (party is not None and mentions(party, line))


def _lines(case: Case) -> Iterator[str]:
    facts = facts_of(case)
    for template in case.ruleset.credit:
        if template.at == "byline" and _AUTHOR in template.texts[0] and holds(template.when, facts) is not False:
            yield template.texts[0]


def _beside_author(case: Case) -> Iterator[str]:
    facts = facts_of(case)
    for rule in case.ruleset.rules:
        if holds(rule.when, facts) is False:
            continue
        if rule.requires == "author-credit" and rule.parameters.get("institution"):
            yield "institution"
        elif is_credit_in_byline(rule):
            names = rule.parameters.get("names", ("publisher",))
            yield from (party for party in _PARTIES if isinstance(names, Collection) and party in names)


def is_in_byline(case: Case) -> bool:
    """Whether the rule of a case wants the source in the byline, or a line that is one."""
    if case.rule.requires == "credit-line":
        name = case.rule.parameters.get("template")
        template = template_of(case, str(name) if name else None)
        return template is not None and template.at == "byline"
    return is_credit_in_byline(case.rule)


def is_credit_in_byline(rule: Rule) -> bool:
    """Whether a rule wants the source in the byline."""
    return rule.requires == "source-credit" and place_asked(rule.parameters) == "byline"
