"""Awkward reports and readings that every format must survive."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from licencecheck.model import (
    Block,
    Byline,
    Canonical,
    Change,
    Comparison,
    Confidence,
    CopyrightNotice,
    Counter,
    Credit,
    CreditForm,
    CreditPart,
    Edit,
    Excused,
    Fact,
    Finding,
    Form,
    Identity,
    Level,
    LicenceStatement,
    Link,
    Location,
    MainText,
    Outcome,
    Page,
    PageReport,
    Party,
    PermissionNote,
    Proof,
    Relation,
    Report,
    RepostDecision,
    RequirementType,
    Role,
    Rule,
    RuleSet,
    Scope,
    Statement,
    Target,
    Terms,
    Unreadable,
    Verdict,
)

TODAY = date(2026, 11, 22)
TERMS = Terms(url="https://orig.example/terms", as_of="2026-03", compiled="2026-11-22")
OLD = Terms(url=None, as_of="unknown", compiled="2026-11-22", coverage="partial")
HOSTILE = (
    "\x1b[31mred\x1b]0;title\x07 \u202egnp.exe\u2066 one\ntwo\r\nthree \u200bhid\u00adden \udc80 <b>&amp; ::error::"
    "\n::error::x %0A::stop-commands::y ##[error]z ##vso[task.setvariable]v ]]></failure> --> `code` ``` |\n# title\n"
    " [a](javascript:x) ![i](//evil.example/i.png) www.evil.example @user #1 {0} </pre><script>x</script><img src=x>\"'"
)
EVIL = f"evil{HOSTILE}.html"
LINK = Rule(
    id="original-link",
    ruleset="the-example",
    requires="original-link",
    quote="Link back to the original article",
    terms=TERMS,
)
PRACTICE = Rule(
    id="house-style",
    ruleset="old-paper",
    requires="credit-line",
    level="should",
    quote="Copies usually carry the line",
    proof=Proof.PRACTICE,
    terms=OLD,
)
UNUSED = Rule(
    id="unused-ignore",
    ruleset="configuration",
    requires="configuration",
    terms=Terms(url=None, as_of="unknown", compiled="unknown"),
)
REPOST = RepostDecision(
    is_repost=True,
    confidence=Confidence.HIGH,
    reason="It says that it was first published by The Example",
    signals=("first-published",),
    relation=Relation.THIRD_PARTY,
)
OWN = RepostDecision(is_repost=False, confidence=Confidence.LOW, reason="Nothing on it points to another publisher")


def ruleset(identifier: str, terms: Terms, rule: Rule) -> RuleSet:
    """Build a rule set of one rule."""
    return RuleSet(
        id=identifier, path=f"rules/{identifier}.yaml", publisher=Party(name="The Example"), terms=terms, rules=(rule,)
    )


TYPES = (
    RequirementType(
        id="original-link",
        summary="Link the original article",
        documentation="# original-link\n\n## What it asks\n\nA link.\n\n## Parameters\n\n- `to`: for rule authors.\n",
    ),
)
RULESETS = (ruleset("old-paper", OLD, PRACTICE), ruleset("the-example", TERMS, LINK))


def finding(
    path: str,
    outcome: Outcome,
    message: str,
    *,
    rule: Rule = LINK,
    level: Level = Level.NONE,
    line: int | None = 3,
    column: int | None = 7,
    evidence: tuple[Fact, ...] = (),
    paste: str | None = None,
    asks: tuple[str, ...] = (),
) -> Finding:
    """Build a finding about `path`."""
    place = Location(path, line, column, "/html/body/p")
    return Finding(
        rule=rule,
        level=level,
        verdict=Verdict(outcome=outcome, message=message, location=place, evidence=evidence, paste=paste, asks=asks),
    )


def report_of(path: str, *findings: Finding) -> Report:
    """Build a report about one repost."""
    page = PageReport(path=path, repost=REPOST, rulesets=("the-example",), findings=findings)
    return Report(today=TODAY, pages=(page,), rulesets=RULESETS[1:], types=TYPES)


def link(path: str, text: str, href: str, line: int) -> Link:
    """Build a link to a home page."""
    return Link(
        text=text, href=href, url=None, target=Target.HOMEPAGE, role=Role.CREDIT, location=Location(path, line, 9)
    )


NUMBER = Change(
    text="210",
    original="120",
    kind=Edit.NUMBER,
    before="closed on Monday, putting",
    after="people out of work",
    location=Location("h.html", 3, 7, "/html/body/p"),
)
CUT = Change(
    text="",
    original=f"Shops have lost customers {HOSTILE}",
    kind=Edit.CUT,
    after="The price of houses fell",
    location=Location("h.html", 9, 1),
)


def compared(report: Report, **comparison: Any) -> Report:
    """Add to the pages of a report how they compare with their originals."""
    known: dict[str, Any] = {"form": Form.FULL, "share": 0.98765, "words": 138, "characters": 800, "paragraphs": (0,)}
    found = Comparison(from_start=True, **(known | comparison))
    return replace(report, pages=tuple(replace(page, comparison=found) for page in report.pages))


REPORTS = {
    "compared": compared(
        report_of(
            "h.html",
            finding(
                "h.html",
                Outcome.FAIL,
                'Expected the text of the original, found the number "120" changed to "210", and 1 other change',
                level=Level.ERROR,
                evidence=(NUMBER, CUT),
            ),
        ),
        changes=(NUMBER, CUT),
        unlisted=3,
    ),
    "clean": report_of("a.html", finding("a.html", Outcome.PASS, "Found a link to the article")),
    "fail": report_of(
        "posts/b.html",
        finding(
            "posts/b.html",
            Outcome.FAIL,
            'Expected a link to The Example article, found a link to "#"',
            level=Level.ERROR,
            evidence=(
                Fact(text="The Example", location=Location("posts/b.html", 3, 7, "/html/body/p")),
                link("posts/b.html", "orig.example", "https://orig.example/", 9),
            ),
            paste="First published by The Example: {url}",
        ),
        finding("posts/b.html", Outcome.PASS, "Found the source The Example"),
    ),
    "review": report_of(
        "c.md",
        finding(
            "c.md",
            Outcome.REVIEW,
            "Check that The Example allows this: the grant speaks of other articles",
            asks=("commercial", "the-example/permission"),
        ),
    ),
    "warning-of-practice": Report(
        today=TODAY,
        pages=(
            PageReport(
                path="d.html",
                repost=REPOST,
                rulesets=("old-paper",),
                findings=(
                    finding(
                        "d.html",
                        Outcome.FAIL,
                        "Expected the usual credit line, found none",
                        rule=PRACTICE,
                        level=Level.WARNING,
                    ),
                    finding("d.html", Outcome.NOT_APPLICABLE, "No counter is asked for", rule=PRACTICE),
                ),
            ),
        ),
        rulesets=RULESETS[:1],
    ),
    "unread": Report(
        today=TODAY,
        unread=(Unreadable(path="e.html", reason="It is a PNG picture, no page"),),
        skipped=(Unreadable(path="f.md", reason="The file is empty"),),
    ),
    "hostile": report_of(
        EVIL,
        finding(
            EVIL,
            Outcome.FAIL,
            f"Expected a credit, found {HOSTILE}",
            level=Level.ERROR,
            evidence=(Fact(text=HOSTILE * 20, location=Location(EVIL, 9, 1)),),
            paste=HOSTILE,
        ),
        finding(EVIL, Outcome.REVIEW, f"Check that {HOSTILE}", asks=(f"the-example/{HOSTILE}",)),
    ),
    "no-place": report_of(
        "-", finding("-", Outcome.FAIL, "Expected a credit, found none", level=Level.NOTE, line=None, column=None)
    ),
    "no-column": report_of(
        "g.html", finding("g.html", Outcome.FAIL, "Expected a credit", level=Level.ERROR, column=None)
    ),
    "non-ascii": report_of(
        "artículos/日本.md",
        finding("artículos/日本.md", Outcome.FAIL, "Expected “Der Bürger”, found 日本新聞", level=Level.ERROR),
    ),
    "no-repost": Report(today=TODAY, pages=(PageReport(path="own.html", repost=OWN),)),
    "no-pages": Report(today=TODAY),
    "excused": Report(
        today=TODAY,
        pages=(
            PageReport(
                path="h.md",
                repost=REPOST,
                rulesets=("the-example",),
                excused=(
                    Excused(
                        finding=finding("h.md", Outcome.FAIL, "Expected a link, found none", level=Level.ERROR),
                        reason=f"The Example has closed its site {HOSTILE}",
                    ),
                ),
            ),
        ),
        rulesets=RULESETS[1:],
        upkeep=(
            PageReport(
                path=".licencecheck.yml",
                repost=RepostDecision(is_repost=False, confidence=Confidence.HIGH, reason="It says what is checked"),
                findings=(
                    finding(
                        ".licencecheck.yml",
                        Outcome.FAIL,
                        "Expected an ignore of noindex on old/ to accept a finding, found none",
                        rule=UNUSED,
                        level=Level.WARNING,
                    ),
                ),
            ),
        ),
        notes=("One thing to know",),
    ),
    "interrupted": Report(today=TODAY, pages=(PageReport(path="own.html", repost=OWN),), interrupted=True),
    "two-pages": Report(
        today=TODAY,
        pages=(
            PageReport(path="z.html", repost=OWN),
            PageReport(
                path="a.html",
                repost=REPOST,
                rulesets=("the-example",),
                findings=(finding("a.html", Outcome.PASS, "Found a link to the article"),),
            ),
        ),
        rulesets=RULESETS,
    ),
}


def place(line: int) -> Location:
    """Say a place in the page that `PAGES` holds."""
    return Location("a.html", line, 5)


ARTICLE = Link(
    text="here", href="https://orig.example/2026/tides?a=1", url=None, target=Target.ARTICLE, location=place(11)
)
HOME = Link(text="The Example", href="/", url=None, target=Target.RELATIVE, location=place(10))

REPOSTED = Page(
    path="a.html",
    url=None,
    format="html",
    identity=Identity(),
    repost=REPOST,
    language="en",
    blocks=(Block(text="First published by The Example", location=place(10), role=Role.CREDIT),),
    credits=(
        Credit(
            text="Read the original",
            name=None,
            form=CreditForm.READ_ORIGINAL,
            links=(ARTICLE,),
            location=place(11),
        ),
        Credit(
            text="First published by The Example",
            name="The Example",
            form=CreditForm.FIRST_PUBLISHED,
            links=(HOME,),
            location=place(10),
            signals=("first-published",),
        ),
        Credit(text="via Other", name="Other", form=CreditForm.LABEL, part=CreditPart.VIA, location=place(12)),
    ),
    bylines=(Byline(text="By Ana Ruiz", name="Ana Ruiz", institution="Coast Institute", location=place(2)),),
    notices=(
        CopyrightNotice(text="© 2026 The Example", holders=("The Example",), years=(2026,), location=place(13)),
        CopyrightNotice(text="© My blog", holders=("My blog",), years=(), scope=Scope.SITE, location=place(20)),
    ),
    licences=(
        LicenceStatement(
            text="CC BY 4.0",
            id="CC-BY-4.0",
            url="https://creativecommons.org/licenses/by/4.0/",
            scope=Scope.ARTICLE,
            by=(Statement.LINK,),
            location=place(13),
        ),
    ),
    permissions=(
        PermissionNote(text="You may republish this", claims=False, location=place(14)),
        PermissionNote(text="Republished with permission", claims=True, location=place(15)),
    ),
    canonical=Canonical(text="", href="https://orig.example/2026/tides", url=None, location=place(1)),
    counters=(Counter(text="", url="https://orig.example/c.gif?id=7", family="pixel", location=place(16)),),
    main_text=MainText(text="The tide\ncomes in.", word_count=4),
)

PAGES: dict[str, tuple[Page | Unreadable, ...]] = {
    "none": (),
    "repost": (REPOSTED,),
    "bare-repost": (Page(path="b.md", url=None, format="markdown", identity=Identity(), repost=REPOST),),
    "mixed": (
        Page(path="own.html", url=None, format="html", identity=Identity(), repost=OWN, language="日"),
        Unreadable(path="e.png", reason=f"It is no page {HOSTILE}"),
    ),
}
