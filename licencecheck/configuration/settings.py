"""What holds for a run: the words of the command line over those of the configuration file."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, cast

from licencecheck.configuration import BASELINE, CACHE
from licencecheck.configuration.file import read_configuration, shown
from licencecheck.configuration.profile import PROFILE, fields_of
from licencecheck.errors import LicencecheckError, UnknownNameError
from licencecheck.evidence.front_matter.keys import folded
from licencecheck.model import Attestation, Location, SiteProfile
from licencecheck.options import Ignore, Include, Override
from licencecheck.patterns import matches
from licencecheck.strict_yaml.reading import Source, Steps, Value

COMMAND_LINE = "command line"
DEFAULT = "default"
_DEFAULTS: Mapping[str, Value] = {
    "include": "all pages",
    "exclude": "none",
    "gitignore": True,
    "sources": "none",
    "rules": "the bundled ones only",
    "originals": "none",
    "front-matter": "the usual keys",
    "attestations": "none",
    "declined": "none",
    "overrides": "none",
    "ignore": "none",
    "fail-on": "error",
}
"""What holds for each key of which nothing is said, in the words of `config show`."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What is said by keys as in the file, and who said it."""

    file: Source | None
    typed: Mapping[str, Value]
    """Of the command line: its mappings and lists are joined with those of the file, else it wins."""
    root: Path
    """The folder of the file, else the working directory."""

    def said(self, key: str) -> Value:
        """What holds for `key`; None if nothing is said of it."""
        ours = self.file.data.get(key) if self.file else None
        theirs = self.typed.get(key)
        if isinstance(ours, dict) and isinstance(theirs, dict):
            return {**ours, **theirs}
        if isinstance(ours, list) and isinstance(theirs, list):
            return [*theirs, *ours]
        return ours if theirs is None else theirs

    def origin(self, *steps: str | int) -> str:
        """Say who said the value at `steps`: a place in the file, the command line, or nobody, which is the default."""
        key, *rest = steps
        theirs = self.typed.get(str(key))
        if isinstance(theirs, list) and rest:
            index = int(rest[0])
            if index < len(theirs):
                return COMMAND_LINE
            rest[0] = index - len(theirs)
        elif theirs is not None and (not rest or (isinstance(theirs, dict) and rest[0] in theirs)):
            return COMMAND_LINE
        place: Steps = (key, *rest)
        if self.file and place in self.file.lines:
            return f"{self.file.path}:{self.file.line_at(place)}"
        return DEFAULT

    def effective(self, page: str | None = None) -> Iterator[tuple[str, Value, str]]:
        """Yield every key with its value and who said it; keys of the profile and items of lists by themselves.

        `page` is a path relative to the root: what overrides say of it stands in place of what holds elsewhere.
        """
        here = dict(self._overridden(page)) if page is not None else {}
        everywhere = {key: (value, origin) for key, value, origin in self._everywhere()}
        yield from ((key, value, origin) for key, (value, origin) in (everywhere | here).items())

    def _overridden(self, page: str) -> Iterator[tuple[str, tuple[Value, str]]]:
        typed = cast(dict[str, Value], self.typed.get("profile") or {})
        for index, override in enumerate(self._items("overrides")):
            if not matches(tuple(override["files"]), page):
                continue
            for part in ("profile", "declined"):
                for key, value in override.get(part, {}).items():
                    if part != "profile" or key not in typed:
                        yield f"{part}.{key}", (value, self.origin("overrides", index, part, key))
            if "publishers" in override:
                yield "publishers", (override["publishers"], self.origin("overrides", index, "publishers"))

    def _everywhere(self) -> Iterator[tuple[str, Value, str]]:
        profile = cast(dict[str, Value], self.said("profile") or {})
        for key in PROFILE:
            yield f"profile.{key}", profile.get(key, "not said"), self.origin("profile", key)
        for key, default in _DEFAULTS.items():
            value = self.said(key)
            if isinstance(value, dict):
                yield from ((f"{key}.{name}", part, self.origin(key, name)) for name, part in value.items())
            elif isinstance(value, list):
                yield from ((f"{key}[{index}]", part, self.origin(key, index)) for index, part in enumerate(value))
            else:
                yield key, default if value is None else value, self.origin(key)

    def located(self, error: UnknownNameError) -> LicencecheckError:
        """Give the error with the line of the file where the name stands, unless the command line gave it."""
        for steps in self.file.lines if self.file else ():
            if self.file and steps[0] == error.key and error.name in (steps[-1], self.file.value_at(steps)):
                return self.file.error(str(error), *steps)
        return error

    def options(self) -> dict[str, Any]:
        """Turn it into fields of `options.Options`.

        Raises:
            ConfigurationError: a folder of rules, originals or posts is not there.
        """
        return {
            "profile": self._profile(),
            "rule_folders": tuple(self._folders("rules")),
            "originals": self._originals(),
            "root": str(self.root),
            "include": tuple(self._includes(self.file)) if self.file else (),
            "exclude": tuple(self._items("exclude")),
            "gitignore": self.said("gitignore") is not False,
            "sources": tuple(self._folders("sources")),
            "overrides": tuple(map(self._override, self._items("overrides"))),
            "ignores": tuple(self._ignores(self.file)) if self.file else (),
            "baseline": shown(self.root / BASELINE),
            "cache": str(self.root / CACHE),
            "fail_on": self.said("fail-on") or _DEFAULTS["fail-on"],
        }

    def _items(self, key: str) -> list[Any]:
        return cast(list[Any], self.said(key) or [])

    def _profile(self) -> SiteProfile:
        keys = cast(dict[str, list[str]], self.said("front-matter") or {})
        return SiteProfile(
            **fields_of(cast(dict[str, Value], self.said("profile") or {})),
            attestations=tuple(self._attestations()),
            declined=cast(dict[str, str], self.said("declined") or {}),
            front_matter={folded(name): role for role, names in keys.items() for name in names},
        )

    def _attestations(self) -> Iterator[Attestation]:
        yield from map(_attestation, cast(list[Any], self.typed.get("attestations") or []))
        if self.file:
            for index, said in enumerate(cast(list[Any], self.file.data.get("attestations") or [])):
                yield _attestation(said, Location(self.file.path, self.file.line_at(("attestations", index))))

    def _override(self, said: Mapping[str, Any]) -> Override:
        """Read an override; what the command line says of the profile, it says of all pages."""
        typed = cast(dict[str, Value], self.typed.get("profile") or {})
        profile = {key: value for key, value in said.get("profile", {}).items() if key not in typed}
        return Override(
            files=tuple(said["files"]),
            profile=fields_of(profile),
            declined=said.get("declined", {}),
            publishers=tuple(said.get("publishers", ())),
        )

    def _includes(self, file: Source) -> Iterator[Include]:
        for index, pattern in enumerate(self._items("include")):
            yield Include(pattern=pattern, location=Location(file.path, file.line_at(("include", index))))

    def _ignores(self, file: Source) -> Iterator[Ignore]:
        for index, said in enumerate(self._items("ignore")):
            yield Ignore(
                path=said["path"],
                rule=said["rule"],
                reason=said["reason"],
                until=_day(said.get("until")),
                location=Location(file.path, file.line_at(("ignore", index))),
            )

    def _folders(self, key: str) -> Iterator[str]:
        """Yield the folders that stand under `key`."""
        for index, folder in enumerate(self._items(key)):
            if self.origin(key, index) == COMMAND_LINE:
                yield folder
                continue
            yield self._folder(key, folder, index)

    def _originals(self) -> str | None:
        folder = cast(str | None, self.said("originals"))
        is_of_file = folder is not None and self.origin("originals") != COMMAND_LINE
        return self._folder("originals", folder) if folder and is_of_file else folder

    def _folder(self, key: str, folder: str, *steps: int) -> str:
        """A folder that the file names, as seen from the working directory."""
        path = self.root / folder
        if self.file and not path.exists():
            raise self.file.error(f"no such folder of {key}: {folder}", key, *steps)
        return os.path.relpath(path) if path.is_relative_to(Path.cwd()) else str(path)


def settings_of(path: Path | None, typed: Mapping[str, Value]) -> Settings:
    """Read the configuration at `path`, if there is one; what is `typed` on the command line comes before it.

    Raises:
        ConfigurationError: it cannot be used.
    """
    return Settings(
        file=read_configuration(path) if path else None,
        typed={key: value for key, value in typed.items() if value},
        root=path.absolute().parent if path else Path.cwd(),
    )


def _attestation(said: Mapping[str, str], location: Location | None = None) -> Attestation:
    return Attestation(
        id=said["id"],
        answer=said["answer"],
        who=said["who"],
        on=date.fromisoformat(said["on"]),
        until=_day(said.get("until")),
        applies_to=said.get("for"),
        location=location,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
