"""What a post states in its front matter alone: whether readers see it, its theme decides."""

from __future__ import annotations

from licencecheck.model import Fact, Page, Verdict
from licencecheck.requirements.requirement import check_that
from licencecheck.requirements.wording import is_seen


def perhaps_shown(thing: str, fact: Fact, page: Page, *evidence: Fact, paste: str | None = None) -> Verdict | None:
    """Ask a person to look, where only the front matter of a post states `fact`; None of all that stands elsewhere.

    What the verdict was reached by is `evidence`, or without it the fact alone.
    """
    if is_seen(fact) or page.format != "markdown":
        return None
    why = "found it only in the front matter, which the theme may print or not"
    return check_that(f"the page shows {thing}", why, fact.location, *(evidence or [fact]), paste=paste)
