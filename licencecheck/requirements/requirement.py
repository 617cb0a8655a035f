"""What every requirement type is, and the ways to say a verdict."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from licencecheck.model import Case, Fact, Location, Outcome, Verdict

Schema = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement(ABC):
    """A type of duty; the fields of a subclass are its parameters in a rule file."""

    id: ClassVar[str]
    """Kebab-case name, the thing first."""
    summary: ClassVar[str]
    """What it asks, without full stop."""
    schema: ClassVar[Schema]
    """JSON Schema of the parameters."""
    answerable: ClassVar[bool] = False
    """Whether the recorded answer of a person decides."""

    @abstractmethod
    def check(self, case: Case) -> Verdict:
        """Judge the page of `case`; every page gets exactly one verdict, and nothing but `case` is looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet(Requirement):
    """One facet of a duty that has a level of its own: silent unless the duty itself is fulfilled."""

    duty: Requirement
    whole: Requirement
    """The duty with the facet."""

    def check(self, case: Case) -> Verdict:
        """Judge the facet where the duty passes."""
        plain = self.duty.check(case)
        if plain.outcome is Outcome.PASS:
            return self.whole.check(case)
        return not_applicable("Judged once the duty itself is fulfilled", plain.location)


def parameters(**properties: Schema) -> Schema:
    """Make the JSON Schema of the parameters `properties`; `_` in a name stands for `-`, a last `_` for nothing."""
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {name.rstrip("_").replace("_", "-"): schema for name, schema in properties.items()},
    }


def texts(description: str) -> Schema:
    """Make the JSON Schema of a parameter that is a list of words."""
    return {"description": description, "type": "array", "minItems": 1, "items": {"type": "string", "minLength": 1}}


def found(thing: str, *evidence: Fact, location: Location | None = None) -> Verdict:
    """Pass: `Found <thing>`, at `location` or the first of `evidence`."""
    return Verdict(
        outcome=Outcome.PASS,
        message=f"Found {thing}",
        location=location or evidence[0].location,
        evidence=evidence,
    )


def expected(thing: str, what: str, location: Location, *evidence: Fact, paste: str | None = None) -> Verdict:
    """Fail: `Expected <thing>, found <what>`."""
    return Verdict(
        outcome=Outcome.FAIL,
        message=f"Expected {thing}, found {what}",
        location=location,
        evidence=evidence,
        paste=paste,
    )


def check_that(
    thing: str, why: str, location: Location, *evidence: Fact, paste: str | None = None, asks: tuple[str, ...] = ()
) -> Verdict:
    """Review: `Check that <thing>: <why a machine cannot tell>`; what it `asks` a person can answer."""
    return Verdict(
        outcome=Outcome.REVIEW,
        message=f"Check that {thing}: {why}",
        location=location,
        evidence=evidence,
        paste=paste,
        asks=asks,
    )


def lacking(case: Case, thing: str, location: Location, *evidence: Fact) -> Verdict:
    """Review: `Check that <thing>: <why the page of the original is not at hand>`."""
    return Verdict(
        outcome=Outcome.REVIEW,
        message=f"Check that {thing}: {case.original.lacking}",
        location=location,
        evidence=evidence,
        lacks_original=True,
    )


def not_applicable(why: str, location: Location) -> Verdict:
    """Say `why` the duty does not concern this page."""
    return Verdict(outcome=Outcome.NOT_APPLICABLE, message=why, location=location)
