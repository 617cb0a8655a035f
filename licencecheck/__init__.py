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
    from licencecheck.api import check, credit, extract, fix, load_rules, terms
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


if not TYPE_CHECKING:  # a type checker would take any name for one of the package

    def __getattr__(name: str) -> object:
        """Load a public name when it is first asked for."""
        if name in __all__:
            from importlib import import_module

            for module in ("api", "errors", "model", "catalogue"):
                found = getattr(import_module(f"licencecheck.{module}"), name, None)
                if found is not None:
                    return found
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
