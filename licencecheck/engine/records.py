"""What is said of a page as plain data that JSON can hold, and back: by the types of the model, whatever they are.

Words of a page are shortened to excerpts, as every report shortens them.
"""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Any, cast

from licencecheck.model import Fact, PageReport, RepostDecision, Rule, Verdict
from licencecheck.text import excerpt

Plain = Any
_KIND = "is"
"""Under it stands which kind of fact a fact is."""
_WHOLE = frozenset({"paste"})
"""What people are to paste is no excerpt."""


def plain(value: object) -> Plain:
    """Turn a value of the model into plain data; what is left at its default is left out."""
    if isinstance(value, Rule):
        return json.dumps(_fields(value), sort_keys=True)
    if is_dataclass(value):
        return _fields(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, frozenset):
        return sorted(map(plain, value))
    if isinstance(value, list | tuple):
        return [plain(part) for part in value]
    return value


def restored(value: Plain) -> PageReport:
    """Turn plain data back into what is said of a page.

    Raises:
        ValueError, TypeError, KeyError, AttributeError: the data is not of that type.
    """
    return cast(PageReport, _reader(PageReport)(value))


def _fields(value: Any) -> dict[str, Plain]:
    quoted = isinstance(value, Fact | Verdict | RepostDecision)
    found: dict[str, Plain] = {_KIND: type(value).__name__} if isinstance(value, Fact) else {}
    for field in fields(value):
        part = getattr(value, field.name)
        if field.default is not MISSING and part == field.default:
            continue
        is_excerpt = quoted and isinstance(part, str) and field.name not in _WHOLE and not isinstance(part, Enum)
        found[field.name] = excerpt(part) if is_excerpt else plain(part)
    return found


_Reader = Callable[[Plain], Any]


@lru_cache(maxsize=1_000)
def _reader(hint: Any) -> _Reader:
    """Give the function that reads a value of a type."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in {typing.Union, types.UnionType}:
        inner = _reader(next(each for each in arguments if each is not type(None)))
        return lambda value: None if value is None else inner(value)
    if origin in {tuple, frozenset}:
        item, collection = _reader(arguments[0]), origin
        return lambda value: collection(item(each) for each in value)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if hint is date:
        return date.fromisoformat
    if hint is Rule:
        return _rule
    if hint is Fact:
        kinds = {each.__name__: each for each in _with_kinds(Fact)}
        return lambda value: _made(kinds[value[_KIND]], value)
    if is_dataclass(hint):
        return lambda value: _made(hint, value)
    return lambda value: value


def _with_kinds(kind: type[Fact]) -> Iterator[type[Fact]]:
    yield kind
    for child in kind.__subclasses__():
        yield from _with_kinds(child)


@lru_cache(maxsize=10_000)
def _rule(text: str) -> Rule:
    """Read a rule once, however many findings name it."""
    rule: Rule = _made(Rule, json.loads(text))
    return rule


def _made(kind: Any, value: Mapping[str, Plain]) -> Any:
    readers = _readers(kind)
    return kind(**{name: readers[name](part) for name, part in value.items() if name != _KIND})


@lru_cache(maxsize=1_000)
def _readers(kind: Any) -> dict[str, _Reader]:
    return {name: _reader(hint) for name, hint in typing.get_type_hints(kind).items()}
