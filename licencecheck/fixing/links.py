"""Complete a line that names the source or the licence and links nothing: the name becomes the link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from html import escape, unescape

from licencecheck.evidence.licences.words import licences_in_text
from licencecheck.fixing.edits import Edit
from licencecheck.fixing.failures import Failure
from licencecheck.fixing.obstacles import Obstacle
from licencecheck.fixing.page_text import PageText
from licencecheck.fixing.remedies import Attempt, Remedy, filled
from licencecheck.model import Case, Credit, CreditForm, Fact, LicenceStatement, Party, Statement
from licencecheck.parties import is_credit_to, names_of, party_of
from licencecheck.requirements import build
from licencecheck.requirements.licences import deed_of, is_same
from licencecheck.requirements.original_link import OriginalLink
from licencecheck.requirements.paste import as_link, known
from licencecheck.requirements.wording import belongs, is_seen, quoted

_REACH = 600
"""Characters of the file behind the beginning of a credit, markup included, in which its name is looked for."""
_BLOCK_END = {
    "html": re.compile(
        r"</?(?:p|div|li|ul|ol|td|tr|h[1-6]|section|article|aside|blockquote|figure|footer|header)\b", re.IGNORECASE
    ),
    "markdown": re.compile(r"(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)"),
}
_NOT_IN = {
    "html": r"<a\s.*?</a>|<[^<>]*>",
    "markdown": r"!?\[[^\[\]]*\](?:\([^()\s]*[^()]*\)?|\[[^\[\]]*\])?|<[^<>]*>|`[^`]*`",
}
"""Where a name stands in a link or in markup."""


def linkings(failure: Failure, text: PageText) -> Iterator[Attempt]:
    """Give what may mend `failure`, of an original or a licence that is not linked, in the lines that name it."""
    if failure.kind == "licence-link":
        for fact in failure.verdict.evidence:
            if isinstance(fact, LicenceStatement) and fact.by == (Statement.WORDS,):
                yield partial(_licence_linked, failure, text, fact)
        return
    party, _ = wanted_address(failure.case)
    for credit in failure.case.page.chain if party else ():
        linked = any(is_seen(link) for link in credit.links) or credit.form is CreditForm.COPYRIGHT
        if party and credit.name and belongs(credit) and not linked and is_credit_to(party, credit):
            yield partial(_linked, failure, text, credit, party)


def _linked(failure: Failure, text: PageText, credit: Credit, party: Party) -> Remedy:
    url = filled(wanted_address(failure.case)[1] or "{url}")
    markup = failure.case.page.format
    start, raw = _block_at(text, credit, markup)
    # The address itself, where it stands there as text, is the better link
    names = dict.fromkeys([url, credit.name or "", *names_of(party)])
    for name in filter(None, names):
        written = escape(name, quote=False) if markup == "html" else name
        pattern = rf"{_NOT_IN[markup]}|(?<![^\W_]|[/@.-])(?P<name>{re.escape(written)})(?![^\W_]|[/@-]|\.[^\W_])"
        for match in re.finditer(pattern, raw, re.DOTALL | re.IGNORECASE):
            if match["name"] == written:
                edit = Edit(start + match.start(), start + match.end(), as_link(name, url, markup))
                return Remedy(f"Link the original on {quoted(name)}", edit)
    raise Obstacle(f"where {quoted(credit.name or '')} stands in the file cannot be told")


def _licence_linked(failure: Failure, text: PageText, statement: LicenceStatement) -> Remedy:
    markup = failure.case.page.format
    start, raw = _block_at(text, statement, markup)
    taken = [match.span() for match in re.finditer(_NOT_IN[markup], raw, re.DOTALL | re.IGNORECASE)]
    deed = deed_of(statement.id)
    for match in licences_in_text(raw) if deed else ():
        free = all(match.end <= first or behind <= match.start for first, behind in taken)
        if deed and free and is_same(match.licence.id, statement.id):
            words = raw[match.start : match.end]
            edit = Edit(start + match.start, start + match.end, as_link(unescape(words), deed, markup, "license"))
            return Remedy(f"Link the licence on {quoted(words)}", edit)
    raise Obstacle(f"where {quoted(statement.id)} stands in the file cannot be told")


def _block_at(text: PageText, fact: Fact, markup: str) -> tuple[int, str]:
    """Where a fact stands, and the text of the file from there to the end of its block."""
    start = text.offset(fact.location)
    raw = text.text[start : start + _REACH]
    end = _BLOCK_END[markup].search(raw)
    return start, raw[: end.start() if end else None]


def wanted_address(case: Case) -> tuple[Party | None, str | None]:
    """Whose address the link of a case must have, and which."""
    duty, values = build(case.rule), known(case)
    if not isinstance(duty, OriginalLink):  # its facet, whose duty is fulfilled
        return None, None
    for word in duty.on:
        gap = "url" if "article" in duty.to else "home"
        address = values.get(gap if word == "publisher" else f"original_{gap}")
        if address is not None:
            return party_of(case, word), address
    return None, None
