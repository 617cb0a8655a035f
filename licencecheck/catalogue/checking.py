"""What is wrong with a rule file that its schema cannot see, since it lies between two of its parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from licencecheck.catalogue.overriding import OVERRIDE
from licencecheck.catalogue.parts import mapping, mappings, proof, texts
from licencecheck.model import CreditTemplate, Proof
from licencecheck.nearest import did_you_mean
from licencecheck.strict_yaml.reading import Source, Steps, Value


def check_terms(source: Source) -> None:
    """See that the terms were seen before the file was written."""
    said = mapping(source.data.get("terms"))
    as_of, compiled = str(said.get("as_of", "unknown")), str(said.get("compiled", ""))
    if as_of != "unknown" and as_of > compiled[: len(as_of)]:
        wrong = f"`terms.as_of` cannot be '{as_of}': the file was written before the terms were seen"
        raise source.error(f"{wrong}, `compiled: {compiled}`; mend one of the two", "terms", "as_of")


def check_requests(source: Source) -> None:
    """See that who must ask learns whom, or where the terms say so; what only a machine has read is to be completed."""
    if mapping(source.data.get("terms")).get("url") is not None:
        return
    for index, case in enumerate(mappings(source.data.get("permission"))):
        if case.get("is") == "on-request" and "contact" not in case and proof(case) is not Proof.MACHINE:
            wrong = f"`permission[{index}]` does not say whom to ask, and `terms.url` leads nowhere"
            raise source.error(f"{wrong}; write `contact:`", "permission", index)


def check_overrides(source: Source, inherited: AbstractSet[str]) -> None:
    """See that only rules which are `inherited` are overridden."""
    for name in mapping(source.data.get(OVERRIDE)):
        if name not in inherited:
            near = did_you_mean(name, inherited)
            raise source.error(f"no rule '{name}' is inherited that could be overridden{near}", OVERRIDE, name)


def check_templates(source: Source, credit: Iterable[CreditTemplate]) -> None:
    """See that rules ask for lines of `credit` that are there."""
    known = {entry.id for entry in credit}
    for index, said in enumerate(mappings(source.data.get("rules"))):
        name = said.get("template")
        if name is not None and name not in known:
            near = did_you_mean(str(name), known)
            raise source.error(f"there is no template '{name}' under `credit:`{near}", "rules", index, "template")


def check_gaps(source: Source) -> None:
    """See that no gap of a credit line is a misspelt one, and that each link has a target."""
    from licencecheck.requirements.paste import misspelt

    for index, said in enumerate(mappings(source.data.get("credit"))):
        for text in texts(said.get("text")):
            for problem in misspelt(text):
                raise source.error(problem, "credit", index, "text")


def check_questions(source: Source, known: AbstractSet[str]) -> None:
    """See that conditions want answers to `known` questions alone."""
    for steps, name in _attested(source.data, ()):
        if name not in known:
            near = did_you_mean(name, known)
            raise source.error(f"nobody is asked `{name}`; write the question under `questions:`{near}", *steps)


def _attested(value: Value, steps: Steps, *, asked: bool = False) -> Iterator[tuple[Steps, str]]:
    """Yield the questions that conditions ask for, `attested: ID`, at any depth of `value`, with their places."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _attested(part, (*steps, key), asked=asked or key == "attested")
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _attested(part, (*steps, index), asked=asked)
    elif asked:
        yield steps, str(value)
