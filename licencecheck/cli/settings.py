"""The configuration as commands take it up, and what the command line says in its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from licencecheck.configuration import NAME
from licencecheck.errors import UnknownNameError, UsageError

if TYPE_CHECKING:
    from licencecheck.configuration.settings import Settings
    from licencecheck.strict_yaml.reading import Value


def settings_for(paths: Sequence[str] | None, file: Path | None, typed: dict[str, Value]) -> Settings:
    """Read the configuration `file`, or the one that belongs to the pages at `paths`; `typed` wins over what it says.

    Raises:
        ConfigurationError: it cannot be used.
    """
    from licencecheck.configuration.file import find
    from licencecheck.configuration.settings import settings_of

    return settings_of(file or find(paths or ()), typed)


def whole_site(settings: Settings) -> list[str]:
    """Give what is looked at where a call names no page.

    Raises:
        UsageError: there is no configuration that says where the site is.
    """
    if settings.file is None:
        raise UsageError(f"name pages or folders, or write a {NAME}, of which all pages are checked: licencecheck init")
    from licencecheck.configuration.file import shown

    return [shown(settings.root)]


@contextmanager
def told_by_line(settings: Settings) -> Iterator[None]:
    """Tell a name that is not known with its line of the configuration."""
    try:
        yield
    except UnknownNameError as error:
        raise settings.located(error) from error
