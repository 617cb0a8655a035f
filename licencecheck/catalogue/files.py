"""Find rule files and read the head of each: enough to tell which pages a file may judge.

What a bundled file says of itself stands before `terms:`, and only that much is read until a page needs the rest, so
that hundreds of files cost little. A file of the user may have any order.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from licencecheck.catalogue.families import member
from licencecheck.catalogue.manual import manual
from licencecheck.catalogue.parts import party, texts
from licencecheck.errors import LicencecheckError, RuleSetError, UsageError
from licencecheck.model import Party
from licencecheck.strict_yaml.reading import Source, read, read_text

_SUFFIXES = frozenset({".yaml", ".yml"})
_BODY = re.compile(r"^terms:", re.MULTILINE)


class RuleFile(NamedTuple):
    """The head of a rule set: its file, and what that says of itself."""

    id: str
    path: Path
    name: str
    """The file as messages call it, with `/`."""
    publisher: Party
    layer: str
    licence: tuple[str, ...]
    own: bool
    """Whether the user wrote the file: then it is validated when it is found."""
    is_member: bool
    """Whether the file is a family and states other rule sets too."""

    def source(self) -> Source:
        """Read the whole file, a family as it reads for this member; raises `RuleSetError`."""
        source = read_rules(read_text(self.path, self.name, RuleSetError), self.name)
        return member(source, self.licence[0]) if self.is_member else source


def read_rules(text: str, name: str) -> Source:
    """Read the text of the rule file called `name`; raises `RuleSetError`."""
    return replace(read(text, name, RuleSetError), manual=manual)


def bundled() -> Path:
    """Give the folder of the rule files that belong to this package: inside it, or beside it in a checkout.

    Raises:
        LicencecheckError: the package was installed without them.
    """
    package = Path(__file__).parents[1]
    inside = package / "_rules"
    if inside.is_dir():
        return inside
    beside = package.parent / "rules"
    if beside.is_dir() and (package.parent / "pyproject.toml").is_file():
        return beside
    raise LicencecheckError("the rule files are missing from this installation; install licencecheck again")


def paths_in(folder: Path, name: str) -> Iterator[tuple[Path, str]]:
    """Yield the rule files in `folder`, or the one file that it is, by path, each with what messages call it.

    `name` is what they call the folder. A folder beside a rule file of the same name holds its examples, and no rules.

    Raises:
        UsageError: there is no such folder or file.
    """
    if not folder.exists():
        raise UsageError(f"no such file or folder of rules: {name}")
    if folder.is_file():
        yield folder, name
    for parent, folders, files in os.walk(folder):
        examples = {Path(entry).stem for entry in files if Path(entry).suffix.lower() in _SUFFIXES}
        folders[:] = sorted(entry for entry in folders if not entry.startswith(".") and entry not in examples)
        for entry in sorted(files):
            path = Path(parent, entry)
            if path.suffix.lower() in _SUFFIXES and not entry.startswith("."):
                yield path, f"{name}/{path.relative_to(folder).as_posix()}"


def heads(path: Path, name: str, *, own: bool) -> Iterator[RuleFile]:
    """Read the head of every rule set that the file at `path` states; raises `RuleSetError`."""
    text = read_text(path, name, RuleSetError)
    body = None if own else _BODY.search(text)
    head = read_rules(text[: body.start()] if body else text, name)
    family = texts(head.data.get("family"))
    for source in [member(head, licence) for licence in family] or [head]:
        data = source.data
        licence = data.get("licence")
        yield RuleFile(
            id=str(data.get("id", "")),
            path=path,
            name=name,
            publisher=party(data.get("publisher")),
            layer=str(data.get("layer", "publisher")),
            licence=texts(licence.get("among") if isinstance(licence, dict) else licence),
            own=own,
            is_member=bool(family),
        )
