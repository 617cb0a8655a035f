"""The baseline: findings of an old archive that are known, so that only new ones count."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from licencecheck.engine.places import site_path
from licencecheck.engine.upkeep import to_mend
from licencecheck.errors import ConfigurationError
from licencecheck.fingerprints import fingerprints
from licencecheck.model import Finding, Level, Location, Outcome, PageReport, Report
from licencecheck.options import Options
from licencecheck.text import excerpt

REASON = "The baseline knows it"
COUNTING = frozenset({Outcome.FAIL, Outcome.REVIEW})
"""Outcomes that can make a run fail."""
_VERSION = 1


class Known(NamedTuple):
    """A finding that a baseline knows: by its duty and its words, on whatever line it stands."""

    path: str
    """Relative to the folder of the configuration."""
    rule: str
    fingerprint: str
    message: str
    """For people who read the file."""


class Baseline:
    """The findings that are known, and which of them were met."""

    def __init__(self, known: Iterable[Known] = (), name: str = "", text: str = "") -> None:
        """Hold what the file called `name` says in `text`."""
        self.known = {each.fingerprint: each for each in known}
        self._name = name
        self._text = text
        self._met: set[str] = set()

    def knows(self, fingerprint: str) -> bool:
        """Whether a finding is known; it is then met."""
        if fingerprint in self.known:
            self._met.add(fingerprint)
            return True
        return False

    def to_mend(self, places: set[str] | None) -> Iterator[Finding]:
        """Yield one finding if entries of the pages at `places`, or of all, match nothing any more."""
        stale = [
            each
            for each in self.known.values()
            if each.fingerprint not in self._met and (places is None or each.path in places)
        ]
        if stale:
            first = stale[0]
            more = f" and {len(stale) - 1} more" if len(stale) > 1 else ""
            message = (
                f"Expected the baseline to hold only what is found, found {first.rule} on {first.path}{more} "
                f"that {'match' if more else 'matches'} nothing: `licencecheck baseline --shrink` drops "
                f"{'them' if more else 'it'}"
            )
            line = self._text.count("\n", 0, self._text.find(first.fingerprint)) + 1
            yield to_mend("stale-baseline", Level.NOTE, message, Location(self._name, line))


def read_baseline(name: str) -> Baseline:
    """Read the baseline at the path `name`; one that is not there knows nothing.

    Raises:
        ConfigurationError: it cannot be read, or is none.
    """
    try:
        text = Path(name).read_text(encoding="utf-8")
        document = json.loads(text)
        if document["version"] != _VERSION:
            raise ConfigurationError("it is of another version; record it anew: licencecheck baseline", name)
        known = [Known(**{key: str(entry[key]) for key in Known._fields}) for entry in document["findings"]]
    except FileNotFoundError:
        return Baseline()
    except OSError as error:
        raise ConfigurationError(f"the baseline cannot be read: {error.strerror}", name) from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ConfigurationError("this is no baseline; record it anew: licencecheck baseline", name) from error
    return Baseline(known, name, text)


class Recording(NamedTuple):
    """A baseline as it is to be written, and what is different from the one before."""

    known: tuple[Known, ...]
    """By path and rule."""
    added: int
    dropped: int


def recorded(before: Baseline, report: Report, options: Options, *, whole: bool, shrink: bool = False) -> Recording:
    """Record what counts in `report`, which was made without a baseline; with `shrink` only what was known `before`.

    Entries of pages that were not looked at, or could not be read, stay, unless the run looked at the `whole` site.
    """
    found = {each.fingerprint: each for page in (*report.pages, *report.templates) for each in _on(page, options)}
    if shrink:
        found = {fingerprint: each for fingerprint, each in found.items() if fingerprint in before.known}
    looked_at = {site_path(page.path, options.root) for page in (*report.pages, *report.templates)}
    unread = {site_path(page.path, options.root) for page in report.unread}
    for fingerprint, each in before.known.items():
        if each.path in unread or not (whole or each.path in looked_at):
            found.setdefault(fingerprint, each)
    return Recording(
        known=tuple(sorted(found.values(), key=lambda each: (each.path, each.rule, each.fingerprint))),
        added=len(found.keys() - before.known.keys()),
        dropped=len(before.known.keys() - found.keys()),
    )


def written(known: Iterable[Known]) -> str:
    """Write a baseline, a finding on each line, so that changes of it can be read."""
    entries = ",\n".join(json.dumps(each._asdict(), ensure_ascii=True) for each in known)
    return f'{{"version": {_VERSION}, "findings": [\n{entries}\n]}}\n'


def _on(page: PageReport, options: Options) -> Iterator[Known]:
    place = site_path(page.path, options.root)
    if place is None:
        return
    for finding, fingerprint in zip(page.findings, fingerprints(place, page.findings), strict=True):
        if finding.verdict.outcome in COUNTING:
            yield Known(place, finding.rule.name, fingerprint, excerpt(finding.verdict.message))
