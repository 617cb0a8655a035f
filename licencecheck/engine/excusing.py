"""Findings that the configuration or the baseline accepts, and entries of these that are of no use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter

from licencecheck.engine.answers import expired_answers
from licencecheck.engine.baseline import COUNTING, REASON, Baseline, read_baseline
from licencecheck.engine.including import unused_includes
from licencecheck.engine.places import site_path
from licencecheck.engine.upkeep import by_file, to_mend
from licencecheck.fingerprints import fingerprints
from licencecheck.model import Excused, Finding, Level, PageReport, Report, Unreadable
from licencecheck.options import UNREADABLE, Ignore, Options
from licencecheck.patterns import matches


def excuse(report: Report, options: Options, *, whole: bool) -> Report:
    """Set aside what an ignore or the baseline accepts, and add what is to be mended of these and of recorded answers.

    An entry is of no use if none of the pages that it names needed it; one that names no page, only if the run looked
    at the `whole` site.

    Raises:
        ConfigurationError: the baseline cannot be used.
    """
    ignores = _Ignores(options)
    baseline = read_baseline(options.baseline) if options.baseline else Baseline()
    if not (options.include or options.ignores or baseline.known or options.profile.attestations):
        return report
    paths = [page.path for page in (*report.pages, *report.templates)] + [
        page.path for page in (*report.unread, *report.skipped)
    ]
    places = None if whole else {place for path in paths if (place := site_path(path, options.root))}
    pages = tuple(_excused(page, ignores, baseline, options) for page in report.pages)
    templates = tuple(_excused(template, ignores, baseline, options) for template in report.templates)
    unread = {page: ignores.reason(page.path, UNREADABLE) for page in report.unread}
    accepted = [_accepted(page, reason) for page, reason in unread.items() if reason is not None]
    return replace(
        report,
        pages=pages,
        templates=templates,
        unread=tuple(page for page, reason in unread.items() if reason is None),
        skipped=tuple(sorted([*report.skipped, *accepted], key=attrgetter("path"))),
        upkeep=by_file(
            [
                *(unused_includes(report, options) if whole else ()),
                *expired_answers(report, options, whole=whole),
                *ignores.to_mend(places),
                *baseline.to_mend(places),
            ]
        ),
    )


def _accepted(page: Unreadable, reason: str) -> Unreadable:
    return replace(page, reason=f"{page.reason}; accepted: {reason}")


def _excused(page: PageReport, ignores: _Ignores, baseline: Baseline, options: Options) -> PageReport:
    if not page.findings:
        return page
    kept: list[Finding] = []
    excused: list[Excused] = []
    prints = fingerprints(site_path(page.path, options.root) or page.path, page.findings)
    for finding, fingerprint in zip(page.findings, prints, strict=True):
        reason = None
        if finding.verdict.outcome in COUNTING:
            reason = ignores.reason(page.path, finding.rule.name, finding.rule.requires)
            reason = reason or (REASON if baseline.knows(fingerprint) else None)
        if reason is None:
            kept.append(finding)
        else:
            excused.append(Excused(finding=finding, reason=reason))
    return replace(page, findings=tuple(kept), excused=(*page.excused, *excused))


class _Ignores:
    """The ignores of a run, and which of them were needed."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._by_rule: dict[str, list[Ignore]] = defaultdict(list)
        self._needed: set[Ignore] = set()
        for ignore in options.ignores:
            if not self._is_expired(ignore):
                self._by_rule[ignore.rule].append(ignore)

    def reason(self, path: str, *names: str) -> str | None:
        """Give the reason why one of the rules `names` is accepted on the page at `path`; None if it is not."""
        known = [each for name in names for each in self._by_rule.get(name, ())]
        place = site_path(path, self._options.root) if known else None
        for ignore in known:
            if place is not None and matches((ignore.path,), place):
                self._needed.add(ignore)
                return ignore.reason
        return None

    def to_mend(self, places: set[str] | None) -> Iterator[Finding]:
        """Yield a finding for every ignore that names one of `places`, or whatever it names, and accepts nothing."""
        for ignore in self._options.ignores:
            if places is not None and not any(matches((ignore.path,), place) for place in places):
                continue
            what = f"an ignore of {ignore.rule} on {ignore.path}"
            if self._is_expired(ignore):
                message = f"Expected {what} that is in force, found one that held until {ignore.until}"
                yield to_mend("expired-ignore", Level.WARNING, message, ignore.location)
            elif ignore not in self._needed:
                message = f"Expected {what} to accept a finding, found none"
                yield to_mend("unused-ignore", Level.WARNING, message, ignore.location)

    def _is_expired(self, ignore: Ignore) -> bool:
        return ignore.until is not None and ignore.until < self._options.today
