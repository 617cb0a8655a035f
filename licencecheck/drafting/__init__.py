"""Terms in a publisher's own words: read sentence by sentence, and written as a rule set to edit."""

from __future__ import annotations

from licencecheck.documents import PAGE_ENDINGS, plain_text, read
from licencecheck.drafting.drafting import draft
from licencecheck.drafting.pages import page_sentences
from licencecheck.drafting.passages import plain_sentences
from licencecheck.drafting.rulesets import publisher_of, rule_file
from licencecheck.model import Draft, Party, Unreadable

__all__ = ["draft", "draft_of", "page_sentences", "plain_sentences", "publisher_of", "rule_file"]


def draft_of(
    path: str, data: bytes, *, url: str | None = None, max_bytes: int
) -> tuple[Draft, Party | None] | Unreadable:
    """Read the terms that a page or a plain text states, and who publishes it.

    `path` tells by its ending what `data` is: HTML, Markdown, or else plain text; for standard input (`-`) the content
    tells.
    """
    if path != "-" and not path.lower().endswith(PAGE_ENDINGS) and not url:
        text = plain_text(path, data, max_bytes=max_bytes)
        return text if isinstance(text, Unreadable) else (draft(plain_sentences(text)), None)
    from licencecheck.evidence.page import page_of

    document = read(path, data, url=url, max_bytes=max_bytes)
    if isinstance(document, Unreadable):
        return document
    page = page_of(document, thorough=True)
    return draft(page_sentences(document)), publisher_of(page.identity)
