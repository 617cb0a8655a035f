"""Answers that the configuration records, and that hold no longer: whoever gave them is to be asked again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from licencecheck.documents.opening import is_address
from licencecheck.engine.places import site_path
from licencecheck.engine.upkeep import to_mend
from licencecheck.model import Attestation, Finding, Level, PageReport, Report
from licencecheck.options import Options


def expired_answers(report: Report, options: Options, *, whole: bool) -> Iterator[Finding]:
    """Yield a warning for every recorded answer that has expired, unless another has taken its place.

    Where the run did not look at the `whole` site, only those that some page of `report` may need.
    """
    today, answers = options.today, options.profile.attestations
    renewed = {(each.id, each.applies_to) for each in answers if each.on <= today and not _is_expired(each, today)}
    for answer in answers:
        if answer.location is None or not _is_expired(answer, today) or (answer.id, answer.applies_to) in renewed:
            continue
        if whole or any(_may_speak_of(page, answer, options.root) for page in report.pages):
            what = f"an answer to {answer.id}{f' for {answer.applies_to}' if answer.applies_to else ''}"
            ended = f"found that of {answer.who}, which held until {answer.until}"
            message = f"Expected {what} that is in force, {ended}: ask again and record the answer, or delete this one"
            yield to_mend("expired-answer", Level.WARNING, message, answer.location)


def _is_expired(answer: Attestation, today: date) -> bool:
    return answer.until is not None and answer.until < today


def _may_speak_of(page: PageReport, answer: Attestation, root: str) -> bool:
    """Whether an answer is to a question of a rule set that judged the page, and given for no other page."""
    ruleset, to = answer.id.partition("/")[0], answer.applies_to
    if ruleset not in page.rulesets:
        return False
    places = [site_path(path, root) for path in (page.path, page.built) if path]
    return to is None or to == ruleset or is_address(to) or to in places
