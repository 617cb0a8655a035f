"""JSON front matter, read token by token, so that every value knows its place."""

from __future__ import annotations

import json
import re
from typing import NamedTuple

from licencecheck.documents.front_matter.value import MOST_VALUES, Scalar, Value

_LONGEST = 256_000
_DEEPEST = 100
_TOKEN = re.compile(r"""[ \t\r\n]*+("(?:[^"\\]|\\.)*+"|[{}\[\]:,]|[^\s{}\[\]:,"]++)""", re.DOTALL)


class JsonFrontMatter(NamedTuple):
    """The values, and the offset just behind the object and its line."""

    values: list[Value]
    end: int


def json_values(text: str) -> JsonFrontMatter | None:
    """Read the JSON object with which `text` begins; None where there is none, as before a template tag."""
    reader = _Reader(text[:_LONGEST])
    try:
        reader.read("", 0)
    except (ValueError, IndexError, TypeError):
        return None
    rest = re.match(r"[ \t]*(?:\r\n?|\n|\Z)", text[reader.at :])
    return JsonFrontMatter(list(reader.values.values()), reader.at + rest.end()) if rest else None


class _Reader:
    """Reads one value after the other; ValueError where the text is no JSON."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.at = 0
        self.values: dict[str, Value] = {}

    def read(self, key: str, depth: int) -> None:
        word, offset = self._next()
        if depth > _DEEPEST:
            raise ValueError(depth)
        if word == "{":
            self._object(key, depth)
        elif word == "[":
            self._list(key, depth, offset)
        else:
            self._keep(Value(key, _scalar(word), offset + word.startswith('"')))

    def _object(self, key: str, depth: int) -> None:
        word, _ = self._next()
        while word != "}":
            name = json.loads(word, strict=False)
            if not isinstance(name, str) or self._next()[0] != ":":
                raise ValueError(word)
            self.read(f"{key}.{name}" if key else name, depth + 1)
            word = self._separator("}")

    def _list(self, key: str, depth: int, offset: int) -> None:
        items: list[str] = []
        first = offset
        number = 0
        if self._peek() == "]":
            self._next()
        else:
            word = ","
            while word != "]":
                if self._peek() in {"{", "["}:
                    self.read(f"{key}.{number}", depth + 1)
                else:
                    word, offset = self._next()
                    first = first if items else offset + word.startswith('"')
                    items.append(str(_scalar(word)))
                number += 1
                word = self._separator("]")
        if items or not number:
            self._keep(Value(key, tuple(items), first))

    def _separator(self, closing: str) -> str:
        """Read `,` or the closing word; behind a comma, give the word that follows where a name is due."""
        word, _ = self._next()
        if word == "," and closing == "}":
            return self._next()[0]
        if word not in {",", closing}:
            raise ValueError(word)
        return word

    def _keep(self, value: Value) -> None:
        if len(self.values) < MOST_VALUES:
            self.values[value.key] = value

    def _peek(self) -> str:
        match = _TOKEN.match(self._text, self.at)
        return match[1] if match else ""

    def _next(self) -> tuple[str, int]:
        match = _TOKEN.match(self._text, self.at)
        if match is None:
            raise ValueError(self.at)
        self.at = match.end()
        return match[1], match.start(1)


def _scalar(word: str) -> Scalar:
    value: Scalar = json.loads(word, strict=False)
    return word if isinstance(value, int | float) and str(value) != word and not isinstance(value, bool) else value
