"""Pages and originals of our own words, made from the few lines that a case states."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from licencecheck.catalogue import Catalogue
from licencecheck.engine.inputs import Input
from licencecheck.engine.originals import original_from
from licencecheck.engine.pages import report_on
from licencecheck.engine.reading import read_page
from licencecheck.model import Attestation, Finding, Original, Page, PageReport, SiteProfile
from licencecheck.options import Options
from licencecheck.parties import domains_of

SITE = "Evening Bell"
TITLE = "Ferry returns to the old harbour"
SLUG = "ferry-returns-to-the-old-harbour-218734"
TEXT = [
    (
        "The old ferry crossed the harbour again on Friday morning, for the first time in eleven years. About "
        "two hundred people stood on the quay when it cast off, and some of them had waited there since "
        "before dawn to see it go."
    ),
    (
        "The boat was built in 1931 and had lain behind the shipyard since the bridge was opened. A group of "
        "neighbours repaired its hull and its engine, mostly at weekends, and paid for the paint out of their "
        "own pockets."
    ),
    (
        "From next month it will sail four times a day, and six times on Sundays. The council has promised to "
        "pay for two of the crew, while tickets and a yearly fair are meant to bring in what is needed for "
        "everything else."
    ),
    (
        "Not everyone is pleased. The owner of the car park by the bridge fears for his trade, and a retired "
        "pilot says that the channel has silted up so far that the ferry will touch the ground at every "
        "spring tide."
    ),
    (
        "The harbour master has looked at the same charts and shrugs. She had the channel measured in autumn, "
        "she says, and whoever still doubts it is welcome to come aboard and hold the sounding line himself."
    ),
    (
        "On the first crossing nobody did. A band played, the mayor rang the bell, and a girl of four asked "
        "her grandfather whether the bridge would now be taken away again, since it was no longer needed."
    ),
]
_PARTS = frozenset({"title", "head", "top", "byline", "text", "take", "change", "end", "bottom", "aside", "lang"})


@dataclass(frozen=True, kw_only=True)
class Situation:
    """A copy on the site that reposts, the original where it is known, who the site is, and the day."""

    ruleset: str
    page: Mapping[str, Any]
    """Parts of the page, as HTML; `take` cuts the text after so many paragraphs, `change` replaces words of it."""
    original: str | Mapping[str, Any] | None = None
    """Its address, or its page with parts as above and `date`, `author`, `by` (the publisher), `url`."""
    profile: Mapping[str, Any] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    """What the editor has answered, by question."""
    today: date = date(2026, 11, 22)


def situation(ruleset: str, stated: Mapping[str, Any]) -> Situation:
    """Read one case of a table; what it does not state of the page is an article without any credit."""
    parts = {name: stated[name] for name in stated.keys() & _PARTS}
    rest = {name: value for name, value in stated.items() if name not in _PARTS}
    return Situation(ruleset=ruleset, page=parts, **rest)


def findings(case: Situation, catalogue: Catalogue) -> dict[str, Finding]:
    """Judge the page of `case` as `check` does: findings by rule id."""
    home, url, name = _publisher(case.ruleset, catalogue)
    words = {"{home}": home, "{url}": url, "{name}": name}
    options = Options(
        today=case.today,
        publishers=(case.ruleset,),
        url="https://evening-bell.example/ferry",
        profile=SiteProfile(
            names=(SITE,), hosts=("evening-bell.example",), attestations=_answers(case), **case.profile
        ),
    )  # fmt: skip
    page = Input("page.html", named=True, content=_filled(_html(case.page, SITE), words).encode())
    original = _original(case.original, words, catalogue)
    report = report_on(page, options, catalogue, lambda _: original)
    assert isinstance(report, PageReport), report
    return {finding.rule.id: finding for finding in report.findings}


def _publisher(ruleset: str, catalogue: Catalogue) -> tuple[str, str, str]:
    """Home page and article address of the publisher, and its name; a licence has none of them."""
    party = catalogue.ruleset(ruleset).publisher
    host = next(iter(domains_of(party)), "river-courier.example").replace("*.", "en.")
    home = f"https://{host}/"
    return home, f"{home}2024/03/{SLUG}", party.name


def _original(stated: str | Mapping[str, Any] | None, words: Mapping[str, str], catalogue: Catalogue) -> Original:
    if stated is None:
        return Original()
    if isinstance(stated, str):
        return Original(url=_filled(stated, words))
    url = _filled(stated.get("url", "{url}"), words)
    parts = {name: stated[name] for name in stated.keys() & _PARTS}
    parts["head"] = (
        f'<link rel="canonical" href="{url}"><meta name="author" content="{stated.get("author", "Mara Lindqvist")}">'
        f'<meta property="article:published_time" content="{stated.get("date", "2024-03-12")}">{parts.get("head", "")}'
    )
    html = _filled(_html(parts, stated.get("by", words["{name}"])), words)
    read = read_page(
        Input("original.html", named=True, content=html.encode()),
        Options(today=date(2026, 11, 22), url=url),
        catalogue,
        main_text=True,
    )
    assert isinstance(read, Page), read
    return original_from(read)


def _html(parts: Mapping[str, Any], site: str) -> str:
    paragraphs = parts.get("text", TEXT)[: parts.get("take")]
    text = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    for old, new in parts.get("change", {}).items():
        assert old in text, old
        text = text.replace(old, new)
    top, bottom, end = (_lines(parts.get(name)) for name in ("top", "bottom", "end"))
    byline = f'<p class="byline">{parts["byline"]}</p>' if "byline" in parts else ""
    aside = f"<aside><p>{parts['aside']}</p></aside>" if "aside" in parts else ""
    return f"""<!DOCTYPE html>
<html lang="{parts.get("lang", "en")}">
<head><meta charset="utf-8"><title>{parts.get("title", TITLE)} - {site}</title>
<meta property="og:site_name" content="{site}">{parts.get("head", "")}</head>
<body>
<header><a href="/">{site}</a> <nav><a href="/news/">News</a></nav></header>
<main><article>
<h1>{parts.get("title", TITLE)}</h1>
{top}{byline}
{text}
{end}{bottom}
</article></main>
{aside}<footer><p>© 2026 {site}. All rights reserved.</p></footer>
</body></html>
"""


def _lines(stated: str | list[str] | None) -> str:
    """Write each line as a paragraph, and what is no text (a picture, a script) as it stands."""
    lines = [stated] if isinstance(stated, str) else stated or []
    return "\n".join(line if line.startswith(("<img", "<script", "<figure")) else f"<p>{line}</p>" for line in lines)


def _answers(case: Situation) -> tuple[Attestation, ...]:
    return tuple(
        Attestation(
            id=f"{case.ruleset}/{question}",
            answer=answer,
            who="Ann Editor",
            on=date(2024, 4, 1),
            applies_to="page.html",
        )
        for question, answer in case.answers.items()
    )


def _filled(text: str, words: Mapping[str, str]) -> str:
    for gap, value in words.items():
        text = text.replace(gap, value)
    return text
