"""`body-links-kept`: the links within the text are those of the original."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal
from urllib.parse import urljoin

from licencecheck.model import Case, Form, Link, Location, MainText, Page, Target, Verdict
from licencecheck.requirements.edits import LISTED, compared
from licencecheck.requirements.requirement import (
    Requirement,
    Schema,
    check_that,
    expected,
    found,
    not_applicable,
    parameters,
)
from licencecheck.requirements.wording import quoted, wanted_at
from licencecheck.text import bare
from licencecheck.urls import url_key


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyLinksKept(Requirement):
    """Every link in the part of the text that is reproduced leads to the same address."""

    id: ClassVar[str] = "body-links-kept"
    summary: ClassVar[str] = "Keep the links within the text"
    schema: ClassVar[Schema] = parameters(
        added={"description": "Whether links may be added: `allowed` or `forbidden`", "enum": ["allowed", "forbidden"]},
        anchors={"description": "`keep`: the linked words must stay too", "enum": ["keep", "any"]},
    )
    added: Literal["allowed", "forbidden"] = "allowed"
    anchors: Literal["keep", "any"] = "any"

    def check(self, case: Case) -> Verdict:
        """Judge the links of the two texts by their addresses, in whatever order."""
        top = wanted_at(case.page, "top")
        comparison = compared(case, "the links within the text are those of the original", top)
        if isinstance(comparison, Verdict):
            return comparison
        if comparison.form is Form.TRANSLATION or case.original.page is None:
            return not_applicable("The links of a translation are judged by a person", top)
        reproduced = comparison.paragraphs if comparison.form is not Form.FULL else None
        wanted = _by_address(_links(case.original.page.main_text, reproduced), case.original.page.url)
        have = _by_address(_links(case.page.main_text), case.page.url)
        if not wanted and self.added == "allowed":
            return not_applicable("The text of the original has no links", top)
        missing = [link for key, link in wanted.items() if key not in have]
        if missing:
            others = f"; {len(missing) - 1} more missing" if len(missing) > 1 else ""
            thing = f"the link {quoted(missing[0].text)} to {quoted(missing[0].href)}"
            return expected(thing, f"none to it{others}", _beside(missing[0], case.page, top), *missing[:LISTED])
        return self._judge_rest(wanted, have, top)

    def _judge_rest(self, wanted: Mapping[str, Link], have: Mapping[str, Link], top: Location) -> Verdict:
        added = [link for key, link in have.items() if key not in wanted]
        if added and self.added == "forbidden":
            return expected("no further links", quoted(added[0].href), added[0].location, *added[:LISTED])
        other = [have[key] for key, link in wanted.items() if bare(have[key].text) != bare(link.text)]
        if other and self.anchors == "keep":
            thing = f"the words {quoted(other[0].text)} are those that the original links"
            return check_that(thing, "it links others", other[0].location, *other[:LISTED])
        count = f"the {len(wanted)} links" if len(wanted) != 1 else "the link"
        return found(f"{count} of the original", *list(have.values())[:LISTED], location=top)


def _links(text: MainText | None, paragraphs: Iterable[int] | None = None) -> Iterable[Link]:
    """The links of a text, or of some of its paragraphs, that lead anywhere."""
    known = text.paragraphs if text else ()
    chosen = known if paragraphs is None else [known[index] for index in paragraphs]
    return (link for paragraph in chosen for link in paragraph.links if link.target is not Target.DEAD and link.href)


def _by_address(links: Iterable[Link], base: str | None) -> dict[str, Link]:
    """The first link to each address; relative ones are completed where it is known where the page stands."""
    found: dict[str, Link] = {}
    for link in links:
        found.setdefault(url_key(link.url or urljoin(base or "", link.href)), link)
    return found


def _beside(missing: Link, page: Page, otherwise: Location) -> Location:
    """Where the words stand that should be linked."""
    for paragraph in page.main_text.paragraphs if page.main_text else ():
        offset = paragraph.text.find(missing.text) if missing.text else -1
        if offset >= 0:
            return paragraph.place(offset)
    return otherwise
