"""Lines to paste: credit templates with what is known filled in and named gaps for the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from html import escape
from typing import TYPE_CHECKING

from licencecheck.conditions import facts_of, holds
from licencecheck.model import Case, Confidence, CopyrightNotice, CreditTemplate, Page, Party, Scope
from licencecheck.nearest import did_you_mean
from licencecheck.parties import (
    first_publisher,
    is_address_of,
    is_named,
    linked_article,
    mentions,
    original_of,
    publisher_of,
    same_party,
)
from licencecheck.requirements.house_line import credit_language, house_line
from licencecheck.requirements.licences import deed_of, name_of
from licencecheck.requirements.wording import quoted
from licencecheck.text import excerpt, same_name
from licencecheck.urls import untracked

if TYPE_CHECKING:
    from babel import Locale

_APART = frozenset({("top", "bottom"), ("bottom", "top"), ("bottom", "byline")})
"""A place where a credit is wanted, and one for which a template is meant, that are not the same end of an article."""
_PARTIES = ("publisher", "url", "home", "original", "original_url", "original_home")
_WORK = (
    "author",
    "author_url",
    "institution",
    "translator",
    "photographer",
    "title",
    "year",
    "date",
    "licence",
    "licence_url",
)
_COPY = ("republisher", "access_date")
_ADDRESSES = frozenset(["url", "home", "original_url", "original_home", "author_url", "licence_url"])
"""Gaps that stand for an address."""
_GAPS = frozenset([*_PARTIES, *_WORK, *_COPY])
"""The named gaps of a template; other words in braces are words of a link."""
_FIELD = re.compile(r"\{([^{}|]+)(?:\|([^{}|]+))?\}")
_UNCLOSED = re.compile(r"\{[^{}]*(?=\{|\Z)")
_SHOWN = 60
"""Characters of a gap that is not closed."""
_ALIKE = 0.85
"""Likeness from which on a gap is a misspelt one: others are for the reader to fill."""
_GAP = re.compile(r"\{\w+\}")
_ANY_GAP = re.compile(r"\{([\w-]+)\}")
_OPEN = re.compile(rf"(?<![{{$])(?:\{{|%7b)({'|'.join(sorted(_GAPS))})(?:\}}|%7d)(?!\}})", re.IGNORECASE)
"""A gap on a page, where somebody has pasted a line as it was; `{{title}}` and `${title}` are of site generators."""
_MARKDOWN = re.compile(r"([\\`*_\[\]<>])")
_LONGEST = 2_000
"""Characters; what is longer is no name and no address, and stays a gap."""
_AS_WORDS = str.maketrans("{}|", "()/")
_UNSAFE_IN_LINK = {"(": "%28", ")": "%29", " ": "%20", "<": "%3C", ">": "%3E"}


def template_of(case: Case, name: str | None = None, at: str = "anywhere") -> CreditTemplate | None:
    """Choose the credit template `name`, or any, that fits the case, in the language of the page if there is one.

    With `at`, `top` or `bottom`, it is none that is meant for the other end of the article.
    """
    return next((template for template in templates_of(case, name) if (at, template.at) not in _APART), None)


def templates_of(case: Case, name: str | None = None) -> list[CreditTemplate]:
    """Give the credit templates, all or those called `name`, that fit the case: in the language of the page, if any."""
    facts = facts_of(case)
    fitting = [t for t in case.ruleset.credit if name in {None, t.id} and holds(t.when, facts) is not False and t.texts]
    return [t for t in fitting if t.lang == case.page.language] or fitting


def credit_line(case: Case, name: str | None = None) -> str:
    """Write the credit line of the rule set, or its template `name`, for the format of the page."""
    template = template_of(case, name)
    values = known(case, template)
    return fill(wording_of(template, values, credit_language(case, template)), values, case.page.format)


def wording_of(template: CreditTemplate | None, values: Mapping[str, str], language: str) -> str:
    """Choose the wording of `template`, or ours in `language`, that leaves fewest gaps open, of several the first."""
    texts = template.texts if template else (house_line(language),)
    return min(texts, key=lambda text: len(gaps_of(fill(text, values))))


def licence_line(licence: str, markup: str) -> str:
    """Write the name of a licence, linked to its deed if it has one."""
    deed = deed_of(licence)
    return fill(
        "{licence|licence_url}", {"licence": name_of(licence)} | ({"licence_url": deed} if deed else {}), markup
    )


def known(case: Case, template: CreditTemplate | None = None) -> Mapping[str, str]:
    """Say what stands for the named gaps of `template`, which says how dates are written; unknown gaps are absent."""
    publisher, original = publisher_of(case), first_publisher(case)
    # A network's articles are its members', and a publisher without domains stands for whoever that is
    if original is None and publisher and publisher.domains and case.ruleset.layer != "network":
        original = publisher
    url = _article_of(case, publisher, original)
    sure = (byline.name for byline in case.page.bylines if byline.confidence is not Confidence.LOW)
    authors = case.original.authors or tuple(sure)
    bylines = case.original.page.bylines if case.original.page else case.page.bylines
    values = {
        "publisher": publisher and publisher.name,
        "url": url,
        "home": publisher and _home(publisher),
        "original": original and original.name,
        "original_url": url if _is_first(publisher, original) else _first_article_of(case, original),
        "original_home": original and _home(original),
        "author": _together(authors, credit_language(case, template)),
        "institution": _together(
            [byline.institution for byline in bylines if byline.institution], credit_language(case, template)
        ),
        "author_url": case.original.author_url,
        "title": case.original.title or case.page.title,
        "year": _year(case, original),
        "date": case.original.published and in_words(case.original.published, template),
        "licence": name_of(case.ruleset.licence[0]) if case.ruleset.licence else None,
        "licence_url": deed_of(case.ruleset.licence[0]) if case.ruleset.licence else None,
        "republisher": next(iter((*case.profile.names, *case.page.identity.names)), None),
        "access_date": in_words(case.today, template),
    }
    return {name: _bounded(value) for name, value in values.items() if value and len(value) <= _LONGEST}


def in_question(case: Case, text: str) -> str:
    """Fill the gaps of a question; an original that the page does not name has no name there either."""
    return fill(text, {"original": "the first publisher"} | dict(known(case))) if "{" in text else text


def _year(case: Case, party: Party | None) -> str | None:
    """The year of the article: as its notice says, its page, or a dateline of `party`; a copy's own day is none."""
    page, published = case.original.page or case.page, case.original.published
    noted = (notice.years[0] for notice in page.notices if notice.years and _is_of_article(notice, page))
    year = next(noted, published and published.year)
    if year is None and party:
        year = next((stated.day.year for stated in case.page.days if mentions(party, stated.text)), None)
    return str(year) if year else None


def _is_of_article(notice: CopyrightNotice, page: Page) -> bool:
    """Whether a notice is the article's: on its publisher's page it names the author, as that of the site does not."""
    names = {byline.name for byline in page.bylines}
    return notice.scope is Scope.ARTICLE or any(same_name(holder, name) for holder in notice.holders for name in names)


def _bounded(value: str) -> str:
    """Cut names and titles to an excerpt; an address would lead elsewhere, and has no tracking and no braces."""
    return untracked(value).replace("{", "%7B").replace("}", "%7D") if "://" in value else excerpt(value)


def in_words(day: date, template: CreditTemplate | None) -> str:
    """Write a date as `template` says; without one in ISO form."""
    if template is None or template.dates == "iso":
        return day.isoformat()
    from babel.dates import format_date

    locale = _locale(template.lang)
    return format_date(day, template.dates, locale=locale) if locale else day.isoformat()


def _together(names: Iterable[str], language: str) -> str | None:
    """Join names, each once, as the language of `template` does."""
    different = list(dict.fromkeys(names))
    if len(different) <= 1:
        return next(iter(different), None)
    from babel.lists import format_list

    locale = _locale(language)
    return format_list(different, locale=locale) if locale else ", ".join(different)


def _locale(language: str) -> Locale | None:
    """How a language, given in two or three letters, writes dates and lists; None where that is not known."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language)
    except UnknownLocaleError:
        return None


def _is_first(publisher: Party | None, original: Party | None) -> bool:
    """Whether the rule set's publisher is the first one; a publisher without domains stands for whoever that is."""
    if publisher is None or original is None:
        return publisher is not None and not publisher.domains
    return not publisher.domains or same_party(original, publisher)


def fill(template: str, values: Mapping[str, str], markup: str = "text", *, open_links: bool = True) -> str:
    """Fill `{name}` and `{text|target}` of a template; a gap without a value stays, `{url}`.

    `markup` is `html`, `markdown`, `text` (links without their target) or `plain` (with it). `{a or b}` is the first
    that is known; an address links itself. Without `open_links`, words whose target is not known are no link.
    """

    def field(match: re.Match[str]) -> str:
        text = _value(match[1], values) or (f"{{{match[1]}}}" if match[2] is None or match[1] in _GAPS else match[1])
        if match[2] is None:
            return as_link(text, text, markup) if "://" in text or match[1] in _ADDRESSES else marked(text, markup)
        target = match[2] if "://" in match[2] else _value(match[2], values)
        if target is None and not open_links:
            return marked(text, markup)
        rel = "license" if match[2] == "licence_url" else None
        return as_link(text, target or f"{{{match[2].split(' or ')[0]}}}", markup, rel)

    parts: list[str] = []
    end = 0
    for match in _FIELD.finditer(template):
        parts += [marked(template[end : match.start()], markup), field(match)]
        end = match.end()
    return "".join([*parts, marked(template[end:], markup)])


def literal(line: str) -> str:
    """Write words as a template: braces and bars would be gaps and links in it."""
    return line.translate(_AS_WORDS)


def gaps_of(line: str) -> tuple[str, ...]:
    """Name the gaps that are left in a line, each once."""
    return tuple(dict.fromkeys(_ANY_GAP.findall(line)))


def as_found(text: str) -> str:
    """Words for what a page says: where a line was pasted as it was, that a gap of it is still to be filled in."""
    gap = _OPEN.search(text)
    return f"the gap {quoted(f'{{{gap[1]}}}')}, which is to be filled in" if gap else quoted(text)


def to_replace(text: str) -> str:
    """Words for what a page states where it should state something else: what is pasted beside it would not count."""
    return as_found(text) if has_gap(text) else f"{quoted(text)}, which the new one must replace"


def has_gap(text: str) -> bool:
    """Whether a text of a page holds a gap of a line that was pasted as it was."""
    return _OPEN.search(text) is not None


def misspelt(template: str) -> Iterator[str]:
    """Say which gaps of `template` are nearly the name of a known one, and which links lead nowhere."""
    if unclosed := _UNCLOSED.search(template):
        yield f"'{excerpt(unclosed[0], _SHOWN)}' is not closed; write `}}`"
    for text, target in _FIELD.findall(template):
        near = did_you_mean(text, _GAPS, cutoff=_ALIKE)
        if text not in _GAPS and near and not target:
            yield f"'{{{text}}}' is no gap{near}"
        for name in target.split(" or ") if target and "://" not in target else ():
            if name not in _GAPS and not name.endswith("_url"):
                near = did_you_mean(name, _GAPS) or "; write `url`, `home` or an address"
                yield f"a link cannot lead to '{name}'{near}"


def _value(names: str, values: Mapping[str, str]) -> str | None:
    return next((values[name] for name in names.split(" or ") if name in values), None)


def marked(text: str, markup: str) -> str:
    """Write words of a page or rule so that nothing in them is markup, or a tag of a site generator's templates."""
    # A named gap stays as it is: the reader of the report replaces it
    if markup not in {"html", "markdown"} or _GAP.fullmatch(text):
        return text
    text = escape(text, quote=False) if markup == "html" else _MARKDOWN.sub(r"\\\1", text)
    return text.replace("{", "&#123;").replace("}", "&#125;")


def as_link(text: str, target: str, markup: str, rel: str | None = None) -> str:
    """Write words that link `target`, in a `markup` that `fill` knows."""
    if markup == "html":
        relation = f' rel="{rel}"' if rel else ""
        return f'<a href="{escape(target)}"{relation}>{marked(text, markup)}</a>'
    if markup == "markdown":
        return f"[{marked(text, markup)}]({destination(target)})"
    if markup == "plain" and text != target:
        return f"{text} ({target})"
    return text


def destination(url: str) -> str:
    """Write an address so that it can be the destination of a link in Markdown."""
    return "".join(_UNSAFE_IN_LINK.get(character, character) for character in url)


def _article_of(case: Case, publisher: Party | None, original: Party | None) -> str | None:
    """The article on the site of `publisher`; one without domains stands for whoever published it first."""
    url = case.original.url
    if url and (publisher is None or not publisher.domains or is_address_of(publisher, url)):
        return url
    return linked_article(case.page, publisher if publisher and publisher.domains else original)


def _first_article_of(case: Case, original: Party | None) -> str | None:
    """The article on the site of its first publisher: the page of the original, where that is its own."""
    page = case.original.page
    if page is not None and original is not None and original_of(page) is None:
        site = (*page.identity.names, *page.identity.hosts)
        if any(is_named(original, name) for name in site):
            return case.original.url
    return linked_article(case.page, original)


def _home(party: Party) -> str | None:
    return next((f"https://{domain}" for domain in party.domains if "*" not in domain), None)
