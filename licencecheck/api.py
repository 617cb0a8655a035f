"""What programs call: each function takes what the command of its name takes, and returns frozen dataclasses."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from licencecheck.errors import UsageError
from licencecheck.model import Unreadable
from licencecheck.options import Options, day_or_today

if TYPE_CHECKING:
    from licencecheck.catalogue import Catalogue
    from licencecheck.model import Credits, FixedPage, OriginalTerms, Page, Report, SiteProfile

StrPath = str | os.PathLike[str]


def check(
    *paths: StrPath,
    publishers: Iterable[str] = (),
    url: str | None = None,
    original: str | None = None,
    originals: StrPath | None = None,
    online: bool = False,
    sources: Iterable[StrPath] = (),
    profile: SiteProfile | None = None,
    rule_folders: Iterable[StrPath] = (),
    config: StrPath | None = None,
    today: date | None = None,
    jobs: int | None = 1,
) -> Report:
    """Judge HTML pages, Markdown posts and folders of them by the rules of their publishers.

    Args:
        paths: files and folders; `-` is standard input.
        publishers: ids of the rule sets to judge by, in place of those that a page points to. A single page is then a
            repost even if it credits nobody.
        url: where the page stands on the web; for a single page.
        original: the original article of a single page: a saved page, or its address, which is fetched.
        originals: a folder of saved originals, which are found by the addresses that they state as their own.
        online: whether originals are fetched from where the credits of the pages link them.
        sources: folders of the posts that pages were built from: what is found on a page is then shown in its post.
        profile: what the site says of itself.
        rule_folders: folders of own rule files; they come before the bundled ones.
        config: a configuration file, as `.licencecheck.yml`; without it, none is looked for. A profile and folders
            that are given here stand in place of those that it names.
        today: the day to judge for; by default the day it is in UTC.
        jobs: processes to work with; None for one for each core. With more than one, the calling script must be
            importable (`if __name__ == "__main__":`).

    Raises:
        UsageError: a path does not exist, a rule set is not known, or the arguments do not fit together.
        RuleSetError: a rule file cannot be used.
        ConfigurationError: the configuration cannot be used.
    """
    from licencecheck.engine import run

    options = _options(
        publishers=publishers,
        url=url,
        original=original,
        originals=originals,
        online=online,
        sources=sources,
        profile=profile,
        rule_folders=rule_folders,
        config=config,
        today=today,
        jobs=jobs,
    )
    return run([str(path) for path in paths], options)


def extract(*paths: StrPath, url: str | None = None, jobs: int | None = 1) -> tuple[Page | Unreadable, ...]:
    """Read pages without judging them, each with its main text.

    The arguments are those of `check`. A page that is there and cannot be read comes back as `Unreadable`.

    Raises:
        UsageError: a path does not exist, or `url` is given for more than one page.
    """
    from licencecheck.engine import read_pages

    options = Options(today=day_or_today(), url=url, jobs=jobs)
    return tuple(read_pages([str(path) for path in paths], options))


def terms(
    path: StrPath,
    *,
    url: str | None = None,
    publishers: Iterable[str] = (),
    profile: SiteProfile | None = None,
    rule_folders: Iterable[StrPath] = (),
    config: StrPath | None = None,
    today: date | None = None,
) -> OriginalTerms | Unreadable:
    """Say whether an article may be reposted, and what its terms ask of whoever does.

    The `answer` is `yes`, `no`, or `ask` where the terms, the site or the article leave it open: `grants`, `doubts` and
    `questions` say why. `conditions` are what a page must do, each with the publisher's sentence; the `credits` are
    ready to paste. A page that cannot be read or fetched, or is not there, comes back as `Unreadable`, with the reason.

    Args:
        path: the article: a file, `-` for standard input, or its address, which is fetched.
        url: where a saved page stands on the web.
        publishers: ids of the rule sets that hold, where the page does not tell.
        profile: what the site that reposts says of itself.
        rule_folders: folders of own rule files.
        config: a configuration file, as for `check`.
        today: the day to judge for; by default the day it is in UTC.

    Raises:
        UsageError: a rule set is not known, or a folder of rules is not there.
        RuleSetError: a rule file cannot be used.
        ConfigurationError: the configuration cannot be used.
    """
    from licencecheck.reposting import terms_of

    options = _options(
        publishers=publishers, url=url, profile=profile, rule_folders=rule_folders, config=config, today=today
    )
    return terms_of(str(path), options, load_rules(*options.rule_folders))


def fix(
    *paths: StrPath,
    write: bool = False,
    unsafe: bool = False,
    publishers: Iterable[str] = (),
    url: str | None = None,
    original: str | None = None,
    originals: StrPath | None = None,
    online: bool = False,
    profile: SiteProfile | None = None,
    rule_folders: Iterable[StrPath] = (),
    config: StrPath | None = None,
    today: date | None = None,
) -> tuple[FixedPage | Unreadable, ...]:
    """Put into pages what their rules ask for: credit, links, byline, copyright, licence, canonical address, counter.

    Every fix is proven by a check of the page with it, and all other bytes stay. What neither the page nor its
    original tells is not made up: that failure is left, and `unfixed` says why. Fixing twice is as fixing once.

    Args:
        paths: files and folders; `-` is standard input.
        write: write the fixes into the files, each at once and only if nobody has changed it meanwhile.
        unsafe: also replace what a page says otherwise, such as a wrong year or canonical address.
        publishers: as for `check`; without them, whoever published the `original` that is given.
        url: as for `check`, and so all that follow.

    Raises:
        UsageError: a path does not exist, a rule set is not known, or the arguments do not fit together.
        RuleSetError: a rule file cannot be used.
        ConfigurationError: the configuration cannot be used.
    """
    from licencecheck.fixing import fix_pages

    options = _options(
        publishers=publishers,
        url=url,
        original=original,
        originals=originals,
        online=online,
        profile=profile,
        rule_folders=rule_folders,
        config=config,
        today=today,
    )
    return tuple(fix_pages([str(path) for path in paths], options, write_fixes=write, unsafe=unsafe))


def credit(
    path: StrPath,
    *,
    url: str | None = None,
    publishers: Iterable[str] = (),
    profile: SiteProfile | None = None,
    rule_folders: Iterable[StrPath] = (),
    config: StrPath | None = None,
    today: date | None = None,
) -> Credits | Unreadable:
    """Write the credit that a repost of an article needs, as HTML, Markdown, plain text and front matter.

    What is not known stands in it as a named gap, `{url}`; `gaps` names them. The arguments and errors are those of
    `terms`.
    """
    told = terms(
        path,
        url=url,
        publishers=publishers,
        profile=profile,
        rule_folders=rule_folders,
        config=config,
        today=today,
    )
    return told if isinstance(told, Unreadable) else told.credits


def load_rules(*folders: StrPath) -> Catalogue:
    """Give the bundled rule sets, and before them those of the rule files in `folders`.

    Raises:
        UsageError: there is no such folder.
        RuleSetError: a rule file of these folders cannot be used.
    """
    from licencecheck.catalogue import load_rules as load

    return load([str(folder) for folder in folders])


def _options(
    *,
    publishers: Iterable[str],
    profile: SiteProfile | None,
    rule_folders: Iterable[StrPath],
    today: date | None,
    originals: StrPath | None = None,
    sources: Iterable[StrPath] = (),
    config: StrPath | None = None,
    **named: Any,
) -> Options:
    """What is given here comes before what the configuration says."""
    if isinstance(publishers, str):
        raise UsageError(f"publishers: expected a list of ids, as in [{publishers!r}]")
    if isinstance(today, datetime) or not isinstance(today, date | None):
        raise UsageError(f"today: expected a datetime.date, found {today!r}")
    configured = {} if config is None else _configured(Path(config))
    given = {
        "profile": profile,
        "rule_folders": tuple(map(str, rule_folders)),
        "sources": tuple(map(str, sources)),
        "originals": None if originals is None else str(originals),
    }
    configured |= {name: value for name, value in given.items() if value not in (None, ())}
    return Options(today=day_or_today(today), publishers=tuple(publishers), **named, **configured)


def _configured(path: Path) -> dict[str, Any]:
    from licencecheck.configuration.settings import settings_of

    return settings_of(path, {}).options()
