"""The original of a page: as its address says, or read from the file that is given."""

from __future__ import annotations

from dataclasses import replace

from licencecheck.catalogue import Catalogue
from licencecheck.documents.opening import is_address
from licencecheck.engine.inputs import Input
from licencecheck.engine.reading import read_page
from licencecheck.errors import UsageError
from licencecheck.model import Original, Page, SiteProfile, Unreadable
from licencecheck.options import Options


def original_given(options: Options, catalogue: Catalogue) -> Original:
    """Give what `--original` tells: an address alone, or a page with its main text.

    Raises:
        UsageError: the file cannot be read as a page.
    """
    given = options.original
    if given is None or is_address(given):
        return Original(url=given)
    foreign = replace(options, url=None, profile=SiteProfile(), publishers=(), overrides=())
    page = read_page(Input(given, named=True), foreign, catalogue, main_text=True)
    if isinstance(page, Unreadable):
        raise UsageError(f"--original {given}: {page.reason}")
    return original_from(page)


def original_from(page: Page) -> Original:
    """Say of an original what its page says."""
    return Original(
        url=page.url,
        title=page.title,
        authors=tuple(dict.fromkeys(byline.name for byline in page.bylines)),
        published=page.published,
        page=page,
    )
