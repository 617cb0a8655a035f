"""What the user says of the own site on the command line, as the configuration file would say it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from licencecheck.cli.words import check_known
from licencecheck.configuration.profile import PROFILE, is_list, words_of
from licencecheck.errors import UsageError

if TYPE_CHECKING:
    from licencecheck.strict_yaml.reading import Value

_ANSWER_FORM = "RULESET/QUESTION=ANSWER"


def typed_from(
    profile: Iterable[str] | None, rule_folders: Iterable[str] | None, answers: list[Value] | None = None
) -> dict[str, Value]:
    """Give what the command line says of the site, by the keys of the configuration file.

    Raises:
        UsageError: as `profile_from` does.
    """
    return {
        "profile": dict(profile_from(profile or ())),
        "rules": [*(rule_folders or ())],
        "attestations": answers or [],
    }


def profile_from(settings: Iterable[str]) -> dict[str, Value]:
    """Read `KEY=VALUE` settings.

    Raises:
        UsageError: a setting is no pair, or its key or value is not known; the message names the nearest one.
    """
    said: dict[str, Value] = {}
    for setting in settings:
        key, value = _pair(setting, "--profile", "KEY=VALUE")
        check_known(key, tuple(PROFILE), "--profile key")
        if words := words_of(key):
            check_known(value, words, f"--profile {key}")
        before = said.get(key, [])
        said[key] = [*before, value] if is_list(key) and isinstance(before, list) else value
    return said


def answers_from(answers: Iterable[str] | None, today: date, paths: Sequence[str] | None) -> list[Value]:
    """Read `RULESET/QUESTION=ANSWER` answers, which count as given `today`, and for the page that is named alone.

    Raises:
        UsageError: an answer is not of that form.
    """
    found: list[Value] = []
    page = _only(paths or ())
    for given in answers or ():
        question, answer = _pair(given, "--attest", _ANSWER_FORM)
        if "/" not in question:
            raise UsageError(f"--attest {given}: expected {_ANSWER_FORM}")
        said: dict[str, Value] = {
            "id": question, "answer": answer, "who": "the command line", "on": today.isoformat(),
        }  # fmt: skip
        found.append({**said, "for": page} if page else said)
    return found


def _only(paths: Sequence[str]) -> str | None:
    """Give the page that a call names alone."""
    from licencecheck.documents import slashed

    return slashed(paths[0]) if len(paths) == 1 and not Path(paths[0]).is_dir() else None


def _pair(text: str, option: str, form: str) -> tuple[str, str]:
    key, equals, value = (part.strip() for part in text.partition("="))
    if not (key and equals and value):
        raise UsageError(f"{option} {text}: expected {form}")
    return key, value
