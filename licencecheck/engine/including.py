"""The pages that the configuration includes: an entry that names none is most likely a slip."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from licencecheck.configuration.generators import generator_in
from licencecheck.engine.places import site_path
from licencecheck.engine.upkeep import to_mend
from licencecheck.errors import ConfigurationError
from licencecheck.model import Finding, Level, Report
from licencecheck.options import Options
from licencecheck.patterns import matches


def nothing_included(options: Options) -> ConfigurationError:
    """Say that a run would look at nothing: none of the patterns names a page that is not left out."""
    patterns = ", ".join(each.pattern for each in options.include)
    place = options.include[0].location
    return ConfigurationError(f"include: no page to check is named by {patterns}", place.path, place.line)


def unused_includes(report: Report, options: Options) -> Iterator[Finding]:
    """Yield a warning for every pattern that names none of the pages of a run over the whole site.

    One that takes back names none, and the folders of a site generator may still be empty: it has nothing to build, or
    has not built it yet.
    """
    found = generator_in(Path(options.root))
    known = {*found[0].sources, found[0].built} if found else set()
    unused = [each for each in options.include if each.pattern[:1] != "!" and each.pattern.strip("/") not in known]
    for place in _places(report, options) if unused else ():
        unused = [each for each in unused if not matches((each.pattern,), place)]
    for each in unused:
        message = f"Expected {each.pattern} under include to name a page, found none"
        yield to_mend("unused-include", Level.WARNING, message, each.location)


def _places(report: Report, options: Options) -> Iterator[str]:
    """The pages of a run, those that were built and the posts from which they were."""
    paths = [path for page in report.pages for path in (page.path, page.built) if path]
    paths += [page.path for page in (*report.unread, *report.skipped)]
    yield from filter(None, (site_path(path, options.root) for path in paths))
