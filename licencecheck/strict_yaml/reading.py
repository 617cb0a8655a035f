"""Read one file of YAML as plain data, with the line of every key and item.

The language is the part of YAML 1.2 that needs no guessing: mappings with text keys, sequences, text, whole and decimal
numbers, `true`, `false` and `null`. So `no` is the word "no" and `2023-09` is text. Anchors, aliases, tags, directives
and a second document are refused, which also bounds what a file can unfold to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias, cast

import yaml

from licencecheck.errors import FileError
from licencecheck.lines import Lines
from licencecheck.safe_yaml import LOADER

MAX_BYTES = 1_000_000
_AT_FIRST = 50_000
"""Bytes: room for all that may come would be made anew for each of hundreds of files."""
MAX_NODES = 3_000
MAX_DEPTH = 20
LONGEST_SHOWN = 60

Value: TypeAlias = "bool | int | float | str | list[Value] | dict[str, Value] | None"
Steps: TypeAlias = tuple[str | int, ...]
"""Keys and indices from the top of a file to a value."""

_UNCLOSED = "a quotation mark or bracket that begins here is not closed"
_TAB = "the line begins with a tab; indent by spaces"
_QUOTE = "text that holds one of : , # { } [ ] stands in quotation marks"
_WORDS: Mapping[str, Value] = {"": None, "~": None, "null": None, "true": True, "false": False}
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"[-+]?[0-9]{1,15}\.[0-9]{1,15}")


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read."""

    path: str
    data: dict[str, Value]
    lines: Mapping[Steps, int]
    """1-based line of every value that has a key or an index."""
    wrong: type[FileError]
    """The error that says what is wrong with the file."""
    manual: Callable[[Source, Steps], str | None] = field(default=lambda _source, _steps: None)
    """Where more is told of the value at some steps."""

    def line_at(self, steps: Steps) -> int:
        """Line of the value at `steps`, or of the nearest thing around it that the file holds."""
        while steps and steps not in self.lines:
            steps = steps[:-1]
        return self.lines.get(steps, 1)

    def value_at(self, steps: Steps) -> Value:
        """The value at `steps`, which must be there."""
        found: Any = self.data
        for step in steps:
            found = found[step]
        return cast(Value, found)

    def holds(self, steps: Steps) -> bool:
        """Whether there is a value at `steps`."""
        return steps in self.lines

    def error(self, message: str, *steps: str | int) -> FileError:
        """Make the error that says `message` of the value at `steps`."""
        return self.wrong(message, self.path, self.line_at(steps), self.manual(self, steps))


def read_text(path: Path, name: str, wrong: type[FileError]) -> str:
    """Read the file at `path`, called `name` in messages.

    Raises `wrong` if it cannot be read, is larger than `MAX_BYTES` or is no UTF-8.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(_AT_FIRST)
            if len(raw) == _AT_FIRST:
                raw += file.read(MAX_BYTES + 1 - _AT_FIRST)
    except OSError as error:
        raise wrong(f"the file cannot be read: {error.strerror}", name) from error
    if len(raw) > MAX_BYTES:
        raise wrong(f"the file is larger than {MAX_BYTES:,} bytes", name)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise wrong("the file is not UTF-8; save it as UTF-8", name, line) from error


def read(text: str, name: str, wrong: type[FileError]) -> Source:
    """Read the text of a file called `name`; raises `wrong` with the line of what is wrong."""
    directive = re.search(r"^%", text, re.MULTILINE)
    if directive:
        line, _ = Lines(text).place(directive.start())
        raise wrong("YAML directives (%) are not allowed here; delete the line", name, line)
    return _Reading(text, name, wrong).source()


class _Reading:
    """One pass over the events of a file."""

    def __init__(self, text: str, name: str, wrong: type[FileError]) -> None:
        self.text_lines = Lines(text)
        self.name = name
        self.wrong = wrong
        self.events: Iterator[yaml.Event] = iter(yaml.parse(text, Loader=LOADER))
        self.nodes = 0
        self.lines: dict[Steps, int] = {}

    def source(self) -> Source:
        try:
            self._next()
            event = self._next()
            if isinstance(event, yaml.StreamEndEvent):
                return Source(self.name, {}, self.lines, self.wrong)
            data = self._value(self._next(), ())
            self._next()
            after = self._next()
        except yaml.MarkedYAMLError as error:
            raise self._no_yaml(error) from error
        except yaml.YAMLError as error:
            raise self.wrong("this is no YAML: it holds a character that YAML does not allow", self.name) from error
        if not isinstance(after, yaml.StreamEndEvent):
            raise self._error("the file holds a second document (`---`); write another file", after)
        data = {} if data is None else data
        if not isinstance(data, dict):
            raise self.wrong(f"{self.wrong.subject} is a mapping of keys to values", self.name, 1)
        return Source(self.name, data, self.lines, self.wrong)

    def _no_yaml(self, error: yaml.MarkedYAMLError) -> FileError:
        """Say what keeps the text from being read, where it begins, and how it is mended."""
        mark, problem = error.problem_mark, error.problem or ""
        if "end of stream" in problem and error.context_mark:
            return self.wrong(f"this is no YAML: {_UNCLOSED}", self.name, self._line(error.context_mark))
        line = self._line(mark) if mark else None
        if line is not None and self.text_lines[line].lstrip(" ").startswith("\t"):
            return self.wrong(f"this is no YAML: {_TAB}", self.name, line)
        return self.wrong(f"this is no YAML: {problem}; {_QUOTE}", self.name, line)

    def _next(self) -> yaml.Event:
        return next(self.events)

    def _line(self, mark: Any) -> int:
        """Line of a mark in the file: YAML takes more characters for line ends."""
        return self.text_lines.place(mark.index)[0] if mark else 1

    def _error(self, message: str, event: yaml.Event) -> FileError:
        return self.wrong(message, self.name, self._line(event.start_mark))

    def _value(self, event: yaml.Event, steps: Steps) -> Value:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise self._error(f"the file holds more than {MAX_NODES:,} values", event)
        if len(steps) > MAX_DEPTH:
            raise self._error(f"the file is nested deeper than {MAX_DEPTH} levels", event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self._error("anchors and aliases (& and *) are not allowed here; write it out", event)
        if getattr(event, "tag", None):
            raise self._error("tags (!) are not allowed here; write plain text", event)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(steps)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(steps)
        return _scalar(event) if isinstance(event, yaml.ScalarEvent) else None

    def _mapping(self, steps: Steps) -> dict[str, Value]:
        found: dict[str, Value] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise self._error("a key is one word or text", event)
            key = event.value
            here = (*steps, key)
            if key in found:
                shown = key[:LONGEST_SHOWN]
                raise self._error(f"'{shown}' stands here twice, first in line {self.lines[here]}; keep one", event)
            self.lines[here] = self._line(event.start_mark)
            found[key] = self._value(self._next(), here)
        return found

    def _sequence(self, steps: Steps) -> list[Value]:
        found: list[Value] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            here = (*steps, len(found))
            self.lines[here] = self._line(event.start_mark)
            found.append(self._value(event, here))
        return found


def _scalar(event: yaml.ScalarEvent) -> Value:
    text = event.value
    if not event.implicit[0]:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text
