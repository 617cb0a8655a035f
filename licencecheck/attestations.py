"""What persons have answered: which recorded answer holds for a question, a page and a day."""

from __future__ import annotations

from licencecheck.model import Attestation, Case
from licencecheck.parties import article_url
from licencecheck.text import fold
from licencecheck.urls import same_url

_YES = frozenset({"yes", "true", "granted"})
_NO = frozenset({"no", "false", "denied", "refused"})


def answer_to(case: Case, question: str, *, per_article: bool = False) -> Attestation | None:
    """Find the newest answer to `question`, the id of one in this rule set, that was given for this page by `today`.

    The answer may have expired: see `in_force`. With `per_article` only answers for this page or its original count.
    """
    answers = [
        attestation
        for attestation in case.profile.attestations
        if attestation.id in {question, f"{case.ruleset.id}/{question}"}
        and attestation.on <= case.today
        and _applies(attestation, case, per_article=per_article)
    ]
    return max(answers, key=lambda attestation: (in_force(attestation, case), attestation.on), default=None)


def in_force(attestation: Attestation, case: Case) -> bool:
    """Whether an answer still holds on the day of the run."""
    return attestation.until is None or case.today <= attestation.until


def affirms(attestation: Attestation) -> bool | None:
    """Whether the answer begins with yes, as in "yes, by mail"; None where it begins with neither yes nor no."""
    answer = fold(attestation.answer)
    first = answer.split(maxsplit=1)[0].strip(",;:.!") if answer else ""
    return True if first in _YES else False if first in _NO else None


def _applies(attestation: Attestation, case: Case, *, per_article: bool) -> bool:
    to = attestation.applies_to
    if to is None or to == case.ruleset.id:
        return not per_article
    if to == case.page.path:
        return True
    article = article_url(case)
    return article is not None and same_url(to, article)
