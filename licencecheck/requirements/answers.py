"""Answers of persons as verdicts: what the profile records on a question of the rule set."""

from __future__ import annotations

from licencecheck.attestations import in_force
from licencecheck.model import Attestation, Case, Location
from licencecheck.requirements.wording import quoted


def recorded(attestation: Attestation) -> str:
    """Words for an answer: `the answer "yes" that Jane Doe gave on 2026-01-31`."""
    return f"the answer {quoted(attestation.answer)} that {attestation.who} gave on {attestation.on.isoformat()}"


def expired(attestation: Attestation | None, case: Case) -> str | None:
    """Words for an answer that no longer holds, or None."""
    if attestation is None or attestation.until is None or in_force(attestation, case):
        return None
    return f"{recorded(attestation)} expired on {attestation.until.isoformat()}"


def place_of(case: Case) -> Location:
    """Where a verdict stands that no place of the page decides: at the first credit, else the file."""
    return next((credit.location for credit in case.page.chain), Location(case.page.path))
