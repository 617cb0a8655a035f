"""`noindex`: search engines are asked not to list the copy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from licencecheck.model import Case, Place, Verdict
from licencecheck.requirements.requirement import Requirement, Schema, expected, found, parameters
from licencecheck.requirements.wording import quoted

_KEPT_OUT = frozenset({"noindex", "none"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Noindex(Requirement):
    """A robots directive for all search engines keeps the page out of their index."""

    id: ClassVar[str] = "noindex"
    summary: ClassVar[str] = "Keep the copy out of search engines"
    schema: ClassVar[Schema] = parameters()

    def check(self, case: Case) -> Verdict:
        """Judge the robots directives of the page."""
        page = case.page
        paste = '<meta name="robots" content="noindex">' if page.format == "html" else "robots: noindex"
        general = [robots for robots in page.robots if robots.agent == "robots"]
        for robots in general:
            if robots.directives & _KEPT_OUT:
                return found("a robots directive that keeps the page out of search engines", robots)
        thing = 'the robots directive "noindex"'
        if (near := next(iter(general or page.robots), None)) is not None:
            what = quoted(", ".join(sorted(near.directives)))
            what += "" if near.agent == "robots" else f" for {quoted(near.agent)} alone"
            return expected(thing, what, near.location, near, paste=paste)
        return expected(thing, "none", page.expected_at(Place.META), paste=paste)
