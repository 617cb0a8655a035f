"""Findings that the configuration accepts, and entries that accept nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from licencecheck.engine.places import site_path
from licencecheck.engine.upkeep import by_file, to_mend
from licencecheck.model import Excused, Finding, Level, Outcome, PageReport, Report, Unreadable
from licencecheck.options import UNREADABLE, Ignore, Options
from licencecheck.patterns import matches

_COUNTING = frozenset({Outcome.FAIL, Outcome.REVIEW})


def excuse(report: Report, options: Options, *, whole: bool) -> Report:
    """Set aside what an ignore accepts, and add what is to be mended of the ignores.

    An ignore is unused if none of the pages that it names needed it; one that names no page, only if the run looked at
    the `whole` site.
    """
    ignores = _Ignores(options)
    pages = tuple(ignores.on_page(page) for page in report.pages)
    unread = {page: ignores.reason(page.path, UNREADABLE) for page in report.unread}
    named = [page.path for page in report.pages] + [page.path for page in (*report.unread, *report.skipped)]
    return replace(
        report,
        pages=pages,
        unread=tuple(page for page, reason in unread.items() if reason is None),
        skipped=(*report.skipped, *(_accepted(page, reason) for page, reason in unread.items() if reason is not None)),
        upkeep=by_file(ignores.to_mend(None if whole else named)),
    )


def _accepted(page: Unreadable, reason: str) -> Unreadable:
    return replace(page, reason=f"{page.reason}; accepted: {reason}")


class _Ignores:
    """The ignores of a run, and which of them were needed."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._by_rule: dict[str, list[Ignore]] = defaultdict(list)
        self._needed: set[Ignore] = set()
        for ignore in options.ignores:
            if not self._is_expired(ignore):
                self._by_rule[ignore.rule].append(ignore)

    def on_page(self, page: PageReport) -> PageReport:
        if not self._by_rule or not page.findings:
            return page
        kept: list[Finding] = []
        excused = list(page.excused)
        for finding in page.findings:
            counts = finding.verdict.outcome in _COUNTING
            reason = self.reason(page.path, finding.rule.name, finding.rule.requires) if counts else None
            if reason is None:
                kept.append(finding)
            else:
                excused.append(Excused(finding=finding, reason=reason))
        return replace(page, findings=tuple(kept), excused=tuple(excused))

    def reason(self, path: str, *names: str) -> str | None:
        """Give the reason why one of the rules `names` is accepted on the page at `path`; None if it is not."""
        place = site_path(path, self._options.root)
        for ignore in (each for name in names for each in self._by_rule.get(name, ())):
            if place is not None and matches((ignore.path,), place):
                self._needed.add(ignore)
                return ignore.reason
        return None

    def to_mend(self, paths: Iterable[str] | None) -> Iterator[Finding]:
        """Yield a finding for every ignore that names one of `paths`, or whatever it names, and accepts nothing."""
        places = None if paths is None else [site_path(path, self._options.root) for path in paths]
        for ignore in self._options.ignores:
            if places is not None and not any(place and matches((ignore.path,), place) for place in places):
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
