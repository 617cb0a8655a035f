"""What is wrong with a rule file that its schema cannot see, since it lies between two of its parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from licencecheck.catalogue.overriding import OVERRIDE
from licencecheck.catalogue.parts import GATES, condition, mapping, mappings, name_of, texts
from licencecheck.errors import FileError
from licencecheck.model import CreditTemplate, Proof
from licencecheck.nearest import did_you_mean
from licencecheck.strict_yaml.reading import Source, Steps, Value


def wrong_with(source: Source) -> Iterator[FileError]:
    """Tell what is wrong between the parts of the file itself; what its schema refuses may be among them."""
    for check in (_terms, _requests, _cases, _names, _gaps):
        yield from check(source)


def _terms(source: Source) -> Iterator[FileError]:
    """See that the terms were seen before the file was written."""
    said = mapping(source.data.get("terms"))
    as_of, compiled = str(said.get("as_of", "unknown")), str(said.get("compiled", ""))
    if compiled and as_of[:4].isdigit() and as_of > compiled[: len(as_of)]:
        wrong = f"`terms.as_of` cannot be '{as_of}': the file was written before the terms were seen"
        yield source.error(f"{wrong}, `compiled: {compiled}`; mend one of the two", "terms", "as_of")


def _requests(source: Source) -> Iterator[FileError]:
    """See that who must ask learns whom, or where the terms say so; what only a machine has read is to be completed."""
    if mapping(source.data.get("terms")).get("url") is not None:
        return
    for index, case in enumerate(mappings(source.data.get("permission"))):
        if case.get("is") == "on-request" and "contact" not in case and case.get("proof") != Proof.MACHINE:
            wrong = f"`permission[{index}]` does not say whom to ask, and `terms.url` leads nowhere"
            yield source.error(f"{wrong}; write `contact:`", "permission", index)


def _cases(source: Source) -> Iterator[FileError]:
    """See that no case stands behind one that always fits."""
    for section in GATES:
        always: int | None = None
        for index, case in enumerate(mappings(source.data.get(section))):
            if always is not None:
                line = source.line_at((section, always))
                wrong = (
                    f"`{section}[{index}]` is never reached: the case on line {line} fits always, and the first counts"
                )
                yield source.error(f"{wrong}; write that one last", section, index)
            elif condition(case) is None:
                always = index


def _names(source: Source) -> Iterator[FileError]:
    """See that no two rules have one name."""
    seen: set[str] = set()
    for index, said in enumerate(mappings(source.data.get("rules"))):
        name = name_of(said)
        if name in seen:
            yield source.error(f"two rules are called '{name}'; give one of them an `id:`", "rules", index)
        seen.add(name)


def _gaps(source: Source) -> Iterator[FileError]:
    """See that no gap of a credit line is a misspelt one, and that each link has a target."""
    from licencecheck.requirements.paste import misspelt

    for index, said in enumerate(mappings(source.data.get("credit"))):
        for text in texts(said.get("text")):
            yield from (source.error(problem, "credit", index, "text") for problem in misspelt(text))


def wrong_overrides(source: Source, inherited: AbstractSet[str]) -> Iterator[FileError]:
    """Tell which rules are overridden that are not `inherited`."""
    for name in mapping(source.data.get(OVERRIDE)):
        if name not in inherited:
            near = did_you_mean(name, inherited)
            yield source.error(f"no rule '{name}' is inherited that could be overridden{near}", OVERRIDE, name)


def wrong_templates(source: Source, credit: Iterable[CreditTemplate]) -> Iterator[FileError]:
    """Tell which rules ask for lines that `credit` has not."""
    known = {entry.id for entry in credit}
    for index, said in enumerate(mappings(source.data.get("rules"))):
        name = said.get("template")
        if name is not None and name not in known:
            near = did_you_mean(str(name), known)
            yield source.error(f"there is no template '{name}' under `credit:`{near}", "rules", index, "template")


def wrong_questions(source: Source, known: AbstractSet[str]) -> Iterator[FileError]:
    """Tell which conditions want answers to other questions than `known` ones."""
    for steps, name in _attested(source.data, ()):
        if name not in known:
            near = did_you_mean(name, known)
            yield source.error(f"nobody is asked `{name}`; write the question under `questions:`{near}", *steps)


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
