"""Authors of the original: who is named, and who is only the uploader, the desk or a date."""

from __future__ import annotations

import pytest

from licencecheck.evidence.bylines.names import author_in, is_full_name, names_in
from licencecheck.model import Confidence, Place, Role
from tests.evidence.making import TEXTS, html, markdown, page

CREDIT = '<p>Originally published by <a href="https://orig.example/water">River Post</a>.</p>'


def authors(text: str) -> list[str]:
    """Names of the authors of a page."""
    return [byline.name for byline in page(text).bylines]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane Doe", ["Jane Doe"]),
        ("By Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
        ("Jane Doe, John Roe", ["Jane Doe", "John Roe"]),
        ("Dr. Jane Doe", ["Jane Doe"]),
        ("von Jane Doe und Max Muster", ["Jane Doe", "Max Muster"]),
        ("Jane Doe, Reuters", ["Jane Doe"]),
        ("Jane Doe, 3 May 2019", ["Jane Doe"]),
        ("王小明", ["王小明"]),
        ("JANE DOE", ["JANE DOE"]),
        ("Ludwig van der Berg", ["Ludwig van der Berg"]),
        ("admin", []),
        ("Staff writer", []),
        ("CC BY", []),
        ("CC BY-SA", []),
        ("Morning every hour from", []),
        ("Ana de souza", ["Ana de souza"]),
        ("Yazan: Jane Doe", ["Jane Doe"]),
        ("Editorial team", []),
        ("Redaktion", []),
        ("3 comments", []),
        ("jane@orig.example", []),
        ("The pumps beside the mill have run dry", []),
        ("View all posts by Jane Doe", []),
        ("x" * 500, []),
        ("jane-doe", ["Jane Doe"]),
        ("ludwig-van-beck", ["Ludwig van Beck"]),
        ("site-team", []),
        ("guest-author", []),
        ("Jane Doe's Blog", ["Jane Doe"]),
        ("Jane Doe’s River Notes", ["Jane Doe"]),
        ("Blog von Jane Doe", ["Jane Doe"]),
        ("The Engineer's Blog", []),
        ("River et Politique", ["River et Politique"]),
    ],
)
def test_names_of_a_byline(text: str, expected: list[str]) -> None:
    """Persons are named; agencies, dates, desks and sentences are left out."""
    assert expected == names_in(text)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Doe, Jane", ["Jane Doe"]),
        ("Architecture: Doe Jane, Design: Max Shot. Programming: Ann Poe, John Roe. HTML: Eve Low.", []),
        ("Text: Jane Doe and John Roe. Design: Max Shot", ["Jane Doe", "John Roe"]),
        ("Jane Doe, Fotos: Max Shot", ["Jane Doe"]),
        ("Автор: Иван Иванов", ["Иван Иванов"]),
        ("作者：王小明", ["王小明"]),
        ("Jane Doe (https://doe.example/)", ["Jane Doe"]),
        ("Ann Poe (original article by Jane Doe and John Roe)", ["Jane Doe", "John Roe"]),
        ("Ann Poe (artículo original Jane Doe y John Roe)", ["Jane Doe", "John Roe"]),
        ("Ann Poe, Originalbeitrag von Jane Doe", ["Jane Doe"]),
        ("Ann Poe, article original : Jane Doe", ["Jane Doe"]),
        ("Ann Poe (artigo original de Jane Doe)", ["Jane Doe"]),
        ("Ann Poe (original article in English)", ["Ann Poe"]),
    ],
)
def test_who_wrote_of_those_that_data_names(value: str, expected: list[str]) -> None:
    """Who adapted, designed or photographed it did not write it."""
    assert expected == author_in(value)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("<p>Web editor: Jane Doe</p>", []),
        ("<p>网络编辑:Jane Doe</p>", []),
        ("<p>Published on Monday, Jane Doe</p>", ["Jane Doe"]),
        ("<figcaption>Photo: Jane Doe</figcaption>", ["Jane Doe"]),
    ],
)
def test_who_is_shown_for_another_part_is_no_author(line: str, expected: list[str]) -> None:
    """Sites that copy state their own editor as the author in the head."""
    assert expected == authors(html(head='<meta name="author" content="Jane Doe">', top=line, bottom=CREDIT))


def test_what_the_site_is_called_is_a_doubtful_author() -> None:
    """It may be the blogger's name or the blog's."""
    head = '<meta name="author" content="Jane Doe"><meta property="og:site_name" content="Jane Doe">'
    text = html(head=head, bottom=CREDIT).replace('<a href="/">Home</a>', '<a href="/">Jane Doe</a>')
    (byline,) = page(text).bylines

    assert (Confidence.LOW, Place.ASIDE) == (byline.confidence, byline.place)
    assert [] == authors(text.replace("Jane Doe", "Jolly Zine"))


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param({"top": '<p class="byline">By Jane Doe</p>'}, ["Jane Doe"], id="byline"),
        pytest.param({"top": '<p class="byline">By Jane Doe and John Roe</p>'}, ["Jane Doe", "John Roe"], id="two"),
        pytest.param({"top": '<p class="byline">By admin</p>'}, [], id="uploader"),
        pytest.param({"top": '<p class="byline">By Host Herald Staff</p>'}, [], id="own desk"),
        pytest.param({"lang": "de", "top": "<p>Von Jane Doe</p>"}, ["Jane Doe"], id="German"),
        pytest.param({"lang": "zh", "top": "<p>作者：王小明</p>"}, ["王小明"], id="Chinese"),
    ],
)
def test_visible_bylines(parts: dict[str, str], expected: list[str]) -> None:
    """The byline of the page names the author."""
    assert expected == authors(html(bottom=CREDIT, **parts))


def test_who_is_named_in_the_credit_is_the_author() -> None:
    """The byline above is that of the uploader where the credit names the author."""
    credit = (
        '<p>This article by Jane Doe was originally published by <a href="https://orig.example/w">River Post</a>.</p>'
    )

    assert ["Jane Doe"] == authors(html(top='<p class="byline">By Max Upload</p>', bottom=credit))


@pytest.mark.parametrize("party", ["the Valley Water Forum", "Valley Water Forum", "the Deep Water"])
def test_an_outlet_of_three_words_is_no_author(party: str) -> None:
    """Nor is what an article stands before."""
    line = f"<p>Cross-posted from {party.replace('Valley', '<a href=https://orig.example/water>Valley')}</a>.</p>"

    assert [] == authors(html(bottom=line))


def test_who_wrote_it() -> None:
    """ "It" is the article that the sentence before it credits."""
    line = f"{CREDIT[:-4]} It was written by: Jane Doe, River University.</p>"

    assert ["Jane Doe"] == authors(html(bottom=line))


def test_author_from_structured_data() -> None:
    """Data names the author where no reader sees one."""
    head = (
        '<link rel="canonical" href="https://host.example/water"><script type="application/ld+json">'
        '{"@type": "Article", "headline": "Water for the valley", "author": {"@type": "Person", "name": "Jane '
        'Doe"}}</script>'
    )
    (byline,) = page(html(head=head, bottom=CREDIT)).bylines

    assert ("Jane Doe", Place.META) == (byline.name, byline.place)


def test_author_from_front_matter() -> None:
    """A post's author stands in its front matter."""
    assert ["Jane Doe"] == authors(
        markdown(front="title: Water\nauthor: Jane Doe", bottom="Source: https://orig.example/w")
    )


def test_author_in_a_comment_is_none() -> None:
    """Who wrote a comment did not write the article."""
    beside = '<section id="comments"><div class="comment"><p>By Joan Roe</p><p>Good.</p></div></section>'

    assert [] == authors(html(bottom=CREDIT, beside=beside))


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://orig.example/profiles/jane-doe-7", ["Jane Doe"]),
        ("https://orig.example/water", []),
        ("/profiles/jane-doe-7", []),
    ],
)
def test_a_name_that_links_a_profile_elsewhere_is_the_author(address: str, expected: list[str]) -> None:
    """Who has a page on the host itself may have uploaded the copy only."""
    line = f'<p><a href="{address}">Jane Doe</a> <em>sent us this letter</em></p>'

    assert expected == authors(html(top=line, bottom=CREDIT))


def test_a_name_in_the_header_of_the_site_is_told_as_what_it_is() -> None:
    """It is no byline of the article, wherever the data of the page knows the name from."""
    head = '<meta name="author" content="Jane Doe">'
    text = html(head=head, bottom=CREDIT).replace('<a href="/">Home</a>', '<a href="/">Jane Doe</a>')
    (byline,) = page(text).bylines

    assert ("Jane Doe", Role.CHROME, Place.ASIDE) == (byline.name, byline.role, byline.place)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "This article was originally published by High Meridian."),
        ("en", "Originally posted by High Meridian on 3 May 2019."),
        ("en", "First issued by [High Meridian](https://meridian.example/2019/water)."),
        ("en", "Republished from High Meridian under a Creative Commons licence."),
        ("es", "Publicado originalmente por [High Meridian](https://meridian.example/2019/water)."),
        ("pt", "Publicado originalmente por [High Meridian](https://meridian.example/2019/water)."),
        ("fr", "Publié initialement par [High Meridian](https://meridian.example/2019/water)."),
        ("de", "Zuerst veröffentlicht von [High Meridian](https://meridian.example/2019/water)."),
        ("it", "Ripubblicato da [High Meridian](https://meridian.example/2019/water)."),
        ("pl", "Przedruk z [High Meridian](https://meridian.example/2019/water)"),
    ],
)
def test_party_of_a_credit_is_no_author(language: str, line: str) -> None:
    """Who published an article did not write it, though the name may have the form of a person's."""
    made = page(f"---\nlang: {language}\n---\n\n{TEXTS[language]}\n\n{line}\n")
    assert [] == [byline.name for byline in made.bylines]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "This article was originally published by Jane Doe on River Post."),
        ("en", "Originally posted by Jane Doe at [River Post](https://river.example/2019/water)."),
        ("es", "Este artículo fue publicado originalmente por Jane Doe en River Post."),
        ("fr", "Cet article a été publié initialement par Jane Doe sur River Post."),
        ("de", "Dieser Artikel wurde zuerst von Jane Doe auf River Post veröffentlicht."),
    ],
)
def test_author_before_the_outlet_of_a_credit(language: str, line: str) -> None:
    """Who published something *on* an outlet is its author."""
    made = page(f"---\nlang: {language}\n---\n\n{TEXTS[language]}\n\n{line}\n")
    assert ["Jane Doe"] == [byline.name for byline in made.bylines]
    assert "River Post" == made.chain[0].name


@pytest.mark.parametrize(
    ("line", "confidence"),
    [
        ("Republished with permission from High Meridian.", Confidence.LOW),
        ("Republished with the permission of the author, Jane Doe.", Confidence.HIGH),
        ("Republished with permission from [Jane Doe](https://social.example/@jane).", Confidence.MEDIUM),
        ("Republished with permission from the High Meridian.", None),
    ],
)
def test_who_gave_the_permission_may_be_the_author(line: str, confidence: Confidence | None) -> None:
    """A person must decide, unless the line calls the party the author or links a profile."""
    made = page(f"---\ntitle: Water\n---\n\n{TEXTS['en']}\n\n{line}\n")
    assert ([confidence] if confidence else []) == [byline.confidence for byline in made.bylines]


def test_author_of_a_guest_post_in_a_credit() -> None:
    """Behind the word for a text and "by" stands who wrote it."""
    line = "This is a guest post by Jane Doe, cross-posted from her [blog](https://river.example/2019/water)."
    assert ["Jane Doe"] == authors(f"---\ntitle: Water\n---\n\n{TEXTS['en']}\n\n{line}\n")


@pytest.mark.parametrize("led", ["", "By ", "Article written by: "])
def test_institution_behind_an_author(led: str) -> None:
    """Whatever leads to the name."""
    line = f"{led}Jane Doe, Lake University and John Roe, River College"
    made = page(f"---\ntitle: Water\n---\n\n{line}\n\n{TEXTS['en']}\n\nOriginally published by River Post.\n")
    found = {byline.name: byline.institution for byline in made.bylines}
    assert {"Jane Doe": "Lake University", "John Roe": "River College"} == found


def test_subject_of_a_sentence_is_no_author() -> None:
    """A task force is nobody who writes."""
    line = "The Spring Task Force is hosted by the foundation and works on the director's list."
    assert [] == authors(f"---\ntitle: Water\n---\n\n{line}\n\n{TEXTS['en']}\n\nOriginally published by River Post.\n")


@pytest.mark.parametrize("name", ["FREE EMAIL HEADLINES", "Spring Task Force", "Water Working Group"])
def test_furniture_and_bodies_have_no_names_of_persons(name: str) -> None:
    """Though their words are written as names are."""
    assert not is_full_name(name)


def test_disclosure_is_no_byline() -> None:
    """The front matter names the author and her institution, and a disclosure below the article names her again."""
    front = "title: Water\nsyndicated:\n  author: Jane Doe, Professor of Tides, Lake University"
    below = "Jane Doe does not work for, consult or own shares in any company that would benefit from this article."
    made = page(f"---\n{front}\n---\n\n{TEXTS['en']}\n\nOriginally published by River Post.\n\n{below}\n")
    (byline,) = made.bylines
    assert (Place.META, "Jane Doe", "Lake University") == (byline.place, byline.name, byline.institution)
