"""The exceptions of a run. Trouble with one page is no exception but a value: `model.Unreadable`.

LicencecheckError
├── UsageError               the command was called in a way that cannot be carried out
│   └── UnknownNameError     it names a rule, type, question or rule set that there is not
└── FileError                a file that the user wrote cannot be used: path, 1-based line, and what would be right
    ├── RuleSetError         a rule file
    └── ConfigurationError   the configuration or the baseline
"""

from __future__ import annotations

from typing import ClassVar


class LicencecheckError(Exception):
    """Anything that keeps a whole run from being done; the message is for the user."""


class UsageError(LicencecheckError):
    """The options or paths of a call do not fit together."""


class UnknownNameError(UsageError):
    """A name of something that there is not."""

    def __init__(self, message: str, key: str, name: str) -> None:
        """Say `message` of `name`, which was given under `key` of the configuration or the option of that sense."""
        super().__init__(message)
        self.key = key
        self.name = name


class FileError(LicencecheckError):
    """A file of the user that cannot be used."""

    subject: ClassVar[str] = "the file"
    """What messages call the file as a whole."""

    def __init__(self, message: str, path: str, line: int | None = None, see: str | None = None) -> None:
        """Say `message` of the file at `path`, at its 1-based `line` where that is known; `see` tells more."""
        place = f"{path}:{line}" if line else path
        super().__init__(f"{place}: {message}")
        self.path = path
        self.line = line
        self.see = see


class RuleSetError(FileError):
    """A rule file that cannot be used."""

    subject = "a rule file"


class ConfigurationError(FileError):
    """A configuration or baseline that cannot be used."""

    subject = "the configuration"
