"""What git ignores, as the .gitignore files of a repository say."""

from __future__ import annotations

import os
from pathlib import Path

from licencecheck.patterns import verdict

_Patterns = tuple[tuple[str, tuple[str, ...]], ...]
"""Folders that have patterns, the nearest first, with these."""


class GitIgnore:
    """What git ignores below a folder; nothing, if it ignores the folder itself: who names that wants to see it."""

    def __init__(self, start: str) -> None:
        """Find the repository around the folder `start`; without one, the patterns in it and below count."""
        folder = Path(start).absolute()
        self._top = next((above for above in (folder, *folder.parents) if (above / ".git").exists()), folder)
        self._patterns: dict[Path, _Patterns] = {}
        within = [above for above in (folder, *folder.parents) if above != self._top and self._top in above.parents]
        self._shows_all = any(self._ignores(above, is_folder=True) for above in within)

    def ignores(self, path: str, *, is_folder: bool) -> bool:
        """Whether git ignores the file or folder at `path`, which stands in a folder that it does not ignore."""
        return not self._shows_all and self._ignores(Path(path).absolute(), is_folder=is_folder)

    def _ignores(self, path: Path, *, is_folder: bool) -> bool:
        """Let the patterns nearest to `path` that speak of it decide."""
        for folder, patterns in self._patterns_for(path.parent):
            relative = str(path)[len(folder) :].replace(os.sep, "/").lstrip("/")
            found = verdict(patterns, f"{relative}/" if is_folder else relative)
            if found is not None:
                return found
        return False

    def _patterns_for(self, folder: Path) -> _Patterns:
        """Give the patterns for what stands in `folder`, read once."""
        if folder not in self._patterns:
            above = self._patterns_for(folder.parent) if self._top in folder.parents else ()
            own = _patterns_in(folder)
            self._patterns[folder] = ((str(folder), own), *above) if own else above
        return self._patterns[folder]


def _patterns_in(folder: Path) -> tuple[str, ...]:
    """Read the patterns of a folder, and of the repository if it is the top of one; the later decide."""
    found: list[str] = []
    for name in (".git/info/exclude", ".gitignore"):
        try:
            found += os.fsdecode((folder / name).read_bytes()).splitlines()
        except OSError:
            continue
    return tuple(line for line in found if line.strip() and not line.startswith("#"))
