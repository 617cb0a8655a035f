"""The registry, the modules and the documents of the requirement types: one set, in one form."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import pkgutil
import re
from importlib.resources import files
from typing import Any

import pytest

from licencecheck import requirements
from licencecheck.requirements import REQUIREMENTS, Requirement, build, documentation, facets, requirement_type
from licencecheck.requirements.requirement import Facet
from tests.requirements.making import TERMS, credit, page, said, verdict

HEADINGS = ["What it asks", "Why publishers ask it", "Parameters", "Examples", "What it cannot see"]
EVERY = pytest.mark.parametrize("kind", [*map(requirement_type, REQUIREMENTS)], ids=REQUIREMENTS)


def section(kind: type[Requirement], heading: str) -> str:
    """Text of one section of a document."""
    return documentation(kind.id).partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def test_registry_modules_and_documents_are_one_set() -> None:
    """A type that one of them forgets is found here."""
    modules = [module.name for module in pkgutil.iter_modules(requirements.__path__)]
    found = {
        (name, value.id)
        for name in modules
        for value in vars(importlib.import_module(f"licencecheck.requirements.{name}")).values()
        if inspect.isclass(value) and issubclass(value, Requirement) and not inspect.isabstract(value)
        if value.__module__.endswith(f".{name}") and value is not Facet
    }
    documents = {path.name for path in files(requirements).iterdir() if path.name.endswith(".md")}

    assert {(name.replace("-", "_"), name) for name in REQUIREMENTS} == found
    assert {f"{name.replace('-', '_')}.md" for name in REQUIREMENTS} == documents


def test_the_registry_is_alphabetical() -> None:
    """So that a type is found, and conflicts are few."""
    assert sorted(REQUIREMENTS) == list(REQUIREMENTS)


@EVERY
def test_a_type_has_the_form_of_all(kind: type[Requirement]) -> None:
    """A frozen dataclass, found by its id, with an id of small words and a summary that is no sentence."""
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", kind.id)
    assert dataclasses.is_dataclass(kind) and kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert kind.summary[0].isupper() and not kind.summary.endswith(".")


@EVERY
def test_the_schema_describes_the_fields(kind: type[Requirement]) -> None:
    """Every parameter is a field and has a description; nothing else is accepted."""
    schema: Any = kind.schema
    fields = {item.name.rstrip("_").replace("_", "-") for item in dataclasses.fields(kind)}

    assert fields == set(schema["properties"])
    assert schema["additionalProperties"] is False
    assert all(each["description"] for each in schema["properties"].values())


@EVERY
def test_what_the_schema_requires_has_no_default(kind: type[Requirement]) -> None:
    """Everything else may be left out."""
    schema: Any = kind.schema
    needed = {
        item.name.rstrip("_").replace("_", "-")
        for item in dataclasses.fields(kind)
        if item.default is dataclasses.MISSING and item.default_factory is dataclasses.MISSING
    }

    assert needed == set(schema.get("required", ()))


@EVERY
def test_a_document_has_the_form_of_all(kind: type[Requirement]) -> None:
    """Title, summary, and the same headings in the same order."""
    text = documentation(kind.id)

    assert text.startswith(f"# {kind.id}\n\n{kind.summary}.\n")
    assert HEADINGS == re.findall(r"^## (.*)$", text, re.MULTILINE)


@EVERY
def test_a_document_names_every_parameter(kind: type[Requirement]) -> None:
    """In its section, and no others."""
    schema: Any = kind.schema
    named = re.findall(r"^- `([a-z-]+)`:", section(kind, "Parameters"), re.MULTILINE)

    assert sorted(schema["properties"]) == sorted(named)


def rule(**parameters: Any) -> Any:
    """Make a rule of `source-credit`."""
    from licencecheck.model import Rule

    return Rule(id="credit", ruleset="river-post", requires="source-credit", parameters=parameters, terms=TERMS)


def test_a_facet_with_a_level_of_its_own_is_a_rule_of_its_own() -> None:
    """The plain rule keeps its level and loses the facet."""
    plain, facet = facets(rule(names=["publisher"], at={"place": "top", "level": "should"}))

    assert ("credit", "must", {"names": ["publisher"]}) == (plain.id, plain.level, plain.parameters)
    assert ("credit-at", "should") == (facet.id, facet.level)


def test_a_rule_without_such_a_facet_stays_as_it_is() -> None:
    """There is nothing to split."""
    whole = rule(at="top")

    assert (whole,) == facets(whole)


def test_a_facet_is_judged_alone() -> None:
    """It is silent until the duty is fulfilled, and then speaks of the facet."""
    _, facet = facets(rule(at={"place": "top", "level": "should"}))
    parameters = dict(facet.parameters)

    assert "notApplicable" == said("source-credit", parameters, page=page())[0]
    assert (
        "fail",
        'Expected a credit to "River Post" at the top of the article, found it after the article',
    ) == said("source-credit", parameters, page=page(credits=(credit(),)))


def test_a_facet_that_is_not_split_is_judged_with_the_rest() -> None:
    """Within alternatives, which have one level."""
    parameters = {"at": {"place": "top", "level": "should"}}

    assert "fail" == verdict("source-credit", parameters, page=page(credits=(credit(),))).outcome


def test_an_unknown_type_cannot_be_built() -> None:
    """The catalogue refuses it before."""
    with pytest.raises(KeyError):
        build(dataclasses.replace(rule(), requires="no-such-duty"))
