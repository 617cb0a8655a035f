"""What is known of a case, by the names that conditions use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from licencecheck.attestations import affirms, answer_to, in_force
from licencecheck.conditions.holding import LATEST
from licencecheck.model import Case, Comparison, CreditForm, Edit, Form, Original, Page, Relation, Scope
from licencecheck.parties import article_url, first_publisher, same_party
from licencecheck.urls import host_of, path_of

_FORMS = {Relation.TRANSLATION: "translation", Relation.EXCERPT: "excerpt"}
_UNLISTED = "LicenseRef-"
"""Marks the id of a licence that SPDX does not list."""
_TYPOGRAPHY = frozenset({Edit.PUNCTUATION})
_STYLE = frozenset({Edit.SPELLING, Edit.NUMBER_FORM, Edit.TIME, Edit.LOCATION, Edit.NOTE, Edit.TITLE, Edit.SUBHEADING})
SUBSTANTIVE = frozenset(Edit) - _TYPOGRAPHY - _STYLE
"""Edits that change more than how a thing is said."""
_REWRITING = frozenset(
    {Edit.ADDITION, Edit.WORDING, Edit.QUOTATION, Edit.NUMBER, Edit.NAME, Edit.NEGATION, Edit.DATE, Edit.MOVED}
)
ELEMENTS = ("BY", "NC", "ND", "SA")
"""What the licence of an article may have, as `licence-has` names it."""
FORMS = ("full", "excerpt", "translation")
"""What a page may be of its original."""
EDITS = ("none", "any", "substantive", "additions", "notes", "adaptation")
"""What a comparison may find."""


def facts_of(case: Case) -> Mapping[str, object]:
    """Say what is known of a case, by the names that `when` uses; what is not known is absent or None.

    A page is on the web unless the profile says otherwise, and holds the full text of an article unless it says that
    it does not.
    """
    return _Facts(case)


class _Facts(Mapping[str, object]):
    """Found out when the first of them is asked for: most rules have no condition."""

    def __init__(self, case: Case) -> None:
        self._case = case

    @cached_property
    def _known(self) -> dict[str, object]:
        case = self._case
        profile, url = case.profile, article_url(case)
        return {
            "medium": profile.medium or "web",
            "kind": profile.kind,
            "commercial": profile.commercial,
            "ads": profile.ads,
            "paywall": profile.paywall,
            "country": profile.country,
            "form": _form(case),
            "edits": _edits(case.comparison),
            "original-source": _source(case),
            "original-host": host_of(url) if url else None,
            "author": _authors(case),
            "section": _sections(url),
            "content": "article",
            "licence-has": _elements(case),
            **facts_of_original(case.original, case.page),
            **dict(_questions(case)),
            **dict(_attested(case)),
        }

    def __getitem__(self, name: str) -> object:
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


def facts_of_original(original: Original | None, copy: Page) -> Mapping[str, object]:
    """Say what the original tells of itself; of its day the copy tells that it is no later."""
    page = None if original is None else original.page
    text = None if page is None else page.main_text
    return {
        "original-date": None if original is None else original.published,
        LATEST: copy.published,
        "original-text": text and (text.beside, text.elsewhere),
        "licence": page and (_licences(page, Scope.ARTICLE) or _licences(page, Scope.SITE)),
    }


def _sections(url: str | None) -> tuple[str, ...] | None:
    return tuple(part for part in path_of(url).split("/")[:-1] if part) if url else None


def _licences(page: Page, scope: Scope) -> tuple[str, ...] | None:
    """Name the licences of `scope` that a page states; None where it states none, or one without version."""
    stated = tuple(licence.id.removeprefix(_UNLISTED) for licence in page.licences if licence.scope is scope)
    return stated if stated and all(any(map(str.isdigit, name)) for name in stated) else None


def _source(case: Case) -> tuple[str, ...] | None:
    """Who published the article first, `publisher` or `other`, with name and hosts."""
    publisher, source = case.ruleset.publisher, first_publisher(case)
    if source is None:
        return None
    return "publisher" if same_party(source, publisher) else "other", source.name, *source.domains


def _authors(case: Case) -> tuple[str, ...] | None:
    """Whom the original names as authors, else the copy; agencies too, which are credits."""
    page = case.original.page or case.page
    authors = case.original.authors or page.authors
    agencies = (credit.name for credit in page.chain if credit.form is CreditForm.BYLINE and credit.name)
    return (*authors, *agencies) or None


def _form(case: Case) -> str:
    """What the page is of its original: as the comparison says, else as the page says."""
    if case.comparison is not None and case.comparison.form is not Form.OTHER:
        return {Form.PART: "full"}.get(case.comparison.form, case.comparison.form.value)
    relation = Relation.TRANSLATION if case.page.translators else case.page.repost.relation
    return _FORMS.get(relation, "full") if relation else "full"


def _edits(comparison: Comparison | None) -> tuple[str, ...] | None:
    """Which edits the comparison found: `none`, or `any` and `substantive`, `additions`, `notes`, `adaptation`."""
    if comparison is None or comparison.form is Form.OTHER:
        return None
    if comparison.form is Form.TRANSLATION:
        return ("any", "substantive", "adaptation")
    kinds = {change.kind for change in comparison.changes} - _TYPOGRAPHY
    named = {
        "any": bool(kinds),
        "substantive": bool(kinds & SUBSTANTIVE),
        "additions": Edit.ADDITION in kinds,
        "notes": Edit.NOTE in kinds,
        "adaptation": bool(kinds & _REWRITING),
    }
    return tuple(name for name, holds_ in named.items() if holds_) or ("none",)


def _elements(case: Case) -> tuple[str, ...] | None:
    """Elements of the licence that the article states, else of the one that the rule set asks for."""
    page = case.original.page or case.page
    stated = tuple(licence.id for licence in page.licences if licence.scope is Scope.ARTICLE)
    ids = stated or case.ruleset.licence
    if not ids or "CC-unspecified" in ids:
        return None
    parts = set(ids[0].upper().split("-"))
    return tuple(element for element in ELEMENTS if element in parts)


def _questions(case: Case) -> Iterator[tuple[str, str]]:
    for name, text in case.ruleset.questions.items():
        yield f"question:{name}", f"{text.rstrip('?')} (`{case.ruleset.id}/{name}`)?"


def _attested(case: Case) -> Iterator[tuple[str, bool | None]]:
    for attestation in case.profile.attestations:
        answer = answer_to(case, attestation.id.removeprefix(f"{case.ruleset.id}/"))
        if answer is not None and in_force(answer, case):
            yield f"attested:{attestation.id}", affirms(answer)
            yield f"attested:{attestation.id.removeprefix(case.ruleset.id + '/')}", affirms(answer)
