"""The words of the project as frozen data: what is read from a page, what rules say, what is found.

Nothing here parses, decides or prints, and nothing holds an lxml element: all of it pickles, compares and prints.
Lines and columns are 1-based and count characters; places that cannot be told are None, never a guess.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from licencecheck.model.comparison import (
    Change,
    Comparison,
    Edit,
    Form,
    Lookup,
    Original,
)
from licencecheck.model.facts import (
    Beacon,
    Block,
    Byline,
    Canonical,
    ChangeNote,
    Conflict,
    CopyrightNotice,
    Counter,
    Credit,
    CreditForm,
    CreditPart,
    Embed,
    Fact,
    HeadMeta,
    Image,
    LicenceStatement,
    Link,
    Location,
    PermissionNote,
    Robots,
    StatedDay,
    Statement,
)
from licencecheck.model.pages import (
    Identity,
    MainText,
    Page,
    Paragraph,
    Relation,
    RepostDecision,
    Unreadable,
)
from licencecheck.model.reports import (
    Case,
    Excused,
    Finding,
    PageReport,
    Report,
    RequirementType,
    Verdict,
)
from licencecheck.model.sites import (
    ASKED_OF_SITE,
    MEDIA,
    SITE_KINDS,
    Attestation,
    SiteProfile,
)
from licencecheck.model.terms import (
    STATED,
    Allowance,
    CreditTemplate,
    Note,
    Party,
    Proof,
    Rule,
    RuleSet,
    Terms,
)
from licencecheck.model.words import (
    Confidence,
    Level,
    Outcome,
    Place,
    Role,
    Scope,
    Target,
)

if TYPE_CHECKING:
    from licencecheck.model.drafts import Credits, Draft, DraftedCase, DraftedRule, OriginalTerms, PlacedCredit
    from licencecheck.model.fixes import Fix, FixedPage, Unfixed

__all__ = [
    "ASKED_OF_SITE",
    "MEDIA",
    "SITE_KINDS",
    "STATED",
    "Allowance",
    "Attestation",
    "Beacon",
    "Block",
    "Byline",
    "Canonical",
    "Case",
    "Change",
    "ChangeNote",
    "Comparison",
    "Confidence",
    "Conflict",
    "CopyrightNotice",
    "Counter",
    "Credit",
    "CreditForm",
    "CreditPart",
    "CreditTemplate",
    "Credits",
    "Draft",
    "DraftedCase",
    "DraftedRule",
    "Edit",
    "Embed",
    "Excused",
    "Fact",
    "Finding",
    "Fix",
    "FixedPage",
    "Form",
    "HeadMeta",
    "Identity",
    "Image",
    "Level",
    "LicenceStatement",
    "Link",
    "Location",
    "Lookup",
    "MainText",
    "Note",
    "Original",
    "OriginalTerms",
    "Outcome",
    "Page",
    "PageReport",
    "Paragraph",
    "Party",
    "PermissionNote",
    "Place",
    "PlacedCredit",
    "Proof",
    "Relation",
    "Report",
    "RepostDecision",
    "RequirementType",
    "Robots",
    "Role",
    "Rule",
    "RuleSet",
    "Scope",
    "SiteProfile",
    "StatedDay",
    "Statement",
    "Target",
    "Terms",
    "Unfixed",
    "Unreadable",
    "Verdict",
]


if not TYPE_CHECKING:  # a type checker would take any name for one of the package

    def __getattr__(name: str) -> object:
        """Load what only drafting, reposting and fixing speak of when it is first asked for."""
        if name in __all__:
            from licencecheck.model import drafts, fixes

            return getattr(drafts, name, None) or getattr(fixes, name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
