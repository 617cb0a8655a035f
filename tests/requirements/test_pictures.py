"""Pictures: `images`, `image-credit`, `hotlink`, `logo`."""

from __future__ import annotations

import time
from datetime import date
from typing import Any

import pytest

from licencecheck.model import (
    Attestation,
    Image,
    LicenceStatement,
    Original,
    Place,
    Role,
    Scope,
    SiteProfile,
    Statement,
)
from tests.requirements.making import at, byline, page, said, verdict


def image(src: str = "/media/ferry-at-dawn.jpg", line: int = 4, **more: Any) -> Image:
    """Make a picture within the article."""
    url = src if "://" in src else f"https:{src}" if src.startswith("//") else f"https://bell.example{src}"
    facts: dict[str, Any] = {"text": src, "location": at(line), "role": Role.CAPTION, "place": Place.BODY}
    return Image(src=src, url=url, **(facts | more))


def original(*images: Image) -> Original:
    """Make the original with its pictures."""
    return Original(page=page(images=images))


def images(mode: str, *shown: Image, **more: Any) -> tuple[str, str]:
    """Judge the pictures of a page."""
    parameters = {name: more.pop(name) for name in list(more) if "_" in name or name in {"marks", "licence"}}
    rule = {"mode": mode} | {name.replace("_", "-"): value for name, value in parameters.items()}
    facts = {name: more.pop(name) for name in ("licences", "bylines") if name in more}
    return said("images", rule, page=page(images=shown, **facts), **more)


THEIRS = image("https://media.river.example/ferry-at-dawn.jpg", caption="Ann Roe/River Post")
HOSTED = image(caption="The ferry at dawn")


@pytest.mark.parametrize(
    "mode", ["excluded", "own-only", "only-if-marked", "own-licence", "noncommercial", "check-each"]
)
def test_a_page_without_pictures_uses_none(mode: str) -> None:
    """Whatever the terms say of them."""
    assert ("pass", "Found no picture of the original") == images(mode, credit_contains=["River Post"])


@pytest.mark.parametrize("role", [Role.RELATED, Role.CHROME, Role.ASIDE, Role.COMMENT])
def test_pictures_beside_the_article_are_not_its(role: Role) -> None:
    """Teasers, avatars of readers and advertisements."""
    assert "pass" == images("excluded", image("https://river.example/x.jpg", role=role))[0]
    assert "pass" == images("excluded", image("https://river.example/x.jpg", small=True))[0]


def test_a_picture_is_known_again_in_another_size() -> None:
    """Systems that manage content add the size to the name of the file."""
    copy = image("/uploads/2024/ferry-at-dawn-1024x683.jpg?w=800")

    assert ("fail", 'Expected no picture of the original, found "ferry-at-dawn-1024x683.jpg"') == images(
        "excluded", copy, original=original(image("https://cdn.example/ferry-at-dawn.jpg"))
    )


@pytest.mark.parametrize("name", ["alt", "caption"])
def test_a_picture_is_known_again_by_its_words(name: str) -> None:
    """Where the file was renamed."""
    words: dict[str, Any] = {name: "The ferry leaves the old quay"}

    assert "fail" == images("excluded", image("/a.jpg", **words), original=original(image("/b.jpg", **words)))[0]
    assert "pass" == images("excluded", image("/a.jpg", **words), original=original(image("/b.jpg")))[0]


@pytest.mark.parametrize(
    ("caption", "outcome"),
    [
        ("The ferry (Credit: Ann Roe / River Post)", "fail"),
        ("The ferry. (Ann Roe, River Post)", "fail"),
        ("Illustration by the River Post.", "fail"),
        ("© River Post", "fail"),
        ("Image: Ann Roe. Text: River Post", "review"),
        ("River Post", "review"),
        ("A protest before the house of the River Post", "review"),
        ("The ferry (Ann Roe / Canal News)", "review"),
    ],
)
def test_a_picture_that_is_credited_to_the_publisher_is_its_own(caption: str, outcome: str) -> None:
    """Wherever it is hosted, and without the page of the original."""
    assert outcome == images("excluded", image(caption=caption))[0]


def test_short_names_tell_nothing() -> None:
    """Every second page has a `hero.jpg`."""
    assert "pass" == images("excluded", image("/hero.jpg"), original=original(image("https://cdn.example/hero.jpg")))[0]


def test_the_credit_under_the_original_counts_too() -> None:
    """A copy that lost the credit still may be one of the publisher's own pictures."""
    first = image("https://cdn.example/ferry-at-dawn.jpg", caption="Ann Roe/River Post")

    assert "pass" == images("own-only", image(), original=original(first))[0]
    assert "fail" == images("own-only", image(), original=original(image()))[0]


def test_the_author_may_be_the_photographer() -> None:
    """`{author}` stands for each of the authors."""
    own = image("https://river.example/a.jpg", caption="Photo by Jane Doe")

    assert "pass" == images("own-only", own, credit_contains=["{author}"], bylines=(byline("Jane Doe"),))[0]
    assert "fail" == images("own-only", own, credit_contains=["{author}"], bylines=(byline("Ben Loe"),))[0]


def test_marked_pictures_pass() -> None:
    """By the names of free licences, or by the words of the terms."""
    marked = image("https://river.example/a.jpg", caption="Ann Roe, CC BY 4.0")

    assert "pass" == images("only-if-marked", marked)[0]
    assert ("fail", 'Expected only pictures that are marked as free to use, found "Ann Roe/River Post"') == images(
        "only-if-marked", THEIRS
    )
    assert "pass" == images("only-if-marked", THEIRS, marks=["Ann Roe"])[0]


def test_a_licence_of_their_own_is_stated() -> None:
    """Beside the picture, not for the article."""
    stated = LicenceStatement(
        text="CC BY-NC 4.0", location=at(5), id="CC-BY-NC-4.0", url=None, scope=Scope.IMAGE, by=(Statement.WORDS,)
    )

    assert "pass" == images("own-licence", THEIRS, licence=["CC-BY-NC-4.0"], licences=(stated,))[0]
    assert ("fail", 'Expected pictures with the licence "CC BY-NC 4.0", found "Ann Roe/River Post"') == images(
        "own-licence", THEIRS, licence=["CC-BY-NC-4.0"]
    )


def test_commercial_sites_ask_for_pictures() -> None:
    """Though the text may be free for them; what is not known is asked."""
    assert "fail" == images("noncommercial", THEIRS, profile=SiteProfile(commercial=True))[0]
    assert "pass" == images("noncommercial", THEIRS, profile=SiteProfile(commercial=False))[0]
    assert (
        "review",
        "Check that the pictures may be used (1 picture): Is the site commercial (`commercial`)?",
    ) == images("noncommercial", THEIRS)


def test_agencies_are_barred_in_every_mode() -> None:
    """Their pictures are sold apart."""
    agency = image("https://river.example/a.jpg", caption="Getty Images")

    assert ("fail", 'Expected no picture credited to "Getty Images" or "Adobe", found "Getty Images"') == images(
        "free", agency, credit_excludes=["Getty Images", "Adobe"]
    )
    assert "pass" == images("free", THEIRS, credit_excludes=["Getty Images"])[0]
    assert "review" == images("free", image(caption="Getty Images"), credit_excludes=["Getty Images"])[0]


@pytest.mark.parametrize(("answer", "outcome"), [("yes", "pass"), ("no", "fail"), ("perhaps", "review")])
def test_an_answer_for_this_article_decides(answer: str, outcome: str) -> None:
    """Nobody else can know what the makers of the pictures allowed."""
    given = Attestation(id="images", answer=answer, who="Ann", on=date(2026, 1, 1), applies_to="page.html")

    assert outcome == images("check-each", HOSTED, profile=SiteProfile(attestations=(given,)))[0]


def test_an_answer_for_all_articles_does_not() -> None:
    """Pictures differ."""
    given = Attestation(id="images", answer="yes", who="Ann", on=date(2026, 1, 1))

    assert "review" == images("check-each", HOSTED, profile=SiteProfile(attestations=(given,)))[0]


def test_pictures_are_kept() -> None:
    """Some stories may only go with theirs; without the original that is a question."""
    assert "pass" == images("kept", image(), original=original(image("https://cdn.example/ferry-at-dawn.jpg")))[0]
    assert (
        "fail",
        'Expected every picture of the original, found no pictures without "ferry-at-dawn.jpg"',
    ) == images("kept", original=original(image()))
    assert (
        "review",
        "Check that the page has every picture of the original: the original is not given",
    ) == images("kept", image())


def test_many_pictures_take_little_time() -> None:
    """Each is read once, however many there are to compare."""
    many = [image(f"/media/picture-number-{n}.jpg", caption=f"Caption {n} " * 25) for n in range(300)]
    others = [image(f"/media/other-number-{n}.jpg", caption=f"Another {n} " * 25) for n in range(300)]
    start = time.process_time()

    assert "pass" == images("excluded", *many, original=original(*others))[0]
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("caption", "outcome"),
    [
        ("Ann Roe/River Post", "pass"),
        ("The ferry. Ann Roe / RIVER POST", "pass"),
        ("/River Post", "fail"),
        ("Ann Roe/Bell", "fail"),
        ("", "fail"),
    ],
)
def test_the_form_of_a_credit(caption: str, outcome: str) -> None:
    """Spaces and capitals never matter; a name does."""
    shown = page(images=(image("https://river.example/a.jpg", caption=caption),))

    assert outcome == said("image-credit", {"form": "{photographer}/River Post"}, page=shown)[0]


def test_a_form_may_begin_or_end_with_the_name() -> None:
    """`UN Photo by NAME`, `Photograph: NAME for X`."""

    def judged(form: str, caption: str) -> str:
        shown = page(images=(image("https://river.example/a.jpg", caption=caption),))
        return said("image-credit", {"form": form}, page=shown)[0]

    assert "pass" == judged("River Photo by {photographer}", "River Photo by Ann Roe")
    assert "fail" == judged("River Photo by {photographer}", "River Photo by")
    assert "pass" == judged("Photograph: © {photographer} for River Post", "Photograph: © Ann Roe for River Post")


def test_words_of_credits() -> None:
    """That must be there, or must not."""
    shown = page(images=(THEIRS,))

    assert "pass" == said("image-credit", {"contains": ["River Post", "Bell"]}, page=shown)[0]
    assert ("fail", 'Expected a picture credit with "Bell", found "Ann Roe/River Post"') == said(
        "image-credit", {"contains": ["Bell"]}, page=shown
    )
    assert "fail" == said("image-credit", {"excludes": ["Ann Roe"]}, page=shown)[0]


def test_without_form_and_original_a_missing_credit_is_a_question() -> None:
    """The original may have none."""
    uncredited = image("https://river.example/a.jpg")

    assert "review" == said("image-credit", page=page(images=(uncredited,)))[0]
    assert "pass" == said("image-credit", page=page(images=(uncredited,)), original=original(uncredited))[0]


@pytest.mark.parametrize(
    "src", ["/river-post-logo.png", "/images/cc-by.svg", "https://i.creativecommons.org/x.png", "/icons/rss.png"]
)
def test_logos_and_badges_illustrate_nothing(src: str) -> None:
    """They need no credit, and no permission for pictures."""
    assert "notApplicable" == said("image-credit", {"contains": ["X"]}, page=page(images=(image(src),)))[0]
    assert "pass" == images("excluded", image(src, role=Role.BODY))[0]


@pytest.mark.parametrize("src", ["/silicon-valley.png", "/encounter.jpg"])
def test_words_that_only_hold_such_a_word(src: str) -> None:
    """Are of pictures."""
    assert "review" == images("excluded", image(src))[0]


def test_pictures_from_elsewhere_need_no_credit_to_the_publisher() -> None:
    """The host may show its own, which the original does not have."""
    assert (
        "notApplicable",
        "The page shows no picture of the original",
    ) == said("image-credit", {"form": "{p}/X"}, page=page(images=(HOSTED,)), original=original(image("/b.jpg")))


@pytest.mark.parametrize("src", ["https://river.example/a.jpg", "//cdn.river.example/a.jpg"])
def test_hotlinks_fail(src: str) -> None:
    """On the publisher's domain and all below it."""
    shown = image(src)

    assert ("fail", 'Expected no picture from "river.example", found "a.jpg"') == said(
        "hotlink", page=page(images=(shown,))
    )


def test_hosts_of_pictures_may_be_named() -> None:
    """Content networks."""
    shown = page(images=(image("https://cdn.example/a.jpg"),))

    assert "fail" == said("hotlink", {"hosts": ["cdn.example"]}, page=shown)[0]
    assert "pass" == said("hotlink", page=shown)[0]


def logo(alt: str, src: str = "/a.png", **more: Any) -> Image:
    """Make an image after the article."""
    return image(src, alt=alt, role=Role.BODY, place=Place.BOTTOM, **more)


@pytest.mark.parametrize(
    ("shown", "outcome"),
    [
        (logo("River Post"), "pass"),
        (logo("The River Post Online"), "pass"),
        (logo("", "/media/river-post-logo.svg"), "pass"),
        (logo("", "/media/18_1_riverpost.jpg"), "pass"),
        (logo("Logo", "https://river.example/media/l.svg"), "pass"),
        (logo("Logo", "/l.svg"), "fail"),
        (logo("A day at the River Post"), "fail"),
        (logo("", "/media/logo-of-bell.svg"), "fail"),
    ],
)
def test_what_a_logo_is(shown: Image, outcome: str) -> None:
    """It calls itself one and is the publisher's, or bears its name alone."""
    assert outcome == said("logo", page=page(images=(shown,)))[0]


def test_a_logo_has_its_place() -> None:
    """At the top, where the terms say so."""
    judged = verdict("logo", {"at": "top"}, page=page(images=(logo("River Post"),)))

    assert (
        'Expected the logo of "River Post" at the top of the article, found it only after the article' == judged.message
    )


def test_a_logo_may_be_forbidden() -> None:
    """A picture that bears the name is a question."""
    rule = {"mode": "forbidden"}

    assert ("pass", 'Found no logo of "River Post"') == said("logo", rule, page=page(images=(logo("A boat"),)))
    assert "fail" == said("logo", rule, page=page(images=(logo("River Post logo"),)))[0]
    assert "review" == said("logo", rule, page=page(images=(logo("A day at the River Post"),)))[0]
