"""The configuration file: where it is, and what it says, checked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from licencecheck.configuration import NAME
from licencecheck.errors import ConfigurationError
from licencecheck.patterns import wrong_with
from licencecheck.strict_yaml.reading import Source, Steps, Value, read, read_text

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

_NAMES = (NAME, ".licencecheck.yaml")
_PATTERNS = frozenset({"include", "exclude", "files", "path"})


def find(paths: Iterable[str]) -> Path | None:
    """Find the configuration of the pages at `paths`: in the folder that holds them all, or the next one above it.

    Nothing is looked for above the folder of a git repository.
    """
    folders = [Path(path).absolute() for path in paths if path != "-"] or [Path.cwd()]
    common = Path(os.path.commonpath([folder if folder.is_dir() else folder.parent for folder in folders]))
    for folder in (common, *common.parents):
        # that a folder may not be looked into is told when its pages are read
        with suppress(PermissionError):
            for name in _NAMES:
                if (folder / name).is_file():
                    return folder / name
            if (folder / ".git").exists():
                return None
    return None


def read_configuration(path: Path) -> Source:
    """Read the configuration at `path`.

    Raises:
        ConfigurationError: it cannot be read, or says something that is not allowed: line, and what would be right.
    """
    from licencecheck.strict_yaml.validating import problems_in

    name = shown(path)
    source = read(read_text(path, name, ConfigurationError), name, ConfigurationError)
    if source.data:
        for problem in problems_in(source, _validator()):
            raise problem
    for steps, value in _leaves(source.data, ()):
        _check(source, steps, value)
    return source


def shown(path: Path) -> str:
    """Write a path as messages do: from the working directory where it is below that, with `/`."""
    absolute = path.absolute()
    return (absolute.relative_to(Path.cwd()) if absolute.is_relative_to(Path.cwd()) else absolute).as_posix()


def _leaves(value: Value, steps: Steps) -> Iterator[tuple[Steps, Value]]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _leaves(part, (*steps, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _leaves(part, (*steps, index))
    else:
        yield steps, value


def _check(source: Source, steps: Steps, value: Value) -> None:
    """See to what a schema cannot say: a pattern that can be matched."""
    keys = [step for step in steps if isinstance(step, str)]
    if keys[-1] in _PATTERNS and (wrong := wrong_with([str(value)])) is not None:
        raise source.error(f"'{wrong}' is no pattern as in .gitignore", *steps)


@lru_cache(maxsize=1)
def _validator() -> Draft202012Validator:
    from licencecheck.configuration.schema import configuration_schema
    from licencecheck.strict_yaml.validating import validator_of

    return validator_of(configuration_schema())
