"""The credit that a repost needs, written for each place where it can be pasted."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape
from itertools import islice

from licencecheck.conditions import facts_of, holds
from licencecheck.configuration.generators import GENERATORS
from licencecheck.evidence.credits.wording import NAMING
from licencecheck.evidence.phrases.matcher import phrases
from licencecheck.model import (
    STATED,
    Case,
    Credit,
    CreditForm,
    CreditPart,
    Credits,
    Finding,
    Location,
    Page,
    Party,
    Place,
    PlacedCredit,
    Scope,
)
from licencecheck.parties import names_of, publisher_of
from licencecheck.reposting.places import Share, shares_of
from licencecheck.requirements import judge
from licencecheck.requirements.asked_line import Asked, asked_by, completed, links
from licencecheck.requirements.bylines import byline_template
from licencecheck.requirements.house_line import credit_language, house_language, house_line
from licencecheck.requirements.paste import (
    fill,
    gaps_of,
    known,
    literal,
    template_of,
    wording_of,
)
from licencecheck.text import bare

_NAMES_AUTHOR = re.compile(r"\{author|\{institution")
_ENDS = tuple(".!?…。！？।")
LICENCE_LABELS = {
    "ar": "الرخصة",
    "cs": "Licence",
    "da": "Licens",
    "de": "Lizenz",
    "el": "Άδεια",
    "en": "Licence",
    "es": "Licencia",
    "fr": "Licence",
    "hi": "लाइसेंस",
    "id": "Lisensi",
    "it": "Licenza",
    "ja": "ライセンス",
    "ko": "라이선스",
    "nl": "Licentie",
    "no": "Lisens",
    "pl": "Licencja",
    "pt": "Licença",
    "ro": "Licență",
    "ru": "Лицензия",
    "sv": "Licens",
    "tr": "Lisans",
    "uk": "Ліцензія",
    "vi": "Giấy phép",
    "zh": "许可协议",
}
"""What stands before the name of a licence, by the language of the line."""
_FRONT_MATTER = {
    "source": "{original}",
    "original_url": "{original_url}",
    "author": "{author}",
    "license": "{licence}",
}
"""Keys that the reader of front matter knows, and what they hold."""

_FURTHER = frozenset({"credit-line", "copyright-notice", "cite-format", "identifier"})
"""Duties that ask for a line of their own."""
_IN_HEAD = frozenset({"canonical-link", "head-meta", "noindex"})
"""Duties that an element of the head fulfils."""
_TAG = re.compile(r"<[^<>]*>")

LINE = frozenset({"source-credit", "original-link", "credit-line", "title-credit"})
"""Duties that the publisher's line fulfils."""
LICENCE = frozenset({"licence-notice", "licence-link"})
"""Duties that a line about the licence fulfils."""


def credits_of(case: Case, conditions: Sequence[Finding]) -> Credits:
    """Write the credit that fulfils `conditions`, as far as a text can, for the article of `case`."""
    asked = {rule.requires: finding for finding in conditions for rule in (finding.rule, *finding.rule.any_of)}
    values = known(case, template_of(case))
    duties = {*asked, *({"source-credit"} if "original" in values else ())}
    if case.ruleset.path == STATED:  # where a machine has read the terms, good practice comes first
        duties.add("author-credit")
    placed = [
        PlacedCredit(
            at=share.at,
            html=_whole(case, share, "html"),
            markdown=_whole(case, share, "markdown"),
            text=_whole(case, share, "plain"),
        )
        for share in shares_of(case, [finding.rule for finding in conditions], duties)
    ]
    snippet, in_markdown = (_counter(case, asked.get("page-counter"), markup) for markup in ("html", "markdown"))
    head = tuple(_head(case, conditions))
    keys = {name: fill(text, values) for name, text in _FRONT_MATTER.items()}
    if "canonical-link" in asked:
        keys["canonical_url"] = fill("{url}", values)
    front_matter = "".join(
        f"{name}: {json.dumps(text, ensure_ascii=False)}\n"
        for name, text in keys.items()
        if name == "original_url" or not gaps_of(text)
    )
    if snippet:
        last = placed[-1]
        placed[-1] = replace(last, html=f"{last.html}\n{snippet}", markdown=f"{last.markdown}\n\n{in_markdown}")
    return Credits(
        placed=tuple(placed),
        front_matter=front_matter,
        head=head,
        gaps=gaps_of(" ".join([*(each.text for each in placed), snippet, *head])),
        notes=tuple(each.html for each in GENERATORS if each.html) if "<" in in_markdown else (),
    )


def _whole(case: Case, share: Share, markup: str) -> str:
    """The credit at one place, and below it each further line that is required there."""
    said = credit_of(case, share, markup)
    empty = replace(uncredited(case.page), format=markup)
    for rule in share.rules:
        is_further = rule.requires in _FURTHER or (rule.requires in LICENCE and not case.ruleset.licence)
        is_required = is_further and rule.level == "must"
        line = judge(replace(case, page=empty, rule=rule)).paste if is_required else None
        if line and bare(_TAG.sub("", line)) not in bare(_TAG.sub("", said)):
            template = template_of(case, str(rule.parameters["template"])) if "template" in rule.parameters else None
            language = template.lang if template else None
            said += f"\n{as_paragraph(line, language, case.page)}" if markup == "html" else f"\n\n{line}"
    return said


def uncredited(page: Page) -> Page:
    """The article as a copy that credits nobody yet, on no site yet; from whom it comes is still known."""
    aside = tuple(replace(credit, place=Place.ASIDE) for credit in page.credits)
    return replace(
        page,
        credits=aside,
        links=(),
        bylines=(),
        notices=(),
        licences=(),
        permissions=(),
        blocks=(),
        canonical=None,
        robots=(),
        counters=(),
        head=(),
        days=(),
        contacts=(),
        conflicts=(),
    )


def _counter(case: Case, asked: Finding | None, markup: str) -> str:
    """The publisher's counter, where it is asked for."""
    if asked is None:
        return ""
    rule = next(rule for rule in (asked.rule, *asked.rule.any_of) if rule.requires == "page-counter")
    page = replace(case.page, format=markup, counters=(), beacons=(), images=())
    return judge(replace(case, page=page, rule=rule)).paste or ""


def credit_of(case: Case, share: Share, markup: str, *, open_links: bool = True) -> str:
    """Write the words that fulfil the duties of a `share`, in `markup` as `fill` knows it; for HTML as a paragraph."""
    template = share.template
    values = known(case, template)
    ours = house_language(case, template)
    language = ours if LICENCE.issuperset(share.duties) else credit_language(case, template)
    parts = _parts(wording_of(template, values, language), share, values, ours, case)
    text = " ".join(fill(part, values, markup, open_links=open_links) for part in _as_sentences(parts))
    return as_paragraph(text, language, case.page) if markup == "html" and text else text


def with_origin(page: Page, publisher: Party | None) -> Page:
    """Give the page with `publisher` as the origin of its article, where it credits no other."""
    if publisher is None or any(credit.part is CreditPart.ORIGINAL for credit in page.chain):
        return page
    own = Credit(
        text=publisher.name,
        location=Location(page.path),
        place=Place.META,
        name=publisher.name,
        form=CreditForm.METADATA,
        signals=("its own site",),
    )
    return replace(page, credits=(own, *page.credits))


def as_paragraph(line: str, language: str | None, page: Page) -> str:
    """Write a paragraph in HTML that says the `language` of its line where `page` is in another."""
    if language is None or page.language in {None, language}:
        return f"<p>{line}</p>"
    return f'<p lang="{escape(language)}">{line}</p>'


def _as_sentences(parts: Iterable[str]) -> Iterator[str]:
    """The parts of a credit, each but the last with a full stop, so that none runs into the next."""
    *others, last = [*parts] or [""]
    yield from (part if part.endswith(_ENDS) else f"{part}." for part in others)
    yield last


def _parts(line: str, share: Share, values: Mapping[str, str], language: str, case: Case) -> Iterator[str]:
    """The publisher's line, and around it what is asked beyond it, in our own words in `language`."""
    kinds = share.duties
    lines = list(_lines(line, share, values, language, case)) if LINE & kinds else []
    line = " ".join(lines)
    if not {"author-credit", "author-link"}.isdisjoint(kinds) and not _NAMES_AUTHOR.search(line) and "author" in values:
        byline = byline_template(case, language, _form_of_byline(case))
        yield f"{_with_author_linked(byline, kinds, case)}."
    yield from lines
    if "publication-date" in kinds and "{date" not in line and "date" in values and not _asks_update(case):
        yield "First published on {date}."
    notice = next((notice for notice in case.page.notices if notice.scope is Scope.ARTICLE), None)
    if "copyright-notice" in kinds and notice and not {"©", "copyright"} & set(line.lower().split()):
        yield literal(notice.text)
    states_licence = any(said in line for said in ("{licence", values.get("licence_url", "{licence")))
    if not LICENCE.isdisjoint(kinds) and "licence" in values and not states_licence:
        yield f"{LICENCE_LABELS.get(language, 'Licence')}: {{licence|licence_url}}."


def _asks_update(case: Case) -> bool:
    return any(rule.parameters.get("of") == "updated" for rule in case.ruleset.rules)


def _lines(line: str, share: Share, values: Mapping[str, str], language: str, case: Case) -> Iterator[str]:
    """The publisher's line with its links, and what is asked of a line beyond it."""
    asked, party = _asked_of_line(share), publisher_of(case)
    line = "" if line == house_line(language) else line
    if party is not None and asked.link and not links(line, asked.link, values):
        line = _linked(line, party, asked.link)
    yield from completed(_with_author_linked(line, share.duties, case), asked, values, language, case)


def _asked_of_line(share: Share) -> Asked:
    """What the duties of a share ask of a line: as its rules say, if they do, of name and link."""
    kinds = share.duties
    rules = (part for rule in share.rules for part in (rule, *rule.any_of) if part.requires in kinds)
    asked = asked_by(rules)
    names = asked.names or (("original",) if "source-credit" in kinds else ())
    return replace(asked, names=names, link=asked.link or ("url" if "original-link" in kinds else None))


def _with_author_linked(line: str, asked: Collection[str], case: Case) -> str:
    """The line with the author's name as a link to the page about them, where it is to lead there."""
    rules = (rule for rule in case.ruleset.rules if rule.requires == "author-link")
    wanted = {to for rule in rules for to in rule.parameters.get("to") or ("any",)}  # type: ignore[attr-defined]
    if "author-link" not in asked or wanted == {"history"}:
        return line
    return line.replace("{author}", "{author|author_url}")


def _form_of_byline(case: Case) -> str | None:
    """The form that the terms prescribe for the byline, where they apply."""
    facts = facts_of(case)
    rules = (part for rule in case.ruleset.rules for part in (rule, *rule.any_of) if part.requires == "author-credit")
    forms = (part.parameters.get("form") for part in rules if holds(part.when, facts) is not False)
    return next((form for form in map(str, forms) if "{author" in form), None)


def _linked(line: str, party: Party, target: str) -> str:
    """The line with the name of `party` as a link to the `target`, where it is a credit to that."""
    credited = [
        hit.slots["source"].text for hit in phrases("en").hits(line) if hit.category in NAMING and "source" in hit.slots
    ]
    for name in names_of(party):
        if any(source.startswith(name) for source in credited):
            return re.sub(rf"(?<![\w{{|]){re.escape(name)}(?![\w|}}])", f"{{{name}|{target}}}", line, count=1)
    return line


def _head(case: Case, conditions: Iterable[Finding]) -> Iterator[str]:
    """What belongs into the HTML head, as a copy without it is told to add it; of alternatives the first."""
    empty = replace(uncredited(case.page), format="html")
    for finding in conditions:
        rules = (rule for rule in (finding.rule, *finding.rule.any_of) if rule.requires in _IN_HEAD)
        pastes = (judge(replace(case, page=empty, rule=rule)).paste for rule in rules)
        yield from islice(filter(None, pastes), 1)
