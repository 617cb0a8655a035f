"""The run over many pages: what it reads and judges, and the report of it.

What few runs need is loaded by those, since loading is what the check of one page costs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from operator import attrgetter

from licencecheck.catalogue import Catalogue, load_rules
from licencecheck.engine.inputs import Input, Inputs, has_posts, inputs_of, is_whole
from licencecheck.engine.jobs import PARALLEL_FROM, Progress, results_of
from licencecheck.engine.names import check_names
from licencecheck.engine.originals import Originals
from licencecheck.engine.pages import report_on
from licencecheck.engine.reading import Skipped, read_page
from licencecheck.model import Page, PageReport, Report, Unreadable
from licencecheck.options import Options
from licencecheck.requirements import explained


def run(paths: Iterable[str], options: Options, progress: Progress | None = None) -> Report:
    """Check the pages at `paths`: files, folders, and `-` for standard input.

    An interruption (Ctrl-C) while pages are read ends the run with the report on those that are done.

    Raises:
        UsageError: a path is not there, a name is not known, or the options do not fit together.
        RuleSetError: a rule file cannot be used.
    """
    paths = list(paths)
    catalogue = _catalogue(options)
    inputs = inputs_of(paths, options)
    posts, empty = _posts(inputs, options)
    originals = Originals(options, catalogue)
    pages: list[PageReport] = []
    templates: tuple[PageReport, ...] = ()
    unread, skipped = inputs.unread, list[Unreadable]()
    interrupted = False
    try:
        for result in _reports(_with_posts(inputs, posts), options, catalogue, originals, progress):
            if isinstance(result, PageReport):
                pages.append(result)
            else:
                (skipped if isinstance(result, Skipped) else unread).append(result)
        if has_posts(options):
            from licencecheck.engine.tracing import traced

            pages, templates = traced(pages, posts, options, catalogue, originals.of)
    except KeyboardInterrupt:
        interrupted = True
        asked = {page.path for page in inputs.pages}
        pages = [page for page in pages if page.path in asked]
    names = {name for page in pages for name in page.rulesets}
    report = Report(
        today=options.today,
        pages=tuple(pages),
        templates=templates,
        rulesets=tuple(catalogue.ruleset(name) for name in sorted(names)),
        types=explained(finding.rule for page in (*pages, *templates) for finding in page.findings),
        unread=tuple(sorted([*unread, *originals.unread], key=attrgetter("path"))),
        skipped=tuple(sorted(skipped, key=attrgetter("path"))),
        notes=tuple(_notes(inputs, options, empty, found=bool(pages if has_posts(options) else inputs.pages))),
        interrupted=interrupted,
        fail_on=options.fail_on,
    )
    if not (options.include or options.ignores or options.baseline or options.profile.attestations):
        return report
    from licencecheck.engine.excusing import excuse

    return excuse(report, options, whole=is_whole(paths, options) and not interrupted)


def _posts(inputs: Inputs, options: Options) -> tuple[dict[Input, bool], list[str]]:
    if not has_posts(options):
        return {}, []
    from licencecheck.engine.pairing import posts_of

    return posts_of(inputs, options)


def _reports(
    sources: Sequence[Input],
    options: Options,
    catalogue: Catalogue,
    originals: Originals,
    progress: Progress | None,
) -> Iterator[PageReport | Unreadable]:
    """Report on every page in order; what the cache knows is not read again."""
    if len(sources) < PARALLEL_FROM or options.online or not options.cache:
        yield from results_of(partial(_report, originals), sources, options, catalogue, progress)
        return
    from licencecheck.engine.cache import Cache

    cache = Cache(options, originals.saved)
    known = [cache.find(source) for source in sources]
    unknown = [source for source, report in zip(sources, known, strict=True) if report is None]
    fresh = results_of(partial(_report, originals), unknown, options, catalogue, progress)
    try:
        for source, report in zip(sources, known, strict=True):
            if report is not None:
                yield report
                continue
            result = next(fresh)
            cache.keep(source, result)
            yield result
    finally:
        cache.save()


def _report(originals: Originals, source: Input, options: Options, catalogue: Catalogue) -> PageReport | Unreadable:
    return report_on(source, options, catalogue, originals.of)


def _with_posts(inputs: Inputs, posts: Mapping[Input, bool]) -> list[Input]:
    """Give all that must be read: what was asked for, and the other posts, from which the asked pages may be made."""
    return [*inputs.pages, *(post for post, asked in posts.items() if not asked)]


def _notes(inputs: Inputs, options: Options, empty: Iterable[str], *, found: bool) -> Iterator[str]:
    for folder in empty:
        yield f"No posts in {folder}: what is found on pages built from there is shown on the pages"
    if found or inputs.unread:
        return
    if options.changed_since is None:
        yield "Nothing to check: the configuration or git leaves out every page"
    else:
        yield f"Nothing to check: no page has changed since {options.changed_since}"


def read_pages(paths: Iterable[str], options: Options, progress: Progress | None = None) -> Iterator[Page | Unreadable]:
    """Read the pages at `paths` without judging them, each with its main text, in the order of the paths.

    Raises:
        UsageError: a path is not there, or the options do not fit together.
    """
    inputs = inputs_of(paths, options)
    yield from inputs.unread
    yield from results_of(partial(read_page, main_text=True), inputs.pages, options, _catalogue(options), progress)


def _catalogue(options: Options) -> Catalogue:
    """Load the rules, and see that the options name nothing else, so that a wrong name is told before all work."""
    catalogue = load_rules(options.rule_folders)
    check_names(options, catalogue)
    return catalogue
