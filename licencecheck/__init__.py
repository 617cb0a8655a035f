"""Republishing-compliance checker for web pages and blog posts.

`terms` says before reposting what an article asks, `credit` writes its credit; `check` judges pages by the rules of
their publishers, `fix` mends them, `extract` shows what is read from them, `load_rules` gives the rule sets. What they
return are the frozen dataclasses of `licencecheck.model`, which stand here by name too.
Nothing is loaded before it is used, and nothing is fetched from the network that you do not name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from licencecheck.version import __version__

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable
    from datetime import date
    from typing import Any

    from licencecheck.catalogue import Catalogue
    from licencecheck.errors import ConfigurationError, LicencecheckError, RuleSetError, UsageError
    from licencecheck.model import (
        Attestation,
        Confidence,
        Credit,
        Credits,
        Fact,
        Finding,
        Fix,
        FixedPage,
        Level,
        Location,
        OriginalTerms,
        Outcome,
        Page,
        PageReport,
        Report,
        RepostDecision,
        Rule,
        RuleSet,
        SiteProfile,
        Terms,
        Unfixed,
        Unreadable,
        Verdict,
    )
    from licencecheck.options import Options

__all__ = [
    "Attestation",
    "Catalogue",
    "Confidence",
    "ConfigurationError",
    "Credit",
    "Credits",
    "Fact",
    "Finding",
    "Fix",
    "FixedPage",
    "Level",
    "LicencecheckError",
    "Location",
    "OriginalTerms",
    "Outcome",
    "Page",
    "PageReport",
    "Report",
    "RepostDecision",
    "Rule",
    "RuleSet",
    "RuleSetError",
    "SiteProfile",
    "Terms",
    "Unfixed",
    "Unreadable",
    "UsageError",
    "Verdict",
    "__version__",
    "check",
    "credit",
    "extract",
    "fix",
    "load_rules",
    "terms",
]


def check(
    *paths: str | os.PathLike[str],
    publishers: Iterable[str] = (),
    url: str | None = None,
    original: str | None = None,
    originals: str | os.PathLike[str] | None = None,
    online: bool = False,
    sources: Iterable[str | os.PathLike[str]] = (),
    profile: SiteProfile | None = None,
    rule_folders: Iterable[str | os.PathLike[str]] = (),
    config: str | os.PathLike[str] | None = None,
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


def _options(
    *,
    publishers: Iterable[str],
    profile: SiteProfile | None,
    rule_folders: Iterable[str | os.PathLike[str]],
    today: date | None,
    originals: str | os.PathLike[str] | None = None,
    sources: Iterable[str | os.PathLike[str]] = (),
    config: str | os.PathLike[str] | None = None,
    **named: Any,
) -> Options:
    """What is given here comes before what the configuration says."""
    from datetime import date, datetime

    from licencecheck.errors import UsageError
    from licencecheck.options import Options, day_or_today

    if isinstance(publishers, str):
        raise UsageError(f"publishers: expected a list of ids, as in [{publishers!r}]")
    if isinstance(today, datetime) or not isinstance(today, date | None):
        raise UsageError(f"today: expected a datetime.date, found {today!r}")
    configured = _configured(config) if config is not None else {}
    if profile is not None:
        configured["profile"] = profile
    if folders := tuple(map(str, rule_folders)):
        configured["rule_folders"] = folders
    if posts := tuple(map(str, sources)):
        configured["sources"] = posts
    if originals is not None:
        configured["originals"] = str(originals)
    return Options(today=day_or_today(today), publishers=tuple(publishers), **named, **configured)


def _configured(path: str | os.PathLike[str]) -> dict[str, Any]:
    from pathlib import Path

    from licencecheck.configuration.settings import settings_of

    return settings_of(Path(path), {}).options()


def extract(
    *paths: str | os.PathLike[str], url: str | None = None, jobs: int | None = 1
) -> tuple[Page | Unreadable, ...]:
    """Read pages without judging them, each with its main text.

    The arguments are those of `check`.

    Raises:
        UsageError: a path does not exist, or `url` is given for more than one page.
    """
    from licencecheck.engine import read_pages
    from licencecheck.options import Options, day_or_today

    options = Options(today=day_or_today(), url=url, jobs=jobs)
    return tuple(read_pages([str(path) for path in paths], options))


def terms(
    path: str | os.PathLike[str],
    *,
    url: str | None = None,
    publishers: Iterable[str] = (),
    profile: SiteProfile | None = None,
    rule_folders: Iterable[str | os.PathLike[str]] = (),
    config: str | os.PathLike[str] | None = None,
    today: date | None = None,
) -> OriginalTerms | Unreadable:
    """Say whether an article may be reposted, and what its terms ask of whoever does.

    The `answer` is `yes`, `no`, or `ask` where the terms, the site or the article leave it open: `grants`, `doubts` and
    `questions` say why. `conditions` are what a page must do, each with the publisher's sentence; the `credits` are
    ready to paste. A page that cannot be read or fetched comes back as `Unreadable`, with the reason.

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
    *paths: str | os.PathLike[str],
    write: bool = False,
    unsafe: bool = False,
    publishers: Iterable[str] = (),
    url: str | None = None,
    original: str | None = None,
    originals: str | os.PathLike[str] | None = None,
    online: bool = False,
    profile: SiteProfile | None = None,
    rule_folders: Iterable[str | os.PathLike[str]] = (),
    config: str | os.PathLike[str] | None = None,
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
    path: str | os.PathLike[str],
    *,
    url: str | None = None,
    publishers: Iterable[str] = (),
    profile: SiteProfile | None = None,
    rule_folders: Iterable[str | os.PathLike[str]] = (),
    config: str | os.PathLike[str] | None = None,
    today: date | None = None,
) -> Credits | Unreadable:
    """Write the credit that a repost of an article needs, as HTML, Markdown, plain text and front matter.

    What is not known stands in it as a named gap, `{url}`; `gaps` names them. The arguments and errors are those of
    `terms`.
    """
    from licencecheck.model import Unreadable

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


def load_rules(*folders: str | os.PathLike[str]) -> Catalogue:
    """Give the bundled rule sets, and before them those of the rule files in `folders`.

    Raises:
        UsageError: there is no such folder.
        RuleSetError: a rule file of these folders cannot be used.
    """
    from licencecheck.catalogue import load_rules as load

    return load([str(folder) for folder in folders])


if not TYPE_CHECKING:  # a type checker would take any name for one of the package

    def __getattr__(name: str) -> object:
        """Load a name of the model, the errors or the catalogue when it is first asked for."""
        if name in __all__:
            from importlib import import_module

            for module in ("errors", "model", "catalogue"):
                found = getattr(import_module(f"licencecheck.{module}"), name, None)
                if found is not None:
                    return found
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
