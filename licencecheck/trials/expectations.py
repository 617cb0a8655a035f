"""`expect.yaml`: how the examples of a rule set are judged, more precisely than their folders say.

    every-page:                            # what holds for all of them
      profile: {kind: community, commercial: no}
    home-page-only.html:
      why: The credit links the home page, the terms want the article
      original: original.html              # an address, or a file beside expect.yaml
      answers: {not-sold: no}              # questions that a person has answered
      fail: {original-link: 31}            # rule: 1-based line of the finding
      pass: {source-credit: 31, permission: 31}
      says: {original-link: found a link to the home page}

Without `publisher: ID` the rule set must be found from the page. Where `pass`, `review` or `fail` say anything, every
rule that applies stands in one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from licencecheck.configuration.profile import PROFILE, fields_of
from licencecheck.documents.opening import is_address
from licencecheck.errors import FileError, RuleSetError
from licencecheck.model import Attestation, Outcome, SiteProfile
from licencecheck.options import Options
from licencecheck.strict_yaml.reading import Source, read, read_text
from licencecheck.trials.sample import TODAY

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

NAME = "expect.yaml"
_ALL = "every-page"
_NESTED = ("profile", "answers")
_TOLD = (Outcome.PASS, Outcome.REVIEW, Outcome.FAIL)


@dataclass(frozen=True, slots=True)
class Expectation:
    """What is said of one example."""

    said: Mapping[str, Any]
    folder: Path
    """Where `expect.yaml` stands."""

    @property
    def address(self) -> str | None:
        """Address of the original, of which no page is given."""
        original = self.said.get("original")
        return original if original and is_address(original) else None

    def options(self, page: str) -> Options:
        """Give the options under which the example at `page` is checked."""
        saved = self.said.get("original") if self.address is None else None
        publisher = self.said.get("publisher")
        return Options(
            today=TODAY,
            publishers=(publisher,) if publisher else (),
            url=self.said.get("url"),
            original=saved and str(self.folder / saved),
            profile=SiteProfile(
                **fields_of(self.said.get("profile", {})),
                attestations=tuple(
                    Attestation(id=question, answer=answer, who="the author of the example", on=TODAY, applies_to=page)
                    for question, answer in self.said.get("answers", {}).items()
                ),
                declined=self.said.get("declined", {}),
            ),
        )

    def findings(self) -> Mapping[str, tuple[Outcome, int | None]]:
        """Outcome and line of every rule that applies; empty where nothing is said."""
        return {rule: (outcome, line) for outcome in _TOLD for rule, line in self.said.get(outcome.value, {}).items()}

    def words(self) -> Mapping[str, str]:
        """What the message of a rule holds."""
        return dict(self.said.get("says", {}))


def expectations(folder: Path) -> Mapping[str, Expectation]:
    """Read what the `expect.yaml` in `folder` says, by name of the page; nothing where there is none.

    Raises:
        RuleSetError: it cannot be used.
    """
    path = folder / NAME
    if not path.is_file():
        return {}
    source = read(read_text(path, path.as_posix(), RuleSetError), path.as_posix(), RuleSetError)
    for problem in _problems(source, folder):
        raise problem
    said: dict[str, Any] = dict(source.data)
    common = said.pop(_ALL, {})
    return {page: Expectation(_joined(common, one), folder) for page, one in said.items()}


def _problems(source: Source, folder: Path) -> Iterator[FileError]:
    from licencecheck.strict_yaml.validating import problems_in

    yield from problems_in(source, _validator())
    for page, said in source.data.items():
        if page != _ALL and not any((folder / outcome.value / page).is_file() for outcome in _TOLD):
            yield source.error(f"there is no page '{page}' in pass, review or fail", page)
        original = said.get("original") if isinstance(said, dict) else None
        if original and not is_address(str(original)) and not (folder / str(original)).is_file():
            yield source.error(f"there is no file {original} beside {NAME}", page, "original")


def _joined(common: Mapping[str, Any], one: Mapping[str, Any]) -> Mapping[str, Any]:
    nested = {key: {**common.get(key, {}), **one.get(key, {})} for key in _NESTED}
    return {**common, **one, **nested}


@lru_cache(maxsize=1)
def _validator() -> Draft202012Validator:
    from jsonschema import Draft202012Validator

    text = {"type": "string", "minLength": 1}
    texts = {"type": "object", "additionalProperties": text}
    lines = {"type": "object", "additionalProperties": {"type": ["integer", "null"]}}
    page = {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            **dict.fromkeys(("why", "publisher", "url", "original"), text),
            "profile": {"type": "object", "additionalProperties": False, "properties": dict(PROFILE)},
            **dict.fromkeys(("answers", "declined", "says"), texts),
            **dict.fromkeys((outcome.value for outcome in _TOLD), lines),
        },
    }
    return Draft202012Validator({"type": "object", "additionalProperties": page})
