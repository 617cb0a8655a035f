"""The terms that a page itself states beside its article."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from licencecheck.documents import Document
from licencecheck.drafting import draft
from licencecheck.drafting.pages import is_item, sentences_in
from licencecheck.evidence.layout.cutting import runs_of
from licencecheck.evidence.layout.runs import Run
from licencecheck.evidence.phrases.matcher import Phrases, phrases
from licencecheck.model import Draft, Page, Party, Place, Role, Scope
from licencecheck.parties import is_named, original_of
from licencecheck.text import excerpt

_TERMS = frozenset({"reuse_terms", "reserved"})
"""Categories of wordings on the use of a text."""
_LONGEST = 10_000
"""Characters of a notice."""


def stated_terms(document: Document, page: Page) -> Draft:
    """Read what the page of an article says of its use: the words of a story are no terms, whatever they speak of."""
    return draft(sentences_in(_on_use(document, page)))


def speaker_of(stated: Draft, page: Page) -> Party | None:
    """Whose words the page states: its first publisher's, where they stand in the notice of that; else None."""
    first = original_of(page)
    notices = (n for n in page.notices if first and any(is_named(first, holder) for holder in n.holders))
    lines = [notice.text for notice in notices if notice.scope is Scope.ARTICLE]
    return first if any(case.quote in line for case in stated.cases for line in lines) else None


def _on_use(document: Document, page: Page) -> Iterator[Run]:
    """The runs with a wording on the use of texts, each with the list that it leads."""
    paragraphs = page.main_text.paragraphs if page.main_text else ()
    story = {paragraph.text for paragraph in paragraphs if paragraph.role is Role.BODY}
    noted = {note.text for note in page.permissions if not note.claims and note.place is not Place.BODY}
    known = phrases(page.language)
    is_open = False
    for run in runs_of(document.tree):
        if run.text:
            is_open = _says(run, story, noted, known) or (is_open and is_item(run))
            if is_open:
                yield run


def _says(run: Run, story: Collection[str], noted: Collection[str], known: Phrases) -> bool:
    """Whether a run speaks of the use of texts; one within the story only where it is noted at an end of it."""
    is_story = run.text in story
    if len(run.text) > _LONGEST or (is_story and not noted):
        return False
    hits = (hit for hit in known.hits(run.text) if hit.category in _TERMS)
    return any(not is_story or excerpt(run.text[hit.start :]) in noted for hit in hits)
