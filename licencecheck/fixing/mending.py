"""Mend one page: try what may help, and keep what a new check of the new bytes proves to help."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from licencecheck.catalogue import Catalogue
from licencecheck.engine.excusing import excuse
from licencecheck.engine.inputs import Input
from licencecheck.engine.judging import case_of
from licencecheck.engine.originals import Finder
from licencecheck.engine.overriding import options_for
from licencecheck.engine.pages import best_ways, compared, judged, page_of
from licencecheck.engine.reading import read_document
from licencecheck.fixing.additions import additions
from licencecheck.fixing.diff import unified_diff
from licencecheck.fixing.edits import Revision
from licencecheck.fixing.failures import Failure, failures_of
from licencecheck.fixing.obstacles import Obstacle
from licencecheck.fixing.page_text import PageText
from licencecheck.fixing.remedies import Remedy
from licencecheck.fixing.repairs import repairs
from licencecheck.fixing.source import Source
from licencecheck.lines import Lines
from licencecheck.model import (
    Comparison,
    Credit,
    Finding,
    Fix,
    FixedPage,
    Location,
    Original,
    Outcome,
    Page,
    PageReport,
    Place,
    Report,
    Role,
    RuleSet,
    Unfixed,
    Unreadable,
)
from licencecheck.options import Options
from licencecheck.requirements.credit_line import without_lines
from licencecheck.requirements.wording import belongs

_GRAVITY = (Outcome.NOT_APPLICABLE, Outcome.PASS, Outcome.REVIEW, Outcome.FAIL)


def mend(
    source: Input,
    data: bytes,
    options: Options,
    catalogue: Catalogue,
    find: Finder,
    *,
    unsafe: bool,
    to_be_written: bool,
) -> FixedPage | Unreadable:
    """Mend the page `data` of `source` as far as it can be done by writing into it; `find` gives its original.

    What is not known is not written, and what would replace something that the page says only if `unsafe` fixes are
    wanted. Every edit is proven by a check of the page with it: it must mend something, and break nothing. The page
    that comes out is one that no edit improves, so mending it again changes nothing. What is left is told at its place
    in the file as it will be found: with the edits, if it is `to_be_written`.
    """
    page = _read(replace(source, content=data), options, catalogue)
    if isinstance(page, Unreadable):
        return page
    original = find(page)
    if original != Original():
        options = _beside(original, options, catalogue)
        page = _read(replace(source, content=data), options, catalogue, main_text=original.page is not None)
        if isinstance(page, Unreadable):
            return page
    report = _report(page, options, catalogue, original)
    if not any(_failures_in(report)):
        return FixedPage(report=report, content=data)
    try:
        file = Source.of(data, is_html=page.format == "html")
    except Obstacle as obstacle:
        return Unreadable(path=source.path, reason=f"The page cannot be mended: {obstacle}")
    mending = _Mending(source, file, options, catalogue, original, unsafe=unsafe)
    state, fixes = mending.run(page, without={excused.finding.rule.name for excused in report.excused})
    report = _report(state.page, options, catalogue, original)
    return FixedPage(
        report=report,
        content=file.encode(state.revision.text),
        fixes=tuple(fixes),
        unfixed=tuple(
            Unfixed(
                finding=finding if to_be_written else _as_read(finding, state.revision),
                reason=mending.reasons.get(finding.rule.name, "no fix is known"),
            )
            for finding in _failures_in(report)
        ),
        diff=unified_diff(source.path, state.revision),
    )


def _read(source: Input, options: Options, catalogue: Catalogue, *, main_text: bool = False) -> Page | Unreadable:
    document = read_document(source, options)
    if isinstance(document, Unreadable):
        return document
    return page_of(document, source, options, catalogue, main_text=main_text)


def _beside(original: Original, options: Options, catalogue: Catalogue) -> Options:
    """The options with the address of the original and the rule sets of its publisher, whom the page is to credit."""
    given, options = options.original, replace(options, original=original.url)
    if options.publishers or given is None:
        return options
    names = original.page.identity.names if original.page else ()
    return replace(options, publishers=catalogue.of_site(names, [original.url] if original.url else []))


def _report(page: Page, options: Options, catalogue: Catalogue, original: Original) -> PageReport:
    """What `check` says of the page."""
    report = judged(page, options_for(page.path, options), catalogue, original)
    [counting] = excuse(Report(today=options.today, pages=(report,)), options, whole=False).pages
    return counting


def _failures_in(report: PageReport) -> Iterator[Finding]:
    return (finding for finding in report.findings if finding.verdict.outcome is Outcome.FAIL)


def _as_read(finding: Finding, revision: Revision) -> Finding:
    """The finding with its places in the text before all edits."""
    before, after = Lines(revision.original), Lines(revision.text)

    def origin(location: Location) -> Location:
        if location.line is None:
            return location
        offset = revision.origin_of(after.start(location.line) + (location.column or 1) - 1)
        line, column = before.place(offset)
        return replace(location, line=line, column=column if location.column else None)

    verdict = finding.verdict
    evidence = tuple(replace(fact, location=origin(fact.location)) for fact in verdict.evidence)
    return replace(finding, verdict=replace(verdict, location=origin(verdict.location), evidence=evidence))


@dataclass(frozen=True, slots=True)
class _State:
    """The page after some edits, and what is said of it."""

    revision: Revision
    page: Page
    comparison: Comparison | None
    ways: Sequence[tuple[RuleSet, Sequence[Finding]]]

    @property
    def findings(self) -> dict[str, Finding]:
        """What is found, by rule."""
        return {finding.rule.name: finding for _, findings in self.ways for finding in findings}

    @property
    def failing(self) -> frozenset[str]:
        """Names of the rules that complain."""
        return frozenset(name for name, one in self.findings.items() if one.verdict.outcome is Outcome.FAIL)


class _Mending:
    """Makes one edit after the other, judged by the rule sets that the page is under at first."""

    def __init__(
        self, source: Input, file: Source, options: Options, catalogue: Catalogue, original: Original, *, unsafe: bool
    ) -> None:
        self._source = source
        self._file = file
        self._options = options
        self._own = options_for(source.path, options)
        self._catalogue = catalogue
        self._original = original
        self._unsafe = unsafe
        self._said: Sequence[Credit] = ()
        """The credits that the page had before."""
        self._accepted: Collection[str] = ()
        """Rules that nobody wants mended."""
        self._rejected: dict[tuple[str, str], int] = {}
        """What did not help, with its words, and how many edits had been made by then."""
        self.reasons: dict[str, str] = {}
        """By rule, why it is not mended."""

    def run(self, page: Page, *, without: Collection[str]) -> tuple[_State, list[Fix]]:
        """Mend `page` until no edit helps any more; the configuration or baseline accepts the rules `without`."""
        self._accepted, self._said = without, page.chain
        rulesets = self._catalogue.for_page(page, self._own, self._original)
        self._own = replace(self._own, publishers=tuple(dict.fromkeys(ruleset.id for ruleset in rulesets)))
        state = self._judged(Revision(self._file.text), page)
        fixes: list[Fix] = []
        while (better := self._improved(state, len(fixes))) is not None:
            fix, state = better
            fixes.append(fix)
        return state, fixes

    def _improved(self, state: _State, done: int) -> tuple[Fix, _State] | None:
        """Make the first edit that helps; what did not help before is tried again where nothing else does."""
        self.reasons = {}
        for again in (False, True):
            for failure, remedy in self._remedies(state):
                edit = remedy.what, remedy.edit.text
                tried = self._rejected.get(edit)
                if (tried is not None) != again or tried == done:
                    continue
                try:
                    after = self._after(state, remedy)
                except Obstacle as obstacle:
                    self._blame(failure, str(obstacle))
                    continue
                if _is_better(state, after):
                    mended = tuple(sorted(state.failing - after.failing))
                    place = self._place(state.revision.origin_of(remedy.edit.start))
                    return Fix(rules=mended, what=remedy.what, location=place, safe=remedy.safe), after
                self._rejected[edit] = done
                self._blame(failure, f"tried without success: {remedy.what}")
        return None

    def _remedies(self, state: _State) -> Iterator[tuple[Failure, Remedy]]:
        """Give the edits that may help, in the order in which lines come to stand, and note what keeps from others."""
        failures = sorted(self._failures(state), key=lambda failure: failure.turn)
        source = replace(self._source, content=self._file.encode(state.revision.text))
        document = read_document(source, self._options)
        if isinstance(document, Unreadable):
            return
        bylines = (byline for byline in state.page.bylines if belongs(byline) and byline.place is not Place.BODY)
        blocks = (block for block in state.page.blocks if block.role is not Role.BODY and belongs(block))
        text = PageText(document, state.revision.text, [*blocks, *bylines])
        asked = {failure.kind for failure in failures}
        offers = chain(
            ((failure, each) for failure in failures for each in repairs(failure, text)),
            ((failure, each) for failure in failures for each in additions(failure, text, asked, self._said)),
        )
        for failure, remedy in offers:
            if isinstance(remedy, Obstacle):
                self._blame(failure, str(remedy))
            elif not (remedy.safe or self._unsafe):
                self._blame(failure, f"--unsafe-fixes may do it: {remedy.what}")
            else:
                yield failure, remedy

    def _failures(self, state: _State) -> Iterator[Failure]:
        for ruleset, findings in state.ways:
            comparison = state.comparison and without_lines(state.comparison, ruleset)
            for finding in findings:
                name = finding.rule.name
                if name in state.failing and name not in self._accepted:
                    case = case_of(finding.rule, state.page, ruleset, self._own, self._original, comparison)
                    yield from failures_of(case, name)

    def _after(self, state: _State, remedy: Remedy) -> _State:
        """Read and judge the page anew, with one more edit.

        Raises:
            Obstacle: it cannot be written, or would be read as another text.
        """
        revision = state.revision.edited(self._file.writable(remedy.edit))
        source = replace(self._source, content=self._file.encode(revision.text))
        page = _read(source, self._options, self._catalogue, main_text=self._original.page is not None)
        if isinstance(page, Unreadable) or not self._file.holds(revision.text):
            raise Obstacle(f"the page would not be read as before: {remedy.what}")
        return self._judged(revision, page)

    def _place(self, offset: int) -> Location:
        return Location(self._source.path, *Lines(self._file.text).place(offset))

    def _judged(self, revision: Revision, page: Page) -> _State:
        comparison = compared(page, self._original)
        ways = tuple(best_ways(page, self._own, self._catalogue, self._original, comparison))
        return _State(revision, page, comparison, ways)

    def _blame(self, failure: Failure, reason: str) -> None:
        self.reasons.setdefault(failure.rule, reason)


def _is_better(before: _State, after: _State) -> bool:
    """Whether an edit mends something and makes no rule complain that did not: only facets that were silent may."""
    for name, finding in after.findings.items():
        old = before.findings.get(name)
        if old is None or old.verdict.outcome is Outcome.NOT_APPLICABLE:
            continue
        if _GRAVITY.index(finding.verdict.outcome) > _GRAVITY.index(old.verdict.outcome):
            return False
    return _badness(after) < _badness(before)


def _badness(state: _State) -> tuple[int, ...]:
    """Failures of what the terms demand, of what they wish for, and questions."""
    findings = state.findings.values()
    failing = [finding.rule.level for finding in findings if finding.verdict.outcome is Outcome.FAIL]
    reviews = sum(finding.verdict.outcome is Outcome.REVIEW for finding in findings)
    return failing.count("must"), failing.count("should"), reviews
