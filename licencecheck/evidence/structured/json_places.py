"""Where in the text of a script the values of its JSON stand: the parser does not tell."""

from __future__ import annotations

import json
import re
from functools import cached_property
from typing import NamedTuple

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"|[{}\[\]:,]|[^\s{}\[\]:,"]++', re.DOTALL)
_LEADING_SPACE = re.compile(r'"?\s*')

Path = tuple["Path", str | int] | None
"""The key of an entry behind the path of what holds it; None for what stands on top."""


class JsonText:
    """A text that the JSON parser has accepted, for questions about the places of its values."""

    def __init__(self, text: str, before: int = 0) -> None:
        """Take the `text` and the number of characters `before` it in the script."""
        self._text = text
        self._before = before

    def offset_of(self, path: Path) -> int | None:
        """Index in the script of the first character of a value; of what is written twice, the last, as it is read."""
        keys: list[str | int] = []
        while path is not None:
            path, key = path
            keys.append(key)
        at = self._entries.get((-1, 0))
        for key in reversed(keys):
            at = self._entries.get((at, key)) if at is not None else None
        if at is None:
            return None
        space = _LEADING_SPACE.match(self._text, at)
        return self._before + (space.end() if space else at)

    @cached_property
    def _entries(self) -> dict[tuple[int, str | int], int]:
        """By the offset of an object or a list, or -1 for the top, and a key in it, the offset of the value."""
        found: dict[tuple[int, str | int], int] = {}
        around: list[tuple[int, str | int]] = []
        within = -1
        key: str | int = 0
        names = False
        for token in _TOKEN.finditer(self._text):
            word, at = token[0], token.start()
            if word in {"}", "]"}:
                within, key = around.pop()
                names = False
            elif word == ",":
                names = isinstance(key, str)
                key = key if isinstance(key, str) else key + 1
            elif word == ":":
                names = False
            elif names:
                key = json.loads(word, strict=False)
            else:
                found[within, key] = at
                if word in {"{", "["}:
                    around.append((within, key))
                    within, key, names = at, "" if word == "{" else 0, word == "{"
        return found


class JsonPlace(NamedTuple):
    """A value of a JSON text by the keys that lead to it."""

    text: JsonText
    path: Path = None

    def below(self, key: str | int) -> JsonPlace:
        """The place of an entry of the object or list that stands here."""
        return JsonPlace(self.text, (self.path, key))

    @property
    def offset(self) -> int | None:
        """Index in the script of its first character; None where it cannot be told."""
        return self.text.offset_of(self.path)
