"""What is known of each language: one YAML file of three documents (its marks, its wordings, examples of them)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

_FOLDER = Path(__file__).parent
_UNSPACED = frozenset({"han", "kana", "hangul", "thai"})
"""Scripts in which words are not parted by spaces, or grow endings that no list could hold."""


class Marks(NamedTuple):
    """By what a text in the language is known."""

    language: str
    """Primary BCP 47 subtag."""
    script: str
    stop_words: tuple[str, ...]
    """Frequent words; none where the script alone tells. One string in the file: a list takes ten times as long."""


class Wordings(NamedTuple):
    """How source, author, licence and terms are phrased; the grammar is that of `templates`."""

    spaced: bool
    """Whether words are parted by spaces, and stand as they are listed."""
    common: Sequence[str]
    """Frequent words."""
    lists: Mapping[str, Sequence[str]]
    """Words that templates name as `<list>`; those of `label` and `label_of_via` say alone on a line who follows."""
    slots: Mapping[str, Sequence[str]]
    """Words that part a name from what stands around it."""
    categories: Mapping[str, Mapping[int, Sequence[str]]]
    """Category -> strength -> templates."""


@cache
def known() -> tuple[str, ...]:
    """Languages that have a file, in order of their codes."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yaml")))


@cache
def marks(language: str) -> Marks:
    """Marks of a known language."""
    data = next(_documents(language))
    return Marks(language=language, script=data["script"], stop_words=tuple(data["stop_words"].split()))


def wordings(language: str) -> Wordings:
    """Wordings of a known language."""
    first, second = islice(_documents(language), 2)
    return Wordings(spaced=first["script"] not in _UNSPACED, common=first["stop_words"].split(), **second)


def examples(language: str) -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """`examples` of texts with the category and slots that must be found, and `false_friends` where it must not be."""
    return next(islice(_documents(language), 2, None))


def _documents(language: str) -> Iterator[dict[str, Any]]:
    from licencecheck.safe_yaml import documents_of

    return documents_of(_FOLDER / f"{language}.yaml")
