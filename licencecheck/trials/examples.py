"""The examples beside a rule set: pages that its author wrote, in folders that say how they are judged.

`river-post.yaml` has them in `river-post/pass`, `river-post/fail` and `river-post/review`. A page in `pass` leaves
nothing open, one in `review` has a question and no failure, one in `fail` a failure. An `expect.yaml` beside the three
folders may say under which `profile` and `original` a page stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from licencecheck.catalogue import Catalogue
from licencecheck.catalogue.files import RuleFile
from licencecheck.configuration.profile import PROFILE, fields_of
from licencecheck.documents.folders import PAGE_ENDINGS
from licencecheck.engine.inputs import Input
from licencecheck.engine.pages import report_on
from licencecheck.errors import RuleSetError
from licencecheck.model import Original, Outcome, PageReport, SiteProfile
from licencecheck.options import Options
from licencecheck.strict_yaml.reading import read, read_text
from licencecheck.trials.running import Wrong
from licencecheck.trials.sample import TODAY

_GRAVEST_FIRST = (Outcome.FAIL, Outcome.REVIEW, Outcome.PASS)
_EXPECT = "expect.yaml"


def folder_of(file: RuleFile) -> Path:
    """Where the examples of a rule file stand: beside it; of a bundled one in a checkout, in `fixtures`."""
    beside = file.path.with_suffix("")
    return beside if file.own or beside.is_dir() else file.path.parents[2] / "fixtures" / file.id


def examples_of(file: RuleFile, catalogue: Catalogue) -> Iterator[tuple[Path, Wrong | None]]:
    """Judge every example of the rule set of `file`, by path: None where it is judged as its folder says.

    Raises:
        RuleSetError: `expect.yaml` cannot be used.
    """
    folder = folder_of(file)
    expected = _expected(folder / _EXPECT)
    for outcome in reversed(_GRAVEST_FIRST):
        for path in sorted((folder / outcome.value).glob("*")):
            if path.suffix.lower() in PAGE_ENDINGS:
                yield path, _judged(path, outcome, file.id, expected.get(path.name, {}), catalogue)


def _judged(path: Path, wanted: Outcome, ruleset: str, stated: Mapping[str, Any], catalogue: Catalogue) -> Wrong | None:
    options = Options(
        today=TODAY,
        publishers=(ruleset,),
        profile=SiteProfile(**fields_of(stated.get("profile", {}))),
    )
    known = Original(url=stated.get("original"))
    report = report_on(Input(str(path), named=True), options, catalogue, lambda _: known)
    if not isinstance(report, PageReport):
        return Wrong(page=str(path), rule=ruleset, message=report.reason)
    gravest = next((o for o in _GRAVEST_FIRST if any(f.verdict.outcome is o for f in report.findings)), Outcome.PASS)
    if gravest is wanted:
        return None
    finding = next(f for f in report.findings if f.verdict.outcome is gravest)
    return Wrong(page=str(path), rule=finding.rule.name, message=f"{gravest.value}: {finding.verdict.message}")


def _expected(path: Path) -> Mapping[str, Any]:
    """Read what is said of single pages."""
    if not path.is_file():
        return {}
    source = read(read_text(path, path.as_posix(), RuleSetError), path.as_posix(), RuleSetError)
    expected: dict[str, Any] = dict(source.data)
    for page, stated in expected.items():
        known = {"profile", "original", "publisher", "findings"}
        if not isinstance(stated, dict) or stated.keys() - known:
            raise source.error(f"of a page may be said: {', '.join(sorted(known))}", page)
        unknown = stated.get("profile", {}).keys() - PROFILE.keys()
        if unknown:
            raise source.error(f"`profile` has no key '{min(unknown)}'", page)
    return expected
