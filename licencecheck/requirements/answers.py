"""Answers of persons as verdicts: what the profile records on a question of the rule set."""

from __future__ import annotations

from licencecheck.attestations import affirms, answer_to, in_force
from licencecheck.model import Attestation, Case, Location, Verdict
from licencecheck.requirements.requirement import expected, found
from licencecheck.requirements.wording import quoted


def answered(case: Case, granted: str, wanted: str, place: Location) -> Verdict | None:
    """Judge by the answer that a person recorded to the rule; None where nobody gave one that holds today.

    A pass has found what is `granted`, with `{}` for the answer; a failure expected what is `wanted`.
    """
    answer = answer_to(case, case.rule.id)
    if answer is None or not in_force(answer, case):
        return None
    if affirms(answer):
        return found(granted.format(recorded(answer)), location=place)
    return expected(wanted, recorded(answer), place)


def recorded(attestation: Attestation) -> str:
    """Words for an answer: `the answer "yes" that Jane Doe gave on 2026-01-31`."""
    return f"the answer {quoted(attestation.answer)} that {attestation.who} gave on {attestation.on.isoformat()}"


def expired(case: Case, *, per_article: bool = False) -> str | None:
    """Words for the answer to the rule that no longer holds, or None."""
    answer = answer_to(case, case.rule.id, per_article=per_article)
    if answer is None or answer.until is None or in_force(answer, case):
        return None
    return f"{recorded(answer)} expired on {answer.until.isoformat()}"


def place_of(case: Case) -> Location:
    """Where a verdict stands that no place of the page decides: at the first credit, else the file."""
    return next((credit.location for credit in case.page.chain), Location(case.page.path))
