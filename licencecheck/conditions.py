"""The conditions of rules: what is known of a case, and whether a condition holds: yes, no or not known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from licencecheck.attestations import affirms, answer_to, in_force
from licencecheck.model import SITE_KINDS, Case, Comparison, CreditForm, Edit, Form, Original, Page, Relation, Scope
from licencecheck.parties import article_url, first_publisher, same_party
from licencecheck.text import bare, squeeze, words
from licencecheck.urls import host_of

UNLESS = "unless"
"""Name under which a condition holds the conditions that take a rule off."""
_LATEST = "original-until"
"""Name of the fact that the original is no younger than this day, where its own is not known."""
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
_DATES = {"original-from": "from", "original-until": "until"}
_QUESTIONS = {
    "kind": f"What kind of site is this (`kind`: {', '.join(SITE_KINDS)})?",
    "commercial": "Is the site commercial (`commercial`)?",
    "ads": "Does the site carry advertisements (`ads`)?",
    "paywall": "Is the page behind a paywall (`paywall`)?",
    "country": "In which country is the site (`country`)?",
    "original-source": "Who published the article first?",
    "original-date": "When was the original published?",
    "original-host": "On which host did the original stand?",
    "author": "Who wrote the original?",
    "section": "In which section did the original stand?",
    "licence": "Which licence does the original carry?",
    "licence-has": "Which licence does the original carry?",
    "edits": "Was the text edited?",
}


def holds(when: Mapping[str, object] | None, facts: Mapping[str, object]) -> bool | None:
    """Say whether all facts that `when` asks for hold; None where that depends on a fact that is not known.

    A list means any of them, `{not: value}` the opposite, `{before: date}` and `{from: date, until: date}` a span of
    time (a year or month stands for all its days, `until` includes them), `attested: ID` that a person said yes,
    `original-text: WORDS` that the page of the original holds the words. `unless` holds conditions none of which may
    hold as a whole.
    """
    return every(_holds(name, want, facts) for name, want in (when or {}).items())


def joined(first: Mapping[str, object] | None, second: Mapping[str, object] | None) -> Mapping[str, object] | None:
    """Join two conditions into one that holds where both do; None for none."""
    if not first or not second:
        return first or second
    unless: list[object] = [*_conditions(first.get(UNLESS)), *_conditions(second.get(UNLESS))]
    # Two demands on one fact: that the second is not denied, beside the first
    unless += [{fact: _contrary(second[fact])} for fact in second if fact in first and fact != UNLESS]
    return {**second, **first, **({UNLESS: unless} if unless else {})}


def every(answers: Iterable[bool | None]) -> bool | None:
    """Whether all answers are yes; None where that depends on one that is not known."""
    seen = set(answers)
    return False if False in seen else None if None in seen else True


def some(answers: Iterable[bool | None]) -> bool | None:
    """Whether an answer is yes; None where that depends on one that is not known."""
    seen = set(answers)
    return True if True in seen else None if None in seen else False


def question(when: Mapping[str, object] | None, facts: Mapping[str, object]) -> str:
    """Ask in plain sentences for the facts on which `when` depends and that are not known."""
    unknown = [name for name, want in (when or {}).items() if _holds(name, want, facts) is None]
    asked = [_question(name, when[name], facts) for name in unknown] if when else []
    return " ".join(dict.fromkeys(asked))


def facts_of(case: Case) -> Mapping[str, object]:
    """Say what is known of a case, by the names that `when` uses; what is not known is absent or None.

    A page is on the web unless the profile says otherwise, and holds the full text of an article unless it says that
    it does not.
    """
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
        "author": _authors(case.original.page or case.page),
        "section": _sections(url),
        "content": "article",
        "licence-has": _elements(case),
        **facts_of_original(case.original, case.page),
        **dict(_questions(case)),
        **dict(_attested(case)),
    }


def facts_of_original(original: Original | None, copy: Page) -> Mapping[str, object]:
    """Say what the original tells of itself; of its day the copy tells that it is no later."""
    page = None if original is None else original.page
    text = None if page is None else page.main_text
    return {
        "original-date": None if original is None else original.published,
        _LATEST: copy.published,
        "original-text": text and (text.beside, text.elsewhere),
        "licence": page and (_licences(page, Scope.ARTICLE) or _licences(page, Scope.SITE)),
    }


def _holds(name: str, want: object, facts: Mapping[str, object]) -> bool | None:
    if name == UNLESS:
        return _not(some(holds(each, facts) for each in _conditions(want)))
    if name in _DATES:
        return _holds("original-date", {_DATES[name]: want}, facts)
    if isinstance(want, list | tuple):
        return some(_holds(name, option, facts) for option in want)
    if isinstance(want, Mapping):
        return every(_limits(name, word, value, facts) for word, value in want.items())
    have = facts.get(f"attested:{want}" if name == "attested" else name)
    if have is None:
        return None
    if name == "attested":
        return bool(have)
    if name == "original-text" and isinstance(have, tuple):
        return _says(have, str(want))
    return any(_equal(want, one) for one in (have if isinstance(have, tuple) else (have,)))


def _limits(name: str, word: str, value: object, facts: Mapping[str, object]) -> bool | None:
    if word == "not":
        return _not(_holds(name, value, facts))
    span, day = _span(value), _span(facts.get(name))
    if span is None or day is None:
        return None if span is None else _by_the_latest(word, span, _span(facts.get(_LATEST)))
    return {"before": day[0] < span[0], "from": day[0] >= span[0], "until": day[0] <= span[1]}.get(word)


def _by_the_latest(word: str, span: tuple[date, date], latest: tuple[date, date] | None) -> bool | None:
    """Say of an original that is no younger than its copy what the day of the copy settles."""
    if latest is None:
        return None
    settled = {
        "before": (latest[0] < span[0], True),
        "from": (latest[0] < span[0], False),
        "until": (latest[0] <= span[1], True),
    }
    is_settled, answer = settled.get(word, (False, False))
    return answer if is_settled else None


def _says(page: tuple[str, str], phrase: str) -> bool | None:
    """Whether a page says `phrase` beside the article; not known where only its menus or footer do."""
    beside, elsewhere = (_spaced(phrase) in _spaced(text) for text in page)
    return True if beside else None if elsewhere else False


def _spaced(text: str) -> str:
    return f" {' '.join(words(text))} "


def _equal(want: object, have: object) -> bool:
    if isinstance(want, str) and isinstance(have, str):
        return want == have or (bare(want) == bare(have) != "")
    return want == have and isinstance(want, bool) == isinstance(have, bool)


def _span(value: object) -> tuple[date, date] | None:
    """First and last day of a date, a month or a year; None for anything else."""
    if isinstance(value, date):
        return value, value
    parts = str(value).split("-")
    try:
        year, month, day = (*(int(part) for part in parts), *([1] * (3 - len(parts))))
        first = date(year, month, day)
        following = [date(year + 1, 1, 1), date(year + month // 12, month % 12 + 1, 1)]
    except (ValueError, OverflowError):
        return None
    return first, first if len(parts) == 3 else following[len(parts) - 1] - timedelta(days=1)


def _not(answer: bool | None) -> bool | None:
    return None if answer is None else not answer


def _contrary(value: object) -> object:
    return value["not"] if isinstance(value, Mapping) and "not" in value else {"not": value}


def _conditions(value: object) -> list[Mapping[str, object]]:
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list | tuple) else []


def _question(name: str, want: object, facts: Mapping[str, object]) -> str:
    if name == UNLESS:
        return " ".join(question(each, facts) for each in _conditions(want) if holds(each, facts) is None)
    if name == "attested":
        unanswered = [one for one in _words(want) if facts.get(f"attested:{one}") is None]
        return " ".join(
            str(facts.get(f"question:{one}", f"Has a person confirmed `{squeeze(one)}`?")) for one in unanswered
        )
    if name == "original-text":
        return f"Does the page of the original say {' or '.join(f'“{squeeze(one)}”' for one in _words(want))}?"
    return _QUESTIONS.get("original-date" if name in _DATES else name, f"What is the `{name}`?")


def _words(want: object) -> Iterator[str]:
    """Name what a fact is asked for, at any depth of lists and of `{not: value}`."""
    if isinstance(want, Mapping):
        want = list(want.values())
    if isinstance(want, list | tuple):
        for one in want:
            yield from _words(one)
    else:
        yield str(want)


def _sections(url: str | None) -> tuple[str, ...] | None:
    path = (url or "").partition("://")[2].partition("?")[0]
    return tuple(part for part in path.split("/")[1:-1] if part) if path else None


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


def _authors(page: Page) -> tuple[str, ...] | None:
    """Whom the byline names, agencies too."""
    agencies = (credit.name for credit in page.chain if credit.form is CreditForm.BYLINE and credit.name)
    return (*(byline.name for byline in page.bylines), *agencies) or None


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
