"""Pages, facts and cases made by hand, with the River Post as the publisher whose terms are judged."""

from __future__ import annotations

from datetime import date
from typing import Any

from licencecheck.model import (
    Block,
    Byline,
    Case,
    Confidence,
    CopyrightNotice,
    Credit,
    CreditForm,
    CreditTemplate,
    Identity,
    Link,
    Location,
    Original,
    Page,
    Party,
    Place,
    RepostDecision,
    Role,
    Rule,
    RuleSet,
    SiteProfile,
    Target,
    Terms,
    Verdict,
)
from licencecheck.requirements import judge

ARTICLE = "https://river.example/2024/ferry-returns-to-old-harbour"
TERMS = Terms(url="https://river.example/republish", as_of="2026-01", compiled="2026-11-22")
RIVER_POST = Party(name="River Post", aliases=("The River Post Online",), domains=("river.example",))
TEMPLATE = CreditTemplate(
    id="main", texts=("This article was first published by {River Post|home}. Read the {original article|url}.",)
)


def at(line: int) -> Location:
    """Place in the page."""
    return Location("page.html", line, 1)


def link(href: str = ARTICLE, line: int = 9, target: Target | None = None, **more: Any) -> Link:
    """Make a link after the article; what it leads to follows from its address unless it is said."""
    dead, home = href in {"", "#"}, href.rstrip("/").count("/") == 2
    target = target or (Target.DEAD if dead else Target.HOMEPAGE if home else Target.ARTICLE)
    facts: dict[str, Any] = {
        "text": "link",
        "location": at(line),
        "role": Role.CREDIT,
        "place": Place.BOTTOM,
        "rel": frozenset(),
    }
    return Link(href=href, url=None if dead else href, target=target, **(facts | more))


def credit(name: str | None = "River Post", line: int = 9, *links: Link, **more: Any) -> Credit:
    """Make a credit after the article."""
    facts: dict[str, Any] = {
        "text": f"First published by {name}",
        "location": at(line),
        "role": Role.CREDIT,
        "place": Place.BOTTOM,
        "form": CreditForm.FIRST_PUBLISHED,
    }
    return Credit(name=name, links=links, **(facts | more))


def byline(name: str = "Jane Doe", line: int = 2, **more: Any) -> Byline:
    """Make a byline above the article."""
    facts: dict[str, Any] = {"text": f"By {name}", "location": at(line), "role": Role.BYLINE, "place": Place.BYLINE}
    return Byline(name=name, **(facts | more))


def notice(*holders: str, years: tuple[int, ...] = (2024,), line: int = 10, **more: Any) -> CopyrightNotice:
    """Make a copyright notice after the article."""
    text = f"Copyright © {', '.join(holders)}, {'-'.join(map(str, years))}"
    facts: dict[str, Any] = {"text": text, "location": at(line), "role": Role.NOTICE, "place": Place.BOTTOM}
    return CopyrightNotice(holders=holders, years=years, **(facts | more))


def block(text: str, role: Role = Role.CREDIT, line: int = 9, **more: Any) -> Block:
    """Make an attribution block after the article."""
    facts: dict[str, Any] = {"text": text, "location": at(line), "role": role, "place": Place.BOTTOM}
    return Block(**(facts | more))


def page(**facts: Any) -> Page:
    """Make a page of the Evening Bell, a site that reposts."""
    known: dict[str, Any] = {
        "path": "page.html",
        "url": "https://bell.example/ferry",
        "format": "html",
        "identity": Identity(names=("Evening Bell",), hosts=("bell.example",)),
        "repost": RepostDecision(is_repost=True, confidence=Confidence.HIGH, reason="it credits another"),
        "title": "Ferry returns to the old harbour",
        "language": "en",
        "ends": {
            Place.TOP: at(1),
            Place.BYLINE: at(2),
            Place.BOTTOM: at(20),
            Place.META: at(0),
        },
    }
    return Page(**(known | facts))


def case(requires: str, parameters: dict[str, Any] | None = None, *, page: Page, **more: Any) -> Case:
    """Make a case of one rule of the River Post."""
    ruleset: dict[str, Any] = {"id": "river-post", "path": "river-post.yaml", "publisher": RIVER_POST, "terms": TERMS}
    ruleset |= {name: more.pop(name) for name in ("credit", "licence", "layer", "publisher") if name in more}
    rule_id = more.pop("id", requires)
    known: dict[str, Any] = {
        "ruleset": RuleSet(**ruleset),
        "rule": Rule(
            id=rule_id, ruleset="river-post", requires=requires, parameters=parameters or {}, quote="-", terms=TERMS
        ),
        "profile": SiteProfile(),
        "original": Original(),
        "today": date(2026, 11, 22),
    }
    return Case(page=page, **(known | more))


def verdict(requires: str, parameters: dict[str, Any] | None = None, *, page: Page, **more: Any) -> Verdict:
    """Judge a page by one rule of the River Post."""
    return judge(case(requires, parameters, page=page, **more))


def said(requires: str, parameters: dict[str, Any] | None = None, *, page: Page, **more: Any) -> tuple[str, str]:
    """Judge a page by one rule of the River Post: outcome and message."""
    judged = verdict(requires, parameters, page=page, **more)
    return judged.outcome.value, judged.message
