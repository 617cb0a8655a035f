"""What the user says of the own site on the command line."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from licencecheck.cli.words import check_known
from licencecheck.errors import UsageError
from licencecheck.model import MEDIA, SITE_KINDS, Attestation, SiteProfile

_ANSWERS = {"true": True, "yes": True, "false": False, "no": False}
_CLOSED = {
    "medium": MEDIA,
    "kind": SITE_KINDS,
    "commercial": tuple(_ANSWERS),
    "ads": tuple(_ANSWERS),
    "paywall": tuple(_ANSWERS),
}
_OPEN = ("base_url", "country")
_REPEATED = ("names", "hosts", "languages")
_ANSWER_FORM = "RULESET/QUESTION=ANSWER"
KEYS = (*_REPEATED, *_OPEN, *_CLOSED)


def profile_from(settings: Iterable[str], answers: Iterable[str], today: date, page: str | None = None) -> SiteProfile:
    """Read `KEY=VALUE` settings and `RULESET/QUESTION=ANSWER` answers, which count as given `today` and for `page`.

    Raises:
        UsageError: a setting is no pair, or its key or value is not known; the message names the nearest one.
    """
    said: dict[str, Any] = {}
    for setting in settings:
        key, value = _pair(setting, "--profile", "KEY=VALUE")
        check_known(key, KEYS, "--profile key")
        if key in _REPEATED:
            said[key] = (*said.get(key, ()), value.lower() if key == "hosts" else value)
        elif key in _OPEN:
            said[key] = value
        else:
            check_known(value, _CLOSED[key], f"--profile {key}")
            said[key] = _ANSWERS.get(value, value)
    attestations = [_pair(answer, "--attest", _ANSWER_FORM) for answer in answers]
    for question, answer in attestations:
        if "/" not in question:
            raise UsageError(f"--attest {question}={answer}: expected {_ANSWER_FORM}")
    return SiteProfile(
        attestations=tuple(
            Attestation(id=question, answer=answer, who="command line", on=today, applies_to=page)
            for question, answer in attestations
        ),
        **said,
    )


def _pair(text: str, option: str, form: str) -> tuple[str, str]:
    key, equals, value = (part.strip() for part in text.partition("="))
    if not (key and equals and value):
        raise UsageError(f"{option} {text}: expected {form}")
    return key, value
