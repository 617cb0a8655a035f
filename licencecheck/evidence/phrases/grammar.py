"""Read templates of wordings: regular expressions that take bounded time, and the words that a text must hold.

The grammar, on text as `folding` leaves it:

    (a|b)    one of these                    [a|b]    one of these, or nothing; carries its own space
    <work>   one of the language's list      {source} a slot: the words that stand there
    ~        a space or none                 :        a colon, with or without spaces around it
    …        up to 100 characters            \\x       the character x itself
             of the same sentence

A template that begins with ^ matches at the start of the text only, one with * at the start of a part: of the text,
of a sentence, after a separator. A slot at the very end takes what follows, one at the very start what stands before;
where they end is the matter of `slots`. Slots within a template hold at most 100 characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from licencecheck.evidence.phrases.folding import fold, fold_lines
from licencecheck.evidence.phrases.templates import WORD, Anchor, Needs, Template

_PLAIN = re.compile(r"[^()\[\]<>{}|^*~:…\\]+")
_PLAIN_OPTIONS = re.compile(r"[^()\[\]<>{}^*~:…\\]+")
_TEMPLATE = re.compile(r"(?P<anchor>[\^*])?(?:\{(?P<lead>\w+)\})?(?P<body>.*?)(?: *\{(?P<trail>\w+)\})?")
_ANCHORS = {None: Anchor.NONE, "^": Anchor.TEXT, "*": Anchor.PART}
# a date may hold full stops, but those of ordinals and short months: it must not reach into the next sentence
_IN_DATE = r"(?:[^|.]|(?:(?<=\d)|(?<=\b\w{3})|(?<=\b\w{4}))\.|\.(?=\d))"
_SLOTS = {
    "date": rf"(?:(?!\d){_IN_DATE}){{0,25}}?\d{_IN_DATE}{{0,40}}?",
    "language": r"[^\W\d_]{2,20}",
    "url": r"\S{4,200}",
}
_NO_LETTER = r"(?![^\W_])"
_NO_LETTER_BEFORE = r"(?<![^\W_])"
_ANY_SLOT = r"[^|]{1,100}?"


class _Piece(NamedTuple):
    """A part of a template: its pattern, the words it needs, and whether it begins and ends with a letter or digit."""

    pattern: str
    needs: Needs = ()
    opens: bool = False
    closes: bool = False


_ESCAPED = {code: "\\" + chr(code) for code in range(128) if re.escape(chr(code)) != chr(code) != " "}

_MARKS = {
    "~": _Piece(r" ?"),
    "…": _Piece(r"(?:[^.!?|。！？]|\.(?! )|(?<=\b\w)\.){1,100}?"),
    ":": _Piece(r" ?: ?", (frozenset(":"),)),
}


class Grammar:
    """Compiles the templates of one language."""

    def __init__(self, lists: Mapping[str, Iterable[str]], common: Iterable[str], *, spaced: bool) -> None:
        """Take the language's word lists, by name, its most frequent words, and whether spaces part its words."""
        self._spaced = spaced
        self._common = frozenset(fold(word).text for word in common)
        self._read = cache(self._words)  # spaces and prepositions stand in nearly all
        self._least_rare = cache(lambda need: min(map(self._rarity, need)))
        self._lists: dict[str, _Piece] = {}
        for name, entries in lists.items():
            self._lists[name] = _Reader(self, f"({'|'.join(entries)})").all()

    def template(self, text: str, category: str, strength: int) -> Template:
        """Compile one template.

        Raises ValueError if brackets do not match, a list is unknown, a group stands within a word, or no word is sure
        to occur.
        """
        found = _TEMPLATE.fullmatch(text)
        piece = _Reader(self, found["body"]).all() if found else _Piece("")
        if not found or not piece.needs:
            raise ValueError(f"{text}: would match everywhere")
        return Template(
            category=category,
            strength=strength,
            anchor=_ANCHORS[found["anchor"]],
            pattern=piece.pattern + _NO_LETTER * piece.closes,
            opens=piece.opens,
            lead=found["lead"],
            trail=found["trail"],
            needs=self.rarest_first(piece.needs),
        )

    def pattern(self, texts: Iterable[str]) -> str:
        """Alternation of `texts`, each as whole words and without slots; matches nowhere if there are none."""
        by_edges: dict[tuple[str, str], list[str]] = {}
        for text in texts:
            piece = _Reader(self, text).all()
            edges = _NO_LETTER_BEFORE * piece.opens, _NO_LETTER * piece.closes
            by_edges.setdefault(edges, []).append(piece.pattern)
        groups = [f"{before}(?:{'|'.join(group)}){after}" for (before, after), group in by_edges.items()]
        return "(?:" + ("|".join(groups) or r"(?!)") + ")"

    def listed(self, name: str) -> _Piece:
        """The word list `name`; ValueError if there is none."""
        if name not in self._lists:
            raise ValueError(f"<{name}>: no such list")
        return self._lists[name]

    def words(self, text: str) -> _Piece:
        """Words as written."""
        return self._read(text)

    def _words(self, text: str) -> _Piece:
        folded = fold_lines(text)
        needs = tuple(frozenset([word]) for word in WORD.findall(folded))
        return _Piece(_escape(folded), needs, *self._edges([folded]))

    def options(self, text: str, *, optional: bool) -> _Piece:
        """One of the words in `text`, parted by `|`."""
        options = fold_lines(text).split("|")
        rarest = frozenset(max(WORD.findall(option), key=self._rarity, default="") for option in options)
        pattern = "(?:" + "|".join(map(_escape, options)) + ")" + "?" * optional
        return _Piece(pattern, () if optional or "" in rarest else (rarest,), *self._edges(options))

    def rarest_first(self, needs: Needs) -> Needs:
        """Order the sets by their most frequent word."""
        return tuple(sorted(needs, key=self._least_rare, reverse=True))

    def _rarity(self, word: str) -> int:
        """Longer words are rarer."""
        return 0 if word in self._common else len(word)

    def _edges(self, options: list[str]) -> tuple[bool, bool]:
        if not self._spaced:
            return False, False
        return any(o[:1].isalnum() for o in options), any(o[-1:].isalnum() for o in options)


def _escape(text: str) -> str:
    return text.translate(_ESCAPED)


class _Reader:
    """Reads one template from left to right."""

    def __init__(self, grammar: Grammar, text: str) -> None:
        self._grammar = grammar
        self._text = text
        self._at = 0
        self._slots = 0

    def all(self) -> _Piece:
        """Read the whole text."""
        piece = self._sequence()
        if self._at < len(self._text):
            raise ValueError(f"{self._text}: brackets do not match")
        return piece

    def _sequence(self) -> _Piece:
        """Read up to a `|` or a closing bracket that stand outside of all groups, or to the end."""
        pattern, closes = "", False
        needs: Needs = ()
        opens: bool | None = None
        while self._at < len(self._text) and self._text[self._at] not in "|)]":
            optional = self._text[self._at] == "["
            piece = self._piece()
            if closes and piece.opens:
                raise ValueError(f"{self._text}: a word is split before character {self._at}")
            pattern += piece.pattern
            needs += piece.needs
            opens = piece.opens if opens is None else opens
            closes = piece.closes or (optional and closes)
        return _Piece(pattern, needs, bool(opens), closes)

    def _piece(self) -> _Piece:
        plain = _PLAIN.match(self._text, self._at)
        if plain:
            self._at = plain.end()
            return self._grammar.words(plain.group())
        char = self._text[self._at]
        self._at += 1
        if char in "([":
            return self._options(")" if char == "(" else "]", optional=char == "[")
        if char == "<":
            return self._grammar.listed(self._name(">"))
        if char == "{":
            self._slots += 1
            name = self._name("}")
            return _Piece(f"(?P<{name}_{self._slots}>{_SLOTS.get(name, _ANY_SLOT)})")
        if char == "\\":
            self._at += 1
            return self._grammar.words(self._text[self._at - 1])
        if char == ":":
            self._at += self._text.startswith(" ", self._at)
        if char not in _MARKS:
            raise ValueError(f"{self._text}: brackets do not match")
        return _MARKS[char]

    def _options(self, end: str, *, optional: bool) -> _Piece:
        plain = _PLAIN_OPTIONS.match(self._text, self._at)
        if plain and self._text.startswith(end, plain.end()):
            self._at = plain.end() + 1
            return self._grammar.options(plain.group(), optional=optional)
        options = []
        last = "|"
        while last == "|":
            options.append(self._sequence())
            last = self._text[self._at : self._at + 1]
            self._at += 1
        if last != end:
            raise ValueError(f"{self._text}: brackets do not match")
        needs = [option.needs for option in options]
        return _Piece(
            "(?:" + "|".join(option.pattern for option in options) + ")" + "?" * optional,
            ()
            if optional or () in needs
            else (frozenset[str]().union(*(self._grammar.rarest_first(n)[0] for n in needs)),),
            any(option.opens for option in options),
            any(option.closes for option in options),
        )

    def _name(self, end: str) -> str:
        start, self._at = self._at, self._text.find(end, self._at) + 1
        if not self._at:
            raise ValueError(f"{self._text}: brackets do not match")
        return self._text[start : self._at - 1]
