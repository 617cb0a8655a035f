"""What mending has come to: the diff, what is mended, and what is left and why.

The JSON is described by `fixes.schema.json`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TextIO

from licencecheck.formats.escaping import printable_line, printable_path, quoted
from licencecheck.formats.json_writing import Object, write
from licencecheck.formats.wording import decision_on, place_of, word_of
from licencecheck.model import FixedPage, Unfixed, Unreadable
from licencecheck.text import excerpt
from licencecheck.version import __version__

SCHEMA_VERSION = 1


def render_diff(page: FixedPage, stream: TextIO) -> None:
    """Write the diff of a page as `patch` and `git apply` read it."""
    stream.writelines(printable_line(line) + "\n" for line in page.diff.split("\n")[:-1])


def render(pages: Iterable[FixedPage], unread: Iterable[Unreadable], stream: TextIO) -> None:
    """Tell what is mended on every page, what is left and why, and the counts."""
    stream.writelines(line + "\n" for line in _lines(list(pages), list(unread)))


def render_json(pages: Iterable[FixedPage], unread: Iterable[Unreadable], today: date, stream: TextIO) -> None:
    """Write the same as JSON, with the diff of every page."""
    mended, unchecked = list(pages), list(unread)
    document = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "licencecheck", "version": __version__},
        "today": today.isoformat(),
        "summary": {
            "pages": len(mended),
            "fixes": sum(len(page.fixes) for page in mended),
            "left": sum(len(page.unfixed) for page in mended),
            "unread": len(unchecked),
        },
        "pages": [_page(page) for page in mended],
        "unchecked": [{"path": page.path, "reason": excerpt(page.reason)} for page in unchecked],
    }
    write(document, stream)


def _page(page: FixedPage) -> Object:
    return {
        "path": page.path,
        "repost": page.report.repost.is_repost,
        "reason": excerpt(page.report.repost.reason),
        "rulesets": list(page.report.rulesets),
        "written": page.written,
        "fixes": [
            {
                "rules": list(fix.rules),
                "what": excerpt(fix.what),
                "line": fix.location.line,
                "column": fix.location.column,
                "safe": fix.safe,
            }
            for fix in page.fixes
        ],
        "left": [_left(left) for left in page.unfixed],
        "diff": page.diff,
    }


def _left(left: Unfixed) -> Object:
    finding = left.finding
    place = finding.verdict.location
    return {
        "rule": finding.rule.name,
        "level": finding.level.value,
        "message": excerpt(finding.verdict.message),
        "line": place.line,
        "column": place.column,
        "paste": finding.verdict.paste,
        "reason": excerpt(left.reason),
    }


def _lines(pages: list[FixedPage], unread: list[Unreadable]) -> Iterator[str]:
    for page in pages:
        if not (page.fixes or page.unfixed) and len(pages) == 1:
            yield f"{printable_path(page.path)}: {decision_on(page.report)}"
        word = "fixed" if page.written else "fixable"
        for fix in page.fixes:
            unsafe = "" if fix.safe else " (unsafe: look at it)"
            yield f"{printable_path(page.path)}: {word}: {quoted(fix.what)}{unsafe}: {', '.join(fix.rules)}"
        for left in page.unfixed:
            finding = left.finding
            place, message = place_of(finding.verdict.location), quoted(finding.verdict.message)
            yield f"{place}: {word_of(finding)}: {finding.rule.name}: {message}"
            yield f"    left:  {quoted(left.reason)}"
    for trouble in unread:
        yield f"{printable_path(trouble.path)}: unread: {quoted(trouble.reason)}"
    fixes = sum(len(page.fixes) for page in pages)
    left_over = sum(len(page.unfixed) for page in pages)
    yield (
        f"{_counted(len(pages), 'page')}: {_counted(fixes, 'fix', 'fixes')}, {_counted(left_over, 'failure')} left; "
        f"{len(unread)} unread"
    )


def _counted(number: int, one: str, more: str = "") -> str:
    return f"{number} {one if number == 1 else more or one + 's'}"
