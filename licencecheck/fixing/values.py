"""Another value for what a page states: the address of a link, the content of a meta element."""

from __future__ import annotations

from html import escape, unescape

from licencecheck.fixing.edits import Edit
from licencecheck.fixing.obstacles import Obstacle
from licencecheck.requirements.paste import destination

_LONGEST = 10_000


def with_value(text: str, offset: int, old: str, new: str, markup: str) -> Edit:
    """Write `new` in place of the attribute value or link destination `old`, which begins at `offset`.

    Raises:
        Obstacle: it does not stand there.
    """
    quote = text[offset - 1 : offset]
    if quote in {'"', "'"}:
        end = text.find(quote, offset, offset + _LONGEST)
        if end >= 0 and unescape(text[offset:end]).strip() == old.strip():
            return Edit(offset, end, escape(new))
    elif old and text.startswith(old, offset):
        if markup == "markdown" and quote != "=":
            return Edit(offset, offset + len(old), destination(new))
        if quote == "=":
            return Edit(offset, offset + len(old), f'"{escape(new)}"')
    raise Obstacle(f"where “{old}” stands in the file cannot be told")
