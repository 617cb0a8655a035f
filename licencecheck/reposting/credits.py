"""The credit that a repost needs, written for each place where it can be pasted."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from licencecheck.model import Case, Credits, Finding, Scope
from licencecheck.requirements.paste import HOUSE_LINE, fill, known, template_of

_GAP = re.compile(r"\{(\w+)\}")
_NAMES_AUTHOR = re.compile(r"\{author|\{institution")
_FRONT_MATTER = {
    "source": "{original}",
    "original_url": "{url}",
    "author": "{author}",
    "license": "{licence}",
}
"""Keys that the reader of front matter knows, and what they hold."""


def credits_of(case: Case, conditions: Iterable[Finding]) -> Credits:
    """Write the credit that fulfils `conditions`, as far as a text can, for the article of `case`."""
    asked = {rule.requires: finding for finding in conditions for rule in (finding.rule, *finding.rule.any_of)}
    template = template_of(case)
    values = known(case, template)
    parts = list(_parts(template.texts[0] if template else HOUSE_LINE, asked, values, case))
    written = {
        markup: " ".join(fill(part, values, markup) for part in parts) for markup in ("html", "markdown", "plain")
    }
    counter = asked.get("page-counter")
    snippet = (counter.verdict.paste or "") if counter else ""
    head = tuple(_head(asked, values))
    keys = {name: fill(text, values) for name, text in _FRONT_MATTER.items()}
    if "canonical-link" in asked:
        keys["canonical_url"] = fill("{url}", values)
    front_matter = "".join(
        f"{name}: {json.dumps(text, ensure_ascii=False)}\n"
        for name, text in keys.items()
        if text == "{url}" or not _GAP.fullmatch(text)
    )
    gaps = _GAP.findall(" ".join([written["plain"], snippet, *head]))
    return Credits(
        html=f"<p>{written['html']}</p>" + (f"\n{snippet}" if snippet else ""),
        markdown=written["markdown"] + (f"\n\n{snippet}" if snippet else ""),
        text=written["plain"],
        front_matter=front_matter,
        head=head,
        gaps=tuple(dict.fromkeys(gaps)),
    )


def _parts(line: str, asked: Mapping[str, Finding], values: Mapping[str, str], case: Case) -> Iterator[str]:
    """The publisher's line, and around it what is asked beyond it."""
    if "title-credit" in asked and "{title" not in line and "title" in values:
        yield "“{title}”."
    if "author-credit" in asked and not _NAMES_AUTHOR.search(line) and "author" in values:
        yield "By {author}."
    yield line
    notice = next((notice for notice in case.page.notices if notice.scope is Scope.ARTICLE), None)
    if "copyright-notice" in asked and notice and not {"©", "copyright"} & set(line.lower().split()):
        yield _literal(notice.text)
    if asked.keys() & {"licence-notice", "licence-link"} and "{licence" not in line and "licence" in values:
        yield "Licence: {licence|licence_url}."


def _head(asked: Mapping[str, Finding], values: Mapping[str, str]) -> Iterator[str]:
    if "canonical-link" in asked:
        yield f'<link rel="canonical" href="{fill("{url}", values, "html")}">'
    if "noindex" in asked:
        yield '<meta name="robots" content="noindex">'


def _literal(text: str) -> str:
    """Words of a page as a template: braces and bars would be gaps and links in it."""
    return text.translate(str.maketrans("{}|", "()/"))
