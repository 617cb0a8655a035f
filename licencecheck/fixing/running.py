"""Mend many pages, and write what was mended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from licencecheck.catalogue import load_rules
from licencecheck.documents import bytes_of
from licencecheck.engine.inputs import inputs_of
from licencecheck.engine.names import check_names
from licencecheck.engine.originals import Originals
from licencecheck.engine.places import STDIN
from licencecheck.errors import UsageError
from licencecheck.fixing.mending import mend
from licencecheck.fixing.writing import folder_of, write
from licencecheck.model import FixedPage, Unreadable
from licencecheck.options import Options


def fix_pages(
    paths: Iterable[str], options: Options, *, write_fixes: bool = False, unsafe: bool = False
) -> Iterator[FixedPage | Unreadable]:
    """Mend the pages at `paths`, files, folders and `-` for standard input, in their order.

    The files stay as they are unless `write_fixes`. `unsafe` fixes replace something that the page says.

    Raises:
        UsageError: a path is not there, a name is not known, or the options do not fit together.
        RuleSetError: a rule file cannot be used.
    """
    named = list(paths)
    if write_fixes and STDIN in named:
        raise UsageError("standard input cannot be written to: leave --write out, or name the file")
    catalogue = load_rules(options.rule_folders)
    check_names(options, catalogue)
    inputs = inputs_of(named, options)
    yield from inputs.unread
    originals = Originals(options, catalogue)
    for source in inputs.pages:
        data = bytes_of(source.path, max_bytes=options.max_bytes)
        if isinstance(data, Unreadable):
            yield data
            continue
        page = mend(source, data, options, catalogue, originals.of, unsafe=unsafe, to_be_written=write_fixes)
        if isinstance(page, FixedPage) and page.fixes and write_fixes:
            page = _written(page, data, folder_of(source.path, named))
        yield page
    yield from originals.unread


def _written(page: FixedPage, before: bytes, folder: str) -> FixedPage | Unreadable:
    refusal = write(page.path, before, page.content, folder)
    if refusal is not None:
        return Unreadable(path=page.path, reason=f"The fixes are not written: {refusal}")
    return replace(page, written=True)
