"""From a text to a draft: permission, cases, duties, quotes."""

from __future__ import annotations

import time
from datetime import date

import pytest
import yaml

from licencecheck.catalogue import problems
from licencecheck.documents.opening import Opened
from licencecheck.drafting import draft, draft_of, plain_sentences, rule_file
from licencecheck.drafting.passages import LONGEST_QUOTE, Sentence
from licencecheck.model import Draft, Party, Unreadable
from licencecheck.schema.definitions import LONGEST_QUOTE as ALLOWED
from licencecheck.text import squeeze

CENTRE = """The authors alone are responsible for this article. The River Centre grants permission to cross-post River
Centre articles on community internet sites as long the source and copyright are acknowledged together with a hyperlink
to the original River Centre article. For publication of River Centre articles in print or other forms including
commercial internet sites, contact: rights@river.example"""


def read(text: str) -> Draft:
    return draft(plain_sentences(text))


def asked(text: str) -> list[str]:
    return sorted(rule.requires for rule in read(text).rules)


def test_permission_with_conditions() -> None:
    """Duties, the case that is granted, and whom to ask for the others."""
    found = read(CENTRE)

    assert "mixed" == found.permission
    assert ["copyright-notice", "original-link", "permission", "source-credit"] == asked(CENTRE)
    assert [("granted", {"kind": "community"}, None), ("on-request", {}, "rights@river.example")] == [
        (case.answer, dict(case.when), case.contact) for case in found.cases
    ]


def test_quotes_are_the_words_of_the_text() -> None:
    """White space aside, and never longer than a rule file allows."""
    marked = "> **You may** republish\n> this text if you `credit` the author. " + "We, the river people, say so, " * 20

    for text in (CENTRE, marked):
        assert read(text).rules
        for rule in read(text).rules:
            assert rule.quote in squeeze(text)
            assert len(rule.quote) <= LONGEST_QUOTE == ALLOWED


@pytest.mark.parametrize(
    ("text", "permission"),
    [
        ("You may republish this article.", "granted"),
        ("You may republish this article without our permission.", "granted"),
        ("You may not republish this article without our permission.", "on-request"),
        ("Republication of this article is prohibited.", "none"),
        ("All rights reserved.", "none"),
        ("Unauthorised copying of this article is prohibited.", "none"),
        ("You may republish this article for educational purposes.", "mixed"),
        ("You may republish this article online. Commercial use of it requires our permission.", "mixed"),
        ("You may not republish this article without naming the source.", "granted"),
        ("This article is licensed under CC BY 4.0.", "granted"),
        ("The river was brown after the rain.", None),
    ],
)
def test_permission(text: str, permission: str | None) -> None:
    """What all sentences say together."""
    assert permission == read(text).permission


@pytest.mark.parametrize(
    "text",
    [
        "You may copy the source code if you keep the copyright notice.",
        "By posting comments you grant us the right to publish them with your name.",
        "Your submissions may be published with a link to your site.",
        "Our logo may not be changed or copied.",
        "The minister shared the report, and the newspaper cited its source.",
    ],
)
def test_terms_of_something_else(text: str) -> None:
    """Code, comments, what users send in, marks, and an article about sources ask nothing of a repost."""
    assert [] == asked(text)


def test_list_under_its_lead() -> None:
    """What the lead of a list denies, each of its items denies."""
    text = "You may not:\n\n- republish our articles\n\nYou may:\n\n- quote short excerpts with a link to the article"

    found = read(text)

    assert "mixed" == found.permission
    assert {"excerpt-limit", "original-link", "permission"} == {rule.requires for rule in found.rules}


def test_either_or() -> None:
    """Two duties of which one is enough are one rule."""
    text = "You may repost this article if you name the author or link to the original article."

    [rule] = read(text).rules

    assert ("any-of", ("author-credit", "original-link")) == (rule.requires, rule.any_of)


def test_naming_the_source_is_not_enough() -> None:
    """A sentence that says so asks for permission, and for no credit."""
    text = "To republish an article, naming the source does not suffice."

    assert ["permission"] == asked(text)
    assert "on-request" == read(text).permission


def test_wish() -> None:
    """What is only wished for is a `should`."""
    rules = read("You may republish this article. We would appreciate a link back to the original article.").rules

    assert {"original-link": "should"} == {rule.requires: rule.level for rule in rules}


def test_rule_file_of_a_draft(tmp_path) -> None:  # type: ignore[no-untyped-def]
    """It is valid, names the publisher, and marks every rule as read by machine."""
    data = rule_file(read(CENTRE), Party(name="Größe & Co", domains=("river.example",)), None, date(2026, 11, 22))
    file = tmp_path / "drafted.yaml"
    file.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")

    assert {} == {path: wrong for path, wrong in problems([str(file)]).items() if wrong}
    assert "grosse-co" == data["id"].replace("ss", "s").replace("gros", "gross", 1)
    assert {"machine"} == {rule["proof"] for rule in data["rules"]}


def test_duty_that_a_rule_cannot_state_becomes_a_note() -> None:
    """Nothing that was read is lost."""
    text = "You may republish this text if you include the following credit line at the end."

    data = rule_file(read(text), None, None, date(2026, 1, 1))

    assert "credit-line" in " ".join(data["notes"])


def test_prescribed_line_becomes_a_template() -> None:
    """The words in quotation marks are what a repost must carry, and hold no gaps."""
    text = "You may republish this text with the following line: “First published by {River} Post, for all.”"

    data = rule_file(read(text), None, None, date(2026, 1, 1))

    assert [{"text": "First published by (River) Post, for all."}] == data["credit"]


def test_html_page_names_its_publisher() -> None:
    """The words are read as a reader sees them, and the site is the publisher."""
    html = """<html><head><title>Reprints</title><meta property="og:site_name" content="River Post">
    <script>var a = "All rights reserved";</script></head>
    <body><article><p>You may <b>republish</b> our articles&nbsp;if you name the source.</p></article></body></html>"""

    found = draft_of(Opened(path="terms.html", data=html.encode()))

    assert not isinstance(found, Unreadable)
    terms, publisher = found
    assert "granted" == terms.permission
    assert ["source-credit"] == [rule.requires for rule in terms.rules]
    assert publisher is not None
    assert "River Post" == publisher.name


@pytest.mark.parametrize(
    "text",
    [
        "you may republish without " * 10_000,
        "(" * 50_000,
        "<p" * 50_000,
        "a." * 100_000,
        "> " * 100_000,
        "- no part of\n" * 50_000,
        "転載" * 50_000,
        "copy " * 3 + "x" * 500_000,
    ],
    ids=["words", "brackets", "tags", "stops", "quotes", "items", "unspaced", "long word"],
)
def test_crafted_text_takes_bounded_time(text: str) -> None:
    """A megabyte of anything is read in two seconds; the bound leaves room for slow machines."""
    start = time.process_time()

    read((text * (1 + 1_000_000 // len(text)))[:1_000_000])

    assert time.process_time() - start < 10


def test_of_an_overlong_text_both_ends_are_read() -> None:
    """Terms stand at the top of a page or at its foot."""
    grant = "You may republish our articles if you name the author.\n\n"

    for text in (grant + "River. " * 100_000, "River. " * 100_000 + grant):
        assert ["author-credit"] == asked(text)


def test_questions_and_answers() -> None:
    """A question grants nothing; the answer does."""
    question = "Can I republish your articles?\n\n"

    assert [None, "granted", "none", "on-request"] == [
        read(question + answer).permission for answer in ("", "Yes, with joy.", "No, sorry.", "Please get in touch.")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Do not republish our stories wholesale or automatically.",
        "You may not republish our stories behind a paywall.",
        "Please let us know when you republish our stories.",
    ],
)
def test_manner_of_use_leaves_a_grant_as_it_is(text: str) -> None:
    """What is forbidden is the manner, not the use; whoever wants to hear of it need not be asked."""
    found = read("You may republish our articles if you name the author. " + text)

    assert "granted" == found.permission
    assert [{}] == [dict(case.when) for case in found.cases]


def test_profit_alone_is_forbidden() -> None:
    """A case of its own in the rule file, and no reason to ask."""
    found = read("You may republish our articles. You may not use them for commercial purposes. Some rights reserved.")

    assert "granted" == found.permission
    assert [("denied", {"commercial": True}), ("granted", {})] == [(c.answer, dict(c.when)) for c in found.cases]


@pytest.mark.parametrize(
    ("text", "requires"),
    [
        ("You may republish this text if you credit the author and Skerry Weekly.", ["author-credit", "source-credit"]),
        ("You may republish this text. Do not change the headline.", ["title-unchanged"]),
        ("You may republish this text. Do not edit the text or the headline.", ["title-unchanged", "verbatim-text"]),
        ("You may republish this text. Headlines must remain unchanged.", ["title-unchanged"]),
        ("You may republish this text. Keep the byline of the reporter.", ["author-credit"]),
        ("Puede republicar nuestros artículos. No cambie el título.", ["title-unchanged"]),
        ("Sie dürfen unsere Artikel nachdrucken. Die Überschrift darf nicht geändert werden.", ["title-unchanged"]),
        ("You may republish this text in whole or in part.", []),
        ("You may republish this text in its entirety only.", ["verbatim-text"]),
        ("You may republish this text. Please do not copy it in its entirety.", ["excerpt-limit", "permission"]),
        ("You may republish this text. Photos only with a credit to the photographer.", ["image-credit", "images"]),
        ("You may republish this text with a link to the CC BY licence.", ["licence-link", "licence-notice"]),
        ("You may republish this text. Credit the author in the byline.", ["author-credit"]),
        ("You may republish this text 48 hours after its publication.", ["embargo"]),
        ("You may republish this text within 48 hours after its publication.", []),
    ],
)
def test_what_is_asked(text: str, requires: list[str]) -> None:
    """Names beside the author, whole texts, pictures, licences and days are told apart."""
    assert requires == asked(text)


def test_prescribed_line_is_credited_whole() -> None:
    """Both outlets that it names, and none of its words is a term of the page."""
    line = "This story was first published by River Post, a newsroom of the coast, and Skerry Weekly with permission."

    found = read(f'You may republish this text. Please add: "{line}"')

    assert "granted" == found.permission
    assert [{"text": line}] == rule_file(found, None, None, date(2026, 1, 1))["credit"]


def test_wait_is_a_rule() -> None:
    """With its hours, as the rule asks."""
    data = rule_file(read("You may republish this text 48 hours after its publication."), None, None, date(2026, 1, 1))

    assert [("embargo", 48)] == [(rule["requires"], rule["hours"]) for rule in data["rules"]]


@pytest.mark.parametrize(
    ("text", "permission"),
    [
        ("Quotations are free. Reprinting a whole article needs our permission.", "mixed"),
        ("If you republish this article, name the source. Republication requires our permission.", "on-request"),
        ("No licence is granted to publish this article.", "none"),
        ("We have no objection to the republication of this article.", "granted"),
        ("No content of this site may be republished.", "none"),
        ("You may republish this article. For any other use, please contact us.", "mixed"),
    ],
)
def test_cases_together(text: str, permission: str) -> None:
    """Quoting beside a closed whole, conditions beside a demand to ask, negated grants, all other uses."""
    assert permission == read(text).permission


@pytest.mark.parametrize(
    ("text", "requires"),
    [
        ("You may republish this text. Please mention Skerry Weekly.", ["source-credit"]),
        (
            "You may republish this text as long as you do not alter it or use it in a misleading way.",
            ["verbatim-text"],
        ),
        ("You may republish this text if you keep its meaning; do not edit it so that it misleads.", []),
        ("You may republish this text. Pictures must be used with the credit in the caption.", ["image-credit"]),
        ("You may republish this text. A link back to the commentary is appreciated.", ["original-link"]),
        ("You may republish this text if you credit the author or the outlet in the byline.", ["any-of"]),
    ],
)
def test_what_is_asked_with_what(text: str, requires: list[str]) -> None:
    """Changes that mislead, credits of pictures, wishes, and one of two."""
    assert requires == asked(text)


GRANT = "You may republish our stories:"


@pytest.mark.parametrize(
    ("grant", "wait", "days"),
    [
        (GRANT, "Wait seven days after our publication before you republish.", 7),
        (GRANT, "Wait one week after publication.", 7),
        (GRANT, "Our stories may not be republished until two days after they appear here.", 2),
        ("Sie dürfen unsere Artikel nachdrucken:", "Warten Sie sieben Tage nach der Veröffentlichung.", 7),
        ("Vous pouvez republier nos articles :", "Attendez une semaine après la publication.", 7),
        ("Puede republicar nuestros artículos:", "Espere siete días después de la publicación.", 7),
    ],
)
def test_to_wait_is_an_embargo_and_neither_grant_nor_denial(grant: str, wait: str, days: int) -> None:
    """Days and weeks may be counted in words."""
    found = draft([Sentence(grant, grant), Sentence(wait, wait, item=True)])

    assert [("granted", grant)] == [(case.answer, case.quote) for case in found.cases]
    assert [{"days": days}] == [dict(rule.parameters) for rule in found.rules if rule.requires == "embargo"]


def test_a_wait_of_no_known_length_is_no_grant() -> None:
    """A person reads how long it is."""
    wait = "Wait for a while before you republish them."
    found = draft([Sentence(GRANT, GRANT), Sentence(wait, wait, item=True)])

    assert [GRANT] == [case.quote for case in found.cases]
    assert ["embargo"] == [rule.requires for rule in found.rules]
    assert any("embargo" in note for note in rule_file(found, None, None, date(2026, 11, 22))["notes"])


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("You may republish this text. Credit River Post at the end of the article.", "bottom"),
        ("You may republish this text. Credit River Post at the top of the page.", "top"),
        ("You may republish this text. Credit River Post at the top or at the end of the article.", None),
        ("Vous pouvez republier nos articles. Mentionnez la source à la fin de l'article.", "bottom"),
        ("Puede republicar nuestros artículos. Cite la fuente al final del artículo.", "bottom"),
    ],
)
def test_the_place_of_a_credit_is_kept(text: str, at: str | None) -> None:
    """One end is a place, both are none."""
    (rule,) = (rule for rule in draft(plain_sentences(text)).rules if rule.requires == "source-credit")

    assert at == rule.parameters.get("at")


def test_the_place_of_a_credit_line_is_that_of_its_template() -> None:
    """What writes the line puts it there."""
    text = 'You may republish our stories. Put this line at the end: "This story first appeared in River Post."'
    data = rule_file(draft(plain_sentences(text)), None, None, date(2026, 11, 22))

    assert [{"at": "bottom", "text": "This story first appeared in River Post."}] == data["credit"]
