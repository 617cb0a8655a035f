"""One page as it is read for a run: trouble with it is a value."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from licencecheck.catalogue import Catalogue
from licencecheck.documents import Document, Empty, bytes_of, read
from licencecheck.engine.inputs import Input
from licencecheck.engine.overriding import options_for
from licencecheck.errors import LicencecheckError
from licencecheck.model import Page, Unreadable
from licencecheck.options import Options

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Skipped(Unreadable):
    """An empty file in a folder: named in the report, but no trouble."""


def read_page(source: Input, options: Options, catalogue: Catalogue, *, main_text: bool = False) -> Page | Unreadable:
    """Read one page with all its facts; an empty file that is not named itself is `Skipped`."""
    document = read_document(source, options)
    if isinstance(document, Unreadable):
        return document
    return examined(document, source, options, catalogue, main_text=main_text)


def read_document(source: Input, options: Options) -> Document | Unreadable:
    """Read one page without its facts; an empty file that is not named itself is `Skipped`."""
    data = bytes_of(source.path, max_bytes=options.max_bytes) if source.content is None else source.content
    if isinstance(data, Unreadable):
        return data
    document = read(source.path, data, url=options.url, max_bytes=options.max_bytes, max_elements=options.max_elements)
    if isinstance(document, Empty) and not source.named:
        return Skipped(path=document.path, reason=document.reason)
    return document


def examined(
    document: Document, source: Input, options: Options, catalogue: Catalogue, *, main_text: bool = False
) -> Page | Unreadable:
    """Read the facts of a page, all of them, which must not change `document`: it may be examined again."""
    return surviving(document.path, lambda: page_in(document, source, options, catalogue, main_text=main_text).whole())


def page_in(
    document: Document, source: Input, options: Options, catalogue: Catalogue, *, main_text: bool = False
) -> Page:
    """Give a page whose facts are read when they are asked for; `surviving` should hold all that asks."""
    from licencecheck.evidence.page import page_of

    return page_of(
        document,
        profile=options_for(source.path, options).profile,
        known=catalogue.names,
        main_text=main_text,
        thorough=is_declared(source, options),
    )


def surviving(path: str, work: Callable[[], Result]) -> Result | Unreadable:
    """Do the work on the page at `path`: a fault of ours on one page must not lose the results of the others."""
    try:
        return work()
    except LicencecheckError:
        raise
    except Exception as bug:
        if "LICENCECHECK_DEBUG" in os.environ:
            raise
        reason = (
            f"The page could not be examined ({type(bug).__name__}): this is a bug of licencecheck, please report it"
        )
        return Unreadable(path=path, reason=reason)


def is_declared(source: Input, options: Options) -> bool:
    """Whether the user says that the page is a repost: on a folder, `--publisher` only chooses the rules."""
    return bool(options.publishers) and source.named
