"""Load the rule files of a user and those that belong to this package, and say what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from licencecheck.catalogue.checking import wrong_with
from licencecheck.catalogue.collection import Catalogue, collisions
from licencecheck.catalogue.files import RuleFile, bundled, heads, paths_in, read_rules
from licencecheck.errors import FileError, RuleSetError, UsageError
from licencecheck.strict_yaml.reading import read_text

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

_BUNDLED = "rules"
"""What messages call the folder of the bundled files."""


def load_rules(folders: Iterable[str | Path] = ()) -> Catalogue:
    """Find the user's own rule files in `folders`, which are validated, and those that belong to this package.

    Raises:
        UsageError: a folder is not there, or holds no rule file.
        RuleSetError: a rule file cannot be used: its path, line and what would be right.
    """
    own: list[RuleFile] = []
    for path, name in _named(folders):
        for problem in _problems_of(path, name):
            raise problem
        own.extend(heads(path, name, own=True))
    catalogue = Catalogue([*own, *_bundled_heads()])
    for file in own:
        catalogue.ruleset(file.id)
    return catalogue


def problems(folders: Iterable[str | Path] = ()) -> dict[str, list[FileError]]:
    """List what is wrong with each rule file in `folders`, or of this package if none is given; empty if all is well.

    Raises:
        UsageError: a folder is not there, or holds no rule file.
    """
    own = bool(folders := list(folders))
    paths = {name: path for path, name in (_named(folders) if own else paths_in(bundled(), _BUNDLED))}
    found = {name: _problems_of(path, name) for name, path in paths.items()}
    sound = [head for name, path in paths.items() if not found[name] for head in heads(path, name, own=own)]
    for collision in collisions(sound):
        found[collision.path].append(collision)
    catalogue = Catalogue([*{head.id: head for head in sound}.values(), *(_bundled_heads() if own else ())])
    for head in sound:
        try:
            catalogue.ruleset(head.id)
        except RuleSetError as error:
            told = {str(each): each for each in (*found[head.name], *(catalogue.problems(head.id) or [error]))}
            found[head.name] = list(told.values())
    return {name: sorted(every, key=_place) for name, every in found.items()}


def _place(problem: FileError) -> tuple[int, str]:
    return problem.line or 0, str(problem)


def _named(folders: Iterable[str | Path]) -> Iterator[tuple[Path, str]]:
    for folder in folders:
        name = Path(folder).as_posix()
        found = list(paths_in(Path(folder), name))
        if not found:
            raise UsageError(f"no rule file (.yaml, .yml) in {name}")
        yield from found


def _bundled_heads() -> list[RuleFile]:
    return [head for path, name in paths_in(bundled(), _BUNDLED) for head in heads(path, name, own=False)]


def _problems_of(path: Path, name: str) -> list[FileError]:
    from licencecheck.strict_yaml.validating import problems_in

    try:
        source = read_rules(read_text(path, name, RuleSetError), name)
    except RuleSetError as error:
        return [error]
    found = problems_in(source, _validator())
    # Without them, the rule set is built, and that tells these too
    return [*found, *wrong_with(source)] if found else []


@lru_cache(maxsize=1)
def _validator() -> Draft202012Validator:
    from licencecheck.schema.rule_files import rule_file_schema
    from licencecheck.strict_yaml.validating import validator_of

    return validator_of(rule_file_schema())
