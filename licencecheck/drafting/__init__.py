"""Terms in a publisher's own words: read sentence by sentence, and written as a rule set to edit."""

from __future__ import annotations

from licencecheck.documents import PAGE_ENDINGS, plain_text
from licencecheck.documents.opening import Opened
from licencecheck.drafting.drafting import draft, reserves_rights
from licencecheck.drafting.pages import page_sentences
from licencecheck.drafting.passages import plain_sentences
from licencecheck.drafting.publishers import publisher_of_site
from licencecheck.drafting.rulesets import rule_file
from licencecheck.model import Draft, Party, Unreadable
from licencecheck.options import MAX_BYTES

__all__ = [
    "draft",
    "draft_of",
    "page_sentences",
    "plain_sentences",
    "publisher_of_site",
    "reserves_rights",
    "rule_file",
]


def draft_of(page: Opened, *, max_bytes: int = MAX_BYTES) -> tuple[Draft, Party | None] | Unreadable:
    """Read the terms that a page or a plain text states, and who publishes it.

    The ending of its path tells what it is: HTML, Markdown, or else plain text; for standard input the content tells.
    """
    if page.kind is None and page.path != "-" and not page.path.lower().endswith(PAGE_ENDINGS):
        text = plain_text(page.path, page.data, charset=page.charset, max_bytes=max_bytes)
        return text if isinstance(text, Unreadable) else (draft(plain_sentences(text)), None)
    from licencecheck.evidence.page import page_of

    document = page.document(max_bytes=max_bytes)
    if isinstance(document, Unreadable):
        return document
    identity = page_of(document, thorough=True).identity
    return draft(page_sentences(document)), publisher_of_site(identity)
